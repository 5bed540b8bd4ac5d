//! The home page of administration: what waits.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::order::{self, OrderState};
use yakusho_accounts::{directory, leaver, role};
use yakusho_kernel::{JobRun, Jobs};
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Card, Icon, Tag, Tone, cards, link, moment, short_day};
use yakusho_webkit::{Answer, Problem, Visit};

use super::Text;
use crate::{
    admin_accounts, closed_days, orders, organisation_admin, registrations, roles, usage_rules,
};

/// How many of the last runs of jobs are looked at, and how many orders are named.
const RUNS: u64 = 30;
const FEW: usize = 5;

/// `GET /admin`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let administrator = visit.cx.actor().holds(Role::SystemAdministrator);
    let mut panels = Vec::new();
    if administrator {
        panels.extend(beginning(&visit).await?);
        panels.push(approvals(&visit).await?);
        panels.push(leavers(&visit).await?);
        panels.push(coming(&visit).await?);
    }
    panels.push(vacant_roles(&visit).await?);
    panels.push(jobs(&visit).await?);
    let shell = visit.shell().await?;
    Ok(Html(Page::new(&shell, super::title(lang)).render(html! {
        p { (Text::Intro.to(lang)) }
        (cards(html! { @for panel in &panels { (panel) } }))
    })))
}

/// The first steps of a town hall that has nobody yet but its administrator.
async fn beginning(visit: &Visit) -> Result<Option<Card>, Problem> {
    let lang = visit.lang;
    let people = directory::search(&visit.cx, "", None, None, 2).await?;
    if people.items.len() > 1 {
        return Ok(None);
    }
    let steps = [
        (organisation_admin::PAGE, Text::StepOrganisation),
        (orders::PAGE, Text::StepStaff),
        (admin_accounts::PAGE, Text::StepAccounts),
        (roles::PAGE, Text::StepRoles),
        (usage_rules::PAGE, Text::StepUsageRules),
        (closed_days::PAGE, Text::StepClosedDays),
    ];
    let body = html! {
        ol { @for (page, step) in &steps { li { (link(*page, step.to(lang))) } } }
        p { (Text::StepContents.to(lang)) }
    };
    let card = Card::new(Text::StepsTitle.to(lang), body).icon(Icon::Check);
    Ok(Some(card.wide()))
}

async fn approvals(visit: &Visit) -> Result<Card, Problem> {
    let lang = visit.lang;
    let count = registrations::waiting(visit).await?;
    let words = if count == 0 {
        Text::NoApprovals.to(lang)
    } else {
        Text::Approvals { n: count }.to(lang)
    };
    Ok(
        Card::new(Text::ApprovalsTitle.to(lang), html! { p { (words) } })
            .icon(Icon::Check)
            .count(count)
            .more(registrations::PAGE, Text::Open.to(lang)),
    )
}

async fn leavers(visit: &Visit) -> Result<Card, Problem> {
    let lang = visit.lang;
    let count = leaver::waiting(&visit.cx).await?;
    let words = if count == 0 {
        Text::NoLeavers.to(lang)
    } else {
        Text::Leavers { n: count }.to(lang)
    };
    Ok(
        Card::new(Text::LeaversTitle.to(lang), html! { p { (words) } })
            .icon(Icon::User)
            .count(count)
            .more(admin_accounts::LEAVERS, Text::Open.to(lang)),
    )
}

/// The orders that are scheduled, and those that failed.
async fn coming(visit: &Visit) -> Result<Card, Problem> {
    let lang = visit.lang;
    let failed = order::list(&visit.cx, Some(OrderState::Failed), None, FEW)
        .await?
        .items;
    let coming = order::list(&visit.cx, Some(OrderState::Scheduled), None, FEW)
        .await?
        .items;
    let broken = coming.iter().filter(|order| !order.faults.is_empty());
    let count = u64::try_from(failed.len() + broken.count()).unwrap_or_default();
    let body = html! {
        @if failed.is_empty() && coming.is_empty() { p { (Text::NoOrders.to(lang)) } }
        ul {
            @for order in failed.iter().chain(&coming) {
                li {
                    (link(orders::page_of(order.id), &order.title)) " "
                    (orders::states(lang, order)) " "
                    span.meta { (short_day(lang, order.takes_effect_on)) }
                }
            }
        }
    };
    Ok(Card::new(Text::OrdersTitle.to(lang), body)
        .icon(Icon::Organisation)
        .count(count)
        .more(orders::PAGE, Text::Open.to(lang)))
}

async fn vacant_roles(visit: &Visit) -> Result<Card, Problem> {
    let (lang, today) = (visit.lang, visit.cx.today());
    let overview = role::overview(&visit.cx, today).await?;
    let open: Vec<_> = overview.iter().filter(|role| role.is_left_open()).collect();
    let count = u64::try_from(open.len()).unwrap_or_default();
    let body = html! {
        @if open.is_empty() { p { (Text::AllRolesHeld.to(lang)) } }
        ul {
            @for role in &open {
                @if let Some(binding) = visit.cx.city().role(role.role, today) {
                    li { (binding.title(lang)) " " (Tag::new(Tone::Warning, Text::Nobody.to(lang))) }
                }
            }
        }
    };
    Ok(Card::new(Text::RolesTitle.to(lang), body)
        .icon(Icon::Shield)
        .count(count)
        .more(roles::PAGE, Text::Open.to(lang)))
}

/// The last run of each job.
async fn jobs(visit: &Visit) -> Result<Card, Problem> {
    let lang = visit.lang;
    let runs = Jobs(&visit.cx).last(RUNS).await?;
    let mut last: Vec<&JobRun> = Vec::new();
    for run in &runs {
        if !last.iter().any(|known| known.job == run.job) {
            last.push(run);
        }
    }
    let body = html! {
        @if last.is_empty() { p { (Text::NoRuns.to(lang)) } }
        ul {
            @for run in &last {
                li {
                    (job(visit, &run.job)) " "
                    @if run.ok {
                        (Tag::new(Tone::Success, Text::RunOk.to(lang)))
                    } @else {
                        (Tag::new(Tone::Error, Text::RunFailed.to(lang)))
                    }
                    div.meta { (moment(lang, run.ended_at.local())) }
                }
            }
        }
    };
    Ok(Card::new(Text::JobsTitle.to(lang), body).icon(Icon::Clock))
}

/// What a job is called.
fn job(visit: &Visit, name: &str) -> String {
    let said = visit.site().words().say(&format!("job.{name}"), visit.lang);
    said.map_or_else(|| name.to_owned(), std::borrow::Cow::into_owned)
}
