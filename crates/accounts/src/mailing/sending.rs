//! Mails on their way: made of what is due, taken up, sent by whoever has a relay, and ended.

use std::collections::HashMap;

use time::Duration;
use yakusho_kernel::{
    Cx, DbError, Fault, NoticeGroup, NoticeGroups, NoticeId, NoticeRow, PersonId, Timestamp, Tx,
};
use yakusho_koyomi::Calendar;
use yakusho_regulation::Lang;

use super::model::{Confirmation, Mail, MailContent, MailId, Outcome, Preferences};
use super::rules;
use super::store::boxes;
use super::store::mails::{self, Kind, Taken, Unsent};
use super::store::waiting::{self, Placed, Waiting};
use crate::calendar;

/// How long a server keeps mails to itself that it took up: longer than sending them may take.
pub const LEASE: Duration = Duration::minutes(1);

/// How many notices are looked at in one transaction.
const LOOK: u64 = 2_000;

/// How many mails are taken up at once.
const BATCH: u64 = 20;

/// After how long a mail that was given up is shown no more.
const SHOWN: Duration = Duration::days(90);

/// After how long a notice is mailed no more that waited for nothing but a relay.
const STALE: Duration = Duration::days(7);

/// Looks at notices whose time has come: those that go now are gathered, one mail a person, others wait on or stay in the
/// page. Says whether there may be more of them. `groups` are those of all kinds that anybody gives.
pub async fn gather(cx: &Cx, groups: &NoticeGroups) -> Result<bool, Fault> {
    // Asked first, so that the one who writes is left alone where nothing is due.
    if !waiting::any_due(cx).await? {
        return Ok(false);
    }
    let calendar = calendar::current(cx).await?;
    let tx = cx.begin().await?;
    let mut due = waiting::due(&tx, LOOK).await?;
    let more = due.len() as u64 == LOOK;
    if more {
        leave_last(&mut due);
    }
    if due.is_empty() {
        tx.rollback().await;
        return Ok(false);
    }
    let mut people: Vec<PersonId> = due.iter().map(|one| one.person).collect();
    people.sort_unstable();
    people.dedup();
    let boxes = boxes::with_address(&tx, &people).await?;
    let (mut placed, mut gone) = (Vec::new(), Vec::<NoticeId>::new());
    let mut made: HashMap<PersonId, MailId> = HashMap::new();
    for one in due {
        let preferences = boxes.get(&one.person).map(|theirs| &theirs.preferences);
        let chosen = preferences.zip(groups.of(&one.kind));
        let Some(due) = when(&one, chosen, &calendar, cx.now()) else {
            gone.push(one.notice);
            continue;
        };
        let mail =
            (due == cx.now()).then(|| *made.entry(one.person).or_insert_with(|| cx.new_id()));
        placed.push(Placed {
            notice: one.notice,
            person: one.person,
            due,
            mail,
        });
    }
    let made: Vec<_> = made
        .into_iter()
        .map(|(person, mail)| (mail, person))
        .collect();
    mails::insert(&tx, Kind::Notices, &made).await?;
    waiting::place(&tx, &placed).await?;
    waiting::forget(&tx, &gone).await?;
    tx.commit_unaudited().await?;
    Ok(more)
}

/// Of a batch that is full, the last person may have more: theirs are for the next one. Where it is one person's alone, they
/// get several mails.
fn leave_last(due: &mut Vec<Waiting>) {
    let ends = due
        .first()
        .map(|one| one.person)
        .zip(due.last().map(|one| one.person));
    if let Some((first, last)) = ends
        && first != last
    {
        due.retain(|one| one.person != last);
    }
}

/// When a notice is to be mailed; none where it is not: it was seen, or its reader does not want it mailed.
fn when(
    one: &Waiting,
    chosen: Option<(&Preferences, NoticeGroup)>,
    calendar: &Calendar,
    now: Timestamp,
) -> Option<Timestamp> {
    if one.seen {
        return None;
    }
    let (preferences, group) = chosen?;
    rules::due(preferences, calendar, group, one.told, now)
}

/// Takes mails up that are due, for [`LEASE`]: each is to be sent and [`ended`] within that. None where nothing is due.
/// What nobody is to read any more is taken out, so that there may be fewer than were due.
pub async fn claim(cx: &Cx) -> Result<Option<Vec<Mail>>, Fault> {
    let ids = mails::take_up(cx, BATCH, cx.now().plus(LEASE)).await?;
    if ids.is_empty() {
        return Ok(None);
    }
    let mut notices = mails::notices(cx, &ids).await?;
    let taken = mails::readable(cx, &ids).await?;
    let mut found = Vec::with_capacity(taken.len());
    for one in taken {
        let notices = notices.remove(&one.id);
        found.extend(mail(cx, one, notices)?);
    }
    let gone: Vec<MailId> = ids
        .into_iter()
        .filter(|id| found.iter().all(|mail| mail.id != *id))
        .collect();
    if !gone.is_empty() {
        let tx = cx.begin().await?;
        forget(&tx, &gone).await?;
        tx.commit_unaudited().await?;
    }
    Ok(Some(found))
}

/// The mail as it goes; none where there is nothing to say, or nowhere to say it.
fn mail(cx: &Cx, taken: Taken, notices: Option<Vec<NoticeRow>>) -> Result<Option<Mail>, Fault> {
    let (to, content) = match taken.kind {
        Kind::Notices => (taken.address, notices.map(MailContent::Notices)),
        Kind::Confirmation => {
            let code = taken.code.map(|sealed| open(cx, &sealed, taken.person));
            let code = code.transpose()?;
            (taken.asked, code.map(MailContent::Confirmation))
        }
    };
    Ok(to.zip(content).map(|(to, content)| Mail {
        id: taken.id,
        person: taken.person,
        at: taken.at,
        attempts: taken.attempts.unsigned_abs(),
        to,
        lang: taken.lang.unwrap_or(Lang::Ja),
        content,
    }))
}

/// The code that was sealed for that person.
pub(super) fn open(cx: &Cx, sealed: &[u8], person: PersonId) -> Result<Confirmation, Fault> {
    let code = cx.env().keys().open(sealed, &person)?;
    let code = String::from_utf8(code.to_vec()).map_err(Fault::internal)?;
    Ok(Confirmation(code))
}

/// Writes how sending ended: what was sent leaves nothing behind, what failed is tried again at growing gaps, and given up
/// in the end.
pub async fn ended(cx: &Cx, outcomes: Vec<(&Mail, Outcome)>) -> Result<(), DbError> {
    let (mut sent, mut given_up, mut unsent) = (Vec::new(), Vec::new(), Vec::new());
    for (mail, outcome) in outcomes {
        let (gap, why) = match outcome {
            Outcome::Sent => {
                sent.push(mail.id);
                continue;
            }
            Outcome::Later(why) => (rules::gap(mail.attempts), why),
            Outcome::Never(why) => (None, why),
        };
        if gap.is_none() {
            given_up.push(mail.id);
        }
        let id = mail.id;
        let again = gap.map(|gap| cx.now().plus(gap));
        unsent.push(Unsent { id, again, why });
    }
    let tx = cx.begin().await?;
    forget(&tx, &sent).await?;
    waiting::forget_of(&tx, &given_up).await?;
    mails::go_on(&tx, &unsent).await?;
    tx.commit_unaudited().await
}

async fn forget(tx: &Tx, mails: &[MailId]) -> Result<(), DbError> {
    waiting::forget_of(tx, mails).await?;
    mails::forget(tx, mails).await
}

/// How it stands with mails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// How many are on their way.
    pub waiting: u64,
    /// Since when the oldest of them waits.
    pub since: Option<Timestamp>,
    /// How many were given up.
    pub failed: u64,
}

/// How it stands with mails, for those who watch.
pub async fn queue(cx: &Cx) -> Result<Queue, DbError> {
    let (waiting, since) = mails::waiting(&cx.reader()).await?;
    let failed = mails::given_up(&cx.reader()).await?;
    Ok(Queue {
        waiting,
        since,
        failed,
    })
}

/// Takes out what was given up long ago, and what waits although nobody mails anything; says how much it was.
pub async fn sweep(cx: &Cx) -> Result<u64, Fault> {
    let tx = cx.begin().await?;
    let mails = mails::forget_older(&tx, SHOWN).await?;
    let notices = waiting::forget_before(&tx, cx.now().plus(-STALE)).await?;
    tx.commit_unaudited().await?;
    Ok(mails + notices)
}
