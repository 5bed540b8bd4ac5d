//! What an outage looks like from outside: a clear answer that can be looked up in the log and tells nothing of the
//! inside, and once it is over, everything goes on by itself.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use yakusho_tests::figures::Figures;
use yakusho_tests::{Client, Form, Hall, Page, Who};

use super::writers::{Writers, id};

/// How long it may take until writing works again once the fault is mended.
const RECOVERY: Duration = Duration::from_secs(10);

/// What no answer tells: names of programs, files, errors of the system.
const INSIDE: [&str; 9] = [
    "sqlite",
    "postgres",
    "sqlx",
    "os error",
    "database is",
    "/tmp",
    "blobs",
    "connection",
    "panicked",
];

/// What somebody types before the outage.
pub(super) const TYPED: &str = "停電の前に書いた、長い本文です。\n二行目もあります。";

/// Somebody at a desk, and a program, that write before, during and after an outage.
pub(super) struct Witness {
    writers: Writers,
    clerk: Client,
    form: Form,
    since: String,
    /// What was acknowledged, by its title.
    acknowledged: Vec<(String, String)>,
    count: usize,
}

impl Witness {
    pub(super) async fn of(hall: &Hall) -> Self {
        let writers = Writers::of(hall).await;
        let since = writers.commented().await;
        let clerk = hall.signed_in(Who::Staff).await;
        let form = clerk.get("/board/new").await.form("/board/new");
        let category = text(&writers.draft("")["category"]);
        let form = form
            .with("category", category)
            .with("title", "停電の日の掲示")
            .with("body", TYPED)
            .with("registration", "shared")
            .and("draft", "1");
        let mut witness = Self {
            writers,
            clerk,
            form,
            since,
            acknowledged: Vec::new(),
            count: 0,
        };
        witness.writes().await.expect("a draft before the outage");
        witness
    }

    /// The program.
    pub(super) const fn program(&self) -> &Client {
        &self.writers.author
    }

    /// Has the program upload a file; what it is told.
    pub(super) async fn uploads(&self) -> Page {
        let path = "/api/v1/attachments?name=a.txt";
        let upload = self.program().request(Method::POST, path);
        let upload = upload.header("Content-Type", "application/octet-stream");
        self.program().send(upload.body("bytes")).await
    }

    /// Has the program write a draft with a file; the file's address.
    pub(super) async fn writes_with_file(&mut self) -> String {
        let file = id(&self.uploads().await);
        let mut draft = self.writers.draft("添付");
        draft["files"] = json!([file]);
        let path = "/api/v1/board/posts";
        let draft = id(&self.program().json(Method::POST, path, &draft).await);
        self.acknowledged.push(("添付".to_owned(), draft.clone()));
        let path = format!("{path}/{draft}");
        let draft = self.program().get(&path).await.json();
        format!("{path}/files/{}", text(&draft["files"][0]["id"]))
    }

    /// Has a program write a draft; the answer where it is not taken.
    pub(super) async fn writes(&mut self) -> Result<(), Page> {
        self.count += 1;
        let title = format!("控え-{}", self.count);
        let mut draft = self.writers.draft(&title);
        // Long enough that the database has to grow for it.
        draft["body"] = "長い本文。".repeat(400).into();
        let path = "/api/v1/board/posts";
        let answer = self.writers.author.json(Method::POST, path, &draft).await;
        if answer.status != 200 && answer.status != 201 {
            return Err(answer);
        }
        self.acknowledged.push((title, id(&answer)));
        Ok(())
    }

    /// Has a program write until that is not possible any more, and looks at what it is told.
    pub(super) async fn program_is_told(&mut self, hall: &Hall) {
        for _ in 0..5_000 {
            if let Err(answer) = self.writes().await {
                is_problem(hall, &answer);
                return;
            }
        }
        panic!("everything was taken");
    }

    /// Has somebody send a form, with a file or without, and looks at what they are told; what they typed is kept.
    pub(super) async fn person_is_told(&self, hall: &Hall, file: bool) -> Form {
        let mut form = self.form.clone();
        if file {
            form = form.file("files", "名簿.csv", "氏名\n大野\n".as_bytes());
        }
        let page = self.clerk.submit(form.clone()).await;
        is_page(hall, &page, "ただいま利用できません");
        let kept = page.form("/board/new");
        assert_eq!(lines(kept.value("body")), TYPED, "{page:?}");
        assert_eq!(kept.value("title"), "停電の日の掲示");
        assert!(page.text().contains("停電の前に書いた"), "{page:?}");
        assert_eq!(page.has("input[type=file]"), file, "{page:?}");
        let english = self.clerk.in_language("en");
        let page = english.submit(form).await;
        is_page(hall, &page, "Not available at the moment");
        kept
    }

    /// Waits until writing works again, by itself; says how long that took.
    pub(super) async fn recovers(&mut self) -> Duration {
        let since = Instant::now();
        while let Err(answer) = self.writes().await {
            assert_eq!(answer.status, 503, "{answer:?}");
            assert!(
                since.elapsed() < RECOVERY,
                "it does not recover: {answer:?}"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        since.elapsed()
    }

    /// Sends a form again that was kept on the page of the outage, twice: it is taken once.
    pub(super) async fn sends_again(&self, form: Form) {
        let first = self.clerk.submit(form.clone()).await;
        assert_eq!(first.status, 303, "{first:?}");
        let second = self.clerk.submit(form).await;
        assert_eq!(second.status, 303, "{second:?}");
        assert_eq!(first.location(), second.location());
        let place = first.location().expect("the address of what was made");
        let page = self.clerk.visit(&place).await;
        assert!(page.text().contains("二行目もあります。"), "{page:?}");
    }

    /// All that was acknowledged is there, each with one entry in the audit trail; and what was sent again, once. What
    /// came of so many outages, of which the slowest took that long to get over.
    pub(super) async fn finds_everything(&self, rounds: u32, recovery: Duration) -> Figures {
        for (title, id) in &self.acknowledged {
            let path = format!("/api/v1/board/posts/{id}");
            let post = self.writers.author.get(&path).await;
            assert_eq!(post.status, 200, "{title}: {post:?}");
            assert_eq!(&text(&post.json()["title"]), title);
        }
        let drafts = self.writers.recorded("board.draft", &self.since).await;
        for (title, id) in &self.acknowledged {
            assert!(drafts.contains(id), "no entry for {title}");
        }
        let acknowledged = self.acknowledged.len();
        assert_eq!(drafts.len(), acknowledged + 1, "entries");
        Figures {
            rounds,
            acknowledged,
            again: 1,
            stored: drafts.len(),
            recovery,
        }
    }
}

/// A problem of RFC 9457 that says when to come again.
pub(super) fn is_problem(hall: &Hall, answer: &Page) {
    assert_eq!(answer.status, 503, "{answer:?}");
    assert!(
        answer
            .header("content-type")
            .starts_with("application/problem+json"),
        "{answer:?}"
    );
    assert!(!answer.header("retry-after").is_empty(), "{answer:?}");
    let problem = answer.json();
    let code = text(&problem["code"]);
    assert!(
        ["unavailable", "timed_out"].contains(&code.as_str()),
        "{answer:?}"
    );
    let instance = text(&problem["instance"]);
    is_in_the_log(hall, instance.trim_start_matches("urn:uuid:"));
    tells_nothing(answer);
}

/// A page that says so in the reader's language, with the number by which the log knows the request.
fn is_page(hall: &Hall, page: &Page, words: &str) {
    assert_eq!(page.status, 503, "{page:?}");
    assert!(page.is_html(), "{page:?}");
    assert!(!page.header("retry-after").is_empty(), "{page:?}");
    assert!(page.text().contains(words), "{page:?}");
    let number = page.header("x-request-id");
    assert!(page.text().contains(number), "{page:?}");
    is_in_the_log(hall, number);
    tells_nothing(page);
}

fn is_in_the_log(hall: &Hall, id: &str) {
    let log = hall.log();
    let lines = log.lines().filter(|line| line.contains(id));
    assert!(lines.count() > 0, "{id} is not in the log");
}

fn tells_nothing(answer: &Page) {
    let body = answer.body.to_lowercase();
    for inside in INSIDE {
        assert!(!body.contains(inside), "{inside}: {answer:?}");
    }
}

/// A text whose lines end as everywhere.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
