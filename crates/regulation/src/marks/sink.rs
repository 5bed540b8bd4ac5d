//! Where marks are written, and read back.

use std::collections::HashSet;
use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::{FOLDER_VARIABLE, Record, TEST_VARIABLE};

struct Sink {
    folder: PathBuf,
    /// The test on whose behalf the whole process runs.
    test: Option<String>,
    state: Mutex<State>,
}

struct State {
    file: File,
    written: HashSet<Record>,
}

fn sink() -> Option<&'static Sink> {
    static SINK: OnceLock<Option<Sink>> = OnceLock::new();
    SINK.get_or_init(open).as_ref()
}

fn open() -> Option<Sink> {
    let folder = PathBuf::from(env::var_os(FOLDER_VARIABLE)?);
    match create(&folder) {
        Ok(file) => Some(Sink {
            folder,
            test: process_test(),
            state: Mutex::new(State {
                file,
                written: HashSet::new(),
            }),
        }),
        Err(fault) => {
            eprintln!("marks are lost: {}: {fault}", folder.display());
            None
        }
    }
}

/// A new file of this process; a process id may come back during a long run, so a number follows it.
fn create(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let process = std::process::id();
    let mut number = 0_u32;
    loop {
        match File::create_new(folder.join(format!("{process}-{number}.jsonl"))) {
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => number += 1,
            result => return result,
        }
    }
}

/// The test that the process was started for, by the parent's word or nextest's.
fn process_test() -> Option<String> {
    env::var(TEST_VARIABLE).ok().or_else(|| {
        let binary = env::var("NEXTEST_BINARY_ID").ok()?;
        let test = env::var("NEXTEST_TEST_NAME").ok()?;
        Some(format!("{binary} {test}"))
    })
}

impl Sink {
    /// The test's name: the process's, or else that of the thread, which the test harness names after its test.
    fn test(&self) -> Option<String> {
        self.test.clone().or_else(|| {
            let thread = std::thread::current();
            thread
                .name()
                .filter(|name| *name != "main")
                .map(str::to_owned)
        })
    }

    fn write(&self, record: Record) -> io::Result<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.written.contains(&record) {
            return Ok(());
        }
        let mut line = serde_json::to_vec(&record)?;
        line.push(b'\n');
        state.file.write_all(&line)?;
        state.written.insert(record);
        Ok(())
    }
}

/// Writes what `record` makes of the test's name, once for each process; nothing where no folder is named.
pub(super) fn write(record: impl FnOnce(Option<String>) -> Record) {
    let Some(sink) = sink() else { return };
    if let Err(fault) = sink.write(record(sink.test())) {
        eprintln!("a mark is lost: {}: {fault}", sink.folder.display());
    }
}

pub(super) fn child_env() -> Vec<(String, String)> {
    let Some(sink) = sink() else {
        return Vec::new();
    };
    let folder = fs::canonicalize(&sink.folder).unwrap_or_else(|_| sink.folder.clone());
    let folder = (
        FOLDER_VARIABLE.to_owned(),
        folder.to_string_lossy().into_owned(),
    );
    let test = sink.test().map(|test| (TEST_VARIABLE.to_owned(), test));
    std::iter::once(folder).chain(test).collect()
}

pub(super) fn read(folder: &Path) -> io::Result<Vec<Record>> {
    let mut records = HashSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_none_or(|extension| extension != "jsonl")
        {
            continue;
        }
        for (index, line) in fs::read_to_string(&path)?.lines().enumerate() {
            let record = serde_json::from_str(line).map_err(|fault| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{}:{}: {fault}", path.display(), index + 1),
                )
            })?;
            records.insert(record);
        }
    }
    Ok(records.into_iter().collect())
}
