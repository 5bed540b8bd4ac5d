//! Choosing a post: whoever holds it is meant, whoever that is. It works without scripts: words are sent with the form, and
//! the posts that they find are offered.

use maud::{Markup, Render, html};
use yakusho_accounts::directory::{self, PostCard};
use yakusho_kernel::PostId;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Button, Choice, Form, Icon};
use yakusho_webkit::{Answer, Fields, Lang, Visit};

use crate::field::words_of;

/// How many are offered; who has more in mind looks for a longer word.
const FOUND: usize = 30;

yakusho_webkit::texts! {
    enum Text {
        Find: "職を探す" / "Find a post";
        FindHelp: "所属か職の名前の一部を入力して「検索」を押してください。" / "Enter part of the name of a section or a post, and press “Search”.";
        Nobody: "なし" / "None";
        Holder { name: String }: "現在:{name}" / "now {name}";
        Vacant: "現在は欠員" / "now vacant";
        NothingFound { words: String }: "「{words}」に当たる職はありません。" / "No post was found for “{words}”.";
        More: "ほかにもあります。語を長くすると絞り込めます。" / "There are more. A longer word finds fewer.";
    }
}

/// What a field offers to choose a post from.
pub struct PostOffer {
    name: &'static str,
    words: String,
    choices: Vec<Choice>,
    found: usize,
    more: bool,
}

impl PostOffer {
    /// What the field of that name offers to whoever has typed `fields`, or else holds `chosen` so far.
    pub async fn of(
        visit: &Visit,
        name: &'static str,
        fields: Option<&Fields>,
        chosen: Option<PostId>,
    ) -> Answer<Self> {
        let (on, today) = (visit.cx.reader(), visit.cx.today());
        let words = fields.map_or_else(String::new, |fields| fields.text(&words_of(name)));
        let words = words.trim().to_owned();
        let typed = fields.map(|fields| fields.first(name).and_then(|id| id.parse().ok()));
        let chosen: Option<PostId> = typed.unwrap_or(chosen);
        let mut ids: Vec<PostId> = chosen.into_iter().collect();
        let mut found = match &*words {
            "" => Vec::new(),
            words => directory::posts_named(&on, today, words, FOUND + 2).await?,
        };
        found.retain(|id| Some(*id) != chosen);
        let more = found.len() > FOUND;
        found.truncate(FOUND);
        let count = found.len();
        ids.extend(found);
        let cards = directory::post_cards(&on, today, &ids).await?;
        let holders = directory::holders(&on, today, &ids).await?;
        let people: Vec<_> = holders.iter().map(|holder| holder.person).collect();
        let people = directory::people(&on, today, &people).await?;
        let choices = ids.iter().filter_map(|id| {
            let holder = holders.iter().find(|holder| holder.by_post == Some(*id));
            let holder = holder.and_then(|holder| people.get(&holder.person));
            let holder = holder.map(|card| card.name.clone());
            Some(choice(visit.lang, cards.get(id)?, holder))
        });
        Ok(Self {
            name,
            choices: choices.collect(),
            found: count,
            more,
            words,
        })
    }

    /// The field.
    pub fn field(
        &self,
        form: &Form,
        lang: Lang,
        label: impl Into<String>,
        help: impl Into<String>,
        chosen: Option<PostId>,
    ) -> Markup {
        let nobody = Choice::new("", Text::Nobody.to(lang));
        let chosen = chosen.map(|id| id.to_string()).unwrap_or_default();
        let radios = form
            .radios(self.name, label)
            .options([nobody].into_iter().chain(self.choices.iter().cloned()))
            .value(chosen)
            .help(help);
        let (words, find) = (words_of(self.name), format!("{}-find", words_of(self.name)));
        html! {
            (radios.render())
            div.look-up {
                (form.search(&words, Text::Find.to(lang)).value(&*self.words).help(Text::FindHelp.to(lang)))
                (Button::submit(Common::Search.to(lang)).icon(Icon::Search).field(find, "1"))
            }
            @if !self.words.is_empty() && self.found == 0 {
                p.meta role="status" { (Text::NothingFound { words: self.words.clone() }.to(lang)) }
            }
            @if self.more { p.meta { (Text::More.to(lang)) } }
        }
    }
}

fn choice(lang: Lang, card: &PostCard, holder: Option<String>) -> Choice {
    let holder = match holder {
        Some(name) => Text::Holder { name },
        None => Text::Vacant,
    };
    let label = format!("{} {}", card.unit_name, card.title);
    Choice::new(card.id.to_string(), label).detail(holder.to(lang))
}
