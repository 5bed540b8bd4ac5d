//! The users of a section, as its manager sees them.

use std::collections::HashMap;

use yakusho_kernel::{Cursor, Cx, Fault, Page, PersonId, UnitId};

use super::policy;
use crate::account::{Account, store};
use crate::directory::{self, PersonCard};

/// Somebody of a section, and their account.
#[derive(Clone, Debug)]
pub struct SectionUser {
    /// Who.
    pub card: PersonCard,
    /// Their own account, open or not; none if they never had one.
    pub account: Option<Account>,
}

/// Everyone who holds a post in a section or below it, in the order of the kana: for the manager of the section.
pub async fn users(
    cx: &Cx,
    section: UnitId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<SectionUser>, Fault> {
    let _ = policy::may_see_users(cx, section)?;
    let found = directory::search(cx, "", Some(section), after, size).await?;
    let people: Vec<PersonId> = found.items.iter().map(|card| card.id).collect();
    let accounts = store::own_of(&cx.reader(), &people).await?;
    let mut accounts: HashMap<PersonId, Account> = accounts
        .into_iter()
        .map(|account| (account.person, account))
        .collect();
    Ok(found.map(|card| SectionUser {
        account: accounts.remove(&card.id),
        card,
    }))
}
