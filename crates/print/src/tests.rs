//! What comes out of the printer.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use proptest::prelude::*;
use time::macros::date;

use crate::{Align, Column, Paper, Part, Row, pdf};

fn paper(parts: Vec<Part>) -> Paper {
    Paper {
        lang: "ja",
        form: "様式第6号(第14条)".to_owned(),
        office: "白石市".to_owned(),
        title: "データ利用承認申請書".to_owned(),
        marks: vec!["令和8年度 データ利用第12号".to_owned()],
        parts,
        foot: "令和8年11月20日出力".to_owned(),
        day: Some(date!(2026 - 11 - 20)),
    }
}

fn fields(rows: &[(&str, &[&str])]) -> Part {
    let rows = rows.iter().map(|(label, lines)| Row {
        label: (*label).to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    });
    Part::Fields {
        caption: String::new(),
        rows: rows.collect(),
    }
}

/// What can be read out of a file, page by page, without the spaces that setting puts between scripts.
fn pages(file: &[u8]) -> Vec<String> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(file).unwrap();
    let bare = |page: String| page.split_whitespace().collect();
    pages.into_iter().map(bare).collect()
}

/// How many pages there are, and on each the millimetres from its edges within which nothing is printed.
fn margins(file: &[u8]) -> Vec<[usize; 4]> {
    let pdf = Pdf::new(file.to_vec()).unwrap();
    let cache = RenderCache::new();
    let settings = RenderSettings {
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    // A point of the picture is 1/72 inch.
    let millimetres = |points: usize| points * 254 / 720;
    let margins = pdf.pages().iter().map(|page| {
        let picture = render(page, &cache, &InterpreterSettings::default(), &settings);
        let (width, height) = (usize::from(picture.width()), usize::from(picture.height()));
        let dark = |at: &usize| picture.data()[*at].r < 200;
        let dark: Vec<usize> = (0..width * height).filter(dark).collect();
        let columns = || dark.iter().map(|at| at % width);
        let rows = || dark.iter().map(|at| at / width);
        [
            rows().min().unwrap(),
            width - columns().max().unwrap(),
            height - rows().max().unwrap(),
            columns().min().unwrap(),
        ]
        .map(millimetres)
    });
    margins.collect()
}

#[test]
fn what_was_filled_in_stands_in_its_order_and_is_no_markup() {
    let typed = "#set text(red) *太字* $x$ @ref <a> // \\ `code`";
    let file = pdf(&paper(vec![fields(&[
        ("提出する課", &["福祉課"]),
        ("利用目的", &["臨時給付金の対象者の確認", typed]),
        ("氏名", &["髙﨑 ①子"]),
    ])]))
    .unwrap();
    let [page] = &pages(&file)[..] else {
        panic!("it is one page");
    };
    let bare: String = typed.split_whitespace().collect();
    let expected = [
        "様式第6号(第14条)",
        "白石市",
        "データ利用承認申請書",
        "令和8年度データ利用第12号",
        "提出する課",
        "福祉課",
        "利用目的",
        "臨時給付金の対象者の確認",
        &bare,
        "髙﨑①子",
        "令和8年11月20日出力",
        "1/1",
    ];
    let mut rest = page.as_str();
    for words in expected {
        let at = rest.find(words);
        let at = at.unwrap_or_else(|| panic!("{words} is missing or misplaced: {page}"));
        rest = &rest[at + words.len()..];
    }
}

#[test]
fn a_long_table_has_its_heading_on_each_page_and_every_row_once() {
    let columns = [("条項", Align::Left), ("件数", Align::Right)];
    let columns = columns.map(|(title, align)| Column {
        title: title.to_owned(),
        share: 1,
        align,
    });
    let table = Part::Table {
        caption: "一覧".to_owned(),
        columns: columns.into(),
        rows: (1..=60)
            .map(|n| vec![format!("第{n}項"), n.to_string()])
            .collect(),
    };
    let pages = pages(&pdf(&paper(vec![table])).unwrap());
    assert!(pages.len() > 1, "{}", pages.len());
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains("条項件数"), "{page}");
        let foot = format!("{number}/{}", pages.len());
        assert!(page.ends_with(&foot), "{page}");
    }
    let all = pages.concat();
    for n in 1..=60 {
        assert_eq!(all.matches(&format!("第{n}項")).count(), 1, "row {n}");
    }
}

#[test]
fn nothing_is_cut_off_at_the_edges() {
    let hash = "0123456789abcdef".repeat(8);
    let long = "長".repeat(900);
    let file = pdf(&paper(vec![
        fields(&[("SHA-256", &[&hash]), ("理由", &[&long]), (&hash, &["値"])]),
        Part::Text {
            caption: "注".to_owned(),
            lines: vec![hash.clone(), long.clone()],
        },
    ]))
    .unwrap();
    let margins = margins(&file);
    assert!(margins.len() > 1);
    for [above, right, below, left] in &margins {
        assert!((18..=25).contains(above), "{margins:?}");
        assert!(
            (18..=25).contains(right) && (18..=25).contains(left),
            "{margins:?}"
        );
        assert!(*below >= 10, "{margins:?}");
    }
    let all = pages(&file).concat();
    assert!(
        all.matches(&hash).count() >= 2,
        "a hash can be copied out of it"
    );
    assert_eq!(all.matches('長').count(), 1_800);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_text_can_be_printed(label in any::<String>(), line in any::<String>()) {
        let printed = pdf(&paper(vec![fields(&[(&label, &[&line])])]));
        prop_assert!(printed.is_ok_and(|file| file.starts_with(b"%PDF-1.7")));
    }
}
