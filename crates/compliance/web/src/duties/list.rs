//! The lists.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Html};
use yakusho_compliance::duty::{self, Duty, DutyKind, DutyState, Ledger, View};
use yakusho_kernel::{Fault, NoticeRow, Owed, Page as Listed, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{
    Button, Cell, Column, Empty, Icon, Tab, Table, Tag, Tone, link, short_moment, tabs,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::row::{Debtors, due, under, what};
use super::texts::Text;
use super::{DUTIES, FEED, MONTH, NEW, duty_page, list_of};

/// The view that is asked for.
pub(super) fn view(visit: &Visit) -> Result<View, Fault> {
    match visit.query("view") {
        None => Ok(View::Mine),
        Some(code) => View::from_code(code).ok_or(Fault::NotFound),
    }
}

/// What a view is called.
pub(super) fn called(view: View) -> Text {
    match view {
        View::Mine => Text::Mine,
        View::Section => Text::Section,
        View::All => Text::All,
    }
}

/// `GET /duties`, of a list by `view`; with `state=ended`, what was done or dropped
#[handler]
pub(super) async fn show(visit: Visit, Data(ledger): Data<&Ledger>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let view = view(&visit)?;
    let ended = match visit.query("state") {
        None => false,
        Some("ended") => true,
        Some(_) => return Err(Fault::NotFound.into()),
    };
    let after = visit.after();
    let (table, next) = if ended {
        let found = duty::closed(&visit.cx, view, after.as_ref(), PAGE_SIZE).await?;
        (closed(&visit, &found.items).await?, found.next)
    } else {
        let days = (None, None);
        let found = ledger.list(&visit.cx, view, days, after.as_ref(), PAGE_SIZE);
        let Listed { items, next } = found.await?;
        (open(&visit, &items).await?, next)
    };
    let other = if ended { Text::StillOpen } else { Text::Ended };
    let month = format!("{MONTH}?view={}", view.code());
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::Duties.to(lang)).actions(html! {
        @if duty::may_enter(&visit.cx) {
            (Button::link(NEW, Text::New.to(lang)).primary().icon(Icon::Plus))
        }
        (Button::link(month, Text::AsMonth.to(lang)).icon(Icon::Calendar))
        (Button::link(FEED, Text::Subscribe.to(lang)))
    });
    Ok(Html(page.render(html! {
        p { (Text::Intro.to(lang)) }
        (views(&visit, ledger, view, |view| list_of(view, ended)))
        p { (link(list_of(view, !ended), other.to(lang))) }
        (table)
        (visit.pager(next.as_ref()))
    })))
}

/// The views that the reader has, each with its address.
pub(super) fn views(
    visit: &Visit,
    ledger: &Ledger,
    current: View,
    address: impl Fn(View) -> String,
) -> Markup {
    let lang = visit.lang;
    let views = ledger.views(&visit.cx);
    if views.len() < 2 {
        return html! {};
    }
    let tab = |view: View| Tab::new(address(view), called(view).to(lang)).current(view == current);
    tabs(Text::Views.to(lang), views.into_iter().map(tab))
}

async fn open(visit: &Visit, owed: &[Owed]) -> Answer<Markup> {
    let lang = visit.lang;
    let debtors = Debtors::of(visit, owed.iter().map(|one| one.by)).await?;
    let columns = [Text::What, Text::Due, Text::Who, Text::By];
    let rows = owed.iter().map(|one| {
        [
            Cell::from(what(visit, one)),
            due(visit, one.due).into(),
            debtors.called(one.by).into(),
            under(visit, one.rule).into(),
        ]
    });
    let table = Table::new(
        Text::Duties.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .empty(Empty::new(Icon::Check, Text::NothingOpen.to(lang)))
    .rows(rows);
    Ok(html! { (table) })
}

async fn closed(visit: &Visit, duties: &[Duty]) -> Answer<Markup> {
    let lang = visit.lang;
    let debtors = Debtors::of(visit, duties.iter().map(|one| one.by)).await?;
    let columns = [Text::What, Text::State, Text::EndedAt, Text::Who, Text::By];
    let rows = duties.iter().map(|one| {
        let at = one.ended.as_ref().map(|ended| ended.at);
        [
            Cell::from(link(duty_page(one.id), says(visit, one))),
            html! { (state(lang, one.state)) }.into(),
            html! { @if let Some(at) = at { (short_moment(lang, at.local())) } }.into(),
            debtors.called(one.by).into(),
            under(visit, one.rule).into(),
        ]
    });
    let table = Table::new(
        Text::Ended.to(lang),
        columns.map(|text| Column::new(text.to(lang))),
    )
    .empty(Empty::new(Icon::Check, Text::NothingEnded.to(lang)))
    .rows(rows);
    Ok(html! { (table) })
}

/// What a duty of the ledger says.
pub(super) fn says(visit: &Visit, duty: &Duty) -> String {
    let kind: DutyKind = duty.kind;
    let owed = Owed {
        place: (0, duty.id.into()),
        kind: kind.code(),
        params: duty.params.clone(),
        about: duty.id.reference(),
        rule: duty.rule,
        by: duty.by,
        due: duty.due,
    };
    let told = visit
        .site()
        .words()
        .tell(&NoticeRow::saying(&owed), visit.lang);
    told.map_or_else(|| kind.code().to_owned(), |told| told.text)
}

/// What has become of a duty, as a tag.
pub(super) fn state(lang: Lang, state: DutyState) -> Tag {
    let (tone, text) = match state {
        DutyState::Open => (Tone::Info, Text::Open),
        DutyState::Done => (Tone::Success, Text::Done),
        DutyState::Dropped => (Tone::Neutral, Text::Dropped),
    };
    Tag::new(tone, text.to(lang))
}

/// The way back to the list.
pub(super) fn crumb(lang: Lang) -> (&'static str, String) {
    (DUTIES, Text::Duties.to(lang).into_owned())
}
