//! Which language is spoken.

use poem::http::StatusCode;
use yakusho_regulation::Lang;
use yakusho_webkit::SignedIn;

use crate::site::{Browser, CLERK, CSRF, Town, clerk, cookies, text};

async fn spoken(town: &Town, cookie: &str, accepted: &str) -> String {
    let request = town.client.get("/nowhere").header("cookie", cookie);
    let page = text(request.header("accept-language", accepted).send().await).await;
    let start = page.find("<html lang=\"").unwrap() + "<html lang=\"".len();
    page[start..start + 2].to_owned()
}

#[tokio::test]
async fn the_account_comes_first_then_the_cookie_then_the_browser() {
    let town = Town::new().await;
    let me = SignedIn {
        lang: Some(Lang::En),
        ..clerk()
    };
    town.session("english", me);
    assert_eq!(spoken(&town, "session=english; lang=ja", "ja").await, "en");
    assert_eq!(spoken(&town, "session=clerk; lang=en", "ja").await, "en");
    assert_eq!(spoken(&town, "lang=en", "ja").await, "en");
    assert_eq!(spoken(&town, "lang=tlh", "en").await, "en");
    assert_eq!(spoken(&town, "", "en-GB,en;q=0.9").await, "en");
    assert_eq!(spoken(&town, "", "fr").await, "ja");
    assert_eq!(spoken(&town, "", "").await, "ja");
}

#[tokio::test]
async fn a_choice_is_kept_in_browser_and_account_and_goes_back() {
    let town = Town::new().await;
    let page = town
        .post("/language", &[("lang", "en"), ("back", "/book?after=x")])
        .await;
    page.assert_status(StatusCode::SEE_OTHER);
    page.assert_header("location", "/book?after=x");
    assert_eq!(
        cookies(&page),
        ["lang=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"]
    );
    assert_eq!(*town.accounts.chosen.lock().unwrap(), Some(Lang::En));

    let page = town
        .post("/language", &[("lang", "en"), ("back", "//evil.example")])
        .await;
    page.assert_header("location", "/");
    let page = town.post("/language", &[("lang", "tlh")]).await;
    page.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn nobody_chooses_without_a_token_and_a_clerk_with_one() {
    let town = Town::new().await;
    let request = town.client.post("/language").form_body(&[("lang", "en")]);
    request.send().await.assert_status(StatusCode::SEE_OTHER);
    assert_eq!(*town.accounts.chosen.lock().unwrap(), None);
    let request = town
        .client
        .post("/language")
        .signed_in(CLERK)
        .form_body(&[("lang", "en")]);
    request.send().await.assert_status(StatusCode::FORBIDDEN);
    let fields = [("lang", "en"), ("csrf", CSRF)];
    let request = town
        .client
        .post("/language")
        .signed_in(CLERK)
        .form_body(&fields);
    request.send().await.assert_status(StatusCode::SEE_OTHER);
}
