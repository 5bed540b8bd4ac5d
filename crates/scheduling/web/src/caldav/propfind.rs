//! What is there, and what it is like.

use poem::http::StatusCode;
use poem::{Request, Response, handler};
use yakusho_dav::xml::{DAV, Multistatus, Name, child, children, parse};
use yakusho_dav::{Asked, refused, text};
use yakusho_kernel::Fault;
use yakusho_scheduling::calendar::{self, Select};
use yakusho_webkit::{Answer, Problem, Visit};

use super::answer::multistatus;
use super::principal::Principal;
use super::props::{Resource, told};
use super::target::Target;

/// The most objects that are listed: more are found by what changed.
const MOST: usize = 10_000;

/// `PROPFIND`: a resource, and with depth 1 what is in it.
#[handler]
pub(super) async fn propfind(visit: Visit, request: &Request, body: Vec<u8>) -> Answer {
    let target = Target::of(&visit)?;
    let asked = Asked::of(&text(body)?)?;
    let below = match request.header("depth") {
        Some("0") => false,
        // All there is below is what is in it, but for the calendars of a home.
        Some("1") => true,
        _ => {
            let condition = "<D:propfind-finite-depth/>";
            let words = "the depth is 0 or 1";
            return Ok(refused(StatusCode::FORBIDDEN, condition, words));
        }
    };
    let mut about = Multistatus::new();
    let mut tell = |target: &Target, resource: Resource<'_>| {
        about.properties(&target.href(), &told(&visit, target, resource, &asked));
    };
    let me = visit.me()?;
    let (person, name) = (me.standing.person, me.display_name.as_str());
    let home = Target::Home(person);
    match &target {
        Target::Root => {
            tell(&target, Resource::Root);
            if below {
                tell(&home, Resource::Home(name));
                tell(&Target::Principals, Resource::Principals);
            }
        }
        Target::Principals => {
            tell(&target, Resource::Principals);
            if below {
                for one in &Principal::facilities(&visit).await? {
                    tell(&Target::Principal(one.id), Resource::Principal(one));
                }
            }
        }
        Target::Principal(id) => {
            let principal = Principal::find(&visit, *id).await?;
            tell(&target, Resource::Principal(&principal));
        }
        Target::Home(_) => {
            tell(&home, Resource::Home(name));
            if below {
                for collection in calendar::collections(&visit.cx).await? {
                    let target = Target::Calendar(person, collection.holder());
                    tell(&target, Resource::Calendar(&collection));
                }
                tell(&Target::Inbox(person), Resource::Inbox);
                tell(&Target::Outbox(person), Resource::Outbox);
            }
        }
        Target::Inbox(_) => tell(&target, Resource::Inbox),
        Target::Outbox(_) => tell(&target, Resource::Outbox),
        Target::Calendar(_, holder) => {
            let collection = calendar::collection(&visit.cx, *holder).await?;
            tell(&target, Resource::Calendar(&collection));
            if below {
                let stored = calendar::objects(&visit.cx, *holder, Select::All).await?;
                for one in stored.iter().take(MOST) {
                    let target = Target::Object(person, *holder, one.name.clone());
                    tell(&target, Resource::Object(one, None));
                }
            }
        }
        Target::Object(_, holder, name) => {
            let stored = calendar::find(&visit.cx, *holder, name).await?;
            tell(&target, Resource::Object(&stored, None));
        }
    }
    Ok(multistatus(about))
}

/// `PROPPATCH`: names and colours are what the town hall's people and units are, or the program's own matter.
#[handler]
pub(super) async fn proppatch(visit: Visit, body: Vec<u8>) -> Answer {
    let target = Target::of(&visit)?;
    there(&visit, &target).await?;
    let body = text(body)?;
    let document = parse(&body)?;
    let malformed = || Problem::Malformed("no propertyupdate".to_owned());
    let root = document.as_ref().ok_or_else(malformed)?.root_element();
    let changes = children(root).filter_map(|change| child(change, DAV, "prop"));
    let names: Vec<Name> = changes
        .flat_map(|prop| children(prop).map(Name::of).collect::<Vec<_>>())
        .collect();
    let mut about = Multistatus::new();
    about.protected(&target.href(), &names);
    Ok(multistatus(about))
}

/// `MKCALENDAR` and `DELETE` of a calendar: there is one for each person and unit, no more and no less.
#[handler]
pub(super) fn make() -> Response {
    let condition = "<C:calendar-collection-location-ok/>";
    let words = "there is one calendar for each person and unit";
    refused(StatusCode::FORBIDDEN, condition, words)
}

/// That what is asked for is there.
async fn there(visit: &Visit, target: &Target) -> Result<(), Problem> {
    match target {
        Target::Calendar(_, holder) => {
            calendar::collection(&visit.cx, *holder).await?;
        }
        Target::Object(..) => return Err(Fault::NotFound.into()),
        Target::Principal(id) => {
            Principal::find(visit, *id).await?;
        }
        Target::Root
        | Target::Principals
        | Target::Home(_)
        | Target::Inbox(_)
        | Target::Outbox(_) => {}
    }
    Ok(())
}
