//! What must hold before anything is done: conditions, and the tokens of locks.

use poem::http::{StatusCode, header};
use poem::{Request, Response};
use uuid::Uuid;
use yakusho_dav::{Condition, If, List, Tags};
use yakusho_documents::webdav::{self, Found, Held, Lying, Node};
use yakusho_kernel::PersonId;
use yakusho_webkit::{Problem, Visit};

use super::answer::{locked, plain, tag_of};
use super::target::Target;

/// What is to be done at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// It is read.
    Read,
    /// What is there is written.
    Write,
    /// It comes to be there, or goes, with all that is in it.
    Bind,
}

/// The locks of now, and what came along with a request.
pub(super) struct Gate {
    pub(super) held: Vec<Held>,
    asked: If,
    person: PersonId,
}

/// What stands before a token.
const URN: &str = "urn:uuid:";

/// A token as programs have it.
pub(super) fn written(token: Uuid) -> String {
    format!("{URN}{token}")
}

/// The token that a program gave.
pub(super) fn token(given: &str) -> Option<Uuid> {
    let given = given.trim().trim_start_matches('<').trim_end_matches('>');
    given.strip_prefix(URN)?.parse().ok()
}

impl Gate {
    pub(super) async fn of(visit: &Visit, request: &Request) -> Result<Self, Problem> {
        Ok(Self {
            held: webdav::held(&visit.cx).await?,
            asked: If::of(request.header("if"))?,
            person: visit.me()?.standing.person,
        })
    }

    /// The tokens that came along and are locks of whoever asks.
    pub(super) fn submitted(&self) -> impl Iterator<Item = &Held> {
        let tokens: Vec<Uuid> = self.asked.tokens().filter_map(token).collect();
        let own = move |held: &&Held| held.person == self.person && tokens.contains(&held.token);
        self.held.iter().filter(own)
    }

    /// What stands against an act, if anything does.
    pub(super) async fn against(
        &self,
        visit: &Visit,
        request: &Request,
        (target, found): (&Target, &Found),
        does: Does,
    ) -> Result<Option<Response>, Problem> {
        let there = tag_of(found);
        let there = there.as_deref();
        let exists = found.node.is_some();
        let matches = match Tags::of(request.header(header::IF_MATCH)) {
            Some(Tags::Any) => exists,
            Some(tags) => tags.takes(there),
            None => true,
        };
        // Of what is read, it is told that it did not change.
        let is_other = does == Does::Read
            || match Tags::of(request.header(header::IF_NONE_MATCH)) {
                Some(Tags::Any) => !exists,
                Some(tags) => !tags.takes(there),
                None => true,
            };
        if !matches || !is_other || !self.holds(visit, found).await? {
            return Ok(Some(plain(StatusCode::PRECONDITION_FAILED)));
        }
        if does == Does::Read {
            return Ok(None);
        }
        self.closed(visit, target, found, does).await
    }

    /// The answer where a lock is held whose token did not come along.
    pub(super) async fn closed(
        &self,
        visit: &Visit,
        target: &Target,
        found: &Found,
        does: Does,
    ) -> Result<Option<Response>, Problem> {
        let mut on = webdav::around(&self.held, found);
        if does == Does::Bind || found.node.is_none() {
            let within = found.parent().thing();
            let own = self.held.iter();
            on.extend(own.filter(|held| Some(&held.thing) == within.as_ref()));
        }
        if let Some(node) = found.node.as_ref().filter(|_| does == Does::Bind) {
            on.extend(webdav::below(&visit.cx, &self.held, node).await?);
        }
        let submitted: Vec<&Held> = self.submitted().collect();
        // Of locks that are shared, one is enough.
        let opened = |one: &&Held| submitted.iter().any(|held| held.thing == one.thing);
        let others = found
            .node
            .as_ref()
            .and_then(held_by)
            .filter(|by| *by != self.person);
        if on.iter().all(opened) && others.is_none() {
            return Ok(None);
        }
        let is_collection = found.node.as_ref().is_some_and(Node::is_collection);
        Ok(Some(locked(&target.href(is_collection))))
    }

    /// Whether one of the lists holds, where there are any (RFC 4918, section 10.4.3).
    async fn holds(&self, visit: &Visit, found: &Found) -> Result<bool, Problem> {
        let lists = self.asked.lists();
        for list in lists {
            let met = match &list.resource {
                None => self.meets(list, Some(found)),
                Some(address) => {
                    let path = match address.split_once("://") {
                        Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
                        None => address.as_str(),
                    };
                    let other = match Target::parse(path) {
                        Some(target) => target.find(visit).await?,
                        None => None,
                    };
                    self.meets(list, other.as_ref())
                }
            };
            if met {
                return Ok(true);
            }
        }
        Ok(lists.is_empty())
    }

    fn meets(&self, list: &List, found: Option<&Found>) -> bool {
        let on = found.map(|found| webdav::around(&self.held, found));
        let on = on.unwrap_or_default();
        let there = found.and_then(tag_of);
        list.conditions.iter().all(|condition| match condition {
            Condition::Token { token, holds } => {
                let token = self::token(token);
                on.iter().any(|held| Some(held.token) == token) == *holds
            }
            Condition::Tag { tag, holds } => (there.as_ref() == Some(tag)) == *holds,
        })
    }
}

/// Who holds the document locked that is there.
fn held_by(node: &Node) -> Option<PersonId> {
    let by = |lying: &Lying| lying.lock.map(|lock| lock.by);
    match node {
        Node::Document(lying) | Node::File(lying, _) => by(lying),
        _ => None,
    }
}
