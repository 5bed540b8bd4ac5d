//! Who sees, founds, changes and hands over cabinets and folders.

use yakusho_kernel::{Act, Cx, Denied, Key, Permit, Right, UnitId};
use yakusho_regulation::{Role, rule};

use super::model::{Folder, Level};

const LIST: Act = Act::new("document.folder.list");
const FOUND: Act = Act::new("document.folder.found");
const ADD: Act = Act::new("document.folder.add");
const RENAME: Act = Act::new("document.folder.rename");
const SET_RIGHTS: Act = Act::new("document.folder.set_rights");
const MOVE: Act = Act::new("document.folder.move");
const REMOVE: Act = Act::new("document.folder.remove");
const HAND_OVER: Act = Act::new("document.folder.hand_over");
const FOLLOW: Act = Act::new("document.folder.follow_order");

/// The keys by which the actor has rights: what every query of folders and documents asks for. Only a policy makes one.
#[derive(Clone, Debug)]
pub(crate) struct Reach(Vec<Key>);

impl Reach {
    /// The keys as their column holds them.
    pub(crate) fn codes(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(Key::to_string)
    }

    pub(crate) fn has(&self, key: &Key) -> bool {
        self.0.contains(key)
    }
}

/// How far the actor reaches today: nowhere, if they are no person.
pub(crate) fn reach(cx: &Cx) -> Reach {
    Reach(cx.actor().standing().map(Key::all_of).unwrap_or_default())
}

/// The right of whoever belongs to the section, in whose name documents are registered.
pub(crate) fn member(cx: &Cx, section: UnitId) -> Right {
    let standing = cx.actor().standing();
    let belongs = standing.is_some_and(|standing| standing.belongs_to(section));
    Right::from(belongs).or(leading(cx, section))
}

/// Cabinets are founded by those who lead a section, or by the administrator.
pub(super) fn may_found_any(cx: &Cx) -> Result<Permit, Denied> {
    let standing = cx.actor().standing();
    let leads = standing.is_some_and(|standing| !standing.headed().is_empty());
    let leads = Right::from(leads).or(cx.actor().by_role(Role::SystemAdministrator));
    Ok(cx
        .judge(FOUND)
        .signed_in()?
        .authorised(leads, "not_leader")?
        .permit())
}

/// A section's cabinet is founded by whoever leads it, or by the administrator.
pub(super) fn may_found(cx: &Cx, section: UnitId) -> Result<Permit, Denied> {
    let leads = leading(cx, section).or(cx.actor().by_role(Role::SystemAdministrator));
    Ok(cx
        .judge(FOUND)
        .signed_in()?
        .authorised(leads, "not_leader")?
        .keeping(rule!(Documents))
        .permit())
}

/// A folder is added by those who may write where it is to be.
pub(super) fn may_add(cx: &Cx, parent: &Folder, level: Level) -> Result<Permit, Denied> {
    Ok(cx
        .judge(ADD)
        .on(&parent.id)
        .signed_in()?
        .authorised(
            at_least(cx, parent.section, level, Level::Write),
            "reads_only",
        )?
        .keeping(rule!(Documents))
        .permit())
}

/// A folder is renamed by those who may write in it, a cabinet by whoever leads its section.
pub(super) fn may_rename(cx: &Cx, folder: &Folder, level: Level) -> Result<Permit, Denied> {
    let needed = if folder.parent.is_some() {
        Level::Write
    } else {
        Level::Manage
    };
    Ok(cx
        .judge(RENAME)
        .on(&folder.id)
        .signed_in()?
        .authorised(
            at_least(cx, folder.section, level, needed),
            "document_not_manager",
        )?
        .permit())
}

/// Whose rights hold in a section's folders is for whoever leads the section to say (nogata:6-2(1)).
pub(super) fn may_set_rights(cx: &Cx, folder: &Folder, level: Level) -> Result<Permit, Denied> {
    managed(cx, SET_RIGHTS, folder, level)
}

/// A folder is moved by those who may write in it and where it is to be; out of its section, by whoever leads that.
pub(super) fn may_move(
    cx: &Cx,
    folder: &Folder,
    level: Level,
    into: (&Folder, Level),
) -> Result<Permit, Denied> {
    let (target, there) = into;
    if target.section != folder.section {
        let _ = managed(cx, MOVE, folder, level)?;
    }
    Ok(cx
        .judge(MOVE)
        .on(&folder.id)
        .signed_in()?
        .authorised(
            at_least(cx, folder.section, level, Level::Write),
            "reads_only",
        )?
        .authorised(
            at_least(cx, target.section, there, Level::Write),
            "reads_only",
        )?
        .permit())
}

/// An empty folder is removed by those who may write in it, an empty cabinet by whoever leads its section.
pub(super) fn may_remove(cx: &Cx, folder: &Folder, level: Level) -> Result<Permit, Denied> {
    let needed = if folder.parent.is_some() {
        Level::Write
    } else {
        Level::Manage
    };
    Ok(cx
        .judge(REMOVE)
        .on(&folder.id)
        .signed_in()?
        .authorised(
            at_least(cx, folder.section, level, needed),
            "document_not_manager",
        )?
        .permit())
}

/// A cabinet is handed over by whoever leads its section (nogata:6-2(1)); one whose section is no more, by the
/// administrator.
pub(super) fn may_hand_over(
    cx: &Cx,
    folder: &Folder,
    level: Option<Level>,
    orphan: bool,
) -> Result<Permit, Denied> {
    if orphan && cx.actor().holds(Role::SystemAdministrator) {
        let judgement = cx.judge(HAND_OVER).on(&folder.id).signed_in()?;
        return Ok(judgement
            .authorised_role(Role::SystemAdministrator)?
            .permit());
    }
    managed(cx, HAND_OVER, folder, level.unwrap_or(Level::Read))
}

/// The right of whoever may do at least this in a folder of the section: to manage it, whoever leads the section alone may.
pub(crate) fn at_least(cx: &Cx, section: UnitId, level: Level, needed: Level) -> Right {
    let manages = leading(cx, section).and(level == Level::Manage);
    manages.or(level >= needed)
}

fn leading(cx: &Cx, section: UnitId) -> Right {
    let standing = cx.actor().standing();
    standing.map_or(Right::None, |standing| standing.leading(section))
}

fn managed(cx: &Cx, act: Act, folder: &Folder, level: Level) -> Result<Permit, Denied> {
    let manages = at_least(cx, folder.section, level, Level::Manage);
    Ok(cx
        .judge(act)
        .on(&folder.id)
        .signed_in()?
        .require(rule!(OwnContentManaged), manages, "document_not_manager")?
        .authorised(manages, "document_not_manager")?
        .permit())
}

/// The administrator sees which cabinets have no section any more.
pub(super) fn may_list_orphans(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(LIST)
        .authorised_role(Role::SystemAdministrator)?
        .permit())
}

/// What orders bring about is the system's to do.
pub(super) fn may_follow(cx: &Cx) -> Result<Permit, Denied> {
    Ok(cx
        .judge(FOLLOW)
        .authorised(cx.actor().is_system(), "system")?
        .permit())
}
