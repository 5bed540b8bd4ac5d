//! The portal and what surrounds every page.

use yakusho_regulation::Role;
use yakusho_webkit::{Access, Offer, Routes, Settings, SignedIn};

use crate::site::{Browser, CLERK, Town, clerk, holding, text};

#[tokio::test]
async fn the_portal_is_made_of_the_panels_that_have_something() {
    let town = Town::new().await;
    let page = text(town.client.get("/").signed_in(CLERK).send().await).await;
    assert!(page.contains("来訪者") && page.contains("三名"), "{page}");
    assert!(
        page.contains("佐藤 花子") && page.contains("総務課 主事"),
        "{page}"
    );
}

#[tokio::test]
async fn the_navigation_shows_what_is_open_to_the_reader_and_how_much_waits() {
    let town = Town::new().await;
    town.session("supervisor", holding(Role::SystemSupervisor));
    let off = SignedIn {
        functions: Vec::new(),
        ..clerk()
    };
    town.session("off", off);
    let nav = |secret: &'static str| {
        let request = town.client.get("/book/new").signed_in(secret);
        async move {
            let page = text(request.send().await).await;
            let (start, end) = (page.find("<nav").unwrap(), page.find("</nav>").unwrap());
            page[start..end].to_owned()
        }
    };
    let clerk = nav(CLERK).await;
    assert!(
        clerk.contains("href=\"/book\" aria-current=\"page\""),
        "{clerk}"
    );
    assert!(clerk.contains("3件"), "{clerk}");
    assert!(!clerk.contains("総括責任者室"), "{clerk}");
    let supervisor = nav("supervisor").await;
    assert!(
        supervisor.contains("総括責任者室") && supervisor.contains("管理"),
        "{supervisor}"
    );
    let off = nav("off").await;
    assert!(!off.contains("芳名帳"), "{off}");
}

#[tokio::test]
async fn what_the_site_does_not_have_is_not_offered() {
    let town = Town::new().await;
    let page = text(town.client.get("/").signed_in(CLERK).send().await).await;
    assert!(!page.contains("action=\"/search\"") && !page.contains("href=\"/regulation\""));
    let more = Routes::new().get("/search", Access::User, nothing).get(
        "/regulation",
        Access::User,
        nothing,
    );
    let town = Town::of([Offer::new(more)], Settings::default()).await;
    let page = text(town.client.get("/").signed_in(CLERK).send().await).await;
    assert!(page.contains("action=\"/search\"") && page.contains("href=\"/regulation\""));
}

#[poem::handler]
fn nothing() {}

#[tokio::test]
async fn the_next_page_of_a_list_keeps_the_rest_of_its_address() {
    let town = Town::new().await;
    let request = town.client.get("/book?sort=a%26b&after=x").signed_in(CLERK);
    let page = text(request.send().await).await;
    assert!(
        page.contains("href=\"/book?sort=a%26b&amp;after=%E6%AC%A1\""),
        "{page}"
    );
}
