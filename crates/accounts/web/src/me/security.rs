//! Password, second factor, and where one is signed in, at a glance.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::password::{self, Age};
use yakusho_accounts::second_factor::{self, State};
use yakusho_accounts::session::{self, SessionId, SessionRow};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Column, Icon, Table, Tag, Tone, buttons, moment, section, short_moment,
};
use yakusho_webkit::{Answer, Problem, SeeOther, Visit};

use super::second_factor::{BEGIN, OFF, RECOVERY};
use super::{HISTORY, PASSWORD, SECURITY, SESSIONS, Text, history, passkeys, views};
use crate::authenticator;

/// How many lines of the history stand on the overview.
const RECENT: usize = 5;

/// `GET /account/security`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let age = password::age(&visit.cx).await?;
    let factor = second_factor::state(&visit.cx).await?;
    let sessions = session::list(&visit.cx).await?;
    let recent = session::history(&visit.cx, None, RECENT).await?;
    let this = authenticator::session(&visit)?;
    let shell = visit.shell().await?;
    Ok(Html(Page::new(&shell, Text::Account.to(lang)).render(
        html! {
            (views(lang, SECURITY))
            (section(Text::Password.to(lang), password(&visit, &age)))
            (section(Text::SecondFactor.to(lang), second_factor(&visit, &factor)?))
            (section(Text::Sessions.to(lang), mine(&visit, &sessions, this)))
            (section(Text::History.to(lang), html! {
                p { (Text::HistoryWords.to(lang)) }
                (history::table(lang, &recent.items))
                p { a href=(HISTORY) { (Text::AllHistory.to(lang)) } }
            }))
        },
    )))
}

fn password(visit: &Visit, age: &Age) -> Markup {
    let lang = visit.lang;
    html! {
        (super::password::age_of(lang, visit.cx.today(), age))
        (buttons(Button::link(PASSWORD, Text::ChangePassword.to(lang)).icon(Icon::Key)))
    }
}

fn second_factor(visit: &Visit, state: &State) -> Result<Markup, Problem> {
    let lang = visit.lang;
    let (tone, word) = if state.is_on() {
        (Tone::Success, Text::On)
    } else {
        (Tone::Warning, Text::Off)
    };
    let passkeys = passkeys::overview(visit, &state.passkeys)?;
    Ok(html! {
        p { (Tag::new(tone, word.to(lang))) " " (Text::SecondFactorWords.to(lang)) }
        h3 { (Text::App.to(lang)) }
        @match state.app_since {
            Some(since) => {
                p { (Text::OnSince.to(lang)) ": " (moment(lang, since.local())) }
                (buttons(Button::link(OFF, Text::TurnOff.to(lang))))
            }
            None => {
                p { (Text::AppWords.to(lang)) }
                (buttons(Button::link(BEGIN, Text::SetUp.to(lang)).icon(Icon::Shield)))
            }
        }
        h3 { (Text::Passkeys.to(lang)) }
        (passkeys)
        @if state.is_on() {
            h3 { (Text::RecoveryCodes.to(lang)) }
            p { (Text::RecoveryLeft { n: state.recovery_codes }.to(lang)) }
            (buttons(Button::link(RECOVERY, Text::NewRecoveryCodes.to(lang))))
        }
    })
}

fn mine(visit: &Visit, sessions: &[SessionRow], this: SessionId) -> Markup {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Program.to(lang)),
        Column::new(Text::Address.to(lang)),
        Column::new(Text::StartedAt.to(lang)),
        Column::new(Text::SeenAt.to(lang)),
        Column::actions(Text::EndSession.to(lang)),
    ];
    let rows = sessions.iter().map(|row| line(visit, row, row.id == this));
    html! {
        p { (Text::SessionsWords.to(lang)) }
        (Table::new(Text::Sessions.to(lang), columns).rows(rows))
        @if sessions.len() > 1 {
            (buttons(Button::post("/account/sessions/end-others", visit.csrf(), Text::EndOthers.to(lang)).danger()))
        }
    }
}

fn line(visit: &Visit, row: &SessionRow, this: bool) -> [Cell; 5] {
    let lang = visit.lang;
    let act = if this {
        html! { (Tag::new(Tone::Info, Text::ThisSession.to(lang))) }
    } else {
        let action = format!("{SESSIONS}/{}/end", row.id);
        let button = Button::post(action, visit.csrf(), Text::EndSession.to(lang));
        html! { (button.small().about(&*row.agent)) }
    };
    [
        history::program(lang, &row.agent).into(),
        (&*row.address).into(),
        short_moment(lang, row.started_at.local()).into(),
        short_moment(lang, row.seen_at.local()).into(),
        act.into(),
    ]
}

/// `POST /account/sessions/:id/end`
#[handler]
pub(super) async fn end(visit: Visit, Path(id): Path<SessionId>) -> Answer<SeeOther> {
    session::end(&visit.cx, id).await?.into_inner();
    Ok(visit
        .see_other(SECURITY)
        .saying(Text::SessionEnded.to(visit.lang)))
}

/// `POST /account/sessions/end-others`
#[handler]
pub(super) async fn end_others(visit: Visit) -> Answer<SeeOther> {
    let this = authenticator::session(&visit)?;
    session::end_others(&visit.cx, this).await?.into_inner();
    Ok(visit
        .see_other(SECURITY)
        .saying(Text::OthersEnded.to(visit.lang)))
}
