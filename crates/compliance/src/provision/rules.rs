//! What an agreement needs, and when it is in force: pure, with the day handed in.

use std::collections::BTreeMap;

use time::{Date, Duration};
use yakusho_kernel::{Conflict, Cx, Fault, Invalid, Reason, entered};
use yakusho_regulation::{Verdict, rule};

use super::model::{
    Agreement, AgreementForm, AgreementState, Clause, Condition, EventForm, Provision, ReleaseForm,
    Standing, Word,
};
use crate::ids::DataSetId;
use crate::procedure::{Answer, Case};

/// The most characters of a clause, of what is said of a release in a line, and of an account of what happened.
pub(super) const CLAUSE: usize = 4_000;
pub(super) const LINE: usize = 200;
pub(super) const ACCOUNT: usize = 2_000;

/// What a case applies for.
pub(super) struct Applied {
    pub(super) data: DataSetId,
    pub(super) recipient: String,
    pub(super) purpose: String,
    pub(super) days: (Date, Date),
}

/// What a case applies for. The profile sees to it that its form has these fields.
pub(super) fn applied(case: &Case) -> Result<Applied, Fault> {
    let answer = |key: &str| {
        let missing = || Invalid::field(format!("answers.{key}"), Reason::Required);
        case.content.answer(key).ok_or_else(missing)
    };
    let malformed = |key: &str| Invalid::field(format!("answers.{key}"), Reason::Malformed);
    let text = |key: &str| {
        let text = answer(key)?.text().ok_or_else(|| malformed(key))?;
        Ok::<_, Invalid>(text.to_owned())
    };
    let data = Answer::data_set(answer("data")?).ok_or_else(|| malformed("data"))?;
    let days = Answer::period(answer("period")?).ok_or_else(|| malformed("period"))?;
    Ok(Applied {
        data,
        recipient: text("recipient")?,
        purpose: text("purpose")?,
        days,
    })
}

/// The clauses of an agreement as it is entered, on days within those of the provision.
pub(super) fn parse(
    form: &AgreementForm,
    provision: &Provision,
) -> Result<BTreeMap<Condition, Clause>, Invalid> {
    let (mut invalid, mut clauses) = (Invalid::default(), BTreeMap::new());
    let ((first, last), (earliest, latest)) = (form.days, provision.days);
    if last < first {
        invalid.push("last", Reason::EndBeforeStart);
    }
    let outside = Reason::Code("outside_provision");
    if first < earliest || first > latest {
        invalid.push("first", outside.clone());
    }
    if last > latest {
        invalid.push("last", outside);
    }
    for condition in Condition::named() {
        let said = form.clauses.get(&condition).map_or("", String::as_str);
        let field = format!("clauses.{}", condition.code());
        let text = entered::lines_or_nothing(&mut invalid, &field, said, CLAUSE);
        if !text.is_empty() {
            clauses.insert(condition, Clause::of(text));
        }
    }
    invalid.check()?;
    Ok(clauses)
}

/// How far an agreement has come that is not concluded.
pub(super) fn state(clauses: &BTreeMap<Condition, Clause>, word: Option<&Word>) -> AgreementState {
    let complete = Condition::named().all(|condition| clauses.contains_key(&condition));
    match (complete, word) {
        (false, _) => AgreementState::Draft,
        (true, None) => AgreementState::Waiting,
        (true, Some(_)) => AgreementState::Ready,
    }
}

/// What an agreement needs to be concluded: each of the eight conditions (shiroishi:15-4).
pub(super) fn complete(cx: &Cx, agreement: &Agreement) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    for condition in Condition::ALL {
        let fulfilled = agreement.fulfils(condition);
        let verdict = rule!(AgreementConditions).judge(cx.city(), cx.today(), fulfilled);
        if let Verdict::Broken(basis) = verdict {
            let field = format!("clauses.{}", condition.code());
            invalid.push_by(field, Reason::Code("condition_missing"), basis);
        }
    }
    invalid.check()
}

/// That an act was done on that day: neither in the future nor before the one that it follows.
pub(super) fn done_on(on: Date, today: Date, not_before: Option<Date>) -> Result<(), Invalid> {
    if on > today {
        return Err(Invalid::field("on", Reason::Code("day_in_future")));
    }
    if not_before.is_some_and(|earlier| on < earlier) {
        return Err(Invalid::field("on", Reason::Code("before_last_act")));
    }
    Ok(())
}

/// The days of an agreement, and what is owed under it: as much as lists know of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) state: AgreementState,
    /// The first day on which it is in force.
    pub(super) from: Date,
    /// The first day on which it is not any more.
    pub(super) until: Date,
    pub(super) due: Option<Date>,
}

impl Term {
    /// How the provision stands on a day.
    pub(super) fn standing(self, day: Date) -> Standing {
        match (self.state, self.due) {
            (AgreementState::Closed, _) => Standing::Closed,
            (AgreementState::Concluded, _) if day < self.from && day < self.until => {
                Standing::Ahead
            }
            (AgreementState::Concluded, _) if day < self.until => Standing::InForce,
            (AgreementState::Concluded, None) => Standing::Ended,
            (AgreementState::Concluded, Some(due)) if due < day => Standing::Overdue,
            (AgreementState::Concluded, Some(_)) => Standing::Owed,
            _ => Standing::Unagreed,
        }
    }
}

impl AgreementState {
    /// Whether what it says can be changed.
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Waiting | Self::Ready)
    }

    /// The conflict where an act meets an agreement in this state.
    const fn in_the_way(self) -> Conflict {
        let code = match self {
            Self::Draft => "agreement_incomplete",
            Self::Waiting => "agreement_waits_for_word",
            Self::Ready => "agreement_not_concluded",
            Self::Concluded => "agreement_concluded",
            Self::Closed => "agreement_closed",
        };
        Conflict { code }
    }
}

impl Agreement {
    /// The first day on which it is not in force any more.
    pub fn until(&self) -> Date {
        let after = self.days.1.next_day().unwrap_or(Date::MAX);
        self.ended.as_ref().map_or(after, |ended| ended.on)
    }

    /// The first day on which it is in force, once it is concluded.
    pub fn from(&self) -> Date {
        let concluded = self.concluded.as_ref().map(|(on, _)| *on);
        concluded.map_or(self.days.0, |on| on.max(self.days.0))
    }

    pub(super) fn term(&self) -> Term {
        Term {
            state: self.state,
            from: self.from(),
            until: self.until(),
            due: self.due,
        }
    }

    /// Whether data can be released under it on that day.
    pub(super) fn is_in_force(&self, day: Date) -> bool {
        self.state == AgreementState::Concluded && (self.from()..self.until()).contains(&day)
    }

    /// That what it says can be changed.
    pub(super) fn expect_open(&self) -> Result<(), Conflict> {
        self.state.in_the_way().unless(self.state.is_open())
    }

    /// That it was concluded, and not closed since.
    pub(super) fn expect_concluded(&self) -> Result<(), Conflict> {
        let holds = self.state == AgreementState::Concluded;
        self.state.in_the_way().unless(holds)
    }
}

/// What is said of a release: each text in its field.
pub(super) struct Said {
    pub(super) what: String,
    pub(super) how: String,
    pub(super) received_by: String,
    pub(super) digest: String,
}

/// What is said of a release.
pub(super) fn said(form: &ReleaseForm) -> Result<Said, Invalid> {
    let mut invalid = Invalid::default();
    let what = entered::line(&mut invalid, "what", &form.what, LINE);
    if form.records == 0 {
        let (min, max) = (1, i64::from(u32::MAX));
        invalid.push("records", Reason::OutOfRange { min, max });
    }
    let mut digest: String = form.digest.split_whitespace().collect();
    digest.make_ascii_lowercase();
    if digest.is_empty() {
        invalid.push("sha256", Reason::Required);
    } else if digest.len() != 64 || !digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        invalid.push("sha256", Reason::Code("no_sha256"));
    }
    let how = entered::line(&mut invalid, "how", &form.how, LINE);
    let received_by = entered::line(&mut invalid, "received_by", &form.received_by, LINE);
    invalid.check()?;
    Ok(Said {
        what,
        how,
        received_by,
        digest,
    })
}

/// What is said of something that happened: what, and how. What closes an agreement has its certificate attached.
pub(super) fn account(form: &EventForm) -> Result<(String, String), Invalid> {
    let mut invalid = Invalid::default();
    let what = entered::lines(&mut invalid, "what", &form.what, ACCOUNT);
    let how = entered::lines(&mut invalid, "how", &form.how, ACCOUNT);
    if form.kind.closes() && form.files.is_empty() {
        invalid.push("files", Reason::Code("no_certificate"));
    }
    invalid.check()?;
    Ok((what, how))
}

/// By when what was released is to be returned or disposed of, once an agreement is over: as many days after that as the
/// city gives.
pub(super) fn due(cx: &Cx, until: Date) -> Date {
    let days = cx.city().values(cx.today()).provision_return_days;
    let last = until.previous_day().unwrap_or(until);
    last.checked_add(Duration::days(days.into()))
        .unwrap_or(Date::MAX)
}
