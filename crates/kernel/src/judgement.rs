//! How a policy permits or refuses.

use yakusho_regulation::{Basis, City, Marked, Role, Verdict, rule};

use crate::{Act, Actor, Cx, Ref, Right, RoleHeld, Subject};

/// A policy at work: the rules in force are put to it one after the other, and the first that is
/// broken refuses.
///
/// ```text
/// pub fn may_suspend(cx: &Cx, account: &Account) -> Result<Permit, Denied> {
///     cx.judge(SUSPEND)
///         .on(&account.id)
///         .role(rule!(SuspensionBySupervisor), Role::SystemSupervisor)?
///         .permit()
/// }
/// ```
#[must_use]
#[derive(Debug)]
pub struct Judgement<'a> {
    cx: &'a Cx,
    act: Act,
    subject: Option<Ref>,
    role: Option<RoleHeld>,
    bases: Vec<Basis>,
}

impl<'a> Judgement<'a> {
    pub(crate) const fn new(cx: &'a Cx, act: Act) -> Self {
        Self {
            cx,
            act,
            subject: None,
            role: None,
            bases: Vec::new(),
        }
    }

    /// Names what the act is done to, for the record of a refusal.
    pub fn on(mut self, subject: &impl Subject) -> Self {
        self.subject = Some(subject.reference());
        self
    }

    /// Puts a rule: where it is in force, the right must hold; the entry names the role that it comes from. `why` is the code
    /// of the refusal's reason.
    pub fn require(
        mut self,
        rule: Marked,
        right: impl Into<Right>,
        why: &'static str,
    ) -> Result<Self, Denied> {
        let right = right.into();
        self.role = right.role().or(self.role);
        match rule.judge(self.city(), self.cx.today(), right.holds()) {
            Verdict::NotInForce => Ok(self),
            Verdict::Kept(basis) => {
                self.bases.push(basis);
                Ok(self)
            }
            Verdict::Broken(basis) => Err(Denied {
                act: self.act,
                subject: self.subject,
                basis,
                why,
            }),
        }
    }

    /// Puts a rule that lets only the holders of a role act.
    pub fn role(self, rule: Marked, role: Role) -> Result<Self, Denied> {
        let right = self.cx.actor().by_role(role);
        self.require(rule, right, "role")
    }

    /// Puts the base's rule that nothing is done without authorisation, where no article says more.
    pub fn authorised(self, right: impl Into<Right>, why: &'static str) -> Result<Self, Denied> {
        self.require(rule!(AccessByRight), right, why)
    }

    /// As [`Judgement::authorised`], for the holders of a role.
    pub fn authorised_role(self, role: Role) -> Result<Self, Denied> {
        self.role(rule!(AccessByRight), role)
    }

    /// Puts the base's rule that only somebody who is signed in, or the system itself, acts.
    pub fn signed_in(self) -> Result<Self, Denied> {
        let holds = !matches!(self.cx.actor(), Actor::Nobody);
        self.require(rule!(SignInRequired), holds, "signed_out")
    }

    /// Notes that a rule in force is kept by this act (a record, reminder, role or function).
    pub fn keeping(mut self, rule: Marked) -> Self {
        if let Some(basis) = rule.keep(self.city(), self.cx.today()) {
            self.bases.push(basis);
        }
        self
    }

    /// Every rule is kept: permits the act.
    pub fn permit(self) -> Permit {
        Permit {
            act: self.act,
            role: self.role,
            bases: self.bases,
        }
    }

    fn city(&self) -> &'a City {
        self.cx.city()
    }
}

/// That a policy permitted this one act. Writing asks for it; the audit entry is made of it.
#[must_use]
#[derive(Debug)]
pub struct Permit {
    pub(crate) act: Act,
    pub(crate) role: Option<RoleHeld>,
    pub(crate) bases: Vec<Basis>,
}

impl Permit {
    /// The act permitted.
    pub const fn act(&self) -> Act {
        self.act
    }

    /// The rules on which it rests, the first judged first.
    pub fn bases(&self) -> &[Basis] {
        &self.bases
    }
}

/// That a rule refused an act.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{} refused by {basis}", act.name())]
pub struct Denied {
    /// The act refused.
    pub act: Act,
    /// What it would have been done to.
    pub subject: Option<Ref>,
    /// The rule that refuses, with its article.
    pub basis: Basis,
    /// The code of the reason.
    pub why: &'static str,
}
