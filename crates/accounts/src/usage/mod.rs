//! Usage rules: what the groupware is used for and how, set in versions by the system administrator
//! (nogata:5-2(2)), and acknowledged by each user.

mod model;

pub use model::{UsageRules, UsageRulesId};
