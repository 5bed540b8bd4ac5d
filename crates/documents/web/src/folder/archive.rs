//! Folders as archives, made while they are sent.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::vec;

use futures_util::{Stream, TryStreamExt as _, stream};
use poem::handler;
use poem::web::Path;
use yakusho_blobs::{BlobReader, Blobs};
use yakusho_documents::cabinet::FolderId;
use yakusho_documents::document::{Packed, pack, pack_all};
use yakusho_kernel::Fault;
use yakusho_webkit::{Answer, Visit};
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use crate::texts::Text;

/// What an archive is.
const KIND: &str = "application/zip";

/// How hard files are pressed: most are pressed already.
const LEVEL: i64 = 1;

/// `GET /documents/folders/:id/archive`
#[handler]
pub(super) async fn folder(visit: Visit, Path(id): Path<FolderId>) -> Answer {
    let (name, files) = pack(&visit.cx, id).await?;
    Ok(sent(&visit, &name, files))
}

/// `GET /documents/archive`
#[handler]
pub(super) async fn all(visit: Visit) -> Answer {
    let files = pack_all(&visit.cx).await?;
    Ok(sent(&visit, &Text::Documents.to(visit.lang), files))
}

fn sent(visit: &Visit, name: &str, files: Vec<Packed>) -> poem::Response {
    let blobs = visit.site().blobs().clone();
    visit.stream(&format!("{name}.zip"), KIND, packed(blobs, files))
}

/// An archive of the files, piece by piece, of which no more is in memory than a piece.
fn packed(blobs: Blobs, files: Vec<Packed>) -> impl Stream<Item = Result<Vec<u8>, Fault>> + Send {
    let made = Made::default();
    let packing = Packing {
        archive: Some(ZipWriter::new_stream(made.clone())),
        made,
        files: files.into_iter(),
        open: None,
        blobs,
    };
    let pieces = stream::try_unfold(packing, Packing::next);
    pieces.map_err(Fault::internal)
}

/// What of an archive is made and was not sent yet.
#[derive(Clone, Default)]
struct Made(Arc<Mutex<Vec<u8>>>);

impl Made {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Made {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        made.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An archive that is being made.
struct Packing {
    /// None once it is whole.
    archive: Option<ZipWriter<StreamWriter<Made>>>,
    made: Made,
    files: vec::IntoIter<Packed>,
    /// The file whose bytes are being put in.
    open: Option<BlobReader>,
    blobs: Blobs,
}

impl Packing {
    /// The next piece of the archive, if there is one.
    async fn next(mut self) -> io::Result<Option<(Vec<u8>, Self)>> {
        while let Some(archive) = &mut self.archive {
            let piece = match &mut self.open {
                Some(file) => file.try_next().await?,
                None => None,
            };
            if let Some(piece) = piece {
                archive.write_all(&piece)?;
            } else if let Some(Packed { path, file }) = self.files.next() {
                let options = SimpleFileOptions::default()
                    .compression_level(Some(LEVEL))
                    .large_file(file.size > u64::from(u32::MAX));
                archive.start_file(path, options)?;
                self.open = Some(self.blobs.open(&file.hash).await?);
            } else {
                self.open = None;
                if let Some(archive) = self.archive.take() {
                    archive.finish()?;
                }
            }
            let made = self.made.take();
            if !made.is_empty() {
                return Ok(Some((made, self)));
            }
        }
        Ok(None)
    }
}
