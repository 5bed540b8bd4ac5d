//! Rules as text.

use proptest::prelude::*;

use super::super::{Rule, RuleError};

#[test]
fn a_rule_is_written_as_it_was_read() {
    for text in [
        "FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE",
        "FREQ=MONTHLY;COUNT=5;BYDAY=-1FR",
        "FREQ=MONTHLY;UNTIL=20271231;BYMONTHDAY=-1,15",
        "FREQ=YEARLY;UNTIL=20271231T090000Z;BYMONTH=1,4;BYDAY=SU;BYSETPOS=-1",
        "FREQ=YEARLY;UNTIL=20271231T090000;BYWEEKNO=-1,20;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=-1,1,200;BYHOUR=9,10;BYMINUTE=0;BYSECOND=0",
    ] {
        let rule: Rule = text.parse().unwrap();
        assert_eq!(rule.to_string(), text);
    }
    let loose: Rule = " freq=weekly;byday=we,MO,mo;x-own=1; "
        .trim()
        .parse()
        .unwrap();
    assert_eq!(loose.to_string(), "FREQ=WEEKLY;BYDAY=MO,WE");
}

#[test]
fn what_the_rfc_forbids_is_refused() {
    for (text, error) in [
        ("", RuleError::Malformed),
        ("INTERVAL=2", RuleError::Malformed),
        ("FREQ=FORTNIGHTLY", RuleError::Malformed),
        ("FREQ=DAILY;INTERVAL=0", RuleError::Malformed),
        ("FREQ=DAILY;INTERVAL=65536", RuleError::Malformed),
        ("FREQ=DAILY;INTERVAL=+1", RuleError::Malformed),
        ("FREQ=DAILY;COUNT=0", RuleError::Malformed),
        ("FREQ=DAILY;UNTIL=20260230", RuleError::Malformed),
        ("FREQ=DAILY;BYHOUR=24", RuleError::Malformed),
        ("FREQ=MONTHLY;BYMONTHDAY=0", RuleError::Malformed),
        ("FREQ=MONTHLY;BYMONTHDAY=32", RuleError::Malformed),
        ("FREQ=MONTHLY;BYDAY=TUE", RuleError::Malformed),
        ("FREQ=MONTHLY;BYDAY=火", RuleError::Malformed),
        ("FREQ=MONTHLY;BYDAY=54MO", RuleError::Malformed),
        ("FREQ=DAILY;BYWHATEVER=1", RuleError::Malformed),
        ("FREQ=DAILY;FREQ=DAILY", RuleError::Twice("FREQ")),
        (
            "FREQ=DAILY;COUNT=1;UNTIL=20270101",
            RuleError::Twice("COUNT or UNTIL"),
        ),
        ("FREQ=WEEKLY;BYMONTHDAY=1", RuleError::Unfit("BYMONTHDAY")),
        ("FREQ=MONTHLY;BYWEEKNO=1", RuleError::Unfit("BYWEEKNO")),
        ("FREQ=DAILY;BYYEARDAY=1", RuleError::Unfit("BYYEARDAY")),
        ("FREQ=WEEKLY;BYDAY=1MO", RuleError::Unfit("BYDAY")),
        (
            "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO",
            RuleError::Unfit("BYDAY"),
        ),
        ("FREQ=MONTHLY;BYSETPOS=1", RuleError::Unfit("BYSETPOS")),
    ] {
        assert_eq!(text.parse::<Rule>(), Err(error), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_it_down(text in "[A-Z=;,0-9+\\-火TZ]{0,80}") {
        let _ = text.parse::<Rule>();
        let _ = format!("FREQ=YEARLY;{text}").parse::<Rule>();
    }
}
