"""The column names that banks and accounting systems write above payments, by the field they stand for, best first."""

from __future__ import annotations

from typing import Final

from cohong.importing.column_names import BUYER_CODES, BUYER_NAMES, NAMES, Vocabulary
from cohong.importing.file_format import Field

PAYMENT_COLUMNS: Final = Vocabulary(
    {
        Field.SETTLED: (
            "valuedate paymentdate paiddate receiptdate settlementdate datereceived datepaid transactiondate txndate "
            "transdate trandate bookingdate postingdate posteddate entrydate date 起息日 起息日期 到账日期 到賬日期 "
            "到帳日期 收款日期 付款日期 交易日期 交易日 记账日期 記帳日期 入账日期 入賬日期 日期 交易时间 交易時間"
        ).split(),
        Field.MONEY_IN: (
            "moneyin paidin creditamount amountcredit deposit deposits depositamount credit credits received "
            "receivedamount amountreceived receipts incoming 贷方发生额 貸方發生額 贷方金额 貸方金額 贷方 貸方 收入 "
            "收入金额 收入金額 收款金额 收款金額 存入 存款 存入金额 存入金額 转入金额 轉入金額"
        ).split(),
        Field.MONEY_OUT: (
            "moneyout paidout debitamount amountdebit withdrawal withdrawals withdrawalamount debit debits payments "
            "outgoing amountpaid paidamount 借方发生额 借方發生額 借方金额 借方金額 借方 支出 支出金额 支出金額 "
            "付款金额 付款金額 提取 提款 支取 转出金额 轉出金額"
        ).split(),
        Field.AMOUNT: (
            "amount paymentamount transactionamount txnamount amt sum value netamount amountinaccountcurrency 金额 "
            "金額 交易金额 交易金額 发生额 發生額 款额 款額"
        ).split(),
        Field.CURRENCY: NAMES[Field.CURRENCY],
        Field.NUMBER: (
            "reference paymentreference remittancereference remittanceinformation remittance customerreference "
            "bankreference transactionreference invoicenumber invoiceno invoice invoiceref invoicereference endtoendid "
            "referenceno refno ref 附言 用途 发票号码 發票號碼 发票号 發票號 参考号 參考編號 参考编号 客户参考 客戶參考"
        ).split(),
        Field.DESCRIPTION: NAMES[Field.DESCRIPTION]
        + "transactiondetails transactiondescription paymentdetails text purpose message 交易说明 交易說明".split(),
        Field.CUSTOMER: (
            "memberid counterpartyid counterpartyaccount counterpartyaccountno payeraccount payeeaccount "
            "beneficiaryaccount remitteraccount iban counterpartyiban 对方账号 對方帳號 對方賬號 对方帐号"
        ).split()
        + BUYER_CODES,
        Field.CUSTOMER_NAME: (
            "counterparty counterpartyname payer payername payee payeename remitter remittername beneficiary "
            "beneficiaryname receivedfrom paidto from to debtorname creditorname supplier suppliername 对方户名 "
            "對方戶名 对方名称 對方名稱 付款人 付款方 收款人 收款方 付款人名称 付款人名稱 收款人名称 收款人名稱"
        ).split()
        + BUYER_NAMES,
    },
    required=(Field.SETTLED,),
)
"""Amounts are in one column, positive for what came in, or in two. That there is one of them is asked for besides."""
