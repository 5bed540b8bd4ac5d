//! The form that sets up a delegation: for oneself, for a post of one's own, or for a post or somebody that one answers
//! for.

use std::borrow::Cow;

use maud::{Markup, html};
use poem::{Response, handler};
use yakusho_accounts::delegation::{self, Duty, NewDelegation, Principal};
use yakusho_accounts::directory::{self, PostCard};
use yakusho_kernel::{Fault, PostId, ProxyKind};
use yakusho_regulation::{Role, Rule};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Form, buttons, definitions};
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, SeeOther, Typed, Visit};

use super::{NEW, new_for_post};
use crate::choose::{self, Offered};
use crate::me::{ACCOUNT, DELEGATIONS, Text};
use crate::{people, terms};

/// What stands for somebody else as the one for whom it is, and the field of the words that find them.
const OTHER: &str = "other";
const FIND_OTHER: &str = "find-other";

/// `GET /account/delegations/new`
#[handler]
pub(super) async fn ask(visit: Visit) -> Answer<Response> {
    form(&visit, &visit.typed()).await
}

/// `POST /account/delegations/new`: looks for people, or sets the delegation up.
#[handler]
pub(super) async fn set_up(visit: Visit, fields: Fields) -> Answer<Response> {
    let visit = &visit;
    let form = |typed| async move { form(visit, &typed).await };
    choose::submitted(&fields, Box::pin(done(visit, &fields)), form).await
}

async fn done(visit: &Visit, fields: &Fields) -> Result<SeeOther, Problem> {
    let me = visit.me()?.standing.person;
    let mut read = fields.reader();
    let principal = match fields.first("principal") {
        Some(OTHER) => read.needed(OTHER, Reader::one).map(Principal::Person),
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
    let back = asked_post(visit).map_or_else(|| DELEGATIONS.to_owned(), people::post_page);
    Ok(visit
        .see_other(back)
        .saying(Text::DelegationSetUp.to(visit.lang)))
}

/// The post in the query as `post`, for which alone it is to be set up.
fn asked_post(visit: &Visit) -> Option<PostId> {
    visit.query("post").and_then(|id| id.parse().ok())
}

/// The form, with whom the words in it find.
async fn form(visit: &Visit, typed: &Typed<'_>) -> Answer<Response> {
    let (lang, today) = (visit.lang, visit.cx.today());
    let asked = Asked::of(visit, typed).await?;
    let offered = match typed.fields() {
        Some(fields) => Offered::find(visit, fields, "delegate").await?,
        None => Offered::default(),
    };
    let shares = shares_duties(visit)?;
    let kinds = ProxyKind::ALL
        .into_iter()
        .filter(|kind| asked.takes(*kind) && (shares || *kind != ProxyKind::SharedDuties));
    let kinds = kinds
        .map(|kind| Choice::new(kind.code(), terms::proxy(lang, kind)).detail(meaning(lang, kind)));
    let duties = Duty::ALL.map(|duty| Choice::new(duty.code(), terms::duty(lang, duty)));
    let shell = visit.shell().await?;
    let form = typed.form(visit, asked.address());
    let page = Page::new(&shell, Text::NewDelegation.to(lang))
        .crumb(ACCOUNT, Text::Account.to(lang))
        .crumb(DELEGATIONS, Text::Delegations.to(lang));
    Ok(typed.page(page.render(form.render(html! {
        (asked.fields(visit, &form))
        (form.radios("kind", Text::ProxyKind.to(lang)).required().options(kinds))
        (choose::person(&form, lang, "delegate", Text::Delegate.to(lang), &offered))
        @if shares {
            (form.checkboxes("duties", Text::Duties.to(lang)).options(duties).help(Text::DutiesHelp.to(lang)))
        }
        (form.date("first", Text::FirstDay.to(lang)).required().min(today.to_string()).value(today.to_string()))
        (form.date("last", Text::LastDay.to(lang)).min(today.to_string()).help(Text::LastDayHelp.to(lang)))
        (buttons(html! {
            (Button::submit(Text::SetUpDelegation.to(lang)).primary())
            (Button::link(asked.back(), Common::Cancel.to(lang)).tertiary())
        }))
    }))))
}

/// For whom a form can set it up.
enum Asked {
    /// For that post.
    Post(PostCard),
    /// For oneself, a post of one's own, and perhaps for somebody else.
    Any {
        own: Vec<PostCard>,
        others: Option<Offered>,
    },
}

impl Asked {
    async fn of(visit: &Visit, typed: &Typed<'_>) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        if let Some(post) = asked_post(visit) {
            let mut cards = directory::post_cards(&reader, today, &[post]).await?;
            return Ok(Self::Post(cards.remove(&post).ok_or(Fault::NotFound)?));
        }
        let standing = &visit.me()?.standing;
        let posts: Vec<PostId> = standing.seats.iter().map(|seat| seat.post).collect();
        let mut cards = directory::post_cards(&reader, today, &posts).await?;
        // For others, and for those who left, it is set up by whoever heads a unit above, or administers.
        let heads = standing.seats.iter().any(|seat| seat.head);
        let others = match typed.fields() {
            _ if !heads && !standing.holds(Role::SystemAdministrator) => None,
            Some(fields) => Some(Offered::find_ever(visit, fields, FIND_OTHER, OTHER).await?),
            None => Some(Offered::nobody(FIND_OTHER)),
        };
        Ok(Self::Any {
            own: posts.iter().filter_map(|post| cards.remove(post)).collect(),
            others,
        })
    }

    /// Whether it can be of that kind.
    fn takes(&self, kind: ProxyKind) -> bool {
        match self {
            Self::Post(_) => kind != ProxyKind::Secretary,
            Self::Any { .. } => true,
        }
    }

    /// Where the form is sent.
    fn address(&self) -> String {
        match self {
            Self::Post(card) => new_for_post(card.id),
            Self::Any { .. } => NEW.to_owned(),
        }
    }

    /// Where it leads back to.
    fn back(&self) -> String {
        match self {
            Self::Post(card) => people::post_page(card.id),
            Self::Any { .. } => DELEGATIONS.to_owned(),
        }
    }

    fn fields(&self, visit: &Visit, form: &Form) -> Markup {
        let lang = visit.lang;
        let (own, others) = match self {
            Self::Post(card) => {
                let whom = format!("{} {}", card.unit_name, card.title);
                return html! {
                    (definitions([(Text::Principal.to(lang), html! { (whom) })]))
                    (form.hidden("principal", &card.id.to_string()))
                };
            }
            Self::Any { own, others } => (own, others.as_ref()),
        };
        let own = own.iter().map(|card| {
            let post = card.title.clone();
            Choice::new(card.id.to_string(), Text::ThePost { post }.to(lang))
                .detail(&*card.unit_name)
        });
        let another = others
            .is_some()
            .then(|| Choice::new(OTHER, Text::Another.to(lang)).detail(Text::AnotherHelp.to(lang)));
        let principals = [Choice::new("", Text::Myself.to(lang))];
        let principals = principals.into_iter().chain(own).chain(another);
        html! {
            (form.radios("principal", Text::Principal.to(lang)).options(principals).value("")
                .help(Text::PrincipalHelp.to(lang)))
            @if let Some(others) = others {
                (choose::perhaps_person(form, lang, OTHER, Text::AnotherPerson.to(lang), others))
            }
        }
    }
}

/// Whether the visitor can share out duties of computing.
fn shares_duties(visit: &Visit) -> Result<bool, Problem> {
    let in_force = visit
        .cx
        .city()
        .in_force(Rule::ComputingDutiesShared, visit.cx.today());
    let manages = visit.me()?.standing.holds(Role::ComputingGeneralManager);
    Ok(manages && in_force.is_some())
}

/// What a kind of proxy is for.
fn meaning(lang: Lang, kind: ProxyKind) -> Cow<'static, str> {
    match kind {
        ProxyKind::ActingForPost => Text::ActingForPostMeans,
        ProxyKind::DecidingInPlace => Text::DecidingInPlaceMeans,
        ProxyKind::Secretary => Text::SecretaryMeans,
        ProxyKind::SharedDuties => Text::SharedDutiesMeans,
    }
    .to(lang)
}
