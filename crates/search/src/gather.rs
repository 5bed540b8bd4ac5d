//! Things of one name, shown as one.

use yakusho_kernel::{Page, Timestamp};

use crate::store::{Place, Row};

/// Several rows as one: that which is shown, and how many others stand behind it.
pub(crate) struct Gathered {
    pub(crate) row: Row,
    pub(crate) others: usize,
}

impl Gathered {
    /// Whether that row is another of the same.
    fn takes(&self, row: &Row) -> bool {
        let own = (&self.row.kind, &self.row.title, self.row.section);
        own == (&row.kind, &row.title, row.section)
    }

    /// Takes another one in. Shown is the one that comes next, and of those that are past the last.
    fn add(&mut self, row: Row, now: Timestamp) {
        self.others += 1;
        let (shown, other) = (self.row.at, row.at);
        let nearer = if shown >= now {
            (now..shown).contains(&other)
        } else {
            other > shown
        };
        if nearer {
            self.row = row;
        }
    }
}

/// Whether rows of which those kinds are gathered do not fill a page.
pub(crate) fn is_crowded(rows: &[(Place, Row)], kinds: &[&str], size: usize) -> bool {
    if kinds.is_empty() || rows.len() <= size {
        return false;
    }
    let same = |one: &Row, other: &Row| {
        kinds.contains(&&*one.kind)
            && (&one.kind, &one.title, one.section) == (&other.kind, &other.title, other.section)
    };
    let again = |(at, (_, row)): (usize, &(Place, Row))| {
        let mut before = rows.iter().take(at);
        before.any(|(_, other)| same(row, other))
    };
    rows.iter().enumerate().any(again)
}

/// A page of `size` out of rows of which no more than `limit` were read, in their order.
pub(crate) fn page(
    rows: Vec<(Place, Row)>,
    (size, limit): (usize, usize),
    kinds: &[&str],
    now: Timestamp,
) -> Page<Gathered> {
    let mut more = rows.len() >= limit;
    let mut items: Vec<Gathered> = Vec::new();
    let mut last = None;
    for (place, row) in rows {
        let gathers = kinds.contains(&&*row.kind);
        let known = items.iter_mut().find(|one| gathers && one.takes(&row));
        if let Some(known) = known {
            known.add(row, now);
        } else if items.len() < size {
            items.push(Gathered { row, others: 0 });
        } else {
            more = true;
            break;
        }
        last = Some(place);
    }
    let next = last.filter(|_| more);
    Page {
        items,
        next: next.map(|place| yakusho_kernel::Cursor::after(&place)),
    }
}
