//! Writing entries.

use sea_orm::sea_query::{
    Expr, ExprTrait as _, InsertStatement, OnConflict, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait as _, DbBackend, DbErr};
use uuid::Uuid;
use yakusho_kernel::{DbError, Permit, Reading as _, Tx, UnitId};

use super::vector::vector;
use crate::model::{Entry, LONGEST_TEXT};
use crate::terms::spaced;

/// Writes an entry over the one that the thing had. One of another time is a new one, and so comes before older ones.
pub(crate) fn put(tx: &Tx, permit: &Permit, entry: &Entry) -> Result<(), DbError> {
    let item = entry.item.id;
    let on_sqlite = tx.conn().get_database_backend() == DbBackend::Sqlite;
    let title = seen(&entry.title);
    let text = seen(begin_of(&entry.text));
    if on_sqlite {
        drop_words(tx, permit, item);
    }
    let older = Query::delete()
        .from_table("search_items")
        .and_where(Expr::col("item").eq(item))
        .and_where(Expr::col("at").ne(entry.at))
        .take();
    tx.later(&older);
    let mut columns = vec!["kind", "item", "place", "section", "at", "title", "body"];
    let mut values: Vec<Expr> = vec![
        Expr::value(entry.item.kind.as_ref()),
        Expr::value(item),
        Expr::value(entry.place),
        Expr::value(entry.section),
        Expr::value(entry.at),
        Expr::value(title.as_str()),
        Expr::value(text.as_str()),
    ];
    if !on_sqlite {
        columns.push("words");
        values.push(Expr::val(vector(&title, &text)).cast_as("tsvector"));
    }
    let over = columns.iter().copied().filter(|column| *column != "item");
    let over = OnConflict::column("item").update_columns(over).to_owned();
    let mut insert = Query::insert();
    insert
        .into_table("search_items")
        .columns(columns)
        .values(values)
        .map_err(|error| failed(&error))?
        .on_conflict(over);
    tx.later(&insert);
    if on_sqlite {
        let words = Query::select()
            .column("id")
            .expr(Expr::val(spaced(&title)))
            .expr(Expr::val(spaced(&text)))
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
