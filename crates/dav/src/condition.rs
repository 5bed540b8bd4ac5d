//! The header `If`: what must hold of resources, and the tokens of locks that come with it (RFC 4918, section 10.4).

use yakusho_webkit::Problem;

/// The most conditions of a request.
const MOST: usize = 200;

/// Something that must hold of a resource, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// That a lock of this token is on it.
    Token {
        /// The token, an address.
        token: String,
        /// Whether it must be so.
        holds: bool,
    },
    /// That it has this entity tag.
    Tag {
        /// The tag, in its quotes.
        tag: String,
        /// Whether it must be so.
        holds: bool,
    },
}

/// Conditions that must all hold of one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The resource, by its address; the one that is asked for, if none.
    pub resource: Option<String>,
    /// What must hold.
    pub conditions: Vec<Condition>,
}

/// The lists of a request, of which one must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct If(Vec<List>);

impl If {
    /// What the header says; nothing where there is none.
    ///
    /// # Errors
    /// [`Problem::Malformed`] where it cannot be read, or says too much.
    pub fn of(header: Option<&str>) -> Result<Self, Problem> {
        let Some(header) = header else {
            return Ok(Self::default());
        };
        read(header).ok_or_else(|| Problem::Malformed("the header If".to_owned()))
    }

    /// The lists.
    pub fn lists(&self) -> &[List] {
        &self.0
    }

    /// The tokens that come with the request, whatever must hold of them.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        let conditions = self.0.iter().flat_map(|list| &list.conditions);
        conditions.filter_map(|condition| match condition {
            Condition::Token { token, .. } => Some(token.as_str()),
            Condition::Tag { .. } => None,
        })
    }
}

fn read(header: &str) -> Option<If> {
    let (mut lists, mut resource, mut count) = (Vec::new(), None, 0);
    let mut rest = header.trim_start();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('<') {
            let (named, after) = after.split_once('>')?;
            resource = Some(named.to_owned());
            rest = after.trim_start();
            // A resource without a list says nothing.
            if !rest.starts_with('(') {
                return None;
            }
        }
        let (list, after) = list(rest.strip_prefix('(')?, resource.clone())?;
        count += list.conditions.len();
        if count > MOST {
            return None;
        }
        lists.push(list);
        rest = after.trim_start();
    }
    (!lists.is_empty()).then_some(If(lists))
}

fn list(mut rest: &str, resource: Option<String>) -> Option<(List, &str)> {
    let mut conditions = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix(')') {
            let list = List {
                resource,
                conditions,
            };
            return (!list.conditions.is_empty()).then_some((list, after));
        }
        let holds = match rest.get(..3) {
            Some(not) if not.eq_ignore_ascii_case("not") => {
                rest = rest[3..].trim_start();
                false
            }
            _ => true,
        };
        if let Some(after) = rest.strip_prefix('<') {
            let (token, after) = after.split_once('>')?;
            let token = token.to_owned();
            conditions.push(Condition::Token { token, holds });
            rest = after;
        } else {
            let (tag, after) = rest.strip_prefix('[')?.split_once(']')?;
            let tag = tag.to_owned();
            conditions.push(Condition::Tag { tag, holds });
            rest = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token(token: &str, holds: bool) -> Condition {
        let token = token.to_owned();
        Condition::Token { token, holds }
    }

    fn tag(tag: &str, holds: bool) -> Condition {
        let tag = tag.to_owned();
        Condition::Tag { tag, holds }
    }

    #[test]
    fn the_lists_of_the_standard_are_read() {
        let read = |header| If::of(Some(header)).map(|read| read.0).unwrap_or_default();
        let untagged = "(<urn:uuid:a> [\"I am an ETag\"])([\"another\"])";
        let (a, b) = (token("urn:uuid:a", true), tag("\"I am an ETag\"", true));
        let list = |resource: Option<&str>, conditions: Vec<Condition>| List {
            resource: resource.map(str::to_owned),
            conditions,
        };
        let another = list(None, vec![tag("\"another\"", true)]);
        assert_eq!(read(untagged), [list(None, vec![a, b]), another]);
        let tagged = "<http://x/a> (Not <urn:uuid:a>)(<DAV:no-lock>) </b>([W/\"x\"])";
        let expected = [
            list(Some("http://x/a"), vec![token("urn:uuid:a", false)]),
            list(Some("http://x/a"), vec![token("DAV:no-lock", true)]),
            list(Some("/b"), vec![tag("W/\"x\"", true)]),
        ];
        assert_eq!(read(tagged), expected);
    }

    #[test]
    fn what_is_none_is_refused() {
        let many = "(<a>)".repeat(MOST + 1);
        for wrong in [
            "",
            "()",
            "(<a>",
            "<a>",
            "(a)",
            "(Not)",
            "<a> <b> (<c>)",
            &many,
        ] {
            assert!(If::of(Some(wrong)).is_err(), "{wrong}");
        }
        assert!(If::of(None).is_ok_and(|none| none.lists().is_empty()));
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_stops_the_reader(header in "[()<>\\[\\]\"Not a:/あ]{0,80}") {
            if let Ok(read) = If::of(Some(&header)) {
                let all = read.lists().iter().all(|list| !list.conditions.is_empty());
                prop_assert!(all);
            }
        }

        #[test]
        fn what_is_written_is_read(
            lists in prop::collection::vec(prop::collection::vec((any::<bool>(), "[a-z:]{1,9}"), 1..4), 1..4),
        ) {
            let written = lists.iter().map(|list| {
                let said = list.iter().map(|(holds, token)| {
                    let not = if *holds { "" } else { "Not " };
                    format!("{not}<{token}>")
                });
                format!("({})", said.collect::<Vec<_>>().join(" "))
            });
            let written: String = written.collect();
            let read = If::of(Some(&written)).unwrap();
            let tokens: Vec<&str> = read.tokens().collect();
            let expected: Vec<&str> = lists.iter().flatten().map(|(_, token)| token.as_str()).collect();
            prop_assert_eq!(tokens, expected);
        }
    }
}
