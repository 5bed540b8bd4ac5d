//! What a person does on a page: by pointer, or by the keyboard alone where the window says so. The keyboard comes to
//! things by the tab key and the arrows, and does them by Enter and the space bar; what it cannot come to stops the test.

use std::time::Instant;

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;

use super::{Browser, PATIENCE};
use crate::program;

/// How many times the tab key is pressed before giving up: more often than any page has things to come to.
const MOST_TABS: u32 = 150;

/// How many times an arrow is pressed before giving up.
const MOST_ARROWS: u32 = 30;

impl Browser {
    /// Types into the field of that label, in place of what it holds; days and times as `2026-12-28` and
    /// `2026-12-28T17:15`.
    pub async fn fill(&self, label: &str, value: &str) {
        let field = self.control(label).await;
        let kind = field.attr("type").await.expect("the field's kind");
        let value = &match kind.as_deref() {
            Some("date" | "datetime-local") => typed(value),
            _ => value.to_owned(),
        };
        if self.window.keyboard {
            self.reach(&field).await;
        } else {
            field.clear().await.expect("an emptied field");
        }
        field.send_keys(value).await.expect("a filled field");
    }

    /// Chooses from the list of that label.
    pub async fn choose(&self, label: &str, option: &str) {
        let list = self.control(label).await;
        if !self.window.keyboard {
            let chosen = list.select_by_label(option).await;
            return chosen.unwrap_or_else(|error| panic!("{label}: {option}: {error}"));
        }
        self.reach(&list).await;
        for _ in 0..MOST_ARROWS {
            let chosen = list.find(Locator::Css("option:checked")).await;
            let chosen = chosen.expect("what is chosen").text().await;
            if chosen.expect("what is chosen").trim() == option {
                return;
            }
            self.key(Key::Down).await;
        }
        panic!("the arrows do not come to {option:?} of {label:?}");
    }

    /// Ticks the box of that label, or takes the tick away; or chooses that one of several.
    pub async fn tick(&self, label: &str) {
        let control = self.control(label).await;
        if self.window.keyboard {
            if self.reach_or_its_group(&control).await {
                self.key(Key::Space).await;
            }
            return;
        }
        let label = quoted(label);
        let path = format!("//label[normalize-space(text())={label}]");
        let label = self.in_sight(&path).await;
        label.click().await.expect("a ticked box");
    }

    /// Chooses a file, by its path, for the field of that label.
    pub async fn attach(&self, label: &str, file: &str) {
        let field = self.control(label).await;
        if self.window.keyboard {
            self.reach(&field).await;
        }
        field.send_keys(file).await.expect("a chosen file");
    }

    /// Presses the button with these words.
    pub async fn press(&self, label: &str) {
        let label = quoted(label);
        let path = format!("//button[.//text()[normalize-space()={label}] or @aria-label={label}]");
        self.act_on(&path, Key::Space).await;
    }

    /// Follows the link with these words.
    pub async fn follow(&self, label: &str) {
        let label = quoted(label);
        let path =
            format!("//a[normalize-space()={label} or .//text()[normalize-space()={label}]]");
        self.act_on(&path, Key::Enter).await;
    }

    /// Opens the part of the page that is folded away under these words.
    pub async fn unfold(&self, label: &str) {
        let label = quoted(label);
        let path = format!("//summary[.//text()[normalize-space()={label}]]");
        self.act_on(&path, Key::Enter).await;
    }

    /// Presses the first button that the CSS selector chooses.
    pub async fn click(&self, css: &str) {
        let element = self.found(Locator::Css(css)).await;
        self.act(&element, Key::Space).await;
    }

    /// Types into the first element that the CSS selector chooses.
    pub async fn type_into(&self, css: &str, text: &str) {
        let element = self.found(Locator::Css(css)).await;
        if self.window.keyboard {
            self.reach(&element).await;
        }
        let typed = element.send_keys(text).await;
        typed.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Does what is in sight at that path, by the pointer or by that key.
    async fn act_on(&self, path: &str, key: Key) {
        let element = self.in_sight(path).await;
        self.act(&element, key).await;
    }

    async fn act(&self, element: &Element, key: Key) {
        if self.window.keyboard {
            self.reach(element).await;
            self.key(key).await;
        } else {
            let done = element.click().await;
            done.unwrap_or_else(|error| panic!("{error}"));
        }
    }

    /// Presses the tab key until that element has the focus.
    async fn reach(&self, wanted: &Element) {
        for _ in 0..MOST_TABS {
            if self.focus().await.element_id() == wanted.element_id() {
                return;
            }
            self.key(Key::Tab).await;
        }
        let html = wanted.html(false).await.unwrap_or_default();
        panic!(
            "the tab key does not come to {html} on {}",
            self.path().await
        );
    }

    /// The same for one of several, to whose group alone the tab key comes: the arrows go on from there, and choose as
    /// they go. Says whether it remains to be ticked.
    async fn reach_or_its_group(&self, wanted: &Element) -> bool {
        let kind = wanted.attr("type").await.expect("the control's kind");
        if kind.as_deref() != Some("radio") {
            self.reach(wanted).await;
            return true;
        }
        let group = wanted.attr("name").await.expect("the control's name");
        let mut tabs = 0;
        while self.focus().await.attr("name").await.ok().as_ref() != Some(&group) {
            assert!(tabs < MOST_TABS, "the tab key does not come to {group:?}");
            tabs += 1;
            self.key(Key::Tab).await;
        }
        for moved in 0..MOST_ARROWS {
            if self.focus().await.element_id() == wanted.element_id() {
                return moved == 0;
            }
            self.key(Key::Down).await;
        }
        panic!("the arrows do not come to what is wanted of {group:?}");
    }

    /// Presses and releases a key, wherever the focus is.
    async fn key(&self, key: Key) {
        let value = char::from(key);
        let press = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        let pressed = self.client.perform_actions(press).await;
        pressed.unwrap_or_else(|error| panic!("{key:?}: {error}"));
    }

    async fn focus(&self) -> Element {
        self.client.active_element().await.expect("the focus")
    }

    /// The control of that label.
    async fn control(&self, label: &str) -> Element {
        let quoted = quoted(label);
        let path = format!("//*[@id=//label[normalize-space(text())={quoted}]/@for]");
        self.found(Locator::XPath(&path)).await
    }

    /// The first element of those at that path that is in sight.
    async fn in_sight(&self, path: &str) -> Element {
        let since = Instant::now();
        loop {
            let all = self.client.find_all(Locator::XPath(path)).await;
            for element in all.expect("the page's elements") {
                // What went away in between is in nobody's sight.
                if element.is_displayed().await.unwrap_or(false) {
                    return element;
                }
            }
            assert!(
                since.elapsed() < PATIENCE,
                "{path} is not in sight on {}:\n{}",
                self.path().await,
                self.text().await
            );
            tokio::time::sleep(program::POLL).await;
        }
    }
}

/// A day or time, `2026-12-28` or `2026-12-28T17:15`, as it is typed into a browser that itself speaks English: the year
/// comes last of the day and does not end by itself, and the clock has two halves.
fn typed(moment: &str) -> String {
    let (day, time) = moment.split_once('T').unwrap_or((moment, ""));
    let (year, rest) = day.split_once('-').unwrap_or((day, ""));
    let day = format!("{}{year}", rest.replace('-', ""));
    let Some((hour, minute)) = time.split_once(':') else {
        return day;
    };
    let hour: u8 = hour.parse().expect("an hour");
    let half = if hour < 12 { "AM" } else { "PM" };
    let (next, hour) = (char::from(Key::Right), (hour + 11) % 12 + 1);
    format!("{day}{next}{hour:02}{minute}{half}")
}

/// A text as `XPath` writes it.
fn quoted(text: &str) -> String {
    assert!(
        !text.contains('"'),
        "{text}: XPath has no way to write a quotation mark in one"
    );
    format!("\"{text}\"")
}
