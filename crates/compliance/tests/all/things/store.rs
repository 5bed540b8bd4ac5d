//! Which of the things lie in the open.

use sea_orm::sea_query::{Expr, ExprTrait as _};
use uuid::Uuid;
use yakusho_search::Column;

/// That a thing lies in that place.
pub(super) fn lying_in(place: Uuid) -> Expr {
    Column::Place.of_entry().eq(place)
}
