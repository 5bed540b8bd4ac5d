//! The requests, and the answer to one.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::registration::{self, Approval, ApprovalId, ApprovalState};
use yakusho_kernel::{Fault, PersonId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Empty, Icon, Tab, Tag, Tone, buttons, definitions, link, moment, tabs,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::texts::Text;
use super::{PAGE, state};
use crate::{admin, audit, people};

/// `GET /admin/registrations`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /admin/registrations/:id`
#[handler]
pub(super) async fn decide(
    visit: Visit,
    Path(id): Path<ApprovalId>,
    fields: Fields,
) -> Answer<Response> {
    match done(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        // Somebody else has answered: the request is not on this page any more.
        Err(problem @ Problem::Fault(Fault::Conflict(_))) => Err(problem),
        Err(problem) => page(&visit, Some(id), &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, id: ApprovalId, fields: &Fields) -> Result<SeeOther, Problem> {
    let approve: bool = fields.reader().given("approve")?;
    let word = fields.text("decision");
    registration::decide(&visit.cx, id, approve, &word)
        .await?
        .into_inner();
    Ok(visit.see_other(PAGE).saying(Text::Done.to(visit.lang)))
}

async fn page(visit: &Visit, tried: Option<ApprovalId>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let state = state(visit.query("state"));
    let found = registration::list(&visit.cx, state, visit.after().as_ref(), PAGE_SIZE).await?;
    let people: Vec<PersonId> = found
        .items
        .iter()
        .flat_map(|one| [Some(one.requested_by), one.decided_by])
        .flatten()
        .collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let nothing = Typed::nothing();
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Registrations.to(lang)).crumb(admin::PAGE, admin::title(lang));
    Ok(typed.page(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (views(visit, state))
        @if found.items.is_empty() {
            (Empty::new(Icon::Check, match state {
                ApprovalState::Requested => Text::Nothing.to(lang),
                _ => Text::NothingThere.to(lang),
            }))
        }
        @for one in &found.items {
            @let typed = if tried == Some(one.id) { typed } else { &nothing };
            (request(visit, one, &people, typed))
        }
        (visit.pager(found.next.as_ref()))
    })))
}

fn views(visit: &Visit, current: ApprovalState) -> Markup {
    let lang = visit.lang;
    tabs(
        Text::Registrations.to(lang),
        ApprovalState::ALL.map(|state| {
            let text = match state {
                ApprovalState::Requested => Text::Waiting,
                ApprovalState::Approved => Text::Approved,
                ApprovalState::Refused => Text::Refused,
            };
            Tab::new(format!("{PAGE}?state={}", state.code()), text.to(lang))
                .current(state == current)
        }),
    )
}

fn request(
    visit: &Visit,
    one: &Approval,
    people: &HashMap<PersonId, PersonCard>,
    typed: &Typed<'_>,
) -> Markup {
    let lang = visit.lang;
    let name = |id: PersonId| {
        people
            .get(&id)
            .map(|card| card.name.as_str())
            .unwrap_or_default()
    };
    let who = |id: PersonId| link(people::person_page(id), name(id));
    let mut facts = vec![(
        Text::By.to(lang),
        html! { (who(one.requested_by)) " " span.meta { (moment(lang, one.requested_at.local())) } },
    )];
    if let Some((by, at)) = one.decided_by.zip(one.decided_at) {
        facts.push((
            Text::DecidedBy.to(lang),
            html! { (who(by)) " " span.meta { (moment(lang, at.local())) } },
        ));
        facts.push((Text::Decision.to(lang), html! { (one.decision) }));
    }
    let subject = link(audit::search_for_subject(&one.subject), &one.label);
    html! {
        section.section {
            h2 { (subject) }
            @if one.state == ApprovalState::Refused { p { (Tag::new(Tone::Error, Text::Refused.to(lang))) } }
            (definitions(facts))
            @if one.state == ApprovalState::Requested { (form(visit, one, typed)) }
        }
    }
}

fn form(visit: &Visit, one: &Approval, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed
        .form(visit, format!("{PAGE}/{}", one.id))
        .prefix(one.id.to_string());
    form.render(html! {
        (form.textarea("decision", Text::Word.to(lang)).rows(2).max_chars(500)
            .help(Text::WordHelp.to(lang)))
        (buttons(html! {
            (Button::submit(Text::Approve.to(lang)).primary().field("approve", "true").about(&*one.label))
            (Button::submit(Text::Refuse.to(lang)).field("approve", "false").about(&*one.label))
        }))
    })
}
