//! A small town hall for tests.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a town that cannot be built must stop its test, with the reason"
)]

mod authenticator;
mod owner;
mod plan;

use std::collections::HashMap;
use std::sync::Arc;

use time::macros::date;
use yakusho_kernel::{Actor, Cx, Env, Part, PersonId, PostId, Standing, UnitId};
use yakusho_regulation::Role;

use crate::account::{self, NewAccount, Shared};
use crate::directory;
use crate::ledger::{self, Founding};
use crate::role;

pub use authenticator::Authenticator;
pub use owner::{Owner, PASSWORD};

/// A small town hall, the same under every city's profile: two departments besides the mayor's, four sections, one unit.
///
/// | unit | key | people by key |
/// |---|---|---|
/// | 特別職 | `executives` | `mayor`, `deputy_mayor` |
/// | 総務部 | `affairs` | `affairs_director` |
/// | 総務課 | `general` | `general_head`, `general_clerk` |
/// | 市民課 (personal information) | `citizens` | `head`, `clerk`, `colleague`, `fixed_term` |
/// | 総合政策部 | `policy` | `policy_director` |
/// | 企画課 | `planning` | `planning_head`, `stranger` |
/// | 情報推進課 (デジタル推進課 in Shiroishi) | `systems` | `systems_head` |
/// | 情報管理係 | `information` | `operator` (main post), `clerk` (concurrent) |
///
/// `supervisor` and `administrator` name whoever holds those roles under the city's profile. The posts of heads are known
/// by the key of their unit. Everybody was appointed on 1 April 2026 or before.
#[derive(Debug)]
pub struct Town {
    env: Arc<Env>,
    units: HashMap<&'static str, UnitId>,
    posts: HashMap<&'static str, PostId>,
    people: HashMap<&'static str, PersonId>,
}

impl Town {
    /// Builds the town. Nobody has an account, so that nobody is reached as one of an audience.
    pub async fn model(env: &Arc<Env>) -> Self {
        let cx = Cx::system(env, Part("test"));
        let mut town = Self {
            env: Arc::clone(env),
            units: HashMap::new(),
            posts: HashMap::new(),
            people: HashMap::new(),
        };
        let founding = town.plan(&cx);
        let _ = ledger::found(&cx, founding).await.expect("the town");
        for (key, role) in [
            ("supervisor", Role::SystemSupervisor),
            ("administrator", Role::SystemAdministrator),
        ] {
            let holders = role::holders(&cx.reader(), role, cx.today())
                .await
                .expect("the holders of a role");
            let holder = holders.first().and_then(|holder| holder.person);
            town.people
                .insert(key, holder.unwrap_or_else(|| panic!("nobody is {role}")));
        }
        town
    }

    /// Builds the town, with an account for everybody (`n` and the staff number), so that everybody can be addressed.
    pub async fn with_accounts(env: &Arc<Env>) -> Self {
        let town = Self::model(env).await;
        let admin = town.cx("administrator").await;
        let people: Vec<PersonId> = town.people.values().copied().collect();
        let cards = directory::people(&admin.reader(), admin.today(), &people).await;
        for card in cards.expect("the people of the town").into_values() {
            let (ends_on, reason) = if card.class.is_regular() {
                (None, "")
            } else {
                (Some(date!(2027 - 03 - 31)), "窓口業務")
            };
            let new = NewAccount {
                person: card.id,
                login: format!("n{}", card.number),
                ends_on,
                reason: reason.to_owned(),
                shared: Shared::No,
            };
            let _ = account::open(&admin, new).await.expect("an account");
        }
        town
    }

    /// The person of that key.
    pub fn person(&self, key: &str) -> PersonId {
        found(&self.people, key)
    }

    /// The unit of that key.
    pub fn unit(&self, key: &str) -> UnitId {
        found(&self.units, key)
    }

    /// The post of the head of the unit of that key.
    pub fn head_post(&self, key: &str) -> PostId {
        found(&self.posts, key)
    }

    /// The standing today of the person of that key.
    pub async fn standing(&self, key: &str) -> Standing {
        let today = self.env.clock().now().date();
        role::standing(&self.env.db().reader(), self.person(key), today)
            .await
            .expect("the standing")
            .unwrap_or_else(|| panic!("{key} is not employed today"))
    }

    /// The person of that key as they stand today, with their name and the title of their post.
    pub async fn introduced(&self, key: &str) -> (Standing, String, String) {
        let standing = self.standing(key).await;
        let (on, today) = (self.env.db().reader(), self.env.clock().now().date());
        let cards = directory::people(&on, today, &[standing.person]).await;
        let card = cards
            .expect("the people of the town")
            .remove(&standing.person);
        let card = card.unwrap_or_else(|| panic!("{key} is in no directory"));
        (standing, card.name, card.post_title)
    }

    /// The context of an act by the person of that key, as they stand today.
    pub async fn cx(&self, key: &str) -> Cx {
        let standing = self.standing(key).await;
        let request = self.env.rng().uuid(self.env.clock().now()).into();
        Cx::new(&self.env, Actor::Person(Arc::new(standing)), request)
    }

    /// The context of an act by the system itself.
    pub fn system(&self) -> Cx {
        Cx::system(&self.env, Part("test"))
    }

    fn plan(&mut self, cx: &Cx) -> Founding {
        plan::draw(self, cx)
    }
}

fn found<T: Copy>(map: &HashMap<&'static str, T>, key: &str) -> T {
    *map.get(key)
        .unwrap_or_else(|| panic!("the town has no {key:?}"))
}
