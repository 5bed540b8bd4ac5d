//! Signed heads by mail, to a relay that another project made, by certificates of an authority to throw away.

use std::env;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tempfile::TempDir;
use yakusho_tests::{Database, Hall, Program, free_port};

/// How long a relay may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// An authority, and the certificate that it gave to `localhost`, as files.
pub(crate) struct Authority(TempDir);

impl Authority {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for certificates");
        let mut above = CertificateParams::default();
        above.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let own = above.self_signed(&key).expect("an authority");
        let issuer = Issuer::new(above, key);
        let key = KeyPair::generate().expect("a key");
        let relay = CertificateParams::new(["localhost".to_owned()]).expect("a name");
        let relay = relay.signed_by(&key, &issuer).expect("a certificate");
        for (file, pem) in [
            ("authority.pem", own.pem()),
            ("certificate.pem", relay.pem()),
            ("key.pem", key.serialize_pem()),
        ] {
            fs::write(folder.path().join(file), pem).expect("a file of a certificate");
        }
        Self(folder)
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

/// How a relay speaks.
#[derive(Clone, Copy)]
pub(crate) enum Speaks {
    /// It takes no mail until it was asked for TLS.
    Starttls,
    /// By TLS from the first byte.
    Tls,
    /// It knows no TLS.
    Clear,
}

/// A relay that keeps what it takes in a folder.
pub(crate) struct Relay {
    pub(crate) port: u16,
    folder: TempDir,
    _running: Program,
}

impl Relay {
    pub(crate) fn start(speaks: Speaks, authority: &Authority) -> Self {
        let program = env::var("YAKUSHO_AIOSMTPD");
        let program = program.expect("YAKUSHO_AIOSMTPD, as `cargo xtask test` sets it");
        let folder = tempfile::tempdir().expect("a folder for mail");
        let port = free_port();
        let mut relay = Command::new(program);
        relay.args(["--nosetuid", "--listen", &format!("127.0.0.1:{port}")]);
        let options = match speaks {
            Speaks::Starttls => Some(["--tlscert", "--tlskey"]),
            Speaks::Tls => Some(["--smtpscert", "--smtpskey"]),
            Speaks::Clear => None,
        };
        for (option, file) in options
            .into_iter()
            .flatten()
            .zip(["certificate.pem", "key.pem"])
        {
            relay.arg(option).arg(authority.file(file));
        }
        relay.args(["--class", "aiosmtpd.handlers.Mailbox"]);
        relay.arg(folder.path().join("mail"));
        let mut running = Program::start(relay, &folder.path().join("log"));
        let since = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(running.runs(), "the relay ended: {}", running.log());
            assert!(since.elapsed() < PATIENCE, "the relay does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self {
            port,
            folder,
            _running: running,
        }
    }

    /// The mails that it took.
    pub(crate) fn taken(&self) -> Vec<String> {
        let mails = fs::read_dir(self.folder.path().join("mail/new"));
        let mails = mails.into_iter().flatten();
        let read = |path: &Path| fs::read_to_string(path).expect("a mail");
        mails
            .map(|mail| read(&mail.expect("a mail").path()))
            .collect()
    }
}

/// The night signs a head, and mails it.
fn night(hall: &Hall, relay: &Relay, tls: &str, authority: &Authority) -> Output {
    let mut batch = hall.batch();
    batch
        .args(["job", "audit"])
        .env("YAKUSHO_AUDIT_MAIL", "supervisor@city.example")
        .env("YAKUSHO_MAIL_FROM", "yakusho@city.example")
        .env("YAKUSHO_MAIL_RELAY", format!("localhost:{}", relay.port))
        .env("YAKUSHO_MAIL_TLS", tls)
        .env("YAKUSHO_MAIL_AUTHORITY", authority.file("authority.pem"));
    batch.output().expect("the batch program")
}

#[tokio::test]
async fn heads_go_to_a_relay_that_is_known_by_its_authority() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let authority = Authority::new();
    for (speaks, tls) in [(Speaks::Starttls, "starttls"), (Speaks::Tls, "tls")] {
        let relay = Relay::start(speaks, &authority);
        let done = night(&hall, &relay, tls, &authority);
        assert!(done.status.success(), "{done:?}");
        let [mail] = &relay.taken()[..] else {
            panic!("{:?}", relay.taken());
        };
        for line in [
            "From: yakusho@city.example",
            "To: supervisor@city.example",
            "X-MailFrom: yakusho@city.example",
            "X-RcptTo: supervisor@city.example",
        ] {
            assert!(mail.contains(line), "{line} is not in {mail}");
        }
    }
}

#[tokio::test]
async fn no_head_goes_in_the_clear_or_to_a_stranger() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let (authority, stranger) = (Authority::new(), Authority::new());
    for (speaks, of_relay, tls) in [
        (Speaks::Clear, &authority, "starttls"),
        (Speaks::Starttls, &stranger, "starttls"),
        (Speaks::Tls, &stranger, "tls"),
    ] {
        let relay = Relay::start(speaks, of_relay);
        let failed = night(&hall, &relay, tls, &authority);
        assert_eq!(failed.status.code(), Some(1), "{failed:?}");
        let said = String::from_utf8_lossy(&failed.stdout);
        assert!(said.contains("did not take the mail"), "{failed:?}");
        assert_eq!(relay.taken(), [""; 0]);
    }
}
