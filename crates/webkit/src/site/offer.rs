//! What a web crate brings to the site.

use std::sync::Arc;

use async_trait::async_trait;
use maud::Markup;
use yakusho_kernel::Ref;
use yakusho_regulation::{Lang, Rule};

use super::days::DayTurn;
use super::words::{Say, Words};
use crate::ui::Icon;
use crate::{Access, Problem, Routes, Visit};

/// What a web crate brings to the site: its routes, what leads to them, its panels on the portal, and the
/// texts of its domain's codes. The server puts the offers of all web crates together.
///
/// ```text
/// pub fn offer() -> Offer {
///     Offer::new(routes())
///         .nav(NavEntry::new("/board", Icon::Board, |lang| Text::Board.to(lang)).function("board").badge(Unread))
///         .panel(NewPosts)
///         .words(Words::default().code("not_the_author", |lang| Text::NotTheAuthor.to(lang)))
/// }
/// ```
#[derive(Default)]
pub struct Offer {
    pub(crate) routes: Routes,
    pub(crate) words: Words,
    pub(crate) nav: Vec<NavEntry>,
    pub(crate) user_menu: Vec<(&'static str, Say)>,
    pub(crate) panels: Vec<PanelBox>,
    pub(crate) beside: Vec<Arc<dyn Beside>>,
    pub(crate) day_turns: Vec<DayTurn>,
}

/// A panel, shared by all requests.
#[derive(Clone)]
pub(crate) struct PanelBox(pub(crate) Arc<dyn Panel>);

impl std::fmt::Debug for PanelBox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Panel")
    }
}

impl std::fmt::Debug for Offer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offer")
            .field("routes", &self.routes)
            .field("nav", &self.nav)
            .finish_non_exhaustive()
    }
}

impl Offer {
    /// An offer of these routes, and nothing else yet.
    pub fn new(routes: Routes) -> Self {
        Self {
            routes,
            ..Self::default()
        }
    }

    /// Adds an entry of the navigation.
    #[must_use]
    pub fn nav(mut self, entry: NavEntry) -> Self {
        self.nav.push(entry);
        self
    }

    /// Adds a link to the menu of whoever is signed in.
    #[must_use]
    pub fn user_menu(mut self, href: &'static str, label: Say) -> Self {
        self.user_menu.push((href, label));
        self
    }

    /// Adds a panel to the portal.
    #[must_use]
    pub fn panel(mut self, panel: impl Panel) -> Self {
        self.panels.push(PanelBox(Arc::new(panel)));
        self
    }

    /// Adds links to the pages of things.
    #[must_use]
    pub fn beside(mut self, links: impl Beside) -> Self {
        self.beside.push(Arc::new(links));
        self
    }

    /// Adds work that must be done before the first request of a day.
    #[must_use]
    pub fn at_day_turn(mut self, work: DayTurn) -> Self {
        self.day_turns.push(work);
        self
    }

    /// Adds the texts of codes.
    #[must_use]
    pub fn words(mut self, words: &Words) -> Self {
        self.words.join(words);
        self
    }

    /// Every kind of notice that it has words for.
    pub fn kinds_of_notices(&self) -> impl Iterator<Item = &'static str> {
        self.words.kinds_of_notices()
    }
}

/// A part of the portal.
#[async_trait]
pub trait Panel: Send + Sync + 'static {
    /// The panel, usually a [`Card`](crate::ui::Card); none where there is nothing for this reader.
    async fn render(&self, visit: &Visit) -> Result<Option<Markup>, Problem>;
}

/// What can be done with things of any kind, offered at the foot of their pages.
#[async_trait]
pub trait Beside: Send + Sync + 'static {
    /// The links for the thing whose page is shown: the address and the words of each.
    async fn links(&self, visit: &Visit, thing: &Ref) -> Result<Vec<(String, String)>, Problem>;
}

/// How much waits behind an entry of the navigation.
#[async_trait]
pub trait Badge: Send + Sync + 'static {
    /// The count, in one query.
    async fn count(&self, visit: &Visit) -> Result<u64, Problem>;
}

/// An entry of the navigation at the side.
#[derive(Clone)]
pub struct NavEntry {
    pub(crate) href: &'static str,
    pub(crate) icon: Icon,
    pub(crate) label: Say,
    pub(crate) section: NavSection,
    pub(crate) access: Access,
    pub(crate) function: Option<&'static str>,
    pub(crate) rule: Option<Rule>,
    pub(crate) badge: Option<Arc<dyn Badge>>,
}

impl std::fmt::Debug for NavEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("NavEntry").field(&self.href).finish()
    }
}

impl NavEntry {
    /// An entry for all, among the daily work.
    pub fn new(href: &'static str, icon: Icon, label: Say) -> Self {
        Self {
            href,
            icon,
            label,
            section: NavSection::Work,
            access: Access::User,
            function: None,
            rule: None,
            badge: None,
        }
    }

    /// Puts it into another section.
    #[must_use]
    pub fn section(mut self, section: NavSection) -> Self {
        self.section = section;
        self
    }

    /// Shows it only to those whom the route lets in.
    #[must_use]
    pub fn access(mut self, access: Access) -> Self {
        self.access = access;
        self
    }

    /// Shows it only where the function is switched on.
    #[must_use]
    pub fn function(mut self, function: &'static str) -> Self {
        self.function = Some(function);
        self
    }

    /// Shows it only where the rule is in force.
    #[must_use]
    pub fn under(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Shows how much waits there.
    #[must_use]
    pub fn badge(mut self, badge: impl Badge) -> Self {
        self.badge = Some(Arc::new(badge));
        self
    }
}

/// The sections of the navigation, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NavSection {
    /// The daily work; without a heading.
    Work,
    /// Regulation, records and audit.
    Governance,
    /// Administration of the groupware.
    Administration,
}

impl NavSection {
    pub(crate) const ALL: [Self; 3] = [Self::Work, Self::Governance, Self::Administration];

    pub(crate) fn label(self, lang: Lang) -> Option<String> {
        use crate::wording::Text;
        match self {
            Self::Work => None,
            Self::Governance => Some(Text::Governance.to(lang).into_owned()),
            Self::Administration => Some(Text::Administration.to(lang).into_owned()),
        }
    }
}
