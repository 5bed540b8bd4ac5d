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
        BadThing: "対象は、種類と番号を「:」でつないで入力してください。" / "The thing is a kind and a number joined by “:”.";
        Nothing: "条件に合う記録はありません。" / "No entry fits.";
        NothingAdvice: "期間を広げるか、条件を減らして検索してください。" / "Widen the days, or search with fewer conditions.";

        At: "日時" / "When";
        Who: "行った者" / "By";
        Behalf: "誰のために" / "On behalf of";
        WhoId: "行った者のID" / "Id of who did it";
        BehalfId: "本人のID" / "Id of the principal";
        ActCode: "行為のコード" / "Code of the act";
        ThingId: "対象のID" / "Id of the thing";
        OnBehalf { whom: String, kind: String }: "{whom}の{kind}" / "for {whom}: {kind}";
        OnBehalfVacant { kind: String }: "{kind}" / "{kind}";
        Nobody: "未ログイン" / "Not signed in";
        Part { part: String }: "システム({part})" / "The system ({part})";
        Night: "夜間処理" / "nightly run";
        Server: "サーバー" / "server";
        Deliveries: "通知などの配送" / "deliveries";
        Console: "運用コマンド" / "operator's command";
        Seed: "見本データの作成" / "sample data";
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
        SealedUpTo: "封印済み" / "Sealed";
        NothingSealed: "まだ封印されていません" / "Nothing yet";
        UpToNumber { seq: u64 }: "連番{seq}まで" / "up to number {seq}";
        WaitingForSeal: "封印待ち" / "Waiting to be sealed";
        Entries { n: u64 }: "{n}件" / "{n} entry" | "{n} entries" by n;
        OldestOf: "最も古いもの" / "the oldest from";
        LastSigned: "最後の署名" / "Last signed";
        NeverSigned: "署名はまだありません" / "Never signed yet";
        HowToSign: "夜間処理が毎日署名します。すぐに署名するときは、サーバーで「yakusho-batch audit head」を実行します。" / "The nightly jobs sign each day. To sign at once, run “yakusho-batch audit head” on the server.";
        SignedHeads: "署名票" / "Signed heads";
        SignedHead: "監査記録の署名票" / "Signed head of the audit trail";
        UntilBeforeFrom: "終わりの日は、始まりの日以後にしてください。" / "The last day must not be before the first.";
        HeadsIntro: "監査記録は、1件ごとに前の記録とつないで封印しています。署名票は、その時点までの記録が書き換えられていないことを、あとで確かめるためのものです。印刷して金庫などで保管してください。新しい順に表示します。" / "Each entry is sealed together with all before it. A signed head lets anyone check later that no entry up to it was altered. Print it and keep it in a safe. The newest stand first.";
        SignedAt: "署名した日時" / "Signed";
        LastNumber: "最後の連番" / "Last number";
        SigningKey: "署名の鍵" / "Key";
        ForTheSafe: "保管用に開く" / "For the safe";
        KeepAway: "印刷して、このシステムから離れた所(金庫など)で保管してください。" / "Print it, and keep it where this system cannot reach it, such as a safe.";
        Trail: "団体コード" / "Municipal code";
        AtInLine: "署名の時刻(協定世界時)" / "Time as signed (UTC)";
        HashOfLast: "最後の記録の照合値" / "Hash of the last entry";
        Signature: "電子署名" / "Signature";
        WholeLine: "署名票の全文" / "The whole line";
        WholeLineIntro: "照合のときは、次の1行をファイル(head.txt)に保存して使います。" / "For a check, save this one line in a file (head.txt).";
        CopyLine: "1行を写す" / "Copy the line";
        LineCopied: "写しました" / "Copied";
        HowToCheck: "照合のしかた" / "How to check";
        CheckTakeOut: "監査記録の画面で「封印のまま書き出す」を押し、ファイル(audit.jsonl)に保存します。" / "On the page of the audit trail, press “Export sealed” and save the file as audit.jsonl.";
        CheckKey: "署名の公開鍵は、使い始めるときに次の命令で取り出し、この票とともに保管しておきます。" / "Take the public key out when you begin, and keep it with this sheet:";
        CheckRun: "次の命令で照合します。" / "Run the check:";
        CheckCompare: "ファイルの署名票がこの紙と同じことを、4桁ずつ見比べて確かめます。" / "Compare the head in the file with this sheet, four digits at a time.";
        ExportSealed: "封印のまま書き出す" / "Export sealed";

        SeeRemoved: "元の内容を見る(記録されます)" / "See the words (on record)";
        AllAboutThing: "この対象の記録をすべて表示" / "All entries about this";
        AllByPerson: "この職員の記録をすべて表示" / "All entries of this person";
    }
}
