//! The page around what a handler shows.
//!
//! The guards make a [`Shell`] for each request: who is signed in, in which language, what the
//! navigation offers. A handler adds a title and the main part.

mod error;
mod header;
mod sidebar;

pub use error::{ErrorPage, Refusal};
pub use header::UserBox;
pub use sidebar::{NavGroup, NavItem};

use maud::{DOCTYPE, Markup, Render, html};
use time::Date;

use crate::text::{self, Common};
use crate::ui::{Alert, Heading, Icon, breadcrumbs, link};
use crate::{Lang, assets};

/// The addresses that the shell itself leads to; the server must answer them.
pub mod paths {
    /// The portal.
    pub const HOME: &str = "/";
    /// Search, by GET with the words as `q`.
    pub const SEARCH: &str = "/search";
    /// The way in. `next` in its query is where to go on from there.
    pub const SIGN_IN: &str = "/sign-in";
    /// The description of the JSON API.
    pub const OPENAPI: &str = "/api/v1/openapi.json";
    /// The list of notifications.
    pub const NOTIFICATIONS: &str = "/notifications";
    /// Marks all notifications as seen, by POST.
    pub const NOTIFICATIONS_SEEN: &str = "/notifications/seen";
    /// Server-sent events: the data of each is the number of unread notifications.
    pub const NOTIFICATION_EVENTS: &str = "/notifications/events";
    /// Which notifications come by mail, too.
    pub const NOTIFICATION_SETTINGS: &str = "/account/notifications";
    /// Sets the language, by POST with `lang` (`ja`, `en`) and `back`, the page to return to.
    pub const LANGUAGE: &str = "/language";
    /// Signs out, by POST.
    pub const SIGN_OUT: &str = "/sign-out";
    /// Who stands in for whom.
    pub const DELEGATIONS: &str = "/account/delegations";
    /// The regulation, article by article.
    pub const REGULATION: &str = "/regulation";
    /// The audit trail; below it, each entry by its id.
    pub const AUDIT: &str = "/audit";
}

/// What every page of a request shares.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The language of the page.
    pub lang: Lang,
    /// The city's name, in the page's language.
    pub city: String,
    /// The program's version, for the foot of the page.
    pub version: String,
    /// Path and query of this request, to come back to after a change of language.
    pub here: String,
    /// The day on which it was asked for: what a print of it says.
    pub today: Date,
    /// The session's CSRF token; empty where nobody is signed in.
    pub csrf: String,
    /// Who is signed in. Nobody: no navigation, no search, a narrow page in the middle.
    pub user: Option<UserBox>,
    /// The navigation at the side.
    pub nav: Vec<NavGroup>,
    /// How many notifications are unread.
    pub unread: u64,
    /// What stands above every page: read-only mode, an announcement.
    pub notices: Vec<Alert>,
    /// Whether there is a search over everything.
    pub search: bool,
    /// Where the regulation is to be read; none where this city's page is not open to the reader.
    pub regulation: bool,
    /// What can be done with the thing that the page is of, at its foot: the address and the words of each.
    pub beside: Vec<(String, String)>,
}

/// A page under construction.
#[derive(Debug)]
pub struct Page<'s> {
    shell: &'s Shell,
    heading: Heading,
    title: String,
    above: Vec<(String, String)>,
    notices: Vec<Alert>,
}

impl<'s> Page<'s> {
    /// A page of that title, which is also its heading.
    pub fn new(shell: &'s Shell, title: impl Into<String>) -> Self {
        let title = title.into();
        let heading = Heading::new(title.clone());
        Self {
            shell,
            heading,
            title,
            above: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// A page above this one; called from the top down.
    #[must_use]
    pub fn crumb(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.above.push((href.into(), label.into()));
        self
    }

    /// A message above the heading: what the last act did.
    #[must_use]
    pub fn notice(mut self, alert: Alert) -> Self {
        self.notices.push(alert);
        self
    }

    /// Buttons beside the heading.
    #[must_use]
    pub fn actions(mut self, buttons: Markup) -> Self {
        self.heading = self.heading.actions(buttons);
        self
    }

    /// Tags above the heading.
    #[must_use]
    pub fn tags(mut self, tags: Markup) -> Self {
        self.heading = self.heading.tags(tags);
        self
    }

    /// Who and when, below the heading.
    #[must_use]
    pub fn meta(mut self, meta: Markup) -> Self {
        self.heading = self.heading.meta(meta);
        self
    }

    /// The whole page around `main`.
    pub fn render(self, main: impl Render) -> Markup {
        let Shell { lang, city, .. } = self.shell;
        let product = Common::Product.to(*lang);
        html! {
            (DOCTYPE)
            html lang=(lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " | " (city) " " (product) }
                    link rel="stylesheet" href=(assets::url("css/shell.css"));
                    link rel="stylesheet" href=(assets::url("css/components.css"));
                    link rel="stylesheet" href=(assets::url("css/calendar.css"));
                    link rel="stylesheet" href=(assets::url("css/print.css")) media="print";
                    link rel="icon" type="image/svg+xml" href=(assets::url("favicon.svg"));
                    script type="module" src=(assets::url("js/main.js")) {}
                }
                body.signed-out[self.shell.user.is_none()] {
                    a.skip-link href="#main" { (Common::SkipToMain.to(*lang)) }
                    (header::header(self.shell))
                    div.frame {
                        (sidebar::sidebar(self.shell))
                        (self.main(&main))
                    }
                    (footer(self.shell))
                }
            }
        }
    }

    fn main(&self, main: &impl Render) -> Markup {
        let Shell {
            lang,
            city,
            today,
            notices,
            beside,
            ..
        } = self.shell;
        let printed = self.shell.user.as_ref().map(|UserBox { name, .. }| {
            let (name, on) = (name.clone(), text::day(*lang, *today));
            Common::PrintedBy { name, on }.to(*lang)
        });
        html! {
            main id="main" tabindex="-1" {
                header.print-only { span { (city) " " (Common::Product.to(*lang)) } @if let Some(printed) = printed { span { (printed) } } }
                @if !self.above.is_empty() {
                    (breadcrumbs(*lang, &self.above, &self.title))
                }
                @for notice in notices.iter().chain(&self.notices) { (notice) }
                (self.heading)
                (main)
                @if !beside.is_empty() {
                    ul.beside {
                        @for (href, label) in beside { li { (link(href, label)) } }
                    }
                }
            }
        }
    }
}

fn footer(shell: &Shell) -> Markup {
    let lang = shell.lang;
    html! {
        footer.site-footer {
            p { (shell.city) " " (Common::Product.to(lang)) }
            ul {
                @if shell.regulation {
                    li { a href=(paths::REGULATION) { (Icon::Book) (Common::Regulation.to(lang)) } }
                }
                li { (Common::Version.to(lang)) " " (shell.version) }
            }
        }
    }
}

#[cfg(test)]
mod tests;
