//! One's settings for notices by mail, as JSON.

use poem_openapi::payload::Json;
use poem_openapi::{Enum, Object, OpenApi, Tags};
use time::Time;
use time::macros::format_description;
use yakusho_accounts::mailing::{self, Group, Hour, MailBox, Preferences, Quiet, Way};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::{Answer, Visit};

use super::form::parse_clock;
use super::on;
use crate::json::Done;

#[derive(Tags)]
pub(super) enum Tag {
    /// Notices by mail.
    Mail,
}

/// How one is told, besides in the page.
#[derive(Clone, Copy, Debug, Enum)]
#[oai(rename = "NoticeWay", rename_all = "snake_case")]
enum WayView {
    /// By mail as soon as it happens.
    AtOnce,
    /// In the mail of the day.
    Digest,
    /// In the page alone.
    Page,
}

impl From<Way> for WayView {
    fn from(way: Way) -> Self {
        match way {
            Way::AtOnce => Self::AtOnce,
            Way::Digest => Self::Digest,
            Way::Page => Self::Page,
        }
    }
}

impl From<WayView> for Way {
    fn from(way: WayView) -> Self {
        match way {
            WayView::AtOnce => Self::AtOnce,
            WayView::Digest => Self::Digest,
            WayView::Page => Self::Page,
        }
    }
}

/// How one is told, by what it is about.
#[derive(Clone, Copy, Debug, Object)]
#[oai(rename = "NoticeWays")]
struct WaysView {
    /// What is to be confirmed, approved or done by a day.
    owed: WayView,
    /// The bulletin board.
    board: WayView,
    /// Circulations and reports.
    circulation: WayView,
    /// Schedule and bookings.
    schedule: WayView,
    /// Documents.
    documents: WayView,
    /// Procedures and registers.
    forms: WayView,
    /// One's own ID, password and proxies.
    security: WayView,
    /// Orders and IDs of others.
    administration: WayView,
}

/// When nothing is mailed.
#[derive(Clone, Debug, Object)]
#[oai(rename = "QuietHours")]
struct QuietView {
    /// From when, such as `22:00`; none without quiet hours.
    #[oai(skip_serializing_if_is_none, validator(max_length = 5))]
    from: Option<String>,
    /// Until when, such as `07:00`: on the next day where it is earlier than `from`.
    #[oai(skip_serializing_if_is_none, validator(max_length = 5))]
    until: Option<String>,
    /// Whether nothing is mailed on days on which the town hall is closed.
    closed_days: bool,
}

/// Which notices one wants mailed, and when.
#[derive(Clone, Debug, Object)]
#[oai(rename = "MailPreferences")]
struct PreferencesView {
    /// How one is told.
    ways: WaysView,
    /// The hour at which the mail of the day goes, 0 to 23.
    #[oai(validator(maximum(value = "23")))]
    digest_hour: u8,
    /// When nothing is mailed.
    quiet: QuietView,
    /// Of the settings as they were read.
    revision: i32,
}

/// One's settings.
#[derive(Debug, Object)]
struct MailSettings {
    /// Whether this town hall mails notices at all.
    on: bool,
    /// Where mail goes; none where nothing is mailed.
    #[oai(skip_serializing_if_is_none)]
    address: Option<String>,
    /// The address that is still to be confirmed.
    #[oai(skip_serializing_if_is_none)]
    asked: Option<String>,
    /// What is mailed, and when.
    preferences: PreferencesView,
}

/// An address that is to be confirmed.
#[derive(Debug, Object)]
struct NewMailAddress {
    #[oai(validator(max_length = 1000))]
    address: String,
}

/// The code that was sent to it.
#[derive(Debug, Object)]
struct MailCode {
    #[oai(validator(max_length = 100))]
    code: String,
}

impl PreferencesView {
    fn of(mine: &MailBox) -> Self {
        let chosen = &mine.preferences;
        let way = |group| chosen.way(group).into();
        let (from, until) = chosen.quiet.hours.unzip();
        Self {
            ways: WaysView {
                owed: way(Group::Owed),
                board: way(Group::Board),
                circulation: way(Group::Circulation),
                schedule: way(Group::Schedule),
                documents: way(Group::Documents),
                forms: way(Group::Forms),
                security: way(Group::Security),
                administration: way(Group::Administration),
            },
            digest_hour: chosen.digest.number(),
            quiet: QuietView {
                from: from.and_then(clock),
                until: until.and_then(clock),
                closed_days: chosen.quiet.closed_days,
            },
            revision: mine.revision,
        }
    }

    fn read(self) -> Result<Preferences, Invalid> {
        let Self { ways, quiet, .. } = self;
        let digest = Hour::of(self.digest_hour);
        let digest = digest.ok_or_else(|| Invalid::field("digest_hour", Reason::Unknown))?;
        let hours = match (
            time("from", quiet.from.as_deref())?,
            time("until", quiet.until.as_deref())?,
        ) {
            (Some(from), Some(until)) => Some((from, until)),
            (None, None) => None,
            (Some(_), None) => return Err(Invalid::field("until", Reason::Required)),
            (None, Some(_)) => return Err(Invalid::field("from", Reason::Required)),
        };
        let ways = [
            (Group::Owed, ways.owed),
            (Group::Board, ways.board),
            (Group::Circulation, ways.circulation),
            (Group::Schedule, ways.schedule),
            (Group::Documents, ways.documents),
            (Group::Forms, ways.forms),
            (Group::Security, ways.security),
            (Group::Administration, ways.administration),
        ];
        Ok(Preferences {
            ways: ways.map(|(group, way)| (group, way.into())).into(),
            digest,
            quiet: Quiet {
                hours,
                closed_days: quiet.closed_days,
            },
        })
    }
}

fn clock(time: Time) -> Option<String> {
    time.format(format_description!("[hour]:[minute]")).ok()
}

fn time(field: &str, text: Option<&str>) -> Result<Option<Time>, Invalid> {
    let Some(text) = text else {
        return Ok(None);
    };
    match parse_clock(text) {
        Some(time) => Ok(Some(time)),
        None => Err(Invalid::field(field, Reason::Code("no_time"))),
    }
}

/// One's notices by mail.
pub(super) struct MailApi;

#[OpenApi(tag = "Tag::Mail")]
impl MailApi {
    /// Where one's notices are mailed, which and when.
    #[oai(path = "/me/mail", method = "get", operation_id = "getMailSettings")]
    async fn settings(&self, visit: Visit) -> Answer<Json<MailSettings>> {
        let mine = mailing::own(&visit.cx).await?;
        let text = |address: &mailing::Address| address.as_str().to_owned();
        Ok(Json(MailSettings {
            on: visit.site().settings().mails_notices,
            address: mine.address.as_ref().map(text),
            asked: mine.asked.as_ref().map(|asked| text(&asked.address)),
            preferences: PreferencesView::of(&mine),
        }))
    }

    /// Chooses which notices are mailed, and when.
    #[oai(
        path = "/me/mail/preferences",
        method = "put",
        operation_id = "setMailPreferences"
    )]
    async fn prefer(&self, visit: Visit, body: Json<PreferencesView>) -> Answer<Done> {
        on(&visit)?;
        let revision = body.0.revision;
        let chosen = body.0.read()?;
        mailing::prefer(&visit.cx, revision, chosen)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Has a code sent to an address; mail goes there once the code is entered.
    #[oai(
        path = "/me/mail/address",
        method = "put",
        operation_id = "askForMailAddress"
    )]
    async fn ask(&self, visit: Visit, body: Json<NewMailAddress>) -> Answer<Done> {
        on(&visit)?;
        mailing::ask(&visit.cx, &body.0.address).await?.into_inner();
        Ok(Done::Done)
    }

    /// Confirms the address by its code.
    #[oai(
        path = "/me/mail/confirmation",
        method = "post",
        operation_id = "confirmMailAddress"
    )]
    async fn confirm(&self, visit: Visit, body: Json<MailCode>) -> Answer<Done> {
        mailing::confirm(&visit.cx, &body.0.code)
            .await?
            .into_inner();
        Ok(Done::Done)
    }

    /// Has nothing mailed any more, and forgets the address.
    #[oai(
        path = "/me/mail/address",
        method = "delete",
        operation_id = "removeMailAddress"
    )]
    async fn remove(&self, visit: Visit) -> Answer<Done> {
        mailing::remove(&visit.cx).await?.into_inner();
        Ok(Done::Done)
    }
}
