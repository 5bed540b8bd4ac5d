//! Users who may no longer need their account: asked about, and answered for.

use std::collections::HashMap;

use async_trait::async_trait;
use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::leaver::{self, Answer as Answered, Case, CaseId, CaseState};
use yakusho_kernel::{Fault, PersonId, UnitId};
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Empty, Icon, Tab, buttons, definitions, link, moment, short_day, tabs,
};
use yakusho_webkit::{Answer, Badge, Fields, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::LEAVERS;
use super::texts::{self, Text};
use crate::people;

/// How many questions wait for the visitor.
pub(super) struct Waiting;

#[async_trait]
impl Badge for Waiting {
    async fn count(&self, visit: &Visit) -> Result<u64, Problem> {
        Ok(leaver::waiting(&visit.cx).await?)
    }
}

/// `GET /leavers`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /leavers/:id`
#[handler]
pub(super) async fn submit(
    visit: Visit,
    Path(id): Path<CaseId>,
    fields: Fields,
) -> Answer<Response> {
    match done(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        // Somebody else has answered: the question is not on this page any more.
        Err(problem @ Problem::Fault(Fault::Conflict(_))) => Err(problem),
        Err(problem) => page(&visit, Some(id), &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, id: CaseId, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let answer = read.needed("answer", |read, name| read.with(name, Answered::from_code));
    let answer = read.finish_with(answer)?;
    leaver::answer(&visit.cx, id, answer, &fields.text("reason"))
        .await?
        .into_inner();
    let said = match answer {
        Answered::Keep => Text::KeptNow,
        Answered::Close => Text::ClosedByAnswer,
    };
    Ok(visit.see_other(LEAVERS).saying(said.to(visit.lang)))
}

/// The people and units that cases name.
struct Names {
    people: HashMap<PersonId, PersonCard>,
    units: HashMap<UnitId, String>,
}

async fn page(visit: &Visit, tried: Option<CaseId>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let state = visit
        .query("state")
        .and_then(CaseState::from_code)
        .unwrap_or(CaseState::Open);
    let found = leaver::cases(&visit.cx, Some(state), visit.after().as_ref(), PAGE_SIZE).await?;
    let names = Names::of(visit, &found.items).await?;
    let nothing = Typed::nothing();
    let shell = visit.shell().await?;
    let intro = if visit.cx.actor().holds(Role::SystemAdministrator) {
        Text::LeaversIntroAdmin
    } else {
        Text::LeaversIntro
    };
    Ok(
        typed.page(Page::new(&shell, Text::Leavers.to(lang)).render(html! {
            p { (intro.to(lang)) }
            (views(visit, state))
            @if found.items.is_empty() {
                (Empty::new(Icon::User, match state {
                    CaseState::Open => Text::NothingWaits.to(lang),
                    CaseState::Kept | CaseState::Closed => Text::NothingThere.to(lang),
                }))
            }
            @for case in &found.items {
                @let typed = if tried == Some(case.id) { typed } else { &nothing };
                (one(visit, case, &names, typed))
            }
            (visit.pager(found.next.as_ref()))
        })),
    )
}

impl Names {
    async fn of(visit: &Visit, cases: &[Case]) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let by = |case: &Case| case.answered.as_ref().map(|answered| answered.by);
        let people: Vec<PersonId> = cases
            .iter()
            .flat_map(|case| [Some(case.person), by(case)])
            .flatten()
            .collect();
        let units: Vec<UnitId> = cases.iter().filter_map(|case| case.unit).collect();
        Ok(Self {
            people: directory::people(&reader, today, &people).await?,
            units: directory::unit_names(&reader, today, &units).await?,
        })
    }

    fn person(&self, id: PersonId) -> &str {
        self.people
            .get(&id)
            .map(|card| card.name.as_str())
            .unwrap_or_default()
    }
}

fn views(visit: &Visit, current: CaseState) -> Markup {
    let lang = visit.lang;
    let view = |state: CaseState| {
        Tab::new(
            format!("{LEAVERS}?state={}", state.code()),
            texts::case(lang, state),
        )
        .current(state == current)
    };
    tabs(Text::Leavers.to(lang), CaseState::ALL.map(view))
}

fn one(visit: &Visit, case: &Case, names: &Names, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let name = names.person(case.person);
    let unit = case.unit.and_then(|unit| names.units.get(&unit));
    let asked = html! {
        (short_day(lang, case.asked_on))
        @if case.reminders > 0 { " " (Text::Reminded { n: case.reminders }.to(lang)) }
    };
    let found = html! {
        (texts::finding(lang, case.finding)) " "
        span.meta { (Text::Since.to(lang)) " " (short_day(lang, case.since)) }
    };
    let mut facts = vec![
        (Text::Id.to(lang), html! { (case.login) }),
        (
            Text::Section.to(lang),
            html! { @if let Some(unit) = unit { (unit) } },
        ),
        (Text::WhyAsked.to(lang), found),
        (Text::AskedOn.to(lang), asked),
    ];
    if let Some(answered) = &case.answered {
        facts.push((
            Text::Answered.to(lang),
            html! {
                (texts::case(lang, case.state)) " " (names.person(answered.by)) " "
                span.meta { (moment(lang, answered.at.local())) }
                div { (answered.reason) }
            },
        ));
    }
    html! {
        section.section {
            h2 { (link(people::person_page(case.person), name)) }
            (definitions(facts))
            @if case.state == CaseState::Open { (form(visit, case, name, typed)) }
        }
    }
}

fn form(visit: &Visit, case: &Case, name: &str, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed
        .form(visit, format!("{LEAVERS}/{}", case.id))
        .prefix(case.id.to_string());
    form.render(html! {
        (form.textarea("reason", Text::AnswerReason.to(lang)).required().rows(2)
            .help(Text::AnswerReasonHelp.to(lang)))
        (buttons(html! {
            (Button::submit(Text::Keep.to(lang)).field("answer", Answered::Keep.code()).about(name))
            (Button::submit(Text::NotNeeded.to(lang)).danger().field("answer", Answered::Close.code())
                .about(name))
        }))
    })
}
