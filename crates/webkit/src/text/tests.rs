//! Texts in both languages, sizes and numbers.

use super::*;
use crate::Lang;

crate::texts! {
    enum Sample {
        Plain: "そのまま" / "As it is";
        Two { done: u64, all: u64 }: "{all}人中{done}人" / "{done} of {all}";
        OneSided { name: &'static str }: "{name}さん" / "You";
        Days { n: u64 }: "{n}日" / "{n} day" | "{n} days" by n;
    }
}

#[test]
fn each_language_says_it_in_its_own_order() {
    assert_eq!(Sample::Plain.to(Lang::Ja), "そのまま");
    assert_eq!(Sample::Two { done: 1, all: 3 }.to(Lang::Ja), "3人中1人");
    assert_eq!(Sample::Two { done: 1, all: 3 }.to(Lang::En), "1 of 3");
    assert_eq!(Sample::OneSided { name: "佐藤" }.to(Lang::En), "You");
}

#[test]
fn english_tells_one_from_many() {
    let days = |n| Sample::Days { n }.to(Lang::En);
    assert_eq!(
        (&*days(0), &*days(1), &*days(2)),
        ("0 days", "1 day", "2 days")
    );
    assert_eq!(Sample::Days { n: 1 }.to(Lang::Ja), "1日");
}

#[test]
fn a_text_without_parameters_is_not_copied() {
    assert!(matches!(
        Common::Save.to(Lang::Ja),
        std::borrow::Cow::Borrowed(_)
    ));
}

#[test]
fn sizes_are_read_at_a_glance() {
    let cases = [
        (0, "0 B"),
        (1_023, "1023 B"),
        (1_024, "1 KB"),
        (34_900, "34 KB"),
        (1_300_000, "1.2 MB"),
        (10 << 20, "10 MB"),
        (100 << 20, "100 MB"),
        ((100 << 20) - 1, "99 MB"),
        (3 << 30, "3 GB"),
        (3_200_000_000, "2.9 GB"),
    ];
    for (bytes, words) in cases {
        assert_eq!(size(bytes), words);
    }
    assert!(size(u64::MAX).ends_with(" GB"));
}

#[test]
fn numbers_have_commas() {
    assert_eq!(number(0), "0");
    assert_eq!(number(999), "999");
    assert_eq!(number(1_000), "1,000");
    assert_eq!(number(12_345_678), "12,345,678");
}
