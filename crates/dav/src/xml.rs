//! XML, in and out. What comes in has no entities and no document type, and is small; what goes out is written as text.

use std::fmt::Write as _;

use roxmltree::{Document, Node, ParsingOptions};
use yakusho_webkit::Problem;

/// WebDAV's names.
pub const DAV: &str = "DAV:";
/// CalDAV's names.
pub const CALDAV: &str = "urn:ietf:params:xml:ns:caldav";
/// Names that Apple's calendar server brought.
const CALENDAR_SERVER: &str = "http://calendarserver.org/ns/";
/// The names that XML itself has.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// Names of Apple's programs.
const APPLE: &str = "http://apple.com/ns/ical/";

/// The most elements, texts and attributes of a request.
const NODES: u32 = 20_000;

/// The deepest that elements of a request stand within each other.
const DEEPEST: usize = 32;

/// The name of an element or property.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// Its namespace; empty where it has none.
    pub space: String,
    /// What it is called there.
    pub local: String,
}

impl Name {
    /// One of WebDAV's own.
    pub fn dav(local: &str) -> Self {
        Self {
            space: DAV.to_owned(),
            local: local.to_owned(),
        }
    }

    /// The name of an element.
    pub fn of(node: Node<'_, '_>) -> Self {
        Self {
            space: node.tag_name().namespace().unwrap_or_default().to_owned(),
            local: node.tag_name().name().to_owned(),
        }
    }

    /// As it is written: the prefix, and its declaration where it is none of those declared at the top.
    fn written(&self) -> (String, String) {
        let prefix = match self.space.as_str() {
            DAV => "D",
            CALDAV => "C",
            CALENDAR_SERVER => "CS",
            APPLE => "A",
            "" => return (self.local.clone(), " xmlns=\"\"".to_owned()),
            other => {
                let declared = format!(" xmlns:X=\"{}\"", escaped(other));
                return (format!("X:{}", self.local), declared);
            }
        };
        (format!("{prefix}:{}", self.local), String::new())
    }
}

/// The document of a body; none where nothing was sent.
///
/// # Errors
/// [`Problem::Malformed`] where it is none, or would cost much.
pub fn parse(body: &str) -> Result<Option<Document<'_>>, Problem> {
    if body.trim().is_empty() {
        return Ok(None);
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    if depth(body) > DEEPEST {
        return Err(Problem::Malformed("elements stand too deep".to_owned()));
    }
    let document = Document::parse_with_options(body, options);
    let document = document.map_err(|error| Problem::Malformed(error.to_string()))?;
    // Namespaces in XML 1.0, section 5: no prefix stands for nothing.
    let undeclares = |node: Node<'_, '_>| {
        let mut spaces = node.namespaces();
        spaces.any(|space| space.name().is_some() && space.uri().is_empty())
    };
    if document.descendants().any(undeclares) {
        return Err(Problem::Malformed("a prefix without a name".to_owned()));
    }
    Ok(Some(document))
}

/// How deep tags stand at most, as far as that can be told before the text is parsed; never too little.
fn depth(body: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for tag in body.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with(['?', '!']) {
            depth += 1;
            most = most.max(depth);
            let end = tag.find('>').unwrap_or(tag.len());
            if tag[..end].ends_with('/') {
                depth -= 1;
            }
        }
    }
    most
}

/// The first element of that name within another.
pub fn child<'a, 'i>(node: Node<'a, 'i>, space: &str, local: &str) -> Option<Node<'a, 'i>> {
    children(node).find(|child| child.has_tag_name((space, local)))
}

/// The elements within another.
pub fn children<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// What stands in an element as text.
pub fn text<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

/// Text between tags, or in an attribute.
pub fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            // A parser would make one line end of two characters.
            '\r' => written.push_str("&#13;"),
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => written.push(c),
        }
    }
    written
}

/// An element as text that stands by itself: every name says its namespace, and `xml:lang` from above goes along.
pub fn raw(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    write_raw(node, true, &mut out);
    out
}

fn write_raw(node: Node<'_, '_>, is_top: bool, out: &mut String) {
    let name = Name::of(node);
    // Writing to a string never fails.
    let _ = write!(out, "<{} xmlns=\"{}\"", name.local, escaped(&name.space));
    let lang = |node: &Node<'_, '_>| node.attribute((XML, "lang")).map(str::to_owned);
    let inherited = node.ancestors().skip(1).find_map(|above| lang(&above));
    if let Some(lang) = inherited.filter(|_| is_top && lang(&node).is_none()) {
        let _ = write!(out, " xml:lang=\"{}\"", escaped(&lang));
    }
    for (at, attribute) in node.attributes().enumerate() {
        let (local, value) = (attribute.name(), in_attribute(attribute.value()));
        let _ = match attribute.namespace() {
            None => write!(out, " {local}=\"{value}\""),
            Some(XML) => write!(out, " xml:{local}=\"{value}\""),
            Some(space) => {
                let space = escaped(space);
                write!(out, " xmlns:a{at}=\"{space}\" a{at}:{local}=\"{value}\"")
            }
        };
    }
    out.push('>');
    for part in node.children() {
        if part.is_element() {
            write_raw(part, false, out);
        } else if let Some(text) = part.text().filter(|_| part.is_text()) {
            out.push_str(&escaped(text));
        }
    }
    let _ = write!(out, "</{}>", name.local);
}

/// Text in an attribute, whose line ends a parser would make spaces of.
fn in_attribute(text: &str) -> String {
    escaped(text).replace('\n', "&#10;").replace('\t', "&#9;")
}

/// A property with what it says, written as XML.
#[derive(Clone, Debug)]
pub struct Property {
    name: Name,
    value: Value,
}

#[derive(Clone, Debug)]
enum Value {
    /// There is none.
    Unknown,
    /// What stands between its tags.
    Within(String),
    /// The whole element.
    Whole(String),
}

impl Property {
    /// A property of that value, written as XML; none where it is not known.
    pub fn new(name: Name, value: Option<String>) -> Self {
        let value = value.map_or(Value::Unknown, Value::Within);
        Self { name, value }
    }

    /// A property whose whole element is kept as [`raw`] wrote it.
    pub fn whole(name: Name, element: String) -> Self {
        let value = Value::Whole(element);
        Self { name, value }
    }

    const fn is_known(&self) -> bool {
        !matches!(self.value, Value::Unknown)
    }

    fn write(&self, out: &mut String) {
        let (name, declared) = self.name.written();
        let _ = match &self.value {
            Value::Unknown => write!(out, "<{name}{declared}/>"),
            Value::Within(value) if value.is_empty() => write!(out, "<{name}{declared}/>"),
            Value::Within(value) => write!(out, "<{name}{declared}>{value}</{name}>"),
            Value::Whole(element) => out.write_str(element),
        };
    }
}

/// An answer about several resources (RFC 4918, section 13).
#[derive(Debug)]
pub struct Multistatus(String);

impl Default for Multistatus {
    fn default() -> Self {
        Self::new()
    }
}

impl Multistatus {
    /// About none yet.
    pub fn new() -> Self {
        Self(open("D:multistatus"))
    }

    /// What is known of a resource, and what is not.
    pub fn properties(&mut self, href: &str, properties: &[Property]) {
        self.begin(href);
        for (status, is_known) in [("200 OK", true), ("404 Not Found", false)] {
            let part = properties.iter().filter(|it| it.is_known() == is_known);
            let part: Vec<&Property> = part.collect();
            // An answer says something, even if nothing was asked.
            if !part.is_empty() || is_known && properties.is_empty() {
                self.propstat(&part, status, "");
            }
        }
        self.0.push_str("</D:response>");
    }

    /// What became of a request to change properties: those of each status, with the condition that stood against it.
    pub fn changed(&mut self, href: &str, outcomes: &[(&str, &str, Vec<Name>)]) {
        self.begin(href);
        for (status, condition, names) in outcomes {
            let part = names.iter().cloned();
            let part: Vec<Property> = part.map(|name| Property::new(name, None)).collect();
            let part: Vec<&Property> = part.iter().collect();
            self.propstat(&part, status, condition);
        }
        self.0.push_str("</D:response>");
    }

    /// That properties are not changed here.
    pub fn protected(&mut self, href: &str, names: &[Name]) {
        let condition = "<D:cannot-modify-protected-property/>";
        self.changed(href, &[("403 Forbidden", condition, names.to_vec())]);
    }

    fn begin(&mut self, href: &str) {
        let href = escaped(href);
        let _ = write!(self.0, "<D:response><D:href>{href}</D:href>");
    }

    fn propstat(&mut self, part: &[&Property], status: &str, condition: &str) {
        let out = &mut self.0;
        out.push_str("<D:propstat><D:prop>");
        for property in part {
            property.write(out);
        }
        let _ = write!(out, "</D:prop><D:status>HTTP/1.1 {status}</D:status>");
        if !condition.is_empty() {
            let _ = write!(out, "<D:error>{condition}</D:error>");
        }
        out.push_str("</D:propstat>");
    }

    /// The status of a resource as a whole.
    pub fn status(&mut self, href: &str, status: &str) {
        self.begin(href);
        let _ = write!(
            self.0,
            "<D:status>HTTP/1.1 {status}</D:status></D:response>"
        );
    }

    /// By what changes after these are asked for.
    pub fn sync_token(&mut self, token: &str) {
        let _ = write!(self.0, "<D:sync-token>{}</D:sync-token>", escaped(token));
    }

    /// The document.
    pub fn finish(mut self) -> String {
        self.0.push_str("</D:multistatus>");
        self.0
    }
}

/// The begin of a document whose top is that element.
pub fn open(top: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{top} xmlns:D=\"{DAV}\" xmlns:C=\"{CALDAV}\" \
         xmlns:CS=\"{CALENDAR_SERVER}\" xmlns:A=\"{APPLE}\">"
    )
}

#[cfg(test)]
mod tests;
