//! What there is to choose from: the organisation as it is today, in groups in which each value stands once. A small one
//! is laid out whole; of a large one, what was asked for.

use std::collections::HashSet;
use std::iter;

use yakusho_accounts::directory::{self, Audience, Outline, PersonCard, PostCard, UnitNode};
use yakusho_accounts::group::{self, GroupRow};
use yakusho_accounts::role::{self, RoleHolder};
use yakusho_kernel::{Standing, UnitId};
use yakusho_regulation::Role;
use yakusho_webkit::ui::{Choice, PeopleGroup};
use yakusho_webkit::{Answer, Lang, Visit};

use super::{
    EVERYONE, GROUPS, Look, Pressed, Text, group_value, person_value, post_value, unit_value,
};

/// How many a search finds; who has more in mind looks for a longer word.
const FOUND: usize = 30;

/// What the field lists.
pub(super) struct Listed {
    /// What is chosen, what was asked for, and then what is laid out.
    pub(super) groups: Vec<PeopleGroup>,
    /// The units to look into, by id and name: of a large organisation the departments, and the way to the unit that
    /// was looked into and on.
    pub(super) sections: Vec<(String, String)>,
}

pub(super) async fn list(visit: &Visit, chosen: &Audience, look: &Look) -> Answer<Listed> {
    let town = Town::find(visit, look).await?;
    let mut listing = Listing::new(visit.lang);
    listing.chosen(visit, &town, chosen).await?;
    if look.pressed == Some(Pressed::Show) {
        listing.inside(visit, &town, look.unit).await?;
    } else if !look.words.is_empty() {
        listing.found(visit, &town, look).await?;
    }
    listing.whole_town();
    listing.colleagues(visit).await?;
    listing.groups(&town);
    if town.outline.whole {
        listing.heads(&town);
        listing.departments(&town);
    }
    Ok(Listed {
        groups: listing.groups,
        sections: town.sections(),
    })
}

/// The organisation as it is today, as far as somebody looks into it.
struct Town {
    outline: Outline,
    /// The units that the words find.
    found: Vec<UnitNode>,
    /// Of a small town all; of a large one those of the units that are looked at.
    heads: Vec<Head>,
    /// The groups that the visitor may use.
    groups: Vec<GroupRow>,
}

/// A post of a head, and who holds it.
struct Head {
    post: PostCard,
    holder: Option<PersonCard>,
}

impl Town {
    async fn find(visit: &Visit, look: &Look) -> Answer<Self> {
        let (cx, on, today) = (&visit.cx, visit.cx.reader(), visit.cx.today());
        let outline = directory::outline(cx, look.unit.as_slice()).await?;
        let found = match &*look.words {
            "" => Vec::new(),
            words => directory::units_named(&on, today, words, FOUND + 1).await?,
        };
        let role = Role::InformationManager;
        let heads = if outline.whole {
            role::holders(&on, role, today).await?
        } else {
            let seen = found.iter().map(|unit| unit.id).chain(look.unit);
            role::holders_for(&on, role, today, &seen.collect::<Vec<_>>()).await?
        };
        Ok(Self {
            heads: Head::all(visit, heads, &outline.units).await?,
            groups: group::list(cx, None, GROUPS).await?.items,
            found,
            outline,
        })
    }

    /// The units to look into.
    fn sections(&self) -> Vec<(String, String)> {
        let options = self.outline.options();
        options.map(|(id, name)| (id.to_string(), name)).collect()
    }
}

impl Head {
    /// The posts with their holders, in the order of the units.
    async fn all(visit: &Visit, holders: Vec<RoleHolder>, units: &[UnitNode]) -> Answer<Vec<Self>> {
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        let posts: Vec<_> = holders.iter().map(|holder| holder.post).collect();
        let people: Vec<_> = holders.iter().filter_map(|holder| holder.person).collect();
        let mut posts = directory::post_cards(&on, today, &posts).await?;
        let mut people = directory::people(&on, today, &people).await?;
        let mut heads: Vec<Self> = holders
            .into_iter()
            .filter_map(|holder| {
                Some(Self {
                    post: posts.remove(&holder.post)?,
                    holder: holder.person.and_then(|person| people.remove(&person)),
                })
            })
            .collect();
        heads.sort_by_key(|head| {
            let place = units.iter().position(|unit| unit.id == head.post.unit);
            (place.is_none(), place)
        });
        Ok(heads)
    }
}

/// Groups to choose from, in which each value stands once.
struct Listing {
    lang: Lang,
    groups: Vec<PeopleGroup>,
    listed: HashSet<String>,
}

impl Listing {
    fn new(lang: Lang) -> Self {
        Self {
            lang,
            groups: Vec::new(),
            listed: HashSet::new(),
        }
    }

    /// Adds what is not in another group yet; says whether anything was.
    fn group(
        &mut self,
        label: impl Into<String>,
        choices: impl IntoIterator<Item = (String, Choice)>,
        open: bool,
    ) -> bool {
        let fresh: Vec<Choice> = choices
            .into_iter()
            .filter(|(value, _)| self.listed.insert(value.clone()))
            .map(|(_, choice)| choice)
            .collect();
        if fresh.is_empty() {
            return false;
        }
        let group = PeopleGroup::new(label, fresh).uncounted();
        self.groups.push(if open { group.open() } else { group });
        true
    }

    fn everyone(&self) -> (String, Choice) {
        let choice = Choice::new(EVERYONE, Text::Everyone.to(self.lang));
        (EVERYONE.to_owned(), choice)
    }

    fn unit(&self, id: UnitId, name: &str) -> (String, Choice) {
        let unit = name.to_owned();
        let label = Text::Whole { unit }.to(self.lang);
        let value = unit_value(id);
        (value.clone(), Choice::new(value, label))
    }

    fn post(&self, post: &PostCard, holder: Option<&PersonCard>) -> (String, Choice) {
        let value = post_value(post.id);
        let label = Text::Post {
            unit: post.unit_name.clone(),
            title: post.title.clone(),
        };
        let holder = match holder {
            Some(card) => Text::Holder {
                name: card.name.clone(),
            },
            None => Text::Vacant,
        };
        let choice = Choice::new(&*value, label.to(self.lang)).detail(holder.to(self.lang));
        (value, choice)
    }

    fn person(card: &PersonCard) -> (String, Choice) {
        let value = person_value(card);
        let place = format!("{} {}", card.unit_name, card.post_title);
        let choice = Choice::new(&*value, &*card.name)
            .detail(place.trim())
            .keywords(&*card.kana);
        (value, choice)
    }

    fn own_group(&self, row: &GroupRow) -> (String, Choice) {
        let value = group_value(row.id);
        let name = row.name.clone();
        let choice = Choice::new(&*value, Text::Group { name }.to(self.lang));
        (value, choice)
    }

    /// What is chosen so far.
    async fn chosen(&mut self, visit: &Visit, town: &Town, chosen: &Audience) -> Answer<()> {
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        let mut choices = Vec::new();
        if chosen.everyone {
            choices.push(self.everyone());
        }
        if !chosen.units.is_empty() {
            let names = directory::unit_names(&on, today, &chosen.units).await?;
            let units = chosen.units.iter();
            let units = units.filter_map(|id| Some(self.unit(*id, names.get(id)?)));
            choices.extend(units);
        }
        if !chosen.posts.is_empty() {
            let posts = directory::post_cards(&on, today, &chosen.posts).await?;
            let holder = |post: &PostCard| {
                let mut heads = town.heads.iter();
                heads.find(|head| head.post.id == post.id)?.holder.as_ref()
            };
            let posts = chosen.posts.iter().filter_map(|id| posts.get(id));
            choices.extend(posts.map(|post| self.post(post, holder(post))));
        }
        if !chosen.people.is_empty() {
            let people = directory::people(&on, today, &chosen.people).await?;
            let people = chosen.people.iter().filter_map(|id| people.get(id));
            choices.extend(people.map(Self::person));
        }
        let groups = town.groups.iter();
        let groups = groups.filter(|row| chosen.groups.contains(&row.id));
        choices.extend(groups.map(|row| self.own_group(row)));
        self.group(Text::Chosen.to(self.lang), choices, true);
        Ok(())
    }

    /// What the words find: people by name, kana or number, units and heads' posts by name.
    async fn found(&mut self, visit: &Visit, town: &Town, look: &Look) -> Answer<()> {
        let words = &*look.words;
        let people = directory::search(&visit.cx, words, None, None, FOUND).await?;
        let has = |name: &str| name.contains(words);
        let mut units = town.found.iter();
        let mut heads = town
            .heads
            .iter()
            .filter(|head| has(&head.post.title) || has(&head.post.unit_name));
        let mut choices: Vec<_> = units
            .by_ref()
            .take(FOUND)
            .map(|unit| self.unit(unit.id, &unit.name))
            .collect();
        let posts = heads.by_ref().take(FOUND);
        choices.extend(posts.map(|head| self.post(&head.post, head.holder.as_ref())));
        choices.extend(people.items.iter().map(Self::person));
        let more = people.next.is_some() || units.next().is_some() || heads.next().is_some();
        let words = words.to_owned();
        let mut label = Text::Found {
            words: words.clone(),
        }
        .to(self.lang)
        .into_owned();
        if more {
            label = format!("{label} — {}", Text::MoreFound.to(self.lang));
        }
        let asked = look.pressed == Some(Pressed::Find);
        let nothing = Text::NothingFound { words }.to(self.lang);
        self.brought(label, nothing, choices, asked);
        Ok(())
    }

    /// What is in a unit: all of it, its heads, its people, and the units right below it.
    async fn inside(&mut self, visit: &Visit, town: &Town, unit: Option<UnitId>) -> Answer<()> {
        let units = &town.outline.units;
        let Some(unit) = unit.and_then(|id| units.iter().find(|unit| unit.id == id)) else {
            return Ok(());
        };
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        let members = directory::members(&on, today, &[unit.id]).await?;
        let heads = town.heads.iter().filter(|head| head.post.unit == unit.id);
        let below = units.iter().filter(|each| each.parent == Some(unit.id));
        let choices: Vec<_> = iter::once(self.unit(unit.id, &unit.name))
            .chain(heads.map(|head| self.post(&head.post, head.holder.as_ref())))
            .chain(members.iter().map(Self::person))
            .chain(below.map(|unit| self.unit(unit.id, &unit.name)))
            .collect();
        let nothing = Text::AllChosen {
            unit: unit.name.clone(),
        };
        let nothing = nothing.to(self.lang);
        self.brought(&*unit.name, nothing, choices, true);
        Ok(())
    }

    /// Adds what was looked for, or says that there is `nothing`.
    fn brought(
        &mut self,
        label: impl Into<String>,
        nothing: impl Into<String>,
        choices: Vec<(String, Choice)>,
        asked: bool,
    ) {
        if !self.group(label, choices, true) {
            let nothing = PeopleGroup::new(nothing, Vec::<Choice>::new());
            self.groups.push(nothing.uncounted());
        }
        if asked && let Some(group) = self.groups.pop() {
            self.groups.push(group.asked_for());
        }
    }

    fn whole_town(&mut self) {
        let everyone = self.everyone();
        self.group(Text::WholeTown.to(self.lang), [everyone], false);
    }

    /// Those of one's own unit.
    async fn colleagues(&mut self, visit: &Visit) -> Answer<()> {
        let cx = &visit.cx;
        let unit = cx.actor().standing().and_then(Standing::main_unit);
        if let Some(unit) = unit {
            let members = directory::members(&cx.reader(), cx.today(), &[unit]).await?;
            let choices = members.iter().map(Self::person).collect::<Vec<_>>();
            self.group(Text::MyUnit.to(self.lang), choices, false);
        }
        Ok(())
    }

    fn groups(&mut self, town: &Town) {
        let rows = town.groups.iter();
        let choices: Vec<_> = rows.map(|row| self.own_group(row)).collect();
        self.group(Text::Groups.to(self.lang), choices, false);
    }

    fn heads(&mut self, town: &Town) {
        let heads = town.heads.iter();
        let choices: Vec<_> = heads
            .map(|head| self.post(&head.post, head.holder.as_ref()))
            .collect();
        self.group(Text::Heads.to(self.lang), choices, false);
    }

    /// Each department with what is in it.
    fn departments(&mut self, town: &Town) {
        for department in town.outline.units.chunk_by(|_, next| next.depth > 0) {
            let Some(top) = department.first() else {
                continue;
            };
            let choices = department.iter();
            let choices: Vec<_> = choices.map(|unit| self.unit(unit.id, &unit.name)).collect();
            self.group(&*top.name, choices, false);
        }
    }
}
