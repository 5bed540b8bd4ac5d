//! Clause ids: reading, writing, wording.

use proptest::prelude::*;

use crate::{ClauseId, Lang, Register};

fn clause(id: &str) -> ClauseId {
    id.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_parts_of_a_clause_are_read() {
    let id = clause("muko:34.3-1");
    assert_eq!(id.regulation(), "muko");
    assert_eq!((id.article().article, id.article().branch), (34, Some(3)));
    assert_eq!(id.paragraph(), Some(1));
    assert!(id.items().is_empty());
    let id = clause("shiroishi:2(4)-(7)");
    assert_eq!((id.items()[0].first, id.items()[0].last), (4, 7));
}

#[test]
fn a_clause_is_worded_as_a_regulation_cites_it() {
    let cases = [
        ("nogata:11", "第11条", "article 11"),
        ("nogata:9(4)", "第9条第4号", "article 9, item 4"),
        (
            "nogata:5-2(1)",
            "第5条第2項第1号",
            "article 5, paragraph 2, item 1",
        ),
        ("muko:34.3-1", "第34条の3第1項", "article 34-3, paragraph 1"),
        ("muko:34.2", "第34条の2", "article 34-2"),
        (
            "shiroishi:2(4)-(7)",
            "第2条第4号から第7号まで",
            "article 2, items 4 to 7",
        ),
        (
            "shiroishi:2(10)(11)",
            "第2条第10号及び第11号",
            "article 2, items 10 and 11",
        ),
        (
            "shiroishi:2(1)(2)(3)(9)",
            "第2条第1号、第2号、第3号及び第9号",
            "article 2, items 1, 2, 3 and 9",
        ),
    ];
    for (id, ja, en) in cases {
        assert_eq!(clause(id).wording(Lang::Ja), ja);
        assert_eq!(clause(id).wording(Lang::En), en);
    }
}

#[test]
fn what_names_no_clause_is_refused() {
    let wrong = [
        "",
        "nogata",
        "nogata:",
        ":9",
        "Nogata:9",
        "no gata:9",
        "9a:9",
        "nogata:0",
        "nogata:09",
        "nogata:9.1",
        "nogata:9.",
        "nogata:9-",
        "nogata:9-0",
        "nogata:9(",
        "nogata:9()",
        "nogata:9(0)",
        "nogata:9(1",
        "nogata:9(2)(1)",
        "nogata:9(1)(1)",
        "nogata:9(2)-(2)",
        "nogata:9(3)-(2)",
        "nogata:9(1)-",
        "nogata:9(1)x",
        "nogata:9 ",
        "nogata:70000",
        "nogata:9(1)-(3)(3)",
    ];
    for id in wrong {
        assert!(id.parse::<ClauseId>().is_err(), "{id:?}");
    }
}

#[test]
fn every_clause_of_the_register_comes_back_as_written() {
    let written = include_str!("../../data/register.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    for (line, clause) in written.zip(Register::builtin().clauses()) {
        assert_eq!(
            line.split('\t').next(),
            Some(clause.id().to_string().as_str())
        );
    }
}

/// The text of any clause there can be.
fn any_clause() -> impl Strategy<Value = String> {
    let items = prop::collection::vec((1_u16..40, prop::option::of(1_u16..5)), 0..4);
    let branch = prop::option::of(2_u16..20);
    let paragraph = prop::option::of(1_u16..20);
    ("[a-z][a-z0-9_]{0,8}", 1_u16..999, branch, paragraph, items).prop_map(
        |(key, article, branch, paragraph, items)| {
            let mut id = format!("{key}:{article}");
            id.extend(branch.map(|branch| format!(".{branch}")));
            id.extend(paragraph.map(|paragraph| format!("-{paragraph}")));
            let mut last = 0;
            for (gap, run) in items {
                last += gap;
                id.extend([format!("({last})")]);
                if let Some(run) = run {
                    last += run;
                    id.extend([format!("-({last})")]);
                }
            }
            id
        },
    )
}

proptest! {
    #[test]
    fn a_clause_comes_back_as_written(id in any_clause()) {
        let parsed = clause(&id);
        prop_assert_eq!(parsed.to_string(), id.clone());
        let json = serde_json::to_string(&parsed).unwrap();
        prop_assert_eq!(&json, &format!("{id:?}"));
        prop_assert_eq!(serde_json::from_str::<ClauseId>(&json).unwrap(), parsed);
    }

    #[test]
    fn what_is_accepted_comes_back_as_written(text in "[a-z0-9:.()-]{0,16}|[a-z]{1,3}:[0-9.()-]{0,12}") {
        if let Ok(parsed) = text.parse::<ClauseId>() {
            prop_assert_eq!(parsed.to_string(), text);
        }
    }
}
