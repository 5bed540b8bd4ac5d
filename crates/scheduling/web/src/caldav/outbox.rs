//! Asking when others are free (RFC 6638, section 5). Invitations need no messages: whoever takes part has the event in
//! their calendar when it is put into its owner's, and the owner their answer when it is put into theirs.

use poem::handler;
use poem::http::StatusCode;
use time::Duration;
use uuid::Uuid;
use yakusho_dav::xml::{escaped, open};
use yakusho_dav::{document, refused, text};
use yakusho_kernel::Fault;
use yakusho_scheduling::booking;
use yakusho_scheduling::calendar::{self, Busy};
use yakusho_scheduling::event::Owner;
use yakusho_scheduling::facility::{FacilityId, Slot};
use yakusho_scheduling::ical::{addressed, read_question};
use yakusho_webkit::{Answer, Problem, Visit};

use super::busy::written;
use super::filter::Times;
use super::target::Target;

/// The longest time for which facilities are asked about.
const LONGEST: Duration = Duration::days(366);

/// The most people who are asked about at once.
const MOST: usize = 100;

/// When the facilities that are asked about are not to be had, as far as the visitor may book them.
async fn facilities(
    visit: &Visit,
    ids: &[Uuid],
    (from, until): Times,
) -> Result<Vec<(Uuid, Vec<Busy>)>, Problem> {
    let until = until.min(from.plus(LONGEST));
    let ids: Vec<FacilityId> = ids.iter().copied().map(FacilityId::from).collect();
    let Some(time) = Slot::new(from, until).filter(|_| !ids.is_empty()) else {
        return Ok(Vec::new());
    };
    let busy = booking::busy(&visit.cx.reader(), &visit.cx, &ids, time, 1).await?;
    let told = busy.into_iter().map(|one| {
        let times = one.times.into_iter().map(|slot| Busy {
            from: slot.starts_at,
            until: slot.ends_at,
            tentative: false,
        });
        (one.facility.id.into(), times.collect())
    });
    Ok(told.collect())
}

/// `POST /dav/:person/outbox/`
#[handler]
pub(super) async fn post(visit: Visit, body: Vec<u8>) -> Answer {
    let Target::Outbox(_) = Target::of(&visit)? else {
        return Err(Fault::NotFound.into());
    };
    let body = text(body)?;
    let Some(question) = read_question(&body).filter(|asked| asked.whom.len() <= MOST) else {
        let condition = "<C:valid-scheduling-message/>";
        let words = "it is no question when somebody is free";
        return Ok(refused(StatusCode::FORBIDDEN, condition, words));
    };
    let ours = |address: &String| {
        let home = Target::parse(address);
        let by_home = match home {
            Some(Target::Home(person)) => Some(person.into()),
            _ => None,
        };
        by_home.or_else(|| addressed(address))
    };
    let ids: Vec<Uuid> = question.whom.iter().filter_map(ours).collect();
    let people: Vec<Owner> = ids.iter().map(|id| Owner::Person((*id).into())).collect();
    let known = calendar::known(&visit.cx, &people).await?;
    let mut busy = calendar::busy(&visit.cx, &known, question.times).await?;
    for id in &ids {
        if known.contains(&Owner::Person((*id).into())) {
            busy.entry(*id).or_default();
        }
    }
    busy.extend(facilities(&visit, &ids, question.times).await?);
    let mut answer = open("C:schedule-response");
    for address in &question.whom {
        let recipient = escaped(address);
        let said = match ours(address).and_then(|id| busy.get(&id)) {
            Some(times) => {
                let lines = format!("{}ATTENDEE:{address}\r\n", question.lines);
                let text = escaped(&written(&visit, question.times, times, &lines));
                format!(
                    "<C:request-status>2.0;Success</C:request-status><C:calendar-data>{text}</C:calendar-data>"
                )
            }
            None => "<C:request-status>3.7;Invalid calendar user</C:request-status>".to_owned(),
        };
        let whom = [
            "<C:recipient><D:href>",
            &recipient,
            "</D:href></C:recipient>",
        ]
        .concat();
        answer.push_str(&["<C:response>", &whom, &said, "</C:response>"].concat());
    }
    answer.push_str("</C:schedule-response>");
    Ok(document(answer))
}
