//! The names of those who stand in entries: looked up when they are shown, never kept in the trail.

use std::borrow::Cow;
use std::collections::HashMap;

use maud::{Markup, html};
use serde_json::Value;
use time::Date;
use uuid::Uuid;
use yakusho_accounts::account::{self, AccountId, Login};
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::order::{self, OrderId};
use yakusho_accounts::suspension::Breach;
use yakusho_audit::Entry;
use yakusho_kernel::{Fault, PersonId, PostId, ProxyKind, Ref, Subject as _, TypedId, UnitId};
use yakusho_regulation::ClauseId;
use yakusho_search::{self as search, Sources};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::link;
use yakusho_webkit::{Lang, Visit};

use super::texts::Text;
use super::{search_for_subject, words};
use crate::terms;

/// The names for some entries.
pub(super) struct Names {
    people: HashMap<PersonId, PersonCard>,
    units: HashMap<UnitId, String>,
    posts: HashMap<PostId, PostCard>,
    accounts: HashMap<AccountId, (Login, PersonId)>,
    orders: HashMap<OrderId, (String, Date)>,
    /// What else can be found by its title, as far as the reader may see it.
    titles: HashMap<Ref, String>,
}

impl Names {
    /// Looks up who and what stands in these entries, as they are called today.
    pub(super) async fn of(
        visit: &Visit,
        sources: &Sources,
        entries: &[Entry],
    ) -> Result<Self, Fault> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let actors = entries
            .iter()
            .flat_map(|entry| [entry.person, entry.on_behalf]);
        let accounts: Vec<AccountId> = subjects(entries).collect();
        let accounts = account::owners(&reader, &accounts).await?;
        let owners = accounts.values().map(|(_, owner)| *owner);
        let people: Vec<PersonId> = actors
            .flatten()
            .chain(subjects(entries))
            .chain(owners)
            .collect();
        let (units, posts): (Vec<UnitId>, Vec<PostId>) =
            (subjects(entries).collect(), subjects(entries).collect());
        let orders: Vec<OrderId> = subjects(entries).collect();
        let things: Vec<Ref> = entries.iter().filter_map(subject_of).collect();
        Ok(Self {
            titles: search::titles(&visit.cx, sources, &things).await?,
            accounts,
            orders: order::titles(&reader, &orders).await?,
            people: directory::people(&reader, today, &people).await?,
            units: directory::unit_names(&reader, today, &units).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
        })
    }

    /// A person's name, or what stands for somebody who is not known.
    pub(super) fn person(&self, id: PersonId) -> String {
        let card = self.people.get(&id);
        card.map_or_else(|| id.to_string(), |card| card.name.clone())
    }

    /// Who acted, in words.
    pub(super) fn actor_words(&self, visit: &Visit, entry: &Entry) -> String {
        let lang = visit.lang;
        match (entry.person, &entry.part) {
            (Some(person), _) => self.person(person),
            (None, Some(part)) => part_words(part, lang),
            (None, None) => Text::Nobody.to(lang).into_owned(),
        }
    }

    /// On whose behalf it was done, in words; none if on one's own.
    pub(super) fn behalf_words(&self, visit: &Visit, entry: &Entry) -> Option<String> {
        let kind = ProxyKind::from_code(entry.proxy.as_deref()?)?;
        let kind = terms::proxy(visit.lang, kind).into_owned();
        let behalf = match entry.on_behalf {
            Some(whom) => Text::OnBehalf {
                whom: self.person(whom),
                kind,
            },
            None => Text::OnBehalfVacant { kind },
        };
        Some(behalf.to(visit.lang).into_owned())
    }

    /// Who acted, with a link, and on whose behalf.
    pub(super) fn actor(&self, visit: &Visit, entry: &Entry) -> Markup {
        let behalf = self.behalf_words(visit, entry);
        let words = self.actor_words(visit, entry);
        html! {
            @match entry.person {
                Some(person) => (link(crate::people::person_page(person), words)),
                None => (words),
            }
            @if let Some(behalf) = behalf { div.meta { (behalf) } }
        }
    }

    /// The facts that the act left, in one line.
    pub(super) fn detail_words(&self, visit: &Visit, entry: &Entry) -> String {
        let facts = entry.detail.as_object().into_iter().flatten();
        let facts = facts.map(|(name, value)| {
            let words = self.fact_words(visit, name, value).join("、");
            format!("{}: {words}", words::fact(visit, name))
        });
        facts.collect::<Vec<_>>().join(" / ")
    }

    /// What a fact says, in words.
    pub(super) fn fact_words(&self, visit: &Visit, name: &str, value: &Value) -> Vec<String> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Bool(true) => Common::Yes.to(visit.lang).into_owned(),
            Value::Bool(false) => Common::No.to(visit.lang).into_owned(),
            Value::Array(also) if name == "also" => {
                let also = also.iter().filter_map(Value::as_str);
                return also.map(|stored| words::cited(visit, stored)).collect();
            }
            other => other.to_string(),
        };
        let words = match name {
            "why" => visit.site().words().say(&text, visit.lang),
            "breach" => Breach::from_code(&text).map(|breach| terms::breach(visit.lang, breach)),
            "item" => text
                .parse::<ClauseId>()
                .ok()
                .map(|clause| clause.wording(visit.lang).into()),
            AccountId::KIND => {
                let id = text.parse::<Uuid>().map(AccountId::from);
                id.ok()
                    .map(|id| self.thing_words(visit, &id.reference()).into())
            }
            UnitId::KIND => {
                let unit = text.parse::<Uuid>().ok().map(UnitId::from);
                unit.and_then(|unit| self.units.get(&unit))
                    .map(|name| name.clone().into())
            }
            _ => None,
        };
        vec![words.map_or_else(|| text.clone(), Cow::into_owned)]
    }

    /// What it was done to, in words.
    pub(super) fn thing_words(&self, visit: &Visit, subject: &Ref) -> String {
        let name = match &*subject.kind {
            PersonId::KIND => self
                .people
                .get(&subject.id.into())
                .map(|card| card.name.clone()),
            UnitId::KIND => self.units.get(&subject.id.into()).cloned(),
            PostId::KIND => {
                let card = self.posts.get(&subject.id.into());
                card.map(|card| format!("{} {}", card.unit_name, card.title))
            }
            AccountId::KIND => {
                let account = self.accounts.get(&subject.id.into());
                account.map(|(login, owner)| format!("{login} {}", self.person(*owner)))
            }
            OrderId::KIND => self.orders.get(&subject.id.into()).map(|(title, day)| {
                let day = yakusho_webkit::text::day(visit.lang, *day);
                format!("{title} ({day})")
            }),
            _ => self.titles.get(subject).cloned(),
        };
        let kind = words::thing(visit, &subject.kind);
        match name {
            Some(name) => format!("{kind}: {name}"),
            None => format!("{kind} {}", short(subject.id)),
        }
    }

    /// What it was done to, with a link to all about it.
    pub(super) fn thing(&self, visit: &Visit, entry: &Entry) -> Markup {
        let subject = subject_of(entry);
        html! {
            @if let Some(subject) = subject {
                (link(search_for_subject(&subject), self.thing_words(visit, &subject)))
            }
        }
    }
}

/// What an entry is about.
pub(super) fn subject_of(entry: &Entry) -> Option<Ref> {
    let kind = entry.subject_kind.clone()?;
    let id = entry.subject_id?;
    Some(Ref {
        kind: kind.into(),
        id,
    })
}

/// The ids of that kind among the things of entries, and among their facts under the name of the kind.
fn subjects<T: TypedId>(entries: &[Entry]) -> impl Iterator<Item = T> {
    let subject = |entry: &Entry| {
        entry
            .subject_id
            .filter(|_| entry.subject_kind.as_deref() == Some(T::KIND))
    };
    let fact = |entry: &Entry| entry.detail.get(T::KIND)?.as_str()?.parse().ok();
    entries
        .iter()
        .flat_map(move |entry| [subject(entry), fact(entry)])
        .flatten()
        .map(T::from)
}

/// The end of an id: its beginning is the time, and the same for many.
fn short(id: Uuid) -> String {
    let text = id.simple().to_string();
    text.get(24..).unwrap_or(&text).to_owned()
}

/// A part of the system, in words: `batch.orders` is of the nightly run.
fn part_words(part: &str, lang: Lang) -> String {
    let (program, _) = part.split_once('.').unwrap_or((part, ""));
    let known = match program {
        "batch" => Some(Text::Night),
        "server" => Some(Text::Server),
        "outbox" => Some(Text::Deliveries),
        "console" => Some(Text::Console),
        "seed" => Some(Text::Seed),
        _ => None,
    };
    let part = known.map_or_else(|| part.to_owned(), |text| text.to(lang).into_owned());
    Text::Part { part }.to(lang).into_owned()
}
