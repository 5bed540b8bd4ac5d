//! The server as its operator meets it.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod beside;
mod config;
mod connections;
mod log;
mod metrics;
mod program;
mod start;
mod stop;
mod tls;
