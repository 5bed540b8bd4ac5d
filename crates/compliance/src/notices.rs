//! The kinds of notices that this domain gives. Their texts are the web's; each has `procedure` (the titles of the
//! procedure in `ja` and `en`), `number` and `subject`.

/// A form waits for you, to be done by `due` if there is a date.
pub const WAITING: &str = "compliance.waiting";
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

/// An approval to use data ends on `last`. Of its own has `data`.
pub const USE_ENDS: &str = "compliance.use_ends";
/// A measure of that `kind` which protects a `system` is to be reviewed.
pub const REVIEW_DUE: &str = "protection.review_due";
/// What the kind `of` says, with these parameters, is owed by `due`, which is near.
pub const DUTY_AHEAD: &str = "duty.ahead";
/// What the kind `of` says was owed by `due`.
pub const DUTY_OVERDUE: &str = "duty.overdue";
/// To whoever is above the one who owes it: what the kind `of` says was owed by `due`.
pub const DUTY_ESCALATED: &str = "duty.escalated";

/// Every kind but those of [`DutyKind`](crate::duty::DutyKind).
pub const ALL: [&str; 11] = [
    WAITING,
    TOLD,
    SENT_BACK,
    GRANTED,
    REFUSED,
    WITHDRAWN,
    USE_ENDS,
    REVIEW_DUE,
    DUTY_AHEAD,
    DUTY_OVERDUE,
    DUTY_ESCALATED,
];

/// Somebody (`name`) was designated or approved to operate a terminal (`target`) from a day on (`from`).
pub const OPERATOR: &str = "designation.operator";
/// Designations and releases for a system (`target`) were reported under `number` of the fiscal year `year`.
pub const OPERATORS_REPORTED: &str = "designation.reported";
/// So many (`lines`) designations and releases for a system (`target`) are yet to be reported, before the day `by`.
pub const REPORT_OWED: &str = "designation.report_owed";
/// So many (`lines`) operators of something (`target`) moved away, and may not operate it from the day `from` on.
pub const OPERATORS_MOVED: &str = "designation.moved";
/// Another version of the rules for terminals holds from the day `from` on.
pub const TERMINAL_RULES: &str = "terminal.rules";

/// Every kind of notice about who operates what.
pub const OPERATION: [&str; 5] = [
    OPERATOR,
    OPERATORS_REPORTED,
    REPORT_OWED,
    OPERATORS_MOVED,
    TERMINAL_RULES,
];
