//! Registering what was received, and changing an entry.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_attachments_web::Files;
use yakusho_documents::receipt::{self, Means, Receipt, ReceiptForm, ReceiptId};
use yakusho_kernel::{Invalid, UnitId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::Choice;
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Upload, Visit};

use super::{RECEIPTS, Text, means, receipt_page};
use crate::DOCUMENTS;
use crate::folder::save;
use crate::texts::Text as All;

yakusho_webkit::texts! {
    enum Words {
        New: "収受を登録する" / "Register something received";
        Edit: "収受簿の変更" / "Change the entry";
        Registered { n: i32 }: "収受第{n}号として登録しました。" / "It was registered as no. {n}.";
        Saved: "変更を保存しました。" / "Your changes were saved.";
    }
}

/// `GET /documents/receipts/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, None, &Files::default(), Typed::nothing()).await
}

/// `POST /documents/receipts/new`
#[handler]
pub(super) async fn register(visit: Visit, upload: Upload) -> Answer {
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let registered = async {
        let mut read = fields.reader();
        let section: Option<UnitId> = read.needed("section", Reader::one);
        let section = read.finish_with(section)?;
        let form = entered(&fields, &files)?;
        Ok::<_, Problem>(*receipt::register(&visit.cx, section, form).await?)
    };
    match registered.await {
        Ok((id, n)) => {
            let said = Words::Registered { n }.to(visit.lang);
            Ok(visit.see_other(receipt_page(id)).saying(said).into())
        }
        Err(problem) => editor(&visit, None, &files, problem.again(&fields)?).await,
    }
}

/// `GET /documents/receipts/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<ReceiptId>) -> Answer {
    let row = receipt::show(&visit.cx, id).await?;
    let files = Files::hanging(row.content.files.clone());
    editor(&visit, Some(&row), &files, Typed::nothing()).await
}

/// `POST /documents/receipts/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<ReceiptId>, upload: Upload) -> Answer {
    let row = receipt::show(&visit.cx, id).await?;
    let (fields, files) = Files::receive(&visit, upload, row.content.files.clone()).await?;
    let changed = async {
        let revision: i32 = fields.reader().given("revision")?;
        let form = entered(&fields, &files)?;
        let mut read = fields.reader();
        let document = read.with("document", |text| {
            let last = text.trim_end_matches('/').rsplit('/').next()?;
            last.parse().ok()
        });
        read.finish()?;
        Ok::<_, Problem>(receipt::change(&visit.cx, id, revision, form, document).await?)
    };
    match changed.await {
        Ok(_) => {
            let said = Words::Saved.to(visit.lang);
            Ok(visit.see_other(receipt_page(id)).saying(said).into())
        }
        Err(problem) => editor(&visit, Some(&row), &files, problem.again(&fields)?).await,
    }
}

/// What was entered.
fn entered(fields: &Fields, files: &Files) -> Result<ReceiptForm, Invalid> {
    let mut read = fields.reader();
    let received_on = read.needed("received_on", Reader::day);
    let means = read.needed("means", |read, name| read.with(name, Means::from_code));
    let (received_on, means) = read.finish_with(received_on.zip(means))?;
    Ok(ReceiptForm {
        received_on,
        sender: fields.text("sender"),
        title: fields.text("title"),
        means,
        notes: fields.text("notes"),
        files: files.ids(),
    })
}

/// The sections of the visitor.
async fn sections(visit: &Visit) -> Answer<Vec<Choice>> {
    let standing = visit.cx.actor().standing();
    let mut units: Vec<UnitId> = Vec::new();
    for seat in standing
        .map(|standing| &*standing.seats)
        .unwrap_or_default()
    {
        if !units.contains(&seat.section) {
            units.push(seat.section);
        }
    }
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &units).await?;
    let named = units.into_iter();
    Ok(named
        .filter_map(|unit| Some(Choice::new(unit.to_string(), names.get(&unit)?.as_str())))
        .collect())
}

async fn editor(visit: &Visit, row: Option<&Receipt>, files: &Files, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let own = sections(visit).await?;
    let (address, back, title) = match row {
        Some(row) => {
            let page = receipt_page(row.id);
            (format!("{page}/edit"), page, Words::Edit)
        }
        None => (format!("{RECEIPTS}/new"), RECEIPTS.to_owned(), Words::New),
    };
    let content = row.map(|row| &row.content);
    let received = content.map_or(visit.cx.today(), |content| content.received_on);
    let chosen = content.map_or(Means::Mail, |content| content.means);
    let ways = Means::ALL
        .iter()
        .map(|one| (one.code().to_owned(), means(lang, *one).into_owned()));
    let document = row.and_then(|row| row.document);
    let form = typed.form(visit, address);
    let body = form.clone().multipart().render(html! {
        @if let Some(row) = row {
            (form.revision(row.revision))
        } @else {
            (form.select("section", Text::Section.to(lang)).required().options(own.iter().cloned())
                .value(""))
        }
        (form.date("received_on", Text::ReceivedOn.to(lang)).required()
            .max(visit.cx.today().to_string()).value(received.to_string()))
        (form.text("sender", Text::Sender.to(lang)).required().max_chars(200)
            .value(content.map_or("", |content| &content.sender)))
        (form.text("title", Text::Title.to(lang)).required().max_chars(200)
            .value(content.map_or("", |content| &content.title)))
        (form.select("means", Text::Means.to(lang)).required().options(ways).value(chosen.code()))
        (files.fields(visit, &form))
        (form.textarea("notes", Text::Notes.to(lang)).rows(3).max_chars(2_000)
            .value(content.map_or("", |content| &content.notes)))
        @if row.is_some() {
            (form.text("document", Text::Document.to(lang))
                .value(document.map(|document| document.to_string()).unwrap_or_default()))
        }
        (save(visit, &back))
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, title.to(lang))
        .crumb(DOCUMENTS, All::Documents.to(lang))
        .crumb(RECEIPTS, All::Receipts.to(lang));
    Ok(typed.page(page.render(body)))
}
