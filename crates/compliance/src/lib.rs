//! Procedures on prescribed forms (様式), and the registers that stand on them.

pub mod asset;
mod consultation;
pub mod data_use;
pub mod designation;
mod doer;
pub mod duty;
pub mod ids;
pub mod inventory;
pub mod notices;
pub mod operation;
pub mod procedure;
pub mod provision;
pub mod status;
pub mod terminal;
mod text;

pub use doer::Doer;
pub use yakusho_kernel::Authorship;
