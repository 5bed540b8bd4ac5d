//! Sixteen programs write, move, copy and delete files in one folder, by WebDAV, by the API and by pages, while the server is
//! killed under them. Each has names of its own, and knows what they hold: no byte is lost, and hashes agree.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use tokio::task::JoinSet;
use yakusho_tests::figures::{self, Figures};
use yakusho_tests::{Client, Database, Hall, Who};

use crate::webdav::{Hand, encoded};

/// How many programs there are, and how many names each has.
const PROGRAMS: usize = 16;
const NAMES: usize = 4;

/// How many acts all of them do, where no variable says otherwise, and after how many the server is killed.
const FEW: u32 = 96;
const LIFE: usize = 48;

/// How long a program waits until it asks a server again that is away.
const AGAIN: Duration = Duration::from_millis(50);

/// How long it waits for one answer.
const PATIENCE: Duration = Duration::from_mins(2);

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_in_a_cabinet_is_lost_on_sqlite() {
    nothing_is_lost(Database::Sqlite, "cabinets on SQLite").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_in_a_cabinet_is_lost_on_postgresql() {
    nothing_is_lost(Database::Postgres, "cabinets on PostgreSQL").await;
}

async fn nothing_is_lost(database: Database, name: &str) {
    let mut hall = Hall::start("nogata", database).await;
    let hand = Hand::of(&hall, "乱数").await;
    let browser = hall.signed_in(Who::Administrator).await;
    let folder = hand.folder_id().await;
    let all = figures::rounds("YAKUSHO_TEST_CABINET_ACTS", FEW);
    let all = usize::try_from(all).expect("a number");
    let done = Arc::new(AtomicUsize::new(0));
    let mut programs = JoinSet::new();
    for number in 0..PROGRAMS {
        let program = Program::new(number, &hand, &folder, &browser);
        programs.spawn(program.runs(all / PROGRAMS, Arc::clone(&done)));
    }
    let mut told = Figures::default();
    for end in (LIFE / 2..all).step_by(LIFE) {
        while done.load(Ordering::Relaxed) < end {
            tokio::time::sleep(AGAIN).await;
        }
        hall.kill();
        let dead = Instant::now();
        hall.start_again().await;
        told.recovery = told.recovery.max(dead.elapsed());
        told.rounds += 1;
    }
    let mut expected = BTreeMap::new();
    while let Some(program) = programs.join_next().await {
        let program = program.expect("a program that came to its end");
        told.acknowledged += program.acknowledged;
        told.again += program.unsure;
        expected.extend(program.known());
    }
    let mut found = BTreeMap::new();
    for name in hand.names().await {
        let answer = hand.send("GET", &hand.path(&name), "").await;
        let tag = answer.header("etag").trim_matches('"').to_owned();
        found.insert(name, (answer.text(), tag));
    }
    let contents = found
        .iter()
        .map(|(name, (content, _))| (name.clone(), content.clone()));
    assert_eq!(contents.collect::<BTreeMap<_, _>>(), expected);
    // By what the API lists, each document has one file, whose hash is that of what was fetched.
    let mut hashes: Vec<String> = Vec::new();
    for (title, _, files) in hand.documents().await {
        assert_eq!(files.len(), 1, "{title}: {files:?}");
        hashes.extend(files);
    }
    hashes.sort();
    let mut tags: Vec<&str> = found.values().map(|(_, tag)| tag.as_str()).collect();
    tags.sort_unstable();
    assert_eq!(hashes.len(), tags.len());
    for (hash, tag) in hashes.iter().zip(tags) {
        assert!(!tag.is_empty() && hash.starts_with(tag), "{hash} and {tag}");
    }
    told.stored = found.len();
    figures::tell(name, &told);
}

/// A program, with what each of its names may hold: nothing, or a text. More than one only until it has looked.
struct Program {
    hand: Hand,
    folder: String,
    browser: Client,
    number: usize,
    rng: StdRng,
    holds: BTreeMap<String, Vec<Option<String>>>,
    acknowledged: usize,
    unsure: usize,
    texts: usize,
}

/// That an answer was lost, or that the server could not say.
struct Lost;

impl Program {
    fn new(number: usize, hand: &Hand, folder: &str, browser: &Client) -> Self {
        let names = (0..NAMES).map(|count| format!("帳票 {number}-{count}.txt"));
        Self {
            hand: hand.clone(),
            folder: folder.to_owned(),
            browser: browser.clone(),
            number,
            rng: StdRng::seed_from_u64(number as u64),
            holds: names.map(|name| (name, vec![None])).collect(),
            acknowledged: 0,
            unsure: 0,
            texts: 0,
        }
    }

    /// What its names hold.
    fn known(&self) -> BTreeMap<String, String> {
        let known = self.holds.iter();
        let known = known.filter_map(|(name, held)| Some((name.clone(), held[0].clone()?)));
        known.collect()
    }

    async fn runs(mut self, acts: usize, done: Arc<AtomicUsize>) -> Self {
        for _ in 0..acts {
            if self.act().await.is_ok() {
                self.acknowledged += 1;
            } else {
                self.unsure += 1;
                self.look().await;
            }
            done.fetch_add(1, Ordering::Relaxed);
        }
        self
    }

    fn held(&self, name: &str) -> Option<String> {
        self.holds[name][0].clone()
    }

    /// Notes that a name may hold that, too, while it is written.
    fn may_hold(&mut self, name: &str, content: Option<String>) {
        self.holds.entry(name.to_owned()).or_default().push(content);
    }

    /// Notes that a name holds what was last noted.
    fn now_holds(&mut self, name: &str) {
        let held = self.holds.entry(name.to_owned()).or_default();
        held.drain(..held.len() - 1);
    }

    fn name(&mut self) -> String {
        let count = self.rng.random_range(0..NAMES);
        format!("帳票 {}-{count}.txt", self.number)
    }

    fn text(&mut self) -> String {
        self.texts += 1;
        let words = format!("{} の {} 番目。", self.number, self.texts);
        words.repeat(self.rng.random_range(1..2_000))
    }

    async fn act(&mut self) -> Result<(), Lost> {
        let name = self.name();
        let Some(before) = self.held(&name) else {
            return self.put(&name).await;
        };
        match self.rng.random_range(0..9) {
            0 | 1 => self.put(&name).await,
            2 => self.save_as_office(&name).await,
            3 => self.edit_by_api(&name).await,
            4 => self.edit_by_page(&name).await,
            5 => {
                self.may_hold(&name, None);
                let delete = self.hand.request("DELETE", &self.hand.path(&name));
                self.answered(delete, &[204]).await?;
                self.now_holds(&name);
                Ok(())
            }
            kind => {
                let to = self.name();
                if to == name {
                    return Ok(());
                }
                let moves = kind < 8;
                self.may_hold(&to, Some(before));
                if moves {
                    self.may_hold(&name, None);
                }
                let method = if moves { "MOVE" } else { "COPY" };
                let request = self.hand.request(method, &self.hand.path(&name));
                let request = request.header("Destination", self.hand.path(&to));
                self.answered(request, &[201, 204]).await?;
                self.now_holds(&to);
                self.now_holds(&name);
                Ok(())
            }
        }
    }

    async fn put(&mut self, name: &str) -> Result<(), Lost> {
        let text = self.text();
        self.may_hold(name, Some(text.clone()));
        let request = self.hand.request("PUT", &self.hand.path(name));
        self.answered(request.body(text), &[201, 204]).await?;
        self.now_holds(name);
        Ok(())
    }

    /// Writes a new file beside the old one, puts that aside, and the new one into its place.
    async fn save_as_office(&mut self, name: &str) -> Result<(), Lost> {
        let text = self.text();
        self.may_hold(name, Some(text.clone()));
        let [new, old] = self.temporary();
        let hand = self.hand.clone();
        let moved = |from: &str, to: &str| {
            let request = hand.request("MOVE", &hand.path(from));
            request.header("Destination", hand.path(to))
        };
        let put = hand.request("PUT", &hand.path(&new)).body(text);
        self.answered(put, &[201]).await?;
        self.answered(moved(name, &old), &[201]).await?;
        self.answered(moved(&new, name), &[201]).await?;
        self.answered(hand.request("DELETE", &hand.path(&old)), &[204])
            .await?;
        self.now_holds(name);
        Ok(())
    }

    fn temporary(&self) -> [String; 2] {
        ["WRD", "WRL"].map(|kind| format!("~{kind}{:04}.tmp", self.number))
    }

    /// The id of the document of that name.
    async fn id(&self, name: &str) -> Result<String, Lost> {
        let stem = name.trim_end_matches(".txt");
        let ids = self.hand.try_ids(&self.folder).await.ok_or(Lost)?;
        let found = ids.into_iter().find(|(_, title)| title == stem);
        found.map(|(id, _)| id).ok_or(Lost)
    }

    async fn edit_by_api(&mut self, name: &str) -> Result<(), Lost> {
        let (id, text) = (self.id(name).await?, self.text());
        let address = format!("/api/v1/documents/{id}");
        let program = self.hand.program.clone();
        let shown = program.request(Method::GET, &address);
        let shown = self.answered(shown, &[200]).await?;
        let mut document: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        let named = format!("/api/v1/attachments?name={}", encoded(name));
        let upload = program.request(Method::POST, &named);
        let upload = upload
            .header("Content-Type", "application/octet-stream")
            .body(text.clone());
        let file = self.answered(upload, &[200]).await?;
        let file: serde_json::Value = serde_json::from_str(&file).expect("JSON");
        let changed = json!({
            "revision": document["revision"],
            "document": {
                "folder": document["folder"],
                "content": document["content"].take(),
                "files": [file["id"]],
                "all_the_same": true,
            },
        });
        self.may_hold(name, Some(text));
        let edit = program.request(Method::PUT, &address).json(&changed);
        self.answered(edit, &[200, 204]).await?;
        self.now_holds(name);
        Ok(())
    }

    async fn edit_by_page(&mut self, name: &str) -> Result<(), Lost> {
        let (id, text) = (self.id(name).await?, self.text());
        let address = format!("/documents/{id}/edit");
        let page = self
            .browser
            .request(Method::GET, &address)
            .timeout(PATIENCE);
        let page = self.browser.try_send(page).await.map_err(|_| Lost)?;
        if page.status != 200 {
            return Err(Lost);
        }
        let form = page.form(&address).without("files");
        let form = form.file("new_files", name, text.clone());
        self.may_hold(name, Some(text));
        let edit = self.browser.filled(form).timeout(PATIENCE);
        let edited = self.browser.try_send(edit).await.map_err(|_| Lost)?;
        if edited.status >= 500 {
            return Err(Lost);
        }
        assert_eq!(edited.status, 303, "{edited:?}");
        self.now_holds(name);
        Ok(())
    }

    /// Sends a request once, and takes the answer if it is one of these.
    async fn answered(&self, request: RequestBuilder, expected: &[u16]) -> Result<String, Lost> {
        let answer = self.hand.try_send(request.timeout(PATIENCE)).await;
        let answer = answer.map_err(|_| Lost)?;
        if answer.status >= 500 {
            return Err(Lost);
        }
        assert!(
            expected.contains(&answer.status),
            "{}: {}",
            answer.status,
            answer.text()
        );
        Ok(answer.text())
    }

    /// Finds out what its names hold, after an answer was lost: one of what they may.
    async fn look(&mut self) {
        for name in self.temporary() {
            let delete = || self.hand.request("DELETE", &self.hand.path(&name));
            self.until_there(delete, &[204, 404]).await;
        }
        let names: Vec<String> = self.holds.keys().cloned().collect();
        for name in names {
            let get = || self.hand.request("GET", &self.hand.path(&name));
            let (status, text) = self.until_there(get, &[200, 404]).await;
            let found = (status == 200).then_some(text);
            let may = &self.holds[&name];
            assert!(
                may.contains(&found),
                "{name} holds {found:?}, and not one of {may:?}"
            );
            self.holds.insert(name, vec![found]);
        }
    }

    /// Asks until the server is there to answer.
    async fn until_there(
        &self,
        request: impl Fn() -> RequestBuilder,
        expected: &[u16],
    ) -> (u16, String) {
        loop {
            if let Ok(answer) = self.hand.try_send(request().timeout(PATIENCE)).await
                && expected.contains(&answer.status)
            {
                return (answer.status, answer.text());
            }
            tokio::time::sleep(AGAIN).await;
        }
    }
}
