//! By what circulations are found, and by whom.

use std::collections::{HashMap, HashSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{Condition, QuerySelect as _};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{
    DbError, Permit, PersonId, Reading, Standing, Subject as _, Tx, TypedId as _,
};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::circulation;
use crate::circulation::model::{Circulation, CirculationId, CirculationState, RecipientState};
use crate::comment;
use crate::store::own;

/// Those that stand, drafts too.
const FOUND: [CirculationState; 4] = [
    CirculationState::Draft,
    CirculationState::Open,
    CirculationState::Completed,
    CirculationState::Closed,
];

/// Has a circulation be found by what it says now, and what its comments say; what does not stand any more is not found.
pub(super) async fn index(tx: &Tx, permit: &Permit, one: &Circulation) -> Result<(), DbError> {
    if one.state.is_gone() {
        yakusho_search::forget(tx, permit, &one.id.reference());
        return Ok(());
    }
    let texts = texts(tx, &one.content.files).await?;
    let said = comment::said(tx, CirculationId::KIND, [one.id.into()]).await?;
    yakusho_search::put(tx, permit, &entry(one, &texts, &said))
}

fn entry(one: &Circulation, texts: &Texts, said: &HashMap<Uuid, Vec<String>>) -> Entry {
    let content = &one.content;
    let files = texts.of(&content.files);
    let comments = said.get(&one.id.into()).into_iter().flatten();
    let said = [content.body.as_str(), one.byline.as_str()];
    let said = said.into_iter().chain(comments.map(String::as_str));
    let text: Vec<&str> = said.chain(files).collect();
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
    let reached = Query::select()
        .expr(Expr::val(1))
        .from_as("circulation_recipients", "r")
        .and_where(of_entry(("r", "circulation")))
        .and_where(Expr::col(("r", "person")).eq(reader))
        .and_where(Expr::col(("r", "state")).ne(RecipientState::Waiting.code()))
        .take();
    let sent = Query::select()
        .expr(Expr::val(1))
        .from_as("circulations", "s")
        .and_where(of_entry(("s", "id")))
        .and_where(Expr::col(("s", "state")).ne(CirculationState::Draft.code()))
        .take();
    let theirs = Condition::any()
        .add(Expr::exists(reached))
        .add(Column::Section.of_entry().is_in(standing.headed()));
    let sent = Condition::all().add(theirs).add(Expr::exists(sent));
    let seen = Condition::any().add(sent);
    Seen::only(seen.add(own("circulations", standing)))
}

/// Which of these are drafts.
pub(crate) async fn drafts(on: &impl Reading, items: &[Uuid]) -> Result<HashSet<Uuid>, DbError> {
    let find = circulation::Entity::find()
        .select_only()
        .column(circulation::Column::Id)
        .filter(circulation::Column::Id.is_in(items.iter().copied()))
        .filter(circulation::Column::State.eq(CirculationState::Draft.code()));
    let drafts: Vec<Uuid> = find.into_tuple().all(&on.conn()).await?;
    Ok(drafts.into_iter().collect())
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
    let ids = all.iter().map(|one| one.id.into());
    let said = comment::said(tx, CirculationId::KIND, ids).await?;
    Ok(all.iter().map(|one| entry(one, &texts, &said)).collect())
}
