//! What becomes of a document: pure, with time and ids handed in.

use time::{Date, Duration};
use yakusho_accounts::registration::Kind;
use yakusho_kernel::{Authorship, Conflict, Cx, Fault, Invalid, PersonId, Reason, Timestamp};
use yakusho_personal_text::find;
use yakusho_regulation::{Verdict, rule};

use super::model::{
    Content, Decision, Document, DocumentId, Lock, Number, Removal, State, kept_until,
};
use crate::cabinet::{Folder, FolderId};

/// That somebody else holds it locked.
pub(crate) const LOCKED: Conflict = Conflict {
    code: "document_locked",
};

/// The longest that a lock is held before it is taken anew.
pub(super) const LONGEST_LOCK: Duration = Duration::hours(24);

/// How many years ahead a review may lie: as long as anything is kept that is not kept for ever.
const LATEST_REVIEW: i32 = 30;

/// That it has come that far by now.
const fn as_it_is(state: State) -> Conflict {
    let code = match state {
        State::Draft => "document_draft",
        State::Registered => "document_registered",
        State::Withdrawn => "document_withdrawn",
        State::Removed => "document_removed",
    };
    Conflict { code }
}

impl Document {
    /// A new draft.
    pub(super) fn new(
        id: DocumentId,
        folder: FolderId,
        by: Authorship,
        content: Content,
        decision: Option<Decision>,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            folder,
            by,
            content,
            decision,
            state: State::Draft,
            number: None,
            version: 1,
            first_version: None,
            created_at: now,
            changed_at: now,
            revision: 1,
            lock: None,
            removal: None,
        }
    }

    /// Takes other content, as that version.
    pub(super) fn rewrite(
        &mut self,
        content: Content,
        decision: Option<Decision>,
        version: i32,
        now: Timestamp,
    ) {
        self.content = content;
        self.decision = decision;
        self.version = version;
        self.changed_at = now;
    }

    /// Makes it the section's.
    pub(super) fn register(&mut self, number: Number, now: Timestamp) {
        self.state = State::Registered;
        self.number = Some(number);
        self.first_version = Some(self.version);
        self.changed_at = now;
    }

    /// Takes it back or down: nothing of it is shown.
    pub(super) fn take_away(
        &mut self,
        removal: Option<Removal>,
        now: Timestamp,
    ) -> Result<(), Conflict> {
        self.expect_stands()?;
        self.state = match removal {
            Some(_) => State::Removed,
            None => State::Withdrawn,
        };
        self.removal = removal;
        self.lock = None;
        self.changed_at = now;
        Ok(())
    }

    /// Puts it up again with the content that it had.
    pub(super) fn reinstate(&mut self, content: Content, now: Timestamp) -> Result<(), Conflict> {
        self.expect(State::Removed)?;
        self.state = State::Registered;
        self.content = content;
        self.removal = None;
        self.changed_at = now;
        Ok(())
    }

    /// That it is that far, and no further.
    pub(super) fn expect(&self, state: State) -> Result<(), Conflict> {
        as_it_is(self.state).unless(self.state == state)
    }

    /// That it can still be read.
    pub(super) fn expect_stands(&self) -> Result<(), Conflict> {
        as_it_is(self.state).unless(!self.state.is_gone())
    }

    /// The lock on it now, if there is one.
    pub(crate) fn locked(&self, now: Timestamp) -> Option<Lock> {
        self.lock.filter(|lock| lock.until > now)
    }

    /// That nobody else holds it locked.
    pub(super) fn expect_free(&self, hand: PersonId, now: Timestamp) -> Result<(), Conflict> {
        LOCKED.unless(self.locked(now).is_none_or(|lock| lock.by == hand))
    }

    /// Whether it passed to the section of the folder in which it lies from the one that registered it.
    pub(super) fn passed_to(&self, folder: &Folder) -> bool {
        let number = self.number.as_ref();
        number.is_some_and(|number| number.section != folder.section)
    }

    /// That its time is over.
    pub(super) fn expect_expired(&self, today: Date) -> Result<Date, Conflict> {
        let until = kept_until(self.content.fiscal_year, self.content.retention);
        until
            .filter(|until| *until < today)
            .ok_or(Conflict { code: "still_kept" })
    }
}

/// Whether content may be registered: it says which kind of information it is (nogata:8) and what it is for
/// (nogata:9(7)), and has not ended.
pub(super) fn ready(cx: &Cx, content: &Content) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    of_a_kind(cx, &mut invalid, content.registration);
    if content.files.is_empty() && content.notes.is_empty() {
        invalid.push("files", Reason::Code("says_nothing"));
    }
    if content.valid_until.is_some_and(|until| until < cx.today()) {
        invalid.push("valid_until", Reason::Past);
    }
    invalid.check()
}

/// Whether it says which kind of information it is, where the city asks that (nogata:8).
pub(crate) fn of_a_kind(cx: &Cx, invalid: &mut Invalid, kind: Option<Kind>) {
    let verdict = rule!(KindOfRegistration).judge(cx.city(), cx.today(), kind.is_some());
    if let Verdict::Broken(basis) = verdict {
        invalid.push_by("registration", Reason::Required, basis);
    }
}

/// Whether a title looks as if there were personal information in it.
pub(crate) fn looks_personal(title: &str) -> bool {
    !find(title).is_empty()
}

/// Whether what is registered goes, or is kept for a shorter time, for a reason.
pub(super) fn explained(document: &Document, reason: &str) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if document.state == State::Registered && reason.is_empty() {
        invalid.push("reason", Reason::Required);
    }
    invalid.check()
}

/// Whether the days of what was entered lie ahead as they must: those that it had before may have passed meanwhile.
pub(super) fn dated(cx: &Cx, content: &Content, before: Option<&Content>) -> Result<(), Invalid> {
    if before.is_some_and(|before| before.review_on == content.review_on) {
        return Ok(());
    }
    let mut invalid = Invalid::default();
    if let Some(day) = content.review_on {
        look_again(cx, &mut invalid, day);
    }
    invalid.check()
}

/// Whether a document can be looked through again on that day: one to come, while it may still be kept.
pub(super) fn look_again(cx: &Cx, invalid: &mut Invalid, day: Date) {
    if day <= cx.today() {
        invalid.push("review_on", Reason::Past);
    } else if day.year() > cx.today().year() + LATEST_REVIEW {
        invalid.push("review_on", Reason::Code("too_far_off"));
    }
}

/// Whether what was entered says what it is for, where the city asks that (nogata:9(7)).
pub(super) fn categorised(cx: &Cx, categorised: bool) -> Result<(), Invalid> {
    match rule!(RegisteredBySection).judge(cx.city(), cx.today(), categorised) {
        Verdict::Broken(basis) => {
            let mut invalid = Invalid::default();
            invalid.push_by("category", Reason::Required, basis);
            Err(invalid)
        }
        Verdict::Kept(_) | Verdict::NotInForce => Ok(()),
    }
}

/// What is registered stays in its fiscal year, of which its number is.
pub(super) fn stays(before: &Content, after: &Content) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    if before.fiscal_year != after.fiscal_year {
        invalid.push("fiscal_year", Reason::Code("numbered"));
    }
    invalid.check()
}

/// Whose decision it is that content is kept although it looks as if there were personal information in it; one that was
/// taken before holds for the kinds that it was about.
pub(super) fn decision(
    cx: &Cx,
    content: &Content,
    earlier: Option<&Decision>,
    all_the_same: bool,
) -> Result<Option<Decision>, Fault> {
    let mut kinds: Vec<(&str, &'static str)> =
        [("title", &content.title), ("notes", &content.notes)]
            .into_iter()
            .flat_map(|(field, text)| {
                find(text)
                    .into_iter()
                    .map(move |one| (field, one.kind.code()))
            })
            .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let known =
        |code: &str| earlier.is_some_and(|earlier| earlier.kinds.iter().any(|known| known == code));
    if kinds.iter().all(|(_, code)| known(code)) {
        return Ok(earlier.filter(|_| !kinds.is_empty()).cloned());
    }
    if !all_the_same {
        let mut invalid = Invalid::default();
        for (field, code) in kinds {
            invalid.push(field, Reason::Code(code));
        }
        return Err(invalid.into());
    }
    let mut codes: Vec<String> = kinds.iter().map(|(_, code)| (*code).to_owned()).collect();
    codes.sort_unstable();
    codes.dedup();
    Ok(Some(Decision {
        kinds: codes,
        by: cx.actor().person(),
        at: cx.now(),
    }))
}
