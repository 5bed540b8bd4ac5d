//! Whole town halls for tests: the programs as they are installed, on a data folder of their own, and those who come to
//! their doors: a client that behaves like a browser without scripts, and a real browser.
//!
//! ```text
//! #[tokio::test]
//! async fn a_clerk_reads_the_board() {
//!     let hall = Hall::start("nogata", Database::Sqlite).await;
//!     let clerk = hall.signed_in(Who::Staff).await;
//!     assert_eq!(clerk.get("/board").await.status, 200);
//! }
//! ```
//!
//! The programs are those that `YAKUSHO_BIN_DIR` holds, or else those beside the test. Nothing here is a double: what a
//! test needs and does not find stops it, with one line that says so.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "what cannot be had or reached must stop the test, with the reason"
)]

mod accounts;
mod browser;
mod client;
mod cluster;
mod crawl;
pub mod figures;
mod hall;
mod injection;
mod page;
mod program;
mod provider;
mod relay;
mod routes;
mod volume;

pub use accounts::{Account, Who};
pub use browser::{Browser, Violation, Window};
pub use client::Client;
pub use cluster::{Cluster, Journal};
pub use crawl::{Crawl, elsewhere};
pub use hall::{Database, Hall};
pub use injection::{Injection, files_of_sqlite};
pub use page::{Form, Page};
pub use program::{Program, command, run};
pub use provider::{AtProvider, Provider, Setup as ProviderSetup};
pub use relay::Relay;
pub use routes::{Access, Kind, NOTHING, Route, Routes};
pub use volume::Volume;
pub use yakusho_regulation::keeps;
pub use yakusho_testkit::free_port;
