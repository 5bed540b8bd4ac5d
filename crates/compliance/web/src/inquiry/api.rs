//! Questions as JSON.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::{Date, OffsetDateTime};
use uuid::Uuid;
use yakusho_compliance::Items;
use yakusho_compliance::inquiry::{self, Inquiry, View};
use yakusho_webkit::json::{Done, Limit, Listed, Made, known, place};
use yakusho_webkit::{Answer, Visit};

use super::thing;
use crate::duties::Tag;

/// A question about what a section has registered.
#[derive(Debug, Object)]
struct InquiryItem {
    id: Uuid,
    /// The kind of the thing that it is about.
    item_kind: String,
    item: Uuid,
    /// What that was called.
    title: String,
    /// The section that answers.
    section: Uuid,
    question: String,
    asked_by: Uuid,
    asked_by_name: String,
    asked_at: OffsetDateTime,
    /// The last day on which the answer is in time.
    due: Date,
    /// Whom the manager asked to answer.
    #[oai(skip_serializing_if_is_none)]
    assigned: Option<Uuid>,
    #[oai(skip_serializing_if_is_none)]
    answer: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    answered_by_name: Option<String>,
    #[oai(skip_serializing_if_is_none)]
    answered_at: Option<OffsetDateTime>,
    /// To be given back with an act.
    revision: i32,
}

impl From<Inquiry> for InquiryItem {
    fn from(one: Inquiry) -> Self {
        let answered_at = one.answer.as_ref().map(|answer| answer.at.utc());
        let (answer, answered_by_name) = one
            .answer
            .map(|answer| (answer.text, answer.doer.name))
            .unzip();
        Self {
            id: one.id.into(),
            item_kind: one.item.kind.into_owned(),
            item: one.item.id,
            title: one.title,
            section: one.section.into(),
            question: one.question,
            asked_by: one.asked.by.author.into(),
            asked_by_name: one.asked.name,
            asked_at: one.asked_at.utc(),
            due: one.due,
            assigned: one.assigned.map(Into::into),
            answer,
            answered_by_name,
            answered_at,
            revision: one.revision,
        }
    }
}

/// A question to be asked.
#[derive(Debug, Object)]
struct NewInquiry {
    /// The kind of the thing that it is about: `board.post`, `circulation`, `document` or `event`.
    item_kind: String,
    item: Uuid,
    /// At most 2,000 characters.
    question: String,
}

/// Who is to answer.
#[derive(Debug, Object)]
struct AssignedTo {
    /// As it was read.
    revision: i32,
    /// Somebody of the section.
    person: Uuid,
}

/// An answer.
#[derive(Debug, Object)]
struct NewAnswer {
    /// As it was read.
    revision: i32,
    /// At most 2,000 characters.
    answer: String,
}

pub(super) struct InquiriesApi(pub(super) Items);

#[OpenApi(tag = "Tag::Compliance")]
impl InquiriesApi {
    /// Questions about what sections register.
    #[oai(path = "/inquiries", method = "get", operation_id = "listInquiries")]
    async fn list(
        &self,
        visit: Visit,
        /// `open` (to be answered by the reader or their sections), `answered`, `mine` (asked by the reader); `open` unless
        /// told.
        view: Query<Option<String>>,
        /// Where the page begins.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<InquiryItem>>> {
        let view = known("view", view.as_deref(), View::from_code)?.unwrap_or(View::Open);
        let after = place(after.as_deref());
        let listed = inquiry::list(&visit.cx, view, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(listed, InquiryItem::from)))
    }

    /// A question.
    #[oai(path = "/inquiries/:id", method = "get", operation_id = "getInquiry")]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<InquiryItem>> {
        let view = inquiry::show(&visit.cx, id.0.into()).await?;
        Ok(Json(view.inquiry.into()))
    }

    /// Asks about a thing that the caller may see, and that is a section's.
    #[oai(path = "/inquiries", method = "post", operation_id = "askInquiry")]
    async fn ask(&self, visit: Visit, new: Json<NewInquiry>) -> Answer<Made> {
        let NewInquiry {
            item_kind,
            item,
            question,
        } = new.0;
        let item = thing(item_kind, item);
        let id = inquiry::ask(&visit.cx, &self.0, &item, &question).await?;
        Ok(Made::of(*id))
    }

    /// Has somebody of the section answer.
    #[oai(
        path = "/inquiries/:id/assign",
        method = "post",
        operation_id = "assignInquiry"
    )]
    async fn assign(&self, visit: Visit, id: Path<Uuid>, to: Json<AssignedTo>) -> Answer<Done> {
        let AssignedTo { revision, person } = to.0;
        let _ = inquiry::assign(&visit.cx, id.0.into(), revision, person.into()).await?;
        Ok(Done::Done)
    }

    /// Answers a question.
    #[oai(
        path = "/inquiries/:id/answer",
        method = "post",
        operation_id = "answerInquiry"
    )]
    async fn answer(&self, visit: Visit, id: Path<Uuid>, said: Json<NewAnswer>) -> Answer<Done> {
        let NewAnswer { revision, answer } = said.0;
        let _ = inquiry::answer(&visit.cx, id.0.into(), revision, &answer).await?;
        Ok(Done::Done)
    }
}
