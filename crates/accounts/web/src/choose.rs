//! Choosing one person in a form: words to look for, and those who were found.

use maud::{Markup, html};
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::PersonId;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Choice, Form, Icon};
use yakusho_webkit::{Fields, Lang, Problem, Visit};

/// How many are offered; who has more looks for a longer word.
const OFFERED: usize = 20;

/// The field of the words, and the button that looks.
const WORDS: &str = "find";
const LOOK: &str = "look";

yakusho_webkit::texts! {
    /// What the field says.
    enum Text {
        Find: "職員を探す" / "Find people";
        FindHelp: "氏名、ふりがな、職員番号の一部を入力して「検索」を押してください。" / "Enter part of a name, its reading or a staff number, and press “Search”.";
        Help: "検索で見つかった人から選んでください。" / "Choose from those found.";
        Nobody: "該当する職員はいません。言葉を変えて探してください。" / "Nobody was found. Try other words.";
        More: "ほかにも該当者がいます。言葉を長くすると絞り込めます。" / "There are more. A longer word finds fewer.";
    }
}

/// Whom a form offers to choose from.
#[derive(Default)]
pub(crate) struct Offered {
    people: Vec<PersonCard>,
    looked: bool,
    more: bool,
}

impl Offered {
    /// Those whom the words of the form find, with whoever was chosen already.
    pub(crate) async fn find(visit: &Visit, fields: &Fields, name: &str) -> Result<Self, Problem> {
        let words = fields.text(WORDS);
        let mut offered = Self::default();
        if !words.trim().is_empty() {
            let found = directory::search(&visit.cx, &words, None, None, OFFERED).await?;
            offered.looked = true;
            offered.more = found.next.is_some();
            offered.people = found.items;
        }
        let chosen: Option<PersonId> = fields.first(name).and_then(|id| id.parse().ok());
        let known = |id| offered.people.iter().any(|card| card.id == id);
        if let Some(id) = chosen.filter(|id| !known(*id)) {
            let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &[id]).await?;
            offered.people.extend(cards.into_values());
        }
        Ok(offered)
    }
}

/// Whether the form was sent to look for people, and not to be done.
pub(crate) fn is_looking(fields: &Fields) -> bool {
    fields.has(LOOK)
}

/// The field: `name` is sent with the id of whoever is chosen.
pub(crate) fn person(
    form: &Form,
    lang: Lang,
    name: &str,
    label: impl Into<String>,
    offered: &Offered,
) -> Markup {
    let choices = offered.people.iter().map(|card| {
        let place = format!("{} {}", card.unit_name, card.post_title);
        Choice::new(card.id.to_string(), &*card.name).detail(place)
    });
    html! {
        (form.search(WORDS, Text::Find.to(lang)).help(Text::FindHelp.to(lang)))
        (Button::submit(Common::Search.to(lang)).icon(Icon::Search).field(LOOK, "1"))
        @if offered.looked && offered.people.is_empty() {
            (Alert::info(lang, Text::Nobody.to(lang)))
        }
        (form.radios(name, label).required().options(choices).help(Text::Help.to(lang)))
        @if offered.more { p.meta { (Text::More.to(lang)) } }
    }
}
