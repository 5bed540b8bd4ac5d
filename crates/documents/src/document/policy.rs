//! Who sees, registers, changes, locks, moves, takes down and disposes of documents.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right};
use yakusho_regulation::{Role, rule};

use super::model::{Document, Rights, State};
use crate::cabinet::policy::{at_least, member};
use crate::cabinet::{Folder, Level};

const DRAFT: Act = Act::new("document.draft");
const REGISTER: Act = Act::new("document.register");
const EDIT: Act = Act::new("document.edit");
const LOCK: Act = Act::new("document.lock");
const UNLOCK: Act = Act::new("document.unlock");
const BREAK_LOCK: Act = Act::new("document.break_lock");
const MOVE: Act = Act::new("document.move");
const COPY: Act = Act::new("document.copy");
const REVIEW: Act = Act::new("document.review");
const WITHDRAW: Act = Act::new("document.withdraw");
const REMOVE: Act = Act::new("document.remove");
const REINSTATE: Act = Act::new("document.reinstate");
const EVIDENCE: Act = Act::new("document.evidence");
const DISPOSE: Act = Act::new("document.dispose");
const NIGHTLY: Act = Act::new("document.nightly");

/// How the actor stands to a document that they may see. Only a policy makes one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ties {
    /// What they may do in its folder.
    pub(crate) level: Level,
    /// It is theirs, or that of the one whom they stand in for.
    pub(crate) own: bool,
    /// They may manage it.
    pub(crate) manages: Right,
    /// They may write in its folder.
    pub(crate) writes: Right,
    /// They belong to its section.
    pub(crate) member: Right,
    /// They are the administrator.
    pub(crate) administers: Right,
    /// They are the supervisor.
    pub(crate) supervises: bool,
}

impl Ties {
    /// Whether the document is theirs to change: a draft its author's, another that of those who may write in its folder.
    fn changes(self, state: State) -> Right {
        match state {
            State::Draft => self.own.into(),
            _ => self.writes,
        }
    }
}

/// How the actor stands to the document in that folder; none where a draft is another's.
pub(crate) fn ties(cx: &Cx, document: &Document, folder: &Folder, level: Level) -> Option<Ties> {
    let standing = cx.actor().standing()?;
    let own = standing.stands_for(document.by.author);
    let hidden = match document.state {
        State::Draft | State::Withdrawn => !own,
        State::Registered | State::Removed => false,
    };
    (!hidden).then(|| Ties {
        level,
        own,
        manages: at_least(cx, folder.section, level, Level::Manage),
        writes: at_least(cx, folder.section, level, Level::Write),
        member: member(cx, folder.section),
        administers: standing.by_role(Role::SystemAdministrator),
        supervises: standing.holds(Role::SystemSupervisor),
    })
}

/// A draft is begun by those who may write in its folder.
pub(crate) fn may_draft(cx: &Cx, folder: &Folder, level: Level) -> Result<Permit, Denied> {
    Ok(cx
        .judge(DRAFT)
        .on(&folder.id)
        .signed_in()?
        .authorised(level >= Level::Write, "reads_only")?
        .permit())
}

/// A section registers, and nobody else in its name: its author belongs to it (nogata:9(7)).
pub(super) fn may_register(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REGISTER)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.own, "document_not_author")?
        .require(rule!(RegisteredBySection), ties.member, "other_section")?
        .authorised(ties.writes, "reads_only")?
        .keeping(rule!(Documents))
        .permit())
}

/// A document is changed by those who may write in its folder; for anyone else to change it would be tampering. The
/// version before it stays (nogata:10(1)).
pub(super) fn may_edit(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EDIT)
        .on(&document.id)
        .signed_in()?
        .require(
            rule!(HistoryKept),
            ties.changes(document.state),
            "reads_only",
        )?
        .authorised(ties.changes(document.state), "reads_only")?
        .permit())
}

/// Whoever may change a document may lock it meanwhile.
pub(super) fn may_lock(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LOCK)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.changes(document.state), "reads_only")?
        .permit())
}

/// A lock is given back by whoever holds it.
pub(super) fn may_unlock(cx: &Cx, document: &Document) -> Result<Permit, Denied> {
    let person = cx.actor().person();
    let holds = document.lock.is_some_and(|lock| Some(lock.by) == person);
    Ok(cx
        .judge(UNLOCK)
        .on(&document.id)
        .signed_in()?
        .authorised(holds, "not_holder")?
        .permit())
}

/// Another's lock is broken by whoever manages what the section registered (nogata:6-2(1)).
pub(super) fn may_break_lock(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    managed(cx, BREAK_LOCK, document, ties)
}

/// A document is moved by those who may change it and write where it is to be; out of its section, by whoever manages
/// what that registered (nogata:6-2(1)).
pub(super) fn may_move(
    cx: &Cx,
    document: &Document,
    ties: Ties,
    away: bool,
    there: Level,
) -> Result<Permit, Denied> {
    if away && document.state != State::Draft {
        let _ = managed(cx, MOVE, document, ties)?;
    }
    Ok(cx
        .judge(MOVE)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.changes(document.state), "reads_only")?
        .authorised(there >= Level::Write, "reads_only")?
        .permit())
}

/// Whoever reads a document may copy it to where they may write.
pub(super) fn may_copy(cx: &Cx, document: &Document, there: Level) -> Result<Permit, Denied> {
    Ok(cx
        .judge(COPY)
        .on(&document.id)
        .signed_in()?
        .authorised(there >= Level::Write, "reads_only")?
        .permit())
}

/// What is registered is looked through by those who may change it (nogata:9(3)).
pub(super) fn may_review(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REVIEW)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.changes(document.state), "reads_only")?
        .keeping(rule!(ContentKeptCurrent))
        .permit())
}

/// One's own draft, or what one registered oneself, can be taken back, as long as one may change it: what was handed over
/// to another section is theirs.
pub(super) fn may_withdraw(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(WITHDRAW)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.own, "document_not_author")?
        .authorised(ties.changes(document.state), "reads_only")?
        .permit())
}

/// What another registered is taken down by whoever manages the section's documents or by the administrator, and with a
/// reason (nogata:10(6)).
pub(super) fn may_remove(
    cx: &Cx,
    document: &Document,
    ties: Ties,
    reason: &str,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMOVE)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.manages.or(ties.administers), "document_not_manager")?
        .require(rule!(DeletionWithReason), !reason.is_empty(), "reason")?
        .permit())
}

/// What was taken down is put up again by those who could take it down.
pub(super) fn may_reinstate(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REINSTATE)
        .on(&document.id)
        .signed_in()?
        .authorised(ties.manages.or(ties.administers), "document_not_manager")?
        .permit())
}

/// What a marker stands in place of is seen by the supervisor alone, which is put on record.
pub(super) fn may_see_evidence(cx: &Cx, document: &Document) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EVIDENCE)
        .on(&document.id)
        .signed_in()?
        .authorised_role(Role::SystemSupervisor)?
        .keeping(rule!(DeletionWithReason))
        .permit())
}

/// What was kept long enough is disposed of by whoever manages it.
pub(super) fn may_dispose(cx: &Cx, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    managed(cx, DISPOSE, document, ties)
}

fn managed(cx: &Cx, act: Act, document: &Document, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&document.id)
        .signed_in()?
        .require(
            rule!(OwnContentManaged),
            ties.manages,
            "document_not_manager",
        )?
        .authorised(ties.manages, "document_not_manager")?
        .permit())
}

/// The consequences that time has are the system's to draw.
pub(super) fn may_run_nightly(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(NIGHTLY)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(ContentKeptCurrent))
        .permit())
}

/// What the actor may do with a document, for its page to offer.
pub(super) fn rights(cx: &Cx, document: &Document, ties: Ties) -> Rights {
    let state = document.state;
    let registered = state == State::Registered;
    let stands = !state.is_gone();
    let lock = document.locked(cx.now());
    let held = lock.is_some_and(|lock| Some(lock.by) == cx.actor().person());
    let free = lock.is_none() || held;
    let writes = stands && ties.changes(state).holds();
    let manages = ties.manages.holds();
    let takes_down = ties.manages.or(ties.administers).holds();
    let expired = document.expect_expired(cx.today()).is_ok();
    Rights {
        level: Some(ties.level),
        register: state == State::Draft && ties.own && ties.member.holds() && free,
        edit: writes && free,
        edit_later: writes && !free,
        lock: writes && lock.is_none(),
        unlock: held,
        break_lock: manages && lock.is_some() && !held,
        relocate: writes && free,
        copy: stands,
        review: registered && writes && free,
        withdraw: ties.own && writes && free,
        remove: registered && takes_down && !ties.own && free,
        reinstate: state == State::Removed && takes_down,
        evidence: state == State::Removed && ties.supervises,
        dispose: document.number.is_some() && manages && expired && free,
    }
}
