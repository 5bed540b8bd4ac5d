//! Asking, and what was answered.

use yakusho_kernel::{Audit, Cursor, Cx, Fault, Invalid, Page, Reading, Reason, Saved, entered};

use super::model::{Answered, Asked, CheckId, Recorded};
use super::rules::Facts;
use super::{policy, rules, store};
use crate::asset::{self, Asset};
use crate::designation::{self, Target};
use crate::ids::AssetId;
use crate::{data_use, inventory, terminal};

/// The most characters of a business.
const BUSINESS: usize = 200;

/// Whether a person may do a business with data at a terminal today, and by what. The answer is put on record.
///
/// # Errors
/// The fields `business` and `data`.
pub async fn check(cx: &Cx, asked: Asked) -> Result<Saved<Answered>, Fault> {
    let on = cx.reader();
    let asset = asset::store::find(&on, asked.asset).await?;
    let asset = asset.ok_or(Fault::NotFound)?;
    if !cx.actor().stands_for(asked.person) && !policy::sees(cx, &asset) {
        return Err(Fault::NotFound);
    }
    let permit = policy::may_ask(cx, &asked, &asset)?;
    let mut invalid = Invalid::default();
    let business = entered::line(&mut invalid, "business", &asked.business, BUSINESS);
    invalid.check()?;
    let asked = Asked { business, ..asked };
    let facts = facts(&on, cx, &asked, asset).await?;
    let answered = rules::answer(cx, &asked, &facts);
    let id: CheckId = cx.new_id();
    let tx = cx.begin().await?;
    let recorded = Recorded {
        id,
        at: cx.now(),
        person: asked.person,
        asset: asked.asset,
        business: asked.business,
        data: asked.data,
        asked_by: cx.actor().person(),
        outcome: answered.outcome,
        rule: answered
            .basis
            .as_ref()
            .map(|basis| basis.rule().id().to_owned()),
        citation: answered
            .basis
            .as_ref()
            .map(|basis| basis.citation().to_string()),
        grounds: answered.grounds.clone(),
    };
    store::insert(&tx, &permit, &recorded, facts.asset.section)?;
    let entry = Audit::of(permit, &asked.asset)
        .with("person", asked.person.to_string())
        .with("answer", answered.outcome.code());
    let entry = match &answered.basis {
        Some(basis) => entry.with("refused_by", basis.rule().id()),
        None => entry,
    };
    Ok(tx.commit(entry, answered).await?)
}

async fn facts(on: &impl Reading, cx: &Cx, asked: &Asked, asset: Asset) -> Result<Facts, Fault> {
    let place = designation::of_asset(&asset)?;
    let today = cx.today();
    let mut targets = vec![Target::Asset(asset.id).id()];
    let system = match asset.system {
        Some(id) => inventory::store::system(on, id).await?,
        None => None,
    };
    targets.extend(system.as_ref().map(|system| Target::System(system.id).id()));
    let units = designation::units_of(on, asked.person, today).await?;
    let person = Some(asked.person);
    let designations = designation::store::of_targets(on, &targets, person, today).await?;
    let permits = terminal::store::of_terminal(on, asset.id, today).await?;
    let (mut data, mut approvals) = (None, Vec::new());
    if let Some(id) = asked.data {
        let found = inventory::store::data_set(on, id).await?;
        let found = found.ok_or_else(|| Invalid::field("data", Reason::Unknown))?;
        if found.section != asset.section {
            approvals = data_use::held(on, asset.section, id, today).await?;
        }
        data = Some(found);
    }
    Ok(Facts {
        kind: place.kind,
        asset,
        system,
        units,
        designations,
        permits,
        data,
        approvals,
    })
}

/// What was answered, the last first: of the sections that the reader answers for, or of all; of one terminal, or of any.
pub async fn recorded(
    cx: &Cx,
    of: Option<AssetId>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Recorded>, Fault> {
    let scope = policy::record(cx).ok_or(Fault::NotFound)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::list(&cx.reader(), &scope, of, after, size + 1).await?;
    Ok(Page::of(found, size, |one| one.id))
}
