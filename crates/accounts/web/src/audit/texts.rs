//! What the pages of the audit trail say.

yakusho_webkit::texts! {
    /// Texts of the audit trail.
    pub(super) enum Text {
        AuditTrail: "監査記録" / "Audit trail";
        Intro: "誰が、いつ、何をしたか、どの規則によって認められ又は拒まれたかの記録です。検索や閲覧も記録に残ります。" / "Who did what when, and which rule permitted or refused it. Searching and looking are on record, too.";

        Person: "職員" / "Person";
        PersonHelp: "氏名、ふりがな又は職員番号" / "Name, reading or staff number";
        Several: "該当する職員が複数います。選んでください。" / "Several people fit. Choose one.";
        NobodyFits: "該当する職員がいません。" / "Nobody fits.";
        MoreFit: "ほかにもいます。条件を詳しくしてください。" / "There are more. Be more precise.";
        Act: "行為" / "Act";
        Thing: "対象" / "Thing";
        ThingHelp: "一覧や詳細のリンクから指定できます(種類:番号)" / "As kind:number; links in the list set it";
        Rule: "規則" / "Rule";
        Outcome: "結果" / "Outcome";
        From: "開始日" / "From";
        Until: "終了日" / "Until";
        SearchAgain: "検索する" / "Search";
        Export: "CSVで書き出す" / "Export as CSV";
        Fault: "検索条件を確認してください" / "Check what you are looking for";
        BadDay { field: String }: "{field}は、正しい日付で入力してください(例:2026-11-21)。" / "{field} must be a real date, such as 2026-11-21.";
        BadThing: "対象は、種類と番号を「:」でつないで入力してください。" / "The thing is a kind and a number joined by “:”.";
        Nothing: "条件に合う記録はありません。" / "No entry fits.";
        NothingAdvice: "期間を広げるか、条件を減らして検索してください。" / "Widen the days, or search with fewer conditions.";

        At: "日時" / "When";
        Who: "行った者" / "By";
        OnBehalf { whom: String, kind: String }: "{whom}の{kind}" / "for {whom}: {kind}";
        OnBehalfVacant { kind: String }: "{kind}" / "{kind}";
        Nobody: "未ログイン" / "Not signed in";
        Part { part: String }: "システム({part})" / "The system ({part})";
        Details: "詳細" / "Details";
        AllOf { group: String }: "{group}:すべて" / "{group}: all";

        Done: "実施" / "Done";
        Refused: "拒否" / "Refused";
        Read: "閲覧" / "Read";

        Entry: "監査記録の詳細" / "Audit entry";
        EntryId: "記録番号" / "Entry";
        Role: "役割" / "In the role";
        Ground: "根拠" / "By";
        Facts: "内容" / "Facts";
        Request: "受付番号" / "Request";
        Sealed: "連番" / "Number in the chain";
        NotSealed: "まだ付番されていません" / "Not numbered yet";
        AllAboutThing: "この対象の記録をすべて表示" / "All entries about this";
        AllByPerson: "この職員の記録をすべて表示" / "All entries of this person";
        Reason: "拒否の理由" / "Why it was refused";
        Also: "あわせて適用された規則" / "Other rules applied";
        Version: "保存された版" / "Version kept";
        Digest: "版の照合値" / "Digest of the version";
    }
}
