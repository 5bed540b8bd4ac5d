//! The kinds of notices about documents.

/// To the heads of a section: a cabinet is theirs now. Parameters: `name`, `from`.
pub const HANDED_OVER: &str = "document.handed_over";

/// To the administrators: the section of a cabinet is no more, and none took it over. Parameters: `name`, `from`.
pub const WITHOUT_SECTION: &str = "document.without_section";

/// To the heads of a section: a document came to it. Parameters: `title`, `from`.
pub const DOCUMENT_CAME: &str = "document.came";

/// To the heads of a section: something received was passed on to it. Parameters: `title`, `number`.
pub const RECEIPT_CAME: &str = "document.receipt_came";

/// To whoever held it: a lock was broken. Parameters: `title`, `by`, `reason`.
pub const LOCK_BROKEN: &str = "document.lock_broken";

/// To the author: a document was taken down. Parameters: `title`, `reason`.
pub const REMOVED: &str = "document.removed";

/// To the author: a document was put up again. Parameters: `title`.
pub const REINSTATED: &str = "document.reinstated";

/// To whoever registered it: a document is to be looked through. Parameters: `title`, `on`.
pub const REVIEW_DUE: &str = "document.review_due";

/// To the heads of a section: a document was to be looked through, and was not. Parameters: `title`, `on`.
pub const REVIEW_OVERDUE: &str = "document.review_overdue";

/// Every kind.
pub const ALL: [&str; 9] = [
    HANDED_OVER,
    WITHOUT_SECTION,
    DOCUMENT_CAME,
    RECEIPT_CAME,
    LOCK_BROKEN,
    REMOVED,
    REINSTATED,
    REVIEW_DUE,
    REVIEW_OVERDUE,
];
