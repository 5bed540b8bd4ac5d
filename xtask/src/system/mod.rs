//! The programs and fonts outside the workspace that tasks need: found, or installed, or named in one line.
//!
//! A task names its parts once, at its start, and fails there if one cannot be had: no test is left out because of it.
//! What Debian carries is installed by apt when running as root; everything else goes into `target/tools`, at a fixed
//! version, so that nothing of the person's own is touched.

mod find;
mod install;

use std::path::PathBuf;

use crate::error::{Failure, Result};
use crate::workspace::Workspace;

/// A part of the system that a task can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The browser of the browser tests.
    Chromium,
    /// The program that drives it.
    Chromedriver,
    /// The folder with PostgreSQL's server programs.
    Postgres,
    /// Builds the server's allocator.
    Make,
    /// Has calls to the system fail.
    Strace,
    /// Asks a server whether it keeps to WebDAV.
    Litmus,
    /// A program for WebDAV.
    Cadaver,
    /// A program that copies folders by WebDAV.
    Rclone,
    /// Reads units as systemd does.
    Systemd,
    /// Fonts with Japanese letters: without them pages are measured and pictured wrongly.
    JapaneseFonts,
    /// Fetches axe-core and oidc-provider, and has Node.js with it.
    Npm,
    /// A Python that can make virtual environments, for programs of pip.
    Python,
    /// The script that looks for barriers in pages.
    AxeCore,
    /// The identity provider that the tests sign in by.
    OidcProvider,
    /// The program that tries the JSON API against its description.
    Schemathesis,
    /// A program that keeps calendars in step by CalDAV.
    Vdirsyncer,
    /// A library for CalDAV, with the tests that it has for servers.
    CaldavTests,
    /// A program that asks a server whether it keeps to SCIM.
    Scim2Cli,
    /// A server for calendars that ours is measured beside.
    Radicale,
    /// A relay for mail.
    Aiosmtpd,
    /// Runs the tests.
    Nextest,
    /// Checks licences, bans, sources and advisories.
    Deny,
    /// Looks for unused dependencies.
    Machete,
}

/// Where a part comes from when it is missing.
enum Origin {
    /// Packages of Debian.
    Debian(&'static [&'static str]),
    /// A cargo tool, built from the registry.
    Cargo {
        version: &'static str,
        flags: &'static [&'static str],
    },
    /// A package of npm.
    Npm { version: &'static str },
    /// A package of pip, with others at their versions.
    Pip {
        version: &'static str,
        besides: &'static [&'static str],
    },
}

/// What the tests of the library for CalDAV import.
const CALDAV_TESTS_NEED: &[&str] = &[
    "icalendar==7.3.0",
    "icalendar-searcher==1.3.0",
    "niquests==3.21.2",
    "proxy.py==2.4.10",
    "pytest==9.2.0",
    "recurring-ical-events==3.8.2",
    "tzlocal==5.4.5",
    "vobject==0.9.9",
];

impl Part {
    /// What a person calls it; for cargo, npm and pip also the package's name.
    const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Chromedriver => "chromedriver",
            Self::Postgres => "PostgreSQL's server programs",
            Self::Make => "make",
            Self::Strace => "strace",
            Self::Litmus => "litmus",
            Self::Cadaver => "cadaver",
            Self::Rclone => "rclone",
            Self::Systemd => "systemd-analyze",
            Self::JapaneseFonts => "Japanese fonts",
            Self::Npm => "npm",
            Self::Python => "Python 3 with venv",
            Self::AxeCore => "axe-core",
            Self::OidcProvider => "oidc-provider",
            Self::Schemathesis => "schemathesis",
            Self::Vdirsyncer => "vdirsyncer",
            Self::CaldavTests => "caldav",
            Self::Scim2Cli => "scim2-cli",
            Self::Radicale => "radicale",
            Self::Aiosmtpd => "aiosmtpd",
            Self::Nextest => "cargo-nextest",
            Self::Deny => "cargo-deny",
            Self::Machete => "cargo-machete",
        }
    }

    const fn origin(self) -> Origin {
        match self {
            Self::Chromium => Origin::Debian(&["chromium"]),
            Self::Chromedriver => Origin::Debian(&["chromium-driver"]),
            Self::Postgres => Origin::Debian(&["postgresql"]),
            Self::Make => Origin::Debian(&["make"]),
            Self::Strace => Origin::Debian(&["strace"]),
            Self::Litmus => Origin::Debian(&["litmus"]),
            Self::Cadaver => Origin::Debian(&["cadaver"]),
            Self::Rclone => Origin::Debian(&["rclone"]),
            Self::Systemd => Origin::Debian(&["systemd"]),
            Self::JapaneseFonts => Origin::Debian(&["fontconfig", "fonts-noto-cjk"]),
            Self::Npm => Origin::Debian(&["npm"]),
            Self::Python => Origin::Debian(&["python3", "python3-pip", "python3-venv"]),
            Self::AxeCore => Origin::Npm { version: "4.14.1" },
            Self::OidcProvider => Origin::Npm { version: "9.13.3" },
            Self::Schemathesis => Origin::Pip {
                version: "4.32.5",
                besides: &[],
            },
            Self::Vdirsyncer => Origin::Pip {
                version: "0.21.0",
                besides: &[],
            },
            Self::CaldavTests => Origin::Pip {
                version: "3.6.0",
                besides: CALDAV_TESTS_NEED,
            },
            Self::Scim2Cli => Origin::Pip {
                version: "0.6.0",
                besides: &[
                    "scim2-client==0.13.2",
                    "scim2-models==0.12.3",
                    "scim2-tester==0.5.2",
                ],
            },
            Self::Radicale => Origin::Pip {
                version: "3.9.0",
                besides: &[],
            },
            Self::Aiosmtpd => Origin::Pip {
                version: "1.4.6",
                besides: &[],
            },
            // Its default features are for updating itself.
            Self::Nextest => Origin::Cargo {
                version: "0.9.143",
                flags: &["--no-default-features", "--features", "default-no-update"],
            },
            Self::Deny => Origin::Cargo {
                version: "0.20.2",
                flags: &[],
            },
            Self::Machete => Origin::Cargo {
                version: "0.9.2",
                flags: &[],
            },
        }
    }

    /// The part that must be there to install this one.
    const fn installer(self) -> Option<Self> {
        match self.origin() {
            Origin::Debian(_) | Origin::Cargo { .. } => None,
            Origin::Npm { .. } => Some(Self::Npm),
            Origin::Pip { .. } => Some(Self::Python),
        }
    }

    /// How to get it by hand.
    fn advice(self) -> String {
        match self.origin() {
            Origin::Debian(packages) => format!("{} (Debian: {})", self.name(), packages.join(" ")),
            Origin::Cargo { version, .. } => {
                format!("{0} (cargo install --locked {0}@{version})", self.name())
            }
            Origin::Npm { version } => format!("{0} (npm install {0}@{version})", self.name()),
            Origin::Pip { version, .. } => format!("{0} (pip install {0}=={version})", self.name()),
        }
    }
}

/// Finds the parts, in the order asked for, and installs what is missing.
pub(crate) fn resolve<const N: usize>(
    workspace: &Workspace,
    parts: [Part; N],
) -> Result<[PathBuf; N]> {
    let missing: Vec<Part> = parts
        .into_iter()
        .filter(|part| find::find(workspace, *part).is_none())
        .collect();
    let installers = missing.iter().filter_map(|part| part.installer());
    let (debian, others): (Vec<Part>, Vec<Part>) = installers
        .filter(|part| find::find(workspace, *part).is_none())
        .chain(missing.iter().copied())
        .partition(|part| matches!(part.origin(), Origin::Debian(_)));
    if !debian.is_empty() {
        install::by_apt(workspace, &debian)?;
    }
    for part in others {
        install::into_tools(workspace, part)?;
    }
    let mut found = Vec::with_capacity(N);
    for part in parts {
        let path = find::find(workspace, part).ok_or_else(|| {
            Failure::new(format!(
                "was installed and still cannot be found: {}",
                part.advice()
            ))
        })?;
        found.push(path);
    }
    found
        .try_into()
        .map_err(|_: Vec<PathBuf>| Failure::new("a part of the system was lost on the way"))
}
