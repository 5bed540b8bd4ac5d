//! The kinds of notices that this domain gives. Their texts are the web's; each has `procedure` (the titles of the
//! procedure in `ja` and `en`), `number` and `subject`.

/// A form waits for you, to be done by `due` if there is a date.
pub const WAITING: &str = "compliance.waiting";
/// A form waits for you, and is to be done by `due`, which is near.
pub const REMINDER: &str = "compliance.reminder";
/// A form waits for you, and was to be done by `due`.
pub const OVERDUE: &str = "compliance.overdue";
/// You are told of a form that was granted.
pub const TOLD: &str = "compliance.told";
/// A form that you drew up was sent back to you, for `reason`.
pub const SENT_BACK: &str = "compliance.sent_back";
/// A form that you drew up was granted.
pub const GRANTED: &str = "compliance.granted";
/// A form that you drew up was refused, for `reason`.
pub const REFUSED: &str = "compliance.refused";
/// A form that waited for you was withdrawn.
pub const WITHDRAWN: &str = "compliance.withdrawn";

/// Every kind.
pub const ALL: [&str; 8] = [
    WAITING, REMINDER, OVERDUE, TOLD, SENT_BACK, GRANTED, REFUSED, WITHDRAWN,
];
