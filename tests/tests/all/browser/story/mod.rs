//! The main story of a town hall's day, told by each way of using the pages: by pointer on a wide screen, by the keyboard
//! alone, without scripts, and on a phone.

mod board;
mod booking;
mod circulation;
mod orders;
mod refusals;
mod suspension;
mod unsent;

use std::fs;

use yakusho_tests::{Browser, Hall, Who, Window};

/// A test of the story for each of these ways.
macro_rules! told {
    ($story:path: $($way:ident),+) => { $(
        #[tokio::test]
        async fn $way() {
            $story(super::way::$way()).await;
        }
    )+ };
}
use told;

/// The ways of using the pages.
mod way {
    use yakusho_tests::Window;

    pub(super) const fn by_pointer() -> Window {
        Window::WIDE
    }

    pub(super) const fn by_keyboard_alone() -> Window {
        Window::WIDE.by_keyboard()
    }

    pub(super) const fn without_scripts() -> Window {
        Window::WIDE.without_scripts()
    }

    pub(super) const fn on_a_phone() -> Window {
        Window::NARROW
    }
}

/// Somebody who has signed in at a browser of their own.
async fn at_the_desk(hall: &Hall, who: Who, window: Window) -> Browser {
    let browser = Browser::start(hall, window).await;
    browser.sign_in(hall.account(who)).await;
    browser
}

/// A file in the hall's folder, to be chosen in a form.
fn file(hall: &Hall, name: &str, content: &str) -> String {
    let path = hall.folder().join(name);
    fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path.display().to_string()
}

/// The year after the one that it is in the hall.
async fn next_year(hall: &Hall) -> u32 {
    let form = hall.signed_in(Who::Staff).await;
    let form = form.get("/circulations/new").await;
    let today = &form.attributes("input[name=due]", "min")[0];
    let (year, _) = today.split_once('-').expect("a day");
    year.parse::<u32>().expect("a year") + 1
}
