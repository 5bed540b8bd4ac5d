//! Founding, editing and closing a post.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use time::Date;
use yakusho_accounts::directory;
use yakusho_accounts::organisation::{self, Post};
use yakusho_kernel::{Invalid, PostId, UnitId};
use yakusho_webkit::ui::Form;
use yakusho_webkit::{Answer, Fields, Lang, Problem, Reader, Visit};

use super::act::{FormPage, Outcome, Shown, from_day, from_field, go, seen};
use super::texts::Text;
use super::{post_page, unit, unit_page};
use crate::orders::Elsewhere;

use super::post::Known;

/// `GET /admin/organisation/units/:id/posts/new`
#[handler]
pub(super) async fn ask_new(visit: Visit, Path(unit): Path<UnitId>) -> Answer<Response> {
    new_page(&visit, unit, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/units/:id/posts/new`
#[handler]
pub(super) async fn found(
    visit: Visit,
    Path(unit): Path<UnitId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = founded(&visit, unit, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => new_page(&visit, unit, &shown).await,
    }
}

async fn founded(
    visit: &Visit,
    unit: UnitId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let (post, from) = read(fields, unit)?;
    let edit = organisation::found_post(&visit.cx, from, post).await?;
    go(visit, fields, elsewhere, edit, |_| {
        format!("{}?on={from}", unit_page(unit))
    })
    .await
}

async fn new_page(visit: &Visit, unit: UnitId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = unit::Known::find(&visit.cx, unit).await?;
    let record = known.on(visit.cx.today())?;
    let page = FormPage {
        title: Text::NewPost.to(lang).into_owned(),
        above: vec![(unit_page(unit), record.state.name.clone())],
        action: format!("{}/posts/new", unit_page(unit)),
        act: Text::NewPost.to(lang).into_owned(),
        danger: false,
    };
    page.answer(visit, shown, |form| {
        html! { (what(lang, form, None)) (from_field(visit, form, Some(record.days.first()))) }
    })
    .await
}

/// `GET /admin/organisation/posts/:id/edit`
#[handler]
pub(super) async fn ask_edit(visit: Visit, Path(id): Path<PostId>) -> Answer<Response> {
    edit_page(&visit, id, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/posts/:id/edit`
#[handler]
pub(super) async fn submit_edit(
    visit: Visit,
    Path(id): Path<PostId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = edited(&visit, id, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => edit_page(&visit, id, &shown).await,
    }
}

async fn edited(
    visit: &Visit,
    id: PostId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let known = Known::find(&visit.cx, id).await?;
    let (post, from) = read(fields, known.on(visit.cx.today())?.state.unit)?;
    let edit = organisation::edit_post(&visit.cx, id, row, from, post).await?;
    go(visit, fields, elsewhere, edit, |()| {
        format!("{}?on={from}", post_page(id))
    })
    .await
}

async fn edit_page(visit: &Visit, id: PostId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = Known::find(&visit.cx, id).await?;
    let record = known.on(visit.cx.today())?;
    let page = form_page(visit, id, &record.state, &Text::EditPost, "edit").await?;
    page.answer(visit, shown, |form| {
        html! {
            (form.hidden("row", &record.row.to_string()))
            (what(lang, form, Some(&record.state)))
            (from_field(visit, form, Some(record.days.first())))
        }
    })
    .await
}

/// `GET /admin/organisation/posts/:id/close`
#[handler]
pub(super) async fn ask_close(visit: Visit, Path(id): Path<PostId>) -> Answer<Response> {
    close_page(&visit, id, &Shown::of(&visit)).await
}

/// `POST /admin/organisation/posts/:id/close`
#[handler]
pub(super) async fn close(
    visit: Visit,
    Path(id): Path<PostId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let outcome = closed(&visit, id, &fields, elsewhere).await;
    match Shown::after(&fields, outcome)? {
        Ok(done) => Ok(done.into()),
        Err(shown) => close_page(&visit, id, &shown).await,
    }
}

async fn closed(
    visit: &Visit,
    id: PostId,
    fields: &Fields,
    elsewhere: &Elsewhere,
) -> Result<Outcome, Problem> {
    let row = seen(fields)?;
    let from = from_day(fields)?;
    let edit = organisation::close_post(&visit.cx, id, row, from).await?;
    go(visit, fields, elsewhere, edit, |()| post_page(id)).await
}

async fn close_page(visit: &Visit, id: PostId, shown: &Shown<'_>) -> Answer<Response> {
    let lang = visit.lang;
    let known = Known::find(&visit.cx, id).await?;
    let record = known.on(visit.cx.today())?;
    let page = FormPage {
        danger: true,
        ..form_page(visit, id, &record.state, &Text::ClosePost, "close").await?
    };
    page.answer(visit, shown, |form| {
        html! {
            p { (Text::ClosePostWords.to(lang)) }
            (form.hidden("row", &record.row.to_string()))
            (from_field(visit, form, Some(record.days.first())))
        }
    })
    .await
}

async fn form_page(
    visit: &Visit,
    id: PostId,
    post: &Post,
    act: &Text,
    verb: &str,
) -> Result<FormPage, Problem> {
    let lang = visit.lang;
    let here = post_page(id);
    let names = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &[post.unit]).await?;
    let unit = names.get(&post.unit).cloned().unwrap_or_default();
    Ok(FormPage {
        title: act.to(lang).into_owned(),
        action: format!("{here}/{verb}"),
        above: vec![(unit_page(post.unit), unit), (here, post.title.clone())],
        act: act.to(lang).into_owned(),
        danger: false,
    })
}

/// What the form says of the post.
fn read(fields: &Fields, unit: UnitId) -> Result<(Post, Date), Invalid> {
    let mut read = fields.reader();
    let rank = read.needed("rank", Reader::one);
    let position = read.needed("position", Reader::one);
    let from = read.needed("from", Reader::day);
    let ((rank, position), from) = read.finish_with(rank.zip(position).zip(from))?;
    let post = Post {
        unit,
        title: fields.text("title"),
        head: fields.has("head"),
        rank,
        position,
    };
    Ok((post, from))
}

fn what(lang: Lang, form: &Form, post: Option<&Post>) -> Markup {
    let text = |of: fn(&Post) -> String| post.map(of).unwrap_or_default();
    html! {
        (form.text("title", Text::PostTitle.to(lang)).required().max_chars(100)
            .value(text(|post| post.title.clone())))
        (form.number("rank", Text::PostRank.to(lang)).required().value(text(|post| post.rank.to_string()))
            .help(Text::PostRankHelp.to(lang)))
        (form.number("position", Text::Position.to(lang)).required()
            .value(post.map_or(0, |post| post.position).to_string()).help(Text::PositionHelp.to(lang)))
        (form.checkbox("head", Text::IsHead.to(lang)).checked(post.is_some_and(|post| post.head)))
    }
}
