//! Choosing people. It works without scripts: a search, or a section to look into, is sent with the form, and who was
//! chosen stays at the top.

use std::collections::HashSet;

use maud::{Markup, Render};
use yakusho_accounts::directory::{self, Audience, Outline, PersonCard};
use yakusho_accounts::group::{self, GroupId, GroupRow};
use yakusho_kernel::{PersonId, Standing, UnitId};
use yakusho_webkit::ui::{Choice, Form, PeopleGroup};
use yakusho_webkit::{Answer, Fields, Lang, Visit};

/// How many of one's groups are offered.
const GROUPS: usize = 200;

/// What is appended to the name of the words for the button by which all of a section are chosen.
const ALL: &str = "all";

/// How many a search finds, or are listed of a section; who has more in mind looks for a longer word.
const FOUND: usize = 50;

yakusho_webkit::texts! {
    enum Text {
        Chosen: "選択中" / "Chosen";
        Found { words: String }: "「{words}」の検索結果" / "Found for “{words}”";
        NothingFound { words: String }: "「{words}」に当たる人はいません" / "Nobody was found for “{words}”";
        Group { name: String }: "グループ「{name}」" / "Group “{name}”";
        MyUnit: "自分の所属の職員" / "People of my section";
    }
}

/// What the field of people offers.
pub(crate) struct Offer {
    name: &'static str,
    words: String,
    lang: Lang,
    place: Option<Place>,
    outline: Outline,
    /// One's own groups.
    own: Vec<GroupRow>,
    groups: Vec<PeopleGroup>,
}

/// The name of the words to look for, beside the field of that name.
fn words_of(name: &str) -> String {
    format!("{name}_words")
}

/// Whether the form was sent to look for somebody, and not to be done.
pub(crate) fn is_looking(fields: &Fields, name: &str) -> bool {
    let words = words_of(name);
    ["find", "show", ALL]
        .iter()
        .any(|button| fields.has(&format!("{words}-{button}")))
}

/// What was typed, and whoever is in the section or the group of which all were to be chosen.
pub(crate) async fn gathered(visit: &Visit, fields: &Fields, name: &str) -> Answer<Fields> {
    let words = words_of(name);
    let of = fields.text(&format!("{words}-section"));
    if of.is_empty() || !fields.has(&format!("{words}-{ALL}")) {
        return Ok(fields.clone());
    }
    let people = match Place::of(&of) {
        Some(place) => all_in(visit, place).await?,
        None => Vec::new(),
    };
    let chosen: HashSet<String> = fields.all(name).map(str::to_owned).collect();
    let people = people.into_iter().map(|person| person.to_string());
    let fresh = people.filter(|person| !chosen.contains(person));
    Ok(fields.clone().also(name, fresh))
}

/// Everyone in a section, those below it included, or in a group that the visitor may use.
async fn all_in(visit: &Visit, place: Place) -> Answer<Vec<PersonId>> {
    let (cx, on) = (&visit.cx, visit.cx.reader());
    let mut all = Audience::default();
    match place {
        Place::Unit(unit) => all.units.push(unit),
        Place::Group(group) => {
            group::usable(cx, &on, &[group]).await?;
            all.groups.push(group);
        }
    }
    let people = directory::expand(&on, cx.today(), &all).await?;
    Ok(people.into_iter().map(|one| one.person).collect())
}

/// The cards of those in a group.
async fn in_group(visit: &Visit, group: GroupId) -> Answer<Vec<PersonCard>> {
    let people = all_in(visit, Place::Group(group)).await?;
    let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &people).await?;
    let cards = people.iter().filter_map(|id| cards.get(id).cloned());
    Ok(cards.collect())
}

/// In what one looks for people.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Unit(UnitId),
    Group(GroupId),
}

impl Place {
    fn of(value: &str) -> Option<Self> {
        match value.strip_prefix("group:") {
            Some(group) => group.parse().ok().map(Self::Group),
            None => value.parse().ok().map(Self::Unit),
        }
    }

    fn value(self) -> String {
        match self {
            Self::Unit(id) => id.to_string(),
            Self::Group(id) => format!("group:{id}"),
        }
    }
}

impl Offer {
    /// What the field of that name offers to whoever has typed `fields`, or else holds `chosen` so far.
    pub(crate) async fn of(
        visit: &Visit,
        name: &'static str,
        fields: Option<&Fields>,
        chosen: &[PersonId],
    ) -> Answer<Self> {
        let (cx, lang) = (&visit.cx, visit.lang);
        let on = cx.reader();
        let words_name = words_of(name);
        let text = |name: &str| fields.map_or_else(String::new, |fields| fields.text(name));
        let words = text(&words_name).trim().to_owned();
        let place = Place::of(&text(&format!("{words_name}-section")));
        let unit = match place {
            Some(Place::Unit(unit)) => Some(unit),
            _ => None,
        };
        let typed = fields.map(|fields| fields.reader().all::<PersonId>(name));
        let chosen = typed.as_deref().unwrap_or(chosen);
        let mut offer = Self {
            name,
            words,
            lang,
            place,
            outline: directory::outline(cx, unit.as_slice()).await?,
            own: group::list(cx, None, GROUPS).await?.items,
            groups: Vec::new(),
        };
        let mut listed = HashSet::new();
        let cards = directory::people(&on, cx.today(), chosen).await?;
        let cards: Vec<PersonCard> = chosen
            .iter()
            .filter_map(|id| cards.get(id).cloned())
            .collect();
        offer.group(&mut listed, Text::Chosen.to(lang), cards, true);
        let pressed = |button: &str| {
            fields.is_some_and(|fields| fields.has(&format!("{words_name}-{button}")))
        };
        if pressed("show") && place.is_some() {
            offer.inside(visit, &mut listed).await?;
        } else if !offer.words.is_empty() {
            let found = directory::search(cx, &offer.words, None, None, FOUND).await?;
            let words = offer.words.clone();
            let label = if found.items.is_empty() {
                Text::NothingFound { words }
            } else {
                Text::Found { words }
            };
            offer.groups.push(
                PeopleGroup::new(label.to(lang), fresh(&mut listed, found.items)).asked_for(),
            );
        }
        let standing = cx.actor().standing();
        if let Some(own) = standing.and_then(Standing::main_unit) {
            let people = directory::search(cx, "", Some(own), None, FOUND).await?;
            offer.group(&mut listed, Text::MyUnit.to(lang), people.items, false);
        }
        Ok(offer)
    }

    /// Those in the section or group that is chosen.
    async fn inside(&mut self, visit: &Visit, listed: &mut HashSet<PersonId>) -> Answer<()> {
        let cx = &visit.cx;
        let (name, people) = match self.place {
            Some(Place::Unit(unit)) => {
                let mut units = self.outline.units.iter();
                let name = units.find(|known| known.id == unit);
                let people = directory::search(cx, "", Some(unit), None, FOUND).await?;
                (name.map(|unit| unit.placed_name.clone()), people.items)
            }
            Some(Place::Group(id)) => {
                let mut own = self.own.iter();
                let name = own.find(|known| known.id == id);
                (name.map(|row| row.name.clone()), in_group(visit, id).await?)
            }
            None => return Ok(()),
        };
        let group = PeopleGroup::new(name.unwrap_or_default(), fresh(listed, people));
        self.groups.push(group.asked_for());
        Ok(())
    }

    fn group(
        &mut self,
        listed: &mut HashSet<PersonId>,
        label: impl Into<String>,
        people: Vec<PersonCard>,
        open: bool,
    ) {
        let choices = fresh(listed, people);
        if choices.is_empty() {
            return;
        }
        let group = PeopleGroup::new(label, choices);
        self.groups.push(if open { group.open() } else { group });
    }

    /// The field.
    pub(crate) fn field(
        &self,
        form: &Form,
        label: impl Into<String>,
        help: impl Into<String>,
        chosen: &[PersonId],
    ) -> Markup {
        let sections = self.outline.options();
        let sections = sections.map(|(id, name)| (id.to_string(), name));
        let groups = self.own.iter().map(|row| {
            let name = row.name.clone();
            let label = Text::Group { name }.to(self.lang).into_owned();
            (Place::Group(row.id).value(), label)
        });
        form.people(self.name, label)
            .help(help)
            .find(words_of(self.name), &*self.words)
            .sections(
                groups.chain(sections),
                self.place.map(Place::value).unwrap_or_default(),
            )
            .all_at_once()
            .groups(self.groups.iter().cloned())
            .values(chosen.iter().map(ToString::to_string))
            .render()
    }
}

/// Those who are not listed yet.
fn fresh(listed: &mut HashSet<PersonId>, people: Vec<PersonCard>) -> Vec<Choice> {
    people
        .into_iter()
        .filter(|card| listed.insert(card.id))
        .map(|card| {
            let place = format!("{} {}", card.unit_name, card.post_title);
            Choice::new(card.id.to_string(), &*card.name)
                .detail(place.trim())
                .keywords(&*card.kana)
        })
        .collect()
}
