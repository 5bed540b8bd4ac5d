//! What becomes of a circulation: pure, with time and ids handed in.

use std::collections::BTreeSet;

use yakusho_kernel::{Conflict, Cx, Fault, Invalid, Reason, Timestamp};
use yakusho_regulation::{Verdict, rule};

use super::model::{Circulation, CirculationId, CirculationState, Content, Kind, Sequence};
use crate::text::Remark;
use crate::versions::{Change, REWORDED};
use crate::{Authorship, Removal};

impl Circulation {
    /// A new draft.
    pub(super) fn new(
        id: CirculationId,
        by: Authorship,
        byline: String,
        content: Content,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            by,
            byline,
            content,
            state: CirculationState::Draft,
            sent_at: None,
            ended_at: None,
            steps: 1,
            step: 0,
            step_at: None,
            total: 0,
            confirmed: 0,
            version: 1,
            first_version: None,
            material_version: 1,
            created_at: now,
            changed_at: now,
            revision: 1,
            removal: None,
        }
    }

    /// Takes other content, as that version. Once it was sent, it goes to the same people in the same way.
    pub(super) fn rewrite(
        &mut self,
        content: Content,
        version: i32,
        change: Change,
        now: Timestamp,
    ) -> Result<(), Fault> {
        match self.state {
            CirculationState::Draft => {}
            CirculationState::Open if content.goes_as(&self.content) => {}
            CirculationState::Open => {
                return Err(Invalid::field("audience", Reason::Code("sent")).into());
            }
            ended => return Err(Conflict { code: ended.code() }.into()),
        }
        self.content = content;
        self.version = version;
        if change == Change::Material {
            self.material_version = version;
            // Whoever has confirmed owes it again.
            self.confirmed = 0;
        }
        self.changed_at = now;
        Ok(())
    }

    /// That it says the same in substance as it did in that version.
    pub(super) fn stands_since(&self, version: i32) -> Result<(), Conflict> {
        REWORDED.unless((self.material_version..=self.version).contains(&version))
    }

    /// Sends it to so many people in so many steps.
    pub(super) fn send(&mut self, total: usize, steps: i32, now: Timestamp) -> Result<(), Fault> {
        self.expect(CirculationState::Draft)?;
        self.state = CirculationState::Open;
        self.sent_at = Some(now);
        self.step_at = Some(now);
        self.steps = steps;
        self.total = i32::try_from(total).unwrap_or(i32::MAX);
        self.first_version = Some(self.version);
        self.material_version = self.version;
        self.changed_at = now;
        Ok(())
    }

    /// Ends it before all have confirmed.
    pub(super) fn close(&mut self, now: Timestamp) -> Result<(), Fault> {
        self.expect(CirculationState::Open)?;
        self.state = CirculationState::Closed;
        self.ended_at = Some(now);
        self.changed_at = now;
        Ok(())
    }

    /// Takes it back: a marker stands in its place.
    pub(super) fn withdraw(&mut self, now: Timestamp) -> Result<(), Fault> {
        self.expect_words()?;
        self.state = CirculationState::Withdrawn;
        self.ended_at = Some(now);
        self.changed_at = now;
        Ok(())
    }

    /// Takes it down: a marker stands in its place.
    pub(super) fn remove(&mut self, removal: Removal) -> Result<(), Fault> {
        self.expect_words()?;
        self.state = CirculationState::Removed;
        self.ended_at = Some(removal.at);
        self.changed_at = removal.at;
        self.removal = Some(removal);
        Ok(())
    }

    /// That it is in that state.
    pub(super) fn expect(&self, state: CirculationState) -> Result<(), Fault> {
        if self.state == state {
            Ok(())
        } else {
            Err(Conflict {
                code: self.state.code(),
            }
            .into())
        }
    }

    fn expect_words(&self) -> Result<(), Fault> {
        match self.state {
            CirculationState::Withdrawn | CirculationState::Removed => Err(Conflict {
                code: self.state.code(),
            }
            .into()),
            _ => Ok(()),
        }
    }
}

/// Whether what is to be sent may be: it says which kind of information it is (nogata:8), goes to somebody, and is due
/// in time to come.
pub(super) fn ready(cx: &Cx, content: &Content) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let kind = content.registration;
    if let Verdict::Broken(basis) =
        rule!(KindOfRegistration).judge(cx.city(), cx.today(), kind.is_some())
    {
        invalid.push_by("registration", Reason::Required, basis);
    }
    if content.audience.is_empty() {
        invalid.push("audience", Reason::Required);
    }
    if content.due.is_some_and(|due| due < cx.today()) {
        invalid.push("due", Reason::Past);
    }
    invalid.check()
}

/// The step at which each of these ranks gets it, and how many steps that makes; 1 is the highest rank.
pub(super) fn steps(sequence: Sequence, ranks: &[i16]) -> (Vec<i32>, i32) {
    if sequence == Sequence::AtOnce {
        return (vec![0; ranks.len()], 1);
    }
    let distinct: BTreeSet<i16> = ranks.iter().copied().collect();
    let mut order: Vec<i16> = distinct.into_iter().collect();
    if sequence == Sequence::Upwards {
        order.reverse();
    }
    let place = |rank: &i16| order.iter().position(|known| known == rank).unwrap_or(0);
    let steps = ranks
        .iter()
        .map(|rank| i32::try_from(place(rank)).unwrap_or(0))
        .collect();
    (steps, i32::try_from(order.len().max(1)).unwrap_or(1))
}

/// The words that go with a confirmation: a report asks for them.
pub(super) fn reply(kind: Kind, entered: &str) -> Result<Option<Remark>, Invalid> {
    if kind == Kind::Circulation && entered.trim().is_empty() {
        return Ok(None);
    }
    let reply = Remark::parse(entered).map_err(|reason| Invalid::field("reply", reason))?;
    Ok(Some(reply))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_go_from_the_lowest_or_from_the_highest() {
        let ranks = [5, 9, 9, 1];
        assert_eq!(steps(Sequence::AtOnce, &ranks), (vec![0, 0, 0, 0], 1));
        assert_eq!(steps(Sequence::Upwards, &ranks), (vec![1, 0, 0, 2], 3));
        assert_eq!(steps(Sequence::Downwards, &ranks), (vec![1, 2, 2, 0], 3));
        assert_eq!(steps(Sequence::Upwards, &[]), (vec![], 1));
    }

    #[test]
    fn a_report_asks_for_words_and_a_circulation_does_not() {
        assert!(reply(Kind::Circulation, " ").unwrap().is_none());
        assert!(reply(Kind::Report, " ").is_err());
        assert!(reply(Kind::Report, "異状ありません").unwrap().is_some());
    }
}
