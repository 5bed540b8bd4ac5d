//! What a request for properties asks.

use yakusho_webkit::Problem;

use crate::xml::{DAV, Name, child, children, parse};

/// Which properties are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Those that are told to whoever asks for all.
    All,
    /// The names of those.
    Names,
    /// These.
    These(Vec<Name>),
}

impl Asked {
    /// What a body of `PROPFIND` asks for (RFC 4918, section 9.1).
    ///
    /// # Errors
    /// [`Problem::Malformed`] where the body is no XML, or would cost much.
    pub fn of(body: &str) -> Result<Self, Problem> {
        let Some(document) = parse(body)? else {
            return Ok(Self::All);
        };
        let root = document.root_element();
        if child(root, DAV, "propname").is_some() {
            return Ok(Self::Names);
        }
        Ok(match child(root, DAV, "prop") {
            Some(prop) => Self::These(children(prop).map(Name::of).collect()),
            None => Self::All,
        })
    }
}

/// The text of a body.
///
/// # Errors
/// [`Problem::Malformed`] where it is not UTF-8.
pub fn text(body: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(body).map_err(|error| Problem::Malformed(error.to_string()))
}
