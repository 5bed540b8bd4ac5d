//! The ledger as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::duty::{self, DutyForm, DutyId, DutyState, Ledger, View};
use yakusho_kernel::{Debtor, Fault, Invalid, Owed, Reason};
use yakusho_regulation::Rule;
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Answer, Visit};

use super::row::told;

#[derive(Tags)]
pub(crate) enum Tag {
    /// What is owed, and how it stands with each article.
    Compliance,
}

/// Who owes something: whoever it is on the day.
#[derive(Debug, Object)]
struct DebtorItem {
    /// `person`, `post`, `head` of a unit, or the id of a role.
    kind: String,
    /// The id of the person, post or unit; none where a role is the city's.
    #[oai(skip_serializing_if_is_none)]
    id: Option<Uuid>,
}

impl From<Debtor> for DebtorItem {
    fn from(debtor: Debtor) -> Self {
        let (kind, id) = debtor.stored();
        Self {
            kind: kind.to_owned(),
            id,
        }
    }
}

/// Something that is owed.
#[derive(Debug, Object)]
struct OwedItem {
    /// What it is, by code.
    kind: String,
    /// The same in the reader's language.
    text: String,
    /// What it is about.
    about_kind: String,
    about: Uuid,
    by: DebtorItem,
    /// The last day on which it is in time.
    due: Date,
    overdue: bool,
    /// The rule under which it is owed.
    #[oai(skip_serializing_if_is_none)]
    rule: Option<String>,
    /// The article that asks for it today.
    #[oai(skip_serializing_if_is_none)]
    article: Option<String>,
}

impl OwedItem {
    fn of(visit: &Visit, owed: Owed) -> Self {
        let today = visit.cx.today();
        let basis = owed
            .rule
            .and_then(|rule| visit.cx.city().in_force(rule, today));
        Self {
            text: told(visit, &owed).0,
            kind: owed.kind.to_owned(),
            about_kind: owed.about.kind.into_owned(),
            about: owed.about.id,
            by: owed.by.into(),
            due: owed.due,
            overdue: owed.due < today,
            rule: owed.rule.map(|rule| rule.id().to_owned()),
            article: basis.map(|basis| basis.text(visit.lang)),
        }
    }
}

/// A duty to be entered.
#[derive(Debug, Object)]
struct NewDutyItem {
    /// What is to be done: one line of at most 100 characters.
    title: String,
    /// The section whose head owes it.
    section: Uuid,
    /// The last day on which it is in time.
    due: Date,
    /// The id of the rule that asks for it.
    rule: Option<String>,
}

/// How a duty ends.
#[derive(Debug, Object)]
struct DutyEnd {
    /// `done` or `dropped`.
    state: String,
    /// What was done; for one that is dropped, why, which is required.
    #[oai(default)]
    remark: String,
}

pub(super) struct DutiesApi(pub(super) Ledger);

#[OpenApi(tag = "Tag::Compliance")]
impl DutiesApi {
    /// What is owed, the earliest day first.
    #[oai(path = "/duties", method = "get", operation_id = "listDuties")]
    async fn list(
        &self,
        visit: Visit,
        /// `mine`, `section` or `all`; the reader's own unless told.
        view: Query<Option<String>>,
        /// Due on this day or later.
        from: Query<Option<Date>>,
        /// Due on this day or earlier.
        until: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<OwedItem>>> {
        let view = known("view", view.0.as_deref(), View::from_code)?.unwrap_or(View::Mine);
        let after = place(after.0.as_deref());
        let days = (from.0, until.0);
        if days.0.zip(days.1).is_some_and(|(from, until)| until < from) {
            return Err(Fault::from(Invalid::field("until", Reason::EndBeforeStart)).into());
        }
        let size = limit.size();
        let found = self
            .0
            .list(&visit.cx, view, days, after.as_ref(), size)
            .await?;
        Ok(Json(Listed::of(found, |one| OwedItem::of(&visit, one))))
    }

    /// Enters a duty of the head of a section.
    #[oai(path = "/duties", method = "post", operation_id = "enterDuty")]
    async fn enter(&self, visit: Visit, new: Json<NewDutyItem>) -> Answer<Made> {
        let new = new.0;
        let rule = known("rule", new.rule.as_deref(), Rule::from_id)?;
        let form = DutyForm {
            title: new.title,
            section: new.section.into(),
            due: new.due,
            rule,
        };
        let id = duty::enter(&visit.cx, form).await?;
        Ok(Made::of(id.into_inner()))
    }

    /// Says that what was entered is done, or that it need not be done any more.
    #[oai(path = "/duties/:id/end", method = "post", operation_id = "endDuty")]
    async fn end(&self, visit: Visit, id: Path<Uuid>, end: Json<DutyEnd>) -> Answer<Done> {
        let id: DutyId = id.0.into();
        let ending = |code: &str| DutyState::from_code(code).filter(|one| *one != DutyState::Open);
        let state = ending(&end.state).ok_or_else(|| Invalid::field("state", Reason::Unknown))?;
        let _ = duty::close(&visit.cx, id, state, &end.remark).await?;
        Ok(Done::Done)
    }
}
