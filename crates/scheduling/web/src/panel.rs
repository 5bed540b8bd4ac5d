//! What scheduling shows on the portal.

use async_trait::async_trait;
use maud::{Markup, html};
use yakusho_scheduling::event::{self, Span};
use yakusho_webkit::ui::{Card, Icon};
use yakusho_webkit::{Panel, Problem, Visit};

use crate::schedule;

yakusho_webkit::texts! {
    enum Text {
        Today: "今日の予定" / "Today";
        Nothing: "今日の予定はありません。" / "There is nothing on your schedule today.";
        Section { unit: String }: "{unit}の予定" / "Of {unit}";
        All: "スケジュールを見る" / "To the schedule";
    }
}

/// What is on the reader's schedule, and on that of their section, today.
pub(crate) struct Today;

#[async_trait]
impl Panel for Today {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        if !visit.is_on(schedule::FUNCTION) {
            return Ok(None);
        }
        let (lang, today) = (visit.lang, visit.cx.today());
        let sheet = event::mine_if_any(&visit.cx, Span::day(today)).await?;
        let rows = sheet.iter().flat_map(|sheet| &sheet.rows);
        let rows: Vec<_> = rows.filter(|row| !row.items.is_empty()).collect();
        let body = html! {
            @if rows.is_empty() { p { (Text::Nothing.to(lang)) } }
            @for row in &rows {
                @if row.card.is_none() {
                    p.meta { (Text::Section { unit: row.name.clone() }.to(lang)) }
                }
                (schedule::items(lang, &row.items.iter().collect::<Vec<_>>(), today))
            }
        };
        let card = Card::new(Text::Today.to(lang), body)
            .icon(Icon::Calendar)
            .more(schedule::SCHEDULE, Text::All.to(lang));
        Ok(Some(html! { (card) }))
    }
}
