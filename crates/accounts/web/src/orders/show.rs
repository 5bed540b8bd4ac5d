//! An order, and what is done with it.

use maud::{Markup, html};
use poem::web::{Data, Path};
use poem::{Response, handler};
use yakusho_accounts::directory;
use yakusho_accounts::order::{self, Order, OrderFault, OrderId, OrderState, Row};
use yakusho_kernel::Subject as _;
use yakusho_webkit::page::Page;
use yakusho_webkit::text;
use yakusho_webkit::ui::{
    Alert, Button, Cell, Column, Disclosure, Icon, Table, buttons, definitions, link, moment,
    section,
};
use yakusho_webkit::{Answer, Fields, Lang, Problem, SeeOther, Typed, Visit};

use super::texts::{Text, column};
use super::{Elsewhere, PAGE, difference, faults, page_of, state, versions};
use crate::{admin, audit};

/// The most lines that are shown on the page.
const MOST: usize = 300;

/// `GET /admin/orders/:id`
#[handler]
pub(super) async fn show(
    visit: Visit,
    Path(id): Path<OrderId>,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    page(&visit, id, elsewhere, &Typed::nothing()).await
}

/// `POST /admin/orders/:id/schedule`
#[handler]
pub(super) async fn submit_schedule(
    visit: Visit,
    Path(id): Path<OrderId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    match scheduled(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, id, elsewhere, &problem.again(&fields)?).await,
    }
}

async fn scheduled(visit: &Visit, id: OrderId, fields: &Fields) -> Result<SeeOther, Problem> {
    let revision = fields.reader().given("revision")?;
    order::schedule(&visit.cx, id, revision).await?.into_inner();
    Ok(visit
        .see_other(page_of(id))
        .saying(Text::ScheduledNow.to(visit.lang)))
}

/// `POST /admin/orders/:id/withdraw`
#[handler]
pub(super) async fn submit_withdrawal(
    visit: Visit,
    Path(id): Path<OrderId>,
    fields: Fields,
    Data(elsewhere): Data<&Elsewhere>,
) -> Answer<Response> {
    match withdrawn(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, id, elsewhere, &problem.again(&fields)?).await,
    }
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
    match undone(&visit, id, &fields).await {
        Ok(done) => Ok(done.into()),
        Err(problem) => page(&visit, id, elsewhere, &problem.again(&fields)?).await,
    }
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

/// `GET /admin/orders/:id/lines.csv`
#[handler]
pub(super) async fn csv(visit: Visit, Path(id): Path<OrderId>) -> Answer<Response> {
    let (order, rows) = order::get(&visit.cx, id).await?;
    let name = format!("order-{}.csv", order.takes_effect_on);
    Ok(visit.file(&name, crate::csv::KIND, order::export(&rows)))
}

async fn page(
    visit: &Visit,
    id: OrderId,
    elsewhere: &Elsewhere,
    typed: &Typed<'_>,
) -> Answer<Response> {
    let lang = visit.lang;
    let (order, rows) = order::get(&visit.cx, id).await?;
    let (found, preview) = if order.state.is_open() {
        let preview = order::preview(&visit.cx, id, &elsewhere.0).await?;
        (preview.faults, Some(preview.difference))
    } else {
        (Vec::new(), None)
    };
    let history = versions::timeline_of(visit, id).await?;
    let mut people = faults::people(&found);
    people.extend(faults::people(&order.faults));
    people.push(order.made_by);
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let by = people
        .get(&order.made_by)
        .map(|card| card.name.as_str())
        .unwrap_or_default();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, &*order.title)
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::Orders.to(lang))
        .tags(html! { (state(lang, order.state)) })
        .meta(html! { (Text::Day.to(lang)) ": " (text::day(lang, order.takes_effect_on)) })
        .actions(actions(lang, &order));
    Ok(typed.page(page.render(html! {
        @if order.state == OrderState::Failed {
            (Alert::error(lang, Text::WhyFailed.to(lang)))
            (faults::table(lang, &order.faults, &people))
        }
        (definitions(facts(lang, &order, by)))
        @if let Some(difference) = &preview {
            (section(Text::Difference.to(lang), html! {
                @if !found.is_empty() { (faults::table(lang, &found, &people)) }
                (difference::shown(visit, difference).await?)
            }))
            (acts(visit, &order, &found, typed))
        }
        @if order.state == OrderState::Applied { (undoing(visit, &order, typed)) }
        (section(Text::Lines.to(lang), table(lang, &rows)))
        (section(Text::History.to(lang), html! {
            (history)
            p { (link(audit::search_for_subject(&id.reference()), Text::InAudit.to(lang))) }
        }))
    })))
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

fn facts(lang: Lang, order: &Order, by: &str) -> Vec<(String, Markup)> {
    let lines = u64::try_from(order.lines).unwrap_or_default();
    let mut facts = vec![
        (Text::LineCount, html! { (text::number(lines)) }),
        (
            Text::MadeBy,
            html! { (by) " " span.meta { (moment(lang, order.made_at.local())) } },
        ),
    ];
    facts.extend(
        order
            .applied_at
            .map(|at| (Text::AppliedAt, moment(lang, at.local()))),
    );
    facts.extend(
        order
            .ended_at
            .map(|at| (Text::EndedAt, moment(lang, at.local()))),
    );
    facts
        .into_iter()
        .map(|(term, what)| (term.to(lang).into_owned(), what))
        .collect()
}

/// What can be done with an order that was not carried out.
fn acts(visit: &Visit, order: &Order, found: &[OrderFault], typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let revision = order.revision.to_string();
    let to = |act: &str| format!("{}/{act}", page_of(order.id));
    let day = text::day(lang, order.takes_effect_on);
    let schedule = typed.form(visit, to("schedule"));
    let withdraw = typed.form(visit, to("withdraw")).prefix("w");
    html! {
        @if order.state != OrderState::Scheduled && found.is_empty() {
            (schedule.render(html! {
                (schedule.hidden("revision", &revision))
                p { (Text::ScheduleHelp { day }.to(lang)) }
                (buttons(Button::submit(Text::Schedule.to(lang)).primary().icon(Icon::Calendar)))
            }))
        }
        (Disclosure::new(Text::WithdrawOrder.to(lang), withdraw.render(html! {
            (withdraw.hidden("revision", &revision))
            p { (Text::WithdrawHelp.to(lang)) }
            (buttons(Button::submit(Text::WithdrawOrder.to(lang)).danger()))
        })))
    }
}

fn undoing(visit: &Visit, order: &Order, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, format!("{}/undo", page_of(order.id)));
    let open = typed.fields().is_some();
    let body = form.render(html! {
        (form.hidden("revision", &order.revision.to_string()))
        p { (Text::UndoHelp.to(lang)) }
        (form.textarea("reason", Text::UndoReason.to(lang)).required().rows(3).max_chars(1_000))
        (buttons(Button::submit(Text::UndoOrder.to(lang)).danger()))
    });
    html! { (Disclosure::new(Text::UndoOrder.to(lang), body).open(open)) }
}

/// The lines as they were written, with the columns that have something in them.
fn table(lang: Lang, rows: &[Row]) -> Markup {
    use yakusho_accounts::order::Column as Of;
    let columns = [Of::Kind, Of::Number, Of::Unit, Of::Post, Of::Until];
    let headings = columns.map(|of| Column::new(column(lang, of)));
    let lines = rows.iter().take(MOST).map(|row| -> [Cell; 5] {
        let cell = |of: Of| row.cell(of).unwrap_or_default();
        let rest = Of::ALL.into_iter().filter(|of| !columns.contains(of));
        let rest = rest.filter_map(|of| Some((column(lang, of), row.cell(of)?)));
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
    let table = Table::new(Text::Lines.to(lang), headings).rows(lines);
    html! {
        @if rows.len() > MOST {
            p.meta { (Text::FirstLines { n: MOST, of: rows.len() }.to(lang)) }
        }
        (table)
    }
}
