//! `PROPFIND`.

use poem::http::StatusCode;
use poem::{Request, handler};
use yakusho_dav::xml::Multistatus;
use yakusho_dav::{Asked, Depth, refused, text};
use yakusho_documents::webdav::{self, Dead, Found, Held, Node, Thing};
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Visit};

use super::CLASSES;
use super::shown::told;
use super::target::Target;

/// `PROPFIND`: what is there, and with depth 1 what is in it.
#[handler]
pub(super) async fn propfind(visit: Visit, request: &Request, body: Vec<u8>) -> Answer {
    let target = Target::of(&visit)?;
    let asked = Asked::of(&text(body)?)?;
    let depth = Depth::of(request.header("depth"))?;
    if depth == Depth::Infinity {
        let condition = "<D:propfind-finite-depth/>";
        let words = "the depth is 0 or 1";
        return Ok(refused(StatusCode::FORBIDDEN, condition, words));
    }
    let found = target.find(&visit).await?.ok_or(Fault::NotFound)?;
    let node = found.node.clone().ok_or(Fault::NotFound)?;
    let mut all = vec![(target.clone(), found.clone())];
    if depth == Depth::One {
        let mut above = found.above.clone();
        above.push(node.clone());
        for (name, child) in webdav::children(&visit.cx, &node).await? {
            let there = Found {
                above: above.clone(),
                name: name.clone(),
                node: Some(child),
            };
            all.push((target.with(&name), there));
        }
    }
    let held = webdav::held(&visit.cx).await?;
    let nodes = all.iter().filter_map(|(_, found)| found.node.as_ref());
    let nodes: Vec<&Node> = nodes.collect();
    let noted = webdav::described(&visit.cx, &nodes).await?;
    let mut about = Multistatus::new();
    for (target, found) in &all {
        tell(&visit, &mut about, (target, found), &held, &noted, &asked);
    }
    Ok(yakusho_dav::multistatus(CLASSES, about))
}

fn tell(
    visit: &Visit,
    about: &mut Multistatus,
    (target, found): (&Target, &Found),
    held: &[Held],
    noted: &[(Thing, Dead)],
    asked: &Asked,
) {
    let locks = webdav::around(held, found);
    let thing = found.node.as_ref().and_then(Node::thing);
    let of = |(of, _): &&(Thing, Dead)| Some(of) == thing.as_ref();
    let dead: Vec<&Dead> = noted.iter().filter(of).map(|(_, dead)| dead).collect();
    let is_collection = found.node.as_ref().is_some_and(Node::is_collection);
    let properties = told(visit, (target, found), &locks, &dead, asked);
    about.properties(&target.href(is_collection), &properties);
}
