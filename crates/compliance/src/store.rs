//! What every store of this domain needs.

use sea_orm::DbErr;
use sea_orm::prelude::Json;
use serde::Serialize;
use serde::de::DeserializeOwned;
use yakusho_kernel::{Conflict, DbError, Fault};

/// A value as a JSON column holds it.
pub(crate) fn to_json(value: &impl Serialize) -> Result<Json, DbError> {
    serde_json::to_value(value).map_err(|error| not_json(&error))
}

/// The value that a JSON column holds.
pub(crate) fn from_json<T: DeserializeOwned>(json: Json) -> Result<T, DbError> {
    serde_json::from_value(json).map_err(|error| not_json(&error))
}

fn not_json(error: &serde_json::Error) -> DbError {
    DbError::Failed(DbErr::Json(error.to_string()))
}

/// The one of that code, which this program wrote itself.
pub(crate) fn known<T>(code: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<T, DbError> {
    from_code(code).ok_or_else(|| DbError::Failed(DbErr::Type(format!("code {code:?}"))))
}

/// Exactly one row was changed; none means that somebody was quicker.
pub(crate) fn one(rows: u64) -> Result<(), Fault> {
    Ok(Conflict::CHANGED.unless(rows == 1)?)
}
