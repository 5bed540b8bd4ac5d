//! Delegation: acting for a post or a person, with the legal kind of proxy (職務代理, 代決, 秘書代行, and the sharing out of
//! the duties of muko:4-4).

mod model;

pub use model::{Delegation, DelegationId, Duty, Principal};
