//! Who develops and maintains a system (shiroishi:10-1, shiroishi:10-2).

use serde::{Deserialize, Serialize};
use time::Date;
use yakusho_accounts::directory;
use yakusho_attachments::{Attachment, AttachmentId, Bearer};
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Fault, Invalid, Page, Reading, Reason, Saved, Timestamp,
    UnitId, typed_id,
};

use super::{System, policy, store};
use crate::ids::SystemId;

/// The most sections that share a system.
const SHARING: usize = 20;

typed_id! {
    /// That a section develops and maintains a system.
    pub struct ManagerId = "compliance.system_manager";
}

/// Which section's manager develops and maintains a system, since when, and by what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manager {
    /// Its id.
    pub id: ManagerId,
    /// The system.
    pub system: SystemId,
    /// The section whose manager it is.
    pub section: UnitId,
    /// From which day.
    pub from: Date,
    /// The sections that share the system and agreed on it; none where one section's business it is, or on the information
    /// side, where the information system manager designates.
    pub agreed: Vec<UnitId>,
    /// The agreement on file.
    pub files: Vec<Attachment>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// When another took its place; none if it still stands.
    pub superseded_at: Option<Timestamp>,
}

/// Who is to develop and maintain a system.
#[derive(Clone, Debug)]
pub struct ManagerForm {
    /// The section whose manager it is.
    pub section: UnitId,
    /// From which day.
    pub from: Date,
    /// The sections that share the system and agreed on it, on the business side.
    pub agreed: Vec<UnitId>,
    /// The agreement on file: needed where several sections share it.
    pub files: Vec<AttachmentId>,
}

/// Records who develops and maintains a system: on the information side as the information system manager designates; on
/// the business side the section whose business it is, or the one on which those who share it agreed.
///
/// # Errors
/// The fields `section`, `agreed` and `files`.
pub async fn set_manager(
    cx: &Cx,
    id: SystemId,
    revision: i32,
    form: ManagerForm,
) -> Result<Saved<ManagerId>, Fault> {
    let tx = cx.begin().await?;
    let system = store::system(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_set_manager(cx, &system)?;
    Conflict::CHANGED.unless(system.revision == revision)?;
    admit(&tx, cx, &system, &form).await?;
    let manager: ManagerId = cx.new_id();
    let files = yakusho_attachments::take(&tx, &permit, &manager, &form.files).await?;
    let mut agreed = form.agreed;
    agreed.sort_unstable();
    agreed.dedup();
    let row = Manager {
        id: manager,
        system: id,
        section: form.section,
        from: form.from,
        agreed,
        files,
        recorded_at: cx.known_from(),
        superseded_at: None,
    };
    store::set_manager(&tx, &permit, &row).await?;
    // Whoever changes the system meanwhile has read of another manager.
    store::save_system(&tx, &permit, &system).await?;
    let version = tx.keep_first_version(&manager, &row)?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, manager).await?)
}

async fn admit(
    on: &impl Reading,
    cx: &Cx,
    system: &System,
    form: &ManagerForm,
) -> Result<(), Fault> {
    let units = directory::units(on, cx.today()).await?;
    let known = |section: &UnitId| units.iter().any(|unit| unit.id == *section);
    let mut invalid = Invalid::default();
    if !known(&form.section) {
        invalid.push("section", Reason::Unknown);
    }
    if form.agreed.len() > SHARING {
        invalid.push("agreed", Reason::TooMany { max: SHARING });
    }
    if !form.agreed.iter().all(known) {
        invalid.push("agreed", Reason::Unknown);
    }
    if system.class.is_business() && form.section != system.section {
        // Another than the one whose business it is takes it on as those who share it agree.
        let parties = [&form.section, &system.section];
        if !parties.iter().all(|party| form.agreed.contains(party)) {
            invalid.push("agreed", Reason::Code("not_all_agreed"));
        }
    }
    if !form.agreed.is_empty() && form.files.is_empty() {
        invalid.push("files", Reason::Required);
    }
    Ok(invalid.check()?)
}

/// A page of what was recorded of who develops and maintains a system, the last first.
pub async fn managers(
    cx: &Cx,
    id: SystemId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Manager>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let found = store::managers(&cx.reader(), id, after, size + 1).await?;
    Ok(Page::of(found, size, |one| one.id))
}

/// Who develops and maintains a system today, if anybody was recorded.
pub async fn manager(cx: &Cx, id: SystemId) -> Result<Option<Manager>, Fault> {
    Ok(store::standing_manager(&cx.reader(), id, cx.today()).await?)
}

/// One that was recorded of a system, standing or superseded.
pub async fn recorded_manager(cx: &Cx, id: SystemId, manager: ManagerId) -> Result<Manager, Fault> {
    let found = store::recorded_manager(&cx.reader(), id, manager).await?;
    found.ok_or(Fault::NotFound)
}

/// The section whose manager answers for a system on that day: the one recorded, or the one whose it is.
pub(crate) async fn responsible(
    on: &impl Reading,
    system: &System,
    day: Date,
) -> Result<UnitId, DbError> {
    let stands = store::standing_manager(on, system.id, day).await?;
    Ok(stands.map_or(system.section, |one| one.section))
}

impl Bearer for ManagerId {
    /// The register is open to everyone who is signed in, and so is the agreement.
    async fn lets(&self, cx: &Cx, _: AttachmentId) -> Result<bool, Fault> {
        Ok(cx.actor().person().is_some())
    }
}
