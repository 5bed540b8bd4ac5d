//! What Prometheus is told.

use yakusho_testkit::free_port;

use crate::program::{Folder, Running};

#[tokio::test]
async fn requests_and_what_waits_are_measured_on_an_address_of_their_own() {
    let folder = Folder::new("");
    let address = format!("127.0.0.1:{}", free_port());
    let running = Running::start(&folder, &[("YAKUSHO_METRICS_LISTEN", &address)]).await;
    for _ in 0..3 {
        reqwest::get(running.at("/sign-in")).await.unwrap();
    }
    let metrics = reqwest::get(format!("http://{address}/metrics"))
        .await
        .unwrap();
    let text = metrics.text().await.unwrap();
    let signed = "yakusho_request_duration_seconds_count{route=\"/sign-in\",method=\"GET\",status=\"2xx\"} 3";
    for line in [
        signed,
        "yakusho_database_up 1",
        "yakusho_outbox_waiting 0",
        "yakusho_sealer_lag_seconds",
        "yakusho_pool_connections",
    ] {
        assert!(text.contains(line), "{line} is not in:\n{text}");
    }
    // They are for those who watch, not for those who visit.
    let visited = reqwest::get(running.at("/metrics")).await.unwrap();
    assert!(
        !visited
            .text()
            .await
            .unwrap()
            .contains("yakusho_database_up")
    );
}
