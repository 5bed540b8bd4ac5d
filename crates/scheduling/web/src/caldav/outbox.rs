//! Asking when others are free (RFC 6638, section 5). Invitations need no messages: whoever takes part has the event in
//! their calendar when it is put into its owner's, and the owner their answer when it is put into theirs.

use poem::handler;
use poem::http::StatusCode;
use yakusho_kernel::Fault;
use yakusho_scheduling::calendar;
use yakusho_scheduling::event::Owner;
use yakusho_scheduling::ical::{addressed, read_question};
use yakusho_webkit::{Answer, Visit};

use super::answer::{document, refused};
use super::busy::written;
use super::propfind::text;
use super::target::Target;
use super::xml::{escaped, open};

/// The most people who are asked about at once.
const MOST: usize = 100;

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
    let people: Vec<Owner> = question
        .whom
        .iter()
        .filter_map(ours)
        .map(|id| Owner::Person(id.into()))
        .collect();
    let known = calendar::known(&visit.cx, &people).await?;
    let busy = calendar::busy(&visit.cx, &known, question.times).await?;
    let mut answer = open("C:schedule-response");
    for address in &question.whom {
        let id = ours(address).filter(|id| known.contains(&Owner::Person((*id).into())));
        let recipient = escaped(address);
        let said = match id {
            Some(id) => {
                let times = busy.get(&id).map_or(&[][..], Vec::as_slice);
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
