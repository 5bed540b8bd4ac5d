//! By what facilities are found, and by whom.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait as _;
use yakusho_kernel::{DbError, Permit, Reading as _, Subject as _, Tx};
use yakusho_search::{Column, Entry, Seen, Which};

use super::rows::row;
use crate::facility::model::{Facility, FacilityId, FacilitySettings};

/// Has a facility be found by what it is called and where it is; what is retired is not found.
pub(super) fn index(
    tx: &Tx,
    permit: &Permit,
    id: FacilityId,
    set: &FacilitySettings,
    retired: bool,
) -> Result<(), DbError> {
    if retired {
        yakusho_search::forget(tx, permit, &id.reference());
        return Ok(());
    }
    yakusho_search::put(tx, permit, &entry(tx, id, set))
}

fn entry(tx: &Tx, id: FacilityId, set: &FacilitySettings) -> Entry {
    let said = [&set.name_en, &set.code, &set.place, &set.notes];
    Entry {
        item: id.reference(),
        place: None,
        section: None,
        at: tx.cx().now(),
        title: set.name_ja.clone(),
        text: said.map(String::as_str).join("\n"),
    }
}

/// Those facilities, of which there are few.
pub(crate) fn among(ids: impl IntoIterator<Item = FacilityId>) -> Seen {
    Seen::only(Column::Item.of_entry().is_in(ids))
}

/// What is found of the facilities that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    let find = row::Entity::find().filter(row::Column::Retired.eq(false));
    let rows = which.of(find, row::Column::Id).all(&tx.conn()).await?;
    let facilities = rows.into_iter().map(Facility::try_from);
    let facilities = facilities.collect::<Result<Vec<_>, _>>()?;
    Ok(facilities
        .iter()
        .map(|one| entry(tx, one.id, &one.settings))
        .collect())
}
