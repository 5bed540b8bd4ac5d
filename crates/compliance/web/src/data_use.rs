//! Whether data may be used, for other programs to ask.

use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_compliance::data_use::{self, Asked, Checked};
use yakusho_webkit::{Access, Answer, Routes, Visit};

use crate::forms::Tag;

pub(crate) fn routes() -> Routes {
    Routes::new().api(Access::User, DataUseApi)
}

/// A use of data that is asked about.
#[derive(Debug, Object)]
struct UseAsked {
    /// The section that would use the data.
    section: Uuid,
    data_set: Uuid,
    /// For what, in the words of the approval.
    purpose: String,
}

/// Whether a use of data is permitted today.
#[derive(Debug, Object)]
struct UseAnswer {
    permitted: bool,
    /// `own`, `permitted`, `unregulated`, `refused`.
    answer: String,
    /// The form that was granted.
    #[oai(skip_serializing_if_is_none)]
    case: Option<Uuid>,
    /// The first day of the approval.
    #[oai(skip_serializing_if_is_none)]
    first: Option<Date>,
    /// Its last.
    #[oai(skip_serializing_if_is_none)]
    last: Option<Date>,
    /// The articles that ask for it.
    #[oai(skip_serializing_if_is_none)]
    article: Option<String>,
}

impl UseAnswer {
    fn of(visit: &Visit, checked: &Checked) -> Self {
        let (approval, basis) = match checked {
            Checked::Permitted(approval, basis) => (Some(approval), Some(basis)),
            Checked::Refused(basis) => (None, Some(basis)),
            Checked::Own | Checked::Unregulated => (None, None),
        };
        Self {
            permitted: checked.permits(),
            answer: checked.code().to_owned(),
            case: approval.map(|one| one.case.into()),
            first: approval.map(|one| one.days.0),
            last: approval.map(|one| one.days.1),
            article: basis.map(|basis| basis.text(visit.lang)),
        }
    }
}

struct DataUseApi;

#[OpenApi(tag = "Tag::Forms")]
impl DataUseApi {
    /// Whether a section may use data for a purpose today, and by which approval. Each answer is put on record.
    #[oai(
        path = "/data-use/checks",
        method = "post",
        operation_id = "checkDataUse"
    )]
    async fn check(&self, visit: Visit, asked: Json<UseAsked>) -> Answer<Json<UseAnswer>> {
        let asked = Asked {
            section: asked.section.into(),
            data: asked.data_set.into(),
            purpose: asked.0.purpose,
        };
        let checked = data_use::check(&visit.cx, &asked).await?;
        Ok(Json(UseAnswer::of(&visit, &checked)))
    }
}
