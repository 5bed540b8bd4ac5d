//! What the pages of the board say.

yakusho_webkit::texts! {
    /// Texts of the board.
    pub(crate) enum Text {
        Board: "掲示板" / "Bulletin board";

        // The list.
        Views: "掲示の表示" / "Views of the board";
        All: "すべて" / "All";
        Unread: "未読" / "Unread";
        Owed: "要確認" / "To confirm";
        Mine: "自分の掲示" / "My posts";
        Drafts: "下書き" / "Drafts";
        Awaiting: "承認する" / "To approve";
        Expired: "掲載終了" / "Ended";
        Categories: "カテゴリー" / "Categories";
        AllCategories: "全カテゴリー" / "All categories";
        UnreadIn { n: u64 }: "未読{n}件" / "{n} unread";
        NewPost: "新しく掲示する" / "New post";
        MarkAllRead: "すべて既読にする" / "Mark all as read";
        MarkCategoryRead: "このカテゴリーをすべて既読にする" / "Mark this category as read";
        MarkReadHelp { n: u64 }: "未読の掲示{n}件を既読にします。元に戻せません。確認が必要な掲示は「要確認」に残ります。" / "{n} unread post will count as read. This cannot be taken back. Posts that ask for a confirmation still ask for it." | "{n} unread posts will count as read. This cannot be taken back. Posts that ask for a confirmation still ask for it." by n;
        MarkRead: "既読にする" / "Mark as read";
        AllRead: "既読にしました。確認が必要な掲示は「要確認」に残っています。" / "Marked as read. Posts that ask for a confirmation still ask for it.";
        ManageCategories: "カテゴリーの管理" / "Manage categories";
        DailyCheck: "未読の状況(所属別)" / "What is left unread, by section";
        Subject: "件名" / "Subject";
        From: "掲示者" / "From";
        Posted: "掲載日時" / "Posted";
        Changed: "更新日時" / "Changed";
        Confirmation: "確認" / "Confirmation";
        State: "状態" / "State";
        Updated: "更新あり" / "Changed";
        Files { n: usize }: "添付{n}件" / "{n} file" | "{n} files" by n;
        MustConfirm: "要確認" / "Please confirm";
        DueOn: "期限" / "due";
        NoPosts: "掲示はありません。" / "There are no posts.";
        NothingUnread: "未読の掲示はありません。" / "You have read everything.";
        NothingOwed: "確認が必要な掲示はありません。" / "Nothing waits for your confirmation.";
        NoDrafts: "下書きはありません。" / "You have no drafts.";
        NothingMine: "まだ何も掲示していません。" / "You have not posted anything yet.";
        NothingToApprove: "承認を待っている掲示はありません。" / "Nothing waits for your approval.";
        NothingExpired: "掲載が終わった掲示はありません。" / "None of your posts has ended.";

        // States.
        Draft: "下書き" / "Draft";
        Submitted: "承認待ち" / "Waits for approval";
        Scheduled: "掲載予定" / "Scheduled";
        Shown: "掲載中" / "Shown";
        Ended: "掲載終了" / "Ended";
        Withdrawn: "取り下げ" / "Withdrawn";
        Removed: "削除" / "Removed";
        WithdrawnTitle: "(取り下げられた掲示)" / "(withdrawn)";
        RemovedTitle: "(削除された掲示)" / "(removed)";

        // One post.
        ChangedSince: "前回読んだ後に内容が変わっています。" / "This was changed since you read it.";
        SeeChange: "どこが変わったかを見る" / "See what changed";
        PleaseConfirm: "この掲示は確認が必要です。" / "This post asks you to confirm that you have read it.";
        PleaseConfirmHow: "本文を読んだら、「確認しました」を押してください。" / "When you have read it, press “I have read this”.";
        ConfirmNow: "確認しました" / "I have read this";
        ConfirmAgain: "確認した後に内容が変わりました。もう一度確認が必要です。" / "This was changed after you confirmed it. Please confirm it again.";
        ConfirmAgainHow: "変更後の内容を読んだら、「変更後の内容を確認しました」を押してください。" / "When you have read the changed text, press “Confirm the changed text”.";
        ConfirmChanged: "変更後の内容を確認しました" / "Confirm the changed text";
        ConfirmedBefore: "変更前の内容を確認した日時:" / "You confirmed the earlier text on";
        ConfirmedOn: "確認済みです。" / "You have confirmed this.";
        ConfirmedNow: "確認しました。" / "Confirmed.";
        ToConfirm: "確認欄へ移動" / "Go to the confirmation";
        DueDay: "確認の期限" / "Confirm by";
        NoDue: "期限なし" / "No due date";
        OverdueSince: "期限を過ぎています。" / "It is overdue.";
        WasSentBack { by: String }: "{by}が差し戻しました。直してから、もう一度公開してください。" / "Sent back by {by}. Change it, and publish it again.";
        IsDraft: "下書きです。まだ誰にも表示されていません。" / "This is a draft. Nobody else sees it yet.";
        IsSubmitted: "承認を待っています。まだ掲示されていません。" / "This waits for approval. It is not on the board yet.";
        WaitsFor { whom: String }: "承認する人:{whom}" / "To be approved by: {whom}";
        HeadOf { unit: String }: "{unit}の長" / "the head of {unit}";
        IsScheduled: "掲載の開始を待っています。" / "This will be shown later.";
        IsEnded: "掲載期間は終わりました。" / "The time of this post is over.";
        WithdrawnWords: "掲示した人がこの掲示を取り下げました。" / "This post was withdrawn by its author.";
        RemovedWords { by: String }: "{by}がこの掲示を削除しました。" / "This post was taken down by {by}.";
        ReasonWas { reason: String }: "理由:{reason}" / "Reason: {reason}";
        WordsKept: "元の内容は証跡として保存されています。" / "Its words are kept as evidence.";
        About: "この掲示について" / "About this post";
        Category: "カテゴリー" / "Category";
        InNameOf: "名義" / "In the name of";
        ApprovedBy: "承認した人" / "Approved by";
        ApprovedOnly: "承認された掲示です。変更できるのは承認者だけです。" / "This was approved. Only who approves can change it.";
        ApprovedOnlyHelp: "内容を直すときは、承認者に変更を頼むか、取り下げてから新しく掲示してください。" / "To have it changed, ask whoever approves, or withdraw it and post it anew.";
        WrittenBy: "作成者" / "Written by";
        WrittenByHelp: "名義の所属の職員にだけ表示しています。" / "Shown only to people of that section.";
        Kind: "情報の区分" / "Kind of information";
        KindItem { item: u8 }: "第{item}号" / "({item})";
        Period: "掲載期間" / "Shown";
        PeriodFrom: "から" / "from";
        PeriodUntil: "まで" / "until";
        NoEnd: "終わりなし" / "without end";
        AsSoonAsPublished: "公開と同時" / "as soon as published";
        PinnedUntil: "先頭に固定" / "Pinned until";
        Version: "版" / "Version";
        Versions: "変更の履歴" / "History";
        Readers: "確認状況" / "Who has confirmed";
        Publish: "公開する" / "Publish";
        Withdraw: "取り下げる" / "Withdraw";
        Remove: "削除する" / "Take down";
        Reinstate: "元に戻す" / "Put up again";
        Approve: "承認して公開する" / "Approve and publish";
        SendBack: "差し戻す" / "Send back";
        Decide: "承認" / "Approval";
        DecideHelp: "内容を確かめて、承認するか、理由を添えて差し戻してください。" / "Read it, then approve it or send it back with a reason.";
        SendBackReason: "差し戻しの理由" / "Why it is sent back";

        // Acts.
        PublishedNow: "公開しました。" / "Published.";
        PublishedLater: "公開の予約をしました。" / "It will be published at its time.";
        SubmittedNow: "承認を依頼しました。承認されると公開されます。" / "Sent for approval. It will be published when approved.";
        AskedNow: "第5号の情報のため、管理者に承認を依頼しました。承認されたら、もう一度「公開する」を押してください。" / "Being of the fifth kind, it was put before the administrator. When they have approved it, press “Publish” again.";
        ApprovedNow: "承認しました。" / "Approved.";
        SentBackNow: "差し戻しました。" / "Sent back.";
        WithdrawnNow: "取り下げました。" / "Withdrawn.";
        RemovedNow: "削除しました。掲示した人に理由を知らせました。" / "Taken down. Its author was told why.";
        ReinstatedNow: "元に戻しました。" / "Put up again.";
        WithdrawQuestion: "この掲示を取り下げますか" / "Withdraw this post?";
        WithdrawConsequences: "取り下げると、誰にも表示されなくなります。内容は記録として残りますが、取り下げを元に戻すことはできません。" / "Nobody will see it any more. Its words stay on record, and it cannot be put up again.";
        RemoveQuestion: "この掲示を削除しますか" / "Take this post down?";
        RemoveConsequences: "本文に代えて、削除したことと理由が表示されます。元の内容は証跡として残ります。掲示した人には理由が通知されます。" / "In its place readers see that it was taken down, and why. Its words stay as evidence, and its author is told the reason.";
    }
}
