//! A tree of files comes in as archives are really made: with names in `Shift_JIS`, what macOS leaves beside them, and what
//! is broken; and goes on where it broke off.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};

use yakusho_tests::{Client, Database, Hall, Page, Who};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// How many files come in beside the others: more than by one request.
const MANY: usize = 90;

/// `様式/ソート表.txt` in `Shift_JIS`, whose third letter ends with the byte of `\`.
const SHIFT_JIS: &[u8] = b"\x97\x6c\x8e\xae/\x83\x5c\x81\x5b\x83\x67\x95\x5c.txt";

/// What stands in its place until the archive is made.
const STAND_IN: &str = "SHIFTJIS-NAME-7.t";

/// What is in the file that is broken afterwards.
const BROKEN: &[u8] = b"these bytes are changed later";

fn archive() -> Vec<u8> {
    assert_eq!(SHIFT_JIS.len(), STAND_IN.len());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, stored).expect("a file");
        zip.write_all(bytes).expect("its bytes");
    };
    put(STAND_IN, b"a");
    put("手引き/か\u{3099}いど.txt", b"b");
    put("空.txt", b"");
    put("__MACOSX/._空.txt", b"c");
    put("../外.txt", b"d");
    put("壊れた.txt", BROKEN);
    for n in 0..MANY {
        put(&format!("多い/{n}.txt"), format!("{n}").as_bytes());
    }
    let mut bytes = zip.finish().expect("an archive").into_inner();
    replace(&mut bytes, STAND_IN.as_bytes(), SHIFT_JIS);
    replace(&mut bytes, BROKEN, b"these bytes are Changed later");
    bytes
}

/// Puts other bytes in the place of these, wherever they stand.
fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let last = bytes.len() - from.len();
    for at in 0..=last {
        if bytes[at..].starts_with(from) {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
    }
}

/// A cabinet of the head's own section; its address.
async fn cabinet(head: &Client) -> String {
    let new = "/documents/cabinets/new";
    let form = head.get(new).await.form(new).with("name", "引継ぎ資料");
    let made = head
        .submit(form.without("readers").without("writers"))
        .await;
    made.location().expect("the address of a cabinet")
}

/// Has an archive looked at.
async fn looked(head: &Client, import: &str, bytes: Vec<u8>) -> Page {
    let form = head.get(import).await.form(import);
    let form = form
        .with("category", "manual")
        .with("registration", "constant");
    head.submit(form.file("file", "資料.zip", bytes)).await
}

/// The names of the files in a cabinet.
async fn names(head: &Client, cabinet: &str) -> BTreeSet<String> {
    let path = format!("{cabinet}/archive");
    let request = head.request(reqwest::Method::GET, &path);
    let bytes = request.send().await.expect("an answer").bytes().await;
    let packed = ZipArchive::new(Cursor::new(bytes.expect("an archive")));
    let packed = packed.expect("an archive");
    let names = packed.file_names().flatten().map(Into::into);
    names.collect()
}

async fn a_tree_comes_in(database: Database) {
    let hall = Hall::start("nogata", database).await;
    let head = hall.signed_in(Who::Head).await;
    let cabinet = cabinet(&head).await;
    let import = format!("{cabinet}/import");

    let page = looked(&head, &import, archive()).await;
    assert_eq!(page.status, 200, "{page:?}");
    let text = page.text();
    assert!(text.contains("93件"), "{text}");
    assert!(text.contains("様式/ソート表.txt"), "{text}");
    assert!(text.contains("手引き/がいど.txt"), "{text}");
    for left in ["空.txt", "__MACOSX", "../外.txt"] {
        assert!(text.contains(left), "{left}: {text}");
    }
    assert_eq!(names(&head, &cabinet).await, BTreeSet::new());

    let first = head.submit(page.form(&import).with("bring", "1")).await;
    assert!(first.has("[data-goes-on] button"), "{first:?}");
    let so_far = names(&head, &cabinet).await.len();
    assert!((1..93).contains(&so_far), "{so_far}");
    // The form is sent twice at once, as by a finger that presses twice.
    let again = || head.submit(first.form(&import).with("bring", "1"));
    let (page, _) = tokio::join!(again(), again());
    let mut page = page;
    while page.has("[data-goes-on] button") {
        page = head.submit(page.form(&import).with("bring", "1")).await;
    }
    assert!(page.text().contains("取り込めなかった"), "{page:?}");
    assert!(page.text().contains("壊れた.txt"), "{page:?}");
    let mut expected: BTreeSet<String> = (0..MANY).map(|n| format!("多い/{n}.txt")).collect();
    expected.insert("様式/ソート表.txt".to_owned());
    expected.insert("手引き/がいど.txt".to_owned());
    assert_eq!(names(&head, &cabinet).await, expected);

    // What is there is left, and what was broken may come later.
    let again = looked(&head, &import, archive()).await;
    assert!(again.text().contains("1件"), "{again:?}");
    assert!(again.text().contains("すでにある"), "{again:?}");

    let wrong = looked(&head, &import, b"no archive".to_vec()).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text().contains("ZIPファイルとして読み取れません"),
        "{wrong:?}"
    );
    let without = head.submit(head.get(&import).await.form(&import)).await;
    assert!(without.has("[aria-invalid=true]"), "{without:?}");
    let stranger = hall.signed_in(Who::Staff).await;
    assert_eq!(stranger.get(&import).await.status, 404);
}

#[tokio::test]
async fn a_tree_comes_in_on_sqlite() {
    a_tree_comes_in(Database::Sqlite).await;
}

#[tokio::test]
async fn a_tree_comes_in_on_postgresql() {
    a_tree_comes_in(Database::Postgres).await;
}
