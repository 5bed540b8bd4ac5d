//! What people are told of forms: the line of each notice, and where it leads.

use yakusho_compliance::notices;
use yakusho_kernel::NoticeRow;
use yakusho_webkit::text::day;
use yakusho_webkit::{Lang, Tell, Told, Words};

use crate::forms::case_page;

yakusho_webkit::texts! {
    enum Text {
        Waiting { form: String, due: String }: "処理してください:{form}{due}" / "Waits for you: {form} {due}";
        ToldOf { form: String }: "通知:{form}" / "For your information: {form}";
        SentBack { form: String, reason: String }: "差し戻されました:{form} 理由:{reason}" / "Sent back: {form}. Reason: {reason}";
        Granted { form: String }: "承認されました:{form}" / "Granted: {form}";
        Refused { form: String, reason: String }: "承認されませんでした:{form} 理由:{reason}" / "Refused: {form}. Reason: {reason}";
        Withdrawn { form: String }: "取り下げられました:{form}" / "Withdrawn: {form}";
        Form { title: String, subject: String }: "{title}「{subject}」" / "{title} “{subject}”";
        Due { day: String }: " 期限:{day}" / "Due {day}.";
    }
}

/// The words of every kind of notice.
pub(crate) fn words() -> Words {
    Words::default().notices(TELLS)
}

/// What each kind says.
const TELLS: [(&str, Tell); 6] = [
    (notices::WAITING, |notice, lang| {
        let Params { form, due, .. } = Params::of(notice, lang);
        told(notice, lang, &Text::Waiting { form, due })
    }),
    (notices::TOLD, |notice, lang| {
        let Params { form, .. } = Params::of(notice, lang);
        told(notice, lang, &Text::ToldOf { form })
    }),
    (notices::SENT_BACK, |notice, lang| {
        let Params { form, reason, .. } = Params::of(notice, lang);
        told(notice, lang, &Text::SentBack { form, reason })
    }),
    (notices::GRANTED, |notice, lang| {
        let Params { form, .. } = Params::of(notice, lang);
        told(notice, lang, &Text::Granted { form })
    }),
    (notices::REFUSED, |notice, lang| {
        let Params { form, reason, .. } = Params::of(notice, lang);
        told(notice, lang, &Text::Refused { form, reason })
    }),
    (notices::WITHDRAWN, |notice, lang| {
        let Params { form, .. } = Params::of(notice, lang);
        told(notice, lang, &Text::Withdrawn { form })
    }),
];

/// What a notice says besides its kind; what is not there is empty.
struct Params {
    /// The procedure and what the case is about.
    form: String,
    reason: String,
    /// The due date, in words.
    due: String,
}

impl Params {
    fn of(notice: &NoticeRow, lang: Lang) -> Self {
        let title = &notice.params["procedure"][lang.tag()];
        let form = Text::Form {
            title: title.as_str().unwrap_or_default().to_owned(),
            subject: notice.text("subject"),
        };
        let due = yakusho_koyomi::parse_date(&notice.text("due")).ok();
        let due = due.map(|due| Text::Due {
            day: day(lang, due),
        });
        Self {
            form: form.to(lang).into_owned(),
            reason: notice.text("reason"),
            due: due.map_or_else(String::new, |due| due.to(lang).into_owned()),
        }
    }
}

fn told(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(text.to(lang), case_page(notice.subject_id.into()))
}
