//! What a query asks of objects (RFC 4791, section 9.7).

use roxmltree::Node;
use time::Duration;
use time::macros::format_description;
use yakusho_dav::xml::{CALDAV, child, children, text};
use yakusho_kernel::Timestamp;
use yakusho_koyomi::Calendar;
use yakusho_scheduling::calendar::{self, Stored};
use yakusho_webkit::Problem;

use super::report::ever;

/// From when to before when.
pub(super) type Times = (Timestamp, Timestamp);

/// The longest time in which each date is looked at: in longer ones, from when to when there is anything is enough.
const EXACT: Duration = Duration::days(3660);

/// What is asked of the events of an object.
#[derive(Debug, Default)]
pub(super) struct Filter {
    component: Option<String>,
    pub(super) range: Option<Times>,
    properties: Vec<Asks>,
}

/// What is asked of a property.
#[derive(Debug)]
struct Asks {
    name: String,
    what: What,
}

#[derive(Debug)]
enum What {
    Defined,
    Undefined,
    Holds {
        text: String,
        not: bool,
        exact: bool,
    },
}

/// The attributes of a time range.
pub(super) fn times(node: Node<'_, '_>) -> Result<Times, Problem> {
    let at = |name: &str, open: Timestamp| match node.attribute(name) {
        Some(text) => {
            utc(text).ok_or_else(|| Problem::Malformed(format!("{name} is no time in UTC")))
        }
        None => Ok(open),
    };
    let (first, last) = ever();
    let (from, until) = (at("start", first)?, at("end", last)?);
    if from >= until {
        return Err(Problem::Malformed(
            "the end is not after the start".to_owned(),
        ));
    }
    Ok((from.max(first), until.min(last)))
}

/// A time as `20261124T010000Z`.
pub(super) fn utc(text: &str) -> Option<Timestamp> {
    let form = format_description!("[year][month][day]T[hour][minute][second]Z");
    let at = time::PrimitiveDateTime::parse(text, form).ok()?;
    Some(at.assume_utc().into())
}

impl Filter {
    /// The filter of a query; why not, where it asks what nobody answers here.
    pub(super) fn of(query: Node<'_, '_>) -> Result<Result<Self, &'static str>, Problem> {
        let filter = child(query, CALDAV, "filter");
        let whole = filter.and_then(|filter| child(filter, CALDAV, "comp-filter"));
        let Some(whole) = whole else {
            return Ok(Ok(Self::default()));
        };
        let mut found = Self::default();
        let Some(event) = child(whole, CALDAV, "comp-filter") else {
            return Ok(Ok(found));
        };
        found.component = event.attribute("name").map(str::to_ascii_uppercase);
        for asks in children(event) {
            match asks.tag_name().name() {
                "time-range" => found.range = Some(times(asks)?),
                "prop-filter" => match property(asks) {
                    Ok(asks) => found.properties.push(asks),
                    Err(words) => return Ok(Err(words)),
                },
                "is-not-defined" => return Ok(Err("every object is of events")),
                _ => return Ok(Err("components within events are not looked into")),
            }
        }
        Ok(Ok(found))
    }

    /// Whether events are what is looked for.
    pub(super) fn is_for_events(&self) -> bool {
        self.component
            .as_deref()
            .is_none_or(|name| name == "VEVENT")
    }

    /// Whether an object is what is looked for.
    pub(super) fn takes(&self, stored: &Stored, now: Timestamp, city: &Calendar) -> bool {
        let falls = self.range.is_none_or(|(from, until)| {
            until.since(from) > EXACT || stored.falls((from, until), city)
        });
        if !falls || self.properties.is_empty() {
            return falls;
        }
        let text = stored.text(now, &calendar::works(city));
        let events = events(&text);
        events
            .iter()
            .any(|event| self.properties.iter().all(|asks| asks.holds(event)))
    }
}

fn property(node: Node<'_, '_>) -> Result<Asks, &'static str> {
    let name = node.attribute("name").unwrap_or_default();
    let mut what = What::Defined;
    for part in children(node) {
        what = match part.tag_name().name() {
            "is-not-defined" => What::Undefined,
            "text-match" => What::Holds {
                text: text(part).to_owned(),
                not: part.attribute("negate-condition") == Some("yes"),
                exact: part.attribute("collation") == Some("i;octet"),
            },
            _ => return Err("parameters and times of properties are not looked into"),
        };
    }
    Ok(Asks {
        name: name.to_ascii_uppercase(),
        what,
    })
}

impl Asks {
    fn holds(&self, event: &[(String, String)]) -> bool {
        let mut values = event.iter().filter(|(name, _)| *name == self.name);
        match &self.what {
            What::Defined => values.next().is_some(),
            What::Undefined => values.next().is_none(),
            What::Holds { text, not, exact } => {
                let found = values.any(|(_, value)| {
                    if *exact {
                        value.contains(text)
                    } else {
                        value.to_lowercase().contains(&text.to_lowercase())
                    }
                });
                found != *not
            }
        }
    }
}

/// The properties of each event of a text that this program wrote: name and value.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    let text = text.replace("\r\n ", "");
    let mut events = Vec::new();
    let mut depth = 0_u32;
    for line in text.lines() {
        if line == "BEGIN:VEVENT" {
            events.push(Vec::new());
            depth = 0;
        } else if line.starts_with("BEGIN:") {
            depth += 1;
        } else if line.starts_with("END:") {
            depth = depth.saturating_sub(1);
        } else if depth == 0
            && let Some(event) = events.last_mut()
            && let Some((name, value)) = parted(line)
        {
            event.push((name.to_ascii_uppercase(), unescaped(value)));
        }
    }
    events
}

/// The name and the value of a line; a colon in quotation marks parts nothing.
fn parted(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let name = line[..at].split(';').next()?;
    Some((name, &line[at + 1..]))
}

fn unescaped(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(other) => plain.push(other),
                None => {}
            },
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use yakusho_dav::xml::parse;

    #[test]
    fn lines_are_parted_and_read_without_what_is_within_others() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:予算\\, 第\r\n 1回\r\nATTENDEE;CN=\"a:b\":urn:x\r\n\
            BEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let found = events(text);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = [pair("SUMMARY", "予算, 第1回"), pair("ATTENDEE", "urn:x")];
        assert_eq!(found, [expected.to_vec()]);
    }

    #[test]
    fn a_filter_is_read_and_what_nobody_answers_is_named() {
        let filter = |inner: &str| {
            let body = format!(
                "<C:calendar-query xmlns:C=\"{CALDAV}\"><C:filter><C:comp-filter name=\"VCALENDAR\">\
                 <C:comp-filter name=\"VEVENT\">{inner}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
            );
            let document = parse(&body).ok().flatten();
            let document = document.as_ref().map(roxmltree::Document::root_element);
            document.map(Filter::of)
        };
        let range = "<C:time-range start=\"20261101T000000Z\" end=\"20261201T000000Z\"/>";
        assert!(matches!(
            filter(range),
            Some(Ok(Ok(Filter { range: Some(_), .. })))
        ));
        for wrong in [
            "start=\"x\"",
            "start=\"20261201T000000Z\" end=\"20261101T000000Z\"",
        ] {
            assert!(matches!(
                filter(&format!("<C:time-range {wrong}/>")),
                Some(Err(_))
            ));
        }
        let alarms = "<C:comp-filter name=\"VALARM\"/>";
        assert!(matches!(filter(alarms), Some(Ok(Err(_)))));
    }
}
