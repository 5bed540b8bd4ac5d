//! The key file: PEM (PKCS #8), readable by its owner alone.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use yakusho_audit::seal;
use yakusho_audit_chain::{KeyId, PublicKey, Signer};
use yakusho_config::write_secret;
use yakusho_kernel::Cx;

use crate::Failure;

/// The key that signs the trail: the one in that file; a new one where nothing was signed yet.
///
/// Where a change of keys broke off after the trail was handed over, the new key lies beside the file under its name, and
/// takes its place now.
pub(super) async fn open(path: &Path, cx: &Cx) -> Result<Signer, Failure> {
    let given = read(path)?;
    match (seal::signing_key(cx).await?, given) {
        (None, Some(given)) => Ok(given),
        (None, None) => make(path, cx),
        (Some(signs), Some(given)) if given.public().id() == signs => Ok(given),
        (Some(signs), given) => {
            let coming = beside(path, &signs);
            let Some(signer) = read(&coming)? else {
                return Err(format!(
                    "{}: the key {signs}, which signs the trail, is not there: put it back from where it is kept",
                    path.display()
                )
                .into());
            };
            replace(path, given.as_ref(), &coming)?;
            Ok(signer)
        }
    }
}

/// Puts a new key in the place of the one in that file, which stays beside it under its name.
///
/// The new key is on disk before the trail is handed over to it, so that whatever happens between, the key that signs is
/// there, and [`open`] finds it.
pub(super) async fn rotate(path: &Path, cx: &Cx) -> Result<PublicKey, Failure> {
    let old = open(path, cx).await?;
    let new = Signer::from_seed(cx.env().rng().bytes());
    let coming = beside(path, &new.public().id());
    write(&coming, &new)?;
    seal::rotate(cx, &old, &new).await?.into_inner();
    replace(path, Some(&old), &coming)?;
    Ok(new.public())
}

/// Gives the file to the key that lies beside it; the one that was there goes beside it in turn.
fn replace(path: &Path, old: Option<&Signer>, coming: &Path) -> Result<(), Failure> {
    if let Some(old) = old {
        std::fs::rename(path, beside(path, &old.public().id()))?;
    }
    std::fs::rename(coming, path)?;
    Ok(())
}

fn beside(path: &Path, key: &KeyId) -> PathBuf {
    path.with_extension(format!("{key}.key"))
}

fn read(path: &Path) -> Result<Option<Signer>, Failure> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(
            Signer::from_pem(&text).map_err(|error| named(&error))?,
        )),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(named(&error).into()),
    }
}

/// A new key; of several programs that make one at once, the first one's.
fn make(path: &Path, cx: &Cx) -> Result<Signer, Failure> {
    let signer = Signer::from_seed(cx.env().rng().bytes());
    match write_secret(path, signer.to_pem()?.as_bytes()) {
        Ok(()) => Ok(signer),
        Err(taken) if taken.kind() == ErrorKind::AlreadyExists => read(path)?
            .ok_or_else(|| format!("{}: it was there and is gone", path.display()).into()),
        Err(error) => Err(format!("{}: {error}", path.display()).into()),
    }
}

fn write(path: &Path, signer: &Signer) -> Result<(), Failure> {
    let written = write_secret(path, signer.to_pem()?.as_bytes());
    written.map_err(|error| format!("{}: {error}", path.display()).into())
}
