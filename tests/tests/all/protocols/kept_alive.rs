//! A connection goes on after a request that was refused before all of it had come.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use yakusho_tests::{Database, Hall};

/// How long the body comes after the head.
const LATER: Duration = Duration::from_millis(100);

#[tokio::test]
async fn a_refusal_leaves_the_connection_to_those_who_ask_next() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let address = hall.url.trim_start_matches("http://");
    for (path, status) in [
        ("POST /api/v1/board/posts", "401"),
        ("DELETE /api/v1/board/posts", "405"),
        ("POST /api/v1/nowhere", "404"),
        ("POST /board/new", "303"),
    ] {
        let mut stream = TcpStream::connect(address).await.expect("the server");
        let head = format!(
            "{path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
             Content-Length: 2\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.expect("taken");
        tokio::time::sleep(LATER).await;
        let rest =
            format!("{{}}GET /health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(rest.as_bytes()).await.expect("taken");
        let mut said = String::new();
        stream.read_to_string(&mut said).await.expect("answers");
        assert!(
            said.starts_with(&format!("HTTP/1.1 {status}")),
            "{path}: {said}"
        );
        assert!(said.contains("HTTP/1.1 200"), "{path}: {said}");
    }
}
