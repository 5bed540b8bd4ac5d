//! Templates: circulations that are sent again and again.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use yakusho_accounts::registration;
use yakusho_kernel::Invalid;
use yakusho_messaging::circulation::{
    self, Follows, Kind, Sequence, Template, TemplateContent, TemplateForm, TemplateOwner,
};
use yakusho_webkit::{Answer, Visit};

use super::Tag;
use crate::json::{AtRevision, AudienceItem, Done, Limit, Listed, WrittenItem, known, place};

/// A template to be made.
#[derive(Debug, Object)]
struct TemplateWanted {
    name: String,
    /// The section that uses it; oneself if none. It stays with a change.
    #[oai(skip_serializing_if_is_none)]
    for_section: Option<Uuid>,
    /// `circulation` or `report`.
    kind: String,
    #[oai(default)]
    title: String,
    #[oai(default)]
    body: String,
    /// The section in whose name it goes.
    #[oai(skip_serializing_if_is_none)]
    section: Option<Uuid>,
    /// `constant`, `frequent`, `shared`, `pressing`, `approved`.
    #[oai(skip_serializing_if_is_none)]
    registration: Option<String>,
    audience: AudienceItem,
    /// `at_once`, `upwards`, `downwards`; `at_once` unless told.
    #[oai(skip_serializing_if_is_none)]
    sequence: Option<String>,
    /// After how many working days the next rank gets it all the same.
    #[oai(skip_serializing_if_is_none)]
    step_days: Option<u16>,
    /// `person` or `post`; `person` unless told.
    #[oai(skip_serializing_if_is_none)]
    follows: Option<String>,
    /// How many working days after its use it is due.
    #[oai(skip_serializing_if_is_none)]
    due_days: Option<u16>,
    #[oai(default)]
    open_replies: bool,
}

/// A template that one may use.
#[derive(Debug, Object)]
struct TemplateItem {
    id: Uuid,
    /// To be given back with a change.
    revision: i32,
    template: TemplateWanted,
}

/// A template to be changed.
#[derive(Debug, Object)]
struct TemplateChange {
    /// As it was read.
    revision: i32,
    template: TemplateWanted,
}

impl From<Template> for TemplateItem {
    fn from(template: Template) -> Self {
        let content = template.content;
        Self {
            id: template.id.into(),
            revision: template.revision,
            template: TemplateWanted {
                name: template.name.into_inner(),
                for_section: match template.owner {
                    TemplateOwner::Section(unit) => Some(unit.into()),
                    TemplateOwner::Person(_) => None,
                },
                kind: content.kind.code().to_owned(),
                title: content.title,
                body: content.body,
                section: content.section.map(Into::into),
                registration: content.registration.map(|kind| kind.code().to_owned()),
                audience: content.audience.into(),
                sequence: Some(content.sequence.code().to_owned()),
                step_days: content.step_days,
                follows: Some(content.follows.code().to_owned()),
                due_days: content.due_days,
                open_replies: content.open_replies,
            },
        }
    }
}

impl TemplateWanted {
    fn form(self) -> Result<TemplateForm, Invalid> {
        let registration = self.registration.as_deref();
        let sequence = known("sequence", self.sequence.as_deref(), Sequence::from_code)?;
        let follows = known("follows", self.follows.as_deref(), Follows::from_code)?;
        Ok(TemplateForm {
            section: self.for_section.map(Into::into),
            name: self.name,
            content: TemplateContent {
                kind: known("kind", Some(&self.kind), Kind::from_code)?.unwrap_or_default(),
                title: self.title,
                body: self.body,
                section: self.section.map(Into::into),
                registration: known("registration", registration, registration::Kind::from_code)?,
                audience: self.audience.into(),
                sequence: sequence.unwrap_or_default(),
                step_days: self.step_days,
                follows: follows.unwrap_or_default(),
                due_days: self.due_days,
                open_replies: self.open_replies,
            },
        })
    }
}

pub(super) struct TemplateApi;

#[OpenApi(tag = "Tag::Circulations")]
impl TemplateApi {
    /// The templates that one may use, the newest first.
    #[oai(
        path = "/circulation-templates",
        method = "get",
        operation_id = "listCirculationTemplates"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<TemplateItem>>> {
        let after = place(after.0.as_deref());
        let page = circulation::templates(&visit.cx, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(page, TemplateItem::from)))
    }

    /// A template.
    #[oai(
        path = "/circulation-templates/:id",
        method = "get",
        operation_id = "getCirculationTemplate"
    )]
    async fn show(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<TemplateItem>> {
        let template = circulation::template(&visit.cx, id.0.into()).await?;
        Ok(Json(template.into()))
    }

    /// Makes a template for oneself or one's section.
    #[oai(
        path = "/circulation-templates",
        method = "post",
        operation_id = "addCirculationTemplate"
    )]
    async fn add(&self, visit: Visit, wanted: Json<TemplateWanted>) -> Answer<Json<WrittenItem>> {
        let id = *circulation::add_template(&visit.cx, wanted.0.form()?).await?;
        Ok(WrittenItem::of(id))
    }

    /// Changes a template.
    #[oai(
        path = "/circulation-templates/:id",
        method = "put",
        operation_id = "changeCirculationTemplate"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        change: Json<TemplateChange>,
    ) -> Answer<Done> {
        let TemplateChange { revision, template } = change.0;
        let _ = circulation::change_template(&visit.cx, id.0.into(), revision, template.form()?)
            .await?;
        Ok(Done::Done)
    }

    /// Takes a template out of use.
    #[oai(
        path = "/circulation-templates/:id/close",
        method = "post",
        operation_id = "closeCirculationTemplate"
    )]
    async fn close(&self, visit: Visit, id: Path<Uuid>, at: Json<AtRevision>) -> Answer<Done> {
        let _ = circulation::close_template(&visit.cx, id.0.into(), at.0.revision).await?;
        Ok(Done::Done)
    }
}
