//! Drawing an agreement up, changing it, and the general manager's word on it.

use time::Date;
use yakusho_attachments as attachments;
use yakusho_kernel::{Audit, Conflict, Cx, Fault, Invalid, Permit, Saved, Tx, entered};
use yakusho_regulation::ProcedureKind;

use super::access::{general, heads, hold_at, tell};
use crate::doer::Doer;
use crate::procedure::{self, CaseId, CaseView};
use crate::provision::model::{
    Agreement, AgreementForm, AgreementId, AgreementState, Clause, Provision, ProvisionId, Word,
};
use crate::provision::policy::Ties;
use crate::provision::rules::CLAUSE;
use crate::provision::{notices, policy, rules, store};

/// That a provision has its agreement already.
const EXISTS: Conflict = Conflict {
    code: "agreement_exists",
};

/// The provision that a consultation granted, and how the one who acts stands to it; none where it granted none.
pub(super) async fn granted_by(
    tx: &Tx,
    case: CaseId,
) -> Result<(CaseView, Option<Provision>, Ties), Fault> {
    let view = procedure::show(tx.cx(), case).await?;
    if view.definition.procedure.kind != ProcedureKind::Provision {
        return Err(Fault::NotFound);
    }
    let ties = policy::ties(tx.cx(), view.content.section);
    let provision = store::of_case(tx, case).await?;
    Ok((view, provision, ties))
}

/// Draws up the agreement on what a consultation granted. Conditions may be missing until it is concluded.
pub async fn draw_up_agreement(
    cx: &Cx,
    case: CaseId,
    form: AgreementForm,
) -> Result<Saved<ProvisionId>, Fault> {
    let tx = cx.begin().await?;
    let (view, provision, ties) = granted_by(&tx, case).await?;
    let permit = policy::may_draw_up(cx, &ties, view.state)?;
    let (Some(provision), Some(acting)) = (provision, &ties.manager) else {
        return Err(Fault::NotFound);
    };
    let clauses = rules::parse(&form, &provision)?;
    store::lock(&tx, provision.id).await?;
    let known = store::agreement_on(&tx, provision.id).await?;
    EXISTS.unless(known.is_none())?;
    let files = attachments::take(&tx, &permit, &provision.id, &form.files).await?;
    let id: AgreementId = cx.new_id();
    let agreement = Agreement {
        id,
        provision: provision.id,
        state: rules::state(&clauses, None),
        days: form.days,
        clauses,
        word: None,
        files,
        drawn_up: Doer::of(&tx, acting.by).await?,
        concluded: None,
        ended: None,
        due: None,
        created_at: cx.now(),
        changed_at: cx.now(),
        version: 1,
        revision: 1,
    };
    store::insert_agreement(&tx, &permit, &agreement).await?;
    let version = tx.keep_first_version(&id, &agreement)?;
    ask_for_word(&tx, &provision, &agreement).await?;
    let entry = Audit::of(permit, &id).version(&version);
    Ok(tx.commit(entry, provision.id).await?)
}

/// Changes an agreement that is not concluded. The version before it stays.
pub async fn change_agreement(
    cx: &Cx,
    id: ProvisionId,
    revision: i32,
    form: AgreementForm,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (provision, mut agreement, ties) = hold_at(&tx, id, revision).await?;
    let permit = policy::may_change(cx, &agreement, &ties)?;
    agreement.expect_open()?;
    let clauses = rules::parse(&form, &provision)?;
    agreement.files = attachments::take(&tx, &permit, &id, &form.files).await?;
    agreement.state = rules::state(&clauses, agreement.word.as_ref());
    agreement.days = form.days;
    agreement.clauses = clauses;
    ask_for_word(&tx, &provision, &agreement).await?;
    keep(tx, permit, agreement).await
}

/// Tells the general manager that the word is wanted, once the seven conditions are there.
async fn ask_for_word(tx: &Tx, provision: &Provision, agreement: &Agreement) -> Result<(), Fault> {
    if agreement.state != AgreementState::Waiting {
        return Ok(());
    }
    let people = general(tx, tx.cx().today()).await?;
    tell(tx, provision, notices::WORD_WANTED, String::new(), people).await
}

/// Gives the general manager's word on the eighth condition: what else the agreement must say, or that it need say
/// nothing more, where `needs` is empty. A later word takes the place of an earlier one.
pub async fn give_word(
    cx: &Cx,
    id: ProvisionId,
    revision: i32,
    needs: &str,
    on: Date,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let (provision, mut agreement, ties) = hold_at(&tx, id, revision).await?;
    let permit = policy::may_give_word(cx, &agreement, &ties)?;
    agreement.expect_open()?;
    let incomplete = agreement.state == AgreementState::Draft;
    Conflict {
        code: "agreement_incomplete",
    }
    .unless(!incomplete)?;
    let mut invalid = Invalid::default();
    let text = entered::lines_or_nothing(&mut invalid, "needs", needs, CLAUSE);
    invalid.check()?;
    rules::done_on(on, cx.today(), Some(provision.granted_on))?;
    let acting = ties.general.ok_or(Fault::NotFound)?;
    agreement.word = Some(Word {
        clause: Some(text).filter(|text| !text.is_empty()).map(Clause::of),
        on,
        at: cx.now(),
        doer: Doer::of(&tx, acting.by).await?,
    });
    agreement.state = rules::state(&agreement.clauses, agreement.word.as_ref());
    let people = heads(&tx, cx.today(), provision.section).await?;
    let key = agreement.revision.to_string();
    tell(&tx, &provision, notices::WORD_GIVEN, key, people).await?;
    keep(tx, permit, agreement).await
}

/// Writes an agreement as its next version.
pub(super) async fn keep(
    tx: Tx,
    permit: Permit,
    mut agreement: Agreement,
) -> Result<Saved<()>, Fault> {
    agreement.changed_at = tx.cx().now();
    agreement.version += 1;
    let version = tx.keep_version(&agreement.id, &agreement).await?;
    store::save_agreement(&tx, &permit, &agreement).await?;
    let entry = Audit::of(permit, &agreement.id)
        .with("state", agreement.state.code())
        .version(&version);
    Ok(tx.commit(entry, ()).await?)
}
