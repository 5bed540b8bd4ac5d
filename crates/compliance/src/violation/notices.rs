//! The kinds of notices about reports. Each has `title`, what the thing was called that was reported.

/// A violation was reported: it is yours to handle.
pub const REPORTED: &str = "violation.reported";
/// What you reported was handled: `outcome`, by its code.
pub const HANDLED: &str = "violation.handled";

/// Every kind.
pub const ALL: [&str; 2] = [REPORTED, HANDLED];
