//! What is done about users who no longer need their account.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use time::{Date, Duration};
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Fault, Notice, Page, PersonId, Reading, Ref, Saved,
    Subject as _, Timestamp, Tx, UnitId,
};
use yakusho_regulation::{Role, Rule};

use super::model::{Answer, Answered, Case, CaseId, CaseState, Finding};
use super::store::{Move, Opening, Unused};
use super::{policy, rules, store};
use crate::account::{self, Account, AccountId, AccountState, CloseCause};
use crate::{calendar, notices, role};

/// For how long a move is still asked about, if the job did not run on the day itself.
const CATCH_UP: Duration = Duration::days(31);

/// Reports that somebody no longer needs their account (nogata:7-2): it closes, and the administrator is told.
///
/// # Errors
/// The field `reason`.
pub async fn report(cx: &Cx, account: AccountId, reason: &str) -> Result<Saved<CaseId>, Fault> {
    asked_for(cx)?;
    let tx = cx.begin().await?;
    let account = account::store::locked(&tx, account).await?;
    let mut account = account.ok_or(Fault::NotFound)?;
    let sections = sections(&tx, &account, cx.today()).await?;
    let permit = policy::may_report(cx, &account, &sections)?;
    let report = answered(cx, reason)?;
    if account.state == AccountState::Closed {
        return Err(account::CLOSED.into());
    }
    let case: CaseId = cx.new_id();
    let opening = Opening {
        account: account.id,
        unit: sections.first().copied(),
        finding: Finding::Reported,
        since: cx.today(),
    };
    store::open(&tx, &permit, case, opening, Some(&report)).await?;
    close(&tx, &permit, &mut account, &report).await?;
    Ok(tx.commit(Audit::of(permit, &case), case).await?)
}

/// Answers whether an account is still needed. If not, it closes, and the administrator is told.
///
/// # Errors
/// The field `reason`.
pub async fn answer(cx: &Cx, id: CaseId, answer: Answer, reason: &str) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let case = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_answer(cx, &case)?;
    let answered = answered(cx, reason)?;
    let state = match answer {
        Answer::Keep => CaseState::Kept,
        Answer::Close => CaseState::Closed,
    };
    Conflict::CHANGED.unless(store::answer(&tx, &permit, id, state, &answered).await?)?;
    if answer == Answer::Close {
        let account = account::store::locked(&tx, case.account).await?;
        let mut account = account.ok_or(Fault::NotFound)?;
        if account.state != AccountState::Closed {
            close(&tx, &permit, &mut account, &answered).await?;
        }
    }
    let entry = Audit::of(permit, &id).with("state", state.code());
    Ok(tx.commit(entry, ()).await?)
}

/// How many questions are the actor's to answer.
pub async fn waiting(cx: &Cx) -> Result<u64, Fault> {
    let scope = policy::may_look(cx)?;
    Ok(store::count(&cx.reader(), &scope, CaseState::Open).await?)
}

/// Cases of the sections that the actor manages (of all, for the administrator), in a state or in any, the oldest first.
pub async fn cases(
    cx: &Cx,
    state: Option<CaseState>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Case>, Fault> {
    let scope = policy::may_look(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let rows = store::cases(&cx.reader(), &scope, state, after, size + 1).await?;
    Ok(Page::of(rows, size, |case| case.id))
}

/// What a nightly run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Accounts that are asked about now.
    pub asked: usize,
    /// Questions that were repeated.
    pub repeated: usize,
}

/// Finds accounts whose owner left, moved to another section or has long not signed in, asks the managers, repeats what
/// they did not answer, and ends questions whose ground is gone. Running it twice on a day changes nothing.
pub async fn find(cx: &Cx) -> Result<Found, Fault> {
    if asked_for(cx).is_err() {
        return Ok(Found::default());
    }
    let permit = policy::may_find(cx)?;
    let tx = cx.begin().await?;
    store::settle(&tx, &permit).await?;
    let grounds = Grounds::load(&tx, cx).await?;
    let open = store::still_open(&tx).await?;
    let sections = grounds.sections(&tx, &open, cx.today()).await?;
    let (open, groundless): (Vec<Case>, Vec<Case>) = open
        .into_iter()
        .partition(|case| grounds.hold(case, sections.get(&case.person).copied()));
    let groundless: Vec<CaseId> = groundless.iter().map(|case| case.id).collect();
    store::withdraw(&tx, &permit, &groundless).await?;
    let mut told = Told::default();
    for opening in grounds.openings(&sections, &open, cx) {
        let id: CaseId = cx.new_id();
        if store::open(&tx, &permit, id, opening, None).await? {
            told.asked.entry(opening.unit).or_default().push(id);
        }
    }
    let calendar = calendar::of(&tx).await?;
    let days = cx.city().values(cx.today()).leaver_answer_working_days;
    for case in open {
        if rules::is_due_again(&calendar, case.asked_on, cx.today(), days) {
            told.again.entry(case.unit).or_default().push(case.id);
        }
    }
    let repeated: Vec<CaseId> = told.again.values().flatten().copied().collect();
    store::repeat(&tx, &permit, &repeated).await?;
    told.tell(&tx).await?;
    let found = Found {
        asked: told.asked.values().map(Vec::len).sum(),
        repeated: repeated.len(),
    };
    let entry = Audit::at_large(permit)
        .with("asked", found.asked)
        .with("repeated", found.repeated)
        .with("withdrawn", groundless.len());
    Ok(tx.commit(entry, found).await?.into_inner())
}

/// What there is to ask about today.
struct Grounds {
    left: Vec<(AccountId, PersonId, Date)>,
    moved: Vec<Move>,
    unused: Vec<Unused>,
}

impl Grounds {
    async fn load(tx: &Tx, cx: &Cx) -> Result<Self, DbError> {
        let today = cx.today();
        let unused_days = cx.city().values(today).unused_account_days;
        let unused_before = today - Duration::days(i64::from(unused_days) - 1);
        Ok(Self {
            left: store::left(tx, today).await?,
            moved: store::moved(tx, today - CATCH_UP, today).await?,
            unused: store::unused(tx, Timestamp::start_of(unused_before)).await?,
        })
    }

    /// The sections of those who left or do not sign in, and of those who are asked about.
    async fn sections(
        &self,
        tx: &Tx,
        open: &[Case],
        day: Date,
    ) -> Result<HashMap<PersonId, UnitId>, DbError> {
        let left = self.left.iter().map(|(_, person, _)| *person);
        let unused = self.unused.iter().map(|unused| unused.person);
        let asked = open.iter().map(|case| case.person);
        let mut people: Vec<PersonId> = left.chain(unused).chain(asked).collect();
        people.sort_unstable();
        people.dedup();
        store::sections_of(tx, &people, day).await
    }

    /// Whether there is still reason to ask; by the section in which the owner's main post is.
    fn hold(&self, case: &Case, section: Option<UnitId>) -> bool {
        let (left, unused) = (self.left.iter(), self.unused.iter());
        match case.finding {
            Finding::Reported => true,
            Finding::Left => left.map(|left| left.0).any(|left| left == case.account),
            Finding::Moved => section == case.unit,
            Finding::Unused => unused
                .map(|unused| unused.account)
                .any(|unused| unused == case.account),
        }
    }

    /// What is to be asked, once for each account, and not where a question is open.
    fn openings(
        self,
        sections: &HashMap<PersonId, UnitId>,
        open: &[Case],
        cx: &Cx,
    ) -> Vec<Opening> {
        let today = cx.today();
        let unused_days = cx.city().values(today).unused_account_days;
        let left = self
            .left
            .into_iter()
            .map(|(account, person, since)| Opening {
                account,
                unit: sections.get(&person).copied(),
                finding: Finding::Left,
                since,
            });
        let moved = self.moved.into_iter().map(|moved| Opening {
            account: moved.account,
            unit: Some(moved.unit),
            finding: Finding::Moved,
            since: moved.since,
        });
        let unused = self.unused.into_iter().filter(|unused| unused.open);
        let unused = unused.filter_map(|unused| {
            Some(Opening {
                account: unused.account,
                unit: sections.get(&unused.person).copied(),
                finding: Finding::Unused,
                since: rules::unused_since(unused.used, today, unused_days)?,
            })
        });
        let mut asked: HashSet<AccountId> = open.iter().map(|case| case.account).collect();
        let all = left.chain(moved).chain(unused);
        all.filter(|opening| asked.insert(opening.account))
            .collect()
    }
}

/// Which sections' managers are told of which cases.
#[derive(Debug, Default)]
struct Told {
    asked: BTreeMap<Option<UnitId>, Vec<CaseId>>,
    again: BTreeMap<Option<UnitId>, Vec<CaseId>>,
}

impl Told {
    /// One notice for each section: to its manager, or to the administrator where it has none; of what is repeated, to
    /// both.
    async fn tell(&self, tx: &Tx) -> Result<(), DbError> {
        let managers = managers(tx).await?;
        let administrators = administrators(tx).await?;
        for (unit, cases) in &self.asked {
            let managers = unit.and_then(|unit| managers.get(&unit));
            let people = managers.unwrap_or(&administrators);
            notify(tx, notices::LEAVERS_ASKED, *unit, cases, people).await?;
        }
        for (unit, cases) in &self.again {
            let managers = unit.and_then(|unit| managers.get(&unit));
            let managers = managers.into_iter().flatten();
            let people: BTreeSet<PersonId> = managers.chain(&administrators).copied().collect();
            let people: Vec<PersonId> = people.into_iter().collect();
            notify(tx, notices::LEAVERS_ASKED_AGAIN, *unit, cases, &people).await?;
        }
        Ok(())
    }
}

async fn notify(
    tx: &Tx,
    kind: &'static str,
    unit: Option<UnitId>,
    cases: &[CaseId],
    people: &[PersonId],
) -> Result<(), DbError> {
    let about: Option<Ref> = match unit {
        Some(unit) => Some(unit.reference()),
        None => cases.first().map(yakusho_kernel::Subject::reference),
    };
    let Some(about) = about else { return Ok(()) };
    let notice = Notice::new(kind, &about)
        .keyed(tx.cx().today().to_string())
        .params(serde_json::json!({ "count": cases.len() }));
    tx.notify(people, &notice).await
}

/// Who manages which section today, or stands in for whoever does.
async fn managers(tx: &Tx) -> Result<HashMap<UnitId, Vec<PersonId>>, DbError> {
    let holders = role::holders(tx, Role::InformationManager, tx.cx().today()).await?;
    let mut managers: HashMap<UnitId, Vec<PersonId>> = HashMap::new();
    for holder in holders {
        if let Some(unit) = holder.unit {
            managers.entry(unit).or_default().extend(holder.people());
        }
    }
    managers.retain(|_, people| !people.is_empty());
    Ok(managers)
}

async fn administrators(tx: &Tx) -> Result<Vec<PersonId>, DbError> {
    role::people(tx, Role::SystemAdministrator, tx.cx().today()).await
}

/// The sections whose managers answer for an account's owner: of the main post first, then of concurrent ones.
async fn sections(on: &impl Reading, account: &Account, day: Date) -> Result<Vec<UnitId>, DbError> {
    let people = [account.person];
    let last = store::sections_of(on, &people, day).await?;
    let standing = role::standing(on, account.person, day).await?;
    let seats = standing.into_iter().flat_map(|standing| standing.seats);
    Ok(last
        .into_values()
        .chain(seats.map(|seat| seat.section))
        .collect())
}

async fn close(
    tx: &Tx,
    permit: &yakusho_kernel::Permit,
    account: &mut Account,
    why: &Answered,
) -> Result<(), Fault> {
    account::shut(
        tx,
        permit,
        account,
        CloseCause::Reported,
        why.reason.clone(),
    )
    .await?;
    let notice = Notice::new(notices::LEAVER_REPORTED, &account.id)
        .keyed(why.at.millis().to_string())
        .params(serde_json::json!({ "login": account.login.as_str() }));
    let administrators = administrators(tx).await?;
    Ok(tx.notify(&administrators, &notice).await?)
}

fn answered(cx: &Cx, reason: &str) -> Result<Answered, Fault> {
    Ok(Answered {
        at: cx.now(),
        by: cx.actor().person().ok_or(Fault::NotFound)?,
        reason: account::why("reason", reason)?,
    })
}

/// Where the profile does not ask for it, nothing is reported or found.
fn asked_for(cx: &Cx) -> Result<(), Fault> {
    match cx.city().in_force(Rule::LeaversReported, cx.today()) {
        Some(_) => Ok(()),
        None => Err(Fault::NotFound),
    }
}
