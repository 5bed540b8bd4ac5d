//! Table `document_receipts`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use yakusho_kernel::stored::{from_json, known, one, to_json};
use yakusho_kernel::{Authorship, DbError, Fault, Permit, ProxyKind, Reading, Tx};

use super::model::{Means, Receipt, ReceiptContent, ReceiptId};
use super::policy::InCharge;

mod row {
    use sea_orm::entity::prelude::*;
    use yakusho_kernel::{PersonId, Timestamp, UnitId};

    use crate::document::DocumentId;
    use crate::receipt::model::ReceiptId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_receipts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ReceiptId,
        pub fiscal_year: i32,
        pub number: i32,
        pub received_on: time::Date,
        pub sender: String,
        pub title: String,
        pub means: String,
        pub section: UnitId,
        pub notes: String,
        pub files: Json,
        pub document: Option<DocumentId>,
        pub author: PersonId,
        pub hand: PersonId,
        pub proxy: Option<String>,
        pub version: i32,
        pub created_at: Timestamp,
        pub changed_at: Timestamp,
        pub revision: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use row::{ActiveModel, Column, Entity};

impl TryFrom<row::Model> for Receipt {
    type Error = DbError;

    fn try_from(row: row::Model) -> Result<Self, DbError> {
        Ok(Self {
            id: row.id,
            fiscal_year: row.fiscal_year,
            number: row.number,
            section: row.section,
            content: ReceiptContent {
                received_on: row.received_on,
                sender: row.sender,
                title: row.title,
                means: known(&row.means, Means::from_code)?,
                notes: row.notes,
                files: from_json(row.files)?,
            },
            document: row.document,
            by: Authorship {
                author: row.author,
                hand: row.hand,
                proxy: row.proxy.as_deref().and_then(ProxyKind::from_code),
            },
            version: row.version,
            created_at: row.created_at,
            changed_at: row.changed_at,
            revision: row.revision,
        })
    }
}

fn model(receipt: &Receipt, revision: i32) -> Result<ActiveModel, DbError> {
    let content = &receipt.content;
    Ok(ActiveModel {
        id: Set(receipt.id),
        fiscal_year: Set(receipt.fiscal_year),
        number: Set(receipt.number),
        received_on: Set(content.received_on),
        sender: Set(content.sender.clone()),
        title: Set(content.title.clone()),
        means: Set(content.means.code().to_owned()),
        section: Set(receipt.section),
        notes: Set(content.notes.clone()),
        files: Set(to_json(&content.files)?),
        document: Set(receipt.document),
        author: Set(receipt.by.author),
        hand: Set(receipt.by.hand),
        proxy: Set(receipt.by.proxy.map(|kind| kind.code().to_owned())),
        version: Set(receipt.version),
        created_at: Set(receipt.created_at),
        changed_at: Set(receipt.changed_at),
        revision: Set(revision),
    })
}

/// An entry of a section in charge.
pub(super) async fn find(
    on: &impl Reading,
    id: ReceiptId,
    seen: &InCharge,
) -> Result<Option<Receipt>, DbError> {
    let row = Entity::find_by_id(id)
        .filter(Column::Section.is_in(seen.sections()))
        .one(&on.conn())
        .await?;
    row.map(Receipt::try_from).transpose()
}

/// The entries of those sections in a fiscal year with numbers below one, the last first; at most `size`.
pub(super) async fn page(
    on: &impl Reading,
    seen: &InCharge,
    fiscal_year: i32,
    below: Option<i32>,
    size: usize,
) -> Result<Vec<Receipt>, DbError> {
    let rows = Entity::find()
        .filter(Column::FiscalYear.eq(fiscal_year))
        .filter(Column::Number.lt(below.unwrap_or(i32::MAX)))
        .filter(Column::Section.is_in(seen.sections()))
        .order_by_desc(Column::Number)
        .limit(size as u64)
        .all(&on.conn())
        .await?;
    rows.into_iter().map(Receipt::try_from).collect()
}

pub(super) async fn insert(tx: &Tx, _: &Permit, receipt: &Receipt) -> Result<(), DbError> {
    Entity::insert(model(receipt, receipt.revision)?)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes an entry over the one that it was read as, if that is still there.
pub(super) async fn save(tx: &Tx, _: &Permit, receipt: &Receipt) -> Result<(), Fault> {
    let saved = Entity::update_many()
        .set(model(receipt, receipt.revision + 1)?)
        .filter(Column::Id.eq(receipt.id))
        .filter(Column::Revision.eq(receipt.revision))
        .exec(&tx.conn())
        .await
        .map_err(DbError::from)?;
    one(saved.rows_affected)
}
