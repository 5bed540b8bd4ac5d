//! Taking on, editing, and recording who is away and who left.

use time::Date;
use uuid::Uuid;
use yakusho_kernel::{Cx, DbError, Fault, Invalid, PersonId, Reading, Reason};

use super::model::{Staff, StaffEdit, StaffRow, Status};
use super::{policy, rules, store};
use crate::appointment::held_by;
use crate::ledger::store::Want;
use crate::ledger::{Change, Days, Edit, Recorded, RowId};

/// Takes somebody on whose number nobody bears, from the first day to the last; without one, until further notice.
pub async fn take_on(
    cx: &Cx,
    who: StaffEdit,
    first: Date,
    last: Option<Date>,
) -> Result<Edit<PersonId>, Fault> {
    let who = who.parse()?;
    let days = through(first, last)?;
    let person: PersonId = cx.new_id();
    let want = Want {
        numbers: vec![who.number.clone()],
        ..Want::default()
    };
    let mut change = Change::begin(cx, first, want).await?;
    let permit = policy::may_edit(cx, policy::TAKE_ON, person)?;
    let staff = Staff {
        number: who.number,
        name: who.name,
        kana: who.kana,
        class: who.class,
        status: Status::Active,
    };
    rules::take_on(&mut change.ledger, &[], person, days, staff.clone());
    change.ready(permit, &person, &staff, person)
}

/// Edits number, name, reading and class of somebody, from that day on.
pub async fn edit(
    cx: &Cx,
    person: PersonId,
    seen: RowId,
    from: Date,
    who: StaffEdit,
) -> Result<Edit<()>, Fault> {
    let who = who.parse()?;
    let want = Want {
        people: vec![person],
        numbers: vec![who.number.clone()],
        ..Want::default()
    };
    let mut change = Change::begin(cx, from, want).await?;
    let permit = policy::may_edit(cx, policy::EDIT, person)?;
    let staff = &mut change.ledger.staff;
    staff.as_read(person, seen, from)?;
    staff.amend(person, Days::from(from), |staff| {
        staff.number.clone_from(&who.number);
        staff.name.clone_from(&who.name);
        staff.kana.clone_from(&who.kana);
        staff.class = who.class;
    });
    change.ready(permit, &person, &who, ())
}

/// Records that somebody is on leave, seconded, back, or has left, from the first day to the last. Who leaves does so for
/// good, with the first day already gone.
pub async fn set_status(
    cx: &Cx,
    person: PersonId,
    seen: RowId,
    status: Status,
    first: Date,
    last: Option<Date>,
) -> Result<Edit<()>, Fault> {
    let days = through(first, last)?;
    let mut change = Change::begin(cx, first, Want::people(vec![person])).await?;
    let permit = policy::may_edit(cx, policy::SET_STATUS, person)?;
    change.ledger.staff.as_read(person, seen, first)?;
    let held = held_by(&change.ledger, person);
    rules::set_status(&mut change.ledger, &held, person, days, status);
    change.ready(permit, &person, &status, ())
}

/// What is recorded of somebody as it is known now, past and future days too, the first first.
pub async fn of_person(on: &impl Reading, person: PersonId) -> Result<Vec<StaffRow>, DbError> {
    store::of_person(on, person).await
}

/// Everything that was ever recorded of somebody.
pub async fn history(on: &impl Reading, person: PersonId) -> Result<Vec<Recorded<Staff>>, DbError> {
    store::history(on, person).await
}

fn through(first: Date, last: Option<Date>) -> Result<Days, Invalid> {
    Days::through(first, last).ok_or_else(|| Invalid::field("last", Reason::EndBeforeStart))
}

/// How many rows are looked at, and written by one act, while keys are worked out anew.
const PAGE: u64 = 1_000;

/// Works out anew by what people are found and put in order, where a version before did so otherwise; says of how many
/// rows. What is recorded of them stays as it is.
pub async fn renew_keys(cx: &Cx) -> Result<u64, Fault> {
    let permit = policy::may_renew_keys(cx)?;
    let (mut after, mut renewed) = (Uuid::nil(), 0);
    loop {
        let (last, outdated) = store::outdated(&cx.reader(), after, PAGE).await?;
        let Some(last) = last else {
            return Ok(renewed);
        };
        after = last;
        if !outdated.is_empty() {
            renewed += outdated.len() as u64;
            let tx = cx.begin().await?;
            store::renew(&tx, &permit, outdated);
            tx.commit_unaudited().await?;
        }
    }
}
