//! The bulletin board.

pub(crate) mod api;
mod categories;
mod comments;
mod daily;
mod editor;
mod history;
mod list;
mod post;
mod readers;
mod texts;

use async_trait::async_trait;
use yakusho_attachments::AttachmentId;
use yakusho_messaging::board::{BoardPostId, CategoryId};
use yakusho_webkit::ui::Icon;
use yakusho_webkit::{Access, Badge, NavEntry, Problem, Routes, Visit};

use categories::CATEGORIES;
use daily::DAILY_CHECK;
pub(crate) use list::title;
use post::acts;
use texts::Text;

/// The function that the administrator switches.
pub(crate) const FUNCTION: &str = "board";

/// The list.
const BOARD: &str = "/board";

/// What one has not read.
pub(crate) const UNREAD: &str = "/board?view=unread";

/// What asks one to confirm.
pub(crate) const OWED: &str = "/board?view=owed";

/// What waits for one's approval.
pub(crate) const AWAITING: &str = "/board?view=awaiting";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(BOARD, Access::User, list::show)
        .post("/board/read", Access::User, list::mark_read)
        .get("/board/new", Access::User, editor::new)
        .upload("/board/new", Access::User, editor::create)
        .get(CATEGORIES, Access::User, categories::list)
        .get("/board/categories/new", Access::User, categories::new)
        .post("/board/categories/new", Access::User, categories::add)
        .get("/board/categories/:id", Access::User, categories::edit)
        .post("/board/categories/:id", Access::User, categories::change)
        .get(DAILY_CHECK, Access::User, daily::show)
        .get("/board/:id", Access::User, post::show)
        .get("/board/:id/edit", Access::User, editor::edit)
        .upload("/board/:id/edit", Access::User, editor::change)
        .post("/board/:id/publish", Access::User, acts::publish)
        .post("/board/:id/confirm", Access::User, acts::confirm)
        .post("/board/:id/approve", Access::User, acts::approve)
        .post("/board/:id/send-back", Access::User, acts::send_back)
        .get("/board/:id/withdraw", Access::User, acts::ask_withdraw)
        .post("/board/:id/withdraw", Access::User, acts::withdraw)
        .get("/board/:id/remove", Access::User, acts::ask_remove)
        .post("/board/:id/remove", Access::User, acts::remove)
        .post("/board/:id/reinstate", Access::User, acts::reinstate)
        .get("/board/:id/evidence", Access::User, history::removed)
        .get("/board/:id/versions", Access::User, history::list)
        .get(
            "/board/:id/versions/compare",
            Access::User,
            history::compare,
        )
        .post(
            "/board/:id/versions/restore",
            Access::User,
            history::restore,
        )
        .get("/board/:id/readers", Access::User, readers::show)
        .get("/board/:id/readers.csv", Access::User, readers::csv)
        .post("/board/:id/remind", Access::User, readers::remind)
        .get("/board/:id/comments", Access::User, comments::list)
        .post("/board/:id/comments", Access::User, comments::write)
        .post(
            "/board/:id/comments/:comment/edit",
            Access::User,
            comments::edit,
        )
        .post(
            "/board/:id/comments/:comment/remove",
            Access::User,
            comments::remove,
        )
        .post(
            "/board/:id/comments/:comment/reinstate",
            Access::User,
            comments::reinstate,
        )
        .download("/board/:id/files/:file", Access::User, acts::file)
        .join(api::routes())
        .function(FUNCTION)
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(BOARD, Icon::Board, |lang| Text::Board.to(lang))
        .function(FUNCTION)
        .badge(Unread)
}

/// How many posts one has not read.
struct Unread;

#[async_trait]
impl Badge for Unread {
    async fn count(&self, visit: &Visit) -> Result<u64, Problem> {
        Ok(crate::waiting(visit).await?.unread_posts)
    }
}

/// The page of a post.
pub(crate) fn post_page(id: BoardPostId) -> String {
    format!("{BOARD}/{id}")
}

/// Where the words are found once they were taken down.
pub(crate) fn evidence_page(id: BoardPostId) -> String {
    page_of(id, "evidence")
}

/// A page about a post.
fn page_of(id: BoardPostId, what: &str) -> String {
    format!("{BOARD}/{id}/{what}")
}

fn file_page(id: BoardPostId, file: AttachmentId) -> String {
    format!("{BOARD}/{id}/files/{file}")
}

fn category_page(id: CategoryId) -> String {
    format!("{BOARD}?category={id}")
}
