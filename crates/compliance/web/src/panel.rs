//! What compliance shows on the portal.

use async_trait::async_trait;
use futures_util::future::try_join;
use maud::{Markup, html};
use yakusho_compliance::procedure::{self, CaseState, Tray};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Card, Icon, Tag, Tone, link, short_day};
use yakusho_webkit::{Panel, Problem, Visit};

use crate::forms::{self, FORMS, Text};

/// How many a card lists.
const LISTED: usize = 5;

yakusho_webkit::texts! {
    enum Own {
        Waiting: "処理を待っている様式" / "Forms that wait for you";
        All: "処理待ちをすべて見る" / "All that wait";
    }
}

/// The forms of which a step waits for the reader, those that were sent back to them first.
pub(crate) struct Waiting;

#[async_trait]
impl Panel for Waiting {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        if !visit.is_on(crate::FUNCTION) {
            return Ok(None);
        }
        let returned = procedure::list(&visit.cx, &Tray::Returned, None, LISTED);
        let (returned, count) = try_join(returned, procedure::waiting(&visit.cx)).await?;
        if count == 0 && returned.items.is_empty() {
            return Ok(None);
        }
        let lang = visit.lang;
        let rows = if count == 0 {
            Vec::new()
        } else {
            let waiting = procedure::list(&visit.cx, &Tray::Waiting, None, LISTED);
            waiting.await?.items
        };
        let body = html! {
            ul {
                @for row in returned.items.iter().chain(&rows) {
                    li {
                        (link(forms::case_page(row.id), &*row.subject))
                        p.meta {
                            (row.title.get(lang)) " " (forms::number(lang, &row.register, row.number))
                            @if row.state == CaseState::SentBack { " " (forms::state(lang, row.state)) }
                            @if let Some(due) = row.due {
                                " " (Text::Due.to(lang)) " " (short_day(lang, due))
                                @if due < visit.cx.today() { " " (Tag::new(Tone::Error, Common::Overdue.to(lang))) }
                            }
                        }
                    }
                }
            }
        };
        let card = Card::new(Own::Waiting.to(lang), body)
            .icon(Icon::Check)
            .count(count + returned.items.len() as u64)
            .more(FORMS, Own::All.to(lang));
        Ok(Some(html! { (card) }))
    }
}
