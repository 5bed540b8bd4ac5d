//! What the pages of the ledger say.

yakusho_webkit::texts! {
    /// Texts of the ledger.
    pub(crate) enum Text {
        Duties: "義務台帳" / "Duties";
        Intro: "いつまでに、誰が、何をするかの一覧です。期限が近いものから並んでいます。" / "Who has to do what, and by when: the next first.";
        Views: "表示の切替え" / "Views";
        Mine: "自分の義務" / "Mine";
        Section: "所属の義務" / "My section's";
        All: "全庁の義務" / "The town hall's";
        Ended: "完了・取消" / "Done and dropped";
        StillOpen: "未完了" / "Open";
        AsMonth: "月の予定表で見る" / "As a month";
        AsList: "一覧で見る" / "As a list";
        New: "義務を登録" / "Enter a duty";

        What: "すること" / "What";
        Who: "義務のある人" / "Who";
        By: "根拠" / "Under";
        Due: "期限" / "Due";
        DaysLeft { n: i64 }: "あと{n}日" / "{n} days left";
        Today: "今日まで" / "Today";
        DaysLate { n: i64 }: "{n}日超過" / "{n} days late";
        State: "状態" / "State";
        Open: "未完了" / "Open";
        Done: "完了" / "Done";
        Dropped: "取消" / "Dropped";
        EndedAt: "完了・取消の日時" / "Ended";
        Remark: "説明" / "Remark";
        OpenedAt: "登録の日時" / "Opened";
        Evidence: "証跡" / "Evidence";
        OpeningEntry: "登録の記録" / "The act that opened it";
        ClosingEntry: "完了・取消の記録" / "The act that ended it";
        OwnMatter: "市の定め" / "The town hall's own";
        NothingOpen: "期限のある義務はありません。" / "Nothing is due.";
        NothingEnded: "完了したもの、取り消したものはまだありません。" / "Nothing was done or dropped yet.";
        HeadOf { unit: String }: "{unit}の長" / "Head of {unit}";
        RoleOf { role: String, unit: String }: "{role}({unit})" / "{role} ({unit})";
        Unknown: "(不明)" / "(unknown)";

        Title: "すること" / "What is to be done";
        TitleHelp: "例:防災訓練の実施、研修の受講" / "Such as: hold the fire drill, attend the training";
        ForSection: "対象の所属" / "Section";
        ForSectionHelp: "この所属の長の義務になります。" / "Its head will owe it.";
        Rule: "根拠の規則" / "Rule that asks for it";
        RuleHelp: "規程によらない場合は選びません。" / "Choose none where no regulation asks for it.";
        Enter: "登録する" / "Enter";
        Entered: "登録しました。期限の前に知らせます。" / "It was entered. Whoever owes it is reminded before its day.";
        SayDone: "完了を報告する" / "Report it as done";
        DoneRemark: "実施の内容(任意)" / "What was done (optional)";
        DoneSaid: "完了を記録しました。" / "It is on record as done.";
        Drop: "取り消す" / "Drop it";
        DropReason: "取消の理由" / "Why it need not be done";
        DroppedSaid: "取り消しました。" / "It was dropped.";
        EndsByAct: "この義務は、その手続を行うと自動で完了します。" / "It ends by itself when what it asks for is done.";

        PreviousMonth: "前の月" / "Previous month";
        NextMonth: "次の月" / "Next month";
        ThisMonth: "今月" / "This month";
        MonthOf { year: i32, month: u8 }: "{year}年{month}月" / "{year}-{month}";
        More { n: usize }: "ほか{n}件" / "{n} more";
        Cut { n: usize }: "件数が多いため、はじめの{n}件までを表示しています。" / "There are many: the first {n} are shown.";

        Subscribe: "カレンダーで購読" / "Subscribe by calendar";
        SubscribeIntro: "ほかのカレンダーのプログラムに、自分の義務の期限を表示できます。アドレスは秘密です。ほかの人に知らせないでください。" / "Other calendar programs can show what you owe by its day. The address is a secret: tell nobody.";
        HasAddress { day: String }: "{day}に作成したアドレスがあります。新しく作成すると、前のアドレスは使えなくなります。" / "You made an address on {day}. A new one takes its place.";
        NoAddress: "アドレスはまだありません。" / "You have no address yet.";
        MakeAddress: "アドレスを作成" / "Make an address";
        EndAddress: "アドレスを廃止" / "End the address";
        AddressMade: "アドレスを作成しました。" / "The address was made.";
        AddressEnded: "アドレスを廃止しました。" / "The address ended.";
        ShownOnce: "表示するのは今回だけです。カレンダーのプログラムに貼り付けてください。" / "It is shown this once. Paste it into your calendar program.";
        FeedName: "義務の期限" / "Duties due";
        DueSoon: "期限が近い義務" / "Duties due";
        AllMine: "自分の義務をすべて見る" / "All of mine";

        // Notices and what is owed, in a line.
        EnteredDuty { title: String }: "{title}" / "{title}";
        UseEnds { data: String, day: String }: "「{data}」の利用の承認が{day}に終わります。続ける場合は、改めて申請してください。" / "The approval to use “{data}” ends on {day}. Apply anew to go on.";
        ReviewDue { system: String, kind: String }: "「{system}」の保護の措置を見直してください:{kind}" / "Review a measure that protects “{system}”: {kind}";
        Ahead { what: String, day: String }: "期限が近づいています({day}):{what}" / "Due on {day}: {what}";
        Overdue { what: String, day: String }: "期限を過ぎています({day}):{what}" / "Overdue since {day}: {what}";
        Escalated { what: String, day: String }: "部下の期限超過({day}):{what}" / "Not done by those below you, due on {day}: {what}";
    }
}
