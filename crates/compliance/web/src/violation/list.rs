//! The lists of reports.

use maud::{Markup, html};
use poem::handler;
use poem::web::Html;
use yakusho_compliance::violation::{self, Breach, Outcome, View, Violation};
use yakusho_kernel::Fault;
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Cell, Column, Empty, Icon, Table, Tag, Tone, link, short_day, short_moment,
};
use yakusho_webkit::{Answer, Lang, PAGE_SIZE, Visit};

use super::{Text, VIOLATIONS, violation_page};
use crate::inquiry::{INQUIRIES, Text as Asking, views};

/// `GET /violations`, of a list by `view`
#[handler]
pub(super) async fn show(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let view = View::from_code(visit.query("view").unwrap_or("mine")).ok_or(Fault::NotFound)?;
    let after = visit.after();
    let listed = violation::list(&visit.cx, view, after.as_ref(), PAGE_SIZE).await?;
    let columns = [
        Text::Reported,
        Text::Breach,
        Text::ReportedBy,
        Text::ReportedAt,
        Text::State,
    ]
    .map(|text| Column::new(text.to(lang)));
    let cells = |one: &Violation| {
        [
            Cell::from(link(violation_page(one.id), &*one.title)),
            breach(one.breach).to(lang).into_owned().into(),
            (&*one.reported.name).into(),
            html! { (short_moment(lang, one.reported_at.local())) }.into(),
            state(&visit, one).into(),
        ]
    };
    let table = Table::new(Text::Violations.to(lang), columns)
        .empty(Empty::new(Icon::Shield, Text::Nothing.to(lang)).advice(Text::HowTo.to(lang)))
        .rows(listed.items.iter().map(cells));
    let above = views(&visit, &format!("{VIOLATIONS}?view={}", view.code())).await?;
    let shell = visit.shell().await?;
    let page =
        Page::new(&shell, Text::Violations.to(lang)).crumb(INQUIRIES, Asking::Asked.to(lang));
    Ok(Html(page.render(html! {
        (above)
        (table)
        (visit.pager(listed.next.as_ref()))
    })))
}

/// A prohibition in words.
pub(super) const fn breach(breach: Breach) -> Text {
    match breach {
        Breach::FalseInformation => Text::FalseInformation,
        Breach::Defamation => Text::Defamation,
        Breach::Unlawful => Text::Unlawful,
        Breach::Hindrance => Text::Hindrance,
    }
}

/// An outcome as a tag.
pub(super) fn outcome(lang: Lang, outcome: Outcome) -> Tag {
    let (tone, text) = match outcome {
        Outcome::TakenDown => (Tone::Error, Text::TakenDown),
        Outcome::Settled => (Tone::Success, Text::Settled),
        Outcome::NoBreach => (Tone::Neutral, Text::NoBreach),
    };
    Tag::new(tone, text.to(lang))
}

/// How a report stands.
pub(super) fn state(visit: &Visit, one: &Violation) -> Markup {
    let lang = visit.lang;
    if let Some(handled) = &one.handled {
        return html! { (outcome(lang, handled.outcome)) };
    }
    html! {
        (Tag::new(Tone::Warning, Text::Open.to(lang))) " "
        (Text::Due.to(lang)) " " (short_day(lang, one.due))
        @if one.due < visit.cx.today() { " " (Tag::new(Tone::Error, Common::Overdue.to(lang))) }
    }
}
