//! What the pages of provisions say.

use yakusho_compliance::provision::Condition;

yakusho_webkit::texts! {
    pub(super) enum Text {
        Provisions: "データの外部提供" / "Data provided outside";
        Lists: "一覧の切り替え" / "Lists";
        AllOfThem: "すべて" / "All";
        WordWanted: "第8号の判断待ち" / "Waiting for the word on item 8";
        Owed: "返還・廃棄待ち" / "To be returned or disposed of";
        Intro: "外部提供の協議が認められると、ここに載ります。" / "A provision appears here once the consultation on it was granted.";
        Nothing: "外部提供はありません。" / "There are no provisions.";
        Consult: "外部提供協議書を作成" / "Draw up a consultation";
        Data: "データ" / "Data";
        Recipient: "提供先" / "Recipient";
        Section: "提供する課" / "Section";
        Purpose: "提供の目的" / "Purpose";
        Days: "提供の期間" / "Days";
        State: "状態" / "State";
        Due: "返還・廃棄の期限" / "Due back";
        Period { first: String, last: String }: "{first}から{last}まで" / "{first} to {last}";
        To { data: String, recipient: String }: "{data}({recipient})" / "{data} ({recipient})";

        Unagreed: "協定なし" / "No agreement";
        Draft: "条件が不足" / "Conditions missing";
        Waiting: "第8号の判断待ち" / "Waits for the word on item 8";
        Ready: "締結できる" / "Ready to conclude";
        Ahead: "開始前" / "Yet to begin";
        InForce: "効力あり" / "In force";
        Ended: "終了" / "Ended";
        ToReturn: "返還・廃棄待ち" / "To be returned";
        Overdue: "返還・廃棄の期限超過" / "Return overdue";
        Closed: "返還・廃棄済み" / "Returned or disposed of";

        Consultation: "協議" / "Consultation";
        GrantedOn: "認められた日" / "Granted on";
        OpenForm: "協議書を開く" / "Open the consultation";
        Agreement: "協定" / "Agreement";
        NoAgreement: "協定はまだ作成されていません。効力のある協定がない間、データは引き渡せません。" / "No agreement was drawn up. Without one in force no data can be released.";
        DrawUp: "協定を作成" / "Draw up the agreement";
        ChangeAgreement: "協定を修正" / "Change the agreement";
        AgreementDays: "協定の期間" / "Days of the agreement";
        DrawnUpBy: "作成" / "Drawn up by";
        ConcludedOn: "締結日" / "Concluded on";
        EndedOn: "途中で終わらせた日" / "Ended early on";
        EndReason: "終わらせた理由" / "Why it was ended";
        Conditions: "協定の条件" / "Conditions";
        Item { n: u8 }: "第{n}号" / "Item {n}";
        Fulfilled: "あり" / "There";
        Missing: "不足" / "Missing";
        Digest { digest: String }: "SHA-256 {digest}" / "SHA-256 {digest}";
        NothingMore: "ほかに必要な事項はないと総括管理責任者が認めた。" / "The general manager said that nothing more is needed.";
        WordBy { who: String }: "総括管理責任者の判断:{who}" / "Word of the general manager: {who}";
        NoWord: "総括管理責任者の判断が記録されていません。" / "The general manager's word is not on record.";

        Secrecy: "秘密保持" / "Secrecy";
        NoOtherUse: "目的外の使用及び第三者への提供の禁止" / "No other use, and no third party";
        NoCopying: "複写又は複製の禁止" / "No copying";
        GiveBack: "使用期間終了後の返還又は廃棄" / "Return or disposal at the end";
        Inspections: "使用又は保管状況に係る検査" / "Inspection of use and keeping";
        Accidents: "事故発生時における報告" / "Report of accidents";
        Damages: "損害賠償" / "Damages";
        Other: "その他総括管理責任者が必要と認める事項" / "What else the general manager finds necessary";
        ConditionsHelp: "七つの条件の条文を入力します。空欄のまま保存できますが、すべて揃うまで締結できません。第8号は総括管理責任者が記録します。" / "The text of each of the seven conditions. You can save with some left open, and conclude once all are there. Item 8 is the general manager's.";
        First: "初日" / "First day";
        Last: "末日" / "Last day";
        Within { first: String, last: String }: "提供の期間({first}から{last}まで)の中で定めます。" / "Within the days of the provision ({first} to {last}).";
        SaveAgreement: "保存する" / "Save";
        AgreementSaved: "協定を保存しました。" / "The agreement was saved.";

        WordTitle: "第8号についての判断" / "Your word on item 8";
        WordHelp: "七つの条件のほかに協定に定めるべき事項を判断し、記録します。" / "Say what else the agreement must say besides the seven conditions, or that it need say nothing more.";
        WordQuestion: "判断" / "Your word";
        WordNothing: "ほかに必要な事項はない" / "Nothing more is needed";
        WordMore: "次の事項を定める必要がある" / "It must also say this";
        WordClause: "必要な事項の条文" / "What it must also say";
        GiveWord: "判断を記録する" / "Record the word";
        WordRecorded: "第8号についての判断を記録しました。" / "The word was recorded.";
        ConcludeTitle: "協定の締結" / "Conclude the agreement";
        ConcludeHelp: "締結すると、協定の内容は変えられません。" / "Once concluded, the agreement does not change any more.";
        Conclude: "締結を記録する" / "Record the conclusion";
        ConcludedNow: "協定の締結を記録しました。" / "The conclusion was recorded.";
        Day: "行った日" / "Day";
        DayHelp: "実際に行った日です。入力した日時は別に記録されます。" / "When it was really done. When it was entered is kept besides.";

        EndTitle: "協定を途中で終わらせる" / "End the agreement early";
        EndWords: "指定した日から、この協定でデータを引き渡すことはできません。引き渡したデータがあれば、その返還又は廃棄が必要になります。" / "From that day on no data are released under it. What was released is then to be returned or disposed of.";
        EndDay: "効力を失う日" / "First day out of force";
        Reason: "理由" / "Reason";
        End: "途中で終わらせる" / "End early";
        EndedNow: "協定を終わらせました。" / "The agreement was ended.";

        Releases: "データの引渡し" / "Releases";
        NoReleases: "引渡しの記録はありません。" / "No release is on record.";
        AllReleases: "引渡しの記録をすべて見る" / "All releases";
        Release: "引渡しを記録" / "Record a release";
        ReleaseDay: "引き渡した日" / "Handed over on";
        What: "引き渡したもの" / "What";
        Records: "件数" / "Records";
        Sha256: "SHA-256" / "SHA-256";
        Sha256Help: "引き渡したファイルのハッシュ値(16進64桁)です。紙で渡したときは、印刷したファイルの値を入力します。" / "Of the file that was handed over: 64 hexadecimal digits. Of what went on paper, of the file that was printed.";
        How: "引渡しの方法" / "How";
        ReceivedBy: "受領者" / "Received by";
        HandedBy: "引き渡した職員" / "Handed over by";
        StaffNumber: "職員番号で入力します。" / "Enter the staff number.";
        SaveRelease: "引渡しを記録する" / "Record the release";
        Released: "引渡しを記録しました。" / "The release was recorded.";
        EnteredBy { who: String }: "入力:{who}" / "Entered by {who}";

        Events: "検査・事故・返還" / "Inspections, accidents, return";
        NoEvents: "記録はありません。" / "Nothing is on record.";
        Kind: "種類" / "What happened";
        Inspection: "検査" / "Inspection";
        Accident: "事故" / "Accident";
        Returned: "返還" / "Returned";
        Disposed: "廃棄" / "Disposed of";
        RecordInspection: "検査を記録" / "Record an inspection";
        RecordAccident: "事故を記録" / "Record an accident";
        RecordReturn: "返還・廃棄を記録" / "Record return or disposal";
        Inspected: "検査した内容" / "What was inspected";
        Found: "検査の結果" / "What was found";
        Happened: "事故の内容" / "What happened";
        Done: "取られた措置" / "What was done about it";
        AccidentHelp: "総括管理責任者と所管する課の長に通知されます。" / "The general manager and the head of the section are told.";
        ReturnKind: "返還又は廃棄の別" / "Returned, or disposed of";
        ReturnedWhat: "返還又は廃棄したもの" / "What was returned or disposed of";
        ReturnedHow: "返還又は廃棄の方法" / "How";
        ReturnHelp: "証明書の添付が必要です。記録すると、この提供は完了します。" / "The certificate has to be attached. This closes the provision.";
        SaveRecord: "記録する" / "Record";
        Recorded: "記録しました。" / "It was recorded.";
        Account: "内容" / "Account";
    }
}

/// What a condition is called.
pub(super) const fn condition(condition: Condition) -> Text {
    match condition {
        Condition::Secrecy => Text::Secrecy,
        Condition::Purpose => Text::NoOtherUse,
        Condition::Copying => Text::NoCopying,
        Condition::Return => Text::GiveBack,
        Condition::Inspection => Text::Inspections,
        Condition::Accident => Text::Accidents,
        Condition::Damages => Text::Damages,
        Condition::Other => Text::Other,
    }
}
