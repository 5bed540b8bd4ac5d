//! Choosing one person in a form: words to look for, and those who were found.

use maud::{Markup, html};
use poem::Response;
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_kernel::{Page, PersonId};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{Alert, Button, Choice, Form, Icon};
use yakusho_webkit::{Answer, Fields, Lang, Problem, SeeOther, Typed, Visit};

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
pub(crate) struct Offered {
    /// The field of the words that find them.
    words: &'static str,
    people: Vec<PersonCard>,
    looked: bool,
    more: bool,
}

impl Default for Offered {
    fn default() -> Self {
        Self::nobody(WORDS)
    }
}

impl Offered {
    /// Nobody yet; who is found is found by the words of that field.
    pub(crate) fn nobody(words: &'static str) -> Self {
        Self {
            words,
            people: Vec::new(),
            looked: false,
            more: false,
        }
    }

    /// Those whom the words of the form find, with whoever was chosen already.
    pub(crate) async fn find(visit: &Visit, fields: &Fields, name: &str) -> Result<Self, Problem> {
        let words = fields.text(WORDS);
        let found = match words.trim() {
            "" => None,
            words => Some(directory::search(&visit.cx, words, None, None, OFFERED).await?),
        };
        Self::default()
            .with(found)
            .chosen(visit, fields, name)
            .await
    }

    /// The same among those who left, too, by the words of a field of its own.
    pub(crate) async fn find_ever(
        visit: &Visit,
        fields: &Fields,
        words: &'static str,
        name: &str,
    ) -> Result<Self, Problem> {
        let text = fields.text(words);
        let found = match text.trim() {
            "" => None,
            text => Some(directory::search_ever(&visit.cx, text, None, OFFERED).await?),
        };
        let nobody = Self::nobody(words);
        nobody.with(found).chosen(visit, fields, name).await
    }

    fn with(self, found: Option<Page<PersonCard>>) -> Self {
        let Some(found) = found else { return self };
        Self {
            looked: true,
            more: found.next.is_some(),
            people: found.items,
            ..self
        }
    }

    async fn chosen(mut self, visit: &Visit, fields: &Fields, name: &str) -> Result<Self, Problem> {
        let chosen: Option<PersonId> = fields.first(name).and_then(|id| id.parse().ok());
        let known = |id| self.people.iter().any(|card| card.id == id);
        if let Some(id) = chosen.filter(|id| !known(*id)) {
            let cards = directory::people(&visit.cx.reader(), visit.cx.today(), &[id]).await?;
            self.people.extend(cards.into_values());
        }
        Ok(self)
    }
}

/// What comes of a form that was sent to look for people, or to be done: the page after it, or the form again, with those
/// who were found or with what is wrong.
pub(crate) async fn submitted<'f, Again: Future<Output = Answer<Response>>>(
    fields: &'f Fields,
    done: impl Future<Output = Result<SeeOther, Problem>>,
    form: impl FnOnce(Typed<'f>) -> Again,
) -> Answer<Response> {
    if fields.has(LOOK) {
        return form(Typed::so_far(fields)).await;
    }
    match done.await {
        Ok(done) => Ok(done.into()),
        Err(problem) => form(problem.again(fields)?).await,
    }
}

/// The field: `name` is sent with the id of whoever is chosen.
pub(crate) fn person(
    form: &Form,
    lang: Lang,
    name: &str,
    label: impl Into<String>,
    offered: &Offered,
) -> Markup {
    field(form, lang, name, label, offered, true)
}

/// The same where nobody need be chosen.
pub(crate) fn perhaps_person(
    form: &Form,
    lang: Lang,
    name: &str,
    label: impl Into<String>,
    offered: &Offered,
) -> Markup {
    field(form, lang, name, label, offered, false)
}

fn field(
    form: &Form,
    lang: Lang,
    name: &str,
    label: impl Into<String>,
    offered: &Offered,
    required: bool,
) -> Markup {
    let choices = offered.people.iter().map(|card| {
        let place = format!("{} {}", card.unit_name, card.post_title);
        Choice::new(card.id.to_string(), &*card.name).detail(place)
    });
    let radios = form.radios(name, label).options(choices);
    let radios = if required { radios.required() } else { radios };
    html! {
        (form.search(offered.words, Text::Find.to(lang)).help(Text::FindHelp.to(lang)))
        (Button::submit(Common::Search.to(lang)).icon(Icon::Search).field(LOOK, "1"))
        @if offered.looked && offered.people.is_empty() {
            (Alert::info(lang, Text::Nobody.to(lang)))
        }
        (radios.help(Text::Help.to(lang)))
        @if offered.more { p.meta { (Text::More.to(lang)) } }
    }
}
