//! Signed heads by mail: out of this machine's reach as soon as the relay has them.

use std::fmt::Write as _;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::{AsyncTransport as _, Message};
use yakusho_audit::seal;
use yakusho_config::Mail;
use yakusho_kernel::Cx;

use crate::Failure;

/// How long the relay may take for anything.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many heads one mail bears at most: more than the nights of a year.
const MOST: u64 = 400;

/// Mails every head that was not mailed yet: tonight's, and those of nights on which the relay did not take them.
pub(super) async fn send(cx: &Cx, mail: &Mail, to: &[String]) -> Result<(), Failure> {
    let heads = seal::not_mailed(cx, MOST).await?;
    if heads.is_empty() {
        return Ok(());
    }
    let name = cx.city().name(yakusho_regulation::Lang::Ja);
    let mut text = format!(
        "{name}の監査記録の署名票です。この機械の外で保管してください。\n\
         Signed heads of the audit trail. Keep them out of that machine's reach.\n\n"
    );
    for head in &heads {
        writeln!(text, "{}", head.text)?;
    }
    let mut message = Message::builder()
        .from(mail.from.parse()?)
        .subject(format!("監査記録の署名票 audit heads {}", cx.today()))
        .header(ContentType::TEXT_PLAIN);
    for one in to {
        message = message.to(one.parse()?);
    }
    let relay = mail.relay(PATIENCE, 1)?;
    let sent = relay.send(message.body(text)?).await;
    sent.map_err(|error| {
        format!(
            "the relay {}:{} did not take the mail with {} signed heads; the next night sends them again: {error}",
            mail.host,
            mail.port,
            heads.len()
        )
    })?;
    seal::mailed(cx, &heads).await?;
    Ok(())
}
