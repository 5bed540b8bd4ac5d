//! When to stop.

use std::io;

use tokio::signal::unix::{SignalKind, signal};

/// Waits for the word to stop: SIGTERM, as service managers send it, or SIGINT, as ctrl-c does. From the call on, neither
/// ends the program by itself.
///
/// # Errors
/// That of the system where a signal cannot be waited for.
pub fn until_told_to_stop() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => tracing::info!("told to stop by SIGTERM"),
            _ = interrupt.recv() => tracing::info!("told to stop by SIGINT"),
        }
    })
}
