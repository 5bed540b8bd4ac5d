//! The key file: PEM (PKCS #8), readable by its owner alone.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use yakusho_audit::seal;
use yakusho_audit_chain::{PublicKey, Signer};
use yakusho_kernel::{Cx, Rng};

use crate::Failure;

/// The key in that file; a new one where there is none yet.
pub(super) fn open(path: &Path, rng: &Rng) -> Result<Signer, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            Signer::from_pem(&text).map_err(|error| format!("{}: {error}", path.display()).into())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let signer = Signer::from_seed(rng.bytes());
            write(path, &signer)?;
            Ok(signer)
        }
        Err(error) => Err(format!("{}: {error}", path.display()).into()),
    }
}

/// Puts a new key in the place of the one in that file, which stays beside it under its name.
///
/// The new key is on disk before the trail is handed over to it, so that whatever happens between, the key that signs is
/// there.
pub(super) async fn rotate(path: &Path, cx: &Cx) -> Result<PublicKey, Failure> {
    let old = open(path, cx.env().rng())?;
    let new = Signer::from_seed(cx.env().rng().bytes());
    let coming = beside(path, &new);
    write(&coming, &new)?;
    seal::rotate(cx, &old, &new).await?.into_inner();
    std::fs::rename(path, beside(path, &old))?;
    std::fs::rename(coming, path)?;
    Ok(new.public())
}

fn beside(path: &Path, signer: &Signer) -> PathBuf {
    path.with_extension(format!("{}.key", signer.public().id()))
}

fn write(path: &Path, signer: &Signer) -> Result<(), Failure> {
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    file.write_all(signer.to_pem()?.as_bytes())?;
    file.sync_all()?;
    Ok(())
}
