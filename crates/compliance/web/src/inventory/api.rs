//! The registers for other programs.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use uuid::Uuid;
use yakusho_compliance::asset::{self, Asset, AssetForm, AssetKind, AssetState, Filter};
use yakusho_compliance::inventory::{self, Connection, System, SystemClass, SystemFilter};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::csv::{Given, Sent};
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::sheet::SheetFaultItem;
use yakusho_webkit::{Access, Answer, Routes, Visit};

use super::import;
use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new()
        .api(Access::User, RegisterApi)
        .api_upload(Access::User, EquipmentCsvApi)
        .api_download(Access::User, EquipmentFileApi)
}

/// An information system.
#[derive(Debug, Object)]
struct SystemItem {
    id: Uuid,
    name: String,
    /// `information_outer`, `information_inner`, `business_outer`, `business_inner`.
    class: String,
    section: Uuid,
    /// Purely for education or research.
    research: bool,
    revision: i32,
}

impl From<System> for SystemItem {
    fn from(system: System) -> Self {
        Self {
            id: system.id.into(),
            name: system.name,
            class: system.class.code().to_owned(),
            section: system.section.into(),
            research: system.research,
            revision: system.revision,
        }
    }
}

/// A connection of two systems.
#[derive(Debug, Object)]
struct ConnectionItem {
    id: Uuid,
    information_side: Uuid,
    business_side: Uuid,
}

impl From<Connection> for ConnectionItem {
    fn from(one: Connection) -> Self {
        Self {
            id: one.id.into(),
            information_side: one.information_side.into(),
            business_side: one.business_side.into(),
        }
    }
}

/// Something of the register of equipment.
#[derive(Debug, Object)]
struct EquipmentItem {
    id: Uuid,
    /// `server`, `peripheral`, `terminal`, `printer`, `network`, `media`, `software`, `account`.
    kind: String,
    number: String,
    name: String,
    section: Uuid,
    place: String,
    #[oai(skip_serializing_if_is_none)]
    system: Option<Uuid>,
    /// `in_use`, `stored`, `disposed`.
    state: String,
    about: String,
    /// To be given back with a change.
    revision: i32,
}

impl From<Asset> for EquipmentItem {
    fn from(one: Asset) -> Self {
        Self {
            id: one.id.into(),
            kind: one.kind.code().to_owned(),
            number: one.number,
            name: one.name,
            section: one.section.into(),
            place: one.place,
            system: one.system.map(Into::into),
            state: one.state.code().to_owned(),
            about: one.about,
            revision: one.revision,
        }
    }
}

/// Equipment as it is entered.
#[derive(Debug, Object)]
struct EquipmentRequest {
    kind: String,
    number: String,
    name: String,
    section: Uuid,
    #[oai(default)]
    place: String,
    system: Option<Uuid>,
    /// In use unless told.
    state: Option<String>,
    #[oai(default)]
    about: String,
}

impl EquipmentRequest {
    fn form(self) -> Result<AssetForm, Invalid> {
        let kind = known("kind", Some(&*self.kind), AssetKind::from_code)?;
        let state = known("state", self.state.as_deref(), AssetState::from_code)?;
        Ok(AssetForm {
            kind: kind.ok_or_else(|| Invalid::field("kind", Reason::Required))?,
            number: self.number,
            name: self.name,
            section: self.section.into(),
            place: self.place,
            system: self.system.map(Into::into),
            state: state.unwrap_or(AssetState::InUse),
            about: self.about,
        })
    }
}

/// Equipment to be changed.
#[derive(Debug, Object)]
struct EquipmentChange {
    /// As it was read.
    revision: i32,
    /// As it is to be.
    equipment: EquipmentRequest,
}

struct RegisterApi;

#[OpenApi(tag = "Tag::Forms")]
impl RegisterApi {
    /// Information systems by name.
    #[oai(path = "/systems", method = "get", operation_id = "listSystems")]
    async fn systems(
        &self,
        visit: Visit,
        /// `information_outer`, `information_inner`, `business_outer`, `business_inner`.
        class: Query<Option<String>>,
        /// Of this section.
        section: Query<Option<Uuid>>,
        /// Whose name holds these words.
        words: Query<Option<String>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<SystemItem>>> {
        let filter = SystemFilter {
            class: known("class", class.as_deref(), SystemClass::from_code)?,
            section: section.map(Into::into),
            words: words.0.unwrap_or_default(),
        };
        let after = place(after.as_deref());
        let found =
            inventory::find_systems(&visit.cx, &filter, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, SystemItem::from)))
    }

    /// An information system.
    #[oai(path = "/systems/:id", method = "get", operation_id = "getSystem")]
    async fn system(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<SystemItem>> {
        let system = inventory::system(&visit.cx, id.0.into()).await?;
        Ok(Json(system.into()))
    }

    /// Connections of systems.
    #[oai(
        path = "/connections",
        method = "get",
        operation_id = "listConnections"
    )]
    async fn connections(
        &self,
        visit: Visit,
        /// Of this system alone.
        system: Query<Option<Uuid>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<ConnectionItem>>> {
        let after = place(after.as_deref());
        let of = system.map(Into::into);
        let found = inventory::connections(&visit.cx, of, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, ConnectionItem::from)))
    }

    /// Equipment by number, as far as one sees it.
    #[oai(path = "/equipment", method = "get", operation_id = "listEquipment")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter")]
    async fn list(
        &self,
        visit: Visit,
        /// `server`, `peripheral`, `terminal`, `printer`, `network`, `media`, `software`, `account`.
        kind: Query<Option<String>>,
        /// Of this section.
        section: Query<Option<Uuid>>,
        /// Of this system.
        system: Query<Option<Uuid>>,
        /// `in_use`, `stored`, `disposed`.
        state: Query<Option<String>>,
        /// Whose number, name or place holds these words.
        words: Query<Option<String>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<EquipmentItem>>> {
        let filter = Filter {
            kind: known("kind", kind.as_deref(), AssetKind::from_code)?,
            section: section.map(Into::into),
            system: system.map(Into::into),
            state: known("state", state.as_deref(), AssetState::from_code)?,
            words: words.0.unwrap_or_default(),
        };
        let after = place(after.as_deref());
        let found = asset::list(&visit.cx, &filter, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, EquipmentItem::from)))
    }

    /// Something of the register.
    #[oai(path = "/equipment/:id", method = "get", operation_id = "getEquipment")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<EquipmentItem>> {
        let one = asset::show(&visit.cx, id.0.into()).await?;
        Ok(Json(one.into()))
    }

    /// Registers equipment.
    #[oai(path = "/equipment", method = "post", operation_id = "addEquipment")]
    async fn add(&self, visit: Visit, new: Json<EquipmentRequest>) -> Answer<Made> {
        Ok(Made::of(*asset::add(&visit.cx, new.0.form()?).await?))
    }

    /// Changes an entry.
    #[oai(
        path = "/equipment/:id",
        method = "put",
        operation_id = "changeEquipment"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        to: Json<EquipmentChange>,
    ) -> Answer<Done> {
        let EquipmentChange {
            revision,
            equipment,
        } = to.0;
        let _ = asset::change(&visit.cx, id.0.into(), revision, equipment.form()?).await?;
        Ok(Done::Done)
    }
}

/// What a file of equipment would do.
#[derive(Debug, Object)]
struct EquipmentImportPlan {
    /// How many entries it would add.
    added: usize,
    /// How many it would change.
    changed: usize,
    /// Every fault; nothing is done as long as there is one.
    faults: Vec<SheetFaultItem>,
}

/// What a file of equipment did.
#[derive(Debug, Object)]
struct EquipmentImported {
    added: usize,
    changed: usize,
}

/// That a file was taken in.
#[derive(ApiResponse)]
enum Taken {
    /// All of its lines.
    #[oai(status = 200)]
    Taken(Json<EquipmentImported>),
}

/// Equipment from a file: CSV with columns as the template names them.
struct EquipmentCsvApi;

#[OpenApi(tag = "Tag::Forms")]
impl EquipmentCsvApi {
    /// Tries a file out: every fault by line and column, and nothing changes.
    #[oai(
        path = "/equipment/csv/dry-run",
        method = "post",
        operation_id = "dryRunEquipmentCsv"
    )]
    async fn dry_run(&self, visit: Visit, file: Sent) -> Answer<Json<EquipmentImportPlan>> {
        let plan = asset::try_import(&visit.cx, &file.content()).await?;
        Ok(Json(EquipmentImportPlan {
            added: plan.added,
            changed: plan.changed,
            faults: SheetFaultItem::all(&visit, &plan.faults),
        }))
    }

    /// Takes a file in, all of its lines or none; faults are refused by `lines.LINE.COLUMN`.
    #[oai(
        path = "/equipment/csv",
        method = "post",
        operation_id = "importEquipmentCsv"
    )]
    async fn import(&self, visit: Visit, file: Sent) -> Answer<Taken> {
        let (added, changed) = *asset::import(&visit.cx, &file.content()).await?;
        Ok(Taken::Taken(Json(EquipmentImported { added, changed })))
    }
}

/// Equipment as a file.
struct EquipmentFileApi;

#[OpenApi(tag = "Tag::Forms")]
impl EquipmentFileApi {
    /// The equipment that one sees, as CSV.
    #[oai(
        path = "/equipment/csv",
        method = "get",
        operation_id = "exportEquipmentCsv"
    )]
    async fn export(&self, visit: Visit) -> Answer<Given> {
        Ok(Given::of(import::everything(&visit).await?))
    }
}
