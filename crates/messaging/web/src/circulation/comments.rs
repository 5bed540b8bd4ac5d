//! Comments on a circulation.

use maud::Markup;
use poem::handler;
use poem::web::{Html, Path};
use yakusho_messaging::circulation::{self, CirculationId};
use yakusho_messaging::comment::CommentId;
use yakusho_webkit::{Answer, Fields, PAGE_SIZE, Problem, Typed, Visit};

use super::texts::Text as All;
use super::{CIRCULATIONS, circulation_page, page};
use crate::comments::{Act, Place, Text, WORDS, revision};

fn place(visit: &Visit, id: CirculationId) -> Place {
    Place {
        page: circulation_page(id),
        list: (CIRCULATIONS, All::Circulations.to(visit.lang)),
    }
}

/// A page of them, where there are many.
#[handler]
pub(super) async fn list(visit: Visit, Path(id): Path<CirculationId>) -> Answer<Html<Markup>> {
    let view = circulation::show(&visit.cx, id).await?;
    let page = circulation::comments(&visit.cx, id, visit.after().as_ref(), PAGE_SIZE).await?;
    let title = view.words.shown().map(|words| &*words.title);
    let may = (view.may.comment, view.may.moderate);
    place(&visit, id).list(&visit, title, &page, may).await
}

/// Writes one.
#[handler]
pub(super) async fn write(visit: Visit, Path(id): Path<CirculationId>, fields: Fields) -> Answer {
    match circulation::comment(&visit.cx, id, &fields.text(WORDS)).await {
        Ok(_) => Ok(place(&visit, id).after(&visit, &Text::Sent)),
        Err(fault) => {
            let typed = Problem::from(fault).again(&fields)?;
            let view = circulation::show(&visit.cx, id).await?;
            page::page(&visit, &view, Typed::nothing(), typed).await
        }
    }
}

/// Other words in place of one's own.
#[handler]
pub(super) async fn edit(
    visit: Visit,
    Path((id, comment)): Path<(CirculationId, CommentId)>,
    fields: Fields,
) -> Answer {
    let (cx, revision, words) = (&visit.cx, revision(&fields)?, fields.text(WORDS));
    let edited = circulation::edit_comment(cx, id, comment, revision, &words).await;
    let edited = edited.map_err(Problem::from);
    let place = place(&visit, id);
    place
        .answer(&visit, (comment, Act::Edit), &fields, edited)
        .await
}

/// Takes one back or down.
#[handler]
pub(super) async fn remove(
    visit: Visit,
    Path((id, comment)): Path<(CirculationId, CommentId)>,
    fields: Fields,
) -> Answer {
    let act = Act::of_removal(&fields);
    let removed = async {
        let (revision, reason) = (revision(&fields)?, fields.text("reason"));
        act.with_reason(&visit, &reason)?;
        let removed = circulation::remove_comment(&visit.cx, id, comment, revision, &reason);
        Ok::<_, Problem>(removed.await?)
    };
    let removed = removed.await;
    let place = place(&visit, id);
    place.answer(&visit, (comment, act), &fields, removed).await
}

/// Puts one up again that was taken down.
#[handler]
pub(super) async fn reinstate(
    visit: Visit,
    Path((id, comment)): Path<(CirculationId, CommentId)>,
    fields: Fields,
) -> Answer {
    let revision = revision(&fields)?;
    let _ = circulation::reinstate_comment(&visit.cx, id, comment, revision).await?;
    Ok(place(&visit, id).after(&visit, &Text::IsPutUp))
}
