//! Things of any domain, as far as people ask about them and report them. The apps put together whose they are.

use std::fmt;
use std::sync::Arc;

use yakusho_kernel::{Cx, Fault, Ref, Removable};
use yakusho_search::{Known, Sources};

/// Everything that people ask about and report.
#[derive(Clone)]
pub struct Items {
    sources: Arc<Sources>,
    removable: Arc<[Arc<dyn Removable>]>,
}

impl fmt::Debug for Items {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("sources", &self.sources)
            .finish_non_exhaustive()
    }
}

impl Items {
    /// What can be found, and what of it is taken down by an act of this domain.
    pub fn of(
        sources: &Arc<Sources>,
        removable: impl IntoIterator<Item = Arc<dyn Removable>>,
    ) -> Self {
        Self {
            sources: Arc::clone(sources),
            removable: removable.into_iter().collect(),
        }
    }

    /// The thing, if the one who acts may see it now.
    pub async fn look(&self, cx: &Cx, item: &Ref) -> Result<Option<Known>, Fault> {
        yakusho_search::look(cx, &self.sources, item).await
    }

    /// Whether things of that kind are taken down by an act of this domain.
    pub fn takes_down(&self, kind: &str) -> bool {
        self.removable(kind).is_some()
    }

    pub(crate) fn removable(&self, kind: &str) -> Option<&dyn Removable> {
        let mut all = self.removable.iter();
        all.find(|things| things.kind() == kind)
            .map(|things| &**things)
    }

    pub(crate) async fn find(&self, cx: &Cx, item: &Ref) -> Result<Known, Fault> {
        self.look(cx, item).await?.ok_or(Fault::NotFound)
    }
}
