//! What the pages of how it stands say.

use std::borrow::Cow;

use yakusho_compliance::status::State;
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{Tag, Tone};

yakusho_webkit::texts! {
    /// Texts of how it stands with the regulation.
    pub(super) enum Text {
        Title: "遵守状況" / "Compliance";
        Intro: "規程の条ごとに、守られているか、最後の証跡、次の期限を示します。" / "For each article: whether it is kept, the last evidence, and what is due next.";
        AsItWas { day: String }: "{day}の時点の状況です。" / "As it was on {day}.";
        DutiesUnknown: "この日の義務の状況は記録されていません。証跡だけで示しています。" / "What was owed on that day was not recorded: evidence alone is shown.";
        Day: "いつの時点か" / "As of";
        Regulation: "規程" / "Regulation";
        State: "状況" / "State";
        Article: "条" / "Article";
        Heading: "見出し" / "Heading";
        Rules: "規則" / "Rules";
        NoRules: "システムの規則なし" / "No rule of the system";
        Last: "最後の証跡" / "Last evidence";
        Entry: "監査記録" / "Audit entry";
        Next: "次の期限" / "Next due";
        Open: "未完了の義務" / "Open duties";
        OverdueDuties: "うち期限超過" / "Overdue";
        OverdueCount { n: u64 }: "期限超過{n}件" / "{n} overdue";
        Count { n: usize }: "{n}条" / "{n} article" | "{n} articles" by n;
        Nothing: "条件に合う条はありません。" / "No article fits.";
        NothingAdvice: "条件を減らして、もう一度表示してください。" / "Show it again with fewer conditions.";
        ReportPdf: "PDFで保存" / "Save as PDF";
        Report: "遵守状況報告書" / "Report on compliance";
        AsOf { day: String }: "{day}現在" / "as of {day}";
        Summary: "概要" / "Summary";
        OnlyState { state: String }: "「{state}」の条だけを示しています。" / "It shows only articles of state “{state}”.";
        PrintedOn { day: String }: "{day} 出力" / "printed on {day}";
        Never: "まだありません" / "None yet";

        Kept: "守られている" / "Kept";
        DueSoon: "期限が近い" / "Due";
        Overdue: "期限超過" / "Overdue";
        Unjudged: "判断材料なし" / "Nothing to judge by";
    }
}

/// How it stands, in words.
pub(super) fn words(lang: Lang, state: State) -> Cow<'static, str> {
    match state {
        State::Kept => Text::Kept,
        State::Due => Text::DueSoon,
        State::Overdue => Text::Overdue,
        State::Unjudged => Text::Unjudged,
    }
    .to(lang)
}

/// The same as a tag.
pub(super) fn tag(lang: Lang, state: State) -> Tag {
    let tone = match state {
        State::Kept => Tone::Success,
        State::Due => Tone::Warning,
        State::Overdue => Tone::Error,
        State::Unjudged => Tone::Neutral,
    };
    Tag::new(tone, words(lang, state))
}
