//! Whom a group names: as a form sends it, and in words.

use std::borrow::Cow;
use std::collections::HashMap;

use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::group::{self, GroupId, Member};
use yakusho_kernel::{PersonId, PostId, UnitId};
use yakusho_webkit::{Lang, Problem, Visit};

use super::Text;

/// The most groups that can be chosen from.
pub(super) const GROUPS: usize = 200;

/// A member as a form and the API write it: `person:…`, `post:…`, `unit:…`, `group:…`.
pub(super) fn code(member: Member) -> String {
    match member {
        Member::Person(id) => format!("person:{id}"),
        Member::Post(id) => format!("post:{id}"),
        Member::Unit(id) => format!("unit:{id}"),
        Member::Group(id) => format!("group:{id}"),
    }
}

/// Reads what [`code`] wrote.
pub(super) fn parse(code: &str) -> Option<Member> {
    let (kind, id) = code.split_once(':')?;
    Some(match kind {
        "person" => Member::Person(id.parse().ok()?),
        "post" => Member::Post(id.parse().ok()?),
        "unit" => Member::Unit(id.parse().ok()?),
        "group" => Member::Group(id.parse().ok()?),
        _ => return None,
    })
}

/// What kind of member it is, in a word.
pub(super) fn kind(lang: Lang, member: Member) -> Cow<'static, str> {
    match member {
        Member::Person(_) => Text::KindPerson,
        Member::Post(_) => Text::KindPost,
        Member::Unit(_) => Text::KindUnit,
        Member::Group(_) => Text::KindGroup,
    }
    .to(lang)
}

/// The names of members.
#[derive(Default)]
pub(super) struct Names {
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
    units: HashMap<UnitId, String>,
    groups: HashMap<GroupId, String>,
}

impl Names {
    /// Looks the names of these members up.
    pub(super) async fn of(visit: &Visit, members: &[Member]) -> Result<Self, Problem> {
        let (reader, today) = (visit.cx.reader(), visit.cx.today());
        let (mut people, mut posts, mut units, mut within) = (vec![], vec![], vec![], false);
        for member in members {
            match *member {
                Member::Person(id) => people.push(id),
                Member::Post(id) => posts.push(id),
                Member::Unit(id) => units.push(id),
                Member::Group(_) => within = true,
            }
        }
        let mut names = Self {
            people: directory::people(&reader, today, &people).await?,
            posts: directory::post_cards(&reader, today, &posts).await?,
            units: directory::unit_names(&reader, today, &units).await?,
            groups: HashMap::new(),
        };
        if within {
            let groups = group::list(&visit.cx, None, GROUPS).await?.items;
            names.groups = groups
                .into_iter()
                .map(|group| (group.id, group.name))
                .collect();
        }
        Ok(names)
    }

    /// What a member is called; empty for a group that the reader may not use.
    pub(super) fn of_member(&self, member: Member) -> String {
        match member {
            Member::Person(id) => self.people.get(&id).map(|card| card.name.clone()),
            Member::Post(id) => {
                let card = self.posts.get(&id);
                card.map(|card| format!("{} {}", card.unit_name, card.title))
            }
            Member::Unit(id) => self.units.get(&id).cloned(),
            Member::Group(id) => self.groups.get(&id).cloned(),
        }
        .unwrap_or_default()
    }

    /// More about a member: a person's section and post.
    pub(super) fn detail(&self, member: Member) -> Option<String> {
        let Member::Person(id) = member else {
            return None;
        };
        let card = self.people.get(&id)?;
        Some(format!("{} {}", card.unit_name, card.post_title))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_read_as_it_was_written() {
        let id = "0192f0c1-2b3c-7def-8123-456789abcdef";
        for kind in ["person", "post", "unit", "group"] {
            let written = format!("{kind}:{id}");
            assert_eq!(parse(&written).map(code), Some(written));
        }
        for nonsense in [
            "",
            "person",
            "person:",
            "person:x",
            "people:{id}",
            ":",
            "unit:1",
        ] {
            assert_eq!(parse(nonsense), None, "{nonsense:?}");
        }
    }
}
