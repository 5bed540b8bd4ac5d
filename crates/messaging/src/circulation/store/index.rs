//! By what circulations are found, and by whom.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{DbError, Permit, PersonId, Reading as _, Standing, Subject as _, Tx};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::circulation;
use crate::circulation::model::{Circulation, CirculationState, RecipientState};
use crate::section::sections_of;

/// Those that were sent, and stand.
const FOUND: [CirculationState; 3] = [
    CirculationState::Open,
    CirculationState::Completed,
    CirculationState::Closed,
];

/// Has a circulation be found by what it says now; what was not sent, or does not stand any more, is not found.
pub(super) async fn index(tx: &Tx, permit: &Permit, one: &Circulation) -> Result<(), DbError> {
    if FOUND.contains(&one.state) {
        let texts = texts(tx, &one.content.files).await?;
        return yakusho_search::put(tx, permit, &entry(one, &texts));
    }
    if one.state != CirculationState::Draft {
        yakusho_search::forget(tx, permit, &one.id.reference());
    }
    Ok(())
}

fn entry(one: &Circulation, texts: &Texts) -> Entry {
    let content = &one.content;
    let files = texts.of(&content.files);
    let said = [content.body.as_str(), one.byline.as_str()];
    let text: Vec<&str> = said.into_iter().chain(files).collect();
    Entry {
        item: one.id.reference(),
        place: None,
        section: content.section,
        at: one.sent_at.unwrap_or(one.changed_at),
        title: content.title.as_str().to_owned(),
        text: text.join("\n"),
    }
}

/// What reached the reader, what is theirs, and what goes in the name of a section that they head.
pub(crate) fn seen(standing: &Standing, reader: PersonId) -> Seen {
    let of_entry = |column| Expr::col(column).eq(Column::Item.of_entry());
    let exists = |select: SelectStatement| Expr::exists(select);
    let reached = Query::select()
        .expr(Expr::val(1))
        .from_as("circulation_recipients", "r")
        .and_where(of_entry(("r", "circulation")))
        .and_where(Expr::col(("r", "person")).eq(reader))
        .and_where(Expr::col(("r", "state")).ne(RecipientState::Waiting.code()))
        .take();
    let behalf = standing.on_behalf.map(|behalf| behalf.person);
    let authors = [standing.person].into_iter().chain(behalf);
    let section = || Column::Section.of_entry();
    let seen = Condition::any()
        .add(exists(reached))
        .add(section().is_in(standing.headed()));
    let seen = authors.fold(seen, |seen, author| {
        let written = Query::select()
            .expr(Expr::val(1))
            .from_as("circulations", "c")
            .and_where(of_entry(("c", "id")))
            .and_where(Expr::col(("c", "author")).eq(author))
            .take();
        let theirs = section().is_in(sections_of(standing, author));
        let own = Condition::all()
            .add(exists(written))
            .add(section().is_null().or(theirs));
        seen.add(own)
    });
    Seen::only(seen)
}

/// What is found of the circulations that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    let found = circulation::Column::State.is_in(FOUND.map(CirculationState::code));
    let find = circulation::Entity::find().filter(found);
    let find = which.of(find, circulation::Column::Id);
    let rows = find.all(&tx.conn()).await?;
    let all = rows.into_iter().map(Circulation::try_from);
    let all = all.collect::<Result<Vec<_>, _>>()?;
    let texts = texts(tx, all.iter().flat_map(|one| &one.content.files)).await?;
    Ok(all.iter().map(|one| entry(one, &texts)).collect())
}
