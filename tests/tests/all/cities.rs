//! A town hall is set up in each city's profile, and everybody who is handed out finds their portal there.

use yakusho_tests::{Database, Hall, Who};

#[tokio::test]
async fn a_town_hall_begins_in_each_city() {
    for city in ["model", "nogata", "shiroishi", "muko"] {
        let hall = Hall::start(city, Database::Sqlite).await;
        for who in Who::ALL {
            let client = hall.signed_in(who).await;
            let portal = client.get("/").await;
            assert_eq!(portal.status, 200, "{city} {who:?}: {portal:?}");
            let words = portal.text();
            assert!(words.contains("今日の予定"), "{city} {who:?}: {words}");
        }
    }
}
