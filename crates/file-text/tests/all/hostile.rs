//! Files that were made to do harm: they take no more than they may, and are told from others.

use std::fs::Permissions;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::pin::Pin;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWriteExt as _, ReadBuf};
use yakusho_file_text::{Limits, NoText, Reader};

use crate::{made, packed, pdf, reader, text, tight, word};

/// What is read without an end.
struct Endless;

impl AsyncRead for Endless {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let room = into.remaining();
        into.put_slice(&vec![b'a'; room]);
        Poll::Ready(Ok(()))
    }
}

/// What never comes.
struct Silent;

impl AsyncRead for Silent {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Poll::Pending
    }
}

/// What cannot be read.
struct Gone;

impl AsyncRead for Gone {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Poll::Ready(Err(io::ErrorKind::NotFound.into()))
    }
}

/// Starts a program of the shell in place of the one that reads.
fn program(script: &str) -> Reader {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", process::id()));
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    Reader::of(path)
}

#[tokio::test]
async fn a_bomb_bursts_in_its_process() {
    let much = vec![b' '; 120 * 1024 * 1024];
    let bomb = packed(&[("word/document.xml", &much)]);
    assert!(bomb.len() < much.len() / 80, "{}", bomb.len());
    assert_eq!(tight().text(&*bomb).await.unwrap(), Err(NoText::TooMuch));
    let bomb = packed(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", &much),
    ]);
    let said = tight().text(&*bomb).await.unwrap();
    assert!(said.is_err(), "{said:?}");
}

#[tokio::test]
async fn what_is_nested_deeply_is_read_all_the_same() {
    let deep = format!(
        "{}<w:t>避難</w:t>{}",
        "<w:p>".repeat(300_000),
        "</w:p>".repeat(300_000)
    );
    assert_eq!(tight().text(&*word(&deep)).await.unwrap().unwrap(), "避難");
}

#[tokio::test]
async fn entities_are_not_looked_up() {
    let document = r#"<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <d><t>&b; &x; &#x4f1a; &amp;</t></d>"#;
    let file = packed(&[("word/document.xml", document.as_bytes())]);
    assert_eq!(text(&file).await.unwrap(), "会 &");
}

#[tokio::test]
async fn a_cycle_comes_to_an_end() {
    // Pages that are their own pages, and a form that draws itself.
    let pages = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
    ]);
    let said = tight().text(&*pages).await.unwrap();
    assert!(said.is_err(), "{said:?}");
    let draws = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 \
        /Resources << /XObject << /X 4 0 R >> >> >>\nstream\n/X Do /X Do\nendstream";
    let forms = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R \
         /Resources << /XObject << /X 4 0 R >> >> >>",
        draws,
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]);
    let short = tight().within(Limits {
        time: Duration::from_secs(2),
        memory: 128 * 1024 * 1024,
    });
    let said = short.text(&*forms).await.unwrap();
    assert!(said.is_err(), "{said:?}");
}

#[tokio::test]
async fn a_file_that_comes_slowly_and_a_process_that_is_stopped_tell_nothing_of_the_file() {
    let short = reader().within(Limits {
        time: Duration::from_secs(1),
        memory: 128 * 1024 * 1024,
    });
    let (mut sender, slow) = tokio::io::duplex(16);
    let sending = async move {
        for piece in ["会議", "室の", "予約"] {
            tokio::time::sleep(Duration::from_millis(600)).await;
            sender.write_all(piece.as_bytes()).await.unwrap();
        }
    };
    let (said, ()) = tokio::join!(short.text(slow), sending);
    assert_eq!(said.unwrap().unwrap(), "会議室の予約");
    for signal in ["TERM", "INT", "HUP"] {
        let stopped = program(&format!("cat > /dev/null; kill -{signal} $$"));
        let error = stopped.text(&b"a"[..]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::Interrupted, "{signal}");
    }
    let crashed = program("cat > /dev/null; kill -SEGV $$");
    assert_eq!(crashed.text(&b"a"[..]).await.unwrap(), Err(NoText::TooMuch));
}

#[tokio::test]
async fn what_takes_too_long_or_too_much_is_given_up() {
    let short = reader().within(Limits {
        time: Duration::from_secs(1),
        memory: 128 * 1024 * 1024,
    });
    let asleep = program("exec sleep 60").within(Limits {
        time: Duration::from_secs(1),
        memory: 128 * 1024 * 1024,
    });
    let large = vec![b'a'; 1024 * 1024];
    for file in [&b"a"[..], &large] {
        assert_eq!(asleep.text(file).await.unwrap(), Err(NoText::TooMuch));
    }
    let stalled = short.text(Silent).await.unwrap_err();
    assert_eq!(stalled.kind(), io::ErrorKind::TimedOut);
    let roomy = reader().within(Limits {
        time: Duration::from_mins(2),
        memory: 1024 * 1024 * 1024,
    });
    assert_eq!(roomy.text(Endless).await.unwrap(), Err(NoText::TooMuch));
}

#[tokio::test]
async fn what_cannot_be_read_is_no_fault_of_the_file() {
    let gone = reader().text(Gone).await.unwrap_err();
    assert_eq!(gone.kind(), io::ErrorKind::NotFound);
    let nowhere = Reader::of("/nowhere").text(&b"a"[..]).await.unwrap_err();
    assert_eq!(nowhere.kind(), io::ErrorKind::NotFound);
}

#[tokio::test]
async fn what_breaks_off_is_read_as_far_as_it_goes_or_not_at_all() {
    for name in ["doc.docx", "sheet.xlsx", "slides.pptx", "doc.odt"] {
        let whole = made(name);
        let half = &whole[..whole.len() / 2];
        assert_eq!(text(half).await, Err(NoText::Broken), "{name}");
    }
    // One without its table of objects can be put together again, as other programs do.
    let whole = made("doc.pdf");
    let said = text(&whole[..whole.len() - 400]).await.unwrap();
    assert!(said.contains("防災訓練実施要領"), "{said}");
}
