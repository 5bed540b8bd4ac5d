//! The city's identity provider, by which people sign in as well.

use url::{Host, Url};

use super::Written;
use crate::{Oidc, OidcSecondFactor, Secret};

const ISSUER: &str = "oidc.issuer";

impl Written {
    /// The provider, if one is named. Of what is said beside it, it alone makes something.
    pub(super) fn oidc(&mut self) -> Option<Oidc> {
        let Some((issuer, origin)) = self.value(ISSUER) else {
            for key in ["oidc.client_id", "oidc.client_secret"] {
                if let Some((_, origin)) = self.value(key) {
                    self.fault(origin, format!("{key} needs {ISSUER} beside it"));
                }
            }
            return None;
        };
        if let Some(why) = why_none(&issuer) {
            self.fault(origin, format!("{ISSUER}: {issuer:?} {why}"));
        }
        let because = "oidc.issuer is set";
        self.required("address", because);
        let client_id = self.required("oidc.client_id", because);
        let client_secret = Secret(self.required("oidc.client_secret", because));
        let authority = match self.value("oidc.authority") {
            Some(_) => Some(self.readable("oidc.authority")?),
            None => None,
        };
        let second_factor = self.choice(
            "oidc.second_factor",
            &[
                ("here", OidcSecondFactor::Here),
                ("provider", OidcSecondFactor::Provider),
            ],
        )?;
        let [claim, name, name_en] =
            ["oidc.claim", "oidc.name", "oidc.name_en"].map(|key| self.said(key));
        let scopes = self.text("oidc.scopes");
        let scopes = scopes.split(',').map(str::trim);
        let scopes = scopes.filter(|scope| !scope.is_empty());
        Some(Oidc {
            issuer,
            client_id,
            client_secret,
            authority,
            claim,
            scopes: scopes.map(str::to_owned).collect(),
            acr: self.value("oidc.acr").map(|(acr, _)| acr),
            second_factor,
            name: [name, name_en],
        })
    }

    /// A text that must say something.
    fn said(&mut self, key: &str) -> String {
        let (text, origin) = self.value(key).unwrap_or_default();
        if text.trim().is_empty() {
            self.fault(origin, format!("{key}: nothing is written"));
        }
        text
    }
}

/// Why that cannot be an issuer's address, if so (OpenID Connect Discovery 1.0, section 3).
fn why_none(issuer: &str) -> Option<String> {
    let url = match Url::parse(issuer) {
        Err(error) => return Some(format!("is no address ({error})")),
        Ok(url) => url,
    };
    let here = matches!(url.host(), Some(Host::Domain("localhost")));
    let more = url.query().is_some() || url.fragment().is_some() || !url.username().is_empty();
    let why = match url.scheme() {
        _ if more => "has more than scheme, name, port and path",
        "https" => return None,
        "http" if here => return None,
        _ => "does not begin with https: what it says must not be changed on the way",
    };
    Some(why.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::OidcSecondFactor;
    use crate::read::tests::read;

    const SAID: &str = "address = 'https://yakusho.city.example'\n[oidc]\n\
                        issuer = 'https://id.city.example/realms/city'\nclient_id = 'yakusho'\n";
    const SECRET: (&str, &str) = ("YAKUSHO_OIDC_CLIENT_SECRET", "p4ss");

    #[test]
    fn there_is_a_provider_where_all_that_it_needs_is_said() {
        assert!(read("", &[]).unwrap().oidc.is_none());
        let config = read(SAID, &[SECRET]).unwrap();
        let oidc = config.oidc.as_ref().unwrap();
        assert_eq!(oidc.issuer, "https://id.city.example/realms/city");
        assert_eq!(oidc.claim, "preferred_username");
        assert_eq!(oidc.scopes, ["profile"]);
        assert_eq!(oidc.second_factor, OidcSecondFactor::Here);
        assert_eq!((&oidc.acr, &oidc.authority), (&None, &None));
        let more = "claim = 'upn'\nscopes = ['profile', 'email']\nacr = 'mfa'\n\
                    second_factor = 'provider'\nname = '職員認証'\nname_en = 'Staff ID'\n";
        let oidc = read(&format!("{SAID}{more}"), &[SECRET]).unwrap().oidc;
        let oidc = oidc.unwrap();
        assert_eq!((&*oidc.claim, oidc.acr.as_deref()), ("upn", Some("mfa")));
        assert_eq!(oidc.scopes, ["profile", "email"]);
        assert_eq!(oidc.second_factor, OidcSecondFactor::Provider);
        assert_eq!(oidc.name, ["職員認証", "Staff ID"]);
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        let faults = read("[oidc]\nissuer = 'https://id.city.example'\n", &[]).unwrap_err();
        for missing in ["address", "oidc.client_id", "oidc.client_secret"] {
            let said = format!("{missing}: missing: oidc.issuer is set");
            assert!(faults.contains(&said), "{faults:#?}");
        }
        let faults = read("[oidc]\nclient_id = 'yakusho'\n", &[]).unwrap_err();
        assert_eq!(
            faults,
            ["yakusho.toml:2: oidc.client_id needs oidc.issuer beside it"]
        );
        for (line, said) in [
            ("claim = ' '", "oidc.claim: nothing is written"),
            ("second_factor = 'both'", "oidc.second_factor: \"both\""),
            ("authority = '/nowhere'", "oidc.authority: /nowhere"),
        ] {
            let faults = read(&format!("{SAID}{line}\n"), &[SECRET]).unwrap_err();
            let expected = format!("yakusho.toml:5: {said}");
            assert!(faults[0].starts_with(&expected), "{expected} in {faults:?}");
        }
    }

    #[test]
    fn an_issuer_is_spoken_to_by_https_but_on_this_machine() {
        let issuer = |written: &str| {
            let said = SAID.replace("https://id.city.example/realms/city", written);
            read(&said, &[SECRET]).map(|config| config.oidc.unwrap().issuer)
        };
        for good in [
            "https://id.city.example",
            "https://192.0.2.1:8443/adfs",
            "http://localhost:8080/",
        ] {
            assert_eq!(issuer(good).as_deref(), Ok(good));
        }
        for (bad, why) in [
            ("http://id.city.example", "does not begin with https"),
            ("https://id.city.example/?a=b", "has more than"),
            ("https://me@id.city.example", "has more than"),
            ("id.city.example", "is no address"),
        ] {
            let faults = issuer(bad).unwrap_err();
            let expected = format!("yakusho.toml:3: oidc.issuer: {bad:?} {why}");
            assert!(faults[0].starts_with(&expected), "{expected} in {faults:?}");
        }
    }

    #[test]
    fn the_secret_is_masked() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        std::fs::write(&file, "p4ss\n").unwrap();
        let file = file.display().to_string();
        let by_file = [("YAKUSHO_OIDC_CLIENT_SECRET_FILE", file.as_str())];
        let config = read(SAID, &by_file).unwrap();
        let oidc = config.oidc.as_ref().unwrap();
        assert_eq!(oidc.client_secret.reveal(), "p4ss");
        assert!(config.print().contains("oidc.client_secret = ***"));
        assert!(!config.print().contains("p4ss") && !format!("{config:?}").contains("p4ss"));
    }
}
