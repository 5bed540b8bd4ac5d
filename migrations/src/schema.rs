//! Short words for what every migration writes.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A step of the schema's history.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) tables: fn() -> Vec<TableCreateStatement>,
    pub(crate) columns: fn() -> Vec<TableAlterStatement>,
    pub(crate) indexes: fn() -> Vec<IndexCreateStatement>,
    /// What no table or index expresses, in SQLite's words.
    pub(crate) sqlite: &'static [&'static str],
    /// The same in PostgreSQL's.
    pub(crate) postgres: &'static [&'static str],
}

impl Step {
    /// A step of that name, in which nothing is done yet.
    pub(crate) const fn named(name: &'static str) -> Self {
        Self {
            name,
            tables: Vec::new,
            columns: Vec::new,
            indexes: Vec::new,
            sqlite: &[],
            postgres: &[],
        }
    }
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[expect(
    elided_lifetimes_in_paths,
    reason = "the trait is declared so, and async_trait tells the two apart"
)]
#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// SQLite migrations are not transactional unless asked for.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in (self.tables)() {
            manager.create_table(table).await?;
        }
        for column in (self.columns)() {
            manager.alter_table(column).await?;
        }
        for index in (self.indexes)() {
            manager.create_index(index).await?;
        }
        let statements = match manager.get_database_backend() {
            DbBackend::Sqlite => self.sqlite,
            _ => self.postgres,
        };
        let on = manager.get_connection();
        for statement in statements {
            on.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration(
            "the schema only goes forward; restore a backup instead".into(),
        ))
    }
}

/// A column that a table gets; rows that are there have nothing in it.
pub(crate) fn added(table: &'static str, column: ColumnDef) -> TableAlterStatement {
    let mut column = opt(column);
    Table::alter().table(table).add_column(&mut column).take()
}

/// A table of that name.
pub(crate) fn table(
    name: &'static str,
    columns: impl IntoIterator<Item = ColumnDef>,
) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name);
    for mut column in columns {
        table.col(&mut column);
    }
    table
}

/// The primary key `id`.
pub(crate) fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().take()
}

/// A reference by id.
pub(crate) fn uuid(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().not_null().take()
}

/// Text.
pub(crate) fn text(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().not_null().take()
}

/// A point in time, in milliseconds since the epoch.
pub(crate) fn timestamp(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// A day.
pub(crate) fn date(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().not_null().take()
}

/// A whole number of 64 bits.
pub(crate) fn bigint(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

/// A whole number of 32 bits.
pub(crate) fn int(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().not_null().take()
}

/// A whole number of 16 bits.
pub(crate) fn smallint(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).small_integer().not_null().take()
}

/// True or false.
pub(crate) fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

/// Bytes.
pub(crate) fn bytes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

/// A JSON value.
pub(crate) fn json(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).json_binary().not_null().take()
}

/// The same column, but it may be empty.
pub(crate) fn opt(mut column: ColumnDef) -> ColumnDef {
    column.null().take()
}

/// A foreign key from `table.column` to `target.id`, refused while it is used.
pub(crate) fn references(
    table: &mut TableCreateStatement,
    column: &'static str,
    target: &'static str,
) {
    let from = table.get_table_name().cloned();
    let mut key = ForeignKey::create();
    if let Some(from) = from {
        key.from_tbl(from);
    }
    key.from_col(column).to(target, "id");
    table.foreign_key(&mut key);
}

/// An index over those columns.
pub(crate) fn index(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// An index that also keeps the columns' values from standing twice.
pub(crate) fn unique(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    index(name, table, columns).unique().take()
}

/// An [`index()`] over the rows alone of which the condition is true.
pub(crate) fn index_where(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
    condition: Expr,
) -> IndexCreateStatement {
    index(name, table, columns).and_where(condition).take()
}

/// A [`unique`] index over the rows alone whose `flag` is as given.
pub(crate) fn unique_where(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
    flag: &'static str,
    is: bool,
) -> IndexCreateStatement {
    unique(name, table, columns)
        .and_where(Expr::col(flag).eq(is))
        .take()
}
