//! People, units and posts by name: they stand in the directory, and not in the index of search.

use std::collections::{HashMap, HashSet};

use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_kernel::{Cursor, Cx, Fault, Page, PostId, UnitId};

/// The most units and the most posts that some words find.
const MOST: usize = 1_000;

/// What is found by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// People employed.
    People,
    /// Units.
    Units,
    /// Posts.
    Posts,
}

impl Named {
    pub(crate) const ALL: [Self; 3] = [Self::People, Self::Units, Self::Posts];

    /// The code in the API, of one of them.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::People => "person",
            Self::Units => "unit",
            Self::Posts => "post",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|named| named.code() == code)
    }
}

/// One that was found.
pub(crate) enum One {
    Person(PersonCard),
    /// A unit with its name, where its place is not to be seen.
    Unit(UnitId, String),
    /// A post with the names of those who hold it.
    Post(PostCard, Vec<String>),
}

/// What is asked.
pub(crate) struct Asked<'a> {
    /// Words, of which each must fit; without any, nothing is found.
    pub(crate) words: &'a str,
    /// In this unit or below it.
    pub(crate) unit: Option<UnitId>,
    /// That unit with all below it.
    pub(crate) sections: &'a [UnitId],
}

impl Asked<'_> {
    fn is_within(&self, unit: UnitId) -> bool {
        self.sections.is_empty() || self.sections.contains(&unit)
    }
}

/// A page of people by their kana, or of units or posts by the codes of units.
pub(crate) async fn page(
    cx: &Cx,
    named: Named,
    asked: &Asked<'_>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<One>, Fault> {
    if asked.words.trim().is_empty() {
        return Ok(Page::default());
    }
    match named {
        Named::People => {
            let found = directory::search(cx, asked.words, asked.unit, after, size).await?;
            Ok(found.map(One::Person))
        }
        Named::Units => units(cx, asked, after, size).await,
        Named::Posts => posts(cx, asked, after, size).await,
    }
}

async fn units(
    cx: &Cx,
    asked: &Asked<'_>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<One>, Fault> {
    let (on, today) = (cx.reader(), cx.today());
    let found = directory::units_named(&on, today, asked.words, MOST).await?;
    let found = found.into_iter().map(|unit| unit.id);
    let found = found.filter(|unit| asked.is_within(*unit));
    let page = Page::among(found, after, size, |unit| *unit)?;
    let names = directory::unit_names(&on, today, &page.items).await?;
    Ok(page.map(|unit| One::Unit(unit, names.get(&unit).cloned().unwrap_or_default())))
}

async fn posts(
    cx: &Cx,
    asked: &Asked<'_>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<One>, Fault> {
    let (on, today) = (cx.reader(), cx.today());
    let found = directory::posts_titled(&on, today, asked.words, MOST).await?;
    let mut cards = directory::post_cards(&on, today, &found).await?;
    let found = found.into_iter().filter_map(|post| cards.remove(&post));
    let found = found.filter(|card| asked.is_within(card.unit));
    let page = Page::among(found, after, size, |card| card.id)?;
    let mut holders = holders(cx, &page.items).await?;
    Ok(page.map(|card| {
        let holders = holders.remove(&card.id).unwrap_or_default();
        One::Post(card, holders)
    }))
}

/// The names of those who hold these posts.
async fn holders(cx: &Cx, posts: &[PostCard]) -> Result<HashMap<PostId, Vec<String>>, Fault> {
    let units: HashSet<UnitId> = posts.iter().map(|card| card.unit).collect();
    let units: Vec<UnitId> = units.into_iter().collect();
    let members = directory::members(&cx.reader(), cx.today(), &units).await?;
    let mut names: HashMap<PostId, Vec<String>> = HashMap::new();
    for card in members {
        if let Some(post) = card.post {
            names.entry(post).or_default().push(card.name);
        }
    }
    Ok(names)
}
