//! The words for what questions say in codes: notices, duties, refusals, conflicts, acts and things.

use yakusho_compliance::inquiry::notices;
use yakusho_kernel::NoticeRow;
use yakusho_webkit::{Lang, Tell, Told, Words};

use super::inquiry_page;

yakusho_webkit::texts! {
    enum Text {
        Asked { name: String, title: String }: "質問が届きました:「{title}」について({name})" / "{name} asks about “{title}”";
        Assigned { title: String }: "質問への回答を頼まれました:「{title}」について" / "You are asked to answer a question about “{title}”";
        Replied { title: String }: "質問に回答がありました:「{title}」について" / "Your question about “{title}” was answered";
        Owed { title: String }: "「{title}」についての質問に回答する" / "Answer the question about “{title}”";
        NoSection: "個人として登録した内容には、質問の宛先となる課がありません。" / "What somebody registered for themselves has no section to be asked.";
        NotAskedToAnswer: "回答できるのは、管理する課の長と、回答を頼まれた人だけです。" / "Only the head of the section, and whom they asked, may answer.";
        InquiryAnswered: "この質問には、すでに回答があります。" / "This question was answered already.";
    }
}

/// What each kind of notice and duty says.
const TELLS: [(&str, Tell); 4] = [
    (notices::ASKED, |notice, lang| {
        let name = notice.text("name");
        told(notice, lang, |title| Text::Asked { name, title })
    }),
    (notices::ASSIGNED, |notice, lang| {
        told(notice, lang, |title| Text::Assigned { title })
    }),
    (notices::ANSWERED, |notice, lang| {
        told(notice, lang, |title| Text::Replied { title })
    }),
    ("inquiry.owed", |notice, lang| {
        told(notice, lang, |title| Text::Owed { title })
    }),
];

fn told(notice: &NoticeRow, lang: Lang, text: impl FnOnce(String) -> Text) -> Told {
    let page = inquiry_page(notice.subject_id.into());
    Told::of(text(notice.text("title")).to(lang), page)
}

/// The words of every code of questions.
pub(crate) fn words() -> Words {
    Words::default()
        .notices(TELLS)
        .code("no_section", |lang| Text::NoSection.to(lang))
        .code("not_asked_to_answer", |lang| {
            Text::NotAskedToAnswer.to(lang)
        })
        .code("inquiry_answered", |lang| Text::InquiryAnswered.to(lang))
        .acts([
            ("inquiry.", ("質問", "Questions")),
            ("inquiry.ask", ("質問", "Question asked")),
            ("inquiry.assign", ("回答の依頼", "Answer asked for")),
            ("inquiry.answer", ("質問への回答", "Question answered")),
        ])
        .page("compliance.inquiry", |id| inquiry_page(id.into()))
        .things([("compliance.inquiry", ("質問", "Question"))])
        .facts([("item", ("対象", "Thing")), ("person", ("職員", "Person"))])
}
