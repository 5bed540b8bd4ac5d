//! Standing in: who acts for me, for whom I act, and acting so.

mod form;
mod table;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::delegation::{self, Behalf, Concerning, DelegationId};
use yakusho_accounts::ledger::RowId;
use yakusho_accounts::session;
use yakusho_kernel::{Invalid, OnBehalf, PersonId, PostId, ProxyKind, Reason};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Alert, Button, Icon, buttons, section};
use yakusho_webkit::{Access, Answer, Fields, PAGE_SIZE, Routes, SeeOther, Visit};

use super::{DELEGATIONS, Text, views};
use crate::{authenticator, terms};
pub(crate) use table::Delegations;

const NEW: &str = "/account/delegations/new";
const ACT: &str = "/account/delegations/act";

pub(super) fn routes() -> Routes {
    Routes::new()
        .get(DELEGATIONS, Access::User, list)
        .get(NEW, Access::User, form::ask)
        .post(NEW, Access::User, form::set_up)
        .post("/account/delegations/:id/revoke", Access::User, revoke)
        .post(ACT, Access::User, act)
}

/// The form that sets up a delegation for a post, vacant or held.
pub(crate) fn new_for_post(post: PostId) -> String {
    format!("{NEW}?post={post}")
}

/// `GET /account/delegations`
#[handler]
async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let (lang, me) = (visit.lang, visit.me()?.standing.person);
    let (reader, today) = (visit.cx.reader(), visit.cx.today());
    let page = delegation::list(
        &reader,
        today,
        Concerning::Person(me),
        visit.after().as_ref(),
        PAGE_SIZE,
    )
    .await?;
    let behalves = delegation::behalves(&reader, me, today).await?;
    let mine = Delegations::named(&visit, page.items, &behalves).await?;
    let shell = visit.shell().await?;
    let add = Button::link(NEW, Text::NewDelegation.to(lang)).icon(Icon::Plus);
    Ok(Html(Page::new(&shell, Text::Account.to(lang)).render(
        html! {
            (views(lang, DELEGATIONS))
            (section(Text::ActFor.to(lang), acting(&visit, &behalves, &mine)))
            (section(Text::DelegationsOfMine.to(lang), html! {
                p { (Text::DelegationsWords.to(lang)) }
                (buttons(add))
                (mine.table(&visit, Text::DelegationsOfMine.to(lang).into_owned(), true))
                (visit.pager(page.next.as_ref()))
            }))
        },
    )))
}

/// Whom one acts for now, and whom one could act for.
fn acting(visit: &Visit, behalves: &[Behalf], mine: &Delegations) -> Markup {
    let lang = visit.lang;
    let now = visit.signed_in().and_then(|me| me.standing.on_behalf);
    html! {
        p { (Text::ActForWords.to(lang)) " " (Text::ActForCalendar.to(lang)) }
        @if let Some(other) = &now {
            (Alert::info(lang, Text::ActingNow { whom: mine.name(other.person) }.to(lang)).body(html! {
                (Button::post(ACT, visit.csrf(), Text::StopActing.to(lang)))
            }))
        } @else if behalves.is_empty() {
            p { (Text::NobodyToActFor.to(lang)) }
        } @else {
            ul.status-list {
                @for behalf in behalves {
                    @let name = match (behalf.person, behalf.post) {
                        (None, Some(post)) => mine.post(post),
                        (person, _) => person.map(|person| mine.name(person)).unwrap_or_default(),
                    };
                    li {
                        span.who { (name) }
                        span { (terms::proxy(lang, behalf.kind)) }
                        @match behalf.person {
                            Some(person) => (Button::post(ACT, visit.csrf(), Text::Act.to(lang))
                                .field("person", person.to_string())
                                .field("kind", behalf.kind.code()).small().about(name)),
                            None => span.when { (Text::VacantPost.to(lang)) },
                        }
                    }
                }
            }
        }
    }
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
    let kind = read.with("kind", ProxyKind::from_code);
    read.finish()?;
    let session = authenticator::session(&visit)?;
    session::act_for(&visit.cx, session, whom(person, kind)?)
        .await?
        .into_inner();
    Ok(visit.see_other(DELEGATIONS))
}

/// On whose behalf one is to act: by which kind of proxy has to be said, since it is on record with every act.
pub(crate) fn whom(
    person: Option<PersonId>,
    kind: Option<ProxyKind>,
) -> Result<Option<OnBehalf>, Invalid> {
    match (person, kind) {
        (Some(person), Some(kind)) => Ok(Some(OnBehalf { person, kind })),
        (Some(_), None) => Err(Invalid::field("kind", Reason::Required)),
        (None, Some(_)) => Err(Invalid::field("person", Reason::Required)),
        (None, None) => Ok(None),
    }
}
