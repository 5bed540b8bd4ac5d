//! Tampering with a sealed trail, and what the check says of it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]

mod forms;
mod outside_bytes;
mod tampering;
