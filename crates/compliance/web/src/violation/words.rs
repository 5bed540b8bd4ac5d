//! The words for what reports say in codes: notices, duties, conflicts, acts and things.

use yakusho_compliance::violation::{Outcome, notices};
use yakusho_kernel::NoticeRow;
use yakusho_webkit::{Lang, Tell, Told, Words};

use super::violation_page;

yakusho_webkit::texts! {
    enum Text {
        Reported { title: String }: "違反の報告がありました:「{title}」" / "A violation was reported: “{title}”";
        Handled { title: String, outcome: String }: "違反の報告を処理しました:「{title}」 結果:{outcome}" / "Your report on “{title}” was handled: {outcome}";
        Owed { title: String }: "「{title}」についての違反の報告を処理する" / "Handle the report on “{title}”";
        NotRemovable: "この種類の情報は、ここからは削除できません。" / "What is of this kind is not taken down from here.";
        ViolationHandled: "この報告は、すでに処理されています。" / "This report was handled already.";
    }
}

/// What each kind of notice and duty says.
const TELLS: [(&str, Tell); 3] = [
    (notices::REPORTED, |notice, lang| {
        told(notice, lang, |title| Text::Reported { title })
    }),
    (notices::HANDLED, |notice, lang| {
        let outcome = Outcome::from_code(&notice.text("outcome"));
        let outcome = outcome.map(|outcome| {
            use super::Text as Said;
            let said = match outcome {
                Outcome::TakenDown => Said::TakenDown,
                Outcome::Settled => Said::Settled,
                Outcome::NoBreach => Said::NoBreach,
            };
            said.to(lang).into_owned()
        });
        let outcome = outcome.unwrap_or_default();
        told(notice, lang, |title| Text::Handled { title, outcome })
    }),
    ("violation.owed", |notice, lang| {
        told(notice, lang, |title| Text::Owed { title })
    }),
];

fn told(notice: &NoticeRow, lang: Lang, text: impl FnOnce(String) -> Text) -> Told {
    let page = violation_page(notice.subject_id.into());
    Told::of(text(notice.text("title")).to(lang), page)
}

/// The words of every code of reports.
pub(crate) fn words() -> Words {
    Words::default()
        .notices(TELLS)
        .code("not_removable", |lang| Text::NotRemovable.to(lang))
        .code("violation_handled", |lang| Text::ViolationHandled.to(lang))
        .acts([
            ("violation.", ("違反の報告", "Reports of violations")),
            ("violation.report", ("違反の報告", "Violation reported")),
            ("violation.handle", ("報告の処理", "Report handled")),
            (
                "violation.take_down",
                ("違反する情報の削除", "Taken down as in breach"),
            ),
        ])
        .page("compliance.violation", |id| violation_page(id.into()))
        .things([(
            "compliance.violation",
            ("違反の報告", "Report of a violation"),
        )])
        .facts([
            ("breach", ("禁止事項", "Prohibition")),
            ("outcome", ("結果", "Outcome")),
        ])
}
