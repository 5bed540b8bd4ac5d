//! Personnel orders for thousands of people.

use std::fs;
use std::time::Instant;

use crate::Failure;
use crate::hall::Yard;
use crate::load::{self, Asked, get, post};
use crate::program;
use crate::report::{Line, ms};
use crate::users::{User, between};

use super::Pace;
use super::beside::Ours;

/// Within how many milliseconds one sees what they would do, and within how many they are carried out.
const PREVIEW: f64 = 2_000.0;
const APPLIED: f64 = 10_000.0;

const BOUNDARY: &str = "yakusho-bench-boundary";

/// The administrator tries the orders out, keeps and schedules them, and the job carries them out.
pub(super) async fn orders(yard: &Yard, pace: Pace) -> Result<[Line; 2], Failure> {
    let hall = yard.hall(pace.orders)?;
    let ours = Ours::start(yard, hall).await?;
    let place = ours
        .accounts
        .iter()
        .position(|[role, ..]| role == "administrator");
    let administrator = &ours.users[place.ok_or("no administrator")?];
    let address = ours.server.address;
    let file = fs::read_to_string(ours.hall.orders())?;
    let day = today(&ours, administrator).await?;

    let since = Instant::now();
    let tried = load::ask(address, form(administrator, &day, &file, "try")).await?;
    let preview = ms(since.elapsed());
    if !tried.text().contains("誤りは見つかりませんでした。") {
        return Err(format!("the orders are not taken: {}", tried.text()).into());
    }
    let kept = load::ask(address, form(administrator, &day, &file, "save")).await?;
    let location = kept.location();
    let page = location.ok_or_else(|| format!("the orders are not kept: {}", kept.text()))?;
    let schedule = format!("csrf={}&revision=1", administrator.csrf);
    let scheduled = post(
        &format!("{page}/schedule"),
        &administrator.cookie,
        load::FORM,
        schedule,
    );
    let scheduled = load::ask(address, scheduled).await?;
    if !scheduled.status.is_redirection() {
        return Err(format!("the orders are not scheduled: {}", scheduled.text()).into());
    }
    let since = Instant::now();
    let mut job = yard.programs.command("yakusho-batch");
    job.arg("--config")
        .arg(ours.hall.config())
        .args(["job", "orders"]);
    program::run(job, &yard.log("orders"))?;
    let applied = ms(since.elapsed());
    let after = load::ask(address, get(page, &administrator.cookie))
        .await?
        .text();
    if !after.contains("適用済み") {
        return Err("the orders are not carried out".into());
    }
    Ok([
        Line::limit("orders-preview", preview, PREVIEW, "ms", 1.0),
        Line::limit("orders-applied", applied, APPLIED, "ms", 1.0),
    ])
}

/// The day in the town hall, as the form of a new order has it.
async fn today(ours: &Ours, user: &User) -> Result<String, Failure> {
    let text = load::new_page(ours.server.address, "/board/new", &user.cookie).await?;
    let day = between(&text, "min=\"", "\"").ok_or("no day on the page")?;
    Ok(day.to_owned())
}

/// The form of a new order with a file, and the button that is pressed.
fn form(user: &User, day: &str, file: &str, button: &str) -> Asked {
    let field = |name: &str, value: &str| {
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
    };
    let body = [
        field("csrf", &user.csrf),
        field("title", "速さを測るための人事異動"),
        field("takes_effect_on", day),
        field(button, "1"),
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.csv\"\r\n\
             Content-Type: text/csv\r\n\r\n{file}\r\n--{BOUNDARY}--\r\n"
        ),
    ];
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    post("/admin/orders/new", &user.cookie, &kind, body.concat())
}
