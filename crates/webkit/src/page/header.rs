//! The top of the page.

use maud::{Markup, html};

use super::{Shell, paths};
use crate::Lang;
use crate::text::{Common, number};
use crate::ui::{CSRF_FIELD, Icon, badge};

/// Who is signed in, and what their menu offers.
#[derive(Debug, Clone)]
pub struct UserBox {
    /// The name.
    pub name: String,
    /// Section and post.
    pub post: String,
    /// For whom they act at the moment, and how ("総務課長の職務代理").
    pub acting_for: Option<String>,
    /// Address and words of what the menu offers, above signing out.
    pub menu: Vec<(String, String)>,
}

pub(super) fn header(shell: &Shell) -> Markup {
    let lang = shell.lang;
    let acting_for = shell.user.as_ref().and_then(|user| user.acting_for.clone());
    html! {
        header {
            div.site-header {
                @if shell.user.is_some() {
                    button.icon-button.menu-button type="button" popovertarget="side-nav"
                        aria-label=(Common::Menu.to(lang)) { (Icon::Menu) }
                }
                a.brand href=(paths::HOME) {
                    span.brand-city { (shell.city) } " "
                    span.brand-product { (Common::Product.to(lang)) }
                }
                @if shell.user.is_some() && shell.search { (search(lang)) }
                div.header-end {
                    (language(shell))
                    @if let Some(user) = &shell.user {
                        (bell(shell))
                        (user_menu(shell, user))
                    }
                }
            }
            @if let Some(whom) = acting_for {
                p.acting-for { (Icon::People) (Common::ActingFor { whom }.to(lang)) }
            }
        }
    }
}

fn search(lang: Lang) -> Markup {
    html! {
        form.site-search role="search" action=(paths::SEARCH) method="get" {
            input.input type="search" name="q" maxlength="400" aria-keyshortcuts="/"
                aria-label=(Common::SearchEverything.to(lang))
                placeholder=(Common::SearchEverything.to(lang));
            button.icon-button type="submit" aria-label=(Common::SearchEverything.to(lang)) { (Icon::Search) }
        }
    }
}

/// A button, not a link: it changes what is kept about the user.
fn language(shell: &Shell) -> Markup {
    let other = match shell.lang {
        Lang::Ja => Lang::En,
        Lang::En => Lang::Ja,
    };
    html! {
        form.language action=(paths::LANGUAGE) method="post" {
            input type="hidden" name=(CSRF_FIELD) value=(shell.csrf);
            input type="hidden" name="back" value=(shell.here);
            button.header-button type="submit" name="lang" value=(other.tag()) lang=(other.tag()) {
                (Icon::Globe) span { (Common::SwitchLanguage.to(shell.lang)) }
            }
        }
    }
}

/// The script keeps the count up to date by server-sent events.
fn bell(shell: &Shell) -> Markup {
    let unread = |n: String| Common::UnreadCount { n }.to(shell.lang);
    html! {
        a.header-button.bell href=(paths::NOTIFICATIONS) data-events=(paths::NOTIFICATION_EVENTS) {
            (Icon::Bell)
            span.bell-name { (Common::Notifications.to(shell.lang)) }
            span role="status" data-words=(unread("{n}".to_owned())) {
                @if shell.unread > 0 {
                    span aria-hidden="true" { (badge(shell.unread)) }
                    span.visually-hidden { (unread(number(shell.unread))) }
                }
            }
        }
    }
}

fn user_menu(shell: &Shell, user: &UserBox) -> Markup {
    let lang = shell.lang;
    html! {
        details.user-menu data-menu {
            summary.header-button aria-label={ (Common::UserMenu.to(lang)) ": " (user.name) } {
                (Icon::User)
                span.user-name { (user.name) }
                (Icon::ChevronDown)
            }
            div.user-panel {
                p { strong { (user.name) } br; span.meta { (user.post) } }
                ul {
                    @for (href, label) in &user.menu {
                        li { a href=(href) { (label) } }
                    }
                }
                form action=(paths::SIGN_OUT) method="post" {
                    input type="hidden" name=(CSRF_FIELD) value=(shell.csrf);
                    button.button.secondary type="submit" {
                        (Icon::SignOut) (Common::SignOut.to(lang))
                    }
                }
            }
        }
    }
}
