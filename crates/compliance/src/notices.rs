//! The kinds of notices that this domain gives. Their texts are the web's; each has `procedure` (the titles of the
//! procedure in `ja` and `en`), `number` and `subject`.

use yakusho_kernel::NoticeGroup;

use crate::duty::DutyKind;
use crate::{inquiry, pledge, provision, violation};

yakusho_kernel::notices! {
    /// A form waits for you, to be done by `due` if there is a date.
    WAITING = "compliance.waiting" in Owed;
    /// You are told of a form that was granted.
    TOLD = "compliance.told" in Forms;
    /// A form that you drew up was sent back to you, for `reason`.
    SENT_BACK = "compliance.sent_back" in Forms;
    /// A form that you drew up was granted.
    GRANTED = "compliance.granted" in Forms;
    /// A form that you drew up was refused, for `reason`.
    REFUSED = "compliance.refused" in Forms;
    /// A form that waited for you was withdrawn.
    WITHDRAWN = "compliance.withdrawn" in Forms;
    /// An approval to use data ends on `last`. Of its own has `data`.
    USE_ENDS = "compliance.use_ends" in Forms;
    /// A measure of that `kind` which protects a `system` is to be reviewed.
    REVIEW_DUE = "protection.review_due" in Owed;
    /// What the kind `of` says, with these parameters, is owed by `due`, which is near.
    DUTY_AHEAD = "duty.ahead" in Owed;
    /// What the kind `of` says was owed by `due`.
    DUTY_OVERDUE = "duty.overdue" in Owed;
    /// To whoever is above the one who owes it: what the kind `of` says was owed by `due`.
    DUTY_ESCALATED = "duty.escalated" in Owed;
}

/// About who operates what.
pub mod operation {
    yakusho_kernel::notices! {
        /// Somebody (`name`) was designated or approved to operate a terminal (`target`) from a day on (`from`).
        OPERATOR = "designation.operator" in Forms;
        /// Designations and releases for a system (`target`) were reported under `number` of the fiscal year `year`.
        OPERATORS_REPORTED = "designation.reported" in Forms;
        /// So many (`lines`) designations and releases for a system (`target`) are yet to be reported, before the day `by`.
        REPORT_OWED = "designation.report_owed" in Owed;
        /// So many (`lines`) operators of something (`target`) moved away, and may not operate it from the day `from` on.
        OPERATORS_MOVED = "designation.moved" in Forms;
        /// Another version of the rules for terminals holds from the day `from` on.
        TERMINAL_RULES = "terminal.rules" in Forms;
    }
}

pub use operation::{OPERATOR, OPERATORS_MOVED, OPERATORS_REPORTED, REPORT_OWED, TERMINAL_RULES};

/// What each kind of notice of this domain is about, with the [duties](DutyKind) that notices say.
pub fn groups() -> impl Iterator<Item = (&'static str, NoticeGroup)> {
    let duties = DutyKind::ALL.into_iter();
    let duties = duties.map(|kind| (kind.code(), NoticeGroup::Owed));
    GROUPS
        .into_iter()
        .chain(operation::GROUPS)
        .chain(inquiry::notices::GROUPS)
        .chain(violation::notices::GROUPS)
        .chain(provision::notices::GROUPS)
        .chain(pledge::notices::GROUPS)
        .chain(duties)
}
