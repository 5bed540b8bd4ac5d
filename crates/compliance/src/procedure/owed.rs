//! Open steps that have a day, as duties of their parties.

use async_trait::async_trait;
use yakusho_accounts::function::{self, Function};
use yakusho_kernel::{Asked, Cx, Fault, Owed, Owing, Subject as _, Tally};

use super::service::told;
use super::store::{self, DueStep};
use crate::notices;

/// The steps that wait and are to be done by a day.
#[derive(Clone, Copy, Debug)]
pub struct StepsOwed;

#[async_trait]
impl Owing for StepsOwed {
    async fn owed(&self, cx: &Cx, asked: &Asked<'_>) -> Result<Vec<Owed>, Fault> {
        if !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        let found = store::steps(&cx.reader(), asked).await?;
        let owed = found.into_iter().map(|step| {
            let DueStep {
                task,
                case,
                holder,
                due,
                procedure,
                number,
                subject,
            } = step;
            Owed {
                place: (due.to_julian_day().into(), task.into()),
                kind: notices::WAITING,
                params: told(&procedure, number, &subject, Some(due), None),
                about: case.reference(),
                rule: Some(procedure.kind.rule()),
                by: holder.into(),
                due,
            }
        });
        Ok(owed.collect())
    }

    async fn tally(&self, cx: &Cx) -> Result<Vec<Tally>, Fault> {
        if !function::is_on(cx, Function::Compliance).await? {
            return Ok(Vec::new());
        }
        Ok(store::tally(&cx.reader(), cx.today()).await?)
    }
}
