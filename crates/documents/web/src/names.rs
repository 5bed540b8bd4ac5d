//! The names of people on a page, found in one query.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::PersonId;
use yakusho_webkit::{Answer, Visit};

use crate::texts::Text;

/// People by name.
pub(crate) struct Names(HashMap<PersonId, PersonCard>, String);

impl Names {
    /// The names of these people, as they are called today.
    pub(crate) async fn of(
        visit: &Visit,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Answer<Self> {
        let mut people: Vec<_> = people.into_iter().collect();
        people.sort_unstable();
        people.dedup();
        let cards = if people.is_empty() {
            HashMap::new()
        } else {
            directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?
        };
        Ok(Self(cards, Text::Unknown.to(visit.lang).into_owned()))
    }

    /// The name of one of them.
    pub(crate) fn name(&self, person: PersonId) -> &str {
        self.0.get(&person).map_or(&self.1, |card| &card.name)
    }
}
