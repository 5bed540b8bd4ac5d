//! XML, in and out. What comes in has no entities and no document type, and is small; what goes out is written as text.

use std::fmt::Write as _;

use roxmltree::{Document, Node, ParsingOptions};
use yakusho_webkit::Problem;

/// WebDAV's names.
pub(super) const DAV: &str = "DAV:";
/// CalDAV's names.
pub(super) const CALDAV: &str = "urn:ietf:params:xml:ns:caldav";
/// Names that Apple's calendar server brought.
const CALENDAR_SERVER: &str = "http://calendarserver.org/ns/";
/// Names of Apple's programs.
const APPLE: &str = "http://apple.com/ns/ical/";

/// The most elements, texts and attributes of a request.
const NODES: u32 = 20_000;

/// The deepest that elements of a request stand within each other.
const DEEPEST: usize = 32;

/// The name of an element or property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) space: String,
    pub(super) local: String,
}

impl Name {
    pub(super) fn of(node: Node<'_, '_>) -> Self {
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
pub(super) fn parse(body: &str) -> Result<Option<Document<'_>>, Problem> {
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
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, space: &str, local: &str) -> Option<Node<'a, 'i>> {
    children(node).find(|child| child.has_tag_name((space, local)))
}

/// The elements within another.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}

/// What stands in an element as text.
pub(super) fn text<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

/// Text between tags, or in an attribute.
pub(super) fn escaped(text: &str) -> String {
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

/// A property with what it says, written as XML.
pub(super) struct Property {
    name: Name,
    value: Option<String>,
}

impl Property {
    pub(super) fn new(name: Name, value: Option<String>) -> Self {
        Self { name, value }
    }
}

/// An answer about several resources (RFC 4918, section 13).
pub(super) struct Multistatus(String);

impl Multistatus {
    pub(super) fn new() -> Self {
        Self(open("D:multistatus"))
    }

    /// What is known of a resource, and what is not.
    pub(super) fn properties(&mut self, href: &str, properties: &[Property]) {
        let out = &mut self.0;
        // Writing to a string never fails.
        let _ = write!(out, "<D:response><D:href>{}</D:href>", escaped(href));
        for (status, is_known) in [("200 OK", true), ("404 Not Found", false)] {
            let part = || {
                properties
                    .iter()
                    .filter(|it| it.value.is_some() == is_known)
            };
            // An answer says something, even if nothing was asked.
            if part().next().is_none() && !(is_known && properties.is_empty()) {
                continue;
            }
            out.push_str("<D:propstat><D:prop>");
            for Property { name, value } in part() {
                let (name, declared) = name.written();
                let _ = match value.as_deref() {
                    None | Some("") => write!(out, "<{name}{declared}/>"),
                    Some(value) => write!(out, "<{name}{declared}>{value}</{name}>"),
                };
            }
            let _ = write!(
                out,
                "</D:prop><D:status>HTTP/1.1 {status}</D:status></D:propstat>"
            );
        }
        out.push_str("</D:response>");
    }

    /// That properties are not changed here.
    pub(super) fn protected(&mut self, href: &str, names: &[Name]) {
        let out = &mut self.0;
        let _ = write!(
            out,
            "<D:response><D:href>{}</D:href><D:propstat><D:prop>",
            escaped(href)
        );
        for name in names {
            let (name, declared) = name.written();
            let _ = write!(out, "<{name}{declared}/>");
        }
        out.push_str(
            "</D:prop><D:status>HTTP/1.1 403 Forbidden</D:status><D:error>\
             <D:cannot-modify-protected-property/></D:error></D:propstat></D:response>",
        );
    }

    /// The status of a resource as a whole.
    pub(super) fn status(&mut self, href: &str, status: &str) {
        let href = escaped(href);
        let _ = write!(
            self.0,
            "<D:response><D:href>{href}</D:href><D:status>HTTP/1.1 {status}</D:status></D:response>"
        );
    }

    /// By what changes after these are asked for.
    pub(super) fn sync_token(&mut self, token: &str) {
        let _ = write!(self.0, "<D:sync-token>{}</D:sync-token>", escaped(token));
    }

    pub(super) fn finish(mut self) -> String {
        self.0.push_str("</D:multistatus>");
        self.0
    }
}

/// The begin of a document whose top is that element.
pub(super) fn open(top: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{top} xmlns:D=\"{DAV}\" xmlns:C=\"{CALDAV}\" \
         xmlns:CS=\"{CALENDAR_SERVER}\" xmlns:A=\"{APPLE}\">"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_cost_much_is_not_parsed() {
        let deep = "<a>".repeat(DEEPEST + 1);
        let many = format!("<a>{}</a>", "<b/>".repeat(NODES as usize));
        let entity = "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>";
        for hostile in [&deep, &many, entity, "<a", "\u{0}"] {
            assert!(
                parse(hostile).is_err(),
                "{}",
                &hostile[..20.min(hostile.len())]
            );
        }
        assert!(parse(" \n").unwrap_or(None).is_none());
        assert!(parse("<a><b/></a>").is_ok_and(|document| document.is_some()));
    }

    #[test]
    fn what_is_written_reads_back() {
        let name = |space: &str, local: &str| Name {
            space: space.to_owned(),
            local: local.to_owned(),
        };
        let properties = [
            Property::new(name(DAV, "displayname"), Some(escaped("総務 & <財政>"))),
            Property::new(name("urn:other", "colour"), None),
        ];
        let mut answer = Multistatus::new();
        answer.properties("/dav/a b/", &properties);
        let text = answer.finish();
        let document = parse(&text).unwrap_or(None);
        let document = document.as_ref().map(Document::root_element);
        let named = |local: &str| {
            let nodes = document.into_iter().flat_map(|root| root.descendants());
            nodes.filter(|node| node.tag_name().name() == local).count()
        };
        assert_eq!(
            (named("displayname"), named("colour"), named("status")),
            (1, 1, 2)
        );
        assert!(text.contains("総務 &amp; &lt;財政&gt;"));
    }
}
