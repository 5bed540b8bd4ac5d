//! An order whose day has come is carried out as it is scheduled, and waits for no night.

use yakusho_tests::{Database, Hall, Who};

use super::order_of;

#[tokio::test]
async fn an_order_of_today_holds_once_it_is_scheduled() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let form = hall.signed_in(Who::Staff).await;
    let form = form.get("/circulations/new").await;
    let today = &form.attributes("input[name=due]", "min")[0];
    let (program, order) = order_of(&hall, today).await;
    // It has the head of a section change places with the administrator.
    let refused = program.get(&order).await;
    assert_eq!(refused.status, 403, "{refused:?}");
    let successor = hall.signed_in(Who::Head).await;
    let applied = successor.get(&order).await;
    assert_eq!(applied.json()["state"], "applied", "{applied:?}");
}
