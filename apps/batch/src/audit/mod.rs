//! `yakusho-batch audit`: the trail, taken out and checked, and the key that signs its heads.

mod key;
mod mail;
mod verify;

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use time::Date;
use yakusho_audit::{Filter, seal};
use yakusho_audit_chain::SignedHead;
use yakusho_config::Config;
use yakusho_kernel::{Cx, Part, Timestamp};

use crate::Failure;
use crate::run::Ending;

pub(crate) use verify::Verify;

/// What is done with the audit trail.
#[derive(Subcommand)]
pub(crate) enum AuditCommand {
    /// Check a file against heads that were kept elsewhere; needs neither configuration nor database
    Verify(Verify),
    /// Take the trail out, as a file that `verify` checks
    Export(Export),
    /// Seal the trail, sign its head, and print it
    Head,
    /// Print the public key that checks the heads
    Key,
    /// Hand over to a new key; who has the first public key can check what the new one signs
    RotateKey,
}

/// What to take out.
#[derive(Args)]
pub(crate) struct Export {
    /// The file to write; it must not be there yet
    file: PathBuf,
    /// Entries from that day on; earlier ones are left out
    #[arg(long, value_name = "DATE", value_parser = yakusho_koyomi::parse_date)]
    from: Option<Date>,
    /// Entries up to that day; of later ones, digests alone
    #[arg(long, value_name = "DATE", value_parser = yakusho_koyomi::parse_date)]
    until: Option<Date>,
    /// Entries of acts whose name begins so, e.g. `board.`; of others, digests alone
    #[arg(long)]
    act: Option<String>,
}

/// Does it at the town hall's database, with its key.
pub(crate) async fn obey(config: &Config, command: AuditCommand) -> Result<Ending, Failure> {
    let surroundings = crate::opened(config, None).await?;
    let cx = Cx::system(&surroundings.env, Part("console"));
    match command {
        AuditCommand::Verify(verify) => return verify.run(),
        AuditCommand::Export(export) => export.run(&cx).await?,
        AuditCommand::Head => {
            let (head, kept) = sign(&cx, config).await?;
            say(&head);
            kept?;
        }
        AuditCommand::Key => {
            let signer = key::open(&config.audit_key, &cx).await?;
            say(&signer.public().to_pem()?);
        }
        AuditCommand::RotateKey => {
            let changed = key::rotate(&config.audit_key, &cx).await?;
            say(&changed.to_pem()?);
        }
    }
    Ok(Ending::Done)
}

/// Seals the trail, signs its head, and has it kept wherever the configuration says. Where one of these ways fails, the
/// others are gone all the same.
pub(crate) async fn sign(
    cx: &Cx,
    config: &Config,
) -> Result<(SignedHead, Result<(), Failure>), Failure> {
    let signer = key::open(&config.audit_key, cx).await?;
    let head = seal::sign(cx, &signer).await?;
    let filed = match &config.audit_heads {
        Some(folder) => keep(folder, &head, cx.now()),
        None => Ok(()),
    };
    let mailed = match &config.mail {
        Some(mail) if !config.audit_mail.is_empty() => {
            mail::send(cx, mail, &config.audit_mail).await
        }
        _ => Ok(()),
    };
    let kept = match (filed, mailed) {
        (Err(filed), Err(mailed)) => Err(format!("{filed}; {mailed}").into()),
        (filed, mailed) => filed.and(mailed),
    };
    Ok((head, kept))
}

/// Writes a head into the folder, under its day: a later one of the same day goes below it.
fn keep(folder: &Path, head: &SignedHead, now: Timestamp) -> Result<(), Failure> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(format!("audit-head-{}.txt", now.date()));
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    writeln!(file, "{head}")?;
    file.sync_all()?;
    Ok(())
}

impl Export {
    async fn run(self, cx: &Cx) -> Result<(), Failure> {
        let filter = Filter {
            from: self.from,
            until: self.until,
            act: self.act,
            ..Filter::default()
        };
        let file = std::fs::File::create_new(&self.file)
            .map_err(|error| format!("{}: {error}", self.file.display()))?;
        let mut out = BufWriter::new(file);
        let mut trail = seal::export(cx, filter).await?.into_inner();
        while let Some(piece) = trail.next().await? {
            out.write_all(&piece)?;
        }
        out.into_inner()?.sync_all()?;
        Ok(())
    }
}

#[expect(clippy::print_stdout, reason = "it is what the operator asked for")]
fn say(what: &dyn std::fmt::Display) {
    println!("{}", what.to_string().trim_end());
}
