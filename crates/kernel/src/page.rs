//! Lists are paged by cursor: the place where the next page begins, opaque to whoever carries it.

use data_encoding::BASE64URL_NOPAD;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A page of a list, and where the next one begins.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The items, at most as many as were asked for.
    pub items: Vec<T>,
    /// Where the next page begins; none on the last page.
    pub next: Option<Cursor>,
}

impl<T> Default for Page<T> {
    /// The page of a list of nothing.
    fn default() -> Self {
        let (items, next) = (Vec::new(), None);
        Self { items, next }
    }
}

impl<T> Page<T> {
    /// A page out of one item more than fits on it: the surplus shows that there is a next page, which
    /// begins after the last item kept. `key` gives the sort key of an item.
    pub fn of<K: Serialize>(mut items: Vec<T>, size: usize, key: impl Fn(&T) -> K) -> Self {
        let more = items.len() > size;
        items.truncate(size);
        let next = if more {
            items.last().map(|last| Cursor::after(&key(last)))
        } else {
            None
        };
        Self { items, next }
    }

    /// A page of a list that is at hand as a whole, in whatever order it has. `name` tells its items apart: the page begins
    /// after the item that the cursor names or, where that is gone, where it stood.
    ///
    /// # Errors
    /// Where the cursor was not made here.
    pub fn among<N>(
        all: impl IntoIterator<Item = T>,
        after: Option<&Cursor>,
        size: usize,
        name: impl Fn(&T) -> N,
    ) -> Result<Self, PageError>
    where
        N: Serialize + DeserializeOwned + PartialEq,
    {
        let mut items: Vec<T> = all.into_iter().collect();
        let begin = match after {
            Some(cursor) => {
                let (place, last): (usize, N) = cursor.key()?;
                let found = items.iter().position(|item| name(item) == last);
                found.map_or(place, |found| found + 1).min(items.len())
            }
            None => 0,
        };
        items.drain(..begin);
        let more = items.len() > size;
        items.truncate(size);
        let last = items.last().filter(|_| more);
        let next = last.map(|last| Cursor::after(&(begin + items.len() - 1, name(last))));
        Ok(Self { items, next })
    }

    /// The same page with every item turned into something else.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(f).collect(),
            next: self.next,
        }
    }
}

/// The character NUL, as JSON has it.
const NUL: &[u8] = br"\u0000";

/// A place in a list: the sort key of the last item seen, encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor(String);

/// That a cursor was not made by this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor")]
pub struct PageError;

impl Cursor {
    /// The place after the item with that key.
    pub fn after<K: Serialize>(key: &K) -> Self {
        // A key of plain values always has a JSON form.
        Self(BASE64URL_NOPAD.encode(&serde_json::to_vec(key).unwrap_or_default()))
    }

    /// Takes what came back from outside; it is checked when the key is read.
    pub fn from_outside(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The key that it was made of.
    pub fn key<K: DeserializeOwned>(&self) -> Result<K, PageError> {
        let bytes = BASE64URL_NOPAD
            .decode(self.0.as_bytes())
            .map_err(|_| PageError)?;
        // No text that is kept has a NUL, and PostgreSQL refuses to compare with one.
        if bytes.windows(NUL.len()).any(|part| part == NUL) {
            return Err(PageError);
        }
        serde_json::from_slice(&bytes).map_err(|_| PageError)
    }

    /// The text to carry.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<PageError> for crate::Fault {
    fn from(_: PageError) -> Self {
        crate::Invalid::field("after", crate::Reason::Malformed).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surplus_item_shows_that_there_is_more() {
        let page = Page::of(vec![1, 2, 3], 2, |n| *n);
        assert_eq!(page.items, [1, 2]);
        assert_eq!(page.next.unwrap().key::<i32>(), Ok(2));
        assert!(Page::of(vec![1, 2], 2, |n| *n).next.is_none());
    }

    #[test]
    fn a_list_at_hand_is_paged_by_what_its_items_are_called() {
        let page = |all: &[&str], after: Option<&Cursor>| {
            let all = all.iter().map(|name| (*name).to_owned());
            Page::among(all, after, 2, String::clone).unwrap()
        };
        let first = page(&["c", "a", "d", "b"], None);
        assert_eq!(first.items, ["c", "a"]);
        let next = first.next.as_ref();
        let second = page(&["c", "a", "d", "b"], next);
        assert_eq!(second.items, ["d", "b"]);
        assert_eq!(second.next, None);
        // What came in before it moves the place; what it stands for may be gone, and much beside it.
        assert_eq!(page(&["e", "c", "a", "d", "b"], next).items, ["d", "b"]);
        assert_eq!(page(&["c", "d", "b"], next).items, ["d", "b"]);
        assert!(page(&[], next).items.is_empty());
        let foreign = Cursor::after(&"a");
        let none = Page::among(["a".to_owned()], Some(&foreign), 2, String::clone);
        assert_eq!(none.err(), Some(PageError));
    }

    #[test]
    fn what_no_page_gave_out_is_no_cursor() {
        for nonsense in ["", "%", "abc", "44GC"] {
            assert_eq!(
                Cursor::from_outside(nonsense).key::<(i64, uuid::Uuid)>(),
                Err(PageError)
            );
        }
        let nul = Cursor::after(&"\0");
        assert_eq!(nul.key::<String>(), Err(PageError));
    }
}
