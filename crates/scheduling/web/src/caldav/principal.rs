//! Who can be invited: people and facilities, and how a program finds them (RFC 3744, sections 9.4 and 9.5; RFC 6638,
//! section 2.4.2).

use poem::http::StatusCode;
use roxmltree::Node;
use uuid::Uuid;
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_dav::xml::{self, CALDAV, DAV, Multistatus, Name, child, children, open};
use yakusho_dav::{Asked, document, refused};
use yakusho_kernel::{Fault, PersonId};
use yakusho_scheduling::facility::{self, Facility, FacilityId};
use yakusho_scheduling::ical::PartyKind;
use yakusho_webkit::{Answer, Lang, Visit};

use super::answer::multistatus;
use super::props::{Resource, told};
use super::target::Target;

/// The most people who are found at once.
const MOST: usize = 100;

/// Somebody who can be invited.
#[derive(Clone, Debug)]
pub(super) struct Principal {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) kind: PartyKind,
}

impl From<PersonCard> for Principal {
    fn from(card: PersonCard) -> Self {
        Self {
            id: card.id.into(),
            name: card.name,
            kind: PartyKind::Individual,
        }
    }
}

impl Principal {
    fn of(facility: &Facility, lang: Lang) -> Self {
        Self {
            id: facility.id.into(),
            name: facility.name(lang).to_owned(),
            kind: facility.settings.kind.into(),
        }
    }

    /// The person or facility of that id.
    pub(super) async fn find(visit: &Visit, id: Uuid) -> Result<Self, Fault> {
        match facility::get(&visit.cx, FacilityId::from(id)).await {
            Ok(row) => return Ok(Self::of(&row.facility, visit.lang)),
            Err(Fault::NotFound) => {}
            Err(other) => return Err(other),
        }
        let person = PersonId::from(id);
        let mut cards = directory::people(&visit.cx.reader(), visit.cx.today(), &[person]).await?;
        cards.remove(&person).map(Self::from).ok_or(Fault::NotFound)
    }

    /// The facilities that the visitor may book.
    pub(super) async fn facilities(visit: &Visit) -> Result<Vec<Self>, Fault> {
        let rows = facility::list(&visit.cx, None, None).await?;
        let bookable = rows.iter().filter(|row| row.bookable);
        Ok(bookable
            .map(|row| Self::of(&row.facility, visit.lang))
            .collect())
    }
}

/// What is asked of a property of those who are looked for.
enum Asks {
    Name(String),
    Kind(String),
    Address(String),
    /// Nobody has it.
    Other,
}

impl Asks {
    fn of(property: &Name, text: &str) -> Self {
        let text = text.to_lowercase();
        match (property.space.as_str(), property.local.as_str()) {
            (DAV, "displayname") => Self::Name(text),
            (CALDAV, "calendar-user-type") => Self::Kind(text),
            (CALDAV, "calendar-user-address-set") => Self::Address(text),
            _ => Self::Other,
        }
    }

    fn takes(&self, principal: &Principal) -> bool {
        let kind = principal.kind.code().to_lowercase();
        match self {
            Self::Name(text) => principal.name.to_lowercase().contains(text),
            Self::Kind(text) => kind == *text,
            Self::Address(text) => {
                yakusho_scheduling::ical::address(principal.id).contains(text.as_str())
            }
            Self::Other => false,
        }
    }
}

/// Whom a program looks for.
struct Search {
    asks: Vec<Asks>,
    any: bool,
}

impl Search {
    fn of(root: Node<'_, '_>) -> Self {
        let searches = children(root).filter(|it| it.has_tag_name((DAV, "property-search")));
        let asks = searches.flat_map(|search| {
            let text = child(search, DAV, "match")
                .map(xml::text)
                .unwrap_or_default();
            let prop = child(search, DAV, "prop").into_iter();
            let names = prop.flat_map(|prop| children(prop).map(Name::of).collect::<Vec<_>>());
            names.map(|name| Asks::of(&name, text)).collect::<Vec<_>>()
        });
        Self {
            asks: asks.collect(),
            any: root.attribute("test") == Some("anyof"),
        }
    }

    fn takes(&self, principal: &Principal) -> bool {
        let mut asks = self.asks.iter();
        if self.any {
            asks.any(|asks| asks.takes(principal))
        } else {
            asks.all(|asks| asks.takes(principal))
        }
    }

    /// By which words people are looked for; all of a town hall are told to nobody.
    fn words(&self) -> Option<&str> {
        self.asks.iter().find_map(|asks| match asks {
            Asks::Name(text) if !text.is_empty() => Some(text.as_str()),
            _ => None,
        })
    }
}

/// `principal-property-search`: people by their names, facilities by name and kind. The visitor is found where their home
/// is.
pub(super) async fn search(visit: &Visit, root: Node<'_, '_>) -> Answer {
    let search = Search::of(root);
    let me = visit.me()?.standing.person;
    let asked = match child(root, DAV, "prop") {
        Some(prop) => Asked::These(children(prop).map(Name::of).collect()),
        None => Asked::All,
    };
    let mut found = Principal::facilities(visit).await?;
    if let Some(words) = search.words() {
        let people = directory::search(&visit.cx, words, None, None, MOST).await?;
        found.extend(people.items.into_iter().map(Principal::from));
    }
    let mut about = Multistatus::new();
    for principal in found.iter().filter(|one| search.takes(one)) {
        let (target, resource) = if PersonId::from(principal.id) == me {
            (Target::Home(me), Resource::Home(&principal.name))
        } else {
            let target = Target::Principal(principal.id);
            (target, Resource::Principal(principal))
        };
        let told = told(visit, &target, resource, &asked);
        about.properties(&target.href(), &told);
    }
    Ok(multistatus(about))
}

/// `principal-search-property-set`: by what they can be looked for.
fn searchable(lang: Lang) -> String {
    let (name, kind) = match lang {
        Lang::Ja => ("名前", "種別"),
        Lang::En => ("Name", "Kind"),
    };
    let told =
        [("D:displayname", name), ("C:calendar-user-type", kind)].map(|(property, words)| {
            format!(
                "<D:principal-search-property><D:prop><{property}/></D:prop>\
             <D:description>{words}</D:description></D:principal-search-property>"
            )
        });
    let top = "D:principal-search-property-set";
    [open(top), told.concat(), format!("</{top}>")].concat()
}

/// The reports at the top, where principals are looked for.
pub(super) async fn report(visit: &Visit, root: Node<'_, '_>) -> Answer {
    let report = Name::of(root);
    match (report.space.as_str(), report.local.as_str()) {
        (DAV, "principal-property-search") => search(visit, root).await,
        (DAV, "principal-search-property-set") => Ok(document(searchable(visit.lang))),
        _ => {
            let words = "no such report here";
            let condition = "<D:supported-report/>";
            Ok(refused(StatusCode::FORBIDDEN, condition, words))
        }
    }
}
