//! What is done with pledges: one function per use case.

use time::Date;
use yakusho_accounts::account::{self, Account, Ending, Leaving};
use yakusho_kernel::{
    Audit, Authorship, Conflict, Cursor, Cx, DbError, Fault, Page, Reading, Saved,
};

use super::model::{
    NewText, Occasion, Pledge, PledgeId, PledgeKind, PledgeText, PledgeTextId, Pledged, Rights,
};
use super::{policy, rules, store};
use crate::doer::Doer;
use crate::provision::Clause;

/// That another version is in force.
const NOT_IN_FORCE: Conflict = Conflict {
    code: "pledge_not_in_force",
};

/// That it was pledged already.
const GIVEN: Conflict = Conflict {
    code: "pledge_given",
};

/// That somebody pledges to leave who does not.
const STAYS: Conflict = Conflict {
    code: "pledge_not_leaving",
};

/// Sets another version of what is pledged, which everybody is asked for from its first day on.
///
/// # Errors
/// The fields `body` and `effective_on`.
pub async fn publish(cx: &Cx, new: NewText) -> Result<Saved<PledgeTextId>, Fault> {
    expect_asked(cx, new.kind)?;
    let permit = policy::may_publish(cx, new.kind)?;
    let Clause { text, digest } = Clause::of(rules::parse(&new, cx.today())?);
    let tx = cx.begin().await?;
    let text = PledgeText {
        id: cx.new_id(),
        kind: new.kind,
        version: store::last_version(&tx, new.kind).await? + 1,
        effective_on: new.effective_on,
        body: text,
        digest,
        at: cx.now(),
        author: Authorship::of(cx)?.author,
    };
    store::insert_text(&tx, &permit, &text).await?;
    let version = tx.keep_first_version(&text.id, &text)?;
    let entry = Audit::of(permit, &text.id)
        .with("kind", text.kind.code())
        .version(&version);
    Ok(tx.commit(entry, text.id).await?)
}

/// Pledges what is in force: as long as one has the account, or before one leaves.
///
/// # Errors
/// The conflicts `pledge_not_in_force`, `pledge_given`, and `pledge_not_leaving` where one's last day is not near.
pub async fn give(cx: &Cx, id: PledgeTextId, occasion: Occasion) -> Result<Saved<PledgeId>, Fault> {
    let text = store::text(&cx.reader(), id).await?;
    let text = text.ok_or(Fault::NotFound)?;
    expect_asked(cx, text.kind)?;
    let permit = policy::may_give(cx, text.kind, id)?;
    let tx = cx.begin().await?;
    let current = store::current(&tx, text.kind, cx.today()).await?;
    NOT_IN_FORCE.unless(current.is_some_and(|current| current.id == id))?;
    let account = account::own(cx).await?;
    if occasion == Occasion::Leaving {
        let last = last_day(&tx, cx, &account).await?;
        STAYS.unless(text.kind == PledgeKind::Secrecy && last.is_some())?;
    }
    let doer = Doer::of(&tx, Authorship::of(cx)?).await?;
    let pledge = Pledge {
        id: cx.new_id(),
        text: id,
        kind: text.kind,
        version: text.version,
        digest: text.digest,
        occasion,
        account: account.id,
        person: account.person,
        name: doer.name,
        at: cx.now(),
    };
    GIVEN.unless(store::insert(&tx, &permit, &pledge).await?)?;
    let entry = Audit::of(permit, &id)
        .with("occasion", occasion.code())
        .with("sha256", pledge.digest);
    Ok(tx.commit(entry, pledge.id).await?)
}

/// What the one who acts is asked to pledge today, given or not.
pub async fn asked(cx: &Cx) -> Result<Vec<Pledged>, Fault> {
    expect_any(cx)?;
    let on = cx.reader();
    let account = account::own(cx).await?;
    let given = store::of_person(&on, account.person).await?;
    let mut asked = Vec::new();
    for kind in PledgeKind::ALL
        .iter()
        .filter(|kind| policy::asks(cx, **kind))
    {
        let Some(text) = store::current(&on, *kind, cx.today()).await? else {
            continue;
        };
        let own = |occasion: Occasion| {
            let mut own = given.iter();
            let of_account = |one: &&Pledge| one.account == account.id && one.kind == *kind;
            let fits = |one: &&Pledge| match occasion {
                Occasion::Start => one.occasion == occasion && one.text == text.id,
                Occasion::Leaving => one.occasion == occasion,
            };
            own.find(|one| of_account(one) && fits(one)).cloned()
        };
        asked.push(Pledged {
            occasion: Occasion::Start,
            last: None,
            given: own(Occasion::Start),
            text: text.clone(),
        });
        if *kind == PledgeKind::Secrecy {
            let last = last_day(&on, cx, &account).await?;
            if last.is_some() {
                asked.push(Pledged {
                    occasion: Occasion::Leaving,
                    last,
                    given: own(Occasion::Leaving),
                    text,
                });
            }
        }
    }
    Ok(asked)
}

/// What the one who acts pledged, the last first.
pub async fn own(cx: &Cx) -> Result<Vec<Pledge>, Fault> {
    expect_any(cx)?;
    let person = cx.actor().person().ok_or(Fault::NotFound)?;
    Ok(store::of_person(&cx.reader(), person).await?)
}

/// A page of what everybody pledged, the last first: for those who look after the whole.
pub async fn given(cx: &Cx, after: Option<&Cursor>, size: usize) -> Result<Page<Pledge>, Fault> {
    expect_any(cx)?;
    if !policy::follows(cx) {
        return Err(Fault::NotFound);
    }
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(found, size, |pledge| pledge.id))
}

/// A page of the versions of a kind, the last first: for everyone.
pub async fn texts(
    cx: &Cx,
    kind: PledgeKind,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PledgeText>, Fault> {
    expect_asked(cx, kind)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::texts(&cx.reader(), kind, after, size + 1).await?;
    Ok(Page::of(found, size, |text| text.version))
}

/// What the reader may do, for the page to offer.
pub fn rights(cx: &Cx) -> Rights {
    Rights {
        publish: policy::sets(cx).holds(),
        follow: policy::follows(cx),
    }
}

fn expect_asked(cx: &Cx, kind: PledgeKind) -> Result<(), Fault> {
    let asked = policy::asks(cx, kind);
    asked.then_some(()).ok_or(Fault::NotFound)
}

fn expect_any(cx: &Cx) -> Result<(), Fault> {
    let asked = PledgeKind::ALL.iter().any(|kind| policy::asks(cx, *kind));
    asked.then_some(()).ok_or(Fault::NotFound)
}

/// The last day of whoever has that account, if it is near.
async fn last_day(on: &impl Reading, cx: &Cx, account: &Account) -> Result<Option<Date>, DbError> {
    let people = [account.person];
    for ending in [Ending::LastDay, Ending::Order] {
        let leaving = Leaving {
            ending,
            people: Some(&people),
            but: store::none(),
            days: (cx.today(), rules::horizon(cx)),
        };
        let found = account::leaving(on, &leaving, None, 1).await?;
        if let Some((last, _)) = found.first() {
            return Ok(Some(*last));
        }
    }
    Ok(None)
}
