//! What an address names.

use uuid::Uuid;
use yakusho_dav::{decoded, encoded};
use yakusho_kernel::{Fault, PersonId};
use yakusho_webkit::{Problem, Visit};

use super::ROOT;

/// Where messages would come in; there never is one, since answers are written into events at once.
const INBOX: &str = "inbox";
/// Where it is asked when somebody is free.
const OUTBOX: &str = "outbox";

/// Where there are those who can be invited.
const PRINCIPALS: &str = "principals";

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The top, the same for everybody.
    Root,
    /// Those who can be invited: people and facilities.
    Principals,
    /// One of them.
    Principal(Uuid),
    /// Somebody's home.
    Home(PersonId),
    /// Where messages to them would come in.
    Inbox(PersonId),
    /// Where they ask others.
    Outbox(PersonId),
    /// The calendar of a person or unit.
    Calendar(PersonId, Uuid),
    /// An object in it.
    Object(PersonId, Uuid, String),
}

impl Target {
    /// What the visitor asks for; nothing that is not in their own home.
    pub(super) fn of(visit: &Visit) -> Result<Self, Problem> {
        let path = visit.here().split('?').next().unwrap_or_default();
        let target = Self::parse(path).ok_or(Fault::NotFound)?;
        let own = visit.me()?.standing.person;
        match target.person() {
            Some(person) if person != own => Err(Fault::NotFound.into()),
            _ => Ok(target),
        }
    }

    /// What a path names, if it is one of ours; an address of this site may be written in full.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let path = match path.split_once("://") {
            Some((_, rest)) => &rest[rest.find('/')?..],
            None => path,
        };
        let rest = path.strip_prefix(ROOT)?;
        let mut parts = rest.split('/');
        let person = match parts.next()? {
            "" => return Some(Self::Root),
            PRINCIPALS => return Self::principal(parts.next(), parts.next(), parts.next()),
            person => PersonId::from(person.parse::<Uuid>().ok()?),
        };
        let (calendar, object, end) = (parts.next(), parts.next(), parts.next());
        Some(match (calendar, object, end) {
            (None | Some(""), None, None) => Self::Home(person),
            (Some(INBOX), None | Some(""), None) => Self::Inbox(person),
            (Some(OUTBOX), None | Some(""), None) => Self::Outbox(person),
            (Some(calendar), None | Some(""), None) => {
                Self::Calendar(person, calendar.parse().ok()?)
            }
            (Some(calendar), Some(object), None) => {
                Self::Object(person, calendar.parse().ok()?, decoded(object)?)
            }
            _ => return None,
        })
    }

    /// What is named below those who can be invited.
    fn principal(id: Option<&str>, end: Option<&str>, more: Option<&str>) -> Option<Self> {
        match (id, end, more) {
            (None | Some(""), None, None) => Some(Self::Principals),
            (Some(id), None | Some(""), None) => Some(Self::Principal(id.parse().ok()?)),
            _ => None,
        }
    }

    const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Root | Self::Principals | Self::Principal(_) => None,
            Self::Home(person)
            | Self::Inbox(person)
            | Self::Outbox(person)
            | Self::Calendar(person, _)
            | Self::Object(person, ..) => Some(*person),
        }
    }

    /// The address.
    pub(super) fn href(&self) -> String {
        match self {
            Self::Root => ROOT.to_owned(),
            Self::Principals => format!("{ROOT}{PRINCIPALS}/"),
            Self::Principal(id) => format!("{ROOT}{PRINCIPALS}/{id}/"),
            Self::Home(person) => format!("{ROOT}{person}/"),
            Self::Inbox(person) => format!("{ROOT}{person}/{INBOX}/"),
            Self::Outbox(person) => format!("{ROOT}{person}/{OUTBOX}/"),
            Self::Calendar(person, holder) => format!("{ROOT}{person}/{holder}/"),
            Self::Object(person, holder, name) => {
                format!("{ROOT}{person}/{holder}/{}", encoded(name))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_as_it_was_written() {
        let (person, holder) = (Uuid::from_u128(1).into(), Uuid::from_u128(2));
        for target in [
            Target::Root,
            Target::Principals,
            Target::Principal(holder),
            Target::Home(person),
            Target::Inbox(person),
            Target::Outbox(person),
            Target::Calendar(person, holder),
            Target::Object(person, holder, "会議 1/2?.ics".to_owned()),
        ] {
            let href = target.href();
            assert_eq!(Target::parse(&href).as_ref(), Some(&target), "{href}");
            let full = format!("https://groupware.example{href}");
            assert_eq!(Target::parse(&full), Some(target));
        }
        for other in [
            "",
            "/",
            "/dav",
            "/dav/x/",
            "/dav/x/y/z/a",
            "/dav/principals/x/",
            "https://example",
            "/api/v1",
        ] {
            assert_eq!(Target::parse(other), None, "{other}");
        }
        let nul = format!("/dav/{person}/{holder}/%00.ics");
        assert_eq!(Target::parse(&nul), None);
    }
}
