//! The words for what the registers and designations say in codes, and the lines of their notices.

use yakusho_compliance::designation::ReportId;
use yakusho_compliance::ids::{AssetId, SystemId};
use yakusho_compliance::notices;
use yakusho_kernel::{NoticeRow, TypedId as _};
use yakusho_webkit::text::day;
use yakusho_webkit::{Lang, Tell, Told, Words};

use super::{RULES, of_asset, of_system, report_page};

yakusho_webkit::texts! {
    enum Text {
        NotAllAgreed: "所管する課と、行う課の両方を、協議した課に選んでください。" / "Those who agreed must include the owner section and the one that takes it on.";
        NotDesignator: "操作する人を指定できるのは、定められた職にある人だけです。" / "Only the holder of the post that is named designates who operates this.";
        NobodyToReportTo: "報告を受ける総括管理者が置かれていないため、指定できません。" / "There is no general manager to be told, so nobody can be designated.";
        NotGeneralManager: "定められるのは、総括管理者だけです。" / "Only the general manager sets this.";
        NotYoursToAsk: "ほかの人について確認できるのは、この端末装置の課の長と、システムを管理する職にある人です。" / "Of others, only the head of the terminal's section and those who look after systems ask.";
        NothingToReport: "報告する指定・解除はありません。" / "Nothing is to be reported.";

        Operator { name: String, target: String, from: String }: "端末装置を操作する人の報告:{name} {target} {from}から" / "Operator of a terminal: {name}, {target}, from {from}";
        Reported { target: String, number: String }: "操作職員の指定・解除の報告:{target} 第{number}号" / "Operators reported: {target}, no. {number}";
        Owed { target: String, lines: String }: "報告していない指定・解除があります:{target} {lines}件" / "Designations to be reported: {target}, {lines}";
        Moved { target: String, lines: String }: "異動により操作できなくなった人がいます:{target} {lines}人" / "Operators who moved away: {target}, {lines}";
        RulesSet { from: String }: "端末装置の取扱いが新しくなりました。{from}から適用します。" / "There are new rules for terminals, in force from {from}.";
    }
}

/// The words of every code of the registers and designations.
pub(crate) fn words() -> Words {
    let words = Words::default()
        .code("not_all_agreed", |lang| Text::NotAllAgreed.to(lang))
        .code("not_designator", |lang| Text::NotDesignator.to(lang))
        .code("nobody_to_report_to", |lang| {
            Text::NobodyToReportTo.to(lang)
        })
        .code("not_general_manager", |lang| {
            Text::NotGeneralManager.to(lang)
        })
        .code("not_yours_to_ask", |lang| Text::NotYoursToAsk.to(lang))
        .code("nothing_to_report", |lang| Text::NothingToReport.to(lang));
    named(words).notices(TELLS)
}

/// What acts, things and facts are called in the audit trail.
fn named(words: Words) -> Words {
    words
        .acts([
            ("asset.", ("機器台帳", "Equipment")),
            ("asset.add", ("機器の登録", "Equipment registered")),
            ("asset.change", ("機器の登録の変更", "Equipment changed")),
            (
                "asset.import",
                ("機器のCSVからの登録", "Equipment imported"),
            ),
            ("asset.export", ("機器のCSVへの出力", "Equipment exported")),
            (
                "inventory.set_manager",
                (
                    "開発及び維持管理を行う課の記録",
                    "Who develops a system recorded",
                ),
            ),
            ("designation.", ("操作する人", "Operators")),
            (
                "designation.make",
                ("操作する人の指定・承認", "Operator designated"),
            ),
            (
                "designation.release",
                ("操作する人の解除", "Operator released"),
            ),
            (
                "designation.report",
                ("指定・解除の報告", "Operators reported"),
            ),
            (
                "designation.settle",
                ("異動による解除", "Operators who moved released"),
            ),
            ("designation.remind", ("報告の催促", "Reminders of reports")),
            ("terminal.", ("端末装置", "Terminals")),
            (
                "terminal.allow",
                ("端末装置で行えることの承認", "Permitted at a terminal"),
            ),
            (
                "terminal.withdraw",
                ("端末装置で行えることの取消し", "Permission withdrawn"),
            ),
            (
                "terminal.set_rules",
                ("端末装置の取扱いの定め", "Rules for terminals set"),
            ),
            ("operation.", ("操作の確認", "Operation checks")),
            ("operation.check", ("操作の確認", "Operation checked")),
        ])
        .things([
            ("compliance.asset", ("機器等", "Equipment")),
            (
                "compliance.system_manager",
                ("開発及び維持管理を行う課", "Who develops a system"),
            ),
            (
                "compliance.designation",
                ("操作する人の指定", "Designation"),
            ),
            (
                "compliance.designation_row",
                ("指定の記録", "Row of a designation"),
            ),
            (
                "compliance.operator_report",
                ("指定・解除の報告書", "Report of operators"),
            ),
            (
                "compliance.terminal_permit",
                ("端末装置で行えること", "Permission at a terminal"),
            ),
            (
                "compliance.terminal_rules",
                ("端末装置の取扱い", "Rules for terminals"),
            ),
            (
                "compliance.operation_check",
                ("操作の確認", "Operation check"),
            ),
        ])
        .facts([
            ("added", ("追加した数", "Added")),
            ("changed", ("変更した数", "Changed")),
            ("target", ("対象", "Target")),
            ("days", ("期間", "Days")),
            ("person", ("人", "Person")),
            ("from", ("初日", "From")),
            ("last", ("末日", "Last day")),
            ("lines", ("件数", "Lines")),
            ("released", ("解除した数", "Released")),
            ("restored", ("戻した数", "Restored")),
            ("permit", ("許可", "Permission")),
            ("refused_by", ("根拠となる規定", "Refused by")),
        ])
}

const TELLS: [(&str, Tell); 5] = [
    (notices::OPERATOR, |notice, lang| {
        let (name, target) = (notice.text("name"), notice.text("target"));
        let from = dated(notice, "from", lang);
        told(notice, &Text::Operator { name, target, from }, lang)
    }),
    (notices::OPERATORS_REPORTED, |notice, lang| {
        let target = notice.text("target");
        let number = format!("{}-{}", counted(notice, "year"), counted(notice, "number"));
        told(notice, &Text::Reported { target, number }, lang)
    }),
    (notices::REPORT_OWED, |notice, lang| {
        let (target, lines) = (notice.text("target"), counted(notice, "lines"));
        told(notice, &Text::Owed { target, lines }, lang)
    }),
    (notices::OPERATORS_MOVED, |notice, lang| {
        let (target, lines) = (notice.text("target"), counted(notice, "lines"));
        told(notice, &Text::Moved { target, lines }, lang)
    }),
    (notices::TERMINAL_RULES, |notice, lang| {
        let from = dated(notice, "from", lang);
        told(notice, &Text::RulesSet { from }, lang)
    }),
];

/// A number that a notice says; nothing where it is not there.
fn counted(notice: &NoticeRow, name: &str) -> String {
    let number = notice.params[name].as_u64();
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn dated(notice: &NoticeRow, name: &str, lang: Lang) -> String {
    let date = yakusho_koyomi::parse_date(&notice.text(name)).ok();
    date.map(|date| day(lang, date)).unwrap_or_default()
}

fn told(notice: &NoticeRow, text: &Text, lang: Lang) -> Told {
    let id = notice.subject_id;
    let href = match notice.subject_kind.as_str() {
        SystemId::KIND => of_system(id.into()),
        AssetId::KIND => of_asset(id.into()),
        ReportId::KIND => report_page(id),
        _ => RULES.to_owned(),
    };
    Told::of(text.to(lang), href)
}
