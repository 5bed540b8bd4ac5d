//! When to stop.

use tokio::signal::unix::{SignalKind, signal};

/// Waits for the word to stop: SIGTERM, as service managers send it, or SIGINT, as ctrl-c does.
pub async fn until_told_to_stop() {
    let told = |kind| async move {
        match signal(kind) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "a signal cannot be waited for");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        () = told(SignalKind::terminate()) => tracing::info!("told to stop by SIGTERM"),
        () = told(SignalKind::interrupt()) => tracing::info!("told to stop by SIGINT"),
    }
}
