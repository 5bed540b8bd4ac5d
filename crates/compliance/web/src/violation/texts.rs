//! What the pages of reports say.

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Violations: "違反の報告" / "Reports of violations";
        ViewOpen: "処理を待つ報告" / "Reports to be handled";
        ViewHandled: "処理した報告" / "Handled reports";
        ViewMine: "自分の報告" / "What I reported";
        Nothing: "報告はありません。" / "There are no reports.";
        HowTo: "掲示、回覧、文書、予定などのページの末尾から、違反を報告できます。" / "At the foot of a post, circulation, document or event you can report it.";
        Reported: "報告の対象" / "What is reported";
        ReportOn { title: String }: "報告「{title}」" / "Report on “{title}”";
        ReportedBy: "報告した人" / "Reported by";
        ReportedAt: "報告した日時" / "Reported";
        State: "状態" / "State";
        Open: "処理待ち" / "To be handled";
        Due: "期限" / "Due";
        Breach: "禁止事項" / "What it breaks";
        FalseInformation: "虚偽の情報を登録している" / "False information";
        Defamation: "所属、職員又は第三者の名誉を傷つけている" / "Defames a section, a member of staff or somebody else";
        Unlawful: "法令又は公序良俗に反している" / "Against law or public order";
        Hindrance: "その他運用に支障を及ぼしている" / "Hinders the running in another way";
        Account: "どこがどのように違反しているか" / "What is wrong with it";
        AccountHelp: "問題のある記述をできるだけそのまま引用してください。" / "Quote the words in question as they stand.";
        ReportHelp: "報告はシステム管理者とシステム総括責任者だけが見ます。登録した人には知らせません。" / "Only the system administrator and the supervisor see the report. Whoever registered it is not told.";
        Report: "報告する" / "Report";
        ReportedNow: "報告しました。処理の結果を知らせます。" / "It was reported. You are told what comes of it.";
        HandleTitle: "報告を処理する" / "Handle the report";
        Outcome: "処理の結果" / "Outcome";
        TakenDown: "違反があり削除" / "In breach, taken down";
        Settled: "是正済み" / "Settled";
        NoBreach: "違反なし" / "Not in breach";
        TakeDown: "違反しているので削除する" / "It is in breach: take it down";
        Settle: "本人への注意、修正等により是正した" / "It was settled: corrected, or its author was spoken to";
        FindNoBreach: "違反に当たらない" / "It is not in breach";
        TakeDownElsewhere: "この種類の情報は、その情報のページで削除又は修正してから「是正した」として処理します。" / "Take this down or correct it on its own page, then handle the report as settled.";
        Reason: "理由" / "Reason";
        ReasonHelp: "報告した人が見ます。削除したときは、登録した人にも知らせます。" / "Whoever reported it sees this. Where it is taken down, its author is told, too.";
        Handle: "処理する" / "Handle";
        HandledNow: "報告を処理しました。" / "The report was handled.";
        Evidence: "削除した原本を見る" / "See the original";
    }
}
