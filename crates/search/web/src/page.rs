//! The page of search.

use std::collections::HashMap;
use std::sync::Arc;

use form_urlencoded::Serializer;
use maud::{Markup, html};
use poem::handler;
use poem::web::{Data, Html};
use time::{Date, Time};
use yakusho_accounts::directory::{self, Outline, PersonCard};
use yakusho_kernel::{Page as Listed, PersonId, Reason, UnitId};
use yakusho_search::{Asked, Hit, Part, Query, Sources, find, offered};
use yakusho_webkit::page::{Page, paths};
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Button, Card, Empty, Form, Icon, Tab, Tag, Tone, buttons, cards, link, short_day, short_moment,
    tabs,
};
use yakusho_webkit::{Answer, Lang, NamedDay, Visit};

use crate::named::{self, Named, One};
use crate::sections;
use crate::texts::Text;

/// How many results a page has.
const SIZE: usize = 20;

/// How many people, units and posts are shown beside the other results.
const NAMED: usize = 6;

/// How many of those who hold a post are named with it.
const HOLDERS: usize = 3;

/// What the address asks.
struct Question {
    words: String,
    kind: Option<String>,
    section: Option<UnitId>,
    from: Option<Date>,
    until: Option<Date>,
    /// Each date of one name by itself.
    each: bool,
}

impl Question {
    /// What cannot be read is not asked.
    fn of(visit: &Visit, kinds: &[&'static str]) -> Self {
        let given = |name| visit.query(name).filter(|value| !value.is_empty());
        let kind = given("kind").filter(|kind| kinds.contains(kind));
        Self {
            words: given("q").unwrap_or_default().to_owned(),
            kind: kind.map(str::to_owned),
            section: given("section").and_then(|id| id.parse().ok()),
            from: visit.day("from").date(),
            until: until(visit).date(),
            each: given("each").is_some(),
        }
    }

    /// The same question about all things of that kind, each by itself, that are called so.
    fn of_one_name(&self, kind: &str, name: &str) -> String {
        let words = format!("\"{}\"", name.replace('"', " "));
        let about = Self {
            words,
            kind: None,
            each: true,
            ..*self
        };
        about.about(Some(kind))
    }

    /// The address of the same question about that kind.
    fn about(&self, kind: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("q", &self.words);
        let section = self.section.map(|section| section.to_string());
        let from = self.from.map(|day| day.to_string());
        let until = self.until.map(|day| day.to_string());
        for (name, value) in [
            ("kind", kind),
            ("section", section.as_deref()),
            ("from", from.as_deref()),
            ("until", until.as_deref()),
            ("each", self.each.then_some("1")),
        ] {
            query.extend_pairs(value.map(|value| (name, value)));
        }
        format!("{}?{}", paths::SEARCH, query.finish())
    }

    fn is_narrowed(&self) -> bool {
        self.section.is_some() || self.is_dated()
    }

    fn is_dated(&self) -> bool {
        self.from.is_some() || self.until.is_some()
    }
}

/// The last day, if it does not come before the first.
fn until(visit: &Visit) -> NamedDay<'_> {
    let from = visit.day("from").date();
    let follows = |until| from.is_none_or(|from| from <= until);
    visit.day("until").fitting(follows, Reason::EndBeforeStart)
}

/// `GET /search`: the words as `q`, and what narrows it down as `kind`, `section`, `from` and `until`.
#[handler]
pub(crate) async fn show(visit: Visit, sources: Data<&Arc<Sources>>) -> Answer<Html<Markup>> {
    let (lang, cx, sources) = (visit.lang, &visit.cx, sources.0.as_ref());
    let offered = offered(cx, sources).await?;
    let question = Question::of(&visit, &offered);
    let query = Query::of(&question.words);
    let asked = Asked {
        kind: question.kind.clone(),
        sections: sections::with_below(cx, question.section).await?,
        from: question.from,
        until: question.until,
        each: question.each,
    };
    let after = visit.after();
    let found = find(cx, sources, &query, &asked, after.as_ref(), SIZE).await?;
    let names = sections::names(cx, &found.items).await?;
    let owners: Vec<_> = found.items.iter().filter_map(|hit| hit.whose).collect();
    let owners = directory::people(&cx.reader(), cx.today(), &owners).await?;
    let mut named = Vec::new();
    if question.kind.is_none() && !question.is_dated() && after.is_none() {
        let words = query.words();
        let asked = named::Asked {
            words: &words,
            unit: question.section,
            sections: &asked.sections,
        };
        for list in Named::ALL {
            let found = named::page(cx, list, &asked, None, NAMED).await?;
            named.push(named_found(&visit, &question, list, found));
        }
    }
    let outline = directory::outline(cx, question.section.as_slice()).await?;
    let shell = visit.shell().await?;
    let title = if query.is_empty() {
        Text::Title.to(lang)
    } else {
        let words = question.words.clone();
        Text::TitleOf { words }.to(lang)
    };
    Ok(Html(Page::new(&shell, title).render(html! {
        (form(&visit, &question, &outline))
        @if query.is_empty() {
            (Empty::new(Icon::Search, Text::Begin.to(lang)).advice(Text::BeginAdvice.to(lang)))
        } @else {
            (kinds(&visit, &question, &offered))
            @if named.iter().any(Option::is_some) { (cards(html! { @for card in named.iter().flatten() { (card) } })) }
            (results(&visit, &question, &found, &names, &owners))
            @if found.items.is_empty() && named.iter().all(Option::is_none) {
                (Empty::new(Icon::Search, Text::Nothing.to(lang)).advice(Text::NothingAdvice.to(lang)))
            }
            (visit.pager(found.next.as_ref()))
        }
    })))
}

fn form(visit: &Visit, question: &Question, outline: &Outline) -> Markup {
    let lang = visit.lang;
    let (from, until) = (visit.day("from"), until(visit));
    let [of_from, of_until] = [Text::From, Text::Until].map(|text| text.to(lang));
    let errors = [from.error(&of_from), until.error(&of_until)];
    let form = Form::filter(lang, paths::SEARCH).errors(errors.into_iter().flatten());
    let section = question.section.map(|unit| unit.to_string());
    let options = outline.options();
    let options = options.map(|(id, name)| (id.to_string(), name));
    let plain = Question {
        words: question.words.clone(),
        kind: None,
        section: None,
        from: None,
        until: None,
        each: false,
    };
    form.render(html! {
        (form.search("q", Text::Words.to(lang)).value(&question.words).help(Text::WordsHelp.to(lang)))
        @if let Some(kind) = &question.kind { (form.hidden("kind", kind)) }
        (form.select("section", Text::Section.to(lang)).options(options).value(section.unwrap_or_default()))
        (form.date("from", of_from).value(from.held(question.from)))
        (form.date("until", of_until).value(until.held(question.until)))
        (buttons(html! {
            (Button::submit(Common::Search.to(lang)).primary().icon(Icon::Search))
            @if question.is_narrowed() {
                (Button::link(plain.about(question.kind.as_deref()), Common::ClearFilter.to(lang)).tertiary())
            }
        }))
    })
}

/// What a kind of thing is called.
fn kind_name(visit: &Visit, kind: &str) -> String {
    let name = visit.site().words().of_thing(kind, visit.lang);
    name.unwrap_or(kind).to_owned()
}

fn kinds(visit: &Visit, question: &Question, offered: &[&str]) -> Markup {
    let current = question.kind.as_deref();
    let all = Tab::new(question.about(None), Text::AllKinds.to(visit.lang));
    let each = offered.iter().copied().map(|kind| {
        let tab = Tab::new(question.about(Some(kind)), kind_name(visit, kind));
        tab.current(current == Some(kind))
    });
    let all = all.current(current.is_none());
    tabs(Text::Kinds.to(visit.lang), [all].into_iter().chain(each))
}

/// What was found by name, if anything was.
fn named_found(
    visit: &Visit,
    question: &Question,
    list: Named,
    found: Listed<One>,
) -> Option<Card> {
    if found.items.is_empty() {
        return None;
    }
    let lang = visit.lang;
    let (title, icon) = match list {
        Named::People => (Text::People, Icon::People),
        Named::Units => (Text::Units, Icon::Organisation),
        Named::Posts => (Text::Posts, Icon::User),
    };
    let surplus = match list {
        Named::People => None,
        Named::Units => Some(Text::UnitsSurplus),
        Named::Posts => Some(Text::PostsSurplus),
    };
    let surplus = surplus.filter(|_| found.next.is_some());
    let body = html! {
        ul.found-people { @for one in found.items { li { (one_named(lang, one)) } } }
        @if let Some(surplus) = surplus { p.meta { (surplus.to(lang)) } }
    };
    let card = Card::new(title.to(lang), body).icon(icon).wide();
    if list != Named::People || found.next.is_none() {
        return Some(card);
    }
    let mut query = Serializer::new(String::new());
    query.append_pair("q", &question.words);
    let more = format!("/people?{}", query.finish());
    Some(card.more(more, Text::MorePeople.to(lang)))
}

fn one_named(lang: Lang, one: One) -> Markup {
    match one {
        One::Person(card) => html! {
            (link(format!("/people/{}", card.id), card.name)) " "
            span.meta { (card.kana) " " (card.unit_name) " " (card.post_title) }
        },
        One::Unit(id, name) => html! { (link(format!("/organisation/units/{id}"), name)) },
        One::Post(card, holders) => {
            let title = format!("{} {}", card.unit_name, card.title);
            let more = holders.len().saturating_sub(HOLDERS);
            let holders = holders.into_iter().take(HOLDERS).collect::<Vec<_>>();
            html! {
                (link(format!("/organisation/posts/{}", card.id), title)) " "
                span.meta {
                    (holders.join("、"))
                    @if more > 0 { " " (Text::AndOthers { n: more }.to(lang)) }
                }
            }
        }
    }
}

fn results(
    visit: &Visit,
    question: &Question,
    found: &Listed<Hit>,
    names: &HashMap<UnitId, String>,
    owners: &HashMap<PersonId, PersonCard>,
) -> Markup {
    html! {
        @if !found.items.is_empty() {
            ol.found aria-label=(Text::Results.to(visit.lang)) {
                @for hit in &found.items { (result(visit, question, hit, names, owners)) }
            }
        }
    }
}

fn result(
    visit: &Visit,
    question: &Question,
    hit: &Hit,
    names: &HashMap<UnitId, String>,
    owners: &HashMap<PersonId, PersonCard>,
) -> Markup {
    let lang = visit.lang;
    let name: String = hit.title.iter().map(|part| &*part.text).collect();
    let all = question.of_one_name(&hit.item.kind, &name);
    let page = visit.site().words().page_of(&hit.item);
    let section = hit.section.and_then(|section| names.get(&section));
    let owner = hit.whose.and_then(|person| owners.get(&person));
    html! {
        li {
            h2 {
                (Tag::new(Tone::Neutral, kind_name(visit, &hit.item.kind))) " "
                @if hit.draft { (Tag::new(Tone::Neutral, Text::Draft.to(lang))) " " }
                @match page {
                    Some(page) => a href=(page) { (marked(&hit.title)) },
                    None => (marked(&hit.title)),
                }
            }
            @if !hit.excerpt.is_empty() { p { (marked(&hit.excerpt)) } }
            p.meta {
                @if let Some(section) = section { span { (section) } " " }
                @if let Some(card) = owner { span { (card.name) } " " }
                (time(lang, hit))
                @if hit.others > 0 {
                    " " (link(all, Text::Others { n: hit.others }.to(lang)))
                }
            }
        }
    }
}

/// When it was or is: of what takes place, at what time, too.
fn time(lang: Lang, hit: &Hit) -> Markup {
    let at = hit.at.local();
    if hit.dated && at.time() != Time::MIDNIGHT {
        short_moment(lang, at)
    } else {
        short_day(lang, at.date())
    }
}

/// Pieces of plain text; what was asked for is marked.
fn marked(parts: &[Part]) -> Markup {
    html! {
        @for part in parts {
            @if part.marked { mark { (part.text) } } @else { (part.text) }
        }
    }
}
