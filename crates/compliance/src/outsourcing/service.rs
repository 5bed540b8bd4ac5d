//! What is done with contracts: one function per use case.

use time::Date;
use yakusho_accounts::directory;
use yakusho_attachments::{self as attachments, AttachmentId, Bearer};
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, Fault, Invalid, Page, Permit, Reading, Reason, Saved,
    Tx, UnitId,
};

use super::model::{Contract, ContractForm, ContractId, ContractView, Rights};
use super::{policy, rules, store};
use crate::doer::Doer;
use crate::provision::Clause;

/// That a contract was concluded, and does not change.
const CONCLUDED: Conflict = Conflict {
    code: "contract_concluded",
};

/// The sections whose contracts the one who acts registers.
///
/// # Errors
/// Refused to those who answer for none; where the city asks for no contracts, there is nothing to register.
pub fn registering(cx: &Cx) -> Result<Vec<UnitId>, Fault> {
    policy::scope(cx).ok_or(Fault::NotFound)?;
    Ok(policy::registering(cx)?)
}

/// Registers a contract of a section. Its clauses on personal information may be missing until it is concluded.
pub async fn add(cx: &Cx, section: UnitId, form: ContractForm) -> Result<Saved<ContractId>, Fault> {
    policy::scope(cx).ok_or(Fault::NotFound)?;
    let permit = policy::may_add(cx, section)?;
    let tx = cx.begin().await?;
    let units = directory::units(&tx, cx.today()).await?;
    if !units.iter().any(|unit| unit.id == section) {
        return Err(Invalid::field("section", Reason::Unknown).into());
    }
    let mut contract = Contract {
        id: cx.new_id(),
        section,
        title: String::new(),
        contractor: String::new(),
        work: String::new(),
        days: form.days,
        articles: String::new(),
        text: String::new(),
        digest: String::new(),
        files: Vec::new(),
        concluded: None,
        version: 1,
        revision: 1,
    };
    take(&tx, &permit, &mut contract, form).await?;
    store::insert(&tx, &permit, &contract).await?;
    let version = tx.keep_first_version(&contract.id, &contract)?;
    let entry = Audit::of(permit, &contract.id).version(&version);
    Ok(tx.commit(entry, contract.id).await?)
}

/// Changes a contract that is not concluded. The version before it stays.
pub async fn change(
    cx: &Cx,
    id: ContractId,
    revision: i32,
    form: ContractForm,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut contract = hold_at(&tx, id, revision).await?;
    let permit = policy::may_change(cx, &contract)?;
    CONCLUDED.unless(contract.concluded.is_none())?;
    take(&tx, &permit, &mut contract, form).await?;
    keep(tx, permit, contract).await
}

/// Registers a contract as concluded on that day. From then on it does not change.
///
/// # Errors
/// [`Fault::Invalid`] in `articles` and `text`, with the article, where the clauses on personal information are not named or
/// have no text; in `on`, where the day lies in the future.
pub async fn conclude(
    cx: &Cx,
    id: ContractId,
    revision: i32,
    on: Date,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let mut contract = hold_at(&tx, id, revision).await?;
    let permit = policy::may_conclude(cx, &contract)?;
    CONCLUDED.unless(contract.concluded.is_none())?;
    rules::complete(cx, &contract)?;
    if on > cx.today() {
        return Err(Invalid::field("on", Reason::Code("day_in_future")).into());
    }
    let doer = Doer::of(&tx, Authorship::of(cx)?).await?;
    contract.concluded = Some((on, doer));
    keep(tx, permit, contract).await
}

/// A page of the contracts that the reader sees, the latest end first.
pub async fn list(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Contract>, Fault> {
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), &scope, after, size + 1).await?;
    Ok(Page::of(found, size, |one| {
        (one.days.1.to_julian_day(), one.id)
    }))
}

/// A contract on its own page.
pub async fn show(cx: &Cx, id: ContractId) -> Result<ContractView, Fault> {
    let contract = find(&cx.reader(), cx, id).await?;
    let keep = contract.concluded.is_none() && policy::keeps(cx, contract.section).holds();
    Ok(ContractView {
        contract,
        may: Rights { keep },
    })
}

async fn find(on: &impl Reading, cx: &Cx, id: ContractId) -> Result<Contract, Fault> {
    let found = store::find(on, id).await?;
    let scope = policy::scope(cx).ok_or(Fault::NotFound)?;
    found
        .filter(|contract| scope.sees(contract.section))
        .ok_or(Fault::NotFound)
}

/// The contract for an act that changes it, if it is still as it was when it was read.
async fn hold_at(tx: &Tx, id: ContractId, revision: i32) -> Result<Contract, Fault> {
    store::lock(tx, id).await?;
    let contract = find(tx, tx.cx(), id).await?;
    Conflict::CHANGED.unless(contract.revision == revision)?;
    Ok(contract)
}

/// Has a contract say what was entered.
async fn take(
    tx: &Tx,
    permit: &Permit,
    contract: &mut Contract,
    form: ContractForm,
) -> Result<(), Fault> {
    let [title, contractor, work, articles, text] = rules::parse(&form)?;
    let Clause { text, digest } = Clause::of(text);
    contract.files = attachments::take(tx, permit, &contract.id, &form.files).await?;
    contract.title = title;
    contract.contractor = contractor;
    contract.work = work;
    contract.days = form.days;
    contract.articles = articles;
    contract.text = text;
    contract.digest = digest;
    Ok(())
}

/// Writes a contract as its next version.
async fn keep(tx: Tx, permit: Permit, mut contract: Contract) -> Result<Saved<()>, Fault> {
    contract.version += 1;
    let version = tx.keep_version(&contract.id, &contract).await?;
    store::save(&tx, &permit, &contract).await?;
    let entry = Audit::of(permit, &contract.id).version(&version);
    Ok(tx.commit(entry, ()).await?)
}

impl Bearer for ContractId {
    /// Whoever sees a contract has its papers.
    async fn lets(&self, cx: &Cx, _: AttachmentId) -> Result<bool, Fault> {
        find(&cx.reader(), cx, *self).await.map(|_| true)
    }
}
