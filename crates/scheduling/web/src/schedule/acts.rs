//! What one does to an event on its page.

use maud::html;
use poem::handler;
use poem::web::{Html, Path};
use yakusho_kernel::{Fault, Invalid, Notices, PersonId, Reason, Seen, Subject as _};
use yakusho_scheduling::event::{self, Answer as Says, CandidateId, EventId, Part};
use yakusho_webkit::page::Page;
use yakusho_webkit::ui::{Confirm, Form};
use yakusho_webkit::{Answer, Fields, SeeOther, Visit};

use super::texts::Text;
use super::{SCHEDULE, date_page, event_page, moments, page_of};

yakusho_webkit::texts! {
    enum Words {
        Question { title: String }: "「{title}」を取り消しますか" / "Call off “{title}”?";
        Consequences: "参加者の予定表からも消え、参加者に通知が届きます。取り消した内容は、履歴に残ります。" / "It goes from the calendars of all who take part, and they are told. What it said stays in its history.";
        OnlyThis: "この日の予定だけを取り消します。ほかの日は残ります。" / "This date alone is called off; the others stay.";
        AndAfter: "この日と、これより後の日の予定を取り消します。前の日は残ります。" / "This date and all after it are called off; those before stay.";
        AllOfIt: "繰り返しのすべての日を取り消します。" / "All dates of the series are called off.";
        Cancel: "予定を取り消す" / "Call off";
        Cancelled: "予定を取り消しました。" / "The event was called off.";
        Answered: "回答しました。" / "Your answer was taken.";
        Decided: "日時を決めました。" / "The date was decided.";
        Confirmed: "予定を確定しました。" / "The event was confirmed.";
    }
}

/// The part of a series that the address is about, as it says so.
pub(super) fn part(visit: &Visit) -> Answer<Part> {
    let date = visit.query("date").and_then(moments::parse);
    Ok(match (visit.query("part"), date) {
        (None | Some("all"), _) => Part::All,
        (Some("this"), Some(date)) => Part::This(date),
        (Some("following"), Some(date)) => Part::Following(date),
        _ => return Err(Fault::NotFound.into()),
    })
}

/// The part as addresses say it.
pub(super) fn said(part: Part) -> Option<(&'static str, yakusho_scheduling::recurrence::Local)> {
    match part {
        Part::All => None,
        Part::This(date) => Some(("this", date)),
        Part::Following(date) => Some(("following", date)),
    }
}

/// The revision that the page showed.
fn revision(fields: &Fields) -> Result<i32, Invalid> {
    fields.reader().given("revision")
}

/// Back to the event, saying what was done.
fn done(visit: &Visit, id: EventId, said: &Words) -> SeeOther {
    let said = said.to(visit.lang);
    visit.see_other(event_page(id)).saying(said)
}

/// `GET /schedule/:id/cancel`
#[handler]
pub(super) async fn ask_cancel(
    visit: Visit,
    Path(id): Path<EventId>,
) -> Answer<Html<maud::Markup>> {
    let view = event::show(&visit.cx, id).await?;
    if !view.rights.edit {
        return Err(Fault::NotFound.into());
    }
    let (lang, part) = (visit.lang, part(&visit)?);
    let action = page_of(id, "cancel", said(part));
    let form = Form::post(lang, action, visit.csrf());
    let revision = form.revision(view.event.revision);
    let title = view.event.content.title.clone();
    let question = Words::Question {
        title: title.clone(),
    };
    let which = match part {
        Part::This(_) => Some(Words::OnlyThis),
        Part::Following(_) => Some(Words::AndAfter),
        Part::All => view.event.repeats().then_some(Words::AllOfIt),
    };
    let asked = Confirm::new(
        lang,
        form,
        question.to(lang),
        Words::Cancel.to(lang),
        event_page(id),
    )
    .consequences(html! {
        @if let Some(which) = which { p { strong { (which.to(lang)) } } }
        p { (Words::Consequences.to(lang)) }
        (revision)
    });
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Words::Cancel.to(lang))
        .crumb(SCHEDULE, Text::Schedule.to(lang))
        .crumb(event_page(id), title);
    Ok(Html(page.render(asked)))
}

/// `POST /schedule/:id/cancel`
#[handler]
pub(super) async fn cancel(
    visit: Visit,
    Path(id): Path<EventId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let part = part(&visit)?;
    let _ = event::cancel(&visit.cx, id, revision(&fields)?, part).await?;
    let said = Words::Cancelled.to(visit.lang);
    Ok(visit.see_other(SCHEDULE).saying(said))
}

/// Who answers: the one named in the form, or the visitor.
fn person(visit: &Visit, fields: &Fields) -> Answer<PersonId> {
    match fields.first("person") {
        Some(_) => Ok(fields.reader().given("person")?),
        None => Ok(visit.me()?.standing.person),
    }
}

/// `POST /schedule/:id/answer`, of a series with `part=this` and `date` to one date
#[handler]
pub(super) async fn answer(
    visit: Visit,
    Path(id): Path<EventId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let says = fields.first("answer").and_then(Says::from_code);
    let says = says.ok_or_else(|| Invalid::field("answer", Reason::Unknown))?;
    let (cx, person) = (&visit.cx, person(&visit, &fields)?);
    let date = match part(&visit)? {
        Part::This(date) => Some(date),
        _ => None,
    };
    let _ = match date {
        Some(date) => event::answer_date(cx, id, person, date, says).await?,
        None => event::answer(cx, id, person, says).await?,
    };
    seen(&visit, id).await?;
    let said = Words::Answered.to(visit.lang);
    Ok(visit.see_other(date_page(id, date)).saying(said))
}

/// `POST /schedule/:id/candidates`: which candidates suit, a field for each by its id.
#[handler]
pub(super) async fn candidates(
    visit: Visit,
    Path(id): Path<EventId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let view = event::show(&visit.cx, id).await?;
    let candidates = view.event.content.candidates.iter();
    let said: Vec<(CandidateId, Says)> = candidates
        .filter_map(|candidate| {
            let says = fields.first(&candidate.id.to_string())?;
            Some((candidate.id, Says::from_code(says)?))
        })
        .collect();
    let person = person(&visit, &fields)?;
    let _ = event::answer_candidates(&visit.cx, id, person, &said).await?;
    seen(&visit, id).await?;
    Ok(done(&visit, id, &Words::Answered))
}

/// `POST /schedule/:id/decide`
#[handler]
pub(super) async fn decide(
    visit: Visit,
    Path(id): Path<EventId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let candidate = fields.reader().given("candidate")?;
    let _ = event::decide(&visit.cx, id, revision(&fields)?, candidate).await?;
    Ok(done(&visit, id, &Words::Decided))
}

/// `POST /schedule/:id/confirm`
#[handler]
pub(super) async fn confirm(
    visit: Visit,
    Path(id): Path<EventId>,
    fields: Fields,
) -> Answer<SeeOther> {
    let _ = event::confirm(&visit.cx, id, revision(&fields)?).await?;
    Ok(done(&visit, id, &Words::Confirmed))
}

/// Whoever answers need not be told of it any more.
async fn seen(visit: &Visit, id: EventId) -> Answer<()> {
    let mine = Notices(visit.me()?.standing.person);
    mine.seen(&visit.cx, Seen::About(id.reference())).await?;
    Ok(())
}
