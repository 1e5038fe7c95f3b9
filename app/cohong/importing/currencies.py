"""Currencies as people write them: codes, symbols and names, and the ones that could be several."""

from __future__ import annotations

import unicodedata
from typing import Final

from cohong.primitives.money import MINOR_DIGITS

_DOLLARS: Final = frozenset(
    "USD HKD SGD AUD CAD NZD TWD BND FJD JMD BBD BSD BZD KYD TTD XCD NAD LRD MXN ARS CLP COP MOP".split()
)
_YUAN: Final = frozenset(("CNY", "HKD", "TWD", "MOP"))
_YEN_OR_YUAN: Final = frozenset(("CNY", "JPY"))

AMBIGUOUS: Final[dict[str, frozenset[str]]] = {
    "$": _DOLLARS,
    "¥": _YEN_OR_YUAN,
    "元": _YUAN,
    "圆": _YUAN,
    "圓": _YUAN,
    "块": _YUAN,
}
"""What may stand in a cell only where something else names the currency, which must be one of these."""

_NAMES: Final[dict[str, str]] = {
    name: code
    for code, names in {
        "CNY": "rmb cnh 人民币 人民幣 人民币元 人民幣元 cn¥ rmb¥ ¥rmb cny¥ ¥cny renminbi yuan",
        "HKD": "hk$ hk hkd$ 港币 港幣 港元 港纸 港紙 hongkongdollar",
        "USD": "us$ usd$ us 美元 美金 usdollar",
        "EUR": "€ 欧元 歐元 euro euros",
        "GBP": "£ 英镑 英鎊 stg ukp",
        "JPY": "jp¥ jpy¥ ¥jpy 日元 日圆 日圓 yen",
        "SGD": "s$ sg$ sgd$ 新加坡元 新币 坡币",
        "TWD": "nt$ ntd ntd$ nt 新台币 新台幣 新臺幣 台币 台幣 臺幣",
        "MOP": "mop$ 澳门元 澳門元 澳门币 澳門幣 葡币 葡幣 pataca",
        "AUD": "a$ au$ 澳元 澳币 澳幣",
        "CAD": "c$ ca$ 加元 加币 加幣",
        "NZD": "nz$ 纽元 紐元",
        "KRW": "₩ 韩元 韓元 韩圆 韓圜",
        "INR": "₹ rs rs. 卢比 盧比",
        "THB": "฿ 泰铢 泰銖",
        "CHF": "sfr fr. 瑞士法郎",
        "MYR": "rm 马币 馬幣 令吉",
        "VND": "₫ 越南盾",
        "PHP": "₱",
        "IDR": "rp",
    }.items()
    for name in names.split()
}


def currency_of(text: str) -> str | frozenset[str] | None:
    """Return the ISO 4217 code that a text names, all codes that it could mean, or None if it names none."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace(" ", "").replace("￥", "¥")
    code = folded.upper()
    if code in MINOR_DIGITS:
        return code
    return _NAMES.get(folded) or AMBIGUOUS.get(folded)


def currency_in_header(header: str) -> str | None:
    """Return the currency that a header such as `Amount (HKD)` or `Total HK$` names."""
    text = unicodedata.normalize("NFKC", header)
    for mark in "()[]{}_-/:":
        text = text.replace(mark, " ")
    found = {code for word in text.split() if isinstance(code := _sure(word), str)}
    return found.pop() if len(found) == 1 else None


def _sure(word: str) -> str | frozenset[str] | None:
    # Short words of everyday language ("no", "try", "all", "top") are codes only where they are written as
    # such.
    if word.isascii() and word.isalpha() and not (word.isupper() and len(word) == 3):
        return None
    return currency_of(word)
