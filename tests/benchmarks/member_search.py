"""What finding a member by name takes in a large network: milliseconds of processor time, with cards and look-alikes.

`python -m tests.benchmarks.member_search [MEMBERS]` makes members with names in two scripts of made-up words, many more
different ones than real names have, in a real encrypted ledger, and looks 200 of them up in each of the ways in which
somebody types. The last column says how often the one that was meant was among the first 20.
"""

from __future__ import annotations

import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from cohong.book.objects import Profile, natural_id
from cohong.ledger.ledger import Ledger
from cohong.node.search_upkeep import MEMBERS_AT_ONCE
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import Commit

MEMBERS: Final = 100_000
LOOKS: Final = 200
FOUND_MAX: Final = 20
KEY: Final = bytes(range(32))
Result = TypeVar("Result")
_AT_ONCE: Final = 5_000
_ONSETS: Final = "b c d f g h j k l m n p r s t v w z ch sh th st br tr kr".split()
_RIMES: Final = "a e i o u ai ei ou an en in on ar er or al el".split()
_HAN: Final = (
    "海港貿易珠江電子廣州鋼鐵長和實業中恒基兆地產新鴻泰國航空太古銀河娛樂滙豐香交所騰"
    "訊美團小米聯想創維興華潤招商東方北京上南洋金山光大遠明德信義平安順利盛隆"
)
_FORMS: Final = ("Ltd", "Limited", "Trading Ltd", "Holdings Limited", "International Trading", "Shipping Ltd", "Steel")
_HAN_FORMS: Final = ("有限公司", "貿易有限公司", "控股有限公司", "電子有限公司", "國際有限公司", "集團")


def main() -> None:
    """Run the benchmark."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else MEMBERS
    random = Random(1)
    profiles = [profile_of(number, random) for number in range(members)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        ledger, made = _timed(lambda: _filled(path, profiles))
        ledger.set_setting("search.folding", b"another")
        ledger.close()
        ledger, again = _timed(lambda: _opened(path))
        size = path.stat().st_size // 2**20
        print(f"{members:,} members, {size} MiB; made in {made / 1000:.0f} s, tables made anew in {again / 1000:.0f} s")
        meant = random.sample(profiles, LOOKS)
        for name, texts in _searches(meant, random).items():
            print(_row(name, texts, meant, ledger), flush=True)
        ledger.close()


def profile_of(number: int, random: Random) -> Profile:
    """Return a firm with made-up names."""
    words = [_word(random).capitalize() for _ in range(random.randint(1, 2))]
    english = " ".join([*words, random.choice(_FORMS)])
    han = "".join(random.choice(_HAN) for _ in range(random.randint(2, 4))) + random.choice(_HAN_FORMS)
    member = MemberId(hashlib.sha256(b"%d" % number).digest())
    version = EntryId(hashlib.sha256(member).digest())
    names = (("en", english), ("zh_hant", han))
    identifiers = (("hkbr", f"{random.randrange(10**8):08}"),)
    return Profile(natural_id("profile", member), version, member, 0, "firm", names, "Hong Kong", identifiers)


def _word(random: Random) -> str:
    return "".join(random.choice(_ONSETS) + random.choice(_RIMES) for _ in range(random.randint(2, 4)))


def _filled(path: Path, profiles: Sequence[Profile]) -> Ledger:
    ledger = Ledger.create(path, KEY)
    for begin in range(0, len(profiles), _AT_ONCE):
        ledger.commit(Commit(objects=list(profiles[begin : begin + _AT_ONCE])))
    return ledger


def _opened(path: Path) -> Ledger:
    """Open a ledger whose tables are made anew, and wait until they are."""
    ledger = Ledger.open(path, KEY)
    while ledger.learn_more_names(MEMBERS_AT_ONCE):
        pass
    return ledger


def _searches(meant: Sequence[Profile], random: Random) -> dict[str, list[str]]:
    english = [dict(each.names)["en"] for each in meant]
    han = [dict(each.names)["zh_hant"] for each in meant]
    first = [name.split()[0] for name in english]
    return {
        "whole name": english,
        "first word": first,
        "words the other way round": [" ".join(reversed(name.split()[:2])) for name in english],
        "two letters": [name[:2] for name in english],
        "four letters inside": [name[2:6] for name in english],
        "two characters": [name[:2] for name in han],
        "two characters inside": [name[1:3] for name in han],
        "six digits of the number": [each.identifiers[0][1][:6] for each in meant],
        "eight digits of the id": [each.member.hex()[:8] for each in meant],
        "one letter wrong": [_with_error(word.lower(), random) for word in first],
        "one character wrong": [name[:1] + random.choice(_HAN) + name[2:] for name in han],
        "what many have": [
            "limited",
            "trading ltd",
            "有限公司",
            "貿易",
            "ing",
            "holdings lim",
            "c",
            "international st",
        ],
    }


def _with_error(word: str, random: Random) -> str:
    place = random.randrange(len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    wrong = random.choice("aeioust")
    return random.choice([before + wrong + after, before + after, before + letter + wrong + after]) or word


def _row(name: str, texts: Sequence[str], meant: Sequence[Profile], ledger: Ledger) -> str:
    times, hits = [], 0
    for text, profile in zip(texts, meant, strict=False):
        found, took = _timed(partial(ledger.search_members, text, FOUND_MAX))
        times.append(took)
        hits += profile.member in [card.member for card in found]
    ranks = statistics.quantiles(times, n=20)
    return f"{name:26} p50 {statistics.median(times):6.1f}  p95 {ranks[-1]:6.1f}  {hits:4} of {len(texts)}"


def _timed(do: Callable[[], Result]) -> tuple[Result, float]:
    began = time.process_time()
    result = do()
    return result, (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
