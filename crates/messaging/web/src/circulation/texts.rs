//! What the pages of circulation and report say.

yakusho_webkit::texts! {
    /// Texts of circulation and report.
    pub(crate) enum Text {
        Circulations: "回覧・レポート" / "Circulation and report";
        Circulation: "回覧" / "Circulation";
        Report: "レポート" / "Report";

        // The list.
        Trays: "回覧・レポートの表示" / "Views of circulations";
        Owed: "確認・返信する" / "To confirm";
        Received: "受信" / "Received";
        SentTray: "送信" / "Sent";
        Drafts: "下書き" / "Drafts";
        Watched: "ウォッチ中" / "Watched";
        SectionTray: "所属の送信" / "Sent by my section";
        Templates: "ひな形" / "Templates";
        New: "新しく回す" / "New circulation";
        Subject: "件名" / "Subject";
        From: "発信者" / "From";
        ReceivedAt: "受信日時" / "Received";
        SentAt: "送信日時" / "Sent";
        ChangedAt: "更新日時" / "Changed";
        Due: "期限" / "Due";
        State: "状況" / "State";
        Progress: "進み具合" / "Progress";
        NoDue: "期限なし" / "No due date";
        Files { n: usize }: "添付{n}件" / "{n} file" | "{n} files" by n;
        NothingOwed: "確認・返信が必要なものはありません。" / "Nothing waits for you.";
        NothingReceived: "受信した回覧はありません。" / "Nothing has reached you.";
        NothingSent: "送信した回覧はありません。" / "You have sent nothing.";
        NoDrafts: "下書きはありません。" / "You have no drafts.";
        NothingWatched: "ウォッチしている回覧はありません。" / "You watch nothing.";
        WatchedAdvice: "回覧のページで「ウォッチする」を押すと、コメントや完了が通知されます。" / "Press “Watch” on a circulation to be told of comments and of its end.";
        NothingOfSection: "所属の名前で送信した回覧はありません。" / "Your section has sent nothing.";
        Unread: "未読" / "Unread";
        Updated: "更新あり" / "Changed";

        // States.
        MustConfirm: "要確認" / "Please confirm";
        MustReply: "要返信" / "Please reply";
        Done: "確認済み" / "Confirmed";
        Replied: "返信済み" / "Replied";
        WaitsForOthers { done: i32, all: i32 }: "ほかの人待ち {done}/{all}" / "waits for others, {done} of {all}";
        Draft: "下書き" / "Draft";
        Open: "回覧中" / "Under way";
        Completed: "完了" / "Complete";
        Closed: "締め切り" / "Closed";
        Withdrawn: "取り下げ" / "Withdrawn";
        Removed: "削除" / "Removed";
        Waiting: "順番待ち" / "Waits for their turn";
        Pending: "未確認" / "Not confirmed";
        Passed: "職の後任へ引き継ぎ" / "Passed on with the post";
        WithdrawnTitle: "(取り下げられた回覧)" / "(withdrawn)";
        RemovedTitle: "(削除された回覧)" / "(removed)";

        // One circulation.
        PleaseConfirm: "あなたの確認が必要です。" / "This waits for your confirmation.";
        PleaseReply: "あなたの返信が必要です。" / "This waits for your reply.";
        ConfirmAgain: "確認した後に内容が変わりました。もう一度確認が必要です。" / "This was changed after you confirmed it. Please confirm it again.";
        ReplyAgain: "返信した後に内容が変わりました。もう一度返信が必要です。" / "This was changed after you replied. Please reply again.";
        ConfirmedBefore: "変更前の内容を確認した日時:" / "You confirmed the earlier text on";
        ToConfirm: "確認欄へ移動" / "Go to the confirmation";
        HowToConfirm: "本文を読んだら、「確認しました」を押してください。" / "When you have read it, press “I have read this”.";
        HowToConfirmAgain: "変更後の内容を読んだら、「変更後の内容を確認しました」を押してください。" / "When you have read the changed text, press “Confirm the changed text”.";
        HowToReply: "返信を書いて、「返信する」を押してください。返信すると、確認したことになります。" / "Write your reply and press “Reply”. Replying confirms it.";
        Reply: "返信" / "Reply";
        WithReply: "返信を添える(任意)" / "Add a reply (optional)";
        ReplyOpen: "返信は、この回覧が届いた全員に表示されます。" / "Everyone whom this reached will see your reply.";
        ReplyClosed: "返信は、発信者にだけ表示されます。" / "Only its sender will see your reply.";
        ConfirmNow: "確認しました" / "I have read this";
        ConfirmChanged: "変更後の内容を確認しました" / "Confirm the changed text";
        ReplyNow: "返信する" / "Reply";
        OnBehalf { whom: String, kind: String }: "{whom}さんの代わりに確認します({kind})。代わりに確認したことは記録され、一覧に表示されます。" / "You confirm in place of {whom} ({kind}). It is kept on record and shown.";
        YouConfirmed: "確認済みです。" / "You have confirmed this.";
        YouReplied: "返信済みです。" / "You have replied to this.";
        ByProxy { kind: String }: "{kind}が確認しました。" / "Confirmed by proxy: {kind}.";
        MyReply: "あなたの返信" / "Your reply";
        RewordReply: "返信を書き直す" / "Change your reply";
        SaveReply: "返信を保存" / "Save reply";
        ReplySaved: "返信を保存しました。" / "Your reply was saved.";
        ConfirmedNow: "確認しました。" / "Confirmed.";
        RepliedNow: "返信しました。" / "Replied.";
        ChangedSince: "あなたが読んだ後に内容が変わっています。" / "This was changed since you read it.";
        SeeHistory: "変更の履歴を見る" / "See the history";
        IsDraft: "下書きです。まだ誰にも届いていません。" / "This is a draft. It has reached nobody yet.";
        IsClosed: "発信者が締め切りました。確認・返信はもう必要ありません。" / "Its sender has closed it. Nothing more is needed.";
        IsCompleted: "全員が確認して、完了しました。" / "Everybody has confirmed it.";
        WithdrawnWords: "発信者がこの回覧を取り下げました。確認・返信はもう必要ありません。" / "Its sender has withdrawn it. Nothing more is needed.";
        RemovedWords { by: String }: "{by}がこの回覧を削除しました。" / "This was taken down by {by}.";
        ReasonWas { reason: String }: "理由:{reason}" / "Reason: {reason}";
        WordsKept: "元の内容は証跡として保存されています。" / "Its words are kept as evidence.";

        // Its progress.
        Whom: "確認の状況" / "Who has confirmed";
        WhomTitle: "確認の状況" / "Who has confirmed";
        Name: "氏名" / "Name";
        Section: "所属" / "Section";
        Turn: "順番" / "Turn";
        TurnNumber { n: i32 }: "{n}番目" / "{n}";
        ConfirmedAt: "確認日時" / "Confirmed";
        Outdated: "変更前の内容を確認" / "Confirmed an earlier version";
        AllRecipients { n: i32 }: "{n}人全員の状況を見る" / "See all {n}";
        BySection: "所属ごとの状況" / "By section";
        Everyone: "全員" / "Everyone";
        NotYet: "まだの人" / "Not yet";
        Nobody: "該当する人はいません。" / "Nobody.";
        NoSection: "(所属なし)" / "(none)";
        Rank { n: usize }: "{n}番目の職位" / "Rank {n}";
        ProxyOf { name: String, kind: String }: "{name}({kind})" / "{name} ({kind})";

        // Facts.
        About: "この回覧について" / "About this circulation";
        InNameOf: "名義" / "In the name of";
        WrittenBy: "作成者" / "Written by";
        WrittenByHelp: "名義の所属の職員にだけ表示しています。" / "Shown only to people of that section.";
        Addressed: "宛先" / "Addressed to";
        How: "回し方" / "Order";
        AtOnce: "全員に同時に回す" / "All at once";
        AtOnceHelp: "送信すると、すぐに全員に届きます。" / "It reaches everyone as soon as it is sent.";
        Upwards: "職位の低い人から順に回す" / "From the lowest rank up";
        UpwardsHelp: "同じ職位の全員が確認すると、次の職位に届きます。最後に部長などに届きます。" / "When all of a rank have confirmed, it reaches the next higher one.";
        Downwards: "職位の高い人から順に回す" / "From the highest rank down";
        DownwardsHelp: "部長などの全員が確認すると、次の職位に届きます。" / "When all of a rank have confirmed, it reaches the next lower one.";
        StepDays { n: u16 }: "{n}開庁日たっても確認がそろわないときは、次の職位にも届きます。" / "After {n} working days the next rank gets it all the same.";
        FollowsLabel: "人事異動があったとき" / "When people move";
        FollowsPerson: "人に付いていく" / "It follows the person";
        FollowsPersonHelp: "異動しても、届いた人が確認します。研修の案内など、その人自身への用件に向きます。" / "Whoever it reached confirms it, wherever they move. For what concerns the person.";
        FollowsPost: "職に付いていく" / "It follows the post";
        FollowsPostHelp: "異動すると、まだ確認していない分は後任に移ります。担当の仕事についての用件に向きます。" / "What is not confirmed yet passes to the successor. For what concerns the duties.";
        DueDay: "確認の期限" / "Confirm by";
        Replies: "返信の表示" / "Replies";
        RepliesOpen: "届いた全員に表示する" / "Shown to all whom it reached";
        RepliesClosed: "発信者にだけ表示する" / "Shown to its sender alone";
        Kind: "情報の区分" / "Kind of information";
        KindItem { item: u8 }: "第{item}号" / "({item})";
        Version: "版" / "Version";
        Versions: "変更の履歴" / "History";

        // Acts.
        Send: "送信する" / "Send";
        SentTo { n: usize }: "{n}人に送信しました。" / "Sent to {n} person." | "Sent to {n} people." by n;
        SentByRank { n: usize, later: usize }: "{n}人に届きました。続く{later}人には、順番が来たら届きます。" / "{n} has it now; {later} more will get it in their turn." | "{n} have it now; {later} more will get it in their turn." by n;
        AskedNow: "第5号の情報のため、管理者に承認を依頼しました。承認されたら、もう一度「送信する」を押してください。" / "Being of the fifth kind, it was put before the administrator. When they have approved it, press “Send” again.";
        Watch: "ウォッチする" / "Watch";
        Unwatch: "ウォッチをやめる" / "Stop watching";
        WatchedNow: "ウォッチ中にしました。コメントや完了が通知されます。" / "You are told of comments and of its end.";
        UnwatchedNow: "ウォッチをやめました。" / "You do not watch it any more.";
        Remind: "まだの人に催促する" / "Remind the others";
        NobodyReminded: "新しく催促した人はいません。今日の催促は、すでに届いています。" / "Nobody was reminded: today's reminder had been sent already.";
        Reminded { n: usize }: "まだの人({n}人)に催促しました。同じ日の催促は一度だけ届きます。" / "Reminded {n} person. Nobody is reminded twice a day." | "Reminded {n} people. Nobody is reminded twice a day." by n;
        AddPeople: "宛先を追加" / "Add people";
        AddTitle: "宛先の追加" / "Add people";
        AddHelp: "追加した人には、すぐに届きます。すでに届いている人は数えません。" / "It reaches them at once. Whom it reached before is not counted again.";
        Added { n: usize }: "{n}人を追加しました。" / "{n} person added." | "{n} people added." by n;
        Copy: "複製して新しく回す" / "Copy to a new one";
        CopiedNow: "下書きとして複製しました。期限を確かめて送信してください。" / "Copied as a draft. Set a due date and send it.";
        AsTemplate: "ひな形として保存" / "Save as a template";
        Csv: "状況をCSVで保存" / "Save the state as CSV";
        CsvName { day: String }: "回覧の状況_{day}.csv" / "circulation_{day}.csv";
        Close: "締め切る" / "Close";
        CloseQuestion: "この回覧を締め切りますか" / "Close this circulation?";
        CloseConsequences: "まだ確認していない人も、確認・返信が不要になります。締め切りを元に戻すことはできません。" / "Nobody owes it any more, confirmed or not. This cannot be undone.";
        ClosedNow: "締め切りました。" / "Closed.";
        Withdraw: "取り下げる" / "Withdraw";
        WithdrawQuestion: "この回覧を取り下げますか" / "Withdraw this circulation?";
        WithdrawConsequences: "届いた人には取り下げたことが表示され、内容は見えなくなります。内容は記録として残りますが、取り下げを元に戻すことはできません。" / "Those whom it reached see that it was withdrawn, and not its words. The words stay on record, and it cannot be sent again.";
        WithdrawnNow: "取り下げました。" / "Withdrawn.";
        Remove: "削除する" / "Take down";
        RemoveQuestion: "この回覧を削除しますか" / "Take this circulation down?";
        RemoveConsequences: "本文に代えて、削除したことと理由が表示されます。元の内容は証跡として残ります。発信者と届いた人に理由が通知されます。" / "In its place people see that it was taken down, and why. Its words stay as evidence, and its sender and all whom it reached are told the reason.";
        RemovedNow: "削除しました。" / "Taken down.";
    }
}
