//! What is done about measures: one function per use case.

use yakusho_kernel::stored::from_json;
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, Fault, Invalid, Page, Permit, Reading, Reason, Saved,
    Tx, UnitId, versions,
};

use super::model::{
    EndForm, Filter, Measure, MeasureForm, MeasureId, MeasureKind, MeasureRow, MeasureView, Noted,
    ReviewForm, Rights,
};
use super::{policy, rules, store};
use crate::doer::Doer;
use crate::ids::SystemId;
use crate::inventory::{self, System};

/// That a measure has ended, and does not change.
const ENDED: Conflict = Conflict {
    code: "measure_ended",
};

/// The most versions of a measure that its history gives.
const VERSIONS: u64 = 100;

/// Whether the city asks for measures or methods.
pub fn asked(cx: &Cx) -> bool {
    policy::scope(cx).is_some()
}

/// The kinds of measures that the city asks for.
pub fn kinds(cx: &Cx) -> Vec<MeasureKind> {
    policy::kinds(cx)
}

/// Enters a measure that was taken for a system. It is to be reviewed within the city's interval.
///
/// # Errors
/// The fields `kind`, where the city does not ask for such; `text` and `since`.
pub async fn add(cx: &Cx, id: SystemId, form: MeasureForm) -> Result<Saved<MeasureId>, Fault> {
    let tx = cx.begin().await?;
    let (system, responsible) = seen(&tx, cx, id).await?;
    let taker = policy::taker(cx, responsible);
    let permit = policy::may_add(cx, &system, form.kind, taker)?;
    if !policy::kinds(cx).contains(&form.kind) {
        return Err(Invalid::field("kind", Reason::Unknown).into());
    }
    let measure = Measure {
        id: cx.new_id(),
        system: id,
        kind: form.kind,
        text: rules::entered(&form, cx.today())?,
        since: form.since,
        section: taker.and_then(|taker| taker.section),
        entered: Doer::of(&tx, Authorship::of(cx)?).await?,
        review: Some(rules::next_review(cx.city().values(cx.today()), cx.today())),
        reviewed: None,
        ended: None,
        revision: 1,
    };
    store::insert(&tx, &permit, &measure).await?;
    let version = tx.keep_first_version(&measure.id, &measure)?;
    let entry = Audit::of(permit, &measure.id)
        .with("system", system.id.to_string())
        .version(&version);
    Ok(tx.commit(entry, measure.id).await?)
}

/// Reviews a measure: says what was found and what is done from now on, which may be the same as before.
///
/// # Errors
/// The fields `text` and `finding`; [`Fault::Conflict`] where it has ended.
pub async fn review(
    cx: &Cx,
    id: MeasureId,
    revision: i32,
    form: ReviewForm,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (mut measure, responsible) = hold_at(&tx, id, revision).await?;
    let keeper = policy::keeper(cx, &measure, responsible);
    let permit = policy::may_review(cx, &measure, keeper)?;
    ENDED.unless(measure.ended.is_none())?;
    let (text, words) = rules::reviewed(&form)?;
    measure.text = text;
    measure.section = keeper.and_then(|taker| taker.section);
    measure.review = Some(rules::next_review(cx.city().values(cx.today()), cx.today()));
    measure.reviewed = Some(Noted {
        on: cx.today(),
        by: Doer::of(&tx, Authorship::of(cx)?).await?,
        words,
    });
    keep(tx, permit, measure).await
}

/// Ends a measure on a day. It stays readable, and is reviewed no more.
///
/// # Errors
/// The fields `on` and `reason`; [`Fault::Conflict`] where it has ended.
pub async fn end(cx: &Cx, id: MeasureId, revision: i32, form: EndForm) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (mut measure, responsible) = hold_at(&tx, id, revision).await?;
    let keeper = policy::keeper(cx, &measure, responsible);
    let permit = policy::may_end(cx, &measure, keeper)?;
    ENDED.unless(measure.ended.is_none())?;
    let words = rules::ended(&form, &measure, cx.today())?;
    measure.review = None;
    measure.ended = Some(Noted {
        on: form.on,
        by: Doer::of(&tx, Authorship::of(cx)?).await?,
        words,
    });
    keep(tx, permit, measure).await
}

/// A page of the measures that are taken and that the reader sees, the first to be reviewed first.
pub async fn list(
    cx: &Cx,
    filter: Filter,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<MeasureRow>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let after = after.map(Cursor::key).transpose()?;
    let on = cx.reader();
    let found = store::page(&on, &scope, (filter, cx.today()), after, size + 1).await?;
    let rows = store::named(&on, found).await?;
    Ok(Page::of(rows, size, |row| {
        let review = row.measure.review.map(time::Date::to_julian_day);
        (review.unwrap_or_default(), row.measure.id)
    }))
}

/// A page of the measures of a system, ended ones too, the last entered first.
pub async fn of_system(
    cx: &Cx,
    id: SystemId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Measure>, Fault> {
    let on = cx.reader();
    let _ = seen(&on, cx, id).await?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::of_system(&on, id, after, size + 1).await?;
    Ok(Page::of(found, size, |measure| measure.id))
}

/// What the reader may do about the protection of a system; none where they do not see it, or the city asks for nothing.
pub async fn rights(cx: &Cx, system: SystemId) -> Result<Option<Rights>, Fault> {
    match seen(&cx.reader(), cx, system).await {
        Ok((_, responsible)) => Ok(Some(policy::rights(cx, responsible))),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// A system for whoever enters a measure for it: refused to others as the act is.
pub async fn system_to_protect(cx: &Cx, id: SystemId) -> Result<System, Fault> {
    let (system, responsible) = seen(&cx.reader(), cx, id).await?;
    let kind = policy::kinds(cx).first().copied().ok_or(Fault::NotFound)?;
    let taker = policy::taker(cx, responsible);
    drop(policy::may_add(cx, &system, kind, taker)?);
    Ok(system)
}

/// A measure on its own page.
pub async fn show(cx: &Cx, id: MeasureId) -> Result<MeasureView, Fault> {
    let on = cx.reader();
    let (measure, system, responsible) = find(&on, cx, id).await?;
    let keeps = policy::keeper(cx, &measure, responsible).is_some();
    Ok(MeasureView {
        keeps: keeps && measure.ended.is_none(),
        measure,
        system,
    })
}

/// A measure as it was from version to version, the last first.
pub async fn history(cx: &Cx, id: MeasureId) -> Result<Vec<Measure>, Fault> {
    let on = cx.reader();
    let _ = find(&on, cx, id).await?;
    let kept = versions(&on, &id, VERSIONS).await?;
    let kept = kept.into_iter().map(|one| from_json(one.content));
    Ok(kept.collect::<Result<_, _>>()?)
}

/// A system whose protection the one who acts sees, with the section that answers for it.
pub(super) async fn seen(
    on: &impl Reading,
    cx: &Cx,
    id: SystemId,
) -> Result<(System, UnitId), Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let system = inventory::store::system(on, id).await?;
    let system = system.ok_or(Fault::NotFound)?;
    let responsible = inventory::responsible(on, &system, cx.today()).await?;
    let sees = scope.sees(system.section) || scope.sees(responsible);
    sees.then_some((system, responsible)).ok_or(Fault::NotFound)
}

async fn find(
    on: &impl Reading,
    cx: &Cx,
    id: MeasureId,
) -> Result<(Measure, System, UnitId), Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let measure = store::find(on, id).await?.ok_or(Fault::NotFound)?;
    let system = inventory::store::system(on, measure.system).await?;
    let system = system.ok_or(Fault::NotFound)?;
    let responsible = inventory::responsible(on, &system, cx.today()).await?;
    // Whoever took it keeps sight of it when others come to answer for the system.
    let mut sections = [responsible, system.section]
        .into_iter()
        .chain(measure.section);
    let sees = sections.any(|section| scope.sees(section));
    sees.then_some((measure, system, responsible))
        .ok_or(Fault::NotFound)
}

/// The measure for an act that changes it, if it is still as it was when it was read.
async fn hold_at(tx: &Tx, id: MeasureId, revision: i32) -> Result<(Measure, UnitId), Fault> {
    let (measure, _, responsible) = find(tx, tx.cx(), id).await?;
    Conflict::CHANGED.unless(measure.revision == revision)?;
    Ok((measure, responsible))
}

/// Writes a measure as its next version.
async fn keep(tx: Tx, permit: Permit, measure: Measure) -> Result<Saved<()>, Fault> {
    store::save(&tx, &permit, &measure).await?;
    let version = tx.keep_version(&measure.id, &measure).await?;
    let entry = Audit::of(permit, &measure.id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}
