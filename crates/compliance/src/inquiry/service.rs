//! What is done with questions: one function per use case.

use serde_json::{Value, json};
use time::{Date, Duration};
use yakusho_accounts::directory::{self, Audience, UnitNode};
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, DbError, Debtor, Fault, Invalid, Notice, Page,
    PersonId, Reading, Reason, Ref, Saved, Subject as _, Tx, UnitId, entered,
};
use yakusho_regulation::{Role, Rule, UnitRank};

use super::model::{Answered, Inquiry, InquiryId, InquiryView, View};
use super::{notices, policy, store};
use crate::doer::Doer;
use crate::duty::service::{fulfil, owe};
use crate::duty::{DutyKind, NewDuty};
use crate::item::Items;
use crate::procedure::{Holder, holding_today};
use crate::text::REMARK;

/// That a question was answered, and rests.
const ANSWERED: Conflict = Conflict {
    code: "inquiry_answered",
};

/// Asks about a thing. The question reaches whoever answers for its section.
///
/// # Errors
/// [`Fault::NotFound`] where the one who acts may not see the thing; [`Fault::Denied`] where it is no section's;
/// [`Fault::Invalid`] in `question`.
pub async fn ask(
    cx: &Cx,
    items: &Items,
    item: &Ref,
    question: &str,
) -> Result<Saved<InquiryId>, Fault> {
    policy::scope(cx).ok_or(Fault::NotFound)?;
    let item = items.find(cx, item).await?;
    let permit = policy::may_ask(cx, &item)?;
    let mut invalid = Invalid::default();
    let question = entered::lines(&mut invalid, "question", question, REMARK);
    invalid.check()?;
    let tx = cx.begin().await?;
    let unit = item.section.ok_or(Fault::NotFound)?;
    let section = section_of(&directory::units(&tx, cx.today()).await?, unit);
    let days = cx.city().values(cx.today()).inquiry_answer_days;
    let inquiry = Inquiry {
        id: cx.new_id(),
        item: item.item,
        title: item.title,
        section,
        question,
        asked: Doer::of(&tx, Authorship::of(cx)?).await?,
        asked_at: cx.now(),
        due: cx.today().saturating_add(Duration::days(days.into())),
        assigned: None,
        answer: None,
        revision: 1,
    };
    store::insert(&tx, &permit, &inquiry).await?;
    let new = NewDuty {
        kind: DutyKind::Inquiry,
        rule: Some(Rule::Inquiries),
        by: Debtor::Head(section),
        due: inquiry.due,
        about: Some(inquiry.id.reference()),
        params: said(&inquiry),
    };
    owe(&tx, &permit, new);
    let people = managers(&tx, cx.today(), section).await?;
    tell(&tx, &inquiry, notices::ASKED, people).await?;
    let entry = Audit::of(permit, &inquiry.id)
        .with("item", inquiry.item.id.to_string())
        .with("section", section.to_string());
    Ok(tx.commit(entry, inquiry.id).await?)
}

/// Has somebody of the section answer.
///
/// # Errors
/// [`Fault::Invalid`] in `person` where they are not of the section; [`Fault::Conflict`] where it was answered.
pub async fn assign(
    cx: &Cx,
    id: InquiryId,
    revision: i32,
    person: PersonId,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut inquiry = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_assign(cx, &inquiry)?;
    ANSWERED.unless(inquiry.answer.is_none())?;
    if !staff(&tx, cx.today(), inquiry.section)
        .await?
        .contains(&person)
    {
        return Err(Invalid::field("person", Reason::Unknown).into());
    }
    inquiry.assigned = Some(person);
    store::save(&tx, &permit, &inquiry).await?;
    tell(&tx, &inquiry, notices::ASSIGNED, vec![person]).await?;
    let entry = Audit::of(permit, &id).with("person", person.to_string());
    Ok(tx.commit(entry, ()).await?)
}

/// Answers a question; who asked is told, and nothing is owed any more.
///
/// # Errors
/// [`Fault::Invalid`] in `answer`; [`Fault::Conflict`] where it was answered.
pub async fn answer(
    cx: &Cx,
    id: InquiryId,
    revision: i32,
    answer: &str,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut inquiry = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_answer(cx, &inquiry)?;
    ANSWERED.unless(inquiry.answer.is_none())?;
    let mut invalid = Invalid::default();
    let text = entered::lines(&mut invalid, "answer", answer, REMARK);
    invalid.check()?;
    inquiry.answer = Some(Answered {
        text,
        doer: Doer::of(&tx, Authorship::of(cx)?).await?,
        at: cx.now(),
    });
    store::save(&tx, &permit, &inquiry).await?;
    fulfil(&tx, &permit, DutyKind::Inquiry, &id, None).await?;
    tell(
        &tx,
        &inquiry,
        notices::ANSWERED,
        vec![inquiry.asked.by.author],
    )
    .await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

/// A page of the questions of a view.
pub async fn list(
    cx: &Cx,
    view: View,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Inquiry>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), &scope, view, after, size + 1).await?;
    Ok(Page::of(found, size, |inquiry| inquiry.id))
}

/// How many questions wait for an answer of the one who acts, or of the sections that they answer for.
pub async fn waiting(cx: &Cx) -> Result<u64, Fault> {
    match policy::scope(cx) {
        Some(scope) => Ok(store::waiting(&cx.reader(), &scope).await?),
        None => Ok(0),
    }
}

/// A question on its own page.
pub async fn show(cx: &Cx, id: InquiryId) -> Result<InquiryView, Fault> {
    let inquiry = find(&cx.reader(), cx, id).await?;
    Ok(InquiryView {
        may: policy::rights(cx, &inquiry),
        inquiry,
    })
}

async fn find(on: &impl Reading, cx: &Cx, id: InquiryId) -> Result<Inquiry, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let found = store::find(on, id).await?;
    found
        .filter(|inquiry| scope.sees(inquiry))
        .ok_or(Fault::NotFound)
}

async fn find_at(tx: &Tx, cx: &Cx, id: InquiryId, revision: i32) -> Result<Inquiry, Fault> {
    let inquiry = find(tx, cx, id).await?;
    Conflict::CHANGED.unless(inquiry.revision == revision)?;
    Ok(inquiry)
}

/// The section that answers for what is registered in the name of a unit: the one that it lies in, or itself where it lies
/// in none.
fn section_of(tree: &[UnitNode], unit: UnitId) -> UnitId {
    let node = |id| tree.iter().find(|node| node.id == id);
    let mut next = node(unit);
    while let Some(found) = next {
        if found.rank == UnitRank::Section {
            return found.id;
        }
        next = found.parent.and_then(node);
    }
    unit
}

/// Those who answer for a section today.
async fn managers(
    on: &impl Reading,
    today: Date,
    section: UnitId,
) -> Result<Vec<PersonId>, DbError> {
    let manager = Holder::Role(Role::InformationManager, Some(section));
    holding_today(on, today, &[manager, Holder::Head(section)]).await
}

/// Those of a section who can be asked to answer.
async fn staff(on: &impl Reading, today: Date, section: UnitId) -> Result<Vec<PersonId>, DbError> {
    let audience = Audience {
        units: vec![section],
        ..Audience::default()
    };
    let people = directory::expand(on, today, &audience).await?;
    Ok(people.into_iter().map(|one| one.person).collect())
}

/// What every notice about a question says.
fn said(inquiry: &Inquiry) -> Value {
    json!({ "title": inquiry.title, "name": inquiry.asked.name })
}

/// Tells people of a question; not the one who acts.
async fn tell(
    tx: &Tx,
    inquiry: &Inquiry,
    kind: &'static str,
    mut people: Vec<PersonId>,
) -> Result<(), Fault> {
    people.retain(|person| Some(*person) != tx.cx().actor().person());
    let notice = Notice::new(kind, &inquiry.id).params(said(inquiry));
    tx.notify(&people, &notice).await?;
    Ok(())
}
