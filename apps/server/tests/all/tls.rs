//! HTTPS by the server itself, asked by a client that knows the authority.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::program::{Folder, PATIENCE, Running, run};

/// Puts a new certificate for `localhost` into the folder; what a client needs to know it.
fn certify(folder: &Folder) -> CertificateDer<'static> {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    fs::write(folder.path("key.pem"), signing_key.serialize_pem()).unwrap();
    fs::write(folder.path("certificate.pem"), cert.pem()).unwrap();
    cert.der().clone()
}

/// A folder with a certificate and the settings that name it.
fn folder() -> (Folder, CertificateDer<'static>) {
    let folder = Folder::new("");
    let certificate = certify(&folder);
    (folder, certificate)
}

fn settings(folder: &Folder) -> Vec<(&'static str, String)> {
    [
        ("YAKUSHO_TLS_CERTIFICATE", "certificate.pem"),
        ("YAKUSHO_TLS_KEY", "key.pem"),
    ]
    .map(|(name, file)| (name, folder.path(file).display().to_string()))
    .to_vec()
}

async fn start(folder: &Folder, trusted: &CertificateDer<'static>) -> Running {
    let settings = settings(folder);
    let variables: Vec<_> = settings
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let mut server = Running::begin(folder, &variables);
    let since = Instant::now();
    while connect(&server, trusted).await.is_none() {
        server.goes_on(since);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    server
}

/// A connection by TLS, if the server shows a certificate that is trusted.
async fn connect(
    server: &Running,
    trusted: &CertificateDer<'static>,
) -> Option<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let address = server.url.strip_prefix("http://").unwrap();
    let stream = TcpStream::connect(address).await.ok()?;
    let name = ServerName::try_from("localhost").unwrap();
    TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .ok()
}

/// Asks over an open connection, which stays open; head and body of the answer.
async fn ask(stream: &mut TlsStream<TcpStream>, path: &str) -> String {
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    loop {
        let read = stream.read_buf(&mut answer).await.unwrap();
        let text = String::from_utf8_lossy(&answer);
        let length = text
            .to_lowercase()
            .split_once("content-length: ")
            .and_then(|(_, rest)| rest.split_once("\r\n"))
            .map(|(length, _)| length.parse::<usize>().unwrap());
        if let Some((head, _)) = text.split_once("\r\n\r\n")
            && length.is_some_and(|length| answer.len() >= head.len() + 4 + length)
        {
            return text.into_owned();
        }
        assert!(read > 0, "the connection was closed: {text}");
    }
}

#[tokio::test]
async fn it_speaks_https_alone_and_its_cookies_stay_there() {
    let (folder, certificate) = folder();
    let server = start(&folder, &certificate).await;
    let mut stream = connect(&server, &certificate).await.unwrap();
    let answer = ask(&mut stream, "/sign-in").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(
        answer.contains("strict-transport-security: max-age="),
        "{answer}"
    );
    let body = "lang=en&back=/";
    let head = [
        "POST /language HTTP/1.1",
        "Host: localhost",
        &format!("Content-Length: {}", body.len()),
        "Content-Type: application/x-www-form-urlencoded",
    ];
    let request = format!("{}\r\n\r\n{body}", head.join("\r\n"));
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut chosen = vec![0; 4096];
    let read = stream.read(&mut chosen).await.unwrap();
    let chosen = String::from_utf8_lossy(&chosen[..read]).into_owned();
    assert!(
        chosen.contains("__Host-lang=") && chosen.contains("; Secure"),
        "{chosen}"
    );
    assert!(
        reqwest::get(server.at("/health")).await.is_err(),
        "in the clear"
    );
}

#[tokio::test]
async fn one_who_never_agrees_on_keys_holds_up_nobody() {
    let (folder, certificate) = folder();
    let server = start(&folder, &certificate).await;
    let address = server.url.strip_prefix("http://").unwrap();
    let mut silent = Vec::new();
    for _ in 0..20 {
        silent.push(TcpStream::connect(address).await.unwrap());
    }
    let mut stream = connect(&server, &certificate).await.unwrap();
    assert!(
        ask(&mut stream, "/health")
            .await
            .starts_with("HTTP/1.1 200")
    );
}

#[tokio::test]
async fn a_new_certificate_is_shown_at_sighup_and_open_connections_go_on() {
    let (folder, old) = folder();
    let server = start(&folder, &old).await;
    let mut open = connect(&server, &old).await.unwrap();
    ask(&mut open, "/health").await;
    let new = certify(&folder);
    server.tell(Signal::SIGHUP);
    let since = Instant::now();
    while connect(&server, &new).await.is_none() {
        assert!(since.elapsed() < PATIENCE, "{}", server.log());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(connect(&server, &old).await.is_none());
    assert!(ask(&mut open, "/health").await.starts_with("HTTP/1.1 200"));

    fs::write(folder.path("key.pem"), "nonsense").unwrap();
    server.tell(Signal::SIGHUP);
    let since = Instant::now();
    while !server
        .log()
        .contains("the certificate stays the one that was read before")
    {
        assert!(since.elapsed() < PATIENCE, "{}", server.log());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(connect(&server, &new).await.is_some());
}

#[test]
fn what_is_wrong_with_the_files_is_told_at_the_start() {
    let folder = Folder::new("[tls]\ncertificate = \"/no/such.pem\"");
    let (code, told, _) = run(folder.command());
    assert_eq!(code, 2, "{told}");
    let place = format!("{}:3: ", folder.path("yakusho.toml").display());
    let alone = format!("{place}tls.certificate needs tls.key beside it");
    assert!(told.contains(&alone), "{told}");

    let folder = Folder::new("[tls]\ncertificate = \"/no/such.pem\"\nkey = \"/\"");
    let (_, told, _) = run(folder.command());
    assert!(
        told.contains("tls.certificate: /no/such.pem: No such file"),
        "{told}"
    );

    for (file, text, wrong) in [
        (
            "certificate.pem",
            "nonsense",
            "there is no certificate in it",
        ),
        ("key.pem", "nonsense", "tls.key: "),
    ] {
        let (folder, _) = self::folder();
        fs::write(folder.path(file), text).unwrap();
        let mut command = folder.command();
        let (code, log, _) = run({
            command.envs(settings(&folder));
            command
        });
        assert_eq!(code, 1, "{log}");
        let named = folder.path(file).display().to_string();
        assert!(log.contains(wrong) && log.contains(&named), "{log}");
    }
    let (one, other) = (self::folder().0, self::folder().0);
    fs::copy(other.path("key.pem"), one.path("key.pem")).unwrap();
    let mut command = one.command();
    let (code, log, _) = run({
        command.envs(settings(&one));
        command
    });
    assert_eq!(code, 1, "{log}");
    assert!(log.contains("tls.certificate and tls.key: "), "{log}");
}
