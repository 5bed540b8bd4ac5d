//! The kinds of notices about provisions. Each has `data` and `recipient`, as they are called; some have `due`.

/// An agreement waits for your word on its eighth condition.
pub const WORD_WANTED: &str = "provision.word_wanted";
/// An agreement of your section can be concluded: the general manager has given the word.
pub const WORD_GIVEN: &str = "provision.word_given";
/// An agreement has ended, and what was released is to be returned or disposed of by `due`.
pub const RETURN_DUE: &str = "provision.return_due";
/// What was released is to be returned or disposed of by `due`, which is near.
pub const RETURN_NEAR: &str = "provision.return_near";
/// What was released was to be returned or disposed of by `due`.
pub const RETURN_LATE: &str = "provision.return_late";
/// An accident with provided data was reported.
pub const ACCIDENT: &str = "provision.accident";
/// What was released has been returned or disposed of, with evidence.
pub const RETURNED: &str = "provision.returned";

/// Every kind.
pub const ALL: [&str; 7] = [
    WORD_WANTED,
    WORD_GIVEN,
    RETURN_DUE,
    RETURN_NEAR,
    RETURN_LATE,
    ACCIDENT,
    RETURNED,
];
