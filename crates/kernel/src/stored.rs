//! What every store needs: values in JSON columns, codes, pages, and whether somebody was quicker. For stores alone.

use sea_orm::prelude::Json;
use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select, Value,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Conflict, DbError, Fault, Reading};

/// A value as a JSON column holds it.
pub fn to_json(value: &impl Serialize) -> Result<Json, DbError> {
    serde_json::to_value(value).map_err(|error| not_json(&error))
}

/// The value that a JSON column holds.
pub fn from_json<T: DeserializeOwned>(json: Json) -> Result<T, DbError> {
    serde_json::from_value(json).map_err(|error| not_json(&error))
}

fn not_json(error: &serde_json::Error) -> DbError {
    DbError::Failed(DbErr::Json(error.to_string()))
}

/// The one of that code, which this program wrote itself.
pub fn known<T>(code: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T, DbError> {
    from_code(code).ok_or_else(|| DbError::Failed(DbErr::Type(format!("code {code:?}"))))
}

/// Exactly one row was changed; none means that somebody was quicker.
pub fn one(rows: u64) -> Result<(), Fault> {
    Ok(Conflict::CHANGED.unless(rows == 1)?)
}

/// Of what a query finds, the rows after that one, the newest first, at most `size`: ids are in the order in which
/// things came to be.
pub async fn newest<E: EntityTrait>(
    on: &impl Reading,
    find: Select<E>,
    id: E::Column,
    after: Option<impl Into<Value>>,
    size: usize,
) -> Result<Vec<E::Model>, DbError> {
    let find = match after {
        Some(after) => find.filter(id.lt(after)),
        None => find,
    };
    let rows = find.order_by_desc(id).limit(size as u64);
    Ok(rows.all(&on.conn()).await?)
}
