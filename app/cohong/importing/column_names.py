"""The column names that accounting systems write, by the field they stand for, best first.

A name is compared after normalising: width and case folded, everything but letters and digits dropped, `#`
read as "no". So `invoiceNumber`, `Invoice Number`, `INVOICE_NUMBER` and `invoice-number` are one entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cohong.importing.file_format import REQUIRED_FIELDS, Field

BUYER_CODES: Final = (
    "customerid customercode customerno customernumber customeraccount customeraccountno customerref custid "
    "custcode custno custnum custnumber clientid clientcode clientno clientnumber accountid accountcode "
    "accountno accountnumber buyerid buyercode buyerno debtorid debtorcode debtorno debtornumber billtoid "
    "billtocode soldtoparty soldto payerid partnercode partnerid contactid contactcode 购方单位代号 "
    "購方單位代號 购方代码 購方代碼 购买方代码 客户编号 客戶編號 客户编码 客戶編碼 客户代码 客戶代碼 "
    "客户代号 客戶代號 客户号 客戶號 客户id 客戶id 买方编号 買方編號 债务人编号 債務人編號 购方税号 購方稅號 "
    "购买方税号 购方识别号 购买方识别号 购方纳税人识别号 购买方纳税人识别号 购货方编号 往来单位编码 "
    "往来单位编号 customer client buyer debtor account 客户 客戶 顾客 顧客 买方 買方 购方 購方 购买方 債務人 "
    "债务人 往来单位"
).split()
SELLER_CODES: Final = (
    "supplierid suppliercode supplierno suppliernumber vendorid vendorcode vendorno vendornumber sellerid "
    "sellercode creditorid creditorcode 销方单位代号 銷方單位代號 销方代码 供应商编号 供應商編號 供应商编码 "
    "供應商編碼 供应商代码 供應商代碼 卖方编号 賣方編號 销方税号 销售方税号 销方识别号 销售方纳税人识别号 "
    "销方纳税人识别号 supplier vendor seller creditor 供应商 供應商 卖方 賣方 销方 銷方 销售方 suppliername "
    "vendorname sellername creditorname 供应商名称 供應商名稱 销方名称 销售方名称 卖方名称 賣方名稱"
).split()
BUYER_NAMES: Final = (
    "customername customerfullname clientname buyername debtorname accountname custname companyname company "
    "billto billtoname soldtoname payername partnername contactname businessname 客户名称 客戶名稱 客户全称 "
    "客戶全稱 客户名 客戶名 客户简称 购方名称 購方名稱 购买方名称 购买方 购货单位 购货单位名称 购方单位名称 "
    "买方名称 買方名稱 公司名称 公司名稱 单位名称 單位名稱 往来单位名称 债务人名称 債務人名稱 customer "
    "client buyer debtor 客户 客戶 买方 買方 购方 購方 name 名称 名稱"
).split()
SELLER_NAMES: Final = (
    "suppliername vendorname sellername creditorname supplier vendor seller 供应商名称 供應商名稱 销方名称 "
    "销售方名称 卖方名称 賣方名稱 供应商 供應商"
).split()

NAMES: Final[dict[Field, list[str]]] = {
    Field.CUSTOMER: BUYER_CODES + BUYER_NAMES[: BUYER_NAMES.index("customer")] + SELLER_CODES,
    Field.NUMBER: (
        "invoicenumber invoiceno invoicenum invoiceid invoicecode invoiceref invoicereference invno invnum "
        "invnumber invid taxinvoiceno taxinvoicenumber salesinvoiceno documentnumber documentno docno docnum "
        "docnumber billingdocument billnumber billno billid vouchernumber voucherno referenceno "
        "referencenumber reference refno ref 发票号码 發票號碼 发票号 發票號 发票编号 發票編號 数电票号码 "
        "数电发票号码 全电发票号码 票号 票號 账单号 帳單號 賬單號 账单编号 帳單編號 賬單編號 单据号 單據號 "
        "单据编号 單據編號 单号 單號 凭证号 憑證號 invoice number no 发票 發票 编号 編號 号码 號碼"
    ).split(),
    Field.ISSUED: (
        "invoicedate invoiceissuedate invoicedon issuedate issueddate dateissued issuedon issued dateofissue "
        "dateofinvoice taxinvoicedate invdate billdate billingdate documentdate docdate transactiondate "
        "txndate createdate created 开票日期 開票日期 发票日期 發票日期 开票时间 開票時間 开具日期 開具日期 "
        "出票日期 发出日期 發出日期 账单日期 帳單日期 賬單日期 单据日期 單據日期 业务日期 業務日期 "
        "postingdate bookingdate date 日期"
    ).split(),
    Field.DUE: (
        "duedate invoiceduedate paymentduedate datedue dueon due paymentdue payby paybydate netduedate "
        "maturitydate maturity expirydate 到期日 到期日期 付款到期日 付款到期日期 应付日期 應付日期 应收日期 "
        "應收日期 付款期限 缴款期限 繳款期限 付款截止日 付款截止日期 还款日 還款日 还款日期 還款日期 "
        "最迟付款日 最後付款日"
    ).split(),
    Field.AMOUNT: (
        "价税合计 價稅合計 价税合计金额 含税金额 含稅金額 含税总额 invoiceamount invoicetotal "
        "totalinvoiceamount invoicevalue grossamount amountgross totalamount amounttotal grandtotal "
        "totalinctax totalincltax totalincgst totalincvat totalprice amountinclvat amountinctax totaldue "
        "total gross amount invamount invoiceamt totalamt amt 发票金额 發票金額 开票金额 開票金額 总金额 "
        "總金額 总额 總額 合计金额 合計金額 合计 合計 总计 總計 应收金额 應收金額 应付金额 應付金額 账单金额 "
        "帳單金額 賬單金額 金额 金額 款额 款額 originalamount documentamount docamount amountdoccurr "
        "netamount value amountdue balance outstanding openamount openbalance 未付金额 未付金額 欠款 余额 "
        "餘額 结余 結餘"
    ).split(),
    Field.CURRENCY: (
        "currency currencycode invoicecurrency transactioncurrency documentcurrency curr ccy cur curcode "
        "isocode 币种 幣種 货币 貨幣 币别 幣別 货币代码 貨幣代碼 货币种类 貨幣種類 结算币种 結算幣種 "
        "交易币种 交易幣種"
    ).split(),
    Field.SETTLED: (
        "settleddate settlementdate datesettled settledon settled paiddate paymentdate datepaid paidon "
        "fullypaidon fullypaiddate lastpaymentdate paymentreceiveddate receiptdate datereceived receiveddate "
        "cleardate clearingdate cleareddate closeddate paid 付款日期 付款日 支付日期 收款日期 收款日 "
        "结算日期 結算日期 结清日期 結清日期 核销日期 核銷日期 到账日期 到賬日期 到帳日期 回款日期 入账日期 "
        "入賬日期 实付日期 實付日期 实收日期 實收日期 清账日期 付讫日期 付訖日期"
    ).split(),
    Field.DESCRIPTION: (
        "description invoicedescription itemdescription desc particulars details detail memo narration "
        "narrative remarks remark notes note comment comments subject item product goods 描述 说明 說明 摘要 "
        "备注 備註 备註 備考 货物名称 貨物名稱 货物或应税劳务名称 商品名称 商品名稱 项目 項目 品名 内容 內容 "
        "事由 用途"
    ).split(),
    Field.STATUS: (
        "invoicestatus status documentstatus docstatus state invoicestate void voided cancelled canceled "
        "发票状态 發票狀態 票据状态 单据状态 單據狀態 状态 狀態 作废标志 作廢標誌 是否作废 是否作廢"
    ).split(),
    Field.TERMS_DAYS: (
        "termsdays termdays paymenttermsdays paymenttermdays paymentdays creditdays daysnet netdays duedays "
        "creditterms creditterm creditperiod paymentterms paymentterm terms term 账期 帳期 賬期 账期天数 "
        "帳期天數 賬期天數 信用期 信用期限 信用天数 信用天數 付款天数 付款天數 付款条件 付款條件 "
        "付款方式天数 结算期 結算期"
    ).split(),
    Field.CUSTOMER_NAME: BUYER_NAMES + SELLER_NAMES,
}
"""In the order in which fields choose their column: `Customer` is the name once `Customer ID` is the code."""

_BRACKETED: Final = re.compile(r"[(\[{].*?[)\]}]")
_SEPARATORS: Final = re.compile(r"[,;\t|]")


@dataclass(frozen=True)
class Vocabulary:
    """The names of columns in one kind of file.

    Attributes:
        names: By field, in the order in which fields choose their column, the best names first.
        required: Fields without which nothing can be read.
    """

    names: Mapping[Field, Sequence[str]]
    required: tuple[Field, ...]

    @cached_property
    def _ranks(self) -> dict[Field, dict[str, int]]:
        return {
            field: {name: rank for rank, name in reversed(list(enumerate(names)))}
            for field, names in self.names.items()
        }

    def rank_of(self, field: Field, header: str) -> int | None:
        """Return how well the header stands for the field, 0 best; None if it does not."""
        return self._ranks[field].get(normalised(header))

    def is_known(self, header: str) -> bool:
        """Return whether the header is a name of any field."""
        name = normalised(header)
        return any(name in ranks for ranks in self._ranks.values())


def normalised(header: str) -> str:
    """Return the header's letters and digits, folded; brackets and what they hold, often a unit, go first."""
    folded = unicodedata.normalize("NFKC", header).casefold().replace("#", "no")
    return _letters(_BRACKETED.sub("", folded)) or _letters(folded)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


INVOICE_COLUMNS: Final = Vocabulary(NAMES, REQUIRED_FIELDS)


def known_headers(line: str) -> list[str]:
    """Return the column names on a line, whatever divides it, that are known and not ASCII."""
    cells = [cell.strip().strip('"') for cell in _SEPARATORS.split(line)]
    return [cell for cell in cells if not cell.isascii() and INVOICE_COLUMNS.is_known(cell)]
