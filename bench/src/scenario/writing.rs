//! Posting to the board: audited, durable, and seen by the next who asks.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::Failure;
use crate::load::{self, FORM, Script, get, post};
use crate::report::Line;
use crate::users::between;

use super::beside::{Beside, Ours};

/// How fast, beside bare durable inserts.
const TARGET: f64 = 0.8;

/// What separates the parts of the form.
const BOUNDARY: &str = "yakusho-bench-boundary";

/// People publish posts, as fast as they are answered.
pub(super) async fn posting(beside: &Beside) -> Result<Line, Failure> {
    let ours = &beside.ours;
    let form = Form::of(ours).await?;
    let published = Arc::new(AtomicUsize::new(0));
    let script = {
        let (users, published) = (Arc::clone(&ours.users), Arc::clone(&published));
        Script::new(
            move |n| {
                let user = &users[n % users.len()];
                let body = form.filled(
                    &user.form_token(),
                    published.fetch_add(1, Ordering::Relaxed),
                );
                let kind = format!("multipart/form-data; boundary={BOUNDARY}");
                post("/board/new", &user.cookie, &kind, body)
            },
            |answer| answer.status.is_redirection(),
        )
    };
    let compared = beside.compare(&script, &bare_insert()).await?;
    shows(ours, published.load(Ordering::Relaxed)).await?;
    Ok(Line::rate("posting", &compared, TARGET))
}

/// The yardstick's durable insert.
pub(super) fn bare_insert() -> Script {
    Script::new(
        |_| post("/insert", "", FORM, ""),
        |answer| answer.status.is_success(),
    )
}

/// The title of the post of that number.
fn title(n: usize) -> String {
    format!("速さを測るための掲示 {n}")
}

/// Whether the board shows one of the last posts to whoever asks next: nothing is answered from a cache.
async fn shows(ours: &Ours, published: usize) -> Result<(), Failure> {
    let (first, last) = (&ours.users[0], &ours.users[ours.users.len() - 1]);
    let form = Form::of(ours).await?;
    let before = load::ask(ours.server.address, get("/board", &last.cookie)).await?;
    let (title, kind) = (
        title(published),
        format!("multipart/form-data; boundary={BOUNDARY}"),
    );
    if before.text().contains(&title) {
        return Err("the board shows what was not posted yet".into());
    }
    let body = form.filled(&first.form_token(), published);
    let posted = post("/board/new", &first.cookie, &kind, body);
    load::ask(ours.server.address, posted).await?;
    let after = load::ask(ours.server.address, get("/board", &last.cookie)).await?;
    if after.text().contains(&title) {
        Ok(())
    } else {
        Err("the board does not show what was posted".into())
    }
}

/// The form of a new post.
struct Form {
    category: String,
}

impl Form {
    async fn of(ours: &Ours) -> Result<Self, Failure> {
        let user = ours.users.first().ok_or("nobody is signed in")?;
        let text = load::new_page(ours.server.address, "/board/new", &user.cookie).await?;
        let select = between(&text, "name=\"category\"", "</select>").ok_or("no categories")?;
        let mut options = select
            .split("value=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        let category = options
            .find(|value| !value.is_empty())
            .ok_or("no category")?;
        Ok(Self {
            category: category.to_owned(),
        })
    }

    /// The body of the request that publishes the post of that number.
    fn filled(&self, csrf: &str, n: usize) -> String {
        let title = title(n);
        let text = "各課は、閉庁中の連絡先と当番の名簿を提出してください。".repeat(6);
        let fields = [
            ("csrf", csrf),
            ("category", &self.category),
            ("title", &title),
            ("body", &text),
            ("registration", "shared"),
            ("publish", "1"),
        ];
        let parts = fields.map(|(name, value)| {
            format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
        });
        format!("{}--{BOUNDARY}--\r\n", parts.concat())
    }
}
