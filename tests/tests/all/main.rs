//! Whole-system tests: the programs as they are installed, by their doors.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what cannot be had or read must stop the test, with the reason"
)]

mod articles;
mod batch;
mod browser;
mod cities;
mod documents;
mod faults;
mod mail;
mod protocols;
mod provider;
mod routes;
mod states;
mod upgrade;
mod webdav;

/// Fails if anything was found wrong, with a line for each.
fn none<'w>(wrong: impl IntoIterator<Item = &'w String>) {
    let wrong: Vec<&str> = wrong.into_iter().map(String::as_str).collect();
    assert!(
        wrong.is_empty(),
        "{} found wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
