//! The posts that a person has held.

use maud::html;
use yakusho_accounts::appointment::{self, AppointmentRow};
use yakusho_accounts::directory::{self, PostCard};
use yakusho_kernel::{Cx, DbError, PersonId, PostId};
use yakusho_webkit::Lang;
use yakusho_webkit::ui::{Cell, Column, Empty, Icon, Table, link, short_day};

use super::texts::Text;
use super::{person, post_page, unit_page};

/// The appointments of a person that have begun, the last first. What is to come is for those to tell whom it concerns.
pub(super) async fn of(
    cx: &Cx,
    person: PersonId,
) -> Result<Vec<(AppointmentRow, PostCard)>, DbError> {
    let (reader, today) = (cx.reader(), cx.today());
    let mut rows = appointment::of_person(&reader, person).await?;
    rows.retain(|row| row.days.first() <= today);
    let posts: Vec<PostId> = rows.iter().map(|row| row.appointment.post).collect();
    let cards = directory::post_cards(&reader, today, &posts).await?;
    let rows = rows.into_iter().rev().filter_map(|row| {
        let card = cards.get(&row.appointment.post)?.clone();
        Some((row, card))
    });
    Ok(rows.collect())
}

pub(super) fn table(lang: Lang, career: &[(AppointmentRow, PostCard)]) -> Table<4> {
    let columns = [Text::Days, Text::Unit, Text::Post, Text::Kind];
    Table::new(
        Text::Career.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .rows(career.iter().map(|(row, post)| line(lang, row, post)))
    .empty(Empty::new(Icon::History, Text::NoPost.to(lang)))
}

fn line(lang: Lang, row: &AppointmentRow, post: &PostCard) -> [Cell; 4] {
    let days = html! {
        (short_day(lang, row.days.first())) " – "
        @match row.days.last() {
            Some(last) => (short_day(lang, last)),
            None => (Text::Present.to(lang)),
        }
    };
    [
        days.into(),
        link(unit_page(post.unit), &post.unit_name).into(),
        link(post_page(post.id), &post.title).into(),
        person::kind(lang, row.appointment.main).into(),
    ]
}
