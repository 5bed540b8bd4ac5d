//! Ours and the yardstick, started beside each other, and asked in turns.

use std::process::Command;
use std::sync::Arc;

use crate::Failure;
use crate::hall::{Hall, Yard};
use crate::load::{self, Answer, Measured, Script, get};
use crate::program::{Running, free_address};
use crate::users::{self, User};

use super::Pace;

/// A server of ours with people who are signed in.
pub(super) struct Ours {
    pub(super) server: Running,
    pub(super) users: Arc<Vec<User>>,
    pub(super) accounts: Vec<[String; 3]>,
    pub(super) hall: Hall,
}

impl Ours {
    /// Starts the server on a hall and signs everybody in who has a password.
    pub(super) async fn start(yard: &Yard, hall: Hall) -> Result<Self, Failure> {
        let server = serve(yard, &hall, yard.programs.command("yakusho-server"), "").await?;
        let accounts = hall.accounts()?;
        let users = Arc::new(users::all(server.address, &accounts).await?);
        Ok(Self {
            server,
            users,
            accounts,
            hall,
        })
    }

    /// A page asked for by the users in turn.
    pub(super) fn page(&self, path: impl Into<String>) -> Script {
        asked_by(&self.users, vec![path.into()])
    }

    /// Pages asked for by the users, both in turn.
    pub(super) fn pages(&self, paths: Vec<String>) -> Script {
        asked_by(&self.users, paths)
    }
}

/// Pages asked for by users, both in turn.
pub(super) fn asked_by(users: &Arc<Vec<User>>, paths: Vec<String>) -> Script {
    let users = Arc::clone(users);
    Script::new(
        move |n| get(&paths[n % paths.len()], &users[n % users.len()].cookie),
        |answer| is_page(answer) && answer.text_has("<main"),
    )
}

impl Answer {
    fn text_has(&self, text: &str) -> bool {
        self.body
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    }
}

fn is_page(answer: &Answer) -> bool {
    answer.status.is_success() && !answer.body.is_empty()
}

/// Starts the server on a hall, and waits until it answers whoever has that cookie.
pub(super) async fn serve(
    yard: &Yard,
    hall: &Hall,
    mut command: Command,
    cookie: &str,
) -> Result<Running, Failure> {
    let address = free_address()?;
    command.arg("--config").arg(hall.config());
    command.env("YAKUSHO_LISTEN", address.to_string());
    let path = if cookie.is_empty() {
        "/sign-in"
    } else {
        "/board"
    };
    Running::start(command, address, &yard.log("server"), || get(path, cookie)).await
}

/// Both, side by side.
pub(super) struct Beside {
    pub(super) ours: Ours,
    yardstick: Running,
    pub(super) pace: Pace,
}

/// How the two compare.
pub(crate) struct Compared {
    /// The median of the rounds' ratios of ours to the other.
    pub(crate) ratio: f64,
    pub(crate) ours: Measured,
    pub(crate) other: Measured,
}

impl Compared {
    /// Of the rounds of both.
    pub(super) fn of(ours: &[Measured], others: &[Measured]) -> Self {
        let rounds = ours.iter().zip(others);
        Self {
            ratio: load::median(rounds.map(|(one, other)| one.rate / other.rate)),
            ours: Measured::together(ours),
            other: Measured::together(others),
        }
    }
}

impl Beside {
    /// Starts both on databases of their own.
    pub(super) async fn start(yard: &Yard, pace: Pace) -> Result<Self, Failure> {
        let hall = yard.hall(pace.city)?;
        let address = free_address()?;
        let mut bare = yard.programs.command("yardstick");
        bare.arg(address.to_string()).arg(yard.empty()?);
        let log = yard.log("yardstick");
        Ok(Self {
            yardstick: Running::start(bare, address, &log, || get("/page", "")).await?,
            ours: Ours::start(yard, hall).await?,
            pace,
        })
    }

    /// Asks ours and the yardstick in turns.
    pub(super) async fn compare(&self, ours: &Script, bare: &Script) -> Result<Compared, Failure> {
        let sides = [(&self.ours.server, ours), (&self.yardstick, bare)];
        in_turns(self.pace, sides).await
    }
}

/// Asks two servers in turns, each first as often as the other, after both were warmed up.
pub(super) async fn in_turns(
    pace: Pace,
    sides: [(&Running, &Script); 2],
) -> Result<Compared, Failure> {
    let ask = |(server, script)| ask(pace, server, script);
    for side in sides {
        ask(side).await?;
    }
    let (mut ours, mut others) = (Vec::new(), Vec::new());
    for round in 0..pace.rounds {
        if round % 2 == 0 {
            ours.push(ask(sides[0]).await?);
            others.push(ask(sides[1]).await?);
        } else {
            others.push(ask(sides[1]).await?);
            ours.push(ask(sides[0]).await?);
        }
    }
    Ok(Compared::of(&ours, &others))
}

/// Asks a server for a round.
pub(super) async fn ask(
    pace: Pace,
    server: &Running,
    script: &Script,
) -> Result<Measured, Failure> {
    let before = server.cpu()?;
    let asked = load::during(server.address, pace.connections, pace.span, script).await?;
    Ok(asked.taking(server.cpu()?.saturating_sub(before)))
}
