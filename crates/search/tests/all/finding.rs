//! What is found by which words, in which order, and on which page.

use time::Date;
use yakusho_kernel::{Fault, UnitId};
use yakusho_search::{Asked, Query, count_common, find};
use yakusho_testkit::{any_text, samples};

use crate::{CLOSED, Index, KIND, number, thing};

#[tokio::test]
async fn words_are_found_however_they_are_written() {
    let things = [
        thing(1, "会議室の予約について", "第2ガイドブックを見てください。"),
        thing(2, "納税のお知らせ", "Ａ４用紙でYakusho Officeへ。"),
        thing(3, "予算案", "令和8年度の予算、会議。室長の意見。"),
        thing(4, "葛\u{e0100}城の ﾊﾞｽ 時刻表", "10時 100円"),
    ];
    for index in Index::both(&things).await {
        for (words, found) in [
            ("会議", &[3, 1][..]),
            ("会議室", &[1]),
            ("予約", &[1]),
            ("税", &[2]),
            ("知", &[2]),
            ("ガイド", &[1]),
            ("がいどぶっく", &[1]),
            ("ｶﾞｲﾄﾞ", &[1]),
            ("a4", &[2]),
            ("yaku", &[2]),
            ("\"yaku\"", &[]),
            ("\"YAKUSHO OFFICE\"", &[2]),
            ("\"office yakusho\"", &[]),
            ("令和8年", &[3]),
            ("令和８年度", &[3]),
            ("令和 予算", &[3]),
            ("会議 -室長", &[1]),
            ("会議 -予約 -室長", &[]),
            ("-会議", &[]),
            ("10", &[4]),
            ("葛城", &[4]),
            ("バス", &[4]),
            ("存在しない", &[]),
        ] {
            let mut numbers = index.found(words).await;
            numbers.sort_unstable_by(|one, other| other.cmp(one));
            assert_eq!(numbers, found, "{words}");
        }
    }
}

#[tokio::test]
async fn what_is_marked_is_what_was_asked_for() {
    let things = [thing(1, "<b>会議</b>", "あ会議い")];
    for index in Index::both(&things).await {
        let page = index.ask("会議", &Asked::default(), None, 10).await;
        let hit = &page.items[0];
        let marked = |parts: &[yakusho_search::Part]| -> Vec<(String, bool)> {
            parts
                .iter()
                .map(|part| (part.text.clone(), part.marked))
                .collect()
        };
        let parts = |parts: [(&str, bool); 3]| parts.map(|(text, mark)| (text.to_owned(), mark));
        let title = [("<b>", false), ("会議", true), ("</b>", false)];
        assert_eq!(marked(&hit.title), parts(title));
        let text = [("あ", false), ("会議", true), ("い", false)];
        assert_eq!(marked(&hit.excerpt), parts(text));
    }
}

#[tokio::test]
async fn pages_are_of_what_may_be_seen_alone() {
    let mut things = Vec::new();
    for n in 1..=60 {
        let mut one = thing(n, "会議", "");
        if n % 2 == 0 {
            one.place = Some(CLOSED);
        }
        things.push(one);
    }
    for index in Index::both(&things).await {
        let (mut seen, mut after) = (Vec::new(), None);
        for (size, more) in [(20, true), (10, false)] {
            let page = index
                .ask("会議", &Asked::default(), after.as_ref(), 20)
                .await;
            assert_eq!(page.items.len(), size);
            assert_eq!(page.next.is_some(), more);
            seen.extend(page.items.iter().map(number));
            after = page.next;
        }
        let odd: Vec<u128> = (1..=60).rev().filter(|n| n % 2 == 1).collect();
        assert_eq!(seen, odd);
    }
}

#[tokio::test]
async fn a_search_is_narrowed_down_by_kind_section_and_days() {
    let section = UnitId::from(uuid::Uuid::from_u128(9));
    let mut things = vec![thing(1, "会議", ""), thing(2, "会議", "")];
    things[0].section = Some(section);
    let day = |day: u8| Date::from_calendar_date(2023, time::Month::November, day).unwrap();
    things[1].at = yakusho_kernel::Timestamp::start_of(day(20));
    for index in Index::both(&things).await {
        for (asked, found) in [
            (
                Asked {
                    sections: vec![section],
                    ..Asked::default()
                },
                &[1][..],
            ),
            (
                Asked {
                    kind: Some("another".to_owned()),
                    ..Asked::default()
                },
                &[],
            ),
            (
                Asked {
                    kind: Some(KIND.to_owned()),
                    from: Some(day(20)),
                    ..Asked::default()
                },
                &[2],
            ),
            (
                Asked {
                    until: Some(day(19)),
                    ..Asked::default()
                },
                &[1],
            ),
            (
                Asked {
                    from: Some(day(20)),
                    until: Some(day(20)),
                    ..Asked::default()
                },
                &[2],
            ),
        ] {
            let page = index.ask("会議", &asked, None, 10).await;
            let numbers: Vec<u128> = page.items.iter().map(number).collect();
            assert_eq!(numbers, found, "{asked:?}");
        }
    }
}

#[tokio::test]
async fn few_are_ranked_and_what_is_everywhere_comes_newest_first() {
    let mut things = vec![thing(1, "会議", "会議")];
    things.push(thing(2, "別の件", "会議について"));
    things.extend((3..=1_500).map(|n| thing(n, "回覧", "お知らせ")));
    things[999].title = "回覧 お知らせ お知らせ".to_owned();
    for index in Index::both(&things).await {
        let system = index.world.system();
        assert_eq!(index.found("会議").await, [1, 2], "the title weighs more");
        let best = index.found("お知らせ").await[0];
        assert_eq!(best, 1_000, "ranked, as long as nobody counted");
        assert!(*count_common(&system).await.unwrap() >= 4);
        assert_eq!(index.found("会議").await, [1, 2]);
        let newest = index.found("お知らせ").await;
        let down: Vec<u128> = (501..=1_500).rev().collect();
        assert_eq!(newest, down, "the newest first");
        assert_eq!(index.found("お知らせ 会議").await, [] as [u128; 0]);
        let page = index.ask("お知らせ", &Asked::default(), None, 5).await;
        let next = index
            .ask("お知らせ", &Asked::default(), page.next.as_ref(), 5)
            .await;
        let numbers: Vec<u128> = next.items.iter().map(number).collect();
        assert_eq!(numbers, [1_495, 1_494, 1_493, 1_492, 1_491]);
    }
}

#[tokio::test]
async fn long_and_odd_texts_are_found_by_what_they_say() {
    let filler = "あいうえおかきくけこ".repeat(3_000);
    let different: String = (0..90_000)
        .filter_map(|n: u32| char::from_u32(0x4e00 + n * 7_919 % 20_000))
        .collect();
    let things = [
        thing(1, "長い文書", &format!("{filler}最後の会議室")),
        thing(2, "いろいろ", &format!("会議{different}")),
        thing(3, "NUL\u{0}あり", "会\u{0}議 a\u{0}b"),
        thing(4, &"x".repeat(200), &"𠮷野".repeat(50)),
    ];
    for index in Index::both(&things).await {
        assert_eq!(index.found("最後の会議室").await, [1]);
        assert_eq!(index.found("あり").await, [3]);
        assert_eq!(index.found("𠮷野").await, [4]);
        assert_eq!(index.found(&"x".repeat(200)).await, [4]);
        assert_eq!(index.found("いろいろ").await, [2]);
    }
}

#[tokio::test]
async fn no_question_fails() {
    let things = [thing(1, "会議", "予算")];
    for index in Index::both(&things).await {
        for words in samples(any_text(), 200) {
            let _ = index.found(&words).await;
            let _ = index.found(&format!("会議 \"{words}")).await;
            let _ = index.found(&format!("会議 -{words}")).await;
        }
    }
}

#[tokio::test]
async fn nobody_finds_anything_unless_they_are_signed_in() {
    for index in Index::both(&[thing(1, "会議", "")]).await {
        let nobody = index.world.nobody();
        let (query, asked) = (Query::of("会議"), Asked::default());
        let found = find(&nobody, &index.sources, &query, &asked, None, 10).await;
        assert!(matches!(found, Err(Fault::Denied(_))), "{found:?}");
    }
}

#[tokio::test]
async fn a_thing_stands_in_the_index_once() {
    for index in Index::both(&[thing(1, "会議", "予算")]).await {
        let index = index.of(&[thing(1, "図書", "予算")]).await;
        assert_eq!(index.found("会議").await, [] as [u128; 0]);
        assert_eq!(index.found("図書").await, [1]);
        assert_eq!(index.found("予算").await, [1]);
    }
}
