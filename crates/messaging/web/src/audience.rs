//! Choosing to whom something goes: sections, posts, people, everyone. It works without scripts: a search is sent with
//! the form, and what was chosen stays at the top.

use std::collections::HashSet;

use maud::{Markup, Render};
use yakusho_accounts::directory::{self, Audience, PersonCard, PostCard, UnitNode};
use yakusho_accounts::role;
use yakusho_kernel::{PostId, Standing};
use yakusho_regulation::Role;
use yakusho_webkit::ui::{Choice, Form, PeopleGroup};
use yakusho_webkit::{Answer, Fields, Lang, Reader, Visit};

/// How many a search finds; who has more in mind looks for a longer word.
const FOUND: usize = 30;

const EVERYONE: &str = "everyone";

yakusho_webkit::texts! {
    enum Text {
        Everyone: "全職員" / "Everyone";
        Chosen: "選択中" / "Chosen";
        Found { words: String }: "「{words}」の検索結果" / "Found for “{words}”";
        NothingFound { words: String }: "「{words}」に当たる人・所属・職はありません" / "Nothing was found for “{words}”";
        WholeTown: "全庁" / "The whole town hall";
        MyUnit: "自分の所属の職員" / "People of my section";
        Heads: "所属長などの職(人が替わると、新しい人に届きます)" / "Posts of heads (whoever holds them)";
        Whole { unit: String }: "{unit}の全員" / "Everyone in {unit}";
        Holder { name: String }: "現在:{name}" / "now {name}";
        Vacant: "現在は欠員" / "now vacant";
        Post { unit: String, title: String }: "{unit} {title}(職)" / "{title}, {unit} (post)";
    }
}

/// What a field offers to choose from.
pub(crate) struct Offer {
    name: &'static str,
    words: String,
    groups: Vec<PeopleGroup>,
}

/// The name of the words to look for, beside the field of that name.
fn words_of(name: &str) -> String {
    format!("{name}_words")
}

/// Whether the form was sent to look for somebody, and not to be done.
pub(crate) fn is_looking(fields: &Fields, name: &str) -> bool {
    fields.has(&format!("{}-find", words_of(name)))
}

/// Whom the field of that name holds.
pub(crate) fn read(read: &mut Reader<'_>, name: &str) -> Audience {
    let mut audience = Audience::default();
    for Member(member) in read.all(name) {
        match member {
            Kind::Everyone => audience.everyone = true,
            Kind::Unit(id) => audience.units.push(id.into()),
            Kind::Post(id) => audience.posts.push(id.into()),
            Kind::Person(id) => audience.people.push(id.into()),
        }
    }
    audience
}

/// One value of the field.
struct Member(Kind);

enum Kind {
    Everyone,
    Unit(uuid::Uuid),
    Post(uuid::Uuid),
    Person(uuid::Uuid),
}

impl std::str::FromStr for Member {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text == EVERYONE {
            return Ok(Self(Kind::Everyone));
        }
        let (kind, id) = text.split_once(':').ok_or(())?;
        let id = id.parse().map_err(|_| ())?;
        Ok(Self(match kind {
            "unit" => Kind::Unit(id),
            "post" => Kind::Post(id),
            "person" => Kind::Person(id),
            _ => return Err(()),
        }))
    }
}

fn unit_value(unit: &UnitNode) -> String {
    format!("unit:{}", unit.id)
}

fn post_value(id: PostId) -> String {
    format!("post:{id}")
}

fn person_value(card: &PersonCard) -> String {
    format!("person:{}", card.id)
}

impl Offer {
    /// What the field of that name offers to whoever has typed `fields`, or else holds `chosen` so far.
    pub(crate) async fn of(
        visit: &Visit,
        name: &'static str,
        fields: Option<&Fields>,
        chosen: &Audience,
    ) -> Answer<Self> {
        let words = fields.map(|fields| fields.text(&words_of(name)));
        let words = words.unwrap_or_default().trim().to_owned();
        let typed = fields.map(|fields| read(&mut fields.reader(), name));
        let chosen = typed.as_ref().unwrap_or(chosen);
        let town = Town::find(visit).await?;
        let mut offer = Listing::new(visit.lang);
        offer.chosen(visit, &town, chosen).await?;
        if !words.is_empty() {
            offer.found(visit, &town, &words).await?;
        }
        offer.whole_town();
        offer.colleagues(visit).await?;
        offer.heads(&town);
        offer.departments(&town);
        Ok(Self {
            name,
            words,
            groups: offer.groups,
        })
    }

    /// The field.
    pub(crate) fn field(
        &self,
        form: &Form,
        label: impl Into<String>,
        help: impl Into<String>,
        chosen: &Audience,
        required: bool,
    ) -> Markup {
        let values = chosen
            .everyone
            .then(|| EVERYONE.to_owned())
            .into_iter()
            .chain(chosen.units.iter().map(|id| format!("unit:{id}")))
            .chain(chosen.posts.iter().map(|id| post_value(*id)))
            .chain(chosen.people.iter().map(|id| format!("person:{id}")));
        let field = form
            .people(self.name, label)
            .help(help)
            .find(words_of(self.name), &*self.words)
            .groups(self.groups.iter().cloned())
            .values(values);
        if required {
            field.required().render()
        } else {
            field.render()
        }
    }
}

/// The organisation as it is today.
struct Town {
    units: Vec<UnitNode>,
    heads: Vec<Head>,
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
        Ok(Self { units, heads })
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

/// The names of whom an audience names, in a line: everyone, units, posts, people, groups.
pub(crate) async fn names(visit: &Visit, audience: &Audience) -> Answer<Vec<String>> {
    let (on, today, lang) = (visit.cx.reader(), visit.cx.today(), visit.lang);
    let mut names = Vec::new();
    if audience.everyone {
        names.push(Text::Everyone.to(lang).into_owned());
    }
    if !audience.units.is_empty() {
        let units = directory::unit_names(&on, today, &audience.units).await?;
        names.extend(
            audience
                .units
                .iter()
                .filter_map(|id| units.get(id).cloned()),
        );
    }
    if !audience.posts.is_empty() {
        let posts = directory::post_cards(&on, today, &audience.posts).await?;
        let posts = audience.posts.iter().filter_map(|id| posts.get(id));
        names.extend(posts.map(|post| {
            let (unit, title) = (post.unit_name.clone(), post.title.clone());
            Text::Post { unit, title }.to(lang).into_owned()
        }));
    }
    if !audience.people.is_empty() {
        let people = directory::people(&on, today, &audience.people).await?;
        let people = audience.people.iter().filter_map(|id| people.get(id));
        names.extend(people.map(|card| card.name.clone()));
    }
    Ok(names)
}
