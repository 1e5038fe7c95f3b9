<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en">
<context>
    <name>AbortSheet</name>
    <message>
        <source>End this round without a result?</source>
        <translation>不作結算，結束這一輪？</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成員都可閱讀。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nothing is set off, and everybody has back control of what had joined. This round can&apos;t be opened again; you may announce another.</source>
        <translation>不會抵銷任何欠款，各成員取回已加入欠款的處理權。這一輪不能重新開始，但你可以公布另一輪。</translation>
    </message>
    <message>
        <source>End it and sign</source>
        <translation>結束並簽署</translation>
    </message>
    <message>
        <source>The round is ended; the voters are signing it.</source>
        <translation>這一輪已結束，投票成員正在簽署。</translation>
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
        <translation>表示你同意所要求的更正。它會列在紀錄旁邊，紀錄本身維持簽署時的原樣；由此引起的事，例如新條款或撇帳金額，須由你自行記錄。</translation>
    </message>
    <message>
        <source>Accept and sign</source>
        <translation>接受並簽署</translation>
    </message>
    <message>
        <source>Accepted. The voters are signing it.</source>
        <translation>已接受，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>AcceptSheet</name>
    <message>
        <source>Accept this record</source>
        <translation>接受這項紀錄</translation>
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
        <translation>你的接受會送交所有成員。過半數投票成員簽署後，這筆款項便算作欠款，付款情況會顯示在債務人的報告上。接受後不能撤回。</translation>
    </message>
    <message>
        <source>Accept and sign</source>
        <translation>接受並簽署</translation>
    </message>
    <message>
        <source>Accepted. The voters are signing it.</source>
        <translation>已接受，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Sign and send</source>
        <translation>簽署並傳送</translation>
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
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>AddDeviceSheet</name>
    <message>
        <source>Add a device that reads along</source>
        <translation>新增一部只讀的裝置</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>裝置名稱</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>儲存檔案…</translation>
    </message>
    <message>
        <source>A file is made. On the new device, choose “Add this device from another”, the file, and the passphrase of this device.</source>
        <translation>程式會產生一個檔案。在新裝置上選擇「由另一部裝置新增此裝置」，再選取該檔案並輸入這部裝置的密碼短語。</translation>
    </message>
    <message>
        <source>It has a key of its own and not yours: it can sign nothing until you hand the pen over to it.</source>
        <translation>新裝置有自己的密鑰，而沒有你的密鑰：在你把簽署權移交給它之前，它不能簽署任何紀錄。</translation>
    </message>
    <message>
        <source>The other members can read the name.</source>
        <translation>其他成員看得到這個名稱。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>裝置檔</translation>
    </message>
    <message>
        <source>The file is made. Carry it to the new device.</source>
        <translation>檔案已產生。請把檔案帶到新裝置。</translation>
    </message>
</context>
<context>
    <name>AddressSheet</name>
    <message>
        <source>Add an address</source>
        <translation>新增地址</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Host and port, as the member has told you.</source>
        <translation>主機與連接埠，由該成員告知。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add and connect</source>
        <translation>加入並連接</translation>
    </message>
    <message>
        <source>Choose a member of this network.</source>
        <translation>請選擇本網絡的一名成員。</translation>
    </message>
    <message>
        <source>Write it as host:port.</source>
        <translation>請寫成「主機:連接埠」。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在連接…</translation>
    </message>
</context>
<context>
    <name>AgeingPage</name>
    <message>
        <source>Ageing</source>
        <translation>帳齡</translation>
    </message>
    <message>
        <source>Owed to me</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 日</translation>
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
        <translation>合計</translation>
    </message>
    <message>
        <source>Open by days past due</source>
        <translation>按逾期日數列出未付款項</translation>
    </message>
    <message>
        <source>Enter or double-click opens the records behind a line in the Book.</source>
        <translation>按 Enter 或連按兩下，即可在帳簿查看該行所涵蓋的紀錄。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>帳簿</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>You owe nothing.</source>
        <translation>你沒有應付款項。</translation>
    </message>
    <message>
        <source>Nothing is owed to you.</source>
        <translation>你沒有應收款項。</translation>
    </message>
    <message>
        <source>What is accepted and not paid yet stands here by its age.</source>
        <translation>已接受而未付的款項會按帳齡列在這裏。</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) are in the sums alone.</source>
        <translation>
            <numerusform>另有 %n 行只計入合計。</numerusform>
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
        <translation>同意新條款</translation>
    </message>
    <message>
        <source>In all, with {amount} that is paid or given up already.</source>
        <translation>總額，包括已付或已放棄的 {amount}。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Your consent holds until</source>
        <translation>你的同意有效至</translation>
    </message>
    <message>
        <source>Changes nothing yet. Up to that day {who} may put these terms in the place of the present ones; then the new due day decides what counts as late.</source>
        <translation>目前不會改變任何事。在該日或之前，{who} 可用這些條款取代現有條款；此後是否逾期，以新的到期日為準。</translation>
    </message>
    <message>
        <source>Agree and sign</source>
        <translation>同意並簽署</translation>
    </message>
    <message>
        <source>Not more than is owed at present.</source>
        <translation>不可多於目前所欠的金額。</translation>
    </message>
    <message>
        <source>More than what is paid or given up already.</source>
        <translation>須多於已付或已放棄的金額。</translation>
    </message>
    <message>
        <source>Amount and due day are what they have been.</source>
        <translation>金額和到期日與原來相同。</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>這一天已經過去。</translation>
    </message>
    <message>
        <source>Agreed. {who} puts the new terms in force.</source>
        <translation>已同意。下一步由 {who} 令新條款生效。</translation>
    </message>
</context>
<context>
    <name>AimStep</name>
    <message>
        <source>What do you want to do?</source>
        <translation>你想做甚麼？</translation>
    </message>
    <message>
        <source>You can do the other things later too.</source>
        <translation>其他事情日後也可以做。</translation>
    </message>
    <message>
        <source>Check others</source>
        <translation>查核他人</translation>
    </message>
    <message>
        <source>Look up how a firm or person pays, before you give credit.</source>
        <translation>給予信貸之前，先看看對方公司或個人的付款情況。</translation>
    </message>
    <message>
        <source>Keep our firm&apos;s credit records</source>
        <translation>記錄本公司的賒帳往來</translation>
    </message>
    <message>
        <source>Import invoices, have them signed by both sides, and see who is late.</source>
        <translation>匯入發票，由雙方簽署，看看誰逾期。</translation>
    </message>
    <message>
        <source>Restore a profile</source>
        <translation>復原帳戶</translation>
    </message>
    <message>
        <source>You have 24 recovery words from another computer.</source>
        <translation>你有另一部電腦的 24 個復原字詞。</translation>
    </message>
    <message>
        <source>Add this device from another</source>
        <translation>由另一部裝置新增此裝置</translation>
    </message>
    <message>
        <source>You have a profile on another computer, and a file that it has made for this one.</source>
        <translation>你在另一部電腦上有帳戶，並有它為這部電腦產生的檔案。</translation>
    </message>
    <message>
        <source>Your name, as the others see it</source>
        <translation>你的名稱（其他人看到的）</translation>
    </message>
    <message>
        <source>Harbour Trading Ltd</source>
        <translation>海港貿易有限公司</translation>
    </message>
    <message>
        <source>Give the name that the other members will see.</source>
        <translation>請填寫其他成員會看到的名稱。</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Say how much.</source>
        <translation>請填寫金額。</translation>
    </message>
    <message>
        <source>Write the amount as {example}.</source>
        <translation>請這樣填寫金額：{example}。</translation>
    </message>
</context>
<context>
    <name>AnnounceSheet</name>
    <message>
        <source>Announce a netting round</source>
        <translation>公布一輪淨額結算</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>結束日</translation>
    </message>
    <message>
        <source>The last day on which you may write the result.</source>
        <translation>你可以寫入結果的最後一日。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Due until</source>
        <translation>最遲到期日</translation>
    </message>
    <message>
        <source>What is open, may be netted and is due by this day can take part.</source>
        <translation>凡未清、可作淨額結算、並在這天或以前到期的欠款，都可以加入。</translation>
    </message>
    <message>
        <source>What everybody should know of it</source>
        <translation>各成員須知</translation>
    </message>
    <message>
        <source>You become its coordinator: what joins is under your control until the round ends, and only you can settle it. You see what everybody brings, as all members do.</source>
        <translation>你會成為統籌人：加入的欠款在這一輪結束前由你處理，也只有你能結算。你會看到各成員帶來的欠款，其他成員也一樣。</translation>
    </message>
    <message>
        <source>Announce and sign</source>
        <translation>公布並簽署</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>這一天已經過去。</translation>
    </message>
    <message>
        <source>Announced. Members can join as soon as a majority of the voters has signed it.</source>
        <translation>已公布。過半數投票成員簽署後，各成員便可加入。</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>Answer the dispute</source>
        <translation>回應爭議</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的回應</translation>
    </message>
    <message>
        <source>Stands beside the dispute from now on. It does not close it: whoever opened it does.</source>
        <translation>由現在起列在爭議旁邊。它不會了結爭議：只有提出爭議的一方可以了結。</translation>
    </message>
    <message>
        <source>Answer and sign</source>
        <translation>回應並簽署</translation>
    </message>
    <message>
        <source>Answered. The voters are signing it.</source>
        <translation>已回應，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>ArriveStep</name>
    <message>
        <source>Add this device from another</source>
        <translation>由另一部裝置新增此裝置</translation>
    </message>
    <message>
        <source>Make the file in the settings of the other device: “Add a device” for one that reads along, or “Hand over” for the one that is to sign from now on.</source>
        <translation>請在另一部裝置的設定中產生檔案：若這部裝置只讀，選「新增裝置」；若今後由這部裝置簽署，選「移交」。</translation>
    </message>
    <message>
        <source>Set up this device</source>
        <translation>設定這部裝置</translation>
    </message>
    <message>
        <source>No file chosen yet.</source>
        <translation>尚未選擇檔案。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Passphrase of the other device</source>
        <translation>另一部裝置的密碼短語</translation>
    </message>
    <message>
        <source>This device then has the same passphrase and recovery words.</source>
        <translation>這部裝置其後使用相同的密碼短語和復原字詞。</translation>
    </message>
    <message>
        <source>Choose the file that the other device has made.</source>
        <translation>請選擇另一部裝置產生的檔案。</translation>
    </message>
    <message>
        <source>Type the passphrase of the other device.</source>
        <translation>請輸入另一部裝置的密碼短語。</translation>
    </message>
    <message>
        <source>File of the other device</source>
        <translation>另一部裝置的檔案</translation>
    </message>
</context>
<context>
    <name>AskWordsStep</name>
    <message>
        <source>Check what you wrote down</source>
        <translation>核對你抄下的字詞</translation>
    </message>
    <message>
        <source>Type these three of your words, from your paper.</source>
        <translation>請看着紙，輸入其中這三個字詞。</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>第 {number} 個字詞</translation>
    </message>
    <message>
        <source>Word {number} is not that. Go back and look again.</source>
        <translation>第 {number} 個字詞不對。請返回再看一次。</translation>
    </message>
</context>
<context>
    <name>AssignSheet</name>
    <message>
        <source>Take an offer</source>
        <translation>接納要約</translation>
    </message>
    <message>
        <source>Nobody has made a binding offer for this record as it stands.</source>
        <translation>這項紀錄按其現況，沒有人提出具約束力的要約。</translation>
    </message>
    <message>
        <source>Offer it for sale: then it shows on the board of all members.</source>
        <translation>可先把它放售，所有成員便會在放售板上看到。</translation>
    </message>
    <message>
        <source>{who}: {price}</source>
        <translation>{who}：{price}</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>It is disputed: it can&apos;t be sold until the dispute is closed.</source>
        <translation>紀錄有爭議，爭議了結前不能轉讓。</translation>
    </message>
    <message>
        <source>Sell and sign</source>
        <translation>轉讓並簽署</translation>
    </message>
    <message>
        <source>You sell {amount} of what {debtor} owes you to {buyer} for {price}, {recourse}.</source>
        <translation>你把 {debtor} 欠你的其中 {amount} 以 {price} 轉讓給 {buyer}，{recourse}。</translation>
    </message>
    <message>
        <source>{debtor} owes that to {buyer} from then on, and {amount} to you still.</source>
        <translation>由此 {debtor} 欠 {buyer} 這個金額，另外仍欠你 {amount}。</translation>
    </message>
    <message>
        <source>{debtor} owes it to {buyer} from then on, and nothing to you.</source>
        <translation>由此 {debtor} 改為欠 {buyer}，不再欠你。</translation>
    </message>
    <message>
        <source>See that {buyer} pays you: Cohong moves no money. A sale can&apos;t be taken back.</source>
        <translation>請確保 {buyer} 付款給你：Cohong 不經手款項。轉讓不能收回。</translation>
    </message>
    <message>
        <source>Sold, and final once more than two thirds of the voters have signed it.</source>
        <translation>已轉讓，逾三分之二投票成員簽署後即告確定。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>BidList</name>
    <message>
        <source>Offer</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年折扣</translation>
    </message>
    <message>
        <source>Recourse</source>
        <translation>追索權</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Offers to buy</source>
        <translation>購買要約</translation>
    </message>
    <message>
        <source>Take this offer</source>
        <translation>接納這項要約</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>查看紀錄</translation>
    </message>
    <message>
        <source>No offers to buy.</source>
        <translation>沒有購買要約。</translation>
    </message>
    <message>
        <source>Binding offers stand here as long as they are good: those you made, and those you got.</source>
        <translation>仍然有效而具約束力的要約會列在這裏：你提出的和你收到的。</translation>
    </message>
    <message>
        <source>Yours, to {who}</source>
        <translation>你向 {who} 提出</translation>
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
        <translation>放售我的應收款項</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>放售板</translation>
    </message>
    <message>
        <source>What is for sale</source>
        <translation>查看放售板</translation>
    </message>
    <message>
        <source>Offers to buy ({count})</source>
        <translation>購買要約（{count}）</translation>
    </message>
    <message>
        <source>Nothing is owed to you that could be sold.</source>
        <translation>你沒有可以放售的應收款項。</translation>
    </message>
    <message>
        <source>Its terms do not allow it to be sold, or it waits for the voters.</source>
        <translation>條款不允許轉讓，或正在等待投票成員簽署。</translation>
    </message>
</context>
<context>
    <name>BookColumns</name>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>開立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期日數</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未付</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已簽署</translation>
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
        <translation>篩選</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>我的全部</translation>
    </message>
    <message>
        <source>Owed to me</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>待答覆</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待過半數</translation>
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
        <translation>已結清</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有爭議</translation>
    </message>
    <message>
        <source>Correction open</source>
        <translation>更正待回應</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>違約</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已撇帳</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>簽署衝突</translation>
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
        <translation>帳簿</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>簽署並傳送</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>新增紀錄</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Filter by number or name</source>
        <translation>按編號或名稱篩選</translation>
    </message>
    <message>
        <source>Show the records of all again</source>
        <translation>重新顯示所有人的紀錄</translation>
    </message>
    <message>
        <source>No records yet.</source>
        <translation>還沒有紀錄。</translation>
    </message>
    <message>
        <source>Import invoices from your accounting system, or add one.</source>
        <translation>從會計系統匯入發票，或新增一項。</translation>
    </message>
    <message>
        <source>Import invoices</source>
        <translation>匯入發票</translation>
    </message>
    <message>
        <source>No record here.</source>
        <translation>這裏沒有紀錄。</translation>
    </message>
    <message>
        <source>Show all mine</source>
        <translation>顯示我的全部</translation>
    </message>
    <message>
        <source>Debtor: {name}</source>
        <translation>債務人：{name}</translation>
    </message>
    <message>
        <source>You are no member any more: you read what is here, and write nothing.</source>
        <translation>你已不是成員：可查閱這裏的紀錄，但不能寫入。</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>帳齡</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>You read along as an observer: only members write records.</source>
        <translation>你以觀察員身分查閱；只有成員才能寫入紀錄。</translation>
    </message>
    <message>
        <source>Disputes to answer</source>
        <translation>待回應的爭議</translation>
    </message>
    <message>
        <source>Corrections to answer</source>
        <translation>待回應的更正</translation>
    </message>
    <message>
        <source>Export the Book</source>
        <translation>匯出帳簿</translation>
    </message>
    <message>
        <source>Sign and send ({count})</source>
        <translation>簽署並傳送（{count}）</translation>
    </message>
    <message>
        <source>Records up to {time}</source>
        <translation>紀錄截至 {time}</translation>
    </message>
    <message>
        <source>No record has “{text}” in its number or name.</source>
        <translation>沒有紀錄的編號或名稱包含「{text}」。</translation>
    </message>
    <message>
        <source>Nothing waits for your answer.</source>
        <translation>沒有紀錄等你答覆。</translation>
    </message>
    <message>
        <source>No drafts. Everything you entered is signed.</source>
        <translation>沒有草稿。你輸入的都已簽署。</translation>
    </message>
    <message>
        <source>Nothing waits: all records have a majority.</source>
        <translation>沒有等待中的紀錄：全部已過半數。</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>沒有逾期的紀錄。</translation>
    </message>
    <message>
        <source>Nothing is disputed.</source>
        <translation>沒有爭議。</translation>
    </message>
    <message>
        <source>No dispute waits for your answer.</source>
        <translation>沒有爭議等待你回應。</translation>
    </message>
    <message>
        <source>No correction waits for your answer.</source>
        <translation>沒有更正等待你回應。</translation>
    </message>
    <message>
        <source>No correction waits for an answer.</source>
        <translation>沒有更正等待回應。</translation>
    </message>
    <message>
        <source>Nothing is in default.</source>
        <translation>沒有違約。</translation>
    </message>
    <message>
        <source>Nothing has been written off.</source>
        <translation>沒有撇帳。</translation>
    </message>
    <message>
        <source>Nothing is contested or rejected.</source>
        <translation>沒有簽署衝突或被否決的紀錄。</translation>
    </message>
    <message>
        <source>{reference}: {debtor} owes {creditor} {amount}, due {day} ({state})</source>
        <translation>{reference}：{debtor} 欠 {creditor} {amount}，到期日 {day}（{state}）</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已複製。</translation>
    </message>
</context>
<context>
    <name>BookSums</name>
    <message>
        <source>Owed to me</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>應付</translation>
    </message>
</context>
<context>
    <name>BranchPanel</name>
    <message>
        <source>Who has signed both ways</source>
        <translation>誰簽署了互相矛盾的紀錄</translation>
    </message>
    <message>
        <source>Which branch stands</source>
        <translation>哪一個分支成立</translation>
    </message>
    <message>
        <source>{who}, from entry {seq} on</source>
        <translation>{who}，由第 {seq} 個條目起</translation>
    </message>
    <message>
        <source>The one that begins with {entry}</source>
        <translation>以 {entry} 開始的分支</translation>
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
        <translation>提出購買</translation>
    </message>
    <message>
        <source>{debtor} owes {holder} {amount}, due {day}.</source>
        <translation>{debtor} 欠 {holder} {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>Binding: up to that day {holder} may sell to you on these terms, and you can&apos;t take it back. Then {debtor} owes it to you, and you pay {holder} the price yourselves: Cohong moves no money.</source>
        <translation>具約束力：在該日或之前，{holder} 可按這些條款轉讓給你，你不能收回要約。轉讓後 {debtor} 便欠你這筆款項，價款由你自行付給 {holder}：Cohong 不經手款項。</translation>
    </message>
    <message>
        <source>Make the binding offer and sign</source>
        <translation>提出要約並簽署</translation>
    </message>
    <message>
        <source>Offered. {who} may take it from now on.</source>
        <translation>已提出要約，{who} 由現在起可以接納。</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Call a guarantee</source>
        <translation>要求履行擔保</translation>
    </message>
    <message>
        <source>Nobody stands for this record, or nothing is left of what was guaranteed.</source>
        <translation>沒有人為這項欠款擔保，或擔保額度已經用完。</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>擔保</translation>
    </message>
    <message>
        <source>Asks the guarantor to pay you. Once it has recorded what it paid, you put it in your place for that much; {debtor} owes it that, and you the rest. A call can&apos;t be taken back.</source>
        <translation>要求擔保人向你付款。擔保人記錄付款後，你把相應金額的債權轉予對方；{debtor} 其後欠擔保人該金額，餘數仍欠你。要求不能收回。</translation>
    </message>
    <message>
        <source>Call and sign</source>
        <translation>要求履行並簽署</translation>
    </message>
    <message>
        <source>{who}: {amount} left, until {day}</source>
        <translation>{who}：餘額 {amount}，至 {day}</translation>
    </message>
    <message>
        <source>Called. The guarantor sees it as soon as a majority of the voters has signed it.</source>
        <translation>已要求履行。過半數投票成員簽署後，擔保人便會看到。</translation>
    </message>
</context>
<context>
    <name>CarryCard</name>
    <message>
        <source>Carry by hand</source>
        <translation>以檔案傳遞</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For a place without a network: all records in one file, on a stick or by mail. It is signed by you, and only members can open it, or those of them that you choose.</source>
        <translation>用於沒有網絡的地方：所有紀錄放入一個檔案，存於 USB 手指或以電郵傳送。檔案由你簽署，只有成員或你選定的成員能開啟。</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>匯出紀錄</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>匯入紀錄</translation>
    </message>
    <message>
        <source>Records (*.cohong)</source>
        <translation>紀錄 (*.cohong)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Parts of the file are damaged or missing. Import a good copy for the rest.</source>
        <translation>檔案有部分損壞或缺失。請匯入完好的副本以取得其餘紀錄。</translation>
    </message>
    <message>
        <source>{count} records wait for others that the file does not have. Import an earlier file as well.</source>
        <translation>{count} 項紀錄正等待檔案中沒有的其他紀錄。請同時匯入較早的檔案。</translation>
    </message>
    <message>
        <source>Writing: {done} of {whole} entries</source>
        <translation>正在寫入條目：{done}/{whole}</translation>
    </message>
    <message>
        <source>Taking in: {done} of {whole} entries</source>
        <translation>正在匯入條目：{done}/{whole}</translation>
    </message>
    <message>
        <source>Stopped. What was taken in stays.</source>
        <translation>已停止。已匯入的紀錄會保留。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Saved as {file}: {count} entries, {size}.</source>
        <translation>已儲存為 {file}：{count} 個條目，{size}。</translation>
    </message>
    <message>
        <source>Taken in from {file}: {fresh} new entries, {known} were here already.</source>
        <translation>已從 {file} 匯入：{fresh} 個新條目，另有 {known} 個原已存在。</translation>
    </message>
</context>
<context>
    <name>CarryOnForm</name>
    <message>
        <source>Carry on as a new network</source>
        <translation>以新網絡延續</translation>
    </message>
    <message>
        <source>For a network that has lost so many voters for good that it can agree on nothing any more.</source>
        <translation>供永久失去太多投票成員、再也無法達成任何協議的網絡使用。</translation>
    </message>
    <message>
        <source>Found it…</source>
        <translation>建立…</translation>
    </message>
    <message>
        <source>Go along…</source>
        <translation>跟隨加入…</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Show as chart</source>
        <translation>顯示為圖表</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>顯示為表格</translation>
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
        <translation>請投票成員現在產生區塊</translation>
    </message>
    <message>
        <source>See the proof</source>
        <translation>查看證據</translation>
    </message>
    <message>
        <source>more than half of the voters</source>
        <translation>過半數投票成員</translation>
    </message>
    <message>
        <source>more than two thirds of the voters</source>
        <translation>逾三分之二投票成員</translation>
    </message>
    <message>
        <source>{count} of {voters}</source>
        <translation>{voters} 名中的 {count} 名</translation>
    </message>
    <message numerus="yes">
        <source>%n heard from in the last minute</source>
        <translation>
            <numerusform>最近一分鐘收到 %n 名的消息</numerusform>
        </translation>
    </message>
    <message>
        <source>{voters} of {members} members</source>
        <translation>{members} 名成員中的 {voters} 名</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>投票成員</translation>
    </message>
    <message>
        <source>Majority at</source>
        <translation>過半數</translation>
    </message>
    <message>
        <source>Final at</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Newest block</source>
        <translation>最新區塊</translation>
    </message>
    <message>
        <source>Anchored</source>
        <translation>已錨定</translation>
    </message>
    <message>
        <source>Next block</source>
        <translation>下一個區塊</translation>
    </message>
    <message>
        <source>none yet: the founding alone</source>
        <translation>尚無，只有創立時的章程</translation>
    </message>
    <message>
        <source>number {height}, {time}</source>
        <translation>第 {height} 個，{time}</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that nothing can change any more</source>
        <translation>
            <numerusform>%n 項紀錄不能再更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the next block</source>
        <translation>
            <numerusform>%n 項等待下一個區塊</numerusform>
        </translation>
    </message>
    <message>
        <source>the voters are agreeing on it</source>
        <translation>投票成員正在商定</translation>
    </message>
    <message>
        <source>due at {time}</source>
        <translation>預計 {time}</translation>
    </message>
    <message>
        <source>when there is something to put into one</source>
        <translation>有內容可放入時</translation>
    </message>
</context>
<context>
    <name>CheatCard</name>
    <message>
        <source>Propose to expel it</source>
        <translation>提議開除</translation>
    </message>
</context>
<context>
    <name>CheatWords</name>
    <message>
        <source>{who} has signed for two branches of what {author} wrote.</source>
        <translation>{who} 為 {author} 所寫的兩個分支都簽署了。</translation>
    </message>
    <message>
        <source>{who} has signed both for and against a record of {author}.</source>
        <translation>{who} 對 {author} 的一條紀錄既簽署贊成，又簽署反對。</translation>
    </message>
    <message>
        <source>{who} has signed both ways in the agreement on a block.</source>
        <translation>{who} 在議定區塊時作了雙重簽署。</translation>
    </message>
    <message>
        <source>Its entries {first} and {second}, the later one of {time}, contradict each other. The program never signs so: the key is in other hands, or the program was changed.</source>
        <translation>其條目 {first} 與 {second}（後者時間為 {time}）互相矛盾。本程式從不如此簽署：密鑰已落入他人之手，或程式遭人改動。</translation>
    </message>
    <message>
        <source>{who} signed two different records in the same place.</source>
        <translation>{who} 在同一位置簽署了兩條不同的紀錄。</translation>
    </message>
    <message>
        <source>Signed both ways: {names}.</source>
        <translation>雙重簽署：{names}。</translation>
    </message>
    <message>
        <source>Two records contradict each other with equal support.</source>
        <translation>兩條紀錄互相矛盾，所獲支持相當。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check</source>
        <translation>查核</translation>
    </message>
    <message>
        <source>Name, ID or company number</source>
        <translation>名稱、成員編號或公司編號</translation>
    </message>
    <message>
        <source>QR code or file</source>
        <translation>QR 碼或檔案</translation>
    </message>
    <message>
        <source>A picture with a QR code, a PDF, a vCard, a receipt or a report</source>
        <translation>有 QR 碼的圖片、PDF、電子名片、憑證或報告</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Read from the screen</source>
        <translation>讀取螢幕上的 QR 碼</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>Two lines about this member are copied.</source>
        <translation>已複製這位成員的兩行摘要。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Records up to {time}</source>
        <translation>紀錄截至 {time}</translation>
    </message>
</context>
<context>
    <name>CheckResults</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 位成員</numerusform>
        </translation>
    </message>
    <message>
        <source>Or did you mean:</source>
        <translation>或者你想找的是：</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>你想找的是否：</translation>
    </message>
</context>
<context>
    <name>CheckStart</name>
    <message>
        <source>Look up anyone you deal with.</source>
        <translation>查核與你往來的任何一方。</translation>
    </message>
    <message>
        <source>Show all members</source>
        <translation>顯示所有成員</translation>
    </message>
    <message>
        <source>Type a name in any script, an ID or company number, or drop a QR code, vCard, receipt or report here.</source>
        <translation>輸入名稱（任何文字均可）、成員編號或公司編號，或把 QR 碼、電子名片、憑證或報告拖放到這裏。</translation>
    </message>
    <message>
        <source>The report about you</source>
        <translation>關於你的報告</translation>
    </message>
    <message>
        <source>Or open:</source>
        <translation>或開啟：</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Rows that stay out</source>
        <translation>不會匯入的列</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行號</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Rows that go in</source>
        <translation>將會匯入的列</translation>
    </message>
    <message>
        <source>Record the payments that the file has, as receipts with their dates</source>
        <translation>把檔案中的付款記為收款，並保留日期</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln invoice(s) of customers that stand for no member.</source>
        <translation>
            <numerusform>不匯入：%Ln 張發票，其客戶未對應任何成員。</numerusform>
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
        <translation>列數</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>可匯入</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln customer(s)</source>
        <translation>
            <numerusform>來自 %Ln 個客戶</numerusform>
        </translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>listed below</source>
        <translation>列於下方</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>檔案中重複</translation>
    </message>
    <message>
        <source>taken once</source>
        <translation>只取一次</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不匯入</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
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
            <numerusform>%Ln 張發票</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>總額</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>開立日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them late</source>
        <translation>
            <numerusform>其中 %Ln 張逾期</numerusform>
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
        <translation>紀錄甚多：開啟報告以查看評級。</translation>
    </message>
    <message>
        <source>No invoice with it as debtor was ever recorded: that says nothing, good or bad.</source>
        <translation>從未有以它為債務人的發票紀錄：這不代表好，也不代表壞。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s), none paid or overdue yet. Ask for references.</source>
        <translation>
            <numerusform>%n 張發票，尚未有付清或逾期的。請索取商業參考。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, but only %n counterparty(ies): ask for references.</source>
        <translation>
            <numerusform>{paid}準時付清，但只有 %n 個交易對手：請索取商業參考。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, never late; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid}準時付清，從未逾期；%n 個交易對手。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, {late} not paid in time; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid}準時付清，{late} 張未有準時付款；%n 個交易對手。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} paid within terms, {days} days late on average; %n counterparty(ies).</source>
        <translation>
            <numerusform>{paid}準時付清，平均逾期 {days} 日；%n 個交易對手。</numerusform>
        </translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{whole} 張發票中有 {part} 張</translation>
    </message>
    <message>
        <source>Large file</source>
        <translation>紀錄甚多</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>未有資料</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>評級 {grade}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>signed both ways</source>
        <translation>簽署互相矛盾</translation>
    </message>
    <message numerus="yes">
        <source>%n default(s)</source>
        <translation>
            <numerusform>%n 宗違約</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n 張已撇帳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open dispute(s)</source>
        <translation>
            <numerusform>%n 宗爭議未了結</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearly the same name as {name} ({id}). Compare the ID before you rely on it.</source>
        <translation>名稱與 {name}（{id}）幾乎相同。請先核對成員編號，才可倚賴。</translation>
    </message>
</context>
<context>
    <name>ClaimSheet</name>
    <message>
        <source>Claim a payment</source>
        <translation>聲明已付款</translation>
    </message>
    <message>
        <source>Tells {who} and all members that you have paid. The outstanding amount goes down when {who} records the receipt.</source>
        <translation>告訴 {who} 和所有成員你已付款。{who} 記錄收款後，未付金額才會減少。</translation>
    </message>
    <message>
        <source>Claim and sign</source>
        <translation>聲明並簽署</translation>
    </message>
    <message>
        <source>Claimed. {who} records the receipt next.</source>
        <translation>已聲明。下一步由 {who} 記錄收款。</translation>
    </message>
</context>
<context>
    <name>ClockBar</name>
    <message>
        <source>Records you signed while this computer&apos;s clock was fast are dated up to {time}. The other members let them wait until then, and all you sign meanwhile, votes included. You can wait, or ask the voters to replace your key by a new one.</source>
        <translation>你在電腦時鐘過快時簽署的紀錄，日期最遲至 {time}。其他成員會把這些紀錄擱置到那時，你其間簽署的一切，包括投票，也一樣。你可以等候，或請投票成員以新密鑰取代你的密鑰。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {time} fast compared with {differing} of {compared} members. Nothing is signed until it is set right.</source>
        <translation>與 {compared} 名成員中的 {differing} 名相比，這部電腦的時鐘快了 {time}。校正之前不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {time} slow compared with {differing} of {compared} members. Nothing is signed until it is set right.</source>
        <translation>與 {compared} 名成員中的 {differing} 名相比，這部電腦的時鐘慢了 {time}。校正之前不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>Records signed with a fast clock had not left this computer. They are signed again, dated right.</source>
        <translation>有紀錄在時鐘過快時簽署，但尚未離開這部電腦，現已改用正確日期重新簽署。</translation>
    </message>
    <message>
        <source>Some no longer fit the rules and are drafts again.</source>
        <translation>其中部分已不符合規則，改回草稿。</translation>
    </message>
    <message>
        <source>Invitations, and what else no longer fits, were left out: please make them again.</source>
        <translation>邀請及其他不再適用的紀錄已略去，請重新製作。</translation>
    </message>
</context>
<context>
    <name>CloseDisputeSheet</name>
    <message>
        <source>Close the dispute</source>
        <translation>了結爭議</translation>
    </message>
    <message>
        <source>It is resolved</source>
        <translation>已經解決</translation>
    </message>
    <message>
        <source>I withdraw it</source>
        <translation>我撤回爭議</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成員都可閱讀。可以留空。</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>如何了結</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>補充說明</translation>
    </message>
    <message>
        <source>Takes the mark off the record. The dispute stays in its history, and you may open another one.</source>
        <translation>紀錄上的爭議標記會除去。這次爭議仍留在歷程中，你可以再提出另一項爭議。</translation>
    </message>
    <message>
        <source>Close and sign</source>
        <translation>了結並簽署</translation>
    </message>
    <message>
        <source>Closed. The voters are signing it.</source>
        <translation>已了結，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Days of credit</source>
        <translation>信貸期（日）</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>檢測結果</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>各欄的含義</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>文字編碼</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符號</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>請選擇</translation>
    </message>
    <message>
        <source>Days of credit, where there is no due date</source>
        <translation>信貸期（日），沒有到期日時適用</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>檔案中的欄</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
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
        <translation>檢測結果：{rows}，{size}</translation>
    </message>
    <message>
        <source>What is read from each document</source>
        <translation>每份文件讀取的內容</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Say which column has: {names}.</source>
        <translation>請指出哪一欄是：{names}。</translation>
    </message>
    <message>
        <source>A file with these columns was imported before: {file}, {when}.</source>
        <translation>曾匯入欄位相同的檔案：{file}，{when}。</translation>
    </message>
    <message>
        <source>Use the same choices</source>
        <translation>沿用當時的選擇</translation>
    </message>
    <message>
        <source>Choose the currency of the invoices.</source>
        <translation>請選擇發票的貨幣。</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Let somebody read about you</source>
        <translation>同意他人查閱有關你的報告</translation>
    </message>
    <message>
        <source>Sign the consent</source>
        <translation>簽署同意</translation>
    </message>
    <message>
        <source>It is for the report about you. Each day on which it is opened under this consent is recorded, and you see that in your settings. You can take the consent back at any time.</source>
        <translation>適用於有關你的報告。對方憑此同意開啟報告的每一天都會記錄，你可在設定中看到。你可隨時撤回同意。</translation>
    </message>
    <message>
        <source>A consent hides nothing from the others: what is open in the book, every member holds.</source>
        <translation>同意不會向其他人隱藏任何內容：帳簿中公開的內容，每位成員都持有。</translation>
    </message>
    <message>
        <source>Until, this day included</source>
        <translation>有效至（包括當日）</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>誰可查閱</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>All members can read it.</source>
        <translation>所有成員都可以看到。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>That day has passed.</source>
        <translation>該日已過。</translation>
    </message>
    <message>
        <source>Signed. It counts once a majority of the voters has signed for it.</source>
        <translation>已簽署。過半數投票人簽署後即生效。</translation>
    </message>
</context>
<context>
    <name>Consents</name>
    <message>
        <source>To decide on terms</source>
        <translation>決定交易條款</translation>
    </message>
    <message>
        <source>To review terms given</source>
        <translation>檢討已給的條款</translation>
    </message>
    <message>
        <source>Before standing for a debt</source>
        <translation>為債務作擔保之前</translation>
    </message>
    <message>
        <source>Before buying a receivable</source>
        <translation>購買應收帳款之前</translation>
    </message>
    <message>
        <source>For an audit</source>
        <translation>作審計之用</translation>
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
        <translation>{name} 同意你查閱本報告，至 {day} 為止，用途：{purpose}。你今天已開啟報告，此事已記錄，{name} 可以看到。</translation>
    </message>
    <message>
        <source>{name} lets you read this until {day}: {purpose}. That you opened it could not be recorded now.</source>
        <translation>{name} 同意你查閱本報告，至 {day} 為止，用途：{purpose}。你已開啟報告，但此刻無法記錄。</translation>
    </message>
    <message>
        <source>{name} is a person and has given you no consent for this: {purpose}. Every member holds what is open in the book; reading it about a person may still need consent by law.</source>
        <translation>{name} 是個人，並未同意你為此查閱：{purpose}。帳簿中公開的內容，每位成員都持有；但查閱個人資料，法律上可能仍須取得同意。</translation>
    </message>
    <message>
        <source>{name} has consented to this until {day}. That you open it is recorded for {name} to see.</source>
        <translation>{name} 已同意此用途，有效至 {day}。你開啟報告會留下紀錄，供 {name} 查看。</translation>
    </message>
</context>
<context>
    <name>ConsentsForm</name>
    <message>
        <source>Let somebody read…</source>
        <translation>同意他人查閱…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Consents given</source>
        <translation>已給的同意</translation>
    </message>
    <message>
        <source>Who may read</source>
        <translation>誰可查閱</translation>
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
        <translation>狀態</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>查閱次數</translation>
    </message>
    <message>
        <source>Who has read, the newest first</source>
        <translation>誰查閱過（最新在前）</translation>
    </message>
    <message>
        <source>Who has read</source>
        <translation>誰查閱過</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>查閱者</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Your consent says what for and until when, and each day of reading under it is recorded. It hides nothing: what is open in the book, every member holds.</source>
        <translation>你的同意列明用途和期限；憑同意查閱的每一天都會記錄。同意不隱藏任何內容：帳簿中公開的內容，每位成員都持有。</translation>
    </message>
    <message>
        <source>The report about you</source>
        <translation>有關你的報告</translation>
    </message>
    <message>
        <source>There is no other member yet who could read.</source>
        <translation>暫時沒有其他成員可以查閱。</translation>
    </message>
    <message>
        <source>Taken back. What was read before stays recorded.</source>
        <translation>已撤回。之前的查閱仍然留有紀錄。</translation>
    </message>
    <message>
        <source>after it was taken back</source>
        <translation>於撤回之後</translation>
    </message>
    <message>
        <source>You have given nobody consent so far.</source>
        <translation>你尚未同意任何人查閱。</translation>
    </message>
</context>
<context>
    <name>ContentsSheet</name>
    <message>
        <source>Import records</source>
        <translation>匯入紀錄</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Whoever signed this file is not known here as a member. Its records prove themselves all the same.</source>
        <translation>簽署這個檔案的人不在這裏已知的成員之列。檔案中的紀錄本身仍可查證。</translation>
    </message>
    <message>
        <source>Parts of the file are damaged or missing. The others can be taken in.</source>
        <translation>檔案有部分損壞或缺失，其餘部分仍可匯入。</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>簽署者</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Can be opened by</source>
        <translation>可開啟的成員</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>條目</translation>
    </message>
    <message>
        <source>{count}, {fresh} of them new here</source>
        <translation>{count} 個，其中 {fresh} 個是新的</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Records of</source>
        <translation>紀錄屬於</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>新條目</translation>
    </message>
    <message>
        <source>Whose records</source>
        <translation>誰的紀錄</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
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
        <translation>由誰更正</translation>
    </message>
    <message>
        <source>What is wrong, and how it should be</source>
        <translation>有何不對，應當如何</translation>
    </message>
    <message>
        <source>whom you choose</source>
        <translation>你選定的成員</translation>
    </message>
    <message>
        <source>Asks {who} to answer within 40 days of the block that includes it. Without an answer it takes effect, as a mark beside the record; the record itself stays as it was signed.</source>
        <translation>要求 {who} 在區塊納入後 40 日內回應。逾期沒有回應，更正即會生效，成為紀錄旁邊的標記；紀錄本身維持簽署時的原樣。</translation>
    </message>
    <message>
        <source>Ask and sign</source>
        <translation>要求並簽署</translation>
    </message>
    <message>
        <source>Asked. The voters are signing it.</source>
        <translation>已提出要求，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>CoverDetails</name>
    <message>
        <source>Pledges</source>
        <translation>認繳</translation>
    </message>
    <message>
        <source>Pledge of</source>
        <translation>認繳成員</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>By</source>
        <translation>發出人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Call it…</source>
        <translation>要求履行…</translation>
    </message>
    <message>
        <source>Claim…</source>
        <translation>索償…</translation>
    </message>
    <message>
        <source>Pledge…</source>
        <translation>認繳…</translation>
    </message>
    <message>
        <source>What is asked of it</source>
        <translation>待處理的要求</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>撥付…</translation>
    </message>
    <message>
        <source>Record the payment…</source>
        <translation>記錄付款…</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>擔保人</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Paid on it</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>{day}, over</source>
        <translation>{day}，已過</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>管理人</translation>
    </message>
    <message>
        <source>Pledged</source>
        <translation>認繳總額</translation>
    </message>
    <message>
        <source>First loss</source>
        <translation>首損</translation>
    </message>
    <message>
        <source>A fifth of each loss stays with the creditor.</source>
        <translation>每宗損失的五分之一由債權人自行承擔。</translation>
    </message>
    <message>
        <source>One debtor</source>
        <translation>單一債務人</translation>
    </message>
    <message>
        <source>At most {amount} in all, a tenth of what is pledged.</source>
        <translation>合計最多 {amount}，即認繳總額的十分之一。</translation>
    </message>
    <message>
        <source>{amount} for {debtor}</source>
        <translation>為 {debtor} 撥付 {amount}</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>已撥付</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我</translation>
    </message>
    <message>
        <source>It cannot be asked for at present: it waits for the voters, or has changed.</source>
        <translation>目前不能為它提出要求：正在等待投票成員簽署，或已有變動。</translation>
    </message>
    <message>
        <source>Nothing that is owed to you in {currency} is in default. Only then a pool pays.</source>
        <translation>你沒有違約的 {currency} 應收款項。只有違約後，互保基金才會賠付。</translation>
    </message>
    <message>
        <source>Claim from a pool</source>
        <translation>向互保基金索償</translation>
    </message>
    <message>
        <source>Nothing that {debtor} owes you in {currency} is in default. Only then a guarantee can be called.</source>
        <translation>{debtor} 欠你的 {currency} 款項沒有違約。只有違約後，才可要求履行擔保。</translation>
    </message>
    <message>
        <source>Call a guarantee</source>
        <translation>要求履行擔保</translation>
    </message>
</context>
<context>
    <name>CoverSheet</name>
    <message>
        <source>What you stand for</source>
        <translation>你承擔的責任</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>這一天已經過去。</translation>
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
        <translation>有待撥付索償</translation>
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
        <translation>未有認繳</translation>
    </message>
    <message>
        <source>Pool {name}, kept by me</source>
        <translation>互保基金「{name}」，由我管理</translation>
    </message>
    <message>
        <source>Pool {name}, kept by {keeper}</source>
        <translation>互保基金「{name}」，由 {keeper} 管理</translation>
    </message>
    <message>
        <source>I stand for {debtor} towards {creditor}</source>
        <translation>我為 {debtor} 向 {creditor} 擔保</translation>
    </message>
    <message>
        <source>{guarantor} stands for {debtor} towards me</source>
        <translation>{guarantor} 為 {debtor} 向我擔保</translation>
    </message>
    <message>
        <source>{guarantor} stands for me towards {creditor}</source>
        <translation>{guarantor} 為我向 {creditor} 擔保</translation>
    </message>
    <message>
        <source>{who} asked for {amount} for {reference}, which has changed since. Nothing is due.</source>
        <translation>{who} 曾就 {reference} 要求 {amount}，該紀錄其後已有變動，無須支付。</translation>
    </message>
    <message>
        <source>{who} asks for {amount} for {reference}.</source>
        <translation>{who} 就 {reference} 要求 {amount}。</translation>
    </message>
    <message>
        <source>{who} asks for {amount} for {reference}; {due} of it is due.</source>
        <translation>{who} 就 {reference} 要求 {amount}，其中 {due} 須支付。</translation>
    </message>
    <message>
        <source>Now {now} is called and not paid; at worst you pay {worst}.</source>
        <translation>目前 {now} 已要求而未付；最壞情況須付 {worst}。</translation>
    </message>
    <message>
        <source>After signing: {now_after} called, {worst_after} at worst.</source>
        <translation>簽署後：已要求 {now_after}，最壞情況 {worst_after}。</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>索償金額</translation>
    </message>
    <message>
        <source>Stays with the creditor</source>
        <translation>債權人自行承擔</translation>
    </message>
    <message>
        <source>Left for this debtor</source>
        <translation>此債務人的剩餘額度</translation>
    </message>
    <message>
        <source>Left of the pledges</source>
        <translation>認繳餘額</translation>
    </message>
    <message>
        <source>The pool pays</source>
        <translation>基金賠付</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>Pearl River Credit Circle</source>
        <translation>珠江信貸圈</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>網絡名稱</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Give the network a name.</source>
        <translation>請為網絡命名。</translation>
    </message>
    <message>
        <source>{code} is not a currency code such as HKD.</source>
        <translation>{code} 不是貨幣代碼（例如 HKD）。</translation>
    </message>
    <message>
        <source>A member ID has 64 digits and letters a to f. Ask that founder to copy it.</source>
        <translation>成員編號由 64 個數字及字母 a 至 f 組成。請該創辦成員複製給你。</translation>
    </message>
    <message>
        <source>There is an address without a member ID. Ask that founder for the whole line.</source>
        <translation>有一個地址沒有成員編號。請該創辦成員把整行給你。</translation>
    </message>
    <message>
        <source>Add a founder</source>
        <translation>新增創辦成員</translation>
    </message>
    <message>
        <source>Other founders</source>
        <translation>其他創辦成員</translation>
    </message>
    <message>
        <source>You are a founder too. Ask each of them for the line at the foot of this screen.</source>
        <translation>你也是創辦成員。請向每名創辦成員索取這個畫面底部的那一行。</translation>
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
        <translation>網頁，{language} (*.html)</translation>
    </message>
    <message>
        <source>Signed file alone, a W3C credential (*.json)</source>
        <translation>只要已簽署檔案，W3C 憑證 (*.json)</translation>
    </message>
    <message>
        <source>Credit report</source>
        <translation>信貸報告</translation>
    </message>
    <message>
        <source>Signing the report and writing {file}</source>
        <translation>正在簽署報告並寫入 {file}</translation>
    </message>
    <message>
        <source>The report could not be saved: {why}. Nothing was changed.</source>
        <translation>未能儲存報告：{why}。沒有任何改動。</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}, with %Ln signed record(s).</source>
        <translation>
            <numerusform>已儲存為 {file}，附 %Ln 項已簽署紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {file}, and the signed file beside it. Give both.</source>
        <translation>已儲存為 {file}，已簽署檔案在旁。請一併交付。</translation>
    </message>
</context>
<context>
    <name>DaysLateBars</name>
    <message>
        <source>{days} days late: {count}</source>
        <translation>逾期 {days} 日：{count}</translation>
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
        <translation>帳簿內的付款太少，未能預測。</translation>
    </message>
    <message>
        <source>Likely paid by {day}, when it is due</source>
        <translation>預計 {day} 到期前付清</translation>
    </message>
    <message numerus="yes">
        <source>Likely paid about {day}, %n day(s) late</source>
        <translation>
            <numerusform>預計約 {day} 付清，逾期 %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Four times of five no later than it is due; usual error {error} days.</source>
        <translation>五次有四次不遲於到期日；一般誤差 {error} 日。</translation>
    </message>
    <message>
        <source>Four times of five {high} days late; usual error {error} days.</source>
        <translation>五次有四次逾期 {high} 日；一般誤差 {error} 日。</translation>
    </message>
    <message>
        <source>Four times of five {low} to {high} days late; usual error {error} days.</source>
        <translation>五次有四次逾期 {low} 至 {high} 日；一般誤差 {error} 日。</translation>
    </message>
    <message>
        <source>It has paid nothing yet that is in the book.</source>
        <translation>帳簿內未有其付款。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of its own: {days} days late on average.</source>
        <translation>
            <numerusform>其本身的 %Ln 次付款：平均逾期 {days} 日。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln payment(s) of all members: {days} days late on average.</source>
        <translation>
            <numerusform>全體成員的 %Ln 次付款：平均逾期 {days} 日。</numerusform>
        </translation>
    </message>
    <message>
        <source>A prediction of this computer, not a statement of anybody.</source>
        <translation>這是本電腦的預測，並非任何人的陳述。</translation>
    </message>
</context>
<context>
    <name>DebtGraph</name>
    <message>
        <source>Debts of this round: {debts} between {members} members</source>
        <translation>這一輪的欠款：{members} 名成員之間共 {debts} 項</translation>
    </message>
</context>
<context>
    <name>DeclineCorrectionSheet</name>
    <message>
        <source>Decline the correction</source>
        <translation>拒絕更正</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成員都可閱讀。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Says that you do not agree. What was asked and your answer both stay beside the record.</source>
        <translation>表示你不同意。對方的要求和你的回應都會列在紀錄旁邊。</translation>
    </message>
    <message>
        <source>Decline and sign</source>
        <translation>拒絕並簽署</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>已拒絕。</translation>
    </message>
</context>
<context>
    <name>DeclineSheet</name>
    <message>
        <source>Decline this record</source>
        <translation>拒絕這項紀錄</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成員都可閱讀。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The proposal ends with this. {who} may propose it anew.</source>
        <translation>提議就此結束。{who} 可以重新提出。</translation>
    </message>
    <message>
        <source>Decline and sign</source>
        <translation>拒絕並簽署</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>已拒絕。</translation>
    </message>
</context>
<context>
    <name>DefaultSheet</name>
    <message>
        <source>Record a default</source>
        <translation>記錄違約</translation>
    </message>
    <message>
        <source>{who} has not paid {amount}, due {day}.</source>
        <translation>{who} 未付 {amount}，到期日 {day}。</translation>
    </message>
    <message>
        <source>The default stands in the report about {who} for all members to see, also after it has paid. It can&apos;t be taken back.</source>
        <translation>違約會列在有關 {who} 的報告中，所有成員都可看到，即使其後付清亦然。此事不能收回。</translation>
    </message>
    <message>
        <source>Record the default and sign</source>
        <translation>記錄違約並簽署</translation>
    </message>
    <message>
        <source>It is disputed: this has to wait until the dispute is closed.</source>
        <translation>紀錄有爭議，須待爭議了結。</translation>
    </message>
    <message>
        <source>No block includes your notice yet. The 14 days begin when one does.</source>
        <translation>尚未有區塊納入你的通知。納入後才開始計算 14 日。</translation>
    </message>
    <message>
        <source>It may be recorded from {time} on.</source>
        <translation>由 {time} 起方可記錄。</translation>
    </message>
    <message>
        <source>The default is recorded. The voters are signing it.</source>
        <translation>已記錄違約，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>DemandList</name>
    <message>
        <source>Show the record</source>
        <translation>查看紀錄</translation>
    </message>
</context>
<context>
    <name>DemandSheet</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>What you say with it</source>
        <translation>附言</translation>
    </message>
    <message>
        <source>All members can read it.</source>
        <translation>所有成員都可閱讀。</translation>
    </message>
    <message>
        <source>At most {amount}</source>
        <translation>最多 {amount}</translation>
    </message>
    <message>
        <source>More than may be asked for.</source>
        <translation>超過可要求的金額。</translation>
    </message>
</context>
<context>
    <name>DevicesForm</name>
    <message>
        <source>Add a device…</source>
        <translation>新增裝置…</translation>
    </message>
    <message>
        <source>Link a member…</source>
        <translation>聲明另一成員…</translation>
    </message>
    <message>
        <source>They read along and keep drafts, and cannot sign. One that is lost can be shut out here.</source>
        <translation>這些裝置可閱讀紀錄和保存草稿，但不能簽署。遺失的裝置可在此停用。</translation>
    </message>
    <message>
        <source>Other devices of yours</source>
        <translation>你的其他裝置</translation>
    </message>
    <message>
        <source>There is no other member that could be linked.</source>
        <translation>沒有其他可以聲明的成員。</translation>
    </message>
    <message>
        <source>The device is let in no more.</source>
        <translation>這部裝置已停用。</translation>
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
        <translation>這部裝置</translation>
    </message>
    <message>
        <source>a member, linked</source>
        <translation>另一成員，已互相聲明</translation>
    </message>
    <message>
        <source>a member that has not named you</source>
        <translation>另一成員，尚未聲明與你相連</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已連線</translation>
    </message>
</context>
<context>
    <name>DisputeSheet</name>
    <message>
        <source>Dispute this record</source>
        <translation>對這項紀錄提出爭議</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>有何不對</translation>
    </message>
    <message>
        <source>Marks the record as disputed wherever it is shown, at once. While the debtor disputes it there can be no default, no sale and no netting. Only you can close the dispute, or the voters rule on it.</source>
        <translation>紀錄不論在何處顯示，都會立即標為有爭議。債務人的爭議未了結前，不能記錄違約、轉讓或納入淨額結算。只有你可以了結爭議，或由投票成員裁定。</translation>
    </message>
    <message>
        <source>Dispute and sign</source>
        <translation>提出爭議並簽署</translation>
    </message>
    <message>
        <source>Disputed. All members see it.</source>
        <translation>已提出爭議，所有成員都會看到。</translation>
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
        <translation>還原</translation>
    </message>
</context>
<context>
    <name>DrawSheet</name>
    <message>
        <source>Draw on the pool for this claim?</source>
        <translation>為這項索償撥付基金？</translation>
    </message>
    <message>
        <source>What each pledge pays</source>
        <translation>各認繳成員支付的金額</translation>
    </message>
    <message>
        <source>Pledge of</source>
        <translation>認繳成員</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>The rule decides, not you: every voter computes the same. Collect the shares from the pledgers and pay {creditor}; it then puts you in its place for this much, on behalf of the pledgers.</source>
        <translation>金額由規則決定，不由你決定：每位投票成員都會算出同一結果。你向認繳成員收取各自的份額並付款予 {creditor}；對方隨後把相應金額的債權轉予你，由你代認繳成員持有。</translation>
    </message>
    <message>
        <source>A draw is signed and can&apos;t be taken back.</source>
        <translation>撥付經簽署後不能收回。</translation>
    </message>
    <message>
        <source>Draw and sign</source>
        <translation>撥付並簽署</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Drawn. It takes effect when more than two thirds of the voters have signed it.</source>
        <translation>已撥付。逾三分之二投票成員簽署後生效。</translation>
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
        <translation>草稿的內容不會離開這部電腦。每項更改都會保存。</translation>
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
        <translation>成員評價</translation>
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
        <translation>已撇帳</translation>
    </message>
    <message>
        <source>declared in default</source>
        <translation>宣告違約</translation>
    </message>
    <message>
        <source>dispute opened</source>
        <translation>提出爭議</translation>
    </message>
    <message>
        <source>dispute settled</source>
        <translation>爭議了結</translation>
    </message>
    <message>
        <source>dispute lost</source>
        <translation>爭議敗訴</translation>
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
        <translation>已撇帳</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>違約</translation>
    </message>
    <message>
        <source>Disputes opened</source>
        <translation>提出爭議</translation>
    </message>
    <message>
        <source>Disputes settled</source>
        <translation>爭議了結</translation>
    </message>
    <message>
        <source>Disputes lost</source>
        <translation>爭議敗訴</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message numerus="yes">
        <source>%n went past terms unpaid</source>
        <translation>
            <numerusform>%n 張逾期未付</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given up</source>
        <translation>
            <numerusform>%n 張已撇帳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n declared in default</source>
        <translation>
            <numerusform>%n 張宣告違約</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) opened</source>
        <translation>
            <numerusform>提出 %n 項爭議</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) settled</source>
        <translation>
            <numerusform>了結 %n 項爭議</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) lost</source>
        <translation>
            <numerusform>%n 項爭議敗訴</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) asked for</source>
        <translation>
            <numerusform>要求 %n 項更正</numerusform>
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
        <translation>{who} 拒絕</translation>
    </message>
    <message>
        <source>{who} says it has paid {amount}, value date {day}</source>
        <translation>{who} 聲明已付 {amount}，起息日 {day}</translation>
    </message>
    <message>
        <source>{who} received {amount}, value date {day}</source>
        <translation>{who} 收到 {amount}，起息日 {day}</translation>
    </message>
    <message>
        <source>{who} consents to {amount}, due {day}, until {until}</source>
        <translation>{who} 同意 {amount}、{day} 到期，有效至 {until}</translation>
    </message>
    <message>
        <source>{who} gave notice of default</source>
        <translation>{who} 發出違約通知</translation>
    </message>
    <message>
        <source>{who} recorded a default</source>
        <translation>{who} 記錄違約</translation>
    </message>
    <message>
        <source>{who} wrote off {amount}</source>
        <translation>{who} 撇帳 {amount}</translation>
    </message>
    <message>
        <source>{who} recovered {amount} that was written off, value date {day}</source>
        <translation>{who} 收回已撇帳的 {amount}，起息日 {day}</translation>
    </message>
    <message>
        <source>{who} offers {amount} of it for {price}, {recourse}, until {until}</source>
        <translation>{who} 以 {price} 放售其中 {amount}，{recourse}，有效至 {until}</translation>
    </message>
    <message>
        <source>{who} would buy {amount} of it for {price}, {recourse}, until {until}</source>
        <translation>{who} 出價 {price} 購買其中 {amount}，{recourse}，有效至 {until}</translation>
    </message>
    <message>
        <source>{buyer} bought {amount} of it from {who} for {price}, {recourse}</source>
        <translation>{buyer} 以 {price} 向 {who} 購入其中 {amount}，{recourse}</translation>
    </message>
    <message>
        <source>{who} passed {amount} of it on to {buyer}, for what was paid</source>
        <translation>{who} 已把其中 {amount} 轉予代為付款的 {buyer}</translation>
    </message>
    <message>
        <source>{who} called a guarantee for {amount}</source>
        <translation>{who} 要求擔保人支付 {amount}</translation>
    </message>
    <message>
        <source>{who} paid {amount} on a guarantee, value date {day}</source>
        <translation>{who} 按擔保支付 {amount}，起息日 {day}</translation>
    </message>
    <message>
        <source>{who} pledged to a guarantee pool</source>
        <translation>{who} 向互保基金認繳</translation>
    </message>
    <message>
        <source>{who} claimed {amount} from a guarantee pool</source>
        <translation>{who} 向互保基金索償 {amount}</translation>
    </message>
    <message>
        <source>{who} drew {amount} on a guarantee pool</source>
        <translation>{who} 從互保基金撥付 {amount}</translation>
    </message>
    <message>
        <source>{who} put it into a netting round</source>
        <translation>{who} 把它納入一輪淨額結算</translation>
    </message>
    <message>
        <source>Netting set off {amount}</source>
        <translation>淨額結算抵銷 {amount}</translation>
    </message>
    <message>
        <source>The netting round ended without a result</source>
        <translation>該輪淨額結算沒有結果</translation>
    </message>
    <message>
        <source>{who} disputes it</source>
        <translation>{who} 提出爭議</translation>
    </message>
    <message>
        <source>{who} answered the dispute</source>
        <translation>{who} 回應爭議</translation>
    </message>
    <message>
        <source>{who} closed the dispute</source>
        <translation>{who} 了結爭議</translation>
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
        <translation>{who} 拒絕更正</translation>
    </message>
    <message>
        <source>Restructured: {amount} instead of {amount_before}, due {day}</source>
        <translation>新條款：{amount}（原為 {amount_before}），{day} 到期</translation>
    </message>
    <message>
        <source>Restructured: {amount} instead of {amount_before}</source>
        <translation>新條款：{amount}（原為 {amount_before}）</translation>
    </message>
    <message>
        <source>Restructured: due {day} instead of {day_before}</source>
        <translation>新條款：{day} 到期（原為 {day_before}）</translation>
    </message>
    <message>
        <source>Restructured: due {day}</source>
        <translation>新條款：{day} 到期</translation>
    </message>
    <message>
        <source>{who} closed the dispute: resolved</source>
        <translation>{who} 了結爭議：已解決</translation>
    </message>
    <message>
        <source>{who} withdrew the dispute</source>
        <translation>{who} 撤回爭議</translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message>
        <source>Choose files…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
    <message numerus="yes">
        <source>A record has room for %n file(s).</source>
        <translation>
            <numerusform>一項紀錄最多可附 %n 個檔案。</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} could not be read: {why}</source>
        <translation>無法讀取 {file}：{why}</translation>
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
        <translation>可預期的體驗</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>組成項目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>加減</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>組成項目</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>體驗</translation>
    </message>
    <message>
        <source>How what is owed to it was paid</source>
        <translation>對其欠款的償還情況</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>評分</translation>
    </message>
    <message>
        <source>Who has had experience</source>
        <translation>有過往來體驗的成員</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 活頁簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>The node was started anew, and the export has stopped. Nothing was written.</source>
        <translation>節點已重新啟動，匯出已停止，沒有寫入任何內容。</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>正在寫入 {file}</translation>
    </message>
    <message>
        <source>Writing {file}: {done} of {total}</source>
        <translation>正在寫入 {file}：{total} 項中的 {done} 項</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，沒有寫入任何內容。</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}: %Ln row(s), {size}.</source>
        <translation>
            <numerusform>已儲存為 {file}：%Ln 列，{size}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExposureMeter</name>
    <message>
        <source>You stand for nobody.</source>
        <translation>你沒有為任何人擔保。</translation>
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
        <translation>最壞情況</translation>
    </message>
    <message>
        <source>{currency} now</source>
        <translation>{currency} 目前</translation>
    </message>
    <message>
        <source>After signing</source>
        <translation>簽署後</translation>
    </message>
</context>
<context>
    <name>FieldGrid</name>
    <message>
        <source>Column of the file</source>
        <translation>檔案中的欄</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>最前的內容</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Drop invoices here</source>
        <translation>把發票拖放到這裏</translation>
    </message>
    <message>
        <source>A list of invoices from your accounting system: CSV or gzip, in any encoding. Or invoices in UBL: XML files, a folder or a ZIP archive of them. Nothing leaves this machine yet.</source>
        <translation>會計系統的發票清單：CSV 或 gzip，任何編碼均可；或 UBL 發票：XML 檔案，或整個資料夾、ZIP 壓縮檔。現在不會有任何資料離開這部電腦。</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>收付款</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>以往的匯入</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>Enter or double-click shows an import: undo it, or send it.</source>
        <translation>按 Enter 或雙擊可查看該次匯入，並可還原或傳送。</translation>
    </message>
    <message>
        <source>Drop a bank statement here</source>
        <translation>把銀行月結單拖放到這裏</translation>
    </message>
    <message>
        <source>Payments as CSV, from your bank or your accounting system. Each is matched with an open invoice by its number, or by who paid and how much. You see what they are for before anything is signed.</source>
        <translation>銀行或會計系統匯出的收付款 CSV。每筆款項按發票編號，或按付款人和金額，與未清發票配對。簽署之前，你會看到每筆款項對應甚麼。</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在讀取 {file}</translation>
    </message>
    <message>
        <source>Invoices (*.csv *.txt *.tsv *.gz *.xml *.zip)</source>
        <translation>發票 (*.csv *.txt *.tsv *.gz *.xml *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>FinalPanel</name>
    <message>
        <source>Records are final now at more than half of the voters. The motion makes it more than two thirds.</source>
        <translation>現時過半數投票成員簽署，紀錄便告確定。動議把門檻改為逾三分之二。</translation>
    </message>
    <message>
        <source>Records are final now at more than two thirds of the voters. The motion makes it more than half.</source>
        <translation>現時逾三分之二投票成員簽署，紀錄才告確定。動議把門檻改為過半數。</translation>
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
        <translation>繼續</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在建立…</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>正在設定…</translation>
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
        <translation>跟隨加入延續本網絡的新網絡</translation>
    </message>
    <message>
        <source>Paste the invitation here</source>
        <translation>在此貼上邀請函</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀請函</translation>
    </message>
    <message>
        <source>Anybody can found such a network. Go along if you trust its founders: they are its voters.</source>
        <translation>任何人都可以建立這樣的網絡。信任其創辦成員才跟隨加入：他們就是投票成員。</translation>
    </message>
    <message>
        <source>Your records come along as far as the block that it takes over; write anew what is younger. This profile leaves the old network for good.</source>
        <translation>你的紀錄會帶到新網絡所承接的區塊為止；之後的請重新寫入。你的個人檔案會永久離開舊網絡。</translation>
    </message>
    <message>
        <source>Go along</source>
        <translation>跟隨加入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Paste the invitation that you were sent.</source>
        <translation>請貼上你收到的邀請函。</translation>
    </message>
    <message>
        <source>This profile has gone over, with its book.</source>
        <translation>你的個人檔案已連同帳簿轉到新網絡。</translation>
    </message>
</context>
<context>
    <name>ForSaleList</name>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>賣方</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Asking price</source>
        <translation>要價</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>年折扣</translation>
    </message>
    <message>
        <source>Recourse</source>
        <translation>追索權</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Receivables for sale</source>
        <translation>放售中的應收款項</translation>
    </message>
    <message>
        <source>How the debtor pays</source>
        <translation>債務人的付款紀錄</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>查看紀錄</translation>
    </message>
    <message>
        <source>Nothing is for sale.</source>
        <translation>沒有放售中的應收款項。</translation>
    </message>
    <message>
        <source>What members offer of what is owed to them stands here for all to see.</source>
        <translation>成員放售的應收款項會列在這裏，所有成員都可看到。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>The debtor is a person. How it pays is shown once you have said what for: press the button below.</source>
        <translation>債務人是個人，說明用途後才會顯示其付款情況：請按下方按鈕。</translation>
    </message>
    <message>
        <source>{reference}: {debtor} owes {holder}, due {day}</source>
        <translation>{reference}：{debtor} 欠 {holder}，到期日 {day}</translation>
    </message>
    <message>
        <source>{price} asked for {amount} of it, until {until}. {discount}.</source>
        <translation>其中 {amount} 要價 {price}，有效至 {until}。{discount}。</translation>
    </message>
    <message>
        <source>It is disputed: it can&apos;t be sold until the dispute is closed.</source>
        <translation>紀錄有爭議，爭議了結前不能轉讓。</translation>
    </message>
    <message>
        <source>the buyer</source>
        <translation>買方</translation>
    </message>
    <message>
        <source>See the offers ({count})</source>
        <translation>查看要約（{count}）</translation>
    </message>
    <message>
        <source>Make an offer</source>
        <translation>提出要約</translation>
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
        <translation>{who} 在同一位置簽署了兩個不同的條目。</translation>
    </message>
    <message>
        <source>Found {time}, at entry {seq} of its records, where the branches begin with {entries}. No voter signs what it wrote from there on until one of the branches stands.</source>
        <translation>於 {time} 發現，在其第 {seq} 個條目，各分支以 {entries} 開始。在其中一個分支成立之前，投票成員不會簽署其後所寫的任何紀錄。</translation>
    </message>
    <message>
        <source>Let the voters decide which branch stands</source>
        <translation>由投票成員決定哪個分支成立</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明日</translation>
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
        <translation>以新網絡延續帳簿</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>網絡名稱</translation>
    </message>
    <message>
        <source>The voters who are missing will not come back.</source>
        <translation>缺席的投票成員不會再回來。</translation>
    </message>
    <message>
        <source>Found it and go over</source>
        <translation>建立並轉到新網絡</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀請函</translation>
    </message>
    <message>
        <source>All members stay members, and what the newest block has anchored is the book of the new network.</source>
        <translation>所有成員仍是成員；最新區塊已錨定的內容就是新網絡的帳簿。</translation>
    </message>
    <message>
        <source>What was signed after that block, also where a majority had confirmed it, stays behind. Whoever wrote it writes it anew.</source>
        <translation>在該區塊之後簽署的，即使已獲過半數確認，也會留在舊網絡。由原作者重新寫入。</translation>
    </message>
    <message>
        <source>This profile leaves the old network for good. Its file is kept in the profile&apos;s folder.</source>
        <translation>你的個人檔案會永久離開舊網絡。舊網絡的檔案保留在個人檔案的資料夾內。</translation>
    </message>
    <message>
        <source>Founders beside you</source>
        <translation>你以外的創辦成員</translation>
    </message>
    <message>
        <source>They are the voters: tick those who can be reached.</source>
        <translation>他們就是投票成員：請勾選聯絡得上的成員。</translation>
    </message>
    <message>
        <source>Send this invitation to all members. Each of them goes along with it, in the settings.</source>
        <translation>把這份邀請函發給所有成員。各成員在設定內憑此跟隨加入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Give the network a name.</source>
        <translation>請為網絡命名。</translation>
    </message>
</context>
<context>
    <name>FoundWords</name>
    <message>
        <source>Found by a QR code or link. Compare the ID: anybody can print a code.</source>
        <translation>由 QR 碼或連結找到。請核對成員編號：任何人都可以印製 QR 碼。</translation>
    </message>
    <message>
        <source>Found by the name in a vCard. Compare the ID: anybody can write a name.</source>
        <translation>由電子名片上的名稱找到。請核對成員編號：任何人都可以填寫名稱。</translation>
    </message>
    <message>
        <source>The receipt proves a record of this network. These members are named in it.</source>
        <translation>這份憑證證明了本網絡的一項紀錄，當中提及以下成員。</translation>
    </message>
    <message>
        <source>A report about this member. What the file says is not checked here: below is what this machine knows.</source>
        <translation>這是關於這位成員的報告。檔案內容未有在此核實；以下是這部電腦所知的資料。</translation>
    </message>
    <message>
        <source>It names somebody whom this machine does not know.</source>
        <translation>所指的人，這部電腦並不認識。</translation>
    </message>
    <message>
        <source>ID {id}. Only members of this network have records here.</source>
        <translation>成員編號 {id}。只有本網絡的成員在此有紀錄。</translation>
    </message>
    <message>
        <source>A member&apos;s QR code, vCard, receipt or report finds it; so does a picture of the code.</source>
        <translation>可用成員的 QR 碼、電子名片、憑證或報告查找，QR 碼的相片亦可。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read.</source>
        <translation>無法讀取這個檔案。</translation>
    </message>
    <message>
        <source>It is gone, no file, or not yours to read.</source>
        <translation>檔案已不存在、不是檔案，或你沒有讀取權限。</translation>
    </message>
    <message>
        <source>This file is too large to look into.</source>
        <translation>檔案太大，無法查看內容。</translation>
    </message>
    <message>
        <source>Up to 16 MB are read.</source>
        <translation>最多讀取 16 MB。</translation>
    </message>
    <message>
        <source>This picture is broken, or far too large.</source>
        <translation>圖片已損壞，或尺寸過大。</translation>
    </message>
    <message>
        <source>There is no QR code in this picture that can be read.</source>
        <translation>這張圖片中沒有可讀取的 QR 碼。</translation>
    </message>
    <message>
        <source>Take it from nearer, straight, and with more light. The whole code must be in it.</source>
        <translation>請靠近一點、正面拍攝、光線充足，並把整個 QR 碼拍進去。</translation>
    </message>
    <message>
        <source>There is no QR code in the pictures of this PDF.</source>
        <translation>這份 PDF 的圖片中沒有 QR 碼。</translation>
    </message>
    <message>
        <source>Codes that are drawn as lines are not seen: open it and read the code from the screen.</source>
        <translation>以線條（向量）繪成的 QR 碼無法直接讀取：請開啟檔案，再讀取螢幕上的 QR 碼。</translation>
    </message>
    <message>
        <source>No QR code that can be read is on the screen.</source>
        <translation>螢幕上沒有可讀取的 QR 碼。</translation>
    </message>
    <message>
        <source>Have the whole code in sight, large enough, then read it again. This window steps aside.</source>
        <translation>請完整顯示 QR 碼並放大至足夠大小，然後再讀取。本視窗會暫時隱藏。</translation>
    </message>
    <message>
        <source>This system does not let programs see the screen.</source>
        <translation>本系統不容許程式讀取螢幕。</translation>
    </message>
    <message>
        <source>Take a picture of the screen with its own tool, and paste it here.</source>
        <translation>請用系統的截圖工具擷取螢幕，然後貼到這裏。</translation>
    </message>
    <message>
        <source>It names nobody.</source>
        <translation>當中沒有提及任何人。</translation>
    </message>
    <message>
        <source>This is a link to somewhere else. It was not opened.</source>
        <translation>這是通往其他地方的連結，並未開啟。</translation>
    </message>
    <message>
        <source>This is an invitation to a network, not a member.</source>
        <translation>這是網絡的邀請，不是成員。</translation>
    </message>
    <message>
        <source>It is used when a profile joins a network.</source>
        <translation>帳戶加入網絡時才會用到。</translation>
    </message>
    <message>
        <source>This code is on a printed report: it names the report&apos;s file, not the member.</source>
        <translation>這是印在報告上的 QR 碼：它指明報告的檔案，而不是成員。</translation>
    </message>
    <message>
        <source>Drop that file here, or type the name or ID on the paper.</source>
        <translation>請把該檔案拖放到這裏，或輸入報告上的名稱或成員編號。</translation>
    </message>
    <message>
        <source>This receipt is of another network.</source>
        <translation>這份憑證屬於另一個網絡。</translation>
    </message>
    <message>
        <source>Its members are not known here.</source>
        <translation>這裏並不認識該網絡的成員。</translation>
    </message>
    <message>
        <source>This receipt proves nothing.</source>
        <translation>這份憑證不能證明任何事。</translation>
    </message>
    <message>
        <source>It is incomplete, altered, or starts at a block that has to be known.</source>
        <translation>它不完整、被改動過，或由一個必須事先知道的區塊開始。</translation>
    </message>
    <message>
        <source>This file says nothing about a member.</source>
        <translation>這個檔案沒有提及任何成員。</translation>
    </message>
</context>
<context>
    <name>FounderRow</name>
    <message>
        <source>ID and address, as that founder copied it</source>
        <translation>該創辦成員複製的編號與地址</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>成員編號</translation>
    </message>
    <message>
        <source>Address, host:port</source>
        <translation>地址，主機:連接埠</translation>
    </message>
    <message>
        <source>Remove this founder</source>
        <translation>移除這名創辦成員</translation>
    </message>
</context>
<context>
    <name>GradeLine</name>
    <message>
        <source>Grade {grade}</source>
        <translation>評級 {grade}</translation>
    </message>
</context>
<context>
    <name>GrantSheet</name>
    <message>
        <source>Stand for a member</source>
        <translation>為成員擔保</translation>
    </message>
    <message>
        <source>Whose debts</source>
        <translation>為誰的欠款</translation>
    </message>
    <message>
        <source>Owed to whom</source>
        <translation>欠誰的</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>The most that you pay in all.</source>
        <translation>你合共最多支付的金額。</translation>
    </message>
    <message>
        <source>The last day on which it may be called.</source>
        <translation>可要求履行的最後一天。</translation>
    </message>
    <message>
        <source>What everybody should know of it</source>
        <translation>各成員須知</translation>
    </message>
    <message>
        <source>It may be left empty.</source>
        <translation>可以留空。</translation>
    </message>
    <message>
        <source>Sign the guarantee</source>
        <translation>簽署擔保</translation>
    </message>
    <message>
        <source>You stand for your own cap alone, whoever else stands for the same debts. What you have paid is owed to you instead. A guarantee is signed and binding: it can&apos;t be taken back before its last day.</source>
        <translation>你只在自己的上限內負責，不論還有誰為同一欠款擔保。你付了的金額，改為欠你。擔保經簽署即具約束力，到期前不能收回。</translation>
    </message>
    <message>
        <source>If {debtor} is in default with what it owes {creditor}, and {creditor} calls on you by {day}, you pay up to {cap}.</source>
        <translation>若 {debtor} 對 {creditor} 的欠款違約，而 {creditor} 在 {day} 或之前要求你履行，你最多支付 {cap}。</translation>
    </message>
    <message>
        <source>Choose a member.</source>
        <translation>請選擇成員。</translation>
    </message>
    <message>
        <source>That is the debtor itself.</source>
        <translation>這就是債務人本身。</translation>
    </message>
    <message>
        <source>Signed. The guarantee is in force once a majority of the voters has signed it.</source>
        <translation>已簽署。過半數投票成員簽署後，擔保即生效。</translation>
    </message>
</context>
<context>
    <name>GuaranteesTab</name>
    <message>
        <source>Create a pool</source>
        <translation>設立互保基金</translation>
    </message>
    <message>
        <source>Stand for a member</source>
        <translation>為成員擔保</translation>
    </message>
    <message>
        <source>Guarantee or pool</source>
        <translation>擔保或互保基金</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Guarantees and pools</source>
        <translation>擔保與互保基金</translation>
    </message>
    <message>
        <source>No guarantee concerns you, and there are no pools.</source>
        <translation>沒有與你有關的擔保，也沒有互保基金。</translation>
    </message>
    <message>
        <source>A guarantee pays a creditor what a debtor does not, up to a cap. In a pool members pledge together, and a fixed rule says what of a loss is paid.</source>
        <translation>債務人不付的，擔保人在上限內代付予債權人。互保基金由成員共同認繳，損失賠付多少由固定規則決定。</translation>
    </message>
    <message>
        <source>Asking for guarantees and pools…</source>
        <translation>正在讀取擔保與互保基金…</translation>
    </message>
    <message>
        <source>What I stand for</source>
        <translation>我承擔的責任</translation>
    </message>
    <message>
        <source>Guarantees</source>
        <translation>擔保</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) for you to pay</source>
        <translation>
            <numerusform>有 %n 項擔保待你履行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Hand the pen over to another device</source>
        <translation>把簽署權移交另一部裝置</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼短語</translation>
    </message>
    <message>
        <source>Save the file and stop signing here</source>
        <translation>儲存檔案並停止在此簽署</translation>
    </message>
    <message>
        <source>The device that is to sign</source>
        <translation>由哪部裝置簽署</translation>
    </message>
    <message>
        <source>A new device</source>
        <translation>新裝置</translation>
    </message>
    <message>
        <source>This device is to sign nothing until the pen comes back.</source>
        <translation>在簽署權交還之前，這部裝置不再簽署。</translation>
    </message>
    <message>
        <source>A file is made that the other device takes over with, in its settings or when it is set up.</source>
        <translation>程式會產生一個檔案，另一部裝置可在其設定中或首次設定時以此接手。</translation>
    </message>
    <message>
        <source>From then on this device signs nothing, whatever becomes of the file. It reads along and keeps its drafts, and the pen can be handed back to it.</source>
        <translation>此後，無論檔案下落如何，這部裝置都不會簽署。它仍可閱讀紀錄並保留草稿，簽署權亦可交還給它。</translation>
    </message>
    <message>
        <source>Whoever has the file and the passphrase can sign as you. It can be used once; passphrase and recovery words stay the same.</source>
        <translation>持有此檔案和密碼短語的人可以你的名義簽署。檔案只可使用一次；密碼短語和復原字詞不變。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand-over file</source>
        <translation>移交檔</translation>
    </message>
    <message>
        <source>The pen is handed over. Take it over with the file on the other device.</source>
        <translation>簽署權已移交。請在另一部裝置上用檔案接手。</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Health</source>
        <translation>運作狀況</translation>
    </message>
    <message>
        <source>Your view may be one-sided: {heard} of {voters} voters were heard from in the last hour.</source>
        <translation>你所見的可能並不全面：過去一小時內，{voters} 名投票成員中只收到 {heard} 名的消息。</translation>
    </message>
    <message>
        <source>Only {free} free on the disk.</source>
        <translation>磁碟只餘 {free}。</translation>
    </message>
    <message>
        <source>Altered on this disk: {names}. These entries are fetched again from the others.</source>
        <translation>磁碟上被改動：{names}。這些條目正從其他成員重新取得。</translation>
    </message>
    <message>
        <source>within {seconds} s of the others</source>
        <translation>與其他成員相差 {seconds} 秒以內</translation>
    </message>
    <message>
        <source>{time}, nothing altered</source>
        <translation>{time}，沒有改動</translation>
    </message>
    <message>
        <source>{time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>not compared: nobody is connected</source>
        <translation>未能比較：沒有連接任何成員</translation>
    </message>
    <message>
        <source>Voters heard from</source>
        <translation>有消息的投票成員</translation>
    </message>
    <message>
        <source>{heard} of {voters} in the last hour</source>
        <translation>過去一小時內 {voters} 名中的 {heard} 名</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁碟可用空間</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>本機帳簿</translation>
    </message>
    <message>
        <source>{size}, {entries} entries</source>
        <translation>{size}，{entries} 個條目</translation>
    </message>
    <message>
        <source>Background check</source>
        <translation>背景檢查</translation>
    </message>
    <message>
        <source>{count} altered entries, fetched again from the others</source>
        <translation>{count} 個被改動的條目，已從其他成員重新取得</translation>
    </message>
    <message>
        <source>Healed</source>
        <translation>已修復</translation>
    </message>
    <message>
        <source>{count} entries of others, since the start</source>
        <translation>自啟動以來，他人的 {count} 個條目</translation>
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
        <translation>檔案</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Counterparties</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核對</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln invoice(s)</source>
        <translation>
            <numerusform>匯入 %Ln 張發票</numerusform>
        </translation>
    </message>
    <message>
        <source>The customers are still being read.</source>
        <translation>仍在讀取客戶。</translation>
    </message>
    <message>
        <source>The import is undone. Nothing of it is left.</source>
        <translation>匯入已還原，沒有留下任何內容。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>儲存清單</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已儲存為 {file}。</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>客戶名稱</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>發票編號</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>開立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>付款日</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Days of credit</source>
        <translation>信貸期（日）</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>賣方</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已選定</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>確定</translation>
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
        <translation>標準如此規定</translation>
    </message>
    <message>
        <source>the file says so in its first bytes</source>
        <translation>檔案開首的位元組已註明</translation>
    </message>
    <message>
        <source>only plain letters</source>
        <translation>只有基本拉丁字母</translation>
    </message>
    <message>
        <source>{characters} characters, all valid</source>
        <translation>{characters} 個字元，全部有效</translation>
    </message>
    <message>
        <source>{damaged} of {characters} characters are damaged</source>
        <translation>{characters} 個字元中有 {damaged} 個損壞</translation>
    </message>
    <message>
        <source>every other byte is zero</source>
        <translation>每隔一個位元組為零</translation>
    </message>
    <message>
        <source>these headers make sense: {headers}</source>
        <translation>這些標題可以辨識：{headers}</translation>
    </message>
    <message>
        <source>{share_percent} % common Chinese characters</source>
        <translation>{share_percent}% 為常用漢字</translation>
    </message>
    <message>
        <source>the first line says so</source>
        <translation>第一行已註明</translation>
    </message>
    <message>
        <source>{columns} columns in {share_percent} % of the lines</source>
        <translation>{share_percent}% 的行有 {columns} 欄</translation>
    </message>
    <message>
        <source>only one column was found</source>
        <translation>只找到一欄</translation>
    </message>
    <message>
        <source>the first row is unlike the others</source>
        <translation>第一列與其他列不同</translation>
    </message>
    <message>
        <source>the first row is like the others</source>
        <translation>第一列與其他列相同</translation>
    </message>
    <message>
        <source>because {value} is in line {line}</source>
        <translation>因為第 {line} 行有 {value}</translation>
    </message>
    <message>
        <source>as in the column {header}</source>
        <translation>與「{header}」欄相同</translation>
    </message>
    <message>
        <source>{value} in line {line} could be read both ways</source>
        <translation>第 {line} 行的 {value} 兩種讀法皆可</translation>
    </message>
    <message>
        <source>all amounts are whole</source>
        <translation>所有金額均為整數</translation>
    </message>
    <message>
        <source>from the column {header}: {currencies}</source>
        <translation>來自「{header}」欄：{currencies}</translation>
    </message>
    <message>
        <source>from the header {header}</source>
        <translation>來自標題「{header}」</translation>
    </message>
    <message>
        <source>the file names none</source>
        <translation>檔案沒有註明</translation>
    </message>
    <message>
        <source>Rows without a due date: {rows}. They are taken as due {terms_days} days after they were issued.</source>
        <translation>沒有到期日的列數：{rows}。這些列會視作開出後 {terms_days} 天到期。</translation>
    </message>
    <message>
        <source>{count} dates in {header} contradict the order, such as {value} in line {line}.</source>
        <translation>「{header}」欄有 {count} 個日期與次序矛盾，例如第 {line} 行的 {value}。</translation>
    </message>
    <message>
        <source>Years have two digits, such as {value} in line {line}: 70 to 99 are read as 19…, the rest as 20…</source>
        <translation>年份只有兩位數，例如第 {line} 行的 {value}：70 至 99 讀作 19…，其餘讀作 20…</translation>
    </message>
    <message>
        <source>{count} amounts contradict the decimal mark, such as {value} in line {line}.</source>
        <translation>有 {count} 個金額與小數點矛盾，例如第 {line} 行的 {value}。</translation>
    </message>
    <message>
        <source>{damaged} characters could not be read.</source>
        <translation>有 {damaged} 個字元無法讀取。</translation>
    </message>
    <message>
        <source>The file has no customer codes: customers are told apart by {header}.</source>
        <translation>檔案沒有客戶編號：以「{header}」欄區分客戶。</translation>
    </message>
    <message>
        <source>The column {header} is about sellers. These look like invoices that you received; they would go in as owed to you.</source>
        <translation>「{header}」欄是關於賣方的。這些看來是你收到的發票；匯入後會列作你的應收帳款。</translation>
    </message>
    <message>
        <source>Invoices by {sellers}. They go in as owed to you.</source>
        <translation>這些發票由 {sellers} 開出，匯入後會列作你的應收帳款。</translation>
    </message>
    <message>
        <source>{shorter} invoice numbers are shorter than the usual {usual_length} characters: a spreadsheet may have dropped leading zeros.</source>
        <translation>有 {shorter} 個發票編號比常見的 {usual_length} 個字元短：試算表可能刪去了開首的零。</translation>
    </message>
    <message>
        <source>No member stands for this customer</source>
        <translation>此客戶未對應任何成員</translation>
    </message>
    <message>
        <source>The seller is another member. Only they can enter it</source>
        <translation>賣方是另一位成員，只有他們可以輸入</translation>
    </message>
    <message>
        <source>This customer is you. The seller enters it, and you accept it</source>
        <translation>這位客戶是你自己；由賣方輸入，再由你接受</translation>
    </message>
    <message>
        <source>A record has this number with other terms</source>
        <translation>已有同一編號但條款不同的紀錄</translation>
    </message>
    <message>
        <source>This network does not use that currency</source>
        <translation>此網絡不使用該貨幣</translation>
    </message>
    <message>
        <source>The rules of the book refuse it</source>
        <translation>帳簿規則不允許</translation>
    </message>
    <message>
        <source>The import was interrupted</source>
        <translation>匯入被中斷</translation>
    </message>
    <message>
        <source>No invoice number, and no one open invoice of that member with this amount</source>
        <translation>沒有發票編號，該成員亦沒有唯一一張金額相符的未清發票</translation>
    </message>
    <message>
        <source>It could be for more than one invoice: {number}</source>
        <translation>可能對應多於一張發票：{number}</translation>
    </message>
    <message>
        <source>More than is left of invoice {number}</source>
        <translation>超過發票 {number} 的未清金額</translation>
    </message>
    <message>
        <source>Nothing is left of invoice {number}</source>
        <translation>發票 {number} 已沒有未清金額</translation>
    </message>
    <message>
        <source>Invoice {number} is in another currency</source>
        <translation>發票 {number} 的貨幣不同</translation>
    </message>
    <message>
        <source>Invoice {number} is with another member than the file says</source>
        <translation>發票 {number} 屬於另一位成員，與檔案所示不同</translation>
    </message>
    <message>
        <source>A payment of this day and amount is recorded for {number} already</source>
        <translation>發票 {number} 已有同日同額的付款紀錄</translation>
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
        <translation>編號</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>帳戶號碼</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金額</translation>
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
        <translation>貨幣</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>account</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>{field} from “{header}”</source>
        <translation>{field}取自「{header}」</translation>
    </message>
</context>
<context>
    <name>InvitationReview</name>
    <message>
        <source>Invitation to {network}</source>
        <translation>加入 {network} 的邀請</translation>
    </message>
    <message>
        <source>as a founder, at once</source>
        <translation>作為創辦成員，即時加入</translation>
    </message>
    <message>
        <source>as a member, once more than half of the voters have said so</source>
        <translation>作為成員，待過半數投票成員同意</translation>
    </message>
    <message>
        <source>as an observer: you read the book at once, and never write</source>
        <translation>作為觀察員：即時可閱讀帳簿，但不能寫入</translation>
    </message>
    <message>
        <source>You come in</source>
        <translation>你的身分</translation>
    </message>
    <message>
        <source>Founded by</source>
        <translation>創辦成員</translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n 名投票成員</numerusform>
        </translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>貨幣</translation>
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
        <translation>邀請加入</translation>
    </message>
    <message>
        <source>As a member</source>
        <translation>作為成員</translation>
    </message>
    <message>
        <source>May ask to join. Reads and writes once the voters have admitted it by a motion.</source>
        <translation>可申請加入。經投票成員以動議接納後，便可閱讀和寫入。</translation>
    </message>
    <message>
        <source>As an observer</source>
        <translation>作為觀察員</translation>
    </message>
    <message>
        <source>Reads the whole book at once, without a vote of anybody. Never writes: an auditor, a bank.</source>
        <translation>無須表決，即時可閱讀整本帳簿，但不能寫入，例如核數師、銀行。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the invitation</source>
        <translation>製作邀請函</translation>
    </message>
    <message>
        <source>Can be used for so many days</source>
        <translation>有效期（日）</translation>
    </message>
    <message>
        <source>Your invitation</source>
        <translation>你的邀請函</translation>
    </message>
    <message>
        <source>It can be used once, until {time}. Whoever has it can use it: give it to nobody else.</source>
        <translation>只可使用一次，有效至 {time}。任何持有者都可使用：不要交給其他人。</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀請函</translation>
    </message>
    <message>
        <source>Whoever comes in finds you as {words}: compare that over the telephone.</source>
        <translation>加入者看到你的識別字詞是 {words}，請在電話中核對。</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>儲存為檔案</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Whoever uses it reads the whole book from then on, and every new record.</source>
        <translation>使用者從此可閱讀整本帳簿和每項新紀錄。</translation>
    </message>
    <message>
        <source>Whoever uses it asks to join. You see the request under Members, and put it to the vote there.</source>
        <translation>使用者會申請加入。你會在「成員」看到該申請，並在那裏交付表決。</translation>
    </message>
    <message>
        <source>Save the invitation</source>
        <translation>儲存邀請函</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>檔案不能寫入。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
</context>
<context>
    <name>InvitesCard</name>
    <message>
        <source>Invitations</source>
        <translation>邀請函</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>發出人</translation>
    </message>
    <message>
        <source>As</source>
        <translation>作為</translation>
    </message>
    <message>
        <source>Can be used until</source>
        <translation>有效至</translation>
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
        <translation>選擇一張由你發出而未有人使用的邀請函，即可撤回。</translation>
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
        <translation>已過期</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>觀察員</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成員</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Put it to the vote</source>
        <translation>交付表決</translation>
    </message>
    <message>
        <source>See the motion</source>
        <translation>查看動議</translation>
    </message>
    <message>
        <source>{who} asks to join, invited by {by}</source>
        <translation>{who} 申請加入，由 {by} 邀請</translation>
    </message>
    <message>
        <source>{who} asks to join: the voters are being asked</source>
        <translation>{who} 申請加入：投票成員正在表決</translation>
    </message>
    <message>
        <source>Since {time}. ID {id}</source>
        <translation>自 {time}。編號 {id}</translation>
    </message>
    <message>
        <source>Somebody else has used the same invitation: it lets in one of them only.</source>
        <translation>另有一人用了同一份邀請；一份邀請只能讓其中一人加入。</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Join this round?</source>
        <translation>加入這一輪？</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>I am owed</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>What you owe and are owed within this round takes part: what you owe now, what you are owed as soon as its debtor takes part, without asking you again.</source>
        <translation>你在這一輪範圍內的應付和應收都會參加：應付的即時帶入，應收的待債務人參加後便加入，不會再問你。</translation>
    </message>
    <message>
        <source>Until the round ends, control of what has joined passes to {who}: you can&apos;t record payments on it, sell it or change its terms. That is over when the result is written, when the round is ended without one, or when it lapses after {day}.</source>
        <translation>這一輪結束前，已加入欠款的處理權轉到 {who}：你不能為它記錄收款、出售它或更改條款。寫入結果、不作結算而結束，或過了 {day} 而失效時，便告終止。</translation>
    </message>
    <message>
        <source>Nobody&apos;s net position changes: as much is taken off what you owe as off what you are owed, and every voter checks that before it signs the result.</source>
        <translation>任何人的淨額都不會改變：你的應付和應收減去同樣的金額，每個投票成員簽署結果前都會查核。</translation>
    </message>
    <message>
        <source>Joining is signed and binding. It can&apos;t be taken back.</source>
        <translation>加入須簽署，具約束力，不能撤回。</translation>
    </message>
    <message>
        <source>Join and sign</source>
        <translation>加入並簽署</translation>
    </message>
    <message>
        <source>Joined. What you are owed joins by itself as its debtors take part.</source>
        <translation>已加入。債務人參加後，你的應收欠款會自動加入。</translation>
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
        <translation>之後由誰管理</translation>
    </message>
</context>
<context>
    <name>KnownWords</name>
    <message>
        <source>Not connected to any member since {since}. This is what your machine holds, records up to {time}.</source>
        <translation>自 {since} 起未連接任何成員。以下是你這部電腦上的資料，紀錄截至 {time}。</translation>
    </message>
    <message>
        <source>The index of names is being made anew: {known} of {all} members. Some may not be found yet.</source>
        <translation>名稱索引正在重建：已完成 {known}／{all} 名成員，部分成員可能暫時找不到。</translation>
    </message>
    <message>
        <source>This machine knows nobody called “{text}”.</source>
        <translation>這部電腦沒有「{text}」的資料。</translation>
    </message>
    <message>
        <source>It has been offline since {since}, and has what was recorded up to {time}. Who came later is not here yet.</source>
        <translation>這部電腦自 {since} 起離線，只有截至 {time} 的紀錄；其後加入的成員暫時找不到。</translation>
    </message>
    <message>
        <source>Nobody called “{text}” is found yet.</source>
        <translation>暫時找不到名為「{text}」的成員。</translation>
    </message>
    <message>
        <source>The index of names has {known} of {all} members so far. An ID is found at once.</source>
        <translation>名稱索引目前收錄 {all} 名成員中的 {known} 名；以成員編號可即時找到。</translation>
    </message>
    <message numerus="yes">
        <source>It is still receiving: %Ln entries to come. Who is in them is not here yet.</source>
        <translation>
            <numerusform>這部電腦仍在接收資料，尚有 %Ln 個條目未到，所載的成員暫時找不到。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody called “{text}” was ever recorded in this network.</source>
        <translation>這個網絡從未有過關於「{text}」的紀錄。</translation>
    </message>
    <message>
        <source>Only its members have records here. Check the spelling, or search by ID or company number.</source>
        <translation>只有網絡成員才有紀錄。請檢查寫法，或以成員編號或公司編號查找。</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Welcome to Cohong</source>
        <translation>歡迎使用 Cohong</translation>
    </message>
    <message>
        <source>A book of trade credit that firms keep and sign together. Choose your language to begin.</source>
        <translation>由各公司共同保存、共同簽署的商業信貸帳簿。請先選擇語言。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
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
        <translation>信貸額度…</translation>
    </message>
</context>
<context>
    <name>LimitSheet</name>
    <message>
        <source>Credit limit for {name}</source>
        <translation>{name} 的信貸額度</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不設額度</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>你的額度</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>It stays on this computer, and nobody is told. A record that would exceed it is warned of.</source>
        <translation>只留在這部電腦，不會告知任何人。新紀錄如會超出額度，會有提示。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>An amount such as 48,200.00.</source>
        <translation>金額，例如 48,200.00。</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>The book has no answer: too little was repaid in {currency}.</source>
        <translation>帳簿未能給出答案：以 {currency} 還清的太少。</translation>
    </message>
    <message>
        <source>Suggested: {amount}</source>
        <translation>建議：{amount}</translation>
    </message>
    <message numerus="yes">
        <source>The most you were owed at once and paid within terms, in %Ln obligation(s)</source>
        <translation>
            <numerusform>同一時間欠你並已準時付清的最高額，共 %Ln 筆欠款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Likewise of everybody, in %Ln obligation(s)</source>
        <translation>
            <numerusform>對所有成員亦然，共 %Ln 筆欠款</numerusform>
        </translation>
    </message>
    <message>
        <source>As far as your own experience and your trust of {amount} go</source>
        <translation>以你自身的經驗及 {amount} 的信任為限</translation>
    </message>
    <message>
        <source>Grade {grade}: {percent} of it</source>
        <translation>評級 {grade}：取其 {percent}</translation>
    </message>
    <message>
        <source>Thin file: half of what you have seen yourself</source>
        <translation>資料不足：取你自身經驗的一半</translation>
    </message>
    <message>
        <source>Less what is overdue to anybody, {amount}</source>
        <translation>減去欠任何成員的逾期款 {amount}</translation>
    </message>
    <message>
        <source>In two leading digits</source>
        <translation>只取首兩位數字</translation>
    </message>
    <message>
        <source>Owes you {open}.</source>
        <translation>現欠你 {open}。</translation>
    </message>
    <message>
        <source>Owes you {open}; {asked} is proposed.</source>
        <translation>現欠你 {open}；另有 {asked} 已提出。</translation>
    </message>
    <message>
        <source>Limit {amount}, {used} used</source>
        <translation>額度 {amount}，已用 {used}</translation>
    </message>
    <message>
        <source>{name} would owe you {then}, above your limit of {limit}. Nothing keeps you from it.</source>
        <translation>{name} 將欠你 {then}，超出你設的額度 {limit}。你仍可繼續。</translation>
    </message>
</context>
<context>
    <name>LinkDeviceSheet</name>
    <message>
        <source>Link a member that is yours</source>
        <translation>聲明屬於你的另一成員</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation>裝置名稱</translation>
    </message>
    <message>
        <source>Sign the link</source>
        <translation>簽署聲明</translation>
    </message>
    <message>
        <source>A device of yours may be a member of its own, with a key of its own that signs.</source>
        <translation>你的裝置可以自己是成員，用自己的密鑰簽署。</translation>
    </message>
    <message>
        <source>Name it here, and name this member there: once both have signed, all members see that the two belong together. Neither can sign for the other.</source>
        <translation>在這裏聲明它，並在那邊聲明這位成員：雙方簽署後，所有成員都會看到兩者屬於同一方。雙方都不能代對方簽署。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Signed. The two are linked once the other one has named you.</source>
        <translation>已簽署。對方也聲明你之後，兩者即相連。</translation>
    </message>
</context>
<context>
    <name>LookUpsForm</name>
    <message>
        <source>You have opened no report about a person so far.</source>
        <translation>你尚未開啟過有關個人的報告。</translation>
    </message>
    <message>
        <source>Whom you have looked up</source>
        <translation>你查閱過的個人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
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
        <translation>儲存為檔案…</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>全部刪除…</translation>
    </message>
    <message>
        <source>Newer ones</source>
        <translation>較新的</translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>較舊的</translation>
    </message>
    <message>
        <source>Noted on this computer when you open a report about a person. It is sent to nobody.</source>
        <translation>開啟有關個人的報告時，會在這部電腦上記下，不會傳送給任何人。</translation>
    </message>
    <message>
        <source>Older ones are deleted when this profile is opened.</source>
        <translation>開啟帳戶時會刪除更早的紀錄。</translation>
    </message>
    <message numerus="yes">
        <source>Keep look-ups for %n day(s) only?</source>
        <translation>
            <numerusform>查閱紀錄只保留 %n 日？</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones are deleted at once and for good. What you have read then cannot be shown any more.</source>
        <translation>更早的紀錄會立即永久刪除，此後無法再證明當時查閱過甚麼。</translation>
    </message>
    <message>
        <source>Delete older ones</source>
        <translation>刪除更早的紀錄</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older look-up(s) deleted.</source>
        <translation>
            <numerusform>已刪除 %Ln 項較舊的查閱紀錄。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln look-up(s) are deleted for good. What you have read and why cannot be shown to anybody then.</source>
        <translation>
            <numerusform>將永久刪除 %Ln 項查閱紀錄。此後你無法再向任何人證明查閱過甚麼、為何查閱。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was recorded under a consent stays in the book. You are asked again what for, today too.</source>
        <translation>憑同意查閱的紀錄會保留在帳簿。再次查閱時會重新詢問用途，今日內亦然。</translation>
    </message>
    <message>
        <source>Delete the log of look-ups?</source>
        <translation>刪除查閱紀錄？</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部刪除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln look-up(s) deleted.</source>
        <translation>
            <numerusform>已刪除 %Ln 項查閱紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last} of {total}</source>
        <translation>第 {first} 至 {last} 項，共 {total} 項</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>given until {day}</source>
        <translation>有，至 {day}</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已給予</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This profile is in a network already. Open the invitation with a profile of its own.</source>
        <translation>這個帳戶已在網絡內。請用另一個帳戶開啟邀請函。</translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Parts of the Market</source>
        <translation>市場的各部分</translation>
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
        <translation>投票成員</translation>
    </message>
    <message>
        <source>name nearly the same</source>
        <translation>名稱十分相似</translation>
    </message>
    <message>
        <source>Another member has nearly the same name. Compare the ID before you rely on it.</source>
        <translation>另一成員的名稱十分相似。依賴之前請先核對成員編號。</translation>
    </message>
    <message>
        <source>no invoices recorded</source>
        <translation>沒有發票紀錄</translation>
    </message>
    <message>
        <source>{paid} of {settled} paid within terms</source>
        <translation>{settled} 張中 {paid} 張準時付款</translation>
    </message>
</context>
<context>
    <name>MemberCardWords</name>
    <message numerus="yes">
        <source>%n invoice(s), none settled yet</source>
        <translation>
            <numerusform>%n 張發票，全部未結清</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberColumns</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>評級</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走勢</translation>
    </message>
    <message>
        <source>Owes you</source>
        <translation>現欠你</translation>
    </message>
    <message>
        <source>Your limit, used</source>
        <translation>你的額度及使用率</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>關注</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近變動</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>最近上線</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>成員編號</translation>
    </message>
</context>
<context>
    <name>MemberDrop</name>
    <message>
        <source>Whom is it about?</source>
        <translation>關於哪一位成員？</translation>
    </message>
    <message>
        <source>Pictures, PDF, vCards, receipts, reports</source>
        <translation>圖片、PDF、電子名片、憑證、報告</translation>
    </message>
</context>
<context>
    <name>MemberReport</name>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>所有結果</translation>
    </message>
    <message>
        <source>Account statement…</source>
        <translation>帳戶結單…</translation>
    </message>
    <message>
        <source>Credit report…</source>
        <translation>信貸報告…</translation>
    </message>
    <message>
        <source>Let it read about you…</source>
        <translation>同意它查閱有關你的報告…</translation>
    </message>
    <message>
        <source>Computing the report…</source>
        <translation>正在計算報告…</translation>
    </message>
    <message>
        <source>Account statement</source>
        <translation>帳戶結單</translation>
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
        <translation>投票成員</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>observer</source>
        <translation>觀察員</translation>
    </message>
    <message>
        <source>ex-member</source>
        <translation>前成員</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>這部電腦</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已連線</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>從未上線</translation>
    </message>
    <message>
        <source>better</source>
        <translation>好轉</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>轉差</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>已關注</translation>
    </message>
    <message>
        <source>exceeded</source>
        <translation>已超額</translation>
    </message>
    <message>
        <source>{name} owes you nothing, and you keep no limit for it.</source>
        <translation>{name} 現時沒有欠你款項，你亦沒有為其設定額度。</translation>
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
        <translation>現欠你 {amount}</translation>
    </message>
    <message>
        <source>{amount} is proposed</source>
        <translation>另有已提出的 {amount}</translation>
    </message>
    <message>
        <source>above your limit of {limit}</source>
        <translation>超出你設定的額度 {limit}</translation>
    </message>
    <message>
        <source>within your limit of {limit}</source>
        <translation>在你設定的額度 {limit} 之內</translation>
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
        <translation>成員</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Watch…</source>
        <translation>關注…</translation>
    </message>
    <message>
        <source>Credit limit…</source>
        <translation>信貸額度…</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>顯示全部成員</translation>
    </message>
    <message>
        <source>Choose a member. Enter or a double-click opens the report.</source>
        <translation>請選擇成員。按 Enter 或雙擊可開啟報告。</translation>
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
        <translation>欠你款項</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>已關注</translation>
    </message>
    <message>
        <source>Above limit</source>
        <translation>超出額度</translation>
    </message>
    <message>
        <source>Name, ID or number</source>
        <translation>名稱、成員編號或公司編號</translation>
    </message>
    <message>
        <source>Sort by what is owed in</source>
        <translation>按此貨幣的欠款排序</translation>
    </message>
    <message>
        <source>Nobody here is called “{text}”.</source>
        <translation>這裏沒有名為「{text}」的成員。</translation>
    </message>
    <message>
        <source>Nobody owes you anything.</source>
        <translation>沒有成員欠你款項。</translation>
    </message>
    <message>
        <source>You watch nobody yet.</source>
        <translation>你尚未關注任何成員。</translation>
    </message>
    <message>
        <source>Choose a member and press Watch: what changes from then on is told.</source>
        <translation>選擇成員並按「關注」，其後的變動都會通知你。</translation>
    </message>
    <message>
        <source>Nobody is above a limit of yours.</source>
        <translation>沒有成員超出你設定的額度。</translation>
    </message>
    <message>
        <source>Choose a member and press Credit limit to keep one for it.</source>
        <translation>選擇成員並按「信貸額度」，即可為其設定額度。</translation>
    </message>
    <message>
        <source>Nobody is here.</source>
        <translation>沒有成員。</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有成員</translation>
    </message>
    <message>
        <source>Watch list</source>
        <translation>關注名單</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>提出動議</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀請</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln 名成員</numerusform>
        </translation>
    </message>
    <message>
        <source>The invitation is taken back: nobody is let in by it any more.</source>
        <translation>邀請函已撤回：不會再有人憑它加入。</translation>
    </message>
    <message>
        <source>The voters have been asked.</source>
        <translation>已交投票成員表決。</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>What is missing</source>
        <translation>欠缺甚麼</translation>
    </message>
    <message>
        <source>Show those that wait</source>
        <translation>顯示等待中的</translation>
    </message>
    <message>
        <source>Show the contested ones</source>
        <translation>顯示有衝突的</translation>
    </message>
</context>
<context>
    <name>MonthBars</name>
    <message>
        <source>on time</source>
        <translation>準時</translation>
    </message>
    <message>
        <source>1–30 days late</source>
        <translation>逾期 1–30 日</translation>
    </message>
    <message>
        <source>31–60 days late</source>
        <translation>逾期 31–60 日</translation>
    </message>
    <message>
        <source>61–90 days late</source>
        <translation>逾期 61–90 日</translation>
    </message>
    <message>
        <source>over 90 days late</source>
        <translation>逾期 90 日以上</translation>
    </message>
    <message>
        <source>Payments by month: {on_time} of {total} on time in {months} months</source>
        <translation>按月付款：{months} 個月內 {total} 筆中有 {on_time} 筆準時</translation>
    </message>
</context>
<context>
    <name>MotionBar</name>
    <message>
        <source>{yes} of {voters} for it, passes at {needed}, against {no}, not yet {rest}</source>
        <translation>{voters} 名投票成員中 {yes} 名贊成，滿 {needed} 票通過，反對 {no}，未投 {rest}</translation>
    </message>
    <message>
        <source>passes at {count}</source>
        <translation>滿 {count} 票通過</translation>
    </message>
</context>
<context>
    <name>MotionCard</name>
    <message>
        <source>For</source>
        <translation>贊成</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反對</translation>
    </message>
    <message>
        <source>Put by {who}, {time}</source>
        <translation>由 {who} 提出，{time}</translation>
    </message>
    <message>
        <source>If it passes: {effect}</source>
        <translation>如獲通過：{effect}</translation>
    </message>
    <message>
        <source>{yes} of {voters} for it  ·  against {no}</source>
        <translation>贊成 {yes}/{voters}  ·  反對 {no}</translation>
    </message>
    <message>
        <source>You voted for it</source>
        <translation>你已投贊成票</translation>
    </message>
    <message>
        <source>You voted against it</source>
        <translation>你已投反對票</translation>
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
        <translation>新成員的編號：{key}</translation>
    </message>
    <message>
        <source>New key: {key}</source>
        <translation>新密鑰：{key}</translation>
    </message>
    <message>
        <source>Entry that stands: {key}</source>
        <translation>成立的條目：{key}</translation>
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
        <translation>現時沒有待表決的動議。</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>提出動議</translation>
    </message>
    <message>
        <source>Members are admitted and rules are changed by motions. Every voter votes on them by hand.</source>
        <translation>接納成員和更改規則都要經動議，由每名投票成員親自表決。</translation>
    </message>
    <message>
        <source>The newest {shown} of {count}:</source>
        <translation>最新的 {shown} 項（共 {count} 項）：</translation>
    </message>
    <message>
        <source>Hide what is over</source>
        <translation>隱藏已完結的</translation>
    </message>
    <message numerus="yes">
        <source>Show %n motion(s) that are over</source>
        <translation>
            <numerusform>顯示 %n 項已完結的動議</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MotionWords</name>
    <message>
        <source>Open</source>
        <translation>表決中</translation>
    </message>
    <message>
        <source>Passed, waits for the next block</source>
        <translation>已通過，等待下一個區塊</translation>
    </message>
    <message>
        <source>Cannot pass any more</source>
        <translation>已不可能通過</translation>
    </message>
    <message>
        <source>Would change nothing any more</source>
        <translation>已不會改變任何事</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已執行</translation>
    </message>
    <message>
        <source>Ended, not carried out</source>
        <translation>已完結，未執行</translation>
    </message>
    <message>
        <source>With one voter the book is that voter&apos;s own word: nobody checks it.</source>
        <translation>只有一名投票成員時，帳簿只是其一面之詞，無人查核。</translation>
    </message>
    <message>
        <source>With two voters each can stop everything, and a lost key ends the network.</source>
        <translation>只有兩名投票成員時，任何一方都能令一切停頓；遺失一條密鑰，網絡便告終結。</translation>
    </message>
    <message>
        <source>With three voters nothing becomes final while one of them is away.</source>
        <translation>只有三名投票成員時，一名不在，任何紀錄都不能確定。</translation>
    </message>
    <message>
        <source>With three voters and records final at two, one voter that signs both ways can break the book.</source>
        <translation>三名投票成員而兩名簽署便確定時，只要一名簽署互相矛盾的紀錄，便可破壞帳簿。</translation>
    </message>
    <message>
        <source>Admit {who} as a member?</source>
        <translation>接納 {who} 為成員？</translation>
    </message>
    <message>
        <source>Give {who} a vote?</source>
        <translation>給予 {who} 投票權？</translation>
    </message>
    <message>
        <source>Take the vote of {who} away?</source>
        <translation>取消 {who} 的投票權？</translation>
    </message>
    <message>
        <source>Expel {who}?</source>
        <translation>把 {who} 除名？</translation>
    </message>
    <message>
        <source>Replace the lost key of {who} by a new one?</source>
        <translation>以新密鑰取代 {who} 遺失的密鑰？</translation>
    </message>
    <message>
        <source>Make records final at more than half of the voters?</source>
        <translation>改為過半數投票成員簽署便確定紀錄？</translation>
    </message>
    <message>
        <source>Make records final only at more than two thirds of the voters?</source>
        <translation>改為逾三分之二投票成員簽署才確定紀錄？</translation>
    </message>
    <message>
        <source>Let one of the branches of {who} stand?</source>
        <translation>讓 {who} 其中一個分支成立？</translation>
    </message>
    <message>
        <source>Let none of the branches of {who} stand?</source>
        <translation>讓 {who} 的所有分支都不成立？</translation>
    </message>
    <message>
        <source>Uphold the dispute of {who}?</source>
        <translation>裁定 {who} 的爭議成立？</translation>
    </message>
    <message>
        <source>Dismiss the dispute of {who}?</source>
        <translation>駁回 {who} 的爭議？</translation>
    </message>
    <message>
        <source>Make {who} the keeper of the pool {pool}?</source>
        <translation>由 {who} 擔任互保基金 {pool} 的管理人？</translation>
    </message>
    <message>
        <source>{who} reads along no more. What it has read it keeps.</source>
        <translation>{who}不可再閱讀；已讀取的內容，對方仍會持有。</translation>
    </message>
    <message>
        <source>The dispute is over, and {who} is right. What it has stopped can go on.</source>
        <translation>爭議了結，{who} 有理。因此停下的事項可以繼續。</translation>
    </message>
    <message>
        <source>The dispute is over, and {who} is not right. What it has stopped can go on.</source>
        <translation>爭議了結，{who} 無理。因此停下的事項可以繼續。</translation>
    </message>
    <message>
        <source>{who} draws on the pool for claims, by its rule alone. What {old} holds for the pledgers stays there.</source>
        <translation>{who} 只按基金規則為索償撥付。{old} 為認繳人持有的款項不會轉移。</translation>
    </message>
    <message>
        <source>The branch that begins with {entry} goes on and is voted on; what is on any other is void.</source>
        <translation>以 {entry} 開始的分支繼續並可表決；其他分支上的紀錄作廢。</translation>
    </message>
    <message>
        <source>All that {who} wrote from its entry {seq} on is void, on all branches.</source>
        <translation>{who} 由第 {seq} 個條目起所寫的，所有分支上的全部作廢。</translation>
    </message>
    <message>
        <source>Change the rules of the network?</source>
        <translation>更改網絡的規則？</translation>
    </message>
    <message>
        <source>{who} may read the book and write records. A vote takes a motion of its own.</source>
        <translation>{who} 可閱讀帳簿和寫入紀錄。投票權須另經動議。</translation>
    </message>
    <message>
        <source>{who} votes on records and motions.</source>
        <translation>{who} 可就紀錄和動議投票。</translation>
    </message>
    <message>
        <source>{who} stays a member, without a vote.</source>
        <translation>{who} 仍是成員，但沒有投票權。</translation>
    </message>
    <message>
        <source>{who} can neither write nor vote any more. What it wrote before stays in the book.</source>
        <translation>{who} 不能再寫入紀錄或投票。之前所寫的仍留在帳簿。</translation>
    </message>
    <message>
        <source>All that {who} owes, is owed and may do passes to the new key {key}. The old key can do nothing more.</source>
        <translation>{who} 的一切應付帳款、應收帳款和權利都轉到新密鑰 {key}。舊密鑰再不能做任何事。</translation>
    </message>
    <message>
        <source>Records are final at {final} of {voters} voters instead of {now}.</source>
        <translation>{voters} 名投票成員中有 {final} 名簽署，紀錄便告確定；現時是 {now} 名。</translation>
    </message>
    <message>
        <source>This cannot be undone: {who} can come back only as a new member, with a new key.</source>
        <translation>這個決定不能撤銷：{who} 只能以新密鑰、作為新成員重新加入。</translation>
    </message>
    <message>
        <source>Whoever holds the new key becomes {who}. Ask {who} by a way that you trust whether it is theirs, and compare the key, before you vote for it.</source>
        <translation>持有新密鑰的人就成為 {who}。投贊成票之前，請以你信任的方式向 {who} 查證新密鑰是否屬於對方，並核對密鑰。</translation>
    </message>
    <message numerus="yes">
        <source>{effect} There are %n voter(s) then: a majority at {majority}, final at {final}.</source>
        <translation>
            <numerusform>{effect}屆時有 %n 名投票成員：{majority} 名過半數，{final} 名確定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More voters may be away, and fewer have to cheat: %n voter(s) that provably sign both ways are then enough for two contradicting records to be final, instead of {now}.</source>
        <translation>
            <numerusform>可以有較多投票成員不在，但作弊所需的人也較少：屆時只要 %n 名投票成員被證實簽署互相矛盾的紀錄，兩項矛盾的紀錄便可同時確定；現時要 {now} 名。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Final records are harder to undo then, but nothing becomes final with more than %n voter(s) away.</source>
        <translation>
            <numerusform>屆時已確定的紀錄更難推翻，但多於 %n 名投票成員不在時，任何紀錄都不能確定。</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Entries a member may write in a day</source>
        <translation>每名成員每日可寫的條目</translation>
    </message>
    <message>
        <source>Days of grace after an end that a record relies on</source>
        <translation>紀錄所依期限屆滿後的寬限日數</translation>
    </message>
    <message>
        <source>Days until records under old rules are too late</source>
        <translation>按舊規則所寫紀錄多少日後算過遲</translation>
    </message>
</context>
<context>
    <name>NameForm</name>
    <message>
        <source>Your name</source>
        <translation>你的名稱</translation>
    </message>
    <message>
        <source>Change name</source>
        <translation>更改名稱</translation>
    </message>
    <message>
        <source>As the other members see it. They are told when you change it.</source>
        <translation>其他成員看到的名稱。更改後會通知他們。</translation>
    </message>
    <message>
        <source>You are called {name} from now on.</source>
        <translation>你的名稱現在是 {name}。</translation>
    </message>
</context>
<context>
    <name>NettingTab</name>
    <message>
        <source>Announce a round</source>
        <translation>公布一輪</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>統籌人</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Due until</source>
        <translation>最遲到期日</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>結束日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
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
        <translation>各輪淨額結算</translation>
    </message>
    <message>
        <source>No netting round has been announced.</source>
        <translation>未有公布任何一輪淨額結算。</translation>
    </message>
    <message>
        <source>In a round, circles of debts disappear: if A owes B, B owes C and C owes A, the same amount is taken off all three. Nobody pays, nobody&apos;s net position changes, everybody owes less.</source>
        <translation>一輪淨額結算會消除循環欠款：甲欠乙、乙欠丙、丙又欠甲，三筆便各減去同樣的金額。無人付款，任何人的淨額都不變，而各人都少欠了。</translation>
    </message>
    <message>
        <source>Asking for the rounds…</source>
        <translation>正在讀取各輪…</translation>
    </message>
    <message>
        <source>Netting</source>
        <translation>淨額結算</translation>
    </message>
    <message>
        <source>Open to join: {count} · taking part in: {taken}</source>
        <translation>可加入：{count} 輪 · 已參加：{taken} 輪</translation>
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
        <translation>正在結束，表決中</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵銷</translation>
    </message>
    <message>
        <source>Ended without a result</source>
        <translation>未作結算而結束</translation>
    </message>
    <message>
        <source>Lapsed: nobody ended it in time</source>
        <translation>已失效：逾期未結束</translation>
    </message>
    <message>
        <source>{who}: {currency} due by {day}</source>
        <translation>{who}：{day}或以前到期的 {currency} 欠款</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>未有</translation>
    </message>
    <message>
        <source>{amount} in {obligations} obligations of {members} members</source>
        <translation>{amount}，{members} 名成員的 {obligations} 筆欠款</translation>
    </message>
    <message>
        <source>{amount} of {members} members</source>
        <translation>{amount}，{members} 名成員</translation>
    </message>
    <message>
        <source>{joined} of {mine} joined</source>
        <translation>{mine} 筆中已加入 {joined} 筆</translation>
    </message>
    <message>
        <source>{mine} could join</source>
        <translation>{mine} 筆可加入</translation>
    </message>
    <message>
        <source>You take part. Nothing that you owe or are owed is within what this round clears.</source>
        <translation>你已參加。你的應付和應收都不在這一輪的範圍內。</translation>
    </message>
    <message>
        <source>You take part. All {mine} of your obligations have joined.</source>
        <translation>你已參加。你的 {mine} 筆欠款已全部加入。</translation>
    </message>
    <message>
        <source>You take part. {joined} of your {mine} obligations have joined; the rest waits for the other party to take part.</source>
        <translation>你已參加。你的 {mine} 筆欠款中已有 {joined} 筆加入，其餘要待對方參加。</translation>
    </message>
    <message>
        <source>You owe nothing and are owed nothing that this round could clear.</source>
        <translation>你沒有這一輪可以結算的應付或應收。</translation>
    </message>
    <message>
        <source>You owe {owe}, you are owed {owed}; none of it lies on a circle that could disappear.</source>
        <translation>你應付 {owe}，應收 {owed}；當中沒有可以消除的循環欠款。</translation>
    </message>
    <message>
        <source>You owe {owe}, you are owed {owed}; about {mine} of both could disappear.</source>
        <translation>你應付 {owe}，應收 {owed}；兩邊各約有 {mine} 可以消除。</translation>
    </message>
    <message>
        <source>If everybody took part, {all} of {gross} would be set off in all. Computed on this machine; nothing is written and nobody is asked.</source>
        <translation>如果各成員都參加，{gross} 之中合共可抵銷 {all}。由本機計算，不會寫入任何紀錄，也不會通知任何人。</translation>
    </message>
    <message>
        <source>{cleared} of {gross} would be cleared.</source>
        <translation>{gross} 之中可抵銷 {cleared}。</translation>
    </message>
    <message>
        <source>{more} would clear in addition, if members could borrow {liquidity} in all.</source>
        <translation>如果各成員合共可借入 {liquidity}，可多抵銷 {more}。</translation>
    </message>
    <message>
        <source>{more} would clear in addition, if each member could be down by {liquidity} with a pool.</source>
        <translation>如果每個成員最多可欠資金池 {liquidity}，可多抵銷 {more}。</translation>
    </message>
    <message>
        <source>Without any</source>
        <translation>不加資金</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>借入資金</translation>
    </message>
    <message>
        <source>A pool in between</source>
        <translation>居中的資金池</translation>
    </message>
    <message>
        <source>Computed at {time}, as if everybody took part with all {obligations} obligations.</source>
        <translation>於 {time} 計算，假設各成員都參加，合共 {obligations} 筆欠款。</translation>
    </message>
    <message>
        <source>Computed at {time} from the {obligations} obligations that had joined.</source>
        <translation>於 {time} 計算，以當時已加入的 {obligations} 筆欠款為準。</translation>
    </message>
    <message>
        <source>Recomputed on this machine: {cleared} is the most that can be cleared, and nobody&apos;s net position has changed.</source>
        <translation>本機已重新計算：{cleared} 是可以抵銷的最大金額，任何人的淨額都沒有改變。</translation>
    </message>
    <message>
        <source>Recomputed on this machine: {cleared} were set off, and that is not right. More could be cleared, or somebody&apos;s net position has changed.</source>
        <translation>本機已重新計算：已抵銷 {cleared}，但結果不正確。還可以抵銷更多，或有人的淨額改變了。</translation>
    </message>
    <message>
        <source>{debtor} owes {holder} {before}.</source>
        <translation>{debtor} 欠 {holder} {before}。</translation>
    </message>
    <message>
        <source>{debtor} owed {holder} {before}: {set_off} set off, {left} left.</source>
        <translation>{debtor} 原欠 {holder} {before}：抵銷 {set_off}，餘 {left}。</translation>
    </message>
    <message>
        <source>{debtor} owed {holder} {before}: all of it set off.</source>
        <translation>{debtor} 原欠 {holder} {before}：已全數抵銷。</translation>
    </message>
</context>
<context>
    <name>NetworkGate</name>
    <message>
        <source>Join or create a network</source>
        <translation>加入或建立網絡</translation>
    </message>
    <message>
        <source>A network is the circle of firms that keep one book together. Its founders are its first voters.</source>
        <translation>網絡是共同保存一本帳簿的一群公司。創辦成員就是首批投票成員。</translation>
    </message>
    <message>
        <source>Join network</source>
        <translation>加入網絡</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>建立網絡</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀請函</translation>
    </message>
    <message>
        <source>Paste the invitation that you were sent.</source>
        <translation>請貼上你收到的邀請函。</translation>
    </message>
    <message>
        <source>{network} is ready</source>
        <translation>{network} 已準備就緒</translation>
    </message>
    <message>
        <source>Send this invitation to the other founders, by any way you trust. It joins only those you named.</source>
        <translation>用你信任的任何方式，把這份邀請函傳給其他創辦成員。只有你列出的成員才能加入。</translation>
    </message>
    <message>
        <source>Your ID and address</source>
        <translation>你的成員編號與地址</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>申請加入</translation>
    </message>
    <message>
        <source>Read along</source>
        <translation>唯讀加入</translation>
    </message>
    <message>
        <source>Give this line to whoever creates the network: it names you as a founder.</source>
        <translation>把這一行交給建立網絡的人，讓對方把你列為創辦成員。</translation>
    </message>
    <message>
        <source>What follows the @ is where your computer is found on the local network. Others reach it from outside at your router&apos;s address, if the router passes this port on.</source>
        <translation>@ 之後是你的電腦在區域網絡上的地址。外面的人要用路由器的地址，而且路由器須轉發這個連接埠。</translation>
    </message>
    <message>
        <source>Lock this profile</source>
        <translation>鎖定這個帳戶</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>You were sent an invitation</source>
        <translation>你收到了邀請函</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>You and other founders begin a new book</source>
        <translation>你和其他創辦成員開立新帳簿</translation>
    </message>
    <message>
        <source>Paste the invitation here</source>
        <translation>在此貼上邀請函</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>開啟帳簿</translation>
    </message>
</context>
<context>
    <name>NewMotionSheet</name>
    <message>
        <source>Put a motion</source>
        <translation>提出動議</translation>
    </message>
    <message>
        <source>All {voters} voters are asked. It passes once {needed} of them are for it.</source>
        <translation>全部 {voters} 名投票成員都會表決，滿 {needed} 票贊成便通過。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>All members read it, now and later: no secrets.</source>
        <translation>所有成員現在和將來都會看到：請勿填寫機密資料。</translation>
    </message>
    <message>
        <source>Open for so many days</source>
        <translation>表決期（日）</translation>
    </message>
    <message>
        <source>The voters will read</source>
        <translation>投票成員會看到</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put it to the voters</source>
        <translation>交投票成員表決</translation>
    </message>
    <message>
        <source>Say why: the voters decide by it.</source>
        <translation>請寫明理由：投票成員憑此決定。</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long.</source>
        <translation>
            <numerusform>超出 %n 個字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your motion is before the voters.</source>
        <translation>你的動議已交投票成員表決。</translation>
    </message>
</context>
<context>
    <name>NewRecordSheet</name>
    <message>
        <source>New record</source>
        <translation>新增紀錄</translation>
    </message>
    <message>
        <source>They owe me</source>
        <translation>對方欠我</translation>
    </message>
    <message>
        <source>I owe them</source>
        <translation>我欠對方</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>開立日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>寬限日數</translation>
    </message>
    <message>
        <source>Invoice number or reference</source>
        <translation>發票號碼或編號</translation>
    </message>
    <message>
        <source>All members can read it: no prices, no names of persons.</source>
        <translation>所有成員都可閱讀：請勿填寫單價或個人姓名。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Kept as a draft on this computer.</source>
        <translation>已存為這部電腦上的草稿。</translation>
    </message>
    <message>
        <source>All members see the parties, the amount, the days and the texts. Once signed it stays in the book; a mistake is mended by a further record. It counts as owed when the other side has accepted it.</source>
        <translation>所有成員都看到雙方、金額、日期和文字。簽署後便留在帳簿中；出錯要以另一項紀錄更正。對方接受後才算作欠款。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>存為草稿</translation>
    </message>
    <message>
        <source>Sign and send</source>
        <translation>簽署並傳送</translation>
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
        <translation>早於開立日。</translation>
    </message>
    <message>
        <source>Choose a member of this network.</source>
        <translation>請選擇本網絡的一名成員。</translation>
    </message>
    <message>
        <source>Give it a number both sides will know it by.</source>
        <translation>請填寫雙方都認得的編號。</translation>
    </message>
    <message>
        <source>Signed. The voters are signing it.</source>
        <translation>已簽署，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>Give notice of default</source>
        <translation>發出違約通知</translation>
    </message>
    <message>
        <source>What you tell {who}</source>
        <translation>你對 {who} 說的話</translation>
    </message>
    <message>
        <source>All members can read it.</source>
        <translation>所有成員都可閱讀。</translation>
    </message>
    <message>
        <source>Starts the 14 days after which a default may be recorded, once 60 days have passed since the due day and the days of grace. It changes nothing else.</source>
        <translation>由此開始計算 14 日；期滿後，如到期日加寬限日數已過 60 日，即可記錄違約。此外不會改變任何事。</translation>
    </message>
    <message>
        <source>Give notice and sign</source>
        <translation>發出通知並簽署</translation>
    </message>
    <message>
        <source>Notice given. The voters are signing it.</source>
        <translation>已發出通知，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>NowCard</name>
    <message>
        <source>Add an address</source>
        <translation>新增地址</translation>
    </message>
</context>
<context>
    <name>NowWords</name>
    <message>
        <source>The disk is full.</source>
        <translation>磁碟已滿。</translation>
    </message>
    <message>
        <source>Nothing was lost. Free some space; sync goes on by itself.</source>
        <translation>沒有遺失任何資料。請騰出空間，同步會自動繼續。</translation>
    </message>
    <message>
        <source>Nothing is signed here.</source>
        <translation>這裏不簽署任何紀錄。</translation>
    </message>
    <message>
        <source>Your own earlier records are being fetched from the others.</source>
        <translation>正從其他成員取回你以往的紀錄。</translation>
    </message>
    <message>
        <source>Signing waits until they are here, so that nothing is signed twice. Nothing for you to do.</source>
        <translation>取回之前暫不簽署，以免重複簽署。你無須處理。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong, so nothing is signed or sent.</source>
        <translation>這部電腦的時鐘不準，因此不會簽署或傳送任何紀錄。</translation>
    </message>
    <message>
        <source>Set it right; signing then goes on by itself.</source>
        <translation>請校正時鐘；之後會自動繼續簽署。</translation>
    </message>
    <message>
        <source>The other members let your last records wait until {time}.</source>
        <translation>其他成員會把你最近的紀錄擱置至 {time}。</translation>
    </message>
    <message>
        <source>They were signed while this computer&apos;s clock was fast. Wait, or ask for a new key.</source>
        <translation>這些紀錄在電腦時鐘過快時簽署。請等候，或要求更換密鑰。</translation>
    </message>
    <message>
        <source>No other member is known yet.</source>
        <translation>尚未有其他成員的資料。</translation>
    </message>
    <message>
        <source>Say where one of them listens.</source>
        <translation>請輸入其中一名成員的地址。</translation>
    </message>
    <message>
        <source>Offline since {time}.</source>
        <translation>自 {time} 起離線。</translation>
    </message>
    <message>
        <source>Not connected to any member.</source>
        <translation>沒有連接任何成員。</translation>
    </message>
    <message>
        <source>You can write, sign and read everything.</source>
        <translation>你仍可撰寫、簽署和閱讀所有內容。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be sent as soon as somebody is reached.</source>
        <translation>
            <numerusform>連接到任何成員後，便會傳送 %n 項紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>You have written as much today as the charter lets one member write.</source>
        <translation>你今天寫入的數量已達章程給每位成員的上限。</translation>
    </message>
    <message>
        <source>It goes on at {time}, or with the next charter block.</source>
        <translation>將於 {time} 或下一個章程區塊產生時恢復。</translation>
    </message>
    <message>
        <source>Today&apos;s records of {names} are here; more of them wait.</source>
        <translation>{names} 今天的紀錄已收下，其餘的仍在等候。</translation>
    </message>
    <message>
        <source>The charter lets each member send only so much in a day. It goes on at {time}, or with the next charter block. Nothing for you to do.</source>
        <translation>章程限制每位成員每天可傳送的數量。將於 {time} 或下一個章程區塊產生時恢復，你無需處理。</translation>
    </message>
    <message numerus="yes">
        <source>Receiving %n record(s)</source>
        <translation>
            <numerusform>正在接收 %n 項紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>片刻</translation>
    </message>
    <message>
        <source>{rate} a second, about {left} left.</source>
        <translation>每秒 {rate} 項，約餘 {left}。</translation>
    </message>
    <message>
        <source>Connected to {connected} of {known} members.</source>
        <translation>已連接 {known} 名成員中的 {connected} 名。</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n record(s)</source>
        <translation>
            <numerusform>正在傳送 %n 項紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>They wait for {names} to sign. Nothing for you to do.</source>
        <translation>正等待 {names} 簽署。你無須處理。</translation>
    </message>
    <message numerus="yes">
        <source>No majority yet for %n record(s) of yours.</source>
        <translation>
            <numerusform>你有 %n 項紀錄未過半數。</numerusform>
        </translation>
    </message>
    <message>
        <source>Records up to {time}.</source>
        <translation>紀錄截至 {time}。</translation>
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
        <translation>{who} 提出爭議</translation>
    </message>
    <message>
        <source>{who} answered, {time}</source>
        <translation>{who} 的回應，{time}</translation>
    </message>
    <message>
        <source>{who} asks {asked} for a correction</source>
        <translation>{who} 要求 {asked} 更正</translation>
    </message>
    <message>
        <source>Nobody has answered within 40 days: it has taken effect on {time}, as a mark.</source>
        <translation>40 日內無人回應：已於 {time} 生效，成為標記。</translation>
    </message>
    <message>
        <source>The 40 days to answer begin with the block that includes it.</source>
        <translation>回應期限為 40 日，由納入它的區塊起計。</translation>
    </message>
    <message>
        <source>To be answered within 40 days, until {time}; then it takes effect, as a mark.</source>
        <translation>須於 40 日內，即 {time} 或之前回應；逾期即會生效，成為標記。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) as evidence</source>
        <translation>
            <numerusform>附 %n 個證據檔案</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>On the way</source>
        <translation>傳送途中</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>撰寫時間</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已簽署</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Records on the way</source>
        <translation>傳送途中的紀錄</translation>
    </message>
    <message>
        <source>Nothing: everything you wrote is final.</source>
        <translation>沒有：你寫的所有紀錄均已確定。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>only on this machine</source>
        <translation>只在這部電腦</translation>
    </message>
    <message numerus="yes">
        <source>with %n peer(s)</source>
        <translation>
            <numerusform>%n 名成員已存有</numerusform>
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
        <translation>商業信貸報告</translation>
    </message>
    <message>
        <source>Issued by the member itself from its own copy of the book, signed {when}.</source>
        <translation>由成員本身根據自己的帳簿副本發出，於 {when} 簽署。</translation>
    </message>
    <message>
        <source>Issued by {name} from its copy of the book, signed {when}.</source>
        <translation>由 {name} 根據其帳簿副本發出，於 {when} 簽署。</translation>
    </message>
    <message>
        <source>Network {name}</source>
        <translation>網絡 {name}</translation>
    </message>
    <message>
        <source>The network has no block yet: nothing is proven beyond the signature.</source>
        <translation>網絡尚未有區塊：除簽署外，未有任何證明。</translation>
    </message>
    <message>
        <source>Newest block {height} of {day}: {id}</source>
        <translation>最新區塊 {height}（{day}）：{id}</translation>
    </message>
    <message>
        <source>Why this grade</source>
        <translation>評級的理由</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>甚麼會改變評級</translation>
    </message>
    <message>
        <source>Invoices by month due</source>
        <translation>按到期月份的發票</translation>
    </message>
    <message>
        <source>Chance of payment within terms, by quarter</source>
        <translation>在付款期內付清的機會（按季）</translation>
    </message>
    <message>
        <source>Open and overdue, by age</source>
        <translation>未清及逾期（按帳齡）</translation>
    </message>
    <message>
        <source>Largest counterparties</source>
        <translation>最大的交易對手</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>欠缺甚麼</translation>
    </message>
    <message>
        <source>Invoices and disputes</source>
        <translation>發票與爭議</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>如何核實本報告</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>準時</translation>
    </message>
    <message>
        <source>1–30 days late</source>
        <translation>遲 1–30 日</translation>
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
        <translation>遲逾 90 日</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未清</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>1–30 days</source>
        <translation>1–30 日</translation>
    </message>
    <message>
        <source>over 90</source>
        <translation>逾 90</translation>
    </message>
    <message>
        <source>Highest credit</source>
        <translation>最高欠款</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>開票</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>狀況</translation>
    </message>
    <message numerus="yes">
        <source>%n more invoice(s) count as well; the signed file has them.</source>
        <translation>
            <numerusform>另有 %n 張發票計算在內，載於已簽署的檔案。</numerusform>
        </translation>
    </message>
    <message>
        <source>given up</source>
        <translation>已撇帳</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未清</translation>
    </message>
    <message>
        <source>paid within terms</source>
        <translation>在付款期內付清</translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n day(s)</source>
        <translation>
            <numerusform>逾期 %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paid %n day(s) late</source>
        <translation>
            <numerusform>遲 %n 日付清</numerusform>
        </translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>有爭議</translation>
    </message>
    <message>
        <source>in default</source>
        <translation>違約</translation>
    </message>
    <message>
        <source>restructured</source>
        <translation>已重訂條款</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>未了結</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>upheld by the voters</source>
        <translation>投票成員裁定成立</translation>
    </message>
    <message>
        <source>dismissed by the voters</source>
        <translation>投票成員裁定不成立</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Dispute of {day} by {who}, {outcome}: “{says}”</source>
        <translation>{who} 於 {day} 提出的爭議（{outcome}）：「{says}」</translation>
    </message>
    <message>
        <source>{who} answers: “{says}”</source>
        <translation>{who} 的回覆：「{says}」</translation>
    </message>
    <message>
        <source>the member itself</source>
        <translation>該成員本身</translation>
    </message>
    <message numerus="yes">
        <source>This paper is a reading of a signed file, {file}, which comes with it. The file counts: a W3C Verifiable Credential with %n signed record(s) that its invoices rest on.</source>
        <translation>
            <numerusform>本文件是隨附已簽署檔案 {file} 的讀本，以該檔案為準：它是 W3C 可驗證憑證，載有發票所依據的 %n 項已簽署紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody checks it offline with: cohong verify {file} --network {id}</source>
        <translation>任何人都可離線核實：cohong verify {file} --network {id}</translation>
    </message>
    <message>
        <source>SHA-256 of the file, also in the code: {hash}</source>
        <translation>檔案的 SHA-256（亦在二維碼內）：{hash}</translation>
    </message>
    <message>
        <source>Signed by {did}</source>
        <translation>簽署者 {did}</translation>
    </message>
    <message>
        <source>No file can prove that no invoice is missing. What the records say was checked by the voters of the network by the rules of its book, not against the world.</source>
        <translation>任何檔案都無法證明沒有遺漏發票。紀錄的內容由網絡的投票成員按帳簿規則審核，而非與現實核對。</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 頁，共 {count} 頁</translation>
    </message>
</context>
<context>
    <name>PartiesStep</name>
    <message>
        <source>Customers with the name or number of a member are found by themselves, and so are those that you assigned in an earlier import. Invoices of a customer that stands for nobody stay out and are listed.</source>
        <translation>名稱或編號與成員相同的客戶會自動對應，以往匯入時指定過的亦然。未對應任何成員的客戶，其發票不會匯入，並會列出。</translation>
    </message>
    <message>
        <source>Member for all that are not assigned</source>
        <translation>所有未指定客戶對應的成員</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Name in the file</source>
        <translation>檔案中的名稱</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Customers of the file</source>
        <translation>檔案中的客戶</translation>
    </message>
    <message>
        <source>All that are not assigned:</source>
        <translation>所有未指定的：</translation>
    </message>
    <message>
        <source>Member for {customer}</source>
        <translation>{customer} 對應的成員</translation>
    </message>
    <message>
        <source>not assigned</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>{assigned} of {all} customers are assigned to members.</source>
        <translation>{all} 個客戶中有 {assigned} 個已對應成員。</translation>
    </message>
    <message>
        <source>As in an earlier import: {count}.</source>
        <translation>與先前的匯入相同：{count}。</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Present passphrase</source>
        <translation>現時的密碼短語</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新的密碼短語</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>再次輸入新的密碼短語</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>更改密碼短語</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>兩次輸入的新密碼短語不一樣。</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>密碼短語已更改。</translation>
    </message>
    <message>
        <source>Opens your records on this computer. Your recovery words stay the same.</source>
        <translation>用來開啟你在這部電腦上的紀錄。復原字詞保持不變。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼短語</translation>
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
        <translation>Caps Lock 已開啟</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>顯示密碼短語</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>隱藏密碼短語</translation>
    </message>
</context>
<context>
    <name>PaySheet</name>
    <message>
        <source>Record what you have paid</source>
        <translation>記錄你的付款</translation>
    </message>
    <message>
        <source>Due: {amount}</source>
        <translation>應付：{amount}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>起息日</translation>
    </message>
    <message>
        <source>The day the money arrived.</source>
        <translation>款項入帳的日子。</translation>
    </message>
    <message>
        <source>Bank transfer, FPS, cheque …</source>
        <translation>銀行轉帳、轉數快、支票……</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>付款編號</translation>
    </message>
    <message>
        <source>Pay {creditor} yourself first: Cohong moves no money. {creditor} then puts you in its place for this much, and {debtor} owes it to you.</source>
        <translation>請先自行付款予 {creditor}：Cohong 不經手款項。{creditor} 隨後把相應金額的債權轉予你，由 {debtor} 欠你。</translation>
    </message>
    <message>
        <source>A call is answered once: if you record less than is due, the rest needs a new call.</source>
        <translation>每項要求只可回應一次：若記錄的金額少於應付，餘數須另行要求。</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>記錄並簽署</translation>
    </message>
    <message>
        <source>More than is due.</source>
        <translation>超過應付金額。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>這一天還沒有到。</translation>
    </message>
    <message>
        <source>Payment recorded. The voters are signing it.</source>
        <translation>付款已記錄，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>PaymentColumns</name>
    <message>
        <source>Choose columns</source>
        <translation>選擇欄位</translation>
    </message>
    <message>
        <source>Say which column has: {names}.</source>
        <translation>請指出哪一欄是：{names}。</translation>
    </message>
    <message>
        <source>Columns: {columns}.</source>
        <translation>欄位：{columns}。</translation>
    </message>
    <message>
        <source>Hide columns</source>
        <translation>隱藏欄位</translation>
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
        <translation>金額</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>起息日</translation>
    </message>
    <message>
        <source>The day the money arrived.</source>
        <translation>款項入帳的日子。</translation>
    </message>
    <message>
        <source>Bank transfer, FPS, cheque …</source>
        <translation>銀行轉帳、轉數快、支票……</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Reference of the payment</source>
        <translation>付款編號</translation>
    </message>
    <message>
        <source>More than is outstanding.</source>
        <translation>超過未付金額。</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>這一天還沒有到。</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Import payments</source>
        <translation>匯入收付款</translation>
    </message>
    <message>
        <source>Above 0 came in, below 0 went out</source>
        <translation>正數是收入，負數是支出</translation>
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
        <translation>檔案的讀法</translation>
    </message>
    <message>
        <source>Currency, where the file names none</source>
        <translation>貨幣（檔案沒有註明時）</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>To be recorded</source>
        <translation>將會記錄</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>Recorded before</source>
        <translation>以前已記錄</translation>
    </message>
    <message>
        <source>Rows that stay out</source>
        <translation>不會匯入的列</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行號</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Payments and what they are for</source>
        <translation>款項及其對應發票</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Left after it</source>
        <translation>餘下未清</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>Record %Ln payment(s)</source>
        <translation>
            <numerusform>記錄 %Ln 筆款項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
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
        <translation>聲明已付款</translation>
    </message>
</context>
<context>
    <name>PeersCard</name>
    <message>
        <source>Members&apos; machines</source>
        <translation>成員的電腦</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>連接</translation>
    </message>
    <message>
        <source>They lack</source>
        <translation>對方欠缺</translation>
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
        <translation>已傳送</translation>
    </message>
    <message>
        <source>Why, next try</source>
        <translation>原因、下次嘗試</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>No other member is known yet.</source>
        <translation>尚未有其他成員的資料。</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
    <message>
        <source>through {member}</source>
        <translation>經 {member}</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>最近上線 {time}</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>從未上線</translation>
    </message>
    <message>
        <source>Next try in {time}.</source>
        <translation>{time}後再試。</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隱藏詳情</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Others show {shown} signed entries of yours, and {held} are here. Nothing is signed until the rest has come.</source>
        <translation>其他成員顯示你有 {shown} 個已簽署的條目，這裏有 {held} 個。其餘條目取回之前，不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>This profile is also running on another computer (seen through {through}). Nothing is signed on either until one of them is closed.</source>
        <translation>這個帳戶亦正在另一部電腦上使用（經 {through} 得知）。關閉其中一邊之前，兩邊都不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>Something that this computer did not sign has come in under your key, through {through}. The profile may also be running on another computer: close it there. Nothing is signed here for the moment.</source>
        <translation>經 {through} 收到以你的密鑰簽署、但並非由這部電腦簽署的條目。這個帳戶可能亦在另一部電腦上使用：請在那邊關閉。這裏暫不簽署任何紀錄。</translation>
    </message>
    <message>
        <source>Another computer has signed with this profile since. What was signed here from your entry no. {rival} on was never sent and does not follow from that, so it stays here. Go on with the other computer, or make a new profile from your recovery words.</source>
        <translation>此後另一部電腦用這個帳戶簽署過。這裏由你的第 {rival} 個條目起簽署的內容從未傳出，與那邊不相連，因此只留在這裏。請用另一部電腦繼續，或用復原字詞建立新帳戶。</translation>
    </message>
    <message>
        <source>One of your own records is damaged here. Nothing is signed until it has been fetched from the others.</source>
        <translation>你的一項紀錄在這裏已損壞。從其他成員取回之前不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>The pen was handed over to another device. This one reads along and keeps drafts; it signs again once the pen is handed back.</source>
        <translation>簽署權已移交另一部裝置。這部裝置仍可閱讀紀錄和保存草稿；簽署權交還後才會再簽署。</translation>
    </message>
    <message>
        <source>Another device took the pen with the same file before. This one does not sign; go on with that one.</source>
        <translation>另一部裝置先前已用同一檔案取得簽署權。這部裝置不會簽署；請繼續使用那部裝置。</translation>
    </message>
    <message>
        <source>This device reads along and keeps drafts. It has no key to sign with; hand the pen over from your other device to sign here.</source>
        <translation>這部裝置可閱讀紀錄和保存草稿，但沒有用來簽署的密鑰；如要在此簽署，請從你的另一部裝置移交簽署權。</translation>
    </message>
    <message>
        <source>The pen comes from another device. Your own entries are being fetched from the others ({held} of {written}); signing begins when they are here.</source>
        <translation>簽署權由另一部裝置移交而來。正從其他成員取回你的條目（{written} 個中的 {held} 個）；取回後即可簽署。</translation>
    </message>
    <message>
        <source>What the others hold is not the network of whoever invited you: its history is another one. Nothing of it is taken from there on, and nothing is signed. Ask whoever invited you, by a way that you trust, for a new invitation, and use it with a new profile.</source>
        <translation>其他人所持的並非邀請你的人的網絡：其歷史並不相同。由該處起一概不予接收，也不會簽署任何內容。請以你信任的途徑，向邀請你的人索取新的邀請，並以新的帳戶使用。</translation>
    </message>
    <message>
        <source>This profile was restored or copied: this computer has no note of what it signed last. Nothing is signed until your own entries have been fetched from the others.</source>
        <translation>這個帳戶是復原或複製而來的：這部電腦沒有它最後簽署了甚麼的記載。從其他成員取回你的條目之前，不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>This profile was put back from an older copy: this computer had signed up to your entry no. {written}, and the file ends at no. {held}. Nothing is signed until the rest has been fetched from the others.</source>
        <translation>這個帳戶是由舊副本放回的：這部電腦已簽署到你的第 {written} 個條目，而檔案只到第 {held} 個。從其他成員取回其餘條目之前，不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>This is not the profile that this computer signed with last. Nothing is signed until your own entries have been fetched from the others.</source>
        <translation>這不是這部電腦上次用來簽署的帳戶。從其他成員取回你的條目之前，不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>{heard} of the {needed} voters that are needed have told what they hold.</source>
        <translation>需要 {needed} 名投票成員說明各自存有甚麼，已有 {heard} 名說明。</translation>
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
        <translation>原因和處理方法</translation>
    </message>
</context>
<context>
    <name>PenForm</name>
    <message>
        <source>Pen</source>
        <translation>簽署權</translation>
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
        <translation>按你的決定，這部裝置仍會簽署，直至節點關閉。</translation>
    </message>
    <message>
        <source>This device signs. One device of a member does at a time.</source>
        <translation>這部裝置負責簽署。每名成員同一時間只有一部裝置簽署。</translation>
    </message>
</context>
<context>
    <name>PenSheet</name>
    <message>
        <source>Why nothing is signed</source>
        <translation>為甚麼不簽署</translation>
    </message>
    <message>
        <source>I have read this, and no other copy of this profile is running.</source>
        <translation>我已閱讀，並確認這個帳戶沒有其他副本正在使用。</translation>
    </message>
    <message>
        <source>Sign anyway</source>
        <translation>仍要簽署</translation>
    </message>
    <message>
        <source>Signing all the same</source>
        <translation>仍要簽署的後果</translation>
    </message>
    <message>
        <source>It is best to wait: signing goes on by itself.</source>
        <translation>最好等待：簽署會自行恢復。</translation>
    </message>
    <message>
        <source>If others hold records of yours that are not here yet, or another copy signs as well, you will have signed two ways. Every member sees the proof of it, new records of yours stay unconfirmed until the voters have ruled on it, and some may be void for good.</source>
        <translation>如果其他成員持有你尚未取回的紀錄，或另一個副本亦在簽署，你便簽署了互相矛盾的紀錄。所有成員都會看到證據；投票成員裁決之前，你的新紀錄不會獲確認，部分可能永久無效。</translation>
    </message>
    <message>
        <source>It holds until the node is closed, and cannot be taken back.</source>
        <translation>此決定在節點關閉前一直有效，且不能撤回。</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Records are signed from now on, until the node is closed.</source>
        <translation>由現在起至節點關閉為止會簽署紀錄。</translation>
    </message>
</context>
<context>
    <name>PickSheet</name>
    <message>
        <source>What is owed to you</source>
        <translation>你的應收款項</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
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
        <translation>請選擇其中一項。</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Check</source>
        <translation>查核</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>帳簿</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>收付款</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>帳齡</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市場</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>PledgeSheet</name>
    <message>
        <source>Pledge to a pool</source>
        <translation>認繳互保基金</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>The most that is ever drawn on your pledge.</source>
        <translation>你的認繳最多被撥付的金額。</translation>
    </message>
    <message>
        <source>The last day on which it may be drawn on.</source>
        <translation>可撥付的最後一天。</translation>
    </message>
    <message>
        <source>You stand for losses of all members, in proportion to what is left of your pledge and never beyond its cap. What is drawn you owe to {keeper}, the pool&apos;s keeper, who passes it on: Cohong moves no money.</source>
        <translation>你按認繳餘額的比例分擔所有成員的損失，絕不超過上限。撥付的金額由你付予基金管理人 {keeper}，再由其轉交：Cohong 不經手款項。</translation>
    </message>
    <message>
        <source>A pledge is signed and can&apos;t be taken back before its last day.</source>
        <translation>認繳經簽署，到期前不能收回。</translation>
    </message>
    <message>
        <source>Pledge and sign</source>
        <translation>認繳並簽署</translation>
    </message>
    <message>
        <source>Pledged. It counts once a majority of the voters has signed it.</source>
        <translation>已認繳。過半數投票成員簽署後生效。</translation>
    </message>
</context>
<context>
    <name>PoolClaimSheet</name>
    <message>
        <source>Claim from a pool</source>
        <translation>向互保基金索償</translation>
    </message>
    <message>
        <source>There is no pool in this currency with pledges left.</source>
        <translation>沒有此貨幣而仍有認繳餘額的互保基金。</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>互保基金</translation>
    </message>
    <message>
        <source>The rule says what is paid, not the keeper. Once the keeper has drawn, you put it in your place for that much, and {debtor} owes you the rest. A claim can&apos;t be taken back.</source>
        <translation>賠付多少由規則決定，不由管理人決定。管理人撥付後，你把相應金額的債權轉予管理人，餘數 {debtor} 仍欠你。索償不能收回。</translation>
    </message>
    <message>
        <source>Claim and sign</source>
        <translation>索償並簽署</translation>
    </message>
    <message>
        <source>{name}: {amount} left</source>
        <translation>{name}：餘額 {amount}</translation>
    </message>
    <message>
        <source>Claimed. The pool&apos;s keeper draws for it next.</source>
        <translation>已索償。接著由基金管理人撥付。</translation>
    </message>
</context>
<context>
    <name>PoolSheet</name>
    <message>
        <source>Create a guarantee pool</source>
        <translation>設立互保基金</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Members pledge to it, each up to a cap of its own. Whoever is owed something in default may claim from it: a fifth of the loss stays with that creditor, no debtor is ever paid for beyond a tenth of what is pledged, and each pledge pays in proportion to what is left of it.</source>
        <translation>成員各自在上限內認繳。應收款項違約的成員可向基金索償：損失的五分之一由該債權人自行承擔，為任何一名債務人賠付的金額合計不超過認繳總額的十分之一，各認繳按餘額比例支付。</translation>
    </message>
    <message>
        <source>You become its keeper: you draw for claims by that rule alone, which every voter computes anew, and hold what was paid for the pledgers. Creating it costs you nothing; a pledge is a step of its own.</source>
        <translation>你成為管理人：只按此規則為索償撥付，每位投票成員都會重新計算，並代認繳成員持有已賠付的債權。設立基金無須付款；認繳須另行簽署。</translation>
    </message>
    <message>
        <source>Create and sign</source>
        <translation>設立並簽署</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>請輸入名稱。</translation>
    </message>
    <message>
        <source>Created. Members can pledge once a majority of the voters has signed it.</source>
        <translation>已設立。過半數投票成員簽署後，成員便可認繳。</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Proof</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>Show the proof, which anyone can check</source>
        <translation>顯示證據，任何人都可查核</translation>
    </message>
    <message>
        <source>The question is before the voters.</source>
        <translation>問題已交投票成員表決。</translation>
    </message>
</context>
<context>
    <name>ProofsCard</name>
    <message>
        <source>Signed both ways</source>
        <translation>雙重簽署</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>證據</translation>
    </message>
    <message>
        <source>{who} has signed two different entries in one place.</source>
        <translation>{who} 在同一位置簽署了兩個不同的條目。</translation>
    </message>
    <message>
        <source>Found {time}, entry {seq} of its records. {outcome} Anyone can check this proof:</source>
        <translation>於 {time} 發現，在其第 {seq} 個條目。{outcome}任何人都可查核此證據：</translation>
    </message>
    <message>
        <source>Nothing that it wrote from there on is signed until a motion says which one stands.</source>
        <translation>在動議決定哪一個成立之前，其後所寫的一概不予簽署。</translation>
    </message>
    <message>
        <source>It is no member any more.</source>
        <translation>對方已不再是成員。</translation>
    </message>
    <message>
        <source>None of its branches stands.</source>
        <translation>各分支都不成立。</translation>
    </message>
    <message>
        <source>The branch that begins with {entry} stands.</source>
        <translation>以 {entry} 開始的分支成立。</translation>
    </message>
</context>
<context>
    <name>ProtectStep</name>
    <message>
        <source>Protect your records</source>
        <translation>保護你的紀錄</translation>
    </message>
    <message>
        <source>The passphrase encrypts everything on this computer. We cannot reset it: nobody but you can open your records.</source>
        <translation>密碼短語會加密這部電腦上的一切。我們無法重設：除了你，沒有人能開啟你的紀錄。</translation>
    </message>
    <message>
        <source>Create profile</source>
        <translation>建立帳戶</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼短語</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次輸入</translation>
    </message>
    <message>
        <source>Suggest six words</source>
        <translation>建議六個字詞</translation>
    </message>
    <message>
        <source>Use at least {chars} characters, or let six words be suggested.</source>
        <translation>請使用至少 {chars} 個字元，或使用建議的六個字詞。</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Let six words be suggested.</source>
        <translation>這個密碼短語太容易猜中。請使用建議的六個字詞。</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>兩次輸入的密碼短語不一樣。</translation>
    </message>
    <message>
        <source>{chars} of at least {min} characters</source>
        <translation>{chars} 個字元，至少要 {min} 個</translation>
    </message>
    <message>
        <source>Long enough</source>
        <translation>長度足夠</translation>
    </message>
    <message>
        <source>A sentence that only you would write is good; so are six random words. Write it down and keep the paper where you keep other valuables.</source>
        <translation>只有你才會寫的句子很好，六個隨機字詞也很好。請寫在紙上，與其他貴重物品放在一起。</translation>
    </message>
</context>
<context>
    <name>PurposeForm</name>
    <message>
        <source>What do you look {name} up for?</source>
        <translation>你查閱 {name} 的用途是甚麼？</translation>
    </message>
    <message>
        <source>This is a person, and credit data about people is to be read for a purpose only. You are asked once a day; the answer is noted on this computer, where nobody else sees it (Settings, Privacy).</source>
        <translation>對方是個人，而個人信貸資料只可為特定用途查閱。每天詢問一次；答案只記在這部電腦上，其他人看不到（見「設定」的「私隱」）。</translation>
    </message>
</context>
<context>
    <name>QrPages</name>
    <message>
        <source>Code before</source>
        <translation>上一個碼</translation>
    </message>
    <message>
        <source>Next code</source>
        <translation>下一個碼</translation>
    </message>
    <message>
        <source>The text is too long for one code. Scan all of them in order, and paste the parts together.</source>
        <translation>文字太長，一個碼容納不下。請按次序掃描全部，再把各部分連接貼上。</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>QR code of the invitation</source>
        <translation>邀請函的二維碼</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>What the voters are asked</source>
        <translation>要投票成員決定的事</translation>
    </message>
    <message>
        <source>{name} (observer)</source>
        <translation>{name}（觀察者）</translation>
    </message>
    <message>
        <source>Nobody has asked to join.</source>
        <translation>沒有人申請加入。</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>All members have a vote.</source>
        <translation>所有成員都有投票權。</translation>
    </message>
    <message>
        <source>Admit a newcomer as a member</source>
        <translation>接納新成員</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>新成員</translation>
    </message>
    <message>
        <source>Give a member a vote</source>
        <translation>給予成員投票權</translation>
    </message>
    <message>
        <source>Take a member&apos;s vote away</source>
        <translation>取消成員的投票權</translation>
    </message>
    <message>
        <source>Expel a member or an observer</source>
        <translation>把成員或觀察者除名</translation>
    </message>
    <message>
        <source>Replace a lost or stolen key</source>
        <translation>取代遺失或被盜的密鑰</translation>
    </message>
    <message>
        <source>Change the rules</source>
        <translation>更改規則</translation>
    </message>
    <message>
        <source>Change how many make a record final</source>
        <translation>更改確定紀錄所需的簽署</translation>
    </message>
    <message>
        <source>Say which branch of a fork stands</source>
        <translation>決定分叉的哪個分支成立</translation>
    </message>
    <message>
        <source>Name another keeper of a pool</source>
        <translation>為互保基金另選管理人</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Lock now</source>
        <translation>立即鎖定</translation>
    </message>
</context>
<context>
    <name>ReachForm</name>
    <message>
        <source>Proxy</source>
        <translation>代理伺服器</translation>
    </message>
    <message>
        <source>Look for members&apos; machines in the local network</source>
        <translation>在區域網絡中尋找成員的電腦</translation>
    </message>
    <message>
        <source>The node was started with options that hold until it ends.</source>
        <translation>節點啟動時附有選項，在節點結束前一直有效。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>SOCKS5, such as Tor. All connections go through it, and the local network is left alone.</source>
        <translation>SOCKS5，例如 Tor。所有連接都經代理伺服器，不會搜尋區域網絡。</translation>
    </message>
    <message>
        <source>Connections are made this way from now on.</source>
        <translation>今後將以這種方式連接。</translation>
    </message>
</context>
<context>
    <name>ReadersSheet</name>
    <message>
        <source>Who can open the file?</source>
        <translation>誰可以開啟這個檔案？</translation>
    </message>
    <message>
        <source>It is sealed to the members chosen here. Nobody else can read anything in it.</source>
        <translation>檔案只為此處選定的成員加密，其他人無法讀取任何內容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>選擇位置…</translation>
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
        <translation>準時付款</translation>
    </message>
    <message>
        <source>Days beyond terms</source>
        <translation>逾期日數</translation>
    </message>
    <message>
        <source>Overdue now</source>
        <translation>現正逾期</translation>
    </message>
    <message>
        <source>Losses and defaults</source>
        <translation>損失與違約</translation>
    </message>
    <message>
        <source>Disputes lost</source>
        <translation>敗訴的爭議</translation>
    </message>
    <message>
        <source>History</source>
        <translation>往績</translation>
    </message>
    <message>
        <source>Breadth</source>
        <translation>廣度</translation>
    </message>
    <message>
        <source>No invoice is paid, overdue or given up yet.</source>
        <translation>尚無發票已付清、逾期或被放棄。</translation>
    </message>
    <message>
        <source>{paid} of {turned_out} invoices were paid within terms. Newer ones weigh more.</source>
        <translation>{turned_out} 張發票中有 {paid} 張準時付清。較新的比重較大。</translation>
    </message>
    <message>
        <source>Nothing was paid, or is owed, past its due day.</source>
        <translation>沒有任何款項在到期日後才付清或仍未付。</translation>
    </message>
    <message>
        <source>By amount, {currency} was paid, or is still owed, {days} days after the due day on average.</source>
        <translation>按金額計，{currency} 款項（包括未付的）平均逾期 {days} 日。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>沒有未清款項。</translation>
    </message>
    <message>
        <source>Nothing of what is open is overdue.</source>
        <translation>未清款項中沒有逾期的。</translation>
    </message>
    <message>
        <source>{overdue} of {open} that is open is overdue ({share}).</source>
        <translation>未清的 {open} 中，{overdue} 已逾期（{share}）。</translation>
    </message>
    <message>
        <source>Nothing was ever given up or in default.</source>
        <translation>從未有款項被放棄或違約。</translation>
    </message>
    <message>
        <source>Given up by the creditor: {lost}. In default: {defaults}, of which paid later: {cures}.</source>
        <translation>債權人放棄：{lost}。違約：{defaults}，其中後來付清：{cures}。</translation>
    </message>
    <message>
        <source>No invoice was ever disputed.</source>
        <translation>從未有發票有爭議。</translation>
    </message>
    <message numerus="yes">
        <source>{lost} of %n dispute(s) lost.</source>
        <translation>
            <numerusform>%n 宗爭議中敗訴 {lost} 宗。</numerusform>
        </translation>
    </message>
    <message>
        <source>No invoice that was paid within terms is a month old yet.</source>
        <translation>準時付清的發票均未滿一個月。</translation>
    </message>
    <message numerus="yes">
        <source>The first invoice that was paid within terms is %n month(s) old.</source>
        <translation>
            <numerusform>首張準時付清的發票開出至今 %n 個月。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{paid} of %n counterparties were paid within terms.</source>
        <translation>
            <numerusform>%n 個交易對手中有 {paid} 個獲準時付款。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s) within terms</source>
        <translation>
            <numerusform>再有 %n 筆準時付款</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paying the %n overdue invoice(s) today</source>
        <translation>
            <numerusform>今日付清 %n 張逾期發票</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more payment(s) {days} days late</source>
        <translation>
            <numerusform>再有 %n 筆逾期 {days} 日的付款</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: the same grade, {points} points.</source>
        <translation>{what}：評級不變，{points} 分。</translation>
    </message>
    <message>
        <source>{what}: a thin file, since too much would be with too few.</source>
        <translation>{what}：變為資料不足，因為過於集中於少數交易對手。</translation>
    </message>
    <message>
        <source>{what}: grade {grade}, {points} points.</source>
        <translation>{what}：評級 {grade}，{points} 分。</translation>
    </message>
</context>
<context>
    <name>ReasonsCard</name>
    <message>
        <source>Why this grade</source>
        <translation>為何是這個評級</translation>
    </message>
    <message>
        <source>Points so far</source>
        <translation>目前得分</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>怎樣會改變評級</translation>
    </message>
</context>
<context>
    <name>RecallBar</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 項紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>{records} to be signed and sent in {seconds} s.</source>
        <translation>{seconds} 秒後簽署並傳送 {records}。</translation>
    </message>
    <message>
        <source>{records} being signed and sent.</source>
        <translation>正在簽署並傳送 {records}。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Recalled. Nothing was signed; they are drafts again.</source>
        <translation>已收回。沒有簽署任何紀錄，紀錄已變回草稿。</translation>
    </message>
</context>
<context>
    <name>ReceiptSaver</name>
    <message>
        <source>Save the proof</source>
        <translation>儲存憑證</translation>
    </message>
    <message>
        <source>Receipts (*.receipt)</source>
        <translation>憑證 (*.receipt)</translation>
    </message>
    <message>
        <source>The file could not be saved: {why}</source>
        <translation>檔案無法儲存：{why}</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已儲存為 {file}。</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Record a receipt</source>
        <translation>記錄收款</translation>
    </message>
    <message>
        <source>Takes this amount off what {who} owes you. Its value date decides whether the payment counts as late. It can&apos;t be taken back.</source>
        <translation>從 {who} 欠你的款項中扣除這筆金額。起息日決定付款是否算逾期。不能撤回。</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>記錄並簽署</translation>
    </message>
    <message>
        <source>Receipt recorded. The voters are signing it.</source>
        <translation>已記錄收款，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>RecordDetailsPane</name>
    <message>
        <source>Record details</source>
        <translation>紀錄詳情</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>關閉詳情</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>What this rests on</source>
        <translation>查看依據</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>條款</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷程</translation>
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
        <translation>發現這項紀錄在磁碟上被改動，正從其他成員重新取得。</translation>
    </message>
    <message>
        <source>See the proof</source>
        <translation>查看證據</translation>
    </message>
    <message>
        <source>{who} says it has paid {amount}. Record the receipt when the money is in.</source>
        <translation>{who} 聲明已付 {amount}。款項到帳後請記錄收款。</translation>
    </message>
    <message>
        <source>{who} says it has paid {amount}. The creditor has not recorded it yet.</source>
        <translation>{who} 聲明已付 {amount}，債權人尚未記錄收款。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late.</source>
        <translation>
            <numerusform>逾期 %n 日。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day} (+%n day(s) of grace)</source>
        <translation>
            <numerusform>{day}（另加 %n 日寬限）</numerusform>
        </translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>開立日</translation>
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
        <translation>已撇帳</translation>
    </message>
    <message>
        <source>Sold in parts</source>
        <translation>已部分轉讓</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未付</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答覆期限</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>within terms</source>
        <translation>準時</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Sold to</source>
        <translation>已轉讓予</translation>
    </message>
    <message>
        <source>Recourse to</source>
        <translation>可追索</translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation>擔保</translation>
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
        <translation>轉讓自</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>查看紀錄</translation>
    </message>
    <message>
        <source>Part sold</source>
        <translation>已轉讓部分</translation>
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
        <translation>所有紀錄都已確定。</translation>
    </message>
    <message>
        <source>A new record is voted on by the voters&apos; machines within seconds. You can watch it here.</source>
        <translation>新紀錄會由投票成員的電腦在數秒內表決，你可在此查看進度。</translation>
    </message>
    <message numerus="yes">
        <source>and %n older record(s)</source>
        <translation>
            <numerusform>另有 %n 項較舊的紀錄</numerusform>
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
        <translation>近期紀錄</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期日數</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已簽署</translation>
    </message>
    <message>
        <source>Enter or double-click opens a record in the Book.</source>
        <translation>按 Enter 或雙擊可在帳簿中開啟紀錄。</translation>
    </message>
    <message>
        <source>{who} disputes {reference}</source>
        <translation>{who} 對 {reference} 有爭議</translation>
    </message>
    <message>
        <source>{who} answered:</source>
        <translation>{who} 回應：</translation>
    </message>
</context>
<context>
    <name>RecoverSheet</name>
    <message>
        <source>Record a recovery</source>
        <translation>記錄收回款項</translation>
    </message>
    <message>
        <source>Written off: {amount}</source>
        <translation>已撇帳：{amount}</translation>
    </message>
    <message>
        <source>More than was written off.</source>
        <translation>超過已撇帳的金額。</translation>
    </message>
    <message>
        <source>Records that this much of what was written off has come in after all. It shows in the report about {who}. It can&apos;t be taken back.</source>
        <translation>記錄已撇帳的款項其後收回了這個金額。這會顯示在有關 {who} 的報告中。此事不能收回。</translation>
    </message>
    <message>
        <source>Record and sign</source>
        <translation>記錄並簽署</translation>
    </message>
    <message>
        <source>Recovery recorded. The voters are signing it.</source>
        <translation>已記錄收回款項，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>ReplacePanel</name>
    <message>
        <source>Whose key is lost or stolen</source>
        <translation>誰的密鑰遺失或被盜</translation>
    </message>
    <message>
        <source>Its owner asks to join with a new profile first, by an invitation like any newcomer.</source>
        <translation>持有人須先用新的帳戶，像新成員一樣憑邀請函申請加入。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新密鑰</translation>
    </message>
</context>
<context>
    <name>ReportBody</name>
    <message>
        <source>Computing trust and experience…</source>
        <translation>正在計算信任與體驗…</translation>
    </message>
    <message>
        <source>No invoice with {name} as debtor was ever recorded here.</source>
        <translation>這裏從未記錄以 {name} 為債務人的發票。</translation>
    </message>
    <message>
        <source>That says nothing about how it pays, good or bad. Ask for references.</source>
        <translation>這不表示其付款情況好壞。請要求對方提供其他往來商號作查詢。</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>Paid and came back within two steps</source>
        <translation>付出後兩步之內回流</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Paid, newer weighs more</source>
        <translation>已付（較新的比重較大）</translation>
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
        <translation>評級</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>機會</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Chance of being paid within terms, over time</source>
        <translation>準時付款的機會走勢</translation>
    </message>
    <message>
        <source>90 % certainty</source>
        <translation>九成把握</translation>
    </message>
    <message>
        <source>Payments by month of due date</source>
        <translation>付款情況（按到期月份）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Payments by month and days late</source>
        <translation>每月付款與逾期日數</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>逾期日數</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>發票</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Counterparties by weight</source>
        <translation>按比重的交易對手</translation>
    </message>
    <message>
        <source>Counterparty</source>
        <translation>交易對手</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>佔比</translation>
    </message>
</context>
<context>
    <name>ReportHead</name>
    <message>
        <source>{words}, to compare over the telephone. To be sure, compare the whole ID.</source>
        <translation>{words}，供電話核對。要確保無誤，請核對完整的成員編號。</translation>
    </message>
    <message>
        <source>In the same hands as {members}: both say so.</source>
        <translation>與 {members} 同屬一家：雙方均如此聲明。</translation>
    </message>
    <message>
        <source>This member has signed two different records in one place. The proof is under Sync.</source>
        <translation>這名成員在同一位置簽署了兩項不同的紀錄。證據見「同步」。</translation>
    </message>
</context>
<context>
    <name>ReportReasons</name>
    <message>
        <source>Show records</source>
        <translation>查看紀錄</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Thin file</source>
        <translation>資料不足</translation>
    </message>
    <message>
        <source>Too few counterparties for a grade. The chance that an invoice is paid within terms is between {low} and {high}, with 90 % certainty.</source>
        <translation>交易對手太少，未能評級。發票準時付清的機會，有九成把握介乎 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>{points} of 100 points. The chance that an invoice is paid within terms is {mean}, with 90 % certainty between {low} and {high}.</source>
        <translation>100 分得 {points} 分。發票準時付清的機會為 {mean}，有九成把握介乎 {low} 至 {high}。</translation>
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
        <translation>最弱一環：有效交易對手 {number} 個。</translation>
    </message>
    <message>
        <source>Weakest: there are no records.</source>
        <translation>最弱一環：沒有紀錄。</translation>
    </message>
    <message numerus="yes">
        <source>Weakest: the newest record is %n day(s) old.</source>
        <translation>
            <numerusform>最弱一環：最新的紀錄已是 %n 日前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Weakest: {share} of the obligations rest on final records.</source>
        <translation>最弱一環：{share} 的欠款以已確定的紀錄為據。</translation>
    </message>
    <message>
        <source>Weakest: this machine has never been connected to another.</source>
        <translation>最弱一環：本機從未與其他電腦連線。</translation>
    </message>
    <message numerus="yes">
        <source>Weakest: %n day(s) since this machine was connected to another.</source>
        <translation>
            <numerusform>最弱一環：本機已有 %n 日未與其他電腦連線。</numerusform>
        </translation>
    </message>
    <message>
        <source>As of {day}, as this machine sees it: in touch with {here} of {voters} voters.</source>
        <translation>截至 {day}，以本機所見為準：與 {voters} 名投票成員中的 {here} 名有聯繫。</translation>
    </message>
    <message>
        <source>{paid} of {turned_out} invoices paid, overdue or given up</source>
        <translation>已付、逾期或被放棄的 {turned_out} 張發票中的 {paid} 張</translation>
    </message>
    <message>
        <source>Average days late</source>
        <translation>平均逾期日數</translation>
    </message>
    <message>
        <source>of {opened} ever opened, about {invoices} invoices</source>
        <translation>曾提出 {opened} 宗，發票共 {invoices} 張</translation>
    </message>
    <message>
        <source>Disputes open / lost</source>
        <translation>爭議：未了結／敗訴</translation>
    </message>
    <message>
        <source>There is nothing to look back at yet.</source>
        <translation>尚無可回顧的紀錄。</translation>
    </message>
    <message>
        <source>{day}: {first}. Now: {last}.</source>
        <translation>{day}：{first}。現時：{last}。</translation>
    </message>
    <message>
        <source>Marked: {events}.</source>
        <translation>圖中標記：{events}。</translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation>評級 {grade}</translation>
    </message>
    <message>
        <source>In {months} months {on_time} of {total} were not late.</source>
        <translation>{months} 個月內，{total} 張中有 {on_time} 張沒有逾期。</translation>
    </message>
    <message>
        <source>No invoice is paid, overdue or given up yet.</source>
        <translation>尚無發票已付清、逾期或被放棄。</translation>
    </message>
    <message>
        <source>Nothing that it has paid is recorded.</source>
        <translation>沒有它付過款的紀錄。</translation>
    </message>
    <message>
        <source>Of what it has paid in {currency}, {share} came back within two steps.</source>
        <translation>它所付的 {currency} 中，{share} 在兩步之內回流。</translation>
    </message>
    <message>
        <source>Firms that pay each other in a ring look like this, and so does honest trade both ways.</source>
        <translation>互相循環付款的商號會是這樣，誠實的雙向貿易亦然。</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) with an open dispute are not counted.</source>
        <translation>
            <numerusform>%n 張發票有未了結的爭議，不計算在內。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid within terms</source>
        <translation>準時付款</translation>
    </message>
    <message>
        <source>no invoice settled yet</source>
        <translation>尚無發票結清</translation>
    </message>
    <message numerus="yes">
        <source>over %n settled invoice(s); worst {worst}</source>
        <translation>
            <numerusform>按 %n 張已結清發票計；最多 {worst} 日</numerusform>
        </translation>
    </message>
    <message>
        <source>{settled} invoices settled, {open} open</source>
        <translation>發票 {settled} 張已結清，{open} 張未清</translation>
    </message>
    <message>
        <source>History</source>
        <translation>往績</translation>
    </message>
    <message>
        <source>effective {number}, by weight</source>
        <translation>按比重計有效 {number} 個</translation>
    </message>
    <message>
        <source>Counterparties</source>
        <translation>交易對手</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 個月</numerusform>
        </translation>
    </message>
    <message>
        <source>{years} y {months} m</source>
        <translation>{years} 年 {months} 個月</translation>
    </message>
    <message>
        <source>Nothing is settled or overdue yet.</source>
        <translation>尚無已結清或逾期的款項。</translation>
    </message>
    <message numerus="yes">
        <source>Days late of %n invoice(s) settled or overdue: half at most {median}, nine in ten at most {ninth}.</source>
        <translation>
            <numerusform>%n 張已結清或逾期的發票中，半數逾期不超過 {median} 日，九成不超過 {ninth} 日。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days late of %n invoice(s) settled or overdue: half none, nine in ten at most {ninth}.</source>
        <translation>
            <numerusform>%n 張已結清或逾期的發票中，半數沒有逾期，九成逾期不超過 {ninth} 日。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mostly with one counterparty: {name} has {share}.</source>
        <translation>主要與一個交易對手往來：{name} 佔 {share}。</translation>
    </message>
    <message>
        <source>No counterparty has more than {share}.</source>
        <translation>沒有交易對手佔超過 {share}。</translation>
    </message>
    <message>
        <source>Nothing is missing that this machine knows of.</source>
        <translation>據本機所知沒有缺漏。</translation>
    </message>
    <message>
        <source>No records from {first} to {last}.</source>
        <translation>{first}至{last}沒有紀錄。</translation>
    </message>
    <message>
        <source>No records in {first}.</source>
        <translation>{first}沒有紀錄。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) still wait for the voters.</source>
        <translation>
            <numerusform>%n 項紀錄仍在等待投票成員。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are contested or were refused.</source>
        <translation>
            <numerusform>%n 項紀錄有簽署衝突或被否決。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s) are not connected: what they know may be newer.</source>
        <translation>
            <numerusform>%n 名投票成員未連線：他們所知的可能更新。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreStep</name>
    <message>
        <source>Your recovery words</source>
        <translation>你的復原字詞</translation>
    </message>
    <message>
        <source>Type or paste all 24 words, in order. Your records come back from the other members.</source>
        <translation>按次序輸入或貼上全部 24 個字詞。你的紀錄會從其他成員取回。</translation>
    </message>
    <message>
        <source>All 24 words are needed.</source>
        <translation>需要全部 24 個字詞。</translation>
    </message>
</context>
<context>
    <name>RestructureSheet</name>
    <message>
        <source>Change the terms</source>
        <translation>更改條款</translation>
    </message>
    <message>
        <source>{who} has to agree first, with its record open: “Agree to new terms”.</source>
        <translation>須先由 {who} 在其紀錄中選「同意新條款」。</translation>
    </message>
    <message>
        <source>A consent holds up to its day, and for the record as it stands.</source>
        <translation>同意只在所定日期或之前、並只對現況下的紀錄有效。</translation>
    </message>
    <message>
        <source>{amount}, due {day}</source>
        <translation>{amount}，到期日 {day}</translation>
    </message>
    <message>
        <source>What {who} agrees to</source>
        <translation>{who} 所同意的條款</translation>
    </message>
    <message>
        <source>Puts these terms in the place of the present ones: the new due day decides what counts as late, and a notice that was given is void. It can&apos;t be taken back.</source>
        <translation>以這些條款取代現有條款：是否逾期以新的到期日為準，先前的通知作廢。此事不能收回。</translation>
    </message>
    <message>
        <source>Change and sign</source>
        <translation>更改並簽署</translation>
    </message>
    <message>
        <source>The terms are changed. The voters are signing it.</source>
        <translation>條款已更改，投票成員正在簽署。</translation>
    </message>
</context>
<context>
    <name>RoundGraph</name>
    <message>
        <source>Who owes whom in this round</source>
        <translation>這一輪中誰欠誰</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款額</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵銷</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>Debts of this round</source>
        <translation>這一輪的欠款</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>顯示為表格</translation>
    </message>
    <message>
        <source>Point at an arrow, or go through them with the arrow keys, to read it.</source>
        <translation>把指標移到箭頭上，或用方向鍵逐一查看。</translation>
    </message>
    <message>
        <source>nothing set off</source>
        <translation>未有抵銷</translation>
    </message>
    <message>
        <source>partly set off</source>
        <translation>部分抵銷</translation>
    </message>
    <message>
        <source>all of it set off</source>
        <translation>全數抵銷</translation>
    </message>
    <message numerus="yes">
        <source>%n more member(s) are in the table alone.</source>
        <translation>
            <numerusform>另有 %n 名成員只列於表中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as graph</source>
        <translation>以圖顯示</translation>
    </message>
</context>
<context>
    <name>RoundStatement</name>
    <message>
        <source>Set-off statement</source>
        <translation>抵銷結單</translation>
    </message>
    <message>
        <source>Whose statement</source>
        <translation>誰的結單</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存為 CSV…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存為 PDF…</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>抵銷前</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵銷</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>What was set off</source>
        <translation>抵銷了甚麼</translation>
    </message>
    <message>
        <source>{who} owes {less} less, and is owed {owed} less: on balance nothing has changed.</source>
        <translation>{who} 少欠了 {less}，應收也少了 {owed}：淨額不變。</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the statement as PDF</source>
        <translation>將結單另存為 PDF</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the statement as CSV</source>
        <translation>將結單另存為 CSV</translation>
    </message>
    <message>
        <source>The place cannot be written to.</source>
        <translation>無法寫入該位置。</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已儲存為 {file}。</translation>
    </message>
    <message>
        <source>The file could not be saved: {why}</source>
        <translation>檔案無法儲存：{why}</translation>
    </message>
</context>
<context>
    <name>RoundSummary</name>
    <message>
        <source>No other member is connected. What you sign about it stays on this computer until one is.</source>
        <translation>現時沒有連接任何成員。你簽署的內容會留在這部電腦，直至有成員連接。</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>加入…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>結算…</translation>
    </message>
    <message>
        <source>End without a result…</source>
        <translation>不作結算，結束…</translation>
    </message>
    <message>
        <source>{who} says: “{words}”</source>
        <translation>{who}：「{words}」</translation>
    </message>
    <message>
        <source>Nothing has joined yet.</source>
        <translation>未有欠款加入。</translation>
    </message>
    <message>
        <source>You owe nothing and are owed nothing that could join.</source>
        <translation>你沒有可以加入的應付或應收欠款。</translation>
    </message>
    <message>
        <source>Result by</source>
        <translation>結果最遲</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Set off in all</source>
        <translation>合共抵銷</translation>
    </message>
    <message>
        <source>Computing what could disappear…</source>
        <translation>正在計算可以消除多少…</translation>
    </message>
</context>
<context>
    <name>RoundWhatIf</name>
    <message>
        <source>What if there were more liquidity?</source>
        <translation>如果有更多流動資金？</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Liquidity</source>
        <translation>流動資金</translation>
    </message>
    <message>
        <source>A computation only: how much debt an amount of money, or a pool that stands in between, would clear in addition. Nothing is written or signed, and nobody is asked.</source>
        <translation>只作計算：一筆資金或一個居中的資金池，可以多抵銷多少欠款。不會寫入或簽署任何紀錄，也不會通知任何人。</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Currencies</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Codes such as HKD; none means all.</source>
        <translation>例如 HKD 等代碼；留空即全部。</translation>
    </message>
    <message>
        <source>Entries in a day</source>
        <translation>每日條目</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>寬限日數</translation>
    </message>
    <message>
        <source>Days until too late</source>
        <translation>多少日後算過遲</translation>
    </message>
    <message>
        <source>Each member may write so many entries in a day. Grace is given after an end that a record relies on. Records written under old rules are too late after so many days.</source>
        <translation>每名成員每日可寫的條目數目。寬限由紀錄所依的期限屆滿起計。按舊規則寫的紀錄，過了指定日數便算過遲。</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Rows that need attention</source>
        <translation>需要處理的列</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行號</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>還原這次匯入</translation>
    </message>
    <message>
        <source>Sign and send now</source>
        <translation>立即簽署並傳送</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>匯入另一個檔案</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>儲存清單</translation>
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
        <translation>需要處理</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>檔案中重複</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>{done} of {rows} rows</source>
        <translation>{rows} 列中的 {done} 列</translation>
    </message>
    <message>
        <source>Stopping the import of {file}. What was taken is removed again.</source>
        <translation>正在停止匯入 {file}。已匯入的會一併移除。</translation>
    </message>
    <message>
        <source>A part of {file} is sent. The rest is kept as drafts.</source>
        <translation>{file} 已送出一部分，其餘留作草稿。</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在匯入 {file}</translation>
    </message>
    <message>
        <source>{file} is imported. Nothing is signed yet.</source>
        <translation>已匯入 {file}。尚未簽署任何紀錄。</translation>
    </message>
    <message>
        <source>Signing and sending the invoices of {file}</source>
        <translation>正在簽署並傳送 {file} 的發票</translation>
    </message>
    <message>
        <source>The invoices of {file} are signed and on the way.</source>
        <translation>{file} 的發票已簽署，正在傳送。</translation>
    </message>
    <message>
        <source>The import of {file} is undone.</source>
        <translation>{file} 的匯入已還原。</translation>
    </message>
    <message>
        <source>The import of {file} stopped.</source>
        <translation>{file} 的匯入已停止。</translation>
    </message>
    <message>
        <source>Signing and sending the payments of {file}</source>
        <translation>正在簽署並傳送 {file} 的收付款</translation>
    </message>
    <message>
        <source>Stopped. What was recorded of {file} stays; import it again for the rest.</source>
        <translation>已停止。{file} 中已記錄的會保留；再匯入一次便可記錄其餘的。</translation>
    </message>
    <message>
        <source>The import of {file} stopped. What was recorded stays; import it again for the rest.</source>
        <translation>{file} 的匯入停止了。已記錄的會保留；再匯入一次便可記錄其餘的。</translation>
    </message>
    <message>
        <source>The payments of {file} are recorded and on the way.</source>
        <translation>{file} 的收付款已記錄，正在傳送。</translation>
    </message>
    <message>
        <source>{added} added, {already} already there, {bad} to look at.</source>
        <translation>已加入 {added}，已存在 {already}，待處理 {bad}。</translation>
    </message>
    <message>
        <source>Total {sums}.</source>
        <translation>總額 {sums}。</translation>
    </message>
    <message numerus="yes">
        <source>To follow once the other side has accepted: %Ln receipt(s).</source>
        <translation>
            <numerusform>對方接受後會補記 %Ln 筆收款。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sales</name>
    <message>
        <source>with recourse</source>
        <translation>有追索權</translation>
    </message>
    <message>
        <source>without recourse</source>
        <translation>無追索權</translation>
    </message>
    <message>
        <source>This receivable cannot be sold twice: the sale is final when more than two thirds of the voters have signed for it.</source>
        <translation>這項應收款項不能重複轉讓：逾三分之二投票成員簽署後，轉讓即告確定。</translation>
    </message>
    <message>
        <source>With recourse: if {debtor} does not pay, {seller} makes good to {buyer}.</source>
        <translation>有追索權：若 {debtor} 不付款，由 {seller} 向 {buyer} 補償。</translation>
    </message>
    <message>
        <source>Without recourse: if {debtor} does not pay, the loss is on {buyer}.</source>
        <translation>無追索權：若 {debtor} 不付款，損失由 {buyer} 承擔。</translation>
    </message>
    <message>
        <source>Due already: no yearly discount.</source>
        <translation>已經到期，沒有年折扣。</translation>
    </message>
    <message>
        <source>{percent} a year off the amount</source>
        <translation>折合每年為金額的 {percent}</translation>
    </message>
    <message>
        <source>Nothing is recorded yet of how {debtor} pays.</source>
        <translation>未有紀錄顯示 {debtor} 如何付款。</translation>
    </message>
    <message>
        <source>{debtor}: of {invoices} recorded none is settled yet, {late} overdue.</source>
        <translation>{debtor}：{invoices} 張發票中未有一張結清，其中 {late} 張逾期。</translation>
    </message>
    <message>
        <source>{debtor}: {paid} of {settled} settled invoices paid within terms ({paid_share}), {mean} days beyond terms on average, {worst} at worst. Paid late or overdue: {late} of {invoices} ({late_share}). In default: {defaulted}. Disputed: {disputed}.</source>
        <translation>{debtor}：已結清的 {settled} 張發票中 {paid} 張準時付款（{paid_share}），平均逾期 {mean} 日，最多 {worst} 日。逾期付款或仍逾期：{invoices} 張中 {late} 張（{late_share}）。違約：{defaulted}。有爭議：{disputed}。</translation>
    </message>
</context>
<context>
    <name>SayingSheet</name>
    <message>
        <source>All members can read it.</source>
        <translation>所有成員都可閱讀。</translation>
    </message>
    <message>
        <source>Only the fingerprint of a file goes into the record; show the file itself to whom you like.</source>
        <translation>只有檔案的指紋會寫入紀錄；檔案本身由你自行決定給誰看。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>證據</translation>
    </message>
</context>
<context>
    <name>ScoreSteps</name>
    <message>
        <source>thin file</source>
        <translation>資料不足</translation>
    </message>
    <message>
        <source>{day}: grade {grade}, {chance} ({low} to {high})</source>
        <translation>{day}：評級 {grade}，{chance}（{low} 至 {high}）</translation>
    </message>
</context>
<context>
    <name>SellSheet</name>
    <message>
        <source>Offer for sale</source>
        <translation>放售</translation>
    </message>
    <message>
        <source>Shows on the board of all members, up to that day or until something about the record changes. It binds nobody: you sell by taking an offer that somebody makes you.</source>
        <translation>在所有成員的放售板上顯示至該日，或至紀錄有任何變動為止。它不約束任何人：有人向你提出要約，你接納了才算轉讓。</translation>
    </message>
    <message>
        <source>Offer and sign</source>
        <translation>放售並簽署</translation>
    </message>
    <message>
        <source>On the board once a majority of the voters has signed it.</source>
        <translation>過半數投票成員簽署後，即會在放售板上顯示。</translation>
    </message>
</context>
<context>
    <name>SendSheet</name>
    <message numerus="yes">
        <source>Sign and send %n record(s)</source>
        <translation>
            <numerusform>簽署並傳送 %n 項紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>All members will see the parties, amounts, days and texts of these records. Each stands once {majority} of the {voters} voters have signed it.</source>
        <translation>所有成員都會看到這些紀錄的雙方、金額、日期和文字。每項紀錄在 {voters} 名投票成員中有 {majority} 名簽署後便成立。</translation>
    </message>
    <message>
        <source>Signed records stay in the book. A mistake is mended by a further record.</source>
        <translation>已簽署的紀錄會留在帳簿中。出錯要以另一項紀錄更正。</translation>
    </message>
    <message>
        <source>Imported files stay on this computer.</source>
        <translation>匯入的檔案留在這部電腦上。</translation>
    </message>
    <message numerus="yes">
        <source>You can recall them for %n second(s): until then nothing is signed.</source>
        <translation>
            <numerusform>%n 秒內可以收回；時間未到，不會簽署。</numerusform>
        </translation>
    </message>
    <message>
        <source>Owed to me</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>I owe</source>
        <translation>應付</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Counterparties</source>
        <translation>交易對手</translation>
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
        <translation>設定</translation>
    </message>
    <message>
        <source>Your member ID</source>
        <translation>你的成員編號</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀請函</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Of this window; records stay as written.</source>
        <translation>此視窗的語言；紀錄內容不變。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Light, dark, or whatever the system uses.</source>
        <translation>淺色、深色，或跟隨系統。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>All text and controls grow with it.</source>
        <translation>所有文字和控制項會一起放大。</translation>
    </message>
    <message>
        <source>How long records can be taken back after Sign and send. Nothing is signed before.</source>
        <translation>按下「簽署並傳送」後，可在這段時間內收回紀錄。時間未到，不會簽署。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>保安</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即鎖定</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Closes your records until the passphrase is typed again.</source>
        <translation>關上你的紀錄，直至再次輸入密碼短語。</translation>
    </message>
    <message>
        <source>Who may read about you</source>
        <translation>誰可查閱有關你的報告</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>私隱</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網絡</translation>
    </message>
    <message>
        <source>Give it to others so that they find you and no one else.</source>
        <translation>把它交給別人，讓他們準確找到你。</translation>
    </message>
    <message>
        <source>Joins the founders that were named when the network was created.</source>
        <translation>供建立網絡時列出的創辦成員加入。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Profile folder</source>
        <translation>帳戶資料夾</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A shared book of trade credit that its members keep and sign themselves, without a server.</source>
        <translation>由成員自行保存和簽署的商業信貸共用帳簿，不靠伺服器。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
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
        <translation>關閉</translation>
    </message>
    <message>
        <source>{words}: these words stand beside your ID in every language, to compare over the telephone.</source>
        <translation>{words}：不論使用哪種語言，這些字詞都會顯示在你的成員編號旁，供電話核對。</translation>
    </message>
    <message>
        <source>majority at {majority}, final at {final} of {voters} voters</source>
        <translation>{voters} 名投票成員中，{majority} 名為過半數，{final} 名為確定</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>本機地址</translation>
    </message>
</context>
<context>
    <name>SettleSheet</name>
    <message>
        <source>Settle this round?</source>
        <translation>結算這一輪？</translation>
    </message>
    <message>
        <source>What has joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>The largest amount that can be cleared is computed on this machine and written. It takes effect for all at once when more than two thirds of the voters have signed it; each of them computes it anew.</source>
        <translation>本機會計算可以抵銷的最大金額，並寫入結果。逾三分之二的投票成員簽署後，便對所有成員同時生效；每個投票成員都會重新查核。</translation>
    </message>
    <message>
        <source>What joins from now on is too late for it. Control of what has joined goes back to its holders.</source>
        <translation>其後才加入的欠款趕不上這次結算。已加入欠款的處理權會歸還債權人。</translation>
    </message>
    <message>
        <source>A result is signed and can&apos;t be taken back.</source>
        <translation>結果須簽署，不能撤回。</translation>
    </message>
    <message>
        <source>Settle and sign</source>
        <translation>結算並簽署</translation>
    </message>
    <message>
        <source>The result is written; it takes effect once it is final.</source>
        <translation>結果已寫入，確定後便生效。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message numerus="yes">
        <source>%n record(s) signed and on the way.</source>
        <translation>
            <numerusform>%n 項紀錄已簽署，正在傳送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) stay: the rules of the book refuse them.</source>
        <translation>
            <numerusform>%n 份草稿留下：帳簿規則不允許。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShowWordsStep</name>
    <message>
        <source>Write down your recovery words</source>
        <translation>抄下你的復原字詞</translation>
    </message>
    <message>
        <source>If you forget the passphrase or lose this computer, these 24 words are the only way back. They are shown only now.</source>
        <translation>如果你忘記密碼短語或失去這部電腦，只能靠這 24 個字詞復原。字詞只在此刻顯示一次。</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>我已抄下</translation>
    </message>
    <message>
        <source>On paper, not in a photo or a file. Who has these words can sign in your name.</source>
        <translation>請抄在紙上，不要拍照或存成檔案。得到這些字詞的人可以用你的名義簽署。</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>It has repaid nothing yet that is in the book, so there is nothing that trust could go by.</source>
        <translation>帳冊內尚未有對方的還款，因此無從計算信任。</translation>
    </message>
    <message>
        <source>0 means: nobody who has repaid you has been repaid by it, over four hops at most.</source>
        <translation>0 即：在四層往來之內，曾向你還款的成員都未曾收過對方的還款。</translation>
    </message>
    <message numerus="yes">
        <source>At most {share} of {held}, which it has repaid to %n member(s).</source>
        <translation>
            <numerusform>最多為 {held} 的 {share}，即對方已償還給 %n 個成員的款項。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most {share} of {held}, which %n member(s) have repaid to you.</source>
        <translation>
            <numerusform>最多為 {held} 的 {share}，即 %n 個成員已償還給你的款項。</numerusform>
        </translation>
    </message>
    <message>
        <source>Repayments count half for every 180 days; four fifths pass each hop. Read {time}.</source>
        <translation>還款每過 180 天計值減半；每經一層只計五分之四。讀取時間：{time}。</translation>
    </message>
    <message numerus="yes">
        <source>{debtor} has repaid you {paid} in %n payment(s), the last on {day}.</source>
        <translation>
            <numerusform>{debtor} 已向你償還 {paid}，共 %n 筆，最近一筆在 {day}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{debtor} has repaid {creditor} {paid} in %n payment(s), the last on {day}.</source>
        <translation>
            <numerusform>{debtor} 已向 {creditor} 償還 {paid}，共 %n 筆，最近一筆在 {day}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more path(s) carry the rest.</source>
        <translation>
            <numerusform>其餘經另外 %n 條路徑。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else has had any experience with it that is in the book.</source>
        <translation>帳冊內沒有其他成員與對方往來的體驗。</translation>
    </message>
    <message numerus="yes">
        <source>on a scale from −1 to +1, by what %n other(s) have had from it</source>
        <translation>
            <numerusform>由 −1 至 +1，根據另外 %n 個成員與對方往來的體驗</numerusform>
        </translation>
    </message>
    <message>
        <source>You yourself have had none with it.</source>
        <translation>你自己與對方沒有這樣的往來。</translation>
    </message>
    <message>
        <source>Your own experience is {value}, and is no part of this: {trade}.</source>
        <translation>你自己的體驗是 {value}，並不計算在內：{trade}。</translation>
    </message>
    <message>
        <source>{on_time} within terms, {late} late, {lost} given up</source>
        <translation>如期 {on_time} 張，逾期 {late} 張，放棄追討 {lost} 張</translation>
    </message>
    <message numerus="yes">
        <source>The weights are learned from %Ln rating(s) in the book.</source>
        <translation>
            <numerusform>權重由帳冊內 %Ln 個評價得出。</numerusform>
        </translation>
    </message>
    <message>
        <source>A prediction of this computer, not a statement of anybody.</source>
        <translation>這是本電腦的預測，並非任何人的陳述。</translation>
    </message>
    <message>
        <source>What ratings come to in any case</source>
        <translation>一般評價的基數</translation>
    </message>
    <message>
        <source>What others say of it</source>
        <translation>其他成員對其評價</translation>
    </message>
    <message>
        <source>How much kinder than others you are</source>
        <translation>你比其他成員寬鬆多少</translation>
    </message>
    <message>
        <source>That it rates you at all</source>
        <translation>對方有評價你</translation>
    </message>
    <message>
        <source>What it says of you</source>
        <translation>對方對你的評價</translation>
    </message>
    <message>
        <source>That nobody else rates it</source>
        <translation>沒有其他成員評價對方</translation>
    </message>
    <message>
        <source>That you rate nobody else</source>
        <translation>你沒有評價其他成員</translation>
    </message>
    <message>
        <source>What was last said of it, fading within weeks</source>
        <translation>最近對其評價，數周內淡去</translation>
    </message>
    <message>
        <source>What you said last, fading within days</source>
        <translation>你最近的評價，數日內淡去</translation>
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
        <translation>正在開啟你的紀錄…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>The node could not start</source>
        <translation>節點無法啟動</translation>
    </message>
    <message>
        <source>Cohong&apos;s background program ended before it could open your records. Nothing was changed.</source>
        <translation>Cohong 的背景程式在開啟紀錄之前已結束。沒有任何改動。</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>Before</source>
        <translation>抵銷前</translation>
    </message>
    <message>
        <source>Result {entry}</source>
        <translation>結果 {entry}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 頁，共 {count} 頁</translation>
    </message>
    <message>
        <source>Set-off statement</source>
        <translation>抵銷結單</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網絡</translation>
    </message>
    <message>
        <source>Coordinator of the round</source>
        <translation>本輪統籌人</translation>
    </message>
    <message>
        <source>Result written</source>
        <translation>結果寫入時間</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>輪次</translation>
    </message>
    <message>
        <source>Entry of the result</source>
        <translation>結果條目</translation>
    </message>
    <message>
        <source>What {who} owed</source>
        <translation>{who} 的應付</translation>
    </message>
    <message>
        <source>What {who} was owed</source>
        <translation>{who} 的應收</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>債務人</translation>
    </message>
    <message>
        <source>{who} owes {less} less, and is owed {owed} less: on balance nothing has changed.</source>
        <translation>{who} 少欠了 {less}，應收也少了 {owed}：淨額不變。</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>各方</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Member ID</source>
        <translation>成員編號</translation>
    </message>
    <message>
        <source>Amounts are in {currency}. Every member&apos;s book holds the result under the entry above, signed by the voters of the network; a receipt of that entry proves it to anybody.</source>
        <translation>金額以 {currency} 為單位。每個成員的帳簿都以上述條目記錄這個結果，並經網絡的投票成員簽署；該條目的憑證可向任何人證明。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>已抵銷</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>餘額</translation>
    </message>
    <message>
        <source>Total, {currency}</source>
        <translation>合計，{currency}</translation>
    </message>
    <message>
        <source>Set-off statement of {who}, {network}</source>
        <translation>{who} 的抵銷結單，{network}</translation>
    </message>
</context>
<context>
    <name>StatementSheet</name>
    <message>
        <source>Account statement</source>
        <translation>帳戶結單</translation>
    </message>
    <message>
        <source>With {name}: opening balance, invoices, receipts and closing balance.</source>
        <translation>與 {name} 的往來：期初結餘、發票、收款及期末結餘。</translation>
    </message>
    <message>
        <source>All, each by itself</source>
        <translation>所有貨幣，各自計算</translation>
    </message>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>貨幣</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>選擇位置…</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>開始日期在結束日期之後。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Your profile is open. Settings</source>
        <translation>你的帳戶已開啟。設定</translation>
    </message>
    <message>
        <source>Who is connected</source>
        <translation>誰已連接</translation>
    </message>
    <message>
        <source>The newest record on this computer</source>
        <translation>這部電腦上最新的紀錄</translation>
    </message>
    <message>
        <source>Your records that nobody else has yet</source>
        <translation>其他人尚未收到的你的紀錄</translation>
    </message>
    <message>
        <source>Motions that wait for your vote</source>
        <translation>等你投票的動議</translation>
    </message>
    <message>
        <source>Drafts, not signed yet</source>
        <translation>尚未簽署的草稿</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解鎖</translation>
    </message>
    <message>
        <source>Records to {time}</source>
        <translation>紀錄至 {time}</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>還沒有紀錄</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n 項待傳送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n motion(s) need you</source>
        <translation>
            <numerusform>%n 項動議等你表決</numerusform>
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
        <translation>無法連接節點</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>尚未加入網絡</translation>
    </message>
    <message>
        <source>Connected to {connected} of {known} peers</source>
        <translation>已連接 {connected}/{known} 名成員</translation>
    </message>
    <message>
        <source>{connected}, view may be one-sided</source>
        <translation>{connected}，所見可能不全面</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged record(s), being restored</source>
        <translation>
            <numerusform>%n 項紀錄受損，正在復原</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer a member: you read what is here</source>
        <translation>已不是成員：只能閱讀現有紀錄</translation>
    </message>
    <message>
        <source>Not the network of whoever invited you</source>
        <translation>並非邀請你的人的網絡</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) signed two ways</source>
        <translation>
            <numerusform>%n 名成員簽署了互相矛盾的紀錄</numerusform>
        </translation>
    </message>
    <message>
        <source>Observer: you read along</source>
        <translation>觀察者：只可閱讀</translation>
    </message>
    <message>
        <source>Clock {time} fast</source>
        <translation>時鐘快了 {time}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>自 {time} 起離線</translation>
    </message>
    <message>
        <source>Clock {time} slow</source>
        <translation>時鐘慢了 {time}</translation>
    </message>
    <message>
        <source>Your last records wait until {time}</source>
        <translation>最近的紀錄須等到 {time}</translation>
    </message>
    <message>
        <source>Runs on another computer too; nothing is signed</source>
        <translation>另一部電腦亦在執行；不簽署</translation>
    </message>
    <message>
        <source>Reads along; your other device signs</source>
        <translation>只讀；由你的另一部裝置簽署</translation>
    </message>
    <message>
        <source>Catching up; signing waits</source>
        <translation>正在補收紀錄，暫緩簽署</translation>
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
        <translation>轉予代付者</translation>
    </message>
    <message>
        <source>Nobody has paid for this record as it stands.</source>
        <translation>目前沒有人為這項欠款代付。</translation>
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
        <translation>須等待逾三分之二投票成員簽署這筆付款。</translation>
    </message>
    <message>
        <source>Confirms that the money has come. {debtor} owes that much to whoever paid from then on, and the rest to you. It can&apos;t be taken back.</source>
        <translation>確認款項已收到。此後 {debtor} 欠代付者該金額，餘數仍欠你。簽署後不能收回。</translation>
    </message>
    <message>
        <source>Pass on and sign</source>
        <translation>轉予並簽署</translation>
    </message>
    <message>
        <source>Passed on. The voters are signing it.</source>
        <translation>已轉予，投票成員正在簽署。</translation>
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
        <translation>貨幣</translation>
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
        <translation>已結清</translation>
    </message>
    <message>
        <source>Highest credit</source>
        <translation>最高賒帳額</translation>
    </message>
    <message>
        <source>Sums by currency</source>
        <translation>按貨幣合計</translation>
    </message>
    <message>
        <source>Show the overdue ones</source>
        <translation>查看逾期紀錄</translation>
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
        <translation>新增地址</translation>
    </message>
</context>
<context>
    <name>TakeOverSheet</name>
    <message>
        <source>Sign on this device</source>
        <translation>在這部裝置上簽署</translation>
    </message>
    <message>
        <source>Passphrase of the other device</source>
        <translation>另一部裝置的密碼短語</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Hand the pen over in the settings of the device that signs now, and bring the file here.</source>
        <translation>請在現時簽署的裝置的設定中移交簽署權，再把檔案帶到這裏。</translation>
    </message>
    <message>
        <source>Signing begins here once all that you signed there has come from the other members.</source>
        <translation>待你在那裏簽署的一切從其他成員取回後，這裏便開始簽署。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand-over file</source>
        <translation>移交檔</translation>
    </message>
    <message>
        <source>The pen is taken over.</source>
        <translation>已接手簽署權。</translation>
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
        <translation>其中金額</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>With recourse: the seller makes good if the debtor does not pay</source>
        <translation>有追索權：債務人不付款時，由賣方補償</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>More than is outstanding.</source>
        <translation>超過未付金額。</translation>
    </message>
    <message>
        <source>This day is over.</source>
        <translation>這一天已經過去。</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Say what this is about.</source>
        <translation>請說明原委。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>最多 %n 個字。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>TodayStrip</name>
    <message>
        <source>Nothing needs you.</source>
        <translation>沒有事項需要處理。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln counterparty(ies) changed</source>
        <translation>
            <numerusform>%Ln 個交易對手有變化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be reviewed</source>
        <translation>
            <numerusform>%Ln 個須覆核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln motion(s) need you</source>
        <translation>
            <numerusform>%Ln 項動議待你表決</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln proposal(s) to answer</source>
        <translation>
            <numerusform>%Ln 項提議待回應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dispute(s) to answer</source>
        <translation>
            <numerusform>%Ln 項爭議待回應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) to sign</source>
        <translation>
            <numerusform>%Ln 份草稿待簽署</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to send</source>
        <translation>
            <numerusform>%Ln 項待傳送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) to answer</source>
        <translation>
            <numerusform>%Ln 項更正待回應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) to answer by {day}</source>
        <translation>
            <numerusform>%Ln 項更正待回應（限期：{day}）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceSheet</name>
    <message>
        <source>What this rests on</source>
        <translation>查看依據</translation>
    </message>
    <message>
        <source>Not every signature is good: an entry was altered on this disk. See Sync.</source>
        <translation>並非每個簽署都有效：此磁碟上有條目被改動。請查看「同步」。</translation>
    </message>
    <message>
        <source>The records do not add up to what the Book shows. Run an audit: cohong audit.</source>
        <translation>各項紀錄加總與帳簿所示不符。請執行稽核：cohong audit。</translation>
    </message>
    <message>
        <source>All signatures below have been checked just now, and the records add up.</source>
        <translation>以下所有簽署剛經核對無誤，各項紀錄加總亦相符。</translation>
    </message>
    <message>
        <source>Outstanding: {amount} ({state})</source>
        <translation>未付：{amount}（{state}）</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>發出人</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>簽署時間</translation>
    </message>
    <message>
        <source>Adds</source>
        <translation>增減</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>簽署</translation>
    </message>
    <message>
        <source>The records of the sum</source>
        <translation>構成金額的紀錄</translation>
    </message>
    <message>
        <source>good</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>NOT GOOD</source>
        <translation>無效</translation>
    </message>
    <message>
        <source>{kind}, by {name}</source>
        <translation>{kind}，由 {name} 發出</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>條目</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>number {seq} of its author&apos;s feed; {part}</source>
        <translation>發出人的第 {seq} 條；{part}</translation>
    </message>
    <message>
        <source>part of the book</source>
        <translation>已入帳</translation>
    </message>
    <message>
        <source>no part of the book</source>
        <translation>未入帳</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>所引條目</translation>
    </message>
    <message>
        <source>Nobody votes on it.</source>
        <translation>無人就此投票。</translation>
    </message>
    <message>
        <source>Voter</source>
        <translation>投票成員</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Said in</source>
        <translation>載於</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Votes of each voter</source>
        <translation>各投票成員的票</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已複製。</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>Trust from where you stand</source>
        <translation>以你的立場計的信任</translation>
    </message>
    <message>
        <source>Show as sentences</source>
        <translation>以句子顯示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格顯示</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>債權人</translation>
    </message>
    <message>
        <source>Repaid by</source>
        <translation>由誰償還</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>筆數</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一筆</translation>
    </message>
    <message>
        <source>Repaid</source>
        <translation>已償還</translation>
    </message>
    <message>
        <source>Counts today</source>
        <translation>現今計入</translation>
    </message>
    <message>
        <source>What trust rests on</source>
        <translation>信任的依據</translation>
    </message>
    <message>
        <source>Enter or double-click opens the newest record behind a line in the Book.</source>
        <translation>按 Enter 或連按兩下，即可在帳冊開啟該行最近的紀錄。</translation>
    </message>
</context>
<context>
    <name>UnlockGate</name>
    <message>
        <source>Passphrase</source>
        <translation>密碼短語</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>Unlock with these words</source>
        <translation>用這些字詞解鎖</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>你的帳戶</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>請輸入你的密碼短語。</translation>
    </message>
    <message numerus="yes">
        <source>%n tries so far.</source>
        <translation>
            <numerusform>至今已試 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解鎖…</translation>
    </message>
    <message>
        <source>Encrypted on this computer. Only your passphrase opens it.</source>
        <translation>已在這部電腦上加密，只有你的密碼短語能開啟。</translation>
    </message>
    <message>
        <source>Forgot it? Use your recovery words</source>
        <translation>忘記了？使用復原字詞</translation>
    </message>
    <message>
        <source>Back to the passphrase</source>
        <translation>返回密碼短語</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>復原字詞</translation>
    </message>
    <message>
        <source>Type or paste all 24 words, in order.</source>
        <translation>按次序輸入或貼上全部 24 個字詞。</translation>
    </message>
</context>
<context>
    <name>VoteSheet</name>
    <message>
        <source>Vote for it?</source>
        <translation>投贊成票？</translation>
    </message>
    <message>
        <source>Vote against it?</source>
        <translation>投反對票？</translation>
    </message>
    <message>
        <source>If it passes: {effect}</source>
        <translation>如獲通過：{effect}</translation>
    </message>
    <message>
        <source>A vote is signed and cannot be taken back or changed.</source>
        <translation>投票會經簽署，不能撤回或更改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Vote for it</source>
        <translation>投贊成票</translation>
    </message>
    <message>
        <source>Vote against it</source>
        <translation>投反對票</translation>
    </message>
    <message>
        <source>So far {yes} of {voters} for it, against {no}; it passes at {needed}.</source>
        <translation>暫時 {voters} 名投票成員中 {yes} 名贊成、{no} 名反對；滿 {needed} 票便通過。</translation>
    </message>
    <message>
        <source>{tally} Your vote decides it.</source>
        <translation>{tally}你的一票將決定結果。</translation>
    </message>
    <message>
        <source>This motion cannot be voted on any more.</source>
        <translation>這項動議已不能再表決。</translation>
    </message>
    <message>
        <source>Meanwhile the vote has moved. Look at it again before you vote.</source>
        <translation>期間票數已有變動。投票前請再看一次。</translation>
    </message>
    <message>
        <source>Your vote is signed and on its way.</source>
        <translation>你的投票已簽署，正在傳送。</translation>
    </message>
</context>
<context>
    <name>VotesBar</name>
    <message>
        <source>{yes} of {voters} signed, majority at {majority}, final at {final}, against {no}, not yet {rest}</source>
        <translation>{voters} 名投票成員中 {yes} 名已簽署，{majority} 名過半數，{final} 名確定，反對 {no}，未簽 {rest}</translation>
    </message>
    <message>
        <source>majority at {count}</source>
        <translation>過半數：{count}</translation>
    </message>
    <message>
        <source>final at {count}</source>
        <translation>確定：{count}</translation>
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
        <translation>動議</translation>
    </message>
    <message>
        <source>Records being voted on</source>
        <translation>表決中的紀錄</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>提出動議</translation>
    </message>
    <message numerus="yes">
        <source>%n motion(s) need you</source>
        <translation>
            <numerusform>%n 項動議等你表決</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>沒有事情等你處理</translation>
    </message>
</context>
<context>
    <name>VotesPanel</name>
    <message>
        <source>Show as table</source>
        <translation>顯示為表格</translation>
    </message>
    <message>
        <source>Voter</source>
        <translation>投票成員</translation>
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
        <translation>最近上線</translation>
    </message>
    <message>
        <source>Votes of each voter</source>
        <translation>各投票成員的投票</translation>
    </message>
    <message>
        <source>{yes} of {voters} signed</source>
        <translation>已簽署 {yes}/{voters}</translation>
    </message>
    <message>
        <source>against {count}</source>
        <translation>反對 {count}</translation>
    </message>
    <message>
        <source>held {count}</source>
        <translation>擱置 {count}</translation>
    </message>
    <message>
        <source>not yet {count}</source>
        <translation>未簽 {count}</translation>
    </message>
    <message>
        <source>Its support contradicts itself. Until that is decided, it does not count.</source>
        <translation>支持它的簽署互相矛盾。在作出決定之前，這條紀錄不計算在內。</translation>
    </message>
    <message>
        <source>This record does not stand. Nothing in the book was changed by it.</source>
        <translation>這項紀錄不成立，帳簿沒有因此改變。</translation>
    </message>
    <message>
        <source>Not signed by enough voters yet: nothing is changed by it so far.</source>
        <translation>簽署的投票成員尚未足夠，暫時沒有因此改變甚麼。</translation>
    </message>
    <message numerus="yes">
        <source>To undo this, %n of the {voters} voters would have to be proven to have signed both ways.</source>
        <translation>
            <numerusform>要推翻這個結果，{voters} 名投票成員中須有 %n 名被證實簽署過互相矛盾的紀錄。</numerusform>
        </translation>
    </message>
    <message>
        <source>Against: {names}</source>
        <translation>反對：{names}</translation>
    </message>
    <message>
        <source>Signed both ways: {names}</source>
        <translation>雙重簽署：{names}</translation>
    </message>
    <message>
        <source>Not yet: {names}</source>
        <translation>未簽：{names}</translation>
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
        <translation>這部電腦</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已連接</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>從未上線</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>最近上線 {time}</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>隱藏表格</translation>
    </message>
</context>
<context>
    <name>WaitingGate</name>
    <message>
        <source>Your member ID</source>
        <translation>你的成員編號</translation>
    </message>
    <message>
        <source>Somebody puts it to the vote, and people vote by hand: that can take days. You may close the window. As soon as you are in, the book comes up here by itself.</source>
        <translation>要有人把它交付表決，再由各人親自投票，可能需要數日。你可以關閉視窗。一旦獲接納，帳簿便會自動在這裏出現。</translation>
    </message>
    <message>
        <source>The voters see this ID beside your name. Tell it to whoever invited you, so that they compare.</source>
        <translation>投票成員會在你的名稱旁看到這個編號。請把它告訴邀請你的人，以便核對。</translation>
    </message>
    <message>
        <source>Lock this profile</source>
        <translation>鎖定這個帳戶</translation>
    </message>
    <message>
        <source>This is not the network of whoever invited you</source>
        <translation>這並非邀請你的人的網絡</translation>
    </message>
    <message>
        <source>You have asked to join {network}</source>
        <translation>你已申請加入 {network}</translation>
    </message>
    <message>
        <source>Your request has been left with a member of the network. You are in once more than half of the voters have said so; an observer is let in without a vote.</source>
        <translation>你的申請已交給網絡的一名成員。過半數投票成員同意後，你便獲接納；觀察員無須表決。</translation>
    </message>
    <message>
        <source>{network} has not let you in</source>
        <translation>未能加入 {network}</translation>
    </message>
    <message>
        <source>Your invitation has been used by somebody else too, and an invitation lets in one person only.</source>
        <translation>你的邀請也有另一人用過，而一份邀請只能讓一個人加入。</translation>
    </message>
    <message>
        <source>Tell whoever invited you, ask for a new invitation, and use it in a new profile: a profile can ask to join only once.</source>
        <translation>請告知邀請你的人，索取新的邀請，並在新的帳戶中使用：每個帳戶只能申請加入一次。</translation>
    </message>
</context>
<context>
    <name>WatchButton</name>
    <message>
        <source>Watch…</source>
        <translation>關注…</translation>
    </message>
    <message>
        <source>Watched…</source>
        <translation>已關注…</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Review and note…</source>
        <translation>覆核日與備註…</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看過</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>須覆核</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>By</source>
        <translation>發出人</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Records since</source>
        <translation>自此之後的紀錄</translation>
    </message>
</context>
<context>
    <name>WatchPanel</name>
    <message>
        <source>Mark all as seen</source>
        <translation>全部標示為已看過</translation>
    </message>
    <message>
        <source>You watch nobody yet.</source>
        <translation>你尚未關注任何成員。</translation>
    </message>
    <message>
        <source>Look somebody up</source>
        <translation>查找成員</translation>
    </message>
    <message>
        <source>Open the report about a member and press Watch: what changes from then on is shown here.</source>
        <translation>開啟成員的報告並按「關注」：此後的變化會在這裏顯示。</translation>
    </message>
</context>
<context>
    <name>WatchSheet</name>
    <message>
        <source>Watch {name}</source>
        <translation>關注 {name}</translation>
    </message>
    <message>
        <source>Remind me on a day to look again</source>
        <translation>在指定日子提醒我再看</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>關注</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>取消關注</translation>
    </message>
    <message>
        <source>What changes from here on is shown before and after, with the records behind it. Nobody else learns that you watch: the list and your notes stay on this computer.</source>
        <translation>此後的變化會列出前後數值及相關紀錄。其他人不會知道你在關注：名單和備註只留在這部電腦。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>For yourself.</source>
        <translation>僅供自己參考。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Watched. What changes is told on the start page.</source>
        <translation>已關注。有變化時會在起始頁顯示。</translation>
    </message>
</context>
<context>
    <name>WatchWords</name>
    <message numerus="yes">
        <source>%Ln watched</source>
        <translation>
            <numerusform>關注 %Ln 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln 個有變化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to be reviewed</source>
        <translation>
            <numerusform>%Ln 個須覆核</numerusform>
        </translation>
    </message>
    <message>
        <source>{figure}: {before} → {after}</source>
        <translation>{figure}：{before} → {after}</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>轉差</translation>
    </message>
    <message>
        <source>better</source>
        <translation>好轉</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有變</translation>
    </message>
    <message>
        <source>Nothing has changed: thin file, no grade.</source>
        <translation>沒有變化：資料不足，沒有評級。</translation>
    </message>
    <message>
        <source>Nothing has changed: grade {grade}, {points} of 100 points.</source>
        <translation>沒有變化：評級 {grade}，{points} 分（滿分 100）。</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>自 {time} 起</translation>
    </message>
    <message>
        <source>review due since {day}</source>
        <translation>自 {day} 起須覆核</translation>
    </message>
    <message>
        <source>review on {day}</source>
        <translation>{day} 覆核</translation>
    </message>
    <message numerus="yes">
        <source>The newest {count} of %Ln record(s).</source>
        <translation>
            <numerusform>共 %Ln 項紀錄，列出最新 {count} 項。</numerusform>
        </translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>評級</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>違約</translation>
    </message>
    <message>
        <source>Given up by creditors</source>
        <translation>債權人已放棄</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>有爭議</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Chance of paying within terms</source>
        <translation>準時付款機會</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分數</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>thin file</source>
        <translation>資料不足</translation>
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
        <translation>已結清</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>In default</source>
        <translation>違約</translation>
    </message>
    <message>
        <source>Paid after default</source>
        <translation>違約後付清</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已撇帳</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>撇帳後收回</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待過半數</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>已過半數</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>已確定</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被否決</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>簽署衝突</translation>
    </message>
    <message>
        <source>Beaten</source>
        <translation>落選</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作廢</translation>
    </message>
    <message>
        <source>Only on this computer, not signed yet.</source>
        <translation>只在這部電腦上，尚未簽署。</translation>
    </message>
    <message>
        <source>Signed, but no majority of the voters has signed for it yet.</source>
        <translation>已簽署，但簽署的投票成員尚未過半數。</translation>
    </message>
    <message>
        <source>More than half of the voters have signed for it.</source>
        <translation>過半數投票成員已簽署。</translation>
    </message>
    <message>
        <source>More than two thirds of the voters have signed for it.</source>
        <translation>逾三分之二投票成員已簽署。</translation>
    </message>
    <message>
        <source>The voters refused it; the reason is with the record.</source>
        <translation>投票成員已否決，原因見紀錄。</translation>
    </message>
    <message>
        <source>Two records contradict each other, or the votes on it do: somebody has signed both ways.</source>
        <translation>兩條紀錄互相矛盾，或其表決互相矛盾：有人作了雙重簽署。</translation>
    </message>
    <message>
        <source>Another record about the same thing got the votes first.</source>
        <translation>另一項同一事項的紀錄先取得足夠票數。</translation>
    </message>
    <message>
        <source>A final block has left it out: it came too late, or lies off the branch that stands.</source>
        <translation>已確定的區塊沒有納入這項紀錄：紀錄來得過遲，或不在成立的分支上。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>成員資料</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>信貸額度</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Payment claimed</source>
        <translation>聲明已付款</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>New terms agreed to</source>
        <translation>已同意新條款</translation>
    </message>
    <message>
        <source>New terms</source>
        <translation>新條款</translation>
    </message>
    <message>
        <source>Notice of default</source>
        <translation>違約通知</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>違約</translation>
    </message>
    <message>
        <source>Offered for sale</source>
        <translation>放售</translation>
    </message>
    <message>
        <source>Offer to buy</source>
        <translation>提出購買</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已轉讓</translation>
    </message>
    <message>
        <source>Passed to whoever paid</source>
        <translation>已轉予代付者</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>擔保</translation>
    </message>
    <message>
        <source>Guarantee called</source>
        <translation>要求履行擔保</translation>
    </message>
    <message>
        <source>Guarantee paid</source>
        <translation>已按擔保支付</translation>
    </message>
    <message>
        <source>Guarantee pool</source>
        <translation>互保基金</translation>
    </message>
    <message>
        <source>Pledge to a pool</source>
        <translation>認繳互保基金</translation>
    </message>
    <message>
        <source>Claim on a pool</source>
        <translation>向互保基金索償</translation>
    </message>
    <message>
        <source>Draw on a pool</source>
        <translation>互保基金撥付</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有爭議</translation>
    </message>
    <message>
        <source>Answer to a dispute</source>
        <translation>回應爭議</translation>
    </message>
    <message>
        <source>Dispute closed</source>
        <translation>爭議已了結</translation>
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
        <translation>已拒絕更正</translation>
    </message>
    <message>
        <source>Endorsement</source>
        <translation>評價</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>Say that it is paid</source>
        <translation>聲明已付款</translation>
    </message>
    <message>
        <source>Record a receipt</source>
        <translation>記錄收款</translation>
    </message>
    <message>
        <source>Agree to new terms</source>
        <translation>同意新條款</translation>
    </message>
    <message>
        <source>Change the terms</source>
        <translation>更改條款</translation>
    </message>
    <message>
        <source>Give notice</source>
        <translation>發出通知</translation>
    </message>
    <message>
        <source>Record a default</source>
        <translation>記錄違約</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>撇帳</translation>
    </message>
    <message>
        <source>Record a recovery</source>
        <translation>記錄收回款項</translation>
    </message>
    <message>
        <source>Offer for sale</source>
        <translation>放售</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>轉讓</translation>
    </message>
    <message>
        <source>Pass on to whoever paid</source>
        <translation>轉予代付者</translation>
    </message>
    <message>
        <source>Call a guarantee</source>
        <translation>要求履行擔保</translation>
    </message>
    <message>
        <source>Pay on the guarantee</source>
        <translation>按擔保支付</translation>
    </message>
    <message>
        <source>Pledge</source>
        <translation>認繳</translation>
    </message>
    <message>
        <source>Claim from a pool</source>
        <translation>向互保基金索償</translation>
    </message>
    <message>
        <source>Draw on the pool</source>
        <translation>從互保基金撥付</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>提出爭議</translation>
    </message>
    <message>
        <source>Answer the dispute</source>
        <translation>回應爭議</translation>
    </message>
    <message>
        <source>Close the dispute</source>
        <translation>了結爭議</translation>
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
        <translation>拒絕更正</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已簽署</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反對</translation>
    </message>
    <message>
        <source>Signed both ways</source>
        <translation>雙重簽署</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>擱置</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未簽</translation>
    </message>
    <message>
        <source>A field of the record is missing or out of form.</source>
        <translation>紀錄有欄位缺漏或格式不對。</translation>
    </message>
    <message>
        <source>It rests on a record that was rejected.</source>
        <translation>所依據的紀錄已被否決。</translation>
    </message>
    <message>
        <source>It names too few, too many, or the wrong kind of records.</source>
        <translation>引用的紀錄過少、過多或種類不對。</translation>
    </message>
    <message>
        <source>Somebody named in it is not a member of this network.</source>
        <translation>當中提到的某一方不是本網絡的成員。</translation>
    </message>
    <message>
        <source>This network does not use that currency.</source>
        <translation>本網絡不使用該貨幣。</translation>
    </message>
    <message>
        <source>Its days are in an impossible order.</source>
        <translation>日期的先後次序不可能成立。</translation>
    </message>
    <message>
        <source>Its author has already moved the same version elsewhere.</source>
        <translation>發出人已對同一版本作出另一項變更。</translation>
    </message>
    <message>
        <source>Only the other party may do this now.</source>
        <translation>現在只有另一方可以這樣做。</translation>
    </message>
    <message>
        <source>This cannot be done in the record&apos;s present state.</source>
        <translation>在紀錄目前的狀態下不能這樣做。</translation>
    </message>
    <message>
        <source>Its author, or whom it asks, is not among those whom this concerns.</source>
        <translation>作者或被要求回應的成員與此無關。</translation>
    </message>
    <message>
        <source>Netting round announced</source>
        <translation>已宣布一輪淨額結算</translation>
    </message>
    <message>
        <source>Netting agreed to</source>
        <translation>已同意淨額結算</translation>
    </message>
    <message>
        <source>Netting round joined</source>
        <translation>已加入一輪淨額結算</translation>
    </message>
    <message>
        <source>Netted</source>
        <translation>已淨額結算</translation>
    </message>
    <message>
        <source>Netting round ended</source>
        <translation>該輪淨額結算已結束</translation>
    </message>
    <message>
        <source>Consent to read</source>
        <translation>查閱同意</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Reading under a consent</source>
        <translation>憑同意查閱</translation>
    </message>
    <message>
        <source>Agree to netting</source>
        <translation>同意淨額結算</translation>
    </message>
    <message>
        <source>Join a netting round</source>
        <translation>加入一輪淨額結算</translation>
    </message>
    <message>
        <source>Write the result of the round</source>
        <translation>寫入該輪的結果</translation>
    </message>
    <message>
        <source>End the round without a result</source>
        <translation>不作結果結束該輪</translation>
    </message>
    <message>
        <source>Take the consent back</source>
        <translation>撤回同意</translation>
    </message>
    <message>
        <source>Record that it was read</source>
        <translation>記錄已查閱</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未了結</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已了結</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解決</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Upheld by the voters</source>
        <translation>投票成員裁定成立</translation>
    </message>
    <message>
        <source>Dismissed by the voters</source>
        <translation>投票成員裁定不成立</translation>
    </message>
    <message>
        <source>Does not stand</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>待回應</translation>
    </message>
    <message>
        <source>In effect, unanswered</source>
        <translation>無人回應，已生效</translation>
    </message>
    <message>
        <source>Correction open</source>
        <translation>更正待回應</translation>
    </message>
    <message>
        <source>Both sides of it are the same member.</source>
        <translation>雙方是同一成員。</translation>
    </message>
    <message>
        <source>Only the debtor may do this.</source>
        <translation>只有債務人可以這樣做。</translation>
    </message>
    <message>
        <source>The last day for this has passed.</source>
        <translation>最後日期已過。</translation>
    </message>
    <message>
        <source>The amount is larger than what is outstanding.</source>
        <translation>金額大於未付金額。</translation>
    </message>
    <message>
        <source>The amount is larger than what was written off.</source>
        <translation>金額超過已撇帳的金額。</translation>
    </message>
    <message>
        <source>The value date lies in the future.</source>
        <translation>起息日在未來。</translation>
    </message>
    <message>
        <source>The other side&apos;s consent is missing, or it is for another amount, another day or an earlier state.</source>
        <translation>缺少另一方的同意，或其同意的是另一金額、另一日期或較早的狀態。</translation>
    </message>
    <message>
        <source>Amount and due day are what they have been.</source>
        <translation>金額和到期日與原來相同。</translation>
    </message>
    <message>
        <source>The new amount must be above what has been paid or given up, and not above the present one.</source>
        <translation>新金額須高於已付或已放棄的金額，且不高於現有金額。</translation>
    </message>
    <message>
        <source>Its terms do not allow it to be sold.</source>
        <translation>條款不允許轉讓。</translation>
    </message>
    <message>
        <source>It takes part in a netting round. This has to wait until that is over.</source>
        <translation>它正參與一輪淨額結算，須待該輪結束。</translation>
    </message>
    <message>
        <source>Its terms do not allow it to be netted.</source>
        <translation>條款不允許納入淨額結算。</translation>
    </message>
    <message>
        <source>It is of another currency or debtor than is covered or netted here, or due too late.</source>
        <translation>其貨幣或債務人不在此擔保或結算範圍內，或到期日太遲。</translation>
    </message>
    <message>
        <source>Somebody would owe or be owed more or less on balance than before the round.</source>
        <translation>與該輪之前相比，有人的應收應付差額會有增減。</translation>
    </message>
    <message>
        <source>That is more than is left of the guarantee, or than was called.</source>
        <translation>這超過擔保的餘額，或超過所要求的金額。</translation>
    </message>
    <message>
        <source>That call or claim has been answered already.</source>
        <translation>這項要求已經有了回應。</translation>
    </message>
    <message>
        <source>The pool&apos;s rule gives another sum, or other shares of it.</source>
        <translation>按互助池的規則，金額或各份應為另一數目。</translation>
    </message>
    <message>
        <source>More could be set off among these obligations.</source>
        <translation>這些欠款之間還可抵銷更多。</translation>
    </message>
    <message>
        <source>It was written without having read the debtor&apos;s newest records. Try again in a moment.</source>
        <translation>寫入時尚未讀到債務人最新的紀錄。請稍後再試。</translation>
    </message>
    <message>
        <source>A default takes a notice to the debtor that a block has included two weeks before.</source>
        <translation>記錄違約前，須已通知債務人，且該通知在兩星期前已納入區塊。</translation>
    </message>
    <message>
        <source>A default may be recorded sixty days after the due day and the days of grace.</source>
        <translation>到期日加寬限日數之後六十天，方可記錄違約。</translation>
    </message>
    <message>
        <source>The debtor disputes it. This has to wait until that is over.</source>
        <translation>債務人對此提出爭議，須待爭議了結。</translation>
    </message>
    <message>
        <source>Another device has taken the pen with the same file before.</source>
        <translation>另一部裝置先前已用同一檔案取得簽署權。</translation>
    </message>
    <message>
        <source>As things stand, this would change nothing.</source>
        <translation>按目前情況，這不會改變任何事。</translation>
    </message>
    <message>
        <source>Say why: the voters decide by it.</source>
        <translation>請寫明理由：投票成員憑此決定。</translation>
    </message>
    <message>
        <source>The same question is before the voters already. Vote on that one.</source>
        <translation>同一問題已交投票成員表決，請就該動議投票。</translation>
    </message>
    <message>
        <source>Only voters vote on motions, and you have no vote.</source>
        <translation>只有投票成員可就動議投票，而你沒有投票權。</translation>
    </message>
    <message>
        <source>You have voted on this. A vote cannot be taken back.</source>
        <translation>你已就此投票，投票不能撤回。</translation>
    </message>
    <message>
        <source>You observe this network: you read along and write nothing.</source>
        <translation>你是這個網絡的觀察者：只可閱讀，不可寫入。</translation>
    </message>
    <message>
        <source>You are no member yet: the voters have not let you in so far.</source>
        <translation>你尚未成為成員：投票成員還未接納你。</translation>
    </message>
    <message>
        <source>You are no member: your invitation has been used by somebody else.</source>
        <translation>你不是成員：你的邀請已有別人用過。</translation>
    </message>
    <message>
        <source>You are no member any more, so nothing of yours is signed.</source>
        <translation>你已不再是成員，因此不會簽署你的任何內容。</translation>
    </message>
    <message>
        <source>This motion is over.</source>
        <translation>這項動議已完結。</translation>
    </message>
    <message>
        <source>This profile has asked to join another network. Use another profile for this one.</source>
        <translation>這個帳戶已申請加入另一個網絡。請用另一個帳戶。</translation>
    </message>
    <message>
        <source>The record that this rests on has no majority yet. Try again in a moment.</source>
        <translation>所依據的紀錄尚未過半數。請稍後再試。</translation>
    </message>
    <message>
        <source>Nothing has joined this round yet, so there is nothing to set off.</source>
        <translation>這一輪未有欠款加入，沒有可抵銷的。</translation>
    </message>
    <message>
        <source>This round has no result yet.</source>
        <translation>這一輪未有結果。</translation>
    </message>
    <message>
        <source>An earlier record of yours about this is still being voted on. Try again in a moment.</source>
        <translation>你較早前的一項相關紀錄仍在表決中。請稍後再試。</translation>
    </message>
    <message>
        <source>Its address cannot be reached from here.</source>
        <translation>從這裏無法到達對方的地址。</translation>
    </message>
    <message>
        <source>Nobody answers at its address.</source>
        <translation>該地址沒有回應。</translation>
    </message>
    <message>
        <source>It does not answer in time.</source>
        <translation>對方沒有及時回應。</translation>
    </message>
    <message>
        <source>Somebody else answers at its address.</source>
        <translation>在該地址回應的是別人。</translation>
    </message>
    <message>
        <source>It does not let this member in.</source>
        <translation>對方不接納此成員。</translation>
    </message>
    <message>
        <source>What answers at its address is not a node.</source>
        <translation>在該地址回應的不是節點。</translation>
    </message>
    <message>
        <source>It has no room for another connection.</source>
        <translation>對方已沒有空餘連接。</translation>
    </message>
    <message>
        <source>This node has no room for another connection.</source>
        <translation>本節點已沒有空餘連接。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>連接已中斷。</translation>
    </message>
    <message>
        <source>It sent something that a node must not send.</source>
        <translation>對方送來了不應傳送的內容。</translation>
    </message>
    <message>
        <source>It broke the protocol and is left alone for a while.</source>
        <translation>對方違反了協定，暫時不再連接。</translation>
    </message>
    <message>
        <source>Its address is not known.</source>
        <translation>不知道對方的地址。</translation>
    </message>
    <message>
        <source>It is not a member of this network.</source>
        <translation>對方不是本網絡的成員。</translation>
    </message>
    <message>
        <source>The proxy does not answer or refuses.</source>
        <translation>代理伺服器沒有回應或拒絕連接。</translation>
    </message>
    <message>
        <source>It is connected to this profile on another computer.</source>
        <translation>對方已與另一部電腦上的這個帳戶連接。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在讀取</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>可以傳送</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在傳送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已傳送</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已還原</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>檔案已不在原處。</translation>
    </message>
    <message>
        <source>This is a folder or a device, not a file.</source>
        <translation>這是資料夾或裝置，不是檔案。</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>你沒有權限讀取這個檔案。</translation>
    </message>
    <message>
        <source>The disk or network share failed while the file was read.</source>
        <translation>讀取檔案時磁碟或網絡資料夾出錯。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>This is neither a CSV file nor a UBL invoice. Export your invoices as one of them and try again.</source>
        <translation>這不是 CSV 檔案，也不是 UBL 發票。請把發票匯出為其中一種格式再試。</translation>
    </message>
    <message>
        <source>The file is too large. Split it, for example by year.</source>
        <translation>檔案太大。請分割，例如按年份。</translation>
    </message>
    <message>
        <source>The file has more columns than an invoice list can have.</source>
        <translation>檔案的欄數超過發票清單應有的數目。</translation>
    </message>
    <message>
        <source>The file has too many rows. Split it, for example by year.</source>
        <translation>檔案的列數太多。請分割，例如按年份。</translation>
    </message>
    <message>
        <source>A line of the file is far too long for an invoice.</source>
        <translation>檔案有一行過長，不可能是發票。</translation>
    </message>
    <message>
        <source>A column that is needed was not found. Say which column has the customer, number, date and amount.</source>
        <translation>找不到所需的欄。請指明客戶、號碼、日期和金額在哪一欄。</translation>
    </message>
    <message>
        <source>A column that was chosen is not in the file.</source>
        <translation>所選的欄不在檔案內。</translation>
    </message>
    <message>
        <source>A setting of this import makes no sense for the file.</source>
        <translation>這次匯入的某項設定與檔案不符。</translation>
    </message>
    <message>
        <source>The file&apos;s characters could not be read. Choose its encoding.</source>
        <translation>無法讀取檔案的文字。請選擇編碼。</translation>
    </message>
    <message>
        <source>The compressed file is damaged. Copy or download it again.</source>
        <translation>壓縮檔已損壞。請重新複製或下載。</translation>
    </message>
    <message>
        <source>The file changed while it was read. Try again.</source>
        <translation>讀取期間檔案有改動。請再試一次。</translation>
    </message>
    <message>
        <source>There is no UBL invoice among these files. CSV files are imported one at a time.</source>
        <translation>這些檔案之中沒有 UBL 發票。CSV 檔案須逐個匯入。</translation>
    </message>
    <message>
        <source>This is not a file of Cohong&apos;s records.</source>
        <translation>這不是 Cohong 的紀錄檔案。</translation>
    </message>
    <message>
        <source>The file is damaged at both ends and cannot be opened. Copy it again, or ask for another.</source>
        <translation>檔案的開頭和結尾都已損壞，無法開啟。請重新複製，或索取另一份。</translation>
    </message>
    <message>
        <source>A later version of Cohong has made this file. Update this one.</source>
        <translation>這個檔案由較新版本的 Cohong 製作。請更新本程式。</translation>
    </message>
    <message>
        <source>This file is of another network.</source>
        <translation>這個檔案屬於另一個網絡。</translation>
    </message>
    <message>
        <source>This file was made for other members, and only they can open it.</source>
        <translation>這個檔案是為其他成員製作的，只有他們能開啟。</translation>
    </message>
    <message>
        <source>The file contradicts itself. Ask whoever made it for another.</source>
        <translation>檔案內容自相矛盾。請向製作者索取另一份。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>沒有這個檔案或資料夾。</translation>
    </message>
    <message>
        <source>You may not read or write there.</source>
        <translation>你無權在該處讀取或寫入。</translation>
    </message>
    <message>
        <source>There is no room for the file.</source>
        <translation>沒有足夠空間存放這個檔案。</translation>
    </message>
    <message>
        <source>The disk or stick failed.</source>
        <translation>磁碟或 USB 手指出現故障。</translation>
    </message>
    <message>
        <source>This is no file of another device, or it is damaged.</source>
        <translation>這不是另一部裝置的檔案，或檔案已損壞。</translation>
    </message>
    <message>
        <source>This file hands the pen to another device of yours. Use it there.</source>
        <translation>這個檔案把簽署權移交給你的另一部裝置。請在那裏使用。</translation>
    </message>
    <message>
        <source>This file is of another member or network.</source>
        <translation>這個檔案屬於另一名成員或另一個網絡。</translation>
    </message>
    <message>
        <source>A file of that name is there already and was left as it is.</source>
        <translation>已有同名檔案，未作更改。</translation>
    </message>
    <message>
        <source>A record on this computer has been altered and is fetched again from the others. Try again later.</source>
        <translation>這部電腦上有一項紀錄被改動，正從其他成員重新取得。請稍後再試。</translation>
    </message>
    <message>
        <source>A quotation mark is never closed</source>
        <translation>引號沒有關閉</translation>
    </message>
    <message>
        <source>Text after a closing quotation mark</source>
        <translation>關閉的引號後還有文字</translation>
    </message>
    <message>
        <source>More or fewer cells than the header</source>
        <translation>儲存格數目與標題列不符</translation>
    </message>
    <message>
        <source>A value is missing</source>
        <translation>缺少內容</translation>
    </message>
    <message>
        <source>Characters that the file&apos;s encoding does not have</source>
        <translation>有檔案編碼中不存在的字元</translation>
    </message>
    <message>
        <source>A control character in the text</source>
        <translation>文字中有控制字元</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>文字太長</translation>
    </message>
    <message>
        <source>Not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>No such day</source>
        <translation>沒有這一天</translation>
    </message>
    <message>
        <source>Before 1970 or after 2100</source>
        <translation>早於 1970 年或晚於 2100 年</translation>
    </message>
    <message>
        <source>The days of credit make no sense</source>
        <translation>信貸期日數不合理</translation>
    </message>
    <message>
        <source>Due before it was issued</source>
        <translation>到期日早於開立日</translation>
    </message>
    <message>
        <source>Paid before it was issued</source>
        <translation>付款日早於開立日</translation>
    </message>
    <message>
        <source>Not a plain amount</source>
        <translation>不是單純的金額</translation>
    </message>
    <message>
        <source>Not a currency code</source>
        <translation>不是貨幣代碼</translation>
    </message>
    <message>
        <source>¥ or $ alone does not say which currency</source>
        <translation>單憑 ¥ 或 $ 不能確定貨幣</translation>
    </message>
    <message>
        <source>The cell names another currency than the row</source>
        <translation>儲存格的貨幣與該列不同</translation>
    </message>
    <message>
        <source>The amount is zero</source>
        <translation>金額為零</translation>
    </message>
    <message>
        <source>The amount is negative</source>
        <translation>金額為負數</translation>
    </message>
    <message>
        <source>More decimals than the currency has</source>
        <translation>小數位多於該貨幣所用</translation>
    </message>
    <message>
        <source>The amount is too large</source>
        <translation>金額太大</translation>
    </message>
    <message>
        <source>An earlier line has this number with other terms</source>
        <translation>前面有一行號碼相同但條款不同</translation>
    </message>
    <message>
        <source>Same as invoice {number} but for leading zeros</source>
        <translation>與發票 {number} 相同，只差號碼前面的零</translation>
    </message>
    <message>
        <source>The file cannot be read. Copy it, or pack it without a password</source>
        <translation>無法讀取檔案。請重新複製，或壓縮時不設密碼</translation>
    </message>
    <message>
        <source>Not a UBL 2.1 invoice. Export it as UBL 2.1</source>
        <translation>不是 UBL 2.1 發票。請以 UBL 2.1 匯出</translation>
    </message>
    <message>
        <source>The XML is damaged at this line. Export it again</source>
        <translation>XML 在這一行損壞。請重新匯出</translation>
    </message>
    <message>
        <source>DOCTYPE and entities are never read. Export it without</source>
        <translation>一律不讀取 DOCTYPE 和實體，請匯出不含這些的檔案</translation>
    </message>
    <message>
        <source>Over 32 MiB, or nested too deeply for an invoice</source>
        <translation>超過 32 MiB，或層次過深，不可能是發票</translation>
    </message>
    <message>
        <source>There with different values. Enter this invoice by hand</source>
        <translation>出現多個不同的值。請手動輸入這張發票</translation>
    </message>
    <message>
        <source>A credit note is no new claim. Enter it by hand</source>
        <translation>貸項通知單不是新的欠款。請手動輸入</translation>
    </message>
    <message>
        <source>A corrected invoice. Correct the earlier one instead</source>
        <translation>更正發票。請改為更正原來那一張</translation>
    </message>
    <message>
        <source>A pro forma invoice is no claim. Import the final one</source>
        <translation>形式發票不是欠款。請匯入正式發票</translation>
    </message>
    <message>
        <source>Like invoice {number} but for leading zeros, with another amount or other dates</source>
        <translation>號碼與發票 {number} 只差前面的零，但金額或日期不同</translation>
    </message>
    <message>
        <source>That could not be understood. Nothing was changed.</source>
        <translation>無法理解這個要求。沒有任何改動。</translation>
    </message>
    <message>
        <source>The running node is another version than this window. Close both and start again.</source>
        <translation>正在執行的節點與此視窗版本不同。請把兩者關閉後重新啟動。</translation>
    </message>
    <message>
        <source>The profile is locked. Unlock it first.</source>
        <translation>帳戶已鎖定，請先解鎖。</translation>
    </message>
    <message>
        <source>There is no profile here yet.</source>
        <translation>這裏還沒有帳戶。</translation>
    </message>
    <message>
        <source>There is a profile here already. Nothing was changed.</source>
        <translation>這裏已有帳戶。沒有任何改動。</translation>
    </message>
    <message>
        <source>That passphrase does not open this profile. Check Caps Lock and your input method.</source>
        <translation>這個密碼短語打不開帳戶。請檢查 Caps Lock 和輸入法。</translation>
    </message>
    <message>
        <source>Those words do not fit. Check their order and spelling; all 24 are needed.</source>
        <translation>字詞不符。請檢查次序和串法；需要全部 24 個。</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Use at least 15 characters, or six random words.</source>
        <translation>這個密碼短語太容易猜中。請使用至少 15 個字元，或六個隨機字詞。</translation>
    </message>
    <message>
        <source>The profile&apos;s file is damaged. This is not about your passphrase. Restore a backup, or use your recovery words on a new profile; your records come back from the other members.</source>
        <translation>帳戶的資料檔已損壞，與密碼短語無關。請由備份復原，或以復原字詞建立新帳戶；你的紀錄會從其他成員取回。</translation>
    </message>
    <message>
        <source>This profile has not joined a network yet.</source>
        <translation>這個帳戶尚未加入網絡。</translation>
    </message>
    <message>
        <source>This profile already belongs to a network.</source>
        <translation>這個帳戶已屬於某個網絡。</translation>
    </message>
    <message>
        <source>That is not a whole invitation. Copy all of its text and paste it again.</source>
        <translation>邀請函不完整。請複製全部文字再貼上。</translation>
    </message>
    <message>
        <source>The invitation does not name you. Send your member ID to whoever created the network.</source>
        <translation>邀請函沒有列出你。請把你的成員編號傳給建立網絡的人。</translation>
    </message>
    <message>
        <source>None of the members that the invitation names could be reached. Try again with the same text.</source>
        <translation>邀請函所列的成員都聯絡不上。請用同一段文字再試。</translation>
    </message>
    <message>
        <source>The network cannot be carried on so: its voters have agreed on no block yet, or a founder was no member when they did. Nothing has changed.</source>
        <translation>無法這樣延續網絡：投票成員尚未就任何區塊達成協議，或某創辦成員當時並非成員。一切維持不變。</translation>
    </message>
    <message>
        <source>That is not an address. Write it as host:port.</source>
        <translation>這不是地址。請寫成「主機:連接埠」。</translation>
    </message>
    <message>
        <source>No member of this network has that ID.</source>
        <translation>本網絡沒有這個編號的成員。</translation>
    </message>
    <message>
        <source>This record is no longer here.</source>
        <translation>這項紀錄已不在這裏。</translation>
    </message>
    <message>
        <source>This entry is not on this computer.</source>
        <translation>這部電腦上沒有這個條目。</translation>
    </message>
    <message>
        <source>This import is no longer here.</source>
        <translation>這次匯入已不在這裏。</translation>
    </message>
    <message>
        <source>This block is not on this computer.</source>
        <translation>這部電腦上沒有這個區塊。</translation>
    </message>
    <message>
        <source>You have no such device any more.</source>
        <translation>你已沒有這部裝置。</translation>
    </message>
    <message>
        <source>This record is not anchored yet.</source>
        <translation>這項紀錄尚未錨定在區塊中。</translation>
    </message>
    <message>
        <source>The rules of the book do not allow this.</source>
        <translation>帳簿的規則不容許這樣做。</translation>
    </message>
    <message>
        <source>This waits for a charter block of today. One has been asked for: try again in a minute.</source>
        <translation>這需要今天的章程區塊。已請求產生，請於一分鐘後再試。</translation>
    </message>
    <message>
        <source>Nothing is signed at the moment, so that nothing is signed twice. The bar at the foot of the window says why.</source>
        <translation>目前不簽署任何紀錄，以免重複簽署。視窗下方的訊息列說明原因。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off from most members&apos; clocks. Nothing is signed until it is set right.</source>
        <translation>這部電腦的時鐘與大多數成員的不一致。校正之前不會簽署任何紀錄。</translation>
    </message>
    <message>
        <source>You have written as much today as the charter lets one member write. Nothing was signed; it goes on at midnight UTC, or as soon as a charter block includes what you have written.</source>
        <translation>你今天寫入的數量已達章程給每位成員的上限，這次沒有簽署任何紀錄。UTC 午夜過後，或章程區塊納入你已寫的紀錄後，即可繼續。</translation>
    </message>
    <message>
        <source>This is about a person, and nothing is shown before you have said what for. Open the report in Check: you are asked there, once a day.</source>
        <translation>這些內容關乎個人，說明用途後才會顯示。請在「查核」開啟報告，屆時會詢問用途，每天一次。</translation>
    </message>
    <message>
        <source>This file cannot be imported.</source>
        <translation>這個檔案不能匯入。</translation>
    </message>
    <message>
        <source>This file cannot be read or written.</source>
        <translation>無法讀取或寫入這個檔案。</translation>
    </message>
    <message>
        <source>This is no longer under way.</source>
        <translation>這項工作已不在進行。</translation>
    </message>
    <message>
        <source>Some of this import was sent already, so it cannot be undone as a whole.</source>
        <translation>這次匯入有部分已傳送，因此不能整批還原。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; free some space and try again.</source>
        <translation>磁碟已滿。沒有遺失資料；請騰出空間後再試。</translation>
    </message>
    <message>
        <source>Another program uses the port for connections.</source>
        <translation>另一程式已佔用連接埠。</translation>
    </message>
    <message>
        <source>Another program has this profile open.</source>
        <translation>這個帳戶已由另一程式開啟。</translation>
    </message>
    <message>
        <source>The node is busy. Try again in a moment.</source>
        <translation>節點正忙，請稍後再試。</translation>
    </message>
    <message>
        <source>The node met a fault of its own. It goes on; its log has the particulars.</source>
        <translation>節點本身出現故障，但仍在運作；詳情見其記錄檔。</translation>
    </message>
    <message>
        <source>This invitation has ended. Ask whoever sent it for a new one.</source>
        <translation>這份邀請函已過期。請向發出者索取新的。</translation>
    </message>
    <message>
        <source>This invitation has been used by somebody else. Ask for a new one, and use it in a new profile.</source>
        <translation>這份邀請已有別人用過。請索取新的邀請，並在新的帳戶中使用。</translation>
    </message>
    <message>
        <source>Some of your records are with no other member yet. Wait until somebody is connected.</source>
        <translation>你有些紀錄尚未傳到其他成員。請等待有成員連接。</translation>
    </message>
    <message>
        <source>The node does not answer. It is tried again by itself.</source>
        <translation>節點沒有回應，程式會自動再試。</translation>
    </message>
    <message>
        <source>Something in this window failed. Your records are safe; the log has the particulars.</source>
        <translation>此視窗出現故障。你的紀錄安全；詳情見記錄檔。</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Recovery words</source>
        <translation>復原字詞</translation>
    </message>
    <message>
        <source>These are {found} words; all 24 are needed.</source>
        <translation>這裏有 {found} 個字詞，需要全部 24 個。</translation>
    </message>
    <message>
        <source>{found} of 24 words</source>
        <translation>24 個字詞中的 {found} 個</translation>
    </message>
</context>
<context>
    <name>WriteOffSheet</name>
    <message>
        <source>Write off</source>
        <translation>撇帳</translation>
    </message>
    <message>
        <source>Outstanding: {amount}</source>
        <translation>未付：{amount}</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>All members can read it. It may be left empty.</source>
        <translation>所有成員都可閱讀。可以留空。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Takes this amount off what {who} owes you, unpaid. If some of it comes in later, record a recovery. It can&apos;t be taken back.</source>
        <translation>由 {who} 欠你的款項中扣除這個未付金額。其後如有收回，請記錄收回款項。此事不能收回。</translation>
    </message>
    <message>
        <source>Write off and sign</source>
        <translation>撇帳並簽署</translation>
    </message>
    <message>
        <source>More than is outstanding.</source>
        <translation>超過未付金額。</translation>
    </message>
    <message>
        <source>Written off. The voters are signing it.</source>
        <translation>已撇帳，投票成員正在簽署。</translation>
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
        <translation>詳情</translation>
    </message>
    <message>
        <source>Save proof…</source>
        <translation>儲存憑證…</translation>
    </message>
    <message numerus="yes">
        <source>{level}, %n signed</source>
        <translation>
            <numerusform>{level}，%n 名已簽署</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {seq} of its author
{entry}</source>
        <translation>發出人的第 {seq} 個條目
{entry}</translation>
    </message>
    <message>
        <source>nothing outstanding</source>
        <translation>沒有未付款項</translation>
    </message>
    <message>
        <source>{amount} outstanding</source>
        <translation>未付 {amount}</translation>
    </message>
    <message>
        <source>A receipt: a small file that proves this record to anybody, without a node or a connection.</source>
        <translation>憑證是一個小檔案：任何人無須節點、無須連接網絡，都能憑它查證這項紀錄。</translation>
    </message>
    <message>
        <source>There is a proof to save once a block has anchored this record; the next one is due at {time}.</source>
        <translation>要等區塊錨定這項紀錄後才有憑證；下一個區塊預定在 {time}。</translation>
    </message>
    <message>
        <source>There is a proof to save once enough voters have signed this record and a block has anchored it.</source>
        <translation>要等足夠的投票成員簽署這項紀錄，並由區塊錨定後，才有憑證。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隱藏</translation>
    </message>
</context>
<context>
    <name>_SumCard</name>
    <message>
        <source>Show records</source>
        <translation>查看紀錄</translation>
    </message>
</context>
</TS>
