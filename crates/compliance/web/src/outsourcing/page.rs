//! The list of contracts, and one of them.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_attachments::AttachmentId;
use yakusho_attachments_web as attachments;
use yakusho_compliance::inventory;
use yakusho_compliance::outsourcing::{self, Contract, ContractId, ContractView};
use yakusho_kernel::UnitId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::{self, Common};
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, day, definitions, link, section,
    short_day,
};
use yakusho_webkit::{Answer, Fields, Lang, PAGE_SIZE, Problem, Reader, Typed, Visit};

use super::{CONTRACTS, Text, contract_page};
use crate::forms::{FORMS, Text as Forms, views};

/// `GET /contracts`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let listed = outsourcing::list(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let sections: Vec<UnitId> = listed.items.iter().map(|one| one.section).collect();
    let units = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &sections).await?;
    let columns = [
        Text::Title,
        Text::Contractor,
        Text::Section,
        Text::Days,
        Text::State,
    ]
    .map(|text| Column::new(text.to(lang)));
    let rows = listed.items.iter().map(|one| {
        [
            Cell::from(link(contract_page(one.id), &one.title)),
            (&*one.contractor).into(),
            units.get(&one.section).cloned().unwrap_or_default().into(),
            html! { (short_day(lang, one.days.0)) " 〜 " (short_day(lang, one.days.1)) }.into(),
            html! { (state(lang, one)) }.into(),
        ]
    });
    let table = Table::new(Text::Contracts.to(lang), columns)
        .empty(Empty::new(Icon::Document, Text::Nothing.to(lang)))
        .rows(rows);
    let above = views(&visit, CONTRACTS).await?;
    let shell = visit.shell().await?;
    let keeps = !inventory::own_sections(&visit.cx).is_empty();
    let new = Button::link(format!("{CONTRACTS}/new"), Text::New.to(lang));
    let page = Page::new(&shell, Text::Contracts.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .actions(html! { @if keeps { (new.primary().icon(Icon::Plus)) } });
    Ok(Html(page.render(html! {
        (above)
        p { (Text::Intro.to(lang)) }
        (table)
        (visit.pager(listed.next.as_ref()))
    })))
}

/// Whether a contract is concluded, as a tag.
fn state(lang: Lang, contract: &Contract) -> Tag {
    match contract.concluded {
        Some(_) => Tag::new(Tone::Success, Text::Concluded.to(lang)),
        None => Tag::new(Tone::Neutral, Text::Draft.to(lang)),
    }
}

/// `GET /contracts/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<ContractId>) -> Answer {
    let view = outsourcing::show(&visit.cx, id).await?;
    page(&visit, &view, Typed::nothing()).await
}

/// `GET /contracts/:id/files/:file`
#[handler]
pub(super) async fn paper(
    visit: Visit,
    Path((id, file)): Path<(ContractId, AttachmentId)>,
) -> Answer {
    attachments::download(&visit, &id, file).await
}

/// `POST /contracts/:id/conclude`
#[handler]
pub(super) async fn conclude(visit: Visit, Path(id): Path<ContractId>, fields: Fields) -> Answer {
    let tried = async {
        let revision = fields.reader().given("revision")?;
        let mut read = fields.reader();
        let on = read.needed("on", Reader::day);
        let on = read.finish_with(on)?;
        Ok::<_, Problem>(outsourcing::conclude(&visit.cx, id, revision, on).await?)
    };
    match tried.await {
        Ok(_) => {
            let said = Text::ConcludedNow.to(visit.lang);
            Ok(visit.see_other(contract_page(id)).saying(said).into())
        }
        Err(problem) => {
            let view = outsourcing::show(&visit.cx, id).await?;
            if !view.may.keep {
                return Err(problem);
            }
            page(&visit, &view, problem.again(&fields)?).await
        }
    }
}

/// The contract as it is now, with what was typed into its form.
async fn page(visit: &Visit, view: &ContractView, typed: Typed<'_>) -> Answer {
    let lang = visit.lang;
    let contract = &view.contract;
    let (on, today) = (visit.cx.reader(), visit.cx.today());
    let units = directory::unit_names(&on, today, &[contract.section]).await?;
    let owner = units.get(&contract.section).cloned().unwrap_or_default();
    let (first, last) = (
        text::day(lang, contract.days.0),
        text::day(lang, contract.days.1),
    );
    let mut facts = vec![
        (Text::Section.to(lang), html! { (owner) }),
        (Text::Contractor.to(lang), html! { (contract.contractor) }),
        (
            Text::Work.to(lang),
            html! { @for line in contract.work.lines() { p { (line) } } },
        ),
        (
            Text::Days.to(lang),
            html! { (Text::Period { first, last }.to(lang)) },
        ),
    ];
    if let Some((on, doer)) = &contract.concluded {
        let fact = html! { (day(lang, *on)) p.meta { (doer.name) } };
        facts.push((Text::ConcludedOn.to(lang), fact));
    }
    let files = attachments::shown(lang, &contract.files, |file| {
        format!("{}/files/{file}", contract_page(contract.id))
    });
    let body = html! {
        @if view.may.keep { (concluding(visit, contract, &typed)) }
        (definitions(facts))
        (section(Text::Clauses.to(lang), clauses(lang, contract)))
        (files)
    };
    let shell = visit.shell().await?;
    let edit = Button::link(
        format!("{}/edit", contract_page(contract.id)),
        Text::Edit.to(lang),
    );
    let page = Page::new(&shell, &*contract.title)
        .crumb(FORMS, Forms::Forms.to(lang))
        .crumb(CONTRACTS, Text::Contracts.to(lang))
        .tags(html! { (state(lang, contract)) })
        .actions(html! {
            @if view.may.keep { (edit.icon(Icon::Edit)) }
            (Button::print(Common::Print.to(lang)))
        });
    Ok(typed.page(page.render(body)))
}

fn clauses(lang: Lang, contract: &Contract) -> Markup {
    html! {
        @if contract.articles.is_empty() && contract.text.is_empty() {
            p { (Text::NoClauses.to(lang)) }
        } @else {
            p { strong { (contract.articles) } }
            @for line in contract.text.lines() { p { (line) } }
            details.hash {
                summary { (Common::Sha256.to(lang)) }
                p.meta { code { (contract.digest) } }
            }
        }
    }
}

fn concluding(visit: &Visit, contract: &Contract, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let today = visit.cx.today().to_string();
    let form = typed.form(visit, format!("{}/conclude", contract_page(contract.id)));
    let on = form.date("on", Text::ConcludedOn.to(lang)).required();
    let body = form.clone().render(html! {
        p { (Text::ConcludeHelp.to(lang)) }
        (form.hidden("revision", &contract.revision.to_string()))
        (on.max(today.clone()).value(today))
        (buttons(html! { (Button::submit(Text::Conclude.to(lang)).primary()) }))
    });
    html! { div.act-box { (section(Text::ConcludeTitle.to(lang), body)) } }
}
