//! What the board says.

use serde::Serialize;
use yakusho_accounts::directory::PersonCard;
use yakusho_kernel::{Invalid, PersonId, Reason, Ref, Timestamp};

use crate::event::{Decision, Item};
use yakusho_kernel::entered::line_or_nothing;

/// Where somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At their desk, or near.
    In,
    /// Out, and back later.
    Out,
    /// Working from elsewhere.
    Telework,
    /// Gone home.
    Left,
}

yakusho_kernel::codes! {
    Place {
        In = "in",
        Out = "out",
        Telework = "telework",
        Left = "left",
    }
}

/// What somebody wants the board to say.
#[derive(Clone, Debug)]
pub struct PresenceForm {
    /// Where they are.
    pub place: Place,
    /// When they are back: for those who are out, later today.
    pub back_at: Option<Timestamp>,
    /// What there is to know: at most [`PresenceForm::LONGEST_COMMENT`] characters.
    pub comment: String,
    /// That it is to be said although the comment looks as if there were personal information in it.
    pub all_the_same: bool,
}

impl PresenceForm {
    /// The most characters of a comment.
    pub const LONGEST_COMMENT: usize = 100;

    /// What is kept of it, as it is said at `now`. The fields of faults are `back_at` and `comment`.
    pub(super) fn parse(&self, now: Timestamp, set_by: PersonId) -> Result<Presence, Invalid> {
        let mut invalid = Invalid::default();
        let max = Self::LONGEST_COMMENT;
        let comment = line_or_nothing(&mut invalid, "comment", &self.comment, max);
        match self.back_at {
            Some(_) if self.place != Place::Out => {
                invalid.push("back_at", Reason::Code("not_out"));
            }
            Some(at) if at <= now => invalid.push("back_at", Reason::Past),
            Some(at) if at.date() != now.date() => {
                invalid.push("back_at", Reason::Code("another_day"));
            }
            _ => {}
        }
        invalid.check()?;
        Ok(Presence {
            place: self.place,
            back_at: self.back_at,
            comment,
            set_at: now,
            set_by,
        })
    }
}

/// What the board says of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Presence {
    /// Where they are.
    pub place: Place,
    /// When they are back.
    pub back_at: Option<Timestamp>,
    /// What there is to know; may be empty.
    pub comment: String,
    /// When it was said.
    pub set_at: Timestamp,
    /// By whom.
    pub set_by: PersonId,
}

/// What is kept of what was said: also that it was said in spite of a warning.
#[derive(Debug, Serialize)]
pub(super) struct Said<'p> {
    #[serde(flatten)]
    pub(super) presence: &'p Presence,
    pub(super) decision: Option<Decision>,
}

/// Somebody on the board.
#[derive(Clone, Debug)]
pub struct PresenceRow {
    /// Who.
    pub card: PersonCard,
    /// What was said today; none if nothing was.
    pub presence: Option<Presence>,
    /// What their calendar has now, as far as the reader sees it.
    pub now: Vec<Item>,
    /// What it has next today.
    pub next: Option<Item>,
}

/// As what the history knows somebody's place on the board.
pub(super) fn subject(person: PersonId) -> Ref {
    Ref {
        kind: "presence".into(),
        id: person.into(),
    }
}
