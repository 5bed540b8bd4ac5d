//! What the night tells of a duty says what the duty is.

use time::format_description::well_known::Iso8601;
use time::{Date, Duration};
use yakusho_tests::{Database, Hall, Who, run};

#[tokio::test]
async fn the_night_names_what_is_overdue() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let staff = hall.signed_in(Who::Staff).await;
    let owed = staff.get("/api/v1/duties").await.json();
    let owed = |name: &str| owed["items"][0][name].as_str().map(str::to_owned);
    let (what, due) = (owed("text"), owed("due"));
    let what = what.expect("a duty of everybody's");
    let due = due.and_then(|day| Date::parse(&day, &Iso8601::DATE).ok());
    let next = due.expect("its day") + Duration::DAY;
    let mut night = hall.batch();
    night.args(["job", "duties", "--as-of", &next.to_string()]);
    run(night);
    let page = staff.get("/notifications").await.text();
    let told = page.split("期限を過ぎています").skip(1);
    let told: Vec<String> = told.map(|told| told.chars().take(80).collect()).collect();
    assert!(
        told.iter().any(|told| told.contains(&what)),
        "{what} is not among {told:?}"
    );
}
