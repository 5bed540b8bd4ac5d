//! A measure: what it is, its reviews, reviewing it, and ending it.

use maud::{Markup, html};
use poem::handler;
use poem::web::Path;
use yakusho_compliance::protection::{self, EndForm, Measure, MeasureId, MeasureView, ReviewForm};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Cell, Column, Disclosure, Table, Tag, Tone, buttons, day, definitions, link, prose,
    section, short_day,
};
use yakusho_webkit::{Answer, Fields, Problem, Reader, Typed, Visit};

use super::list::{due, shortened, takers};
use super::texts::{self, Text};
use super::{MEASURES, measure_page};
use crate::inventory::system_page;
use crate::provision::who;

/// The most characters of what is done, found, and said at the end.
pub(super) const LONGEST: usize = 1_000;

/// `GET /inventory/measures/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<MeasureId>) -> Answer {
    let view = protection::show(&visit.cx, id).await?;
    page(&visit, &view, &Typed::nothing(), &Typed::nothing()).await
}

/// `POST /inventory/measures/:id/review`
#[handler]
pub(super) async fn review(visit: Visit, Path(id): Path<MeasureId>, fields: Fields) -> Answer {
    let tried = async {
        let revision = fields.reader().given("revision")?;
        let form = ReviewForm {
            text: fields.text("text"),
            finding: fields.text("finding"),
        };
        Ok::<_, Problem>(protection::review(&visit.cx, id, revision, form).await?)
    };
    match tried.await {
        Ok(_) => {
            let said = Text::Reviewed.to(visit.lang);
            Ok(visit.see_other(measure_page(id)).saying(said).into())
        }
        Err(problem) => {
            let view = protection::show(&visit.cx, id).await?;
            if !view.keeps {
                return Err(problem);
            }
            let typed = problem.again(&fields)?;
            page(&visit, &view, &typed, &Typed::nothing()).await
        }
    }
}

/// `POST /inventory/measures/:id/end`
#[handler]
pub(super) async fn end(visit: Visit, Path(id): Path<MeasureId>, fields: Fields) -> Answer {
    let tried = async {
        let revision = fields.reader().given("revision")?;
        let mut read = fields.reader();
        let on = read.needed("on", Reader::day);
        let form = EndForm {
            on: read.finish_with(on)?,
            reason: fields.text("reason"),
        };
        Ok::<_, Problem>(protection::end(&visit.cx, id, revision, form).await?)
    };
    match tried.await {
        Ok(_) => {
            let said = Text::EndedNow.to(visit.lang);
            Ok(visit.see_other(measure_page(id)).saying(said).into())
        }
        Err(problem) => {
            let view = protection::show(&visit.cx, id).await?;
            if !view.keeps {
                return Err(problem);
            }
            let typed = problem.again(&fields)?;
            page(&visit, &view, &Typed::nothing(), &typed).await
        }
    }
}

/// The measure as it is now, with what was typed into its forms.
async fn page(
    visit: &Visit,
    view: &MeasureView,
    reviewing: &Typed<'_>,
    ending: &Typed<'_>,
) -> Answer {
    let (lang, one) = (visit.lang, &view.measure);
    let taker = takers(visit, std::iter::once(one)).await?.concat();
    let mut facts = vec![
        (
            Text::System.to(lang),
            link(system_page(view.system.id), &*view.system.name),
        ),
        (
            Text::Kind.to(lang),
            html! { (texts::kind(one.kind).to(lang)) },
        ),
        (Text::Measure.to(lang), prose(&one.text)),
        (Text::Since.to(lang), html! { (day(lang, one.since)) }),
        (Text::By.to(lang), html! { (taker) }),
        (Text::Entered.to(lang), html! { (who(lang, &one.entered)) }),
    ];
    match &one.ended {
        Some(ended) => {
            let said = html! { (day(lang, ended.on)) (prose(&ended.words)) p.meta { (who(lang, &ended.by)) } };
            facts.push((Text::Ended.to(lang), said));
        }
        None => facts.push((Text::Review.to(lang), due(visit, one))),
    }
    let history = history(visit, one.id).await?;
    let state = match one.ended {
        Some(_) => Tag::new(Tone::Neutral, Text::Ended.to(lang)),
        None => Tag::new(Tone::Success, Text::Taken.to(lang)),
    };
    let body = html! {
        (definitions(facts))
        @if view.keeps {
            (review_form(visit, one, reviewing))
            (end_form(visit, one, ending))
        }
        (section(Text::History.to(lang), history))
    };
    let shell = visit.shell().await?;
    let page = Page::new(&shell, shortened(&one.text))
        .crumb(MEASURES, Text::Measures.to(lang))
        .tags(html! { (state) })
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    let typed = if ending.fields().is_some() {
        ending
    } else {
        reviewing
    };
    Ok(typed.page(page.render(body)))
}

fn review_form(visit: &Visit, one: &Measure, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let form = typed.form(visit, format!("{}/review", measure_page(one.id)));
    let body = form.clone().render(html! {
        p { (Text::ReviewHelp.to(lang)) }
        (form.hidden("revision", &one.revision.to_string()))
        (form.textarea("text", Text::Measure.to(lang)).required().rows(4).max_chars(LONGEST)
            .value(&*one.text))
        (form.textarea("finding", Text::Finding.to(lang)).required().rows(3).max_chars(LONGEST))
        (buttons(Button::submit(Text::ReviewNow.to(lang)).primary()))
    });
    html! { div.act-box { (section(Text::ReviewTitle.to(lang), body)) } }
}

fn end_form(visit: &Visit, one: &Measure, typed: &Typed<'_>) -> Markup {
    let lang = visit.lang;
    let today = visit.cx.today().to_string();
    let form = typed.form(visit, format!("{}/end", measure_page(one.id)));
    let form = form.prefix("end-");
    let body = form.clone().render(html! {
        p { (Text::EndHelp.to(lang)) }
        (form.hidden("revision", &one.revision.to_string()))
        (form.date("on", Text::LastDay.to(lang)).required().min(one.since.to_string())
            .max(today.clone()).value(today))
        (form.textarea("reason", Text::Reason.to(lang)).required().rows(3).max_chars(LONGEST))
        (buttons(Button::submit(Text::EndNow.to(lang))))
    });
    let part = Disclosure::new(Text::EndTitle.to(lang), body);
    html! { (part.open(typed.fields().is_some())) }
}

/// What was entered, found at each review, and said at the end, the last first.
async fn history(visit: &Visit, id: MeasureId) -> Answer<Table<4>> {
    let lang = visit.lang;
    let kept = protection::history(&visit.cx, id).await?;
    let columns =
        [Text::On, Text::What, Text::Measure, Text::Who].map(|text| Column::new(text.to(lang)));
    let rows = kept.iter().map(|then| {
        let (on, by, what) = match (&then.ended, &then.reviewed) {
            (Some(ended), _) => (ended.on, &ended.by, (Text::Ended, &*ended.words)),
            (None, Some(found)) => (found.on, &found.by, (Text::ReviewTitle, &*found.words)),
            (None, None) => (then.since, &then.entered, (Text::Entry, "")),
        };
        [
            Cell::from(short_day(lang, on)),
            html! { (what.0.to(lang)) @if !what.1.is_empty() { (prose(what.1)) } }.into(),
            prose(&then.text).into(),
            who(lang, by).into(),
        ]
    });
    Ok(Table::new(Text::History.to(lang), columns).rows(rows))
}
