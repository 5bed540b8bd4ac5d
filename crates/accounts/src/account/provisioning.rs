//! Accounts as a city's identity management provisions them: opened for staff by their numbers, brought to what it wants
//! them to be, and let go of. Each is the same act as an administrator's on a page; several are one transaction.

use std::collections::{HashMap, HashSet};

use time::Date;
use yakusho_kernel::{
    Audit, Conflict, Cx, Fault, Invalid, Permit, PersonId, Reason, Saved, Tx, UnitId, Version,
    entered,
};

use super::model::{Account, AccountId, AccountState, CloseCause, NewAccount, Shared, Terms};
use super::service::{
    CLOSED, admitted, agree, bring_back, content, free_login, read, shut, watches, why,
};
use super::{policy, store};
use crate::directory::{self, PersonCard};

/// The most characters of what an identity management calls an account.
const EXTERNAL_ID: usize = 255;

/// An account that identity management sees: somebody's own, which it did not let go of.
#[derive(Clone, Debug)]
pub struct Provisioned {
    /// The account.
    pub account: Account,
    /// Whose it is, as they are today; none of somebody who is yet to come.
    pub card: Option<PersonCard>,
    /// Whether it is open and not past its end. A suspended one counts: that is the supervisor's matter.
    pub active: bool,
}

/// What identity management wants an account to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The ID, as typed.
    pub login: String,
    /// What identity management calls it.
    pub external_id: Option<String>,
    /// Whether it is to be open.
    pub active: bool,
    /// The last day on which it can be used.
    pub ends_on: Option<Date>,
    /// Why: the reason of whatever is to be done.
    pub reason: Option<String>,
}

/// Which accounts are sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Those that each part finds; every account where there is no part.
    All(Vec<Self>),
    /// Those that any part finds.
    Any(Vec<Self>),
    /// Those that it does not find.
    Not(Box<Self>),
    /// The one with that id.
    Id(AccountId),
    /// Those that can be used, or cannot.
    Active(bool),
    /// Those of which a text is so.
    Text(Field, Is),
}

/// A text of an account or of its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The ID.
    Login,
    /// What identity management calls it.
    ExternalId,
    /// The staff number.
    Number,
    /// The name.
    Name,
}

/// What a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// There is one.
    Present,
    /// This.
    Equal(String),
    /// It holds this.
    Containing(String),
    /// It begins so.
    Beginning(String),
    /// It ends so.
    Ending(String),
}

/// How many accounts are found, and those of them from the place `start` on (0 is the first), in the order in which they
/// were made.
pub async fn provisioned(
    cx: &Cx,
    sought: &Sought,
    start: u64,
    size: usize,
) -> Result<(u64, Vec<Provisioned>), Fault> {
    let _ = policy::may_list(cx)?;
    let (on, today) = (cx.reader(), cx.today());
    let total = store::count_provisioned(&on, sought, today).await?;
    let accounts = store::provisioned(&on, sought, today, start, size).await?;
    let people: Vec<PersonId> = accounts.iter().map(|account| account.person).collect();
    let mut cards = directory::people(&on, today, &people).await?;
    let found = accounts.into_iter();
    Ok((
        total,
        found
            .map(|account| seen(account, &mut cards, today))
            .collect(),
    ))
}

/// One account.
pub async fn provisioned_as(cx: &Cx, id: AccountId) -> Result<Provisioned, Fault> {
    let (_, mut found) = provisioned(cx, &Sought::Id(id), 0, 1).await?;
    found.pop().ok_or(Fault::NotFound)
}

fn seen(account: Account, cards: &mut HashMap<PersonId, PersonCard>, today: Date) -> Provisioned {
    Provisioned {
        active: is_active(&account, today),
        card: cards.remove(&account.person),
        account,
    }
}

fn is_active(account: &Account, today: Date) -> bool {
    account.state != AccountState::Closed && !is_past(account, today)
}

fn is_past(account: &Account, today: Date) -> bool {
    account.ends_on.is_some_and(|last| last < today)
}

/// Somebody in a unit, by the account that identity management sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The unit in which they hold a post.
    pub unit: UnitId,
    /// Their account.
    pub account: AccountId,
    /// Their name.
    pub name: String,
}

/// Who holds a post in these units themselves today, of those with an account that identity management sees.
pub async fn members(cx: &Cx, units: &[UnitId]) -> Result<Vec<Member>, Fault> {
    let _ = policy::may_list(cx)?;
    let (on, today) = (cx.reader(), cx.today());
    let mut cards = directory::members(&on, today, units).await?;
    // Whoever holds two posts in a unit is in it once.
    let mut known = HashSet::with_capacity(cards.len());
    cards.retain(|card| known.insert((card.unit, card.id)));
    let people: Vec<PersonId> = cards.iter().map(|card| card.id).collect();
    let accounts = store::own_of(&on, &people).await?.into_iter();
    let accounts: HashMap<PersonId, AccountId> = accounts
        .filter(|account| account.withdrawn_at.is_none())
        .map(|account| (account.person, account.id))
        .collect();
    let members = cards.into_iter().filter_map(|card| {
        Some(Member {
            unit: card.unit?,
            account: *accounts.get(&card.id)?,
            name: card.name,
        })
    });
    Ok(members.collect())
}

/// Opens an account for whoever has that staff number. One that identity management had let go of opens again.
///
/// # Errors
/// The fields `number`, `person`, `login`, `external_id`, `ends_on` and `reason`.
pub async fn provision(cx: &Cx, number: &str, wanted: &Wanted) -> Result<Saved<AccountId>, Fault> {
    let _ = policy::may_list(cx)?;
    let number = number.trim();
    if number.is_empty() {
        return Err(Invalid::field("number", Reason::Required).into());
    }
    let tx = cx.begin().await?;
    let staff = directory::numbered(&tx, cx.today(), &[number.to_owned()]).await?;
    let Some(card) = staff.into_values().next() else {
        return Err(Invalid::field("number", Reason::Code("unknown_staff_number")).into());
    };
    let before = store::of_person(&tx, card.id).await?;
    if let Some(account) = before.filter(|account| account.withdrawn_at.is_some()) {
        return again(tx, account, wanted).await;
    }
    let new = NewAccount {
        person: card.id,
        login: wanted.login.clone(),
        ends_on: wanted.ends_on,
        reason: wanted.reason.clone().unwrap_or_default(),
        shared: Shared::No,
    };
    let (permit, mut account) = admitted(&tx, &new, None).await?;
    account.external_id = external_id(wanted)?;
    store::insert(&tx, &permit, &[(account.clone(), None)]).await?;
    let version = if wanted.active {
        Some(tx.keep_version(&account.id, &content(&account)).await?)
    } else {
        None
    };
    brought_in(tx, vec![permit], account, version, wanted).await
}

/// Opens an account again that identity management had let go of.
async fn again(tx: Tx, mut account: Account, wanted: &Wanted) -> Result<Saved<AccountId>, Fault> {
    let open = Wanted {
        active: true,
        ..wanted.clone()
    };
    let permits = changed(&tx, &mut account, &open).await?;
    let version = if wanted.active {
        Some(written(&tx, &permits, &account).await?)
    } else {
        None
    };
    brought_in(tx, permits, account, version, wanted).await
}

/// Commits an account that came in, in the version that was kept of it; where none was, it came in closed.
async fn brought_in(
    tx: Tx,
    mut permits: Vec<Permit>,
    mut account: Account,
    version: Option<Version>,
    wanted: &Wanted,
) -> Result<Saved<AccountId>, Fault> {
    let version = match version {
        Some(version) => version,
        None => closed(&tx, &mut permits, &mut account, wanted.reason.as_deref()).await?,
    };
    let id = account.id;
    Ok(finish(tx, permits, id, &version).await?.map(|()| id))
}

/// Brings an account to what identity management wants it to be; none where it is so already. `revision` is that of the
/// account as it was read.
///
/// # Errors
/// The fields `login`, `external_id`, `ends_on` and `reason`.
pub async fn amend(
    cx: &Cx,
    id: AccountId,
    wanted: &Wanted,
    revision: i32,
) -> Result<Option<Saved<()>>, Fault> {
    let _ = policy::may_list(cx)?;
    let tx = cx.begin().await?;
    let mut account = visible(read(&tx, id, revision).await?)?;
    let mut permits = changed(&tx, &mut account, wanted).await?;
    let closes = !wanted.active && account.state != AccountState::Closed;
    if permits.is_empty() && !closes {
        tx.rollback().await;
        return Ok(None);
    }
    let version = if closes {
        closed(&tx, &mut permits, &mut account, wanted.reason.as_deref()).await?
    } else {
        written(&tx, &permits, &account).await?
    };
    Ok(Some(finish(tx, permits, id, &version).await?))
}

/// Lets go of an account: it is closed, and identity management does not see it any more. `revision` is that of the account
/// as it was read.
///
/// # Errors
/// The field `reason`.
pub async fn withdraw(
    cx: &Cx,
    id: AccountId,
    reason: &str,
    revision: i32,
) -> Result<Saved<()>, Fault> {
    let _ = policy::may_list(cx)?;
    let tx = cx.begin().await?;
    let mut account = visible(read(&tx, id, revision).await?)?;
    let mut permits = vec![policy::may_link(cx, &account)?];
    account.withdrawn_at = Some(cx.now());
    let version = if account.state == AccountState::Closed {
        written(&tx, &permits, &account).await?
    } else {
        closed(&tx, &mut permits, &mut account, Some(reason)).await?
    };
    finish(tx, permits, id, &version).await
}

/// What is several people's, or was let go of, is not there.
fn visible(account: Account) -> Result<Account, Fault> {
    let is_seen = !account.shared && account.withdrawn_at.is_none();
    is_seen.then_some(account).ok_or(Fault::NotFound)
}

/// What is to be otherwise of an account, short of closing it: each act with its permit.
async fn changed(tx: &Tx, account: &mut Account, wanted: &Wanted) -> Result<Vec<Permit>, Fault> {
    let cx = tx.cx();
    let mut permits = Vec::new();
    let external_id = external_id(wanted)?;
    if account.external_id != external_id {
        permits.push(policy::may_link(cx, account)?);
        account.external_id = external_id;
    }
    let login = free_login(tx, &wanted.login, Some(account)).await?;
    if login != account.login {
        permits.push(policy::may_set_login(cx, account)?);
        account.login = login;
    }
    let terms = Terms {
        ends_on: wanted.ends_on,
        reason: wanted.reason.clone().unwrap_or_default(),
    };
    if account.state == AccountState::Closed {
        if wanted.active {
            let permit = policy::may_reopen(cx, account)?;
            bring_back(tx, &permit, account, terms).await?;
            permits.push(permit);
        } else if account.ends_on != wanted.ends_on {
            return Err(CLOSED.into());
        }
    } else if needs_terms(account, wanted, cx.today()) {
        permits.push(policy::may_set_terms(cx, account)?);
        agree(tx, account, terms).await?;
    }
    Ok(permits)
}

/// Whether an open account is to be put on new terms: for another time, for another reason, or since its time is over.
fn needs_terms(account: &Account, wanted: &Wanted, today: Date) -> bool {
    let approved = account.approval.as_ref();
    let other_reason = wanted.active
        && approved
            .zip(wanted.reason.as_ref())
            .is_some_and(|(approval, reason)| approval.reason != reason.trim());
    let over = wanted.active && is_past(account, today);
    account.ends_on != wanted.ends_on || other_reason || over
}

/// Closes the account, with all that was changed of it before.
async fn closed(
    tx: &Tx,
    permits: &mut Vec<Permit>,
    account: &mut Account,
    reason: Option<&str>,
) -> Result<Version, Fault> {
    let watches = watches(tx, tx.cx(), account).await?;
    let permit = policy::may_close(tx.cx(), account, watches)?;
    let reason = why("reason", reason.unwrap_or_default())?;
    let version = shut(tx, &permit, account, CloseCause::Administrator, reason).await?;
    permits.push(permit);
    Ok(version)
}

/// Writes what was changed of an account.
async fn written(tx: &Tx, permits: &[Permit], account: &Account) -> Result<Version, Fault> {
    let permit = permits.last().ok_or(Fault::NotFound)?;
    let is_written = store::update(tx, permit, account).await?;
    Conflict::CHANGED.unless(is_written)?;
    Ok(tx.keep_version(&account.id, &content(account)).await?)
}

/// Commits with an entry for each act.
async fn finish(
    tx: Tx,
    mut permits: Vec<Permit>,
    id: AccountId,
    version: &Version,
) -> Result<Saved<()>, Fault> {
    let last = permits.pop().ok_or(Fault::NotFound)?;
    for permit in permits {
        tx.record(Audit::of(permit, &id).version(version)).await?;
    }
    Ok(tx.commit(Audit::of(last, &id).version(version), ()).await?)
}

fn external_id(wanted: &Wanted) -> Result<Option<String>, Invalid> {
    let mut invalid = Invalid::default();
    let given = wanted.external_id.as_deref().unwrap_or_default();
    let id = entered::line_or_nothing(&mut invalid, "external_id", given, EXTERNAL_ID);
    invalid.check()?;
    Ok((!id.is_empty()).then_some(id))
}
