//! What is to be looked through again (nogata:9(3)): told every night, once to each, and harmless to repeat.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use time::Duration;
use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Cx, Fault, Notice, PersonId, UnitId};

use super::{policy, store};
use crate::cabinet::service::heads;
use crate::notices;

/// How long after its day whoever manages it is told that nobody looked it through.
const PATIENCE: Duration = Duration::days(14);

/// Tells whoever registered a document that its day has come, while it is their section's; whoever leads that where it
/// passed on or they are gone, and where nobody did it. Says how many were not told the same before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_run_nightly(cx)?;
    let tx = cx.begin().await?;
    let due = store::to_review(&tx, cx.today()).await?;
    let authors: Vec<PersonId> = due.iter().map(|(document, _)| document.by.author).collect();
    let cards = directory::people(&tx, cx.today(), &authors).await?;
    // Sections are few, and each has its own heads.
    let mut leaders: BTreeMap<UnitId, Vec<PersonId>> = BTreeMap::new();
    let sections: BTreeSet<UnitId> = due.iter().map(|(_, folder)| folder.section).collect();
    for section in sections {
        leaders.insert(section, heads(&tx, &[section]).await?);
    }
    let mut told = Vec::new();
    for (document, folder) in &due {
        let Some(day) = document.content.review_on else {
            continue;
        };
        let said = json!({ "title": document.content.title, "on": day.to_string() });
        let notice = |kind| {
            Notice::new(kind, &document.id)
                .keyed(day.to_string())
                .params(said.clone())
        };
        let leaders = leaders.get(&folder.section).map_or(&[][..], Vec::as_slice);
        let card = cards.get(&document.by.author);
        let here = card.is_some_and(|card| card.unit.is_some() && card.status.is_employed())
            && !document.passed_to(folder);
        if here {
            told.push((document.by.author, notice(notices::REVIEW_DUE)));
        }
        if !here || day + PATIENCE <= cx.today() {
            let overdue = leaders.iter();
            told.extend(overdue.map(|person| (*person, notice(notices::REVIEW_OVERDUE))));
        }
    }
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("told", told);
    Ok(*tx.commit(entry, told).await?)
}
