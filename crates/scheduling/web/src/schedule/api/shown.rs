//! What is seen of events, as JSON.

use yakusho_scheduling::booking::Wanted;
use yakusho_scheduling::event::{DateAnswer, EventView, Item, Participant, Row};

use super::{
    CalendarItem, CandidateItem, DateAnswerItem, EntryItem, EventDetail, ParticipantItem,
    RepeatItem, WantedItem, written,
};

impl From<Row> for CalendarItem {
    fn from(row: Row) -> Self {
        Self {
            owner: row.owner.into(),
            name: row.name,
            items: row.items.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Item> for EntryItem {
    fn from(item: Item) -> Self {
        let seen = item.seen.as_ref();
        Self {
            start: item.start.local(),
            end: item.end.local(),
            whole_day: item.is_days,
            event: seen.map(|seen| seen.event.into()),
            date: seen.and_then(|seen| seen.occurrence.map(written)),
            title: seen.map(|seen| seen.title.clone()),
            place: seen.map(|seen| seen.place.clone()),
            status: seen.map(|seen| seen.status.code().to_owned()),
            closed: seen.map(|seen| seen.closed),
        }
    }
}

impl From<Participant> for ParticipantItem {
    fn from(one: Participant) -> Self {
        Self {
            person: one.card.id.into(),
            name: one.card.name,
            answer: one.said.whole.code().to_owned(),
            dates: one.said.dates.iter().map(Into::into).collect(),
        }
    }
}

impl From<&DateAnswer> for DateAnswerItem {
    fn from(said: &DateAnswer) -> Self {
        Self {
            date: written(said.date),
            answer: said.answer.code().to_owned(),
        }
    }
}

impl From<Wanted> for WantedItem {
    fn from(wanted: Wanted) -> Self {
        Self {
            facility: wanted.facility.into(),
            quantity: wanted.quantity,
        }
    }
}

impl From<EventView> for EventDetail {
    fn from(view: EventView) -> Self {
        let content = view.event.content;
        Self {
            id: view.event.id.into(),
            owner: view.event.owner.into(),
            title: content.title,
            place: content.place,
            text: content.text,
            when: content.when.into(),
            repeat: content.recurrence.map(|repeat| RepeatItem {
                rule: repeat.rule.to_string(),
                on_closed: repeat.on_closed.code().to_owned(),
            }),
            status: content.status.code().to_owned(),
            closed: content.closed,
            free: content.free,
            files: content.files.iter().map(Into::into).collect(),
            away: content.away,
            candidates: content
                .candidates
                .iter()
                .map(|one| CandidateItem::of(one, &view.candidate_answers))
                .collect(),
            participants: view.participants.into_iter().map(Into::into).collect(),
            facilities: view.facilities.into_iter().map(Into::into).collect(),
            revision: view.event.revision,
        }
    }
}
