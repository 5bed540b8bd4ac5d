//! Information systems and their connections: entered once they were consulted on.

use serde::{Deserialize, Serialize};
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Reason, Saved, UnitId, codes, entered};

use super::{policy, store};
use crate::consultation::{self, Undertaking};
use crate::ids::{ConnectionId, SystemId};
use crate::procedure::CaseId;

/// The most characters of a system's name.
const NAME: usize = 100;

/// On which side a system stands, and whether it is connected to networks outside (shiroishi:2(6), shiroishi:2(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SystemClass {
    /// 外部情報系.
    InformationOuter,
    /// 内部情報系.
    InformationInner,
    /// 外部業務系.
    BusinessOuter,
    /// 内部業務系.
    BusinessInner,
}

codes! {
    SystemClass {
        InformationOuter = "information_outer",
        InformationInner = "information_inner",
        BusinessOuter = "business_outer",
        BusinessInner = "business_inner",
    }
}

impl SystemClass {
    /// Whether it is for the business of one section, rather than for all.
    pub const fn is_business(self) -> bool {
        matches!(self, Self::BusinessOuter | Self::BusinessInner)
    }
}

/// A system as it is entered.
#[derive(Clone, Debug)]
pub struct SystemForm {
    /// What it is called.
    pub name: String,
    /// On which side it stands.
    pub class: SystemClass,
    /// The section that answers for it.
    pub section: UnitId,
    /// Whether it is purely for education or research, which spares a business-side system the consultation on
    /// installing, changing or abolishing it (shiroishi:8).
    pub research: bool,
}

/// A system of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct System {
    /// Its id.
    pub id: SystemId,
    /// What it is called.
    pub name: String,
    /// On which side it stands.
    pub class: SystemClass,
    /// The section that answers for it.
    pub section: UnitId,
    /// Whether it is purely for education or research.
    pub research: bool,
    /// What a change refers to.
    pub revision: i32,
}

impl System {
    /// Whether changing it needs no consultation.
    pub(crate) const fn is_exempt(&self) -> bool {
        self.research && self.class.is_business()
    }
}

/// Which systems a list shows.
#[derive(Clone, Debug, Default)]
pub struct SystemFilter {
    /// On this side.
    pub class: Option<SystemClass>,
    /// Of this section.
    pub section: Option<UnitId>,
    /// Whose name holds these words.
    pub words: String,
}

/// A connection between an information-side and a business-side system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// Its id.
    pub id: ConnectionId,
    /// The information-side system.
    pub information_side: SystemId,
    /// The business-side system.
    pub business_side: SystemId,
}

fn parse(form: &SystemForm, id: SystemId, revision: i32) -> Result<System, Invalid> {
    let mut invalid = Invalid::default();
    let name = entered::line(&mut invalid, "name", &form.name, NAME);
    invalid.check()?;
    Ok(System {
        id,
        name,
        class: form.class,
        section: form.section,
        research: form.research,
        revision,
    })
}

/// Enters a system that was decided on, by the consultation on deciding it.
pub async fn add_system(
    cx: &Cx,
    form: SystemForm,
    consultation: Option<CaseId>,
) -> Result<Saved<SystemId>, Fault> {
    let permit = policy::may_keep_systems(cx, form.section)?;
    let system = parse(&form, cx.new_id(), 1)?;
    let tx = cx.begin().await?;
    let decided = Undertaking::Decide(system.section);
    consultation::expect(&tx, cx, &decided, consultation).await?;
    store::insert_system(&tx, &permit, &system).await?;
    let version = tx.keep_first_version(&system.id, &system)?;
    let entry = Audit::of(permit, &system.id).version(&version);
    Ok(tx.commit(entry, system.id).await?)
}

/// A system for whoever changes it: refused to others as the change is.
pub async fn system_to_change(cx: &Cx, id: SystemId) -> Result<System, Fault> {
    let known = store::system(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?;
    drop(policy::may_keep_systems(cx, known.section)?);
    Ok(known)
}

/// Changes what stands of a system, by the consultation on changing it, where it needs one.
pub async fn change_system(
    cx: &Cx,
    id: SystemId,
    revision: i32,
    form: SystemForm,
    consultation: Option<CaseId>,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let known = store::system(&tx, id).await?.ok_or(Fault::NotFound)?;
    let permit = policy::may_keep_systems(cx, known.section)?;
    let system = parse(&form, id, revision)?;
    consultation::expect(&tx, cx, &Undertaking::Change(&known), consultation).await?;
    store::save_system(&tx, &permit, &system).await?;
    let version = tx.keep_version(&id, &system).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// Enters a connection of an information-side and a business-side system, by the consultation on connecting them.
pub async fn connect(
    cx: &Cx,
    information_side: SystemId,
    business_side: SystemId,
    consultation: Option<CaseId>,
) -> Result<Saved<ConnectionId>, Fault> {
    let tx = cx.begin().await?;
    let one = store::system(&tx, information_side)
        .await?
        .ok_or(Fault::NotFound)?;
    let other = store::system(&tx, business_side)
        .await?
        .ok_or(Fault::NotFound)?;
    let permit = policy::may_keep_systems(cx, other.section)?;
    if one.class.is_business() || !other.class.is_business() {
        return Err(Invalid::field("business_side", Reason::Code("same_side")).into());
    }
    let connected = Undertaking::Connect(information_side, business_side);
    consultation::expect(&tx, cx, &connected, consultation).await?;
    let connection = Connection {
        id: cx.new_id(),
        information_side,
        business_side,
    };
    store::insert_connection(&tx, &permit, &connection).await?;
    let version = tx.keep_first_version(&connection.id, &connection)?;
    let entry = Audit::of(permit, &connection.id).version(&version);
    Ok(tx.commit(entry, connection.id).await?)
}
