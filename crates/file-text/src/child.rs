//! What the process of its own does.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use nix::sys::resource::{Resource, setrlimit};

use crate::thumbnail::thumbnail;
use crate::{LARGEST, NoText, content};

/// The first argument of such a process.
pub(crate) const ARGUMENT: &str = "read-file";

/// What is sought in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sought {
    Text,
    Thumbnail,
}

impl Sought {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Thumbnail => "thumbnail",
        }
    }
}

/// Where a program was started by a [`Reader`](crate::Reader) to take a file apart, does so, and says how the program is
/// then to end: it reads the file from the standard input and writes what it found to the standard output. To be asked
/// first of all, with the arguments of the program.
pub fn asked(arguments: impl IntoIterator<Item = OsString>) -> Option<ExitCode> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let arguments: Vec<&str> = arguments.iter().filter_map(|one| one.to_str()).collect();
    let [_, ARGUMENT, sought, memory, seconds] = arguments[..] else {
        return None;
    };
    let sought = [Sought::Text, Sought::Thumbnail]
        .into_iter()
        .find(|one| one.name() == sought)?;
    let limited = limit(memory.parse().ok()?, seconds.parse().ok()?);
    let found = limited.and_then(|()| find(sought));
    Some(match found {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => ExitCode::from(reason.exit()),
    })
}

/// Takes from the process what it may not have: more memory, in bytes, more time of a processor, in seconds, and files.
fn limit(memory: u64, seconds: u64) -> Result<(), NoText> {
    for (what, most) in [
        (Resource::RLIMIT_AS, memory),
        (Resource::RLIMIT_CPU, seconds),
        (Resource::RLIMIT_FSIZE, 0),
        (Resource::RLIMIT_CORE, 0),
        (Resource::RLIMIT_NOFILE, 8),
    ] {
        setrlimit(what, most, most).map_err(|_| NoText::TooMuch)?;
    }
    Ok(())
}

fn find(sought: Sought) -> Result<(), NoText> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().take(LARGEST).read_to_end(&mut bytes);
    read.map_err(|_| NoText::TooMuch)?;
    let found = match sought {
        Sought::Text => content::text(bytes)?.into_bytes(),
        Sought::Thumbnail => thumbnail(&bytes)?,
    };
    let mut output = std::io::stdout().lock();
    let said = output.write_all(&found).and_then(|()| output.flush());
    said.map_err(|_| NoText::TooMuch)
}
