//! By what cases are found, and by whom.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use yakusho_attachments::{Texts, texts};
use yakusho_kernel::{DbError, Permit, Reading as _, Subject as _, Tx};
use yakusho_regulation::Lang;
use yakusho_search::{Column, Entry, Seen, Which};

use super::case::read;
use super::list;
use super::rows::{case, definition};
use crate::procedure::policy::Scope;
use crate::procedure::{Answer, Case, CaseState};

/// Has a case be found by what was filled in, once it was submitted.
pub(super) async fn index(tx: &Tx, permit: &Permit, case: &Case) -> Result<(), DbError> {
    if case.state == CaseState::Draft {
        return Ok(());
    }
    let texts = texts(tx, &case.content.files).await?;
    yakusho_search::put(tx, permit, &entry(case, &texts))
}

fn entry(case: &Case, texts: &Texts) -> Entry {
    let (procedure, content) = (case.procedure(), &case.content);
    let titles = [procedure.title(Lang::Ja), procedure.title(Lang::En)];
    let answers = content.answers.values().filter_map(Answer::text);
    let files = texts.of(&content.files);
    let conditions = case.conditions.as_deref();
    let said = titles.into_iter().chain(answers).chain(conditions);
    let text: Vec<&str> = said.chain(files).collect();
    Entry {
        item: case.id.reference(),
        place: None,
        section: Some(content.section),
        at: case.changed_at,
        title: case.subject.clone(),
        text: text.join("\n"),
    }
}

/// What the reader sees of the cases that were submitted.
pub(crate) fn found_by(scope: &Scope) -> Seen {
    let seen = Query::select()
        .expr(Expr::val(1))
        .from_as("compliance_cases", "c")
        .and_where(Expr::col(("c", "id")).eq(Column::Item.of_entry()))
        .cond_where(list::seen(&list::whose(scope)))
        .take();
    Seen::only(Expr::exists(seen))
}

/// What is found of the cases that are meant, in their order, which nobody changes meanwhile.
pub(crate) async fn entries(tx: &Tx, which: Which) -> Result<Vec<Entry>, DbError> {
    let find = case::Entity::find().filter(case::Column::State.ne(CaseState::Draft.code()));
    let rows = which.of(find, case::Column::Id).all(&tx.conn()).await?;
    let digests = rows.iter().map(|row| row.definition.clone());
    let definitions = definition::Entity::find()
        .filter(definition::Column::Digest.is_in(digests))
        .all(&tx.conn())
        .await?;
    let definitions: HashMap<_, _> = definitions
        .into_iter()
        .map(|row| (row.digest.clone(), row))
        .collect();
    let cases = rows.into_iter().filter_map(|row| {
        let definition = definitions.get(&row.definition)?;
        Some(read(row, definition.clone()))
    });
    let cases = cases.collect::<Result<Vec<_>, _>>()?;
    let texts = texts(tx, cases.iter().flat_map(|case| &case.content.files)).await?;
    Ok(cases.iter().map(|case| entry(case, &texts)).collect())
}
