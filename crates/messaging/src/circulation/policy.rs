//! Who may send, read, confirm, change and take down.

use yakusho_kernel::{Act, Cx, Denied, Permit, Right, Subject as _, UnitId};
use yakusho_regulation::{Role, rule};

use super::model::{
    Circulation, CirculationState, Content, Own, RecipientState, Rights, Template, TemplateOwner,
};
use crate::comment::Thread;
use crate::section::{may_speak_for, owns};
use crate::text::Remark;

const DRAFT: Act = Act::new("circulation.draft");
const SEND: Act = Act::new("circulation.send");
const EDIT: Act = Act::new("circulation.edit");
const CONFIRM: Act = Act::new("circulation.confirm");
const REWORD: Act = Act::new("circulation.reword");
const ADD: Act = Act::new("circulation.add");
const CLOSE: Act = Act::new("circulation.close");
const REMIND: Act = Act::new("circulation.remind");
const WITHDRAW: Act = Act::new("circulation.withdraw");
const REMOVE: Act = Act::new("circulation.remove");
const WATCH: Act = Act::new("circulation.watch");
const EXPORT: Act = Act::new("circulation.export");
const EVIDENCE: Act = Act::new("circulation.evidence");
const PASS_ON: Act = Act::new("circulation.pass_on");
const NIGHTLY: Act = Act::new("circulation.nightly");
const TEMPLATE: Act = Act::new("circulation.template");

/// How the actor stands to a circulation. Only a policy makes one.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the ties are independent of each other"
)]
pub(crate) struct Ties {
    /// It reached them, or the one whom they stand in for.
    pub(crate) reached: bool,
    /// It is theirs, or that of the one whom they stand in for; in a section's name, they still belong there.
    pub(crate) own: bool,
    /// They are the head of the section in whose name it goes.
    pub(crate) heads: Right,
    /// They belong to the section in whose name it goes.
    pub(crate) member: bool,
    /// They are the administrator.
    pub(crate) administers: Right,
    /// They are the supervisor.
    pub(crate) supervises: bool,
}

impl Ties {
    /// Whether they see that it exists.
    pub(crate) const fn sees(self) -> bool {
        self.reached || self.own || self.heads.holds()
    }

    /// Whether they see who wrote it, where it goes in a section's name.
    pub(crate) const fn sees_author(self, circulation: &Circulation) -> bool {
        circulation.content.section.is_none() || self.member || self.heads.holds()
    }

    /// Whether they answer for it.
    pub(crate) fn answers(self) -> Right {
        Right::from(self.own).or(self.heads)
    }
}

/// How the actor stands to the circulation, given how it stands to them as one of its recipients.
pub(crate) fn ties(cx: &Cx, circulation: &Circulation, own: Option<&Own>) -> Ties {
    let Some(standing) = cx.actor().standing() else {
        return Ties::default();
    };
    let section = circulation.content.section;
    let sent = circulation.state != CirculationState::Draft;
    let member = section.is_some_and(|unit| may_speak_for(standing, unit));
    Ties {
        reached: sent && own.is_some_and(|own| own.state != RecipientState::Waiting),
        own: owns(standing, circulation.by.author, section),
        heads: section
            .map(|unit| standing.leading(unit))
            .unwrap_or_default()
            .and(sent),
        member,
        administers: standing.by_role(Role::SystemAdministrator),
        supervises: standing.holds(Role::SystemSupervisor),
    }
}

/// Whether the actor may speak in the name of the section, if one is named.
fn speaks(cx: &Cx, section: Option<UnitId>) -> bool {
    section.is_none_or(|unit| {
        let standing = cx.actor().standing();
        standing.is_some_and(|standing| may_speak_for(standing, unit))
    })
}

/// Every user may write a circulation, in their own name or their section's.
pub(super) fn may_draft(cx: &Cx, content: &Content) -> Result<Permit, Denied> {
    Ok(cx
        .judge(DRAFT)
        .signed_in()?
        .authorised(speaks(cx, content.section), "section")?
        .permit())
}

/// A finished draft is sent by its author.
pub(super) fn may_send(cx: &Cx, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(SEND)
        .on(&circulation.id)
        .signed_in()?
        .authorised(ties.own, "not_author")?
        .keeping(rule!(Circulation))
        .permit())
}

/// A circulation is changed by its author or the head of its section; for anyone else to change it would be
/// tampering. The version before it stays (nogata:10(1)).
pub(super) fn may_edit(cx: &Cx, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EDIT)
        .on(&circulation.id)
        .signed_in()?
        .require(rule!(HistoryKept), ties.answers(), "not_author")?
        .permit())
}

/// Whom it waits for confirms it, or somebody in their place.
pub(super) fn may_confirm(
    cx: &Cx,
    circulation: &Circulation,
    own: Option<&Own>,
) -> Result<Permit, Denied> {
    let addressed = own.is_some_and(|own| own.state != RecipientState::Waiting);
    Ok(cx
        .judge(CONFIRM)
        .on(&circulation.id)
        .signed_in()?
        .authorised(addressed, "not_addressed")?
        .keeping(rule!(Circulation))
        .permit())
}

/// Whoever has confirmed may change the words that they did it with, as long as it is open.
pub(super) fn may_reword(
    cx: &Cx,
    circulation: &Circulation,
    own: Option<&Own>,
) -> Result<Permit, Denied> {
    let confirmed = own.is_some_and(|own| own.state == RecipientState::Confirmed);
    Ok(cx
        .judge(REWORD)
        .on(&circulation.id)
        .signed_in()?
        .require(rule!(HistoryKept), confirmed, "not_author")?
        .permit())
}

/// More people are reached by the word of those who answer for it.
pub(super) fn may_add(cx: &Cx, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    may_manage(cx, ADD, circulation, ties)
}

/// It is ended by those who answer for it.
pub(super) fn may_close(cx: &Cx, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    may_manage(cx, CLOSE, circulation, ties)
}

/// Those who have not confirmed are reminded by those who answer for it.
pub(super) fn may_remind(cx: &Cx, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    may_manage(cx, REMIND, circulation, ties)
}

/// Its state is taken as a file by those who answer for it.
pub(super) fn may_export(cx: &Cx, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    may_manage(cx, EXPORT, circulation, ties)
}

fn may_manage(cx: &Cx, act: Act, circulation: &Circulation, ties: Ties) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .on(&circulation.id)
        .signed_in()?
        .authorised(ties.answers(), "not_author")?
        .keeping(rule!(Circulation))
        .permit())
}

/// One's own words can be taken back.
pub(super) fn may_withdraw(
    cx: &Cx,
    circulation: &Circulation,
    ties: Ties,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(WITHDRAW)
        .on(&circulation.id)
        .signed_in()?
        .authorised(ties.own, "not_author")?
        .permit())
}

/// Another's words are taken down by the head of the section in whose name they go or by the administrator whom they
/// reached, and with a reason (nogata:10(6)).
pub(super) fn may_remove(
    cx: &Cx,
    circulation: &Circulation,
    ties: Ties,
    reason: Option<&Remark>,
) -> Result<Permit, Denied> {
    Ok(cx
        .judge(REMOVE)
        .on(&circulation.id)
        .signed_in()?
        .authorised(ties.heads.or(ties.administers), "not_manager")?
        .require(rule!(DeletionWithReason), reason.is_some(), "reason")?
        .permit())
}

/// Whoever sees it may watch it.
pub(super) fn may_watch(cx: &Cx, circulation: &Circulation) -> Result<Permit, Denied> {
    Ok(cx.judge(WATCH).on(&circulation.id).signed_in()?.permit())
}

/// The words that a marker stands in place of are seen by the supervisor alone, which is put on record.
pub(super) fn may_see_evidence(cx: &Cx, circulation: &Circulation) -> Result<Permit, Denied> {
    Ok(cx
        .judge(EVIDENCE)
        .on(&circulation.id)
        .signed_in()?
        .authorised_role(Role::SystemSupervisor)?
        .keeping(rule!(DeletionWithReason))
        .permit())
}

/// What follows a post passes to its new holder by the system's doing, when an order moves people.
pub(super) fn may_pass_on(cx: &Cx) -> Result<Permit, Denied> {
    may_run(cx, PASS_ON)
}

/// The consequences that time has are the system's to draw.
pub(super) fn may_run_nightly(cx: &Cx) -> Result<Permit, Denied> {
    may_run(cx, NIGHTLY)
}

fn may_run(cx: &Cx, act: Act) -> Result<Permit, Denied> {
    Ok(cx
        .judge(act)
        .authorised(cx.actor().is_system(), "system")?
        .keeping(rule!(Circulation))
        .permit())
}

/// A template for a section is made by its members.
pub(super) fn may_make_template(cx: &Cx, section: Option<UnitId>) -> Result<Permit, Denied> {
    Ok(cx
        .judge(TEMPLATE)
        .signed_in()?
        .authorised(speaks(cx, section), "section")?
        .permit())
}

/// Whether the actor is the owner of the template, or belongs to its section.
pub(super) fn may_use(cx: &Cx, template: &Template) -> bool {
    match template.owner {
        TemplateOwner::Person(person) => cx.actor().stands_for(person),
        TemplateOwner::Section(unit) => speaks(cx, Some(unit)),
    }
}

/// A template is changed by those who may use it.
pub(super) fn may_change_template(cx: &Cx, template: &Template) -> Result<Permit, Denied> {
    Ok(cx
        .judge(TEMPLATE)
        .on(&template.id)
        .signed_in()?
        .authorised(may_use(cx, template), "not_author")?
        .permit())
}

/// Comments on a circulation: taken once it was sent and while it is shown, from all whom it reached; managed by the
/// head of the section in whose name it goes and by the administrator.
pub(super) fn thread(circulation: &Circulation, ties: Ties) -> Thread {
    Thread {
        subject: circulation.id.reference(),
        open: ties.sees() && is_shown(circulation),
        managed: ties.heads.or(ties.administers),
    }
}

/// Whether it was sent, and its words stand.
fn is_shown(circulation: &Circulation) -> bool {
    matches!(
        circulation.state,
        CirculationState::Open | CirculationState::Completed | CirculationState::Closed
    )
}

/// What the actor may do with a circulation, for its page to offer.
pub(super) fn rights(circulation: &Circulation, ties: Ties, own: Option<&Own>) -> Rights {
    let is = |state| circulation.state == state;
    let draft = is(CirculationState::Draft);
    let open = is(CirculationState::Open);
    let mine = |state| own.is_some_and(|own| own.state == state);
    Rights {
        send: ties.own && draft,
        edit: ties.answers().holds() && (draft || open),
        manage: ties.answers().holds() && open,
        withdraw: ties.own && (draft || is_shown(circulation)),
        remove: ties.heads.or(ties.administers).holds() && !ties.own && is_shown(circulation),
        confirm: open && mine(RecipientState::Pending),
        reword: open && mine(RecipientState::Confirmed),
        comment: thread(circulation, ties).open,
        moderate: thread(circulation, ties).managed.holds(),
        copy: ties.answers().holds() && (draft || is_shown(circulation)),
        evidence: ties.supervises && is(CirculationState::Removed),
    }
}
