//! Permitting data and businesses at a terminal.

use yakusho_accounts::ledger::Days;
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Reading, Reason, Saved, entered};

use super::model::{Allowed, PermitForm, PermitId, TerminalPermit};
use super::{policy, store};
use crate::asset::{self, Asset, AssetKind};
use crate::ids::AssetId;
use crate::inventory;
use crate::text::folded;

/// The most characters of a business.
const BUSINESS: usize = 200;

/// Permits data or a business at a terminal.
///
/// # Errors
/// The fields `data`, `business`, `first` and `last`.
pub async fn allow(cx: &Cx, terminal: AssetId, form: PermitForm) -> Result<Saved<PermitId>, Fault> {
    let tx = cx.begin().await?;
    let asset = find(&tx, cx, terminal).await?;
    let sets = policy::sets(cx, Some(asset.section));
    let permit = policy::may_allow(cx, terminal, &form.allowed, sets)?;
    let mut invalid = Invalid::default();
    let allowed = match form.allowed {
        Allowed::Business(words) => {
            Allowed::Business(entered::line(&mut invalid, "business", &words, BUSINESS))
        }
        Allowed::Data(id) => {
            if inventory::store::data_set(&tx, id).await?.is_none() {
                invalid.push("data", Reason::Unknown);
            }
            Allowed::Data(id)
        }
    };
    if form.first < cx.today() {
        invalid.push("first", Reason::Past);
    }
    let Some(days) = Days::through(form.first, form.last) else {
        invalid.push("last", Reason::EndBeforeStart);
        return Err(invalid.into());
    };
    let there = store::of_terminal(&tx, terminal, cx.today()).await?;
    let again = |one: &TerminalPermit| {
        let same = match (&one.allowed, &allowed) {
            (Allowed::Data(one), Allowed::Data(other)) => one == other,
            (Allowed::Business(one), Allowed::Business(other)) => folded(one) == folded(other),
            _ => false,
        };
        same && one.days.and(days).is_some()
    };
    if there.iter().any(again) {
        let field = match allowed {
            Allowed::Data(_) => "data",
            Allowed::Business(_) => "business",
        };
        invalid.push(field, Reason::Taken);
    }
    invalid.check()?;
    let one = TerminalPermit {
        id: cx.new_id(),
        terminal,
        allowed,
        days,
        recorded_at: cx.known_from(),
    };
    store::insert(&tx, &permit, &one).await?;
    let entry = Audit::of(permit, &terminal)
        .with("permit", one.id.to_string())
        .with("from", days.first().to_string())
        .with("last", days.last().map(|day| day.to_string()));
    Ok(tx.commit(entry, one.id).await?)
}

/// Withdraws a permission: it holds no more from today on.
///
/// # Errors
/// The conflict `over`, where it holds no more as it is.
pub async fn withdraw(cx: &Cx, terminal: AssetId, id: PermitId) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let asset = find(&tx, cx, terminal).await?;
    let one = store::find(&tx, id).await?;
    let one = one.filter(|one| one.terminal == terminal);
    let one = one.ok_or(Fault::NotFound)?;
    let sets = policy::sets(cx, Some(asset.section));
    let permit = policy::may_withdraw(cx, terminal, &one.allowed, sets)?;
    let over = one.days.until().is_some_and(|end| end <= cx.today());
    Conflict { code: "over" }.unless(!over)?;
    let gone = Conflict::CHANGED;
    gone.unless(store::supersede(&tx, &permit, id).await?)?;
    if let Some(days) = Days::between(one.days.first(), cx.today()) {
        let ended = TerminalPermit {
            days,
            recorded_at: cx.known_from(),
            ..one
        };
        store::insert(&tx, &permit, &ended).await?;
    }
    let entry = Audit::of(permit, &terminal).with("permit", id.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// What is permitted at a terminal and not over yet, businesses first.
pub async fn permits(cx: &Cx, terminal: AssetId) -> Result<Vec<TerminalPermit>, Fault> {
    let on = cx.reader();
    let _ = find(&on, cx, terminal).await?;
    let mut found = store::of_terminal(&on, terminal, cx.today()).await?;
    found.sort_by_key(|one| matches!(one.allowed, Allowed::Data(_)));
    Ok(found)
}

/// Whether the reader says what may be done at a terminal.
pub fn may_allow(cx: &Cx, terminal: &Asset) -> bool {
    policy::sets(cx, Some(terminal.section)).holds()
}

/// A terminal that the one who acts may see.
async fn find(on: &impl Reading, cx: &Cx, id: AssetId) -> Result<Asset, Fault> {
    let asset = asset::store::find(on, id).await?;
    let seen = asset.filter(|asset| {
        let sees = asset::policy::scope(cx).sees(asset.section);
        asset.kind == AssetKind::Terminal && (sees || policy::sets(cx, Some(asset.section)).holds())
    });
    seen.ok_or(Fault::NotFound)
}
