//! A unit: what it is, its posts and who holds them, and what can be done.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::ledger::Recorded;
use yakusho_accounts::organisation::{self, PostRow, Unit};
use yakusho_kernel::{Cx, Fault, Subject as _, UnitId};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Empty, Icon, Table, Tag, Tone, buttons, definitions, link, section,
};
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::act::asked_day;
use super::texts::Text;
use super::{PAGE, person_page, post_page, records, tree, unit_page};
use crate::{admin, terms};

/// A unit with everything that was recorded of it.
pub(super) struct Known {
    pub(super) records: Vec<Recorded<Unit>>,
}

impl Known {
    pub(super) async fn find(cx: &Cx, id: UnitId) -> Result<Self, Problem> {
        let records = organisation::unit_history(&cx.reader(), id).await?;
        Ok(Self { records })
    }

    /// What stands of it on that day, or on the days nearest to it.
    pub(super) fn on(&self, day: time::Date) -> Result<&Recorded<Unit>, Problem> {
        Ok(records::on(&self.records, day).ok_or(Fault::NotFound)?)
    }
}

/// `GET /admin/organisation/units/:id`: on which day (`on`).
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<UnitId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let (reader, day) = (visit.cx.reader(), asked_day(&visit));
    let known = Known::find(&visit.cx, id).await?;
    let record = known.on(day)?;
    let unit = &record.state;
    let parent = directory::unit_names(
        &reader,
        record.days.first(),
        &unit.parent.into_iter().collect::<Vec<_>>(),
    )
    .await?;
    let posts = organisation::posts(&reader, id, day).await?;
    let members = directory::members(&reader, day, &[id]).await?;
    let there = record.days.contains(day);
    let here = unit_page(id);
    let to = |act: &str| format!("{here}/{act}");
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*unit.name)
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Title.to(lang));
    let parent = unit.parent.and_then(|id| Some((id, parent.get(&id)?)));
    Ok(Html(page.render(html! {
        (tree::of_day(&visit, &here, day))
        @if !there { (Alert::info(lang, Text::NotAtThatTime.to(lang))) }
        (definitions([
            (Text::Code.to(lang), html! { (unit.code) }),
            (Text::Rank.to(lang), html! { (terms::rank(lang, unit.rank)) }),
            (Text::Parent.to(lang), html! {
                @if let Some((id, name)) = parent { (link(unit_page(id), name)) }
            }),
            (Text::Position.to(lang), html! { (unit.position) }),
            (Text::Tags.to(lang), html! {
                @for tag in &unit.tags { (Tag::new(Tone::Info, tree::tag_words(lang, *tag))) }
            }),
            (Text::Days.to(lang), records::days(lang, record.days)),
        ]))
        (buttons(html! {
            (Button::link(to("edit"), Text::Edit.to(lang)).icon(Icon::Edit))
            (Button::link(format!("{}?parent={id}", super::NEW_UNIT), Text::NewBelow.to(lang)).icon(Icon::Plus))
            (Button::link(to("close"), Text::CloseUnit.to(lang)).icon(Icon::Trash))
        }))
        (section(Text::Posts.to(lang), html! {
            (table(lang, &posts, &members))
            (buttons(Button::link(to("posts/new"), Text::NewPost.to(lang)).icon(Icon::Plus)))
        }))
        (records::table(lang, &id.reference(), &known.records, |unit| in_words(lang, unit)))
    })))
}

fn in_words(lang: Lang, unit: &Unit) -> Markup {
    html! {
        div { (unit.name) " " span.meta { (unit.code) } }
        div.meta {
            (terms::rank(lang, unit.rank)) " "
            (Text::Position.to(lang)) " " (unit.position) " "
            @for tag in &unit.tags { (tree::tag_words(lang, *tag)) }
        }
    }
}

fn table(lang: Lang, posts: &[PostRow], members: &[PersonCard]) -> Table<4> {
    let columns = [
        Column::new(Text::PostTitle.to(lang)),
        Column::number(Text::PostRank.to(lang)),
        Column::number(Text::Position.to(lang)),
        Column::new(Text::Holders.to(lang)),
    ];
    let rows = posts.iter().map(|row| -> [Cell; 4] {
        let holders = members.iter().filter(|card| card.post == Some(row.id));
        let holders: Vec<_> = holders.collect();
        [
            html! {
                (link(post_page(row.id), &row.post.title))
                @if row.post.head { " " (Tag::new(Tone::Info, Text::HeadTag.to(lang))) }
            }
            .into(),
            row.post.rank.to_string().into(),
            row.post.position.to_string().into(),
            html! {
                div {
                    @if holders.is_empty() { (Tag::new(Tone::Warning, Text::Vacant.to(lang))) }
                    @for card in holders { div { (link(person_page(card.id), &card.name)) } }
                }
            }
            .into(),
        ]
    });
    Table::new(Text::Posts.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::Organisation, Text::NoPosts.to(lang)))
}
