//! What there is to choose from: the organisation as it is today, in groups in which each value stands once.

use std::collections::HashSet;

use yakusho_accounts::directory::{self, Audience, PersonCard, PostCard, UnitNode};
use yakusho_accounts::group::{self, GroupRow};
use yakusho_accounts::role;
use yakusho_kernel::Standing;
use yakusho_regulation::Role;
use yakusho_webkit::ui::{Choice, PeopleGroup};
use yakusho_webkit::{Answer, Lang, Visit};

use super::{EVERYONE, GROUPS, Text, group_value, person_value, post_value, unit_value};

/// How many a search finds; who has more in mind looks for a longer word.
const FOUND: usize = 30;

/// The groups of the field: what is chosen and what the words find, and then the whole town hall.
pub(super) async fn groups(
    visit: &Visit,
    chosen: &Audience,
    words: &str,
) -> Answer<Vec<PeopleGroup>> {
    let town = Town::find(visit).await?;
    let mut listing = Listing::new(visit.lang);
    listing.chosen(visit, &town, chosen).await?;
    if !words.is_empty() {
        listing.found(visit, &town, words).await?;
    }
    listing.whole_town();
    listing.colleagues(visit).await?;
    listing.groups(&town);
    listing.heads(&town);
    listing.departments(&town);
    Ok(listing.groups)
}

/// The organisation as it is today.
struct Town {
    units: Vec<UnitNode>,
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
    async fn find(visit: &Visit) -> Answer<Self> {
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        let units = directory::units(&on, today).await?;
        let holders = role::holders(&on, Role::InformationManager, today).await?;
        let posts: Vec<_> = holders.iter().map(|holder| holder.post).collect();
        let people: Vec<_> = holders.iter().filter_map(|holder| holder.person).collect();
        let mut posts = directory::post_cards(&on, today, &posts).await?;
        let mut people = directory::people(&on, today, &people).await?;
        let mut heads: Vec<Head> = holders
            .into_iter()
            .filter_map(|holder| {
                Some(Head {
                    post: posts.remove(&holder.post)?,
                    holder: holder.person.and_then(|person| people.remove(&person)),
                })
            })
            .collect();
        heads.sort_by_key(|head| {
            let place = units.iter().position(|unit| unit.id == head.post.unit);
            (place.is_none(), place)
        });
        let groups = group::list(&visit.cx, None, GROUPS).await?.items;
        Ok(Self {
            units,
            heads,
            groups,
        })
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

    fn unit(&self, unit: &UnitNode) -> (String, Choice) {
        let name = unit.name.clone();
        let label = Text::Whole { unit: name }.to(self.lang);
        let value = unit_value(unit);
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
        let units = town.units.iter();
        let units = units.filter(|unit| chosen.units.contains(&unit.id));
        choices.extend(units.map(|unit| self.unit(unit)));
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
    async fn found(&mut self, visit: &Visit, town: &Town, words: &str) -> Answer<()> {
        let people = directory::search(&visit.cx, words, None, None, FOUND).await?;
        let has = |name: &str| name.contains(words);
        let units = town.units.iter().filter(|unit| has(&unit.name));
        let heads = town
            .heads
            .iter()
            .filter(|head| has(&head.post.title) || has(&head.post.unit_name));
        let choices: Vec<_> = units
            .map(|unit| self.unit(unit))
            .chain(heads.map(|head| self.post(&head.post, head.holder.as_ref())))
            .chain(people.items.iter().map(Self::person))
            .collect();
        let words = words.to_owned();
        let label = Text::Found {
            words: words.clone(),
        };
        if !self.group(label.to(self.lang), choices, true) {
            let label = Text::NothingFound { words }.to(self.lang);
            let nothing = PeopleGroup::new(label, Vec::<Choice>::new());
            self.groups.push(nothing.uncounted());
        }
        Ok(())
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
            let members = directory::members(&cx.reader(), cx.today(), unit).await?;
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
        for department in town.units.chunk_by(|_, next| next.depth > 0) {
            let Some(top) = department.first() else {
                continue;
            };
            let choices: Vec<_> = department.iter().map(|unit| self.unit(unit)).collect();
            self.group(&*top.name, choices, false);
        }
    }
}
