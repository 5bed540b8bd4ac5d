//! How soon the server answers after its start, and how much memory it holds.

use crate::Failure;
use crate::hall::Yard;
use crate::load;
use crate::report::{Line, ms};

use super::Pace;
use super::beside::{Beside, Ours, serve};
use super::reading::megabytes;

/// Within how many milliseconds the first page is answered.
const FIRST_ANSWER: f64 = 300.0;

/// How many megabytes are held under load.
const RESIDENT: f64 = 120.0;

/// The board, to somebody who was signed in before the server was started again: the median of the rounds.
pub(super) async fn first_answer(yard: &Yard, pace: Pace) -> Result<Line, Failure> {
    let hall = yard.hall(pace.city)?;
    let Ours { users, hall, .. } = Ours::start(yard, hall).await?;
    let user = users.first().ok_or("nobody is signed in")?.clone();
    let mut took = Vec::new();
    for _ in 0..pace.rounds {
        let command = yard.programs.command("yakusho-server");
        let server = serve(yard, &hall, command, &user.cookie).await?;
        took.push(ms(server.first_answer));
    }
    let took = load::median(took);
    Ok(Line::limit("first-answer", took, FIRST_ANSWER, "ms", 1.0))
}

/// The most that was resident since the start, after everything that is read was asked for.
pub(super) async fn memory(beside: &Beside) -> Result<Line, Failure> {
    let Beside { ours, pace, .. } = beside;
    for path in ["/", "/board", "/circulations"] {
        load::during(
            ours.server.address,
            pace.connections,
            pace.span,
            &ours.page(path),
        )
        .await?;
    }
    let peak = megabytes(ours.server.peak()?);
    Ok(Line::limit("memory", peak, RESIDENT, "MB", 1.0))
}
