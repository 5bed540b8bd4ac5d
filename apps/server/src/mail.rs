//! Notices by mail: gathered, put into words and given to the relay, beside whatever else the server does.
//!
//! Several servers do it beside each other: what one took up, the others leave to it. No transaction is open while the relay
//! is spoken to. A server that dies between sending a mail and writing so has it sent once more, under the same Message-ID.

use std::error::Error as _;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::{StreamExt as _, stream};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp;
use lettre::{AsyncTransport as _, Message};
use metrics::counter;
use yakusho_accounts::mailing::{self, Mail, Outcome};
use yakusho_accounts_web::{Letter, letter};
use yakusho_config::{Config, Relay, RelayError};
use yakusho_kernel::{Cx, Fault, NoticeGroups, Part, Timestamp};
use yakusho_webkit::Site;

/// How long until it is looked again whether something is due although nothing was committed here.
const WAIT: Duration = Duration::from_secs(5);

/// How long commits are let gather, so that what comes together goes in one mail.
const PACE: Duration = Duration::from_secs(1);

/// How long the relay may take for one mail. Those that are taken up together are sent in two rounds of so many at once:
/// within the lease.
const PATIENCE: Duration = Duration::from_secs(25);
const AT_ONCE: u32 = 10;

/// What the relay says of a mailbox that will never take a mail: it is not there, full for good, or not to be written to
/// (RFC 5321, 4.2.3). Any other refusal may be for the relay's own sake, and is tried again.
const NEVER: std::ops::RangeInclusive<u16> = 550..=553;

/// That nobody wrote it, so that no machine answers it (RFC 3834, 5).
const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");

/// Where one stops the mail (RFC 2369, 3.2).
const LIST_UNSUBSCRIBE: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe");

/// Why notices cannot be mailed.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// There is no way to the relay.
    #[error("the relay cannot be spoken to: {0}")]
    Relay(#[from] RelayError),
    /// The sender is none.
    #[error("mail.from: {0}")]
    Sender(#[from] lettre::address::AddressError),
}

/// Who mails notices.
pub(crate) struct Mailer {
    relay: Relay,
    from: Mailbox,
    /// Where the pages are, for links.
    link: String,
    /// What each kind of notice is about.
    groups: NoticeGroups,
}

impl Mailer {
    /// The one that the configuration describes; none where no notices are mailed.
    pub(crate) fn of(config: &Config, groups: NoticeGroups) -> Result<Option<Self>, MailError> {
        let (Some(mail), Some(link), true) = (&config.mail, &config.address, config.mail_notices)
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            relay: mail.relay(PATIENCE, AT_ONCE)?,
            from: Mailbox::new(None, mail.from.parse()?),
            link: link.clone(),
            groups,
        }))
    }

    /// Mails what is due, until `stop`. What was taken up is sent before this ends.
    pub(crate) async fn run(&self, site: &Arc<Site>, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        loop {
            let more = match self.round(site).await {
                Ok(more) => more,
                Err(fault) => {
                    tracing::warn!(?fault, "notices cannot be mailed yet");
                    false
                }
            };
            let next = async {
                if !more {
                    // That nothing was committed for so long is a reason to look as well.
                    let _ = tokio::time::timeout(WAIT, site.env().after_commit()).await;
                    tokio::time::sleep(PACE).await;
                }
            };
            tokio::select! {
                biased;
                () = &mut stop => return,
                () = next => {}
            }
        }
    }

    /// Gathers what is due, and sends some of it. Whether there may be more.
    async fn round(&self, site: &Site) -> Result<bool, Fault> {
        let cx = Cx::system(site.env(), Part("server.mail"));
        let more = mailing::gather(&cx, &self.groups).await?;
        let Some(mails) = mailing::claim(&cx).await? else {
            return Ok(more);
        };
        let at_once = usize::try_from(AT_ONCE).unwrap_or(1);
        let outcomes: Vec<(Mail, Outcome)> = stream::iter(mails)
            .map(|mail| async move {
                let outcome = self.send(site, &mail).await;
                (mail, outcome)
            })
            .buffer_unordered(at_once)
            .collect()
            .await;
        count(&outcomes);
        let cx = Cx::system(site.env(), Part("server.mail"));
        let outcomes = outcomes.iter();
        let outcomes = outcomes.map(|(mail, outcome)| (mail, outcome.clone()));
        mailing::ended(&cx, outcomes.collect()).await?;
        Ok(true)
    }

    async fn send(&self, site: &Site, mail: &Mail) -> Outcome {
        let letter = letter(site.words(), site.env().city(), &self.link, mail);
        let message = match self.message(mail, letter) {
            Ok(message) => message,
            Err(error) => return Outcome::Never(error.to_string()),
        };
        match tokio::time::timeout(PATIENCE, self.relay.send(message)).await {
            Ok(Ok(_)) => Outcome::Sent,
            Ok(Err(error)) => refused(&error),
            Err(late) => Outcome::Later(late.to_string()),
        }
    }

    fn message(
        &self,
        mail: &Mail,
        letter: Letter,
    ) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
        let settings = format!("<{}>", letter.settings);
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        Ok(Message::builder()
            .message_id(Some(id))
            .date(written(mail.at))
            .from(self.from.clone())
            .to(Mailbox::new(None, mail.to.as_str().parse()?))
            .subject(letter.subject)
            .raw_header(HeaderValue::new(
                AUTO_SUBMITTED,
                "auto-generated".to_owned(),
            ))
            .raw_header(HeaderValue::new(LIST_UNSUBSCRIBE, settings))
            .multipart(MultiPart::alternative_plain_html(letter.text, letter.html))?)
    }
}

fn written(at: Timestamp) -> SystemTime {
    let millis = u64::try_from(at.millis()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_millis(millis)
}

fn refused(error: &smtp::Error) -> Outcome {
    let mut why = error.to_string();
    if let Some(cause) = error.source()
        && !why.contains(&cause.to_string())
    {
        why = format!("{why}: {cause}");
    }
    match error.status() {
        Some(code) if NEVER.contains(&u16::from(code)) => Outcome::Never(why),
        _ => Outcome::Later(why),
    }
}

/// Has those who watch know of it. Addresses stay out of the log.
fn count(outcomes: &[(Mail, Outcome)]) {
    for (mail, outcome) in outcomes {
        let outcome = match outcome {
            Outcome::Sent => "sent",
            Outcome::Later(_) => "later",
            Outcome::Never(_) => "never",
        };
        tracing::debug!(mail = %mail.id, outcome, "a mail was tried");
        counter!("yakusho_mails_total", "outcome" => outcome).increment(1);
    }
    let unsent = outcomes
        .iter()
        .filter(|(_, outcome)| *outcome != Outcome::Sent);
    let unsent = unsent.count();
    if unsent > 0 {
        tracing::warn!(unsent, "the relay did not take every mail");
    }
}
