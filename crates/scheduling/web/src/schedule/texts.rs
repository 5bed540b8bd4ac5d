//! What the pages of the schedule share.

use std::borrow::Cow;

use yakusho_scheduling::event::{Answer, Status};
use yakusho_webkit::Lang;

yakusho_webkit::texts! {
    /// What the schedule says.
    pub(crate) enum Text {
        Schedule: "スケジュール" / "Schedule";
        New: "予定を登録" / "New event";
        Busy: "予定あり" / "Busy";
        AllDay: "終日" / "all day";
        To: "〜" / "to";
        Place: "場所" / "Place";
        When: "日時" / "When";
        Candidate: "候補" / "Proposed date";
        Closed: "非公開" / "Private";
        Free: "空き時間扱い" / "Counts as free";
        Away: "不在" / "Away";
        Repeats: "繰り返し" / "Repeats";

        Confirmed: "確定" / "Takes place";
        Tentative: "仮の予定" / "Tentative";
        Proposed: "確定待ち" / "To be confirmed";
        Polling: "日程調整中" / "Date to be decided";
        Cancelled: "取り消し済み" / "Called off";

        NoAnswer: "未回答" / "No answer yet";
        Accepted: "参加" / "Takes part";
        Declined: "不参加" / "Does not take part";
        Perhaps: "未定" / "Perhaps";
    }
}

/// How certain an event is, in words.
pub(super) fn status(lang: Lang, status: Status) -> Cow<'static, str> {
    match status {
        Status::Confirmed => Text::Confirmed,
        Status::Tentative => Text::Tentative,
        Status::Proposed => Text::Proposed,
        Status::Polling => Text::Polling,
        Status::Cancelled => Text::Cancelled,
    }
    .to(lang)
}

/// What somebody says to taking part, in words.
pub(super) fn answer(lang: Lang, answer: Answer) -> Cow<'static, str> {
    match answer {
        Answer::None => Text::NoAnswer,
        Answer::Accepted => Text::Accepted,
        Answer::Declined => Text::Declined,
        Answer::Tentative => Text::Perhaps,
    }
    .to(lang)
}
