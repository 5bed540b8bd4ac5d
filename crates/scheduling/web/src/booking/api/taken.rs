//! Answers that name all that stands against a booking.

use poem_openapi::payload::Json;
use poem_openapi::types::{ParseFromJSON, ToJSON, Type};
use poem_openapi::{ApiResponse, Object};
use yakusho_scheduling::booking::{BookingError, Clash, FACILITY_TAKEN};
use yakusho_webkit::text::Common;
use yakusho_webkit::{Answer, Visit};

use super::items::BookingClash;

/// That a facility is taken: problem details (RFC 9457) with everything that stands against what was asked for.
#[derive(Debug, Object)]
pub(super) struct FacilityTaken {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    instance: String,
    code: String,
    taken: Vec<BookingClash>,
}

impl FacilityTaken {
    fn of(visit: &Visit, clashes: Vec<Clash>) -> Self {
        let (words, lang) = (visit.site().words(), visit.lang);
        let detail = words.say(FACILITY_TAKEN, lang).unwrap_or_default();
        Self {
            r#type: "urn:yakusho:problem:state".to_owned(),
            title: Common::StateTitle.to(lang).into_owned(),
            status: 409,
            detail: detail.into_owned(),
            instance: format!("urn:uuid:{}", visit.cx.request()),
            code: FACILITY_TAKEN.to_owned(),
            taken: clashes.into_iter().map(Into::into).collect(),
        }
    }
}

/// What comes of asking for a facility.
#[derive(ApiResponse)]
pub(super) enum Asked<T: Type + ParseFromJSON + ToJSON + Send> {
    /// It was changed.
    #[oai(status = 200)]
    Changed(Json<T>),
    /// It was made.
    #[oai(status = 201)]
    Made(Json<T>),
    /// It is taken.
    #[oai(status = 409, content_type = "application/problem+json")]
    Taken(Json<FacilityTaken>),
}

/// What was booked, or what stands against it.
pub(super) fn asked<S, T: Type + ParseFromJSON + ToJSON + Send>(
    visit: &Visit,
    booked: Result<S, BookingError>,
    answer: impl FnOnce(S) -> Asked<T>,
) -> Answer<Asked<T>> {
    match booked {
        Ok(booked) => Ok(answer(booked)),
        Err(BookingError::Taken(clashes)) => {
            Ok(Asked::Taken(Json(FacilityTaken::of(visit, clashes))))
        }
        Err(BookingError::Fault(fault)) => Err(fault.into()),
    }
}
