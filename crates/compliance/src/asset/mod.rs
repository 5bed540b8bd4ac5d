//! The register of equipment: servers, terminals, printers, cabling, media, software, accounts (shiroishi:2(8), muko:2).
//!
//! # Invariants
//! - Each thing is one section's, has a number of its own, and stands at a place.
//! - It is registered and changed by whoever answers for its section, or looks after the equipment of all.
//! - Every version of an entry stays; what is no longer there stays as disposed of.
//! - It is seen by its section and by those who look after systems as a whole, and by nobody else.

mod bulk;
mod model;
pub(crate) mod policy;
mod service;
mod sheet;
pub(crate) mod store;

pub use bulk::{ImportPlan, export, import, import_template, try_import};
pub use model::{Asset, AssetForm, AssetKind, AssetState, Filter};
pub use service::{add, change, keeper_of, list, may_keep, numbered, several, show};
pub use sheet::ImportColumn;
