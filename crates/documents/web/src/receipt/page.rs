//! The register of a fiscal year, and one entry.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_attachments::AttachmentId;
use yakusho_attachments_web as attachments;
use yakusho_documents::receipt::{self, ReceiptId};
use yakusho_koyomi::FiscalYear;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Choice, Column, Empty, Form, Icon, Table, article, buttons, day, definitions, link,
    section, short_day,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, Typed, Visit};

use super::{RECEIPTS, Text, file_page, means, receipt_page};
use crate::folder::head;
use crate::texts::{Text as All, fiscal_year};
use crate::{DOCUMENTS, document_page};

yakusho_webkit::texts! {
    enum Words {
        Intro: "所属で収受したものの記録です。番号は年度ごとに、全庁を通して付きます。" / "What your sections received. Numbers run through the whole town hall, by fiscal years.";
        New: "収受を登録する" / "Register something received";
        Year: "年度" / "Fiscal year";
        Show: "表示" / "Show";
        None: "この年度に収受したものはありません。" / "Nothing was received in this fiscal year.";
        Open: "登録した文書を開く" / "Open the document";
        Assign: "担当する所属を変える" / "Pass it on to another section";
        AssignHelp: "変更すると、いまの所属からは見えなくなり、変更先の長に通知されます。" / "Your section will not see it any more, and the head of the other one is told.";
        Assigned: "担当する所属を変えました。" / "It was passed on.";
    }
}

/// `GET /documents/receipts`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let this = FiscalYear::of(visit.cx.today()).year();
    let year = visit.query("year").and_then(|year| year.parse().ok());
    let year: i32 = year.unwrap_or(this);
    let page = receipt::list(&visit.cx, year, visit.after().as_ref(), PAGE_SIZE).await?;
    let units: Vec<_> = page.items.iter().map(|row| row.section).collect();
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &units).await?;
    let columns = [
        Text::Number,
        Text::ReceivedOn,
        Text::Sender,
        Text::Title,
        Text::Section,
    ];
    let columns = columns.map(|text| Column::new(text.to(lang)));
    let rows = page.items.iter().map(|row| {
        let section = names.get(&row.section).map_or("", String::as_str);
        [
            row.number.to_string().into(),
            short_day(lang, row.content.received_on).into(),
            (&*row.content.sender).into(),
            link(receipt_page(row.id), &row.content.title).into(),
            section.into(),
        ]
    });
    let caption = All::Receipts.to(lang);
    let table = Table::new(caption.clone(), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Mail, Words::None.to(lang)));
    let years = (this - 9..=this).rev();
    let years = years.map(|year| (year.to_string(), fiscal_year(lang, year)));
    let choosing = Form::filter(lang, RECEIPTS);
    let choosing = choosing.render(html! {
        (choosing.select("year", Words::Year.to(lang)).required().options(years).value(year.to_string()))
        (Button::submit(Words::Show.to(lang)))
    });
    let shell = visit.shell().await?;
    let new = Button::link(format!("{RECEIPTS}/new"), Words::New.to(lang));
    let shown = Page::new(&shell, caption)
        .crumb(DOCUMENTS, All::Documents.to(lang))
        .actions(html! { (new.primary().icon(Icon::Plus)) });
    Ok(Html(shown.render(html! {
        (head(lang, "receipts"))
        p { (Words::Intro.to(lang)) }
        (choosing)
        (table)
        (visit.pager(page.next.as_ref()))
    })))
}

/// `GET /documents/receipts/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<ReceiptId>) -> Answer {
    page(&visit, id, Typed::nothing()).await
}

/// `POST /documents/receipts/:id/assign`
#[handler]
pub(super) async fn assign(visit: Visit, Path(id): Path<ReceiptId>, fields: Fields) -> Answer {
    let assigned = async {
        let mut read = fields.reader();
        let revision = read.given("revision")?;
        let to = read.needed("section", Reader::one);
        let to = read.finish_with(to)?;
        Ok::<_, Problem>(receipt::assign(&visit.cx, id, revision, to).await?)
    };
    match assigned.await {
        Ok(_) => {
            let said = Words::Assigned.to(visit.lang);
            Ok(visit.see_other(RECEIPTS).saying(said).into())
        }
        Err(problem) => page(&visit, id, problem.again(&fields)?).await,
    }
}

/// `GET /documents/receipts/:id/files/:file`
#[handler]
pub(super) async fn hand_out(
    visit: Visit,
    Path((id, file)): Path<(ReceiptId, AttachmentId)>,
) -> Answer {
    attachments::download(&visit, &id, file).await
}

async fn page(visit: &Visit, id: ReceiptId, typed: Typed<'_>) -> Answer {
    let row = receipt::show(&visit.cx, id).await?;
    let lang = visit.lang;
    let units = directory::units(&visit.cx.reader(), visit.cx.today()).await?;
    let name = units.iter().find(|unit| unit.id == row.section);
    let name = name.map_or("", |unit| &unit.placed_name);
    let content = &row.content;
    let year = fiscal_year(lang, row.fiscal_year);
    let number = Text::NumberOf {
        year,
        n: row.number,
    };
    let facts = [
        (Text::ReceivedOn.to(lang), day(lang, content.received_on)),
        (Text::Sender.to(lang), html! { (content.sender) }),
        (Text::Means.to(lang), html! { (means(lang, content.means)) }),
        (Text::Section.to(lang), html! { (name) }),
    ];
    let others = units.iter().filter(|unit| unit.id != row.section);
    let sections = others.map(|unit| Choice::new(unit.id.to_string(), &*unit.placed_name));
    let form = typed.form(visit, format!("{}/assign", receipt_page(id)));
    let assigning = form.render(html! {
        (form.revision(row.revision))
        (form.select("section", Text::Section.to(lang)).required().options(sections).value("")
            .help(Words::AssignHelp.to(lang)))
        (buttons(html! { (Button::submit(Words::Assign.to(lang))) }))
    });
    let body = html! {
        (definitions(facts))
        @if !content.notes.is_empty() { (article(&content.notes)) }
        (attachments::shown(lang, &content.files, |file| file_page(id, file)))
        @if let Some(document) = row.document {
            p { (link(document_page(document), Words::Open.to(lang))) }
        }
        (section(Words::Assign.to(lang), assigning))
    };
    let shell = visit.shell().await?;
    let edit = Button::link(format!("{}/edit", receipt_page(id)), Common::Edit.to(lang));
    let page = Page::new(&shell, &*content.title)
        .crumb(DOCUMENTS, All::Documents.to(lang))
        .crumb(RECEIPTS, All::Receipts.to(lang))
        .meta(html! { (number.to(lang)) })
        .actions(html! { (edit.icon(Icon::Edit)) (Button::print(Common::Print.to(lang))) });
    Ok(typed.page(page.render(body)))
}
