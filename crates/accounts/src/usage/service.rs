//! What is done with usage rules.

use std::sync::Arc;

use time::Date;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Fault, Invalid, Page, PersonId, Reader, Reading, Reason,
    Reference, Saved,
};
use yakusho_regulation::City;

use super::model::{Acknowledgement, NewUsageRules, UsageRules, UsageRulesId};
use super::{policy, store};
use crate::directory::{self, PersonCard, Sought};

/// The version in force today, if the city has usage rules and one was made.
pub async fn current(cx: &Cx) -> Result<Option<UsageRules>, Fault> {
    if !policy::is_user(cx) {
        return Ok(None);
    }
    Ok(in_force(cx).await?.as_ref().clone())
}

/// The same, whoever asks.
pub(super) async fn in_force(cx: &Cx) -> Result<Arc<Option<UsageRules>>, Fault> {
    let day = cx.today();
    if !kept_by(cx.city(), day) {
        return Ok(Arc::default());
    }
    Ok(cx.reference(InForce { day }).await?)
}

/// The version in force on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct InForce {
    day: Date,
}

impl Reference for InForce {
    type Answer = Option<UsageRules>;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        store::current(on, self.day).await
    }
}

/// The version that somebody still has to take note of on that day, if there is one.
pub async fn owed(
    on: &impl Reading,
    city: &City,
    day: Date,
    person: PersonId,
) -> Result<Option<UsageRulesId>, DbError> {
    if !kept_by(city, day) {
        return Ok(None);
    }
    store::owed(on, day, person).await
}

fn kept_by(city: &City, day: Date) -> bool {
    city.in_force(yakusho_regulation::Rule::UsageRules, day)
        .is_some()
}

/// Every version, the newest first: for every user.
pub async fn versions(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<UsageRules>, Fault> {
    if !policy::is_user(cx) {
        return Err(Fault::NotFound);
    }
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(found, size, |rules| rules.number))
}

/// One version: for every user.
pub async fn get(cx: &Cx, id: UsageRulesId) -> Result<UsageRules, Fault> {
    if !policy::is_user(cx) {
        return Err(Fault::NotFound);
    }
    let found = store::get(&cx.reader(), id).await?;
    found.ok_or(Fault::NotFound)
}

/// The version before another, to compare them.
pub async fn before(cx: &Cx, rules: &UsageRules) -> Result<Option<UsageRules>, Fault> {
    if !policy::is_user(cx) {
        return Err(Fault::NotFound);
    }
    let found = store::page(&cx.reader(), Some(rules.number), 1).await?;
    Ok(found.into_iter().next())
}

/// Makes a version.
///
/// # Errors
/// The fields `effective_on` (in the past), `body_ja` and `body_en`.
pub async fn issue(cx: &Cx, new: NewUsageRules) -> Result<Saved<UsageRulesId>, Fault> {
    let permit = policy::may_issue(cx)?;
    let new = checked(new, cx.today())?;
    let tx = cx.begin().await?;
    let (id, number) = store::insert(&tx, &permit, &new).await?;
    let version = tx
        .keep_version(
            &id,
            &serde_json::json!({ "ja": new.body_ja, "en": new.body_en }),
        )
        .await?;
    let entry = Audit::of(permit, &id)
        .with("number", number)
        .with("effective_on", new.effective_on.to_string())
        .version(&version);
    Ok(tx.commit(entry, id).await?)
}

/// Takes a version back before its first day.
///
/// # Errors
/// The conflict `in_force_already`.
pub async fn withdraw(cx: &Cx, id: UsageRulesId) -> Result<Saved<()>, Fault> {
    let permit = policy::may_withdraw(cx, id)?;
    let tx = cx.begin().await?;
    let rules = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    if rules.effective_on <= cx.today() {
        return Err(Conflict {
            code: "in_force_already",
        }
        .into());
    }
    if !store::withdraw(&tx, &permit, id).await? {
        return Err(Fault::NotFound);
    }
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Takes note of the version in force. To do so again changes nothing.
///
/// # Errors
/// The conflict `not_in_force` where the version is not, or no longer, the one that counts.
pub async fn acknowledge(cx: &Cx, id: UsageRulesId) -> Result<Saved<()>, Fault> {
    let permit = policy::may_acknowledge(cx, id)?;
    let tx = cx.begin().await?;
    let current = store::current(&tx, cx.today())
        .await?
        .ok_or(Fault::NotFound)?;
    if current.id != id {
        return Err(Conflict {
            code: "not_in_force",
        }
        .into());
    }
    store::acknowledge(&tx, &permit, id).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// Who took note of a version, in the order in which they did.
pub async fn acknowledgements(
    cx: &Cx,
    id: UsageRulesId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Acknowledgement>, Fault> {
    let _ = policy::may_follow(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::acknowledgements(&cx.reader(), id, after, size + 1).await?;
    let page = Page::of(found, size, |(key, _)| *key);
    Ok(page.map(|(_, acknowledgement)| acknowledgement))
}

/// Who works here and has not taken note of a version, in kana order.
pub async fn outstanding(
    cx: &Cx,
    id: UsageRulesId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PersonCard>, Fault> {
    let _ = policy::may_follow(cx)?;
    let sought = Sought {
        text: "",
        unit: None,
        but: Some(store::acknowledged(id)),
    };
    directory::find(cx, sought, after, size).await
}

fn checked(mut new: NewUsageRules, today: Date) -> Result<NewUsageRules, Invalid> {
    let mut invalid = Invalid::default();
    new.body_ja = new.body_ja.trim().to_owned();
    new.body_en = new.body_en.trim().to_owned();
    if new.effective_on < today {
        invalid.push("effective_on", Reason::Past);
    }
    if new.body_ja.is_empty() {
        invalid.push("body_ja", Reason::Required);
    }
    for (field, body) in [("body_ja", &new.body_ja), ("body_en", &new.body_en)] {
        if body.chars().count() > NewUsageRules::LONGEST {
            invalid.push(
                field,
                Reason::TooLong {
                    max: NewUsageRules::LONGEST,
                },
            );
        }
    }
    invalid.check()?;
    Ok(new)
}
