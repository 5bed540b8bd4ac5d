//! Archives that come in: what is in them, and their files one by one.

use std::io::{self, Read as _, Seek as _, SeekFrom};

use encoding_rs::SHIFT_JIS;
use futures_util::stream;
use tokio::io::AsyncRead;
use tokio::sync::mpsc::{Sender, channel};
use tokio::task::spawn_blocking;
use tokio_util::io::StreamReader;
use yakusho_blobs::{BlobError, SeekableBlob};
use yakusho_documents::import::{Incoming, MOST_FILES};
use yakusho_kernel::{Fault, Invalid, Reason};
use yakusho_webkit::kept_file::FIELD;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

/// How much of a file is unpacked at a time.
const PIECE: usize = 128 * 1024;

/// How many such pieces wait to be stored.
const WAITING: usize = 4;

/// The longest comment that an archive ends with, and what stands before it (APPNOTE.TXT 4.3.16).
const LONGEST_END: u64 = 22 + 0xffff;

/// An archive.
pub(super) struct Archive {
    zip: ZipArchive<SeekableBlob>,
    /// Its files, and no folders.
    tree: Vec<Incoming>,
    /// Where each of them stands in it.
    places: Vec<usize>,
}

impl Archive {
    /// Reads what is in an archive.
    ///
    /// # Errors
    /// The field of the file, where it is no archive, or one of too many files.
    pub(super) async fn open(blob: SeekableBlob) -> Result<Self, Fault> {
        let read = spawn_blocking(move || read(blob)).await;
        let zip = read.map_err(Fault::internal)??;
        let (mut tree, mut places) = (Vec::new(), Vec::new());
        for place in 0..zip.len() {
            let Ok(entry) = zip.by_index_data(place) else {
                continue;
            };
            if entry.is_dir() {
                continue;
            }
            let packed = entry.compression();
            let packed = matches!(
                packed,
                CompressionMethod::Stored | CompressionMethod::Deflated
            );
            tree.push(Incoming {
                path: name(entry.name_raw()),
                size: entry.size(),
                readable: packed && !entry.encrypted() && !entry.is_symlink(),
            });
            places.push(place);
        }
        Ok(Self { zip, tree, places })
    }

    /// Its files, in its order.
    pub(super) fn tree(&self) -> &[Incoming] {
        &self.tree
    }

    /// What is in one of them. Bytes other than the archive promises fail the reader.
    pub(super) fn file(&self, at: usize) -> impl AsyncRead + Send + use<> {
        let (pieces, come) = channel(WAITING);
        let (mut zip, place) = (self.zip.clone(), self.places.get(at).copied());
        spawn_blocking(move || {
            if let Err(error) = pour(&mut zip, place, &pieces) {
                // Whoever does not listen any more needs not to be told.
                let _ = pieces.blocking_send(Err(error));
            }
        });
        let come = stream::unfold(come, |mut come| async move {
            let piece = come.recv().await?;
            Some((piece, come))
        });
        StreamReader::new(Box::pin(come))
    }
}

fn read(mut blob: SeekableBlob) -> Result<ZipArchive<SeekableBlob>, Fault> {
    let unavailable = |cause: io::Error| match cause.downcast::<BlobError>() {
        Ok(cause) => Fault::Unavailable(cause.into()),
        Err(_) => no_archive(),
    };
    // An archive that says so is not read at all: what is known of each of its files is held in memory.
    if counted(&mut blob).map_err(unavailable)? > MOST_FILES {
        return Err(Invalid::field(FIELD, Reason::TooMany { max: MOST_FILES }).into());
    }
    ZipArchive::new(blob).map_err(|error| match error {
        ZipError::Io(cause) => unavailable(cause),
        _ => no_archive(),
    })
}

fn no_archive() -> Fault {
    Invalid::field(FIELD, Reason::Code("no_archive")).into()
}

/// How many files an archive says that it has: `0xffff` is said by those of more (APPNOTE.TXT 4.4.22).
fn counted(blob: &mut SeekableBlob) -> io::Result<usize> {
    let size = blob.seek(SeekFrom::End(0))?;
    blob.seek(SeekFrom::Start(size.saturating_sub(LONGEST_END)))?;
    let mut end = Vec::new();
    blob.take(LONGEST_END).read_to_end(&mut end)?;
    let said = end
        .windows(12)
        .rev()
        .find(|bytes| bytes.starts_with(b"PK\x05\x06"));
    let count = said.and_then(|bytes| Some(u16::from_le_bytes([*bytes.get(10)?, *bytes.get(11)?])));
    Ok(count.unwrap_or_default().into())
}

/// A name as it was meant: archives of Windows write names in `Shift_JIS` and do not say so.
fn name(bytes: &[u8]) -> String {
    if let Ok(name) = str::from_utf8(bytes) {
        return name.to_owned();
    }
    let read = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes);
    // A name that is neither has a sign that cannot be seen taken for what is wrong with it.
    read.map_or_else(|| "\0".to_owned(), Into::into)
}

/// Unpacks a file piece by piece.
fn pour(
    zip: &mut ZipArchive<SeekableBlob>,
    place: Option<usize>,
    pieces: &Sender<io::Result<io::Cursor<Vec<u8>>>>,
) -> io::Result<()> {
    let place = place.ok_or(io::ErrorKind::NotFound)?;
    let mut file = zip.by_index(place).map_err(io::Error::other)?;
    let mut left = file.size();
    loop {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        // An archive may hold more than it says.
        left = left
            .checked_sub(read as u64)
            .ok_or(io::ErrorKind::InvalidData)?;
        piece.truncate(read);
        if pieces.blocking_send(Ok(io::Cursor::new(piece))).is_err() {
            return Ok(());
        }
    }
    if left > 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(())
}
