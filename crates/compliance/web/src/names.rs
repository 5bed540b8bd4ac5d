//! The names of what forms speak of: units, people, posts, roles, data.

use std::collections::HashMap;

use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_compliance::ids::{DataSetId, SystemId};
use yakusho_compliance::inventory;
use yakusho_compliance::procedure::{Answer, Answers, Holder};
use yakusho_kernel::{PersonId, PostId, ProxyKind, UnitId};
use yakusho_regulation::procedure::{Drafter, Field, FieldKind};
use yakusho_webkit::text::{Common, day, number};
use yakusho_webkit::{Answer as Answered, Lang, Visit};

use crate::forms::Text;

yakusho_webkit::texts! {
    enum Kinds {
        ActingForPost: "職務代理" / "acting for the post";
        DecidingInPlace: "代決" / "deciding in place";
        Secretary: "秘書代行" / "as secretary";
        SharedDuties: "分担" / "shared duties";
        SectionHead: "課の長" / "the head of the section";
        Unknown: "(不明)" / "(unknown)";
    }
}

/// What things are called today.
pub(crate) struct Names<'v> {
    visit: &'v Visit,
    units: HashMap<UnitId, String>,
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
    data: HashMap<DataSetId, String>,
    systems: HashMap<SystemId, String>,
}

impl<'v> Names<'v> {
    /// The names of what these answers speak of, and of these units.
    pub(crate) async fn of(
        visit: &'v Visit,
        answers: &Answers,
        units: impl IntoIterator<Item = UnitId>,
    ) -> Answered<Self> {
        let mut units: Vec<UnitId> = units.into_iter().collect();
        let (mut people, mut posts, mut data) = (Vec::new(), Vec::new(), HashMap::new());
        for answer in answers.values() {
            match answer {
                Answer::Sections(sections) => units.extend(sections),
                Answer::Person(person) => people.push(*person),
                Answer::Post(post) => posts.push(*post),
                Answer::DataSet(id) => {
                    let entry = inventory::data_set(&visit.cx, *id).await?;
                    units.push(entry.section);
                    data.insert(*id, (entry.name, entry.section));
                }
                _ => {}
            }
        }
        let mut systems = HashMap::new();
        for id in answers.values().filter_map(Answer::system) {
            systems.insert(id, inventory::system(&visit.cx, id).await?.name);
        }
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        let units = directory::unit_names(&on, today, &units).await?;
        let called = |unit: &UnitId| units.get(unit).cloned().unwrap_or_default();
        let data = data
            .into_iter()
            .map(|(id, (name, section))| (id, format!("{name}({})", called(&section))))
            .collect();
        Ok(Self {
            people: directory::people(&on, today, &people).await?,
            posts: directory::post_cards(&on, today, &posts).await?,
            visit,
            units,
            data,
            systems,
        })
    }

    fn lang(&self) -> Lang {
        self.visit.lang
    }

    /// The name of a unit.
    pub(crate) fn unit(&self, unit: UnitId) -> String {
        let name = self.units.get(&unit).cloned();
        name.unwrap_or_else(|| Kinds::Unknown.to(self.lang()).into_owned())
    }

    /// Whose a task is.
    pub(crate) fn holder(&self, holder: Holder) -> String {
        let lang = self.lang();
        match holder {
            Holder::Role(role, None) => role_title(self.visit, role),
            Holder::Role(role, Some(unit)) => {
                let role = role_title(self.visit, role);
                let unit = self.unit(unit);
                Text::RoleOf { role, unit }.to(lang).into_owned()
            }
            Holder::Head(unit) => {
                let unit = self.unit(unit);
                Text::HeadOf { unit }.to(lang).into_owned()
            }
        }
    }

    /// What was filled in, in words: a line or a paragraph for each part.
    pub(crate) fn answer(&self, field: &Field, answer: &Answer) -> Vec<String> {
        let lang = self.lang();
        let unknown = || Kinds::Unknown.to(lang).into_owned();
        let chosen = |id: &str| {
            let choice = field.kind.choices().iter().find(|choice| choice.id == id);
            choice.map_or_else(|| id.to_owned(), |choice| choice.label.get(lang).to_owned())
        };
        match answer {
            Answer::Text(text) => text.lines().map(str::to_owned).collect(),
            Answer::Number(n) => vec![number(u64::from(*n))],
            Answer::Date(date) => vec![day(lang, *date)],
            Answer::Period(first, last) => {
                vec![format!("{} 〜 {}", day(lang, *first), day(lang, *last))]
            }
            Answer::Choice(id) => vec![chosen(id)],
            Answer::Choices(ids) => ids.iter().map(|id| chosen(id)).collect(),
            Answer::Conditions(said) => {
                let in_order = field.kind.choices().iter();
                let said = in_order.filter_map(|one| Some((one, said.get(&one.id)?)));
                said.map(|(one, said)| format!("{}: {said}", one.label.get(lang)))
                    .collect()
            }
            Answer::Person(id) => {
                let card = self.people.get(id);
                vec![card.map_or_else(unknown, |card| format!("{} {}", card.unit_name, card.name))]
            }
            Answer::Post(id) => {
                let card = self.posts.get(id);
                vec![card.map_or_else(unknown, |card| format!("{} {}", card.unit_name, card.title))]
            }
            Answer::Sections(units) => units.iter().map(|unit| self.unit(*unit)).collect(),
            Answer::DataSet(id) => vec![self.data.get(id).cloned().unwrap_or_else(unknown)],
            Answer::System(id) => vec![self.systems.get(id).cloned().unwrap_or_else(unknown)],
            Answer::Connection(id) => vec![id.to_string()],
        }
    }

    /// What was filled in to a field, or that nothing was.
    pub(crate) fn filled(&self, field: &Field, answers: &Answers) -> Vec<String> {
        match answers.get(&field.key) {
            Some(answer) => self.answer(field, answer),
            None if field.kind == FieldKind::Files => Vec::new(),
            None => vec![Common::None.to(self.lang()).into_owned()],
        }
    }

    /// The staff number of a person, as a form asks for it.
    pub(crate) fn staff_number(&self, person: PersonId) -> String {
        let card = self.people.get(&person);
        card.map(|card| card.number.clone()).unwrap_or_default()
    }
}

/// The city's title of a role today.
pub(crate) fn role_title(visit: &Visit, role: yakusho_regulation::Role) -> String {
    let binding = visit.cx.city().role(role, visit.cx.today());
    let title = binding.map(|binding| binding.title(visit.lang).to_owned());
    title.unwrap_or_else(|| role.to_string())
}

/// Who draws a form up, in words.
pub(crate) fn drafter(visit: &Visit, drafter: Drafter) -> String {
    match drafter {
        Drafter::Role(role) => role_title(visit, role),
        Drafter::SectionHead => Kinds::SectionHead.to(visit.lang).into_owned(),
    }
}

/// A kind of proxy in words.
pub(crate) fn proxy(lang: Lang, kind: ProxyKind) -> String {
    let text = match kind {
        ProxyKind::ActingForPost => Kinds::ActingForPost,
        ProxyKind::DecidingInPlace => Kinds::DecidingInPlace,
        ProxyKind::Secretary => Kinds::Secretary,
        ProxyKind::SharedDuties => Kinds::SharedDuties,
    };
    text.to(lang).into_owned()
}
