//! Keys: by what people have rights, so that a query can ask for them.

use std::str::FromStr;

use uuid::Uuid;
use yakusho_regulation::Role;

use crate::{PersonId, PostId, Standing, UnitId};

/// What a right is given to, and by what a person has it today. Rights that are rows with a key each are asked for in
/// the query itself: a row counts for whoever has its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Everyone who is signed in has it.
    Everyone,
    /// Whoever holds a post in the unit or below it has it.
    Unit(UnitId),
    /// Whoever holds the post has it.
    Post(PostId),
    /// That person has it.
    Person(PersonId),
    /// Whoever leads the unit has it: its head, and who manages its information (nogata:6-1).
    Head(UnitId),
}

impl Key {
    /// Every key that the person has today.
    pub fn all_of(standing: &Standing) -> Vec<Self> {
        let units = standing.units().into_iter().map(Self::Unit);
        let posts = standing.seats.iter().map(|seat| Self::Post(seat.post));
        let headed = standing.headed().into_iter().map(Self::Head);
        let mut keys: Vec<_> = [Self::Everyone, Self::Person(standing.person)]
            .into_iter()
            .chain(units)
            .chain(posts)
            .chain(headed)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

impl Standing {
    /// Whether the person is the head of the unit, or manages its information in the head's place (nogata:6-1).
    pub fn leads(&self, unit: UnitId) -> bool {
        self.leading(unit).holds()
    }

    /// The units that the person is the head of, or whose information they manage.
    pub fn headed(&self) -> Vec<UnitId> {
        let heads = self.seats.iter().filter(|seat| seat.head);
        let manages = self.roles.iter();
        let manages = manages.filter(|held| held.role == Role::InformationManager);
        heads
            .map(|seat| seat.unit)
            .chain(manages.filter_map(|held| held.unit))
            .collect()
    }
}

/// As a column holds it: the kind alone, or with an id after a colon.
impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Everyone => f.write_str("everyone"),
            Self::Unit(id) => write!(f, "unit:{id}"),
            Self::Post(id) => write!(f, "post:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Head(id) => write!(f, "head:{id}"),
        }
    }
}

/// That a text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key")]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        if text == "everyone" {
            return Ok(Self::Everyone);
        }
        let (kind, id) = text.split_once(':').ok_or(NoKey)?;
        let id = Uuid::from_str(id).map_err(|_| NoKey)?;
        match kind {
            "unit" => Ok(Self::Unit(id.into())),
            "post" => Ok(Self::Post(id.into())),
            "person" => Ok(Self::Person(id.into())),
            "head" => Ok(Self::Head(id.into())),
            _ => Err(NoKey),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_as_it_was_written() {
        let id = Uuid::from_u128(7);
        for key in [
            Key::Everyone,
            Key::Unit(id.into()),
            Key::Post(id.into()),
            Key::Person(id.into()),
            Key::Head(id.into()),
        ] {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        for nonsense in [
            "",
            "unit",
            "unit:",
            "unit:x",
            "role:00000000-0000-0000-0000-000000000007",
        ] {
            assert_eq!(nonsense.parse::<Key>(), Err(NoKey), "{nonsense}");
        }
    }
}
