//! What the pages about operating say.

use yakusho_compliance::designation::{Manner, Owes, TargetKind};
use yakusho_compliance::operation::Outcome;

yakusho_webkit::texts! {
    pub(crate) enum Text {
        Operators: "操作できる人" / "Operators";
        OperatorsOf { name: String }: "操作できる人:{name}" / "Operators of {name}";
        InformationSystem: "情報系システムは、情報システム管理者が指定した課の職員が操作します。" / "Information-side systems are operated by the staff of the sections that the information system manager designated.";
        BusinessSystem: "業務系システムは、情報管理責任者が指定した職員が操作します。指定と解除は、様式で報告してから効力を生じます。" / "Business-side systems are operated by those whom the manager designated. Designation and release take effect once they are reported.";
        CentralEquipment: "中央処理装置等は、総括管理者が指定し、又は承認した人が操作します。" / "Central equipment is operated by those whom the general manager designated or approved.";
        Terminal: "端末装置は、この課のデータ保護管理者が指定し、又は承認した人が操作します。氏名は、その場で総括管理者に報告されます。" / "Terminals are operated by those whom the section's data protection manager designated or approved. The name is reported to the general manager at once.";

        OnDay: "操作できる人を調べる日" / "Who may operate it on";
        OnDayHelp: "過ぎた日も調べられます。" / "Past days can be looked at, too.";
        Look: "調べる" / "Look";
        OnThatDay { day: String }: "{day}に操作できる人" / "Who may operate it on {day}";
        NobodyThen: "この日に操作できる人はいません。" / "Nobody may operate it on that day.";
        StandingNow: "指定・承認の一覧" / "Designations and approvals";
        NothingStands: "指定又は承認はありません。" / "There are none.";
        Who: "操作する人" / "Who";
        WholeSection { section: String }: "{section}の職員" / "The staff of {section}";
        Manner: "指定・承認の別" / "Designated or approved";
        Designated: "指定" / "Designated";
        Approved: "承認(期間を定める)" / "Approved (for a time)";
        First: "初日" / "First day";
        Last: "末日" / "Last day";
        LastHelp: "承認では必ず入力します。指定では空欄のままにできます。" / "Needed for an approval; a designation may have none.";
        Open: "期限なし" / "no end";
        State: "状態" / "State";
        Holds: "有効" / "In effect";
        Ahead: "開始前" / "To come";
        AwaitsReport: "報告待ち(まだ効力がありません)" / "Awaits the report (no effect yet)";
        AwaitsRelease { from: String }: "解除の報告待ち({from}から解除)" / "Release awaits the report (from {from})";
        Act: "操作" / "Act";
        Release: "解除" / "Release";
        ReleaseFrom: "解除する日(この日から操作できません)" / "Released from (no more on that day)";
        Released: "解除しました。" / "Released.";
        ReleasedUnreported: "解除を記録しました。報告すると効力を生じます。" / "The release was recorded. It takes effect once reported.";

        Designate: "指定・承認する" / "Designate or approve";
        Member: "この課の職員" / "Somebody of this section";
        MemberHelp: "ほかの課の職員は、下の欄に職員番号で入力します。" / "For somebody of another section enter the staff number below.";
        StaffNumber: "職員番号(ほかの課の職員の場合)" / "Staff number (for somebody of another section)";
        ChosenSection: "指定する課" / "Section";
        DesignatedNow: "指定しました。" / "Designated.";
        DesignatedUnreported: "指定を記録しました。報告すると効力を生じます。" / "The designation was recorded. It takes effect once reported.";
        DesignatedReported: "指定し、総括管理者に報告しました。" / "Designated, and reported to the general manager.";

        ToReport: "報告が必要です" / "A report is owed";
        ToReportWords { n: usize }: "まだ報告していない指定・解除が{n}件あります。報告するまで効力を生じません。" / "{n} designation or release is yet to be reported. It has no effect until then." | "{n} designations and releases are yet to be reported. They have no effect until then." by n;
        Report: "指定・解除を報告する" / "Report it";
        ReportedAs { number: String }: "報告しました。番号は{number}です。" / "Reported as {number}.";
        Reports: "操作職員の報告" / "Reports of operators";
        NoReports: "報告はまだありません。" / "Nothing was reported yet.";
        Number: "番号" / "Number";
        Lines: "件数" / "Lines";
        ReportTitle: "業務系システム操作職員等指定・解除報告書" / "Report on designating and releasing operators of business-side systems";
        Form { number: u16 }: "様式第{number}号" / "Form {number}";
        ReportNumber { year: String, number: i32 }: "{year} 操作職員報告 第{number}号" / "operator report {year}-{number}";
        ReportedOn: "報告日" / "Reported on";
        ReportedBy: "報告した人" / "Reported by";
        OfSystem: "業務系システム" / "Business-side system";
        OfSection: "課" / "Section";
        What: "区別" / "What";
        Name: "内容" / "In words";
        From: "年月日" / "From";
        LineDesignation: "指定" / "Designation";
        LineRelease: "解除" / "Release";

        Permits: "この端末装置で行えること" / "What may be done at this terminal";
        PermitsHelp: "業務とデータは、総括管理者が端末装置ごとに認めます。" / "Businesses and data are approved for each terminal by the general manager.";
        NothingPermitted: "認められた業務とデータはありません。" / "Nothing is approved yet.";
        Business: "業務" / "Business";
        DataSet: "データ" / "Data";
        Until: "期間" / "Period";
        AllowBusiness: "業務を認める" / "Approve a business";
        AllowData: "データを認める" / "Permit data";
        Allowed: "認めました。" / "Approved.";
        Withdraw: "取消し" / "Withdraw";
        Withdrawn: "取り消しました。" / "Withdrawn.";

        Check: "操作の確認" / "Operation check";
        CheckTitle: "操作してよいかを確認する" / "May this be operated?";
        CheckHelp: "この人が、この端末装置で、この業務を、このデータで今日行ってよいかを確かめます。回答は記録に残ります。" / "Whether this person may do this business at this terminal with these data today. Each answer is put on record.";
        PersonNumber: "職員番号" / "Staff number";
        AssetNumber: "端末装置等の管理番号" / "Number of the terminal";
        NoData: "(データを指定しない)" / "(no data)";
        Ask: "確認する" / "Check";
        Yes: "操作できます。" / "It is permitted.";
        No: "操作できません。" / "It is not permitted.";
        Permitted: "操作できる" / "Permitted";
        Unregulated: "規程の定めなし" / "No rule asks for anything";
        NotDesignated: "指定又は承認を受けていない" / "Not designated or approved";
        NotForSystem: "つながるシステムを操作できない" / "May not operate the system that it reaches";
        NotThisBusiness: "認められた業務ではない" / "The business is not approved here";
        NotTheseData: "この端末装置で扱えるデータではない" / "The data are not permitted here";
        DataNotApproved: "ほかの課のデータの利用が承認されていない" / "Use of the other section's data is not approved";
        Record: "回答の記録" / "What was answered";
        NoRecord: "記録はありません。" / "Nothing was answered yet.";
        At: "日時" / "When";
        Where: "端末装置等" / "Terminal";
        Answer: "回答" / "Answer";
        Rule: "根拠となる規定" / "The rule that applies";
        AskedBy: "確認した人" / "Asked by";

        Rules: "端末装置の取扱い" / "Rules for terminals";
        RulesHelp: "端末装置の適正な管理と統一的な操作のために、総括管理者が定めた事項です。" / "What the general manager sets for the uniform operation of terminals.";
        NoRules: "まだ定められていません。" / "Nothing is set yet.";
        RulesOf { version: i32 }: "第{version}版" / "Version {version}";
        InForce: "現行" / "In force";
        EffectiveOn: "適用する日" / "In force from";
        Body: "定める事項" / "What is set";
        NewRules: "新しい版を定める" / "Set another version";
        RulesSet: "定めました。端末装置を操作する人に知らせました。" / "It was set, and those who operate terminals were told.";
        EarlierRules: "これまでの版" / "Earlier versions";
    }
}

/// By which rule something is operated, in words.
pub(crate) const fn rule_words(kind: TargetKind) -> Text {
    match kind {
        TargetKind::InformationSystem => Text::InformationSystem,
        TargetKind::BusinessSystem => Text::BusinessSystem,
        TargetKind::Central => Text::CentralEquipment,
        TargetKind::Terminal => Text::Terminal,
    }
}

/// Whether somebody was designated or approved, in words.
pub(crate) const fn manner(manner: Manner) -> Text {
    match manner {
        Manner::Designated => Text::Designated,
        Manner::Approved => Text::Approved,
    }
}

/// What a line of a report says, in words.
pub(crate) const fn line(what: Owes) -> Text {
    match what {
        Owes::Designation => Text::LineDesignation,
        Owes::Release => Text::LineRelease,
    }
}

/// What came of a check, in words.
pub(crate) const fn outcome(outcome: Outcome) -> Text {
    match outcome {
        Outcome::Permitted => Text::Permitted,
        Outcome::Unregulated => Text::Unregulated,
        Outcome::NotDesignated => Text::NotDesignated,
        Outcome::NotForSystem => Text::NotForSystem,
        Outcome::NotThisBusiness => Text::NotThisBusiness,
        Outcome::NotTheseData => Text::NotTheseData,
        Outcome::DataNotApproved => Text::DataNotApproved,
    }
}
