//! What is done for smooth running.

use time::Date;
use yakusho_kernel::{
    Audit, Conflict, Cursor, Cx, DbError, Denied, Fault, Invalid, Page, Reader, Reason, Reference,
    Saved, Timestamp,
};

use super::model::{
    Announcement, AnnouncementId, AnnouncementKind, AnnouncementState, NewAnnouncement,
};
use super::{policy, store};

/// That acts rest.
#[derive(Clone, Debug)]
pub struct Halted {
    /// What halts them.
    pub by: Announcement,
    /// Whether the actor may go on reading.
    pub reads: bool,
    /// The refusal of whatever would change something.
    pub denied: Denied,
}

/// What is on or still to come on a day, what begins first before the others: kept while nothing is announced or ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Lasting {
    day: Date,
}

impl Reference for Lasting {
    type Answer = Vec<Announcement>;

    async fn read(&self, on: &Reader<'_>) -> Result<Self::Answer, DbError> {
        store::lasting(on, Timestamp::start_of(self.day)).await
    }
}

/// What is shown to everybody at the moment, what begins first before the others.
pub async fn shown(cx: &Cx) -> Result<Vec<Announcement>, DbError> {
    let lasting = cx.reference(Lasting { day: cx.today() }).await?;
    let shown = lasting.iter().filter(|one| one.is_shown(cx.now()));
    Ok(shown.cloned().collect())
}

/// Whether acts rest at the moment, for that actor, because of one of these announcements.
pub fn halted(cx: &Cx, announced: &[Announcement]) -> Option<Halted> {
    let by = strictest(announced, cx.now())?;
    let denied = policy::may_act(cx, by).err()?;
    Some(Halted {
        by: by.clone(),
        reads: policy::may_read(cx, by),
        denied,
    })
}

/// What halts acts at the moment: the work of the night rests as well.
pub async fn resting(cx: &Cx) -> Result<Option<Announcement>, DbError> {
    Ok(strictest(&shown(cx).await?, cx.now()).cloned())
}

/// The announcement that halts most, and of those the one that does so longest.
fn strictest(announced: &[Announcement], now: Timestamp) -> Option<&Announcement> {
    announced
        .iter()
        .filter(|one| one.halts(now))
        .max_by_key(|one| {
            let closed = one.kind == AnnouncementKind::Closed;
            (closed, one.ends_at.is_none(), one.ends_at)
        })
}

/// What was announced or is planned, the newest first.
pub async fn list(
    cx: &Cx,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<Announcement>, Fault> {
    let _ = policy::may_look_up(cx)?;
    let after = after.map(Cursor::key).transpose()?;
    let found = store::page(&cx.reader(), after, size + 1).await?;
    Ok(Page::of(found, size, |announcement| announcement.id))
}

/// Announces something to everybody, or has everybody only read from now on.
///
/// # Errors
/// The fields `words_ja` and `words_en`; `shown_from` (after the beginning), `starts_at` (past) and `ends_at` (missing
/// for a notice, past, not after the beginning).
pub async fn announce(cx: &Cx, new: NewAnnouncement) -> Result<Saved<AnnouncementId>, Fault> {
    let permit = policy::may_announce(cx)?;
    let new = checked(cx, new)?;
    let tx = cx.begin().await?;
    let announcement = store::insert(&tx, &permit, new).await?;
    let version = tx
        .keep_version(
            &announcement.id,
            &serde_json::json!({ "ja": announcement.words_ja, "en": announcement.words_en }),
        )
        .await?;
    let entry = Audit::of(permit, &announcement.id)
        .with("kind", announcement.kind.code())
        .with("starts_at", announcement.starts_at.to_string())
        .with("ends_at", announcement.ends_at.map(|end| end.to_string()))
        .version(&version);
    Ok(tx.commit(entry, announcement.id).await?)
}

/// Has it end at another time than was said; none where that is not known any longer.
///
/// # Errors
/// The field `ends_at`, as in [`announce`]; the conflict `over`.
pub async fn set_end(
    cx: &Cx,
    id: AnnouncementId,
    ends_at: Option<Timestamp>,
) -> Result<Saved<()>, Fault> {
    let permit = policy::may_set_end(cx, id)?;
    let tx = cx.begin().await?;
    let announcement = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    standing(&announcement, cx.now())?;
    let mut invalid = Invalid::default();
    check_end(
        cx,
        announcement.kind,
        announcement.starts_at,
        ends_at,
        &mut invalid,
    );
    invalid.check()?;
    store::set_end(&tx, &permit, id, ends_at).await?;
    let entry = Audit::of(permit, &id).with("ends_at", ends_at.map(|end| end.to_string()));
    Ok(tx.commit(entry, ()).await?)
}

/// Ends it, or calls it off before it began.
///
/// # Errors
/// The conflict `over`.
pub async fn end(cx: &Cx, id: AnnouncementId) -> Result<Saved<()>, Fault> {
    let permit = policy::may_end(cx, id)?;
    let tx = cx.begin().await?;
    let announcement = store::get(&tx, id).await?.ok_or(Fault::NotFound)?;
    standing(&announcement, cx.now())?;
    store::end(&tx, &permit, id).await?;
    Ok(tx.commit(Audit::of(permit, &id), ()).await?)
}

fn standing(announcement: &Announcement, now: Timestamp) -> Result<(), Conflict> {
    match announcement.state(now) {
        AnnouncementState::Over => Err(Conflict {
            code: "announcement_over",
        }),
        _ => Ok(()),
    }
}

fn checked(cx: &Cx, mut new: NewAnnouncement) -> Result<NewAnnouncement, Invalid> {
    let mut invalid = Invalid::default();
    new.words_ja = new.words_ja.trim().to_owned();
    new.words_en = new.words_en.trim().to_owned();
    if new.kind == AnnouncementKind::Notice && new.words_ja.is_empty() {
        invalid.push("words_ja", Reason::Required);
    }
    let max = NewAnnouncement::LONGEST;
    for (field, words) in [("words_ja", &new.words_ja), ("words_en", &new.words_en)] {
        if words.chars().count() > max {
            invalid.push(field, Reason::TooLong { max });
        }
    }
    // A form is filled in to the minute.
    let minute = cx.now().plus(-time::Duration::minutes(1));
    if new.starts_at.is_some_and(|start| start < minute) {
        invalid.push("starts_at", Reason::Code("in_the_past"));
    }
    let starts_at = new.starts_at.unwrap_or(cx.now());
    if new.shown_from.is_some_and(|shown| shown > starts_at) {
        invalid.push("shown_from", Reason::Code("shown_too_late"));
    }
    check_end(cx, new.kind, starts_at, new.ends_at, &mut invalid);
    invalid.check()?;
    Ok(new)
}

fn check_end(
    cx: &Cx,
    kind: AnnouncementKind,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    invalid: &mut Invalid,
) {
    match ends_at {
        None if kind == AnnouncementKind::Notice => invalid.push("ends_at", Reason::Required),
        Some(end) if end <= cx.now() => invalid.push("ends_at", Reason::Code("in_the_past")),
        Some(end) if end <= starts_at => invalid.push("ends_at", Reason::EndBeforeStart),
        _ => {}
    }
}
