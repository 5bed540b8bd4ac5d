//! What an address names.

use yakusho_dav::{decoded, encoded};
use yakusho_documents::webdav::{self, Found};
use yakusho_kernel::Fault;
use yakusho_webkit::{Problem, Visit};

use super::ROOT;

/// The most parts of a path: sections, cabinets, folders, a document, and its file.
const DEEPEST: usize = 16;

/// The names from the top down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) parts: Vec<String>,
}

impl Target {
    /// What the visitor asks for.
    pub(super) fn of(visit: &Visit) -> Result<Self, Problem> {
        Self::parse(visit.here()).ok_or_else(|| Fault::NotFound.into())
    }

    /// What a path names, if it is one of ours.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let rest = match path.strip_prefix(ROOT.trim_end_matches('/'))? {
            "" => "",
            rest => rest.strip_prefix('/')?,
        };
        let parts = rest.split('/').filter(|part| !part.is_empty());
        let parts = parts.map(|part| decoded(part).filter(|name| !matches!(&**name, "." | "..")));
        let parts: Vec<String> = parts.collect::<Option<_>>()?;
        (parts.len() <= DEEPEST).then_some(Self { parts })
    }

    /// Where that leads; none where what it would lie in is not there.
    pub(super) async fn find(&self, visit: &Visit) -> Result<Option<Found>, Problem> {
        Ok(webdav::find(&visit.cx, &self.parts).await?)
    }

    /// What is below.
    pub(super) fn with(&self, name: &str) -> Self {
        let mut parts = self.parts.clone();
        parts.push(name.to_owned());
        Self { parts }
    }

    /// The address, with a slash at the end of a collection's.
    pub(super) fn href(&self, is_collection: bool) -> String {
        let parts = self.parts.iter().map(|part| encoded(part));
        let path = parts.collect::<Vec<_>>().join("/");
        let end = if is_collection && !path.is_empty() {
            "/"
        } else {
            ""
        };
        format!("{ROOT}{path}{end}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_address_is_read_as_it_was_written(
            parts in prop::collection::vec("[^/\\p{C}]{1,20}", 0..5),
            is_collection: bool,
        ) {
            let is_way = |part: &String| matches!(&**part, "." | "..");
            prop_assume!(!parts.iter().any(is_way));
            let target = Target { parts };
            let href = target.href(is_collection);
            prop_assert_eq!(Target::parse(&href), Some(target), "{}", href);
        }

        #[test]
        fn nothing_that_is_asked_stops_the_reader(path in "/webdav[/%0-9a-f.]{0,60}") {
            if let Some(target) = Target::parse(&path) {
                prop_assert_eq!(Target::parse(&target.href(true)), Some(target));
            }
        }
    }

    #[test]
    fn what_leads_elsewhere_is_nothing() {
        let deep = "/webdav".to_owned() + &"/a".repeat(DEEPEST + 1);
        for path in [
            "/",
            "/webdavs",
            "/webdav/a/../b",
            "/webdav/%2e%2e/b",
            "/webdav/%00",
            &deep,
        ] {
            assert_eq!(Target::parse(path), None, "{path}");
        }
        assert_eq!(Target::parse("/webdav"), Target::parse("/webdav/?a"));
    }
}
