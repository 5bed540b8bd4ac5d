//! Pages, asked for by a thousand people in turn.

use crate::Failure;
use crate::load::{self, Script, get};
use crate::report::Line;
use crate::users::between;

use super::beside::{Beside, Ours, in_turns};

/// A page, and how fast it must be beside the yardstick's.
pub(super) struct Page {
    pub(super) name: &'static str,
    target: f64,
    path: Path,
}

enum Path {
    Fixed(&'static str),
    /// One of the posts on the board.
    Post,
}

/// What is read.
pub(super) const PAGES: [Page; 4] = [
    Page {
        name: "portal",
        target: 0.5,
        path: Path::Fixed("/"),
    },
    Page {
        name: "board-list",
        target: 0.8,
        path: Path::Fixed("/board"),
    },
    Page {
        name: "post",
        target: 0.8,
        path: Path::Post,
    },
    Page {
        name: "circulation-list",
        target: 0.8,
        path: Path::Fixed("/circulations"),
    },
];

/// A page beside the yardstick's page after six queries.
pub(super) async fn page(beside: &Beside, page: &Page) -> Result<Line, Failure> {
    let path = match page.path {
        Path::Fixed(path) => path.to_owned(),
        Path::Post => newest_post(&beside.ours).await?,
    };
    let ours = beside.ours.page(path);
    beside.ours.server.forget_peak()?;
    let compared = beside.compare(&ours, &bare_page()).await?;
    let mut line = Line::rate(page.name, &compared, page.target);
    line.resident_mb = Some(megabytes(beside.ours.server.peak()?));
    Ok(line)
}

/// The yardstick's page.
pub(super) fn bare_page() -> Script {
    Script::new(
        |_| get("/page", ""),
        |answer| answer.status.is_success() && answer.body.len() >= 13_000,
    )
}

/// The address of the newest post.
async fn newest_post(ours: &Ours) -> Result<String, Failure> {
    let user = ours.users.first().ok_or("nobody is signed in")?;
    let board = load::ask(ours.server.address, get("/board", &user.cookie)).await?;
    let text = board.text();
    let main = between(&text, "<tbody", "</tbody>").ok_or("no posts on the board")?;
    let path = between(main, "href=\"/board/", "\"").ok_or("no link to a post")?;
    Ok(format!("/board/{path}"))
}

/// The portal among many more people, beside that of the town hall.
pub(super) async fn large_portal(large: &Ours, beside: &Beside) -> Result<Line, Failure> {
    let (many, few) = (large.page("/"), beside.ours.page("/"));
    let sides = [(&large.server, &many), (&beside.ours.server, &few)];
    let compared = in_turns(beside.pace, sides).await?;
    Ok(Line::longer("large-portal", &compared, 1.5))
}

pub(super) fn megabytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1_024).unwrap_or(u32::MAX)) / 1_024.0
}
