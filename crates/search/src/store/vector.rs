//! The terms of an entry as PostgreSQL's `tsvector`, which may have no more than a megabyte and positions up to 16,383.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::terms::each_term;

/// The last position that is used. Beyond it they begin anew, so that what follows what is still known.
const LAST: usize = 16_000;

/// The most positions of a term, by PostgreSQL's own limit.
const MOST_PLACES: usize = 255;

/// The most bytes of a vector, as counted here: more than PostgreSQL counts.
const MOST_BYTES: usize = 900_000;

/// The terms of a title, which weigh more, and of a text.
pub(super) fn vector(title: &str, text: &str) -> String {
    let mut vector = Vector::default();
    each_term(title, |term| vector.add(term, "A"));
    // What ends the title and what begins the text do not follow each other.
    vector.next += 1;
    vector.first = vector.next;
    each_term(text, |term| vector.add(term, ""));
    vector.literal()
}

#[derive(Default)]
struct Vector {
    terms: BTreeMap<String, Vec<(usize, &'static str)>>,
    bytes: usize,
    /// Where positions begin anew.
    first: usize,
    next: usize,
}

impl Vector {
    fn add(&mut self, term: &str, weight: &'static str) {
        if self.bytes > MOST_BYTES {
            return;
        }
        self.next += 1;
        if self.next > LAST {
            self.next = self.first + 1;
        }
        let known = self.terms.get_mut(term);
        if let Some(places) = known {
            if places.len() < MOST_PLACES {
                places.push((self.next, weight));
                self.bytes += 2;
            }
            return;
        }
        self.bytes += term.len() + 12;
        self.terms
            .insert(term.to_owned(), vec![(self.next, weight)]);
    }

    /// Terms are letters and digits alone, so that nothing in them is quoted.
    fn literal(&self) -> String {
        let mut literal = String::with_capacity(self.bytes * 2);
        for (term, places) in &self.terms {
            let mut sign = ':';
            // Writing into a text does not fail.
            let _ = write!(literal, "'{term}'");
            for (place, weight) in places {
                let _ = write!(literal, "{sign}{place}{weight}");
                sign = ',';
            }
            literal.push(' ');
        }
        literal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_weighs_more_and_does_not_run_into_the_text() {
        assert_eq!(vector("会議", "議室"), "'会議':1A '室':5 '議':2A '議室':4 ");
    }

    #[test]
    fn a_vector_has_no_more_than_it_may() {
        let different: String = (0..200_000)
            .filter_map(|n| char::from_u32(0x4e00 + n * 7 % 20_000))
            .collect();
        assert!(vector("", &different).len() < 4 * MOST_BYTES);
        let same = vector("", &"会議".repeat(20_000));
        let most = same.split(' ').map(|term| term.matches([':', ',']).count());
        assert_eq!(most.max(), Some(MOST_PLACES));
    }
}
