//! The directory as JSON.

use std::convert::identity;

use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, Tags};
use time::Date;
use uuid::Uuid;
use yakusho_accounts::directory::{self, PersonCard, UnitNode};
use yakusho_accounts::ledger::AsOf;
use yakusho_kernel::{Fault, Holding, Invalid, Page, Reason, UnitId};
use yakusho_regulation::Role;
use yakusho_webkit::{Answer, Visit};

use super::AHEAD;
use super::as_of::as_of;
use super::person::Person;
use super::post::Held;
use super::roles::Today;
use crate::json::{Limit, Listed, place};

#[derive(Tags)]
enum Tag {
    /// People, units and roles.
    Directory,
}

/// A person with their main post.
#[derive(Debug, Object)]
struct PersonItem {
    id: Uuid,
    /// The staff number.
    number: String,
    /// The name as it is written, family name first.
    name: String,
    /// Its reading.
    kana: String,
    /// The employment class: `mayor`, `deputy_mayor`, `superintendent`, `regular`, `fixed_term`, `dispatched`,
    /// `contractor`.
    class: String,
    /// Whether they are here: `active`, `leave`, `childcare_leave`, `seconded`, `left`.
    status: String,
    /// The main post; none for somebody without one.
    #[oai(skip_serializing_if_is_none)]
    post: Option<PostItem>,
}

/// A post in its unit.
#[derive(Debug, Object)]
struct PostItem {
    id: Uuid,
    /// Its title.
    title: String,
    /// Whether it is the head of its unit.
    head: bool,
    /// Its unit.
    unit: UnitName,
}

/// A unit by name.
#[derive(Debug, Object)]
struct UnitName {
    id: Uuid,
    name: String,
}

/// A person with all posts and roles of today.
#[derive(Debug, Object)]
pub(crate) struct PersonDetail {
    /// The person.
    person: PersonItem,
    /// Every post held today, the main one first.
    posts: Vec<PostItem>,
    /// The roles held today.
    roles: Vec<RoleItem>,
    /// The duties of computing held today, by office or shared out: `protection`, `computing`, `committee`,
    /// `central_equipment`, `terminals`.
    duties: Vec<String>,
}

/// A role held today, by the first way in which it is: by a post of one's own rather than by delegation.
#[derive(Debug, Object)]
struct RoleItem {
    /// The role, e.g. `system_administrator`.
    role: String,
    /// The unit to which its powers are limited; none for the whole town hall.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    /// The kind of proxy by which it is held: `acting_for_post`, `deciding_in_place`; none if by a post of one's own.
    #[oai(skip_serializing_if_is_none)]
    proxy: Option<String>,
}

/// A unit of the organisation.
#[derive(Debug, Object)]
struct UnitItem {
    id: Uuid,
    code: String,
    name: String,
    /// `department`, `section` or `unit`.
    rank: String,
    /// The unit that it is in; none at the top.
    #[oai(skip_serializing_if_is_none)]
    parent: Option<Uuid>,
}

/// A page of those who held a post.
#[derive(Debug, Object)]
struct PostHolders {
    /// The post.
    post: PostItem,
    /// The day.
    on: Date,
    /// Those who held it on that day; nobody where it was vacant.
    items: Vec<PersonItem>,
    /// Where the next page begins, to be sent as `after`; none on the last page.
    #[oai(skip_serializing_if_is_none)]
    next: Option<String>,
}

/// A role of the regulation, with its holders today.
#[derive(Debug, Object)]
struct RoleToday {
    /// The role, e.g. `system_administrator`.
    role: String,
    /// What the city calls it, in the reader's language.
    title: String,
    /// The clauses that lay it down, e.g. `nogata:5-1`, or `house`.
    #[oai(skip_serializing_if_is_none)]
    article: Option<String>,
    /// Who holds it.
    holders: Vec<HolderItem>,
}

/// A post that holds a role.
#[derive(Debug, Object)]
struct HolderItem {
    /// The post; none if it is not known any more.
    #[oai(skip_serializing_if_is_none)]
    post: Option<PostItem>,
    /// The unit to which the powers are limited; none for the whole town hall.
    #[oai(skip_serializing_if_is_none)]
    unit: Option<Uuid>,
    /// Who holds the post; none where it is vacant.
    #[oai(skip_serializing_if_is_none)]
    person: Option<PersonItem>,
    /// Who acts in the post or decides in place of its holder.
    acting: Vec<ActingItem>,
}

/// Somebody who has the powers of a post by delegation.
#[derive(Debug, Object)]
struct ActingItem {
    /// Who stands in.
    person: PersonItem,
    /// The kind of proxy: `acting_for_post`, `deciding_in_place`.
    kind: String,
}

impl From<PersonCard> for PersonItem {
    fn from(card: PersonCard) -> Self {
        let post = card.post.zip(card.unit).map(|(post, unit)| PostItem {
            id: post.into(),
            title: card.post_title,
            head: card.head,
            unit: UnitName {
                id: unit.into(),
                name: card.unit_name,
            },
        });
        Self {
            id: card.id.into(),
            number: card.number,
            name: card.name,
            kana: card.kana,
            class: card.class.code().to_owned(),
            status: card.status.code().to_owned(),
            post,
        }
    }
}

impl From<directory::PostCard> for PostItem {
    fn from(card: directory::PostCard) -> Self {
        Self {
            id: card.id.into(),
            title: card.title,
            head: card.head,
            unit: UnitName {
                id: card.unit.into(),
                name: card.unit_name,
            },
        }
    }
}

impl From<Person> for PersonDetail {
    fn from(person: Person) -> Self {
        let posts = person.seats().map(|(post, _)| post.clone().into());
        let roles = person.held().map(|held| RoleItem {
            role: held.role.id().to_owned(),
            unit: held.unit.map(Into::into),
            proxy: match held.by {
                Holding::Post(_) => None,
                Holding::Proxy(_, kind) => Some(kind.code().to_owned()),
            },
        });
        Self {
            posts: posts.collect(),
            roles: roles.collect(),
            duties: person
                .duties()
                .iter()
                .map(|duty| duty.code().to_owned())
                .collect(),
            person: person.card.into(),
        }
    }
}

impl From<&UnitNode> for UnitItem {
    fn from(unit: &UnitNode) -> Self {
        Self {
            id: unit.id.into(),
            code: unit.code.clone(),
            name: unit.name.clone(),
            rank: unit.rank.id().to_owned(),
            parent: unit.parent.map(Into::into),
        }
    }
}

/// The unit, as it was then.
async fn unit(visit: &Visit, id: UnitId, when: AsOf) -> Result<UnitNode, Fault> {
    let units = directory::units(&visit.cx.reader(), when).await?;
    let mut units = units.iter().filter(|unit| unit.id == id);
    units.next().cloned().ok_or(Fault::NotFound)
}

/// The day that is asked about; what is to come is for the administrator alone.
fn day(visit: &Visit, on: Option<Date>) -> Result<Date, Invalid> {
    let today = visit.cx.today();
    let day = on.unwrap_or(today);
    if day > today && !visit.cx.actor().holds(Role::SystemAdministrator) {
        return Err(Invalid::field("on", Reason::Code(AHEAD)));
    }
    Ok(day)
}

/// Who works where, and who holds which role.
pub(super) struct DirectoryApi;

#[OpenApi(tag = "Tag::Directory")]
impl DirectoryApi {
    /// Finds people, in the order of their readings.
    #[oai(path = "/people", method = "get", operation_id = "listPeople")]
    async fn people(
        &self,
        visit: Visit,
        /// Part of a name, its reading or a staff number, in any kind of kana and width.
        q: Query<Option<String>>,
        /// In this unit, or one below it.
        unit: Query<Option<Uuid>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PersonItem>>> {
        let (words, unit) = (q.0.unwrap_or_default(), unit.0.map(UnitId::from));
        let after = place(after.as_deref());
        let found =
            directory::search(&visit.cx, &words, unit, after.as_ref(), limit.size()).await?;
        Ok(Json(Listed::of(found, PersonItem::from)))
    }

    /// A person with their posts and roles of today.
    #[oai(path = "/people/:id", method = "get", operation_id = "getPerson")]
    async fn person(&self, visit: Visit, id: Path<Uuid>) -> Answer<Json<PersonDetail>> {
        let person = Person::find(&visit.cx, id.0.into()).await?;
        Ok(Json(person.into()))
    }

    /// The units, in the order of the tree.
    #[oai(path = "/units", method = "get", operation_id = "listUnits")]
    async fn units(
        &self,
        visit: Visit,
        /// The day; today unless told, and not later but for the system administrator.
        on: Query<Option<Date>>,
        /// As was known at the end of this day; as is known now unless told.
        known: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<UnitItem>>> {
        let when = as_of(&visit.cx, day(&visit, on.0)?, known.0);
        let units = directory::units(&visit.cx.reader(), when).await?;
        let after = place(after.as_deref());
        let page = Page::among(units.iter(), after.as_ref(), limit.size(), |unit| unit.id)?;
        Ok(Json(Listed::of(page, UnitItem::from)))
    }

    /// A unit.
    #[oai(path = "/units/:id", method = "get", operation_id = "getUnit")]
    async fn unit(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The day; today unless told, and not later but for the system administrator.
        on: Query<Option<Date>>,
        /// As was known at the end of this day; as is known now unless told.
        known: Query<Option<Date>>,
    ) -> Answer<Json<UnitItem>> {
        let when = as_of(&visit.cx, day(&visit, on.0)?, known.0);
        Ok(Json((&unit(&visit, id.0.into(), when).await?).into()))
    }

    /// Those who hold a post in a unit itself, by rank; with concurrent posts.
    #[oai(
        path = "/units/:id/members",
        method = "get",
        operation_id = "listUnitMembers"
    )]
    async fn members(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The day; today unless told, and not later but for the system administrator.
        on: Query<Option<Date>>,
        /// As was known at the end of this day; as is known now unless told.
        known: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<PersonItem>>> {
        let when = as_of(&visit.cx, day(&visit, on.0)?, known.0);
        let unit = unit(&visit, id.0.into(), when).await?;
        let members = directory::members(&visit.cx.reader(), when, &[unit.id]).await?;
        let after = place(after.as_deref());
        let name = |card: &PersonCard| (card.id, card.post);
        let page = Page::among(members, after.as_ref(), limit.size(), name)?;
        Ok(Json(Listed::of(page, PersonItem::from)))
    }

    /// Who held a post on a day, as was known at the end of a day.
    #[oai(
        path = "/posts/:id/holders",
        method = "get",
        operation_id = "listPostHolders"
    )]
    async fn holders(
        &self,
        visit: Visit,
        id: Path<Uuid>,
        /// The day; today unless told, and not later but for the system administrator.
        on: Query<Option<Date>>,
        /// As was known at the end of this day; as is known now unless told.
        known: Query<Option<Date>>,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<PostHolders>> {
        let on = day(&visit, on.0)?;
        let held = Held::find(&visit.cx, id.0.into(), as_of(&visit.cx, on, known.0)).await?;
        let held = held.ok_or(Fault::NotFound)?;
        let after = place(after.as_deref());
        let page = Page::among(held.holders, after.as_ref(), limit.size(), |card| card.id)?;
        let Listed { items, next } = Listed::of(page, PersonItem::from);
        Ok(Json(PostHolders {
            post: held.post.into(),
            on,
            items,
            next,
        }))
    }

    /// The roles of the regulation, and who holds them today.
    #[oai(path = "/roles", method = "get", operation_id = "listRoles")]
    async fn roles(
        &self,
        visit: Visit,
        /// Where the page begins: `next` of the page before.
        after: Query<Option<String>>,
        /// How many items a page has.
        limit: Query<Limit>,
    ) -> Answer<Json<Listed<RoleToday>>> {
        let (city, day) = (visit.cx.city(), visit.cx.today());
        let today = Today::find(&visit).await?;
        let items = today.holders.iter().filter_map(|(role, holders)| {
            let holders = holders.iter().map(|holder| HolderItem {
                post: today.posts.get(&holder.post).cloned().map(Into::into),
                unit: holder.unit.map(Into::into),
                person: holder
                    .person
                    .and_then(|person| today.people.get(&person).cloned())
                    .map(Into::into),
                acting: holder
                    .acting
                    .iter()
                    .filter_map(|(person, kind)| {
                        Some(ActingItem {
                            person: today.people.get(person)?.clone().into(),
                            kind: kind.code().to_owned(),
                        })
                    })
                    .collect(),
            });
            Some(RoleToday {
                role: role.id().to_owned(),
                title: city.role(*role, day)?.title(visit.lang).to_owned(),
                article: city
                    .in_force(role.rule(), day)
                    .map(|basis| basis.to_string()),
                holders: holders.collect(),
            })
        });
        let after = place(after.as_deref());
        let name = |item: &RoleToday| item.role.clone();
        let page = Page::among(items, after.as_ref(), limit.size(), name)?;
        Ok(Json(Listed::of(page, identity)))
    }
}
