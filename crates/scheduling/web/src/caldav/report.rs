//! What is looked for in a calendar (RFC 4791, section 7; RFC 6578).

use std::collections::HashMap;

use poem::http::StatusCode;
use poem::{Response, handler};
use roxmltree::Node;
use uuid::Uuid;
use yakusho_accounts::calendar as closed_days;
use yakusho_dav::xml::{self, CALDAV, DAV, Multistatus, Name, Property, child, children, parse};
use yakusho_dav::{Asked, refused, text};
use yakusho_kernel::{PersonId, Timestamp};
use yakusho_koyomi::Calendar;
use yakusho_scheduling::calendar::{self, Select, Stored};
use yakusho_webkit::{Answer, Problem, Visit};

use super::answer::multistatus;
use super::busy;
use super::filter::{Filter, Times, times};
use super::object::etag;
use super::principal;
use super::props::{Resource, sync_seq, sync_token, told};
use super::target::Target;

/// The most objects that one request names.
const MOST: usize = 5000;

/// `REPORT`
#[handler]
pub(super) async fn report(visit: Visit, body: Vec<u8>) -> Answer {
    let target = Target::of(&visit)?;
    let body = text(body)?;
    let document = parse(&body)?;
    let malformed = || Problem::Malformed("no report".to_owned());
    let root = document.as_ref().ok_or_else(malformed)?.root_element();
    let report = Name::of(root);
    let (person, holder) = match target {
        Target::Calendar(person, holder) => (person, holder),
        Target::Root | Target::Principals | Target::Home(_) => {
            return principal::report(&visit, root).await;
        }
        _ => return Ok(unknown()),
    };
    let report = (report.space.as_str(), report.local.as_str());
    let asked = Report::of(&visit, root, person, holder)?;
    match report {
        (CALDAV, "calendar-query") => asked.query(root).await,
        (CALDAV, "calendar-multiget") => asked.multiget(root).await,
        (DAV, "sync-collection") => asked.sync(root).await,
        (CALDAV, "free-busy-query") => busy::report(&visit, holder, root).await,
        _ => Ok(unknown()),
    }
}

fn unknown() -> Response {
    let words = "no such report here";
    refused(StatusCode::FORBIDDEN, "<D:supported-report/>", words)
}

/// What a report is about, and what it asks of each object.
struct Report<'r> {
    visit: &'r Visit,
    person: PersonId,
    holder: Uuid,
    asked: Asked,
    /// Whether what the objects say is asked for.
    data: bool,
    /// Between when series are to be told date by date.
    expand: Option<Times>,
}

impl<'r> Report<'r> {
    fn of(
        visit: &'r Visit,
        root: Node<'_, '_>,
        person: PersonId,
        holder: Uuid,
    ) -> Result<Self, Problem> {
        let prop = child(root, DAV, "prop");
        let data = prop.and_then(|prop| child(prop, CALDAV, "calendar-data"));
        let expand = data.and_then(|data| child(data, CALDAV, "expand"));
        let asked = match prop {
            Some(prop) => Asked::These(children(prop).map(Name::of).collect()),
            None => Asked::All,
        };
        Ok(Self {
            visit,
            person,
            holder,
            asked,
            data: data.is_some(),
            expand: expand.map(times).transpose()?,
        })
    }

    async fn closed_days(&self) -> Result<Calendar, Problem> {
        Ok(closed_days::of(&self.visit.cx.reader()).await?)
    }

    /// Tells what is asked of an object.
    fn tell(&self, about: &mut Multistatus, stored: &Stored, city: &Calendar) {
        let works = calendar::works(city);
        let now = self.visit.cx.now();
        let text = self.data.then(|| match self.expand {
            Some((from, until)) => stored.expanded((from, until), city).text(now, &works),
            None => stored.text(now, &works),
        });
        let target = Target::Object(self.person, self.holder, stored.name.clone());
        let resource = Resource::Object(stored, text.as_deref());
        let told = told(self.visit, &target, resource, &self.asked);
        about.properties(&target.href(), &told);
    }

    /// Objects by what is in them.
    async fn query(&self, root: Node<'_, '_>) -> Answer {
        let filter = match Filter::of(root)? {
            Ok(filter) => filter,
            Err(words) => {
                let condition = "<C:supported-filter/>";
                return Ok(refused(StatusCode::FORBIDDEN, condition, words));
            }
        };
        let mut about = Multistatus::new();
        if filter.is_for_events() {
            let select = match filter.range {
                Some((from, until)) => Select::Between(from, until),
                None => Select::All,
            };
            let cx = &self.visit.cx;
            let found = calendar::objects(cx, self.holder, select).await?;
            let city = self.closed_days().await?;
            for stored in &found {
                if filter.takes(stored, cx.now(), &city) {
                    self.tell(&mut about, stored, &city);
                }
            }
        } else {
            calendar::collection(&self.visit.cx, self.holder).await?;
        }
        Ok(multistatus(about))
    }

    /// Objects by their addresses.
    async fn multiget(&self, root: Node<'_, '_>) -> Answer {
        let hrefs = children(root).filter(|node| node.has_tag_name((DAV, "href")));
        let hrefs: Vec<&str> = hrefs.map(xml::text).collect();
        if hrefs.len() > MOST {
            return Err(Problem::TooLarge);
        }
        let own = |href: &&str| match Target::parse(href) {
            Some(Target::Object(person, holder, name)) => {
                let own = person == self.person && holder == self.holder;
                own.then_some(name)
            }
            _ => None,
        };
        let names: Vec<String> = hrefs.iter().filter_map(own).collect();
        let cx = &self.visit.cx;
        let found = calendar::objects(cx, self.holder, Select::Named(&names)).await?;
        let found: HashMap<&str, &Stored> = found
            .iter()
            .map(|stored| (stored.name.as_str(), stored))
            .collect();
        let city = self.closed_days().await?;
        let mut about = Multistatus::new();
        for href in &hrefs {
            let stored = own(href).and_then(|name| found.get(name.as_str()).copied());
            match stored {
                Some(stored) => self.tell(&mut about, stored, &city),
                None => about.status(href, "404 Not Found"),
            }
        }
        Ok(multistatus(about))
    }

    /// What was changed since a change.
    async fn sync(&self, root: Node<'_, '_>) -> Answer {
        let cx = &self.visit.cx;
        let collection = calendar::collection(cx, self.holder).await?;
        let token = child(root, DAV, "sync-token").map(xml::text);
        let mut about = Multistatus::new();
        let token = token.unwrap_or_default();
        if token.is_empty() {
            let stored = calendar::objects(cx, self.holder, Select::All).await?;
            let city = self.closed_days().await?;
            for one in &stored {
                self.tell(&mut about, one, &city);
            }
            about.sync_token(&sync_token(collection.seq));
            return Ok(multistatus(about));
        }
        let since = sync_seq(token).filter(|seq| (0..=collection.seq).contains(seq));
        let Some(since) = since else {
            let words = "the token is none of this calendar";
            return Ok(refused(
                StatusCode::FORBIDDEN,
                "<D:valid-sync-token/>",
                words,
            ));
        };
        let changes = calendar::changes(cx, self.holder, since).await?;
        if self.data {
            let names: Vec<String> = changes.there.iter().map(|(name, _)| name.clone()).collect();
            let stored = calendar::objects(cx, self.holder, Select::Named(&names)).await?;
            let city = self.closed_days().await?;
            for one in &stored {
                self.tell(&mut about, one, &city);
            }
        } else {
            for (name, seq) in &changes.there {
                about.properties(&self.href(name), &self.tags(*seq));
            }
        }
        for name in &changes.gone {
            about.status(&self.href(name), "404 Not Found");
        }
        if changes.more {
            let calendar = Target::Calendar(self.person, self.holder).href();
            about.status(&calendar, "507 Insufficient Storage");
        }
        about.sync_token(&sync_token(changes.seq));
        Ok(multistatus(about))
    }

    fn href(&self, name: &str) -> String {
        Target::Object(self.person, self.holder, name.to_owned()).href()
    }

    /// What is told of an object that was not read.
    fn tags(&self, seq: i64) -> Vec<Property> {
        let Asked::These(names) = &self.asked else {
            return Vec::new();
        };
        let names = names.iter().cloned();
        let value = |name: &Name| match name.local.as_str() {
            "getetag" => Some(xml::escaped(&etag(seq))),
            "resourcetype" => Some(String::new()),
            "getcontenttype" => Some("text/calendar; charset=utf-8; component=VEVENT".to_owned()),
            _ => None,
        };
        names
            .map(|name| {
                let value = value(&name);
                Property::new(name, value)
            })
            .collect()
    }
}

/// From before to after anything that is in a calendar.
pub(super) const fn ever() -> Times {
    (
        Timestamp::from_millis(-2_208_988_800_000),
        Timestamp::from_millis(10_413_792_000_000),
    )
}
