//! What people are told of scheduling: the line of each notice, and where it leads.

use yakusho_kernel::NoticeRow;
use yakusho_scheduling::event::{Answer, notices};
use yakusho_webkit::text::moment;
use yakusho_webkit::{Lang, Tell, Told, Words};

use crate::{delegates, schedule};

yakusho_webkit::texts! {
    enum Text {
        Invited { title: String, at: String, name: String }: "{name}さんから予定の案内が届きました:「{title}」({at})" / "{name} asks you to take part in “{title}” ({at}).";
        Changed { title: String, at: String }: "予定「{title}」が変更されました。({at})" / "“{title}” was changed ({at}).";
        Cancelled { title: String, at: String }: "予定「{title}」({at})が取り消されたか、参加者から外れました。" / "“{title}” ({at}) was called off, or goes on without you.";
        Accepted { title: String, at: String, name: String }: "{name}さんが予定「{title}」({at})に「参加」と回答しました。" / "{name} takes part in “{title}” ({at}).";
        Declined { title: String, at: String, name: String }: "{name}さんが予定「{title}」({at})に「不参加」と回答しました。" / "{name} does not take part in “{title}” ({at}).";
        Perhaps { title: String, at: String, name: String }: "{name}さんが予定「{title}」({at})に「未定」と回答しました。" / "{name} may take part in “{title}” ({at}).";
        TakenBack { title: String, at: String, name: String }: "{name}さんが予定「{title}」({at})への回答を取り消しました。" / "{name} took the answer to “{title}” ({at}) back.";
        Decided { title: String, at: String }: "予定「{title}」の日時が決まりました。({at})" / "“{title}” takes place: {at}.";
        Written { title: String, at: String, name: String }: "{name}さんがあなたの予定「{title}」を登録しました。({at})" / "{name} put “{title}” into your calendar ({at}).";
        Delegated { name: String }: "{name}さんの予定を登録できるようになりました。" / "You may write in the calendar of {name}.";
    }
}

/// The words of every kind of notice.
pub(crate) fn words() -> Words {
    Words::default().notices(TELLS)
}

const TELLS: [(&str, Tell); 7] = [
    (notices::INVITED, |notice, lang| {
        let Params { title, at, name } = Params::of(notice, lang);
        about(notice, lang, &Text::Invited { title, at, name })
    }),
    (notices::CHANGED, |notice, lang| {
        let Params { title, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Changed { title, at })
    }),
    (notices::CANCELLED, |notice, lang| {
        let Params { title, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Cancelled { title, at })
    }),
    (notices::ANSWERED, |notice, lang| {
        let Params { title, at, name } = Params::of(notice, lang);
        let answer = notice.params["answer"].as_str().unwrap_or_default();
        let text = match Answer::from_code(answer).unwrap_or_default() {
            Answer::Accepted => Text::Accepted { title, at, name },
            Answer::Declined => Text::Declined { title, at, name },
            Answer::Tentative => Text::Perhaps { title, at, name },
            Answer::None => Text::TakenBack { title, at, name },
        };
        about(notice, lang, &text)
    }),
    (notices::DECIDED, |notice, lang| {
        let Params { title, at, .. } = Params::of(notice, lang);
        about(notice, lang, &Text::Decided { title, at })
    }),
    (notices::WRITTEN, |notice, lang| {
        let Params { title, at, name } = Params::of(notice, lang);
        about(notice, lang, &Text::Written { title, at, name })
    }),
    (notices::DELEGATED, |notice, lang| {
        let Params { name, .. } = Params::of(notice, lang);
        Told::of(Text::Delegated { name }.to(lang), delegates::DELEGATES)
    }),
];

/// What a notice says besides its kind; what is not there is empty.
struct Params {
    title: String,
    /// When the event begins, in words.
    at: String,
    name: String,
}

impl Params {
    fn of(notice: &NoticeRow, lang: Lang) -> Self {
        let at = notice.moment("start");
        Self {
            title: notice.text("title"),
            at: at.map_or_else(String::new, |at| moment(lang, at.local())),
            name: notice.text("name"),
        }
    }
}

fn about(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(
        text.to(lang),
        schedule::event_page(notice.subject_id.into()),
    )
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
