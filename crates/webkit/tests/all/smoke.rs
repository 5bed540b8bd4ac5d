use poem::http::StatusCode;
use yakusho_webkit::Offer;

use crate::site::{Browser, Town};

#[tokio::test]
async fn the_portal_greets_whoever_is_signed_in() {
    let town = Town::with(Offer::default()).await;
    let page = town.client.get("/").signed_in("clerk").send().await;
    page.assert_status_is_ok();
    let text = page.0.into_body().into_string().await.unwrap();
    assert!(text.contains("佐藤 花子"), "{text}");
    let page = town.client.get("/").send().await;
    page.assert_status(StatusCode::SEE_OTHER);
    page.assert_header("location", "/sign-in?next=%2F");
    let page = town.client.get("/nowhere/at/all").send().await;
    page.assert_status(StatusCode::NOT_FOUND);
}
