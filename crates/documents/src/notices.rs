//! The kinds of notices about documents.

yakusho_kernel::notices! {
    /// To the heads of a section: a cabinet is theirs now. Parameters: `name`, `from`.
    HANDED_OVER = "document.handed_over" in Documents;
    /// To the administrators: the section of a cabinet is no more, and none took it over. Parameters: `name`, `from`.
    WITHOUT_SECTION = "document.without_section" in Documents;
    /// To the heads of a section: a document came to it. Parameters: `title`, `from`.
    DOCUMENT_CAME = "document.came" in Documents;
    /// To the heads of a section: something received was passed on to it. Parameters: `title`, `number`.
    RECEIPT_CAME = "document.receipt_came" in Documents;
    /// To whoever held it: a lock was broken. Parameters: `title`, `by`, `reason`.
    LOCK_BROKEN = "document.lock_broken" in Documents;
    /// To the author: a document was taken down. Parameters: `title`, `reason`.
    REMOVED = "document.removed" in Documents;
    /// To the author: a document was put up again. Parameters: `title`.
    REINSTATED = "document.reinstated" in Documents;
    /// To whoever registered it: a document is to be looked through. Parameters: `title`, `on`.
    REVIEW_DUE = "document.review_due" in Owed;
    /// To the heads of a section: a document was to be looked through, and was not. Parameters: `title`, `on`.
    REVIEW_OVERDUE = "document.review_overdue" in Owed;
}
