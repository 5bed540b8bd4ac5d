//! What is read and written of XML, and what is refused.

use proptest::prelude::*;

use super::*;

fn name(space: &str, local: &str) -> Name {
    Name {
        space: space.to_owned(),
        local: local.to_owned(),
    }
}

#[test]
fn what_would_cost_much_is_not_parsed() {
    let deep = "<a>".repeat(DEEPEST + 1);
    let many = format!("<a>{}</a>", "<b/>".repeat(NODES as usize));
    let entity = "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>";
    for hostile in [&deep, &many, entity, "<a", "\u{0}", "<a xmlns:b=\"\"/>"] {
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

/// What an element says: names, attributes, texts and the language it stands in.
fn said(node: Node<'_, '_>) -> String {
    let attributes = node.attributes();
    let attributes =
        attributes.map(|it| format!("{:?}{}={:?}", it.namespace(), it.name(), it.value()));
    let mut attributes: Vec<String> = attributes.collect();
    attributes.sort();
    let parts = node.children().filter_map(|part| {
        if part.is_element() {
            Some(said(part))
        } else {
            part.text().map(str::to_owned)
        }
    });
    let parts: String = parts.collect();
    format!("<{:?} {attributes:?}>{parts}</>", Name::of(node))
}

proptest! {
    #[test]
    fn a_kept_element_says_what_it_said(
        space in "[a-z:&<\" ]{0,12}",
        text in "[ -~あ-ん\n\t\r]{0,40}",
        attribute in "[ -~あ-ん\n\t]{0,20}",
    ) {
        let text = escaped(&text);
        let attribute = in_attribute(&attribute);
        let space = escaped(&space);
        let sent = format!(
            "<D:prop xmlns:D=\"DAV:\"><x xmlns=\"{space}\" y=\"{attribute}\"><D:z D:w=\"1\">{text}</D:z><v xmlns=\"\"/></x></D:prop>"
        );
        let sent = parse(&sent).unwrap().unwrap();
        let element = children(sent.root_element()).next().unwrap();
        let kept = raw(element);
        let read = parse(&kept).unwrap().unwrap();
        prop_assert_eq!(said(read.root_element()), said(element));
        // It stands as it is within an answer.
        let mut answer = Multistatus::new();
        answer.properties("/x", &[Property::whole(Name::of(element), kept)]);
        let answer = answer.finish();
        prop_assert!(parse(&answer).is_ok());
    }

    #[test]
    fn nothing_that_is_sent_stops_the_reader(body in "[<>/a-c:=\" &!\\[\\]?-]{0,200}") {
        if let Ok(Some(document)) = parse(&body) {
            prop_assert!(parse(&raw(document.root_element())).is_ok());
        }
    }
}

#[test]
fn the_language_of_a_property_goes_along() {
    let sent = "<a xml:lang=\"ja\"><b>様式</b></a>";
    let sent = parse(sent).unwrap_or(None);
    let element = sent
        .as_ref()
        .and_then(|sent| children(sent.root_element()).next());
    let kept = element.map(raw).unwrap_or_default();
    assert_eq!(kept, "<b xmlns=\"\" xml:lang=\"ja\">様式</b>");
}
