//! Events as programs outside write them: a series and those that stand in the place of its dates, put at once.

use yakusho_attachments::copies;
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Permit, Reason, Tx};

use super::access::hold;
use super::facilities::{Facilities, follow as follow_with};
use super::tell::tell;
use super::write::{Entered, begin, follow, known};
use crate::Authorship;
use crate::booking::{BookingError, OnTaken};
use crate::event::model::{Content, Event, EventForm, EventId, Origin};
use crate::event::policy::Calendars;
use crate::event::rules::Decided;
use crate::event::{notices, policy, rules, store};
use crate::recurrence::Local;

/// The most characters that a program keeps with an event.
const EXTRA: usize = 65_536;

/// The most dates that are added to a rule, or left out of it.
const DATES: usize = 1000;

/// An event as a program writes it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) form: EventForm,
    /// Dates besides those of the rule.
    pub(crate) added: Vec<Local>,
    /// Dates of the rule that fall out.
    pub(crate) left_out: Vec<Local>,
    /// What the program keeps with it.
    pub(crate) extra: String,
}

/// A series, or an event that does not come back, and those that stand in the place of its dates.
#[derive(Clone, Debug)]
pub(crate) struct Put {
    pub(crate) whole: Draft,
    pub(crate) dates: Vec<(Local, Draft)>,
}

impl Draft {
    /// Which facilities it is to have.
    fn facilities(&self) -> Facilities<'_> {
        Facilities::of(&self.form, OnTaken::Refuse)
    }

    /// What it says. Its first date counts, whether its rule takes it or not.
    fn parse(&self, cx: &Cx) -> Result<Entered, Invalid> {
        let (mut content, last) = self.form.parse(cx)?;
        let mut invalid = Invalid::default();
        for (field, dates) in [("added", &self.added), ("left_out", &self.left_out)] {
            if dates.len() > DATES {
                invalid.push(field, Reason::TooMany { max: DATES });
            }
        }
        if self.extra.len() > EXTRA {
            invalid.push("extra", Reason::TooLong { max: EXTRA });
        }
        invalid.check()?;
        content.added.clone_from(&self.added);
        content.left_out.clone_from(&self.left_out);
        if content.when.start() != self.form.when.start() && self.form.candidates.is_empty() {
            content.added.push(self.form.when.start());
        }
        for dates in [&mut content.added, &mut content.left_out] {
            dates.sort_unstable();
            dates.dedup();
        }
        content.extra.clone_from(&self.extra);
        Ok((content, last))
    }
}

impl Put {
    /// Whether it could be put over these events, as far as it can be told without writing it.
    pub(crate) fn check(&self, cx: &Cx, standing: &[Event]) -> Result<(), Invalid> {
        let at = |date: Option<Local>| {
            let mut standing = standing.iter();
            standing.find(|event| event.origin.map(|origin| origin.original) == date)
        };
        let whole = at(None);
        let (content, last) = entered(cx, &self.whole, whole)?.0;
        let series = content.series(last);
        for (date, draft) in &self.dates {
            if !series.has(*date) {
                return Err(Invalid::field("recurrence_id", Reason::Unknown));
            }
            entered(cx, draft, at(Some(*date)).or(whole))?;
        }
        Ok(())
    }
}

/// By what a new object is known outside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Called<'c> {
    /// The name in its owner's calendar; that of its id, if nothing is said.
    pub(crate) name: Option<&'c str>,
    pub(crate) uid: &'c str,
}

/// An event to be, with the permit to write it.
struct Ready {
    event: Event,
    permit: Permit,
}

/// Puts an object into its owner's calendar, in the caller's transaction: over the event `id`, or as a new one. Out come
/// its id and the entry with which the caller commits; what else was done is on record.
///
/// # Errors
/// [`BookingError::Taken`] where its facilities cannot follow it. The caller then lets its transaction go.
pub(crate) async fn put(
    tx: &Tx,
    calendars: &Calendars,
    id: Option<EventId>,
    object: &Put,
    called: Called<'_>,
) -> Result<(EventId, Audit), BookingError> {
    match id {
        Some(id) => put_over(tx, calendars, id, object).await,
        None => put_new(tx, calendars, object, called).await,
    }
}

async fn put_new(
    tx: &Tx,
    calendars: &Calendars,
    object: &Put,
    called: Called<'_>,
) -> Result<(EventId, Audit), BookingError> {
    let (mut whole, decided) = entered(tx.cx(), &object.whole, None)?;
    let Ready { mut event, permit } =
        ready(tx, calendars, &object.whole, decided, &mut whole).await?;
    leave_out(&mut event, object)?;
    let version = begin(tx, &permit, &mut event, &[]).await?;
    let mut dates = Vec::new();
    for (date, draft) in &object.dates {
        let one = one(tx, calendars, &event, *date, draft, &[]).await?;
        dates.push((one, draft));
    }
    let dates = dates.iter().map(|(one, draft)| (one, draft.facilities()));
    let mut written = vec![(&event, object.whole.facilities())];
    written.extend(dates);
    follow_with(tx, &permit, &written, &[]).await?;
    let own = format!("{}.ics", event.id);
    let (name, uid) = (called.name.unwrap_or(&own), called.uid);
    let holder = event.owner.parts().1;
    store::call(tx, &permit, event.id, (holder, name, uid)).await?;
    store::note(tx, &permit, &[event.id]).await?;
    let entry = event.noted(Audit::of(permit, &event.id).version(&version));
    Ok((event.id, entry))
}

/// What a draft says, and whether it may be registered.
fn entered(cx: &Cx, draft: &Draft, earlier: Option<&Event>) -> Result<(Entered, Decided), Invalid> {
    let mut entered = draft.parse(cx)?;
    if let Some(event) = earlier {
        // Programs know nothing of files: what hangs there stays.
        entered.0.files.clone_from(&event.content.files);
    }
    let earlier = earlier.and_then(|event| event.decision.as_ref());
    let decided = rules::decision(cx, &entered.0, earlier, false)?;
    Ok((entered, decided))
}

/// A new event of what was entered.
async fn ready(
    tx: &Tx,
    calendars: &Calendars,
    draft: &Draft,
    decided: Decided,
    entered: &mut Entered,
) -> Result<Ready, Fault> {
    let cx = tx.cx();
    let owner = draft.form.owner;
    let permit = policy::may_create(cx, calendars, owner, decided.is_clear())?;
    known(tx, owner, &entered.0.participants).await?;
    let by = Authorship::of(cx)?;
    let mut event = Event::new(cx.new_id(), owner, by, entered.clone(), cx.now());
    event.decision = decided.kept();
    Ok(Ready { event, permit })
}

/// Has a series leave out the dates that stand as events of their own; each must be one of its dates.
fn leave_out(series: &mut Event, object: &Put) -> Result<(), Invalid> {
    for (date, _) in &object.dates {
        if !series.repeats() || !series.series().has(*date) {
            return Err(Invalid::field("recurrence_id", Reason::Unknown));
        }
        series.content.left_out.push(*date);
    }
    series.content.left_out.sort_unstable();
    Ok(())
}

/// Has a date of a series stand as an event of its own.
async fn one(
    tx: &Tx,
    calendars: &Calendars,
    series: &Event,
    date: Local,
    draft: &Draft,
    answers: &[store::Entry],
) -> Result<Event, Fault> {
    let (mut content, decided) = entered(tx.cx(), draft, Some(series))?;
    let Ready { mut event, permit } = ready(tx, calendars, draft, decided, &mut content).await?;
    event.content.recurrence = None;
    event.content.files = copies(tx, &permit, &event.id, &series.content.files).await?;
    event.last = None;
    event.origin = Some(Origin {
        series: series.id,
        original: date,
    });
    let version = begin(tx, &permit, &mut event, answers).await?;
    let entry = Audit::of(permit, &event.id)
        .version(&version)
        .with("series", series.id.to_string())
        .with("date", date.to_string());
    tx.record(event.noted(entry)).await?;
    Ok(event)
}

async fn put_over(
    tx: &Tx,
    calendars: &Calendars,
    id: EventId,
    object: &Put,
) -> Result<(EventId, Audit), BookingError> {
    let mut series = hold(tx, id, None).await?.event;
    let mut standing = store::group(tx, id).await?;
    standing.retain(|event| event.id != id);
    let ((content, last), decided) = entered(tx.cx(), &object.whole, Some(&series))?;
    let permit = policy::may_edit(tx.cx(), calendars, &series, decided.is_clear())?;
    known(tx, series.owner, &content.participants).await?;
    let before = series.content.clone();
    series.rewrite(content, last, tx.cx().now());
    series.decision = decided.kept();
    rules::keep_candidates(&before, &mut series.content);
    leave_out(&mut series, object)?;
    let stays = |event: &Event| {
        let mut dates = object.dates.iter().map(|(date, _)| *date);
        dates.any(|date| event.origin.is_some_and(|origin| origin.original == date))
    };
    let (mut kept, gone): (Vec<Event>, Vec<Event>) = standing.into_iter().partition(stays);
    let answers = store::entries(tx, id).await?;
    let mut new = Vec::new();
    for (date, draft) in &object.dates {
        let at = |event: &&mut Event| event.origin.is_some_and(|it| it.original == *date);
        if let Some(event) = kept.iter_mut().find(at) {
            over(tx, calendars, event, draft).await?;
        } else {
            let same = draft.form.when == series.content.when.from_start(*date);
            let answers = answers.iter().filter(|_| same);
            let answers: Vec<_> = answers.map(|entry| entry.on(*date)).collect();
            new.push(one(tx, calendars, &series, *date, draft, &answers).await?);
        }
    }
    let dropped: Vec<EventId> = gone.iter().map(|event| event.id).collect();
    for event in &gone {
        tell(tx, event, &event.content.participants, notices::CANCELLED).await?;
    }
    store::cancel_all(tx, &permit, &dropped).await?;
    let moved = rules::is_moved(&before, &series.content);
    let version = tx.keep_version(&id, &series.content).await?;
    series.version = version.number;
    store::save(tx, &permit, &series).await?;
    follow(tx, &permit, &series, &before.participants, moved).await?;
    let mut written = vec![(&series, object.whole.facilities())];
    for (date, draft) in &object.dates {
        let at = |event: &&Event| event.origin.is_some_and(|it| it.original == *date);
        let said = draft.facilities();
        let found = match new.iter().find(at) {
            Some(event) => Some((event, said.or_of(id))),
            None => kept.iter().find(at).map(|event| (event, said)),
        };
        written.extend(found);
    }
    follow_with(tx, &permit, &written, &dropped).await?;
    store::note(tx, &permit, &[id]).await?;
    let entry = Audit::of(permit, &id)
        .version(&version)
        .with("moved", moved)
        .with("dropped", dropped.len());
    Ok((id, series.noted(entry)))
}

/// Puts other content in place of that of an event that stands in the place of a date, if it is other.
async fn over(
    tx: &Tx,
    calendars: &Calendars,
    event: &mut Event,
    draft: &Draft,
) -> Result<(), Fault> {
    let ((content, _), decided) = entered(tx.cx(), draft, Some(event))?;
    let content = Content {
        recurrence: None,
        ..content
    };
    if content == event.content {
        return Ok(());
    }
    let permit = policy::may_edit(tx.cx(), calendars, event, decided.is_clear())?;
    known(tx, event.owner, &content.participants).await?;
    let before = event.content.clone();
    event.rewrite(content, None, tx.cx().now());
    event.decision = decided.kept();
    let moved = rules::is_moved(&before, &event.content);
    let version = tx.keep_version(&event.id, &event.content).await?;
    event.version = version.number;
    store::save(tx, &permit, event).await?;
    follow(tx, &permit, event, &before.participants, moved).await?;
    let entry = Audit::of(permit, &event.id).version(&version);
    Ok(tx.record(event.noted(entry)).await?)
}
