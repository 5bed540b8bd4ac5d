//! Delegation: acting for a post or a person, with the legal kind of proxy: 職務代理 (acting in a post that is vacant or
//! whose holder is absent), 代決 (deciding in place of somebody), 秘書代行 (a secretary's doing), and the sharing out of the
//! general manager's duties of computing to the heads of sections (muko:4-4).
//!
//! # Invariants
//! - With the first two kinds the powers of the roles pass on; a secretary has none of them, and who shares in duties has
//!   the powers of these duties alone. Nothing that came by delegation can be delegated further.
//! - A delegation is set up, signed in and in person, by the person themself; while the post is vacant or its holder away,
//!   also by whoever heads a unit above or is system administrator by office, and then for another than themself;
//!   duties of computing are shared out by the general manager of computing alone, and to heads of sections alone.
//! - Nobody comes to be system supervisor and system administrator at once.
//! - Those for whom it is and the delegate are told.
//! - It ends by itself when its ground is gone, in the act that takes the ground away.

mod model;
mod policy;
mod rules;
mod service;
mod store;

pub use model::{
    Behalf, Concerning, Delegation, DelegationId, DelegationRow, Duty, NewDelegation, Principal,
};
pub use service::{behalves, duties, list, revoke, set_up, standing_on_behalf};

pub(crate) use rules::end_groundless;
