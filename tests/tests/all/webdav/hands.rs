//! Somebody's program at the door of the cabinets.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use yakusho_tests::{Client, Hall, Who};

/// The cabinet that is founded for a test.
const CABINET: &str = "試験用";

/// What a program asks in order to see names.
const NAMES: &str = "<propfind xmlns=\"DAV:\"><prop><displayname/></prop></propfind>";

/// A program with a token, in a folder of its own.
#[derive(Clone)]
pub(crate) struct Hand {
    pub(crate) program: Client,
    pub(crate) login: String,
    pub(crate) token: String,
    /// The folder's address, with a slash at its end.
    pub(crate) folder: String,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl Hand {
    /// A program of the administrator, in a new folder of a new cabinet of their section, in which everybody writes.
    pub(crate) async fn of(hall: &Hall, folder: &str) -> Self {
        let browser = hall.signed_in(Who::Administrator).await;
        let form = browser.get("/documents/cabinets/new").await;
        let form = form.form("/documents/cabinets/new");
        let form = form.with("name", CABINET).with("writers", "everyone");
        let founded = browser.submit(form).await;
        assert_eq!(founded.status, 303, "{founded:?}");
        let mut hand = Self::at(hall, Who::Administrator, "/webdav/").await;
        for section in hand.inside("/webdav/").await {
            let made = format!("{section}{}/{}/", encoded(CABINET), encoded(folder));
            if hand.send("MKCOL", &made, "").await.status == 201 {
                hand.folder = made;
                return hand;
            }
        }
        panic!("no cabinet is where it was founded");
    }

    /// A program of that person in a folder that is there.
    pub(crate) async fn at(hall: &Hall, who: Who, folder: &str) -> Self {
        let browser = hall.signed_in(who).await;
        let account = hall.account(who);
        let token = browser.token(&account.password, &["read", "write"]).await;
        Self {
            program: hall.client().with_token(&token),
            login: account.id.clone(),
            token,
            folder: folder.to_owned(),
        }
    }

    /// The addresses of what is in a folder.
    pub(crate) async fn inside(&self, folder: &str) -> Vec<String> {
        let found = self.sent("PROPFIND", folder, |request| {
            request.header("Depth", "1").body(NAMES)
        });
        let found = found.await;
        assert_eq!(found.status, 207, "{folder}: {}", found.text());
        let text = found.text();
        let hrefs = text.split("<D:href>").skip(1);
        let hrefs = hrefs.filter_map(|part| part.split_once("</D:href>"));
        let hrefs = hrefs.map(|(href, _)| href.to_owned());
        hrefs.filter(|href| href != folder).collect()
    }

    /// The names in the program's own folder, in order.
    pub(crate) async fn names(&self) -> Vec<String> {
        let inside = self.inside(&self.folder).await;
        let names = inside.iter().map(|href| {
            let name = href.trim_end_matches('/').rsplit('/').next();
            let name = percent_decode_str(name.unwrap_or_default());
            name.decode_utf8_lossy().into_owned()
        });
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// The address of a name in the folder.
    pub(crate) fn path(&self, name: &str) -> String {
        format!("{}{}", self.folder, encoded(name))
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        self.program.request(method, path)
    }

    /// Sends a request to an address, filled in further.
    pub(crate) fn sent<'h, F: FnOnce(RequestBuilder) -> RequestBuilder>(
        &'h self,
        method: &str,
        path: &str,
        fill: F,
    ) -> impl Future<Output = Answer> + use<'h, F> {
        let request = fill(self.request(method, path));
        async move {
            let answer = self.try_send(request).await;
            answer.unwrap_or_else(|error| panic!("no answer: {error:?}"))
        }
    }

    /// Sends a request to a server that may go away.
    pub(crate) async fn try_send(&self, request: RequestBuilder) -> reqwest::Result<Answer> {
        let answer = request.send().await?;
        Ok(Answer {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            body: answer.bytes().await?.to_vec(),
        })
    }

    pub(crate) async fn send(&self, method: &str, path: &str, body: &str) -> Answer {
        let body = body.to_owned();
        self.sent(method, path, |request| request.body(body)).await
    }

    /// Writes a file in the folder.
    pub(crate) async fn put(&self, name: &str, content: &str) -> u16 {
        self.send("PUT", &self.path(name), content).await.status
    }

    /// What a file in the folder holds; nothing where it is not there.
    pub(crate) async fn content(&self, name: &str) -> Option<String> {
        let answer = self.send("GET", &self.path(name), "").await;
        (answer.status == 200).then(|| answer.text())
    }

    pub(crate) async fn relocate(&self, from: &str, to: &str) -> u16 {
        self.onto("MOVE", from, to).await
    }

    pub(crate) async fn onto(&self, method: &str, from: &str, to: &str) -> u16 {
        let to = self.path(to);
        let answer = self.sent(method, &self.path(from), |request| {
            request.header("Destination", to)
        });
        answer.await.status
    }

    /// The documents in the folder, as the API lists them: each with its title, version and the SHA-256 of its files.
    pub(crate) async fn documents(&self) -> Vec<(String, i64, Vec<String>)> {
        let mut found = Vec::new();
        for (id, _) in self.ids().await {
            let shown = self.program.get(&format!("/api/v1/documents/{id}")).await;
            let shown = shown.json();
            let title = text(&shown["content"]["title"]);
            let version = shown["version"].as_i64().expect("a version");
            let files = shown["files"].as_array().expect("files").iter();
            let hashes = files.map(|file| text(&file["sha256"])).collect();
            found.push((title, version, hashes));
        }
        found.sort();
        found
    }

    /// The ids of the documents in the folder, with their titles.
    pub(crate) async fn ids(&self) -> Vec<(String, String)> {
        let folder = self.folder_id().await;
        self.try_ids(&folder).await.expect("a list of documents")
    }

    /// The same of a server that may go away.
    pub(crate) async fn try_ids(&self, folder: &str) -> Option<Vec<(String, String)>> {
        let listed = format!("/api/v1/documents?folder={folder}&limit=100");
        let listed = self.program.request(Method::GET, &listed);
        let listed = self.program.try_send(listed).await.ok()?;
        let listed = (listed.status == 200).then(|| listed.json())?;
        let items = listed["items"].as_array().expect("items").iter();
        let items = items.map(|item| (text(&item["id"]), text(&item["title"])));
        Some(items.collect())
    }

    /// The id of the folder, which nothing else is called as.
    pub(crate) async fn folder_id(&self) -> String {
        let name = self.folder.trim_end_matches('/').rsplit('/').next();
        let name = percent_decode_str(name.expect("a name")).decode_utf8_lossy();
        let path = "/api/v1/documents/folders";
        let cabinets = format!("{path}?limit=100");
        let cabinets = self.program.get(&cabinets).await.json();
        for cabinet in cabinets["items"].as_array().expect("cabinets") {
            let inside = format!("{path}?limit=100&parent={}", text(&cabinet["id"]));
            let inside = self.program.get(&inside).await.json();
            let mut folders = inside["items"].as_array().expect("folders").iter();
            if let Some(folder) = folders.find(|folder| folder["name"] == *name) {
                return text(&folder["id"]);
            }
        }
        panic!("no folder {name}");
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(crate) fn encoded(name: &str) -> String {
    utf8_percent_encode(name, NON_ALPHANUMERIC).to_string()
}
