//! Who may operate what, and the check of it, for other programs and terminals.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_compliance::designation::{
    self, Designation, DesignationForm, Manner, Place, Target, Who,
};
use yakusho_compliance::operation::{self, Asked, Recorded};
use yakusho_compliance::terminal::{self, Allowed, PermitForm, TerminalPermit};
use yakusho_kernel::{Fault, Invalid, Page, Reason};
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;

pub(super) fn routes() -> Routes {
    Routes::new().api(Access::User, OperatorsApi)
}

/// A designation or approval to operate something.
#[derive(Debug, Object)]
struct DesignationItem {
    id: Uuid,
    /// What states it: to be given back with a release.
    row: Uuid,
    /// The person; none where the staff of the section may.
    #[oai(skip_serializing_if_is_none)]
    person: Option<Uuid>,
    section: Uuid,
    /// `designated`, `approved`.
    manner: String,
    first: Date,
    /// The last day; none for no end.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
    /// What of it is yet to be reported: `designation`, `release`.
    #[oai(skip_serializing_if_is_none)]
    owes: Option<String>,
}

impl From<Designation> for DesignationItem {
    fn from(one: Designation) -> Self {
        Self {
            id: one.id.into(),
            row: one.row.into(),
            person: one.person.map(Into::into),
            section: one.section.into(),
            manner: one.manner.code().to_owned(),
            first: one.days.first(),
            last: one.days.last(),
            owes: one.owes.map(|owes| owes.code().to_owned()),
        }
    }
}

/// A designation or approval to be made.
#[derive(Debug, Object)]
struct NewDesignation {
    /// The person; for an information-side system leave it out.
    person: Option<Uuid>,
    /// The section whose staff is designated, for an information-side system.
    section: Option<Uuid>,
    /// `designated`, `approved`.
    manner: String,
    first: Date,
    /// The last day; needed for an approval.
    last: Option<Date>,
}

impl NewDesignation {
    fn form(self) -> Result<DesignationForm, Invalid> {
        let who = match (self.person, self.section) {
            (Some(person), None) => Who::Person(person.into()),
            (None, Some(section)) => Who::Section(section.into()),
            _ => return Err(Invalid::field("person", Reason::Required)),
        };
        let manner = known("manner", Some(&*self.manner), Manner::from_code)?;
        Ok(DesignationForm {
            who,
            manner: manner.ok_or_else(|| Invalid::field("manner", Reason::Required))?,
            first: self.first,
            last: self.last,
        })
    }
}

/// A release.
#[derive(Debug, Object)]
struct ReleaseRequest {
    /// As it was read.
    row: Uuid,
    /// The first day on which they may not any more.
    from: Date,
}

/// Something that may be done at a terminal.
#[derive(Debug, Object)]
struct PermitItem {
    id: Uuid,
    /// The business, in words.
    #[oai(skip_serializing_if_is_none)]
    business: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    data_set: Option<Uuid>,
    first: Date,
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
}

impl From<TerminalPermit> for PermitItem {
    fn from(one: TerminalPermit) -> Self {
        let (business, data_set) = match one.allowed {
            Allowed::Business(words) => (Some(words), None),
            Allowed::Data(id) => (None, Some(id.into())),
        };
        Self {
            id: one.id.into(),
            business,
            data_set,
            first: one.days.first(),
            last: one.days.last(),
        }
    }
}

/// Something to be permitted at a terminal: a business or data.
#[derive(Debug, Object)]
struct NewPermit {
    business: Option<String>,
    data_set: Option<Uuid>,
    first: Date,
    last: Option<Date>,
}

/// An operation that is asked about.
#[derive(Debug, Object)]
struct OperationAsked {
    /// Who would operate.
    person: Uuid,
    /// The terminal, or central equipment.
    equipment: Uuid,
    /// In the words in which it was approved.
    business: String,
    data_set: Option<Uuid>,
}

/// Whether an operation is permitted today.
#[derive(Debug, Object)]
struct OperationAnswer {
    permitted: bool,
    /// `permitted`, `unregulated`, `not_designated_here`, `not_for_system`, `not_this_business`, `not_these_data`,
    /// `data_not_approved`.
    answer: String,
    /// The articles that refuse.
    #[oai(skip_serializing_if_is_none)]
    article: Option<String>,
    /// The designation or approval for the terminal.
    #[oai(skip_serializing_if_is_none)]
    designation: Option<Uuid>,
    /// The designation for the system that it reaches.
    #[oai(skip_serializing_if_is_none)]
    for_system: Option<Uuid>,
    /// The approval to use another section's data.
    #[oai(skip_serializing_if_is_none)]
    data_use: Option<Uuid>,
}

/// An answer on record.
#[derive(Debug, Object)]
struct OperationRecord {
    id: Uuid,
    at: OffsetDateTime,
    person: Uuid,
    equipment: Uuid,
    business: String,
    #[oai(skip_serializing_if_is_none)]
    data_set: Option<Uuid>,
    #[oai(skip_serializing_if_is_none)]
    asked_by: Option<Uuid>,
    answer: String,
    /// The rule that refused.
    #[oai(skip_serializing_if_is_none)]
    rule: Option<String>,
}

impl From<Recorded> for OperationRecord {
    fn from(one: Recorded) -> Self {
        Self {
            id: one.id.into(),
            at: one.at.utc(),
            person: one.person.into(),
            equipment: one.asset.into(),
            business: one.business,
            data_set: one.data.map(Into::into),
            asked_by: one.asked_by.map(Into::into),
            answer: one.outcome.code().to_owned(),
            rule: one.rule,
        }
    }
}

struct OperatorsApi;

/// What stands of something now, or who might operate it on a day.
async fn listed(
    visit: &Visit,
    target: Target,
    on: Option<Date>,
    after: Option<&str>,
    limit: Limit,
) -> Answer<Json<Listed<DesignationItem>>> {
    let found = match on {
        Some(day) => designation::operators(&visit.cx, target, day).await?,
        None => designation::standing(&visit.cx, target).await?,
    };
    let after = place(after);
    let page = Page::among(found, after.as_ref(), limit.size(), |one| one.id)?;
    Ok(Json(Listed::of(page, DesignationItem::from)))
}

async fn seen(visit: &Visit, target: Target) -> Answer<Place> {
    Ok(designation::place(&visit.cx, target).await?)
}

#[OpenApi(tag = "Tag::Forms")]
impl OperatorsApi {
    /// What stands of a system's operators, or who might operate it on a day.
    #[oai(
        path = "/systems/:id/operators",
        method = "get",
        operation_id = "listSystemOperators"
    )]
    async fn of_system(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The day; what stands now where none is given.
        on: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DesignationItem>>> {
        let target = Target::System(id.0.into());
        listed(&visit, target, *on, after.as_deref(), *limit).await
    }

    /// Designates or approves operators of a system.
    #[oai(
        path = "/systems/:id/operators",
        method = "post",
        operation_id = "designateSystemOperator"
    )]
    async fn for_system(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        new: Json<NewDesignation>,
    ) -> Answer<Made> {
        let place = seen(&visit, Target::System(id.0.into())).await?;
        let made = designation::designate(&visit.cx, place.target, new.0.form()?).await?;
        Ok(Made::of(*made))
    }

    /// Reports what is yet to be reported of a business-side system, on form 5.
    #[oai(
        path = "/systems/:id/operators/report",
        method = "post",
        operation_id = "reportSystemOperators"
    )]
    async fn report(&self, visit: Visit, id: Path<Uuid>) -> Answer<Made> {
        Ok(Made::of(
            *designation::report(&visit.cx, id.0.into()).await?,
        ))
    }

    /// What stands of the operators of a terminal or of central equipment, or who might operate it on a day.
    #[oai(
        path = "/equipment/:id/operators",
        method = "get",
        operation_id = "listEquipmentOperators"
    )]
    async fn of_asset(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The day; what stands now where none is given.
        on: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<DesignationItem>>> {
        let target = Target::Asset(id.0.into());
        listed(&visit, target, *on, after.as_deref(), *limit).await
    }

    /// Designates or approves an operator of a terminal or of central equipment.
    #[oai(
        path = "/equipment/:id/operators",
        method = "post",
        operation_id = "designateEquipmentOperator"
    )]
    async fn for_asset(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        new: Json<NewDesignation>,
    ) -> Answer<Made> {
        let place = seen(&visit, Target::Asset(id.0.into())).await?;
        let made = designation::designate(&visit.cx, place.target, new.0.form()?).await?;
        Ok(Made::of(*made))
    }

    /// Releases an operator.
    #[oai(
        path = "/operators/:id/release",
        method = "post",
        operation_id = "releaseOperator"
    )]
    async fn release(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        to: Json<ReleaseRequest>,
    ) -> Answer<Done> {
        let ReleaseRequest { row, from } = to.0;
        let _ = designation::release(&visit.cx, id.0.into(), row.into(), from).await?;
        Ok(Done::Done)
    }

    /// What may be done at a terminal.
    #[oai(
        path = "/equipment/:id/permits",
        method = "get",
        operation_id = "listTerminalPermits"
    )]
    async fn permits(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PermitItem>>> {
        let after = place(after.as_deref());
        let permits = terminal::permits(&visit.cx, id.0.into()).await?;
        let page = Page::among(permits, after.as_ref(), limit.size(), |one| one.id)?;
        Ok(Json(Listed::of(page, PermitItem::from)))
    }

    /// Permits a business or data at a terminal.
    #[oai(
        path = "/equipment/:id/permits",
        method = "post",
        operation_id = "addTerminalPermit"
    )]
    async fn allow(&self, visit: Visit, id: Path<Uuid>, new: Json<NewPermit>) -> Answer<Made> {
        let new = new.0;
        let allowed = match (new.business, new.data_set) {
            (Some(words), None) => Allowed::Business(words),
            (None, Some(id)) => Allowed::Data(id.into()),
            _ => return Err(Invalid::field("business", Reason::Required).into()),
        };
        let form = PermitForm {
            allowed,
            first: new.first,
            last: new.last,
        };
        Ok(Made::of(
            *terminal::allow(&visit.cx, id.0.into(), form).await?,
        ))
    }

    /// Withdraws what was permitted at a terminal.
    #[oai(
        path = "/equipment/:id/permits/:permit",
        method = "delete",
        operation_id = "withdrawTerminalPermit"
    )]
    async fn withdraw(&self, visit: Visit, id: Path<Uuid>, permit: Path<Uuid>) -> Answer<Done> {
        let _ = terminal::withdraw(&visit.cx, id.0.into(), permit.0.into()).await?;
        Ok(Done::Done)
    }

    /// Whether a person may do a business with data at a terminal today. Each answer is put on record.
    #[oai(
        path = "/operation-checks",
        method = "post",
        operation_id = "checkOperation"
    )]
    async fn check(
        &self,
        visit: Visit,
        asked: Json<OperationAsked>,
    ) -> Answer<Json<OperationAnswer>> {
        let asked = Asked {
            person: asked.person.into(),
            asset: asked.equipment.into(),
            data: asked.data_set.map(Into::into),
            business: asked.0.business,
        };
        let answered = operation::check(&visit.cx, asked).await?.into_inner();
        Ok(Json(OperationAnswer {
            permitted: answered.outcome.permits(),
            answer: answered.outcome.code().to_owned(),
            article: answered.basis.map(|basis| basis.text(visit.lang)),
            designation: answered.grounds.designation.map(Into::into),
            for_system: answered.grounds.for_system.map(Into::into),
            data_use: answered.grounds.data_use.map(Into::into),
        }))
    }

    /// What was answered, the last first: of the sections that one answers for, or of all.
    #[oai(
        path = "/operation-checks",
        method = "get",
        operation_id = "listOperationChecks"
    )]
    async fn record(
        &self,
        visit: Visit,
        /// Of this terminal alone.
        equipment: Query<Option<Uuid>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<OperationRecord>>> {
        let after = place(after.as_deref());
        let of = equipment.map(Into::into);
        let found = operation::recorded(&visit.cx, of, after.as_ref(), limit.size()).await;
        let page = match found {
            // Who answers for nothing has no record to read: a list of nothing tells no more than that.
            Err(Fault::NotFound) => Page::default(),
            found => found?,
        };
        Ok(Json(Listed::of(page, OperationRecord::from)))
    }
}
