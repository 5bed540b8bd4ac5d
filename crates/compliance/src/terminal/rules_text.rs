//! What the general manager sets for the uniform operation of terminals (muko:32-2).

use serde_json::json;
use time::Date;
use yakusho_kernel::{
    Audit, Authorship, Cursor, Cx, Fault, Invalid, Notice, Page, PersonId, Reason, Saved, entered,
};

use super::model::{RulesId, RulesVersion};
use super::{policy, store};
use crate::designation::{self, TargetKind};
use crate::notices;

/// The most characters of the rules.
const BODY: usize = 20_000;

/// Sets another version of the rules, from that day on; whoever may operate a terminal is told.
///
/// # Errors
/// The fields `body` and `effective_on`.
pub async fn publish(cx: &Cx, body: &str, effective_on: Date) -> Result<Saved<RulesId>, Fault> {
    let permit = policy::may_publish(cx)?;
    let author = Authorship::of(cx)?.author;
    let mut invalid = Invalid::default();
    let body = entered::lines(&mut invalid, "body", body, BODY);
    if effective_on < cx.today() {
        invalid.push("effective_on", Reason::Past);
    }
    invalid.check()?;
    let tx = cx.begin().await?;
    let one = RulesVersion {
        id: cx.new_id(),
        version: store::last_version(&tx).await? + 1,
        effective_on,
        body,
        at: cx.now(),
        author,
    };
    store::insert_rules(&tx, &permit, &one).await?;
    let open = designation::store::open(&tx, cx.today()).await?;
    let mut people: Vec<PersonId> = open
        .into_iter()
        .filter(|one| one.kind == TargetKind::Terminal)
        .filter_map(|one| one.person)
        .collect();
    people.sort_unstable();
    people.dedup();
    let notice = Notice::new(notices::TERMINAL_RULES, &one.id)
        .params(json!({ "from": effective_on.to_string() }));
    tx.notify(&people, &notice).await?;
    let entry = Audit::of(permit, &one.id)
        .with("version_number", one.version)
        .with("told", people.len());
    Ok(tx.commit(entry, one.id).await?)
}

/// The versions of the rules, the last first: for everyone.
pub async fn versions(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<RulesVersion>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let found = store::rules(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(found, size, |one| one.version))
}

/// Whether the reader sets the rules.
pub fn may_publish(cx: &Cx) -> bool {
    policy::sets(cx, None).holds()
}
