//! The file of keys that seal secrets in the database.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use yakusho_kernel::{KeyError, Keys, Rng};
use zeroize::Zeroizing;

/// Why there are no keys.
#[derive(Debug, thiserror::Error)]
#[error("the key file {}: {cause}", file.display())]
pub struct KeyFileError {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    #[source]
    pub cause: KeyFileCause,
}

/// What is wrong with a key file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileCause {
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It does not hold keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
}

/// The keys in the file. Where there is no such file yet, one is made with a new key, for its owner's eyes alone; of
/// several programs that start at once, one makes it.
pub(crate) fn of_file(file: &Path, rng: &Rng) -> Result<Keys, KeyFileError> {
    let keys = match read(file) {
        Err(KeyFileCause::Io(error)) if error.kind() == ErrorKind::NotFound => {
            make(file, rng).and_then(|()| read(file))
        }
        other => other,
    };
    keys.map_err(|cause| KeyFileError {
        file: file.to_owned(),
        cause,
    })
}

fn read(file: &Path) -> Result<Keys, KeyFileCause> {
    let text = Zeroizing::new(std::fs::read_to_string(file)?);
    Ok(Keys::parse(&text)?)
}

fn make(file: &Path, rng: &Rng) -> Result<(), KeyFileCause> {
    match write_secret(file, Keys::random(rng).text().as_bytes()) {
        Err(taken) if taken.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => Ok(made?),
    }
}

/// Writes a secret into a file that is not there yet, for its owner's eyes alone: whole, or not at all.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] where the file is there: another program was first, and its secret stays.
pub fn write_secret(file: &Path, secret: &[u8]) -> std::io::Result<()> {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // A temporary file is its owner's alone (0600), and takes the name when it is whole.
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(secret)?;
    fresh.as_file().sync_all()?;
    fresh.persist_noclobber(file)?;
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys");
        let first = of_file(&file, &Rng::system()).unwrap();
        let second = of_file(&file, &Rng::system()).unwrap();
        assert_eq!(first.text(), second.text());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn what_holds_no_keys_is_named_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys");
        std::fs::write(&file, "nonsense\n").unwrap();
        let error = of_file(&file, &Rng::system()).unwrap_err().to_string();
        assert!(
            error.ends_with("keys: line 1 is no key: 32 bytes in base64 are expected"),
            "{error}"
        );
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "nonsense\n");
    }
}
