//! Procedures on prescribed forms (様式), and the registers that stand on them.

mod consultation;
pub mod data_use;
mod doer;
pub mod duty;
pub mod ids;
pub mod inventory;
pub mod notices;
pub mod procedure;
pub mod provision;
pub mod status;
mod text;

pub use doer::Doer;
pub use yakusho_kernel::Authorship;
