//! Clients that write at the same time, each thing under a key of its own, and know what they were told of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use yakusho_tests::{Client, Hall, Page, Who};

/// How many clients post, and how many comment, at the same time.
const WRITERS: usize = 3;

/// About the size of a file that is posted, in bytes.
const FILE: usize = 100_000;

/// How long a client waits until it asks a server again that cannot answer.
const AGAIN: Duration = Duration::from_millis(50);

/// How long it waits for one answer: a server that hangs is asked again, too.
const PATIENCE: Duration = Duration::from_secs(10);

/// Things of one kind that clients tried to make, by the text that each of them alone has.
#[derive(Default)]
pub(super) struct Made {
    attempted: BTreeSet<String>,
    /// With the id that the answer gave it; none where it said that it was made before.
    acknowledged: BTreeMap<String, Option<String>>,
}

/// What clients tried.
#[derive(Default)]
pub(super) struct Tried {
    drafts: Made,
    comments: Made,
    /// When something was acknowledged.
    pub(super) moments: Vec<Instant>,
}

impl Made {
    fn join(&mut self, other: Self) {
        self.attempted.extend(other.attempted);
        self.acknowledged.extend(other.acknowledged);
    }

    /// What nothing is known of.
    fn open(&self) -> Vec<String> {
        let open = self.attempted.iter();
        open.filter(|text| !self.acknowledged.contains_key(*text))
            .cloned()
            .collect()
    }

    /// Compares them with what is there, ids by texts.
    fn are(&self, there: &BTreeMap<String, String>) {
        for (text, id) in &self.acknowledged {
            let found = there.get(text);
            assert!(found.is_some(), "{text} was acknowledged");
            assert!(
                id.is_none() || id.as_ref() == found,
                "{text} was acknowledged as {id:?}, not {found:?}"
            );
        }
        for text in there.keys() {
            assert!(self.attempted.contains(text), "nobody tried {text}");
        }
    }
}

impl Tried {
    pub(super) fn join(&mut self, other: Self) {
        self.drafts.join(other.drafts);
        self.comments.join(other.comments);
        self.moments.extend(other.moments);
    }

    /// How many things were acknowledged.
    pub(super) fn acknowledged(&self) -> usize {
        self.drafts.acknowledged.len() + self.comments.acknowledged.len()
    }
}

/// Programs that speak for those who write, and for one who looks at the audit trail.
pub(super) struct Writers {
    pub(super) author: Client,
    commenter: Client,
    administrator: Client,
    category: String,
}

/// Clients at work.
pub(super) struct Load {
    clients: JoinSet<Tried>,
    stop: Arc<AtomicBool>,
}

impl Load {
    /// Has the clients stop after what they are at.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// What they tried, once they have stopped, or their server is gone.
    pub(super) async fn ended(mut self) -> Tried {
        let mut tried = Tried::default();
        while let Some(ended) = self.clients.join_next().await {
            tried.join(ended.expect("a writer that came to its end"));
        }
        tried
    }
}

impl Writers {
    pub(super) async fn of(hall: &Hall) -> Self {
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
    pub(super) async fn commented(&self) -> String {
        let draft = self.draft("掲示");
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

    /// A post to be, without files.
    pub(super) fn draft(&self, title: &str) -> Value {
        json!({
            "category": self.category,
            "title": title,
            "body": title,
            "registration": "shared",
            "comments": true,
            "files": [],
        })
    }

    /// Lets clients write to the server at that address until it is gone or they are stopped. What it cannot take now
    /// they send again.
    pub(super) fn start(&self, url: &str, name: &str, post: &str) -> Load {
        let stop = Arc::new(AtomicBool::new(false));
        let mut clients = JoinSet::new();
        for writer in 0..WRITERS {
            for comments in [false, true] {
                let desk = Desk {
                    client: if comments {
                        &self.commenter
                    } else {
                        &self.author
                    }
                    .at(url),
                    draft: self.draft(""),
                    post: post.to_owned(),
                    comments,
                };
                let (stop, name) = (Arc::clone(&stop), format!("{name}-{writer}"));
                clients.spawn(async move { desk.write(&name, &stop).await });
            }
        }
        Load { clients, stop }
    }

    /// Sends again what nothing is known of; says how much that was. Now all of it is acknowledged.
    pub(super) async fn send_again(&self, url: &str, tried: &mut Tried, post: &str) -> usize {
        let mut sent = 0;
        for (comments, made) in [(false, &mut tried.drafts), (true, &mut tried.comments)] {
            let desk = Desk {
                client: if comments {
                    &self.commenter
                } else {
                    &self.author
                }
                .at(url),
                draft: self.draft(""),
                post: post.to_owned(),
                comments,
            };
            for text in made.open() {
                let told = desk.make(&text, &AtomicBool::new(false)).await;
                let id = told.unwrap_or_else(|| panic!("{text} was not taken"));
                made.acknowledged.insert(text, id);
                sent += 1;
            }
        }
        sent
    }

    /// Compares what was tried since a post was made with what is there, and says how much that is.
    pub(super) async fn find(&self, tried: &Tried, post: &str) -> usize {
        self.find_drafts(&tried.drafts, post).await
            + self.find_comments(&tried.comments, post).await
    }

    /// Looks for the drafts made since a post: each with its file and one entry in the audit trail, and no entry without
    /// a draft.
    async fn find_drafts(&self, tried: &Made, since: &str) -> usize {
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
        ids.len()
    }

    /// Looks for the comments on a post: each with one entry in the audit trail and one notice to the author, and neither
    /// without a comment.
    async fn find_comments(&self, tried: &Made, post: &str) -> usize {
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
        ids.len()
    }

    /// What has been done since a post by that act, each once.
    pub(super) async fn recorded(&self, act: &str, since: &str) -> BTreeSet<String> {
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

/// One client, and what it makes.
struct Desk {
    client: Client,
    draft: Value,
    post: String,
    comments: bool,
}

impl Desk {
    /// Makes one thing after the other.
    async fn write(&self, name: &str, stop: &AtomicBool) -> Tried {
        let (mut made, mut moments) = (Made::default(), Vec::new());
        for count in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let text = format!("{name}-{count}");
            made.attempted.insert(text.clone());
            let Some(id) = self.make(&text, stop).await else {
                break;
            };
            moments.push(Instant::now());
            made.acknowledged.insert(text, id);
        }
        let (drafts, comments) = if self.comments {
            (Made::default(), made)
        } else {
            (made, Made::default())
        };
        Tried {
            drafts,
            comments,
            moments,
        }
    }

    /// Makes a thing of that text, and says its id if it is told; none where the server is gone.
    async fn make(&self, text: &str, stop: &AtomicBool) -> Option<Option<String>> {
        if self.comments {
            let path = format!("/api/v1/board/posts/{}/comments", self.post);
            let comment = self.client.request(Method::POST, &path);
            let comment = comment.json(&json!({ "comment": text }));
            return self.sent(comment, text, stop).await;
        }
        // Uploads a file and hangs it on a new draft, both made of the text. Where the answer to the first upload was
        // lost, a second one is as good.
        let mut file = self.uploaded(text, "file", stop).await?;
        if file.is_none() {
            file = self.uploaded(text, "again", stop).await?;
        }
        let mut draft = self.draft.clone();
        draft["title"] = text.into();
        draft["body"] = text.into();
        draft["files"] = json!([file]);
        let draft = self
            .client
            .request(Method::POST, "/api/v1/board/posts")
            .json(&draft);
        self.sent(draft, text, stop).await
    }

    async fn uploaded(&self, text: &str, key: &str, stop: &AtomicBool) -> Option<Option<String>> {
        let path = format!("/api/v1/attachments?name={text}.txt");
        let upload = self.client.request(Method::POST, &path);
        let upload = upload
            .header("Content-Type", "application/octet-stream")
            .body(content(text));
        self.sent(upload, &format!("{key}-{text}"), stop).await
    }

    /// Sends a request under that key until it is answered. The id that the answer gives; no id where it says that the
    /// request was carried out before; none where the server is gone, or it is time to stop.
    async fn sent(
        &self,
        request: RequestBuilder,
        key: &str,
        stop: &AtomicBool,
    ) -> Option<Option<String>> {
        let request = request
            .timeout(PATIENCE)
            .header("Idempotency-Key", format!("\"{key}\""));
        loop {
            let request = request.try_clone().expect("a request that is whole");
            match self.client.try_send(request).await {
                Ok(answer) if answer.status == 503 && !stop.load(Ordering::Relaxed) => {}
                Ok(answer) if answer.status == 503 => return None,
                Ok(answer) if answer.status == 409 => {
                    let code = answer.json()["code"].clone();
                    assert!(
                        code == "in_progress" || code == "answer_lost",
                        "{key}: {answer:?}"
                    );
                    return Some(None);
                }
                Ok(answer) => return Some(Some(id(&answer))),
                Err(late) if late.is_timeout() && !stop.load(Ordering::Relaxed) => {}
                Err(_) => return None,
            }
            tokio::time::sleep(AGAIN).await;
        }
    }
}

/// What a file holds that is posted with that text.
fn content(text: &str) -> String {
    format!("{text}\n").repeat(FILE / (text.len() + 1))
}

/// The id of what an answer says was made.
pub(super) fn id(answer: &Page) -> String {
    assert!([200, 201].contains(&answer.status), "{answer:?}");
    text(&answer.json()["id"]).to_owned()
}

pub(super) fn text(value: &Value) -> &str {
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
