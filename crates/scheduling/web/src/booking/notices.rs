//! What people are told of bookings: the line of each notice, and where it leads.

use yakusho_kernel::NoticeRow;
use yakusho_scheduling::booking::notices;
use yakusho_scheduling::facility::Slot;
use yakusho_webkit::text::day;
use yakusho_webkit::{Lang, Tell, Told, Words};

use super::texts::times;
use super::{MINE, booking_page};

yakusho_webkit::texts! {
    enum Text {
        Asked { facility: String, at: String, title: String }: "{facility}の予約の承認をお願いします:「{title}」({at})" / "Please approve the booking of {facility}: “{title}” ({at}).";
        Approved { facility: String, at: String }: "{facility}の予約({at})が承認されました。" / "Your booking of {facility} was approved ({at}).";
        Refused { facility: String, at: String, reason: String }: "{facility}の予約({at})は承認されませんでした。理由: {reason}" / "Your booking of {facility} was refused ({at}): {reason}";
        Promoted { facility: String, at: String }: "キャンセル待ちだった{facility}({at})が予約できました。" / "You got what you waited for: {facility} ({at}).";
        Moved { facility: String, at: String }: "あなたの予約が変更されました: {facility}({at})" / "Your booking was changed: {facility} ({at}).";
        Cancelled { facility: String, at: String, reason: String }: "{facility}の予約({at})が取り消されました。{reason}" / "Your booking of {facility} was called off ({at}). {reason}";
        BlackedOut { facility: String, at: String, reason: String }: "予約している{facility}({at})が使えなくなりました。理由: {reason}" / "{facility}, which you have booked ({at}), is not to be had: {reason}";
        Overdue { facility: String, at: String }: "{facility}の返却の期限を過ぎています。({at})" / "{facility} was to be brought back ({at}).";
        SeriesSkipped { facility: String, title: String, n: usize }: "繰り返しの予約「{title}」({facility})のうち{n}日は、ほかの予約があって取れませんでした。" / "Of your series “{title}” ({facility}) {n} date was taken." | "Of your series “{title}” ({facility}) {n} dates were taken." by n;
        SeriesEnded { facility: String, title: String }: "繰り返しの予約「{title}」({facility})は、予約できなくなったため終わりました。" / "Your series “{title}” ({facility}) ended: you may not book it any more.";
    }
}

/// The words of every kind of notice.
pub(crate) fn words() -> Words {
    Words::default().notices(TELLS)
}

const TELLS: [(&str, Tell); 10] = [
    (notices::ASKED, |notice, lang| {
        let Params {
            facility,
            at,
            title,
            ..
        } = Params::of(notice, lang);
        about(
            notice,
            lang,
            &Text::Asked {
                facility,
                at,
                title,
            },
        )
    }),
    (notices::APPROVED, |notice, lang| {
        let Params { facility, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Approved { facility, at })
    }),
    (notices::REFUSED, |notice, lang| {
        let Params {
            facility,
            at,
            reason,
            ..
        } = Params::of(notice, lang);
        about(
            notice,
            lang,
            &Text::Refused {
                facility,
                at,
                reason,
            },
        )
    }),
    (notices::PROMOTED, |notice, lang| {
        let Params { facility, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Promoted { facility, at })
    }),
    (notices::MOVED, |notice, lang| {
        let Params { facility, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Moved { facility, at })
    }),
    (notices::CANCELLED, |notice, lang| {
        let Params {
            facility,
            at,
            reason,
            ..
        } = Params::of(notice, lang);
        about(
            notice,
            lang,
            &Text::Cancelled {
                facility,
                at,
                reason,
            },
        )
    }),
    (notices::BLACKED_OUT, |notice, lang| {
        let Params {
            facility,
            at,
            reason,
            ..
        } = Params::of(notice, lang);
        about(
            notice,
            lang,
            &Text::BlackedOut {
                facility,
                at,
                reason,
            },
        )
    }),
    (notices::OVERDUE, |notice, lang| {
        let Params { facility, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Overdue { facility, at })
    }),
    (notices::SERIES_SKIPPED, |notice, lang| {
        let n = notice.params["skipped"].as_array().map_or(0, Vec::len);
        let Params {
            facility, title, ..
        } = Params::of(notice, lang);
        of_series(lang, &Text::SeriesSkipped { facility, title, n })
    }),
    (notices::SERIES_ENDED, |notice, lang| {
        let Params {
            facility, title, ..
        } = Params::of(notice, lang);
        of_series(lang, &Text::SeriesEnded { facility, title })
    }),
];

/// What a notice says besides its kind; what is not there is empty.
struct Params {
    facility: String,
    /// When, in words.
    at: String,
    title: String,
    reason: String,
}

impl Params {
    fn of(notice: &NoticeRow, lang: Lang) -> Self {
        let slot = notice.moment("starts_at").zip(notice.moment("ends_at"));
        let slot = slot.and_then(|(starts_at, ends_at)| Slot::new(starts_at, ends_at));
        let ja = notice.text("facility");
        Self {
            facility: match lang {
                Lang::En => Some(notice.text("facility_en")).filter(|en| !en.is_empty()),
                Lang::Ja => None,
            }
            .unwrap_or(ja),
            at: slot.map_or_else(String::new, |slot| {
                format!("{} {}", day(lang, slot.starts_at.date()), times(lang, slot))
            }),
            title: notice.text("title"),
            reason: notice.text("reason"),
        }
    }
}

fn about(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(text.to(lang), booking_page(notice.subject_id.into()))
}

fn of_series(lang: Lang, text: &Text) -> Told {
    Told::of(text.to(lang), MINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words() {
        let known: Vec<&str> = TELLS.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(known, notices::ALL);
    }
}
