<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AbortSheet</name>
    <message>
        <source>End this round without a result?</source>
        <translation>不结算就结束这一轮？</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成员都可阅读。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nothing is set off, and everybody has back control of what had joined. This round can&apos;t be opened again; you may announce another.</source>
        <translation>不抵销任何欠款，各成员收回已加入欠款的处理权。这一轮不能重新开始，但您可以公布另一轮。</translation>
    </message>
    <message>
        <source>End it and sign</source>
        <translation>结束并签署</translation>
    </message>
    <message>
        <source>The round is ended; the voters are signing it.</source>
        <translation>这一轮已结束，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>AcceptCorrectionSheet</name>
    <message>
        <source>Accept the correction</source>
        <translation>接受更正</translation>
    </message>
    <message>
        <source>Says that you agree with what is asked. It stands beside the record, which stays as it was signed; record what follows from it yourself, such as new terms or an amount written off.</source>
        <translation>表示您同意所要求的更正。它会列在记录旁边，记录本身保持签署时的原样；由此引起的事，例如新条款或核销金额，须由您自行记录。</translation>
    </message>
    <message>
        <source>Accept and sign</source>
        <translation>接受并签署</translation>
    </message>
    <message>
        <source>Accepted. The voters are signing it.</source>
        <translation>已接受，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>AcceptSheet</name>
    <message>
        <source>Accept this record</source>
        <translation>接受此记录</translation>
    </message>
    <message>
        <source>I owe {who} {amount}, due {day}.</source>
        <translation>我欠 {who} {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>{who} owes me {amount}, due {day}.</source>
        <translation>{who} 欠我 {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>Your acceptance goes to all members. Once a majority of the voters has signed it, it counts as owed, and how it is paid shows in the report about the debtor. It can&apos;t be taken back.</source>
        <translation>您的接受会送交所有成员。过半数投票成员签署后，这笔款项即算作欠款，付款情况会显示在债务人的报告上。接受后不能撤回。</translation>
    </message>
    <message>
        <source>Accept and sign</source>
        <translation>接受并签署</translation>
    </message>
    <message>
        <source>Accepted. The voters are signing it.</source>
        <translation>已接受，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Sign and send</source>
        <translation>签署并发送</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Remove draft</source>
        <translation>移除草稿</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ActionSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AddDeviceSheet</name>
    <message>
        <source>Add a device that reads along</source>
        <translation>添加一台只读的设备</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>保存文件…</translation>
    </message>
    <message>
        <source>A file is made. On the new device, choose “Add this device from another”, the file, and the passphrase of this device.</source>
        <translation>程序会生成一个文件。在新设备上选择“由另一台设备添加此设备”，再选取该文件并输入这台设备的口令。</translation>
    </message>
    <message>
        <source>It has a key of its own and not yours: it can sign nothing until you hand the pen over to it.</source>
        <translation>新设备有自己的密钥，没有您的密钥：在您把签署权移交给它之前，它不能签署任何记录。</translation>
    </message>
    <message>
        <source>The other members can read the name.</source>
        <translation>其他成员看得到这个名称。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>设备文件</translation>
    </message>
    <message>
        <source>The file is made. Carry it to the new device.</source>
        <translation>文件已生成。请把文件带到新设备。</translation>
    </message>
</context>
<context>
    <name>AddressSheet</name>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Host and port, as the member has told you.</source>
        <translation>主机与端口，由该成员告知。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add and connect</source>
        <translation>添加并连接</translation>
    </message>
    <message>
        <source>Choose a member of this network.</source>
        <translation>请选择本网络的一名成员。</translation>
    </message>
    <message>
        <source>Write it as host:port.</source>
        <translation>请写成“主机:端口”。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
</context>
<context>
    <name>AgeingPage</name>
    <message>
        <source>Ageing</source>
        <translation>账龄</translation>
    </message>
    <message>
        <source>Owed to me</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 天</translation>
    </message>
    <message>
        <source>31–60</source>
        <translation>31–60</translation>
    </message>
    <message>
        <source>61–90</source>
        <translation>61–90</translation>
    </message>
    <message>
        <source>91+</source>
        <translation>91+</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Open by days past due</source>
        <translation>按逾期天数列出未付款项</translation>
    </message>
    <message>
        <source>Enter or double-click opens the records behind a line in the Book.</source>
        <translation>按 Enter 或双击，即可在账簿中查看该行所含的记录。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>You owe nothing.</source>
        <translation>您没有应付款项。</translation>
    </message>
    <message>
        <source>Nothing is owed to you.</source>
        <translation>您没有应收款项。</translation>
    </message>
    <message>
        <source>What is accepted and not paid yet stands here by its age.</source>
        <translation>已接受而未付的款项会按账龄列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) are in the sums alone.</source>
        <translation>
            <numerusform>另有 %n 行只计入合计。</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>AgreeSheet</name>
    <message>
        <source>Agree to new terms</source>
        <translation>同意新条款</translation>
    </message>
    <message>
        <source>In all, with {amount} that is paid or given up already.</source>
        <translation>总额，包括已付或已放弃的 {amount}。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Your consent holds until</source>
        <translation>您的同意有效至</translation>
    </message>
    <message>
        <source>Changes nothing yet. Up to that day {who} may put these terms in the place of the present ones; then the new due day decides what counts as late.</source>
        <translation>目前不会改变任何事。在该日或之前，{who} 可用这些条款取代现有条款；此后是否逾期，以新的到期日为准。</translation>
    </message>
    <message>
        <source>Agree and sign</source>
        <translation>同意并签署</translation>
    </message>
    <message>
        <source>Not more than is owed at present.</source>
        <translation>不可多于目前所欠的金额。</translation>
    </message>
    <message>
        <source>More than what is paid or given up already.</source>
        <translation>须多于已付或已放弃的金额。</translation>
    </message>
    <message>
        <source>Amount and due day are what they have been.</source>
        <translation>金额和到期日与原来相同。</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>这一天已经过去。</translation>
    </message>
    <message>
        <source>Agreed. {who} puts the new terms in force.</source>
        <translation>已同意。下一步由 {who} 使新条款生效。</translation>
    </message>
</context>
<context>
    <name>AimStep</name>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>You can do the other things later too.</source>
        <translation>其他事情以后也可以做。</translation>
    </message>
    <message>
        <source>Check others</source>
        <translation>查询他人</translation>
    </message>
    <message>
        <source>Look up how a firm or person pays, before you give credit.</source>
        <translation>赊销之前，先看看对方公司或个人的付款情况。</translation>
    </message>
    <message>
        <source>Keep our firm&apos;s credit records</source>
        <translation>登记本公司的赊销往来</translation>
    </message>
    <message>
        <source>Import invoices, have them signed by both sides, and see who is late.</source>
        <translation>导入发票，由双方签署，看看谁逾期。</translation>
    </message>
    <message>
        <source>Restore a profile</source>
        <translation>恢复账户</translation>
    </message>
    <message>
        <source>You have 24 recovery words from another computer.</source>
        <translation>您有另一台电脑的 24 个恢复词。</translation>
    </message>
    <message>
        <source>Add this device from another</source>
        <translation>由另一台设备添加此设备</translation>
    </message>
    <message>
        <source>You have a profile on another computer, and a file that it has made for this one.</source>
        <translation>您在另一台电脑上有账户，并有它为这台电脑生成的文件。</translation>
    </message>
    <message>
        <source>Your name, as the others see it</source>
        <translation>您的名称（其他人看到的）</translation>
    </message>
    <message>
        <source>Harbour Trading Ltd</source>
        <translation>海港贸易有限公司</translation>
    </message>
    <message>
        <source>Give the name that the other members will see.</source>
        <translation>请填写其他成员会看到的名称。</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Say how much.</source>
        <translation>请填写金额。</translation>
    </message>
    <message>
        <source>Write the amount as {example}.</source>
        <translation>请这样填写金额：{example}。</translation>
    </message>
</context>
<context>
    <name>AnnounceSheet</name>
    <message>
        <source>Announce a netting round</source>
        <translation>公布一轮净额结算</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>The last day on which you may write the result.</source>
        <translation>您可以写入结果的最后一天。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Due until</source>
        <translation>最晚到期日</translation>
    </message>
    <message>
        <source>What is open, may be netted and is due by this day can take part.</source>
        <translation>凡未清、可作净额结算、并在这天或之前到期的欠款，都可以加入。</translation>
    </message>
    <message>
        <source>What everybody should know of it</source>
        <translation>各成员须知</translation>
    </message>
    <message>
        <source>You become its coordinator: what joins is under your control until the round ends, and only you can settle it. You see what everybody brings, as all members do.</source>
        <translation>您会成为统筹人：加入的欠款在这一轮结束前由您处理，也只有您能结算。您会看到各成员带来的欠款，其他成员也一样。</translation>
    </message>
    <message>
        <source>Announce and sign</source>
        <translation>公布并签署</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>这一天已经过去。</translation>
    </message>
    <message>
        <source>Announced. Members can join as soon as a majority of the voters has signed it.</source>
        <translation>已公布。过半数投票成员签署后，各成员即可加入。</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>Answer the dispute</source>
        <translation>回应争议</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回应</translation>
    </message>
    <message>
        <source>Stands beside the dispute from now on. It does not close it: whoever opened it does.</source>
        <translation>从现在起列在争议旁边。它不会了结争议：只有提出争议的一方可以了结。</translation>
    </message>
    <message>
        <source>Answer and sign</source>
        <translation>回应并签署</translation>
    </message>
    <message>
        <source>Answered. The voters are signing it.</source>
        <translation>已回应，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>ArriveStep</name>
    <message>
        <source>Add this device from another</source>
        <translation>由另一台设备添加此设备</translation>
    </message>
    <message>
        <source>Make the file in the settings of the other device: “Add a device” for one that reads along, or “Hand over” for the one that is to sign from now on.</source>
        <translation>请在另一台设备的设置中生成文件：若这台设备只读，选“添加设备”；若今后由这台设备签署，选“移交”。</translation>
    </message>
    <message>
        <source>Set up this device</source>
        <translation>设置这台设备</translation>
    </message>
    <message>
        <source>No file chosen yet.</source>
        <translation>尚未选择文件。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Passphrase of the other device</source>
        <translation>另一台设备的口令</translation>
    </message>
    <message>
        <source>This device then has the same passphrase and recovery words.</source>
        <translation>这台设备此后使用相同的口令和恢复词。</translation>
    </message>
    <message>
        <source>Choose the file that the other device has made.</source>
        <translation>请选择另一台设备生成的文件。</translation>
    </message>
    <message>
        <source>Type the passphrase of the other device.</source>
        <translation>请输入另一台设备的口令。</translation>
    </message>
    <message>
        <source>File of the other device</source>
        <translation>另一台设备的文件</translation>
    </message>
</context>
<context>
    <name>AskWordsStep</name>
    <message>
        <source>Check what you wrote down</source>
        <translation>核对您抄下的词</translation>
    </message>
    <message>
        <source>Type these three of your words, from your paper.</source>
        <translation>请看着纸，输入其中这三个词。</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>第 {number} 个词</translation>
    </message>
    <message>
        <source>Word {number} is not that. Go back and look again.</source>
        <translation>第 {number} 个词不对。请返回再看一次。</translation>
    </message>
</context>
<context>
    <name>AssignSheet</name>
    <message>
        <source>Take an offer</source>
        <translation>接纳要约</translation>
    </message>
    <message>
        <source>Nobody has made a binding offer for this record as it stands.</source>
        <translation>这条记录按其现况，没有人提出具约束力的要约。</translation>
    </message>
    <message>
        <source>Offer it for sale: then it shows on the board of all members.</source>
        <translation>可先把它挂牌，所有成员便会在挂牌板上看到。</translation>
    </message>
    <message>
        <source>{who}: {price}</source>
        <translation>{who}：{price}</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>要约</translation>
    </message>
    <message>
        <source>It is disputed: it can&apos;t be sold until the dispute is closed.</source>
        <translation>记录有争议，争议了结前不能转让。</translation>
    </message>
    <message>
        <source>Sell and sign</source>
        <translation>转让并签署</translation>
    </message>
    <message>
        <source>You sell {amount} of what {debtor} owes you to {buyer} for {price}, {recourse}.</source>
        <translation>您把 {debtor} 欠您的其中 {amount} 以 {price} 转让给 {buyer}，{recourse}。</translation>
    </message>
    <message>
        <source>{debtor} owes that to {buyer} from then on, and {amount} to you still.</source>
        <translation>由此 {debtor} 欠 {buyer} 这个金额，另外仍欠您 {amount}。</translation>
    </message>
    <message>
        <source>{debtor} owes it to {buyer} from then on, and nothing to you.</source>
        <translation>由此 {debtor} 改为欠 {buyer}，不再欠您。</translation>
    </message>
    <message>
        <source>See that {buyer} pays you: Cohong moves no money. A sale can&apos;t be taken back.</source>
        <translation>请确保 {buyer} 付款给您：Cohong 不经手款项。转让不能收回。</translation>
    </message>
    <message>
        <source>Sold, and final once more than two thirds of the voters have signed it.</source>
        <translation>已转让，逾三分之二投票成员签署后即告确定。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>BidList</name>
    <message>
        <source>Offer</source>
        <translation>要约</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年折扣</translation>
    </message>
    <message>
        <source>Recourse</source>
        <translation>追索权</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Offers to buy</source>
        <translation>购买要约</translation>
    </message>
    <message>
        <source>Take this offer</source>
        <translation>接纳这项要约</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>No offers to buy.</source>
        <translation>没有购买要约。</translation>
    </message>
    <message>
        <source>Binding offers stand here as long as they are good: those you made, and those you got.</source>
        <translation>仍然有效而具约束力的要约会列在这里：您提出的和您收到的。</translation>
    </message>
    <message>
        <source>Yours, to {who}</source>
        <translation>您向 {who} 提出</translation>
    </message>
    <message>
        <source>Of {who}</source>
        <translation>{who} 提出</translation>
    </message>
</context>
<context>
    <name>BoardTab</name>
    <message>
        <source>Offer one of mine</source>
        <translation>挂牌我的应收款项</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>挂牌板</translation>
    </message>
    <message>
        <source>What is for sale</source>
        <translation>查看挂牌板</translation>
    </message>
    <message>
        <source>Offers to buy ({count})</source>
        <translation>购买要约（{count}）</translation>
    </message>
    <message>
        <source>Nothing is owed to you that could be sold.</source>
        <translation>您没有可以挂牌的应收款项。</translation>
    </message>
    <message>
        <source>Its terms do not allow it to be sold, or it waits for the voters.</source>
        <translation>条款不允许转让，或正在等待投票成员签署。</translation>
    </message>
</context>
<context>
    <name>BookColumns</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未付</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>{debtor} owes {creditor}</source>
        <translation>{debtor} 欠 {creditor}</translation>
    </message>
    <message>
        <source>{who} owes me {amount}</source>
        <translation>{who} 欠我 {amount}</translation>
    </message>
    <message>
        <source>I owe {who} {amount}</source>
        <translation>我欠 {who} {amount}</translation>
    </message>
    <message>
        <source>{who}, {amount}</source>
        <translation>{who}，{amount}</translation>
    </message>
</context>
<context>
    <name>BookFilters</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>我的全部</translation>
    </message>
    <message>
        <source>Owed to me</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待过半数</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>已提出</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Correction open</source>
        <translation>更正待回应</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>签署冲突</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>所有人的</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Book</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>签署并发送</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Filter by number or name</source>
        <translation>按编号或名称筛选</translation>
    </message>
    <message>
        <source>Show the records of all again</source>
        <translation>重新显示所有人的记录</translation>
    </message>
    <message>
        <source>No records yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Import invoices from your accounting system, or add one.</source>
        <translation>从会计系统导入发票，或新建一项。</translation>
    </message>
    <message>
        <source>Import invoices</source>
        <translation>导入发票</translation>
    </message>
    <message>
        <source>No record here.</source>
        <translation>这里没有记录。</translation>
    </message>
    <message>
        <source>Show all mine</source>
        <translation>显示我的全部</translation>
    </message>
    <message>
        <source>Debtor: {name}</source>
        <translation>债务人：{name}</translation>
    </message>
    <message>
        <source>You are no member any more: you read what is here, and write nothing.</source>
        <translation>您已不是成员：可查阅这里的记录，但不能写入。</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>账龄</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>You read along as an observer: only members write records.</source>
        <translation>您以观察员身份查阅；只有成员才能写入记录。</translation>
    </message>
    <message>
        <source>Disputes to answer</source>
        <translation>待回应的争议</translation>
    </message>
    <message>
        <source>Corrections to answer</source>
        <translation>待回应的更正</translation>
    </message>
    <message>
        <source>Export the Book</source>
        <translation>导出账簿</translation>
    </message>
    <message>
        <source>Sign and send ({count})</source>
        <translation>签署并发送（{count}）</translation>
    </message>
    <message>
        <source>Records up to {time}</source>
        <translation>记录截至 {time}</translation>
    </message>
    <message>
        <source>No record has “{text}” in its number or name.</source>
        <translation>没有记录的编号或名称包含“{text}”。</translation>
    </message>
    <message>
        <source>Nothing waits for your answer.</source>
        <translation>没有记录等您答复。</translation>
    </message>
    <message>
        <source>No drafts. Everything you entered is signed.</source>
        <translation>没有草稿。您输入的都已签署。</translation>
    </message>
    <message>
        <source>Nothing waits: all records have a majority.</source>
        <translation>没有等待中的记录：全部已过半数。</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>没有逾期的记录。</translation>
    </message>
    <message>
        <source>Nothing is disputed.</source>
        <translation>没有争议。</translation>
    </message>
    <message>
        <source>No dispute waits for your answer.</source>
        <translation>没有争议等待您回应。</translation>
    </message>
    <message>
        <source>No correction waits for your answer.</source>
        <translation>没有更正等待您回应。</translation>
    </message>
    <message>
        <source>No correction waits for an answer.</source>
        <translation>没有更正等待回应。</translation>
    </message>
    <message>
        <source>Nothing is in default.</source>
        <translation>没有违约。</translation>
    </message>
    <message>
        <source>Nothing has been written off.</source>
        <translation>没有核销。</translation>
    </message>
    <message>
        <source>Nothing is contested or rejected.</source>
        <translation>没有签署冲突或被否决的记录。</translation>
    </message>
    <message>
        <source>{reference}: {debtor} owes {creditor} {amount}, due {day} ({state})</source>
        <translation>{reference}：{debtor} 欠 {creditor} {amount}，到期日 {day}（{state}）</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>BookSums</name>
    <message>
        <source>Owed to me</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>应付</translation>
    </message>
</context>
<context>
    <name>BranchPanel</name>
    <message>
        <source>Who has signed both ways</source>
        <translation>谁签署了互相矛盾的记录</translation>
    </message>
    <message>
        <source>Which branch stands</source>
        <translation>哪一个分支成立</translation>
    </message>
    <message>
        <source>{who}, from entry {seq} on</source>
        <translation>{who}，自第 {seq} 个条目起</translation>
    </message>
    <message>
        <source>The one that begins with {entry}</source>
        <translation>以 {entry} 开始的分支</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>全部都不成立</translation>
    </message>
</context>
<context>
    <name>BuySheet</name>
    <message>
        <source>Offer to buy</source>
        <translation>提出购买</translation>
    </message>
    <message>
        <source>{debtor} owes {holder} {amount}, due {day}.</source>
        <translation>{debtor} 欠 {holder} {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>Binding: up to that day {holder} may sell to you on these terms, and you can&apos;t take it back. Then {debtor} owes it to you, and you pay {holder} the price yourselves: Cohong moves no money.</source>
        <translation>具约束力：在该日或之前，{holder} 可按这些条款转让给您，您不能收回要约。转让后 {debtor} 便欠您这笔款项，价款由您自行付给 {holder}：Cohong 不经手款项。</translation>
    </message>
    <message>
        <source>Make the binding offer and sign</source>
        <translation>提出要约并签署</translation>
    </message>
    <message>
        <source>Offered. {who} may take it from now on.</source>
        <translation>已提出要约，{who} 从现在起可以接纳。</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Call a guarantee</source>
        <translation>要求履行担保</translation>
    </message>
    <message>
        <source>Nobody stands for this record, or nothing is left of what was guaranteed.</source>
        <translation>没有人为这笔欠款担保，或担保额度已经用完。</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>担保</translation>
    </message>
    <message>
        <source>Asks the guarantor to pay you. Once it has recorded what it paid, you put it in your place for that much; {debtor} owes it that, and you the rest. A call can&apos;t be taken back.</source>
        <translation>要求担保人向您付款。担保人记录付款后，您把相应金额的债权转给对方；{debtor} 此后欠担保人该金额，余数仍欠您。要求不能撤回。</translation>
    </message>
    <message>
        <source>Call and sign</source>
        <translation>要求履行并签署</translation>
    </message>
    <message>
        <source>{who}: {amount} left, until {day}</source>
        <translation>{who}：余额 {amount}，至 {day}</translation>
    </message>
    <message>
        <source>Called. The guarantor sees it as soon as a majority of the voters has signed it.</source>
        <translation>已要求履行。过半数投票成员签署后，担保人就会看到。</translation>
    </message>
</context>
<context>
    <name>CarryCard</name>
    <message>
        <source>Carry by hand</source>
        <translation>用文件传递</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For a place without a network: all records in one file, on a stick or by mail. It is signed by you, and only members can open it, or those of them that you choose.</source>
        <translation>用于没有网络的地方：所有记录放入一个文件，存于 U 盘或通过邮件发送。文件由您签署，只有成员或您选定的成员能打开。</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Records (*.cohong)</source>
        <translation>记录 (*.cohong)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Parts of the file are damaged or missing. Import a good copy for the rest.</source>
        <translation>文件有部分损坏或缺失。请导入完好的副本以取得其余记录。</translation>
    </message>
    <message>
        <source>{count} records wait for others that the file does not have. Import an earlier file as well.</source>
        <translation>{count} 条记录正等待文件中没有的其他记录。请同时导入较早的文件。</translation>
    </message>
    <message>
        <source>Writing: {done} of {whole} entries</source>
        <translation>正在写入条目：{done}/{whole}</translation>
    </message>
    <message>
        <source>Taking in: {done} of {whole} entries</source>
        <translation>正在导入条目：{done}/{whole}</translation>
    </message>
    <message>
        <source>Stopped. What was taken in stays.</source>
        <translation>已停止。已导入的记录会保留。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Saved as {file}: {count} entries, {size}.</source>
        <translation>已保存为 {file}：{count} 个条目，{size}。</translation>
    </message>
    <message>
        <source>Taken in from {file}: {fresh} new entries, {known} were here already.</source>
        <translation>已从 {file} 导入：{fresh} 个新条目，另有 {known} 个原已存在。</translation>
    </message>
</context>
<context>
    <name>CarryOnForm</name>
    <message>
        <source>Carry on as a new network</source>
        <translation>以新网络延续</translation>
    </message>
    <message>
        <source>For a network that has lost so many voters for good that it can agree on nothing any more.</source>
        <translation>供永久失去太多投票成员、再也无法达成任何协议的网络使用。</translation>
    </message>
    <message>
        <source>Found it…</source>
        <translation>建立…</translation>
    </message>
    <message>
        <source>Go along…</source>
        <translation>跟随加入…</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as chart</source>
        <translation>显示为图表</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
</context>
<context>
    <name>CharterCard</name>
    <message>
        <source>Charter</source>
        <translation>章程</translation>
    </message>
    <message>
        <source>Ask the voters for a block now</source>
        <translation>请投票成员现在产生区块</translation>
    </message>
    <message>
        <source>See the proof</source>
        <translation>查看证据</translation>
    </message>
    <message>
        <source>more than half of the voters</source>
        <translation>过半数投票成员</translation>
    </message>
    <message>
        <source>more than two thirds of the voters</source>
        <translation>超过三分之二投票成员</translation>
    </message>
    <message>
        <source>{count} of {voters}</source>
        <translation>{voters} 名中的 {count} 名</translation>
    </message>
    <message numerus="yes">
        <source>%n heard from in the last minute</source>
        <translation>
            <numerusform>最近一分钟收到 %n 名的消息</numerusform>
        </translation>
    </message>
    <message>
        <source>{voters} of {members} members</source>
        <translation>{members} 名成员中的 {voters} 名</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>投票成员</translation>
    </message>
    <message>
        <source>Majority at</source>
        <translation>过半数</translation>
    </message>
    <message>
        <source>Final at</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Newest block</source>
        <translation>最新区块</translation>
    </message>
    <message>
        <source>Anchored</source>
        <translation>已锚定</translation>
    </message>
    <message>
        <source>Next block</source>
        <translation>下一个区块</translation>
    </message>
    <message>
        <source>none yet: the founding alone</source>
        <translation>尚无，只有创立时的章程</translation>
    </message>
    <message>
        <source>number {height}, {time}</source>
        <translation>第 {height} 个，{time}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that nothing can change any more</source>
        <translation>
            <numerusform>%n 条记录不能再更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the next block</source>
        <translation>
            <numerusform>%n 条等待下一个区块</numerusform>
        </translation>
    </message>
    <message>
        <source>the voters are agreeing on it</source>
        <translation>投票成员正在商定</translation>
    </message>
    <message>
        <source>due at {time}</source>
        <translation>预计 {time}</translation>
    </message>
    <message>
        <source>when there is something to put into one</source>
        <translation>有内容可放入时</translation>
    </message>
</context>
<context>
    <name>CheatCard</name>
    <message>
        <source>Propose to expel it</source>
        <translation>提议开除</translation>
    </message>
</context>
<context>
    <name>CheatWords</name>
    <message>
        <source>{who} has signed for two branches of what {author} wrote.</source>
        <translation>{who} 为 {author} 所写的两个分支都签署了。</translation>
    </message>
    <message>
        <source>{who} has signed both for and against a record of {author}.</source>
        <translation>{who} 对 {author} 的一条记录既签署赞成，又签署反对。</translation>
    </message>
    <message>
        <source>{who} has signed both ways in the agreement on a block.</source>
        <translation>{who} 在议定区块时作了双重签署。</translation>
    </message>
    <message>
        <source>Its entries {first} and {second}, the later one of {time}, contradict each other. The program never signs so: the key is in other hands, or the program was changed.</source>
        <translation>其条目 {first} 与 {second}（后者时间为 {time}）互相矛盾。本程序从不如此签署：密钥已落入他人之手，或程序遭人改动。</translation>
    </message>
    <message>
        <source>{who} signed two different records in the same place.</source>
        <translation>{who} 在同一位置签署了两条不同的记录。</translation>
    </message>
    <message>
        <source>Signed both ways: {names}.</source>
        <translation>双重签署：{names}。</translation>
    </message>
    <message>
        <source>Two records contradict each other with equal support.</source>
        <translation>两条记录互相矛盾，所获支持相当。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Name, ID or company number</source>
        <translation>名称、成员编号或公司编号</translation>
    </message>
    <message>
        <source>QR code or file</source>
        <translation>二维码或文件</translation>
    </message>
    <message>
        <source>A picture with a QR code, a PDF, a vCard, a receipt or a report</source>
        <translation>带二维码的图片、PDF、电子名片、凭证或报告</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Read from the screen</source>
        <translation>读取屏幕上的二维码</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Two lines about this member are copied.</source>
        <translation>已复制该成员的两行摘要。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Records up to {time}</source>
        <translation>记录截至 {time}</translation>
    </message>
</context>
<context>
    <name>CheckResults</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 位成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Or did you mean:</source>
        <translation>或者您想找的是：</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>您想找的是否：</translation>
    </message>
</context>
<context>
    <name>CheckStart</name>
    <message>
        <source>Look up anyone you deal with.</source>
        <translation>查询与您往来的任何一方。</translation>
    </message>
    <message>
        <source>Show all members</source>
        <translation>显示所有成员</translation>
    </message>
    <message>
        <source>Type a name in any script, an ID or company number, or drop a QR code, vCard, receipt or report here.</source>
        <translation>输入名称（任何文字均可）、成员编号或公司编号，或将二维码、电子名片、凭证或报告拖放到此处。</translation>
    </message>
    <message>
        <source>The report about you</source>
        <translation>关于您的报告</translation>
    </message>
    <message>
        <source>Or open:</source>
        <translation>或打开：</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Rows that stay out</source>
        <translation>不会导入的行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Rows that go in</source>
        <translation>将会导入的行</translation>
    </message>
    <message>
        <source>Record the payments that the file has, as receipts with their dates</source>
        <translation>把文件中的付款记为收款，并保留日期</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln invoice(s) of customers that stand for no member.</source>
        <translation>
            <numerusform>不导入：%Ln 张发票，其客户未对应任何成员。</numerusform>
        </translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>可导入</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln customer(s)</source>
        <translation>
            <numerusform>来自 %Ln 个客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>listed below</source>
        <translation>列于下方</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>文件中重复</translation>
    </message>
    <message>
        <source>taken once</source>
        <translation>只取一次</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不导入</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} (line {line})</source>
        <translation>{words}（第 {line} 行）</translation>
    </message>
    <message>
        <source>{words} (document {line})</source>
        <translation>{words}（第 {line} 份文件）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoice(s)</source>
        <translation>
            <numerusform>%Ln 张发票</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开立日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them late</source>
        <translation>
            <numerusform>其中 %Ln 张逾期</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>A large file: open the report for its grade.</source>
        <translation>记录较多：打开报告查看评级。</translation>
    </message>
    <message>
        <source>No invoice with it as debtor was ever recorded: that says nothing, good or bad.</source>
        <translation>从未有以它为债务人的发票记录：这不代表好，也不代表坏。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s), none paid or overdue yet. Ask for references.</source>
        <translation>
            <numerusform>%n 张发票，尚无付清或逾期的。请索取商业参考。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, but only %n counterparty(ies): ask for references.</source>
        <translation>
            <numerusform>{paid}按期付清，但只有 %n 个交易对方：请索取商业参考。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, never late; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid}按期付清，从未逾期；%n 个交易对方。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, {late} not paid in time; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid}按期付清，{late} 张未按期付款；%n 个交易对方。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, {days} days late on average; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid}按期付清，平均逾期 {days} 天；%n 个交易对方。</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{whole} 张发票中有 {part} 张</translation>
    </message>
    <message>
        <source>Large file</source>
        <translation>记录较多</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>暂无资料</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>评级 {grade}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>signed both ways</source>
        <translation>签署互相矛盾</translation>
    </message>
    <message numerus="yes">
        <source>%n default(s)</source>
        <translation>
            <numerusform>%n 次违约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n 张已核销</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open dispute(s)</source>
        <translation>
            <numerusform>%n 项争议未了结</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearly the same name as {name} ({id}). Compare the ID before you rely on it.</source>
        <translation>名称与 {name}（{id}）几乎相同。请先核对成员编号，再作依据。</translation>
    </message>
</context>
<context>
    <name>ClaimSheet</name>
    <message>
        <source>Claim a payment</source>
        <translation>声明已付款</translation>
    </message>
    <message>
        <source>Tells {who} and all members that you have paid. The outstanding amount goes down when {who} records the receipt.</source>
        <translation>告诉 {who} 和所有成员您已付款。{who} 记录收款后，未付金额才会减少。</translation>
    </message>
    <message>
        <source>Claim and sign</source>
        <translation>声明并签署</translation>
    </message>
    <message>
        <source>Claimed. {who} records the receipt next.</source>
        <translation>已声明。下一步由 {who} 记录收款。</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>Records you signed while this computer&apos;s clock was fast are dated up to {time}. The other members let them wait until then, and all you sign meanwhile, votes included. You can wait, or ask the voters to replace your key by a new one.</source>
        <translation>您在电脑时钟过快时签署的记录，日期最晚到 {time}。其他成员会把这些记录搁置到那时，您在此期间签署的一切，包括投票，也一样。您可以等待，或请投票成员以新密钥取代您的密钥。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {time} fast compared with {differing} of {compared} members. Nothing is signed until it is set right.</source>
        <translation>与 {compared} 名成员中的 {differing} 名相比，这台电脑的时钟快了 {time}。校正之前不会签署任何记录。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {time} slow compared with {differing} of {compared} members. Nothing is signed until it is set right.</source>
        <translation>与 {compared} 名成员中的 {differing} 名相比，这台电脑的时钟慢了 {time}。校正之前不会签署任何记录。</translation>
    </message>
    <message>
        <source>Records signed with a fast clock had not left this computer. They are signed again, dated right.</source>
        <translation>有记录在时钟过快时签署，但尚未离开这台电脑，现已改用正确日期重新签署。</translation>
    </message>
    <message>
        <source>Some no longer fit the rules and are drafts again.</source>
        <translation>其中一部分已不符合规则，已改回草稿。</translation>
    </message>
    <message>
        <source>Invitations, and what else no longer fits, were left out: please make them again.</source>
        <translation>邀请及其他不再适用的记录已略去，请重新制作。</translation>
    </message>
</context>
<context>
    <name>CloseDisputeSheet</name>
    <message>
        <source>Close the dispute</source>
        <translation>了结争议</translation>
    </message>
    <message>
        <source>It is resolved</source>
        <translation>已经解决</translation>
    </message>
    <message>
        <source>I withdraw it</source>
        <translation>我撤回争议</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成员都可阅读。可以留空。</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>如何了结</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>Takes the mark off the record. The dispute stays in its history, and you may open another one.</source>
        <translation>记录上的争议标记会去除。这次争议仍留在历程中，您可以再提出另一项争议。</translation>
    </message>
    <message>
        <source>Close and sign</source>
        <translation>了结并签署</translation>
    </message>
    <message>
        <source>Closed. The voters are signing it.</source>
        <translation>已了结，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Days of credit</source>
        <translation>账期（天）</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检测结果</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>各列的含义</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Days of credit, where there is no due date</source>
        <translation>账期（天），没有到期日时适用</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln UBL document(s)</source>
        <translation>
            <numerusform>%Ln 份 UBL 文件</numerusform>
        </translation>
    </message>
    <message>
        <source>What was found: {rows}, {size}</source>
        <translation>检测结果：{rows}，{size}</translation>
    </message>
    <message>
        <source>What is read from each document</source>
        <translation>每份文件读取的内容</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Say which column has: {names}.</source>
        <translation>请指出哪一列是：{names}。</translation>
    </message>
    <message>
        <source>A file with these columns was imported before: {file}, {when}.</source>
        <translation>曾导入列相同的文件：{file}，{when}。</translation>
    </message>
    <message>
        <source>Use the same choices</source>
        <translation>沿用当时的选择</translation>
    </message>
    <message>
        <source>Choose the currency of the invoices.</source>
        <translation>请选择发票的货币。</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Let somebody read about you</source>
        <translation>同意他人查阅有关您的报告</translation>
    </message>
    <message>
        <source>Sign the consent</source>
        <translation>签署同意</translation>
    </message>
    <message>
        <source>It is for the report about you. Each day on which it is opened under this consent is recorded, and you see that in your settings. You can take the consent back at any time.</source>
        <translation>适用于有关您的报告。对方凭此同意打开报告的每一天都会记录，您可在设置中看到。您可随时撤回同意。</translation>
    </message>
    <message>
        <source>A consent hides nothing from the others: what is open in the book, every member holds.</source>
        <translation>同意不会向其他人隐藏任何内容：账簿中公开的内容，每位成员都持有。</translation>
    </message>
    <message>
        <source>Until, this day included</source>
        <translation>有效至（含当日）</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>谁可查阅</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>All members can read it.</source>
        <translation>所有成员都可以看到。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>That day has passed.</source>
        <translation>该日已过。</translation>
    </message>
    <message>
        <source>Signed. It counts once a majority of the voters has signed for it.</source>
        <translation>已签署。过半数投票人签署后即生效。</translation>
    </message>
</context>
<context>
    <name>Consents</name>
    <message>
        <source>To decide on terms</source>
        <translation>决定交易条款</translation>
    </message>
    <message>
        <source>To review terms given</source>
        <translation>复核已给的条款</translation>
    </message>
    <message>
        <source>Before standing for a debt</source>
        <translation>为债务作担保之前</translation>
    </message>
    <message>
        <source>Before buying a receivable</source>
        <translation>购买应收账款之前</translation>
    </message>
    <message>
        <source>For an audit</source>
        <translation>作审计之用</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>{name} lets you read this until {day}: {purpose}. That you opened it today is recorded for {name} to see.</source>
        <translation>{name} 同意您查阅本报告，至 {day} 为止，用途：{purpose}。您今天已打开报告，此事已记录，{name} 可以看到。</translation>
    </message>
    <message>
        <source>{name} lets you read this until {day}: {purpose}. That you opened it could not be recorded now.</source>
        <translation>{name} 同意您查阅本报告，至 {day} 为止，用途：{purpose}。您已打开报告，但此刻无法记录。</translation>
    </message>
    <message>
        <source>{name} is a person and has given you no consent for this: {purpose}. Every member holds what is open in the book; reading it about a person may still need consent by law.</source>
        <translation>{name} 是个人，并未同意您为此查阅：{purpose}。账簿中公开的内容，每位成员都持有；但查阅个人信息，法律上可能仍须取得同意。</translation>
    </message>
    <message>
        <source>{name} has consented to this until {day}. That you open it is recorded for {name} to see.</source>
        <translation>{name} 已同意此用途，有效期至 {day}。您打开报告会留下记录，供 {name} 查看。</translation>
    </message>
</context>
<context>
    <name>ConsentsForm</name>
    <message>
        <source>Let somebody read…</source>
        <translation>同意他人查阅…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Consents given</source>
        <translation>已给的同意</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>谁可查阅</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查阅次数</translation>
    </message>
    <message>
        <source>Who has read, the newest first</source>
        <translation>谁查阅过（最新在前）</translation>
    </message>
    <message>
        <source>Who has read</source>
        <translation>谁查阅过</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>查阅者</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Your consent says what for and until when, and each day of reading under it is recorded. It hides nothing: what is open in the book, every member holds.</source>
        <translation>您的同意列明用途和期限；凭同意查阅的每一天都会记录。同意不隐藏任何内容：账簿中公开的内容，每位成员都持有。</translation>
    </message>
    <message>
        <source>The report about you</source>
        <translation>有关您的报告</translation>
    </message>
    <message>
        <source>There is no other member yet who could read.</source>
        <translation>暂时没有其他成员可以查阅。</translation>
    </message>
    <message>
        <source>Taken back. What was read before stays recorded.</source>
        <translation>已撤回。之前的查阅仍然留有记录。</translation>
    </message>
    <message>
        <source>after it was taken back</source>
        <translation>于撤回之后</translation>
    </message>
    <message>
        <source>You have given nobody consent so far.</source>
        <translation>您尚未同意任何人查阅。</translation>
    </message>
</context>
<context>
    <name>ContentsSheet</name>
    <message>
        <source>Import records</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Whoever signed this file is not known here as a member. Its records prove themselves all the same.</source>
        <translation>签署此文件的人不在这里已知的成员之列。文件中的记录本身仍可查验。</translation>
    </message>
    <message>
        <source>Parts of the file are damaged or missing. The others can be taken in.</source>
        <translation>文件有部分损坏或缺失，其余部分仍可导入。</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签署者</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Can be opened by</source>
        <translation>可打开的成员</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>{count}, {fresh} of them new here</source>
        <translation>{count} 个，其中 {fresh} 个是新的</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Records of</source>
        <translation>记录属于</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>新条目</translation>
    </message>
    <message>
        <source>Whose records</source>
        <translation>谁的记录</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>Ask for a correction</source>
        <translation>要求更正</translation>
    </message>
    <message>
        <source>Who is to put it right</source>
        <translation>由谁更正</translation>
    </message>
    <message>
        <source>What is wrong, and how it should be</source>
        <translation>有何不对，应当如何</translation>
    </message>
    <message>
        <source>whom you choose</source>
        <translation>您选定的成员</translation>
    </message>
    <message>
        <source>Asks {who} to answer within 40 days of the block that includes it. Without an answer it takes effect, as a mark beside the record; the record itself stays as it was signed.</source>
        <translation>要求 {who} 在区块纳入后 40 天内回应。逾期没有回应，更正即会生效，成为记录旁边的标记；记录本身保持签署时的原样。</translation>
    </message>
    <message>
        <source>Ask and sign</source>
        <translation>要求并签署</translation>
    </message>
    <message>
        <source>Asked. The voters are signing it.</source>
        <translation>已提出要求，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>CoverDetails</name>
    <message>
        <source>Pledges</source>
        <translation>认缴</translation>
    </message>
    <message>
        <source>Pledge of</source>
        <translation>认缴成员</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历程</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发出人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Call it…</source>
        <translation>要求履行…</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>索偿…</translation>
    </message>
    <message>
        <source>Pledge…</source>
        <translation>认缴…</translation>
    </message>
    <message>
        <source>What is asked of it</source>
        <translation>待处理的要求</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>拨付…</translation>
    </message>
    <message>
        <source>Record the payment…</source>
        <translation>记录付款…</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>担保人</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Paid on it</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>{day}, over</source>
        <translation>{day}，已过</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>管理人</translation>
    </message>
    <message>
        <source>Pledged</source>
        <translation>认缴总额</translation>
    </message>
    <message>
        <source>First loss</source>
        <translation>首损</translation>
    </message>
    <message>
        <source>A fifth of each loss stays with the creditor.</source>
        <translation>每笔损失的五分之一由债权人自行承担。</translation>
    </message>
    <message>
        <source>One debtor</source>
        <translation>单一债务人</translation>
    </message>
    <message>
        <source>At most {amount} in all, a tenth of what is pledged.</source>
        <translation>合计最多 {amount}，即认缴总额的十分之一。</translation>
    </message>
    <message>
        <source>{amount} for {debtor}</source>
        <translation>为 {debtor} 拨付 {amount}</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>已拨付</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我</translation>
    </message>
    <message>
        <source>It cannot be asked for at present: it waits for the voters, or has changed.</source>
        <translation>目前不能为它提出要求：正在等待投票成员签署，或已有变动。</translation>
    </message>
    <message>
        <source>Nothing that is owed to you in {currency} is in default. Only then a pool pays.</source>
        <translation>您没有违约的 {currency} 应收款项。只有违约后，互保基金才会赔付。</translation>
    </message>
    <message>
        <source>Claim from a pool</source>
        <translation>向互保基金索偿</translation>
    </message>
    <message>
        <source>Nothing that {debtor} owes you in {currency} is in default. Only then a guarantee can be called.</source>
        <translation>{debtor} 欠您的 {currency} 款项没有违约。只有违约后，才可要求履行担保。</translation>
    </message>
    <message>
        <source>Call a guarantee</source>
        <translation>要求履行担保</translation>
    </message>
</context>
<context>
    <name>CoverSheet</name>
    <message>
        <source>What you stand for</source>
        <translation>您承担的责任</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>这一天已经过去。</translation>
    </message>
</context>
<context>
    <name>Covers</name>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已要求履行</translation>
    </message>
    <message>
        <source>Claimed from</source>
        <translation>有待拨付索偿</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>部分已付</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>No pledges</source>
        <translation>尚无认缴</translation>
    </message>
    <message>
        <source>Pool {name}, kept by me</source>
        <translation>互保基金“{name}”，由我管理</translation>
    </message>
    <message>
        <source>Pool {name}, kept by {keeper}</source>
        <translation>互保基金“{name}”，由 {keeper} 管理</translation>
    </message>
    <message>
        <source>I stand for {debtor} towards {creditor}</source>
        <translation>我为 {debtor} 向 {creditor} 担保</translation>
    </message>
    <message>
        <source>{guarantor} stands for {debtor} towards me</source>
        <translation>{guarantor} 为 {debtor} 向我担保</translation>
    </message>
    <message>
        <source>{guarantor} stands for me towards {creditor}</source>
        <translation>{guarantor} 为我向 {creditor} 担保</translation>
    </message>
    <message>
        <source>{who} asked for {amount} for {reference}, which has changed since. Nothing is due.</source>
        <translation>{who} 曾就 {reference} 要求 {amount}，该记录此后已有变动，无须支付。</translation>
    </message>
    <message>
        <source>{who} asks for {amount} for {reference}.</source>
        <translation>{who} 就 {reference} 要求 {amount}。</translation>
    </message>
    <message>
        <source>{who} asks for {amount} for {reference}; {due} of it is due.</source>
        <translation>{who} 就 {reference} 要求 {amount}，其中 {due} 须支付。</translation>
    </message>
    <message>
        <source>Now {now} is called and not paid; at worst you pay {worst}.</source>
        <translation>目前 {now} 已要求而未付；最坏情况须付 {worst}。</translation>
    </message>
    <message>
        <source>After signing: {now_after} called, {worst_after} at worst.</source>
        <translation>签署后：已要求 {now_after}，最坏情况 {worst_after}。</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>索偿金额</translation>
    </message>
    <message>
        <source>Stays with the creditor</source>
        <translation>债权人自行承担</translation>
    </message>
    <message>
        <source>Left for this debtor</source>
        <translation>该债务人的剩余额度</translation>
    </message>
    <message>
        <source>Left of the pledges</source>
        <translation>认缴余额</translation>
    </message>
    <message>
        <source>The pool pays</source>
        <translation>基金赔付</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>Pearl River Credit Circle</source>
        <translation>珠江信用圈</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>网络名称</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Give the network a name.</source>
        <translation>请为网络命名。</translation>
    </message>
    <message>
        <source>{code} is not a currency code such as HKD.</source>
        <translation>{code} 不是货币代码（例如 HKD）。</translation>
    </message>
    <message>
        <source>A member ID has 64 digits and letters a to f. Ask that founder to copy it.</source>
        <translation>成员编号由 64 个数字及字母 a 至 f 组成。请该创始成员复制给您。</translation>
    </message>
    <message>
        <source>There is an address without a member ID. Ask that founder for the whole line.</source>
        <translation>有一个地址没有成员编号。请该创始成员把整行给您。</translation>
    </message>
    <message>
        <source>Add a founder</source>
        <translation>添加创始成员</translation>
    </message>
    <message>
        <source>Other founders</source>
        <translation>其他创始成员</translation>
    </message>
    <message>
        <source>You are a founder too. Ask each of them for the line at the foot of this screen.</source>
        <translation>您也是创始成员。请向每名创始成员索取这个界面底部的那一行。</translation>
    </message>
</context>
<context>
    <name>CreditExport</name>
    <message>
        <source>PDF, {language} (*.pdf)</source>
        <translation>PDF，{language} (*.pdf)</translation>
    </message>
    <message>
        <source>Web page, {language} (*.html)</source>
        <translation>网页，{language} (*.html)</translation>
    </message>
    <message>
        <source>Signed file alone, a W3C credential (*.json)</source>
        <translation>仅已签名文件，W3C 凭证 (*.json)</translation>
    </message>
    <message>
        <source>Credit report</source>
        <translation>信用报告</translation>
    </message>
    <message>
        <source>Signing the report and writing {file}</source>
        <translation>正在签署报告并写入 {file}</translation>
    </message>
    <message>
        <source>The report could not be saved: {why}. Nothing was changed.</source>
        <translation>无法保存报告：{why}。没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}, with %Ln signed record(s).</source>
        <translation>
            <numerusform>已保存为 {file}，附 %Ln 条已签名记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {file}, and the signed file beside it. Give both.</source>
        <translation>已保存为 {file}，已签名文件在旁。请一并交付。</translation>
    </message>
</context>
<context>
    <name>DaysLateBars</name>
    <message>
        <source>{days} days late: {count}</source>
        <translation>逾期 {days} 天：{count}</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>九成</translation>
    </message>
</context>
<context>
    <name>DaysLateWords</name>
    <message>
        <source>Too few payments are in the book to foretell anything.</source>
        <translation>账簿内的付款太少，无法预测。</translation>
    </message>
    <message>
        <source>Likely paid by {day}, when it is due</source>
        <translation>预计 {day} 到期前付清</translation>
    </message>
    <message numerus="yes">
        <source>Likely paid about {day}, %n day(s) late</source>
        <translation>
            <numerusform>预计约 {day} 付清，逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Four times of five no later than it is due; usual error {error} days.</source>
        <translation>五次中有四次不晚于到期日；一般误差 {error} 天。</translation>
    </message>
    <message>
        <source>Four times of five {high} days late; usual error {error} days.</source>
        <translation>五次中有四次逾期 {high} 天；一般误差 {error} 天。</translation>
    </message>
    <message>
        <source>Four times of five {low} to {high} days late; usual error {error} days.</source>
        <translation>五次中有四次逾期 {low} 至 {high} 天；一般误差 {error} 天。</translation>
    </message>
    <message>
        <source>It has paid nothing yet that is in the book.</source>
        <translation>账簿内尚无其付款。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of its own: {days} days late on average.</source>
        <translation>
            <numerusform>其自身的 %Ln 次付款：平均逾期 {days} 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of all members: {days} days late on average.</source>
        <translation>
            <numerusform>全体成员的 %Ln 次付款：平均逾期 {days} 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>A prediction of this computer, not a statement of anybody.</source>
        <translation>这是本计算机的预测，并非任何人的陈述。</translation>
    </message>
</context>
<context>
    <name>DebtGraph</name>
    <message>
        <source>Debts of this round: {debts} between {members} members</source>
        <translation>这一轮的欠款：{members} 名成员之间共 {debts} 项</translation>
    </message>
</context>
<context>
    <name>DeclineCorrectionSheet</name>
    <message>
        <source>Decline the correction</source>
        <translation>拒绝更正</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成员都可阅读。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Says that you do not agree. What was asked and your answer both stay beside the record.</source>
        <translation>表示您不同意。对方的要求和您的回应都会列在记录旁边。</translation>
    </message>
    <message>
        <source>Decline and sign</source>
        <translation>拒绝并签署</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>已拒绝。</translation>
    </message>
</context>
<context>
    <name>DeclineSheet</name>
    <message>
        <source>Decline this record</source>
        <translation>拒绝此记录</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成员都可阅读。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The proposal ends with this. {who} may propose it anew.</source>
        <translation>提议就此结束。{who} 可以重新提出。</translation>
    </message>
    <message>
        <source>Decline and sign</source>
        <translation>拒绝并签署</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>已拒绝。</translation>
    </message>
</context>
<context>
    <name>DefaultSheet</name>
    <message>
        <source>Record a default</source>
        <translation>记录违约</translation>
    </message>
    <message>
        <source>{who} has not paid {amount}, due {day}.</source>
        <translation>{who} 未付 {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>The default stands in the report about {who} for all members to see, also after it has paid. It can&apos;t be taken back.</source>
        <translation>违约会列在有关 {who} 的报告中，所有成员都可看到，即使之后付清也一样。此事不能收回。</translation>
    </message>
    <message>
        <source>Record the default and sign</source>
        <translation>记录违约并签署</translation>
    </message>
    <message>
        <source>It is disputed: this has to wait until the dispute is closed.</source>
        <translation>记录有争议，须待争议了结。</translation>
    </message>
    <message>
        <source>No block includes your notice yet. The 14 days begin when one does.</source>
        <translation>尚未有区块纳入您的通知。纳入后才开始计算 14 天。</translation>
    </message>
    <message>
        <source>It may be recorded from {time} on.</source>
        <translation>从 {time} 起方可记录。</translation>
    </message>
    <message>
        <source>The default is recorded. The voters are signing it.</source>
        <translation>已记录违约，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>DemandList</name>
    <message>
        <source>Show the record</source>
        <translation>查看记录</translation>
    </message>
</context>
<context>
    <name>DemandSheet</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What you say with it</source>
        <translation>附言</translation>
    </message>
    <message>
        <source>All members can read it.</source>
        <translation>所有成员都可阅读。</translation>
    </message>
    <message>
        <source>At most {amount}</source>
        <translation>最多 {amount}</translation>
    </message>
    <message>
        <source>More than may be asked for.</source>
        <translation>超过可要求的金额。</translation>
    </message>
</context>
<context>
    <name>DevicesForm</name>
    <message>
        <source>Add a device…</source>
        <translation>添加设备…</translation>
    </message>
    <message>
        <source>Link a member…</source>
        <translation>声明另一成员…</translation>
    </message>
    <message>
        <source>They read along and keep drafts, and cannot sign. One that is lost can be shut out here.</source>
        <translation>这些设备可以阅读记录和保存草稿，但不能签署。丢失的设备可以在这里停用。</translation>
    </message>
    <message>
        <source>Other devices of yours</source>
        <translation>您的其他设备</translation>
    </message>
    <message>
        <source>There is no other member that could be linked.</source>
        <translation>没有其他可以声明的成员。</translation>
    </message>
    <message>
        <source>The device is let in no more.</source>
        <translation>这台设备已停用。</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Shut {device} out</source>
        <translation>停用 {device}</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>这台设备</translation>
    </message>
    <message>
        <source>a member, linked</source>
        <translation>另一成员，已互相声明</translation>
    </message>
    <message>
        <source>a member that has not named you</source>
        <translation>另一成员，尚未声明与您相连</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
</context>
<context>
    <name>DisputeSheet</name>
    <message>
        <source>Dispute this record</source>
        <translation>对这条记录提出争议</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>有何不对</translation>
    </message>
    <message>
        <source>Marks the record as disputed wherever it is shown, at once. While the debtor disputes it there can be no default, no sale and no netting. Only you can close the dispute, or the voters rule on it.</source>
        <translation>记录不论在何处显示，都会立即标为有争议。债务人的争议未了结前，不能记录违约、转让或纳入净额结算。只有您可以了结争议，或由投票成员裁定。</translation>
    </message>
    <message>
        <source>Dispute and sign</source>
        <translation>提出争议并签署</translation>
    </message>
    <message>
        <source>Disputed. All members see it.</source>
        <translation>已提出争议，所有成员都会看到。</translation>
    </message>
</context>
<context>
    <name>DraftActions</name>
    <message>
        <source>Draft {reference} removed.</source>
        <translation>已移除草稿 {reference}。</translation>
    </message>
    <message>
        <source>Draft {reference} changed.</source>
        <translation>已更改草稿 {reference}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>DrawSheet</name>
    <message>
        <source>Draw on the pool for this claim?</source>
        <translation>为这笔索偿拨付基金？</translation>
    </message>
    <message>
        <source>What each pledge pays</source>
        <translation>各认缴成员支付的金额</translation>
    </message>
    <message>
        <source>Pledge of</source>
        <translation>认缴成员</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>The rule decides, not you: every voter computes the same. Collect the shares from the pledgers and pay {creditor}; it then puts you in its place for this much, on behalf of the pledgers.</source>
        <translation>金额由规则决定，不由您决定：每位投票成员都会算出同一结果。您向认缴成员收取各自的份额并付款给 {creditor}；对方随后把相应金额的债权转给您，由您代认缴成员持有。</translation>
    </message>
    <message>
        <source>A draw is signed and can&apos;t be taken back.</source>
        <translation>拨付经签署后不能撤回。</translation>
    </message>
    <message>
        <source>Draw and sign</source>
        <translation>拨付并签署</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Drawn. It takes effect when more than two thirds of the voters have signed it.</source>
        <translation>已拨付。逾三分之二投票成员签署后生效。</translation>
    </message>
</context>
<context>
    <name>EditDraftSheet</name>
    <message>
        <source>Change draft</source>
        <translation>更改草稿</translation>
    </message>
    <message>
        <source>Nothing of a draft leaves this computer. Every change is kept.</source>
        <translation>草稿的内容不会离开这台电脑。每项更改都会保存。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>EndorsementsCard</name>
    <message>
        <source>What members say</source>
        <translation>成员评价</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>went past terms unpaid</source>
        <translation>逾期未付</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>declared in default</source>
        <translation>宣告违约</translation>
    </message>
    <message>
        <source>dispute opened</source>
        <translation>提出争议</translation>
    </message>
    <message>
        <source>dispute settled</source>
        <translation>争议了结</translation>
    </message>
    <message>
        <source>dispute lost</source>
        <translation>争议败诉</translation>
    </message>
    <message>
        <source>correction asked for</source>
        <translation>要求更正</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>Disputes opened</source>
        <translation>提出争议</translation>
    </message>
    <message>
        <source>Disputes settled</source>
        <translation>争议了结</translation>
    </message>
    <message>
        <source>Disputes lost</source>
        <translation>争议败诉</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message numerus="yes">
        <source>%n went past terms unpaid</source>
        <translation>
            <numerusform>%n 张逾期未付</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n 张已核销</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declared in default</source>
        <translation>
            <numerusform>%n 张宣告违约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) opened</source>
        <translation>
            <numerusform>提出 %n 项争议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) settled</source>
        <translation>
            <numerusform>了结 %n 项争议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) lost</source>
        <translation>
            <numerusform>%n 项争议败诉</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) asked for</source>
        <translation>
            <numerusform>要求 %n 项更正</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>{who} proposed {amount}, due {day}</source>
        <translation>{who} 提出 {amount}，{day} 到期</translation>
    </message>
    <message>
        <source>{who} accepted</source>
        <translation>{who} 接受</translation>
    </message>
    <message>
        <source>{who} declined</source>
        <translation>{who} 拒绝</translation>
    </message>
    <message>
        <source>{who} says it has paid {amount}, value date {day}</source>
        <translation>{who} 声明已付 {amount}，到账日 {day}</translation>
    </message>
    <message>
        <source>{who} received {amount}, value date {day}</source>
        <translation>{who} 收到 {amount}，到账日 {day}</translation>
    </message>
    <message>
        <source>{who} consents to {amount}, due {day}, until {until}</source>
        <translation>{who} 同意 {amount}、{day} 到期，有效至 {until}</translation>
    </message>
    <message>
        <source>{who} gave notice of default</source>
        <translation>{who} 发出违约通知</translation>
    </message>
    <message>
        <source>{who} recorded a default</source>
        <translation>{who} 记录违约</translation>
    </message>
    <message>
        <source>{who} wrote off {amount}</source>
        <translation>{who} 核销 {amount}</translation>
    </message>
    <message>
        <source>{who} recovered {amount} that was written off, value date {day}</source>
        <translation>{who} 收回已核销的 {amount}，到账日 {day}</translation>
    </message>
    <message>
        <source>{who} offers {amount} of it for {price}, {recourse}, until {until}</source>
        <translation>{who} 以 {price} 挂牌出售其中 {amount}，{recourse}，有效至 {until}</translation>
    </message>
    <message>
        <source>{who} would buy {amount} of it for {price}, {recourse}, until {until}</source>
        <translation>{who} 出价 {price} 购买其中 {amount}，{recourse}，有效至 {until}</translation>
    </message>
    <message>
        <source>{buyer} bought {amount} of it from {who} for {price}, {recourse}</source>
        <translation>{buyer} 以 {price} 向 {who} 购入其中 {amount}，{recourse}</translation>
    </message>
    <message>
        <source>{who} passed {amount} of it on to {buyer}, for what was paid</source>
        <translation>{who} 已把其中 {amount} 转予代为付款的 {buyer}</translation>
    </message>
    <message>
        <source>{who} called a guarantee for {amount}</source>
        <translation>{who} 要求担保人支付 {amount}</translation>
    </message>
    <message>
        <source>{who} paid {amount} on a guarantee, value date {day}</source>
        <translation>{who} 按担保支付 {amount}，到账日 {day}</translation>
    </message>
    <message>
        <source>{who} pledged to a guarantee pool</source>
        <translation>{who} 向互保基金认缴</translation>
    </message>
    <message>
        <source>{who} claimed {amount} from a guarantee pool</source>
        <translation>{who} 向互保基金索偿 {amount}</translation>
    </message>
    <message>
        <source>{who} drew {amount} on a guarantee pool</source>
        <translation>{who} 从互保基金拨付 {amount}</translation>
    </message>
    <message>
        <source>{who} put it into a netting round</source>
        <translation>{who} 把它纳入一轮净额结算</translation>
    </message>
    <message>
        <source>Netting set off {amount}</source>
        <translation>净额结算抵销 {amount}</translation>
    </message>
    <message>
        <source>The netting round ended without a result</source>
        <translation>该轮净额结算没有结果</translation>
    </message>
    <message>
        <source>{who} disputes it</source>
        <translation>{who} 提出争议</translation>
    </message>
    <message>
        <source>{who} answered the dispute</source>
        <translation>{who} 回应争议</translation>
    </message>
    <message>
        <source>{who} closed the dispute</source>
        <translation>{who} 了结争议</translation>
    </message>
    <message>
        <source>{who} asks {asked} for a correction</source>
        <translation>{who} 要求 {asked} 更正</translation>
    </message>
    <message>
        <source>{who} accepted the correction</source>
        <translation>{who} 接受更正</translation>
    </message>
    <message>
        <source>{who} declined the correction</source>
        <translation>{who} 拒绝更正</translation>
    </message>
    <message>
        <source>Restructured: {amount} instead of {amount_before}, due {day}</source>
        <translation>新条款：{amount}（原为 {amount_before}），{day} 到期</translation>
    </message>
    <message>
        <source>Restructured: {amount} instead of {amount_before}</source>
        <translation>新条款：{amount}（原为 {amount_before}）</translation>
    </message>
    <message>
        <source>Restructured: due {day} instead of {day_before}</source>
        <translation>新条款：{day} 到期（原为 {day_before}）</translation>
    </message>
    <message>
        <source>Restructured: due {day}</source>
        <translation>新条款：{day} 到期</translation>
    </message>
    <message>
        <source>{who} closed the dispute: resolved</source>
        <translation>{who} 了结争议：已解决</translation>
    </message>
    <message>
        <source>{who} withdrew the dispute</source>
        <translation>{who} 撤回争议</translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message numerus="yes">
        <source>A record has room for %n file(s).</source>
        <translation>
            <numerusform>一条记录最多可附 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} could not be read: {why}</source>
        <translation>无法读取 {file}：{why}</translation>
    </message>
    <message>
        <source>Leave out {file}</source>
        <translation>移除 {file}</translation>
    </message>
</context>
<context>
    <name>ExperienceCard</name>
    <message>
        <source>Experience to expect</source>
        <translation>可预期的体验</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>组成项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>加减</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>组成项目</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>体验</translation>
    </message>
    <message>
        <source>How what is owed to it was paid</source>
        <translation>对其欠款的偿还情况</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Who has had experience</source>
        <translation>有过往来体验的成员</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>The node was started anew, and the export has stopped. Nothing was written.</source>
        <translation>节点已重新启动，导出已停止，没有写入任何内容。</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在写入 {file}</translation>
    </message>
    <message>
        <source>Writing {file}: {done} of {total}</source>
        <translation>正在写入 {file}：{total} 项中的 {done} 项</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，没有写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}: %Ln row(s), {size}.</source>
        <translation>
            <numerusform>已保存为 {file}：%Ln 行，{size}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExposureMeter</name>
    <message>
        <source>You stand for nobody.</source>
        <translation>您没有为任何人担保。</translation>
    </message>
    <message>
        <source>called, not paid</source>
        <translation>已要求，未付</translation>
    </message>
    <message>
        <source>may still be called</source>
        <translation>仍可能被要求</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已要求履行</translation>
    </message>
    <message>
        <source>At worst</source>
        <translation>最坏情况</translation>
    </message>
    <message>
        <source>{currency} now</source>
        <translation>{currency} 目前</translation>
    </message>
    <message>
        <source>After signing</source>
        <translation>签署后</translation>
    </message>
</context>
<context>
    <name>FieldGrid</name>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>最前的内容</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Drop invoices here</source>
        <translation>把发票拖放到这里</translation>
    </message>
    <message>
        <source>A list of invoices from your accounting system: CSV or gzip, in any encoding. Or invoices in UBL: XML files, a folder or a ZIP archive of them. Nothing leaves this machine yet.</source>
        <translation>会计系统的发票清单：CSV 或 gzip，任何编码均可；或 UBL 发票：XML 文件，或整个文件夹、ZIP 压缩包。现在不会有任何数据离开这台电脑。</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>收付款</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>以往的导入</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Enter or double-click shows an import: undo it, or send it.</source>
        <translation>按 Enter 或双击可查看该次导入，并可撤销或发送。</translation>
    </message>
    <message>
        <source>Drop a bank statement here</source>
        <translation>把银行对账单拖放到这里</translation>
    </message>
    <message>
        <source>Payments as CSV, from your bank or your accounting system. Each is matched with an open invoice by its number, or by who paid and how much. You see what they are for before anything is signed.</source>
        <translation>银行或会计系统导出的收付款 CSV。每笔款项按发票编号，或按付款人和金额，与未清发票匹配。签署之前，你会看到每笔款项对应什么。</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Invoices (*.csv *.txt *.tsv *.gz *.xml *.zip)</source>
        <translation>发票 (*.csv *.txt *.tsv *.gz *.xml *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FinalPanel</name>
    <message>
        <source>Records are final now at more than half of the voters. The motion makes it more than two thirds.</source>
        <translation>目前过半数投票成员签署，记录即告确定。动议把门槛改为超过三分之二。</translation>
    </message>
    <message>
        <source>Records are final now at more than two thirds of the voters. The motion makes it more than half.</source>
        <translation>目前超过三分之二投票成员签署，记录才告确定。动议把门槛改为过半数。</translation>
    </message>
</context>
<context>
    <name>FirstRunGate</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>FollowSheet</name>
    <message>
        <source>Go along with a network that carries this one on</source>
        <translation>跟随加入延续本网络的新网络</translation>
    </message>
    <message>
        <source>Paste the invitation here</source>
        <translation>在此粘贴邀请函</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>Anybody can found such a network. Go along if you trust its founders: they are its voters.</source>
        <translation>任何人都可以建立这样的网络。信任其创办成员才跟随加入：他们就是投票成员。</translation>
    </message>
    <message>
        <source>Your records come along as far as the block that it takes over; write anew what is younger. This profile leaves the old network for good.</source>
        <translation>您的记录会带到新网络所承接的区块为止；之后的请重新写入。您的个人档案会永久离开旧网络。</translation>
    </message>
    <message>
        <source>Go along</source>
        <translation>跟随加入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Paste the invitation that you were sent.</source>
        <translation>请粘贴您收到的邀请函。</translation>
    </message>
    <message>
        <source>This profile has gone over, with its book.</source>
        <translation>您的个人档案已连同账簿转到新网络。</translation>
    </message>
</context>
<context>
    <name>ForSaleList</name>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>卖方</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Asking price</source>
        <translation>要价</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年折扣</translation>
    </message>
    <message>
        <source>Recourse</source>
        <translation>追索权</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>要约</translation>
    </message>
    <message>
        <source>Receivables for sale</source>
        <translation>挂牌中的应收款项</translation>
    </message>
    <message>
        <source>How the debtor pays</source>
        <translation>债务人的付款记录</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>Nothing is for sale.</source>
        <translation>没有挂牌中的应收款项。</translation>
    </message>
    <message>
        <source>What members offer of what is owed to them stands here for all to see.</source>
        <translation>成员挂牌的应收款项会列在这里，所有成员都可看到。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>The debtor is a person. How it pays is shown once you have said what for: press the button below.</source>
        <translation>债务人是个人，说明用途后才会显示其付款情况：请按下方按钮。</translation>
    </message>
    <message>
        <source>{reference}: {debtor} owes {holder}, due {day}</source>
        <translation>{reference}：{debtor} 欠 {holder}，到期日 {day}</translation>
    </message>
    <message>
        <source>{price} asked for {amount} of it, until {until}. {discount}.</source>
        <translation>其中 {amount} 要价 {price}，有效至 {until}。{discount}。</translation>
    </message>
    <message>
        <source>It is disputed: it can&apos;t be sold until the dispute is closed.</source>
        <translation>记录有争议，争议了结前不能转让。</translation>
    </message>
    <message>
        <source>the buyer</source>
        <translation>买方</translation>
    </message>
    <message>
        <source>See the offers ({count})</source>
        <translation>查看要约（{count}）</translation>
    </message>
    <message>
        <source>Make an offer</source>
        <translation>提出要约</translation>
    </message>
</context>
<context>
    <name>ForgetSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ForkCard</name>
    <message>
        <source>{who} has signed two different entries in one place.</source>
        <translation>{who} 在同一位置签署了两个不同的条目。</translation>
    </message>
    <message>
        <source>Found {time}, at entry {seq} of its records, where the branches begin with {entries}. No voter signs what it wrote from there on until one of the branches stands.</source>
        <translation>于 {time} 发现，位于其第 {seq} 个条目，各分支以 {entries} 开始。在其中一个分支成立之前，投票成员不会签署其后所写的任何记录。</translation>
    </message>
    <message>
        <source>Let the voters decide which branch stands</source>
        <translation>由投票成员决定哪个分支成立</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>FoundSheet</name>
    <message>
        <source>Carry the book on as a new network</source>
        <translation>以新网络延续账簿</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>网络名称</translation>
    </message>
    <message>
        <source>The voters who are missing will not come back.</source>
        <translation>缺席的投票成员不会再回来。</translation>
    </message>
    <message>
        <source>Found it and go over</source>
        <translation>建立并转到新网络</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>All members stay members, and what the newest block has anchored is the book of the new network.</source>
        <translation>所有成员仍是成员；最新区块已锚定的内容就是新网络的账簿。</translation>
    </message>
    <message>
        <source>What was signed after that block, also where a majority had confirmed it, stays behind. Whoever wrote it writes it anew.</source>
        <translation>在该区块之后签署的，即使已获过半数确认，也会留在旧网络。由原作者重新写入。</translation>
    </message>
    <message>
        <source>This profile leaves the old network for good. Its file is kept in the profile&apos;s folder.</source>
        <translation>您的个人档案会永久离开旧网络。旧网络的文件保留在个人档案的文件夹内。</translation>
    </message>
    <message>
        <source>Founders beside you</source>
        <translation>您以外的创办成员</translation>
    </message>
    <message>
        <source>They are the voters: tick those who can be reached.</source>
        <translation>他们就是投票成员：请勾选联络得上的成员。</translation>
    </message>
    <message>
        <source>Send this invitation to all members. Each of them goes along with it, in the settings.</source>
        <translation>把这份邀请函发给所有成员。各成员在设置内凭此跟随加入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Give the network a name.</source>
        <translation>请为网络命名。</translation>
    </message>
</context>
<context>
    <name>FoundWords</name>
    <message>
        <source>Found by a QR code or link. Compare the ID: anybody can print a code.</source>
        <translation>由二维码或链接找到。请核对成员编号：任何人都可以印制二维码。</translation>
    </message>
    <message>
        <source>Found by the name in a vCard. Compare the ID: anybody can write a name.</source>
        <translation>由电子名片上的名称找到。请核对成员编号：任何人都可以填写名称。</translation>
    </message>
    <message>
        <source>The receipt proves a record of this network. These members are named in it.</source>
        <translation>该凭证证明了本网络的一条记录，其中提及以下成员。</translation>
    </message>
    <message>
        <source>A report about this member. What the file says is not checked here: below is what this machine knows.</source>
        <translation>这是关于该成员的报告。文件内容未在此核实；以下是这台电脑所知的资料。</translation>
    </message>
    <message>
        <source>It names somebody whom this machine does not know.</source>
        <translation>所指的人，这台电脑并不认识。</translation>
    </message>
    <message>
        <source>ID {id}. Only members of this network have records here.</source>
        <translation>成员编号 {id}。只有本网络的成员在此有记录。</translation>
    </message>
    <message>
        <source>A member&apos;s QR code, vCard, receipt or report finds it; so does a picture of the code.</source>
        <translation>可用成员的二维码、电子名片、凭证或报告查找，二维码的照片也可以。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>It is gone, no file, or not yours to read.</source>
        <translation>文件已不存在、不是文件，或您没有读取权限。</translation>
    </message>
    <message>
        <source>This file is too large to look into.</source>
        <translation>文件太大，无法查看内容。</translation>
    </message>
    <message>
        <source>Up to 16 MB are read.</source>
        <translation>最多读取 16 MB。</translation>
    </message>
    <message>
        <source>This picture is broken, or far too large.</source>
        <translation>图片已损坏，或尺寸过大。</translation>
    </message>
    <message>
        <source>There is no QR code in this picture that can be read.</source>
        <translation>该图片中没有可读取的二维码。</translation>
    </message>
    <message>
        <source>Take it from nearer, straight, and with more light. The whole code must be in it.</source>
        <translation>请靠近一些、正面拍摄、光线充足，并将整个二维码拍进去。</translation>
    </message>
    <message>
        <source>There is no QR code in the pictures of this PDF.</source>
        <translation>该 PDF 的图片中没有二维码。</translation>
    </message>
    <message>
        <source>Codes that are drawn as lines are not seen: open it and read the code from the screen.</source>
        <translation>以线条（矢量）绘成的二维码无法直接读取：请打开文件，再读取屏幕上的二维码。</translation>
    </message>
    <message>
        <source>No QR code that can be read is on the screen.</source>
        <translation>屏幕上没有可读取的二维码。</translation>
    </message>
    <message>
        <source>Have the whole code in sight, large enough, then read it again. This window steps aside.</source>
        <translation>请完整显示二维码并放大到足够大小，然后再读取。本窗口会暂时隐藏。</translation>
    </message>
    <message>
        <source>This system does not let programs see the screen.</source>
        <translation>本系统不允许程序读取屏幕。</translation>
    </message>
    <message>
        <source>Take a picture of the screen with its own tool, and paste it here.</source>
        <translation>请用系统的截图工具截取屏幕，然后粘贴到这里。</translation>
    </message>
    <message>
        <source>It names nobody.</source>
        <translation>其中未提及任何人。</translation>
    </message>
    <message>
        <source>This is a link to somewhere else. It was not opened.</source>
        <translation>这是通往其他地方的链接，未被打开。</translation>
    </message>
    <message>
        <source>This is an invitation to a network, not a member.</source>
        <translation>这是网络的邀请，不是成员。</translation>
    </message>
    <message>
        <source>It is used when a profile joins a network.</source>
        <translation>账户加入网络时才会用到。</translation>
    </message>
    <message>
        <source>This code is on a printed report: it names the report&apos;s file, not the member.</source>
        <translation>这是印在报告上的二维码：它指明报告的文件，而不是成员。</translation>
    </message>
    <message>
        <source>Drop that file here, or type the name or ID on the paper.</source>
        <translation>请将该文件拖放到此处，或输入报告上的名称或成员编号。</translation>
    </message>
    <message>
        <source>This receipt is of another network.</source>
        <translation>该凭证属于另一个网络。</translation>
    </message>
    <message>
        <source>Its members are not known here.</source>
        <translation>这里不认识该网络的成员。</translation>
    </message>
    <message>
        <source>This receipt proves nothing.</source>
        <translation>该凭证不能证明任何事。</translation>
    </message>
    <message>
        <source>It is incomplete, altered, or starts at a block that has to be known.</source>
        <translation>它不完整、被改动过，或从一个必须事先知道的区块开始。</translation>
    </message>
    <message>
        <source>This file says nothing about a member.</source>
        <translation>该文件未提及任何成员。</translation>
    </message>
</context>
<context>
    <name>FounderRow</name>
    <message>
        <source>ID and address, as that founder copied it</source>
        <translation>该创始成员复制的编号与地址</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>成员编号</translation>
    </message>
    <message>
        <source>Address, host:port</source>
        <translation>地址，主机:端口</translation>
    </message>
    <message>
        <source>Remove this founder</source>
        <translation>移除此创始成员</translation>
    </message>
</context>
<context>
    <name>GradeLine</name>
    <message>
        <source>Grade {grade}</source>
        <translation>评级 {grade}</translation>
    </message>
</context>
<context>
    <name>GrantSheet</name>
    <message>
        <source>Stand for a member</source>
        <translation>为成员担保</translation>
    </message>
    <message>
        <source>Whose debts</source>
        <translation>为谁的欠款</translation>
    </message>
    <message>
        <source>Owed to whom</source>
        <translation>欠谁的</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>The most that you pay in all.</source>
        <translation>您合共最多支付的金额。</translation>
    </message>
    <message>
        <source>The last day on which it may be called.</source>
        <translation>可要求履行的最后一天。</translation>
    </message>
    <message>
        <source>What everybody should know of it</source>
        <translation>各成员须知</translation>
    </message>
    <message>
        <source>It may be left empty.</source>
        <translation>可以留空。</translation>
    </message>
    <message>
        <source>Sign the guarantee</source>
        <translation>签署担保</translation>
    </message>
    <message>
        <source>You stand for your own cap alone, whoever else stands for the same debts. What you have paid is owed to you instead. A guarantee is signed and binding: it can&apos;t be taken back before its last day.</source>
        <translation>您只在自己的上限内负责，不论还有谁为同一欠款担保。您付了的金额，改为欠您。担保经签署即具约束力，到期前不能撤回。</translation>
    </message>
    <message>
        <source>If {debtor} is in default with what it owes {creditor}, and {creditor} calls on you by {day}, you pay up to {cap}.</source>
        <translation>若 {debtor} 对 {creditor} 的欠款违约，而 {creditor} 在 {day} 或之前要求您履行，您最多支付 {cap}。</translation>
    </message>
    <message>
        <source>Choose a member.</source>
        <translation>请选择成员。</translation>
    </message>
    <message>
        <source>That is the debtor itself.</source>
        <translation>这就是债务人本身。</translation>
    </message>
    <message>
        <source>Signed. The guarantee is in force once a majority of the voters has signed it.</source>
        <translation>已签署。过半数投票成员签署后，担保即生效。</translation>
    </message>
</context>
<context>
    <name>GuaranteesTab</name>
    <message>
        <source>Create a pool</source>
        <translation>设立互保基金</translation>
    </message>
    <message>
        <source>Stand for a member</source>
        <translation>为成员担保</translation>
    </message>
    <message>
        <source>Guarantee or pool</source>
        <translation>担保或互保基金</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Guarantees and pools</source>
        <translation>担保与互保基金</translation>
    </message>
    <message>
        <source>No guarantee concerns you, and there are no pools.</source>
        <translation>没有与您有关的担保，也没有互保基金。</translation>
    </message>
    <message>
        <source>A guarantee pays a creditor what a debtor does not, up to a cap. In a pool members pledge together, and a fixed rule says what of a loss is paid.</source>
        <translation>债务人不付的，担保人在上限内代付给债权人。互保基金由成员共同认缴，损失赔付多少由固定规则决定。</translation>
    </message>
    <message>
        <source>Asking for guarantees and pools…</source>
        <translation>正在读取担保与互保基金…</translation>
    </message>
    <message>
        <source>What I stand for</source>
        <translation>我承担的责任</translation>
    </message>
    <message>
        <source>Guarantees</source>
        <translation>担保</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) for you to pay</source>
        <translation>
            <numerusform>有 %n 项担保待您履行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Hand the pen over to another device</source>
        <translation>把签署权移交给另一台设备</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Save the file and stop signing here</source>
        <translation>保存文件并停止在此签署</translation>
    </message>
    <message>
        <source>The device that is to sign</source>
        <translation>由哪台设备签署</translation>
    </message>
    <message>
        <source>A new device</source>
        <translation>新设备</translation>
    </message>
    <message>
        <source>This device is to sign nothing until the pen comes back.</source>
        <translation>在签署权交还之前，这台设备不再签署。</translation>
    </message>
    <message>
        <source>A file is made that the other device takes over with, in its settings or when it is set up.</source>
        <translation>程序会生成一个文件，另一台设备可在其设置中或首次设置时以此接手。</translation>
    </message>
    <message>
        <source>From then on this device signs nothing, whatever becomes of the file. It reads along and keeps its drafts, and the pen can be handed back to it.</source>
        <translation>此后，无论文件下落如何，这台设备都不会签署。它仍可阅读记录并保留草稿，签署权也可以交还给它。</translation>
    </message>
    <message>
        <source>Whoever has the file and the passphrase can sign as you. It can be used once; passphrase and recovery words stay the same.</source>
        <translation>持有此文件和口令的人可以用您的名义签署。文件只能使用一次；口令和恢复词不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand-over file</source>
        <translation>移交文件</translation>
    </message>
    <message>
        <source>The pen is handed over. Take it over with the file on the other device.</source>
        <translation>签署权已移交。请在另一台设备上用该文件接手。</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Health</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>Your view may be one-sided: {heard} of {voters} voters were heard from in the last hour.</source>
        <translation>您看到的可能并不全面：过去一小时内，{voters} 名投票成员中只收到 {heard} 名的消息。</translation>
    </message>
    <message>
        <source>Only {free} free on the disk.</source>
        <translation>磁盘只剩 {free}。</translation>
    </message>
    <message>
        <source>Altered on this disk: {names}. These entries are fetched again from the others.</source>
        <translation>磁盘上被改动：{names}。这些条目正从其他成员重新获取。</translation>
    </message>
    <message>
        <source>within {seconds} s of the others</source>
        <translation>与其他成员相差 {seconds} 秒以内</translation>
    </message>
    <message>
        <source>{time}, nothing altered</source>
        <translation>{time}，没有改动</translation>
    </message>
    <message>
        <source>{time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>not compared: nobody is connected</source>
        <translation>未能比较：没有连接任何成员</translation>
    </message>
    <message>
        <source>Voters heard from</source>
        <translation>有消息的投票成员</translation>
    </message>
    <message>
        <source>{heard} of {voters} in the last hour</source>
        <translation>过去一小时内 {voters} 名中的 {heard} 名</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁盘可用空间</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>本机账簿</translation>
    </message>
    <message>
        <source>{size}, {entries} entries</source>
        <translation>{size}，{entries} 个条目</translation>
    </message>
    <message>
        <source>Background check</source>
        <translation>后台检查</translation>
    </message>
    <message>
        <source>{count} altered entries, fetched again from the others</source>
        <translation>{count} 个被改动的条目，已从其他成员重新获取</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>{count} entries of others, since the start</source>
        <translation>自启动以来，他人的 {count} 个条目</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒收</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Counterparties</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln invoice(s)</source>
        <translation>
            <numerusform>导入 %Ln 张发票</numerusform>
        </translation>
    </message>
    <message>
        <source>The customers are still being read.</source>
        <translation>仍在读取客户。</translation>
    </message>
    <message>
        <source>The import is undone. Nothing of it is left.</source>
        <translation>导入已撤销，没有留下任何内容。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>客户名称</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>发票编号</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>付款日</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Days of credit</source>
        <translation>账期（天）</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>卖方</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选定</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>互相矛盾</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>日/月/年</translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation>月/日/年</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>the standard says so</source>
        <translation>标准如此规定</translation>
    </message>
    <message>
        <source>the file says so in its first bytes</source>
        <translation>文件开头的字节已注明</translation>
    </message>
    <message>
        <source>only plain letters</source>
        <translation>只有基本拉丁字母</translation>
    </message>
    <message>
        <source>{characters} characters, all valid</source>
        <translation>{characters} 个字符，全部有效</translation>
    </message>
    <message>
        <source>{damaged} of {characters} characters are damaged</source>
        <translation>{characters} 个字符中有 {damaged} 个损坏</translation>
    </message>
    <message>
        <source>every other byte is zero</source>
        <translation>每隔一个字节为零</translation>
    </message>
    <message>
        <source>these headers make sense: {headers}</source>
        <translation>这些标题可以识别：{headers}</translation>
    </message>
    <message>
        <source>{share_percent} % common Chinese characters</source>
        <translation>{share_percent}% 为常用汉字</translation>
    </message>
    <message>
        <source>the first line says so</source>
        <translation>第一行已注明</translation>
    </message>
    <message>
        <source>{columns} columns in {share_percent} % of the lines</source>
        <translation>{share_percent}% 的行有 {columns} 列</translation>
    </message>
    <message>
        <source>only one column was found</source>
        <translation>只找到一列</translation>
    </message>
    <message>
        <source>the first row is unlike the others</source>
        <translation>第一行与其他行不同</translation>
    </message>
    <message>
        <source>the first row is like the others</source>
        <translation>第一行与其他行相同</translation>
    </message>
    <message>
        <source>because {value} is in line {line}</source>
        <translation>因为第 {line} 行有 {value}</translation>
    </message>
    <message>
        <source>as in the column {header}</source>
        <translation>与“{header}”列相同</translation>
    </message>
    <message>
        <source>{value} in line {line} could be read both ways</source>
        <translation>第 {line} 行的 {value} 两种读法皆可</translation>
    </message>
    <message>
        <source>all amounts are whole</source>
        <translation>所有金额均为整数</translation>
    </message>
    <message>
        <source>from the column {header}: {currencies}</source>
        <translation>来自“{header}”列：{currencies}</translation>
    </message>
    <message>
        <source>from the header {header}</source>
        <translation>来自标题“{header}”</translation>
    </message>
    <message>
        <source>the file names none</source>
        <translation>文件没有注明</translation>
    </message>
    <message>
        <source>Rows without a due date: {rows}. They are taken as due {terms_days} days after they were issued.</source>
        <translation>没有到期日的行数：{rows}。这些行会视作开出后 {terms_days} 天到期。</translation>
    </message>
    <message>
        <source>{count} dates in {header} contradict the order, such as {value} in line {line}.</source>
        <translation>“{header}”列有 {count} 个日期与次序矛盾，例如第 {line} 行的 {value}。</translation>
    </message>
    <message>
        <source>Years have two digits, such as {value} in line {line}: 70 to 99 are read as 19…, the rest as 20…</source>
        <translation>年份只有两位数，例如第 {line} 行的 {value}：70 至 99 读作 19…，其余读作 20…</translation>
    </message>
    <message>
        <source>{count} amounts contradict the decimal mark, such as {value} in line {line}.</source>
        <translation>有 {count} 个金额与小数点矛盾，例如第 {line} 行的 {value}。</translation>
    </message>
    <message>
        <source>{damaged} characters could not be read.</source>
        <translation>有 {damaged} 个字符无法读取。</translation>
    </message>
    <message>
        <source>The file has no customer codes: customers are told apart by {header}.</source>
        <translation>文件没有客户编号：以“{header}”列区分客户。</translation>
    </message>
    <message>
        <source>The column {header} is about sellers. These look like invoices that you received; they would go in as owed to you.</source>
        <translation>“{header}”列是关于卖方的。这些看来是您收到的发票；导入后会列作您的应收账款。</translation>
    </message>
    <message>
        <source>Invoices by {sellers}. They go in as owed to you.</source>
        <translation>这些发票由 {sellers} 开出，导入后会列作你的应收账款。</translation>
    </message>
    <message>
        <source>{shorter} invoice numbers are shorter than the usual {usual_length} characters: a spreadsheet may have dropped leading zeros.</source>
        <translation>有 {shorter} 个发票编号比常见的 {usual_length} 个字符短：电子表格可能删去了开头的零。</translation>
    </message>
    <message>
        <source>No member stands for this customer</source>
        <translation>此客户未对应任何成员</translation>
    </message>
    <message>
        <source>The seller is another member. Only they can enter it</source>
        <translation>卖方是另一位成员，只有他们可以录入</translation>
    </message>
    <message>
        <source>This customer is you. The seller enters it, and you accept it</source>
        <translation>这位客户是你自己；由卖方录入，再由你接受</translation>
    </message>
    <message>
        <source>A record has this number with other terms</source>
        <translation>已有同一编号但条款不同的记录</translation>
    </message>
    <message>
        <source>This network does not use that currency</source>
        <translation>此网络不使用该货币</translation>
    </message>
    <message>
        <source>The rules of the book refuse it</source>
        <translation>账簿规则不允许</translation>
    </message>
    <message>
        <source>The import was interrupted</source>
        <translation>导入被中断</translation>
    </message>
    <message>
        <source>No invoice number, and no one open invoice of that member with this amount</source>
        <translation>没有发票编号，该成员也没有唯一一张金额相符的未清发票</translation>
    </message>
    <message>
        <source>It could be for more than one invoice: {number}</source>
        <translation>可能对应不止一张发票：{number}</translation>
    </message>
    <message>
        <source>More than is left of invoice {number}</source>
        <translation>超过发票 {number} 的未清金额</translation>
    </message>
    <message>
        <source>Nothing is left of invoice {number}</source>
        <translation>发票 {number} 已没有未清金额</translation>
    </message>
    <message>
        <source>Invoice {number} is in another currency</source>
        <translation>发票 {number} 的货币不同</translation>
    </message>
    <message>
        <source>Invoice {number} is with another member than the file says</source>
        <translation>发票 {number} 属于另一位成员，与文件所示不同</translation>
    </message>
    <message>
        <source>A payment of this day and amount is recorded for {number} already</source>
        <translation>发票 {number} 已有同日同额的付款记录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>{field} from “{header}”</source>
        <translation>{field}取自“{header}”</translation>
    </message>
</context>
<context>
    <name>InvitationReview</name>
    <message>
        <source>Invitation to {network}</source>
        <translation>加入 {network} 的邀请</translation>
    </message>
    <message>
        <source>as a founder, at once</source>
        <translation>作为创始成员，即时加入</translation>
    </message>
    <message>
        <source>as a member, once more than half of the voters have said so</source>
        <translation>作为成员，待过半数投票成员同意</translation>
    </message>
    <message>
        <source>as an observer: you read the book at once, and never write</source>
        <translation>作为观察员：即时可阅读账簿，但不能写入</translation>
    </message>
    <message>
        <source>You come in</source>
        <translation>您的身份</translation>
    </message>
    <message>
        <source>Founded by</source>
        <translation>创始成员</translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n 名投票成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Can be used</source>
        <translation>可使用</translation>
    </message>
    <message>
        <source>once, until {time}</source>
        <translation>一次，至 {time}</translation>
    </message>
</context>
<context>
    <name>InviteSheet</name>
    <message>
        <source>Invite somebody</source>
        <translation>邀请加入</translation>
    </message>
    <message>
        <source>As a member</source>
        <translation>作为成员</translation>
    </message>
    <message>
        <source>May ask to join. Reads and writes once the voters have admitted it by a motion.</source>
        <translation>可申请加入。经投票成员以动议接纳后，即可阅读和写入。</translation>
    </message>
    <message>
        <source>As an observer</source>
        <translation>作为观察员</translation>
    </message>
    <message>
        <source>Reads the whole book at once, without a vote of anybody. Never writes: an auditor, a bank.</source>
        <translation>无须表决，即时可阅读整本账簿，但不能写入，例如审计师、银行。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the invitation</source>
        <translation>生成邀请函</translation>
    </message>
    <message>
        <source>Can be used for so many days</source>
        <translation>有效期（天）</translation>
    </message>
    <message>
        <source>Your invitation</source>
        <translation>您的邀请函</translation>
    </message>
    <message>
        <source>It can be used once, until {time}. Whoever has it can use it: give it to nobody else.</source>
        <translation>只可使用一次，有效期至 {time}。任何持有者都可使用：不要交给其他人。</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>Whoever comes in finds you as {words}: compare that over the telephone.</source>
        <translation>加入者看到您的识别词是 {words}，请在电话中核对。</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>保存为文件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Whoever uses it reads the whole book from then on, and every new record.</source>
        <translation>使用者从此可阅读整本账簿和每条新记录。</translation>
    </message>
    <message>
        <source>Whoever uses it asks to join. You see the request under Members, and put it to the vote there.</source>
        <translation>使用者会申请加入。您会在“成员”看到该申请，并在那里交付表决。</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>保存邀请函</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>文件无法写入。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>InvitesCard</name>
    <message>
        <source>Invitations</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>发出人</translation>
    </message>
    <message>
        <source>As</source>
        <translation>作为</translation>
    </message>
    <message>
        <source>Can be used until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Choose one of yours that nobody has used, to take it back.</source>
        <translation>选择一张由您发出且尚未有人使用的邀请函，即可撤回。</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>观察员</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Put it to the vote</source>
        <translation>交付表决</translation>
    </message>
    <message>
        <source>See the motion</source>
        <translation>查看动议</translation>
    </message>
    <message>
        <source>{who} asks to join, invited by {by}</source>
        <translation>{who} 申请加入，由 {by} 邀请</translation>
    </message>
    <message>
        <source>{who} asks to join: the voters are being asked</source>
        <translation>{who} 申请加入：投票成员正在表决</translation>
    </message>
    <message>
        <source>Since {time}. ID {id}</source>
        <translation>自 {time}。编号 {id}</translation>
    </message>
    <message>
        <source>Somebody else has used the same invitation: it lets in one of them only.</source>
        <translation>另有一人用了同一份邀请；一份邀请只能让其中一人加入。</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Join this round?</source>
        <translation>加入这一轮？</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>I am owed</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>What you owe and are owed within this round takes part: what you owe now, what you are owed as soon as its debtor takes part, without asking you again.</source>
        <translation>您在这一轮范围内的应付和应收都会参加：应付的立即带入，应收的等债务人参加后加入，不再另行询问。</translation>
    </message>
    <message>
        <source>Until the round ends, control of what has joined passes to {who}: you can&apos;t record payments on it, sell it or change its terms. That is over when the result is written, when the round is ended without one, or when it lapses after {day}.</source>
        <translation>这一轮结束前，已加入欠款的处理权转到 {who}：您不能为它记录收款、出售它或更改条款。写入结果、不结算而结束，或过了 {day} 而失效时，即告终止。</translation>
    </message>
    <message>
        <source>Nobody&apos;s net position changes: as much is taken off what you owe as off what you are owed, and every voter checks that before it signs the result.</source>
        <translation>任何人的净额都不会改变：您的应付和应收减去同样的金额，每个投票成员签署结果前都会核查。</translation>
    </message>
    <message>
        <source>Joining is signed and binding. It can&apos;t be taken back.</source>
        <translation>加入须签署，具有约束力，不能撤回。</translation>
    </message>
    <message>
        <source>Join and sign</source>
        <translation>加入并签署</translation>
    </message>
    <message>
        <source>Joined. What you are owed joins by itself as its debtors take part.</source>
        <translation>已加入。债务人参加后，您的应收欠款会自动加入。</translation>
    </message>
</context>
<context>
    <name>KeeperPanel</name>
    <message>
        <source>{pool}, kept by {who} so far</source>
        <translation>{pool}，原管理人 {who}</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>互保基金</translation>
    </message>
    <message>
        <source>Who keeps it from then on</source>
        <translation>之后由谁管理</translation>
    </message>
</context>
<context>
    <name>KnownWords</name>
    <message>
        <source>Not connected to any member since {since}. This is what your machine holds, records up to {time}.</source>
        <translation>自 {since} 起未连接任何成员。以下是您这台电脑上的资料，记录截至 {time}。</translation>
    </message>
    <message>
        <source>The index of names is being made anew: {known} of {all} members. Some may not be found yet.</source>
        <translation>名称索引正在重建：已完成 {known}/{all} 名成员，部分成员可能暂时找不到。</translation>
    </message>
    <message>
        <source>This machine knows nobody called “{text}”.</source>
        <translation>这台电脑没有“{text}”的资料。</translation>
    </message>
    <message>
        <source>It has been offline since {since}, and has what was recorded up to {time}. Who came later is not here yet.</source>
        <translation>这台电脑自 {since} 起离线，只有截至 {time} 的记录；此后加入的成员暂时找不到。</translation>
    </message>
    <message>
        <source>Nobody called “{text}” is found yet.</source>
        <translation>暂时找不到名为“{text}”的成员。</translation>
    </message>
    <message>
        <source>The index of names has {known} of {all} members so far. An ID is found at once.</source>
        <translation>名称索引目前收录 {all} 名成员中的 {known} 名；按成员编号可立即找到。</translation>
    </message>
    <message numerus="yes">
        <source>It is still receiving: %Ln entries to come. Who is in them is not here yet.</source>
        <translation>
            <numerusform>这台电脑仍在接收数据，尚有 %Ln 个条目未到，其中的成员暂时找不到。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody called “{text}” was ever recorded in this network.</source>
        <translation>这个网络从未有过关于“{text}”的记录。</translation>
    </message>
    <message>
        <source>Only its members have records here. Check the spelling, or search by ID or company number.</source>
        <translation>只有网络成员才有记录。请检查写法，或用成员编号或公司编号查找。</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Welcome to Cohong</source>
        <translation>欢迎使用 Cohong</translation>
    </message>
    <message>
        <source>A book of trade credit that firms keep and sign together. Choose your language to begin.</source>
        <translation>由各公司共同保存、共同签署的商业信用账簿。请先选择语言。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>LimitButton</name>
    <message>
        <source>Credit limit…</source>
        <translation>授信额度…</translation>
    </message>
</context>
<context>
    <name>LimitSheet</name>
    <message>
        <source>Credit limit for {name}</source>
        <translation>{name} 的授信额度</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不设额度</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>您的额度</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>It stays on this computer, and nobody is told. A record that would exceed it is warned of.</source>
        <translation>只留在这台电脑，不会告知任何人。新记录如会超出额度，会有提示。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>An amount such as 48,200.00.</source>
        <translation>金额，例如 48,200.00。</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>The book has no answer: too little was repaid in {currency}.</source>
        <translation>账簿无法给出答案：以 {currency} 还清的太少。</translation>
    </message>
    <message>
        <source>Suggested: {amount}</source>
        <translation>建议：{amount}</translation>
    </message>
    <message numerus="yes">
        <source>The most you were owed at once and paid within terms, in %Ln obligation(s)</source>
        <translation>
            <numerusform>同一时间欠您并已按期付清的最高额，共 %Ln 笔欠款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Likewise of everybody, in %Ln obligation(s)</source>
        <translation>
            <numerusform>对所有成员亦然，共 %Ln 笔欠款</numerusform>
        </translation>
    </message>
    <message>
        <source>As far as your own experience and your trust of {amount} go</source>
        <translation>以您自身的经验及 {amount} 的信任为限</translation>
    </message>
    <message>
        <source>Grade {grade}: {percent} of it</source>
        <translation>评级 {grade}：取其 {percent}</translation>
    </message>
    <message>
        <source>Thin file: half of what you have seen yourself</source>
        <translation>资料不足：取您自身经验的一半</translation>
    </message>
    <message>
        <source>Less what is overdue to anybody, {amount}</source>
        <translation>减去欠任何成员的逾期款 {amount}</translation>
    </message>
    <message>
        <source>In two leading digits</source>
        <translation>只取前两位数字</translation>
    </message>
    <message>
        <source>Owes you {open}.</source>
        <translation>现欠您 {open}。</translation>
    </message>
    <message>
        <source>Owes you {open}; {asked} is proposed.</source>
        <translation>现欠您 {open}；另有 {asked} 已提出。</translation>
    </message>
    <message>
        <source>Limit {amount}, {used} used</source>
        <translation>额度 {amount}，已用 {used}</translation>
    </message>
    <message>
        <source>{name} would owe you {then}, above your limit of {limit}. Nothing keeps you from it.</source>
        <translation>{name} 将欠您 {then}，超出您设的额度 {limit}。您仍可继续。</translation>
    </message>
</context>
<context>
    <name>LinkDeviceSheet</name>
    <message>
        <source>Link a member that is yours</source>
        <translation>声明属于您的另一成员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>Sign the link</source>
        <translation>签署声明</translation>
    </message>
    <message>
        <source>A device of yours may be a member of its own, with a key of its own that signs.</source>
        <translation>您的设备可以自己是成员，用自己的密钥签署。</translation>
    </message>
    <message>
        <source>Name it here, and name this member there: once both have signed, all members see that the two belong together. Neither can sign for the other.</source>
        <translation>在这里声明它，并在那边声明这位成员：双方签署后，所有成员都会看到两者属于同一方。双方都不能代对方签署。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Signed. The two are linked once the other one has named you.</source>
        <translation>已签署。对方也声明您之后，两者即相连。</translation>
    </message>
</context>
<context>
    <name>LookUpsForm</name>
    <message>
        <source>You have opened no report about a person so far.</source>
        <translation>您尚未打开过有关个人的报告。</translation>
    </message>
    <message>
        <source>Whom you have looked up</source>
        <translation>您查阅过的个人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保留期</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Newer ones</source>
        <translation>较新的</translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>较旧的</translation>
    </message>
    <message>
        <source>Noted on this computer when you open a report about a person. It is sent to nobody.</source>
        <translation>打开有关个人的报告时，会在这台电脑上记下，不会发送给任何人。</translation>
    </message>
    <message>
        <source>Older ones are deleted when this profile is opened.</source>
        <translation>打开账户时会删除更早的记录。</translation>
    </message>
    <message numerus="yes">
        <source>Keep look-ups for %n day(s) only?</source>
        <translation>
            <numerusform>查阅记录只保留 %n 天？</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones are deleted at once and for good. What you have read then cannot be shown any more.</source>
        <translation>更早的记录会立即永久删除，此后无法再证明当时查阅过什么。</translation>
    </message>
    <message>
        <source>Delete older ones</source>
        <translation>删除更早的记录</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older look-up(s) deleted.</source>
        <translation>
            <numerusform>已删除 %Ln 条较旧的查阅记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln look-up(s) are deleted for good. What you have read and why cannot be shown to anybody then.</source>
        <translation>
            <numerusform>将永久删除 %Ln 条查阅记录。此后您无法再向任何人证明查阅过什么、为何查阅。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was recorded under a consent stays in the book. You are asked again what for, today too.</source>
        <translation>凭同意查阅的记录会保留在账簿中。再次查阅时会重新询问用途，今天内也一样。</translation>
    </message>
    <message>
        <source>Delete the log of look-ups?</source>
        <translation>删除查阅记录？</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln look-up(s) deleted.</source>
        <translation>
            <numerusform>已删除 %Ln 条查阅记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>第 {first} 至 {last} 条，共 {total} 条</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>given until {day}</source>
        <translation>有，至 {day}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已给予</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This profile is in a network already. Open the invitation with a profile of its own.</source>
        <translation>这个账户已在网络内。请用另一个账户打开邀请函。</translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Parts of the Market</source>
        <translation>市场的各部分</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>voter</source>
        <translation>投票成员</translation>
    </message>
    <message>
        <source>name nearly the same</source>
        <translation>名称十分相似</translation>
    </message>
    <message>
        <source>Another member has nearly the same name. Compare the ID before you rely on it.</source>
        <translation>另一成员的名称十分相似。依赖之前请先核对成员编号。</translation>
    </message>
    <message>
        <source>no invoices recorded</source>
        <translation>没有发票记录</translation>
    </message>
    <message>
        <source>{paid} of {settled} paid within terms</source>
        <translation>{settled} 张中 {paid} 张按期付款</translation>
    </message>
</context>
<context>
    <name>MemberCardWords</name>
    <message numerus="yes">
        <source>%n invoice(s), none settled yet</source>
        <translation>
            <numerusform>%n 张发票，全部未结清</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberColumns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Owes you</source>
        <translation>现欠您</translation>
    </message>
    <message>
        <source>Your limit, used</source>
        <translation>您的额度及使用率</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近变动</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>成员编号</translation>
    </message>
</context>
<context>
    <name>MemberDrop</name>
    <message>
        <source>Whom is it about?</source>
        <translation>关于哪位成员？</translation>
    </message>
    <message>
        <source>Pictures, PDF, vCards, receipts, reports</source>
        <translation>图片、PDF、电子名片、凭证、报告</translation>
    </message>
</context>
<context>
    <name>MemberReport</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>Account statement…</source>
        <translation>对账单…</translation>
    </message>
    <message>
        <source>Credit report…</source>
        <translation>信用报告…</translation>
    </message>
    <message>
        <source>Let it read about you…</source>
        <translation>同意它查阅有关您的报告…</translation>
    </message>
    <message>
        <source>Computing the report…</source>
        <translation>正在计算报告…</translation>
    </message>
    <message>
        <source>Account statement</source>
        <translation>对账单</translation>
    </message>
</context>
<context>
    <name>MemberWords</name>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
    <message>
        <source>voter</source>
        <translation>投票成员</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>观察员</translation>
    </message>
    <message>
        <source>ex-member</source>
        <translation>前成员</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未在线</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>已超额</translation>
    </message>
    <message>
        <source>{name} owes you nothing, and you keep no limit for it.</source>
        <translation>{name} 目前没有欠您款项，您也没有为其设定额度。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{name}: {said}</source>
        <translation>{name}：{said}</translation>
    </message>
    <message>
        <source>owes you {amount}</source>
        <translation>现欠您 {amount}</translation>
    </message>
    <message>
        <source>{amount} is proposed</source>
        <translation>另有已提出的 {amount}</translation>
    </message>
    <message>
        <source>above your limit of {limit}</source>
        <translation>超出您设定的额度 {limit}</translation>
    </message>
    <message>
        <source>within your limit of {limit}</source>
        <translation>在您设定的额度 {limit} 之内</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation>关注…</translation>
    </message>
    <message>
        <source>Credit limit…</source>
        <translation>授信额度…</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部成员</translation>
    </message>
    <message>
        <source>Choose a member. Enter or a double-click opens the report.</source>
        <translation>请选择成员。按 Enter 或双击可打开报告。</translation>
    </message>
</context>
<context>
    <name>MembersFilter</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Owe you</source>
        <translation>欠您款项</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>Above limit</source>
        <translation>超出额度</translation>
    </message>
    <message>
        <source>Name, ID or number</source>
        <translation>名称、成员编号或公司编号</translation>
    </message>
    <message>
        <source>Sort by what is owed in</source>
        <translation>按此货币的欠款排序</translation>
    </message>
    <message>
        <source>Nobody here is called “{text}”.</source>
        <translation>这里没有名为“{text}”的成员。</translation>
    </message>
    <message>
        <source>Nobody owes you anything.</source>
        <translation>没有成员欠您款项。</translation>
    </message>
    <message>
        <source>You watch nobody yet.</source>
        <translation>您尚未关注任何成员。</translation>
    </message>
    <message>
        <source>Choose a member and press Watch: what changes from then on is told.</source>
        <translation>选择成员并按“关注”，此后的变动都会通知您。</translation>
    </message>
    <message>
        <source>Nobody is above a limit of yours.</source>
        <translation>没有成员超出您设定的额度。</translation>
    </message>
    <message>
        <source>Choose a member and press Credit limit to keep one for it.</source>
        <translation>选择成员并按“授信额度”，即可为其设定额度。</translation>
    </message>
    <message>
        <source>Nobody is here.</source>
        <translation>没有成员。</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有成员</translation>
    </message>
    <message>
        <source>Watch list</source>
        <translation>关注名单</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>提出动议</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>The invitation is taken back: nobody is let in by it any more.</source>
        <translation>邀请函已撤回：不会再有人凭它加入。</translation>
    </message>
    <message>
        <source>The voters have been asked.</source>
        <translation>已交投票成员表决。</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>What is missing</source>
        <translation>缺少什么</translation>
    </message>
    <message>
        <source>Show those that wait</source>
        <translation>显示等待中的</translation>
    </message>
    <message>
        <source>Show the contested ones</source>
        <translation>显示有冲突的</translation>
    </message>
</context>
<context>
    <name>MonthBars</name>
    <message>
        <source>on time</source>
        <translation>按期</translation>
    </message>
    <message>
        <source>1–30 days late</source>
        <translation>逾期 1–30 天</translation>
    </message>
    <message>
        <source>31–60 days late</source>
        <translation>逾期 31–60 天</translation>
    </message>
    <message>
        <source>61–90 days late</source>
        <translation>逾期 61–90 天</translation>
    </message>
    <message>
        <source>over 90 days late</source>
        <translation>逾期 90 天以上</translation>
    </message>
    <message>
        <source>Payments by month: {on_time} of {total} on time in {months} months</source>
        <translation>按月付款：{months} 个月内 {total} 笔中有 {on_time} 笔按期</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>{yes} of {voters} for it, passes at {needed}, against {no}, not yet {rest}</source>
        <translation>{voters} 名投票成员中 {yes} 名赞成，满 {needed} 票通过，反对 {no}，未投 {rest}</translation>
    </message>
    <message>
        <source>passes at {count}</source>
        <translation>满 {count} 票通过</translation>
    </message>
</context>
<context>
    <name>MotionCard</name>
    <message>
        <source>For</source>
        <translation>赞成</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>Put by {who}, {time}</source>
        <translation>由 {who} 提出，{time}</translation>
    </message>
    <message>
        <source>If it passes: {effect}</source>
        <translation>如获通过：{effect}</translation>
    </message>
    <message>
        <source>{yes} of {voters} for it  ·  against {no}</source>
        <translation>赞成 {yes}/{voters}  ·  反对 {no}</translation>
    </message>
    <message>
        <source>You voted for it</source>
        <translation>您已投赞成票</translation>
    </message>
    <message>
        <source>You voted against it</source>
        <translation>您已投反对票</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>Votes count until {time}</source>
        <translation>投票截至 {time}</translation>
    </message>
    <message>
        <source>ID of the newcomer: {key}</source>
        <translation>新成员的编号：{key}</translation>
    </message>
    <message>
        <source>New key: {key}</source>
        <translation>新密钥：{key}</translation>
    </message>
    <message>
        <source>Entry that stands: {key}</source>
        <translation>成立的条目：{key}</translation>
    </message>
    <message>
        <source>Everybody has voted.</source>
        <translation>所有人都已投票。</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 及另外 %n 名</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet: {names}</source>
        <translation>未投票：{names}</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
</context>
<context>
    <name>MotionList</name>
    <message>
        <source>Nothing is before the voters.</source>
        <translation>目前没有待表决的动议。</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>提出动议</translation>
    </message>
    <message>
        <source>Members are admitted and rules are changed by motions. Every voter votes on them by hand.</source>
        <translation>接纳成员和更改规则都须经动议，由每名投票成员亲自表决。</translation>
    </message>
    <message>
        <source>The newest {shown} of {count}:</source>
        <translation>最新的 {shown} 项（共 {count} 项）：</translation>
    </message>
    <message>
        <source>Hide what is over</source>
        <translation>隐藏已结束的</translation>
    </message>
    <message numerus="yes">
        <source>Show %n motion(s) that are over</source>
        <translation>
            <numerusform>显示 %n 项已结束的动议</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MotionWords</name>
    <message>
        <source>Open</source>
        <translation>表决中</translation>
    </message>
    <message>
        <source>Passed, waits for the next block</source>
        <translation>已通过，等待下一个区块</translation>
    </message>
    <message>
        <source>Cannot pass any more</source>
        <translation>已不可能通过</translation>
    </message>
    <message>
        <source>Would change nothing any more</source>
        <translation>已不会改变任何事</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Ended, not carried out</source>
        <translation>已结束，未执行</translation>
    </message>
    <message>
        <source>With one voter the book is that voter&apos;s own word: nobody checks it.</source>
        <translation>只有一名投票成员时，账簿只是其一面之词，无人查验。</translation>
    </message>
    <message>
        <source>With two voters each can stop everything, and a lost key ends the network.</source>
        <translation>只有两名投票成员时，任何一方都能使一切停顿；丢失一个密钥，网络便告终结。</translation>
    </message>
    <message>
        <source>With three voters nothing becomes final while one of them is away.</source>
        <translation>只有三名投票成员时，一名不在，任何记录都不能确定。</translation>
    </message>
    <message>
        <source>With three voters and records final at two, one voter that signs both ways can break the book.</source>
        <translation>三名投票成员而两名签署即确定时，只要一名签署互相矛盾的记录，便可破坏账簿。</translation>
    </message>
    <message>
        <source>Admit {who} as a member?</source>
        <translation>接纳 {who} 为成员？</translation>
    </message>
    <message>
        <source>Give {who} a vote?</source>
        <translation>给予 {who} 投票权？</translation>
    </message>
    <message>
        <source>Take the vote of {who} away?</source>
        <translation>取消 {who} 的投票权？</translation>
    </message>
    <message>
        <source>Expel {who}?</source>
        <translation>将 {who} 除名？</translation>
    </message>
    <message>
        <source>Replace the lost key of {who} by a new one?</source>
        <translation>以新密钥取代 {who} 丢失的密钥？</translation>
    </message>
    <message>
        <source>Make records final at more than half of the voters?</source>
        <translation>改为过半数投票成员签署即确定记录？</translation>
    </message>
    <message>
        <source>Make records final only at more than two thirds of the voters?</source>
        <translation>改为超过三分之二投票成员签署才确定记录？</translation>
    </message>
    <message>
        <source>Let one of the branches of {who} stand?</source>
        <translation>让 {who} 的其中一个分支成立？</translation>
    </message>
    <message>
        <source>Let none of the branches of {who} stand?</source>
        <translation>让 {who} 的所有分支都不成立？</translation>
    </message>
    <message>
        <source>Uphold the dispute of {who}?</source>
        <translation>裁定 {who} 的争议成立？</translation>
    </message>
    <message>
        <source>Dismiss the dispute of {who}?</source>
        <translation>驳回 {who} 的争议？</translation>
    </message>
    <message>
        <source>Make {who} the keeper of the pool {pool}?</source>
        <translation>由 {who} 担任互保基金 {pool} 的管理人？</translation>
    </message>
    <message>
        <source>{who} reads along no more. What it has read it keeps.</source>
        <translation>{who} 不可再阅读；已读取的内容，对方仍会持有。</translation>
    </message>
    <message>
        <source>The dispute is over, and {who} is right. What it has stopped can go on.</source>
        <translation>争议了结，{who} 有理。因此停下的事项可以继续。</translation>
    </message>
    <message>
        <source>The dispute is over, and {who} is not right. What it has stopped can go on.</source>
        <translation>争议了结，{who} 无理。因此停下的事项可以继续。</translation>
    </message>
    <message>
        <source>{who} draws on the pool for claims, by its rule alone. What {old} holds for the pledgers stays there.</source>
        <translation>{who} 只按基金规则为索偿拨付。{old} 为认缴人持有的款项不会转移。</translation>
    </message>
    <message>
        <source>The branch that begins with {entry} goes on and is voted on; what is on any other is void.</source>
        <translation>以 {entry} 开始的分支继续并可表决；其他分支上的记录作废。</translation>
    </message>
    <message>
        <source>All that {who} wrote from its entry {seq} on is void, on all branches.</source>
        <translation>{who} 自第 {seq} 个条目起所写的，所有分支上的全部作废。</translation>
    </message>
    <message>
        <source>Change the rules of the network?</source>
        <translation>更改网络的规则？</translation>
    </message>
    <message>
        <source>{who} may read the book and write records. A vote takes a motion of its own.</source>
        <translation>{who} 可阅读账簿和写入记录。投票权须另经动议。</translation>
    </message>
    <message>
        <source>{who} votes on records and motions.</source>
        <translation>{who} 可就记录和动议投票。</translation>
    </message>
    <message>
        <source>{who} stays a member, without a vote.</source>
        <translation>{who} 仍是成员，但没有投票权。</translation>
    </message>
    <message>
        <source>{who} can neither write nor vote any more. What it wrote before stays in the book.</source>
        <translation>{who} 不能再写入记录或投票。之前所写的仍留在账簿。</translation>
    </message>
    <message>
        <source>All that {who} owes, is owed and may do passes to the new key {key}. The old key can do nothing more.</source>
        <translation>{who} 的一切应付账款、应收账款和权利都转到新密钥 {key}。旧密钥再不能做任何事。</translation>
    </message>
    <message>
        <source>Records are final at {final} of {voters} voters instead of {now}.</source>
        <translation>{voters} 名投票成员中有 {final} 名签署，记录即告确定；目前是 {now} 名。</translation>
    </message>
    <message>
        <source>This cannot be undone: {who} can come back only as a new member, with a new key.</source>
        <translation>此决定不能撤销：{who} 只能以新密钥、作为新成员重新加入。</translation>
    </message>
    <message>
        <source>Whoever holds the new key becomes {who}. Ask {who} by a way that you trust whether it is theirs, and compare the key, before you vote for it.</source>
        <translation>持有新密钥的人就成为 {who}。投赞成票之前，请以您信任的方式向 {who} 查证新密钥是否属于对方，并核对密钥。</translation>
    </message>
    <message numerus="yes">
        <source>{effect} There are %n voter(s) then: a majority at {majority}, final at {final}.</source>
        <translation>
            <numerusform>{effect}届时有 %n 名投票成员：{majority} 名过半数，{final} 名确定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More voters may be away, and fewer have to cheat: %n voter(s) that provably sign both ways are then enough for two contradicting records to be final, instead of {now}.</source>
        <translation>
            <numerusform>可以有较多投票成员不在，但作弊所需的人也较少：届时只要 %n 名投票成员被证实签署互相矛盾的记录，两条矛盾的记录便可同时确定；目前要 {now} 名。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Final records are harder to undo then, but nothing becomes final with more than %n voter(s) away.</source>
        <translation>
            <numerusform>届时已确定的记录更难推翻，但超过 %n 名投票成员不在时，任何记录都不能确定。</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Entries a member may write in a day</source>
        <translation>每名成员每日可写的条目</translation>
    </message>
    <message>
        <source>Days of grace after an end that a record relies on</source>
        <translation>记录所依期限届满后的宽限天数</translation>
    </message>
    <message>
        <source>Days until records under old rules are too late</source>
        <translation>按旧规则所写记录多少天后算过迟</translation>
    </message>
</context>
<context>
    <name>NameForm</name>
    <message>
        <source>Your name</source>
        <translation>您的名称</translation>
    </message>
    <message>
        <source>Change name</source>
        <translation>更改名称</translation>
    </message>
    <message>
        <source>As the other members see it. They are told when you change it.</source>
        <translation>其他成员看到的名称。更改后会通知他们。</translation>
    </message>
    <message>
        <source>You are called {name} from now on.</source>
        <translation>您的名称现在是 {name}。</translation>
    </message>
</context>
<context>
    <name>NettingTab</name>
    <message>
        <source>Announce a round</source>
        <translation>公布一轮</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>统筹人</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Due until</source>
        <translation>最晚到期日</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What has joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>My obligations</source>
        <translation>我的欠款</translation>
    </message>
    <message>
        <source>Netting rounds</source>
        <translation>各轮净额结算</translation>
    </message>
    <message>
        <source>No netting round has been announced.</source>
        <translation>尚未公布任何一轮净额结算。</translation>
    </message>
    <message>
        <source>In a round, circles of debts disappear: if A owes B, B owes C and C owes A, the same amount is taken off all three. Nobody pays, nobody&apos;s net position changes, everybody owes less.</source>
        <translation>一轮净额结算会消除循环欠款：甲欠乙、乙欠丙、丙又欠甲，三笔就各减去同样的金额。无人付款，任何人的净额都不变，而各人都少欠了。</translation>
    </message>
    <message>
        <source>Asking for the rounds…</source>
        <translation>正在读取各轮…</translation>
    </message>
    <message>
        <source>Netting</source>
        <translation>净额结算</translation>
    </message>
    <message>
        <source>Open to join: {count} · taking part in: {taken}</source>
        <translation>可加入：{count} 轮 · 已参加：{taken} 轮</translation>
    </message>
</context>
<context>
    <name>NettingWords</name>
    <message>
        <source>Open to join</source>
        <translation>可加入</translation>
    </message>
    <message>
        <source>Ending, being voted on</source>
        <translation>正在结束，表决中</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵销</translation>
    </message>
    <message>
        <source>Ended without a result</source>
        <translation>未结算而结束</translation>
    </message>
    <message>
        <source>Lapsed: nobody ended it in time</source>
        <translation>已失效：逾期未结束</translation>
    </message>
    <message>
        <source>{who}: {currency} due by {day}</source>
        <translation>{who}：{day}或之前到期的 {currency} 欠款</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>{amount} in {obligations} obligations of {members} members</source>
        <translation>{amount}，{members} 名成员的 {obligations} 笔欠款</translation>
    </message>
    <message>
        <source>{amount} of {members} members</source>
        <translation>{amount}，{members} 名成员</translation>
    </message>
    <message>
        <source>{joined} of {mine} joined</source>
        <translation>{mine} 笔中已加入 {joined} 笔</translation>
    </message>
    <message>
        <source>{mine} could join</source>
        <translation>{mine} 笔可加入</translation>
    </message>
    <message>
        <source>You take part. Nothing that you owe or are owed is within what this round clears.</source>
        <translation>您已参加。您的应付和应收都不在这一轮的范围内。</translation>
    </message>
    <message>
        <source>You take part. All {mine} of your obligations have joined.</source>
        <translation>您已参加。您的 {mine} 笔欠款已全部加入。</translation>
    </message>
    <message>
        <source>You take part. {joined} of your {mine} obligations have joined; the rest waits for the other party to take part.</source>
        <translation>您已参加。您的 {mine} 笔欠款中已有 {joined} 笔加入，其余要等对方参加。</translation>
    </message>
    <message>
        <source>You owe nothing and are owed nothing that this round could clear.</source>
        <translation>您没有这一轮可以结算的应付或应收。</translation>
    </message>
    <message>
        <source>You owe {owe}, you are owed {owed}; none of it lies on a circle that could disappear.</source>
        <translation>您应付 {owe}，应收 {owed}；其中没有可以消除的循环欠款。</translation>
    </message>
    <message>
        <source>You owe {owe}, you are owed {owed}; about {mine} of both could disappear.</source>
        <translation>您应付 {owe}，应收 {owed}；两边各约有 {mine} 可以消除。</translation>
    </message>
    <message>
        <source>If everybody took part, {all} of {gross} would be set off in all. Computed on this machine; nothing is written and nobody is asked.</source>
        <translation>如果各成员都参加，{gross} 之中合计可抵销 {all}。由本机计算，不写入任何记录，也不通知任何人。</translation>
    </message>
    <message>
        <source>{cleared} of {gross} would be cleared.</source>
        <translation>{gross} 之中可抵销 {cleared}。</translation>
    </message>
    <message>
        <source>{more} would clear in addition, if members could borrow {liquidity} in all.</source>
        <translation>如果各成员合计可借入 {liquidity}，可多抵销 {more}。</translation>
    </message>
    <message>
        <source>{more} would clear in addition, if each member could be down by {liquidity} with a pool.</source>
        <translation>如果每个成员最多可欠资金池 {liquidity}，可多抵销 {more}。</translation>
    </message>
    <message>
        <source>Without any</source>
        <translation>不加资金</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>借入资金</translation>
    </message>
    <message>
        <source>A pool in between</source>
        <translation>居中的资金池</translation>
    </message>
    <message>
        <source>Computed at {time}, as if everybody took part with all {obligations} obligations.</source>
        <translation>于 {time} 计算，假设各成员都参加，合计 {obligations} 笔欠款。</translation>
    </message>
    <message>
        <source>Computed at {time} from the {obligations} obligations that had joined.</source>
        <translation>于 {time} 计算，以当时已加入的 {obligations} 笔欠款为准。</translation>
    </message>
    <message>
        <source>Recomputed on this machine: {cleared} is the most that can be cleared, and nobody&apos;s net position has changed.</source>
        <translation>本机已重新计算：{cleared} 是可以抵销的最大金额，任何人的净额都没有改变。</translation>
    </message>
    <message>
        <source>Recomputed on this machine: {cleared} were set off, and that is not right. More could be cleared, or somebody&apos;s net position has changed.</source>
        <translation>本机已重新计算：已抵销 {cleared}，但结果不正确。还可以抵销更多，或有人的净额改变了。</translation>
    </message>
    <message>
        <source>{debtor} owes {holder} {before}.</source>
        <translation>{debtor} 欠 {holder} {before}。</translation>
    </message>
    <message>
        <source>{debtor} owed {holder} {before}: {set_off} set off, {left} left.</source>
        <translation>{debtor} 原欠 {holder} {before}：抵销 {set_off}，余 {left}。</translation>
    </message>
    <message>
        <source>{debtor} owed {holder} {before}: all of it set off.</source>
        <translation>{debtor} 原欠 {holder} {before}：已全部抵销。</translation>
    </message>
</context>
<context>
    <name>NetworkGate</name>
    <message>
        <source>Join or create a network</source>
        <translation>加入或创建网络</translation>
    </message>
    <message>
        <source>A network is the circle of firms that keep one book together. Its founders are its first voters.</source>
        <translation>网络是共同保存一本账簿的一群公司。创始成员就是首批投票成员。</translation>
    </message>
    <message>
        <source>Join network</source>
        <translation>加入网络</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>创建网络</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>Paste the invitation that you were sent.</source>
        <translation>请粘贴您收到的邀请函。</translation>
    </message>
    <message>
        <source>{network} is ready</source>
        <translation>{network} 已准备就绪</translation>
    </message>
    <message>
        <source>Send this invitation to the other founders, by any way you trust. It joins only those you named.</source>
        <translation>用您信任的任何方式，把这份邀请函发给其他创始成员。只有您列出的成员才能加入。</translation>
    </message>
    <message>
        <source>Your ID and address</source>
        <translation>您的成员编号与地址</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>申请加入</translation>
    </message>
    <message>
        <source>Read along</source>
        <translation>只读加入</translation>
    </message>
    <message>
        <source>Give this line to whoever creates the network: it names you as a founder.</source>
        <translation>把这一行交给创建网络的人，让对方把您列为创始成员。</translation>
    </message>
    <message>
        <source>What follows the @ is where your computer is found on the local network. Others reach it from outside at your router&apos;s address, if the router passes this port on.</source>
        <translation>@ 之后是您的电脑在局域网上的地址。外面的人要用路由器的地址，而且路由器须转发这个端口。</translation>
    </message>
    <message>
        <source>Lock this profile</source>
        <translation>锁定此账户</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>You were sent an invitation</source>
        <translation>您收到了邀请函</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>You and other founders begin a new book</source>
        <translation>您和其他创始成员开立新账簿</translation>
    </message>
    <message>
        <source>Paste the invitation here</source>
        <translation>在此粘贴邀请函</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>打开账簿</translation>
    </message>
</context>
<context>
    <name>NewMotionSheet</name>
    <message>
        <source>Put a motion</source>
        <translation>提出动议</translation>
    </message>
    <message>
        <source>All {voters} voters are asked. It passes once {needed} of them are for it.</source>
        <translation>全部 {voters} 名投票成员都会表决，满 {needed} 票赞成即通过。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>All members read it, now and later: no secrets.</source>
        <translation>所有成员现在和将来都会看到：请勿填写机密信息。</translation>
    </message>
    <message>
        <source>Open for so many days</source>
        <translation>表决期（天）</translation>
    </message>
    <message>
        <source>The voters will read</source>
        <translation>投票成员会看到</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put it to the voters</source>
        <translation>交投票成员表决</translation>
    </message>
    <message>
        <source>Say why: the voters decide by it.</source>
        <translation>请写明理由：投票成员凭此决定。</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long.</source>
        <translation>
            <numerusform>超出 %n 个字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your motion is before the voters.</source>
        <translation>您的动议已交投票成员表决。</translation>
    </message>
</context>
<context>
    <name>NewRecordSheet</name>
    <message>
        <source>New record</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>They owe me</source>
        <translation>对方欠我</translation>
    </message>
    <message>
        <source>I owe them</source>
        <translation>我欠对方</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>宽限天数</translation>
    </message>
    <message>
        <source>Invoice number or reference</source>
        <translation>发票号码或编号</translation>
    </message>
    <message>
        <source>All members can read it: no prices, no names of persons.</source>
        <translation>所有成员都可阅读：请勿填写单价或个人姓名。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Kept as a draft on this computer.</source>
        <translation>已存为这台电脑上的草稿。</translation>
    </message>
    <message>
        <source>All members see the parties, the amount, the days and the texts. Once signed it stays in the book; a mistake is mended by a further record. It counts as owed when the other side has accepted it.</source>
        <translation>所有成员都看到双方、金额、日期和文字。签署后便留在账簿中；出错要用另一条记录更正。对方接受后才算作欠款。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>存为草稿</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>签署并发送</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>{who} owes me {amount}, due {day}.</source>
        <translation>{who} 欠我 {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>I owe {who} {amount}, due {day}.</source>
        <translation>我欠 {who} {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>Before the day of issue.</source>
        <translation>早于开立日。</translation>
    </message>
    <message>
        <source>Choose a member of this network.</source>
        <translation>请选择本网络的一名成员。</translation>
    </message>
    <message>
        <source>Give it a number both sides will know it by.</source>
        <translation>请填写双方都认得的编号。</translation>
    </message>
    <message>
        <source>Signed. The voters are signing it.</source>
        <translation>已签署，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>Give notice of default</source>
        <translation>发出违约通知</translation>
    </message>
    <message>
        <source>What you tell {who}</source>
        <translation>您对 {who} 说的话</translation>
    </message>
    <message>
        <source>All members can read it.</source>
        <translation>所有成员都可阅读。</translation>
    </message>
    <message>
        <source>Starts the 14 days after which a default may be recorded, once 60 days have passed since the due day and the days of grace. It changes nothing else.</source>
        <translation>由此开始计算 14 天；期满后，如到期日加宽限天数已过 60 天，即可记录违约。此外不会改变任何事。</translation>
    </message>
    <message>
        <source>Give notice and sign</source>
        <translation>发出通知并签署</translation>
    </message>
    <message>
        <source>Notice given. The voters are signing it.</source>
        <translation>已发出通知，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
</context>
<context>
    <name>NowWords</name>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Nothing was lost. Free some space; sync goes on by itself.</source>
        <translation>没有丢失任何数据。请腾出空间，同步会自动继续。</translation>
    </message>
    <message>
        <source>Nothing is signed here.</source>
        <translation>这里不签署任何记录。</translation>
    </message>
    <message>
        <source>Your own earlier records are being fetched from the others.</source>
        <translation>正从其他成员取回您以往的记录。</translation>
    </message>
    <message>
        <source>Signing waits until they are here, so that nothing is signed twice. Nothing for you to do.</source>
        <translation>取回之前暂不签署，以免重复签署。您无须处理。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so nothing is signed or sent.</source>
        <translation>这台电脑的时钟不准，因此不会签署或发送任何记录。</translation>
    </message>
    <message>
        <source>Set it right; signing then goes on by itself.</source>
        <translation>请校正时钟；之后会自动继续签署。</translation>
    </message>
    <message>
        <source>The other members let your last records wait until {time}.</source>
        <translation>其他成员会把您最近的记录搁置到 {time}。</translation>
    </message>
    <message>
        <source>They were signed while this computer&apos;s clock was fast. Wait, or ask for a new key.</source>
        <translation>这些记录在电脑时钟过快时签署。请等待，或请求更换密钥。</translation>
    </message>
    <message>
        <source>No other member is known yet.</source>
        <translation>还没有其他成员的信息。</translation>
    </message>
    <message>
        <source>Say where one of them listens.</source>
        <translation>请输入其中一名成员的地址。</translation>
    </message>
    <message>
        <source>Offline since {time}.</source>
        <translation>自 {time} 起离线。</translation>
    </message>
    <message>
        <source>Not connected to any member.</source>
        <translation>没有连接任何成员。</translation>
    </message>
    <message>
        <source>You can write, sign and read everything.</source>
        <translation>您仍可撰写、签署和阅读所有内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be sent as soon as somebody is reached.</source>
        <translation>
            <numerusform>连接到任何成员后，便会发送 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>You have written as much today as the charter lets one member write.</source>
        <translation>您今天写入的数量已达章程给每位成员的上限。</translation>
    </message>
    <message>
        <source>It goes on at {time}, or with the next charter block.</source>
        <translation>将于 {time} 或下一个章程区块产生时恢复。</translation>
    </message>
    <message>
        <source>Today&apos;s records of {names} are here; more of them wait.</source>
        <translation>{names} 今天的记录已收下，其余的仍在等候。</translation>
    </message>
    <message>
        <source>The charter lets each member send only so much in a day. It goes on at {time}, or with the next charter block. Nothing for you to do.</source>
        <translation>章程限制每位成员每天可发送的数量。将于 {time} 或下一个章程区块产生时恢复，您无需处理。</translation>
    </message>
    <message numerus="yes">
        <source>Receiving %n record(s)</source>
        <translation>
            <numerusform>正在接收 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>片刻</translation>
    </message>
    <message>
        <source>{rate} a second, about {left} left.</source>
        <translation>每秒 {rate} 条，约剩 {left}。</translation>
    </message>
    <message>
        <source>Connected to {connected} of {known} members.</source>
        <translation>已连接 {known} 名成员中的 {connected} 名。</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n record(s)</source>
        <translation>
            <numerusform>正在发送 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait for {names} to sign. Nothing for you to do.</source>
        <translation>正等待 {names} 签署。您无须处理。</translation>
    </message>
    <message numerus="yes">
        <source>No majority yet for %n record(s) of yours.</source>
        <translation>
            <numerusform>您有 %n 条记录未过半数。</numerusform>
        </translation>
    </message>
    <message>
        <source>Records up to {time}.</source>
        <translation>记录截至 {time}。</translation>
    </message>
    <message>
        <source>Up to date.</source>
        <translation>已是最新。</translation>
    </message>
</context>
<context>
    <name>ObjectionList</name>
    <message>
        <source>{who} disputes it</source>
        <translation>{who} 提出争议</translation>
    </message>
    <message>
        <source>{who} answered, {time}</source>
        <translation>{who} 的回应，{time}</translation>
    </message>
    <message>
        <source>{who} asks {asked} for a correction</source>
        <translation>{who} 要求 {asked} 更正</translation>
    </message>
    <message>
        <source>Nobody has answered within 40 days: it has taken effect on {time}, as a mark.</source>
        <translation>40 天内无人回应：已于 {time} 生效，成为标记。</translation>
    </message>
    <message>
        <source>The 40 days to answer begin with the block that includes it.</source>
        <translation>回应期限为 40 天，从纳入它的区块起计。</translation>
    </message>
    <message>
        <source>To be answered within 40 days, until {time}; then it takes effect, as a mark.</source>
        <translation>须于 40 天内，即 {time} 或之前回应；逾期即会生效，成为标记。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) as evidence</source>
        <translation>
            <numerusform>附 %n 个证据文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>On the way</source>
        <translation>发送途中</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>撰写时间</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Records on the way</source>
        <translation>发送途中的记录</translation>
    </message>
    <message>
        <source>Nothing: everything you wrote is final.</source>
        <translation>没有：您写的所有记录均已确定。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>only on this machine</source>
        <translation>只在这台电脑</translation>
    </message>
    <message numerus="yes">
        <source>with %n peer(s)</source>
        <translation>
            <numerusform>%n 名成员已存有</numerusform>
        </translation>
    </message>
    <message>
        <source>{yes} of {voters}</source>
        <translation>{yes}/{voters}</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Business credit report</source>
        <translation>商业信用报告</translation>
    </message>
    <message>
        <source>Issued by the member itself from its own copy of the book, signed {when}.</source>
        <translation>由成员本身根据自己的账簿副本出具，于 {when} 签署。</translation>
    </message>
    <message>
        <source>Issued by {name} from its copy of the book, signed {when}.</source>
        <translation>由 {name} 根据其账簿副本出具，于 {when} 签署。</translation>
    </message>
    <message>
        <source>Network {name}</source>
        <translation>网络 {name}</translation>
    </message>
    <message>
        <source>The network has no block yet: nothing is proven beyond the signature.</source>
        <translation>网络尚无区块：除签名外没有任何证明。</translation>
    </message>
    <message>
        <source>Newest block {height} of {day}: {id}</source>
        <translation>最新区块 {height}（{day}）：{id}</translation>
    </message>
    <message>
        <source>Why this grade</source>
        <translation>评级的理由</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>什么会改变评级</translation>
    </message>
    <message>
        <source>Invoices by month due</source>
        <translation>按到期月份的发票</translation>
    </message>
    <message>
        <source>Chance of payment within terms, by quarter</source>
        <translation>在付款期内付清的概率（按季）</translation>
    </message>
    <message>
        <source>Open and overdue, by age</source>
        <translation>未结清及逾期（按账龄）</translation>
    </message>
    <message>
        <source>Largest counterparties</source>
        <translation>最大的交易对手</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少什么</translation>
    </message>
    <message>
        <source>Invoices and disputes</source>
        <translation>发票与争议</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>如何核验本报告</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>1–30 days late</source>
        <translation>迟 1–30 天</translation>
    </message>
    <message>
        <source>31–60</source>
        <translation>31–60</translation>
    </message>
    <message>
        <source>61–90</source>
        <translation>61–90</translation>
    </message>
    <message>
        <source>over 90 days late</source>
        <translation>迟超过 90 天</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结清</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 天</translation>
    </message>
    <message>
        <source>over 90</source>
        <translation>超过 90</translation>
    </message>
    <message>
        <source>Highest credit</source>
        <translation>最高欠款</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开票</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>状况</translation>
    </message>
    <message numerus="yes">
        <source>%n more invoice(s) count as well; the signed file has them.</source>
        <translation>
            <numerusform>另有 %n 张发票计算在内，载于已签名的文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结清</translation>
    </message>
    <message>
        <source>paid within terms</source>
        <translation>在付款期内付清</translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n day(s)</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paid %n day(s) late</source>
        <translation>
            <numerusform>迟 %n 天付清</numerusform>
        </translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>in default</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>restructured</source>
        <translation>已重组</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>upheld by the voters</source>
        <translation>投票成员裁定成立</translation>
    </message>
    <message>
        <source>dismissed by the voters</source>
        <translation>投票成员裁定不成立</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Dispute of {day} by {who}, {outcome}: “{says}”</source>
        <translation>{who} 于 {day} 提出的争议（{outcome}）：“{says}”</translation>
    </message>
    <message>
        <source>{who} answers: “{says}”</source>
        <translation>{who} 的回复：“{says}”</translation>
    </message>
    <message>
        <source>the member itself</source>
        <translation>该成员本身</translation>
    </message>
    <message numerus="yes">
        <source>This paper is a reading of a signed file, {file}, which comes with it. The file counts: a W3C Verifiable Credential with %n signed record(s) that its invoices rest on.</source>
        <translation>
            <numerusform>本文件是随附已签名文件 {file} 的读本，以该文件为准：它是 W3C 可验证凭证，载有发票所依据的 %n 条已签名记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody checks it offline with: cohong verify {file} --network {id}</source>
        <translation>任何人都可离线核验：cohong verify {file} --network {id}</translation>
    </message>
    <message>
        <source>SHA-256 of the file, also in the code: {hash}</source>
        <translation>文件的 SHA-256（也在二维码中）：{hash}</translation>
    </message>
    <message>
        <source>Signed by {did}</source>
        <translation>签名者 {did}</translation>
    </message>
    <message>
        <source>No file can prove that no invoice is missing. What the records say was checked by the voters of the network by the rules of its book, not against the world.</source>
        <translation>任何文件都无法证明没有遗漏发票。记录的内容由网络的投票成员按账簿规则审核，而非与现实核对。</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PartiesStep</name>
    <message>
        <source>Customers with the name or number of a member are found by themselves, and so are those that you assigned in an earlier import. Invoices of a customer that stands for nobody stay out and are listed.</source>
        <translation>名称或编号与成员相同的客户会自动对应，以往导入时指定过的亦然。未对应任何成员的客户，其发票不会导入，并会列出。</translation>
    </message>
    <message>
        <source>Member for all that are not assigned</source>
        <translation>所有未指定客户对应的成员</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Name in the file</source>
        <translation>文件中的名称</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Customers of the file</source>
        <translation>文件中的客户</translation>
    </message>
    <message>
        <source>All that are not assigned:</source>
        <translation>所有未指定的：</translation>
    </message>
    <message>
        <source>Member for {customer}</source>
        <translation>{customer} 对应的成员</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>{assigned} of {all} customers are assigned to members.</source>
        <translation>{all} 个客户中有 {assigned} 个已对应成员。</translation>
    </message>
    <message>
        <source>As in an earlier import: {count}.</source>
        <translation>与先前的导入相同：{count}。</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Present passphrase</source>
        <translation>当前口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>两次输入的新口令不一样。</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Opens your records on this computer. Your recovery words stay the same.</source>
        <translation>用来打开您在这台电脑上的记录。恢复词保持不变。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock 已打开</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>隐藏口令</translation>
    </message>
</context>
<context>
    <name>PaySheet</name>
    <message>
        <source>Record what you have paid</source>
        <translation>记录您的付款</translation>
    </message>
    <message>
        <source>Due: {amount}</source>
        <translation>应付：{amount}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>到账日</translation>
    </message>
    <message>
        <source>The day the money arrived.</source>
        <translation>款项到账的日子。</translation>
    </message>
    <message>
        <source>Bank transfer, FPS, cheque …</source>
        <translation>银行转账、支票、承兑汇票……</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>付款编号</translation>
    </message>
    <message>
        <source>Pay {creditor} yourself first: Cohong moves no money. {creditor} then puts you in its place for this much, and {debtor} owes it to you.</source>
        <translation>请先自行付款给 {creditor}：Cohong 不经手款项。{creditor} 随后把相应金额的债权转给您，由 {debtor} 欠您。</translation>
    </message>
    <message>
        <source>A call is answered once: if you record less than is due, the rest needs a new call.</source>
        <translation>每项要求只可回应一次：若记录的金额少于应付，余数须另行要求。</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>记录并签署</translation>
    </message>
    <message>
        <source>More than is due.</source>
        <translation>超过应付金额。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这一天还没有到。</translation>
    </message>
    <message>
        <source>Payment recorded. The voters are signing it.</source>
        <translation>付款已记录，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>PaymentColumns</name>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Say which column has: {names}.</source>
        <translation>请指出哪一列是：{names}。</translation>
    </message>
    <message>
        <source>Columns: {columns}.</source>
        <translation>列：{columns}。</translation>
    </message>
    <message>
        <source>Hide columns</source>
        <translation>隐藏列</translation>
    </message>
</context>
<context>
    <name>PaymentSheet</name>
    <message>
        <source>Outstanding: {amount}</source>
        <translation>未付：{amount}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>到账日</translation>
    </message>
    <message>
        <source>The day the money arrived.</source>
        <translation>款项到账的日子。</translation>
    </message>
    <message>
        <source>Bank transfer, FPS, cheque …</source>
        <translation>银行转账、支票、承兑汇票……</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>付款编号</translation>
    </message>
    <message>
        <source>More than is outstanding.</source>
        <translation>超过未付金额。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>这一天还没有到。</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Import payments</source>
        <translation>导入收付款</translation>
    </message>
    <message>
        <source>Above 0 came in, below 0 went out</source>
        <translation>正数是收入，负数是支出</translation>
    </message>
    <message>
        <source>All of them came in</source>
        <translation>全部是收入</translation>
    </message>
    <message>
        <source>All of them went out</source>
        <translation>全部是支出</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>文件的读法</translation>
    </message>
    <message>
        <source>Currency, where the file names none</source>
        <translation>货币（文件没有注明时）</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>To be recorded</source>
        <translation>将会记录</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Recorded before</source>
        <translation>以前已记录</translation>
    </message>
    <message>
        <source>Rows that stay out</source>
        <translation>不会导入的行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Payments and what they are for</source>
        <translation>款项及其对应发票</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Left after it</source>
        <translation>余下未清</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>Record %Ln payment(s)</source>
        <translation>
            <numerusform>记录 %Ln 笔款项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>声明已付款</translation>
    </message>
</context>
<context>
    <name>PeersCard</name>
    <message>
        <source>Members&apos; machines</source>
        <translation>成员的电脑</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>They lack</source>
        <translation>对方欠缺</translation>
    </message>
    <message>
        <source>We lack</source>
        <translation>我方欠缺</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Why, next try</source>
        <translation>原因、下次尝试</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>No other member is known yet.</source>
        <translation>还没有其他成员的信息。</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>through {member}</source>
        <translation>经 {member}</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>最近在线 {time}</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未在线</translation>
    </message>
    <message>
        <source>Next try in {time}.</source>
        <translation>{time}后再试。</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Others show {shown} signed entries of yours, and {held} are here. Nothing is signed until the rest has come.</source>
        <translation>其他成员显示您有 {shown} 个已签署的条目，这里有 {held} 个。其余条目取回之前，不会签署任何记录。</translation>
    </message>
    <message>
        <source>This profile is also running on another computer (seen through {through}). Nothing is signed on either until one of them is closed.</source>
        <translation>这个账户也正在另一台电脑上使用（经 {through} 得知）。关闭其中一边之前，两边都不会签署任何记录。</translation>
    </message>
    <message>
        <source>Something that this computer did not sign has come in under your key, through {through}. The profile may also be running on another computer: close it there. Nothing is signed here for the moment.</source>
        <translation>经 {through} 收到用您的密钥签署、但并非由这台电脑签署的条目。这个账户可能也在另一台电脑上使用：请在那边关闭。这里暂不签署任何记录。</translation>
    </message>
    <message>
        <source>Another computer has signed with this profile since. What was signed here from your entry no. {rival} on was never sent and does not follow from that, so it stays here. Go on with the other computer, or make a new profile from your recovery words.</source>
        <translation>此后另一台电脑用这个账户签署过。这里自您的第 {rival} 个条目起签署的内容从未发出，与那边不相连，因此只留在这里。请用另一台电脑继续，或用恢复词创建新账户。</translation>
    </message>
    <message>
        <source>One of your own records is damaged here. Nothing is signed until it has been fetched from the others.</source>
        <translation>您的一条记录在这里已损坏。从其他成员取回之前不会签署任何记录。</translation>
    </message>
    <message>
        <source>The pen was handed over to another device. This one reads along and keeps drafts; it signs again once the pen is handed back.</source>
        <translation>签署权已移交给另一台设备。这台设备仍可阅读记录和保存草稿；签署权交还后才会再签署。</translation>
    </message>
    <message>
        <source>Another device took the pen with the same file before. This one does not sign; go on with that one.</source>
        <translation>另一台设备此前已用同一文件取得签署权。这台设备不会签署；请继续使用那台设备。</translation>
    </message>
    <message>
        <source>This device reads along and keeps drafts. It has no key to sign with; hand the pen over from your other device to sign here.</source>
        <translation>这台设备可以阅读记录和保存草稿，但没有用来签署的密钥；如要在这里签署，请从您的另一台设备移交签署权。</translation>
    </message>
    <message>
        <source>The pen comes from another device. Your own entries are being fetched from the others ({held} of {written}); signing begins when they are here.</source>
        <translation>签署权由另一台设备移交而来。正从其他成员取回您的条目（{written} 个中的 {held} 个）；取回后即可签署。</translation>
    </message>
    <message>
        <source>What the others hold is not the network of whoever invited you: its history is another one. Nothing of it is taken from there on, and nothing is signed. Ask whoever invited you, by a way that you trust, for a new invitation, and use it with a new profile.</source>
        <translation>其他人所持的并非邀请您的人的网络：其历史并不相同。由该处起一概不予接收，也不会签署任何内容。请以您信任的途径，向邀请您的人索取新的邀请，并以新的账户使用。</translation>
    </message>
    <message>
        <source>This profile was restored or copied: this computer has no note of what it signed last. Nothing is signed until your own entries have been fetched from the others.</source>
        <translation>这个账户是恢复或复制而来的：这台电脑没有它最后签署了什么的记载。从其他成员取回您的条目之前，不会签署任何记录。</translation>
    </message>
    <message>
        <source>This profile was put back from an older copy: this computer had signed up to your entry no. {written}, and the file ends at no. {held}. Nothing is signed until the rest has been fetched from the others.</source>
        <translation>这个账户是由旧副本放回的：这台电脑已签署到您的第 {written} 个条目，而文件只到第 {held} 个。从其他成员取回其余条目之前，不会签署任何记录。</translation>
    </message>
    <message>
        <source>This is not the profile that this computer signed with last. Nothing is signed until your own entries have been fetched from the others.</source>
        <translation>这不是这台电脑上次用来签署的账户。从其他成员取回您的条目之前，不会签署任何记录。</translation>
    </message>
    <message>
        <source>{heard} of the {needed} voters that are needed have told what they hold.</source>
        <translation>需要 {needed} 名投票成员说明各自存有什么，已有 {heard} 名说明。</translation>
    </message>
    <message>
        <source>Not heard yet: {names}.</source>
        <translation>尚未收到消息：{names}。</translation>
    </message>
</context>
<context>
    <name>PenBar</name>
    <message>
        <source>Why, and what to do</source>
        <translation>原因和处理方法</translation>
    </message>
</context>
<context>
    <name>PenForm</name>
    <message>
        <source>Pen</source>
        <translation>签署权</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接手…</translation>
    </message>
    <message>
        <source>This device signs all the same, as you decided, until the node is closed.</source>
        <translation>按您的决定，这台设备仍会签署，直到节点关闭。</translation>
    </message>
    <message>
        <source>This device signs. One device of a member does at a time.</source>
        <translation>这台设备负责签署。每名成员同一时间只有一台设备签署。</translation>
    </message>
</context>
<context>
    <name>PenSheet</name>
    <message>
        <source>Why nothing is signed</source>
        <translation>为什么不签署</translation>
    </message>
    <message>
        <source>I have read this, and no other copy of this profile is running.</source>
        <translation>我已阅读，并确认此账户没有其他副本正在使用。</translation>
    </message>
    <message>
        <source>Sign anyway</source>
        <translation>仍要签署</translation>
    </message>
    <message>
        <source>Signing all the same</source>
        <translation>仍要签署的后果</translation>
    </message>
    <message>
        <source>It is best to wait: signing goes on by itself.</source>
        <translation>最好等待：签署会自行恢复。</translation>
    </message>
    <message>
        <source>If others hold records of yours that are not here yet, or another copy signs as well, you will have signed two ways. Every member sees the proof of it, new records of yours stay unconfirmed until the voters have ruled on it, and some may be void for good.</source>
        <translation>如果其他成员持有您尚未取回的记录，或另一个副本也在签署，您便签署了互相矛盾的记录。所有成员都会看到证据；投票成员裁决之前，您的新记录不会获确认，部分可能永久无效。</translation>
    </message>
    <message>
        <source>It holds until the node is closed, and cannot be taken back.</source>
        <translation>此决定在节点关闭前一直有效，且不能撤回。</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Records are signed from now on, until the node is closed.</source>
        <translation>从现在起到节点关闭为止会签署记录。</translation>
    </message>
</context>
<context>
    <name>PickSheet</name>
    <message>
        <source>What is owed to you</source>
        <translation>您的应收款项</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{reference}: {debtor}, {amount}, due {day}</source>
        <translation>{reference}：{debtor}，{amount}，到期日 {day}</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>请选择其中一项。</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Check</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账簿</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>收付款</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>账龄</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>PledgeSheet</name>
    <message>
        <source>Pledge to a pool</source>
        <translation>认缴互保基金</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>The most that is ever drawn on your pledge.</source>
        <translation>您的认缴最多被拨付的金额。</translation>
    </message>
    <message>
        <source>The last day on which it may be drawn on.</source>
        <translation>可拨付的最后一天。</translation>
    </message>
    <message>
        <source>You stand for losses of all members, in proportion to what is left of your pledge and never beyond its cap. What is drawn you owe to {keeper}, the pool&apos;s keeper, who passes it on: Cohong moves no money.</source>
        <translation>您按认缴余额的比例分担所有成员的损失，绝不超过上限。拨付的金额由您付给基金管理人 {keeper}，再由其转交：Cohong 不经手款项。</translation>
    </message>
    <message>
        <source>A pledge is signed and can&apos;t be taken back before its last day.</source>
        <translation>认缴经签署，到期前不能撤回。</translation>
    </message>
    <message>
        <source>Pledge and sign</source>
        <translation>认缴并签署</translation>
    </message>
    <message>
        <source>Pledged. It counts once a majority of the voters has signed it.</source>
        <translation>已认缴。过半数投票成员签署后生效。</translation>
    </message>
</context>
<context>
    <name>PoolClaimSheet</name>
    <message>
        <source>Claim from a pool</source>
        <translation>向互保基金索偿</translation>
    </message>
    <message>
        <source>There is no pool in this currency with pledges left.</source>
        <translation>没有该货币而仍有认缴余额的互保基金。</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>互保基金</translation>
    </message>
    <message>
        <source>The rule says what is paid, not the keeper. Once the keeper has drawn, you put it in your place for that much, and {debtor} owes you the rest. A claim can&apos;t be taken back.</source>
        <translation>赔付多少由规则决定，不由管理人决定。管理人拨付后，您把相应金额的债权转给管理人，余数 {debtor} 仍欠您。索偿不能撤回。</translation>
    </message>
    <message>
        <source>Claim and sign</source>
        <translation>索偿并签署</translation>
    </message>
    <message>
        <source>{name}: {amount} left</source>
        <translation>{name}：余额 {amount}</translation>
    </message>
    <message>
        <source>Claimed. The pool&apos;s keeper draws for it next.</source>
        <translation>已索偿。接着由基金管理人拨付。</translation>
    </message>
</context>
<context>
    <name>PoolSheet</name>
    <message>
        <source>Create a guarantee pool</source>
        <translation>设立互保基金</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Members pledge to it, each up to a cap of its own. Whoever is owed something in default may claim from it: a fifth of the loss stays with that creditor, no debtor is ever paid for beyond a tenth of what is pledged, and each pledge pays in proportion to what is left of it.</source>
        <translation>成员各自在上限内认缴。应收款项违约的成员可向基金索偿：损失的五分之一由该债权人自行承担，为任何一名债务人赔付的金额合计不超过认缴总额的十分之一，各认缴按余额比例支付。</translation>
    </message>
    <message>
        <source>You become its keeper: you draw for claims by that rule alone, which every voter computes anew, and hold what was paid for the pledgers. Creating it costs you nothing; a pledge is a step of its own.</source>
        <translation>您成为管理人：只按此规则为索偿拨付，每位投票成员都会重新计算，并代认缴成员持有已赔付的债权。设立基金无须付款；认缴须另行签署。</translation>
    </message>
    <message>
        <source>Create and sign</source>
        <translation>设立并签署</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Created. Members can pledge once a majority of the voters has signed it.</source>
        <translation>已设立。过半数投票成员签署后，成员即可认缴。</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Show the proof, which anyone can check</source>
        <translation>显示证据，任何人都可查验</translation>
    </message>
    <message>
        <source>The question is before the voters.</source>
        <translation>问题已交投票成员表决。</translation>
    </message>
</context>
<context>
    <name>ProofsCard</name>
    <message>
        <source>Signed both ways</source>
        <translation>双重签署</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>{who} has signed two different entries in one place.</source>
        <translation>{who} 在同一位置签署了两个不同的条目。</translation>
    </message>
    <message>
        <source>Found {time}, entry {seq} of its records. {outcome} Anyone can check this proof:</source>
        <translation>于 {time} 发现，位于其第 {seq} 个条目。{outcome}任何人都可查验此证据：</translation>
    </message>
    <message>
        <source>Nothing that it wrote from there on is signed until a motion says which one stands.</source>
        <translation>在动议决定哪一个成立之前，其后所写的一概不予签署。</translation>
    </message>
    <message>
        <source>It is no member any more.</source>
        <translation>对方已不再是成员。</translation>
    </message>
    <message>
        <source>None of its branches stands.</source>
        <translation>各分支都不成立。</translation>
    </message>
    <message>
        <source>The branch that begins with {entry} stands.</source>
        <translation>以 {entry} 开始的分支成立。</translation>
    </message>
</context>
<context>
    <name>ProtectStep</name>
    <message>
        <source>Protect your records</source>
        <translation>保护您的记录</translation>
    </message>
    <message>
        <source>The passphrase encrypts everything on this computer. We cannot reset it: nobody but you can open your records.</source>
        <translation>口令会加密这台电脑上的一切。我们无法重置：除了您，没有人能打开您的记录。</translation>
    </message>
    <message>
        <source>Create profile</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation>建议六个词</translation>
    </message>
    <message>
        <source>Use at least {chars} characters, or let six words be suggested.</source>
        <translation>请使用至少 {chars} 个字符，或使用建议的六个词。</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Let six words be suggested.</source>
        <translation>这个口令太容易猜中。请使用建议的六个词。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>两次输入的口令不一样。</translation>
    </message>
    <message>
        <source>{chars} of at least {min} characters</source>
        <translation>{chars} 个字符，至少要 {min} 个</translation>
    </message>
    <message>
        <source>Long enough</source>
        <translation>长度足够</translation>
    </message>
    <message>
        <source>A sentence that only you would write is good; so are six random words. Write it down and keep the paper where you keep other valuables.</source>
        <translation>只有您才会写的句子很好，六个随机词也很好。请写在纸上，与其他贵重物品放在一起。</translation>
    </message>
</context>
<context>
    <name>PurposeForm</name>
    <message>
        <source>What do you look {name} up for?</source>
        <translation>您查阅 {name} 的用途是什么？</translation>
    </message>
    <message>
        <source>This is a person, and credit data about people is to be read for a purpose only. You are asked once a day; the answer is noted on this computer, where nobody else sees it (Settings, Privacy).</source>
        <translation>对方是个人，而个人信用信息只能为特定用途查阅。每天询问一次；答案只记在这台电脑上，其他人看不到（见“设置”的“隐私”）。</translation>
    </message>
</context>
<context>
    <name>QrPages</name>
    <message>
        <source>Code before</source>
        <translation>上一个码</translation>
    </message>
    <message>
        <source>Next code</source>
        <translation>下一个码</translation>
    </message>
    <message>
        <source>The text is too long for one code. Scan all of them in order, and paste the parts together.</source>
        <translation>文字太长，一个码容纳不下。请按次序扫描全部，再把各部分连接粘贴。</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>QR code of the invitation</source>
        <translation>邀请函的二维码</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>What the voters are asked</source>
        <translation>要投票成员决定的事</translation>
    </message>
    <message>
        <source>{name} (observer)</source>
        <translation>{name}（观察者）</translation>
    </message>
    <message>
        <source>Nobody has asked to join.</source>
        <translation>没有人申请加入。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>All members have a vote.</source>
        <translation>所有成员都有投票权。</translation>
    </message>
    <message>
        <source>Admit a newcomer as a member</source>
        <translation>接纳新成员</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>新成员</translation>
    </message>
    <message>
        <source>Give a member a vote</source>
        <translation>给予成员投票权</translation>
    </message>
    <message>
        <source>Take a member&apos;s vote away</source>
        <translation>取消成员的投票权</translation>
    </message>
    <message>
        <source>Expel a member or an observer</source>
        <translation>将成员或观察者除名</translation>
    </message>
    <message>
        <source>Replace a lost or stolen key</source>
        <translation>取代丢失或被盗的密钥</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>更改规则</translation>
    </message>
    <message>
        <source>Change how many make a record final</source>
        <translation>更改确定记录所需的签署</translation>
    </message>
    <message>
        <source>Say which branch of a fork stands</source>
        <translation>决定分叉的哪个分支成立</translation>
    </message>
    <message>
        <source>Name another keeper of a pool</source>
        <translation>为互保基金另选管理人</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
</context>
<context>
    <name>ReachForm</name>
    <message>
        <source>Proxy</source>
        <translation>代理服务器</translation>
    </message>
    <message>
        <source>Look for members&apos; machines in the local network</source>
        <translation>在局域网中寻找成员的电脑</translation>
    </message>
    <message>
        <source>The node was started with options that hold until it ends.</source>
        <translation>节点启动时附有选项，在节点结束前一直有效。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>SOCKS5, such as Tor. All connections go through it, and the local network is left alone.</source>
        <translation>SOCKS5，例如 Tor。所有连接都经代理服务器，不会搜索局域网。</translation>
    </message>
    <message>
        <source>Connections are made this way from now on.</source>
        <translation>今后将以这种方式连接。</translation>
    </message>
</context>
<context>
    <name>ReadersSheet</name>
    <message>
        <source>Who can open the file?</source>
        <translation>谁可以打开这个文件？</translation>
    </message>
    <message>
        <source>It is sealed to the members chosen here. Nobody else can read anything in it.</source>
        <translation>文件只为此处选定的成员加密，其他人无法读取任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>选择位置…</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>{points} of {most}</source>
        <translation>{points}／{most} 分</translation>
    </message>
    <message>
        <source>Paid within terms</source>
        <translation>按期付款</translation>
    </message>
    <message>
        <source>Days beyond terms</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Overdue now</source>
        <translation>目前逾期</translation>
    </message>
    <message>
        <source>Losses and defaults</source>
        <translation>损失与违约</translation>
    </message>
    <message>
        <source>Disputes lost</source>
        <translation>败诉的争议</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Breadth</source>
        <translation>广度</translation>
    </message>
    <message>
        <source>No invoice is paid, overdue or given up yet.</source>
        <translation>尚无发票已付清、逾期或被放弃。</translation>
    </message>
    <message>
        <source>{paid} of {turned_out} invoices were paid within terms. Newer ones weigh more.</source>
        <translation>{turned_out} 张发票中有 {paid} 张按期付清。较新的权重更大。</translation>
    </message>
    <message>
        <source>Nothing was paid, or is owed, past its due day.</source>
        <translation>没有任何款项在到期日后才付清或仍未付。</translation>
    </message>
    <message>
        <source>By amount, {currency} was paid, or is still owed, {days} days after the due day on average.</source>
        <translation>按金额计，{currency} 款项（包括未付的）平均逾期 {days} 天。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>没有未清款项。</translation>
    </message>
    <message>
        <source>Nothing of what is open is overdue.</source>
        <translation>未清款项中没有逾期的。</translation>
    </message>
    <message>
        <source>{overdue} of {open} that is open is overdue ({share}).</source>
        <translation>未清的 {open} 中，{overdue} 已逾期（{share}）。</translation>
    </message>
    <message>
        <source>Nothing was ever given up or in default.</source>
        <translation>从未有款项被放弃或违约。</translation>
    </message>
    <message>
        <source>Given up by the creditor: {lost}. In default: {defaults}, of which paid later: {cures}.</source>
        <translation>债权人放弃：{lost}。违约：{defaults}，其中后来付清：{cures}。</translation>
    </message>
    <message>
        <source>No invoice was ever disputed.</source>
        <translation>从未有发票有争议。</translation>
    </message>
    <message numerus="yes">
        <source>{lost} of %n dispute(s) lost.</source>
        <translation>
            <numerusform>%n 起争议中败诉 {lost} 起。</numerusform>
        </translation>
    </message>
    <message>
        <source>No invoice that was paid within terms is a month old yet.</source>
        <translation>按期付清的发票均未满一个月。</translation>
    </message>
    <message numerus="yes">
        <source>The first invoice that was paid within terms is %n month(s) old.</source>
        <translation>
            <numerusform>首张按期付清的发票开出至今 %n 个月。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} of %n counterparties were paid within terms.</source>
        <translation>
            <numerusform>%n 个交易对方中有 {paid} 个获按期付款。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s) within terms</source>
        <translation>
            <numerusform>再有 %n 笔按期付款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paying the %n overdue invoice(s) today</source>
        <translation>
            <numerusform>今天付清 %n 张逾期发票</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s) {days} days late</source>
        <translation>
            <numerusform>再有 %n 笔逾期 {days} 天的付款</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: the same grade, {points} points.</source>
        <translation>{what}：评级不变，{points} 分。</translation>
    </message>
    <message>
        <source>{what}: a thin file, since too much would be with too few.</source>
        <translation>{what}：变为资料不足，因为过于集中于少数交易对方。</translation>
    </message>
    <message>
        <source>{what}: grade {grade}, {points} points.</source>
        <translation>{what}：评级 {grade}，{points} 分。</translation>
    </message>
</context>
<context>
    <name>ReasonsCard</name>
    <message>
        <source>Why this grade</source>
        <translation>为何是这个评级</translation>
    </message>
    <message>
        <source>Points so far</source>
        <translation>目前得分</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>怎样会改变评级</translation>
    </message>
</context>
<context>
    <name>RecallBar</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>{records} to be signed and sent in {seconds} s.</source>
        <translation>{seconds} 秒后签署并发送 {records}。</translation>
    </message>
    <message>
        <source>{records} being signed and sent.</source>
        <translation>正在签署并发送 {records}。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Recalled. Nothing was signed; they are drafts again.</source>
        <translation>已撤回。没有签署任何记录，记录已变回草稿。</translation>
    </message>
</context>
<context>
    <name>ReceiptSaver</name>
    <message>
        <source>Save the proof</source>
        <translation>保存凭证</translation>
    </message>
    <message>
        <source>Receipts (*.receipt)</source>
        <translation>凭证 (*.receipt)</translation>
    </message>
    <message>
        <source>The file could not be saved: {why}</source>
        <translation>文件无法保存：{why}</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Record a receipt</source>
        <translation>记录收款</translation>
    </message>
    <message>
        <source>Takes this amount off what {who} owes you. Its value date decides whether the payment counts as late. It can&apos;t be taken back.</source>
        <translation>从 {who} 欠您的款项中扣除这笔金额。到账日决定付款是否算逾期。不能撤回。</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>记录并签署</translation>
    </message>
    <message>
        <source>Receipt recorded. The voters are signing it.</source>
        <translation>已记录收款，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>RecordDetailsPane</name>
    <message>
        <source>Record details</source>
        <translation>记录详情</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>查看依据</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历程</translation>
    </message>
    <message>
        <source>Votes: {kind}</source>
        <translation>投票：{kind}</translation>
    </message>
    <message>
        <source>{debtor} owes me.</source>
        <translation>{debtor} 欠我。</translation>
    </message>
    <message>
        <source>I owe {creditor}.</source>
        <translation>我欠 {creditor}。</translation>
    </message>
    <message>
        <source>{debtor} owes {creditor}.</source>
        <translation>{debtor} 欠 {creditor}。</translation>
    </message>
    <message>
        <source>{amount} is outstanding.</source>
        <translation>尚有 {amount} 未付。</translation>
    </message>
    <message>
        <source>A record of this was found altered on this disk. It is being fetched again from the others.</source>
        <translation>发现此记录在磁盘上被改动，正从其他成员重新获取。</translation>
    </message>
    <message>
        <source>See the proof</source>
        <translation>查看证据</translation>
    </message>
    <message>
        <source>{who} says it has paid {amount}. Record the receipt when the money is in.</source>
        <translation>{who} 声明已付 {amount}。款项到账后请记录收款。</translation>
    </message>
    <message>
        <source>{who} says it has paid {amount}. The creditor has not recorded it yet.</source>
        <translation>{who} 声明已付 {amount}，债权人尚未记录收款。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late.</source>
        <translation>
            <numerusform>逾期 %n 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day} (+%n day(s) of grace)</source>
        <translation>
            <numerusform>{day}（另加 %n 天宽限）</numerusform>
        </translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Sold in parts</source>
        <translation>已部分转让</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未付</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复期限</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>within terms</source>
        <translation>按期</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Sold to</source>
        <translation>已转让给</translation>
    </message>
    <message>
        <source>Recourse to</source>
        <translation>可追索</translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation>担保</translation>
    </message>
    <message>
        <source>{amount}, due {day}</source>
        <translation>{amount}，到期日 {day}</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>Sold from</source>
        <translation>转让自</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>Part sold</source>
        <translation>已转让部分</translation>
    </message>
    <message>
        <source>{who}, up to {amount}</source>
        <translation>{who}，最多 {amount}</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>All records are final.</source>
        <translation>所有记录都已确定。</translation>
    </message>
    <message>
        <source>A new record is voted on by the voters&apos; machines within seconds. You can watch it here.</source>
        <translation>新记录会由投票成员的电脑在数秒内表决，您可在此查看进度。</translation>
    </message>
    <message numerus="yes">
        <source>and %n older record(s)</source>
        <translation>
            <numerusform>另有 %n 条较旧的记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>{debtor} owes {creditor} {amount}</source>
        <translation>{debtor} 欠 {creditor} {amount}</translation>
    </message>
</context>
<context>
    <name>RecordsCard</name>
    <message>
        <source>Recent records</source>
        <translation>近期记录</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Enter or double-click opens a record in the Book.</source>
        <translation>按 Enter 或双击可在账簿中打开记录。</translation>
    </message>
    <message>
        <source>{who} disputes {reference}</source>
        <translation>{who} 对 {reference} 有争议</translation>
    </message>
    <message>
        <source>{who} answered:</source>
        <translation>{who} 回应：</translation>
    </message>
</context>
<context>
    <name>RecoverSheet</name>
    <message>
        <source>Record a recovery</source>
        <translation>记录收回款项</translation>
    </message>
    <message>
        <source>Written off: {amount}</source>
        <translation>已核销：{amount}</translation>
    </message>
    <message>
        <source>More than was written off.</source>
        <translation>超过已核销的金额。</translation>
    </message>
    <message>
        <source>Records that this much of what was written off has come in after all. It shows in the report about {who}. It can&apos;t be taken back.</source>
        <translation>记录已核销的款项之后收回了这个金额。这会显示在有关 {who} 的报告中。此事不能收回。</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>记录并签署</translation>
    </message>
    <message>
        <source>Recovery recorded. The voters are signing it.</source>
        <translation>已记录收回款项，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>ReplacePanel</name>
    <message>
        <source>Whose key is lost or stolen</source>
        <translation>谁的密钥丢失或被盗</translation>
    </message>
    <message>
        <source>Its owner asks to join with a new profile first, by an invitation like any newcomer.</source>
        <translation>持有人须先用新的账户，像新成员一样凭邀请函申请加入。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新密钥</translation>
    </message>
</context>
<context>
    <name>ReportBody</name>
    <message>
        <source>Computing trust and experience…</source>
        <translation>正在计算信任与体验…</translation>
    </message>
    <message>
        <source>No invoice with {name} as debtor was ever recorded here.</source>
        <translation>这里从未记录以 {name} 为债务人的发票。</translation>
    </message>
    <message>
        <source>That says nothing about how it pays, good or bad. Ask for references.</source>
        <translation>这不表示其付款情况好坏。请要求对方提供其他往来单位以供查询。</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>Paid and came back within two steps</source>
        <translation>付出后两步之内回流</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Paid, newer weighs more</source>
        <translation>已付（较新的权重更大）</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>回流</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Chance of being paid within terms, over time</source>
        <translation>按期付款可能性的变化</translation>
    </message>
    <message>
        <source>90 % certainty</source>
        <translation>九成把握</translation>
    </message>
    <message>
        <source>Payments by month of due date</source>
        <translation>付款情况（按到期月份）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Payments by month and days late</source>
        <translation>每月付款与逾期天数</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Counterparties by weight</source>
        <translation>按权重的交易对方</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>ReportHead</name>
    <message>
        <source>{words}, to compare over the telephone. To be sure, compare the whole ID.</source>
        <translation>{words}，供电话核对。要确保无误，请核对完整的成员编号。</translation>
    </message>
    <message>
        <source>In the same hands as {members}: both say so.</source>
        <translation>与 {members} 同属一家：双方均如此声明。</translation>
    </message>
    <message>
        <source>This member has signed two different records in one place. The proof is under Sync.</source>
        <translation>此成员在同一位置签署了两条不同的记录。证据见“同步”。</translation>
    </message>
</context>
<context>
    <name>ReportReasons</name>
    <message>
        <source>Show records</source>
        <translation>查看记录</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Thin file</source>
        <translation>资料不足</translation>
    </message>
    <message>
        <source>Too few counterparties for a grade. The chance that an invoice is paid within terms is between {low} and {high}, with 90 % certainty.</source>
        <translation>交易对方太少，无法评级。发票按期付清的可能性，有九成把握在 {low} 至 {high} 之间。</translation>
    </message>
    <message>
        <source>{points} of 100 points. The chance that an invoice is paid within terms is {mean}, with 90 % certainty between {low} and {high}.</source>
        <translation>满分 100 分，得 {points} 分。发票按期付清的可能性为 {mean}，有九成把握在 {low} 至 {high} 之间。</translation>
    </message>
    <message>
        <source>Confidence: low</source>
        <translation>可信程度：低</translation>
    </message>
    <message>
        <source>Confidence: medium</source>
        <translation>可信程度：中</translation>
    </message>
    <message>
        <source>Confidence: high</source>
        <translation>可信程度：高</translation>
    </message>
    <message>
        <source>Weakest: {number} effective counterparties.</source>
        <translation>最弱一环：有效交易对方 {number} 个。</translation>
    </message>
    <message>
        <source>Weakest: there are no records.</source>
        <translation>最弱一环：没有记录。</translation>
    </message>
    <message numerus="yes">
        <source>Weakest: the newest record is %n day(s) old.</source>
        <translation>
            <numerusform>最弱一环：最新的记录已是 %n 天前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Weakest: {share} of the obligations rest on final records.</source>
        <translation>最弱一环：{share} 的欠款以已确定的记录为据。</translation>
    </message>
    <message>
        <source>Weakest: this machine has never been connected to another.</source>
        <translation>最弱一环：本机从未与其他电脑连接。</translation>
    </message>
    <message numerus="yes">
        <source>Weakest: %n day(s) since this machine was connected to another.</source>
        <translation>
            <numerusform>最弱一环：本机已有 %n 天未与其他电脑连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>As of {day}, as this machine sees it: in touch with {here} of {voters} voters.</source>
        <translation>截至 {day}，以本机所见为准：与 {voters} 名投票成员中的 {here} 名有联系。</translation>
    </message>
    <message>
        <source>{paid} of {turned_out} invoices paid, overdue or given up</source>
        <translation>已付、逾期或被放弃的 {turned_out} 张发票中的 {paid} 张</translation>
    </message>
    <message>
        <source>Average days late</source>
        <translation>平均逾期天数</translation>
    </message>
    <message>
        <source>of {opened} ever opened, about {invoices} invoices</source>
        <translation>曾提出 {opened} 起，发票共 {invoices} 张</translation>
    </message>
    <message>
        <source>Disputes open / lost</source>
        <translation>争议：未了结／败诉</translation>
    </message>
    <message>
        <source>There is nothing to look back at yet.</source>
        <translation>尚无可回顾的记录。</translation>
    </message>
    <message>
        <source>{day}: {first}. Now: {last}.</source>
        <translation>{day}：{first}。现在：{last}。</translation>
    </message>
    <message>
        <source>Marked: {events}.</source>
        <translation>图中标记：{events}。</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>评级 {grade}</translation>
    </message>
    <message>
        <source>In {months} months {on_time} of {total} were not late.</source>
        <translation>{months} 个月内，{total} 张中有 {on_time} 张没有逾期。</translation>
    </message>
    <message>
        <source>No invoice is paid, overdue or given up yet.</source>
        <translation>尚无发票已付清、逾期或被放弃。</translation>
    </message>
    <message>
        <source>Nothing that it has paid is recorded.</source>
        <translation>没有它付过款的记录。</translation>
    </message>
    <message>
        <source>Of what it has paid in {currency}, {share} came back within two steps.</source>
        <translation>它所付的 {currency} 中，{share} 在两步之内回流。</translation>
    </message>
    <message>
        <source>Firms that pay each other in a ring look like this, and so does honest trade both ways.</source>
        <translation>互相循环付款的商号会是这样，诚实的双向贸易也是。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) with an open dispute are not counted.</source>
        <translation>
            <numerusform>%n 张发票有未了结的争议，不计算在内。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid within terms</source>
        <translation>按期付款</translation>
    </message>
    <message>
        <source>no invoice settled yet</source>
        <translation>尚无发票结清</translation>
    </message>
    <message numerus="yes">
        <source>over %n settled invoice(s); worst {worst}</source>
        <translation>
            <numerusform>按 %n 张已结清发票计；最多 {worst} 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{settled} invoices settled, {open} open</source>
        <translation>发票 {settled} 张已结清，{open} 张未清</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>effective {number}, by weight</source>
        <translation>按权重计有效 {number} 个</translation>
    </message>
    <message>
        <source>Counterparties</source>
        <translation>交易对方</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>{years} y {months} m</source>
        <translation>{years} 年 {months} 个月</translation>
    </message>
    <message>
        <source>Nothing is settled or overdue yet.</source>
        <translation>尚无已结清或逾期的款项。</translation>
    </message>
    <message numerus="yes">
        <source>Days late of %n invoice(s) settled or overdue: half at most {median}, nine in ten at most {ninth}.</source>
        <translation>
            <numerusform>%n 张已结清或逾期的发票中，半数逾期不超过 {median} 天，九成不超过 {ninth} 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days late of %n invoice(s) settled or overdue: half none, nine in ten at most {ninth}.</source>
        <translation>
            <numerusform>%n 张已结清或逾期的发票中，半数没有逾期，九成逾期不超过 {ninth} 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mostly with one counterparty: {name} has {share}.</source>
        <translation>主要与一个交易对方往来：{name} 占 {share}。</translation>
    </message>
    <message>
        <source>No counterparty has more than {share}.</source>
        <translation>没有交易对方占比超过 {share}。</translation>
    </message>
    <message>
        <source>Nothing is missing that this machine knows of.</source>
        <translation>据本机所知没有缺漏。</translation>
    </message>
    <message>
        <source>No records from {first} to {last}.</source>
        <translation>{first}至{last}没有记录。</translation>
    </message>
    <message>
        <source>No records in {first}.</source>
        <translation>{first}没有记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) still wait for the voters.</source>
        <translation>
            <numerusform>%n 条记录仍在等待投票成员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are contested or were refused.</source>
        <translation>
            <numerusform>%n 条记录有签署冲突或被否决。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s) are not connected: what they know may be newer.</source>
        <translation>
            <numerusform>%n 名投票成员未连接：他们所知的可能更新。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreStep</name>
    <message>
        <source>Your recovery words</source>
        <translation>您的恢复词</translation>
    </message>
    <message>
        <source>Type or paste all 24 words, in order. Your records come back from the other members.</source>
        <translation>按顺序输入或粘贴全部 24 个词。您的记录会从其他成员取回。</translation>
    </message>
    <message>
        <source>All 24 words are needed.</source>
        <translation>需要全部 24 个词。</translation>
    </message>
</context>
<context>
    <name>RestructureSheet</name>
    <message>
        <source>Change the terms</source>
        <translation>更改条款</translation>
    </message>
    <message>
        <source>{who} has to agree first, with its record open: “Agree to new terms”.</source>
        <translation>须先由 {who} 在其记录中选“同意新条款”。</translation>
    </message>
    <message>
        <source>A consent holds up to its day, and for the record as it stands.</source>
        <translation>同意只在所定日期或之前、并只对现况下的记录有效。</translation>
    </message>
    <message>
        <source>{amount}, due {day}</source>
        <translation>{amount}，到期日 {day}</translation>
    </message>
    <message>
        <source>What {who} agrees to</source>
        <translation>{who} 所同意的条款</translation>
    </message>
    <message>
        <source>Puts these terms in the place of the present ones: the new due day decides what counts as late, and a notice that was given is void. It can&apos;t be taken back.</source>
        <translation>以这些条款取代现有条款：是否逾期以新的到期日为准，先前的通知作废。此事不能收回。</translation>
    </message>
    <message>
        <source>Change and sign</source>
        <translation>更改并签署</translation>
    </message>
    <message>
        <source>The terms are changed. The voters are signing it.</source>
        <translation>条款已更改，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>RoundGraph</name>
    <message>
        <source>Who owes whom in this round</source>
        <translation>这一轮中谁欠谁</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款额</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵销</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Debts of this round</source>
        <translation>这一轮的欠款</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Point at an arrow, or go through them with the arrow keys, to read it.</source>
        <translation>把指针移到箭头上，或用方向键逐一查看。</translation>
    </message>
    <message>
        <source>nothing set off</source>
        <translation>未抵销</translation>
    </message>
    <message>
        <source>partly set off</source>
        <translation>部分抵销</translation>
    </message>
    <message>
        <source>all of it set off</source>
        <translation>全部抵销</translation>
    </message>
    <message numerus="yes">
        <source>%n more member(s) are in the table alone.</source>
        <translation>
            <numerusform>另有 %n 名成员只列在表中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as graph</source>
        <translation>以图显示</translation>
    </message>
</context>
<context>
    <name>RoundStatement</name>
    <message>
        <source>Set-off statement</source>
        <translation>抵销对账单</translation>
    </message>
    <message>
        <source>Whose statement</source>
        <translation>谁的对账单</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>抵销前</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵销</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>What was set off</source>
        <translation>抵销了什么</translation>
    </message>
    <message>
        <source>{who} owes {less} less, and is owed {owed} less: on balance nothing has changed.</source>
        <translation>{who} 少欠了 {less}，应收也少了 {owed}：净额不变。</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the statement as PDF</source>
        <translation>将对账单另存为 PDF</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the statement as CSV</source>
        <translation>将对账单另存为 CSV</translation>
    </message>
    <message>
        <source>The place cannot be written to.</source>
        <translation>无法写入该位置。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
    <message>
        <source>The file could not be saved: {why}</source>
        <translation>文件无法保存：{why}</translation>
    </message>
</context>
<context>
    <name>RoundSummary</name>
    <message>
        <source>No other member is connected. What you sign about it stays on this computer until one is.</source>
        <translation>现在没有连接任何成员。您签署的内容会留在这台电脑，直到有成员连接。</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>加入…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>结算…</translation>
    </message>
    <message>
        <source>End without a result…</source>
        <translation>不结算，结束…</translation>
    </message>
    <message>
        <source>{who} says: “{words}”</source>
        <translation>{who}：“{words}”</translation>
    </message>
    <message>
        <source>Nothing has joined yet.</source>
        <translation>尚无欠款加入。</translation>
    </message>
    <message>
        <source>You owe nothing and are owed nothing that could join.</source>
        <translation>您没有可以加入的应付或应收欠款。</translation>
    </message>
    <message>
        <source>Result by</source>
        <translation>结果最晚</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Set off in all</source>
        <translation>合计抵销</translation>
    </message>
    <message>
        <source>Computing what could disappear…</source>
        <translation>正在计算可以消除多少…</translation>
    </message>
</context>
<context>
    <name>RoundWhatIf</name>
    <message>
        <source>What if there were more liquidity?</source>
        <translation>如果有更多流动资金？</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>流动资金</translation>
    </message>
    <message>
        <source>A computation only: how much debt an amount of money, or a pool that stands in between, would clear in addition. Nothing is written or signed, and nobody is asked.</source>
        <translation>仅作计算：一笔资金或一个居中的资金池，可以多抵销多少欠款。不会写入或签署任何记录，也不会通知任何人。</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Currencies</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Codes such as HKD; none means all.</source>
        <translation>例如 HKD 等代码；留空即全部。</translation>
    </message>
    <message>
        <source>Entries in a day</source>
        <translation>每日条目</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>宽限天数</translation>
    </message>
    <message>
        <source>Days until too late</source>
        <translation>多少天后算过迟</translation>
    </message>
    <message>
        <source>Each member may write so many entries in a day. Grace is given after an end that a record relies on. Records written under old rules are too late after so many days.</source>
        <translation>每名成员每日可写的条目数目。宽限自记录所依的期限届满起计。按旧规则写的记录，过了指定天数便算过迟。</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Rows that need attention</source>
        <translation>需要处理的行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Sign and send now</source>
        <translation>立即签署并发送</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>导入另一个文件</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>文件中重复</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>{done} of {rows} rows</source>
        <translation>{rows} 行中的 {done} 行</translation>
    </message>
    <message>
        <source>Stopping the import of {file}. What was taken is removed again.</source>
        <translation>正在停止导入 {file}。已导入的会一并移除。</translation>
    </message>
    <message>
        <source>A part of {file} is sent. The rest is kept as drafts.</source>
        <translation>{file} 已发送一部分，其余留作草稿。</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>{file} is imported. Nothing is signed yet.</source>
        <translation>已导入 {file}。尚未签署任何记录。</translation>
    </message>
    <message>
        <source>Signing and sending the invoices of {file}</source>
        <translation>正在签署并发送 {file} 的发票</translation>
    </message>
    <message>
        <source>The invoices of {file} are signed and on the way.</source>
        <translation>{file} 的发票已签署，正在发送。</translation>
    </message>
    <message>
        <source>The import of {file} is undone.</source>
        <translation>{file} 的导入已撤销。</translation>
    </message>
    <message>
        <source>The import of {file} stopped.</source>
        <translation>{file} 的导入已停止。</translation>
    </message>
    <message>
        <source>Signing and sending the payments of {file}</source>
        <translation>正在签署并发送 {file} 的收付款</translation>
    </message>
    <message>
        <source>Stopped. What was recorded of {file} stays; import it again for the rest.</source>
        <translation>已停止。{file} 中已记录的会保留；再导入一次便可记录其余的。</translation>
    </message>
    <message>
        <source>The import of {file} stopped. What was recorded stays; import it again for the rest.</source>
        <translation>{file} 的导入停止了。已记录的会保留；再导入一次便可记录其余的。</translation>
    </message>
    <message>
        <source>The payments of {file} are recorded and on the way.</source>
        <translation>{file} 的收付款已记录，正在发送。</translation>
    </message>
    <message>
        <source>{added} added, {already} already there, {bad} to look at.</source>
        <translation>已加入 {added}，已存在 {already}，待处理 {bad}。</translation>
    </message>
    <message>
        <source>Total {sums}.</source>
        <translation>总额 {sums}。</translation>
    </message>
    <message numerus="yes">
        <source>To follow once the other side has accepted: %Ln receipt(s).</source>
        <translation>
            <numerusform>对方接受后会补记 %Ln 笔收款。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>with recourse</source>
        <translation>有追索权</translation>
    </message>
    <message>
        <source>without recourse</source>
        <translation>无追索权</translation>
    </message>
    <message>
        <source>This receivable cannot be sold twice: the sale is final when more than two thirds of the voters have signed for it.</source>
        <translation>这项应收款项不能重复转让：逾三分之二投票成员签署后，转让即告确定。</translation>
    </message>
    <message>
        <source>With recourse: if {debtor} does not pay, {seller} makes good to {buyer}.</source>
        <translation>有追索权：若 {debtor} 不付款，由 {seller} 向 {buyer} 补偿。</translation>
    </message>
    <message>
        <source>Without recourse: if {debtor} does not pay, the loss is on {buyer}.</source>
        <translation>无追索权：若 {debtor} 不付款，损失由 {buyer} 承担。</translation>
    </message>
    <message>
        <source>Due already: no yearly discount.</source>
        <translation>已经到期，没有年折扣。</translation>
    </message>
    <message>
        <source>{percent} a year off the amount</source>
        <translation>折合每年为金额的 {percent}</translation>
    </message>
    <message>
        <source>Nothing is recorded yet of how {debtor} pays.</source>
        <translation>尚无记录显示 {debtor} 如何付款。</translation>
    </message>
    <message>
        <source>{debtor}: of {invoices} recorded none is settled yet, {late} overdue.</source>
        <translation>{debtor}：{invoices} 张发票中尚无一张结清，其中 {late} 张逾期。</translation>
    </message>
    <message>
        <source>{debtor}: {paid} of {settled} settled invoices paid within terms ({paid_share}), {mean} days beyond terms on average, {worst} at worst. Paid late or overdue: {late} of {invoices} ({late_share}). In default: {defaulted}. Disputed: {disputed}.</source>
        <translation>{debtor}：已结清的 {settled} 张发票中 {paid} 张按期付款（{paid_share}），平均逾期 {mean} 天，最多 {worst} 天。逾期付款或仍逾期：{invoices} 张中 {late} 张（{late_share}）。违约：{defaulted}。有争议：{disputed}。</translation>
    </message>
</context>
<context>
    <name>SayingSheet</name>
    <message>
        <source>All members can read it.</source>
        <translation>所有成员都可阅读。</translation>
    </message>
    <message>
        <source>Only the fingerprint of a file goes into the record; show the file itself to whom you like.</source>
        <translation>只有文件的指纹会写入记录；文件本身由您自行决定给谁看。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>ScoreSteps</name>
    <message>
        <source>thin file</source>
        <translation>资料不足</translation>
    </message>
    <message>
        <source>{day}: grade {grade}, {chance} ({low} to {high})</source>
        <translation>{day}：评级 {grade}，{chance}（{low} 至 {high}）</translation>
    </message>
</context>
<context>
    <name>SellSheet</name>
    <message>
        <source>Offer for sale</source>
        <translation>挂牌出售</translation>
    </message>
    <message>
        <source>Shows on the board of all members, up to that day or until something about the record changes. It binds nobody: you sell by taking an offer that somebody makes you.</source>
        <translation>在所有成员的挂牌板上显示至该日，或至记录有任何变动为止。它不约束任何人：有人向您提出要约，您接纳了才算转让。</translation>
    </message>
    <message>
        <source>Offer and sign</source>
        <translation>挂牌并签署</translation>
    </message>
    <message>
        <source>On the board once a majority of the voters has signed it.</source>
        <translation>过半数投票成员签署后，即会在挂牌板上显示。</translation>
    </message>
</context>
<context>
    <name>SendSheet</name>
    <message numerus="yes">
        <source>Sign and send %n record(s)</source>
        <translation>
            <numerusform>签署并发送 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>All members will see the parties, amounts, days and texts of these records. Each stands once {majority} of the {voters} voters have signed it.</source>
        <translation>所有成员都会看到这些记录的双方、金额、日期和文字。每条记录在 {voters} 名投票成员中有 {majority} 名签署后即成立。</translation>
    </message>
    <message>
        <source>Signed records stay in the book. A mistake is mended by a further record.</source>
        <translation>已签署的记录会留在账簿中。出错要用另一条记录更正。</translation>
    </message>
    <message>
        <source>Imported files stay on this computer.</source>
        <translation>导入的文件留在这台电脑上。</translation>
    </message>
    <message numerus="yes">
        <source>You can recall them for %n second(s): until then nothing is signed.</source>
        <translation>
            <numerusform>%n 秒内可以撤回；时间未到，不会签署。</numerusform>
        </translation>
    </message>
    <message>
        <source>Owed to me</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Counterparties</source>
        <translation>交易对方</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Your member ID</source>
        <translation>您的成员编号</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请函</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of this window; records stay as written.</source>
        <translation>此窗口的语言；记录内容不变。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light, dark, or whatever the system uses.</source>
        <translation>浅色、深色，或跟随系统。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>All text and controls grow with it.</source>
        <translation>所有文字和控件会一起放大。</translation>
    </message>
    <message>
        <source>How long records can be taken back after Sign and send. Nothing is signed before.</source>
        <translation>按下“签署并发送”后，可在这段时间内撤回记录。时间未到，不会签署。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Closes your records until the passphrase is typed again.</source>
        <translation>关上您的记录，直到再次输入口令。</translation>
    </message>
    <message>
        <source>Who may read about you</source>
        <translation>谁可查阅有关您的报告</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Give it to others so that they find you and no one else.</source>
        <translation>把它交给别人，让他们准确找到您。</translation>
    </message>
    <message>
        <source>Joins the founders that were named when the network was created.</source>
        <translation>供创建网络时列出的创始成员加入。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Profile folder</source>
        <translation>账户文件夹</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A shared book of trade credit that its members keep and sign themselves, without a server.</source>
        <translation>由成员自行保存和签署的商业信用共享账簿，不靠服务器。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{words}: these words stand beside your ID in every language, to compare over the telephone.</source>
        <translation>{words}：无论使用哪种语言，这些词都会显示在您的成员编号旁，供电话核对。</translation>
    </message>
    <message>
        <source>majority at {majority}, final at {final} of {voters} voters</source>
        <translation>{voters} 名投票成员中，{majority} 名为过半数，{final} 名为确定</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>本机地址</translation>
    </message>
</context>
<context>
    <name>SettleSheet</name>
    <message>
        <source>Settle this round?</source>
        <translation>结算这一轮？</translation>
    </message>
    <message>
        <source>What has joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>The largest amount that can be cleared is computed on this machine and written. It takes effect for all at once when more than two thirds of the voters have signed it; each of them computes it anew.</source>
        <translation>本机会计算可以抵销的最大金额，并写入结果。逾三分之二的投票成员签署后，即对所有成员同时生效；每个投票成员都会重新核查。</translation>
    </message>
    <message>
        <source>What joins from now on is too late for it. Control of what has joined goes back to its holders.</source>
        <translation>此后才加入的欠款赶不上这次结算。已加入欠款的处理权会归还债权人。</translation>
    </message>
    <message>
        <source>A result is signed and can&apos;t be taken back.</source>
        <translation>结果须签署，不能撤回。</translation>
    </message>
    <message>
        <source>Settle and sign</source>
        <translation>结算并签署</translation>
    </message>
    <message>
        <source>The result is written; it takes effect once it is final.</source>
        <translation>结果已写入，确定后即生效。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n record(s) signed and on the way.</source>
        <translation>
            <numerusform>%n 条记录已签署，正在发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) stay: the rules of the book refuse them.</source>
        <translation>
            <numerusform>%n 份草稿留下：账簿规则不允许。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShowWordsStep</name>
    <message>
        <source>Write down your recovery words</source>
        <translation>抄下您的恢复词</translation>
    </message>
    <message>
        <source>If you forget the passphrase or lose this computer, these 24 words are the only way back. They are shown only now.</source>
        <translation>如果您忘记口令或失去这台电脑，只能靠这 24 个词恢复。这些词只在此刻显示一次。</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>我已抄下</translation>
    </message>
    <message>
        <source>On paper, not in a photo or a file. Who has these words can sign in your name.</source>
        <translation>请抄在纸上，不要拍照或存成文件。得到这些词的人可以用您的名义签署。</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>It has repaid nothing yet that is in the book, so there is nothing that trust could go by.</source>
        <translation>账簿内尚未有对方的还款，因此无从计算信任。</translation>
    </message>
    <message>
        <source>0 means: nobody who has repaid you has been repaid by it, over four hops at most.</source>
        <translation>0 表示：在四层往来之内，曾向你还款的成员都未曾收过对方的还款。</translation>
    </message>
    <message numerus="yes">
        <source>At most {share} of {held}, which it has repaid to %n member(s).</source>
        <translation>
            <numerusform>最多为 {held} 的 {share}，即对方已偿还给 %n 个成员的款项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {share} of {held}, which %n member(s) have repaid to you.</source>
        <translation>
            <numerusform>最多为 {held} 的 {share}，即 %n 个成员已偿还给你的款项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Repayments count half for every 180 days; four fifths pass each hop. Read {time}.</source>
        <translation>还款每过 180 天计值减半；每经一层只计五分之四。读取时间：{time}。</translation>
    </message>
    <message numerus="yes">
        <source>{debtor} has repaid you {paid} in %n payment(s), the last on {day}.</source>
        <translation>
            <numerusform>{debtor} 已向你偿还 {paid}，共 %n 笔，最近一笔在 {day}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{debtor} has repaid {creditor} {paid} in %n payment(s), the last on {day}.</source>
        <translation>
            <numerusform>{debtor} 已向 {creditor} 偿还 {paid}，共 %n 笔，最近一笔在 {day}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more path(s) carry the rest.</source>
        <translation>
            <numerusform>其余经另外 %n 条路径。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else has had any experience with it that is in the book.</source>
        <translation>账簿内没有其他成员与对方往来的体验。</translation>
    </message>
    <message numerus="yes">
        <source>on a scale from −1 to +1, by what %n other(s) have had from it</source>
        <translation>
            <numerusform>从 −1 到 +1，根据另外 %n 个成员与对方往来的体验</numerusform>
        </translation>
    </message>
    <message>
        <source>You yourself have had none with it.</source>
        <translation>你自己与对方没有这样的往来。</translation>
    </message>
    <message>
        <source>Your own experience is {value}, and is no part of this: {trade}.</source>
        <translation>你自己的体验是 {value}，不计算在内：{trade}。</translation>
    </message>
    <message>
        <source>{on_time} within terms, {late} late, {lost} given up</source>
        <translation>按期 {on_time} 张，逾期 {late} 张，放弃追讨 {lost} 张</translation>
    </message>
    <message numerus="yes">
        <source>The weights are learned from %Ln rating(s) in the book.</source>
        <translation>
            <numerusform>权重由账簿内 %Ln 个评价得出。</numerusform>
        </translation>
    </message>
    <message>
        <source>A prediction of this computer, not a statement of anybody.</source>
        <translation>这是本电脑的预测，并非任何人的陈述。</translation>
    </message>
    <message>
        <source>What ratings come to in any case</source>
        <translation>一般评价的基数</translation>
    </message>
    <message>
        <source>What others say of it</source>
        <translation>其他成员对其评价</translation>
    </message>
    <message>
        <source>How much kinder than others you are</source>
        <translation>你比其他成员宽松多少</translation>
    </message>
    <message>
        <source>That it rates you at all</source>
        <translation>对方评价了你</translation>
    </message>
    <message>
        <source>What it says of you</source>
        <translation>对方对你的评价</translation>
    </message>
    <message>
        <source>That nobody else rates it</source>
        <translation>没有其他成员评价对方</translation>
    </message>
    <message>
        <source>That you rate nobody else</source>
        <translation>你没有评价其他成员</translation>
    </message>
    <message>
        <source>What was last said of it, fading within weeks</source>
        <translation>最近对其评价，数周内淡去</translation>
    </message>
    <message>
        <source>What you said last, fading within days</source>
        <translation>你最近的评价，数日内淡去</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
</context>
<context>
    <name>StartingGate</name>
    <message>
        <source>Opening your records…</source>
        <translation>正在打开您的记录…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>The node could not start</source>
        <translation>节点无法启动</translation>
    </message>
    <message>
        <source>Cohong&apos;s background program ended before it could open your records. Nothing was changed.</source>
        <translation>Cohong 的后台程序在打开记录之前已结束。没有任何改动。</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Before</source>
        <translation>抵销前</translation>
    </message>
    <message>
        <source>Result {entry}</source>
        <translation>结果 {entry}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Set-off statement</source>
        <translation>抵销对账单</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Coordinator of the round</source>
        <translation>本轮统筹人</translation>
    </message>
    <message>
        <source>Result written</source>
        <translation>结果写入时间</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Entry of the result</source>
        <translation>结果条目</translation>
    </message>
    <message>
        <source>What {who} owed</source>
        <translation>{who} 的应付</translation>
    </message>
    <message>
        <source>What {who} was owed</source>
        <translation>{who} 的应收</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>{who} owes {less} less, and is owed {owed} less: on balance nothing has changed.</source>
        <translation>{who} 少欠了 {less}，应收也少了 {owed}：净额不变。</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>各方</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>成员编号</translation>
    </message>
    <message>
        <source>Amounts are in {currency}. Every member&apos;s book holds the result under the entry above, signed by the voters of the network; a receipt of that entry proves it to anybody.</source>
        <translation>金额以 {currency} 为单位。每个成员的账簿都以上述条目记录这个结果，并经网络的投票成员签署；该条目的凭证可向任何人证明。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵销</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Total, {currency}</source>
        <translation>合计，{currency}</translation>
    </message>
    <message>
        <source>Set-off statement of {who}, {network}</source>
        <translation>{who} 的抵销对账单，{network}</translation>
    </message>
</context>
<context>
    <name>StatementSheet</name>
    <message>
        <source>Account statement</source>
        <translation>对账单</translation>
    </message>
    <message>
        <source>With {name}: opening balance, invoices, receipts and closing balance.</source>
        <translation>与 {name} 的往来：期初余额、发票、收款及期末余额。</translation>
    </message>
    <message>
        <source>All, each by itself</source>
        <translation>所有货币，分别计算</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>开始日期在结束日期之后。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Your profile is open. Settings</source>
        <translation>您的账户已打开。设置</translation>
    </message>
    <message>
        <source>Who is connected</source>
        <translation>谁已连接</translation>
    </message>
    <message>
        <source>The newest record on this computer</source>
        <translation>这台电脑上最新的记录</translation>
    </message>
    <message>
        <source>Your records that nobody else has yet</source>
        <translation>其他人尚未收到的您的记录</translation>
    </message>
    <message>
        <source>Motions that wait for your vote</source>
        <translation>等您投票的动议</translation>
    </message>
    <message>
        <source>Drafts, not signed yet</source>
        <translation>尚未签署的草稿</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>Records to {time}</source>
        <translation>记录至 {time}</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>还没有记录</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n motion(s) need you</source>
        <translation>
            <numerusform>%n 项动议等您表决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Node not reachable</source>
        <translation>无法连接节点</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>尚未加入网络</translation>
    </message>
    <message>
        <source>Connected to {connected} of {known} peers</source>
        <translation>已连接 {connected}/{known} 名成员</translation>
    </message>
    <message>
        <source>{connected}, view may be one-sided</source>
        <translation>{connected}，所见可能不全面</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged record(s), being restored</source>
        <translation>
            <numerusform>%n 条记录受损，正在恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer a member: you read what is here</source>
        <translation>已不是成员：只能阅读现有记录</translation>
    </message>
    <message>
        <source>Not the network of whoever invited you</source>
        <translation>并非邀请您的人的网络</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) signed two ways</source>
        <translation>
            <numerusform>%n 名成员签署了互相矛盾的记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Observer: you read along</source>
        <translation>观察者：只可阅读</translation>
    </message>
    <message>
        <source>Clock {time} fast</source>
        <translation>时钟快了 {time}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>自 {time} 起离线</translation>
    </message>
    <message>
        <source>Clock {time} slow</source>
        <translation>时钟慢了 {time}</translation>
    </message>
    <message>
        <source>Your last records wait until {time}</source>
        <translation>最近的记录须等到 {time}</translation>
    </message>
    <message>
        <source>Runs on another computer too; nothing is signed</source>
        <translation>另一台电脑也在运行；不签署</translation>
    </message>
    <message>
        <source>Reads along; your other device signs</source>
        <translation>只读；由您的另一台设备签署</translation>
    </message>
    <message>
        <source>Catching up; signing waits</source>
        <translation>正在补收记录，暂缓签署</translation>
    </message>
</context>
<context>
    <name>StepDots</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Step {step} of {steps}: {name}</source>
        <translation>第 {step} 步，共 {steps} 步：{name}</translation>
    </message>
</context>
<context>
    <name>SubrogateSheet</name>
    <message>
        <source>Pass on to whoever paid</source>
        <translation>转予代付者</translation>
    </message>
    <message>
        <source>Nobody has paid for this record as it stands.</source>
        <translation>目前没有人为这笔欠款代付。</translation>
    </message>
    <message>
        <source>{who} paid {amount}</source>
        <translation>{who} 已付 {amount}</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>It waits until more than two thirds of the voters have signed for the payment.</source>
        <translation>须等待逾三分之二投票成员签署这笔付款。</translation>
    </message>
    <message>
        <source>Confirms that the money has come. {debtor} owes that much to whoever paid from then on, and the rest to you. It can&apos;t be taken back.</source>
        <translation>确认款项已收到。此后 {debtor} 欠代付者该金额，余数仍欠您。签署后不能撤回。</translation>
    </message>
    <message>
        <source>Pass on and sign</source>
        <translation>转给并签署</translation>
    </message>
    <message>
        <source>Passed on. The voters are signing it.</source>
        <translation>已转给，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>SumsCard</name>
    <message>
        <source>Open and overdue</source>
        <translation>未清及逾期</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未清</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Highest credit</source>
        <translation>最高赊销额</translation>
    </message>
    <message>
        <source>Sums by currency</source>
        <translation>按货币合计</translation>
    </message>
    <message>
        <source>Show the overdue ones</source>
        <translation>查看逾期记录</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
</context>
<context>
    <name>TakeOverSheet</name>
    <message>
        <source>Sign on this device</source>
        <translation>在这台设备上签署</translation>
    </message>
    <message>
        <source>Passphrase of the other device</source>
        <translation>另一台设备的口令</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Hand the pen over in the settings of the device that signs now, and bring the file here.</source>
        <translation>请在现在签署的设备的设置中移交签署权，再把文件带到这里。</translation>
    </message>
    <message>
        <source>Signing begins here once all that you signed there has come from the other members.</source>
        <translation>等您在那里签署的一切从其他成员取回后，这里便开始签署。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand-over file</source>
        <translation>移交文件</translation>
    </message>
    <message>
        <source>The pen is taken over.</source>
        <translation>已接手签署权。</translation>
    </message>
</context>
<context>
    <name>TermsSheet</name>
    <message>
        <source>Outstanding: {amount}</source>
        <translation>未付：{amount}</translation>
    </message>
    <message>
        <source>Amount of it</source>
        <translation>其中金额</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>With recourse: the seller makes good if the debtor does not pay</source>
        <translation>有追索权：债务人不付款时，由卖方补偿</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>More than is outstanding.</source>
        <translation>超过未付金额。</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>这一天已经过去。</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Say what this is about.</source>
        <translation>请说明原委。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>最多 %n 个字。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TodayStrip</name>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有事项需要处理。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln counterparty(ies) changed</source>
        <translation>
            <numerusform>%Ln 个交易对方有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be reviewed</source>
        <translation>
            <numerusform>%Ln 个待复核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln motion(s) need you</source>
        <translation>
            <numerusform>%Ln 项动议待您表决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) to answer</source>
        <translation>
            <numerusform>%Ln 项提议待回应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dispute(s) to answer</source>
        <translation>
            <numerusform>%Ln 项争议待回应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) to sign</source>
        <translation>
            <numerusform>%Ln 份草稿待签署</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to send</source>
        <translation>
            <numerusform>%Ln 条待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) to answer</source>
        <translation>
            <numerusform>%Ln 项更正待回应</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) to answer by {day}</source>
        <translation>
            <numerusform>%Ln 项更正待回应（期限：{day}）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceSheet</name>
    <message>
        <source>What this rests on</source>
        <translation>查看依据</translation>
    </message>
    <message>
        <source>Not every signature is good: an entry was altered on this disk. See Sync.</source>
        <translation>并非每个签名都有效：此磁盘上有条目被改动。请查看“同步”。</translation>
    </message>
    <message>
        <source>The records do not add up to what the Book shows. Run an audit: cohong audit.</source>
        <translation>各项记录合计与账簿所示不符。请执行审计：cohong audit。</translation>
    </message>
    <message>
        <source>All signatures below have been checked just now, and the records add up.</source>
        <translation>以下所有签名刚经核对无误，各项记录合计也相符。</translation>
    </message>
    <message>
        <source>Outstanding: {amount} ({state})</source>
        <translation>未付：{amount}（{state}）</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>发出人</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签名时间</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>The records of the sum</source>
        <translation>构成金额的记录</translation>
    </message>
    <message>
        <source>good</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>NOT GOOD</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>{kind}, by {name}</source>
        <translation>{kind}，由 {name} 发出</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>number {seq} of its author&apos;s feed; {part}</source>
        <translation>发出人的第 {seq} 条；{part}</translation>
    </message>
    <message>
        <source>part of the book</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>no part of the book</source>
        <translation>未入账</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>所引条目</translation>
    </message>
    <message>
        <source>Nobody votes on it.</source>
        <translation>无人就此投票。</translation>
    </message>
    <message>
        <source>Voter</source>
        <translation>投票成员</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Said in</source>
        <translation>载于</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Votes of each voter</source>
        <translation>各投票成员的票</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>Trust from where you stand</source>
        <translation>从你的立场看的信任</translation>
    </message>
    <message>
        <source>Show as sentences</source>
        <translation>以句子显示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Repaid by</source>
        <translation>由谁偿还</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>笔数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一笔</translation>
    </message>
    <message>
        <source>Repaid</source>
        <translation>已偿还</translation>
    </message>
    <message>
        <source>Counts today</source>
        <translation>现今计入</translation>
    </message>
    <message>
        <source>What trust rests on</source>
        <translation>信任的依据</translation>
    </message>
    <message>
        <source>Enter or double-click opens the newest record behind a line in the Book.</source>
        <translation>按 Enter 或双击，即可在账簿中打开该行最近的记录。</translation>
    </message>
</context>
<context>
    <name>UnlockGate</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock with these words</source>
        <translation>用这些词解锁</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>您的账户</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>请输入您的口令。</translation>
    </message>
    <message numerus="yes">
        <source>%n tries so far.</source>
        <translation>
            <numerusform>至今已试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Encrypted on this computer. Only your passphrase opens it.</source>
        <translation>已在这台电脑上加密，只有您的口令能打开。</translation>
    </message>
    <message>
        <source>Forgot it? Use your recovery words</source>
        <translation>忘记了？使用恢复词</translation>
    </message>
    <message>
        <source>Back to the passphrase</source>
        <translation>返回口令</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>恢复词</translation>
    </message>
    <message>
        <source>Type or paste all 24 words, in order.</source>
        <translation>按顺序输入或粘贴全部 24 个词。</translation>
    </message>
</context>
<context>
    <name>VoteSheet</name>
    <message>
        <source>Vote for it?</source>
        <translation>投赞成票？</translation>
    </message>
    <message>
        <source>Vote against it?</source>
        <translation>投反对票？</translation>
    </message>
    <message>
        <source>If it passes: {effect}</source>
        <translation>如获通过：{effect}</translation>
    </message>
    <message>
        <source>A vote is signed and cannot be taken back or changed.</source>
        <translation>投票会经签署，不能撤回或更改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Vote for it</source>
        <translation>投赞成票</translation>
    </message>
    <message>
        <source>Vote against it</source>
        <translation>投反对票</translation>
    </message>
    <message>
        <source>So far {yes} of {voters} for it, against {no}; it passes at {needed}.</source>
        <translation>目前 {voters} 名投票成员中 {yes} 名赞成、{no} 名反对；满 {needed} 票即通过。</translation>
    </message>
    <message>
        <source>{tally} Your vote decides it.</source>
        <translation>{tally}您的一票将决定结果。</translation>
    </message>
    <message>
        <source>This motion cannot be voted on any more.</source>
        <translation>这项动议已不能再表决。</translation>
    </message>
    <message>
        <source>Meanwhile the vote has moved. Look at it again before you vote.</source>
        <translation>其间票数已有变动。投票前请再看一次。</translation>
    </message>
    <message>
        <source>Your vote is signed and on its way.</source>
        <translation>您的投票已签署，正在发送。</translation>
    </message>
</context>
<context>
    <name>VotesBar</name>
    <message>
        <source>{yes} of {voters} signed, majority at {majority}, final at {final}, against {no}, not yet {rest}</source>
        <translation>{voters} 名投票成员中 {yes} 名已签署，{majority} 名过半数，{final} 名确定，反对 {no}，未签 {rest}</translation>
    </message>
    <message>
        <source>majority at {count}</source>
        <translation>过半数：{count}</translation>
    </message>
    <message>
        <source>final at {count}</source>
        <translation>确定：{count}</translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Motions</source>
        <translation>动议</translation>
    </message>
    <message>
        <source>Records being voted on</source>
        <translation>表决中的记录</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>提出动议</translation>
    </message>
    <message numerus="yes">
        <source>%n motion(s) need you</source>
        <translation>
            <numerusform>%n 项动议等您表决</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有事情等您处理</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Voter</source>
        <translation>投票成员</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>最近在线</translation>
    </message>
    <message>
        <source>Votes of each voter</source>
        <translation>各投票成员的投票</translation>
    </message>
    <message>
        <source>{yes} of {voters} signed</source>
        <translation>已签署 {yes}/{voters}</translation>
    </message>
    <message>
        <source>against {count}</source>
        <translation>反对 {count}</translation>
    </message>
    <message>
        <source>held {count}</source>
        <translation>搁置 {count}</translation>
    </message>
    <message>
        <source>not yet {count}</source>
        <translation>未签 {count}</translation>
    </message>
    <message>
        <source>Its support contradicts itself. Until that is decided, it does not count.</source>
        <translation>支持它的签署互相矛盾。在作出决定之前，这条记录不计入。</translation>
    </message>
    <message>
        <source>This record does not stand. Nothing in the book was changed by it.</source>
        <translation>此记录不成立，账簿没有因此改变。</translation>
    </message>
    <message>
        <source>Not signed by enough voters yet: nothing is changed by it so far.</source>
        <translation>签署的投票成员尚未足够，暂时没有因此改变什么。</translation>
    </message>
    <message numerus="yes">
        <source>To undo this, %n of the {voters} voters would have to be proven to have signed both ways.</source>
        <translation>
            <numerusform>要推翻这个结果，{voters} 名投票成员中须有 %n 名被证实签署过互相矛盾的记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Against: {names}</source>
        <translation>反对：{names}</translation>
    </message>
    <message>
        <source>Signed both ways: {names}</source>
        <translation>双重签署：{names}</translation>
    </message>
    <message>
        <source>Not yet: {names}</source>
        <translation>未签：{names}</translation>
    </message>
    <message>
        <source>{name} ({what})</source>
        <translation>{name}（{what}）</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 及另外 %n 名</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>从未在线</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>最近在线 {time}</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>隐藏表格</translation>
    </message>
</context>
<context>
    <name>WaitingGate</name>
    <message>
        <source>Your member ID</source>
        <translation>您的成员编号</translation>
    </message>
    <message>
        <source>Somebody puts it to the vote, and people vote by hand: that can take days. You may close the window. As soon as you are in, the book comes up here by itself.</source>
        <translation>须有人把它交付表决，再由各人亲自投票，可能需要数天。您可以关闭窗口。一旦获接纳，账簿便会自动在这里出现。</translation>
    </message>
    <message>
        <source>The voters see this ID beside your name. Tell it to whoever invited you, so that they compare.</source>
        <translation>投票成员会在您的名称旁看到这个编号。请把它告诉邀请您的人，以便核对。</translation>
    </message>
    <message>
        <source>Lock this profile</source>
        <translation>锁定此账户</translation>
    </message>
    <message>
        <source>This is not the network of whoever invited you</source>
        <translation>这并非邀请您的人的网络</translation>
    </message>
    <message>
        <source>You have asked to join {network}</source>
        <translation>您已申请加入 {network}</translation>
    </message>
    <message>
        <source>Your request has been left with a member of the network. You are in once more than half of the voters have said so; an observer is let in without a vote.</source>
        <translation>您的申请已交给网络的一名成员。过半数投票成员同意后，您便获接纳；观察员无须表决。</translation>
    </message>
    <message>
        <source>{network} has not let you in</source>
        <translation>未能加入 {network}</translation>
    </message>
    <message>
        <source>Your invitation has been used by somebody else too, and an invitation lets in one person only.</source>
        <translation>您的邀请也有另一人用过，而一份邀请只能让一个人加入。</translation>
    </message>
    <message>
        <source>Tell whoever invited you, ask for a new invitation, and use it in a new profile: a profile can ask to join only once.</source>
        <translation>请告知邀请您的人，索取新的邀请，并在新的账户中使用：每个账户只能申请加入一次。</translation>
    </message>
</context>
<context>
    <name>WatchButton</name>
    <message>
        <source>Watch…</source>
        <translation>关注…</translation>
    </message>
    <message>
        <source>Watched…</source>
        <translation>已关注…</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Review and note…</source>
        <translation>复核日与备注…</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看过</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发出人</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Records since</source>
        <translation>此后的记录</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Mark all as seen</source>
        <translation>全部标记为已看过</translation>
    </message>
    <message>
        <source>You watch nobody yet.</source>
        <translation>您尚未关注任何成员。</translation>
    </message>
    <message>
        <source>Look somebody up</source>
        <translation>查找成员</translation>
    </message>
    <message>
        <source>Open the report about a member and press Watch: what changes from then on is shown here.</source>
        <translation>打开成员的报告并按“关注”：此后的变化会在这里显示。</translation>
    </message>
</context>
<context>
    <name>WatchSheet</name>
    <message>
        <source>Watch {name}</source>
        <translation>关注 {name}</translation>
    </message>
    <message>
        <source>Remind me on a day to look again</source>
        <translation>在指定日期提醒我再看</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>取消关注</translation>
    </message>
    <message>
        <source>What changes from here on is shown before and after, with the records behind it. Nobody else learns that you watch: the list and your notes stay on this computer.</source>
        <translation>此后的变化会列出前后数值及相关记录。其他人不会知道您在关注：名单和备注只留在这台电脑。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For yourself.</source>
        <translation>仅供自己参考。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Watched. What changes is told on the start page.</source>
        <translation>已关注。有变化时会在起始页显示。</translation>
    </message>
</context>
<context>
    <name>WatchWords</name>
    <message numerus="yes">
        <source>%Ln watched</source>
        <translation>
            <numerusform>关注 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln 个有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be reviewed</source>
        <translation>
            <numerusform>%Ln 个待复核</numerusform>
        </translation>
    </message>
    <message>
        <source>{figure}: {before} → {after}</source>
        <translation>{figure}：{before} → {after}</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有变</translation>
    </message>
    <message>
        <source>Nothing has changed: thin file, no grade.</source>
        <translation>没有变化：资料不足，没有评级。</translation>
    </message>
    <message>
        <source>Nothing has changed: grade {grade}, {points} of 100 points.</source>
        <translation>没有变化：评级 {grade}，{points} 分（满分 100）。</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>review due since {day}</source>
        <translation>自 {day} 起待复核</translation>
    </message>
    <message>
        <source>review on {day}</source>
        <translation>{day} 复核</translation>
    </message>
    <message numerus="yes">
        <source>The newest {count} of %Ln record(s).</source>
        <translation>
            <numerusform>共 %Ln 条记录，列出最新 {count} 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>Given up by creditors</source>
        <translation>债权人已放弃</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Chance of paying within terms</source>
        <translation>按期付款概率</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>thin file</source>
        <translation>资料不足</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>已提出</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>Paid after default</source>
        <translation>违约后付清</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>核销后收回</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待过半数</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>已过半数</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>已确定</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被否决</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>签署冲突</translation>
    </message>
    <message>
        <source>Beaten</source>
        <translation>落选</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Only on this computer, not signed yet.</source>
        <translation>只在这台电脑上，尚未签署。</translation>
    </message>
    <message>
        <source>Signed, but no majority of the voters has signed for it yet.</source>
        <translation>已签署，但签署的投票成员尚未过半数。</translation>
    </message>
    <message>
        <source>More than half of the voters have signed for it.</source>
        <translation>过半数投票成员已签署。</translation>
    </message>
    <message>
        <source>More than two thirds of the voters have signed for it.</source>
        <translation>超过三分之二投票成员已签署。</translation>
    </message>
    <message>
        <source>The voters refused it; the reason is with the record.</source>
        <translation>投票成员已否决，原因见记录。</translation>
    </message>
    <message>
        <source>Two records contradict each other, or the votes on it do: somebody has signed both ways.</source>
        <translation>两条记录互相矛盾，或其表决互相矛盾：有人作了双重签署。</translation>
    </message>
    <message>
        <source>Another record about the same thing got the votes first.</source>
        <translation>另一条同一事项的记录先取得足够票数。</translation>
    </message>
    <message>
        <source>A final block has left it out: it came too late, or lies off the branch that stands.</source>
        <translation>已确定的区块没有纳入这条记录：记录来得过迟，或不在成立的分支上。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>成员资料</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>授信额度</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Payment claimed</source>
        <translation>声明已付款</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>New terms agreed to</source>
        <translation>已同意新条款</translation>
    </message>
    <message>
        <source>New terms</source>
        <translation>新条款</translation>
    </message>
    <message>
        <source>Notice of default</source>
        <translation>违约通知</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>违约</translation>
    </message>
    <message>
        <source>Offered for sale</source>
        <translation>挂牌出售</translation>
    </message>
    <message>
        <source>Offer to buy</source>
        <translation>提出购买</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已转让</translation>
    </message>
    <message>
        <source>Passed to whoever paid</source>
        <translation>已转予代付者</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>担保</translation>
    </message>
    <message>
        <source>Guarantee called</source>
        <translation>要求履行担保</translation>
    </message>
    <message>
        <source>Guarantee paid</source>
        <translation>已按担保支付</translation>
    </message>
    <message>
        <source>Guarantee pool</source>
        <translation>互保基金</translation>
    </message>
    <message>
        <source>Pledge to a pool</source>
        <translation>认缴互保基金</translation>
    </message>
    <message>
        <source>Claim on a pool</source>
        <translation>向互保基金索偿</translation>
    </message>
    <message>
        <source>Draw on a pool</source>
        <translation>互保基金拨付</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Answer to a dispute</source>
        <translation>回应争议</translation>
    </message>
    <message>
        <source>Dispute closed</source>
        <translation>争议已了结</translation>
    </message>
    <message>
        <source>Correction asked for</source>
        <translation>要求更正</translation>
    </message>
    <message>
        <source>Correction accepted</source>
        <translation>已接受更正</translation>
    </message>
    <message>
        <source>Correction declined</source>
        <translation>已拒绝更正</translation>
    </message>
    <message>
        <source>Endorsement</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Say that it is paid</source>
        <translation>声明已付款</translation>
    </message>
    <message>
        <source>Record a receipt</source>
        <translation>记录收款</translation>
    </message>
    <message>
        <source>Agree to new terms</source>
        <translation>同意新条款</translation>
    </message>
    <message>
        <source>Change the terms</source>
        <translation>更改条款</translation>
    </message>
    <message>
        <source>Give notice</source>
        <translation>发出通知</translation>
    </message>
    <message>
        <source>Record a default</source>
        <translation>记录违约</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Record a recovery</source>
        <translation>记录收回款项</translation>
    </message>
    <message>
        <source>Offer for sale</source>
        <translation>挂牌出售</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>转让</translation>
    </message>
    <message>
        <source>Pass on to whoever paid</source>
        <translation>转予代付者</translation>
    </message>
    <message>
        <source>Call a guarantee</source>
        <translation>要求履行担保</translation>
    </message>
    <message>
        <source>Pay on the guarantee</source>
        <translation>按担保支付</translation>
    </message>
    <message>
        <source>Pledge</source>
        <translation>认缴</translation>
    </message>
    <message>
        <source>Claim from a pool</source>
        <translation>向互保基金索偿</translation>
    </message>
    <message>
        <source>Draw on the pool</source>
        <translation>从互保基金拨付</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>提出争议</translation>
    </message>
    <message>
        <source>Answer the dispute</source>
        <translation>回应争议</translation>
    </message>
    <message>
        <source>Close the dispute</source>
        <translation>了结争议</translation>
    </message>
    <message>
        <source>Ask for a correction</source>
        <translation>要求更正</translation>
    </message>
    <message>
        <source>Accept the correction</source>
        <translation>接受更正</translation>
    </message>
    <message>
        <source>Decline the correction</source>
        <translation>拒绝更正</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>Signed both ways</source>
        <translation>双重签署</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>A field of the record is missing or out of form.</source>
        <translation>记录有字段缺失或格式不对。</translation>
    </message>
    <message>
        <source>It rests on a record that was rejected.</source>
        <translation>所依据的记录已被否决。</translation>
    </message>
    <message>
        <source>It names too few, too many, or the wrong kind of records.</source>
        <translation>引用的记录过少、过多或种类不对。</translation>
    </message>
    <message>
        <source>Somebody named in it is not a member of this network.</source>
        <translation>其中提到的某一方不是本网络的成员。</translation>
    </message>
    <message>
        <source>This network does not use that currency.</source>
        <translation>本网络不使用该货币。</translation>
    </message>
    <message>
        <source>Its days are in an impossible order.</source>
        <translation>日期的先后顺序不可能成立。</translation>
    </message>
    <message>
        <source>Its author has already moved the same version elsewhere.</source>
        <translation>发出人已对同一版本作出另一项变更。</translation>
    </message>
    <message>
        <source>Only the other party may do this now.</source>
        <translation>现在只有另一方可以这样做。</translation>
    </message>
    <message>
        <source>This cannot be done in the record&apos;s present state.</source>
        <translation>在记录目前的状态下不能这样做。</translation>
    </message>
    <message>
        <source>Its author, or whom it asks, is not among those whom this concerns.</source>
        <translation>作者或被要求回应的成员与此无关。</translation>
    </message>
    <message>
        <source>Netting round announced</source>
        <translation>已宣布一轮净额结算</translation>
    </message>
    <message>
        <source>Netting agreed to</source>
        <translation>已同意净额结算</translation>
    </message>
    <message>
        <source>Netting round joined</source>
        <translation>已加入一轮净额结算</translation>
    </message>
    <message>
        <source>Netted</source>
        <translation>已净额结算</translation>
    </message>
    <message>
        <source>Netting round ended</source>
        <translation>该轮净额结算已结束</translation>
    </message>
    <message>
        <source>Consent to read</source>
        <translation>查阅同意</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Reading under a consent</source>
        <translation>凭同意查阅</translation>
    </message>
    <message>
        <source>Agree to netting</source>
        <translation>同意净额结算</translation>
    </message>
    <message>
        <source>Join a netting round</source>
        <translation>加入一轮净额结算</translation>
    </message>
    <message>
        <source>Write the result of the round</source>
        <translation>写入该轮的结果</translation>
    </message>
    <message>
        <source>End the round without a result</source>
        <translation>不作结果结束该轮</translation>
    </message>
    <message>
        <source>Take the consent back</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Record that it was read</source>
        <translation>记录已查阅</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Upheld by the voters</source>
        <translation>投票成员裁定成立</translation>
    </message>
    <message>
        <source>Dismissed by the voters</source>
        <translation>投票成员裁定不成立</translation>
    </message>
    <message>
        <source>Does not stand</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>待回应</translation>
    </message>
    <message>
        <source>In effect, unanswered</source>
        <translation>无人回应，已生效</translation>
    </message>
    <message>
        <source>Correction open</source>
        <translation>更正待回应</translation>
    </message>
    <message>
        <source>Both sides of it are the same member.</source>
        <translation>双方是同一成员。</translation>
    </message>
    <message>
        <source>Only the debtor may do this.</source>
        <translation>只有债务人可以这样做。</translation>
    </message>
    <message>
        <source>The last day for this has passed.</source>
        <translation>最后日期已过。</translation>
    </message>
    <message>
        <source>The amount is larger than what is outstanding.</source>
        <translation>金额大于未付金额。</translation>
    </message>
    <message>
        <source>The amount is larger than what was written off.</source>
        <translation>金额超过已核销的金额。</translation>
    </message>
    <message>
        <source>The value date lies in the future.</source>
        <translation>到账日在未来。</translation>
    </message>
    <message>
        <source>The other side&apos;s consent is missing, or it is for another amount, another day or an earlier state.</source>
        <translation>缺少另一方的同意，或其同意的是另一金额、另一日期或较早的状态。</translation>
    </message>
    <message>
        <source>Amount and due day are what they have been.</source>
        <translation>金额和到期日与原来相同。</translation>
    </message>
    <message>
        <source>The new amount must be above what has been paid or given up, and not above the present one.</source>
        <translation>新金额须高于已付或已放弃的金额，且不高于现有金额。</translation>
    </message>
    <message>
        <source>Its terms do not allow it to be sold.</source>
        <translation>条款不允许转让。</translation>
    </message>
    <message>
        <source>It takes part in a netting round. This has to wait until that is over.</source>
        <translation>它正参与一轮净额结算，须待该轮结束。</translation>
    </message>
    <message>
        <source>Its terms do not allow it to be netted.</source>
        <translation>条款不允许纳入净额结算。</translation>
    </message>
    <message>
        <source>It is of another currency or debtor than is covered or netted here, or due too late.</source>
        <translation>其货币或债务人不在此担保或结算范围内，或到期日太晚。</translation>
    </message>
    <message>
        <source>Somebody would owe or be owed more or less on balance than before the round.</source>
        <translation>与该轮之前相比，有人的应收应付差额会有增减。</translation>
    </message>
    <message>
        <source>That is more than is left of the guarantee, or than was called.</source>
        <translation>这超过担保的余额，或超过所要求的金额。</translation>
    </message>
    <message>
        <source>That call or claim has been answered already.</source>
        <translation>这项要求已经有了回应。</translation>
    </message>
    <message>
        <source>The pool&apos;s rule gives another sum, or other shares of it.</source>
        <translation>按互助池的规则，金额或各份应为另一数目。</translation>
    </message>
    <message>
        <source>More could be set off among these obligations.</source>
        <translation>这些欠款之间还可抵销更多。</translation>
    </message>
    <message>
        <source>It was written without having read the debtor&apos;s newest records. Try again in a moment.</source>
        <translation>写入时尚未读到债务人最新的记录。请稍后再试。</translation>
    </message>
    <message>
        <source>A default takes a notice to the debtor that a block has included two weeks before.</source>
        <translation>记录违约前，须已通知债务人，且该通知在两星期前已纳入区块。</translation>
    </message>
    <message>
        <source>A default may be recorded sixty days after the due day and the days of grace.</source>
        <translation>到期日加宽限天数之后六十天，方可记录违约。</translation>
    </message>
    <message>
        <source>The debtor disputes it. This has to wait until that is over.</source>
        <translation>债务人对此提出争议，须待争议了结。</translation>
    </message>
    <message>
        <source>Another device has taken the pen with the same file before.</source>
        <translation>另一台设备此前已用同一文件取得签署权。</translation>
    </message>
    <message>
        <source>As things stand, this would change nothing.</source>
        <translation>按目前情况，这不会改变任何事。</translation>
    </message>
    <message>
        <source>Say why: the voters decide by it.</source>
        <translation>请写明理由：投票成员凭此决定。</translation>
    </message>
    <message>
        <source>The same question is before the voters already. Vote on that one.</source>
        <translation>同一问题已交投票成员表决，请就该动议投票。</translation>
    </message>
    <message>
        <source>Only voters vote on motions, and you have no vote.</source>
        <translation>只有投票成员可就动议投票，而您没有投票权。</translation>
    </message>
    <message>
        <source>You have voted on this. A vote cannot be taken back.</source>
        <translation>您已就此投票，投票不能撤回。</translation>
    </message>
    <message>
        <source>You observe this network: you read along and write nothing.</source>
        <translation>您是此网络的观察者：只可阅读，不可写入。</translation>
    </message>
    <message>
        <source>You are no member yet: the voters have not let you in so far.</source>
        <translation>您尚未成为成员：投票成员还未接纳您。</translation>
    </message>
    <message>
        <source>You are no member: your invitation has been used by somebody else.</source>
        <translation>您不是成员：您的邀请已有别人用过。</translation>
    </message>
    <message>
        <source>You are no member any more, so nothing of yours is signed.</source>
        <translation>您已不再是成员，因此不会签署您的任何内容。</translation>
    </message>
    <message>
        <source>This motion is over.</source>
        <translation>这项动议已结束。</translation>
    </message>
    <message>
        <source>This profile has asked to join another network. Use another profile for this one.</source>
        <translation>这个账户已申请加入另一个网络。请用另一个账户。</translation>
    </message>
    <message>
        <source>The record that this rests on has no majority yet. Try again in a moment.</source>
        <translation>所依据的记录尚未过半数。请稍后再试。</translation>
    </message>
    <message>
        <source>Nothing has joined this round yet, so there is nothing to set off.</source>
        <translation>这一轮尚无欠款加入，没有可抵销的。</translation>
    </message>
    <message>
        <source>This round has no result yet.</source>
        <translation>这一轮尚无结果。</translation>
    </message>
    <message>
        <source>An earlier record of yours about this is still being voted on. Try again in a moment.</source>
        <translation>您较早前的一条相关记录仍在表决中。请稍后再试。</translation>
    </message>
    <message>
        <source>Its address cannot be reached from here.</source>
        <translation>从这里无法到达对方的地址。</translation>
    </message>
    <message>
        <source>Nobody answers at its address.</source>
        <translation>该地址没有响应。</translation>
    </message>
    <message>
        <source>It does not answer in time.</source>
        <translation>对方没有及时响应。</translation>
    </message>
    <message>
        <source>Somebody else answers at its address.</source>
        <translation>在该地址响应的是别人。</translation>
    </message>
    <message>
        <source>It does not let this member in.</source>
        <translation>对方不接纳此成员。</translation>
    </message>
    <message>
        <source>What answers at its address is not a node.</source>
        <translation>在该地址响应的不是节点。</translation>
    </message>
    <message>
        <source>It has no room for another connection.</source>
        <translation>对方已没有空余连接。</translation>
    </message>
    <message>
        <source>This node has no room for another connection.</source>
        <translation>本节点已没有空余连接。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已中断。</translation>
    </message>
    <message>
        <source>It sent something that a node must not send.</source>
        <translation>对方发来了不应发送的内容。</translation>
    </message>
    <message>
        <source>It broke the protocol and is left alone for a while.</source>
        <translation>对方违反了协议，暂时不再连接。</translation>
    </message>
    <message>
        <source>Its address is not known.</source>
        <translation>不知道对方的地址。</translation>
    </message>
    <message>
        <source>It is not a member of this network.</source>
        <translation>对方不是本网络的成员。</translation>
    </message>
    <message>
        <source>The proxy does not answer or refuses.</source>
        <translation>代理服务器没有回应或拒绝连接。</translation>
    </message>
    <message>
        <source>It is connected to this profile on another computer.</source>
        <translation>对方已与另一台电脑上的这个账户连接。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>可以发送</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>文件已不在原处。</translation>
    </message>
    <message>
        <source>This is a folder or a device, not a file.</source>
        <translation>这是文件夹或设备，不是文件。</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>您没有权限读取此文件。</translation>
    </message>
    <message>
        <source>The disk or network share failed while the file was read.</source>
        <translation>读取文件时磁盘或网络共享出错。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>This is neither a CSV file nor a UBL invoice. Export your invoices as one of them and try again.</source>
        <translation>这不是 CSV 文件，也不是 UBL 发票。请把发票导出为其中一种格式再试。</translation>
    </message>
    <message>
        <source>The file is too large. Split it, for example by year.</source>
        <translation>文件太大。请拆分，例如按年份。</translation>
    </message>
    <message>
        <source>The file has more columns than an invoice list can have.</source>
        <translation>文件的列数超过发票清单应有的数目。</translation>
    </message>
    <message>
        <source>The file has too many rows. Split it, for example by year.</source>
        <translation>文件的行数太多。请拆分，例如按年份。</translation>
    </message>
    <message>
        <source>A line of the file is far too long for an invoice.</source>
        <translation>文件有一行过长，不可能是发票。</translation>
    </message>
    <message>
        <source>A column that is needed was not found. Say which column has the customer, number, date and amount.</source>
        <translation>找不到所需的列。请指明客户、号码、日期和金额在哪一列。</translation>
    </message>
    <message>
        <source>A column that was chosen is not in the file.</source>
        <translation>所选的列不在文件内。</translation>
    </message>
    <message>
        <source>A setting of this import makes no sense for the file.</source>
        <translation>此次导入的某项设置与文件不符。</translation>
    </message>
    <message>
        <source>The file&apos;s characters could not be read. Choose its encoding.</source>
        <translation>无法读取文件的文字。请选择编码。</translation>
    </message>
    <message>
        <source>The compressed file is damaged. Copy or download it again.</source>
        <translation>压缩文件已损坏。请重新复制或下载。</translation>
    </message>
    <message>
        <source>The file changed while it was read. Try again.</source>
        <translation>读取期间文件有改动。请再试一次。</translation>
    </message>
    <message>
        <source>There is no UBL invoice among these files. CSV files are imported one at a time.</source>
        <translation>这些文件中没有 UBL 发票。CSV 文件须逐个导入。</translation>
    </message>
    <message>
        <source>This is not a file of Cohong&apos;s records.</source>
        <translation>这不是 Cohong 的记录文件。</translation>
    </message>
    <message>
        <source>The file is damaged at both ends and cannot be opened. Copy it again, or ask for another.</source>
        <translation>文件的开头和结尾都已损坏，无法打开。请重新复制，或索取另一份。</translation>
    </message>
    <message>
        <source>A later version of Cohong has made this file. Update this one.</source>
        <translation>这个文件由较新版本的 Cohong 制作。请更新本程序。</translation>
    </message>
    <message>
        <source>This file is of another network.</source>
        <translation>这个文件属于另一个网络。</translation>
    </message>
    <message>
        <source>This file was made for other members, and only they can open it.</source>
        <translation>这个文件是为其他成员制作的，只有他们能打开。</translation>
    </message>
    <message>
        <source>The file contradicts itself. Ask whoever made it for another.</source>
        <translation>文件内容自相矛盾。请向制作者索取另一份。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这个文件或文件夹。</translation>
    </message>
    <message>
        <source>You may not read or write there.</source>
        <translation>您无权在该处读取或写入。</translation>
    </message>
    <message>
        <source>There is no room for the file.</source>
        <translation>没有足够空间存放这个文件。</translation>
    </message>
    <message>
        <source>The disk or stick failed.</source>
        <translation>磁盘或 U 盘出现故障。</translation>
    </message>
    <message>
        <source>This is no file of another device, or it is damaged.</source>
        <translation>这不是另一台设备的文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>This file hands the pen to another device of yours. Use it there.</source>
        <translation>这个文件把签署权移交给您的另一台设备。请在那里使用。</translation>
    </message>
    <message>
        <source>This file is of another member or network.</source>
        <translation>这个文件属于另一名成员或另一个网络。</translation>
    </message>
    <message>
        <source>A file of that name is there already and was left as it is.</source>
        <translation>已有同名文件，未作更改。</translation>
    </message>
    <message>
        <source>A record on this computer has been altered and is fetched again from the others. Try again later.</source>
        <translation>这台电脑上有一条记录被改动，正从其他成员重新获取。请稍后再试。</translation>
    </message>
    <message>
        <source>A quotation mark is never closed</source>
        <translation>引号没有关闭</translation>
    </message>
    <message>
        <source>Text after a closing quotation mark</source>
        <translation>关闭的引号后还有文字</translation>
    </message>
    <message>
        <source>More or fewer cells than the header</source>
        <translation>单元格数目与标题行不符</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation>缺少内容</translation>
    </message>
    <message>
        <source>Characters that the file&apos;s encoding does not have</source>
        <translation>有文件编码中不存在的字符</translation>
    </message>
    <message>
        <source>A control character in the text</source>
        <translation>文字中有控制字符</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>文字太长</translation>
    </message>
    <message>
        <source>Not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>No such day</source>
        <translation>没有这一天</translation>
    </message>
    <message>
        <source>Before 1970 or after 2100</source>
        <translation>早于 1970 年或晚于 2100 年</translation>
    </message>
    <message>
        <source>The days of credit make no sense</source>
        <translation>账期天数不合理</translation>
    </message>
    <message>
        <source>Due before it was issued</source>
        <translation>到期日早于开立日</translation>
    </message>
    <message>
        <source>Paid before it was issued</source>
        <translation>付款日早于开立日</translation>
    </message>
    <message>
        <source>Not a plain amount</source>
        <translation>不是单纯的金额</translation>
    </message>
    <message>
        <source>Not a currency code</source>
        <translation>不是货币代码</translation>
    </message>
    <message>
        <source>¥ or $ alone does not say which currency</source>
        <translation>仅凭 ¥ 或 $ 不能确定货币</translation>
    </message>
    <message>
        <source>The cell names another currency than the row</source>
        <translation>单元格的货币与该行不同</translation>
    </message>
    <message>
        <source>The amount is zero</source>
        <translation>金额为零</translation>
    </message>
    <message>
        <source>The amount is negative</source>
        <translation>金额为负数</translation>
    </message>
    <message>
        <source>More decimals than the currency has</source>
        <translation>小数位多于该货币所用</translation>
    </message>
    <message>
        <source>The amount is too large</source>
        <translation>金额太大</translation>
    </message>
    <message>
        <source>An earlier line has this number with other terms</source>
        <translation>前面有一行号码相同但条款不同</translation>
    </message>
    <message>
        <source>Same as invoice {number} but for leading zeros</source>
        <translation>与发票 {number} 相同，只差号码前面的零</translation>
    </message>
    <message>
        <source>The file cannot be read. Copy it, or pack it without a password</source>
        <translation>无法读取文件。请重新复制，或压缩时不设密码</translation>
    </message>
    <message>
        <source>Not a UBL 2.1 invoice. Export it as UBL 2.1</source>
        <translation>不是 UBL 2.1 发票。请以 UBL 2.1 导出</translation>
    </message>
    <message>
        <source>The XML is damaged at this line. Export it again</source>
        <translation>XML 在这一行损坏。请重新导出</translation>
    </message>
    <message>
        <source>DOCTYPE and entities are never read. Export it without</source>
        <translation>一律不读取 DOCTYPE 和实体，请导出不含这些的文件</translation>
    </message>
    <message>
        <source>Over 32 MiB, or nested too deeply for an invoice</source>
        <translation>超过 32 MiB，或层次过深，不可能是发票</translation>
    </message>
    <message>
        <source>There with different values. Enter this invoice by hand</source>
        <translation>出现多个不同的值。请手动录入这张发票</translation>
    </message>
    <message>
        <source>A credit note is no new claim. Enter it by hand</source>
        <translation>贷项通知单不是新的欠款。请手动录入</translation>
    </message>
    <message>
        <source>A corrected invoice. Correct the earlier one instead</source>
        <translation>更正发票。请改为更正原来那一张</translation>
    </message>
    <message>
        <source>A pro forma invoice is no claim. Import the final one</source>
        <translation>形式发票不是欠款。请导入正式发票</translation>
    </message>
    <message>
        <source>Like invoice {number} but for leading zeros, with another amount or other dates</source>
        <translation>号码与发票 {number} 只差前面的零，但金额或日期不同</translation>
    </message>
    <message>
        <source>That could not be understood. Nothing was changed.</source>
        <translation>无法理解此请求。没有任何改动。</translation>
    </message>
    <message>
        <source>The running node is another version than this window. Close both and start again.</source>
        <translation>正在运行的节点与此窗口版本不同。请把两者关闭后重新启动。</translation>
    </message>
    <message>
        <source>The profile is locked. Unlock it first.</source>
        <translation>账户已锁定，请先解锁。</translation>
    </message>
    <message>
        <source>There is no profile here yet.</source>
        <translation>这里还没有账户。</translation>
    </message>
    <message>
        <source>There is a profile here already. Nothing was changed.</source>
        <translation>这里已有账户。没有任何改动。</translation>
    </message>
    <message>
        <source>That passphrase does not open this profile. Check Caps Lock and your input method.</source>
        <translation>这个口令打不开账户。请检查 Caps Lock 和输入法。</translation>
    </message>
    <message>
        <source>Those words do not fit. Check their order and spelling; all 24 are needed.</source>
        <translation>词不符。请检查顺序和拼写；需要全部 24 个。</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Use at least 15 characters, or six random words.</source>
        <translation>这个口令太容易猜中。请使用至少 15 个字符，或六个随机词。</translation>
    </message>
    <message>
        <source>The profile&apos;s file is damaged. This is not about your passphrase. Restore a backup, or use your recovery words on a new profile; your records come back from the other members.</source>
        <translation>账户的数据文件已损坏，与口令无关。请从备份恢复，或用恢复词创建新账户；您的记录会从其他成员取回。</translation>
    </message>
    <message>
        <source>This profile has not joined a network yet.</source>
        <translation>此账户尚未加入网络。</translation>
    </message>
    <message>
        <source>This profile already belongs to a network.</source>
        <translation>此账户已属于某个网络。</translation>
    </message>
    <message>
        <source>That is not a whole invitation. Copy all of its text and paste it again.</source>
        <translation>邀请函不完整。请复制全部文字再粘贴。</translation>
    </message>
    <message>
        <source>The invitation does not name you. Send your member ID to whoever created the network.</source>
        <translation>邀请函没有列出您。请把您的成员编号发给创建网络的人。</translation>
    </message>
    <message>
        <source>None of the members that the invitation names could be reached. Try again with the same text.</source>
        <translation>邀请函所列的成员都联系不上。请用同一段文字再试。</translation>
    </message>
    <message>
        <source>The network cannot be carried on so: its voters have agreed on no block yet, or a founder was no member when they did. Nothing has changed.</source>
        <translation>无法这样延续网络：投票成员尚未就任何区块达成协议，或某创办成员当时并非成员。一切维持不变。</translation>
    </message>
    <message>
        <source>That is not an address. Write it as host:port.</source>
        <translation>这不是地址。请写成“主机:端口”。</translation>
    </message>
    <message>
        <source>No member of this network has that ID.</source>
        <translation>本网络没有此编号的成员。</translation>
    </message>
    <message>
        <source>This record is no longer here.</source>
        <translation>此记录已不在这里。</translation>
    </message>
    <message>
        <source>This entry is not on this computer.</source>
        <translation>这台电脑上没有此条目。</translation>
    </message>
    <message>
        <source>This import is no longer here.</source>
        <translation>此次导入已不在这里。</translation>
    </message>
    <message>
        <source>This block is not on this computer.</source>
        <translation>这台电脑上没有这个区块。</translation>
    </message>
    <message>
        <source>You have no such device any more.</source>
        <translation>您已没有这台设备。</translation>
    </message>
    <message>
        <source>This record is not anchored yet.</source>
        <translation>这条记录尚未锚定在区块中。</translation>
    </message>
    <message>
        <source>The rules of the book do not allow this.</source>
        <translation>账簿的规则不允许这样做。</translation>
    </message>
    <message>
        <source>This waits for a charter block of today. One has been asked for: try again in a minute.</source>
        <translation>这需要今天的章程区块。已请求产生，请一分钟后再试。</translation>
    </message>
    <message>
        <source>Nothing is signed at the moment, so that nothing is signed twice. The bar at the foot of the window says why.</source>
        <translation>目前不签署任何记录，以免重复签署。窗口下方的信息栏说明原因。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off from most members&apos; clocks. Nothing is signed until it is set right.</source>
        <translation>这台电脑的时钟与大多数成员的不一致。校正之前不会签署任何记录。</translation>
    </message>
    <message>
        <source>You have written as much today as the charter lets one member write. Nothing was signed; it goes on at midnight UTC, or as soon as a charter block includes what you have written.</source>
        <translation>您今天写入的数量已达章程给每位成员的上限，这次没有签署任何记录。UTC 午夜过后，或章程区块纳入您已写的记录后，即可继续。</translation>
    </message>
    <message>
        <source>This is about a person, and nothing is shown before you have said what for. Open the report in Check: you are asked there, once a day.</source>
        <translation>此内容涉及个人，说明用途后才会显示。请在“查询”中打开报告，届时会询问用途，每天一次。</translation>
    </message>
    <message>
        <source>This file cannot be imported.</source>
        <translation>此文件不能导入。</translation>
    </message>
    <message>
        <source>This file cannot be read or written.</source>
        <translation>无法读取或写入这个文件。</translation>
    </message>
    <message>
        <source>This is no longer under way.</source>
        <translation>这项工作已不在进行。</translation>
    </message>
    <message>
        <source>Some of this import was sent already, so it cannot be undone as a whole.</source>
        <translation>此次导入有部分已发送，因此不能整批撤销。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; free some space and try again.</source>
        <translation>磁盘已满。没有丢失数据；请腾出空间后再试。</translation>
    </message>
    <message>
        <source>Another program uses the port for connections.</source>
        <translation>另一程序已占用端口。</translation>
    </message>
    <message>
        <source>Another program has this profile open.</source>
        <translation>此账户已由另一程序打开。</translation>
    </message>
    <message>
        <source>The node is busy. Try again in a moment.</source>
        <translation>节点正忙，请稍后再试。</translation>
    </message>
    <message>
        <source>The node met a fault of its own. It goes on; its log has the particulars.</source>
        <translation>节点本身出现故障，但仍在运行；详情见其日志。</translation>
    </message>
    <message>
        <source>This invitation has ended. Ask whoever sent it for a new one.</source>
        <translation>这份邀请函已过期。请向发出者索取新的。</translation>
    </message>
    <message>
        <source>This invitation has been used by somebody else. Ask for a new one, and use it in a new profile.</source>
        <translation>这份邀请已有别人用过。请索取新的邀请，并在新的账户中使用。</translation>
    </message>
    <message>
        <source>Some of your records are with no other member yet. Wait until somebody is connected.</source>
        <translation>您有些记录尚未传到其他成员。请等待有成员连接。</translation>
    </message>
    <message>
        <source>The node does not answer. It is tried again by itself.</source>
        <translation>节点没有响应，程序会自动重试。</translation>
    </message>
    <message>
        <source>Something in this window failed. Your records are safe; the log has the particulars.</source>
        <translation>此窗口出现故障。您的记录安全；详情见日志。</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Recovery words</source>
        <translation>恢复词</translation>
    </message>
    <message>
        <source>These are {found} words; all 24 are needed.</source>
        <translation>这里有 {found} 个词，需要全部 24 个。</translation>
    </message>
    <message>
        <source>{found} of 24 words</source>
        <translation>24 个词中的 {found} 个</translation>
    </message>
</context>
<context>
    <name>WriteOffSheet</name>
    <message>
        <source>Write off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Outstanding: {amount}</source>
        <translation>未付：{amount}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成员都可阅读。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Takes this amount off what {who} owes you, unpaid. If some of it comes in later, record a recovery. It can&apos;t be taken back.</source>
        <translation>从 {who} 欠您的款项中扣除这个未付金额。之后如有收回，请记录收回款项。此事不能收回。</translation>
    </message>
    <message>
        <source>Write off and sign</source>
        <translation>核销并签署</translation>
    </message>
    <message>
        <source>More than is outstanding.</source>
        <translation>超过未付金额。</translation>
    </message>
    <message>
        <source>Written off. The voters are signing it.</source>
        <translation>已核销，投票成员正在签署。</translation>
    </message>
</context>
<context>
    <name>WritingSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_HistoryLine</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Save proof…</source>
        <translation>保存凭证…</translation>
    </message>
    <message numerus="yes">
        <source>{level}, %n signed</source>
        <translation>
            <numerusform>{level}，%n 名已签署</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {seq} of its author
{entry}</source>
        <translation>发出人的第 {seq} 个条目
{entry}</translation>
    </message>
    <message>
        <source>nothing outstanding</source>
        <translation>没有未付款项</translation>
    </message>
    <message>
        <source>{amount} outstanding</source>
        <translation>未付 {amount}</translation>
    </message>
    <message>
        <source>A receipt: a small file that proves this record to anybody, without a node or a connection.</source>
        <translation>凭证是一个小文件：任何人无须节点、无须联网，都能凭它查验这条记录。</translation>
    </message>
    <message>
        <source>There is a proof to save once a block has anchored this record; the next one is due at {time}.</source>
        <translation>要等区块锚定这条记录后才有凭证；下一个区块预定在 {time}。</translation>
    </message>
    <message>
        <source>There is a proof to save once enough voters have signed this record and a block has anchored it.</source>
        <translation>要等足够的投票成员签署这条记录，并由区块锚定后，才有凭证。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
</context>
<context>
    <name>_SumCard</name>
    <message>
        <source>Show records</source>
        <translation>查看记录</translation>
    </message>
</context>
</TS>
