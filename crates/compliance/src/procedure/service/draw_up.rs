//! Drawing forms up, and changing what they say.

use std::sync::Arc;

use yakusho_accounts::directory;
use yakusho_kernel::{Audit, Cx, Fault, Invalid, Reading, Reason, Saved, UnitId};
use yakusho_regulation::ProcedureKind;
use yakusho_regulation::procedure::Field;

use super::access::{Deed, Found, find, hold_at, record};
use crate::inventory;
use crate::procedure::answers;
use crate::procedure::model::{
    ActKind, Answer, Answers, Case, CaseForm, CaseId, CaseState, Content, Definition,
};
use crate::procedure::{policy, store};

/// The most characters of what a case is about, in its line.
const SUBJECT: usize = 60;

/// Draws a form up: a draft, seen by its author and by whoever could have drawn it up.
pub async fn draw_up(cx: &Cx, kind: ProcedureKind, form: CaseForm) -> Result<Saved<CaseId>, Fault> {
    let procedure = cx
        .city()
        .procedure(kind, cx.today())
        .ok_or(Fault::NotFound)?;
    let acting = policy::drafts(cx, procedure, form.section);
    let permit = policy::may_draw_up(cx, procedure, acting.as_ref())?;
    let acting = acting.ok_or(Fault::NotFound)?;
    let answers = answers::parse(&procedure.fields, &form.answers)?;
    let tx = cx.begin().await?;
    let subject = admit(&tx, cx, &procedure.fields, &answers).await?;
    let id: CaseId = cx.new_id();
    let files = yakusho_attachments::take(&tx, &permit, &id, &form.files).await?;
    let case = Case {
        id,
        definition: Arc::new(Definition::of(procedure)?),
        by: acting.by,
        submitted: None,
        content: Content {
            section: form.section,
            answers,
            files,
        },
        subject,
        state: CaseState::Draft,
        number: None,
        round: 0,
        step: None,
        submitted_on: None,
        acted_on: None,
        decided_on: None,
        conditions: None,
        acts: 1,
        created_at: cx.now(),
        changed_at: cx.now(),
        version: 1,
        revision: 1,
    };
    store::insert(&tx, &permit, &case).await?;
    let deed = Deed {
        kind: ActKind::DrawnUp,
        task: None,
        acting: Some(&acting),
        on: cx.today(),
        remark: None,
        answers: Answers::new(),
    };
    record(&tx, &permit, &case, deed).await?;
    let version = tx.keep_first_version(&id, &case.content)?;
    let entry = Audit::of(permit, &id)
        .with("kind", kind.id())
        .version(&version);
    Ok(tx.commit(entry, id).await?)
}

/// Changes what a draft says, or a case that was sent back.
pub async fn edit(cx: &Cx, id: CaseId, revision: i32, form: CaseForm) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut case, ties, .. } = hold_at(&tx, id, revision).await?;
    let permit = policy::may_edit(cx, &case, &ties)?;
    case.expect_open_to_edits()?;
    // Under another section it would be another's: that is drawn up anew.
    if form.section != case.content.section {
        return Err(Invalid::field("section", Reason::Unknown).into());
    }
    let answers = answers::parse(&case.procedure().fields, &form.answers)?;
    let subject = admit(&tx, cx, &case.procedure().fields, &answers).await?;
    let files = yakusho_attachments::take(&tx, &permit, &id, &form.files).await?;
    let content = Content {
        section: form.section,
        answers,
        files,
    };
    let version = tx.keep_version(&id, &content).await?;
    case.rewrite(content, subject, version.number, cx.now());
    store::save(&tx, &permit, &case).await?;
    Ok(tx
        .commit(Audit::of(permit, &id).version(&version), ())
        .await?)
}

/// Draws another form up like one that the actor sees, by the procedure as it is today: what no longer fits it is left
/// out.
pub async fn copy(cx: &Cx, id: CaseId) -> Result<Saved<CaseId>, Fault> {
    let Found { case, .. } = find(&cx.reader(), cx, id).await?;
    let kind = case.procedure().kind;
    let procedure = cx
        .city()
        .procedure(kind, cx.today())
        .ok_or(Fault::NotFound)?;
    let section = case.content.section;
    let entered = answers::entered(procedure, &case.content.answers);
    let form = CaseForm {
        section,
        answers: entered,
        files: Vec::new(),
    };
    draw_up(cx, kind, form).await
}

/// That what these fields name exists today; says what a case with them is about, in a line.
pub(super) async fn admit(
    on: &impl Reading,
    cx: &Cx,
    fields: &[Field],
    answers: &Answers,
) -> Result<String, Fault> {
    let (mut invalid, mut subject) = (Invalid::default(), None);
    for field in fields {
        let Some(answer) = answers.get(&field.key) else {
            continue;
        };
        match named(on, cx, answer).await? {
            Some(name) => {
                subject.get_or_insert(name);
            }
            None => invalid.push(answers::name(field), Reason::Unknown),
        }
    }
    invalid.check()?;
    let subject = subject.unwrap_or_default();
    Ok(subject.chars().take(SUBJECT).collect())
}

/// What an answer names in words; empty where it says what lists would not show, none where there is no such thing.
async fn named(on: &impl Reading, cx: &Cx, answer: &Answer) -> Result<Option<String>, Fault> {
    let today = cx.today();
    Ok(match answer {
        Answer::Text(text) => Some(text.lines().next().unwrap_or_default().to_owned()),
        Answer::Person(person) => {
            let mut cards = directory::people(on, today, &[*person]).await?;
            cards.remove(person).map(|card| card.name)
        }
        Answer::Post(post) => {
            let mut cards = directory::post_cards(on, today, &[*post]).await?;
            cards.remove(post).map(|card| card.title)
        }
        Answer::Sections(units) => units_called(on, cx, units).await?,
        Answer::DataSet(id) => inventory::store::data_set(on, *id)
            .await?
            .map(|data| data.name),
        Answer::System(id) => inventory::store::system(on, *id)
            .await?
            .map(|system| system.name),
        Answer::Connection(id) => {
            let known = inventory::store::is_connection(on, *id).await?;
            known.then(String::new)
        }
        Answer::Number(_)
        | Answer::Date(_)
        | Answer::Period(..)
        | Answer::Choice(_)
        | Answer::Choices(_)
        | Answer::Conditions(_) => Some(String::new()),
    })
}

async fn units_called(
    on: &impl Reading,
    cx: &Cx,
    units: &[UnitId],
) -> Result<Option<String>, Fault> {
    let tree = directory::units(on, cx.today()).await?;
    let called = |unit: &UnitId| {
        tree.iter()
            .find(|node| node.id == *unit)
            .map(|node| &*node.name)
    };
    let names: Option<Vec<&str>> = units.iter().map(called).collect();
    Ok(names.map(|names| names.join("、")))
}
