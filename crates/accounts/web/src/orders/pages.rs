//! The lists of what an order makes different and of what stands against it, each of which goes on by itself.

use maud::{Markup, html};
use yakusho_accounts::order::OrderId;
use yakusho_kernel::{Cursor, Page, PageError};
use yakusho_webkit::Visit;
use yakusho_webkit::ui::pager;

use super::page_of;
use super::texts::Text;

/// The most that is shown of a list at once.
const MOST: usize = 300;

/// The lists on one page.
pub(crate) struct Pages<'v> {
    visit: &'v Visit,
    beyond: Beyond,
}

/// Where what is not shown at once is to be found.
#[derive(Clone, Copy)]
enum Beyond {
    /// On the next page of this order.
    Next(OrderId),
    /// Nothing is kept that had a next page: in the file that the form gives.
    File,
    /// Nowhere: the page says how many there are.
    Said,
}

impl<'v> Pages<'v> {
    /// On the page of an order.
    pub(super) fn of(visit: &'v Visit, id: OrderId) -> Self {
        let beyond = Beyond::Next(id);
        Self { visit, beyond }
    }

    /// Above the form of an order that is tried and not kept.
    pub(super) fn of_trial(visit: &'v Visit) -> Self {
        let beyond = Beyond::File;
        Self { visit, beyond }
    }

    /// Above the form of a single edit, which seldom touches many.
    pub(crate) fn of_edit(visit: &'v Visit) -> Self {
        let beyond = Beyond::Said;
        Self { visit, beyond }
    }

    /// What is shown of a list, and the way on. Where it begins stands under the list's name in the query, as `name` has
    /// it of the item and its place.
    pub(super) fn part<'t, T>(
        &self,
        list: &str,
        all: &'t [T],
        name: impl Fn(usize, &T) -> String,
    ) -> Result<(Vec<&'t T>, Markup), PageError> {
        let Beyond::Next(id) = self.beyond else {
            return Ok((all.iter().take(MOST).collect(), self.more(all.len())));
        };
        let after = self.visit.query(list).map(Cursor::from_outside);
        let items = all.iter().enumerate();
        let page = Page::among(items, after.as_ref(), MOST, |(at, item)| name(*at, item))?;
        // After an act that was refused the address is that of the act.
        let here = page_of(id);
        let next = page
            .next
            .map(|next| format!("{here}?{list}={}#{list}", next.as_str()));
        let first = after.map(|_| format!("{here}#{list}"));
        let is_part = first.is_some() || next.is_some();
        let from = page.items.first().map_or(0, |(at, _)| at + 1);
        let (n, of) = (page.items.len(), all.len());
        let items = page.items.into_iter().map(|(_, item)| item);
        let lang = self.visit.lang;
        let way = html! {
            @if is_part { p.meta { (Text::PartOf { of, from, to: (from + n).saturating_sub(1) }.to(lang)) } }
            (pager(lang, first, next))
        };
        Ok((items.collect(), way))
    }

    /// How much more there is than is shown.
    fn more(&self, of: usize) -> Markup {
        let lang = self.visit.lang;
        html! {
            @if of > MOST {
                p.meta {
                    (Text::FirstOf { n: MOST, of }.to(lang))
                    @if matches!(self.beyond, Beyond::File) { " " (Text::InTheFile.to(lang)) }
                }
            }
        }
    }
}
