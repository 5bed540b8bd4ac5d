//! On the portal: that one's password is to be changed.

use async_trait::async_trait;
use maud::{Markup, html};
use time::Duration;
use yakusho_accounts::password::{self, Age};
use yakusho_webkit::ui::{Button, Card, Icon, buttons, day};
use yakusho_webkit::{Panel, Problem, Visit};

use super::{PASSWORD, Text};

/// Shown from the first reminder on, or where a change is suggested.
pub(crate) struct PasswordDue;

#[async_trait]
impl Panel for PasswordDue {
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem> {
        let age = password::age(&visit.cx).await?;
        if !is_due(visit, &age) {
            return Ok(None);
        }
        let lang = visit.lang;
        let body = html! {
            p {
                @match age.last_day {
                    Some(last) => { (Text::PasswordDue.to(lang)) ": " (day(lang, last)) },
                    None => (Text::PasswordSuggested.to(lang)),
                }
            }
            (buttons(Button::link(PASSWORD, Text::ChangePassword.to(lang))))
        };
        let card = Card::new(Text::Password.to(lang), body).icon(Icon::Key);
        Ok(Some(html! { (card) }))
    }
}

fn is_due(visit: &Visit, age: &Age) -> bool {
    let today = visit.cx.today();
    let ahead = visit.cx.city().values(today).password_reminder_days.first();
    let ahead = Duration::days(ahead.copied().unwrap_or_default().into());
    age.change_suggested || age.last_day.is_some_and(|last| last - today <= ahead)
}
