//! What the pages of how systems are protected say.

use yakusho_compliance::protection::MeasureKind;

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Measures: "保護の措置" / "Protection";
        Intro: "情報システムの保護のために講じた措置です。期限までに見直し、続けるか、改めるか、終えるかを記録します。" / "What was done to protect information systems. Each is reviewed in time: kept, changed or ended.";
        Nothing: "講じた措置は登録されていません。" / "No measures are registered.";
        NothingFound: "当てはまる措置はありません。" / "No measure fits.";
        System: "システム" / "System";
        Kind: "種類" / "Kind";
        Measure: "措置の内容" / "What is done";
        MeasureHelp: "何を、どのように行っているかを書きます。例:夜間に控えを取り、別の建物に保管する。" / "What is done, and how. For example: a copy is made every night and kept in another building.";
        Since: "開始日" / "Since";
        SinceHelp: "措置を始めた日です。" / "The day on which it began.";
        Review: "見直しの期限" / "To be reviewed by";
        Late: "期限超過" / "Overdue";
        Ended: "終了" / "Ended";
        Taken: "実施中" / "Taken";
        By: "講じる人" / "Taken by";
        BySection { section: String }: "{section}の長" / "Manager of {section}";
        Entered: "登録した人" / "Entered by";
        State: "状態" / "State";
        Any: "すべて" / "Any";
        Overdue: "期限を過ぎたものだけ" / "Overdue only";
        Find: "絞り込む" / "Filter";
        Export: "CSVに出力" / "Export CSV";

        Data: "データの漏えい・き損の防止" / "Against leak and damage of data";
        Disaster: "災害・盗難からの保護" / "Against disaster and theft";

        OfSystem { name: String }: "{name}の保護" / "Protection of {name}";
        All: "すべての措置と経過を見る" / "All measures, and what was before";
        New: "措置を登録" / "Enter a measure";
        NewHelp { interval: String }: "登録すると、{interval}以内に見直すよう知らせます。" / "Once entered, it is to be reviewed within {interval}.";
        Added: "措置を登録しました。" / "The measure was entered.";
        EndedOnes: "終了した措置" / "Measures that have ended";
        Days { n: u16 }: "{n}日" / "{n} days";
        Months { n: u16 }: "{n}か月" / "{n} months";
        Years { n: u16 }: "{n}年" / "{n} years";

        ReviewTitle: "見直し" / "Review";
        ReviewHelp: "措置がいまも行われ、足りているかを確かめ、結果を書きます。改めるときは、内容も書き直します。" / "See whether it is still done and enough, and say what you found. Where it changes, write it anew.";
        Finding: "見直しの結果" / "What was found";
        ReviewNow: "見直しを記録する" / "Record the review";
        Reviewed: "見直しを記録しました。" / "The review was recorded.";
        EndTitle: "措置を終える" / "End the measure";
        EndHelp: "終えた措置は、記録として残ります。" / "What has ended stays on record.";
        LastDay: "最終日" / "Last day";
        Reason: "理由" / "Reason";
        EndNow: "終了を記録する" / "Record the end";
        EndedNow: "終了を記録しました。" / "The end was recorded.";
        History: "登録と見直しの経過" / "Entries and reviews";
        On: "日" / "Day";
        What: "したこと" / "What";
        Who: "した人" / "Who";
        Entry: "登録" / "Entered";

        Methods: "セキュリティの方式" / "Security methods";
        MethodsHelp: "システムの構築に当たり、総括管理責任者がその時点で採用する方式です。" / "What the general manager adopts, at the time, for building the system.";
        NoMethods: "方式は定められていません。" / "None are set.";
        From: "この日から" / "From";
        FromDay { day: String }: "{day}から" / "From {day}";
        InForce: "適用中" / "In force";
        Coming: "適用前" / "Not yet in force";
        Past: "過去の版" / "Past";
        Superseded: "適用前に置き換え" / "Superseded before it was in force";
        MethodsBefore: "これまでに定めた方式" / "What was set before";
        SetMethods: "方式を定める" / "Set the methods";
        MethodsSet: "方式を定めました。" / "The methods were set.";
    }
}

/// A kind of measures in words.
pub(crate) const fn kind(kind: MeasureKind) -> Text {
    match kind {
        MeasureKind::Data => Text::Data,
        MeasureKind::Disaster => Text::Disaster,
    }
}
