//! What may be registered for others: one of five kinds (nogata:8), the fifth only with the administrator's approval.

mod model;

pub use model::{Approval, ApprovalId, ApprovalState, Kind};
