//! While maintenance is on the night rests, but for the audit trail; and the night after does what it left.

use yakusho_tests::{Database, Hall, Who, run};

use crate::states::{accepted, form};

#[tokio::test]
async fn jobs_rest_during_maintenance_and_the_trail_is_signed_all_the_same() {
    let hall = Hall::start("model", Database::Sqlite).await;
    let administrator = hall.signed_in(Who::Administrator).await;
    let window = form(&administrator, "/admin/maintenance").await;
    let window = window.with("kind", "read_only").with("at_once", "on");
    accepted(&administrator, window).await;
    let told = nightly(&hall);
    for line in told.lines() {
        let rests = line.ends_with(": rests for maintenance, until the administrator ends it");
        assert_eq!(rests, !line.starts_with("audit: "), "{told}");
    }
    assert!(told.lines().count() > 5, "{told}");

    let page = administrator.get("/admin/maintenance").await;
    let mut forms = page.forms().into_iter();
    let end = forms.find(|form| form.action.ends_with("/end"));
    accepted(&administrator, end.expect("a way to end it")).await;
    assert!(!nightly(&hall).contains("rests"));
}

fn nightly(hall: &Hall) -> String {
    let mut night = hall.batch();
    night.arg("nightly");
    run(night)
}
