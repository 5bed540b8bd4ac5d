//! A person: what is recorded of them, their appointments, and what can be done.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::appointment::{self, Appointment, AppointmentRow};
use yakusho_accounts::directory::{self, PostCard};
use yakusho_accounts::ledger::Recorded;
use yakusho_accounts::staff::{self, Staff};
use yakusho_kernel::{Cx, Fault, PersonId, PostId, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, definitions, link, section,
};
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::texts::Text;
use super::{PAGE, PEOPLE, person_page, post_page, records};
use crate::{admin, terms};

/// A person with everything that was recorded of them.
pub(super) struct Known {
    pub(super) id: PersonId,
    pub(super) records: Vec<Recorded<Staff>>,
}

impl Known {
    pub(super) async fn find(cx: &Cx, id: PersonId) -> Result<Self, Problem> {
        let records = staff::history(&cx.reader(), id).await?;
        Ok(Self { id, records })
    }

    /// What stands of them today, or on the days nearest to it.
    pub(super) fn today(&self, visit: &Visit) -> Result<&Recorded<Staff>, Problem> {
        Ok(records::on(&self.records, visit.cx.today()).ok_or(Fault::NotFound)?)
    }
}

/// The cards of posts, also of those that are yet to be founded.
pub(super) async fn posts(
    visit: &Visit,
    rows: impl Iterator<Item = (PostId, time::Date)>,
) -> Result<HashMap<PostId, PostCard>, Problem> {
    let rows: Vec<_> = rows.collect();
    let today = visit.cx.today();
    let day = rows.iter().map(|(_, day)| *day).max().unwrap_or(today);
    let ids: Vec<PostId> = rows.into_iter().map(|(post, _)| post).collect();
    Ok(directory::post_cards(&visit.cx.reader(), day.max(today), &ids).await?)
}

/// `GET /admin/organisation/people/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let reader = visit.cx.reader();
    let known = Known::find(&visit.cx, id).await?;
    let record = known.today(&visit)?;
    let who = &record.state;
    let held = appointment::of_person(&reader, id).await?;
    let history = appointment::history(&reader, id).await?;
    let cards = posts(
        &visit,
        history
            .iter()
            .map(|(_, record)| (record.state.post, record.days.first())),
    )
    .await?;
    let history: Vec<Recorded<Appointment>> =
        history.into_iter().map(|(_, record)| record).collect();
    let here = person_page(known.id);
    let to = |act: &str| format!("{here}/{act}");
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*who.name)
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Title.to(lang))
        .crumb(PEOPLE, Text::People.to(lang))
        .meta(html! { (who.kana) });
    let page = match terms::away(lang, who.status) {
        Some(tag) => page.tags(html! { (tag) }),
        None => page,
    };
    Ok(Html(page.render(html! {
        (definitions([
            (Text::Number.to(lang), html! { (who.number) }),
            (Text::Class.to(lang), html! { (terms::class(lang, who.class)) }),
            (Text::StatusNow.to(lang), html! { (terms::status(lang, who.status)) }),
            (Text::Days.to(lang), records::days(lang, record.days)),
        ]))
        (buttons(html! {
            (Button::link(to("edit"), Text::EditPerson.to(lang)).icon(Icon::Edit))
            (Button::link(to("status"), Text::SetStatus.to(lang)).icon(Icon::User))
        }))
        (section(Text::Appointments.to(lang), html! {
            (table(&visit, id, &held, &cards))
            (buttons(Button::link(to("appoint"), Text::Appoint.to(lang)).icon(Icon::Plus)))
        }))
        (records::table(lang, &id.reference(), &known.records, |who| in_words(lang, who)))
        @if !history.is_empty() {
            (section(Text::Appointments.to(lang), records::table(
                lang, &id.reference(), &history, |held| seat(lang, held, &cards),
            )))
        }
    })))
}

fn in_words(lang: Lang, who: &Staff) -> Markup {
    html! {
        div { (who.name) " " span.meta { (who.kana) } }
        div.meta {
            (who.number) " " (terms::class(lang, who.class)) " " (terms::status(lang, who.status))
        }
    }
}

/// Whether a post is the main one, in a word.
fn kind(lang: Lang, main: bool) -> Tag {
    if main {
        Tag::new(Tone::Info, Text::MainPost.to(lang))
    } else {
        Tag::new(Tone::Neutral, Text::ConcurrentPost.to(lang))
    }
}

pub(super) fn seat(lang: Lang, held: &Appointment, cards: &HashMap<PostId, PostCard>) -> Markup {
    html! {
        div {
            @if let Some(card) = cards.get(&held.post) {
                (card.unit_name) " " (link(post_page(card.id), &card.title)) " "
            }
            (kind(lang, held.main))
        }
    }
}

/// The appointments, the last first, with what can be done to each.
fn table(
    visit: &Visit,
    id: PersonId,
    held: &[AppointmentRow],
    cards: &HashMap<PostId, PostCard>,
) -> Table<3> {
    let lang = visit.lang;
    let columns = [
        Column::new(Text::Post.to(lang)),
        Column::new(Text::Days.to(lang)),
        Column::actions(Text::Acts.to(lang)),
    ];
    let rows = held.iter().rev().map(|row| -> [Cell; 3] {
        let over = row
            .days
            .until()
            .is_some_and(|until| until <= visit.cx.today());
        let about = cards.get(&row.appointment.post);
        let about = about.map(|card| format!("{} {}", card.unit_name, card.title));
        let about = about.unwrap_or_default();
        let act = |verb: &str, label: &Text| {
            let to = format!("{}/appointments/{}/{verb}", person_page(id), row.id);
            Button::link(to, label.to(lang)).small().about(&*about)
        };
        [
            seat(lang, &row.appointment, cards).into(),
            records::days(lang, row.days).into(),
            html! {
                @if !over && !row.appointment.main { (act("main", &Text::MakeMain)) " " }
                @if !over { (act("end", &Text::End)) " " }
                (act("correct", &Text::Correct))
            }
            .into(),
        ]
    });
    Table::new(Text::Appointments.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::History, Text::NoAppointments.to(lang)))
}
