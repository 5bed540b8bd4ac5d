//! What several parts of a request ask alike, asked once until something is written.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

/// The answers so far, by their type.
#[derive(Debug, Default)]
pub(crate) struct Answers(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Answers {
    /// The answer of that type; `ask` runs if there is none yet. One that fails leaves none.
    pub(crate) async fn asked_once<T, E>(
        &self,
        ask: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E>
    where
        T: Clone + Send + Sync + 'static,
    {
        match self.cell::<T>() {
            Ok(cell) => cell.get_or_try_init(|| ask).await.cloned(),
            Err(_) => ask.await,
        }
    }

    /// Has it known without being asked for.
    pub(crate) fn know<T: Clone + Send + Sync + 'static>(&self, answer: T) {
        let mut cells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = OnceCell::new_with(Some(answer));
        cells.insert(TypeId::of::<T>(), Arc::new(cell));
    }

    /// Has everything asked again.
    pub(crate) fn forget(&self) {
        let mut cells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cells.clear();
    }

    fn cell<T: Send + Sync + 'static>(
        &self,
    ) -> Result<Arc<OnceCell<T>>, Arc<dyn Any + Send + Sync>> {
        let mut cells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Arc::new(OnceCell::<T>::new()));
        Arc::clone(cell).downcast()
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[tokio::test]
    async fn an_answer_is_asked_for_once_and_a_failure_again() {
        let answers = Answers::default();
        let failed: Result<u8, &str> = answers.asked_once(async { Err("busy") }).await;
        assert_eq!(failed, Err("busy"));
        for asked in [7_u8, 8] {
            assert_eq!(
                answers
                    .asked_once(async { Ok::<_, Infallible>(asked) })
                    .await,
                Ok(7)
            );
        }
        assert_eq!(
            answers.asked_once(async { Ok::<_, Infallible>("b") }).await,
            Ok("b")
        );
        answers.forget();
        assert_eq!(
            answers
                .asked_once(async { Ok::<_, Infallible>(8_u8) })
                .await,
            Ok(8)
        );
        answers.know(9_u8);
        assert_eq!(answers.asked_once(async { Err::<u8, _>(()) }).await, Ok(9));
    }
}
