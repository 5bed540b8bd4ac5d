//! An answer, read as a browser reads it: its words, its links, its forms.

use std::fmt;

use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::{Method, Url};
use scraper::{ElementRef, Html, Selector};

/// An answer of a hall.
pub struct Page {
    /// Path and query that were asked for.
    pub path: String,
    /// The status.
    pub status: u16,
    /// The header lines.
    pub headers: HeaderMap,
    /// What was answered.
    pub body: String,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.path)?;
        if let Some(location) = self.location() {
            write!(f, " to {location}")?;
        }
        write!(
            f,
            "\n{}",
            if self.is_html() {
                self.text()
            } else {
                self.body.clone()
            }
        )
    }
}

impl Page {
    /// Where a redirection leads, within the hall; none where the answer is no redirection.
    pub fn location(&self) -> Option<String> {
        if !(300..400).contains(&self.status) {
            return None;
        }
        let location = self.headers.get(LOCATION)?.to_str().ok()?;
        Some(self.absolute(location))
    }

    /// A header line's value; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Whether the answer is a page.
    pub fn is_html(&self) -> bool {
        self.header(CONTENT_TYPE.as_str()).starts_with("text/html")
    }

    /// The answer of the JSON API.
    ///
    /// # Panics
    /// Where it is no JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{self:?}: {error}"))
    }

    /// The words of the page's main part, or of all of it where it has none, with one space between them.
    pub fn text(&self) -> String {
        let html = self.html();
        let main = all(html.root_element(), "main").into_iter().next();
        words(main.unwrap_or_else(|| html.root_element()))
    }

    /// The words of each element that the CSS selector chooses.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let html = self.html();
        let chosen = all(html.root_element(), css).into_iter();
        chosen.map(words).collect()
    }

    /// The attribute of each element that the CSS selector chooses, where it has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let html = self.html();
        let chosen = all(html.root_element(), css).into_iter();
        chosen
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// Whether the CSS selector chooses anything.
    pub fn has(&self, css: &str) -> bool {
        !all(self.html().root_element(), css).is_empty()
    }

    /// The addresses within the hall that the page links to: paths with their queries.
    pub fn links(&self) -> Vec<String> {
        let links = self.attributes("a[href]", "href").into_iter();
        links
            .filter(|href| href.starts_with(['/', '?']))
            .map(|href| self.absolute(&href))
            .collect()
    }

    /// The link with exactly these words.
    ///
    /// # Panics
    /// Where the page has none.
    pub fn link(&self, label: &str) -> String {
        let html = self.html();
        let links = all(html.root_element(), "a[href]");
        let link = links.into_iter().find(|link| words(*link) == label);
        let href = link.and_then(|link| link.attr("href"));
        self.absolute(href.unwrap_or_else(|| panic!("no link {label}: {self:?}")))
    }

    /// The first form that is sent to that path, with its fields as they stand.
    ///
    /// # Panics
    /// Where the page has none.
    pub fn form(&self, action: &str) -> Form {
        let form = self.forms().into_iter().find(|form| form.action == action);
        form.unwrap_or_else(|| panic!("no form for {action}: {self:?}"))
    }

    /// Every form, with its fields as they stand.
    pub fn forms(&self) -> Vec<Form> {
        let html = self.html();
        let forms = all(html.root_element(), "form").into_iter();
        forms.map(|form| Form::read(form, self)).collect()
    }

    fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// A link of this page as a path from the root.
    fn absolute(&self, link: &str) -> String {
        let here = Url::parse("http://hall").and_then(|root| root.join(&self.path));
        let there = here.and_then(|here| here.join(link));
        match there {
            Ok(there) if there.query().is_some() => {
                format!("{}?{}", there.path(), there.query().unwrap_or_default())
            }
            Ok(there) => there.path().to_owned(),
            Err(_) => link.to_owned(),
        }
    }
}

/// What the CSS selector chooses below an element.
fn all<'h>(within: ElementRef<'h>, css: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"));
    within.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    let words = element.text().flat_map(str::split_whitespace);
    words.collect::<Vec<_>>().join(" ")
}

/// A form of a page, to be filled in and sent.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    pub(crate) method: Method,
    pub(crate) encoding: Encoding,
    pub(crate) fields: Vec<(String, Value)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Urlencoded,
    Multipart,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    File { name: String, bytes: Vec<u8> },
}

impl Form {
    /// Reads a form as a browser would send it untouched; its buttons are not pressed.
    fn read(form: ElementRef<'_>, page: &Page) -> Self {
        let multipart = form.attr("enctype") == Some("multipart/form-data");
        let is_post = form
            .attr("method")
            .is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let mut fields = Vec::new();
        for field in all(form, "input[name], textarea[name], select[name]") {
            let name = field.attr("name").unwrap_or_default().to_owned();
            if field.attr("disabled").is_none() {
                fields.extend(values(field).map(|value| (name.clone(), Value::Text(value))));
            }
        }
        Self {
            action: page.absolute(form.attr("action").unwrap_or_default()),
            method: if is_post { Method::POST } else { Method::GET },
            encoding: if multipart {
                Encoding::Multipart
            } else {
                Encoding::Urlencoded
            },
            fields,
        }
    }

    /// Puts one value into a field, in place of what it holds.
    #[must_use]
    pub fn with(self, name: &str, value: impl Into<String>) -> Self {
        self.without(name).and(name, value)
    }

    /// Ticks or adds one more value of a field.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        let value = Value::Text(value.into());
        self.fields.push((name.to_owned(), value));
        self
    }

    /// Chooses a file for a field.
    #[must_use]
    pub fn file(mut self, name: &str, file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let value = Value::File {
            name: file.to_owned(),
            bytes: bytes.into(),
        };
        self.fields.push((name.to_owned(), value));
        self
    }

    /// Empties a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self
    }

    /// What a field holds; empty where it holds nothing.
    pub fn value(&self, name: &str) -> &str {
        self.texts()
            .into_iter()
            .find(|(field, _)| *field == name)
            .map_or("", |(_, value)| value)
    }

    pub(crate) fn texts(&self) -> Vec<(&str, &str)> {
        let texts = self.fields.iter().filter_map(|(name, value)| match value {
            Value::Text(text) => Some((name.as_str(), text.as_str())),
            Value::File { .. } => None,
        });
        texts.collect()
    }

    /// The address that a form sent by GET asks for.
    pub(crate) fn address(&self) -> String {
        let mut address = Url::parse("http://hall").expect("an address");
        address.set_path(&self.action);
        address.query_pairs_mut().extend_pairs(self.texts());
        format!("{}?{}", address.path(), address.query().unwrap_or_default())
    }
}

/// What a field sends untouched.
fn values(field: ElementRef<'_>) -> impl Iterator<Item = String> {
    let own = || field.attr("value").unwrap_or_default().to_owned();
    let sent = match (field.value().name(), field.attr("type").unwrap_or("text")) {
        ("textarea", _) => vec![field.text().collect::<String>()],
        ("select", _) => chosen(field),
        (_, "checkbox" | "radio") if field.attr("checked").is_none() => Vec::new(),
        (_, "checkbox" | "radio") => vec![field.attr("value").unwrap_or("on").to_owned()],
        (_, "submit" | "button" | "image" | "reset" | "file") => Vec::new(),
        _ => vec![own()],
    };
    sent.into_iter()
}

/// The options of a list that are chosen; of one that drops down, the first where none is.
fn chosen(list: ElementRef<'_>) -> Vec<String> {
    let options = all(list, "option");
    let value = |option: &ElementRef<'_>| match option.attr("value") {
        Some(value) => value.to_owned(),
        None => words(*option),
    };
    let chosen = options
        .iter()
        .filter(|option| option.attr("selected").is_some());
    let chosen: Vec<String> = chosen.map(value).collect();
    if chosen.is_empty() && list.attr("multiple").is_none() {
        return options.first().map(value).into_iter().collect();
    }
    chosen
}
