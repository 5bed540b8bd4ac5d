//! What is due soon, on the portal.

use async_trait::async_trait;
use maud::{Markup, html};
use time::Duration;
use yakusho_compliance::duty::{Ledger, View};
use yakusho_webkit::ui::{Card, Icon};
use yakusho_webkit::{Panel, Problem, Visit};

use super::DUTIES;
use super::row::{due, what};
use super::texts::Text;

/// How many a card lists.
const LISTED: usize = 5;

/// How far ahead it looks.
const AHEAD: Duration = Duration::days(14);

/// What the reader owes within two weeks, or should have done.
pub(crate) struct Due(pub(crate) Ledger);

#[async_trait]
impl Panel for Due {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        let until = visit.cx.today().checked_add(AHEAD);
        let days = (None, until);
        let found = self
            .0
            .list(&visit.cx, View::Mine, days, None, LISTED)
            .await?;
        if found.items.is_empty() {
            return Ok(None);
        }
        let lang = visit.lang;
        let body = html! {
            ul {
                @for one in &found.items {
                    li { (what(visit, one)) p.meta { (due(visit, one.due)) } }
                }
            }
        };
        let card = Card::new(Text::DueSoon.to(lang), body)
            .icon(Icon::Clock)
            .more(DUTIES, Text::AllMine.to(lang));
        Ok(Some(html! { (card) }))
    }
}
