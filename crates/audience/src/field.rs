//! Choosing to whom something goes: sections, posts, people, everyone. It works without scripts: a search, or a section
//! to look into, is sent with the form, and what was chosen stays at the top.

mod listing;

use maud::{Markup, Render};
use yakusho_accounts::directory::{self, Audience, PersonCard};
use yakusho_accounts::group::{self, GroupId};
use yakusho_kernel::{PostId, UnitId};
use yakusho_webkit::ui::Form;
use yakusho_webkit::{Answer, Fields, Reader, Visit};

use listing::Listed;

/// How many of one's groups are offered.
const GROUPS: usize = 200;

/// The value for everyone.
const EVERYONE: &str = "everyone";

yakusho_webkit::texts! {
    /// What the field says.
    enum Text {
        Everyone: "全職員" / "Everyone";
        Chosen: "選択中" / "Chosen";
        Found { words: String }: "「{words}」の検索結果" / "Found for “{words}”";
        MoreFound: "ほかにもあります。語を増やすか、所属を選んで表示してください。" / "There are more. Add a word, or choose a section.";
        NothingFound { words: String }: "「{words}」に当たる人・所属・職はありません" / "Nothing was found for “{words}”";
        AllChosen { unit: String }: "{unit}の人・職は、すべて選択中です" / "All in {unit} are chosen";
        WholeTown: "全庁" / "The whole town hall";
        MyUnit: "自分の所属の職員" / "People of my section";
        Groups: "自分のグループ" / "My groups";
        Group { name: String }: "グループ「{name}」" / "Group “{name}”";
        Heads: "所属長などの職(人が替わると、新しい人に届きます)" / "Posts of heads (whoever holds them)";
        Whole { unit: String }: "{unit}の全員" / "Everyone in {unit}";
        Holder { name: String }: "現在:{name}" / "now {name}";
        Vacant: "現在は欠員" / "now vacant";
        Post { unit: String, title: String }: "{unit} {title}(職)" / "{title}, {unit} (post)";
    }
}

/// What a field offers to choose from.
pub struct Offer {
    name: &'static str,
    look: Look,
    listed: Listed,
}

/// What was asked to be looked for.
#[derive(Default)]
struct Look {
    /// The words in the field.
    words: String,
    /// The unit that is chosen.
    unit: Option<UnitId>,
    /// The button that was pressed, if one of these was.
    pressed: Option<Pressed>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Find,
    Show,
}

impl Look {
    fn of(fields: &Fields, name: &str) -> Self {
        let words = words_of(name);
        let pressed = [("find", Pressed::Find), ("show", Pressed::Show)];
        let pressed = pressed
            .into_iter()
            .find(|(button, _)| fields.has(&format!("{words}-{button}")));
        Self {
            unit: fields.text(&format!("{words}-section")).parse().ok(),
            words: fields.text(&words).trim().to_owned(),
            pressed: pressed.map(|(_, pressed)| pressed),
        }
    }
}

/// The name of the words to look for, beside the field of that name.
pub(crate) fn words_of(name: &str) -> String {
    format!("{name}_words")
}

/// Whether the form was sent to look for somebody, and not to be done.
pub fn is_looking(fields: &Fields, name: &str) -> bool {
    Look::of(fields, name).pressed.is_some()
}

/// Whom the field of that name holds.
pub fn read(read: &mut Reader<'_>, name: &str) -> Audience {
    let mut audience = Audience::default();
    for Member(member) in read.all(name) {
        match member {
            Kind::Everyone => audience.everyone = true,
            Kind::Unit(id) => audience.units.push(id.into()),
            Kind::Post(id) => audience.posts.push(id.into()),
            Kind::Person(id) => audience.people.push(id.into()),
            Kind::Group(id) => audience.groups.push(id.into()),
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
    Group(uuid::Uuid),
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
            "group" => Kind::Group(id),
            _ => return Err(()),
        }))
    }
}

fn unit_value(unit: UnitId) -> String {
    format!("unit:{unit}")
}

fn post_value(id: PostId) -> String {
    format!("post:{id}")
}

fn group_value(id: GroupId) -> String {
    format!("group:{id}")
}

fn person_value(card: &PersonCard) -> String {
    format!("person:{}", card.id)
}

impl Offer {
    /// What the field of that name offers to whoever has typed `fields`, or else holds `chosen` so far.
    pub async fn of(
        visit: &Visit,
        name: &'static str,
        fields: Option<&Fields>,
        chosen: &Audience,
    ) -> Answer<Self> {
        let look = fields.map(|fields| Look::of(fields, name));
        let look = look.unwrap_or_default();
        let typed = fields.map(|fields| read(&mut fields.reader(), name));
        let chosen = typed.as_ref().unwrap_or(chosen);
        let listed = listing::list(visit, chosen, &look).await?;
        Ok(Self { name, look, listed })
    }

    /// The field.
    pub fn field(
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
            .chain(chosen.people.iter().map(|id| format!("person:{id}")))
            .chain(chosen.groups.iter().map(|id| group_value(*id)));
        let field = form
            .people(self.name, label)
            .help(help)
            .find(words_of(self.name), &*self.look.words)
            .sections(
                self.listed.sections.iter().cloned(),
                self.look.unit.map(|id| id.to_string()).unwrap_or_default(),
            )
            .groups(self.listed.groups.iter().cloned())
            .values(values);
        if required {
            field.required().render()
        } else {
            field.render()
        }
    }
}

/// The names of whom an audience names, in a line: everyone, units, posts, people, groups.
pub async fn names(visit: &Visit, audience: &Audience) -> Answer<Vec<String>> {
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
    if !audience.groups.is_empty() {
        let groups = group::list(&visit.cx, None, GROUPS).await?.items;
        let groups = groups.into_iter();
        let named = groups.filter(|row| audience.groups.contains(&row.id));
        names.extend(named.map(|row| Text::Group { name: row.name }.to(lang).into_owned()));
    }
    Ok(names)
}
