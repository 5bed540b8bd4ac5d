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
    macro_rules! shown {
        ($pattern:literal: $($name:ident)*) => {
            [$((stringify!($name), format!($pattern, defaults.$name))),*]
        };
    }
    let plain = shown!("{}":
        password_min_length
        password_remembered
        password_change_suggested_after
        one_time_password_hours
        lockout_failures
        lockout_window_minutes
        lockout_minutes
        session_idle_minutes
        session_absolute_hours
        api_token_longest
        unused_account_days
        other_account_longest
        leaver_answer_working_days
        daily_check_working_days
        confirmation_overdue_working_days
        duty_escalation_days
        provision_return_days
        inquiry_answer_days
        violation_handling_days
        pledge_days
        pledge_before_leaving_days
        measure_review_interval
    );
    let lists = shown!("{:?}":
        password_reminder_days
        account_end_reminder_days
        confirmation_reminder_days
        duty_reminder_days
    );
    let others = [
        ("password_max_age", "none"),
        ("upload_limit_bytes", "104,857,600"),
    ];
    let others = others.map(|(name, default)| (name, default.to_owned()));
    let rows: Vec<_> = plain.into_iter().chain(lists).chain(others).collect();
    assert_eq!(rows.len(), Values::NAMES.len());
    assert_eq!(defaults.upload_limit_bytes, 104_857_600);
    for (name, default) in rows {
        assert!(
            GUIDE.contains(&format!("| `{name}` | {default} | ")),
            "{name}: {default}"
        );
    }
}
