//! The web server of a town hall: opens what it stands on, puts the web crates together, serves, and stops
//! in order.

mod background;
mod compose;
mod connections;
mod mail;
mod metrics;
mod provider;
mod ready;
mod serve;
mod signal;
mod tls;

pub use compose::{Composition, compose, route_table};
pub use mail::MailError;
pub use provider::{ProviderError, provider};
pub use serve::{ServeError, serve};
pub use signal::until_told_to_stop;
