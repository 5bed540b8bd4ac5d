//! Who did something, as they were called then.

use serde::{Deserialize, Serialize};
use yakusho_accounts::directory;
use yakusho_kernel::{DbError, Tx};

use crate::Authorship;

/// Who did something, as they were called then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doer {
    /// Whose act it is, and who entered it.
    pub by: Authorship,
    /// The title and name of the one whose act it is.
    pub name: String,
    /// Those of who did it in their place.
    pub hand_name: Option<String>,
}

impl Doer {
    /// Somebody who acts now.
    pub(crate) async fn of(tx: &Tx, by: Authorship) -> Result<Self, DbError> {
        let day = tx.cx().today();
        let cards = directory::people(tx, day, &[by.author, by.hand]).await?;
        let called = |person| match cards.get(&person) {
            Some(card) => format!("{} {}", card.post_title, card.name)
                .trim()
                .to_owned(),
            None => String::new(),
        };
        Ok(Self {
            by,
            name: called(by.author),
            hand_name: (by.author != by.hand).then(|| called(by.hand)),
        })
    }
}
