//! The log: a line for each event, on the standard error, with the request that it belongs to.

use tracing_subscriber::EnvFilter;

use crate::{Config, LogFormat};

/// Begins to keep the log; panics go there, too.
pub fn begin(config: &Config) {
    let filter = EnvFilter::new(&config.log_filter);
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        // A line that has no room on the disk is lost. Complaining of it to the standard error, which is where it did not
        // fit, would be a panic, and telling of that panic the end of the program.
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    match config.log_format {
        LogFormat::Text => log.with_ansi(false).init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
    std::panic::set_hook(Box::new(|panic| {
        tracing::error!(%panic, "a panic");
    }));
}
