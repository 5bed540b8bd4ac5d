//! How many connections there are at once: fewer than the system lets the server have files, so that there is always one
//! for the database, for a file that is read, or for the log. Whoever comes beyond that waits to be accepted.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use poem::http::uri::Scheme;
use poem::listener::Acceptor;
use poem::web::{LocalAddr, RemoteAddr};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// At most so many, however many files there may be: each takes some kilobytes.
const MOST: u64 = 20_000;

/// Files that the server needs besides: the database's, those that are read and written, and those of metrics.
const OWN: u64 = 400;

/// How many connections there can be at once, after the system was asked for as many files as it gives.
pub(crate) fn most() -> io::Result<usize> {
    let (given, limit) = getrlimit(Resource::RLIMIT_NOFILE)?;
    let wanted = limit.min(MOST + OWN);
    if given < wanted {
        setrlimit(Resource::RLIMIT_NOFILE, wanted, limit)?;
    }
    let most = given.max(wanted).saturating_sub(OWN).clamp(1, MOST);
    usize::try_from(most).map_err(io::Error::other)
}

/// Accepts connections as long as there is room for one more.
pub(crate) struct Limited<A> {
    inner: A,
    room: Arc<Semaphore>,
    /// Whether there was none at the last one.
    full: bool,
}

impl<A> Limited<A> {
    pub(crate) fn new(inner: A, most: usize) -> Self {
        let room = Arc::new(Semaphore::new(most));
        Self {
            inner,
            room,
            full: false,
        }
    }

    async fn place(&mut self) -> io::Result<OwnedSemaphorePermit> {
        let room = Arc::clone(&self.room);
        if let Ok(place) = Arc::clone(&room).try_acquire_owned() {
            self.full = false;
            return Ok(place);
        }
        if !std::mem::replace(&mut self.full, true) {
            tracing::warn!("there are as many connections as there can be: others wait");
        }
        room.acquire_owned().await.map_err(io::Error::other)
    }
}

impl<A: Acceptor> Acceptor for Limited<A> {
    type Io = Placed<A::Io>;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.inner.local_addr()
    }

    async fn accept(&mut self) -> io::Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        let place = self.place().await?;
        let (io, local, remote, scheme) = self.inner.accept().await?;
        let placed = Placed { io, _place: place };
        Ok((placed, local, remote, scheme))
    }
}

/// A connection that takes up room until it closes.
pub(crate) struct Placed<T> {
    io: T,
    _place: OwnedSemaphorePermit,
}

impl<T: AsyncRead + Unpin> AsyncRead for Placed<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(cx, buffer)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Placed<T> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(cx, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }
}
