//! The page of a report: handling it.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Path};
use yakusho_compliance::Items;
use yakusho_compliance::violation::{self, Handling, Outcome, ViolationId, ViolationView};
use yakusho_kernel::{Notices, Saved, Seen, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons, definitions, link, moment, prose, section};
use yakusho_webkit::{Answer, Fields, Typed, Visit};

use super::list::{breach, state};
use super::report::LONGEST;
use super::{Text, VIOLATIONS, violation_page};
use crate::inquiry::{INQUIRIES, Text as Asking, about};
use crate::provision::who;

/// `GET /violations/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<ViolationId>, items: Data<&Items>) -> Answer {
    let view = violation::show(&visit.cx, id).await?;
    let mine = Notices(visit.me()?.standing.person);
    if mine.unseen_once(&visit.cx).await? > 0 {
        mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    }
    page(&visit, items.0, &view, Typed::nothing()).await
}

/// `POST /violations/:id/handle`
#[handler]
pub(super) async fn handle(
    visit: Visit,
    Path(id): Path<ViolationId>,
    items: Data<&Items>,
    fields: Fields,
) -> Answer {
    match submit(&visit, items.0, id, &fields).await {
        Ok(_) => {
            let said = Text::HandledNow.to(visit.lang);
            Ok(visit.see_other(violation_page(id)).saying(said).into())
        }
        Err(problem) => {
            let view = violation::show(&visit.cx, id).await?;
            page(&visit, items.0, &view, problem.again(&fields)?).await
        }
    }
}

async fn submit(
    visit: &Visit,
    items: &Items,
    id: ViolationId,
    fields: &Fields,
) -> Answer<Saved<()>> {
    let revision = fields.reader().given("revision")?;
    let mut read = fields.reader();
    let outcome = read.needed("outcome", |read, name| read.with(name, Outcome::from_code));
    let form = Handling {
        outcome: read.finish_with(outcome)?,
        reason: fields.text("reason"),
    };
    Ok(violation::handle(&visit.cx, items, id, revision, form).await?)
}

async fn page(visit: &Visit, items: &Items, view: &ViolationView, typed: Typed<'_>) -> Answer {
    let (lang, one) = (visit.lang, &view.violation);
    let facts = [
        (Text::State, state(visit, one)),
        (
            Text::Reported,
            about(visit, items, &one.item, &one.title).await?,
        ),
        (Text::Breach, html! { (breach(one.breach).to(lang)) }),
        (
            Text::ReportedBy,
            html! { (who(lang, &one.reported)) " " (moment(lang, one.reported_at.local())) },
        ),
    ];
    let facts = facts.into_iter().map(|(text, what)| (text.to(lang), what));
    let body = html! {
        (definitions(facts))
        (section(Text::Account.to(lang), prose(&one.account)))
        @if let Some(handled) = &one.handled {
            (section(Text::Outcome.to(lang), html! {
                p { (state(visit, one)) }
                (prose(&handled.reason))
                p.meta { (who(lang, &handled.doer)) " " (moment(lang, handled.at.local())) }
            }))
        }
        @if view.may.handle { (handle_form(visit, items, view, &typed)) }
    };
    let evidence = visit.site().words().page_of(&one.item);
    let evidence = evidence.filter(|_| view.may.evidence);
    let shell = visit.shell().await?;
    let page = Page::new(
        &shell,
        Text::ReportOn {
            title: one.title.clone(),
        }
        .to(lang),
    )
    .crumb(INQUIRIES, Asking::Asked.to(lang))
    .crumb(VIOLATIONS, Text::Violations.to(lang))
    .actions(html! {
        @if let Some(page) = evidence {
            // What is taken down has its original below its page.
            (Button::link(format!("{page}/evidence"), Text::Evidence.to(lang)))
        }
        (Button::print(Common::Print.to(lang)))
    });
    Ok(typed.page(page.render(body)))
}

fn handle_form(visit: &Visit, items: &Items, view: &ViolationView, typed: &Typed<'_>) -> Markup {
    let (lang, one) = (visit.lang, &view.violation);
    let takes_down = items.takes_down(&one.item.kind);
    let offered = Outcome::ALL
        .iter()
        .filter(|outcome| takes_down || **outcome != Outcome::TakenDown);
    let options = offered.map(|outcome| {
        let text = match outcome {
            Outcome::TakenDown => Text::TakeDown,
            Outcome::Settled => Text::Settle,
            Outcome::NoBreach => Text::FindNoBreach,
        };
        Choice::new(outcome.code(), text.to(lang))
    });
    let elsewhere = visit.site().words().page_of(&one.item);
    let elsewhere = elsewhere.filter(|_| !takes_down);
    let form = typed.form(visit, format!("{}/handle", violation_page(one.id)));
    let body = form.clone().render(html! {
        @if let Some(page) = elsewhere {
            p { (Text::TakeDownElsewhere.to(lang)) " " (link(page, &*one.title)) }
        }
        (form.hidden("revision", &one.revision.to_string()))
        (form.radios("outcome", Text::Outcome.to(lang)).required().options(options))
        (form.textarea("reason", Text::Reason.to(lang)).required().rows(4).max_chars(LONGEST)
            .help(Text::ReasonHelp.to(lang)))
        (buttons(Button::submit(Text::Handle.to(lang)).primary()))
    });
    html! { div.act-box { (section(Text::HandleTitle.to(lang), body)) } }
}
