//! What operations of the JSON API share: pages of lists, files, and answers that say little.

use std::borrow::Cow;

use crate::PAGE_SIZE;
use poem::{IntoResponse, Response};
use poem_openapi::payload::Json;
use poem_openapi::registry::{
    MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
};
use poem_openapi::types::{
    ParseError, ParseFromJSON, ParseFromParameter, ParseResult, ToJSON, Type,
};
use poem_openapi::{ApiResponse, Object};
use uuid::Uuid;
use yakusho_kernel::{Cursor, Invalid, Page, Reason};

/// A page of a list.
#[derive(Debug, Object)]
pub struct Listed<T: Type + ParseFromJSON + ToJSON> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins, to be sent as `after`; none on the last page.
    #[oai(skip_serializing_if_is_none)]
    pub next: Option<String>,
}

impl<T: Type + ParseFromJSON + ToJSON> Listed<T> {
    /// A page, each item turned into what the API shows.
    pub fn of<S>(page: Page<S>, item: impl FnMut(S) -> T) -> Self {
        Self {
            next: page.next.map(|next| next.as_str().to_owned()),
            items: page.items.into_iter().map(item).collect(),
        }
    }
}

/// How many items a page is asked to have: 1 to 100, and [`PAGE_SIZE`] where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(usize);

impl Limit {
    /// The most that may be asked for.
    const MOST: usize = 100;

    /// How many that is.
    pub const fn size(self) -> usize {
        self.0
    }
}

impl Type for Limit {
    const IS_REQUIRED: bool = false;
    type RawValueType = Self;
    type RawElementValueType = Self;

    fn name() -> Cow<'static, str> {
        "limit".into()
    }

    fn schema_ref() -> MetaSchemaRef {
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            default: Some(PAGE_SIZE.into()),
            minimum: Some(1.0),
            maximum: Some(100.0),
            ..MetaSchema::new_with_format("integer", "int32")
        }))
    }

    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }

    fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        Box::new(self.as_raw_value().into_iter())
    }
}

impl ParseFromParameter for Limit {
    fn parse_from_parameter(value: &str) -> ParseResult<Self> {
        match value.parse() {
            Ok(limit @ 1..=Self::MOST) => Ok(Self(limit)),
            _ => Err(ParseError::custom("a whole number from 1 to 100")),
        }
    }

    fn parse_from_parameters<I: IntoIterator<Item = A>, A: AsRef<str>>(
        values: I,
    ) -> ParseResult<Self> {
        match values.into_iter().next() {
            Some(value) => Self::parse_from_parameter(value.as_ref()),
            None => Ok(Self(PAGE_SIZE)),
        }
    }
}

/// That something was done, and there is nothing to say of it.
#[derive(ApiResponse)]
pub enum Done {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// The id of something.
#[derive(Debug, Object)]
pub struct Id {
    /// The id.
    pub id: Uuid,
}

/// That something was made.
#[derive(ApiResponse)]
pub enum Made {
    /// Its id.
    #[oai(status = 201)]
    Made(Json<Id>),
}

impl Made {
    /// The answer for what has this id.
    pub fn of(id: impl Into<Uuid>) -> Self {
        Self::Made(Json(Id { id: id.into() }))
    }
}

/// Which revision an act is about.
#[derive(Debug, Object)]
pub struct AtRevision {
    /// As it was read.
    pub revision: i32,
}

/// Ids of one kind as ids of another.
pub fn ids<T, U: From<T>>(ids: Vec<T>) -> Vec<U> {
    ids.into_iter().map(Into::into).collect()
}

/// What a code stands for.
///
/// # Errors
/// The field, where it stands for nothing.
pub fn known<T>(
    field: &str,
    code: Option<&str>,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Invalid> {
    let Some(code) = code else { return Ok(None) };
    let found = parse(code).ok_or_else(|| Invalid::field(field, Reason::Unknown))?;
    Ok(Some(found))
}

/// Where the page of a list begins.
pub fn place(after: Option<&str>) -> Option<Cursor> {
    after.map(Cursor::from_outside)
}

/// A file that somebody put here, as it is sent to browsers: of whatever kind it is.
#[derive(Debug)]
pub struct Handed(pub Response);

impl IntoResponse for Handed {
    fn into_response(self) -> Response {
        self.0
    }
}

impl ApiResponse for Handed {
    fn meta() -> MetaResponses {
        handed(&["*/*"])
    }

    fn register(_: &mut Registry) {}
}

/// The answers of an operation that hands out a stored file, or a part of it, of one of those kinds.
pub fn handed(kinds: &[&'static str]) -> MetaResponses {
    let answer = |status, description, content| MetaResponse {
        description,
        status: Some(status),
        status_range: None,
        content,
        headers: Vec::new(),
    };
    let bytes = || {
        let of_kind = |kind: &&'static str| MetaMediaType {
            content_type: kind,
            schema: MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format(
                "string", "binary",
            ))),
        };
        kinds.iter().map(of_kind).collect()
    };
    MetaResponses {
        responses: vec![
            answer(200, "The file", bytes()),
            answer(206, "The part that was asked for", bytes()),
            answer(304, "It is there already", Vec::new()),
            answer(416, "There is no such part", Vec::new()),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, PAGE_SIZE, ParseFromParameter as _};

    #[test]
    fn a_page_has_one_to_a_hundred_items_and_the_usual_number_unless_told() {
        let size = |asked: &[&str]| Limit::parse_from_parameters(asked).ok().map(Limit::size);
        assert_eq!(size(&[]), Some(PAGE_SIZE));
        assert_eq!(size(&["1"]), Some(1));
        assert_eq!(size(&["100"]), Some(100));
        for wrong in ["", "0", "101", "-1", "1.5", "ten"] {
            assert_eq!(size(&[wrong]), None, "{wrong}");
        }
    }
}
