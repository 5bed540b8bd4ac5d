//! Choosing people. It works without scripts: a search, or a section to look into, is sent with the form, and who was
//! chosen stays at the top.

use std::collections::HashSet;

use maud::{Markup, Render};
use yakusho_accounts::directory::{self, Outline, PersonCard};
use yakusho_kernel::{PersonId, Standing, UnitId};
use yakusho_webkit::ui::{Choice, Form, PeopleGroup};
use yakusho_webkit::{Answer, Fields, Visit};

/// How many a search finds, or are listed of a section; who has more in mind looks for a longer word.
const FOUND: usize = 50;

yakusho_webkit::texts! {
    enum Text {
        Chosen: "選択中" / "Chosen";
        Found { words: String }: "「{words}」の検索結果" / "Found for “{words}”";
        NothingFound { words: String }: "「{words}」に当たる人はいません" / "Nobody was found for “{words}”";
        MyUnit: "自分の所属の職員" / "People of my section";
    }
}

/// What the field of people offers.
pub(crate) struct Offer {
    name: &'static str,
    words: String,
    unit: Option<UnitId>,
    outline: Outline,
    groups: Vec<PeopleGroup>,
}

/// The name of the words to look for, beside the field of that name.
fn words_of(name: &str) -> String {
    format!("{name}_words")
}

/// Whether the form was sent to look for somebody, and not to be done.
pub(crate) fn is_looking(fields: &Fields, name: &str) -> bool {
    let words = words_of(name);
    ["find", "show"]
        .iter()
        .any(|button| fields.has(&format!("{words}-{button}")))
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
        let unit: Option<UnitId> = text(&format!("{words_name}-section")).parse().ok();
        let typed = fields.map(|fields| fields.reader().all::<PersonId>(name));
        let chosen = typed.as_deref().unwrap_or(chosen);
        let mut offer = Self {
            name,
            words,
            unit,
            outline: directory::outline(cx, unit.as_slice()).await?,
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
        if let Some(unit) = unit.filter(|_| pressed("show")) {
            offer.section(visit, &mut listed, unit).await?;
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

    async fn section(
        &mut self,
        visit: &Visit,
        listed: &mut HashSet<PersonId>,
        unit: UnitId,
    ) -> Answer<()> {
        let people = directory::search(&visit.cx, "", Some(unit), None, FOUND).await?;
        let mut units = self.outline.units.iter();
        let name = units.find(|known| known.id == unit);
        let name = name.map_or_else(String::new, |unit| unit.placed_name.clone());
        let group = PeopleGroup::new(name, fresh(listed, people.items));
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
        form.people(self.name, label)
            .help(help)
            .find(words_of(self.name), &*self.words)
            .sections(
                sections,
                self.unit.map(|id| id.to_string()).unwrap_or_default(),
            )
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
