//! The kinds of duties of pledges, which their notices say. Each has `kind`.

/// A pledge is yet to be given.
pub const TO_GIVE: &str = "pledge.to_give";
/// Secrecy is yet to be pledged before somebody leaves.
pub const BEFORE_LEAVING: &str = "pledge.before_leaving";

/// Every kind.
pub const ALL: [&str; 2] = [TO_GIVE, BEFORE_LEAVING];
