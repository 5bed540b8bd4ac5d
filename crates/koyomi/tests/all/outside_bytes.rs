//! Whatever is typed where a day or a year belongs, the answer is a day, a year or a refusal.

use proptest::prelude::*;
use yakusho_koyomi::{FiscalYear, Style, parse_date, styled};

use crate::any_era_day;

/// A day as people write it, with characters put in, taken out or exchanged.
fn misspelt_day() -> impl Strategy<Value = String> {
    let style = prop_oneof![
        Just(Style::EraLong),
        Just(Style::EraShort),
        Just(Style::Western),
        Just(Style::Both),
        Just(Style::English),
    ];
    let slips = prop::collection::vec((any::<prop::sample::Index>(), any::<Option<char>>()), 0..4);
    (any_era_day(), style, slips).prop_map(|(day, style, slips)| {
        let mut text: Vec<char> = styled(day, style).to_string().chars().collect();
        for (place, letter) in slips {
            let place = place.index(text.len() + 1);
            match letter {
                Some(letter) => text.insert(place, letter),
                None if place < text.len() => drop(text.remove(place)),
                None => {}
            }
        }
        text.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn a_day_that_is_read_can_be_written_and_read_again(text in prop_oneof![any::<String>(), misspelt_day()]) {
        if let Ok(day) = parse_date(&text) {
            let iso = day.to_string();
            prop_assert_eq!(parse_date(&iso), Ok(day), "{:?}", text);
        }
    }

    #[test]
    fn a_fiscal_year_is_read_or_refused(text in prop_oneof![any::<String>(), "(令和|R|平成|昭和)?[0-9０-９元]{0,12}(年度)?"]) {
        if let Ok(year) = text.parse::<FiscalYear>() {
            prop_assert!(year.first_day() < year.last_day());
        }
    }
}
