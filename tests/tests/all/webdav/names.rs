//! Names of every kind lead where they say.

use yakusho_tests::{Database, Hall};

use super::Hand;

#[tokio::test]
async fn every_name_leads_to_its_file() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "名前").await;
    for (given, shown) in [
        ("申請書 (案).txt", "申請書 (案).txt"),
        ("100% #1 & x+y=z;@!$,'.txt", "100% #1 & x+y=z;@!$,'.txt"),
        // As a Mac writes it, and as everybody reads it.
        ("か\u{3099}き\u{3099}.txt", "がぎ.txt"),
        ("4/1の案?.txt", "4／1の案？.txt"),
        ("a:b*c.txt", "a：b＊c.txt"),
        ("con.txt", "_con.txt"),
        ("点で終わる.", "点で終わる．"),
        ("𠮷野家😀.txt", "𠮷野家😀.txt"),
    ] {
        assert_eq!(hand.put(given, given).await, 201, "{given}");
        assert_eq!(hand.content(given).await.as_deref(), Some(given), "{given}");
        assert_eq!(hand.content(shown).await.as_deref(), Some(given), "{given}");
        assert!(
            hand.names().await.iter().any(|name| name == shown),
            "{given}"
        );
        assert_eq!(hand.put(shown, "次").await, 204, "{given}");
    }
    assert_eq!(hand.documents().await.len(), 8);
}

#[tokio::test]
async fn parts_and_tags_of_files_are_given() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "部分").await;
    let path = hand.path("長い.txt");
    assert_eq!(hand.put("長い.txt", "0123456789").await, 201);
    let part = hand.sent("GET", &path, |request| request.header("Range", "bytes=2-4"));
    let part = part.await;
    assert_eq!((part.status, &*part.text()), (206, "234"));
    let head = hand.send("HEAD", &path, "").await;
    assert_eq!((head.status, head.header("content-length")), (200, "10"));
    let tag = head.header("etag").to_owned();
    let known = hand.sent("GET", &path, |request| {
        request.header("If-None-Match", &tag)
    });
    assert_eq!(known.await.status, 304);
    let other = hand.sent("GET", &path, |request| request.header("If-Match", "\"x\""));
    assert_eq!(other.await.status, 412);
    let once = hand.sent("PUT", &path, |request| {
        request.header("If-None-Match", "*").body("x")
    });
    assert_eq!(once.await.status, 412);
    let part = hand.sent("PUT", &path, |request| {
        request.header("Content-Range", "bytes 0-0/10").body("x")
    });
    assert_eq!(part.await.status, 400);
}
