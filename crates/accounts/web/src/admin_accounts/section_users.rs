//! The users of a section, for its manager, who reports those who no longer need their account.

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::account::{AccountId, AccountState};
use yakusho_accounts::directory;
use yakusho_accounts::leaver::{self, SectionUser};
use yakusho_kernel::UnitId;
use yakusho_regulation::Role;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Disclosure, Empty, Icon, Tab, Tag, Tone, buttons, definitions, link, short_day,
    short_moment, tabs,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, SeeOther, Typed, Visit};

use super::SECTION_USERS;
use super::texts::{self, Text};
use crate::{people, terms};

/// `GET /section-users`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, None, &visit.typed()).await
}

/// `POST /section-users/:id/report`
#[handler]
pub(super) async fn submit(
    visit: Visit,
    Path(id): Path<AccountId>,
    fields: Fields,
) -> Answer<Response> {
    match done(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, Some(id), &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, id: AccountId, fields: &Fields) -> Result<SeeOther, Problem> {
    leaver::report(&visit.cx, id, &fields.text("reason"))
        .await?
        .into_inner();
    Ok(visit
        .see_other(SECTION_USERS)
        .saying(Text::Reported.to(visit.lang)))
}

/// The sections that the visitor manages.
fn managed(visit: &Visit) -> Vec<UnitId> {
    let standing = visit.cx.actor().standing();
    let held = standing.into_iter().flat_map(|standing| &standing.roles);
    let mut units: Vec<UnitId> = held
        .filter(|held| held.role == Role::InformationManager)
        .filter_map(|held| held.unit)
        .collect();
    units.dedup();
    units
}

async fn page(visit: &Visit, tried: Option<AccountId>, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let units = managed(visit);
    let asked = visit.query("unit").and_then(|unit| unit.parse().ok());
    let unit = asked.or_else(|| units.first().copied());
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &units).await?;
    let found = match unit {
        Some(unit) => {
            Some(leaver::users(&visit.cx, unit, visit.after().as_ref(), PAGE_SIZE).await?)
        }
        None => None,
    };
    let (users, next) = found
        .map(|page| (page.items, page.next))
        .unwrap_or_default();
    let views = units.iter().map(|one| {
        let name = names.get(one).cloned().unwrap_or_default();
        Tab::new(format!("{SECTION_USERS}?unit={one}"), name).current(Some(*one) == unit)
    });
    let nothing = Typed::nothing();
    let shell = visit.shell().await?;
    Ok(typed.page(Page::new(&shell, Text::SectionUsers.to(lang)).render(html! {
        p { (Text::SectionUsersIntro.to(lang)) }
        @if units.len() > 1 { (tabs(Text::SectionUsers.to(lang), views)) }
        @if users.is_empty() { (Empty::new(Icon::People, Text::NobodyHere.to(lang))) }
        @for user in &users {
            @let tried = tried.is_some() && tried == user.account.as_ref().map(|account| account.id);
            (one(visit, user, if tried { typed } else { &nothing }, tried))
        }
        (visit.pager(next.as_ref()))
    })))
}

fn one(visit: &Visit, user: &SectionUser, typed: &Typed<'_>, tried: bool) -> Markup {
    let lang = visit.lang;
    let card = &user.card;
    let mut facts = vec![(
        Text::Section.to(lang),
        html! { (card.unit_name) " " (card.post_title) " " span.meta { (terms::class(lang, card.class)) } },
    )];
    match &user.account {
        Some(account) => {
            facts.push((
                Text::Id.to(lang),
                html! {
                    (account.login) " " (texts::state(lang, account.state))
                },
            ));
            facts.extend(
                account
                    .ends_on
                    .map(|last| (Text::EndsOn.to(lang), short_day(lang, last))),
            );
            facts.push((
                Text::LastSignIn.to(lang),
                html! {
                    @match account.last_sign_in_at {
                        Some(at) => (short_moment(lang, at.local())),
                        None => (Text::Never.to(lang)),
                    }
                },
            ));
        }
        None => facts.push((
            Text::Id.to(lang),
            html! { (Tag::new(Tone::Neutral, Text::NoAccountYet.to(lang))) },
        )),
    }
    let me = visit.cx.actor().person();
    let open = user
        .account
        .as_ref()
        .filter(|account| account.state != AccountState::Closed && me != Some(account.person));
    html! {
        section.section {
            h2 { (link(people::person_page(card.id), &card.name)) " " span.meta { (card.kana) } }
            (definitions(facts))
            @if let Some(account) = open {
                @let form = typed.form(visit, format!("{SECTION_USERS}/{}/report", account.id))
                    .prefix(account.id.to_string());
                @let body = form.render(html! {
                    (form.textarea("reason", Text::ReportReason.to(lang)).required().rows(2))
                    (buttons(Button::submit(Text::Report.to(lang)).danger().about(&*card.name)))
                });
                (Disclosure::new(Text::Report.to(lang), body).open(tried))
            }
        }
    }
}
