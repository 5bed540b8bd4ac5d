//! The lists on an order's page, each of which goes on by itself.

use maud::Markup;
use yakusho_accounts::order::OrderId;
use yakusho_kernel::{Cursor, Page, PageError};
use yakusho_webkit::Visit;
use yakusho_webkit::ui::pager;

use super::page_of;

/// The most that is shown of a list at once.
pub(super) const MOST: usize = 300;

/// The lists on the page of one order.
pub(crate) struct Pages<'v> {
    visit: &'v Visit,
    id: OrderId,
}

impl<'v> Pages<'v> {
    pub(super) fn of(visit: &'v Visit, id: OrderId) -> Self {
        Self { visit, id }
    }

    /// What is shown of a list, and the way on. Where it begins stands under the list's name in the query.
    pub(super) fn part<'t, T>(
        &self,
        list: &str,
        all: &'t [T],
        name: impl Fn(&T) -> String,
    ) -> Result<(Vec<&'t T>, Markup), PageError> {
        let after = self.visit.query(list).map(Cursor::from_outside);
        let page = Page::among(all, after.as_ref(), MOST, |item| name(item))?;
        // After an act that was refused the address is that of the act.
        let here = page_of(self.id);
        let next = page
            .next
            .map(|next| format!("{here}?{list}={}", next.as_str()));
        let pager = pager(self.visit.lang, after.map(|_| here), next);
        Ok((page.items, pager))
    }
}
