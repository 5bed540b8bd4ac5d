//! Circulations of the seeded town hall, some confirmed, some due, some overdue.

use time::{Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Fault, PersonId, PostId, Rng, UnitId};
use yakusho_messaging::circulation::{
    self, CirculationForm, CirculationId, Follows, Kind, Sequence,
};

use crate::city::{Rank, SECTION_HEAD};
use crate::content::{CIRCULATIONS, Circulated, To};
use crate::organisation::Town;
use crate::past::Past;

/// The rank of who sends.
const SENDER: i16 = 8;

/// The most recipients who are made to confirm: enough to look at, also in a large town hall.
const MOST_CONFIRMED: usize = 40;

/// Sends the circulations, and has part of their recipients confirm.
pub(crate) async fn fill(past: &Past, town: &Town, rng: &Rng) -> Result<(), Fault> {
    for circulated in CIRCULATIONS.iter().rev() {
        let Some(section) = town.unit_named(circulated.section, Rank::Section) else {
            continue;
        };
        let Some(author) = town.member_of(section, SENDER) else {
            continue;
        };
        let recipients = recipients(town, circulated.to, author);
        let id = send(past, town, circulated, section, author).await?;
        for person in recipients.into_iter().take(MOST_CONFIRMED) {
            if rng.below(100) < circulated.confirmed_percent {
                confirm(past, circulated, id, person).await?;
            }
        }
    }
    Ok(())
}

/// The posts of the heads of all sections, at most as many as one circulation is made to name.
fn heads(town: &Town) -> Vec<usize> {
    let posts = town.plan.posts.iter().enumerate();
    posts
        .filter(|(_, post)| post.head && post.rank == SECTION_HEAD)
        .map(|(place, _)| place)
        .take(100)
        .collect()
}

fn sections(town: &Town, names: &[&str]) -> Vec<UnitId> {
    names
        .iter()
        .filter_map(|name| town.unit_named(name, Rank::Section))
        .collect()
}

/// Those whom it reaches, but for its author.
fn recipients(town: &Town, to: To, author: PersonId) -> Vec<PersonId> {
    let mut people = match to {
        To::Heads => {
            let heads = heads(town);
            town.holders(|post| heads.contains(&post))
        }
        To::Sections(names) => {
            let sections = sections(town, names);
            town.holders(|post| {
                sections
                    .iter()
                    .any(|section| town.is_within(town.plan.posts[post].unit, *section))
            })
        }
    };
    people.retain(|person| *person != author);
    people
}

async fn send(
    past: &Past,
    town: &Town,
    circulated: &Circulated,
    section: UnitId,
    author: PersonId,
) -> Result<CirculationId, Fault> {
    let day = past.day(circulated.days_ago);
    let cx = past
        .act(author, day, Time::MIDNIGHT + Duration::minutes(560))
        .await?;
    let audience = match circulated.to {
        To::Heads => {
            let posts: Vec<PostId> = heads(town)
                .into_iter()
                .map(|post| town.posts[post])
                .collect();
            Audience {
                posts,
                ..Audience::default()
            }
        }
        To::Sections(names) => Audience {
            units: sections(town, names),
            ..Audience::default()
        },
    };
    let form = CirculationForm {
        kind: if circulated.report {
            Kind::Report
        } else {
            Kind::Circulation
        },
        title: circulated.title.to_owned(),
        body: circulated.body.to_owned(),
        section: Some(section),
        registration: past.registration(registration::Kind::Shared, day),
        audience,
        sequence: Sequence::AtOnce,
        step_days: None,
        follows: Follows::Post,
        due: Some(past.day(-circulated.due_in)),
        open_replies: true,
        files: Vec::new(),
    };
    let id = circulation::draft(&cx, form).await?.into_inner();
    let _ = circulation::send(&cx, id, 1).await?;
    Ok(id)
}

async fn confirm(
    past: &Past,
    circulated: &Circulated,
    id: CirculationId,
    person: PersonId,
) -> Result<(), Fault> {
    let day = past.day(circulated.days_ago / 2);
    let cx = past
        .act(person, day, Time::MIDNIGHT + Duration::minutes(790))
        .await?;
    let reply = if circulated.report {
        "変更はありません。"
    } else {
        ""
    };
    let _ = circulation::confirm(&cx, id, 1, reply).await?;
    Ok(())
}
