//! A version, and who has acknowledged it.

use std::collections::HashMap;

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::usage::{self, Acknowledgement, UsageRules, UsageRulesId};
use yakusho_kernel::{Cursor, PersonId};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Disclosure, Empty, Icon, Tab, Table, buttons, day, diff, link, prose,
    section, short_moment, tabs,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::texts::Text;
use super::{PAGE, page_of, versions};
use crate::{admin, people};

/// `GET /admin/usage-rules/:id`: those who have acknowledged it, or with `list=outstanding` those who have not.
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<UsageRulesId>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let rules = usage::get(&visit.cx, id).await?;
    let before = usage::before(&visit.cx, &rules).await?;
    let current = usage::current(&visit.cx).await?;
    let outstanding = visit.query("list") == Some("outstanding");
    let after = visit.after();
    let people = if outstanding {
        not_yet(&visit, id, after.as_ref()).await?
    } else {
        acknowledged(&visit, id, after.as_ref()).await?
    };
    let shell = visit.shell().await?;
    let today = visit.cx.today();
    let coming = rules.effective_on > today;
    let csv = Button::link(
        format!("{}/acknowledgements.csv", page_of(id)),
        Common::DownloadCsv.to(lang),
    );
    let page = Page::new(&shell, Text::NumberOf { n: rules.number }.to(lang))
        .crumb(admin::PAGE, admin::title(lang))
        .crumb(PAGE, Text::UsageRules.to(lang))
        .tags(html! { (versions::state(lang, &rules, current.as_ref(), today)) })
        .meta(html! { (Text::Effective.to(lang)) ": " (day(lang, rules.effective_on)) })
        .actions(html! {
            (csv.icon(Icon::Download))
        });
    Ok(Html(page.render(html! {
        (section(Text::Body.to(lang), text(&visit, &rules, before.as_ref())))
        @if coming { (withdrawal(&visit, id)) }
        (section(Text::Followed.to(lang), html! {
            (views(&visit, id, outstanding))
            (people)
        }))
    })))
}

/// Asks before a version that is still to come is taken back.
fn withdrawal(visit: &Visit, id: UsageRulesId) -> Markup {
    let lang = visit.lang;
    let withdraw = Button::post(
        format!("{}/withdraw", page_of(id)),
        visit.csrf(),
        Text::WithdrawThis.to(lang),
    );
    let body = html! {
        p { (Text::WithdrawMeans.to(lang)) }
        (buttons(withdraw.danger()))
    };
    html! { (Disclosure::new(Text::Withdraw.to(lang), body)) }
}

fn text(visit: &Visit, rules: &UsageRules, before: Option<&UsageRules>) -> Markup {
    let lang = visit.lang;
    html! {
        (prose(rules.body(lang)))
        @if let Some(before) = before {
            (Disclosure::new(Text::Difference.to(lang), diff(lang, &before.body_ja, &rules.body_ja)))
        }
    }
}

fn views(visit: &Visit, id: UsageRulesId, outstanding: bool) -> Markup {
    let lang = visit.lang;
    let done = Tab::new(page_of(id), Text::Acknowledged.to(lang)).current(!outstanding);
    let not = Tab::new(
        format!("{}?list=outstanding", page_of(id)),
        Text::Outstanding.to(lang),
    );
    tabs(Text::Followed.to(lang), [done, not.current(outstanding)])
}

async fn acknowledged(visit: &Visit, id: UsageRulesId, after: Option<&Cursor>) -> Answer<Markup> {
    let lang = visit.lang;
    let found = usage::acknowledgements(&visit.cx, id, after, PAGE_SIZE).await?;
    let people: Vec<PersonId> = found.items.iter().map(|one| one.person).collect();
    let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let columns = [Text::Person, Text::Unit, Text::At].map(|text| Column::new(text.to(lang)));
    let table = Table::new(Text::Acknowledged.to(lang), columns)
        .rows(found.items.iter().map(|one| done_row(visit, one, &cards)))
        .empty(Empty::new(Icon::People, Text::NobodyYet.to(lang)));
    Ok(html! { (table) (visit.pager(found.next.as_ref())) })
}

fn done_row(
    visit: &Visit,
    one: &Acknowledgement,
    cards: &HashMap<PersonId, PersonCard>,
) -> [Cell; 3] {
    let card = cards.get(&one.person);
    [
        link(
            people::person_page(one.person),
            card.map_or("", |card| &card.name),
        )
        .into(),
        card.map_or("", |card| &card.unit_name).into(),
        short_moment(visit.lang, one.at.local()).into(),
    ]
}

async fn not_yet(visit: &Visit, id: UsageRulesId, after: Option<&Cursor>) -> Answer<Markup> {
    let lang = visit.lang;
    let found = usage::outstanding(&visit.cx, id, after, PAGE_SIZE).await?;
    let columns = [Text::Person, Text::Unit, Text::Post].map(|text| Column::new(text.to(lang)));
    let rows = found.items.iter().map(|card| -> [Cell; 3] {
        [
            link(people::person_page(card.id), &card.name).into(),
            (&*card.unit_name).into(),
            (&*card.post_title).into(),
        ]
    });
    let table = Table::new(Text::Outstanding.to(lang), columns)
        .rows(rows)
        .empty(Empty::new(Icon::People, Text::AllDone.to(lang)));
    Ok(html! { (table) (visit.pager(found.next.as_ref())) })
}
