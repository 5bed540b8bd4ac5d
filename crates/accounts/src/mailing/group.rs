//! What notices are about: the groups by which people choose how they are told.

/// What a notice is about, as far as its reader chooses how to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Something is to be confirmed, approved or done by a day.
    Owed,
    /// The bulletin board.
    Board,
    /// Circulations and reports.
    Circulation,
    /// Schedule and bookings.
    Schedule,
    /// Documents.
    Documents,
    /// Procedures on prescribed forms, and the registers behind them.
    Forms,
    /// One's own ID, password and proxies.
    Security,
    /// Orders, accounts of others and what else administration is told.
    Administration,
}

yakusho_kernel::codes! {
    Group {
        Owed = "owed",
        Board = "board",
        Circulation = "circulation",
        Schedule = "schedule",
        Documents = "documents",
        Forms = "forms",
        Security = "security",
        Administration = "administration",
    }
}

impl Group {
    /// The group of a kind of notice; none for a kind of a later version.
    pub fn of(kind: &str) -> Option<Self> {
        let mut groups = Self::ALL.into_iter();
        groups.find(|group| group.kinds().contains(&kind))
    }

    /// The kinds of notices in it: each kind of every domain is in exactly one.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Owed => &[
                "board.submitted",
                "board.reminder",
                "board.daily_check",
                "circulation.received",
                "circulation.reminder",
                "circulation.overdue",
                "circulation.passed",
                "compliance.waiting",
                "designation.report_owed",
                "document.review_due",
                "document.review_overdue",
                "duty.ahead",
                "duty.overdue",
                "duty.escalated",
                "duty.entered",
                "inquiry.owed",
                "violation.owed",
                "pledge.to_give",
                "pledge.before_leaving",
                "protection.review_due",
                "provision.word_wanted",
                "provision.return_due",
                "provision.return_near",
                "provision.return_late",
                "registration.approval_asked",
                "usage.to_note",
                "leaver.asked",
                "leaver.asked_again",
            ],
            Self::Board => &[
                "board.approved",
                "board.sent_back",
                "board.shown",
                "board.ended",
                "board.changed",
                "board.removed",
                "board.reinstated",
                "board.commented",
            ],
            Self::Circulation => &[
                "circulation.changed",
                "circulation.withdrawn",
                "circulation.removed",
                "circulation.commented",
                "circulation.completed",
            ],
            Self::Schedule => &[
                "event.invited",
                "event.changed",
                "event.cancelled",
                "event.answered",
                "event.decided",
                "event.written",
                "event.delegated",
                "booking.asked",
                "booking.approved",
                "booking.refused",
                "booking.promoted",
                "booking.moved",
                "booking.cancelled",
                "booking.blacked_out",
                "booking.overdue",
                "booking.series_skipped",
                "booking.series_ended",
            ],
            Self::Documents => &[
                "document.handed_over",
                "document.without_section",
                "document.came",
                "document.receipt_came",
                "document.lock_broken",
                "document.removed",
                "document.reinstated",
            ],
            Self::Forms => &[
                "compliance.told",
                "compliance.sent_back",
                "compliance.granted",
                "compliance.refused",
                "compliance.withdrawn",
                "compliance.use_ends",
                "designation.operator",
                "designation.reported",
                "designation.moved",
                "terminal.rules",
                "inquiry.asked",
                "inquiry.assigned",
                "inquiry.replied",
                "violation.reported",
                "violation.handled",
                "provision.word_given",
                "provision.accident",
                "provision.returned",
            ],
            Self::Security => &[
                "account.ends_soon",
                "session.new_place",
                "delegation.set_up",
                "suspension.lifted",
                "password.changed",
                "password.ends_soon",
                "password.change_suggested",
                "second_factor.on",
                "second_factor.off",
                "second_factor.app_off",
                "second_factor.recovery_code_used",
                "passkey.added",
                "passkey.removed",
            ],
            Self::Administration => &[
                "order.failed",
                "order.doubtful",
                "leaver.reported",
                "registration.approval_decided",
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notices;

    #[test]
    fn no_kind_is_in_two_groups() {
        let mut kinds: Vec<&str> = Group::ALL
            .iter()
            .flat_map(|group| group.kinds())
            .copied()
            .collect();
        let all = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), all);
        for kind in notices::ALL {
            assert!(Group::of(kind).is_some(), "{kind} is in no group");
        }
    }
}
