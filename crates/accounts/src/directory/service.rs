//! Looking things up.

use std::collections::{BTreeMap, HashMap, HashSet};

use time::Date;
use yakusho_kernel::{
    Cursor, Cx, DbError, Fault, Invalid, Page, PersonId, PostId, Reading, Reason, Standing, UnitId,
};

use super::model::{
    Audience, ByRank, Outline, PersonCard, Placed, PostCard, Recipient, UnitNode, placed_name,
};
use super::store::Sought;
use super::{policy, store};
use crate::group;
use crate::ledger::AsOf;

/// How many units a page lays out without being asked for more: what one reads through.
const LAID_OUT: usize = 100;

/// The tree of units as it is on a day: each unit followed by those below it, neighbours by their place.
pub async fn units(on: &impl Reading, when: impl Into<AsOf>) -> Result<Vec<UnitNode>, DbError> {
    Ok(tree(store::units(on, when.into()).await?))
}

/// As much of today's tree as one reads through: all of it where there are 100 units or fewer; of a larger one the top,
/// and the way down to the reader's own unit and to each of `around`, with the neighbours on that way and what lies right
/// below.
pub async fn outline(cx: &Cx, around: &[UnitId]) -> Result<Outline, DbError> {
    let (on, today) = (cx.reader(), cx.today());
    let some = store::some_units(&on, today, LAID_OUT + 1).await?;
    if some.len() <= LAID_OUT {
        return Ok(Outline {
            units: tree(some),
            whole: true,
        });
    }
    let own = cx.actor().standing().and_then(Standing::main_unit);
    let around: Vec<UnitId> = around.iter().copied().chain(own).collect();
    Ok(Outline {
        units: tree(store::units_around(&on, today, &around).await?),
        whole: false,
    })
}

/// No more than so many units of a day whose own names hold each of the words, by their codes. How deep they lie and what they
/// are called with the section's name is not told.
pub async fn units_named(
    on: &impl Reading,
    day: Date,
    words: &str,
    most: usize,
) -> Result<Vec<UnitNode>, DbError> {
    store::units_named(on, day, words, most).await
}

/// Units in the order of the tree.
fn tree(units: Vec<UnitNode>) -> Vec<UnitNode> {
    let mut below: BTreeMap<Option<UnitId>, Vec<UnitNode>> = BTreeMap::new();
    for node in units {
        below.entry(node.parent).or_default().push(node);
    }
    let mut tree = Vec::new();
    grow(&mut tree, &mut below, None);
    tree
}

fn grow(
    tree: &mut Vec<UnitNode>,
    below: &mut BTreeMap<Option<UnitId>, Vec<UnitNode>>,
    above: Option<&UnitNode>,
) {
    let mut nodes = below
        .remove(&above.map(|above| above.id))
        .unwrap_or_default();
    nodes.sort_by(|a, b| (a.position, &a.code).cmp(&(b.position, &b.code)));
    let depth = above.map_or(0, |above| above.depth + 1);
    for node in nodes {
        let above = above.map(|above| (&*above.name, above.rank));
        let placed_name = placed_name(above, &node.name, node.rank);
        let node = UnitNode {
            placed_name,
            depth,
            ..node
        };
        tree.push(node.clone());
        grow(tree, below, Some(&node));
    }
}

/// The cards of people, also of those who have left; whoever was not known by that day is missing.
pub async fn people(
    on: &impl Reading,
    day: Date,
    people: &[PersonId],
) -> Result<HashMap<PersonId, PersonCard>, DbError> {
    let cards = store::cards(on, day, people).await?;
    Ok(cards.into_iter().map(|card| (card.id, card)).collect())
}

/// These people in the order of units, ranks and kana, who holds no post at the end: many more than are shown at once.
pub async fn placed(
    on: &impl Reading,
    day: Date,
    people: &[PersonId],
    units: &[UnitNode],
) -> Result<Vec<Placed>, DbError> {
    let places: HashMap<UnitId, usize> = units.iter().map(|unit| unit.id).zip(0..).collect();
    let mut placed = store::placed(on, day, people).await?;
    placed.sort_by(|one, other| {
        let key = |one: &Placed| {
            let place = one.unit.and_then(|unit| places.get(&unit).copied());
            (place.is_none(), place, one.rank)
        };
        let by_kana = || one.kana_key.cmp(&other.kana_key);
        let by_id = || one.person.cmp(&other.person);
        key(one)
            .cmp(&key(other))
            .then_with(by_kana)
            .then_with(by_id)
    });
    Ok(placed)
}

/// The cards of those employed on that day, by their staff numbers; a number that is nobody's is missing.
pub async fn numbered(
    on: &impl Reading,
    day: Date,
    numbers: &[String],
) -> Result<HashMap<String, PersonCard>, DbError> {
    let cards = store::numbered(on, day, numbers).await?;
    Ok(cards
        .into_iter()
        .map(|card| (card.number.clone(), card))
        .collect())
}

/// Everyone employed whose name, reading or staff number holds each word of `text`, in a unit or below it, in the order
/// of the kana. An empty text finds everyone.
pub async fn search(
    cx: &Cx,
    text: &str,
    unit: Option<UnitId>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PersonCard>, Fault> {
    let sought = Sought {
        text,
        unit,
        but: None,
    };
    find(cx, sought, after, size).await
}

/// Everyone employed who holds a post in a unit or below it, by the rank of their main post and the kana: at most so many,
/// after that place.
pub async fn within(
    cx: &Cx,
    unit: UnitId,
    after: Option<ByRank>,
    most: usize,
) -> Result<Vec<PersonCard>, Fault> {
    let _ = policy::may_look_up(cx)?;
    Ok(store::within(&cx.reader(), cx.today(), unit, after, most).await?)
}

/// Whoever is sought, in the order of the kana.
pub(crate) async fn find(
    cx: &Cx,
    sought: Sought<'_>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PersonCard>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::search(&cx.reader(), cx.today(), sought, after, size + 1).await?;
    Ok(Page::of(found, size, |card| {
        (crate::staff::kana_key(&card.kana), card.id)
    }))
}

/// Whoever was ever employed, those who left included, found as by [`search`]; the administrator also finds those who
/// are yet to come.
pub async fn search_ever(
    cx: &Cx,
    text: &str,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<PersonCard>, Fault> {
    let scope = policy::ever(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::search_ever(&cx.reader(), cx.today(), scope, text, after, size + 1).await?;
    Ok(Page::of(found, size, |card| {
        (crate::staff::kana_key(&card.kana), card.id)
    }))
}

/// The people who hold a post in these units themselves on that day, by rank, place of the post and kana; with concurrent
/// posts, so that somebody can be in several units.
pub async fn members(
    on: &impl Reading,
    when: impl Into<AsOf>,
    units: &[UnitId],
) -> Result<Vec<PersonCard>, DbError> {
    store::members(on, when.into(), units).await
}

/// Who heads units on that day: each of the units with each of its heads.
pub async fn heads(
    on: &impl Reading,
    when: impl Into<AsOf>,
    units: &[UnitId],
) -> Result<Vec<(UnitId, PersonId)>, DbError> {
    store::heads(on, when.into(), units).await
}

/// To which units people belong on that day by any of their posts: each person with each unit and all above it. Whoever is
/// not employed belongs to none.
pub async fn belonging(
    on: &impl Reading,
    when: impl Into<AsOf>,
    people: &[PersonId],
) -> Result<HashSet<(PersonId, UnitId)>, DbError> {
    store::belonging(on, when.into(), people).await
}

/// The names of units on that day, each with that of its section, if it is a unit of one; of one that no longer exists,
/// its last.
pub async fn unit_names(
    on: &impl Reading,
    day: Date,
    units: &[UnitId],
) -> Result<HashMap<UnitId, String>, DbError> {
    store::unit_names(on, day, units).await
}

/// The cards of posts on that day; of one that no longer exists, its last.
pub async fn post_cards(
    on: &impl Reading,
    day: Date,
    posts: &[PostId],
) -> Result<HashMap<PostId, PostCard>, DbError> {
    let mut cards = store::post_cards(on, day, posts).await?;
    let units: Vec<UnitId> = cards.values().map(|card| card.unit).collect();
    let names = store::unit_names(on, day, &units).await?;
    for card in cards.values_mut() {
        card.unit_name = names.get(&card.unit).cloned().unwrap_or_default();
    }
    Ok(cards)
}

/// No more than so many posts of a day of which each word stands in the title, or in the name of the unit or of the one
/// above it, the 課長 of 市民課 as 市民課長, too; by the codes of their units, and their ranks.
pub async fn posts_named(
    on: &impl Reading,
    day: Date,
    words: &str,
    most: usize,
) -> Result<Vec<PostId>, DbError> {
    store::posts_named(on, day, words, false, most).await
}

/// The same of those of which one of the words stands in the title: posts, and not all that a unit has.
pub async fn posts_titled(
    on: &impl Reading,
    day: Date,
    words: &str,
    most: usize,
) -> Result<Vec<PostId>, DbError> {
    store::posts_named(on, day, words, true, most).await
}

/// Takes an audience that somebody entered, each part once: every unit, post and person in it must be there on that day,
/// and the actor must be able to use its groups. The fields of the faults are `units`, `posts`, `people`, `groups`.
pub async fn admit(cx: &Cx, on: &impl Reading, audience: Audience) -> Result<Audience, Fault> {
    let audience = audience.distinct();
    let day = cx.today();
    let known = store::known(on, day, &audience).await?;
    let mut invalid = Invalid::default();
    for (field, known) in [
        ("units", known.units == audience.units.len()),
        ("posts", known.posts == audience.posts.len()),
        ("people", known.people == audience.people.len()),
    ] {
        if !known {
            invalid.push(field, Reason::Unknown);
        }
    }
    match group::usable(cx, on, &audience.groups).await {
        Ok(()) => {}
        Err(Fault::NotFound) => invalid.push("groups", Reason::Unknown),
        Err(fault) => return Err(fault),
    }
    invalid.check()?;
    Ok(audience)
}

/// The same, with the members that its groups have today in place of the groups: for rights, which are changed by an act
/// on what they are rights to, and not when somebody changes a group of their own.
pub async fn admit_settled(
    cx: &Cx,
    on: &impl Reading,
    audience: Audience,
) -> Result<Audience, Fault> {
    let audience = admit(cx, on, audience).await?;
    let groups = Audience {
        groups: audience.groups.clone(),
        ..Audience::default()
    };
    let mut people = audience.people.clone();
    if !groups.is_empty() {
        let members = expand(on, cx.today(), &groups).await?;
        people.extend(members.into_iter().map(|member| member.person));
    }
    Ok(Audience {
        people,
        groups: Vec::new(),
        ..audience
    }
    .distinct())
}

/// Who an audience is on that day, each person once: those with an account that can be used. Whoever is on leave or
/// seconded is reached only when named, in person or by the post. Somebody reached in several ways counts as named
/// themselves, else through a post that was named, else through a unit.
pub async fn expand(
    on: &impl Reading,
    day: Date,
    audience: &Audience,
) -> Result<Vec<Recipient>, DbError> {
    let audience = store::with_groups(on, audience).await?;
    let mut found = store::named(on, day, &audience.people).await?;
    found.extend(store::holders(on, day, &audience.posts).await?);
    if audience.everyone {
        found.extend(store::everyone(on, day).await?);
    } else {
        found.extend(store::in_units(on, day, &audience.units).await?);
    }
    let mut seen = HashSet::with_capacity(found.len());
    found.retain(|recipient| seen.insert(recipient.person));
    Ok(found)
}

/// Who holds these posts on that day: each post with each of its holders.
pub async fn holders(
    on: &impl Reading,
    day: Date,
    posts: &[PostId],
) -> Result<Vec<Recipient>, DbError> {
    store::holders(on, day, posts).await
}
