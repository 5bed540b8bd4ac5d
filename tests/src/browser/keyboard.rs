//! Using a page by the keyboard alone.

use fantoccini::key::Key;

use super::Browser;

/// How many times the tab key is pressed before giving up.
const MOST_TABS: u32 = 300;

impl Browser {
    /// Presses the tab key until what has the focus is called so, as a screen reader says it.
    ///
    /// # Panics
    /// Where nothing is.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..MOST_TABS {
            self.key(Key::Tab).await;
            let here = self.focused().await;
            if here == name {
                return;
            }
            passed.push(here);
        }
        panic!(
            "the tab key does not come to {name:?} on {}, but to {passed:?}",
            self.path().await
        );
    }

    /// Types where the focus is.
    pub async fn type_here(&self, text: &str) {
        let here = self.client.active_element().await.expect("the focus");
        here.send_keys(text)
            .await
            .unwrap_or_else(|error| panic!("{text}: {error}"));
    }

    /// Presses a key where the focus is.
    pub async fn key(&self, key: Key) {
        self.type_here(&char::from(key).to_string()).await;
    }

    /// What has the focus, as a screen reader calls it.
    pub async fn focused(&self) -> String {
        let here = self.client.active_element().await.expect("the focus");
        let id = here.element_id();
        let name = self
            .driver
            .get(&format!("element/{}/computedlabel", id.as_ref()))
            .await;
        name.as_str().unwrap_or_default().to_owned()
    }
}
