//! More connections than the system has files for.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use yakusho_testkit::free_port;

use crate::program::{Folder, PATIENCE};

/// How many files the server may have, and what of these is for connections.
const FILES: u32 = 440;
const ROOM: usize = 40;

/// Asks on an open connection, which stays open; the answer's beginning.
async fn asked(stream: &mut TcpStream) -> String {
    let request = b"GET /ready HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = vec![0; 4_096];
    let read = stream.read(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

#[tokio::test]
async fn more_connections_than_there_is_room_for_wait_and_those_inside_are_served() {
    let folder = Folder::new("");
    let address = format!("127.0.0.1:{}", free_port());
    let log = folder.path("log");
    let server = folder.command();
    let mut limited = Command::new("sh");
    limited
        .args(["-c", &format!("ulimit -n {FILES} && exec \"$0\" \"$@\"")])
        .arg(server.get_program())
        .args(server.get_args())
        .env("YAKUSHO_LISTEN", &address)
        .stderr(fs::File::create(&log).unwrap())
        .stdout(Stdio::null());
    let mut child = limited.spawn().unwrap();
    let since = Instant::now();
    while reqwest::get(format!("http://{address}/health"))
        .await
        .is_err()
    {
        assert!(child.try_wait().unwrap().is_none() && since.elapsed() < PATIENCE);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut inside = TcpStream::connect(&address).await.unwrap();
    assert!(asked(&mut inside).await.starts_with("HTTP/1.1 200"));
    let mut crowd = Vec::new();
    for _ in 0..2 * ROOM {
        crowd.push(TcpStream::connect(&address).await.unwrap());
    }
    while !fs::read_to_string(&log).unwrap().contains("others wait") {
        assert!(since.elapsed() < PATIENCE, "nobody waits");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(asked(&mut inside).await.starts_with("HTTP/1.1 200"));

    let mut last = crowd.pop().unwrap();
    drop(crowd);
    assert!(asked(&mut last).await.starts_with("HTTP/1.1 200"));
    child.kill().unwrap();
    child.wait().unwrap();
}
