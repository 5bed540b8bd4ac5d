//! A post: what it is, and who holds it.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory;
use yakusho_accounts::ledger::Recorded;
use yakusho_accounts::organisation::{self, Post};
use yakusho_kernel::{Cx, Fault, PostId, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Alert, Button, Icon, Tag, Tone, buttons, definitions, link, section};
use yakusho_webkit::{Answer, Lang, Problem, Visit};

use super::act::asked_day;
use super::texts::Text;
use super::{PAGE, person_page, post_page, records, tree, unit_page};
use crate::admin;

/// A post with everything that was recorded of it.
pub(super) struct Known {
    pub(super) id: PostId,
    pub(super) records: Vec<Recorded<Post>>,
}

impl Known {
    pub(super) async fn find(cx: &Cx, id: PostId) -> Result<Self, Problem> {
        let records = organisation::post_history(&cx.reader(), id).await?;
        Ok(Self { id, records })
    }

    /// What stands of it on that day, or on the days nearest to it.
    pub(super) fn on(&self, day: time::Date) -> Result<&Recorded<Post>, Problem> {
        Ok(records::on(&self.records, day).ok_or(Fault::NotFound)?)
    }
}

/// `GET /admin/organisation/posts/:id`: on which day (`on`).
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<PostId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let (reader, day) = (visit.cx.reader(), asked_day(&visit));
    let known = Known::find(&visit.cx, id).await?;
    let record = known.on(day)?;
    let post = &record.state;
    let unit = directory::unit_names(&reader, record.days.first().max(day), &[post.unit]).await?;
    let unit = unit.get(&post.unit).cloned().unwrap_or_default();
    let members = directory::members(&reader, day, &[post.unit]).await?;
    let holders: Vec<_> = members
        .iter()
        .filter(|card| card.post == Some(known.id))
        .collect();
    let here = post_page(id);
    let to = |act: &str| format!("{here}/{act}");
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*post.title)
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Title.to(lang))
        .crumb(unit_page(post.unit), unit);
    Ok(Html(page.render(html! {
        (tree::of_day(&visit, &here, day))
        @if !record.days.contains(day) { (Alert::info(lang, Text::NotAtThatTime.to(lang))) }
        (definitions([
            (Text::PostRank.to(lang), html! { (post.rank) }),
            (Text::Position.to(lang), html! { (post.position) }),
            (Text::Head.to(lang), html! {
                @if post.head { (Tag::new(Tone::Info, Text::HeadTag.to(lang))) }
            }),
            (Text::Days.to(lang), records::days(lang, record.days)),
        ]))
        (buttons(html! {
            (Button::link(to("edit"), Text::Edit.to(lang)).icon(Icon::Edit))
            (Button::link(to("close"), Text::ClosePost.to(lang)).icon(Icon::Trash))
        }))
        (section(Text::Holders.to(lang), html! {
            @if holders.is_empty() { p { (Tag::new(Tone::Warning, Text::Vacant.to(lang))) } }
            ul { @for card in holders { li { (link(person_page(card.id), &card.name)) } } }
        }))
        (records::table(lang, &id.reference(), &known.records, |post| in_words(lang, post)))
    })))
}

fn in_words(lang: Lang, post: &Post) -> Markup {
    html! {
        div {
            (post.title)
            @if post.head { " " (Tag::new(Tone::Info, Text::HeadTag.to(lang))) }
        }
        div.meta {
            (Text::PostRank.to(lang)) " " (post.rank) " "
            (Text::Position.to(lang)) " " (post.position)
        }
    }
}
