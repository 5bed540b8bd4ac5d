//! A profile with anything wrong in it is refused with file and line, or it is a profile.

use proptest::prelude::*;

use super::{SMALL, load_with};
use crate::{Citation, ClauseId, Period, ProfileError, Rule};

/// The small profile with lines taken out, doubled, exchanged or scrawled upon.
fn scrawled() -> impl Strategy<Value = String> {
    let place = any::<prop::sample::Index>;
    let words = prop_oneof![
        any::<String>(),
        "[\\[\\]{}=\",.a-z0-9_ -]{0,12}",
        "[0-9]{1,25}",
        Just("9999-99-99".to_owned()),
    ];
    let slip = (0..4, place(), place(), words);
    prop::collection::vec(slip, 1..5).prop_map(|slips| {
        let mut lines: Vec<String> = SMALL.lines().map(str::to_owned).collect();
        for (kind, at, to, words) in slips {
            let (at, to) = (at.index(lines.len()), to.index(lines.len()));
            match kind {
                0 if lines.len() > 1 => drop(lines.remove(at)),
                1 => lines.insert(to, lines[at].clone()),
                2 => lines.swap(at, to),
                _ => {
                    let line = &mut lines[at];
                    let middle = line.char_indices().nth(to % (line.chars().count() + 1));
                    line.insert_str(middle.map_or(line.len(), |(byte, _)| byte), &words);
                }
            }
        }
        lines.join("\n")
    })
}

proptest! {
    #[test]
    fn a_profile_is_read_or_refused_with_its_lines(profile in prop_oneof![1 => any::<String>(), 9 => scrawled()]) {
        match load_with(&profile, &[]) {
            Ok(city) => prop_assert!(!city.id().is_empty()),
            Err(ProfileError::Faulty(faults)) => {
                prop_assert!(!faults.is_empty());
                let lines = profile.split('\n').count();
                for fault in faults {
                    prop_assert!((1..=lines).contains(&fault.line), "{:?} of {} lines", fault, lines);
                    prop_assert!(!fault.message.is_empty());
                }
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn what_names_a_rule_a_clause_or_a_time_is_read_or_refused(text in prop_oneof![any::<String>(), "[a-z]{0,10}[:.][0-9]{0,22}(-[0-9]{0,22})?([(][0-9]{0,22}[)])?"]) {
        if let Ok(clause) = text.parse::<ClauseId>() {
            prop_assert_eq!(clause.to_string().parse::<ClauseId>().ok(), Some(clause));
        }
        let _ = text.parse::<Rule>();
        let _ = text.parse::<Period>();
        let _ = text.parse::<Citation>();
    }
}
