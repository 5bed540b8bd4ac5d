//! Categories of facilities, and how facilities are used.

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::Date;
use uuid::Uuid;
use yakusho_kernel::Page;
use yakusho_scheduling::booking::{self, Usage};
use yakusho_scheduling::facility::{self, CategoryForm};
use yakusho_webkit::json::{Done, Limit, Listed, Made, place};
use yakusho_webkit::{Answer, Lang, Visit};

use super::Tag;
use super::items::FacilityCategory;
use crate::json::period;

/// What is set of a category of facilities.
#[derive(Debug, Object)]
struct FacilityCategorySet {
    name_ja: String,
    /// The Japanese name stands in for it where it is empty.
    #[oai(default)]
    name_en: String,
    /// Its place among the categories, from the top.
    #[oai(default)]
    position: i32,
    /// Whether no facility is put into it any more.
    #[oai(default)]
    retired: bool,
}

/// A category in place of one that was read.
#[derive(Debug, Object)]
struct FacilityCategoryChange {
    /// As it was read.
    revision: i32,
    settings: FacilityCategorySet,
}

impl From<FacilityCategorySet> for CategoryForm {
    fn from(set: FacilityCategorySet) -> Self {
        Self {
            name_ja: set.name_ja,
            name_en: set.name_en,
            position: set.position,
            retired: set.retired,
        }
    }
}

/// How long a section had a facility.
#[derive(Debug, Object)]
#[oai(skip_serializing_if_is_none)]
struct SectionUse {
    /// The section; none for those without one.
    section: Option<Uuid>,
    name: String,
    minutes: i64,
}

/// How much a facility was used in a period.
#[derive(Debug, Object)]
struct FacilityUse {
    facility: Uuid,
    code: String,
    name: String,
    /// How many bookings held it.
    bookings: u64,
    /// For how many minutes they did, each unit of equipment by itself.
    minutes: i64,
    /// For how many minutes it was open.
    open_minutes: i64,
    /// How much of the time in which it was open it was booked, in per cent.
    percent: i64,
    /// How many bookings were called off.
    cancelled: u64,
    /// How many bookings were refused.
    refused: u64,
    /// By section, the greatest use first.
    sections: Vec<SectionUse>,
}

impl FacilityUse {
    fn of(usage: Usage, lang: Lang) -> Self {
        let facility = &usage.row.facility;
        Self {
            facility: facility.id.into(),
            code: facility.settings.code.clone(),
            name: facility.name(lang).to_owned(),
            bookings: usage.bookings,
            minutes: usage.minutes,
            open_minutes: usage.open_minutes,
            percent: usage.percent(),
            cancelled: usage.cancelled,
            refused: usage.refused,
            sections: usage
                .sections
                .into_iter()
                .map(|(section, name, minutes)| SectionUse {
                    section: section.map(Into::into),
                    name,
                    minutes,
                })
                .collect(),
        }
    }
}

pub(super) struct CategoryApi;

#[OpenApi(tag = "Tag::Facilities")]
impl CategoryApi {
    /// The categories, in order.
    #[oai(
        path = "/facility-categories",
        method = "get",
        operation_id = "listFacilityCategories"
    )]
    async fn list(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FacilityCategory>>> {
        let after = place(after.as_deref());
        let categories = facility::categories(&visit.cx).await?;
        let page = Page::among(categories, after.as_ref(), limit.size(), |one| one.id)?;
        Ok(Json(Listed::of(page, FacilityCategory::from)))
    }

    /// Adds a category.
    #[oai(
        path = "/facility-categories",
        method = "post",
        operation_id = "addFacilityCategory"
    )]
    async fn add(&self, visit: Visit, set: Json<FacilityCategorySet>) -> Answer<Made> {
        let id = facility::add_category(&visit.cx, set.0.into()).await?;
        Ok(Made::of(*id))
    }

    /// Changes a category.
    #[oai(
        path = "/facility-categories/:id",
        method = "put",
        operation_id = "changeFacilityCategory"
    )]
    async fn change(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        change: Json<FacilityCategoryChange>,
    ) -> Answer<Done> {
        let FacilityCategoryChange { revision, settings } = change.0;
        let form = settings.into();
        let _ = facility::change_category(&visit.cx, id.0.into(), revision, form).await?;
        Ok(Done::Done)
    }

    /// How much the facilities that one keeps were used, from a day up to the last.
    #[oai(
        path = "/facilities/usage",
        method = "get",
        operation_id = "showFacilityUse"
    )]
    async fn usage(
        &self,
        visit: Visit,
        /// The first day.
        first: Query<Option<Date>>,
        /// The last day.
        last: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<FacilityUse>>> {
        let (first, last) = period(first.0, last.0)?;
        let usages = booking::usage(&visit.cx, first, last).await?;
        let after = place(after.as_deref());
        let name = |usage: &Usage| usage.row.facility.id;
        let page = Page::among(usages, after.as_ref(), limit.size(), name)?;
        let item = |usage| FacilityUse::of(usage, visit.lang);
        Ok(Json(Listed::of(page, item)))
    }
}
