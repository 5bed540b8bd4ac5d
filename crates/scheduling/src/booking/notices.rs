//! The kinds of notices about bookings. Each has what it was booked for in `title`, the name in `facility` and
//! `facility_en`, the time in `starts_at` and `ends_at` (milliseconds since the epoch), and a `reason` where there is one.

/// Every kind.
pub const ALL: [&str; 10] = [
    ASKED,
    APPROVED,
    REFUSED,
    PROMOTED,
    MOVED,
    CANCELLED,
    BLACKED_OUT,
    OVERDUE,
    SERIES_SKIPPED,
    SERIES_ENDED,
];

/// A booking waits for your approval.
pub const ASKED: &str = "booking.asked";
/// Your booking was approved.
pub const APPROVED: &str = "booking.approved";
/// Your booking was refused; `reason` says why.
pub const REFUSED: &str = "booking.refused";
/// What you waited for became free, and is booked for you.
pub const PROMOTED: &str = "booking.promoted";
/// Your booking was moved.
pub const MOVED: &str = "booking.moved";
/// Your booking was called off; `reason` says why.
pub const CANCELLED: &str = "booking.cancelled";
/// What you have booked was blacked out; `reason` says why.
pub const BLACKED_OUT: &str = "booking.blacked_out";
/// What you took out was to be brought back by `ends_at`.
pub const OVERDUE: &str = "booking.overdue";
/// Your series goes on, but for the times in `skipped`, which are taken.
pub const SERIES_SKIPPED: &str = "booking.series_skipped";
/// Your series goes on no longer, since you may not book the facility any more.
pub const SERIES_ENDED: &str = "booking.series_ended";
