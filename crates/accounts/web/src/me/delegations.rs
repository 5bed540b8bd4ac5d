//! Standing in: who acts for me, for whom I act, and acting so.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::web::{Html, Path};
use poem::{Response, handler};
use yakusho_accounts::delegation::{
    self, Behalf, DelegationId, DelegationRow, Duty, NewDelegation, Principal,
};
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::ledger::RowId;
use yakusho_accounts::session;
use yakusho_kernel::{PersonId, PostId, ProxyKind};
use yakusho_regulation::{Role, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Choice, Column, Empty, Icon, Pager, Table, buttons, section, short_day,
};
use yakusho_webkit::{
    Access, Answer, Fields, Lang, PAGE_SIZE, Problem, Reader, Routes, SeeOther, Typed, Visit,
};

use super::{ACCOUNT, DELEGATIONS, Text, views};
use crate::choose::{self, Offered};
use crate::{authenticator, terms};

const NEW: &str = "/account/delegations/new";
/// What stands for somebody else as the one for whom it is, and the field of the words that find them.
const OTHER: &str = "other";
const FIND_OTHER: &str = "find-other";
const ACT: &str = "/account/delegations/act";

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(DELEGATIONS, Access::User, list)
        .get(NEW, Access::User, ask)
        .post(NEW, Access::User, set_up)
        .post("/account/delegations/:id/revoke", Access::User, revoke)
        .post(ACT, Access::User, act)
}

/// The delegations for me and to me, with the names in them.
struct Mine {
    rows: Vec<DelegationRow>,
    behalves: Vec<Behalf>,
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
}

/// `GET /account/delegations`
#[handler]
async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let (lang, me) = (visit.lang, visit.me()?.standing.person);
    let (reader, today) = (visit.cx.reader(), visit.cx.today());
    let page =
        delegation::list(&reader, today, Some(me), visit.after().as_ref(), PAGE_SIZE).await?;
    let older = page
        .next
        .as_ref()
        .map(|next| visit.here_with("after", next.as_str()));
    let behalves = delegation::behalves(&reader, me, today).await?;
    let people: Vec<PersonId> = people_in(&page.items)
        .chain(behalves.iter().map(|behalf| behalf.person))
        .collect();
    let posts: Vec<PostId> = page.items.iter().filter_map(post_of).collect();
    let mine = Mine {
        people: directory::people(&reader, today, &people).await?,
        posts: directory::post_cards(&reader, today, &posts).await?,
        rows: page.items,
        behalves,
    };
    let shell = visit.shell().await?;
    let add = Button::link(NEW, Text::NewDelegation.to(lang)).icon(Icon::Plus);
    Ok(Html(Page::new(&shell, Text::Account.to(lang)).render(
        html! {
            (views(lang, DELEGATIONS))
            (section(Text::ActFor.to(lang), acting(&visit, &mine)))
            (section(Text::DelegationsOfMine.to(lang), html! {
                p { (Text::DelegationsWords.to(lang)) }
                (buttons(add))
                (table(&visit, &mine))
                (Pager::new(lang, None, older))
            }))
        },
    )))
}

fn people_in(rows: &[DelegationRow]) -> impl Iterator<Item = PersonId> {
    rows.iter().flat_map(|row| {
        let principal = match row.delegation.principal {
            Principal::Person(person) => Some(person),
            Principal::Post(_) => None,
        };
        principal.into_iter().chain([row.delegation.delegate])
    })
}

fn post_of(row: &DelegationRow) -> Option<PostId> {
    match row.delegation.principal {
        Principal::Post(post) => Some(post),
        Principal::Person(_) => None,
    }
}

/// Whom one acts for now, and whom one could act for.
fn acting(visit: &Visit, mine: &Mine) -> Markup {
    let lang = visit.lang;
    let now = visit
        .signed_in()
        .and_then(|me| me.standing.on_behalf.clone());
    html! {
        p { (Text::ActForWords.to(lang)) }
        @if let Some(other) = &now {
            (Alert::info(lang, Text::ActingNow { whom: mine.name(other.person) }.to(lang)).body(html! {
                (Button::post(ACT, visit.csrf(), Text::StopActing.to(lang)))
            }))
        } @else if mine.behalves.is_empty() {
            p { (Text::NobodyToActFor.to(lang)) }
        } @else {
            ul.status-list {
                @for behalf in &mine.behalves {
                    @let name = mine.name(behalf.person);
                    li {
                        span.who { (name) }
                        span { (terms::proxy(lang, behalf.kind)) }
                        (Button::post(ACT, visit.csrf(), Text::Act.to(lang))
                            .field("person", behalf.person.to_string()).small().about(name))
                    }
                }
            }
        }
    }
}

impl Mine {
    fn name(&self, person: PersonId) -> String {
        let card = self.people.get(&person);
        card.map(|card| card.name.clone()).unwrap_or_default()
    }

    /// The person, or the post with its unit.
    fn principal(&self, principal: Principal) -> String {
        match principal {
            Principal::Person(person) => self.name(person),
            Principal::Post(post) => {
                let card = self.posts.get(&post);
                card.map(|card| format!("{} {}", card.unit_name, card.title))
                    .unwrap_or_default()
            }
        }
    }
}

fn table(visit: &Visit, mine: &Mine) -> Table<5> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Principal.to(lang)),
        Column::new(Text::Delegate.to(lang)),
        Column::new(Text::ProxyKind.to(lang)),
        Column::new(Text::Days.to(lang)),
        Column::actions(Text::EndDelegation.to(lang)),
    ];
    Table::new(Text::DelegationsOfMine.to(lang), columns)
        .rows(mine.rows.iter().map(|row| line(visit, mine, row)))
        .empty(Empty::new(Icon::People, Text::NoDelegations.to(lang)))
}

fn line(visit: &Visit, mine: &Mine, row: &DelegationRow) -> [Cell; 5] {
    let lang = visit.lang;
    let what = &row.delegation;
    let delegate = mine.name(what.delegate);
    let days = html! {
        span {
            (short_day(lang, row.days.first())) " – "
            @if let Some(last) = row.days.last() { (short_day(lang, last)) }
        }
    };
    let end = Button::post(
        format!("{DELEGATIONS}/{}/revoke", row.id),
        visit.csrf(),
        Text::EndDelegation.to(lang),
    );
    [
        mine.principal(what.principal).into(),
        delegate.clone().into(),
        terms::proxy(lang, what.kind).into_owned().into(),
        days.into(),
        html! { (end.field("row", row.row.to_string()).small().about(delegate)) }.into(),
    ]
}

/// `POST /account/delegations/:id/revoke`
#[handler]
async fn revoke(visit: Visit, Path(id): Path<DelegationId>, fields: Fields) -> Answer<SeeOther> {
    let seen: RowId = fields.reader().given("row")?;
    delegation::revoke(&visit.cx, id, seen).await?.into_inner();
    Ok(visit
        .see_other(DELEGATIONS)
        .saying(Text::DelegationEnded.to(visit.lang)))
}

/// `POST /account/delegations/act`: acts on somebody's behalf from now on, or for oneself again.
#[handler]
async fn act(visit: Visit, fields: Fields) -> Answer<SeeOther> {
    let mut read = fields.reader();
    let person: Option<PersonId> = read.one("person");
    read.finish()?;
    let session = authenticator::session(&visit)?;
    session::act_for(&visit.cx, session, person)
        .await?
        .into_inner();
    Ok(visit.see_other(DELEGATIONS))
}

/// `GET /account/delegations/new`
#[handler]
async fn ask(visit: Visit) -> Answer<Response> {
    form(&visit, &Typed::nothing()).await
}

/// `POST /account/delegations/new`: looks for people, or sets the delegation up.
#[handler]
async fn set_up(visit: Visit, fields: Fields) -> Answer<Response> {
    if choose::is_looking(&fields) {
        return form(&visit, &Typed::so_far(&fields)).await;
    }
    match done(&visit, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => form(&visit, &problem.again(&fields)?).await,
    }
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let me = visit.me()?.standing.person;
    let mut read = fields.reader();
    let principal = match fields.first("principal") {
        Some(OTHER) => read.needed("other", Reader::one).map(Principal::Person),
        _ => Some(
            read.one("principal")
                .map_or(Principal::Person(me), Principal::Post),
        ),
    };
    let delegate = read.needed("delegate", Reader::one);
    let kind = read.needed("kind", |read, name| read.with(name, ProxyKind::from_code));
    let first = read.needed("first", Reader::day);
    let last = read.day("last");
    let needed = delegate.zip(kind).zip(first).zip(principal);
    let (((delegate, kind), first), principal) = read.finish_with(needed)?;
    let new = NewDelegation {
        kind,
        principal,
        delegate,
        duties: fields.all("duties").filter_map(Duty::from_code).collect(),
        first,
        last,
    };
    delegation::set_up(&visit.cx, new).await?.into_inner();
    Ok(visit
        .see_other(DELEGATIONS)
        .saying(Text::DelegationSetUp.to(visit.lang)))
}

/// The form, with whom the words in it find.
async fn form(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let (reader, today) = (visit.cx.reader(), visit.cx.today());
    let standing = &visit.me()?.standing;
    let posts: Vec<PostId> = standing.seats.iter().map(|seat| seat.post).collect();
    let posts = directory::post_cards(&reader, today, &posts).await?;
    let offered = match typed.fields() {
        Some(fields) => Offered::find(visit, fields, "delegate").await?,
        None => Offered::default(),
    };
    // For others, and for those who left, it is set up by whoever heads a unit above, or administers.
    let heads = standing.seats.iter().any(|seat| seat.head);
    let for_others = heads || standing.holds(Role::SystemAdministrator);
    let others = match typed.fields() {
        Some(fields) => Offered::find_ever(visit, fields, FIND_OTHER, "other").await?,
        None => Offered::nobody(FIND_OTHER),
    };
    let shares = standing.holds(Role::ComputingGeneralManager)
        && visit
            .cx
            .city()
            .in_force(Rule::ComputingDutiesShared, today)
            .is_some();
    let kinds = ProxyKind::ALL
        .into_iter()
        .filter(|kind| shares || *kind != ProxyKind::SharedDuties);
    let kinds = kinds
        .map(|kind| Choice::new(kind.code(), terms::proxy(lang, kind)).detail(meaning(lang, kind)));
    let principals = [Choice::new("", Text::Myself.to(lang))]
        .into_iter()
        .chain(posts.values().map(|card| {
            Choice::new(
                card.id.to_string(),
                Text::ThePost {
                    post: card.title.clone(),
                }
                .to(lang),
            )
            .detail(&*card.unit_name)
        }))
        .chain(for_others.then(|| {
            Choice::new(OTHER, Text::Another.to(lang)).detail(Text::AnotherHelp.to(lang))
        }));
    let duties = Duty::ALL.map(|duty| Choice::new(duty.code(), terms::duty(lang, duty)));
    let shell = visit.shell().await?;
    let form = typed.form(visit, NEW);
    let page = Page::new(&shell, Text::NewDelegation.to(lang))
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(DELEGATIONS, Text::Delegations.to(lang));
    Ok(typed.page(page.render(form.render(html! {
        (form.radios("kind", Text::ProxyKind.to(lang)).required().options(kinds))
        (form.radios("principal", Text::Principal.to(lang)).options(principals).value("")
            .help(Text::PrincipalHelp.to(lang)))
        @if for_others {
            (choose::perhaps_person(&form, lang, "other", Text::AnotherPerson.to(lang), &others))
        }
        (choose::person(&form, lang, "delegate", Text::Delegate.to(lang), &offered))
        @if shares {
            (form.checkboxes("duties", Text::Duties.to(lang)).options(duties).help(Text::DutiesHelp.to(lang)))
        }
        (form.date("first", Text::FirstDay.to(lang)).required().min(today.to_string()).value(today.to_string()))
        (form.date("last", Text::LastDay.to(lang)).min(today.to_string()).help(Text::LastDayHelp.to(lang)))
        (buttons(html! {
            (Button::submit(Text::SetUpDelegation.to(lang)).primary())
            (Button::link(DELEGATIONS, Common::Cancel.to(lang)).tertiary())
        }))
    }))))
}

/// What a kind of proxy is for.
fn meaning(lang: Lang, kind: ProxyKind) -> std::borrow::Cow<'static, str> {
    match kind {
        ProxyKind::ActingForPost => Text::ActingForPostMeans,
        ProxyKind::DecidingInPlace => Text::DecidingInPlaceMeans,
        ProxyKind::Secretary => Text::SecretaryMeans,
        ProxyKind::SharedDuties => Text::SharedDutiesMeans,
    }
    .to(lang)
}
