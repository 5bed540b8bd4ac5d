//! Signed heads by mail: out of this machine's reach as soon as the relay has them.

use std::fmt::Write as _;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use yakusho_audit::seal;
use yakusho_config::{Mail, MailTls};
use yakusho_kernel::Cx;

use crate::Failure;

/// How long the relay may take for anything.
const PATIENCE: Duration = Duration::from_mins(1);

/// How many heads one mail bears at most: more than the nights of a year.
const MOST: u64 = 400;

/// Mails every head that was not mailed yet: tonight's, and those of nights on which the relay did not take them.
pub(super) async fn send(cx: &Cx, mail: &Mail) -> Result<(), Failure> {
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
    for to in &mail.to {
        message = message.to(to.parse()?);
    }
    let sent = relay(mail)?.send(message.body(text)?).await;
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

fn relay(mail: &Mail) -> Result<AsyncSmtpTransport<Tokio1Executor>, Failure> {
    let tls = match &mail.authority {
        None => Tls::None,
        Some(file) => {
            let pem = std::fs::read(file)?;
            let authority = Certificate::from_pem(&pem)
                .map_err(|error| format!("{}: {error}", file.display()))?;
            let parameters = TlsParameters::builder(mail.host.clone())
                .certificate_store(CertificateStore::None)
                .add_root_certificate(authority)
                .build()?;
            match mail.tls {
                MailTls::Tls => Tls::Wrapper(parameters),
                MailTls::None | MailTls::Starttls => Tls::Required(parameters),
            }
        }
    };
    Ok(
        AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&mail.host)
            .port(mail.port)
            .tls(tls)
            .timeout(Some(PATIENCE))
            .build(),
    )
}
