//! The operator opens somebody's way in again, at the machine itself.

use std::collections::HashMap;

use yakusho_tests::{Account, Database, Hall, Who, run};

#[tokio::test]
async fn it_opens_the_supervisors_way_in_again() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let supervisor = hall.account(Who::Supervisor);
    let before = hall.signed_in(Who::Supervisor).await;
    let mut readmit = hall.batch();
    readmit.args(["readmit", "--id", &supervisor.id]);
    let said = run(readmit);
    let said: HashMap<_, _> = said
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    assert_eq!(said["ID"], supervisor.id);

    assert_ne!(before.get("/").await.status, 200, "the session goes on");
    let anybody = hall.client();
    let refused = anybody.try_sign_in(&supervisor.id, &supervisor.password);
    assert_eq!(refused.await.status, 401, "the old password still opens");
    let issued = Account {
        password: said["one-time password"].to_owned(),
        ..supervisor.clone()
    };
    anybody.sign_in(&issued).await;
    let page = anybody.visit("/board").await;
    assert!(page.text().contains("新しいパスワード"), "{page:?}");
}

#[tokio::test]
async fn of_an_unknown_id_it_says_so() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let mut readmit = hall.batch();
    let ended = readmit.args(["readmit", "--id", "nobody"]).output();
    let ended = ended.expect("an end");
    assert!(!ended.status.success());
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("--id"), "{said}");
}
