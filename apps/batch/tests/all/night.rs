//! The night of a day that is given.

use crate::hall::Hall;

#[test]
fn the_night_of_a_day_that_is_past_is_only_tried_out() {
    let hall = Hall::sqlite();
    hall.found();
    for command in [&["nightly"][..], &["job", "leavers"]] {
        let past = [command, &["--as-of", "2020-01-01"]].concat();
        let refused = hall.run(past.iter().copied());
        assert_eq!(refused.code, 2, "{refused:?}");
        assert!(refused.said.is_empty(), "{refused:?}");
        let complaint = "--as-of 2020-01-01 is past";
        assert!(refused.complained.contains(complaint), "{refused:?}");
        let tried = [&past[..], &["--dry-run"]].concat();
        hall.run(tried).done();
    }
}

#[test]
fn the_list_of_jobs_says_what_each_does() {
    let said = Hall::sqlite().run(["job", "--help"]).done();
    for line in [
        "orders:",
        "personnel orders that are due",
        "leavers:",
        "accounts that are no longer needed",
        "audit:",
        "the head of the audit trail, signed",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
}
