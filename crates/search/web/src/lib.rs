//! The page and JSON API of search.
//!
//! An app puts [`offer`] beside those of the other web crates; these say with their words what each kind of thing is
//! called and which page it has.

mod api;
mod named;
mod page;
mod sections;
mod texts;

use std::sync::Arc;

use poem::EndpointExt as _;
use yakusho_search::Sources;
use yakusho_webkit::page::paths;
use yakusho_webkit::{Access, Offer, Routes, Words};

/// What search brings to the site: everything that these sources have can be found.
pub fn offer(sources: &Arc<Sources>) -> Offer {
    let routes = Routes::new()
        .get(
            paths::SEARCH,
            Access::User,
            page::show.data(Arc::clone(sources)),
        )
        .api(Access::User, api::SearchApi(Arc::clone(sources)));
    let words = Words::default()
        .acts([
            ("search.", ("検索", "Search")),
            ("search.find", ("検索", "Search")),
            ("search.index", ("検索索引の作成", "Search index kept")),
        ])
        .facts([
            ("things", ("対象の件数", "Things")),
            ("common_terms", ("頻出語の数", "Common terms")),
        ]);
    Offer::new(routes).words(&words)
}
