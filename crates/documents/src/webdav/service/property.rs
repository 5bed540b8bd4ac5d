//! Properties that programs keep.

use uuid::Uuid;
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Reason, Saved};

use crate::webdav::model::{Dead, MISPLACED, Node, Thing};
use crate::webdav::{policy, store};

/// The most properties of a thing.
const MOST: usize = 200;

/// The longest element, in bytes.
const LONGEST: usize = 20_000;

/// What programs noted of things, each with its thing.
pub async fn described(cx: &Cx, nodes: &[&Node]) -> Result<Vec<(Thing, Dead)>, Fault> {
    let things = nodes.iter().filter_map(|node| node.thing());
    let ids: Vec<Uuid> = things.map(|thing| thing.id).collect();
    Ok(store::properties(&cx.reader(), &ids).await?)
}

/// Sets and takes away properties of what is there, all of them or none.
pub async fn describe(cx: &Cx, node: &Node, changes: &[Dead]) -> Result<Saved<()>, Fault> {
    let thing = node.thing().ok_or(MISPLACED)?;
    let reference = node.reference().ok_or(MISPLACED)?;
    let permit = policy::may_describe(cx, &reference, node.writes())?;
    let mut elements = changes.iter().filter_map(|change| change.element.as_ref());
    if elements.any(|element| element.len() > LONGEST) {
        return Err(Invalid::field("property", Reason::TooLong { max: LONGEST }).into());
    }
    let tx = cx.begin().await?;
    store::put_properties(&tx, &permit, &thing, changes).await?;
    let mut there = store::properties(&tx, &[thing.id]).await?;
    there.retain(|(of, _)| *of == thing);
    if there.len() > MOST {
        return Err(Invalid::field("property", Reason::TooMany { max: MOST }).into());
    }
    let names = changes.iter().map(|change| change.local.clone());
    let entry = Audit::of(permit, &reference).with("names", names.collect::<Vec<_>>());
    Ok(tx.commit(entry, ()).await?)
}

/// Has the same properties hang on a copy.
pub(super) async fn copy(cx: &Cx, from: &Node, to: &Node) -> Result<(), Fault> {
    let thing = from.thing();
    let mut noted = described(cx, &[from]).await?;
    noted.retain(|(of, _)| Some(of) == thing.as_ref());
    if noted.is_empty() {
        return Ok(());
    }
    let noted: Vec<Dead> = noted.into_iter().map(|(_, dead)| dead).collect();
    let _ = describe(cx, to, &noted).await?;
    Ok(())
}
