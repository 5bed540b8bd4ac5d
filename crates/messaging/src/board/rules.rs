//! What becomes of a post: pure, with time and ids handed in.

use yakusho_kernel::{Conflict, Cx, Fault, Invalid, Reason, Standing, Timestamp};
use yakusho_regulation::{Role, Verdict, rule};

use super::model::{Approval, Approver, BoardPostId, Content, Post, PostState, Published};
use crate::versions::{Change, REWORDED};
use crate::{Authorship, Removal};

impl Post {
    /// A new draft.
    pub(super) fn new(
        id: BoardPostId,
        by: Authorship,
        byline: String,
        content: Content,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            by,
            byline,
            content,
            state: PostState::Draft,
            visible_from: None,
            version: 1,
            first_version: None,
            material_version: 1,
            created_at: now,
            changed_at: now,
            revision: 1,
            removal: None,
        }
    }

    /// Takes other content, as that version. What waited for approval is a draft again: nobody has approved this.
    pub(super) fn rewrite(
        &mut self,
        content: Content,
        version: i32,
        change: Change,
        now: Timestamp,
    ) -> Result<(), Fault> {
        match self.state {
            PostState::Draft => {}
            PostState::Submitted => self.state = PostState::Draft,
            PostState::Published => {
                self.visible_from = Some(match (content.starts_at, self.visible_from) {
                    (Some(later), _) if later > now => later,
                    (_, Some(since)) if since <= now => since,
                    _ => now,
                });
            }
            gone @ (PostState::Withdrawn | PostState::Removed) => {
                return Err(Conflict { code: gone.code() }.into());
            }
        }
        self.content = content;
        self.version = version;
        if change == Change::Material {
            self.material_version = version;
        }
        self.changed_at = now;
        Ok(())
    }

    /// That it says the same in substance as it did in that version.
    pub(super) fn stands_since(&self, version: i32) -> Result<(), Conflict> {
        REWORDED.unless((self.material_version..=self.version).contains(&version))
    }

    /// Has it wait for approval.
    pub(super) fn submit(&mut self, now: Timestamp) -> Result<Published, Fault> {
        self.expect(PostState::Draft)?;
        self.state = PostState::Submitted;
        self.changed_at = now;
        Ok(Published::Submitted)
    }

    /// Lets others see it, at once or from the time that it names.
    pub(super) fn publish(&mut self, now: Timestamp) -> Result<Published, Fault> {
        if self.state != PostState::Submitted {
            self.expect(PostState::Draft)?;
        }
        let from = self.content.starts_at.map_or(now, |start| start.max(now));
        self.state = PostState::Published;
        self.visible_from = Some(from);
        self.first_version = Some(self.version);
        self.material_version = self.version;
        self.changed_at = now;
        Ok(if from > now {
            Published::Scheduled(from)
        } else {
            Published::Shown
        })
    }

    /// Sends it back to its author.
    pub(super) fn send_back(&mut self, now: Timestamp) -> Result<(), Fault> {
        self.expect(PostState::Submitted)?;
        self.state = PostState::Draft;
        self.changed_at = now;
        Ok(())
    }

    /// Takes it back: nothing of it is shown.
    pub(super) fn withdraw(&mut self, now: Timestamp) -> Result<(), Fault> {
        if self.state.is_gone() {
            return Err(Conflict {
                code: self.state.code(),
            }
            .into());
        }
        self.state = PostState::Withdrawn;
        self.visible_from = None;
        self.changed_at = now;
        Ok(())
    }

    /// Takes it down: a marker stands in its place as long as it would have been shown.
    pub(super) fn remove(&mut self, removal: Removal) -> Result<(), Fault> {
        self.expect(PostState::Published)?;
        self.state = PostState::Removed;
        self.changed_at = removal.at;
        self.removal = Some(removal);
        Ok(())
    }

    /// Puts it up again with the content that it had.
    pub(super) fn reinstate(&mut self, content: Content, now: Timestamp) -> Result<(), Fault> {
        self.expect(PostState::Removed)?;
        self.state = PostState::Published;
        self.content = content;
        self.removal = None;
        self.changed_at = now;
        Ok(())
    }

    fn expect(&self, state: PostState) -> Result<(), Fault> {
        if self.state == state {
            Ok(())
        } else {
            Err(Conflict {
                code: self.state.code(),
            }
            .into())
        }
    }
}

/// Whether what is to be seen by others may be: it says which kind of information it is (nogata:8), and its times lie
/// ahead.
pub(super) fn ready(cx: &Cx, content: &Content) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let kind = content.registration;
    if let Verdict::Broken(basis) =
        rule!(KindOfRegistration).judge(cx.city(), cx.today(), kind.is_some())
    {
        invalid.push_by("registration", Reason::Required, basis);
    }
    if content.ends_at.is_some_and(|end| end <= cx.now()) {
        invalid.push("ends_at", Reason::Past);
    }
    let due = content.confirmation.and_then(|asked| asked.due);
    if due.is_some_and(|due| due < cx.today()) {
        invalid.push("due", Reason::Past);
    }
    let last = content.ends_at.map(|end| end.local().date());
    if due.zip(last).is_some_and(|(due, last)| due > last) {
        invalid.push("due", Reason::Code("due_after_end"));
    }
    let first = content.starts_at.map(|start| start.local().date());
    if due.zip(first).is_some_and(|(due, first)| due < first) {
        invalid.push("due", Reason::Code("due_before_start"));
    }
    invalid.check()
}

/// What was published and asks to confirm goes on asking: a confirmation cannot be switched off.
pub(super) fn goes_on_asking(before: &Content, content: &Content) -> Result<(), Invalid> {
    if before.confirmation.is_some() && content.confirmation.is_none() {
        return Err(Invalid::field("asks", Reason::Code("asked_already")));
    }
    Ok(())
}

/// Whose approval a post of that person needs in a category with that setting.
pub(super) fn approver(
    approval: Approval,
    content: &Content,
    standing: &Standing,
) -> Option<Approver> {
    match approval {
        Approval::None => None,
        Approval::Role(role) => Some(Approver::Holder(role)),
        Approval::SectionHead => {
            let mut seats = standing.seats_of(standing.acts_as()).iter();
            let unit = content
                .section
                .or_else(|| seats.next().map(|main| main.section));
            // Whoever belongs to no section has no head, and asks the administrator.
            Some(unit.map_or(
                Approver::Holder(Role::SystemAdministrator),
                Approver::HeadOf,
            ))
        }
    }
}
