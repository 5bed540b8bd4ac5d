//! What stands around every page: the way in, the navigation, the bell.

use std::time::Instant;

use fantoccini::Locator;
use serde_json::json;

use super::{Browser, PATIENCE, Window};
use crate::accounts::Account;
use crate::program;

impl Browser {
    /// Signs in by the page for it.
    pub async fn sign_in(&self, account: &Account) {
        self.try_sign_in(account).await;
        let since = Instant::now();
        while self.path().await.starts_with("/sign-in") {
            assert!(
                since.elapsed() < PATIENCE,
                "{} is not signed in:\n{}",
                account.id,
                self.text().await
            );
            tokio::time::sleep(program::POLL).await;
        }
    }

    /// Sends ID and password by the page for it, whatever comes of it.
    pub async fn try_sign_in(&self, account: &Account) {
        self.open("/sign-in").await;
        self.type_into("input[name=id]", &account.id).await;
        self.type_into("input[name=password]", &account.password)
            .await;
        self.click("main form [type=submit]").await;
    }

    /// Signs in anew in another tab, closes it and comes back.
    pub async fn sign_in_elsewhere(&self, account: &Account) {
        let here = self.client.window().await.expect("a tab");
        let other = self.client.new_window(true).await.expect("another tab");
        let there = self.client.switch_to_window(other.handle).await;
        there.expect("the other tab");
        self.open("/").await;
        self.forget().await;
        self.sign_in(account).await;
        self.client.close_window().await.expect("a closed tab");
        let back = self.client.switch_to_window(here).await;
        back.expect("the tab from before");
    }

    /// Forgets every session, as a new window would.
    pub async fn forget(&self) {
        let forgotten = self.client.delete_all_cookies().await;
        forgotten.expect("a browser without cookies");
    }

    /// Plugs an authenticator of passkeys in, which knows its owner (`WebDriver`, Web Authentication, level 3, section 11);
    /// says its id.
    pub async fn plug_in_authenticator(&self) -> String {
        let kind = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasUserVerification": true,
            "isUserVerified": true,
        });
        let id = self.driver.post("webauthn/authenticator", &kind).await;
        id.as_str().expect("an authenticator").to_owned()
    }

    /// Whether that authenticator takes whoever holds it for its owner from now on.
    pub async fn has_authenticator_know_owner(&self, id: &str, knows: bool) {
        let command = format!("webauthn/authenticator/{id}/uv");
        self.driver
            .post(&command, &json!({ "isUserVerified": knows }))
            .await;
    }

    /// Follows an entry of the navigation, which stands behind a button where the window is narrow.
    pub async fn go_to(&self, entry: &str) {
        if self.window.width < Window::WIDE.width {
            self.press("メニュー").await;
        }
        self.follow(entry).await;
    }

    /// The name of whoever is signed in.
    pub async fn name(&self) -> String {
        let menu = self.attribute(".user-menu > summary", "aria-label").await;
        let (_, name) = menu.rsplit_once(": ").expect("a name on the user's menu");
        name.to_owned()
    }

    /// How many notices the bell says are unread.
    pub async fn unread(&self) -> u32 {
        let since = Instant::now();
        loop {
            let badges = self.client.find_all(Locator::Css(".bell .badge")).await;
            let Some(badge) = badges.expect("the bell").into_iter().next() else {
                return 0;
            };
            match badge.text().await {
                Ok(count) => return count.parse().expect("a count on the bell"),
                // The page put another badge in its place in between.
                Err(_) if since.elapsed() < PATIENCE => {}
                Err(error) => panic!("the count on the bell: {error}"),
            }
        }
    }

    /// Waits until the bell says more than `before`: by itself, or where no scripts run, when the page is loaded again.
    ///
    /// # Panics
    /// Where it does not.
    pub async fn hears_more_than(&self, before: u32) {
        let since = Instant::now();
        while self.unread().await <= before {
            assert!(since.elapsed() < PATIENCE, "the bell says nothing new");
            tokio::time::sleep(program::POLL).await;
            if !self.window.scripts {
                self.reload().await;
            }
        }
    }
}
