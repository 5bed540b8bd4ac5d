//! Between a client and a server, somebody who passes on what is asked and keeps what is answered.

use tokio::io::{AsyncReadExt as _, copy};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A relay for one connection. The client gets no answer, and knows that it gets none once this is dropped.
#[derive(Debug)]
pub struct Relay {
    /// Its address, in place of the server's.
    pub url: String,
    answer: Option<oneshot::Receiver<Vec<u8>>>,
    carrying: JoinHandle<()>,
}

impl Relay {
    /// A relay to the server at that address.
    pub async fn to(url: &str) -> Self {
        let server = url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let listener = listener.expect("a port for a relay");
        let own = listener.local_addr().expect("a port for a relay");
        let (tell, answer) = oneshot::channel();
        let carrying = tokio::spawn(async move {
            let (mut client, _) = listener.accept().await.expect("a client");
            let mut server = TcpStream::connect(server).await.expect("a server");
            let (mut asks, _unused) = client.split();
            let (mut answers, mut asked) = server.split();
            let mut first = vec![0; 1 << 16];
            tokio::select! {
                _ = copy(&mut asks, &mut asked) => {}
                read = answers.read(&mut first) => {
                    first.truncate(read.unwrap_or(0));
                    // Whoever waits for it may have given up.
                    let _ = tell.send(first);
                    // The client goes on waiting.
                    std::future::pending::<()>().await;
                }
            }
        });
        Self {
            url: format!("http://{own}"),
            answer: Some(answer),
            carrying,
        }
    }

    /// Waits for the answer that the client does not get, and says how it begins.
    ///
    /// # Panics
    /// Where nothing was asked, or this was waited for before.
    pub async fn answer(&mut self) -> String {
        let answer = self.answer.take().expect("one answer");
        let answer = answer.await.expect("a request and its answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.carrying.abort();
    }
}
