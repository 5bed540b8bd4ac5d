//! Answering whether one takes part, and confirming what was proposed.

use serde_json::json;
use uuid::Uuid;
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Notice, PersonId, Reason, Saved, Tx};

use super::access::{acting, answering, hold};
use super::tell::{host, said, tell};
use crate::event::model::{Answer, DateAnswer, Event, EventId, Said};
use crate::event::{notices, policy, store};
use crate::recurrence::Local;

/// The most single dates of a series to which somebody says something else than to the rest.
const MOST_DATES: usize = 500;

/// Says whether a person takes part: oneself, or one for whom the actor writes. Of a series it holds for every date, whatever
/// was said to single ones before.
pub async fn answer(
    cx: &Cx,
    id: EventId,
    person: PersonId,
    answer: Answer,
) -> Result<Saved<()>, Fault> {
    let said = Says {
        whole: Some(answer),
        dates: Vec::new(),
    };
    say(cx, id, person, said).await
}

/// Says whether a person takes part on one date of a series; what they say to the others stays.
pub async fn answer_date(
    cx: &Cx,
    id: EventId,
    person: PersonId,
    date: Local,
    answer: Answer,
) -> Result<Saved<()>, Fault> {
    let said = Says {
        whole: None,
        dates: vec![(date, answer)],
    };
    say(cx, id, person, said).await
}

/// Says what a person answers to a series and to single dates of it, in the place of whatever they said before.
pub(crate) async fn answer_each(
    cx: &Cx,
    id: EventId,
    person: PersonId,
    whole: Answer,
    dates: Vec<(Local, Answer)>,
) -> Result<Saved<()>, Fault> {
    let said = Says {
        whole: Some(whole),
        dates,
    };
    say(cx, id, person, said).await
}

/// What is answered.
struct Says {
    /// To all of it; what was said to single dates goes.
    whole: Option<Answer>,
    /// To single dates.
    dates: Vec<(Local, Answer)>,
}

async fn say(cx: &Cx, id: EventId, person: PersonId, says: Says) -> Result<Saved<()>, Fault> {
    let cx = answering(cx, person).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, None).await?;
    let permit = policy::may_answer(&cx, &found.calendars, &found.event, person)?;
    let mut own = store::entries(&tx, id).await?.into_iter();
    let own = own.find(|entry| entry.holder == Uuid::from(person));
    let before = own.map(|entry| entry.said).unwrap_or_default();
    let mut now = before.clone();
    if let Some(whole) = says.whole {
        store::answer(&tx, &permit, id, &[person], whole).await?;
        now = Said {
            whole,
            dates: Vec::new(),
        };
    }
    if !says.dates.is_empty() {
        now.dates = dated(&cx, &found.event, now.clone(), &says)?;
        store::answer_dates(&tx, &permit, id, person, &now.dates).await?;
    }
    store::note(&tx, &permit, &[found.event.root()]).await?;
    if now.answers() != before.answers() {
        tell_host(&tx, &found.event, person, &says).await?;
    }
    let mut entry = Audit::of(permit, &id).with("for", person.to_string());
    if let Some(whole) = says.whole {
        entry = entry.with("answer", whole.code());
    }
    if !says.dates.is_empty() {
        let dates = says.dates.iter();
        let dates: Vec<_> = dates
            .map(|(date, answer)| json!([date.to_string(), answer.code()]))
            .collect();
        entry = entry.with("dates", dates);
    }
    Ok(tx.commit(entry, ()).await?)
}

/// What is said to single dates from now on. What is no other answer than to the rest needs no place of its own.
fn dated(cx: &Cx, series: &Event, mut said: Said, says: &Says) -> Result<Vec<DateAnswer>, Fault> {
    let dates = series.series();
    if !series.repeats() || !says.dates.iter().all(|(date, _)| dates.has(*date)) {
        return Err(Fault::NotFound);
    }
    for (date, answer) in &says.dates {
        said.dates.retain(|known| known.date != *date);
        if *answer != said.whole {
            said.dates.push(DateAnswer {
                date: *date,
                answer: *answer,
                at: cx.now(),
                by: cx.actor().person(),
            });
        }
    }
    if said.dates.len() > MOST_DATES {
        return Err(Invalid::field("date", Reason::TooMany { max: MOST_DATES }).into());
    }
    said.dates.sort_unstable_by_key(|known| known.date);
    Ok(said.dates)
}

/// Tells whoever invited, unless they answered themselves.
async fn tell_host(tx: &Tx, event: &Event, person: PersonId, says: &Says) -> Result<(), Fault> {
    let (cx, host) = (tx.cx(), host(event));
    if cx.actor().person() == Some(host) {
        return Ok(());
    }
    let mut params = said(tx, event).await?;
    let date = says.dates.first().filter(|_| says.whole.is_none());
    let answer = says.whole.or(date.map(|(_, answer)| *answer));
    if let (Some(params), Some(answer)) = (params.as_object_mut(), answer) {
        params.insert("answer".to_owned(), json!(answer.code()));
        params.insert("person".to_owned(), json!(person));
        if let Some((date, _)) = date {
            let (start, _) = event.content.when.from_start(*date).span();
            params.insert("start".to_owned(), json!(start.millis()));
        }
    }
    // Told again whenever the answer changes.
    let key = format!("{} {person} {}", event.version, cx.now().millis());
    let notice = Notice::new(notices::ANSWERED, &event.id)
        .keyed(key)
        .params(params);
    Ok(tx.notify(&[host], &notice).await?)
}

/// Confirms what was proposed or tentative.
pub async fn confirm(cx: &Cx, id: EventId, revision: i32) -> Result<Saved<()>, Fault> {
    let cx = acting(cx, id).await?;
    let tx = cx.begin().await?;
    let found = hold(&tx, id, Some(revision)).await?;
    let permit = policy::may_confirm(&cx, &found.calendars, &found.event)?;
    let mut event = found.event;
    event.confirm(cx.now())?;
    let version = tx.keep_version(&id, &event.content).await?;
    event.version = version.number;
    store::save(&tx, &permit, &event).await?;
    store::note(&tx, &permit, &[event.root()]).await?;
    tell(&tx, &event, &event.content.participants, notices::DECIDED).await?;
    tell(&tx, &event, &[event.by.hand], notices::DECIDED).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}
