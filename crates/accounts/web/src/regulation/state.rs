//! How it stands with a clause on a day: the rules that rest on it, since when, who holds their roles, and when each was
//! last seen at work.

use std::collections::HashMap;

use time::Date;
use yakusho_accounts::directory::{self, PersonCard, PostCard};
use yakusho_accounts::role::{self, RoleHolder};
use yakusho_audit::Evidence;
use yakusho_kernel::{Cx, PersonId, PostId};
use yakusho_regulation::{Clause, Force, Role, Rule, Standing};
use yakusho_webkit::Problem;

/// The rules of some clauses on a day.
pub(super) struct State {
    /// The day.
    pub(super) day: Date,
    evidence: Vec<Evidence>,
    holders: HashMap<Role, Vec<RoleHolder>>,
    people: HashMap<PersonId, PersonCard>,
    posts: HashMap<PostId, PostCard>,
}

impl State {
    /// Finds out about the rules of these clauses.
    pub(super) async fn find(cx: &Cx, clauses: &[&Clause], day: Date) -> Result<Self, Problem> {
        let reader = cx.reader();
        let roles: Vec<Role> = clauses
            .iter()
            .flat_map(|clause| rules(clause))
            .filter_map(|rule| role_of(*rule))
            .collect();
        let held = if roles.is_empty() {
            Vec::new()
        } else {
            role::overview(cx, day).await?
        };
        let holders: HashMap<Role, Vec<RoleHolder>> = held
            .into_iter()
            .filter(|one| roles.contains(&one.role))
            .map(|one| (one.role, one.holders))
            .collect();
        let all = || holders.values().flatten();
        let people: Vec<PersonId> = all().filter_map(|holder| holder.person).collect();
        let posts: Vec<PostId> = all().map(|holder| holder.post).collect();
        Ok(Self {
            day,
            evidence: yakusho_audit::evidence(cx, day).await?,
            people: directory::people(&reader, day, &people).await?,
            posts: directory::post_cards(&reader, day, &posts).await?,
            holders,
        })
    }

    /// When the rule was last seen at work by the end of the day.
    pub(super) fn evidence(&self, rule: Rule) -> Option<&Evidence> {
        self.evidence.iter().find(|evidence| evidence.rule == rule)
    }

    /// Who holds the role: each post, and its holder.
    pub(super) fn holders(
        &self,
        role: Role,
    ) -> impl Iterator<Item = (Option<&PostCard>, Option<&PersonCard>)> {
        let holders = self.holders.get(&role).into_iter().flatten();
        holders.map(|holder| {
            let person = holder.person.and_then(|person| self.people.get(&person));
            (self.posts.get(&holder.post), person)
        })
    }
}

/// The role that a rule creates, or to whose holders alone it leaves what it is about.
pub(crate) fn role_of(rule: Rule) -> Option<Role> {
    match rule {
        Rule::SuspensionBySupervisor => Some(Role::SystemSupervisor),
        Rule::FunctionsByAdministrator
        | Rule::IdSetByAdministrator
        | Rule::ResidualPowers
        | Rule::SmoothRunning => Some(Role::SystemAdministrator),
        Rule::NoSharedAccounts => Some(Role::InformationSystemManager),
        Rule::ComputingDutiesShared => Some(Role::ComputingGeneralManager),
        other => other.role(),
    }
}

/// The rules that keep a clause.
pub(super) fn rules(clause: &Clause) -> &[Rule] {
    match clause.standing() {
        Standing::Kept(rules) => rules,
        Standing::Planned | Standing::Exception => &[],
    }
}

/// The days on which a rule rests on a clause.
pub(super) fn versions<'c>(
    cx: &'c Cx,
    rule: Rule,
    clause: &'c Clause,
) -> impl Iterator<Item = Force> + 'c {
    let versions = cx.city().versions(rule);
    versions
        .filter(|(_, clauses)| clauses.contains(clause.id()))
        .map(|(force, _)| force)
}
