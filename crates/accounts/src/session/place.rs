//! Where a sign-in comes from.

use std::net::IpAddr;

use super::Place;

/// The most characters that are kept of a program that is not known.
const LONGEST: usize = 60;

/// Programs by a word in their `User-Agent`; the first that is found counts, since most claim to be others as well.
const PROGRAMS: [(&str, &str); 11] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
    ("python-requests/", "Python"),
];

/// Systems likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl Place {
    /// The address in words; empty if it is not known.
    pub(crate) fn address_text(&self) -> String {
        self.address
            .map(|address| address.to_string())
            .unwrap_or_default()
    }

    /// The program in few words: "Firefox, Windows".
    pub(crate) fn agent_text(&self) -> String {
        let find = |words: &[(&str, &'static str)]| {
            words
                .iter()
                .find(|(word, _)| self.agent.contains(word))
                .map(|(_, name)| *name)
        };
        match (find(&PROGRAMS), find(&SYSTEMS)) {
            (Some(program), Some(system)) => format!("{program}, {system}"),
            (Some(name), None) | (None, Some(name)) => name.to_owned(),
            (None, None) => self
                .agent
                .chars()
                .filter(|c| !c.is_control())
                .take(LONGEST)
                .collect(),
        }
    }

    /// The address as far as it names a place: of IPv6 the network, within which a machine changes its address at will.
    pub(super) fn network(&self) -> Vec<u8> {
        match self.address.map(|address| address.to_canonical()) {
            Some(IpAddr::V4(address)) => address.octets().to_vec(),
            Some(IpAddr::V6(address)) => address.octets().into_iter().take(8).collect(),
            None => Vec::new(),
        }
    }

    /// What the database keeps of the browser, if somebody signed in on it before.
    pub(super) fn device_digest(&self) -> Option<Vec<u8>> {
        self.device.as_ref().map(crate::Secret::digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(address: &str, agent: &str) -> Place {
        Place {
            address: address.parse().ok(),
            agent: agent.to_owned(),
            device: None,
            session: None,
        }
    }

    #[test]
    fn a_program_is_told_in_few_words() {
        for (agent, words) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox, Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.14.1", "curl"),
            ("庁内端末\u{7} 1", "庁内端末 1"),
            ("", ""),
        ] {
            assert_eq!(place("", agent).agent_text(), words);
        }
        assert_eq!(place("", &"x".repeat(100)).agent_text().len(), 60);
    }

    #[test]
    fn machines_of_one_ipv6_network_are_one_place() {
        let network = |address| place(address, "").network();
        assert_eq!(network("2001:db8::1"), network("2001:db8::ffff:2"));
        assert_ne!(network("2001:db8::1"), network("2001:db8:0:1::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
        assert!(network("nowhere").is_empty());
    }
}
