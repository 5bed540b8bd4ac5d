//! What people are told of provisions: the line of each notice, and where it leads.

use yakusho_compliance::provision::notices;
use yakusho_kernel::NoticeRow;
use yakusho_webkit::text::day;
use yakusho_webkit::{Lang, Tell, Told, Words};

use super::provision_page;

yakusho_webkit::texts! {
    enum Text {
        WordWanted { what: String }: "外部提供の協定の第8号について判断してください:{what}" / "An agreement waits for your word on item 8: {what}";
        WordGiven { what: String }: "第8号の判断が記録され、協定を締結できます:{what}" / "The word on item 8 is there, and the agreement can be concluded: {what}";
        ReturnDue { what: String, due: String }: "協定が終了しました。データの返還又は廃棄が必要です:{what} 期限:{due}" / "The agreement has ended; the data are to be returned or disposed of: {what}. Due {due}.";
        ReturnNear { what: String, due: String }: "返還又は廃棄の期限が近づいています:{what} 期限:{due}" / "Return or disposal due soon: {what}. Due {due}.";
        ReturnLate { what: String, due: String }: "返還又は廃棄の期限を過ぎています:{what} 期限:{due}" / "Return or disposal overdue: {what}. Due {due}.";
        Accident { what: String }: "提供したデータの事故が記録されました:{what}" / "An accident with provided data was recorded: {what}";
        Returned { what: String }: "提供したデータの返還又は廃棄が記録されました:{what}" / "Return or disposal of provided data was recorded: {what}";
        Of { data: String, recipient: String }: "{data}({recipient})" / "{data} ({recipient})";
    }
}

/// The words of every kind of notice.
pub(crate) fn words() -> Words {
    let tells = TELLS.into_iter();
    tells.fold(Words::default(), |words, (kind, tell)| {
        words.notice(kind, tell)
    })
}

const TELLS: [(&str, Tell); 7] = [
    (notices::WORD_WANTED, |notice, lang| {
        told(notice, lang, |what, _| Text::WordWanted { what })
    }),
    (notices::WORD_GIVEN, |notice, lang| {
        told(notice, lang, |what, _| Text::WordGiven { what })
    }),
    (notices::RETURN_DUE, |notice, lang| {
        told(notice, lang, |what, due| Text::ReturnDue { what, due })
    }),
    (notices::RETURN_NEAR, |notice, lang| {
        told(notice, lang, |what, due| Text::ReturnNear { what, due })
    }),
    (notices::RETURN_LATE, |notice, lang| {
        told(notice, lang, |what, due| Text::ReturnLate { what, due })
    }),
    (notices::ACCIDENT, |notice, lang| {
        told(notice, lang, |what, _| Text::Accident { what })
    }),
    (notices::RETURNED, |notice, lang| {
        told(notice, lang, |what, _| Text::Returned { what })
    }),
];

fn told(notice: &NoticeRow, lang: Lang, text: fn(String, String) -> Text) -> Told {
    let of = Text::Of {
        data: notice.text("data"),
        recipient: notice.text("recipient"),
    };
    let due = yakusho_koyomi::parse_date(&notice.text("due"));
    let due = due.map_or_else(|_| String::new(), |due| day(lang, due));
    let text = text(of.to(lang).into_owned(), due);
    Told {
        text: text.to(lang).into_owned(),
        href: provision_page(notice.subject_id.into()),
    }
}
