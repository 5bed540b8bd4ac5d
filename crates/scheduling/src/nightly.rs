//! What the night does with what comes back.

/// What became of series that were carried on: each in an act of its own, so that one that fails holds up no other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CarriedOn {
    /// What was made: of series of bookings the bookings, of events the events that have facilities to book.
    pub made: usize,
    /// The series that failed, which the next night tries again.
    pub failed: usize,
}
