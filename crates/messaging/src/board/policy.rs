//! Who may read, post, approve, change and take down.

use std::sync::Arc;

use yakusho_accounts::directory::Audience;
use yakusho_kernel::{Act, Cx, Denied, Permit, Right, Standing, Subject as _, Timestamp, UnitId};
use yakusho_regulation::{Role, rule};

use super::model::{
    Approver, Category, CategoryId, CategorySettings, Pending, Post, PostState, Rights,
};
use crate::Removal;
use crate::comment::Thread;
use crate::section::{may_speak_for, owns};
use crate::text::Remark;

const SET_CATEGORIES: Act = Act::new("board.category.list");
const ADD_CATEGORY: Act = Act::new("board.category.add");
const CHANGE_CATEGORY: Act = Act::new("board.category.change");
const DRAFT: Act = Act::new("board.draft");
const PUBLISH: Act = Act::new("board.publish");
const DECIDE: Act = Act::new("board.decide");
const EDIT: Act = Act::new("board.edit");
const WITHDRAW: Act = Act::new("board.withdraw");
const REMOVE: Act = Act::new("board.remove");
const REINSTATE: Act = Act::new("board.reinstate");
const MARK: Act = Act::new("board.mark");
const CONFIRM: Act = Act::new("board.confirm");
const FOLLOW: Act = Act::new("board.follow");
const REMIND: Act = Act::new("board.remind");
const EVIDENCE: Act = Act::new("board.evidence");
const NIGHTLY: Act = Act::new("board.nightly");

/// The permission, granted by the administrator, to name and order categories.
pub const EDIT_CATEGORIES: &str = "board.category.edit";

/// The categories that the actor may read: what every list is limited to. Only a policy makes one.
#[derive(Clone, Debug)]
pub(crate) struct Shelves(Vec<Shelved>);

/// A category that the actor may read.
#[derive(Clone, Debug)]
pub(crate) struct Shelved {
    pub(crate) category: Arc<Category>,
    pub(crate) writable: bool,
    /// What is older counts as read.
    pub(crate) read_upto: Timestamp,
}

impl Shelves {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Shelved> {
        self.0.iter()
    }

    pub(crate) fn get(&self, id: CategoryId) -> Option<&Shelved> {
        self.0.iter().find(|shelf| shelf.category.id == id)
    }
}

/// Of all categories, those that the actor may read, or the one for whom they stand in: what is the principal's to read and
/// to post is done in their name.
pub(crate) fn readable(
    cx: &Cx,
    categories: &[Arc<Category>],
    principal: Option<&Standing>,
    read_upto: impl Fn(CategoryId) -> Timestamp,
) -> Shelves {
    let Some(standing) = cx.actor().standing() else {
        return Shelves(Vec::new());
    };
    let includes = |audience: &Audience| {
        audience.includes(standing) || principal.is_some_and(|other| audience.includes(other))
    };
    let shelves = categories.iter().filter_map(|category| {
        let writable = includes(&category.settings.writers);
        let readable = writable || includes(&category.settings.readers);
        readable.then_some(Shelved {
            writable: writable && !category.settings.closed,
            read_upto: read_upto(category.id),
            category: Arc::clone(category),
        })
    });
    Shelves(shelves.collect())
}

/// How the actor stands to a post. Only a policy makes one.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the ties are independent of each other"
)]
pub(crate) struct Ties {
    /// They may read its category, and others see it now.
    pub(crate) reads: bool,
    /// It is theirs, or that of the one whom they stand in for; in a section's name, they still belong there.
    pub(crate) own: bool,
    /// They are the head of the section in whose name it stands.
    pub(crate) heads: Right,
    /// They belong to the section in whose name it stands.
    pub(crate) member: bool,
    /// An approval that it waits for is theirs to give.
    pub(crate) approves: Right,
    /// They are the administrator.
    pub(crate) administers: Right,
    /// They are the supervisor.
    pub(crate) supervises: bool,
}

impl Ties {
    /// Whether they see that it exists.
    pub(crate) const fn sees(self) -> bool {
        self.reads || self.own || self.heads.holds() || self.approves.holds()
    }

    /// Whether they see who wrote it, where it stands in a section's name.
    pub(crate) const fn sees_author(self, post: &Post) -> bool {
        post.content.section.is_none() || self.member || self.heads.holds() || self.approves.holds()
    }

    /// Whether they answer for it.
    pub(crate) fn answers(self) -> Right {
        Right::from(self.own).or(self.heads)
    }
}

/// How the actor stands to the post.
pub(crate) fn ties(cx: &Cx, post: &Post, shelves: &Shelves, pending: &[Pending]) -> Ties {
    let Some(standing) = cx.actor().standing() else {
        return Ties::default();
    };
    let section = post.content.section;
    let member = section.is_some_and(|unit| may_speak_for(standing, unit));
    Ties {
        reads: post.is_shown(cx.now()) && shelves.get(post.content.category).is_some(),
        own: owns(standing, post.by.author, section),
        heads: section
            .map(|unit| standing.leading(unit))
            .unwrap_or_default(),
        member,
        approves: pending
            .iter()
            .map(|pending| by_approver(standing, pending.of))
            .find(|right| right.holds())
            .unwrap_or_default(),
        administers: standing.by_role(Role::SystemAdministrator),
        supervises: standing.holds(Role::SystemSupervisor),
    }
}

/// Whether the approval is the actor's to give.
pub(super) fn gives(cx: &Cx, approver: Approver) -> bool {
    let standing = cx.actor().standing();
    standing.is_some_and(|standing| by_approver(standing, approver).holds())
}

fn by_approver(standing: &Standing, approver: Approver) -> Right {
    match approver {
        Approver::HeadOf(unit) => standing.leading(unit),
        Approver::Holder(role) => standing.by_role(role),
    }
}

/// All categories are seen by those who set them.
pub(super) fn may_set_categories(cx: &Cx) -> Result<Permit, Denied> {
    let sets = cx.actor().by_role(Role::SystemAdministrator);
    let sets = sets.or(may_name_categories(cx));
    let judgement = cx.judge(SET_CATEGORIES).signed_in()?;
    Ok(judgement.authorised(sets, "role")?.permit())
}

/// Whether the administrator granted the actor to name and order categories.
fn may_name_categories(cx: &Cx) -> bool {
    cx.actor().standing().is_some_and(|standing| {
        let mut grants = standing.grants.iter();
        grants.any(|grant| grant.permission == EDIT_CATEGORIES)
    })
}

/// A new category is a change of a function: the administrator's (nogata:5-2(3)).
pub(super) fn may_add_category(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ADD_CATEGORY)
        .signed_in()?
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// Whose a category's rights are is the administrator's to change; its name and place also of whoever was granted it.
pub(super) fn may_change_category(
    cx: &Cx,
    before: &Category,
    after: &CategorySettings,
) -> Result<Permit, Denied> {
    let judgement = cx.judge(CHANGE_CATEGORY).on(&before.id).signed_in()?;
    if may_name_categories(cx) && before.settings.grants_the_same_as(after) {
        return Ok(judgement.authorised(true, "grant")?.permit());
    }
    Ok(judgement
        .role(rule!(FunctionsByAdministrator), Role::SystemAdministrator)?
        .permit())
}

/// Whoever may post to the category, in their own name or their section's, may write a draft for it.
pub(super) fn may_draft(
    cx: &Cx,
    shelf: &Shelved,
    section: Option<UnitId>,
) -> Result<Permit, Denied> {
    let speaks = section.is_none_or(|unit| {
        let standing = cx.actor().standing();
        standing.is_some_and(|standing| may_speak_for(standing, unit))
    });
    Ok(cx
        .judge(DRAFT)
        .on(&shelf.category.id)
        .signed_in()?
        .authorised(shelf.writable, "category")?
        .authorised(speaks, "section")?
        .permit())
}

/// A finished draft is published by its author, where they may post.
pub(super) fn may_publish(
    cx: &Cx,
    post: &Post,
    ties: Ties,
    shelf: &Shelved,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(PUBLISH)
        .on(&post.id)
        .signed_in()?
        .authorised(ties.own, "not_author")?
        .authorised(shelf.writable, "category")?
        .keeping(rule!(Board))
        .permit())
}

/// What waits for approval is decided by whoever holds the post or role on the day; the heads of sections manage what
/// their section registers (nogata:6-1).
pub(super) fn may_decide(cx: &Cx, post: &Post, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(DECIDE)
        .on(&post.id)
        .signed_in()?
        .authorised(ties.approves, "approver")?
        .keeping(rule!(InformationManagers))
        .permit())
}

/// Whether the one who acts may change what was approved, if it was.
fn free(cx: &Cx, post: &Post, approver: Option<Approver>) -> bool {
    post.state != PostState::Published || approver.is_none_or(|approver| gives(cx, approver))
}

/// A post is changed by its author or the head of its section; for anyone else to change it would be tampering. The
/// version before it stays (nogata:10(1)). What was approved is changed by those who could approve it: `approver` is
/// whose approval the post would need.
pub(super) fn may_edit(
    cx: &Cx,
    post: &Post,
    ties: Ties,
    approver: Option<Approver>,
) -> Result<Permit, Denied> {
    let free = free(cx, post, approver);
    Ok(cx
        .judge(EDIT)
        .on(&post.id)
        .signed_in()?
        .require(rule!(HistoryKept), ties.answers(), "not_author")?
        .authorised(free, "approved")?
        .permit())
}

/// One's own words can be taken back.
pub(super) fn may_withdraw(cx: &Cx, post: &Post, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(WITHDRAW)
        .on(&post.id)
        .signed_in()?
        .authorised(ties.own, "not_author")?
        .permit())
}

/// Another's words are taken down by the head of the section in whose name they stand or by the administrator, and
/// with a reason (nogata:10(6)).
pub(super) fn may_remove(
    cx: &Cx,
    post: &Post,
    ties: Ties,
    reason: Option<&Remark>,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMOVE)
        .on(&post.id)
        .signed_in()?
        .authorised(ties.heads.or(ties.administers), "not_manager")?
        .require(rule!(DeletionWithReason), reason.is_some(), "reason")?
        .permit())
}

/// What was taken down is put up again by the administrator, or by the head who took it down themselves: what the
/// administrator took down for a breach (nogata:12), no section puts back.
pub(super) fn may_reinstate(cx: &Cx, post: &Post, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REINSTATE)
        .on(&post.id)
        .signed_in()?
        .authorised(reinstating(cx, post, ties), "not_manager")?
        .permit())
}

fn reinstating(cx: &Cx, post: &Post, ties: Ties) -> Right {
    let own = |removal: &Removal| cx.actor().stands_for(removal.by);
    let own = post.removal.as_ref().is_some_and(own);
    ties.administers.or(ties.heads.and(own))
}

/// Everyone who is signed in may let what they read on the board count as read.
pub(super) fn may_mark(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx.judge(MARK).signed_in()?.permit())
}

/// Whoever reads a post that asks for it confirms it, for themselves or for the one they stand in for; whoever wrote it
/// knows what it says.
pub(super) fn may_confirm(cx: &Cx, post: &Post, ties: Ties) -> Result<Permit, Denied> {
    let asked = ties.reads && post.asks() && !cx.actor().stands_for(post.by.author);
    Ok(cx
        .judge(CONFIRM)
        .on(&post.id)
        .signed_in()?
        .authorised(asked, "not_asked")?
        .keeping(rule!(Board))
        .permit())
}

/// Who has read and confirmed a post is seen by those who answer for it.
pub(super) fn may_follow(cx: &Cx, post: &Post, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(FOLLOW)
        .on(&post.id)
        .signed_in()?
        .authorised(ties.answers(), "not_author")?
        .permit())
}

/// Those who have not confirmed are reminded by those who answer for the post.
pub(super) fn may_remind(cx: &Cx, post: &Post, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMIND)
        .on(&post.id)
        .signed_in()?
        .authorised(ties.answers(), "not_author")?
        .authorised(post.asks(), "not_asked")?
        .keeping(rule!(Board))
        .permit())
}

/// The words that a marker stands in place of are seen by the supervisor alone, which is put on record.
pub(super) fn may_see_evidence(cx: &Cx, post: &Post) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EVIDENCE)
        .on(&post.id)
        .signed_in()?
        .authorised_role(Role::SystemSupervisor)?
        .keeping(rule!(DeletionWithReason))
        .permit())
}

/// The consequences that time has are the system's to draw.
pub(super) fn may_run_nightly(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(NIGHTLY)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(Board))
        .permit())
}

/// Comments on a post: taken while others see it, where it and its category allow them; managed by the head of the
/// section in whose name it stands and by the administrator.
pub(super) fn thread(post: &Post, ties: Ties, shelves: &Shelves) -> Thread {
    let allowed = shelves
        .get(post.content.category)
        .is_some_and(|shelf| shelf.category.settings.comments);
    Thread {
        subject: post.id.reference(),
        open: allowed && post.content.comments && post.state == PostState::Published && ties.reads,
        managed: ties.heads.or(ties.administers),
    }
}

/// What the actor may do with a post, for its page to offer.
pub(super) fn rights(
    cx: &Cx,
    post: &Post,
    ties: Ties,
    shelves: &Shelves,
    approver: Option<Approver>,
    confirmed: bool,
) -> Rights {
    let published = post.state == PostState::Published;
    let asked = post.asks();
    let standing_words = matches!(
        post.state,
        PostState::Draft | PostState::Submitted | PostState::Published
    );
    let thread = thread(post, ties, shelves);
    let manages = thread.managed.holds();
    Rights {
        publish: ties.own && post.state == PostState::Draft,
        edit: ties.answers().holds() && standing_words && free(cx, post, approver),
        approved_only: ties.answers().holds() && published && !free(cx, post, approver),
        withdraw: ties.own && standing_words,
        remove: manages && !ties.own && published,
        reinstate: post.state == PostState::Removed && reinstating(cx, post, ties).holds(),
        decide: ties.approves.holds(),
        confirm: ties.reads && asked && !confirmed && !cx.actor().stands_for(post.by.author),
        comment: thread.open,
        moderate: manages,
        follow: ties.answers().holds() && asked,
        evidence: ties.supervises && post.state == PostState::Removed,
    }
}
