//! The page of a question: answering it, and having somebody answer it.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Path};
use yakusho_accounts::directory::{self, Audience, PersonCard};
use yakusho_compliance::Items;
use yakusho_compliance::inquiry::{self, InquiryId, InquiryView};
use yakusho_kernel::{Notices, PersonId, Reader as Connection, Ref, Saved, Seen, Subject as _};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, buttons, definitions, link, moment, prose, section};
use yakusho_webkit::{Answer, Fields, Problem, Typed, Visit};

use super::ask::LONGEST;
use super::list::state;
use super::{INQUIRIES, Text, inquiry_page};
use crate::provision::who;

/// `GET /inquiries/:id`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<InquiryId>, items: Data<&Items>) -> Answer {
    let view = inquiry::show(&visit.cx, id).await?;
    let mine = Notices(visit.me()?.standing.person);
    if mine.unseen_once(&visit.cx).await? > 0 {
        mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    }
    page(&visit, items.0, &view, Typed::nothing()).await
}

/// `POST /inquiries/:id/assign`
#[handler]
pub(super) async fn assign(
    visit: Visit,
    Path(id): Path<InquiryId>,
    items: Data<&Items>,
    fields: Fields,
) -> Answer {
    let assigned = async {
        let revision = fields.reader().given("revision")?;
        let mut read = fields.reader();
        let person = read.needed("person", |read, name| read.with(name, |id| id.parse().ok()));
        let person: PersonId = read.finish_with(person)?;
        Ok::<_, Problem>(inquiry::assign(&visit.cx, id, revision, person).await?)
    };
    done(
        &visit,
        items.0,
        id,
        &fields,
        assigned.await,
        &Text::AssignedNow,
    )
    .await
}

/// `POST /inquiries/:id/answer`
#[handler]
pub(super) async fn answer(
    visit: Visit,
    Path(id): Path<InquiryId>,
    items: Data<&Items>,
    fields: Fields,
) -> Answer {
    let answered = async {
        let revision = fields.reader().given("revision")?;
        let text = fields.text("answer");
        Ok::<_, Problem>(inquiry::answer(&visit.cx, id, revision, &text).await?)
    };
    done(
        &visit,
        items.0,
        id,
        &fields,
        answered.await,
        &Text::AnsweredNow,
    )
    .await
}

/// Back to the question, or to its page with what was typed and what is wrong with it.
async fn done(
    visit: &Visit,
    items: &Items,
    id: InquiryId,
    fields: &Fields,
    outcome: Result<Saved<()>, Problem>,
    said: &Text,
) -> Answer {
    match outcome {
        Ok(_) => {
            let said = said.to(visit.lang);
            Ok(visit.see_other(inquiry_page(id)).saying(said).into())
        }
        Err(problem) => {
            let view = inquiry::show(&visit.cx, id).await?;
            page(visit, items, &view, problem.again(fields)?).await
        }
    }
}

async fn page(visit: &Visit, items: &Items, view: &InquiryView, typed: Typed<'_>) -> Answer {
    let (lang, cx, one) = (visit.lang, &visit.cx, &view.inquiry);
    let on = cx.reader();
    let units = directory::unit_names(&on, cx.today(), &[one.section]).await?;
    let assigned = directory::people(&on, cx.today(), one.assigned.as_slice()).await?;
    let mut facts = vec![
        (Text::State, state(visit, one)),
        (
            Text::About,
            about(visit, items, &one.item, &one.title).await?,
        ),
        (
            Text::Section,
            html! { (units.get(&one.section).cloned().unwrap_or_default()) },
        ),
        (
            Text::AskedBy,
            html! { (who(lang, &one.asked)) " " (moment(lang, one.asked_at.local())) },
        ),
    ];
    if let Some(card) = one.assigned.and_then(|person| assigned.get(&person)) {
        facts.push((Text::AssignedTo, html! { (called(card)) }));
    }
    let facts = facts.into_iter().map(|(text, what)| (text.to(lang), what));
    let body = html! {
        (definitions(facts))
        (section(Text::Question.to(lang), prose(&one.question)))
        @if let Some(said) = &one.answer {
            (section(Text::Answer.to(lang), html! {
                (prose(&said.text))
                p.meta { (who(lang, &said.doer)) " " (moment(lang, said.at.local())) }
            }))
        }
        @if view.may.answer { (answer_form(visit, view, &typed)) }
        @if view.may.assign { (assign_form(visit, view, &on, &typed).await?) }
    };
    let shell = visit.shell().await?;
    let page = Page::new(
        &shell,
        Text::QuestionAbout {
            title: one.title.clone(),
        }
        .to(lang),
    )
    .crumb(INQUIRIES, Text::Asked.to(lang))
    .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(typed.page(page.render(body)))
}

/// What the thing was called, with the way to it where the reader may see it.
pub(crate) async fn about(visit: &Visit, items: &Items, item: &Ref, title: &str) -> Answer<Markup> {
    let page = match items.look(&visit.cx, item).await? {
        Some(_) => visit.site().words().page_of(item),
        None => None,
    };
    let kind = visit.site().words().of_thing(&item.kind, visit.lang);
    Ok(html! {
        @match page {
            Some(page) => (link(page, title)),
            None => (title),
        }
        @if let Some(kind) = kind { " " span.meta { (kind) } }
    })
}

fn called(card: &PersonCard) -> String {
    format!("{} {}", card.unit_name, card.name)
        .trim()
        .to_owned()
}

fn answer_form(visit: &Visit, view: &InquiryView, typed: &Typed<'_>) -> Markup {
    let (lang, one) = (visit.lang, &view.inquiry);
    let form = typed.form(visit, format!("{}/answer", inquiry_page(one.id)));
    let body = form.clone().render(html! {
        (form.hidden("revision", &one.revision.to_string()))
        (form.textarea("answer", Text::Answer.to(lang)).required().rows(6).max_chars(LONGEST)
            .help(Text::AnswerHelp.to(lang)))
        (buttons(Button::submit(Text::Reply.to(lang)).primary()))
    });
    html! { div.act-box { (section(Text::Reply.to(lang), body)) } }
}

async fn assign_form(
    visit: &Visit,
    view: &InquiryView,
    on: &Connection<'_>,
    typed: &Typed<'_>,
) -> Answer<Markup> {
    let (lang, one, today) = (visit.lang, &view.inquiry, visit.cx.today());
    let audience = Audience {
        units: vec![one.section],
        ..Audience::default()
    };
    let people = directory::expand(on, today, &audience).await?;
    let people: Vec<PersonId> = people.into_iter().map(|one| one.person).collect();
    let cards = directory::people(on, today, &people).await?;
    let mut cards: Vec<&PersonCard> = cards.values().collect();
    cards.sort_by(|one, other| one.kana.cmp(&other.kana));
    let options = cards
        .into_iter()
        .map(|card| Choice::new(card.id.to_string(), called(card)));
    let form = typed.form(visit, format!("{}/assign", inquiry_page(one.id)));
    let form = form.prefix("assign");
    let body = form.clone().render(html! {
        (form.hidden("revision", &one.revision.to_string()))
        (form.select("person", Text::AssignTo.to(lang)).required().options(options)
            .values(one.assigned.map(|person| person.to_string())))
        (buttons(Button::submit(Text::Assign.to(lang))))
    });
    Ok(html! { div.act-box { (section(Text::AssignTitle.to(lang), body)) } })
}
