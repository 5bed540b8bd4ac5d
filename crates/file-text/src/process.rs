//! How the process of its own is started, what it may have, and what it says.

use std::io;
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use nix::sys::signal::Signal;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::process::Command;

use crate::child::{ARGUMENT, Sought};
use crate::{LARGEST, MOST_TEXT, NoText};

/// How much of a file is passed on at a time, in bytes.
const PIECE: usize = 128 * 1024;

/// The most that such a process says, in bytes.
const MOST: u64 = 2 * MOST_TEXT as u64;

/// How whoever stops the server stops all that it has started, which tells nothing of the file.
const STOPS: [i32; 3] = [
    Signal::SIGHUP as i32,
    Signal::SIGINT as i32,
    Signal::SIGTERM as i32,
];

/// What a process may have.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long it may take once it has the file, by the clock on the wall and of a processor.
    pub time: Duration,
    /// How much memory it may have, in bytes.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(30),
            memory: 1024 * 1024 * 1024,
        }
    }
}

/// Starts processes that take files apart.
#[derive(Clone, Debug)]
pub struct Reader {
    program: PathBuf,
    limits: Limits,
}

impl Reader {
    /// One that starts this very program, which then calls [`asked`](crate::asked).
    pub fn own() -> Self {
        // As long as it runs, also where the file was replaced by a later version.
        Self::of("/proc/self/exe")
    }

    /// One that starts another program that does.
    pub fn of(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            limits: Limits::default(),
        }
    }

    /// The same with other limits.
    #[must_use]
    pub const fn within(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The text of a file, or why it has none.
    ///
    /// # Errors
    /// Where the file cannot be read, or the process not be started.
    pub async fn text(&self, file: impl AsyncRead) -> io::Result<Result<String, NoText>> {
        let said = self.find(Sought::Text, file).await?;
        Ok(said.and_then(|said| String::from_utf8(said).map_err(|_| NoText::Broken)))
    }

    /// A thumbnail of a picture, as JPEG of at most 320 pixels either way, or why there is none.
    ///
    /// # Errors
    /// As those of [`Reader::text`].
    pub async fn thumbnail(&self, file: impl AsyncRead) -> io::Result<Result<Vec<u8>, NoText>> {
        self.find(Sought::Thumbnail, file).await
    }

    async fn find(
        &self,
        sought: Sought,
        file: impl AsyncRead,
    ) -> io::Result<Result<Vec<u8>, NoText>> {
        let mut child = Command::new(&self.program)
            .args([ARGUMENT, sought.name()])
            .arg(self.limits.memory.to_string())
            .arg(self.limits.time.as_secs().max(1).to_string())
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        if !pass(file, input, self.limits.time).await? {
            return Ok(Err(NoText::TooMuch));
        }
        let mut said = Vec::new();
        let mut output = output.take(MOST);
        let heard = async {
            output.read_to_end(&mut said).await?;
            child.wait().await
        };
        let Ok(ended) = tokio::time::timeout(self.limits.time, heard).await else {
            // It is killed as it is dropped.
            return Ok(Err(NoText::TooMuch));
        };
        let ended = ended?;
        if ended.success() {
            return Ok(Ok(said));
        }
        if ended.signal().is_some_and(|signal| STOPS.contains(&signal)) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        Ok(Err(NoText::of_exit(ended.code())))
    }
}

/// Passes a file on; says whether it was not too large and the process took each piece within that time. A piece that does
/// not come within it is an error of wherever the file is kept. A process that has seen enough no longer listens.
async fn pass(
    file: impl AsyncRead,
    mut input: impl AsyncWrite + Unpin,
    within: Duration,
) -> io::Result<bool> {
    let mut file = std::pin::pin!(file);
    let (mut piece, mut passed) = (vec![0; PIECE], 0);
    loop {
        let read = tokio::time::timeout(within, file.read(&mut piece)).await??;
        if read == 0 {
            return Ok(true);
        }
        passed += read as u64;
        if passed > LARGEST {
            return Ok(false);
        }
        match tokio::time::timeout(within, input.write_all(&piece[..read])).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return Ok(true),
            Err(_) => return Ok(false),
        }
    }
}
