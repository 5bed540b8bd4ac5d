//! The server is killed while clients write, again and again. What it acknowledged is there, whole; of what it did not
//! acknowledge, either all is there or nothing; and nothing is there that was not attempted.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use yakusho_tests::{Client, Database, Hall, Page, Who, run};

/// How many times the server is killed, where it is not a few times.
const ROUNDS_VARIABLE: &str = "YAKUSHO_TEST_KILLS";

/// How many times it is killed otherwise.
const FEW: u32 = 5;

/// How many clients post, and how many comment, at the same time.
const WRITERS: usize = 3;

/// The shortest time under load until the server is killed, and how much longer it may be.
const LOAD: [Duration; 2] = [Duration::from_millis(200), Duration::from_millis(800)];

/// About the size of a file that is posted, in bytes.
const FILE: usize = 100_000;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_the_server_on_sqlite() {
    is_killed_under_load(Database::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_the_server_on_postgresql() {
    is_killed_under_load(Database::Postgres).await;
}

async fn is_killed_under_load(database: Database) {
    let mut hall = Hall::start("nogata", database).await;
    let writers = Writers::of(&hall).await;
    let rounds = env::var(ROUNDS_VARIABLE).map_or(FEW, |rounds| rounds.parse().expect("a number"));
    let mut acknowledged = 0;
    for round in 0..rounds {
        let post = writers.commented().await;
        let mut load = writers.start(round, &post);
        tokio::time::sleep(moment(round)).await;
        hall.kill();
        let mut tried = Tried::default();
        while let Some(ended) = load.join_next().await {
            tried.join(ended.expect("a writer that came to its end"));
        }
        hall.start_again().await;
        writers.find_drafts(&tried.drafts, &post).await;
        writers.find_comments(&tried.comments, &post).await;
        acknowledged += tried.drafts.acknowledged.len() + tried.comments.acknowledged.len();
    }
    assert!(acknowledged > 0, "nothing was written");
    // A backup wants each file that the database names, and its check looks at every one.
    let folder = tempfile::tempdir().expect("a folder for a backup");
    let mut backup = hall.batch();
    backup.args(["backup", "make"]).arg(folder.path());
    let manifest = run(backup);
    let mut check = hall.batch();
    check.args(["backup", "check", manifest.trim_end()]);
    run(check);
}

/// When a round's server is killed: spread evenly over the time under load, by the golden ratio.
fn moment(round: u32) -> Duration {
    LOAD[0] + LOAD[1].mul_f64((f64::from(round) * 0.618_033_988_75).fract())
}

/// Things of one kind that clients tried to make, by the text that each of them alone has.
#[derive(Default)]
struct Made {
    attempted: BTreeSet<String>,
    /// With the id that the answer gave it.
    acknowledged: BTreeMap<String, String>,
}

/// What clients tried in one round.
#[derive(Default)]
struct Tried {
    drafts: Made,
    comments: Made,
}

impl Made {
    fn join(&mut self, other: Self) {
        self.attempted.extend(other.attempted);
        self.acknowledged.extend(other.acknowledged);
    }

    /// Compares them with what is there, ids by texts.
    fn are(&self, there: &BTreeMap<String, String>) {
        for (text, id) in &self.acknowledged {
            assert_eq!(there.get(text), Some(id), "{text} was acknowledged");
        }
        for text in there.keys() {
            assert!(self.attempted.contains(text), "nobody tried {text}");
        }
    }
}

impl Tried {
    fn join(&mut self, other: Self) {
        self.drafts.join(other.drafts);
        self.comments.join(other.comments);
    }
}

/// Programs that speak for those who write, and for one who looks at the audit trail.
struct Writers {
    author: Client,
    commenter: Client,
    administrator: Client,
    category: String,
}

impl Writers {
    async fn of(hall: &Hall) -> Self {
        let clerk = hall.signed_in(Who::Staff).await;
        let categories = clerk.get("/board/new").await;
        let categories = categories.attributes("select[name=category] option", "value");
        let program = async |who: Who, scopes: &[&str]| {
            let password = &hall.account(who).password;
            let token = hall.signed_in(who).await.token(password, scopes).await;
            hall.client().with_token(&token)
        };
        Self {
            author: program(Who::Staff, &["read", "write"]).await,
            commenter: program(Who::Head, &["read", "write"]).await,
            administrator: program(Who::Administrator, &["read", "admin"]).await,
            category: categories[1].clone(),
        }
    }

    /// A new post that takes comments, for all to see.
    async fn commented(&self) -> String {
        let draft = self.draft("掲示", &[]);
        let made = self
            .author
            .json(Method::POST, "/api/v1/board/posts", &draft)
            .await;
        let id = id(&made);
        let path = format!("/api/v1/board/posts/{id}");
        let revision = self.author.get(&path).await.json()["revision"].clone();
        let (publish, at) = (format!("{path}/publish"), json!({ "revision": revision }));
        let published = self.author.json(Method::POST, &publish, &at).await;
        assert_eq!(published.json()["outcome"], "shown", "{published:?}");
        id
    }

    fn draft(&self, title: &str, files: &[&str]) -> Value {
        json!({
            "category": self.category,
            "title": title,
            "body": title,
            "registration": "shared",
            "comments": true,
            "files": files,
        })
    }

    /// Lets clients write until the server is gone.
    fn start(&self, round: u32, post: &str) -> JoinSet<Tried> {
        let mut load = JoinSet::new();
        for writer in 0..WRITERS {
            let (author, commenter) = (self.author.clone(), self.commenter.clone());
            let template = self.draft("", &[]);
            load.spawn(async move {
                let mut drafts = Made::default();
                for count in 0.. {
                    let text = format!("{round}-{writer}-{count}");
                    drafts.attempted.insert(text.clone());
                    let Some(id) = drafted(&author, template.clone(), &text).await else {
                        break;
                    };
                    drafts.acknowledged.insert(text, id);
                }
                Tried {
                    drafts,
                    ..Tried::default()
                }
            });
            let path = format!("/api/v1/board/posts/{post}/comments");
            load.spawn(async move {
                let mut comments = Made::default();
                for count in 0.. {
                    let text = format!("{round}-{writer}-{count}");
                    comments.attempted.insert(text.clone());
                    let request = commenter.request(Method::POST, &path);
                    let request = request.json(&json!({ "comment": text }));
                    let Ok(answer) = commenter.try_send(request).await else {
                        break;
                    };
                    comments.acknowledged.insert(text, id(&answer));
                }
                Tried {
                    comments,
                    ..Tried::default()
                }
            });
        }
        load
    }

    /// Looks for the drafts made since a post: each with its file and one entry in the audit trail, and no entry without
    /// a draft.
    async fn find_drafts(&self, tried: &Made, since: &str) {
        let path = "/api/v1/board/posts?view=drafts&limit=100";
        let mut there = BTreeMap::new();
        for row in newest(&self.author, path, "id", since).await {
            let (id, title) = (text(&row["id"]), text(&row["title"]));
            let path = format!("/api/v1/board/posts/{id}");
            let post = self.author.get(&path).await.json();
            assert_eq!(post["body"], title, "{post}");
            let file = format!("{path}/files/{}", text(&post["files"][0]["id"]));
            let file = self.author.get(&file).await;
            assert_eq!(file.status, 200, "{file:?}");
            assert!(
                file.body == content(title),
                "another file than that of {title}"
            );
            there.insert(title.to_owned(), id.to_owned());
        }
        tried.are(&there);
        let ids: BTreeSet<String> = there.into_values().collect();
        assert_eq!(
            self.recorded("board.draft", since).await,
            ids,
            "entries and drafts"
        );
    }

    /// Looks for the comments on a post: each with one entry in the audit trail and one notice to the author, and neither
    /// without a comment.
    async fn find_comments(&self, tried: &Made, post: &str) {
        let path = format!("/api/v1/board/posts/{post}/comments?limit=100");
        let rows = newest(&self.author, &path, "id", post).await;
        let pair = |row: &Value| {
            (
                text(&row["comment"]).to_owned(),
                text(&row["id"]).to_owned(),
            )
        };
        let there: BTreeMap<String, String> = rows.iter().map(pair).collect();
        tried.are(&there);
        let ids: BTreeSet<String> = there.into_values().collect();
        assert_eq!(
            self.recorded("comment.write", post).await,
            ids,
            "entries and comments"
        );
        let notices = newest(&self.author, "/api/v1/me/notices?limit=100", "id", post).await;
        let about = notices.iter().filter(|notice| notice["subject"] == post);
        assert_eq!(about.count(), ids.len(), "notices and comments");
    }

    /// What has been done since a post by that act, each once.
    async fn recorded(&self, act: &str, since: &str) -> BTreeSet<String> {
        let path = format!("/api/v1/audit/entries?act={act}&outcome=done&limit=100");
        let entries = newest(&self.administrator, &path, "subject", since).await;
        let mut subjects = BTreeSet::new();
        for entry in &entries {
            let id = id_of(&entry["subject"]).to_owned();
            assert!(subjects.insert(id), "a second entry: {entry}");
        }
        subjects
    }
}

/// Uploads a file and hangs it on a new draft, both made of that text; the draft's id, or none where the server is gone.
async fn drafted(author: &Client, mut draft: Value, text: &str) -> Option<String> {
    let upload = format!("/api/v1/attachments?name={text}.txt");
    let upload = author.request(Method::POST, &upload);
    let upload = upload
        .header("Content-Type", "application/octet-stream")
        .body(content(text));
    let file = id(&author.try_send(upload).await.ok()?);
    draft["title"] = text.into();
    draft["body"] = text.into();
    draft["files"] = json!([file]);
    let draft = author
        .request(Method::POST, "/api/v1/board/posts")
        .json(&draft);
    Some(id(&author.try_send(draft).await.ok()?))
}

/// What a file holds that is posted with that text.
fn content(text: &str) -> String {
    format!("{text}\n").repeat(FILE / (text.len() + 1))
}

/// The id of what an answer says was made.
fn id(answer: &Page) -> String {
    assert_eq!(answer.status, 200, "{answer:?}");
    text(&answer.json()["id"]).to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// An id, of `kind:id` or by itself.
fn id_of(value: &Value) -> &str {
    let text = text(value);
    text.rsplit(':').next().unwrap_or(text)
}

/// The items of a list whose ids, under `key`, are later than a post's: ids are ordered by time.
async fn newest(client: &Client, path: &str, key: &str, since: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut after = String::new();
    loop {
        let page = client.get(&format!("{path}{after}")).await;
        assert_eq!(page.status, 200, "{page:?}");
        let page = page.json();
        let all = page["items"].as_array().expect("a list");
        let new = all.iter().take_while(|item| id_of(&item[key]) > since);
        let before = items.len();
        items.extend(new.cloned());
        match &page["next"] {
            Value::String(next) if items.len() - before == all.len() => {
                after = format!("&after={next}");
            }
            _ => return items,
        }
    }
}
