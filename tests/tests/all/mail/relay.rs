//! A relay that takes mail, sends it away, or falls silent, as the test has it.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the relay answers to whoever brings mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// It takes everything.
    Takes,
    /// It sends everybody away until later.
    NotNow,
    /// It knows no recipient.
    Never,
    /// It keeps what it is given, and never says so.
    Silent,
}

/// The relay: it runs as long as the test.
#[derive(Clone)]
pub(super) struct Relay {
    pub(super) port: u16,
    state: Arc<Mutex<State>>,
}

struct State {
    mood: Mood,
    tried: usize,
    given: Vec<String>,
}

impl Relay {
    pub(super) async fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let listener = listener.expect("a port for a relay");
        let port = listener.local_addr().expect("a port for a relay").port();
        let (tried, given) = (0, Vec::new());
        let state = Arc::new(Mutex::new(State { mood, tried, given }));
        let relay = Self { port, state };
        let own = relay.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let own = own.clone();
                // Whoever brings mail may die over it.
                tokio::spawn(async move { own.talk(stream).await.ok() });
            }
        });
        relay
    }

    pub(super) fn set(&self, mood: Mood) {
        self.with(|state| state.mood = mood);
    }

    /// How often somebody named a recipient.
    pub(super) fn tried(&self) -> usize {
        self.with(|state| state.tried)
    }

    /// Every mail that it was given, whether it said that it took it or not.
    pub(super) fn given(&self) -> Vec<String> {
        self.with(|state| state.given.clone())
    }

    fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// One conversation by RFC 5321.
    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 relay\r\n").await?;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let verb = line.get(..4).unwrap_or_default().to_uppercase();
            let mood = self.with(|state| state.mood);
            let answer = match (verb.as_str(), mood) {
                ("RCPT", mood) => {
                    self.with(|state| state.tried += 1);
                    match mood {
                        Mood::NotNow => "451 4.3.2 not now",
                        Mood::Never => "550 5.1.1 no such user",
                        Mood::Takes | Mood::Silent => "250 ok",
                    }
                }
                ("DATA", _) => {
                    stream.write_all(b"354 go on\r\n").await?;
                    let text = read_mail(&mut stream).await?;
                    self.with(|state| state.given.push(text));
                    if mood == Mood::Silent {
                        std::future::pending::<()>().await;
                    }
                    "250 taken"
                }
                ("QUIT", _) => "221 bye",
                _ => "250 relay",
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }
}

async fn read_mail(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 || line == ".\r\n" {
            return Ok(text);
        }
        text += &line;
    }
}
