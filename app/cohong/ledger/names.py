"""What of a name counts where names are compared: for finding one, and for telling two apart at a glance.

*Folded*: without differences of width, case, diacritics and form of Han characters. A *key* is the letters and digits
of that alone, so that blanks and dashes in an identifier are nothing. A *look* is what stays of a name for somebody who
reads it in passing: no legal form, and one letter for those that are easily taken for each other, as in the skeletons
of Unicode UTS #39.

The search tables hold what these functions return: whoever changes one of them raises `FOLDING`.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from cohong.ledger.han_forms import SIMPLIFIED

FOLDING: Final = b"2"
"""Version of what is below; tables made by another are made anew when the ledger is opened."""

_DENSE_FROM: Final = "\u2e80"
_STROKES: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters that NFD leaves whole, and that are typed without their stroke."""

_LEGAL_FORMS: Final = frozenset(
    "ltd limited co company corp corporation inc incorporated llc llp lp plc gmbh ag kg sa sarl sas bv nv ab oy as aps"
    " spa srl pte pty pt kk sdn bhd".split()
)
_HAN_LEGAL_FORMS: Final = ("股份有限公司", "有限责任公司", "有限公司", "公司")

_LOOKS: Final = {
    # Greek, Cyrillic and Armenian letters that are drawn like a Latin one, small or capital.
    **dict(zip("αβγεζηικμνορστυχω", "abyezhikmnopotuxw", strict=True)),
    **dict(zip("авегзикмнорстухѕіјԁԛԝһүҽӏь", "abergukmhopctyxsijdqwhyelb", strict=True)),
    **dict(zip("հոսօցզք", "hnuogqf", strict=True)),
    **dict(zip("ɑɡʏ", "agy", strict=True)),
    # Of Han characters those that differ in one stroke or in its length alone.
    **{
        form: group[0]
        for group in (
            "己已巳 未末 土士 日曰 人入 天夭 戊戌戍 侯候 治冶 晴睛 壁璧 恒桓 折拆 今令 兔免 余佘"
            " 茶荼 冼洗 大太犬 千干 王玉 田由甲申 自白百 木术 历厉 乌鸟 师帅 亨享 祥样 贷货 旦且"
        ).split()
        for form in group[1:]
    },
    "0": "o", "1": "l", "i": "l",
}  # fmt: skip
_LOOK_OF_LETTER: Final = str.maketrans(_LOOKS)
_LOOK_OF_PAIR: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def folded_text(text: str) -> str:
    """Return `text` without differences of width, case, diacritics and Han forms, with single blanks between words."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_STROKES)
    bare = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFC", bare).translate(SIMPLIFIED).split())


def words_of(folded: str) -> list[str]:
    """Return the runs of letters and digits of a folded text, in order."""
    words = folded.split()
    if all(map(str.isalnum, words)):  # as nearly always, and many times as fast
        return words
    return "".join(char if _counts(char) else " " for char in folded).split()


def key_of(folded: str) -> str:
    """Return the letters and digits of a folded text; the text itself if it has none."""
    return "".join(words_of(folded)) or folded


def is_dense(text: str) -> bool:
    """Return whether a text has a letter of a script in which one is a syllable or word, as Han characters are."""
    return any(char >= _DENSE_FROM for char in text)


def look_of(name: str) -> str:
    """Return what stays of a name for somebody who reads it in passing; empty if it has no letter or digit."""
    words = words_of(folded_text(name))
    telling = [word for word in words if word not in _LEGAL_FORMS] or words
    look = "".join(telling)
    for form in _HAN_LEGAL_FORMS:
        if look.endswith(form) and look != form:
            look = look.removesuffix(form)
            break
    return _drawn(look)


def telling_letters(look: str) -> str:
    """Return the letters of a look that are not those of words that half of all firms have in their names."""
    for word in _COMMON:
        look = look.replace(word, "")
    return look


def _drawn(letters: str) -> str:
    letters = letters.translate(_LOOK_OF_LETTER)
    for pair, letter in _LOOK_OF_PAIR:
        letters = letters.replace(pair, letter)
    return letters


def _counts(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"


_COMMON: Final = tuple(
    _drawn(word)
    for word in (
        "holdings holding group international limited trading company enterprises industries technology investment"
        " hongkong china 控股 集团 国际 贸易 实业 企业 投资 科技 香港 中国"
    ).split()
)
