//! Procedures on prescribed forms (様式), the registers that stand on them, and questions and reports about anything.

pub mod asset;
mod consultation;
pub mod data_use;
pub mod designation;
mod development;
pub mod division;
mod doer;
pub mod duty;
pub mod ids;
pub mod inquiry;
pub mod inventory;
mod item;
pub mod notices;
pub mod operation;
pub mod outsourcing;
pub mod pledge;
pub mod procedure;
pub mod protection;
pub mod provision;
pub mod status;
pub mod terminal;
mod text;
pub mod violation;

pub use doer::Doer;
pub use item::Items;
pub use yakusho_kernel::Authorship;
