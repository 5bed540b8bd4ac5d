//! Reference data: what every request reads and few acts change, kept from one request to the next while it is current.
//!
//! The one row of the table `reference_edition` gets another value in the transaction of whatever writes to a table of
//! reference data, by triggers: whether it is this server, another one, a job or an operator by hand. A request reads that
//! value before it uses anything that is kept, most beside whoever it comes from; what was kept under another value is
//! read again. So a change shows on the next request, however many servers there are.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, DbErr};

use crate::{DbError, Reader, Reading as _, typed_id};

/// How many answers to questions of one type are kept; one more, and they are collected anew.
const MOST: usize = 10_000;

typed_id! {
    /// By what one state of the reference data is told from every other: any random value.
    pub struct Edition = "reference.edition";
}

/// A question whose answer is made of nothing but itself and reference data.
pub trait Reference: Clone + Eq + Hash + Send + Sync + 'static {
    /// The answer.
    type Answer: Send + Sync + 'static;

    /// Reads the answer, from tables alone that have the triggers of reference data.
    fn read(&self, on: &Reader<'_>) -> impl Future<Output = Result<Self::Answer, DbError>> + Send;
}

impl Edition {
    /// The query of the present edition: one row, one column. For stores alone, which ask for it beside something else and
    /// let the request [know](crate::Cx::knows) it.
    pub fn query() -> SelectStatement {
        Query::select()
            .column("edition")
            .from("reference_edition")
            .take()
    }

    pub(crate) async fn present(on: Reader<'_>) -> Result<Self, DbError> {
        let row = on.conn().query_one(&Self::query()).await?;
        let row = row.ok_or_else(|| DbErr::Custom("reference data has no edition".to_owned()))?;
        Ok(row.try_get_by_index(0)?)
    }
}

/// What was read under the last edition that was seen.
#[derive(Debug, Default)]
pub(crate) struct Kept(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    edition: Option<Edition>,
    /// The answers to each type of questions: a `HashMap<R, Arc<R::Answer>>`.
    answers: HashMap<TypeId, Box<dyn Any + Send>>,
}

impl Kept {
    /// The answer that was read under that edition.
    pub(crate) fn find<R: Reference>(&self, edition: Edition, asked: &R) -> Option<Arc<R::Answer>> {
        let mut shelf = self.shelf();
        if shelf.edition != Some(edition) {
            return None;
        }
        shelf.of::<R>()?.get(asked).cloned()
    }

    /// Keeps an answer, which was read after that edition was.
    pub(crate) fn keep<R: Reference>(&self, edition: Edition, asked: R, answer: Arc<R::Answer>) {
        let mut shelf = self.shelf();
        if shelf.edition != Some(edition) {
            shelf.answers.clear();
            shelf.edition = Some(edition);
        }
        if let Some(answers) = shelf.of::<R>() {
            if answers.len() >= MOST {
                answers.clear();
            }
            answers.insert(asked, answer);
        }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn of<R: Reference>(&mut self) -> Option<&mut HashMap<R, Arc<R::Answer>>> {
        let none = || Box::<HashMap<R, Arc<R::Answer>>>::default() as Box<dyn Any + Send>;
        let answers = self.answers.entry(TypeId::of::<R>());
        answers.or_insert_with(none).downcast_mut()
    }
}
