//! What the pages of maintenance say.

yakusho_webkit::texts! {
    /// Texts of maintenance and notices to all.
    pub(super) enum Text {
        Maintenance: "保守とお知らせ" / "Maintenance and notices";
        Intro: "全利用者への知らせと保守の予告は、掲載を始めた時から終わるまで、ログイン画面を含むすべてのページの上に表示されます。閲覧のみの間は、システム管理者がここで終えるまで、又は終了の時刻まで、誰も登録や変更ができません。夜間の処理も休みます。" / "Notices to all and announced maintenance stand above every page, the sign-in page among them, from when they are shown until they end. While the system is read only, nobody registers or changes anything until its end, or until you end it here. The nightly jobs rest, too.";

        Now: "現在の状態" / "At the moment";
        Usual: "通常どおり利用できます。" / "Everything works as usual.";
        SwitchNow: "今すぐ閲覧のみにする" / "Switch to read only now";
        SwitchNowHelp: "いま作業中の人も、送信できなくなります。送信した内容は、その人の画面に残ります。" / "Those who are writing cannot send any more. What they send stays on their page.";
        SwitchNowButton: "閲覧のみにする" / "Switch to read only";

        Announce: "予告・お知らせを掲載する" / "Announce something";
        AnnounceButton: "掲載する" / "Announce";
        Kind: "種類" / "Kind";
        KindNotice: "お知らせ(利用の制限なし)" / "Notice (nothing rests)";
        KindReadOnly: "閲覧のみの保守" / "Maintenance, read only";
        KindClosed: "利用を止める保守(管理者だけが閲覧できます)" / "Maintenance, closed (the administrator alone reads)";
        WordsJa: "文面(日本語)" / "Words in Japanese";
        WordsEn: "文面(英語)" / "Words in English";
        WordsHelp: "お知らせでは必ず入力します。保守では、作業の内容や影響を書きます。" / "Required for a notice. For maintenance, say what is done and what it affects.";
        WordsEnHelp: "空欄のときは、英語の画面にも日本語の文面を表示します。" / "Where it is empty, the Japanese words are shown on English pages as well.";
        ShownFrom: "掲載の開始" / "Shown from";
        ShownFromHelp: "空欄のときは、すぐに掲載します。" / "At once, where it is empty.";
        Starts: "開始" / "Begins";
        StartsHelp: "空欄のときは、すぐに始まります。" / "At once, where it is empty.";
        Ends: "終了" / "Ends";
        EndsHelp: "お知らせでは必ず入力します。保守で未定のときは空欄にします。" / "Required for a notice. For maintenance, leave it empty while it is not known.";

        All: "これまでの掲載" / "All announcements";
        None: "掲載したものはありません。" / "Nothing was announced.";
        What: "内容" / "What";
        Period: "期間" / "When";
        State: "状態" / "State";
        By: "掲載した者" / "By";
        Act: "操作" / "Act";
        ShortNotice: "お知らせ" / "Notice";
        ShortReadOnly: "閲覧のみ" / "Read only";
        ShortClosed: "利用停止" / "Closed";
        Planned: "掲載前" / "Planned";
        Shown: "予告中" / "Announced";
        On: "実施中" / "On";
        Over: "終了" / "Over";
        Open: "未定" / "Not known";
        CallOff: "終える" / "End";
        SetEnd: "終了の時刻を変える" / "Set another end";
        SetEndButton: "変更する" / "Set";
        Ended: "終えました。" / "It was ended.";
        EndSet: "終了の時刻を変えました。" / "The end was set.";
        Announced: "掲載しました。" / "It was announced.";
        SwitchedNow: "閲覧のみにしました。" / "The system is read only now.";

        AtOnce: "すぐに全職員の操作を止める" / "Stop everyone at once";
        AtOnceHelp: "開始を空欄にして保守を掲載するときに、チェックを付けます。" / "Tick this to announce maintenance without a beginning.";
        HaltsAtOnce: "この保守は、掲載するとすぐに始まります。開始を入力するか、「すぐに全職員の操作を止める」にチェックを付けてください。" / "This maintenance begins as soon as it is announced. Enter when it begins, or tick “Stop everyone at once”.";

        HaltedReadOnly: "保守のため閲覧のみです。" / "Read only, for maintenance.";
        HaltedClosed: "保守のため利用を止めています。" / "Closed for maintenance.";
        AlreadyOver: "すでに終わっています。" / "It is over already.";
        InThePast: "これからの日時を入力してください。" / "Enter a time that is still to come.";
        ShownTooLate: "掲載の開始は、開始より前にしてください。" / "It must be shown before it begins.";
    }
}
