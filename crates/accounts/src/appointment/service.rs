//! Making, correcting and ending single appointments, and asking who held what.

use time::Date;
use yakusho_kernel::{Conflict, Cx, DbError, Fault, Invalid, PersonId, PostId, Reading, Reason};

use super::model::{Appointment, AppointmentId, AppointmentRow, NewAppointment};
use super::{policy, rules, store};
use crate::ledger::store::Want;
use crate::ledger::{AsOf, Change, Days, Edit, Recorded, RowId};

/// Appoints somebody to a post.
pub async fn appoint(cx: &Cx, new: NewAppointment) -> Result<Edit<AppointmentId>, Fault> {
    let days = through(new.first, new.last)?;
    let id = cx.new_id();
    let mut change = Change::begin(cx, new.first, want(new.person, new.post)).await?;
    let permit = policy::may_appoint(cx, policy::APPOINT, id)?;
    let appointment = Appointment {
        person: new.person,
        post: new.post,
        main: new.main,
    };
    let held = rules::held_by(&change.ledger, new.person);
    rules::appoint(&mut change.ledger, &held, id, days, appointment.clone());
    change.ready(permit, &id, &appointment, id)
}

/// Corrects an appointment: what was recorded of its post, its days and whether it is the main one was wrong.
pub async fn correct(
    cx: &Cx,
    id: AppointmentId,
    seen: RowId,
    right: NewAppointment,
) -> Result<Edit<()>, Fault> {
    let days = through(right.first, right.last)?;
    let mut change = Change::begin(cx, right.first, want(right.person, right.post)).await?;
    let permit = policy::may_appoint(cx, policy::CORRECT, id)?;
    let lines = change.ledger.appointments.lines(id);
    let recorded = lines.first().ok_or(Fault::NotFound)?;
    if recorded.state.person != right.person {
        return Err(Fault::NotFound);
    }
    Conflict::CHANGED.unless(lines.iter().any(|line| line.row == Some(seen)))?;
    let before = recorded.days.first();
    let appointment = Appointment {
        person: right.person,
        post: right.post,
        main: right.main,
    };
    let appointments = &mut change.ledger.appointments;
    appointments.clear(id, Days::always());
    appointments.put(id, days, appointment.clone());
    let edit = change.ready(permit, &id, &appointment, ())?;
    Ok(edit.shown_on(before))
}

/// Has an appointment be the main one from that day on; the one that was main becomes concurrent on the same days.
pub async fn make_main(
    cx: &Cx,
    id: AppointmentId,
    seen: RowId,
    from: Date,
) -> Result<Edit<()>, Fault> {
    let known = store::one(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?.appointment;
    let mut change = Change::begin(cx, from, want(known.person, known.post)).await?;
    let permit = policy::may_appoint(cx, policy::MAKE_MAIN, id)?;
    change.ledger.appointments.as_read(id, seen, from)?;
    rules::make_main(&mut change.ledger, known.person, id, from);
    change.ready(permit, &id, &"main", ())
}

/// Ends an appointment: `from` is the first day on which it no longer holds.
pub async fn end(cx: &Cx, id: AppointmentId, seen: RowId, from: Date) -> Result<Edit<()>, Fault> {
    let known = store::one(&cx.reader(), id).await?;
    let known = known.ok_or(Fault::NotFound)?.appointment;
    let mut change = Change::begin(cx, from, want(known.person, known.post)).await?;
    let permit = policy::may_appoint(cx, policy::END, id)?;
    let appointments = &mut change.ledger.appointments;
    appointments.as_read(id, seen, from)?;
    appointments.end(id, from);
    change.ready(permit, &id, &"ended", ())
}

/// Who held a post on a day, as was known at a time.
pub async fn holders(
    on: &impl Reading,
    post: PostId,
    when: impl Into<AsOf>,
) -> Result<Vec<PersonId>, DbError> {
    store::holders(on, post, when.into()).await
}

/// The appointments of a person as they are known now, past and future ones too, the first first.
pub async fn of_person(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<AppointmentRow>, DbError> {
    store::of_person(on, person).await
}

/// Everything that was ever recorded of a person's appointments.
pub async fn history(
    on: &impl Reading,
    person: PersonId,
) -> Result<Vec<(AppointmentId, Recorded<Appointment>)>, DbError> {
    store::history(on, person).await
}

fn want(person: PersonId, post: PostId) -> Want {
    Want {
        people: vec![person],
        posts: vec![post],
        ..Want::default()
    }
}

fn through(first: Date, last: Option<Date>) -> Result<Days, Invalid> {
    Days::through(first, last).ok_or_else(|| Invalid::field("last", Reason::EndBeforeStart))
}
