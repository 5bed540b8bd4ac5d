//! `PROPPATCH`: what programs note of what is there.

use poem::{Request, handler};
use yakusho_dav::text;
use yakusho_dav::xml::{DAV, Multistatus, Name, child, children, parse, raw};
use yakusho_documents::webdav::{self, Dead, Node};
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Problem, Visit};

use super::CLASSES;
use super::answer::failed;
use super::gate::{Does, Gate};
use super::shown::is_live;
use super::target::Target;

/// `PROPPATCH`
#[handler]
pub(super) async fn proppatch(visit: Visit, request: &Request, body: Vec<u8>) -> Answer {
    let target = Target::of(&visit)?;
    let found = target.find(&visit).await?.ok_or(Fault::NotFound)?;
    let node = found.node.as_ref().ok_or(Fault::NotFound)?;
    let changes = changes(&text(body)?)?;
    let gate = Gate::of(&visit, request).await?;
    let opened = gate.against(&visit, request, (&target, &found), Does::Write);
    if let Some(answer) = opened.await? {
        return Ok(answer);
    }
    let href = target.href(node.is_collection());
    let mut about = Multistatus::new();
    let names = |live: bool| {
        let names = changes.iter().map(|(name, _)| name);
        names.filter(move |name| is_live(name) == live).cloned()
    };
    let live: Vec<Name> = names(true).collect();
    if !live.is_empty() || matches!(node, Node::Root | Node::Section(_)) {
        let condition = "<D:cannot-modify-protected-property/>";
        let others: Vec<Name> = names(false).collect();
        let mut outcomes = vec![("403 Forbidden", condition, live)];
        if !others.is_empty() {
            outcomes.push(("424 Failed Dependency", "", others));
        }
        about.changed(&href, &outcomes);
        return Ok(yakusho_dav::multistatus(CLASSES, about));
    }
    let dead: Vec<Dead> = changes.iter().map(|(_, dead)| dead.clone()).collect();
    if let Err(fault) = webdav::describe(&visit.cx, node, &dead).await {
        return failed(&visit, fault, &href);
    }
    about.changed(&href, &[("200 OK", "", names(false).collect())]);
    Ok(yakusho_dav::multistatus(CLASSES, about))
}

/// The changes that a body asks for, in their order.
fn changes(body: &str) -> Result<Vec<(Name, Dead)>, Problem> {
    let malformed = || Problem::Malformed("no propertyupdate".to_owned());
    let document = parse(body)?.ok_or_else(malformed)?;
    let mut changes = Vec::new();
    for change in children(document.root_element()) {
        let sets = change.has_tag_name((DAV, "set"));
        if !sets && !change.has_tag_name((DAV, "remove")) {
            continue;
        }
        let prop = child(change, DAV, "prop").ok_or_else(malformed)?;
        for property in children(prop) {
            let name = Name::of(property);
            let dead = Dead {
                space: name.space.clone(),
                local: name.local.clone(),
                element: sets.then(|| raw(property)),
            };
            changes.push((name, dead));
        }
    }
    if changes.is_empty() {
        return Err(malformed());
    }
    Ok(changes)
}
