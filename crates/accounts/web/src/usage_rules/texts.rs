//! What the pages of usage rules say.

yakusho_webkit::texts! {
    /// Texts of the usage rules.
    pub(super) enum Text {
        UsageRules: "利用上の決まり" / "Usage rules";
        Intro: "グループウェアの利用内容と利用方法を、版として定めます。適用日から、利用者はログインしたときに確認を求められます。" / "What the groupware is used for and how, in versions. From the first day in force, users are asked at sign-in to acknowledge them.";
        Version: "版" / "Version";
        Number { n: i32 }: "第{n}版" / "Version {n}";
        NumberOf { n: i32 }: "利用上の決まり 第{n}版" / "Usage rules, version {n}";
        Effective: "適用日" / "In force from";
        MadeBy: "定めた者" / "Made by";
        State: "状態" / "State";
        InForce: "適用中" / "In force";
        Coming: "適用前" / "Not yet in force";
        Past: "旧版" / "Past";
        None: "利用上の決まりは、まだ定められていません。" / "There are no usage rules yet.";
        NoneAdvice: "「新しい版を定める」から作成してください。" / "Make the first version.";
        New: "新しい版を定める" / "Make a new version";
        BodyJa: "本文(日本語)" / "Text in Japanese";
        BodyEn: "本文(英語)" / "Text in English";
        BodyEnHelp: "なければ、日本語の本文を表示します。" / "Without it, the Japanese text is shown.";
        EffectiveHelp: "今日より前の日は指定できません。" / "Not before today.";
        FromCurrent: "適用中の版の本文を写してあります。必要なところを直してください。" / "The text in force is filled in. Change what is to change.";
        Issue: "この内容で定める" / "Make this version";
        Issued: "新しい版を定めました。" / "The version was made.";
        Withdraw: "取り下げる" / "Withdraw";
        WithdrawThis: "この版を取り下げる" / "Withdraw this version";
        WithdrawMeans: "取り下げると、この版は適用されず、元に戻せません。適用中の版はそのままです。" / "A withdrawn version never comes into force, and this cannot be undone. The version in force stays.";
        Withdrawn: "版を取り下げました。" / "The version was withdrawn.";
        InForceAlready: "適用日を過ぎた版は取り下げられません。新しい版を定めてください。" / "It is in force already and cannot be withdrawn. Make a new version.";
        Body: "本文" / "Text";
        Difference: "前の版との違い" / "Difference from the version before";
        Acknowledged: "確認した利用者" / "Have acknowledged";
        Outstanding: "まだ確認していない職員" / "Have not acknowledged yet";
        Person: "職員" / "Person";
        Unit: "所属" / "Section";
        At: "確認日時" / "Acknowledged";
        NobodyYet: "まだ誰も確認していません。" / "Nobody has yet.";
        AllDone: "全員が確認済みです。" / "Everybody has.";
        Followed: "確認の状況" / "Acknowledgements";
        StaffNumber: "職員番号" / "Staff number";
        Post: "職" / "Post";
        NotYet: "未確認" / "Not yet";
        NoSuchFunction: "この市の規程では、利用上の決まりの定めがありません。" / "The city's regulation does not ask for usage rules.";
    }
}
