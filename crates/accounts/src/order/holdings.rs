//! What other parts of the program have that hangs on people, posts and units.

use time::Date;
use yakusho_kernel::{Cx, Fault, PersonId, PostId, UnitId};

use super::model::Moved;

/// Who goes where with an order, in ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// From which day.
    pub day: Date,
    /// Who has another main post.
    pub moved: Vec<Moved>,
    /// Who leaves.
    pub left: Vec<PersonId>,
    /// Who joins.
    pub joined: Vec<PersonId>,
    /// Units that are closed.
    pub closed_units: Vec<UnitId>,
    /// Those of them that are merged, each with the unit into which.
    pub merged_units: Vec<(UnitId, UnitId)>,
    /// Posts that others hold, or nobody.
    pub changed_posts: Vec<PostId>,
    /// Who comes to which of these posts; those who hold it before and after are not among them.
    pub came: Vec<(PostId, PersonId)>,
}

/// Whose something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeldBy {
    /// A person's.
    Person(PersonId),
    /// A post's.
    Post(PostId),
    /// A unit's.
    Unit(UnitId),
}

/// Things of one kind that change hands with an order, or are left without a holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// What they are, by code, e.g. `"circulation.pending"`; the text is found by it.
    pub what: &'static str,
    /// Whose they are.
    pub by: HeldBy,
    /// How many.
    pub count: u64,
    /// Whether nobody has them afterwards.
    pub left_without_holder: bool,
}

/// A part of the program that has such things.
#[async_trait::async_trait]
pub trait Holdings: Send + Sync {
    /// What of it changes hands, or is left without a holder, when people go where the order sends them.
    async fn affected(&self, cx: &Cx, turnover: &Turnover) -> Result<Vec<Held>, Fault>;
}
