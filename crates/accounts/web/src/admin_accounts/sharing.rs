//! Permissions to share an account (shiroishi:24-1).

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::account::{self, NewSharing, Sharing, SharingId};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::{PersonId, Reason};
use yakusho_regulation::{Role, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, link, section, short_day,
    short_moment,
};
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Reader, SeeOther, Typed, Visit};

use super::SHARING;
use super::texts::Text;
use crate::people;

/// The most users of one account.
const MOST: usize = 20;

/// `GET /admin/accounts/sharing`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    page(&visit, &visit.typed()).await
}

/// `POST /admin/accounts/sharing`
#[handler]
pub(super) async fn submit(visit: Visit, fields: Fields) -> Answer<Response> {
    match done(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let mut read = fields.reader();
    let responsible: Option<String> = read.needed("person", Reader::one);
    let ends_on = read.needed("ends_on", Reader::day);
    let users = fields.text("people");
    let users: Vec<&str> = users.split_whitespace().collect();
    if users.len() > MOST {
        read.wrong("people", Reason::TooMany { max: MOST });
    }
    let numbers = users.iter().copied().chain(responsible.as_deref());
    let numbers: Vec<String> = numbers.take(MOST + 1).map(str::to_owned).collect();
    let cards = directory::numbered(&visit.cx.reader(), visit.cx.today(), &numbers).await?;
    let mut numbered = |field, number: &str| {
        let card = cards.get(number);
        if card.is_none() {
            read.wrong(field, Reason::Code("unknown_staff_number"));
        }
        card.map(|card| card.id)
    };
    let person = responsible.and_then(|number| numbered("person", &number));
    let people: Option<Vec<PersonId>> = users
        .iter()
        .take(MOST)
        .map(|number| numbered("people", number))
        .collect();
    let ((person, people), ends_on) = read.finish_with(person.zip(people).zip(ends_on))?;
    let new = NewSharing {
        person,
        people,
        reason: fields.text("reason"),
        ends_on,
    };
    account::permit_sharing(&visit.cx, new).await?.into_inner();
    Ok(visit
        .see_other(SHARING)
        .saying(Text::Permitted.to(visit.lang)))
}

/// `POST /admin/accounts/sharing/:id/withdraw`
#[handler]
pub(super) async fn withdraw(visit: Visit, Path(id): Path<SharingId>) -> Answer<SeeOther> {
    account::withdraw_sharing(&visit.cx, id).await?.into_inner();
    Ok(visit
        .see_other(SHARING)
        .saying(Text::SharingWithdrawn.to(visit.lang)))
}

async fn page(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let (lang, today) = (visit.lang, visit.cx.today());
    let found = account::sharings(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let ids: Vec<PersonId> = found
        .items
        .iter()
        .flat_map(|one| {
            one.people
                .iter()
                .copied()
                .chain([one.person, one.permitted_by])
        })
        .collect();
    let people = directory::people(&visit.cx.reader(), today, &ids).await?;
    let asked = visit
        .cx
        .city()
        .in_force(Rule::NoSharedAccounts, today)
        .is_some();
    let may = visit.cx.actor().holds(Role::InformationSystemManager);
    let shell = visit.shell().await?;
    Ok(
        typed.page(Page::new(&shell, Text::Sharing.to(lang)).render(html! {
            p { (Text::SharingIntro.to(lang)) }
            @if !asked { (Alert::info(lang, Text::NotAsked.to(lang))) }
            (table(visit, &found.items, &people, may))
            (visit.pager(found.next.as_ref()))
            @if may { (section(Text::Permit.to(lang), form(visit, typed))) }
        })),
    )
}

fn table(
    visit: &Visit,
    permissions: &[Sharing],
    people: &HashMap<PersonId, PersonCard>,
    may: bool,
) -> Table<6> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Responsible.to(lang)),
        Column::new(Text::UsedBy.to(lang)),
        Column::new(Text::ReasonColumn.to(lang)),
        Column::new(Text::EndsOn.to(lang)),
        Column::new(Text::PermittedBy.to(lang)),
        Column::actions(Text::WithdrawSharing.to(lang)),
    ];
    Table::new(Text::Sharing.to(lang), columns)
        .rows(permissions.iter().map(|one| row(visit, one, people, may)))
        .empty(Empty::new(Icon::People, Text::NoSharing.to(lang)))
}

fn row(
    visit: &Visit,
    one: &Sharing,
    people: &HashMap<PersonId, PersonCard>,
    may: bool,
) -> [Cell; 6] {
    let lang = visit.lang;
    let holds = one.holds_on(visit.cx.today());
    let person = |id: PersonId| {
        let name = people.get(&id).map(|card| card.name.as_str());
        link(people::person_page(id), name.unwrap_or_default())
    };
    let to = format!("{SHARING}/{}/withdraw", one.id);
    let button = Button::post(to, visit.csrf(), Text::WithdrawSharing.to(lang))
        .small()
        .danger();
    [
        person(one.person).into(),
        html! { @for id in &one.people { div { (person(*id)) } } }.into(),
        (&*one.reason).into(),
        html! {
            (short_day(lang, one.ends_on)) " "
            @if holds {
                (Tag::new(Tone::Success, Text::InForce.to(lang)))
            } @else {
                (Tag::new(Tone::Neutral, Text::Over.to(lang)))
            }
        }
        .into(),
        html! { (person(one.permitted_by)) div.meta { (short_moment(lang, one.permitted_at.local())) } }
            .into(),
        html! { @if may && holds { (button) } }.into(),
    ]
}

fn form(visit: &Visit, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, SHARING);
    form.render(html! {
        p { (Text::PermitHelp.to(lang)) }
        (form.text("person", Text::ResponsibleNumber.to(lang)).required().short())
        (form.textarea("people", Text::UserNumbers.to(lang)).required().rows(4))
        (form.textarea("reason", Text::Reason.to(lang)).required().rows(2))
        (form.date("ends_on", Text::EndsOn.to(lang)).required().min(visit.cx.today().to_string()))
        (buttons(Button::submit(Text::Permit.to(lang)).primary()))
    })
}
