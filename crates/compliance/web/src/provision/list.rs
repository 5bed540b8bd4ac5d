//! The lists of provisions.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_compliance::provision::{self, AgreementState, ProvisionRow, Standing, View};
use yakusho_kernel::{Fault, UnitId};
use yakusho_regulation::ProcedureKind;
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, link, short_day, tabs,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::{PROVISIONS, Text, provision_page};
use crate::forms::{FORMS, Text as Forms, views};

/// `GET /provisions`, of a list by `view`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let view = match visit.query("view") {
        None | Some("all") => View::All,
        Some("word") => View::Word,
        Some("owed") => View::Owed,
        Some(_) => return Err(Fault::NotFound.into()),
    };
    let listed = provision::list(&visit.cx, view, visit.after().as_ref(), PAGE_SIZE).await?;
    let sections: Vec<UnitId> = listed.items.iter().map(|row| row.section).collect();
    let units = directory::unit_names(&visit.cx.reader(), visit.cx.today(), &sections).await?;
    let columns = [
        Text::Data,
        Text::Recipient,
        Text::Section,
        Text::Days,
        Text::State,
        Text::Due,
    ]
    .map(|text| Column::new(text.to(lang)));
    let cells = |row: &ProvisionRow| {
        [
            Cell::from(link(provision_page(row.id), &row.data_name)),
            (&*row.recipient).into(),
            units.get(&row.section).cloned().unwrap_or_default().into(),
            html! { (short_day(lang, row.days.0)) " 〜 " (short_day(lang, row.days.1)) }.into(),
            html! { (stands(lang, row.standing, row.state)) }.into(),
            html! { @if let Some(due) = due(row) { (short_day(lang, due)) } }.into(),
        ]
    };
    let table = Table::new(Text::Provisions.to(lang), columns)
        .empty(Empty::new(Icon::Document, Text::Nothing.to(lang)))
        .rows(listed.items.iter().map(cells));
    let above = views(&visit, PROVISIONS).await?;
    let shell = visit.shell().await?;
    let asks = visit
        .cx
        .city()
        .procedure(ProcedureKind::Provision, visit.cx.today());
    let consult = Button::link(
        format!("{FORMS}/new/{}", ProcedureKind::Provision),
        Text::Consult.to(lang),
    );
    let drafts = match asks {
        Some(procedure) => {
            let form = yakusho_compliance::procedure::form(&visit.cx, procedure.kind)?;
            !form.1.is_empty()
        }
        None => false,
    };
    let page = Page::new(&shell, Text::Provisions.to(lang))
        .crumb(FORMS, Forms::Forms.to(lang))
        .actions(html! { @if drafts { (consult.primary().icon(Icon::Plus)) } });
    Ok(Html(page.render(html! {
        (above)
        p { (Text::Intro.to(lang)) }
        (filters(lang, view))
        (table)
        (visit.pager(listed.next.as_ref()))
    })))
}

/// By when what was released is owed back, once the agreement has ended.
fn due(row: &ProvisionRow) -> Option<time::Date> {
    let owed = matches!(row.standing, Standing::Owed | Standing::Overdue);
    row.due.filter(|_| owed)
}

fn filters(lang: Lang, current: View) -> Markup {
    let each = [
        (PROVISIONS, Text::AllOfThem, View::All),
        ("/provisions?view=word", Text::WordWanted, View::Word),
        ("/provisions?view=owed", Text::Owed, View::Owed),
    ];
    let each =
        each.map(|(address, text, view)| Tab::new(address, text.to(lang)).current(view == current));
    tabs(Text::Lists.to(lang), each)
}

/// How a provision stands, as a tag.
pub(super) fn stands(lang: Lang, standing: Standing, state: Option<AgreementState>) -> Tag {
    let (tone, text) = match (standing, state) {
        (Standing::Unagreed, Some(AgreementState::Draft)) => (Tone::Neutral, Text::Draft),
        (Standing::Unagreed, Some(AgreementState::Waiting)) => (Tone::Warning, Text::Waiting),
        (Standing::Unagreed, Some(AgreementState::Ready)) => (Tone::Info, Text::Ready),
        (Standing::Unagreed, _) => (Tone::Neutral, Text::Unagreed),
        (Standing::Ahead, _) => (Tone::Info, Text::Ahead),
        (Standing::InForce, _) => (Tone::Success, Text::InForce),
        (Standing::Ended, _) => (Tone::Neutral, Text::Ended),
        (Standing::Owed, _) => (Tone::Warning, Text::ToReturn),
        (Standing::Overdue, _) => (Tone::Error, Text::Overdue),
        (Standing::Closed, _) => (Tone::Neutral, Text::Closed),
    };
    Tag::new(tone, text.to(lang))
}
