//! An order, and what is done with it.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use yakusho_accounts::directory;
use yakusho_accounts::order::{self, Order, OrderFault, OrderId, OrderState, Preview, Row};
use yakusho_kernel::{PersonId, Subject as _};
use yakusho_sheet::Columns as _;
use yakusho_webkit::page::Page;
use yakusho_webkit::text;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Disclosure, Form, Icon, Table, buttons, definitions, link, moment,
    section,
};
use yakusho_webkit::{Answer, Fields, Lang, Problem, SeeOther, Typed, Visit};

use super::pages::Pages;
use super::texts::{Text, cell, column};
use super::{
    AT_ONCE, Elsewhere, PAGE, difference, faults, holds_at_once, page_of, report, schedule, states,
    versions,
};
use crate::{admin, audit};

/// Where the lines stand among those of an order.
const LINES: &str = "lines";

/// `GET /admin/orders/:id`
#[handler]
pub(super) async fn show(
    visit: Visit,
    Path(id): Path<OrderId>,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    page(&visit, id, elsewhere, "", &visit.typed()).await
}

/// `POST /admin/orders/:id/schedule`
#[handler]
pub(super) async fn submit_schedule(
    visit: Visit,
    Path(id): Path<OrderId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let done = scheduled(&visit, id, &fields).await;
    ended(&visit, id, elsewhere, "schedule", &fields, done).await
}

async fn scheduled(visit: &Visit, id: OrderId, fields: &Fields) -> Result<SeeOther, Problem> {
    let revision = fields.reader().given("revision")?;
    let said = if schedule(visit, id, revision, fields.has(AT_ONCE)).await? {
        Text::AppliedNow
    } else {
        Text::ScheduledNow
    };
    Ok(visit.see_other(page_of(id)).saying(said.to(visit.lang)))
}

/// `POST /admin/orders/:id/withdraw`
#[handler]
pub(super) async fn submit_withdrawal(
    visit: Visit,
    Path(id): Path<OrderId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let done = withdrawn(&visit, id, &fields).await;
    ended(&visit, id, elsewhere, "withdraw", &fields, done).await
}

async fn withdrawn(visit: &Visit, id: OrderId, fields: &Fields) -> Result<SeeOther, Problem> {
    let revision = fields.reader().given("revision")?;
    order::withdraw(&visit.cx, id, revision).await?.into_inner();
    Ok(visit
        .see_other(page_of(id))
        .saying(Text::WithdrawnNow.to(visit.lang)))
}

/// `POST /admin/orders/:id/undo`
#[handler]
pub(super) async fn submit_undoing(
    visit: Visit,
    Path(id): Path<OrderId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    let done = undone(&visit, id, &fields).await;
    ended(&visit, id, elsewhere, "undo", &fields, done).await
}

async fn undone(visit: &Visit, id: OrderId, fields: &Fields) -> Result<SeeOther, Problem> {
    let revision = fields.reader().given("revision")?;
    order::undo(&visit.cx, id, revision, &fields.text("reason"))
        .await?
        .into_inner();
    Ok(visit
        .see_other(page_of(id))
        .saying(Text::UndoneNow.to(visit.lang)))
}

/// The order's page again: by a redirect, or with the form and what is wrong.
async fn ended(
    visit: &Visit,
    id: OrderId,
    elsewhere: &Elsewhere,
    act: &str,
    fields: &Fields,
    done: Result<SeeOther, Problem>,
) -> Answer<Response> {
    match done {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(visit, id, elsewhere, act, &problem.again(fields)?).await,
    }
}

/// `GET /admin/orders/:id/lines.csv`
#[handler]
pub(super) async fn csv(visit: Visit, Path(id): Path<OrderId>) -> Answer<Response> {
    lines(&visit, id).await
}

/// The lines of an order as a file.
pub(super) async fn lines(visit: &Visit, id: OrderId) -> Answer<Response> {
    let (order, rows) = order::get(&visit.cx, id).await?;
    let name = format!("order-{}.csv", order.takes_effect_on);
    Ok(visit.file(&name, yakusho_webkit::csv::KIND, order::export(&rows)))
}

/// `GET /admin/orders/:id/difference.csv`
#[handler]
pub(super) async fn difference_csv(
    visit: Visit,
    Path(id): Path<OrderId>,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    of_difference(&visit, id, elsewhere).await
}

/// What an order would do or did, and what stands against it, as a file.
pub(super) async fn of_difference(
    visit: &Visit,
    id: OrderId,
    elsewhere: &Elsewhere,
) -> Answer<Response> {
    let (order, _) = order::get(&visit.cx, id).await?;
    let found = if order.state.is_open() {
        order::preview(&visit.cx, id, &elsewhere.0).await?
    } else {
        let difference = order::carried_out(&visit.cx, &order).await?;
        Preview {
            difference,
            ..Preview::default()
        }
    };
    let name = format!("order-{}-difference.csv", order.takes_effect_on);
    report::file(visit, &name, &found).await
}

fn report_link(lang: Lang, id: OrderId) -> Markup {
    let to = format!("{}/difference.csv", page_of(id));
    buttons(
        Button::link(to, Text::SaveDifference.to(lang))
            .icon(Icon::Download)
            .small(),
    )
}

/// The page; `tried` is the act whose form is shown again with what was typed.
async fn page(
    visit: &Visit,
    id: OrderId,
    elsewhere: &Elsewhere,
    tried: &str,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let (order, rows) = order::get(&visit.cx, id).await?;
    let preview = if order.state.is_open() {
        Some(order::preview(&visit.cx, id, &elsewhere.0).await?)
    } else {
        None
    };
    let found = preview.as_ref().map_or(&[][..], |preview| &preview.faults);
    let carried_out = order::carried_out(&visit.cx, &order).await?;
    let history = versions::timeline_of(visit, id).await?;
    let people: Vec<PersonId> = [order.made_by].into_iter().chain(order.ended_by).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let name = |person: &PersonId| people.get(person).map(|card| card.name.as_str());
    let made_by = name(&order.made_by).unwrap_or_default();
    let ended_by = order.ended_by.as_ref().and_then(name).unwrap_or_default();
    let pages = Pages::of(visit, id);
    let (lines, more_lines) = pages.part(LINES, &rows, |_, row| row.line.to_string())?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*order.title)
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Orders.to(lang))
        .tags(states(lang, &order))
        .meta(html! { (Text::Day.to(lang)) ": " (text::day(lang, order.takes_effect_on)) })
        .actions(actions(lang, &order));
    Ok(typed.page(page.render(html! { div.order {
        @if order.state == OrderState::Failed {
            (Alert::error(lang, Text::WhyFailed.to(lang)))
            (faults::table(visit, "why", &order.faults, &pages).await?)
        }
        (definitions(facts(lang, &order, made_by, ended_by)))
        @if let Some(preview) = &preview {
            (section(Text::Difference.to(lang), html! {
                @if !found.is_empty() && order.state == OrderState::Scheduled {
                    (Alert::error(lang, Text::DoubtfulOrder.to(lang)))
                }
                @if !found.is_empty() { (faults::table(visit, "faults", found, &pages).await?) }
                (faults::idle(lang, &preview.idle, &pages)?)
                (difference::shown(visit, &preview.difference, &pages).await?)
                (report_link(lang, id))
            }))
            (acts(visit, &order, found, tried, typed))
        }
        @if order.applied_at.is_some() {
            (section(Text::WasDifferent.to(lang), html! {
                @if order.state == OrderState::Undone { p { (Text::WasUndone.to(lang)) } }
                (difference::recorded(visit, &carried_out, &pages)?)
                (report_link(lang, id))
            }))
        }
        @if order.state == OrderState::Applied { (undoing(visit, &order, tried, typed)) }
        // On paper the lines would say once more what is different, where they have no fault.
        div.screen-only[found.is_empty()] {
            (section(Text::Lines.to(lang), html! {
                div #lines { (table(lang, &lines)) }
                (more_lines)
            }))
        }
        (section(Text::History.to(lang), html! {
            (history)
            p { (link(audit::search_for_subject(&id.reference()), Text::InAudit.to(lang))) }
        }))
    } })))
}

fn actions(lang: Lang, order: &Order) -> Markup {
    let all = Button::link(
        format!("{}/lines.csv", page_of(order.id)),
        Text::DownloadLines.to(lang),
    );
    let edit = Button::link(format!("{}/edit", page_of(order.id)), Text::Edit.to(lang));
    html! {
        @if order.state.is_open() { (edit.icon(Icon::Edit)) }
        (all.icon(Icon::Download))
    }
}

fn facts(lang: Lang, order: &Order, made_by: &str, ended_by: &str) -> Vec<(String, Markup)> {
    let lines = u64::try_from(order.lines).unwrap_or_default();
    let mut facts = vec![
        (Text::LineCount, html! { (text::number(lines)) }),
        (
            Text::MadeBy,
            html! { (made_by) " " span.meta { (moment(lang, order.made_at.local())) } },
        ),
    ];
    facts.extend(
        order
            .applied_at
            .map(|at| (Text::AppliedAt, moment(lang, at.local()))),
    );
    facts.extend(order.ended_at.map(|at| {
        let text = match order.state {
            OrderState::Undone => Text::EndedUndone,
            _ => Text::EndedWithdrawn,
        };
        (
            text,
            html! { (ended_by) " " span.meta { (moment(lang, at.local())) } },
        )
    }));
    facts
        .into_iter()
        .map(|(term, what)| (term.to(lang).into_owned(), what))
        .collect()
}

/// What can be done with an order that was not carried out.
fn acts(
    visit: &Visit,
    order: &Order,
    found: &[OrderFault],
    tried: &str,
    typed: &Typed<'_>,
) -> Markup {
    let lang = visit.lang;
    let day = text::day(lang, order.takes_effect_on);
    let schedule = form(visit, order, "schedule", tried, typed);
    let withdraw = form(visit, order, "withdraw", tried, typed);
    html! {
        @if order.state != OrderState::Scheduled && found.is_empty() {
            (schedule.render(html! {
                (schedule.revision(order.revision))
                @if holds_at_once(visit, order) {
                    p { (Text::ApplyHelp { day }.to(lang)) }
                    (schedule.checkbox(AT_ONCE, Text::AtOnce.to(lang)))
                    (buttons(Button::submit(Text::Apply.to(lang)).danger()))
                } @else {
                    p { (Text::ScheduleHelp { day }.to(lang)) }
                    (buttons(Button::submit(Text::Schedule.to(lang)).primary().icon(Icon::Calendar)))
                }
            }))
        }
        (Disclosure::new(Text::WithdrawOrder.to(lang), withdraw.render(html! {
            (withdraw.revision(order.revision))
            p { (Text::WithdrawHelp.to(lang)) }
            (buttons(Button::submit(Text::WithdrawOrder.to(lang)).danger()))
        })).open(tried == "withdraw"))
    }
}

/// The form of an act, with what was typed if it is the one that was tried.
fn form(visit: &Visit, order: &Order, act: &str, tried: &str, typed: &Typed<'_>) -> Form {
    let nothing = Typed::nothing();
    let typed = if tried == act { typed } else { &nothing };
    typed
        .form(visit, format!("{}/{act}", page_of(order.id)))
        .prefix(act)
}

fn undoing(visit: &Visit, order: &Order, tried: &str, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = form(visit, order, "undo", tried, typed);
    let body = form.render(html! {
        (form.revision(order.revision))
        p { (Text::UndoHelp.to(lang)) }
        (form.textarea("reason", Text::UndoReason.to(lang)).required().rows(3).max_chars(1_000))
        (buttons(Button::submit(Text::UndoOrder.to(lang)).danger()))
    });
    html! { (Disclosure::new(Text::UndoOrder.to(lang), body).open(tried == "undo")) }
}

/// The lines as they were written, with the columns that have something in them.
fn table(lang: Lang, rows: &[&Row]) -> Table<5> {
    use yakusho_accounts::order::Column as Of;
    let columns = [Of::Kind, Of::Number, Of::Unit, Of::Post, Of::Until];
    let headings = columns.map(|of| Column::new(column(lang, of)));
    let lines = rows.iter().map(|row| -> [Cell; 5] {
        let cell = |of: Of| cell(lang, of, row.cell(of).unwrap_or_default());
        let rest = Of::ALL.iter().copied().filter(|of| !columns.contains(of));
        let rest = rest.filter(|of| row.cell(*of).is_some());
        let rest = rest.map(|of| (column(lang, of), cell(of)));
        let kind = html! {
            (cell(Of::Kind))
            @for (name, text) in rest { div.meta { (name) ": " (text) } }
        };
        [
            kind.into(),
            cell(Of::Number).into(),
            cell(Of::Unit).into(),
            cell(Of::Post).into(),
            cell(Of::Until).into(),
        ]
    });
    Table::new(Text::Lines.to(lang), headings).rows(lines)
}
