//! The table `known_places`: browsers and addresses from which an account was signed in to.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};
use time::Duration;
use yakusho_kernel::{DbError, Permit, Reading, Timestamp, Tx};

use crate::account::AccountId;
use crate::session::Place;
use crate::session::lockout::Known;

/// For how long a place is known after the last sign-in from it.
const KNOWN_FOR: Duration = Duration::days(180);

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::Timestamp;

    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "known_places")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account: AccountId,
        pub place: Vec<u8>,
        pub first_at: Timestamp,
        pub last_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How the table writes the browser and the address. They differ in length, and so are never taken for each other.
fn written(place: &Place) -> (Option<Vec<u8>>, Vec<u8>) {
    (place.device_digest(), place.network())
}

/// What is known of a place to an account.
pub(in crate::session) async fn known(
    on: &impl Reading,
    account: AccountId,
    place: &Place,
    now: Timestamp,
) -> Result<Known, DbError> {
    let (device, network) = written(place);
    let asked = device.iter().chain([&network]).cloned();
    let places: Vec<Vec<u8>> = row::Entity::find()
        .select_only()
        .column(row::Column::Place)
        .filter(row::Column::Account.eq(account))
        .filter(row::Column::Place.is_in(asked))
        .filter(row::Column::LastAt.gt(now.plus(-KNOWN_FOR)))
        .into_tuple()
        .all(&on.conn())
        .await?;
    Ok(Known {
        device: device.is_some_and(|device| places.contains(&device)),
        address: !network.is_empty() && places.contains(&network),
    })
}

/// Whether anybody ever signed in to the account.
pub(in crate::session) async fn knows_any(
    on: &impl Reading,
    account: AccountId,
) -> Result<bool, DbError> {
    let count = row::Entity::find()
        .filter(row::Column::Account.eq(account))
        .limit(1)
        .count(&on.conn())
        .await?;
    Ok(count > 0)
}

/// Remembers the browser and the address of a sign-in.
pub(in crate::session) async fn remember(
    tx: &Tx,
    _: &Permit,
    account: AccountId,
    place: &Place,
) -> Result<(), DbError> {
    let now = tx.cx().now();
    let (device, network) = written(place);
    let rows = device
        .into_iter()
        .chain([network])
        .map(|place| row::ActiveModel {
            id: Set(tx.cx().env().rng().uuid(now)),
            account: Set(account),
            place: Set(place),
            first_at: Set(now),
            last_at: Set(now),
        });
    let again = OnConflict::columns([row::Column::Account, row::Column::Place])
        .update_column(row::Column::LastAt)
        .to_owned();
    row::Entity::insert_many(rows)
        .on_conflict(again)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
