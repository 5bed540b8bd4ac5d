//! One event, and its versions.

use yakusho_accounts::directory;
use yakusho_accounts::staff::kana_key;
use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_kernel::{
    Cursor, Cx, Fault, Page, PersonId, Reading, Timestamp, VersionId, version, versions_before,
};

use super::access::{Found, find};
use crate::booking;
use crate::event::model::{CandidateAnswer, Content, EventId, EventView, Owner, Participant};
use crate::event::{policy, store};

/// An event with those who take part.
pub async fn show(cx: &Cx, id: EventId) -> Result<EventView, Fault> {
    let on = cx.reader();
    let Found { event, calendars } = find(&on, cx, id).await?;
    let entries = store::entries(&on, id).await?;
    let mut people = event.content.participants.clone();
    if let Owner::Person(owner) = event.owner {
        people.push(owner);
    }
    let mut cards = directory::people(&on, cx.today(), &people).await?;
    let owner_name = match event.owner {
        Owner::Person(owner) => cards.get(&owner).map(|card| card.name.clone()),
        Owner::Unit(unit) => {
            let mut names = directory::unit_names(&on, cx.today(), &[unit]).await?;
            names.remove(&unit)
        }
    };
    let mut participants: Vec<Participant> = entries
        .into_iter()
        .filter(|entry| event.owner.parts().1 != entry.holder)
        .filter_map(|entry| {
            Some(Participant {
                card: cards.remove(&PersonId::from(entry.holder))?,
                said: entry.said,
                answered_at: entry.answered_at,
                answered_by: entry.answered_by,
            })
        })
        .collect();
    participants.sort_by_cached_key(|one| (one.card.rank, kana_key(&one.card.kana), one.card.id));
    let candidate_answers = if event.content.candidates.is_empty() {
        Vec::new()
    } else {
        let said = store::candidate_answers(&on, id).await?.into_iter();
        let stands = |said: &CandidateAnswer| {
            let mut candidates = event.content.candidates.iter();
            candidates.any(|candidate| candidate.id == said.candidate)
        };
        said.filter(stands).collect()
    };
    let facilities = booking::facilities_of(&on, &[id]).await?;
    Ok(EventView {
        rights: policy::rights(&calendars, &event),
        facilities: facilities.into_iter().map(|(_, wanted)| wanted).collect(),
        owner_name: owner_name.unwrap_or_default(),
        participants,
        candidate_answers,
        event,
    })
}

impl Bearer for EventId {
    /// A file that hangs on the event now is everybody's who may see it, an earlier one those people's whom it concerns.
    async fn lets(&self, cx: &Cx, file: AttachmentId) -> Result<bool, Fault> {
        let Found { event, calendars } = find(&cx.reader(), cx, *self).await?;
        let current = event.content.files.iter().any(|known| known.id == file);
        Ok(current || calendars.concern(&event))
    }
}

/// A version of an event.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: VersionId,
    /// Its number, from 1.
    pub number: i32,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: Option<PersonId>,
    /// What it says.
    pub content: Content,
}

/// What two versions of an event say, by their numbers, for those whom it concerns.
pub async fn compare(
    cx: &Cx,
    id: EventId,
    before: i32,
    after: i32,
) -> Result<(Content, Content), Fault> {
    let on = cx.reader();
    let Found { event, calendars } = find(&on, cx, id).await?;
    if !calendars.concern(&event) {
        return Err(Fault::NotFound);
    }
    Ok((said(&on, id, before).await?, said(&on, id, after).await?))
}

/// What a version says.
async fn said(on: &impl Reading, id: EventId, number: i32) -> Result<Content, Fault> {
    let found = version(on, &id, number).await?.ok_or(Fault::NotFound)?;
    serde_json::from_value(found.content).map_err(Fault::internal)
}

/// The versions of an event, the newest first, for those whom it concerns.
pub async fn history(
    cx: &Cx,
    id: EventId,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Kept>, Fault> {
    let on = cx.reader();
    let Found { event, calendars } = find(&on, cx, id).await?;
    if !calendars.concern(&event) {
        return Err(Fault::NotFound);
    }
    let before = after.map(Cursor::key).transpose()?.unwrap_or(i32::MAX);
    let versions = versions_before(&on, &id, before, size as u64 + 1).await?;
    let kept = versions.into_iter().map(|version| {
        Ok(Kept {
            id: version.id,
            number: version.number,
            at: version.at,
            by: version.by,
            content: serde_json::from_value(version.content).map_err(Fault::internal)?,
        })
    });
    let kept = kept.collect::<Result<Vec<_>, Fault>>()?;
    Ok(Page::of(kept, size, |version| version.number))
}
