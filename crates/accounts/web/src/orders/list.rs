//! The orders.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_accounts::order::{self, Order, OrderState};
use yakusho_kernel::PersonId;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::number;
use yakusho_webkit::ui::{Button, Cell, Column, Empty, Icon, Tab, Table, link, short_day, tabs};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::texts::{self, Text};
use super::{NEW, PAGE, TEMPLATE, page_of, states};
use crate::admin;

/// `GET /admin/orders`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let asked = visit.query("state").and_then(OrderState::from_code);
    let found = order::list(&visit.cx, asked, visit.after().as_ref(), PAGE_SIZE).await?;
    let by: Vec<PersonId> = found.items.iter().map(|order| order.made_by).collect();
    let people = directory::people(&visit.cx.reader(), visit.cx.today(), &by).await?;
    let columns = [
        Column::new(Text::Title.to(lang)),
        Column::new(Text::Day.to(lang)),
        Column::new(Text::State.to(lang)),
        Column::number(Text::LineCount.to(lang)),
        Column::new(Text::MadeBy.to(lang)),
    ];
    let rows = found.items.iter().map(|order| {
        let by = people.get(&order.made_by).map(|card| card.name.as_str());
        row(lang, order, by.unwrap_or_default())
    });
    let table = Table::new(Text::Orders.to(lang), columns).rows(rows).empty(
        Empty::new(Icon::Organisation, Text::NoOrders.to(lang))
            .advice(Text::NoOrdersAdvice.to(lang)),
    );
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Orders.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .actions(html! {
            (Button::link(NEW, Text::New.to(lang)).primary().icon(Icon::Plus))
            (Button::link(TEMPLATE, Text::Template.to(lang)).icon(Icon::Download))
        });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (views(lang, asked))
        (table)
        (visit.pager(found.next.as_ref()))
    })))
}

fn views(lang: Lang, current: Option<OrderState>) -> Markup {
    let all = Tab::new(PAGE, Text::All.to(lang)).current(current.is_none());
    let each = OrderState::ALL.map(|state| {
        let to = format!("{PAGE}?state={}", state.code());
        Tab::new(to, texts::state(lang, state)).current(current == Some(state))
    });
    tabs(Text::Orders.to(lang), std::iter::once(all).chain(each))
}

fn row(lang: Lang, order: &Order, by: &str) -> [Cell; 5] {
    let lines = u64::try_from(order.lines).unwrap_or_default();
    [
        link(page_of(order.id), &order.title).into(),
        short_day(lang, order.takes_effect_on).into(),
        states(lang, order).into(),
        number(lines).into(),
        by.into(),
    ]
}
