//! The faults of values, with their exact places.

use super::faults::{added, refused};
use super::{SMALL, changed};

#[test]
fn an_unknown_value() {
    refused(
        &changed("password_min_length = 12", "password_minimum = 12"),
        &[
            "27:1: unknown key \"password_minimum\": expected one of from, until, password_min_length, password_max_age, password_remembered, password_reminder_days, password_change_suggested_after, one_time_password_hours, lockout_failures, lockout_window_minutes, lockout_minutes, session_idle_minutes, session_absolute_hours, api_token_longest, unused_account_days, other_account_longest, account_end_reminder_days, leaver_answer_working_days, daily_check_working_days, confirmation_reminder_days, confirmation_overdue_working_days, duty_reminder_days, duty_escalation_days, provision_return_days, inquiry_answer_days, violation_handling_days, pledge_days, pledge_before_leaving_days, measure_review_interval, upload_limit_bytes",
        ],
    );
}

#[test]
fn a_value_out_of_range_or_of_the_wrong_type() {
    refused(
        &changed("password_min_length = 12", "password_min_length = 4"),
        &["27:23: password_min_length: 4 is out of range: expected 8 to 128"],
    );
    refused(
        &changed("password_min_length = 12", "password_min_length = -1"),
        &["27:23: password_min_length: -1 is out of range: expected 8 to 128"],
    );
    refused(
        &changed("password_min_length = 12", "password_min_length = \"12\""),
        &["27:23: password_min_length: expected a whole number, found: string"],
    );
    refused(
        &changed(
            "password_min_length = 12",
            "password_change_suggested_after = \"1 day\"",
        ),
        &[
            "27:35: password_change_suggested_after: 1 day is out of range: expected 30 days to 5 years",
        ],
    );
    refused(
        &changed("password_min_length = 12", "api_token_longest = \"soon\""),
        &[
            "27:21: api_token_longest: \"soon\" is no period: expected a number and a unit, such as \"90 days\", \"6 months\" or \"1 year\"",
        ],
    );
    refused(
        &changed(
            "password_min_length = 12",
            "password_reminder_days = [1, 7]",
        ),
        &[
            "27:26: password_reminder_days: expected each number once, from the largest to the smallest",
        ],
    );
    refused(
        &changed(
            "password_min_length = 12",
            "password_reminder_days = [7, 999]",
        ),
        &["27:26: password_reminder_days: 999 is out of range: expected 0 to 180"],
    );
}

#[test]
fn a_value_given_twice_for_a_day() {
    refused(
        &added("[[values]]\nfrom = 2027-04-01\npassword_min_length = 14\n"),
        &[
            "31:23: password_min_length is given here from 2027-04-01 and elsewhere on every day: the days overlap",
        ],
    );
}

#[test]
fn the_age_of_passwords_without_its_rule_or_the_rule_without_it() {
    refused(
        &changed("password_min_length = 12", "password_max_age = \"1 year\""),
        &["27:20: password_max_age is given, while password.age is not in force"],
    );
    let regulation = SMALL
        .replace("\"nogata\"", "\"shiroishi\"")
        .replace("suspension.by_supervisor", "password.age")
        .replace("nogata:11", "shiroishi:24-3");
    refused(
        &regulation,
        &["13:6: the value password_max_age is missing, while password.age is in force"],
    );
    refused(
        &regulation.replace(
            "password_min_length = 12",
            "until = 2027-03-31\npassword_max_age = \"1 year\"",
        ),
        &[
            "13:6: the value password_max_age is missing from 2027-04-01, while password.age is in force",
        ],
    );
}
