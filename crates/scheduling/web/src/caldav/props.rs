//! What is told of a resource.

use yakusho_dav::Asked;
use yakusho_dav::xml::{DAV, Name, Property, escaped};
use yakusho_scheduling::calendar::{Collection, Stored};
use yakusho_scheduling::event::{EventForm, Owner};
use yakusho_scheduling::ical::address;
use yakusho_webkit::Visit;

use super::object::etag;
use super::principal::Principal;
use super::target::Target;

/// The most octets of an object.
const LARGEST: usize = 1_000_000;

/// A resource, as its properties need it.
#[derive(Clone, Copy)]
pub(super) enum Resource<'r> {
    Root,
    Principals,
    Principal(&'r Principal),
    Home(&'r str),
    Inbox,
    Outbox,
    Calendar(&'r Collection),
    /// With the text that it says, where that is asked for.
    Object(&'r Stored, Option<&'r str>),
}

/// What is told of every resource, where it has it, to whoever asks for all.
const COMMON: &[&str] = &[
    "resourcetype",
    "displayname",
    "getetag",
    "getcontenttype",
    "sync-token",
    "current-user-principal",
];

/// What is asked of a resource, with what it says.
pub(super) fn told(
    visit: &Visit,
    target: &Target,
    resource: Resource<'_>,
    asked: &Asked,
) -> Vec<Property> {
    let person = visit.me().map(|me| me.standing.person);
    let home = person.map_or(Target::Root, Target::Home);
    let value = |local: &str| value(&home, target, resource, local);
    match asked {
        Asked::These(names) => {
            let told = names.iter().map(|name| {
                let ours = name.space != DAV || !is_caldav(&name.local);
                let value = value(&name.local).filter(|_| ours);
                Property::new(name.clone(), value)
            });
            told.collect()
        }
        Asked::All | Asked::Names => {
            let known = COMMON.iter().filter_map(|local| {
                let name = Name::dav(local);
                let value = value(local)?;
                let value = matches!(asked, Asked::All).then_some(value);
                Some(Property::new(name, Some(value.unwrap_or_default())))
            });
            known.collect()
        }
    }
}

/// Whether a property of that name is CalDAV's and not WebDAV's.
fn is_caldav(local: &str) -> bool {
    local.starts_with("calendar-") || local.starts_with("schedule-")
}

fn href(href: &str) -> String {
    format!("<D:href>{}</D:href>", escaped(href))
}

fn value(home: &Target, target: &Target, resource: Resource<'_>, local: &str) -> Option<String> {
    let always = match local {
        "current-user-principal" | "owner" => Some(home.href()),
        "principal-collection-set" => Some(Target::Principals.href()),
        _ => None,
    };
    if let Some(to) = always {
        return Some(href(&to));
    }
    if local == "current-user-privilege-set" {
        return Some(privileges(resource));
    }
    match resource {
        Resource::Root => match local {
            "resourcetype" => Some("<D:collection/>".to_owned()),
            "displayname" => Some("Yakusho".to_owned()),
            _ => None,
        },
        Resource::Principals => match local {
            "resourcetype" => Some("<D:collection/>".to_owned()),
            "displayname" => Some("principals".to_owned()),
            "supported-report-set" => Some(reports(&SEARCHES)),
            _ => None,
        },
        Resource::Principal(principal) => of_principal(target, principal, local),
        Resource::Home(name) => of_home(target, name, local),
        Resource::Inbox | Resource::Outbox => {
            let is_inbox = matches!(resource, Resource::Inbox);
            let kind = if is_inbox { "inbox" } else { "outbox" };
            match local {
                "resourcetype" => Some(format!("<D:collection/><C:schedule-{kind}/>")),
                "displayname" => Some(kind.to_owned()),
                "supported-calendar-component-set" => Some(COMPONENTS.to_owned()),
                _ => None,
            }
        }
        Resource::Calendar(collection) => of_calendar(collection, local),
        Resource::Object(stored, text) => match local {
            "resourcetype" => Some(String::new()),
            "getetag" => Some(escaped(&etag(stored.seq))),
            "getcontenttype" => Some("text/calendar; charset=utf-8; component=VEVENT".to_owned()),
            "getlastmodified" => {
                let events = stored.events().iter();
                let last = events.map(|event| event.changed_at).max()?;
                http_date(last.utc())
            }
            "calendar-data" => text.map(escaped),
            _ => None,
        },
    }
}

fn http_date(at: time::OffsetDateTime) -> Option<String> {
    let form = time::macros::format_description!(
        "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
    );
    at.format(form).ok()
}

const COMPONENTS: &str = "<C:comp name=\"VEVENT\"/>";

fn of_home(target: &Target, name: &str, local: &str) -> Option<String> {
    let Target::Home(person) = target else {
        return None;
    };
    let own = target.href();
    match local {
        "resourcetype" => Some("<D:collection/><D:principal/>".to_owned()),
        "displayname" => Some(escaped(name)),
        "principal-URL" | "calendar-home-set" => Some(href(&own)),
        "calendar-user-address-set" => Some(href(&address(person)) + &href(&own)),
        "calendar-user-type" => Some("INDIVIDUAL".to_owned()),
        "schedule-inbox-URL" => Some(href(&Target::Inbox(*person).href())),
        "schedule-outbox-URL" => Some(href(&Target::Outbox(*person).href())),
        "supported-report-set" => Some(reports(&SEARCHES)),
        _ => None,
    }
}

/// Reports by which those who can be invited are found.
const SEARCHES: [&str; 2] = [
    "D:principal-property-search",
    "D:principal-search-property-set",
];

fn reports(names: &[&str]) -> String {
    let told = names.iter().map(|name| {
        format!("<D:supported-report><D:report><{name}/></D:report></D:supported-report>")
    });
    told.collect()
}

fn of_principal(target: &Target, principal: &Principal, local: &str) -> Option<String> {
    match local {
        "resourcetype" => Some("<D:principal/>".to_owned()),
        "displayname" => Some(escaped(&principal.name)),
        "principal-URL" => Some(href(&target.href())),
        "calendar-user-address-set" => Some(href(&address(principal.id))),
        "calendar-user-type" => Some(principal.kind.code().to_owned()),
        _ => None,
    }
}

fn of_calendar(collection: &Collection, local: &str) -> Option<String> {
    match local {
        "resourcetype" => Some("<D:collection/><C:calendar/>".to_owned()),
        "displayname" => Some(escaped(&collection.name)),
        "getctag" | "getetag" => Some(escaped(&etag(collection.seq))),
        "sync-token" => Some(sync_token(collection.seq)),
        "supported-calendar-component-set" => Some(COMPONENTS.to_owned()),
        "supported-calendar-data" => {
            Some("<C:calendar-data content-type=\"text/calendar\" version=\"2.0\"/>".to_owned())
        }
        "supported-collation-set" => Some(
            "<C:supported-collation>i;ascii-casemap</C:supported-collation>\
             <C:supported-collation>i;octet</C:supported-collation>"
                .to_owned(),
        ),
        "max-resource-size" => Some(LARGEST.to_string()),
        "max-attendees-per-instance" => Some(EventForm::MOST_PARTICIPANTS.to_string()),
        "schedule-calendar-transp" => Some(match collection.owner {
            Owner::Person(_) => "<C:opaque/>".to_owned(),
            Owner::Unit(_) => "<C:transparent/>".to_owned(),
        }),
        "supported-report-set" => {
            let names = [
                "C:calendar-query",
                "C:calendar-multiget",
                "C:free-busy-query",
                "D:sync-collection",
            ];
            Some(reports(&names))
        }
        _ => None,
    }
}

fn privileges(resource: Resource<'_>) -> String {
    let names: &[&str] = match resource {
        Resource::Calendar(_) => &[
            "D:read",
            "C:read-free-busy",
            "D:write-content",
            "D:bind",
            "D:unbind",
        ],
        Resource::Object(..) => &["D:read", "D:write-content"],
        Resource::Outbox => &["D:read", "C:schedule-send"],
        Resource::Inbox => &["D:read", "C:schedule-deliver"],
        Resource::Root | Resource::Home(_) | Resource::Principals | Resource::Principal(_) => {
            &["D:read"]
        }
    };
    let names = names.iter();
    let told = names.map(|name| ["<D:privilege><", name, "/></D:privilege>"].concat());
    told.collect()
}

/// What stands before the number of a change in what programs keep of it.
const SYNC: &str = "urn:yakusho:sync:";

/// By what changes after that one are asked for.
pub(super) fn sync_token(seq: i64) -> String {
    format!("{SYNC}{seq}")
}

/// The number in a token; none if it is none of ours.
pub(super) fn sync_seq(token: &str) -> Option<i64> {
    token.strip_prefix(SYNC)?.parse().ok()
}
