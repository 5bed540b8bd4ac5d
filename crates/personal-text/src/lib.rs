//! Finds what looks like personal information in Japanese text, for a warning before it is registered where it does not
//! belong. It may be wrong in both ways, so whoever writes decides.
//!
//! What is sought: individual numbers (個人番号) with their check digit, telephone numbers, dates of birth beside a name or
//! a label, and addresses down to the house. What work writes every day is left alone: dates of meetings, numbers of rooms
//! and extensions, articles of law, amounts.

mod address;
mod birth;
mod number;
#[cfg(test)]
mod tests;
mod text;

use std::ops::Range;

use text::Text;

/// A kind of personal information.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An individual number: 12 digits of which the last one is right (行政手続における特定の個人を識別するための番号の
    /// 利用等に関する法律).
    IndividualNumber,
    /// A telephone number; free ones of offices are none.
    PhoneNumber,
    /// A date of birth.
    BirthDate,
    /// An address down to the house, or a postal code.
    Address,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::IndividualNumber,
        Self::PhoneNumber,
        Self::BirthDate,
        Self::Address,
    ];

    /// A code for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::IndividualNumber => "individual_number",
            Self::PhoneNumber => "phone_number",
            Self::BirthDate => "birth_date",
            Self::Address => "address",
        }
    }
}

/// Something that looks like personal information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Of which kind it looks.
    pub kind: Kind,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
}

/// What looks like personal information in a text, by its place. Nothing in it stands within something else.
pub fn find(text: &str) -> Vec<Found> {
    let text = Text::of(text);
    let mut found = Vec::new();
    number::find(&text, &mut found);
    birth::find(&text, &mut found);
    address::find(&text, &mut found);
    found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
    let mut end = 0;
    found.retain(|one| {
        let apart = one.span.start >= end;
        if apart {
            end = one.span.end;
        }
        apart
    });
    found
}

/// The kinds of what looks like personal information in texts, each once.
pub fn kinds<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Kind> {
    let found = texts.into_iter().flat_map(find);
    let mut kinds: Vec<Kind> = found.map(|one| one.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
