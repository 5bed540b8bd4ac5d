//! Whom those who owe something are today, and who is above them.

use std::collections::{BTreeSet, HashMap};

use time::Date;
use yakusho_accounts::directory::{self, PersonCard};
use yakusho_accounts::role;
use yakusho_kernel::{DbError, Debtor, PersonId, PostId, Reading, UnitId};
use yakusho_regulation::Role;

/// Everybody whom those who owe something are, read in a few queries.
pub(super) struct People {
    today: Date,
    roles: HashMap<(Role, Option<UnitId>), Vec<PersonId>>,
    posts: HashMap<PostId, Vec<PersonId>>,
    heads: HashMap<UnitId, Vec<PersonId>>,
    above: HashMap<UnitId, Option<UnitId>>,
    cards: HashMap<PersonId, PersonCard>,
}

impl People {
    /// Reads whom these are.
    pub(super) async fn of(
        on: &impl Reading,
        today: Date,
        debtors: &BTreeSet<Debtor>,
    ) -> Result<Self, DbError> {
        let mut found = Self {
            today,
            roles: HashMap::new(),
            posts: HashMap::new(),
            heads: HashMap::new(),
            above: HashMap::new(),
            cards: HashMap::new(),
        };
        let tree = directory::units(on, found.today).await?;
        found.above = tree.iter().map(|node| (node.id, node.parent)).collect();
        found.read_roles(on, debtors).await?;
        found.read_people(on, debtors).await?;
        found.read_heads(on, debtors).await?;
        Ok(found)
    }

    /// The roles that owe something, and the administrator, to whom everything goes in the end.
    async fn read_roles(
        &mut self,
        on: &impl Reading,
        debtors: &BTreeSet<Debtor>,
    ) -> Result<(), DbError> {
        let named = debtors.iter().filter_map(|debtor| match debtor {
            Debtor::Role(role, _) => Some(*role),
            Debtor::Person(_) | Debtor::Post(_) | Debtor::Head(_) => None,
        });
        let roles: BTreeSet<Role> = named.chain([Role::SystemAdministrator]).collect();
        for role in roles {
            let holders = role::holders(on, role, self.today).await?;
            for holder in holders {
                let people = self.roles.entry((role, holder.unit)).or_default();
                people.extend(holder.people());
            }
        }
        Ok(())
    }

    async fn read_people(
        &mut self,
        on: &impl Reading,
        debtors: &BTreeSet<Debtor>,
    ) -> Result<(), DbError> {
        let mut people = Vec::new();
        let mut posts = Vec::new();
        for debtor in debtors {
            match debtor {
                Debtor::Person(person) => people.push(*person),
                Debtor::Post(post) => posts.push(*post),
                Debtor::Role(..) | Debtor::Head(_) => {}
            }
        }
        for holder in directory::holders(on, self.today, &posts).await? {
            if let Some(post) = holder.by_post {
                self.posts.entry(post).or_default().push(holder.person);
            }
        }
        let cards = directory::people(on, self.today, &people).await?;
        self.cards = cards
            .into_iter()
            .filter(|(_, card)| card.status.is_employed())
            .collect();
        Ok(())
    }

    /// The heads of the units that owe something, of those of the people who do, and of all above them.
    async fn read_heads(
        &mut self,
        on: &impl Reading,
        debtors: &BTreeSet<Debtor>,
    ) -> Result<(), DbError> {
        let own = debtors.iter().filter_map(|debtor| debtor.unit());
        let theirs = self.cards.values().filter_map(|card| card.unit);
        let mut units = BTreeSet::new();
        for unit in own.chain(theirs) {
            let mut next = Some(unit);
            while let Some(unit) = next.filter(|unit| units.insert(*unit)) {
                next = self.above.get(&unit).copied().flatten();
            }
        }
        let units: Vec<UnitId> = units.into_iter().collect();
        for (unit, head) in directory::heads(on, self.today, &units).await? {
            self.heads.entry(unit).or_default().push(head);
        }
        Ok(())
    }

    /// Whom somebody who owes something is today.
    pub(super) fn whom(&self, debtor: Debtor) -> Vec<PersonId> {
        match debtor {
            Debtor::Person(person) => self
                .cards
                .get(&person)
                .map(|card| card.id)
                .into_iter()
                .collect(),
            Debtor::Post(post) => self.posts.get(&post).cloned().unwrap_or_default(),
            Debtor::Head(unit) => self.heads_of(unit),
            Debtor::Role(role, unit) => self.roles.get(&(role, unit)).cloned().unwrap_or_default(),
        }
    }

    fn heads_of(&self, unit: UnitId) -> Vec<PersonId> {
        self.heads.get(&unit).cloned().unwrap_or_default()
    }

    /// Who is above them: the next head who is none of them, or the administrator.
    pub(super) fn above(&self, debtor: Debtor) -> Vec<PersonId> {
        let own = self.whom(debtor);
        let mut next = match debtor {
            Debtor::Person(person) => self.cards.get(&person).and_then(|card| card.unit),
            debtor => debtor.unit(),
        };
        while let Some(unit) = next {
            let heads = self.heads_of(unit);
            let is_other = !heads.is_empty() && heads.iter().all(|head| !own.contains(head));
            if is_other {
                return heads;
            }
            next = self.above.get(&unit).copied().flatten();
        }
        self.whom(Debtor::Role(Role::SystemAdministrator, None))
    }
}
