"""The fictional firms of the demonstration: who they are and how they pay.

Names, numbers and habits are invented; the check characters of the numbers are right, so that they pass as such.
"""

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class PayingHabit:
    """How a firm pays its bills.

    Attributes:
        days_late: what it typically pays beyond the due day; negative is early.
        spread_days: how far it strays from that.
        month_end_percent: how often it waits for its payment run on the last day of the month.
        unpaid_percent: how often a bill stays unpaid.
    """

    days_late: int
    spread_days: int
    month_end_percent: int
    unpaid_percent: int


@dataclass(frozen=True, slots=True)
class SampleFirm:
    """A firm of the sample trade.

    Attributes:
        code: short name for invoice numbers and lines of progress.
        currencies: what it invoices in, the usual one first.
        goods: what it sells, English and Chinese.
    """

    code: str
    name_en: str
    name_hant: str
    name_hans: str
    place: str
    identifiers: tuple[tuple[str, str], ...]
    currencies: tuple[str, ...]
    terms_days: tuple[int, ...]
    goods: tuple[str, ...]
    habit: PayingHabit

    def profile_fields(self) -> dict[str, Any]:
        """Return the fields of the firm's `profile.set`."""
        names = {"en": self.name_en, "zh_hant": self.name_hant, "zh_hans": self.name_hans}
        return {
            "kind": "firm",
            "name": names,
            "place": self.place,
            "identifiers": dict(self.identifiers),
        }


FIRMS: Final = (
    SampleFirm(
        code="HTL",
        name_en="Harbour Trading Ltd",
        name_hant="海港貿易有限公司",
        name_hans="海港贸易有限公司",
        place="Hong Kong",
        identifiers=(("hkbr", "39481726"),),
        currencies=("HKD", "USD"),
        terms_days=(30, 45),
        goods=("Packed tea, chests 茶葉（箱裝）", "Porcelain tableware 瓷器餐具", "Forwarding and storage 貨運倉儲"),
        habit=PayingHabit(days_late=-7, spread_days=2, month_end_percent=2, unpaid_percent=0),
    ),
    SampleFirm(
        code="PCE",
        name_en="Pearl Components Co",
        name_hant="明珠元件有限公司",
        name_hans="明珠元件有限公司",
        place="Shenzhen",
        identifiers=(("uscc", "91440300MA5DEMX01X"),),
        currencies=("CNY", "HKD"),
        terms_days=(30, 60),
        goods=("Connectors, reel of 500 连接器（500只/盘）", "Circuit boards 印刷电路板", "LED modules LED模组"),
        habit=PayingHabit(days_late=-5, spread_days=3, month_end_percent=8, unpaid_percent=1),
    ),
    SampleFirm(
        code="LFC",
        name_en="Lotus Freight and Ceramics",
        name_hant="蓮花陶瓷貨運有限公司",
        name_hans="莲花陶瓷货运有限公司",
        place="Guangzhou",
        identifiers=(("uscc", "91440101MA5DEMX025"),),
        currencies=("CNY", "USD"),
        terms_days=(30, 45),
        goods=("Ceramic tiles, pallet 瓷砖（托盘）", "Inland haulage 内陆运输", "Stoneware jars 陶罐"),
        habit=PayingHabit(days_late=-3, spread_days=4, month_end_percent=12, unpaid_percent=3),
    ),
    SampleFirm(
        code="SMS",
        name_en="Straits Marine Supplies Pte Ltd",
        name_hant="海峽船舶供應有限公司",
        name_hans="海峡船舶供应有限公司",
        place="Singapore",
        identifiers=(("lei", "984500DEMO00SGLION25"),),
        currencies=("SGD", "USD"),
        terms_days=(14, 30),
        goods=("Deck paint 甲板漆", "Rope and tackle 缆绳索具", "Bunker services 加油服务"),
        habit=PayingHabit(days_late=-5, spread_days=2, month_end_percent=8, unpaid_percent=0),
    ),
    SampleFirm(
        code="MCB",
        name_en="Maas Cargo B.V.",
        name_hant="馬斯貨運有限公司",
        name_hans="马斯货运有限公司",
        place="Rotterdam",
        identifiers=(("lei", "724500DEMO00MAASCA22"),),
        currencies=("EUR", "USD"),
        terms_days=(30, 60),
        goods=("Dairy machinery parts 乳品机械配件", "Container drayage 集装箱短驳", "Flower bulbs 花卉球根"),
        habit=PayingHabit(days_late=24, spread_days=14, month_end_percent=25, unpaid_percent=7),
    ),
    SampleFirm(
        code="PST",
        name_en="Penang Spice and Tin",
        name_hant="檳城香料錫業",
        name_hans="槟城香料锡业",
        place="Penang",
        identifiers=(("lei", "254900DEMO00PENANG38"),),
        currencies=("USD", "SGD"),
        terms_days=(30,),
        goods=("White pepper 白胡椒", "Tin ingots 锡锭"),
        habit=PayingHabit(days_late=9, spread_days=8, month_end_percent=20, unpaid_percent=5),
    ),
    SampleFirm(
        code="YSK",
        name_en="Yokohama Silk Works",
        name_hant="橫濱絹織所",
        name_hans="横滨绢织所",
        place="Yokohama",
        identifiers=(("lei", "353800DEMO00YOKOHA95"),),
        currencies=("JPY", "USD"),
        terms_days=(60,),
        goods=("Silk fabric 絲綢", "Dyeing 染色加工"),
        habit=PayingHabit(days_late=0, spread_days=1, month_end_percent=70, unpaid_percent=0),
    ),
    SampleFirm(
        code="VMT",
        name_en="Victoria Machine Tools Ltd",
        name_hant="維多利亞機床有限公司",
        name_hans="维多利亚机床有限公司",
        place="Hong Kong",
        identifiers=(("hkbr", "50617283"),),
        currencies=("HKD", "EUR"),
        terms_days=(45, 60),
        goods=("Lathe spares 車床零件", "Calibration 校準服務"),
        habit=PayingHabit(days_late=4, spread_days=5, month_end_percent=35, unpaid_percent=3),
    ),
)
"""The first five are the demonstration's usual network. Their habits lead to grades from A to E."""
