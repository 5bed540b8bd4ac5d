//! Following every link, as somebody who clicks on everything would.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::client::Client;
use crate::routes::{Kind, Routes};

/// How many pages of one route are looked at: enough for things in different states.
const OF_EACH: usize = 6;

/// What somebody came to by links.
#[derive(Clone, Debug, Default)]
pub struct Crawl {
    /// By the path of its route, the addresses that were linked to.
    pub found: BTreeMap<String, BTreeSet<String>>,
    /// What a link should not lead to, and where the link stands.
    pub broken: Vec<String>,
}

impl Crawl {
    /// Follows links from the portal on.
    pub async fn of(client: &Client, routes: &Routes) -> Self {
        let mut crawl = Self::default();
        let mut waiting: VecDeque<(String, String)> =
            [("/".to_owned(), "the door".to_owned())].into();
        while let Some((address, from)) = waiting.pop_front() {
            if !crawl.is_new(&address, &from, routes) {
                continue;
            }
            let page = client.get(&address).await;
            if page.status >= 400 {
                crawl.broken.push(format!("{from} links to {page:?}"));
            }
            let next = page.links().into_iter().chain(page.location());
            waiting.extend(next.map(|link| (link, address.clone())));
        }
        crawl
    }

    /// Whether the address is to be looked at.
    fn is_new(&mut self, address: &str, from: &str, routes: &Routes) -> bool {
        let Some(route) = routes.answering("GET", address) else {
            self.broken
                .push(format!("{from} links to {address}, which is no route"));
            return false;
        };
        let found = self.found.entry(route.path.clone()).or_default();
        let is_new = found.len() < OF_EACH && found.insert(address.to_owned());
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
