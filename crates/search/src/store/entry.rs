//! Writing entries.

use std::collections::HashMap;

use sea_orm::sea_query::{
    Expr, ExprTrait as _, InsertStatement, OnConflict, Order, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait as _, DbBackend, DbErr};
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, Reading as _, Tx, UnitId};

use super::vector::vector;
use crate::model::{Entry, LONGEST_TEXT};
use crate::terms::spaced;

/// Rows in one statement.
const CHUNK: usize = 500;

/// The columns of an entry.
const COLUMNS: [&str; 7] = ["kind", "item", "place", "section", "at", "title", "body"];

/// Writes the entries of things that had none, each thing once. The full-text table is written in few statements: it sorts
/// into itself what each of them brings.
pub(crate) async fn put_new(tx: &Tx, _: &Permit, entries: &[Entry]) -> Result<(), DbError> {
    for entries in entries.chunks(CHUNK) {
        insert_new(tx, entries).await?;
    }
    Ok(())
}

async fn insert_new(tx: &Tx, entries: &[Entry]) -> Result<(), DbError> {
    let on_sqlite = tx.conn().get_database_backend() == DbBackend::Sqlite;
    let mut insert = Query::insert();
    insert
        .into_table("search_items")
        .columns(columns(on_sqlite));
    let mut words = HashMap::with_capacity(entries.len());
    for entry in entries {
        let said = Said::of(entry);
        insert
            .values(said.values(entry, on_sqlite))
            .map_err(|error| failed(&error))?;
        words.insert(entry.item.id, said);
    }
    tx.conn().execute(&insert).await?;
    if !on_sqlite {
        return Ok(());
    }
    let numbers = Query::select()
        .columns(["id", "item"])
        .from("search_items")
        .and_where(Expr::col("item").is_in(words.keys().copied()))
        // The full-text table writes what it has each time that a number comes which is lower than the one before.
        .order_by("id", Order::Asc)
        .take();
    let mut insert = Query::insert();
    insert
        .into_table("search_words")
        .columns(["rowid", "title", "body"]);
    for row in tx.conn().query_all(&numbers).await? {
        let (id, item): (i64, Uuid) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        if let Some(Said { title, text }) = words.get(&item) {
            let values = [id.into(), spaced(title).into(), spaced(text).into()];
            insert.values(values).map_err(|error| failed(&error))?;
        }
    }
    tx.conn().execute(&insert).await?;
    Ok(())
}

/// What an entry says, as far as it is kept.
struct Said {
    title: String,
    text: String,
}

impl Said {
    fn of(entry: &Entry) -> Self {
        Self {
            title: seen(&entry.title),
            text: seen(begin_of(&entry.text)),
        }
    }

    /// The values of the entry's columns.
    fn values(&self, entry: &Entry, on_sqlite: bool) -> Vec<Expr> {
        let mut values: Vec<Expr> = vec![
            Expr::value(entry.item.kind.as_ref()),
            Expr::value(entry.item.id),
            Expr::value(entry.place),
            Expr::value(entry.section),
            Expr::value(entry.at),
            Expr::value(self.title.as_str()),
            Expr::value(self.text.as_str()),
        ];
        if !on_sqlite {
            values.push(Expr::val(vector(&self.title, &self.text)).cast_as("tsvector"));
        }
        values
    }
}

/// The columns of an entry: on PostgreSQL the terms are one of them.
fn columns(on_sqlite: bool) -> Vec<&'static str> {
    let words = (!on_sqlite).then_some("words");
    COLUMNS.into_iter().chain(words).collect()
}

/// Writes an entry over the one that the thing had. One of another time is a new one, and so comes before older ones.
pub(crate) fn put(tx: &Tx, permit: &Permit, entry: &Entry) -> Result<(), DbError> {
    let item = entry.item.id;
    let on_sqlite = tx.conn().get_database_backend() == DbBackend::Sqlite;
    let said = Said::of(entry);
    if on_sqlite {
        drop_words(tx, permit, item);
    }
    let older = Query::delete()
        .from_table("search_items")
        .and_where(Expr::col("item").eq(item))
        .and_where(Expr::col("at").ne(entry.at))
        .take();
    tx.later(&older);
    let columns = columns(on_sqlite);
    let over = columns.iter().copied().filter(|column| *column != "item");
    let over = OnConflict::column("item").update_columns(over).to_owned();
    let mut insert = Query::insert();
    insert
        .into_table("search_items")
        .columns(columns)
        .values(said.values(entry, on_sqlite))
        .map_err(|error| failed(&error))?
        .on_conflict(over);
    tx.later(&insert);
    if on_sqlite {
        let words = Query::select()
            .column("id")
            .expr(Expr::val(spaced(&said.title)))
            .expr(Expr::val(spaced(&said.text)))
            .from("search_items")
            .and_where(Expr::col("item").eq(item))
            .take();
        let insert = InsertStatement::new()
            .into_table("search_words")
            .columns(["rowid", "title", "body"])
            .select_from(words)
            .map_err(|error| failed(&error))?
            .take();
        tx.later(&insert);
    }
    Ok(())
}

fn failed(error: &sea_orm::sea_query::error::Error) -> DbError {
    DbError::Failed(DbErr::Custom(error.to_string()))
}

/// As much of a text as is found by.
fn begin_of(text: &str) -> &str {
    text.char_indices()
        .nth(LONGEST_TEXT)
        .map_or(text, |(at, _)| &text[..at])
}

/// A text without the one character that PostgreSQL does not keep.
fn seen(text: &str) -> String {
    text.replace('\0', " ")
}

/// Takes the terms of a thing out of the full-text table.
fn drop_words(tx: &Tx, _: &Permit, item: Uuid) {
    let id: SelectStatement = Query::select()
        .column("id")
        .from("search_items")
        .and_where(Expr::col("item").eq(item))
        .take();
    let words = Query::delete()
        .from_table("search_words")
        .and_where(Expr::col("rowid").in_subquery(id))
        .take();
    tx.later(&words);
}

/// Takes the entry of a thing away.
pub(crate) fn forget(tx: &Tx, permit: &Permit, item: Uuid) {
    if tx.conn().get_database_backend() == DbBackend::Sqlite {
        drop_words(tx, permit, item);
    }
    let entry = Query::delete()
        .from_table("search_items")
        .and_where(Expr::col("item").eq(item))
        .take();
    tx.later(&entry);
}

/// Has what lies in these places be of that section.
pub(crate) fn pass(tx: &Tx, _: &Permit, places: &[Uuid], section: UnitId) {
    let pass = Query::update()
        .table("search_items")
        .value("section", section)
        .and_where(Expr::col("place").is_in(places.iter().copied()))
        .take();
    tx.later(&pass);
}

/// Takes every entry away.
pub(crate) async fn clear(tx: &Tx, _: &Permit) -> Result<(), DbError> {
    if tx.conn().get_database_backend() == DbBackend::Sqlite {
        // A full-text table that keeps no text is emptied by this command alone.
        let all = Query::insert()
            .into_table("search_words")
            .columns(["search_words"])
            .values(["delete-all".into()])
            .map_err(|error| failed(&error))?
            .take();
        tx.conn().execute(&all).await?;
    }
    let entries = Query::delete().from_table("search_items").take();
    tx.conn().execute(&entries).await?;
    Ok(())
}
