//! What the programs speak to the outside with: certificates, proxies, and a relay for mail.

use std::path::PathBuf;

use url::{Host, Url};

use super::Written;
use crate::{Mail, MailTls, Secret, TlsFiles};

impl Written {
    /// Certificate and key, both or neither; that they can be read is seen to here, what is in them by who serves.
    pub(super) fn tls(&mut self) -> Option<TlsFiles> {
        let [certificate, key] = ["tls.certificate", "tls.key"];
        match (self.value(certificate), self.value(key)) {
            (None, None) => None,
            (Some((_, origin)), None) => {
                self.fault(origin, format!("{certificate} needs {key} beside it"));
                None
            }
            (None, Some((_, origin))) => {
                self.fault(origin, format!("{key} needs {certificate} beside it"));
                None
            }
            (Some(_), Some(_)) => Some(TlsFiles {
                certificate: self.readable(certificate)?,
                key: self.readable(key)?,
            }),
        }
    }

    /// Where the server speaks HTTPS itself, cookies go by it alone, whatever is written.
    pub(super) fn certificate(&self) -> Option<(String, String)> {
        let (_, origin) = self.value("tls.certificate")?;
        Some((true.to_string(), origin))
    }

    /// Proxies whose word on the client is taken.
    pub(super) fn proxies(&mut self) -> Vec<std::net::IpAddr> {
        let (list, origin) = self.value("trusted_proxies").unwrap_or_default();
        let mut proxies = Vec::new();
        for item in list
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
        {
            match item.parse() {
                Ok(proxy) => proxies.push(proxy),
                Err(_) => self.fault(
                    origin.clone(),
                    format!("trusted_proxies: {item:?} is not an address"),
                ),
            }
        }
        proxies
    }

    /// What browsers know the server by. Links in mails lead to it, and passkeys are bound to it: by name, and over HTTPS
    /// or to the machine itself alone (Web Authentication, level 3, section 5.1.2).
    pub(super) fn address(&mut self) -> Option<String> {
        let (written, origin) = self.value("address")?;
        let wrong = match Url::parse(&written) {
            Err(error) => format!("is no address ({error})"),
            Ok(url) => match why_not(&url) {
                None => return Some(url.origin().ascii_serialization()),
                Some(why) => why.to_owned(),
            },
        };
        self.fault(origin, format!("address: {written:?} {wrong}"));
        None
    }

    /// To whom signed heads are mailed; to nobody if it is not set.
    pub(super) fn audit_mail(&mut self) -> Vec<String> {
        let Some((to, origin)) = self.value("audit.mail") else {
            return Vec::new();
        };
        let to: Vec<String> = to.split(',').map(|one| one.trim().to_owned()).collect();
        for one in &to {
            self.mail_address("audit.mail", &origin, one);
        }
        to
    }

    /// Whether notices are mailed.
    pub(super) fn mail_notices(&mut self) -> bool {
        let wanted = self.parse("mail.notices", "true or false") == Some(true);
        if wanted {
            self.required("address", "mail.notices is true");
        }
        wanted
    }

    /// The relay, where something is mailed.
    pub(super) fn mail(&mut self) -> Option<Mail> {
        let because = if self.value("audit.mail").is_some() {
            "audit.mail is set"
        } else if self.text("mail.notices") == "true" {
            "mail.notices is true"
        } else {
            return None;
        };
        let from = self.required("mail.from", because);
        if let Some((_, origin)) = self.value("mail.from") {
            self.mail_address("mail.from", &origin, &from);
        }
        let relay = self.required("mail.relay", because);
        let (host, port) = self.relay(&relay)?;
        let tls = self.choice(
            "mail.tls",
            &[
                ("none", MailTls::None),
                ("starttls", MailTls::Starttls),
                ("tls", MailTls::Tls),
            ],
        )?;
        let authority = match tls {
            MailTls::None => None,
            MailTls::Starttls | MailTls::Tls => {
                self.required("mail.authority", "mail.tls is not none");
                Some(self.readable("mail.authority")?)
            }
        };
        Some(Mail {
            from,
            host,
            port,
            tls,
            authority,
            login: self.mail_login(tls),
        })
    }

    /// How the system says to the relay who it is: never in the clear.
    fn mail_login(&mut self, tls: MailTls) -> Option<(String, Secret)> {
        let [user, password] = ["mail.user", "mail.password"];
        match (self.value(user), self.value(password)) {
            (None, None) => None,
            (Some((_, origin)), None) => {
                self.fault(origin, format!("{user} needs {password} beside it"));
                None
            }
            (None, Some((_, origin))) => {
                self.fault(origin, format!("{password} needs {user} beside it"));
                None
            }
            (Some((_, origin)), Some(_)) if tls == MailTls::None => {
                let clear = "mail.tls is none: a password does not go in the clear";
                self.fault(origin, format!("{user}: {clear}"));
                None
            }
            (Some((user, _)), Some((password, _))) => Some((user, Secret(password))),
        }
    }

    /// Host and port of the relay: 25 if none is written.
    fn relay(&mut self, relay: &str) -> Option<(String, u16)> {
        let (host, port) = relay.rsplit_once(':').unwrap_or((relay, "25"));
        match port.parse() {
            Ok(port) if !host.is_empty() => Some((host.to_owned(), port)),
            _ => {
                let (_, origin) = self.value("mail.relay")?;
                self.fault(
                    origin,
                    format!("mail.relay: {relay:?} is not a host and port, e.g. mail.example:25"),
                );
                None
            }
        }
    }

    fn mail_address(&mut self, key: &str, origin: &str, address: &str) {
        if let Err(error) = address.parse::<lettre::Address>() {
            let wrong = format!("{key}: {address:?} is not a mail address ({error})");
            self.fault(origin, wrong);
        }
    }

    /// The address of the store of files.
    pub(super) fn endpoint(&mut self, because: &str) -> String {
        let endpoint = self.required("blobs.endpoint", because);
        let url = Url::parse(&endpoint).ok();
        let is_web = url.is_some_and(|url| ["http", "https"].contains(&url.scheme()));
        if let Some((_, origin)) = self.value("blobs.endpoint").filter(|_| !is_web) {
            let wrong =
                format!("blobs.endpoint: {endpoint:?} is no address, e.g. https://s3.example");
            self.fault(origin, wrong);
        }
        endpoint
    }

    /// The path of a file that can be read.
    pub(super) fn readable(&mut self, key: &str) -> Option<PathBuf> {
        let (path, origin) = self.value(key)?;
        match std::fs::File::open(&path).and_then(|file| file.metadata()) {
            Ok(about) if about.is_file() => Some(path.into()),
            Ok(_) => {
                self.fault(origin, format!("{key}: {path} is no file"));
                None
            }
            Err(error) => {
                self.fault(origin, format!("{key}: {path}: {error}"));
                None
            }
        }
    }
}

/// Why browsers use no passkeys at that address, if so.
fn why_not(url: &Url) -> Option<&'static str> {
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let Some(Host::Domain(name)) = url.host() else {
        return Some("has no name: browsers bind passkeys to none of numbers");
    };
    match url.scheme() {
        _ if !bare || !url.username().is_empty() => {
            Some("has more than scheme, name and port, e.g. https://groupware.example")
        }
        "https" => None,
        "http" if name == "localhost" => None,
        _ => Some("does not begin with https: passkeys need it, but on localhost"),
    }
}
