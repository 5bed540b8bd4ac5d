//! The names of people on a page, found in one query.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::PersonId;
use yakusho_messaging::Authorship;
use yakusho_webkit::{Answer, Lang, Visit};

use crate::terms;

yakusho_webkit::texts! {
    enum Text {
        Unknown: "(不明な職員)" / "(unknown)";
        ByProxy { author: String, hand: String, kind: String }: "{author}({kind}:{hand})" / "{author} (by {hand}, {kind})";
    }
}

/// People by name.
pub(crate) struct Names {
    cards: HashMap<PersonId, PersonCard>,
    lang: Lang,
}

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
        let lang = visit.lang;
        Ok(Self { cards, lang })
    }

    /// The name of one of them.
    pub(crate) fn name(&self, person: PersonId) -> String {
        match self.cards.get(&person) {
            Some(card) => card.name.clone(),
            None => Text::Unknown.to(self.lang).into_owned(),
        }
    }

    /// Whose words something is; where another wrote them down, also who, and as what.
    pub(crate) fn author(&self, by: Authorship) -> String {
        let author = self.name(by.author);
        match by.proxy {
            None => author,
            Some(kind) => Text::ByProxy {
                author,
                hand: self.name(by.hand),
                kind: terms::proxy(self.lang, kind).into_owned(),
            }
            .to(self.lang)
            .into_owned(),
        }
    }
}

/// Those who had a part in somebody's words.
pub(crate) fn people_in(by: Authorship) -> [PersonId; 2] {
    [by.author, by.hand]
}
