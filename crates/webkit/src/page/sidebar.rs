//! The navigation: at the side of wide windows, behind the menu button on narrow ones.

use maud::{Markup, html};

use super::Shell;
use crate::text::Common;
use crate::ui::{Icon, badge};

/// Entries that belong together.
#[derive(Debug, Clone)]
pub struct NavGroup {
    /// The heading above them; none for the first group.
    pub label: Option<String>,
    /// The entries.
    pub items: Vec<NavItem>,
}

/// An entry of the navigation.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Its icon.
    pub icon: Icon,
    /// How much waits there.
    pub badge: u64,
    /// Whether this page is in it.
    pub current: bool,
}

/// A popover on narrow windows, which opens and closes without a script; the style sheet keeps it
/// in sight on wide ones.
pub(super) fn sidebar(shell: &Shell) -> Markup {
    let lang = shell.lang;
    html! {
        @if shell.user.is_some() {
            nav.side-nav id="side-nav" popover="auto" aria-label=(Common::MainMenu.to(lang)) {
                button.icon-button.close-nav type="button" popovertarget="side-nav"
                    popovertargetaction="hide" aria-label=(Common::Close.to(lang)) { (Icon::Close) }
                @for group in &shell.nav {
                    @if let Some(label) = &group.label { p.nav-label { (label) } }
                    ul {
                        @for item in &group.items {
                            li {
                                a href=(item.href) aria-current=[item.current.then_some("page")] {
                                    (item.icon)
                                    span { (item.label) }
                                    @if item.badge > 0 {
                                        span aria-hidden="true" { (badge(item.badge)) }
                                        span.visually-hidden {
                                            (Common::ItemsWaiting { n: item.badge }.to(lang))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
