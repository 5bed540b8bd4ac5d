//! Registering contracts, and changing them.

use maud::html;
use poem::handler;
use poem::web::Path;
use yakusho_accounts::directory;
use yakusho_attachments_web::Files;
use yakusho_compliance::outsourcing::{self, Contract, ContractForm, ContractId};
use yakusho_kernel::{Fault, UnitId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Upload, Visit};

use super::{CONTRACTS, Text, contract_page};
use crate::forms::{FORMS, Text as Forms};

/// The most characters of a line, of the work, and of the clauses.
const LINE: usize = 100;
const WORK: usize = 1_000;
const CLAUSES: usize = 10_000;

/// `GET /contracts/new`
#[handler]
pub(super) async fn new(visit: Visit) -> Answer {
    editor(&visit, None, &Files::default(), Typed::nothing()).await
}

/// `POST /contracts/new`
#[handler]
pub(super) async fn add(visit: Visit, upload: Upload) -> Answer {
    let (fields, files) = Files::receive(&visit, upload, Vec::new()).await?;
    let added = async {
        let mut read = fields.reader();
        let section: Option<UnitId> = read.needed("section", Reader::one);
        let section = read.finish_with(section)?;
        let form = entered(&fields, &files)?;
        Ok::<_, Problem>(*outsourcing::add(&visit.cx, section, form).await?)
    };
    match added.await {
        Ok(id) => {
            let said = Text::Added.to(visit.lang);
            Ok(visit.see_other(contract_page(id)).saying(said).into())
        }
        Err(problem) => editor(&visit, None, &files, problem.again(&fields)?).await,
    }
}

/// The contract, if it is the reader's to change.
async fn find(visit: &Visit, id: ContractId) -> Answer<Contract> {
    let view = outsourcing::show(&visit.cx, id).await?;
    if view.may.keep {
        Ok(view.contract)
    } else {
        Err(Fault::NotFound.into())
    }
}

/// `GET /contracts/:id/edit`
#[handler]
pub(super) async fn edit(visit: Visit, Path(id): Path<ContractId>) -> Answer {
    let contract = find(&visit, id).await?;
    let files = Files::hanging(contract.files.clone());
    editor(&visit, Some(&contract), &files, Typed::nothing()).await
}

/// `POST /contracts/:id/edit`
#[handler]
pub(super) async fn change(visit: Visit, Path(id): Path<ContractId>, upload: Upload) -> Answer {
    let contract = find(&visit, id).await?;
    let (fields, files) = Files::receive(&visit, upload, contract.files.clone()).await?;
    let changed = async {
        let revision = fields.reader().given("revision")?;
        let form = entered(&fields, &files)?;
        Ok::<_, Problem>(outsourcing::change(&visit.cx, id, revision, form).await?)
    };
    match changed.await {
        Ok(_) => {
            let said = Text::Saved.to(visit.lang);
            Ok(visit.see_other(contract_page(id)).saying(said).into())
        }
        Err(problem) => editor(&visit, Some(&contract), &files, problem.again(&fields)?).await,
    }
}

fn entered(fields: &Fields, files: &Files) -> Answer<ContractForm> {
    let mut read = fields.reader();
    let first = read.needed("first", Reader::day);
    let last = read.needed("last", Reader::day);
    Ok(ContractForm {
        days: read.finish_with(first.zip(last))?,
        title: fields.text("title"),
        contractor: fields.text("contractor"),
        work: fields.text("work"),
        articles: fields.text("articles"),
        text: fields.text("text"),
        files: files.ids(),
    })
}

async fn editor(
    visit: &Visit,
    contract: Option<&Contract>,
    files: &Files,
    typed: Typed<'_>,
) -> Answer {
    let lang = visit.lang;
    let sections = match contract {
        Some(contract) => vec![contract.section],
        None => outsourcing::registering(&visit.cx)?,
    };
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &sections).await?;
    let options = sections.iter().map(|unit| {
        let name = names.get(unit).cloned().unwrap_or_default();
        Choice::new(unit.to_string(), name)
    });
    let (address, back, heading) = match contract {
        Some(contract) => {
            let page = contract_page(contract.id);
            (format!("{page}/edit"), page, Text::Edit)
        }
        None => (format!("{CONTRACTS}/new"), CONTRACTS.to_owned(), Text::New),
    };
    let held = |of: fn(&Contract) -> &str| contract.map(of).unwrap_or_default();
    let first = contract.map(|contract| contract.days.0.to_string());
    let last = contract.map(|contract| contract.days.1.to_string());
    let form = typed.form(visit, address);
    let body = html! {
        @if sections.is_empty() {
            p { (Text::NotHead.to(lang)) }
        } @else {
            (form.clone().multipart().render(html! {
                @if let Some(contract) = contract {
                    (form.hidden("revision", &contract.revision.to_string()))
                } @else {
                    (form.select("section", Text::Section.to(lang)).required().options(options)
                        .values(sections.first().map(ToString::to_string)))
                }
                (form.text("title", Text::Title.to(lang)).required().max_chars(LINE)
                    .value(held(|one| &one.title)))
                (form.text("contractor", Text::Contractor.to(lang)).required().max_chars(LINE)
                    .value(held(|one| &one.contractor)))
                (form.textarea("work", Text::Work.to(lang)).required().rows(3).max_chars(WORK)
                    .value(held(|one| &one.work)))
                (form.date("first", Text::First.to(lang)).required().values(first))
                (form.date("last", Text::Last.to(lang)).required().values(last))
                fieldset.group {
                    legend { (Text::Clauses.to(lang)) }
                    (form.text("articles", Text::Articles.to(lang)).max_chars(LINE)
                        .help(Text::ArticlesHelp.to(lang)).value(held(|one| &one.articles)))
                    (form.textarea("text", Text::Wording.to(lang)).rows(6).max_chars(CLAUSES)
                        .help(Text::WordingHelp.to(lang)).value(held(|one| &one.text)))
                }
                (files.fields(visit, &form))
                (buttons(html! {
                    (Button::submit(Text::Save.to(lang)).primary())
                    (Button::link(back, Common::Cancel.to(lang)).tertiary())
                }))
            }))
        }
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, heading.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(CONTRACTS, Text::Contracts.to(lang));
    Ok(typed.page(page.render(body)))
}
