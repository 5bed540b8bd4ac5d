//! What is told of what is there.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use yakusho_dav::Asked;
use yakusho_dav::xml::{DAV, Name, Property, escaped};
use yakusho_documents::webdav::{Dead, Found, Held, Node};
use yakusho_webkit::Visit;

use super::answer::tag;
use super::gate::written;
use super::target::Target;

/// What is told to whoever asks for all.
const LIVE: [&str; 9] = [
    "resourcetype",
    "displayname",
    "creationdate",
    "getlastmodified",
    "getetag",
    "getcontentlength",
    "getcontenttype",
    "supportedlock",
    "lockdiscovery",
];

const LOCKS: &str = "<D:lockentry><D:lockscope><D:exclusive/></D:lockscope>\
    <D:locktype><D:write/></D:locktype></D:lockentry>\
    <D:lockentry><D:lockscope><D:shared/></D:lockscope>\
    <D:locktype><D:write/></D:locktype></D:lockentry>";

/// Whether a property is the server's own.
pub(super) fn is_live(name: &Name) -> bool {
    name.space == DAV
}

/// What is asked of what is there, with what it says.
pub(super) fn told(
    visit: &Visit,
    (target, found): (&Target, &Found),
    locks: &[&Held],
    dead: &[&Dead],
    asked: &Asked,
) -> Vec<Property> {
    let live = |local: &str| {
        let node = found.node.as_ref()?;
        if local == "lockdiscovery" {
            return Some(discovery(visit, target, found, locks));
        }
        live(target, node, local)
    };
    let name = |dead: &Dead| Name {
        space: dead.space.clone(),
        local: dead.local.clone(),
    };
    let whole = |dead: &Dead| {
        let element = dead.element.clone().unwrap_or_default();
        Property::whole(name(dead), element)
    };
    match asked {
        Asked::These(names) => {
            let told = names.iter().map(|asked| {
                let noted = dead.iter().find(|dead| name(dead) == *asked);
                if let Some(dead) = noted {
                    return whole(dead);
                }
                let value = live(&asked.local).filter(|_| is_live(asked));
                Property::new(asked.clone(), value)
            });
            told.collect()
        }
        Asked::All => {
            let known = LIVE.iter().filter_map(|local| {
                let value = live(local)?;
                Some(Property::new(Name::dav(local), Some(value)))
            });
            known.chain(dead.iter().map(|dead| whole(dead))).collect()
        }
        Asked::Names => {
            let known = LIVE.iter().filter(|local| live(local).is_some());
            let known = known.map(|local| Name::dav(local));
            let all = known.chain(dead.iter().map(|dead| name(dead)));
            all.map(|name| Property::new(name, Some(String::new())))
                .collect()
        }
    }
}

fn live(target: &Target, node: &Node, local: &str) -> Option<String> {
    match local {
        "resourcetype" if node.is_collection() => Some("<D:collection/>".to_owned()),
        "resourcetype" => Some(String::new()),
        "displayname" => Some(escaped(target.parts.last().map_or("", String::as_str))),
        "supportedlock" => node.thing().map(|_| LOCKS.to_owned()),
        "getetag" => tag(node).map(|tag| escaped(&tag)),
        "creationdate" => times(node)?.0.format(&Rfc3339).ok(),
        "getlastmodified" => http_date(times(node)?.1),
        "getcontentlength" => match node {
            Node::File(_, file) => Some(file.size.to_string()),
            Node::Loose(loose) => {
                let file = loose.file.as_ref();
                Some(file.map_or(0, |file| file.size).to_string())
            }
            _ => None,
        },
        "getcontenttype" => match node {
            Node::File(_, file) => Some(escaped(&file.media_type)),
            Node::Loose(_) => Some("application/octet-stream".to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// When it came to be there, and when it was last changed.
fn times(node: &Node) -> Option<(OffsetDateTime, OffsetDateTime)> {
    let (created, changed) = match node {
        Node::Root | Node::Section(_) => return None,
        Node::Folder(row) => (row.folder.created_at, row.folder.changed_at),
        Node::Document(lying) | Node::File(lying, _) => (lying.created_at, lying.changed_at),
        Node::Loose(loose) => (loose.at, loose.at),
    };
    Some((created.utc(), changed.utc()))
}

/// A date as HTTP writes it (RFC 9110, section 5.6.7).
fn http_date(at: OffsetDateTime) -> Option<String> {
    let form = format_description!(
        "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
    );
    at.format(form).ok()
}

/// The locks on what is there, each with the address that it was taken at.
pub(super) fn discovery(visit: &Visit, target: &Target, found: &Found, locks: &[&Held]) -> String {
    let told = locks.iter().map(|held| {
        let scope = if held.exclusive { "exclusive" } else { "shared" };
        let depth = if held.deep { "infinity" } else { "0" };
        let seconds = held.until.since(visit.cx.now()).whole_seconds();
        let root = escaped(&root(target, found, held));
        format!(
            "<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope><D:{scope}/></D:lockscope>\
             <D:depth>{depth}</D:depth>{}<D:timeout>Second-{seconds}</D:timeout>\
             <D:locktoken><D:href>{}</D:href></D:locktoken>\
             <D:lockroot><D:href>{root}</D:href></D:lockroot></D:activelock>",
            held.owner,
            written(held.token),
        )
    });
    told.collect()
}

/// The address at which a lock was taken.
fn root(target: &Target, found: &Found, held: &Held) -> String {
    let above = found.above.iter();
    let depth = above
        .map(Node::thing)
        .position(|thing| thing.as_ref() == Some(&held.thing));
    match depth {
        // The top itself has no name.
        Some(depth) => {
            let parts = target.parts.iter().take(depth).cloned().collect();
            Target { parts }.href(true)
        }
        None => target.href(found.node.as_ref().is_some_and(Node::is_collection)),
    }
}
