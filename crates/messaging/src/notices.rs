//! The kinds of notices that this domain gives. Their texts are the web's; each has the title of its subject in `title`.

yakusho_kernel::notices! {
    /// A post waits for your approval.
    BOARD_SUBMITTED = "board.submitted" in Owed;
    /// Your post was approved, and is or will be seen by others.
    BOARD_APPROVED = "board.approved" in Board;
    /// Your post was sent back; `reason` says why.
    BOARD_SENT_BACK = "board.sent_back" in Board;
    /// Your post is seen by others from now on.
    BOARD_SHOWN = "board.shown" in Board;
    /// The time of your post is over.
    BOARD_ENDED = "board.ended" in Board;
    /// A post that you have read was changed.
    BOARD_CHANGED = "board.changed" in Board;
    /// Your post was taken down; `reason` says why.
    BOARD_REMOVED = "board.removed" in Board;
    /// Your post was put up again.
    BOARD_REINSTATED = "board.reinstated" in Board;
    /// There is a comment on your post, by `name`.
    BOARD_COMMENTED = "board.commented" in Board;
    /// Your comment on a post was taken down; `reason` says why.
    BOARD_COMMENT_REMOVED = "board.comment_removed" in Board;
    /// Your comment on a post was put up again.
    BOARD_COMMENT_REINSTATED = "board.comment_reinstated" in Board;
    /// A post asks you to confirm, by `due` if there is one.
    BOARD_REMINDER = "board.reminder" in Owed;
    /// Something on the board has been unread for more than a working day: `count` posts.
    DAILY_CHECK = "board.daily_check" in Owed;
    /// A circulation reached you, from `byline`, to be confirmed by `due` if there is a date.
    CIRCULATION_RECEIVED = "circulation.received" in Owed;
    /// A circulation waits for your confirmation, by `due`.
    CIRCULATION_REMINDER = "circulation.reminder" in Owed;
    /// The due date of a circulation that you have not confirmed has passed: `due`.
    CIRCULATION_OVERDUE = "circulation.overdue" in Owed;
    /// A circulation passed to you with a post.
    CIRCULATION_PASSED = "circulation.passed" in Owed;
    /// A circulation that reached you was changed.
    CIRCULATION_CHANGED = "circulation.changed" in Circulation;
    /// A circulation that reached you was withdrawn.
    CIRCULATION_WITHDRAWN = "circulation.withdrawn" in Circulation;
    /// A circulation of yours, or one that reached you, was taken down; `reason` says why.
    CIRCULATION_REMOVED = "circulation.removed" in Circulation;
    /// There is a comment on a circulation of yours or one that you watch, by `name`.
    CIRCULATION_COMMENTED = "circulation.commented" in Circulation;
    /// Your comment on a circulation was taken down; `reason` says why.
    CIRCULATION_COMMENT_REMOVED = "circulation.comment_removed" in Circulation;
    /// Your comment on a circulation was put up again.
    CIRCULATION_COMMENT_REINSTATED = "circulation.comment_reinstated" in Circulation;
    /// Everybody has confirmed a circulation of yours or one that you watch.
    CIRCULATION_COMPLETED = "circulation.completed" in Circulation;
}
