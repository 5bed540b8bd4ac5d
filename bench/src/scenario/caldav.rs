//! A month of a calendar, as programs ask for it by CalDAV, beside Radicale with the same events.

use data_encoding::BASE64;
use hyper::Method;
use hyper::header::AUTHORIZATION;
use serde_json::{Value, json};
use time::{Date, Duration};

use crate::Failure;
use crate::hall::Yard;
use crate::inside::Inside;
use crate::load::{self, Answer, Asked, Script, get, post};
use crate::radicale::Radicale;
use crate::report::Line;

use super::beside::{Beside, in_turns};

/// How many times as fast as Radicale.
const TARGET: f64 = 60.0;

/// How many events the calendar has.
const EVENTS: usize = 1_000;

/// The days that they are spread over, half of them before today.
const DAYS: i64 = 730;

/// How many days the program asks for.
const MONTH: Duration = Duration::days(30);

/// A program that may read and write somebody's calendar.
struct Phone {
    login: String,
    calendar: String,
    token: String,
}

pub(super) async fn month(yard: &Yard, beside: &Beside) -> Result<Line, Failure> {
    let inside = Inside::open(&beside.ours.hall).await?;
    let today = inside.today();
    inside.close().await?;
    let address = beside.ours.server.address;
    let phone = Phone::of(beside, today).await?;
    let found = load::ask(address, phone.query(&phone.calendar, None)).await?;
    let has = objects(&found).len();
    let brought = phone.import(&events(today, EVENTS.saturating_sub(has)));
    let brought = load::ask(address, brought).await?;
    let told: Value = serde_json::from_slice(&brought.body)?;
    if told["faults"]
        .as_array()
        .is_none_or(|faults| !faults.is_empty())
    {
        return Err(format!("events are not taken in: {}", brought.text()).into());
    }
    let all = objects(&load::ask(address, phone.query(&phone.calendar, None)).await?);
    if all.len() != EVENTS.max(has) {
        return Err(format!("a calendar of {} events", all.len()).into());
    }

    let radicale = Radicale::start(yard, &all, &phone.login).await?;
    let month = Some((today, today + MONTH));
    let ask = |path: &str| phone.query(path, month);
    let ours = load::ask(address, ask(&phone.calendar)).await?;
    let theirs = load::ask(radicale.server.address, ask(&radicale.calendar)).await?;
    let (mine, other) = (objects(&ours).len(), objects(&theirs).len());
    if mine == 0 || mine != other {
        return Err(format!("of a month {mine} objects, and {other} from Radicale").into());
    }
    let script = |path: &str| {
        let request = ask(path);
        Script::new(
            move |_| request.clone(),
            |answer| answer.status.as_u16() == 207 && answer.body.len() > 1_000,
        )
    };
    let (ours, theirs) = (script(&phone.calendar), script(&radicale.calendar));
    let sides = [(&beside.ours.server, &ours), (&radicale.server, &theirs)];
    let compared = in_turns(beside.pace, sides).await?;
    Ok(Line::rate("caldav-query", &compared, TARGET))
}

impl Phone {
    /// Somebody's, with a token of theirs.
    async fn of(beside: &Beside, today: Date) -> Result<Self, Failure> {
        let ours = &beside.ours;
        let accounts = ours.accounts.iter().zip(ours.users.iter());
        let mut members = accounts.filter(|([role, ..], _)| role == "staff");
        let ([_, login, password], user) = members.next().ok_or("no staff")?;
        let wanted = json!({
            "name": "a program",
            "scopes": ["read", "write"],
            "ends_on": (today + MONTH).to_string(),
            "password": password,
        });
        let path = "/api/v1/me/tokens";
        let mut request = post(path, &user.cookie, "application/json", wanted.to_string());
        request
            .headers_mut()
            .insert("x-csrf-token", user.csrf.parse()?);
        let made = load::ask(ours.server.address, request).await?;
        let told: Value = serde_json::from_slice(&made.body)?;
        let token = told["token"].as_str();
        let token = token.ok_or_else(|| format!("no token: {}", made.text()))?;
        let me = load::ask(ours.server.address, get("/api/v1/me", &user.cookie)).await?;
        let me: Value = serde_json::from_slice(&me.body)?;
        let me = me["person"]["id"].as_str().ok_or("nobody is signed in")?;
        Ok(Self {
            login: login.clone(),
            calendar: format!("/dav/{me}/{me}/"),
            token: token.to_owned(),
        })
    }

    /// A request that says by this whose it is.
    fn asks(key: &str, method: Method, path: &str, kind: &str, body: String) -> Asked {
        let mut request = post(path, "", kind, body);
        *request.method_mut() = method;
        if let Ok(key) = key.parse() {
            request.headers_mut().insert(AUTHORIZATION, key);
        }
        request
    }

    fn import(&self, events: &str) -> Asked {
        let key = format!("Bearer {}", self.token);
        let path = "/api/v1/schedule/ics";
        Self::asks(&key, Method::POST, path, "text/calendar", events.to_owned())
    }

    /// What a program asks for that shows those days of a calendar; all of it where it is told no days.
    fn query(&self, path: &str, days: Option<(Date, Date)>) -> Asked {
        let compact = |day: Date| day.to_string().replace('-', "");
        let range = days.map(|(from, until)| {
            let (from, until) = (compact(from), compact(until));
            format!("<C:time-range start=\"{from}T000000Z\" end=\"{until}T000000Z\"/>")
        });
        let body = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
             <C:calendar-query xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:prop><D:getetag/>\
             <C:calendar-data/></D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">\
             {}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>",
            range.unwrap_or_default(),
        );
        let method = Method::from_bytes(b"REPORT").unwrap_or_default();
        let Self { login, token, .. } = self;
        let key = format!(
            "Basic {}",
            BASE64.encode(format!("{login}:{token}").as_bytes())
        );
        let mut request = Self::asks(&key, method, path, "application/xml; charset=utf-8", body);
        if let Ok(depth) = "1".parse() {
            request.headers_mut().insert("depth", depth);
        }
        request
    }
}

/// The objects of an answer, as text.
fn objects(answer: &Answer) -> Vec<String> {
    let text = answer.text();
    let parts = text.split("calendar-data>").skip(1).step_by(2);
    let plain = |part: &str| {
        let text = part.rsplit_once("</").map_or(part, |(text, _)| text);
        let marks = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#13;", "\r"),
            ("&amp;", "&"),
        ];
        let marks = marks.into_iter();
        marks.fold(text.to_owned(), |text, (mark, c)| text.replace(mark, c))
    };
    parts.map(plain).collect()
}

/// So many events from a year before that day until a year after it, one of ten of which comes back.
fn events(today: Date, count: usize) -> String {
    let first = today - Duration::days(DAYS / 2);
    let each = (0..count).map(|n| {
        let part = i64::try_from(n * 730 / count.max(1)).unwrap_or(0);
        let day = (first + Duration::days(part)).to_string().replace('-', "");
        let hour = n % 8;
        let comes_back = if n.is_multiple_of(10) {
            "RRULE:FREQ=WEEKLY;COUNT=12\r\n"
        } else {
            ""
        };
        format!(
            "BEGIN:VEVENT\r\nUID:{n}@yakusho-bench\r\nDTSTAMP:{day}T000000Z\r\nDTSTART:{day}T0{hour}0000Z\r\n\
             DTEND:{day}T0{hour}3000Z\r\nSUMMARY:予算の打合せ {n}\r\nLOCATION:第2会議室\r\n\
             DESCRIPTION:資料は前日までに配ります。\r\n{comes_back}END:VEVENT\r\n"
        )
    });
    let each: String = each.collect();
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//yakusho-bench//EN\r\n{each}END:VCALENDAR\r\n"
    )
}
