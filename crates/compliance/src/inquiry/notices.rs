//! The kinds of notices about questions. Each has `title`, what the thing was called that was asked about.

/// A question (`name` asked it) reached the section that you answer for.
pub const ASKED: &str = "inquiry.asked";
/// The manager has you answer a question.
pub const ASSIGNED: &str = "inquiry.assigned";
/// Your question was answered.
pub const ANSWERED: &str = "inquiry.replied";

/// Every kind.
pub const ALL: [&str; 3] = [ASKED, ASSIGNED, ANSWERED];
