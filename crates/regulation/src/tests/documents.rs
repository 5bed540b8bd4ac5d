//! The guide to profiles says what the program does.

use time::macros::date;

use super::load_with;
use crate::{Lang, Period, Role, Rule, SectionTag, UnitRank, Values};

const GUIDE: &str = include_str!("../../../../docs/profiles.md");

/// The code blocks of the guide in their order.
fn blocks() -> Vec<&'static str> {
    GUIDE
        .split("\n```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.split_once('\n').map(|(_, content)| content))
        .collect()
}

#[test]
fn the_example_of_the_guide_loads_and_is_amended() {
    let [profile, text, register, amendment, ..] = blocks()[..] else {
        panic!("the guide shows profile, text, register and amendment");
    };
    let files = [("rules.txt", text), ("duties.tsv", register)];
    let day = date!(2027 - 04 - 01);
    let city = load_with(profile, &files).unwrap_or_else(|error| panic!("{error}"));
    let basis = city.in_force(Rule::PasswordNotLeaked, day).unwrap();
    assert_eq!(
        basis.text(Lang::Ja),
        "大和市グループウェア規程第2条第2項第1号"
    );

    let (head, rest) = profile
        .split_once("[[role]]\nid = \"system_supervisor\"")
        .unwrap();
    let (_, rest) = rest.split_once("\n\n").unwrap();
    let amended = format!("{head}{rest}\n{amendment}").replacen(
        "[[values]]\npassword_max_age = \"1 year\"\n",
        "",
        1,
    );
    let city = load_with(&amended, &files).unwrap_or_else(|error| panic!("{error}"));
    let title = |day| {
        city.role(Role::SystemSupervisor, day)
            .map(|role| role.title(Lang::En))
    };
    assert_eq!(title(date!(2027 - 03 - 31)), Some("System Supervisor"));
    assert_eq!(title(day), Some("Chief Information Officer"));
    assert_eq!(city.values(day).password_max_age, Some(Period::Months(6)));
}

#[test]
fn the_guide_lists_every_rule_role_and_value() {
    for rule in Rule::ALL {
        let base = if rule.is_base() { " base " } else { " " };
        let (ja, en) = (rule.title(Lang::Ja), rule.title(Lang::En));
        let row = format!("\n| `{rule}` | {} |{base}| {ja} | {en} |\n", rule.kind());
        assert!(GUIDE.contains(&row), "{row}");
    }
    let names = Role::ALL
        .iter()
        .map(|role| role.id())
        .chain(Values::NAMES.iter().copied());
    for name in names {
        assert!(GUIDE.contains(&format!("\n| `{name}` | ")), "{name}");
    }
    let data = UnitRank::ALL
        .map(UnitRank::id)
        .into_iter()
        .chain(SectionTag::ALL.map(SectionTag::id));
    for id in data {
        assert!(GUIDE.contains(id), "{id}");
    }
}

#[test]
fn the_guide_gives_the_defaults_of_values() {
    let defaults = Values::default();
    let days = |days: &[u32]| format!("{days:?}");
    let rows = [
        (
            "password_min_length",
            defaults.password_min_length.to_string(),
        ),
        ("password_max_age", "none".to_owned()),
        (
            "password_remembered",
            defaults.password_remembered.to_string(),
        ),
        (
            "password_reminder_days",
            days(&defaults.password_reminder_days),
        ),
        (
            "password_change_suggested_after",
            defaults.password_change_suggested_after.to_string(),
        ),
        (
            "one_time_password_hours",
            defaults.one_time_password_hours.to_string(),
        ),
        ("lockout_failures", defaults.lockout_failures.to_string()),
        (
            "lockout_window_minutes",
            defaults.lockout_window_minutes.to_string(),
        ),
        ("lockout_minutes", defaults.lockout_minutes.to_string()),
        (
            "session_idle_minutes",
            defaults.session_idle_minutes.to_string(),
        ),
        (
            "session_absolute_hours",
            defaults.session_absolute_hours.to_string(),
        ),
        ("api_token_longest", defaults.api_token_longest.to_string()),
        (
            "unused_account_days",
            defaults.unused_account_days.to_string(),
        ),
        (
            "other_account_longest",
            defaults.other_account_longest.to_string(),
        ),
        (
            "account_end_reminder_days",
            days(&defaults.account_end_reminder_days),
        ),
        (
            "leaver_answer_working_days",
            defaults.leaver_answer_working_days.to_string(),
        ),
        (
            "daily_check_working_days",
            defaults.daily_check_working_days.to_string(),
        ),
        (
            "confirmation_reminder_days",
            days(&defaults.confirmation_reminder_days),
        ),
        (
            "confirmation_overdue_working_days",
            defaults.confirmation_overdue_working_days.to_string(),
        ),
        ("duty_reminder_days", days(&defaults.duty_reminder_days)),
        (
            "duty_escalation_days",
            defaults.duty_escalation_days.to_string(),
        ),
        (
            "provision_return_days",
            defaults.provision_return_days.to_string(),
        ),
        (
            "inquiry_answer_days",
            defaults.inquiry_answer_days.to_string(),
        ),
        (
            "violation_handling_days",
            defaults.violation_handling_days.to_string(),
        ),
        (
            "measure_review_interval",
            defaults.measure_review_interval.to_string(),
        ),
        ("upload_limit_bytes", "104,857,600".to_owned()),
    ];
    assert_eq!(rows.len(), Values::NAMES.len());
    assert_eq!(defaults.upload_limit_bytes, 104_857_600);
    for (name, default) in rows {
        assert!(
            GUIDE.contains(&format!("| `{name}` | {default} | ")),
            "{name}: {default}"
        );
    }
}
