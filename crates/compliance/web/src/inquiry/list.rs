//! The lists of questions.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_accounts::directory;
use yakusho_compliance::inquiry::{self, Inquiry, View};
use yakusho_compliance::violation;
use yakusho_kernel::{Fault, UnitId};
use yakusho_regulation::Rule;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, link, short_day, short_moment, tabs,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::{INQUIRIES, Text, has, inquiry_page};
use crate::violation::{Text as Reports, VIOLATIONS};

/// `GET /inquiries`, of a list by `view`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let (lang, cx) = (visit.lang, &visit.cx);
    let view = View::from_code(visit.query("view").unwrap_or("open")).ok_or(Fault::NotFound)?;
    let listed = inquiry::list(cx, view, visit.after().as_ref(), PAGE_SIZE).await?;
    let sections: Vec<UnitId> = listed.items.iter().map(|one| one.section).collect();
    let units = directory::unit_names(&cx.reader(), cx.today(), &sections).await?;
    let columns = [
        Text::Question,
        Text::About,
        Text::Section,
        Text::AskedBy,
        Text::AskedAt,
        Text::State,
    ]
    .map(|text| Column::new(text.to(lang)));
    let cells = |one: &Inquiry| {
        [
            Cell::from(link(inquiry_page(one.id), beginning(&one.question))),
            (&*one.title).into(),
            units.get(&one.section).cloned().unwrap_or_default().into(),
            (&*one.asked.name).into(),
            html! { (short_moment(lang, one.asked_at.local())) }.into(),
            state(&visit, one).into(),
        ]
    };
    let table = Table::new(Text::Inquiries.to(lang), columns)
        .empty(Empty::new(Icon::Comment, Text::Nothing.to(lang)).advice(Text::HowToAsk.to(lang)))
        .rows(listed.items.iter().map(cells));
    let above = views(&visit, &format!("{INQUIRIES}?view={}", view.code())).await?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Asked.to(lang));
    Ok(Html(page.render(html! {
        (above)
        (table)
        (visit.pager(listed.next.as_ref()))
    })))
}

/// The first line of a text, as long as fits into a cell.
pub(crate) fn beginning(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    let mut chars = line.chars();
    let begin: String = chars.by_ref().take(LONGEST).collect();
    let whole = chars.next().is_none() && line.len() == text.len();
    if whole { begin } else { format!("{begin}…") }
}

/// How a question stands.
pub(super) fn state(visit: &Visit, one: &Inquiry) -> Markup {
    let lang = visit.lang;
    if one.answer.is_some() {
        return html! { (Tag::new(Tone::Success, Text::Answered.to(lang))) };
    }
    let late = one.due < visit.cx.today();
    html! {
        (Tag::new(Tone::Warning, Text::Open.to(lang))) " "
        (Text::Due.to(lang)) " " (short_day(lang, one.due))
        @if late { " " (Tag::new(Tone::Error, Common::Overdue.to(lang))) }
    }
}

/// The lists of questions and reports, with how many wait.
pub(crate) async fn views(visit: &Visit, current: &str) -> Answer<Markup> {
    let lang = visit.lang;
    let mut views = Vec::new();
    let mut view = |below: &str, code: &str, label: String, count: u64| {
        let address = format!("{below}?view={code}");
        let is_current = address == current;
        let tab = Tab::new(address, label).current(is_current);
        views.push(if count > 0 { tab.count(count) } else { tab });
    };
    if has(visit, Rule::Inquiries) {
        let waiting = inquiry::waiting(&visit.cx).await?;
        let said = |text: Text| text.to(lang).into_owned();
        view(INQUIRIES, "open", said(Text::ViewOpen), waiting);
        view(INQUIRIES, "answered", said(Text::ViewAnswered), 0);
        view(INQUIRIES, "mine", said(Text::ViewMine), 0);
    }
    if has(visit, Rule::ViolationsReported) {
        let said = |text: Reports| text.to(lang).into_owned();
        if let Some(waiting) = violation::waiting(&visit.cx).await? {
            view(VIOLATIONS, "open", said(Reports::ViewOpen), waiting);
            view(VIOLATIONS, "handled", said(Reports::ViewHandled), 0);
        }
        view(VIOLATIONS, "mine", said(Reports::ViewMine), 0);
    }
    Ok(tabs(Text::Views.to(lang), views))
}
