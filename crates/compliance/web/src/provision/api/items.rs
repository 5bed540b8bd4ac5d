//! What the API shows of provisions, and what it takes.

use std::collections::BTreeMap;

use poem_openapi::Object;
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_compliance::provision::{
    Agreement, AgreementForm, Condition, Event, EventForm, EventKind, ProvisionRow, ProvisionView,
    Release, Standing,
};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::Visit;
use yakusho_webkit::json::{ids, known};

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Unagreed => "unagreed",
        Standing::Ahead => "ahead",
        Standing::InForce => "in_force",
        Standing::Ended => "ended",
        Standing::Owed => "owed",
        Standing::Overdue => "overdue",
        Standing::Closed => "closed",
    }
}

/// A provision in a list.
#[derive(Debug, Object)]
pub(super) struct ProvisionItem {
    id: Uuid,
    /// The section that provides the data.
    section: Uuid,
    data_set: Uuid,
    recipient: String,
    first: Date,
    last: Date,
    /// `unagreed`, `ahead`, `in_force`, `ended`, `owed`, `overdue`, `closed`.
    standing: String,
    /// By when what was released is to be returned or disposed of.
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
}

impl From<ProvisionRow> for ProvisionItem {
    fn from(row: ProvisionRow) -> Self {
        Self {
            id: row.id.into(),
            section: row.section.into(),
            data_set: row.data.into(),
            recipient: row.recipient,
            first: row.days.0,
            last: row.days.1,
            standing: standing(row.standing).to_owned(),
            due: row.due,
        }
    }
}

/// What an agreement says on a condition.
#[derive(Debug, Object)]
pub(super) struct ClauseItem {
    /// `secrecy`, `purpose`, `copying`, `return`, `inspection`, `accident`, `damages`, `other`.
    condition: String,
    /// The number of the article's item.
    item: u8,
    /// Whether it is there; of the eighth, whether the general manager's word is.
    fulfilled: bool,
    #[oai(skip_serializing_if_is_none)]
    text: Option<String>,
    /// The SHA-256 of the text.
    #[oai(skip_serializing_if_is_none)]
    sha256: Option<String>,
}

/// An agreement.
#[derive(Debug, Object)]
pub(super) struct AgreementItem {
    /// `draft`, `waiting`, `ready`, `concluded`, `closed`.
    state: String,
    first: Date,
    last: Date,
    clauses: Vec<ClauseItem>,
    #[oai(skip_serializing_if_is_none)]
    concluded_on: Option<Date>,
    /// The first day on which it is not in force any more, where it was ended early.
    #[oai(skip_serializing_if_is_none)]
    ended_on: Option<Date>,
    /// To be given back with an act.
    revision: i32,
}

impl From<Agreement> for AgreementItem {
    fn from(one: Agreement) -> Self {
        let clauses = Condition::ALL.iter().map(|&condition| {
            let clause = one.clause(condition);
            ClauseItem {
                condition: condition.code().to_owned(),
                item: condition.item(),
                fulfilled: one.fulfils(condition),
                text: clause.map(|clause| clause.text.clone()),
                sha256: clause.map(|clause| clause.digest.clone()),
            }
        });
        Self {
            state: one.state.code().to_owned(),
            first: one.days.0,
            last: one.days.1,
            clauses: clauses.collect(),
            concluded_on: one.concluded.map(|(on, _)| on),
            ended_on: one.ended.map(|ended| ended.on),
            revision: one.revision,
        }
    }
}

/// A provision.
#[derive(Debug, Object)]
pub(super) struct ProvisionDetail {
    id: Uuid,
    /// The form that was granted.
    form: Uuid,
    section: Uuid,
    data_set: Uuid,
    recipient: String,
    purpose: String,
    first: Date,
    last: Date,
    granted_on: Date,
    /// `unagreed`, `ahead`, `in_force`, `ended`, `owed`, `overdue`, `closed`.
    standing: String,
    /// By when what was released is to be returned or disposed of.
    #[oai(skip_serializing_if_is_none)]
    due: Option<Date>,
    #[oai(skip_serializing_if_is_none)]
    agreement: Option<AgreementItem>,
}

impl From<ProvisionView> for ProvisionDetail {
    fn from(view: ProvisionView) -> Self {
        let provision = view.provision;
        Self {
            id: provision.id.into(),
            form: provision.case.into(),
            section: provision.section.into(),
            data_set: provision.data.into(),
            recipient: provision.recipient,
            purpose: provision.purpose,
            first: provision.days.0,
            last: provision.days.1,
            granted_on: provision.granted_on,
            standing: standing(view.standing).to_owned(),
            due: view.agreement.as_ref().and_then(|one| one.due),
            agreement: view.agreement.map(AgreementItem::from),
        }
    }
}

/// A release.
#[derive(Debug, Object)]
pub(super) struct ReleaseItem {
    id: Uuid,
    /// The day on which the data were handed over.
    on: Date,
    what: String,
    records: u32,
    sha256: String,
    how: String,
    received_by: String,
    handed_by: Uuid,
    entered_at: OffsetDateTime,
    entered_by: Uuid,
}

impl From<Release> for ReleaseItem {
    fn from(one: Release) -> Self {
        Self {
            id: one.id.into(),
            on: one.on,
            what: one.what,
            records: one.records,
            sha256: one.digest,
            how: one.how,
            received_by: one.received_by,
            handed_by: one.handed_by.into(),
            entered_at: one.at.utc(),
            entered_by: one.doer.by.hand.into(),
        }
    }
}

/// Something that happened to what was released.
#[derive(Debug, Object)]
pub(super) struct EventItem {
    id: Uuid,
    /// `inspection`, `accident`, `returned`, `disposed`.
    kind: String,
    on: Date,
    what: String,
    how: String,
    entered_at: OffsetDateTime,
    entered_by: Uuid,
}

impl From<Event> for EventItem {
    fn from(one: Event) -> Self {
        Self {
            id: one.id.into(),
            kind: one.kind.code().to_owned(),
            on: one.on,
            what: one.what,
            how: one.how,
            entered_at: one.at.utc(),
            entered_by: one.doer.by.hand.into(),
        }
    }
}

/// A text on one of the seven conditions.
#[derive(Debug, Object)]
pub(super) struct NewClause {
    /// `secrecy`, `purpose`, `copying`, `return`, `inspection`, `accident`, `damages`.
    condition: String,
    text: String,
}

/// An agreement to be written.
#[derive(Debug, Object)]
pub(super) struct NewAgreement {
    first: Date,
    last: Date,
    clauses: Vec<NewClause>,
    /// Its papers, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

impl NewAgreement {
    pub(super) fn form(self) -> Result<AgreementForm, Invalid> {
        let mut clauses = BTreeMap::new();
        for NewClause { condition, text } in self.clauses {
            let condition = Condition::named().find(|one| one.code() == condition);
            let unknown = || Invalid::field("clauses", Reason::Unknown);
            clauses.insert(condition.ok_or_else(unknown)?, text);
        }
        Ok(AgreementForm {
            days: (self.first, self.last),
            clauses,
            files: ids(self.files),
        })
    }
}

/// An agreement to be changed.
#[derive(Debug, Object)]
pub(super) struct ChangedAgreement {
    /// As it was read.
    pub(super) revision: i32,
    /// As it is to be.
    pub(super) agreement: NewAgreement,
}

/// An act on an agreement.
#[derive(Debug, Object)]
pub(super) struct AgreementAct {
    /// As it was read.
    pub(super) revision: i32,
    /// The day of the act; today unless told.
    pub(super) on: Option<Date>,
}

/// The general manager's word on the eighth condition.
#[derive(Debug, Object)]
pub(super) struct WordOn {
    pub(super) revision: i32,
    /// What else the agreement must say; empty for nothing.
    #[oai(default)]
    pub(super) needs: String,
    /// The day of the act; today unless told.
    pub(super) on: Option<Date>,
}

/// An early end.
#[derive(Debug, Object)]
pub(super) struct EndOn {
    pub(super) revision: i32,
    /// The first day on which it is not in force any more; today unless told.
    pub(super) on: Option<Date>,
    pub(super) reason: String,
}

/// A release to be recorded.
#[derive(Debug, Object)]
pub(super) struct NewRelease {
    /// The day on which the data were handed over; today unless told.
    pub(super) on: Option<Date>,
    pub(super) what: String,
    pub(super) records: u32,
    /// The SHA-256 of what was handed over: 64 hexadecimal digits.
    pub(super) sha256: String,
    pub(super) how: String,
    pub(super) received_by: String,
    /// Who handed it over.
    pub(super) handed_by: Uuid,
}

/// Something that happened, to be recorded.
#[derive(Debug, Object)]
pub(super) struct NewEvent {
    /// `inspection`, `accident`; at the end `returned`, `disposed`.
    kind: String,
    /// On which day; today unless told.
    on: Option<Date>,
    what: String,
    how: String,
    /// The report or the certificate, uploaded before.
    #[oai(default)]
    files: Vec<Uuid>,
}

impl NewEvent {
    pub(super) fn form(self, visit: &Visit) -> Result<EventForm, Invalid> {
        let kind = known("kind", Some(&*self.kind), EventKind::from_code)?;
        Ok(EventForm {
            kind: kind.ok_or_else(|| Invalid::field("kind", Reason::Required))?,
            on: self.on.unwrap_or(visit.cx.today()),
            what: self.what,
            how: self.how,
            files: ids(self.files),
        })
    }
}

/// What became of the data at the end.
#[derive(Debug, Object)]
pub(super) struct ReturnOn {
    pub(super) revision: i32,
    /// What became of them.
    pub(super) event: NewEvent,
}
