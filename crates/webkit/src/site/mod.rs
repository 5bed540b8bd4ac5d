//! What all requests of a running site share.

mod days;
mod offer;
mod settings;
mod words;

use std::sync::Arc;

use futures_util::future::try_join_all;
use poem::http::Method;
use yakusho_blobs::Blobs;
use yakusho_kernel::Env;
use yakusho_regulation::Lang;

pub use days::DayTurn;
pub use offer::{Badge, Beside, NavEntry, NavSection, Offer, Panel};
pub use settings::Settings;
pub(crate) use settings::{SESSION_COOKIE, cookie_name, session_cookie};
pub use words::{Around, Named, PageOf, Say, Tell, Told, Words};

use crate::guard::Attempts;
use crate::notices::Live;
use crate::page::{NavGroup, NavItem};
use crate::{Authenticator, Entry, Problem, Visit, guard};
use days::Days;
use offer::PanelBox;

/// What all requests of a running site share. [`App::new`](crate::App::new) makes it.
pub struct Site {
    env: Arc<Env>,
    blobs: Blobs,
    settings: Settings,
    authenticator: Arc<dyn Authenticator>,
    words: Words,
    nav: Vec<NavEntry>,
    user_menu: Vec<(&'static str, Say)>,
    panels: Vec<PanelBox>,
    beside: Vec<Arc<dyn Beside>>,
    attempts: Attempts,
    live: Live,
    openapi: String,
    entries: Vec<Entry>,
    days: Days,
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site")
            .field("city", self.env.city())
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

/// What a site stands on.
pub struct Ground {
    /// Database, clock, random numbers and the city.
    pub env: Arc<Env>,
    /// Where files are kept.
    pub blobs: Blobs,
    /// How the site answers.
    pub settings: Settings,
    /// Who tells whose a session is.
    pub authenticator: Arc<dyn Authenticator>,
}

impl std::fmt::Debug for Ground {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ground")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl Site {
    /// The site of these offers, whose routes have been taken out of them.
    pub(crate) fn new(
        ground: Ground,
        offers: Vec<Offer>,
        entries: Vec<Entry>,
        openapi: String,
    ) -> Arc<Self> {
        let mut words = crate::wording::base();
        let (mut nav, mut user_menu, mut panels) = (Vec::new(), Vec::new(), Vec::new());
        let (mut beside, mut day_turns) = (Vec::new(), Vec::new());
        for offer in offers {
            words.join(&offer.words);
            nav.extend(offer.nav);
            user_menu.extend(offer.user_menu);
            panels.extend(offer.panels);
            beside.extend(offer.beside);
            day_turns.extend(offer.day_turns);
        }
        Arc::new(Self {
            attempts: Attempts::new(ground.settings.attempts_per_minute),
            live: Live::default(),
            entries,
            openapi,
            days: Days::new(day_turns),
            env: ground.env,
            blobs: ground.blobs,
            settings: ground.settings,
            authenticator: ground.authenticator,
            words,
            nav,
            user_menu,
            panels,
            beside,
        })
    }

    /// Database, clock, random numbers and the city.
    pub fn env(&self) -> &Arc<Env> {
        &self.env
    }

    /// Where files are kept.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// How the site answers.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The texts of codes.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The open pages that are told of new notices.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// Whether the site has a page of that path.
    pub(crate) fn has_page(&self, path: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| entry.path == path && entry.method == Method::GET)
    }

    /// Whether something new begins at that address, by a form on its page: it is called `new`.
    pub(crate) fn begins(&self, entry: &Entry) -> bool {
        let other = match entry.method {
            Method::GET | Method::HEAD => Method::POST,
            _ => Method::GET,
        };
        let mut entries = self.entries.iter();
        !entry.api
            && entry.path.split('/').any(|part| part == "new")
            && entries.any(|one| one.path == entry.path && one.method == other)
    }

    /// The route table.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The description of the JSON API.
    pub(crate) fn openapi(&self) -> &str {
        &self.openapi
    }

    pub(crate) fn authenticator(&self) -> &dyn Authenticator {
        &*self.authenticator
    }

    pub(crate) fn attempts(&self) -> &Attempts {
        &self.attempts
    }

    pub(crate) fn panels(&self) -> impl Iterator<Item = &dyn Panel> {
        self.panels.iter().map(|panel| &*panel.0)
    }

    /// What can be done with the thing whose page is at that path.
    pub(crate) async fn beside(
        &self,
        visit: &Visit,
        path: &str,
    ) -> Result<Vec<(String, String)>, Problem> {
        let mut links = Vec::new();
        if let Some(thing) = self.words.thing_at(path) {
            for beside in &self.beside {
                links.extend(beside.links(visit, &thing).await?);
            }
        }
        Ok(links)
    }

    pub(crate) fn user_menu(&self, lang: Lang) -> Vec<(String, String)> {
        self.user_menu
            .iter()
            .map(|(href, label)| ((*href).to_owned(), label(lang).into_owned()))
            .collect()
    }

    /// The navigation as this visitor sees it.
    pub(crate) async fn navigation(&self, visit: &Visit) -> Result<Vec<NavGroup>, Problem> {
        let shown = self.nav.iter().filter(|entry| guard::shows(visit, entry));
        let shown = try_join_all(shown.map(|entry| async move {
            let waits = match &entry.badge {
                Some(badge) => badge.count(visit).await?,
                None => 0,
            };
            Ok::<_, Problem>((entry, waits))
        }));
        let shown = shown.await?;
        let current = self.current(visit.here());
        let groups = NavSection::ALL.map(|section| {
            let within = shown.iter().filter(|(entry, _)| entry.section == section);
            let items = within.map(|(entry, waits)| NavItem {
                href: entry.href.to_owned(),
                label: (entry.label)(visit.lang).into_owned(),
                icon: entry.icon,
                badge: *waits,
                current: current == Some(entry.href),
            });
            NavGroup {
                label: section.label(visit.lang),
                items: items.collect(),
            }
        });
        let filled = |group: &NavGroup| !group.items.is_empty();
        Ok(groups.into_iter().filter(filled).collect())
    }

    /// The entry of the navigation that an address belongs to: of those that it lies within, the nearest.
    fn current(&self, here: &str) -> Option<&'static str> {
        let entries = self.nav.iter().map(|entry| entry.href);
        entries
            .filter(|href| is_within(here, href))
            .max_by_key(|href| href.len())
    }
}

/// Whether an address is that page or one below it.
fn is_within(here: &str, page: &str) -> bool {
    let path = here.split('?').next().unwrap_or_default();
    match path.strip_prefix(page) {
        Some(rest) => rest.is_empty() || (page != "/" && rest.starts_with('/')),
        None => false,
    }
}
