//! What notices about documents say, and where they lead.

use yakusho_documents::notices;
use yakusho_kernel::NoticeRow;
use yakusho_webkit::{Lang, Tell, Told, Words};

use crate::{DOCUMENTS, folder_page};

yakusho_webkit::texts! {
    enum Text {
        HandedOver { name: String, from: String }: "キャビネット「{name}」を{from}から引き継ぎました。" / "The cabinet “{name}” came to your section from {from}.";
        WithoutSection { name: String, from: String }: "{from}のキャビネット「{name}」に、引き継ぐ所属がありません。" / "No section took over the cabinet “{name}” of {from}.";
        Came { title: String, from: String }: "文書「{title}」が{from}から移されました。" / "The document “{title}” was moved here from {from}.";
        ReceiptCame { number: String, title: String }: "収受第{number}号「{title}」の担当になりました。" / "Receipt no. {number}, “{title}”, was passed on to your section.";
        LockBroken { title: String, reason: String }: "文書「{title}」のロックが解除されました。理由:{reason}" / "Your lock on “{title}” was broken. Reason: {reason}";
        Removed { title: String, reason: String }: "文書「{title}」が削除されました。理由:{reason}" / "The document “{title}” was taken down. Reason: {reason}";
        Reinstated { title: String }: "文書「{title}」が元に戻されました。" / "The document “{title}” was put up again.";
        ReviewDue { title: String, on: String }: "文書「{title}」の見直しの日({on})です。" / "The document “{title}” is to be looked through ({on}).";
        ReviewOverdue { title: String, on: String }: "文書「{title}」の見直し({on})が済んでいません。" / "The document “{title}” was to be looked through on {on}.";
    }
}

fn day(notice: &NoticeRow, lang: Lang) -> String {
    let text = notice.text("on");
    let day = yakusho_koyomi::parse_date(&text);
    day.map_or(text, |day| yakusho_webkit::text::day(lang, day))
}

fn of_document(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(text.to(lang), format!("{DOCUMENTS}/{}", notice.subject_id))
}

fn of_folder(notice: &NoticeRow, lang: Lang, text: &Text) -> Told {
    Told::of(text.to(lang), folder_page(notice.subject_id.into()))
}

/// The words of every kind of notice.
pub(crate) fn words() -> Words {
    Words::default().notices(TELLS)
}

const TELLS: [(&str, Tell); 9] = [
    (notices::HANDED_OVER, |notice, lang| {
        let (name, from) = (notice.text("name"), notice.text("from"));
        of_folder(notice, lang, &Text::HandedOver { name, from })
    }),
    (notices::WITHOUT_SECTION, |notice, lang| {
        let (name, from) = (notice.text("name"), notice.text("from"));
        Told::of(
            Text::WithoutSection { name, from }.to(lang),
            crate::folder::ORPHANS,
        )
    }),
    (notices::DOCUMENT_CAME, |notice, lang| {
        let (title, from) = (notice.text("title"), notice.text("from"));
        of_document(notice, lang, &Text::Came { title, from })
    }),
    (notices::RECEIPT_CAME, |notice, lang| {
        let title = notice.text("title");
        let number = notice.params["number"].to_string();
        Told::of(
            Text::ReceiptCame { number, title }.to(lang),
            format!("{}/{}", crate::receipt::RECEIPTS, notice.subject_id),
        )
    }),
    (notices::LOCK_BROKEN, |notice, lang| {
        let (title, reason) = (notice.text("title"), notice.text("reason"));
        of_document(notice, lang, &Text::LockBroken { title, reason })
    }),
    (notices::REMOVED, |notice, lang| {
        let (title, reason) = (notice.text("title"), notice.text("reason"));
        of_document(notice, lang, &Text::Removed { title, reason })
    }),
    (notices::REINSTATED, |notice, lang| {
        let title = notice.text("title");
        of_document(notice, lang, &Text::Reinstated { title })
    }),
    (notices::REVIEW_DUE, |notice, lang| {
        let (title, on) = (notice.text("title"), day(notice, lang));
        of_document(notice, lang, &Text::ReviewDue { title, on })
    }),
    (notices::REVIEW_OVERDUE, |notice, lang| {
        let (title, on) = (notice.text("title"), day(notice, lang));
        of_document(notice, lang, &Text::ReviewOverdue { title, on })
    }),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words() {
        let known: Vec<&str> = TELLS.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(known, notices::ALL);
    }
}
