//! Following every link, as somebody who clicks on everything would.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::client::Client;
use crate::routes::{Kind, NOTHING, Routes};

/// How many pages of one route are usually looked at: enough for things in different states.
const OF_EACH: usize = 6;

/// What somebody came to by links.
#[derive(Clone, Debug, Default)]
pub struct Crawl {
    /// By the path of its route, the addresses that were linked to.
    pub found: BTreeMap<String, BTreeSet<String>>,
    /// What links should not lead to, and where they stand; things that differ by their ids alone are told once.
    pub broken: BTreeSet<String>,
}

impl Crawl {
    /// Follows links from the portal on.
    pub async fn of(client: &Client, routes: &Routes) -> Self {
        Self::of_more(client, routes, OF_EACH).await
    }

    /// The same, looking at that many pages of one route.
    pub async fn of_more(client: &Client, routes: &Routes, of_each: usize) -> Self {
        let mut crawl = Self::default();
        let mut waiting: VecDeque<(String, String)> =
            [("/".to_owned(), "the door".to_owned())].into();
        while let Some((address, from)) = waiting.pop_front() {
            if !crawl.is_new(&address, &from, routes, of_each) {
                continue;
            }
            let page = client.get(&address).await;
            if page.status >= 400 {
                let (from, to) = (anonymous(&from), anonymous(&address));
                crawl
                    .broken
                    .insert(format!("{from} links to {to}: {}", page.status));
            }
            let next = page.links().into_iter().chain(page.location());
            waiting.extend(next.map(|link| (link, address.clone())));
        }
        crawl
    }

    /// Whether the address is to be looked at.
    fn is_new(&mut self, address: &str, from: &str, routes: &Routes, of_each: usize) -> bool {
        let Some(route) = routes.answering("GET", address) else {
            let (from, to) = (anonymous(from), anonymous(address));
            self.broken
                .insert(format!("{from} links to {to}: no route"));
            return false;
        };
        let found = self.found.entry(route.path.clone()).or_default();
        let is_new = found.len() < of_each && found.insert(address.to_owned());
        is_new && !matches!(route.kind, Kind::Download | Kind::Events)
    }

    /// Joins what somebody else found.
    pub fn join(&mut self, other: Self) {
        for (route, addresses) in other.found {
            self.found.entry(route).or_default().extend(addresses);
        }
        self.broken.extend(other.broken);
    }
}

/// An address without its query, and with a word in place of each id.
fn anonymous(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    elsewhere(path).replace(NOTHING, "ID")
}

/// The same address of what is not there: each id in it names nothing.
pub fn elsewhere(address: &str) -> String {
    let is_id = |part: &str| part.len() == NOTHING.len() && part.matches('-').count() == 4;
    let parts = address.split_inclusive(['/', '?', '&', '=']).map(|part| {
        let word = part.trim_end_matches(['/', '?', '&', '=']);
        if is_id(word) {
            part.replace(word, NOTHING)
        } else {
            part.to_owned()
        }
    });
    parts.collect()
}
