//! The load maker: so many connections, each asking again as soon as it is answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{HOST, LOCATION};
use hyper::{HeaderMap, Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::Failure;

/// A request, without its connection.
pub(crate) type Asked = Request<Full<Bytes>>;

/// An answer, whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    /// The body as text; what is no text becomes U+FFFD.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where it sends on to.
    pub(crate) fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION)?.to_str().ok()
    }
}

/// What is asked, by the number of the request, and what counts as a right answer.
#[derive(Clone)]
pub(crate) struct Script {
    make: Arc<dyn Fn(usize) -> Asked + Send + Sync>,
    right: Arc<dyn Fn(&Answer) -> bool + Send + Sync>,
}

impl Script {
    /// Requests made by `make`, whose answers `right` looks at.
    pub(crate) fn new(
        make: impl Fn(usize) -> Asked + Send + Sync + 'static,
        right: impl Fn(&Answer) -> bool + Send + Sync + 'static,
    ) -> Self {
        Self {
            make: Arc::new(make),
            right: Arc::new(right),
        }
    }
}

/// A request for a page.
pub(crate) fn get(path: &str, cookie: &str) -> Asked {
    let mut request = Request::new(Full::default());
    if let Ok(uri) = path.parse() {
        *request.uri_mut() = uri;
    }
    if let Ok(cookie) = cookie.parse() {
        request.headers_mut().insert(hyper::header::COOKIE, cookie);
    }
    request
}

/// A request that sends something.
pub(crate) fn post(path: &str, cookie: &str, kind: &str, body: impl Into<Bytes>) -> Asked {
    let mut request = get(path, cookie).map(|_| Full::new(body.into()));
    *request.method_mut() = Method::POST;
    if let Ok(kind) = kind.parse() {
        request
            .headers_mut()
            .insert(hyper::header::CONTENT_TYPE, kind);
    }
    request
}

/// The kind of a form without files.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// A connection that stays open, where the server lets it.
pub(crate) struct Connection {
    sender: SendRequest<Full<Bytes>>,
    address: SocketAddr,
}

impl Connection {
    /// Connects.
    pub(crate) async fn open(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, address })
    }

    /// Asks, and waits for the whole answer. Where the server closed the connection after the last one, it is opened anew.
    pub(crate) async fn ask(&mut self, mut request: Asked) -> Result<Answer, Failure> {
        let host = self.address.to_string().parse()?;
        request.headers_mut().insert(HOST, host);
        if self.sender.ready().await.is_err() {
            *self = Self::open(self.address).await?;
        }
        let (head, body) = self.sender.send_request(request).await?.into_parts();
        Ok(Answer {
            status: head.status,
            headers: head.headers,
            body: body.collect().await?.to_bytes(),
        })
    }
}

/// Asks once, on a connection of its own.
pub(crate) async fn ask(address: SocketAddr, request: Asked) -> Result<Answer, Failure> {
    Connection::open(address).await?.ask(request).await
}

/// The text of the page on which something new begins: it has a key in its address, to which it sends on.
pub(crate) async fn new_page(
    address: SocketAddr,
    path: &str,
    cookie: &str,
) -> Result<String, Failure> {
    let mut connection = Connection::open(address).await?;
    let sent_on = connection.ask(get(path, cookie)).await?;
    let own = sent_on.location().ok_or("no page of its own")?;
    Ok(connection.ask(get(own, cookie)).await?.text())
}

/// How fast the answers came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measured {
    /// Answers a second.
    pub(crate) rate: f64,
    /// How long the server had the processors for each answer, on average.
    pub(crate) cpu: Duration,
    /// How long each answer took, in microseconds, the shortest first.
    took: Vec<u32>,
}

impl Measured {
    /// Answers that came one after the other.
    pub(crate) fn of(took: Vec<Duration>) -> Self {
        let all: Duration = took.iter().sum();
        let answers = u32::try_from(took.len()).unwrap_or(u32::MAX);
        let took = took.into_iter().map(|one| u32::try_from(one.as_micros()));
        let mut took: Vec<u32> = took.map(|one| one.unwrap_or(u32::MAX)).collect();
        took.sort_unstable();
        Self {
            rate: f64::from(answers) / all.as_secs_f64(),
            took,
            ..Self::default()
        }
    }

    /// The time within which so many of 100 answers came.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let place = (self.took.len() * percent / 100).min(self.took.len().saturating_sub(1));
        Duration::from_micros(self.took.get(place).copied().unwrap_or(0).into())
    }

    /// All answers of several rounds, at the median of their rates.
    pub(crate) fn together(rounds: &[Self]) -> Self {
        let mut took: Vec<u32> = rounds.iter().flat_map(|round| round.took.clone()).collect();
        took.sort_unstable();
        let rate = median(rounds.iter().map(|round| round.rate));
        let cpu = median(rounds.iter().map(|round| round.cpu.as_secs_f64()));
        Self {
            rate,
            cpu: Duration::from_secs_f64(cpu),
            took,
        }
    }

    /// The same, where the server had the processors for that long altogether.
    pub(crate) fn taking(self, cpu: Duration) -> Self {
        let answers = u32::try_from(self.took.len()).unwrap_or(u32::MAX).max(1);
        Self {
            cpu: cpu / answers,
            ..self
        }
    }
}

/// The middle one of the figures; of an even number of them, the lower one.
pub(crate) fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_unstable_by(f64::total_cmp);
    let middle = figures.len().saturating_sub(1) / 2;
    figures.get(middle).copied().unwrap_or(0.0)
}

/// Asks on so many connections for that time; any wrong answer fails it.
pub(crate) async fn during(
    address: SocketAddr,
    connections: usize,
    span: Duration,
    script: &Script,
) -> Result<Measured, Failure> {
    let over = Arc::new(AtomicBool::new(false));
    let timer = Arc::clone(&over);
    tokio::spawn(async move {
        tokio::time::sleep(span).await;
        timer.store(true, Ordering::Relaxed);
    });
    until(address, connections, over, script).await
}

/// Asks on so many connections until it is over; any wrong answer fails it.
pub(crate) async fn until(
    address: SocketAddr,
    connections: usize,
    over: Arc<AtomicBool>,
    script: &Script,
) -> Result<Measured, Failure> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut open = Vec::with_capacity(connections);
    for _ in 0..connections {
        open.push(Connection::open(address).await?);
    }
    let since = Instant::now();
    let mut asking = JoinSet::new();
    for connection in open {
        let (script, next, over) = (script.clone(), Arc::clone(&next), Arc::clone(&over));
        asking.spawn(async move { on_one(connection, &script, &next, &over).await });
    }
    let mut took = Vec::new();
    while let Some(asked) = asking.join_next().await {
        took.extend(asked??);
    }
    let seconds = since.elapsed().as_secs_f64();
    took.sort_unstable();
    let rate = f64::from(u32::try_from(took.len())?) / seconds;
    Ok(Measured {
        rate,
        took,
        ..Measured::default()
    })
}

async fn on_one(
    mut connection: Connection,
    script: &Script,
    next: &AtomicUsize,
    over: &AtomicBool,
) -> Result<Vec<u32>, Failure> {
    let mut took = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let request = (script.make)(next.fetch_add(1, Ordering::Relaxed));
        let since = Instant::now();
        let answer = connection.ask(request).await?;
        took.push(u32::try_from(since.elapsed().as_micros()).unwrap_or(u32::MAX));
        if !(script.right)(&answer) {
            let (status, text) = (answer.status, answer.text());
            let main = text.find("<main").unwrap_or(0);
            let beginning: String = text[main..].chars().take(2_000).collect();
            return Err(format!("a wrong answer, {status}: {beginning}").into());
        }
    }
    Ok(took)
}
