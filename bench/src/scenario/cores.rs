//! What more processors bring.

use tokio::runtime::Runtime;

use crate::Failure;
use crate::hall::Yard;
use crate::report::Line;

use super::beside::{Compared, Ours, ask, asked_by, serve};
use super::{Pace, off_the_first};

/// How many times as much four processors answer as one does.
const TARGET: f64 = 2.5;

/// The board, by a server on one processor with the load maker on the others, and by one on four.
pub(super) fn cores(all: &Runtime, yard: &Yard, pace: Pace) -> Result<Line, Failure> {
    let others = off_the_first()?;
    let hall = yard.hall(pace.city)?;
    let Ours { users, hall, .. } = all.block_on(Ours::start(yard, hall))?;
    let script = asked_by(&users, vec!["/board".to_owned()]);
    let cookie = &users[0].cookie;
    let (mut one, mut four) = (Vec::new(), Vec::new());
    for _ in 0..pace.rounds {
        for (processors, runtime, measured) in [("0", &others, &mut one), ("0-3", all, &mut four)] {
            measured.push(runtime.block_on(async {
                let command = yard.programs.command_on("yakusho-server", processors);
                let server = serve(yard, &hall, command, cookie).await?;
                ask(pace, &server, &script).await?;
                ask(pace, &server, &script).await
            })?);
        }
    }
    Ok(Line::rate("cores", &Compared::of(&four, &one), TARGET))
}
