//! The kinds of notices about bookings. Each has what it was booked for in `title`, the name in `facility` and
//! `facility_en`, the time in `starts_at` and `ends_at` (milliseconds since the epoch), and a `reason` where there is one.

yakusho_kernel::notices! {
    /// A booking waits for your approval.
    ASKED = "booking.asked" in Schedule;
    /// Your booking was approved.
    APPROVED = "booking.approved" in Schedule;
    /// Your booking was refused; `reason` says why.
    REFUSED = "booking.refused" in Schedule;
    /// What you waited for became free, and is booked for you.
    PROMOTED = "booking.promoted" in Schedule;
    /// Your booking was moved.
    MOVED = "booking.moved" in Schedule;
    /// Your booking was called off; `reason` says why.
    CANCELLED = "booking.cancelled" in Schedule;
    /// What you have booked was blacked out; `reason` says why.
    BLACKED_OUT = "booking.blacked_out" in Schedule;
    /// What you took out was to be brought back by `ends_at`.
    OVERDUE = "booking.overdue" in Schedule;
    /// Your series goes on, but for the times in `skipped`, which are taken.
    SERIES_SKIPPED = "booking.series_skipped" in Schedule;
    /// Your series goes on no longer, since you may not book the facility any more.
    SERIES_ENDED = "booking.series_ended" in Schedule;
}
