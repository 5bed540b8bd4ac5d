//! The organisation as a tree.

use std::collections::HashMap;

use maud::html;
use poem::{Response, handler};
use yakusho_accounts::directory::{self, UnitNode};
use yakusho_kernel::UnitId;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{TreeNode, tree as drawn};
use yakusho_webkit::{Answer, Visit};

use super::as_of::Question;
use super::texts::Text;
use super::{ORGANISATION, unit_page, views};

/// How many units are laid out to their depth; a tree of more is long to load and to read.
const LAID_OUT: usize = 1_000;

/// `GET /organisation`: on which day (`on`), and as known on which (`known`).
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Response> {
    let lang = visit.lang;
    let asked = Question::of(&visit);
    let units = directory::units(&visit.cx.reader(), asked.when()).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Organisation.to(lang)).render(html! {
        (views(lang, ORGANISATION))
        p { (Text::TreeIntro.to(lang)) }
        (asked.aside(ORGANISATION))
        @if !asked.is_wrong() {
            @if units.is_empty() { p { (Text::NoUnits.to(lang)) } }
            (drawn(lang, Text::Tree.to(lang), &nodes(&units, &asked)))
        }
    });
    Ok(asked.answer(page))
}

/// The units as nodes, each with those below it. In a large organisation those of sections stand on the sections' pages.
fn nodes(units: &[UnitNode], asked: &Question<'_>) -> Vec<TreeNode> {
    let deepest = if units.len() > LAID_OUT {
        1
    } else {
        usize::MAX
    };
    let mut below: HashMap<Option<UnitId>, Vec<TreeNode>> = HashMap::new();
    // They come in the order of the tree, so that from behind, what is below a unit is ready before it.
    for unit in units.iter().rev().filter(|unit| unit.depth <= deepest) {
        let children = below.remove(&Some(unit.id)).unwrap_or_default();
        let node = TreeNode::new(asked.put_to(unit_page(unit.id)), &*unit.name)
            .children(children.into_iter().rev());
        let node = if unit.depth == 0 { node.open() } else { node };
        below.entry(unit.parent).or_default().push(node);
    }
    let mut roots = below.remove(&None).unwrap_or_default();
    roots.reverse();
    roots
}
