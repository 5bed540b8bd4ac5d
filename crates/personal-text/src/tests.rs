//! What must be warned of, and what must not.

use proptest::prelude::*;

use super::number::check_digit;
use super::{Kind, find, kinds};

#[test]
fn what_looks_like_personal_information_is_found() {
    for (text, kind, part) in [
        (
            "個人番号 123456789018",
            Kind::IndividualNumber,
            "123456789018",
        ),
        (
            "番号は１２３４５６７８９０１８です",
            Kind::IndividualNumber,
            "１２３４５６７８９０１８",
        ),
        ("1234-5678-9018", Kind::IndividualNumber, "1234-5678-9018"),
        (
            "1234 5678 9018 を確認",
            Kind::IndividualNumber,
            "1234 5678 9018",
        ),
        ("連絡先 090-1234-5678", Kind::PhoneNumber, "090-1234-5678"),
        (
            "電話：０９０－１２３４－５６７８",
            Kind::PhoneNumber,
            "０９０－１２３４－５６７８",
        ),
        (
            "０９０ー１２３４ー５６７８",
            Kind::PhoneNumber,
            "０９０ー１２３４ー５６７８",
        ),
        ("09012345678へ", Kind::PhoneNumber, "09012345678"),
        ("自宅0949-25-2000", Kind::PhoneNumber, "0949-25-2000"),
        ("自宅 0949(25)2000", Kind::PhoneNumber, "0949(25)2000"),
        ("自宅（0949）25-2000", Kind::PhoneNumber, "（0949）25-2000"),
        ("03-1234-5678", Kind::PhoneNumber, "03-1234-5678"),
        ("+81-90-1234-5678", Kind::PhoneNumber, "+81-90-1234-5678"),
        (
            "生年月日：昭和50年4月1日",
            Kind::BirthDate,
            "昭和50年4月1日",
        ),
        ("生年月日 S50.4.1", Kind::BirthDate, "S50.4.1"),
        ("1975年4月1日生", Kind::BirthDate, "1975年4月1日"),
        (
            "平成元年１月８日生まれ",
            Kind::BirthDate,
            "平成元年１月８日",
        ),
        ("山田様（1975/4/1）来庁", Kind::BirthDate, "1975/4/1"),
        (
            "山田　太郎（昭和50年4月1日）",
            Kind::BirthDate,
            "昭和50年4月1日",
        ),
        ("〒822-8501", Kind::Address, "〒822-8501"),
        (
            "福岡県直方市殿町7番1号",
            Kind::Address,
            "福岡県直方市殿町7番1号",
        ),
        ("直方市殿町７－１", Kind::Address, "直方市殿町７－１"),
        (
            "訪問先は直方市頓野1234番地の5",
            Kind::Address,
            "訪問先は直方市頓野1234番地の5",
        ),
        (
            "向日市寺戸町中野20番地",
            Kind::Address,
            "向日市寺戸町中野20番地",
        ),
        (
            "東京都千代田区霞が関1丁目2番3号",
            Kind::Address,
            "東京都千代田区霞が関1丁目2番3号",
        ),
    ] {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].kind, kind, "{text}");
        assert_eq!(&text[found[0].span.clone()], part, "{text}");
    }
}

#[test]
fn what_work_writes_every_day_is_left_alone() {
    for text in [
        "",
        "課内会議",
        "2026年11月20日 定例会",
        "令和8年11月20日（金）10時から",
        "2026-11-20 10:30-11:30",
        "2026/11/20～2026/12/3",
        "会議 20261120 1030",
        "202611201030",
        "第1会議室（301号室）",
        "本庁舎3階 302会議室",
        "内線 1234",
        "内線2345-6",
        "令和3年6月28日庁達第4号",
        "番号利用法第9条第1項",
        "地方自治法（昭和22年法律第67号）第4条の2",
        "規程の制定（平成15年7月23日）",
        "予算 1,234,567,890円",
        "工事費 123,456,789,018円",
        "フリーダイヤル 0120-123-456",
        "ナビダイヤル0570-012-345",
        "文書番号 8直総第123号",
        "直方市役所 3階",
        "福岡県直方市",
        "市長会議 11-20",
        "市長会議2026-11-20",
        "町内会議11-20",
        "1号館2号室",
        "法人番号 1000020402044",
        "123456789012",
        "山田様 2026/11/20 来庁",
        "山田様（10時）",
        "開庁記念日 昭和50年4月1日",
        "人口 12,345人",
        "8:30-17:15",
        "定員 10-20名",
    ] {
        let found = find(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn the_check_digit_is_that_of_the_ministry() {
    // An example that the ministry gives: 12345678901 is followed by 8.
    let digits: Vec<u32> = "12345678901"
        .chars()
        .filter_map(|c| c.to_digit(10))
        .collect();
    assert_eq!(check_digit(&digits), 8);
}

#[test]
fn each_kind_is_named_once() {
    let texts = ["090-1234-5678", "080-1234-5678 〒822-8501"];
    assert_eq!(kinds(texts), [Kind::PhoneNumber, Kind::Address]);
}

/// The digits in full or half width.
fn written(digits: &[u32], wide: bool) -> String {
    let zero = if wide { '０' } else { '0' };
    let digit = |d: &u32| char::from_u32(u32::from(zero) + d);
    digits.iter().filter_map(digit).collect()
}

proptest! {
    #[test]
    fn every_individual_number_is_found_and_no_other(
        digits in proptest::collection::vec(0..10_u32, 11),
        last in 0..10_u32,
        wide in any::<bool>(),
    ) {
        let mut digits = digits;
        let right = check_digit(&digits) == last;
        digits.push(last);
        let text = format!("個人番号は{}。", written(&digits, wide));
        let found = kinds([text.as_str()]).contains(&Kind::IndividualNumber);
        prop_assert_eq!(found, right, "{}", text);
    }

    #[test]
    fn any_text_is_gone_through_and_what_is_found_stands_in_it(
        text in "[0-9０-９（）()〒 　年月日生市町村番地号ー－+a-zS-]{0,60}",
    ) {
        let mut end = 0;
        for found in find(&text) {
            prop_assert!(found.span.start >= end);
            prop_assert!(!text[found.span.clone()].is_empty());
            end = found.span.end;
        }
    }
}
