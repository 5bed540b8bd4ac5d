//! The kinds of notices that this domain gives. Their texts are the web's; each has the title of its subject in `title`.

/// A post waits for your approval.
pub const BOARD_SUBMITTED: &str = "board.submitted";
/// Your post was approved, and is or will be seen by others.
pub const BOARD_APPROVED: &str = "board.approved";
/// Your post was sent back; `reason` says why.
pub const BOARD_SENT_BACK: &str = "board.sent_back";
/// Your post is seen by others from now on.
pub const BOARD_SHOWN: &str = "board.shown";
/// The time of your post is over.
pub const BOARD_ENDED: &str = "board.ended";
/// A post that you have read was changed.
pub const BOARD_CHANGED: &str = "board.changed";
/// Your post was taken down; `reason` says why.
pub const BOARD_REMOVED: &str = "board.removed";
/// Your post was put up again.
pub const BOARD_REINSTATED: &str = "board.reinstated";
/// There is a comment on your post, by `name`.
pub const BOARD_COMMENTED: &str = "board.commented";
/// A post asks you to confirm, by `due` if there is one.
pub const BOARD_REMINDER: &str = "board.reminder";
/// Something on the board has been unread for more than a working day: `count` posts.
pub const DAILY_CHECK: &str = "board.daily_check";

/// A circulation reached you, from `byline`, to be confirmed by `due` if there is a date.
pub const CIRCULATION_RECEIVED: &str = "circulation.received";
/// A circulation waits for your confirmation, by `due`.
pub const CIRCULATION_REMINDER: &str = "circulation.reminder";
/// The due date of a circulation that you have not confirmed has passed: `due`.
pub const CIRCULATION_OVERDUE: &str = "circulation.overdue";
/// A circulation passed to you with a post.
pub const CIRCULATION_PASSED: &str = "circulation.passed";
/// A circulation that reached you was changed.
pub const CIRCULATION_CHANGED: &str = "circulation.changed";
/// A circulation that reached you was withdrawn.
pub const CIRCULATION_WITHDRAWN: &str = "circulation.withdrawn";
/// A circulation of yours, or one that reached you, was taken down; `reason` says why.
pub const CIRCULATION_REMOVED: &str = "circulation.removed";
/// There is a comment on a circulation of yours or one that you watch, by `name`.
pub const CIRCULATION_COMMENTED: &str = "circulation.commented";
/// Everybody has confirmed a circulation of yours or one that you watch.
pub const CIRCULATION_COMPLETED: &str = "circulation.completed";

/// Every kind.
pub const ALL: [&str; 20] = [
    BOARD_SUBMITTED,
    BOARD_APPROVED,
    BOARD_SENT_BACK,
    BOARD_SHOWN,
    BOARD_ENDED,
    BOARD_CHANGED,
    BOARD_REMOVED,
    BOARD_REINSTATED,
    BOARD_COMMENTED,
    BOARD_REMINDER,
    DAILY_CHECK,
    CIRCULATION_RECEIVED,
    CIRCULATION_REMINDER,
    CIRCULATION_OVERDUE,
    CIRCULATION_PASSED,
    CIRCULATION_CHANGED,
    CIRCULATION_WITHDRAWN,
    CIRCULATION_REMOVED,
    CIRCULATION_COMMENTED,
    CIRCULATION_COMPLETED,
];
