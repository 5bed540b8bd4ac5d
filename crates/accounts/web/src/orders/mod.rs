//! Personnel orders: drawn up from a file or line by line, tried out, scheduled, withdrawn and undone.

mod api;
pub(crate) mod difference;
mod editor;
mod faults;
mod lines;
mod list;
pub(crate) mod pages;
mod report;
mod sheet;
mod show;
mod texts;
mod versions;
mod whose;

use std::sync::Arc;

use maud::{Markup, html};
use poem::{EndpointExt as _, Response};
use yakusho_accounts::order::{self, Holdings, Order, OrderId, OrderState};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_regulation::rule;
use yakusho_webkit::ui::{Icon, Tag, Tone};
use yakusho_webkit::{Lang, NavEntry, NavSection, Routes, Visit, Words};

use crate::admin::ADMINISTRATOR;
use texts::Text;

pub(crate) const PAGE: &str = "/admin/orders";
const NEW: &str = "/admin/orders/new";
const TEMPLATE: &str = "/admin/orders/template.csv";

/// The parts of the program in which something hangs on people and posts.
#[derive(Clone)]
pub(crate) struct Elsewhere(pub(crate) Arc<[Arc<dyn Holdings>]>);

pub(crate) fn routes(elsewhere: &Elsewhere) -> Routes {
    Routes::new()
        .get(PAGE, ADMINISTRATOR, list::show)
        .get(NEW, ADMINISTRATOR, editor::ask)
        .upload(NEW, ADMINISTRATOR, editor::submit.data(elsewhere.clone()))
        .download(TEMPLATE, ADMINISTRATOR, template)
        .get(
            "/admin/orders/:id",
            ADMINISTRATOR,
            show::show.data(elsewhere.clone()),
        )
        .get("/admin/orders/:id/edit", ADMINISTRATOR, editor::ask_again)
        .upload(
            "/admin/orders/:id/edit",
            ADMINISTRATOR,
            editor::submit_again.data(elsewhere.clone()),
        )
        .post(
            "/admin/orders/:id/schedule",
            ADMINISTRATOR,
            show::submit_schedule.data(elsewhere.clone()),
        )
        .post(
            "/admin/orders/:id/withdraw",
            ADMINISTRATOR,
            show::submit_withdrawal.data(elsewhere.clone()),
        )
        .post(
            "/admin/orders/:id/undo",
            ADMINISTRATOR,
            show::submit_undoing.data(elsewhere.clone()),
        )
        .download("/admin/orders/:id/lines.csv", ADMINISTRATOR, show::csv)
        .download(
            "/admin/orders/:id/difference.csv",
            ADMINISTRATOR,
            show::difference_csv.data(elsewhere.clone()),
        )
        .get(
            "/admin/orders/:id/versions/:number",
            ADMINISTRATOR,
            versions::show,
        )
        .api(ADMINISTRATOR, api::OrderApi(elsewhere.clone()))
        .api_upload(ADMINISTRATOR, api::OrderCsvApi(elsewhere.clone()))
        .api_download(ADMINISTRATOR, api::OrderFileApi(elsewhere.clone()))
        .citing(rule!(FunctionsByAdministrator))
}

pub(crate) fn nav() -> NavEntry {
    NavEntry::new(PAGE, Icon::Organisation, |lang| Text::Orders.to(lang))
        .section(NavSection::Administration)
        .access(ADMINISTRATOR)
}

/// The words of codes and notices.
pub(crate) fn words() -> Words {
    texts::words()
}

/// The field by which one says to know that an order holds at once, and what it leaves without a holder.
const AT_ONCE: &str = "at_once";

/// Has an order be carried out on its day or, where that has come and whoever asks knows so, at once; whether it was.
async fn schedule(visit: &Visit, id: OrderId, revision: i32, known: bool) -> Result<bool, Fault> {
    let (order, _) = order::get(&visit.cx, id).await?;
    let at_once = holds_at_once(visit, &order);
    if at_once && !known {
        return Err(Invalid::field(AT_ONCE, Reason::Code("applied_at_once")).into());
    }
    order::schedule(&visit.cx, id, revision).await?.into_inner();
    visit.site().catch_up().await?;
    Ok(at_once)
}

/// Whether an order is carried out as soon as it is scheduled: its day has come.
fn holds_at_once(visit: &Visit, order: &Order) -> bool {
    order.takes_effect_on <= visit.cx.today()
}

/// The page of an order.
pub(crate) fn page_of(id: impl std::fmt::Display) -> String {
    format!("{PAGE}/{id}")
}

/// `GET /admin/orders/template.csv`
#[poem::handler]
#[expect(
    clippy::needless_pass_by_value,
    reason = "handlers take what they are given"
)]
fn template(visit: Visit) -> Response {
    template_of(&visit)
}

/// The file to fill in.
fn template_of(visit: &Visit) -> Response {
    visit.file(
        "order-template.csv",
        yakusho_webkit::csv::KIND,
        order::template(),
    )
}

/// Where an order stands, as tags.
pub(crate) fn states(lang: Lang, order: &Order) -> Markup {
    let doubtful = order.state == OrderState::Scheduled && !order.faults.is_empty();
    html! {
        (state(lang, order.state))
        @if doubtful { " " (Tag::new(Tone::Error, Text::Doubtful.to(lang))) }
    }
}

fn state(lang: Lang, state: OrderState) -> Tag {
    let tone = match state {
        OrderState::Draft | OrderState::Withdrawn => Tone::Neutral,
        OrderState::Scheduled => Tone::Info,
        OrderState::Applied => Tone::Success,
        OrderState::Failed => Tone::Error,
        OrderState::Undone => Tone::Warning,
    };
    Tag::new(tone, texts::state(lang, state))
}
