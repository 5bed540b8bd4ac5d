//! Folders copied to and fro by rclone, and looked through by cadaver.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use yakusho_tests::{Database, Hall, run};

use super::Hand;

/// Names as people have them.
const NAMES: [&str; 6] = [
    "申請書 (様式第1号).docx",
    "100% #1 & more; it's [ok].txt",
    "がぎぐ.csv",
    "report+final=v2.txt",
    "~tilde~.txt",
    "a b  c.txt",
];

fn rclone(hall: &Hall, hand: &Hand) -> Command {
    let mut obscure = Command::new("rclone");
    obscure.args(["obscure", &hand.token]);
    let password = run(obscure);
    let mut rclone = Command::new("rclone");
    rclone
        .env("HOME", hall.folder())
        .env("RCLONE_CONFIG", hall.folder().join("rclone.conf"))
        .env("RCLONE_CONFIG_HALL_TYPE", "webdav")
        .env("RCLONE_CONFIG_HALL_VENDOR", "other")
        .env(
            "RCLONE_CONFIG_HALL_URL",
            format!("{}{}", hall.url, hand.folder),
        )
        .env("RCLONE_CONFIG_HALL_USER", &hand.login)
        .env("RCLONE_CONFIG_HALL_PASS", password.trim())
        .args(["--retries", "1", "--low-level-retries", "1"]);
    rclone
}

fn write(folder: &Path, name: &str, content: &str) {
    fs::write(folder.join(name), content).expect("a file");
}

#[tokio::test]
async fn rclone_copies_a_folder_there_and_back() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "rclone").await;
    let (here, back) = (hall.folder().join("here"), hall.folder().join("back"));
    let below = here.join("下の階/もっと下");
    fs::create_dir_all(&below).expect("folders");
    // One that begins with a tilde is a program's own, and registered by nobody.
    for name in NAMES.iter().filter(|name| !name.starts_with('~')) {
        write(&here, name, &format!("{name} の中身"));
        write(&below, name, name);
    }
    write(&below, "大きい.bin", &"0123456789".repeat(500_000));
    let mut copy = rclone(&hall, &hand);
    run({
        copy.arg("copy").arg(&here).arg("hall:");
        copy
    });
    let mut fetch = rclone(&hall, &hand);
    run({
        fetch.args(["copy", "hall:"]).arg(&back);
        fetch
    });
    let mut compare = Command::new("diff");
    compare.arg("-r").arg(&here).arg(&back);
    run(compare);
    // What changed is the next version of its document; what did not is left as it is.
    let name = NAMES[0];
    write(&here, name, "書き直した中身です");
    let mut sync = rclone(&hall, &hand);
    run({
        sync.arg("sync")
            .arg("--checksum")
            .arg("--size-only")
            .arg(&here)
            .arg("hall:");
        sync
    });
    assert_eq!(
        hand.content(name).await.as_deref(),
        Some("書き直した中身です")
    );
    let versions = hand.documents().await;
    let versions: Vec<i64> = versions.iter().map(|(_, version, _)| *version).collect();
    assert_eq!(versions.iter().filter(|version| **version == 2).count(), 1);
    assert!(versions.iter().all(|version| *version <= 2), "{versions:?}");
    let mut purge = rclone(&hall, &hand);
    run({
        purge.args(["purge", "hall:下の階"]);
        purge
    });
    assert!(hand.names().await.iter().all(|name| name != "下の階"));
}

#[tokio::test]
async fn cadaver_edits_and_locks() {
    let hall = Hall::start("nogata", Database::Sqlite).await;
    let hand = Hand::of(&hall, "cadaver").await;
    let file = hall.folder().join("様式.txt");
    fs::write(&file, "一版").expect("a file");
    let host = hall.url.trim_start_matches("http://");
    let machine = host.split(':').next().expect("a host");
    let netrc = format!(
        "machine {machine}\nlogin {}\npassword {}\n",
        hand.login, hand.token
    );
    fs::write(hall.folder().join(".netrc"), netrc).expect("its configuration");
    let fetched = hall.folder().join("fetched.txt");
    let script = format!(
        "put {0} 様式.txt\nls\nlock 様式.txt\nput {0} 様式.txt\nunlock 様式.txt\nmkcol 控え\n\
         copy 様式.txt 控え/写し.txt\nmove 様式.txt 要領.txt\nget 要領.txt {1}\npropset 要領.txt note 見た\n\
         propget 要領.txt note\nquit\n",
        file.display(),
        fetched.display()
    );
    let mut cadaver = Command::new("cadaver")
        .env("HOME", hall.folder())
        .env("LC_ALL", "C.UTF-8")
        .arg(format!("{}{}", hall.url, hand.folder))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cadaver");
    let mut input = cadaver.stdin.take().expect("its input");
    input.write_all(script.as_bytes()).expect("its script");
    drop(input);
    let said = cadaver.wait_with_output().expect("what it says");
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(!said.contains("failed"), "{said}");
    assert_eq!(said.matches("succeeded").count(), 10, "{said}");
    assert_eq!(
        fs::read_to_string(&fetched).expect("the file"),
        "一版",
        "{said}"
    );
    assert_eq!(hand.names().await, ["控え", "要領.txt"]);
}
