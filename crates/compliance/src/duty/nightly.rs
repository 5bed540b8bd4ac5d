//! What time brings about with what is owed: done every night, and harmless to repeat.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use yakusho_kernel::{Audit, Cx, Debtor, Fault, Notice, Owed, PersonId};

use super::debtors::People;
use super::rules::{Stage, stage, window};
use super::{Ledger, ledger, policy, store};
use crate::notices;

/// Reminds those who owe something of this domain on the days that the city sets before its day and once it is past, and
/// tells whoever is above them once it is late. Says how many were not told the same before.
pub async fn remind(cx: &Cx) -> Result<usize, Fault> {
    let permit = policy::may_remind(cx)?;
    let values = cx.city().values(cx.today());
    let (ahead, patience) = (&values.duty_reminder_days, values.duty_escalation_days);
    let owed = ledger::everything(cx, window(cx.today(), ahead, patience)).await?;
    let debtors: BTreeSet<Debtor> = owed.iter().map(|one| one.by).collect();
    let people = People::of(&cx.reader(), cx.today(), &debtors).await?;
    let told: Vec<(PersonId, Notice)> = owed
        .iter()
        .filter_map(|one| Some((one, stage(cx.today(), one.due, ahead, patience)?)))
        .flat_map(|(one, stage)| notices(&people, one, stage))
        .collect();
    let tx = cx.begin().await?;
    let told = tx.notify_each(&told).await?;
    let entry = Audit::at_large(permit).with("told", told);
    Ok(*tx.commit(entry, told).await?)
}

/// Records how it stands today with what is owed, for whoever looks back; what was recorded of today before stays. Says of
/// how many rules that is.
pub async fn record(cx: &Cx, ledger: &Ledger) -> Result<usize, Fault> {
    let permit = policy::may_remind(cx)?;
    let tallies = ledger.tally(cx).await?;
    let tx = cx.begin().await?;
    store::record(&tx, &permit, cx.today(), &tallies).await?;
    let entry = Audit::at_large(permit).with("rules", tallies.len());
    Ok(*tx.commit(entry, tallies.len()).await?)
}

/// What is told of a duty, to each whom it concerns.
fn notices(people: &People, owed: &Owed, stage: Stage) -> Vec<(PersonId, Notice)> {
    let owners = || people.whom(owed.by);
    // A night that was missed still tells those who owe it that it is late.
    let late = || told(owed, notices::DUTY_OVERDUE, "");
    match stage {
        Stage::Ahead(days) => to(
            owners(),
            &told(owed, notices::DUTY_AHEAD, &days.to_string()),
        ),
        Stage::Overdue => to(owners(), &late()),
        Stage::Escalated => {
            let above = told(owed, notices::DUTY_ESCALATED, "");
            let mut all = to(owners(), &late());
            all.extend(to(people.above(owed.by), &above));
            all
        }
    }
}

fn to(people: Vec<PersonId>, notice: &Notice) -> Vec<(PersonId, Notice)> {
    let each = people.into_iter();
    each.map(|person| (person, notice.clone())).collect()
}

fn told(owed: &Owed, kind: &'static str, stage: &str) -> Notice {
    let (code, of) = owed.by.stored();
    let of = of.map_or_else(String::new, |of| of.to_string());
    let mut params = owed.params.clone();
    if let Value::Object(params) = &mut params {
        params.insert("of".to_owned(), json!(owed.kind));
        params.insert("due".to_owned(), json!(owed.due.to_string()));
    }
    // Several owe something about the same, each their own.
    Notice::new(kind, &owed.about)
        .keyed(format!("{} {stage} {code} {of} {}", owed.due, owed.kind))
        .params(params)
}
