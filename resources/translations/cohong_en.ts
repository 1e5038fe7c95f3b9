<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgeingPage</name>
    <message numerus="yes">
        <source>%n more line(s) are in the sums alone.</source>
        <translation>
            <numerusform>%n more line is in the sums alone.</numerusform>
            <numerusform>%n more lines are in the sums alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CharterCard</name>
    <message numerus="yes">
        <source>%n heard from in the last minute</source>
        <translation>
            <numerusform>%n heard from in the last minute</numerusform>
            <numerusform>%n heard from in the last minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that nothing can change any more</source>
        <translation>
            <numerusform>%n record that nothing can change any more</numerusform>
            <numerusform>%n records that nothing can change any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the next block</source>
        <translation>
            <numerusform>%n waits for the next block</numerusform>
            <numerusform>%n wait for the next block</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckResults</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message numerus="yes">
        <source>Left out: %Ln invoice(s) of customers that stand for no member.</source>
        <translation>
            <numerusform>Left out: %Ln invoice of customers that stand for no member.</numerusform>
            <numerusform>Left out: %Ln invoices of customers that stand for no member.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln customer(s)</source>
        <translation>
            <numerusform>of %Ln customer</numerusform>
            <numerusform>of %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoice(s)</source>
        <translation>
            <numerusform>%Ln invoice</numerusform>
            <numerusform>%Ln invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them late</source>
        <translation>
            <numerusform>%Ln of them late</numerusform>
            <numerusform>%Ln of them late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message numerus="yes">
        <source>%n invoice(s), none paid or overdue yet. Ask for references.</source>
        <translation>
            <numerusform>%n invoice, neither paid nor overdue yet. Ask for references.</numerusform>
            <numerusform>%n invoices, none paid or overdue yet. Ask for references.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, but only %n counterparty(ies): ask for references.</source>
        <translation>
            <numerusform>{paid} paid within terms, but only %n counterparty: ask for references.</numerusform>
            <numerusform>{paid} paid within terms, but only %n counterparties: ask for references.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, never late; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid} paid within terms, never late; %n counterparty.</numerusform>
            <numerusform>{paid} paid within terms, never late; %n counterparties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, {late} not paid in time; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid} paid within terms, {late} not paid in time; %n counterparty.</numerusform>
            <numerusform>{paid} paid within terms, {late} not paid in time; %n counterparties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, {days} days late on average; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid} paid within terms, {days} days late on average; %n counterparty.</numerusform>
            <numerusform>{paid} paid within terms, {days} days late on average; %n counterparties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n default(s)</source>
        <translation>
            <numerusform>%n default</numerusform>
            <numerusform>%n defaults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n given up</numerusform>
            <numerusform>%n given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open dispute(s)</source>
        <translation>
            <numerusform>%n open dispute</numerusform>
            <numerusform>%n open disputes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln UBL document(s)</source>
        <translation>
            <numerusform>%Ln UBL document</numerusform>
            <numerusform>%Ln UBL documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreditExport</name>
    <message numerus="yes">
        <source>Saved as {file}, with %Ln signed record(s).</source>
        <translation>
            <numerusform>Saved as {file}, with %Ln signed record.</numerusform>
            <numerusform>Saved as {file}, with %Ln signed records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysLateWords</name>
    <message numerus="yes">
        <source>Likely paid about {day}, %n day(s) late</source>
        <translation>
            <numerusform>Likely paid about {day}, %n day late</numerusform>
            <numerusform>Likely paid about {day}, %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of its own: {days} days late on average.</source>
        <translation>
            <numerusform>%Ln payment of its own: {days} days late on average.</numerusform>
            <numerusform>%Ln payments of its own: {days} days late on average.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of all members: {days} days late on average.</source>
        <translation>
            <numerusform>%Ln payment of all members: {days} days late on average.</numerusform>
            <numerusform>%Ln payments of all members: {days} days late on average.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message numerus="yes">
        <source>%n went past terms unpaid</source>
        <translation>
            <numerusform>%n went past terms unpaid</numerusform>
            <numerusform>%n went past terms unpaid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n given up</numerusform>
            <numerusform>%n given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declared in default</source>
        <translation>
            <numerusform>%n declared in default</numerusform>
            <numerusform>%n declared in default</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) opened</source>
        <translation>
            <numerusform>%n dispute opened</numerusform>
            <numerusform>%n disputes opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) settled</source>
        <translation>
            <numerusform>%n dispute settled</numerusform>
            <numerusform>%n disputes settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) lost</source>
        <translation>
            <numerusform>%n dispute lost</numerusform>
            <numerusform>%n disputes lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) asked for</source>
        <translation>
            <numerusform>%n correction asked for</numerusform>
            <numerusform>%n corrections asked for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message numerus="yes">
        <source>A record has room for %n file(s).</source>
        <translation>
            <numerusform>A record has room for %n file.</numerusform>
            <numerusform>A record has room for %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message numerus="yes">
        <source>Saved as {file}: %Ln row(s), {size}.</source>
        <translation>
            <numerusform>Saved as {file}: %Ln row, {size}.</numerusform>
            <numerusform>Saved as {file}: %Ln rows, {size}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForSaleList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuaranteesTab</name>
    <message numerus="yes">
        <source>%n call(s) for you to pay</source>
        <translation>
            <numerusform>%n call for you to pay</numerusform>
            <numerusform>%n calls for you to pay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message numerus="yes">
        <source>Import %Ln invoice(s)</source>
        <translation>
            <numerusform>Import %Ln invoice</numerusform>
            <numerusform>Import %Ln invoices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationReview</name>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n voter</numerusform>
            <numerusform>%n voters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnownWords</name>
    <message numerus="yes">
        <source>It is still receiving: %Ln entries to come. Who is in them is not here yet.</source>
        <translation>
            <numerusform>It is still receiving: %Ln entry to come. Who is in it is not here yet.</numerusform>
            <numerusform>It is still receiving: %Ln entries to come. Who is in them is not here yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message numerus="yes">
        <source>The most you were owed at once and paid within terms, in %Ln obligation(s)</source>
        <translation>
            <numerusform>The most you were owed at once and paid within terms, in %Ln obligation</numerusform>
            <numerusform>The most you were owed at once and paid within terms, in %Ln obligations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Likewise of everybody, in %Ln obligation(s)</source>
        <translation>
            <numerusform>Likewise of everybody, in %Ln obligation</numerusform>
            <numerusform>Likewise of everybody, in %Ln obligations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookUpsForm</name>
    <message numerus="yes">
        <source>Keep look-ups for %n day(s) only?</source>
        <translation>
            <numerusform>Keep look-ups for %n day only?</numerusform>
            <numerusform>Keep look-ups for %n days only?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older look-up(s) deleted.</source>
        <translation>
            <numerusform>%Ln older look-up deleted.</numerusform>
            <numerusform>%Ln older look-ups deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln look-up(s) are deleted for good. What you have read and why cannot be shown to anybody then.</source>
        <translation>
            <numerusform>%Ln look-up is deleted for good. What you have read and why cannot be shown to anybody then.</numerusform>
            <numerusform>%Ln look-ups are deleted for good. What you have read and why cannot be shown to anybody then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln look-up(s) deleted.</source>
        <translation>
            <numerusform>%Ln look-up deleted.</numerusform>
            <numerusform>%Ln look-ups deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberCardWords</name>
    <message numerus="yes">
        <source>%n invoice(s), none settled yet</source>
        <translation>
            <numerusform>%n invoice, not settled yet</numerusform>
            <numerusform>%n invoices, none settled yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MotionCard</name>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MotionList</name>
    <message numerus="yes">
        <source>Show %n motion(s) that are over</source>
        <translation>
            <numerusform>Show %n motion that is over</numerusform>
            <numerusform>Show %n motions that are over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MotionWords</name>
    <message numerus="yes">
        <source>{effect} There are %n voter(s) then: a majority at {majority}, final at {final}.</source>
        <translation>
            <numerusform>{effect} There is %n voter then: a majority at {majority}, final at {final}.</numerusform>
            <numerusform>{effect} There are %n voters then: a majority at {majority}, final at {final}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More voters may be away, and fewer have to cheat: %n voter(s) that provably sign both ways are then enough for two contradicting records to be final, instead of {now}.</source>
        <translation>
            <numerusform>More voters may be away, and fewer have to cheat: %n voter that provably signs both ways is then enough for two contradicting records to be final, instead of {now}.</numerusform>
            <numerusform>More voters may be away, and fewer have to cheat: %n voters that provably sign both ways are then enough for two contradicting records to be final, instead of {now}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Final records are harder to undo then, but nothing becomes final with more than %n voter(s) away.</source>
        <translation>
            <numerusform>Final records are harder to undo then, but nothing becomes final with more than %n voter away.</numerusform>
            <numerusform>Final records are harder to undo then, but nothing becomes final with more than %n voters away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewMotionSheet</name>
    <message numerus="yes">
        <source>%n character(s) too long.</source>
        <translation>
            <numerusform>%n character too long.</numerusform>
            <numerusform>%n characters too long.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NowWords</name>
    <message numerus="yes">
        <source>%n record(s) will be sent as soon as somebody is reached.</source>
        <translation>
            <numerusform>%n record will be sent as soon as somebody is reached.</numerusform>
            <numerusform>%n records will be sent as soon as somebody is reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receiving %n record(s)</source>
        <translation>
            <numerusform>Receiving %n record</numerusform>
            <numerusform>Receiving %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n record(s)</source>
        <translation>
            <numerusform>Sending %n record</numerusform>
            <numerusform>Sending %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No majority yet for %n record(s) of yours.</source>
        <translation>
            <numerusform>No majority yet for %n record of yours.</numerusform>
            <numerusform>No majority yet for %n records of yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectionList</name>
    <message numerus="yes">
        <source>%n file(s) as evidence</source>
        <translation>
            <numerusform>%n file as evidence</numerusform>
            <numerusform>%n files as evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n peer(s)</source>
        <translation>
            <numerusform>with %n peer</numerusform>
            <numerusform>with %n peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n more invoice(s) count as well; the signed file has them.</source>
        <translation>
            <numerusform>%n more invoice counts as well; the signed file has it.</numerusform>
            <numerusform>%n more invoices count as well; the signed file has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n day(s)</source>
        <translation>
            <numerusform>overdue by %n day</numerusform>
            <numerusform>overdue by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paid %n day(s) late</source>
        <translation>
            <numerusform>paid %n day late</numerusform>
            <numerusform>paid %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This paper is a reading of a signed file, {file}, which comes with it. The file counts: a W3C Verifiable Credential with %n signed record(s) that its invoices rest on.</source>
        <translation>
            <numerusform>This paper is a reading of a signed file, {file}, which comes with it. The file counts: a W3C Verifiable Credential with %n signed record that its invoices rest on.</numerusform>
            <numerusform>This paper is a reading of a signed file, {file}, which comes with it. The file counts: a W3C Verifiable Credential with %n signed records that its invoices rest on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message numerus="yes">
        <source>Record %Ln payment(s)</source>
        <translation>
            <numerusform>Record %Ln payment</numerusform>
            <numerusform>Record %Ln payments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message numerus="yes">
        <source>{lost} of %n dispute(s) lost.</source>
        <translation>
            <numerusform>{lost} of %n dispute lost.</numerusform>
            <numerusform>{lost} of %n disputes lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first invoice that was paid within terms is %n month(s) old.</source>
        <translation>
            <numerusform>The first invoice that was paid within terms is %n month old.</numerusform>
            <numerusform>The first invoice that was paid within terms is %n months old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} of %n counterparties were paid within terms.</source>
        <translation>
            <numerusform>{paid} of %n counterparty was paid within terms.</numerusform>
            <numerusform>{paid} of %n counterparties were paid within terms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s) within terms</source>
        <translation>
            <numerusform>%n more payment within terms</numerusform>
            <numerusform>%n more payments within terms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paying the %n overdue invoice(s) today</source>
        <translation>
            <numerusform>Paying the overdue invoice today</numerusform>
            <numerusform>Paying the %n overdue invoices today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s) {days} days late</source>
        <translation>
            <numerusform>%n more payment {days} days late</numerusform>
            <numerusform>%n more payments {days} days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecallBar</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordDetailsPane</name>
    <message numerus="yes">
        <source>%n day(s) late.</source>
        <translation>
            <numerusform>%n day late.</numerusform>
            <numerusform>%n days late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day} (+%n day(s) of grace)</source>
        <translation>
            <numerusform>{day} (+%n day of grace)</numerusform>
            <numerusform>{day} (+%n days of grace)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message numerus="yes">
        <source>and %n older record(s)</source>
        <translation>
            <numerusform>and %n older record</numerusform>
            <numerusform>and %n older records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>Weakest: the newest record is %n day(s) old.</source>
        <translation>
            <numerusform>Weakest: the newest record is %n day old.</numerusform>
            <numerusform>Weakest: the newest record is %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weakest: %n day(s) since this machine was connected to another.</source>
        <translation>
            <numerusform>Weakest: %n day since this machine was connected to another.</numerusform>
            <numerusform>Weakest: %n days since this machine was connected to another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n settled invoice(s); worst {worst}</source>
        <translation>
            <numerusform>over %n settled invoice; worst {worst}</numerusform>
            <numerusform>over %n settled invoices; worst {worst}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days late of %n invoice(s) settled or overdue: half at most {median}, nine in ten at most {ninth}.</source>
        <translation>
            <numerusform>Days late of the only invoice settled or overdue: {median}.</numerusform>
            <numerusform>Days late of %n invoices settled or overdue: half at most {median}, nine in ten at most {ninth}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days late of %n invoice(s) settled or overdue: half none, nine in ten at most {ninth}.</source>
        <translation>
            <numerusform>Days late of the only invoice settled or overdue: {ninth}.</numerusform>
            <numerusform>Days late of %n invoices settled or overdue: half none, nine in ten at most {ninth}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) still wait for the voters.</source>
        <translation>
            <numerusform>%n record still waits for the voters.</numerusform>
            <numerusform>%n records still wait for the voters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are contested or were refused.</source>
        <translation>
            <numerusform>%n record is contested or was refused.</numerusform>
            <numerusform>%n records are contested or were refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) with an open dispute are not counted.</source>
        <translation>
            <numerusform>%n invoice with an open dispute is not counted.</numerusform>
            <numerusform>%n invoices with an open dispute are not counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s) are not connected: what they know may be newer.</source>
        <translation>
            <numerusform>%n voter is not connected: what it knows may be newer.</numerusform>
            <numerusform>%n voters are not connected: what they know may be newer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundGraph</name>
    <message numerus="yes">
        <source>%n more member(s) are in the table alone.</source>
        <translation>
            <numerusform>%n more member is in the table alone.</numerusform>
            <numerusform>%n more members are in the table alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message numerus="yes">
        <source>To follow once the other side has accepted: %Ln receipt(s).</source>
        <translation>
            <numerusform>To follow once the other side has accepted: %Ln receipt.</numerusform>
            <numerusform>To follow once the other side has accepted: %Ln receipts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendSheet</name>
    <message numerus="yes">
        <source>Sign and send %n record(s)</source>
        <translation>
            <numerusform>Sign and send %n record</numerusform>
            <numerusform>Sign and send %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can recall them for %n second(s): until then nothing is signed.</source>
        <translation>
            <numerusform>You can recall them for %n second: until then nothing is signed.</numerusform>
            <numerusform>You can recall them for %n seconds: until then nothing is signed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n record(s) signed and on the way.</source>
        <translation>
            <numerusform>%n record signed and on the way.</numerusform>
            <numerusform>%n records signed and on the way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) stay: the rules of the book refuse them.</source>
        <translation>
            <numerusform>%n draft stays: the rules of the book refuse it.</numerusform>
            <numerusform>%n drafts stay: the rules of the book refuse them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message numerus="yes">
        <source>At most {share} of {held}, which it has repaid to %n member(s).</source>
        <translation>
            <numerusform>At most {share} of {held}, which it has repaid to %n member.</numerusform>
            <numerusform>At most {share} of {held}, which it has repaid to %n members.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {share} of {held}, which %n member(s) have repaid to you.</source>
        <translation>
            <numerusform>At most {share} of {held}, which %n member has repaid to you.</numerusform>
            <numerusform>At most {share} of {held}, which %n members have repaid to you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{debtor} has repaid you {paid} in %n payment(s), the last on {day}.</source>
        <translation>
            <numerusform>{debtor} has repaid you {paid} in %n payment, the last on {day}.</numerusform>
            <numerusform>{debtor} has repaid you {paid} in %n payments, the last on {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{debtor} has repaid {creditor} {paid} in %n payment(s), the last on {day}.</source>
        <translation>
            <numerusform>{debtor} has repaid {creditor} {paid} in %n payment, the last on {day}.</numerusform>
            <numerusform>{debtor} has repaid {creditor} {paid} in %n payments, the last on {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more path(s) carry the rest.</source>
        <translation>
            <numerusform>%n more path carries the rest.</numerusform>
            <numerusform>%n more paths carry the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on a scale from −1 to +1, by what %n other(s) have had from it</source>
        <translation>
            <numerusform>on a scale from −1 to +1, by what %n other has had from it</numerusform>
            <numerusform>on a scale from −1 to +1, by what %n others have had from it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The weights are learned from %Ln rating(s) in the book.</source>
        <translation>
            <numerusform>The weights are learned from %Ln rating in the book.</numerusform>
            <numerusform>The weights are learned from %Ln ratings in the book.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n motion(s) need you</source>
        <translation>
            <numerusform>%n motion needs you</numerusform>
            <numerusform>%n motions need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged record(s), being restored</source>
        <translation>
            <numerusform>%n damaged record, being restored</numerusform>
            <numerusform>%n damaged records, being restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) signed two ways</source>
        <translation>
            <numerusform>%n member signed two ways</numerusform>
            <numerusform>%n members signed two ways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayStrip</name>
    <message numerus="yes">
        <source>%Ln counterparty(ies) changed</source>
        <translation>
            <numerusform>%Ln counterparty changed</numerusform>
            <numerusform>%Ln counterparties changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be reviewed</source>
        <translation>
            <numerusform>%Ln to be reviewed</numerusform>
            <numerusform>%Ln to be reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln motion(s) need you</source>
        <translation>
            <numerusform>%Ln motion needs you</numerusform>
            <numerusform>%Ln motions need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) to answer</source>
        <translation>
            <numerusform>%Ln proposal to answer</numerusform>
            <numerusform>%Ln proposals to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dispute(s) to answer</source>
        <translation>
            <numerusform>%Ln dispute to answer</numerusform>
            <numerusform>%Ln disputes to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) to sign</source>
        <translation>
            <numerusform>%Ln draft to sign</numerusform>
            <numerusform>%Ln drafts to sign</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to send</source>
        <translation>
            <numerusform>%Ln to send</numerusform>
            <numerusform>%Ln to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) to answer</source>
        <translation>
            <numerusform>%Ln correction to answer</numerusform>
            <numerusform>%Ln corrections to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) to answer by {day}</source>
        <translation>
            <numerusform>%Ln correction to answer by {day}</numerusform>
            <numerusform>%Ln corrections to answer, the first by {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockGate</name>
    <message numerus="yes">
        <source>%n tries so far.</source>
        <translation>
            <numerusform>%n try so far.</numerusform>
            <numerusform>%n tries so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message numerus="yes">
        <source>%n motion(s) need you</source>
        <translation>
            <numerusform>%n motion needs you</numerusform>
            <numerusform>%n motions need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message numerus="yes">
        <source>To undo this, %n of the {voters} voters would have to be proven to have signed both ways.</source>
        <translation>
            <numerusform>To undo this, %n of the {voters} voters would have to be proven to have signed both ways.</numerusform>
            <numerusform>To undo this, %n of the {voters} voters would have to be proven to have signed both ways.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchWords</name>
    <message numerus="yes">
        <source>%Ln watched</source>
        <translation>
            <numerusform>%Ln watched</numerusform>
            <numerusform>%Ln watched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be reviewed</source>
        <translation>
            <numerusform>%Ln to be reviewed</numerusform>
            <numerusform>%Ln to be reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest {count} of %Ln record(s).</source>
        <translation>
            <numerusform>The newest {count} of %Ln record.</numerusform>
            <numerusform>The newest {count} of %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_HistoryLine</name>
    <message numerus="yes">
        <source>{level}, %n signed</source>
        <translation>
            <numerusform>{level}, %n signed</numerusform>
            <numerusform>{level}, %n signed</numerusform>
        </translation>
    </message>
</context>
</TS>
