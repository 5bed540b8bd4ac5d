//! Days of force.

use time::Date;
use time::macros::date;

use super::{SMALL, changed, load};
use crate::{City, Force, Holder, Lang, Period, Role, Rule, Values};

fn cited(city: &City, rule: Rule, day: Date) -> Option<String> {
    city.in_force(rule, day).map(|basis| basis.to_string())
}

const BOUNDS: [Date; 4] = [
    date!(2027 - 03 - 31),
    date!(2027 - 04 - 01),
    date!(2028 - 03 - 31),
    date!(2028 - 04 - 01),
];

#[test]
fn a_rule_is_in_force_from_its_first_day_until_its_last() {
    let profile = SMALL.to_owned()
        + "[[rule]]\nid = \"registration.kind\"\nclauses = [\"nogata:8\"]\nfrom = 2027-04-01\nuntil = 2028-03-31\n";
    let city = load(&profile);
    let cited = BOUNDS.map(|day| cited(&city, Rule::KindOfRegistration, day));
    let inside = Some("nogata:8".to_owned());
    assert_eq!(cited, [None, inside.clone(), inside, None]);
}

#[test]
fn the_versions_of_a_rule_say_which_clauses_ask_for_it_when() {
    let profile = SMALL.to_owned()
        + "[[rule]]\nid = \"registration.kind\"\nclauses = [\"nogata:8\"]\nfrom = 2027-04-01\n";
    let city = load(&profile);
    let versions: Vec<_> = city.versions(Rule::KindOfRegistration).collect();
    let force = Force {
        from: Some(BOUNDS[1]),
        until: None,
    };
    assert_eq!(versions, [(force, &["nogata:8".parse().unwrap()][..])]);
    assert_eq!(city.versions(Rule::UsageRules).count(), 0);
}

#[test]
fn outside_its_article_s_days_a_base_rule_is_a_house_rule() {
    let profile = changed(
        "clauses = [\"nogata:11\"]",
        "clauses = [\"nogata:11\"]\nfrom = 2027-04-01\nuntil = 2028-03-31",
    );
    let city = load(&profile);
    let cited = BOUNDS.map(|day| cited(&city, Rule::SuspensionBySupervisor, day).unwrap());
    assert_eq!(cited, ["house", "nogata:11", "nogata:11", "house"]);
}

#[test]
fn two_versions_hold_each_in_its_time() {
    let profile = changed(
        "head_of = \"総合政策部\"",
        "head_of = \"総合政策部\"\nuntil = 2027-03-31\n\n[[role]]\nid = \"system_supervisor\"\n\
         title = { ja = \"最高情報責任者\", en = \"Chief Officer\" }\npost = \"副市長\"\nfrom = 2027-04-01",
    );
    let city = load(&profile);
    let holder = |day| {
        city.role(Role::SystemSupervisor, day)
            .map(|binding| binding.holder().clone())
    };
    let title = |day| {
        city.role(Role::SystemSupervisor, day)
            .map(|binding| binding.title(Lang::Ja).to_owned())
    };
    assert_eq!(
        holder(BOUNDS[0]),
        Some(Holder::HeadOf("総合政策部".to_owned()))
    );
    assert_eq!(title(BOUNDS[0]).as_deref(), Some("総括責任者"));
    assert_eq!(holder(BOUNDS[1]), Some(Holder::Post("副市長".to_owned())));
    assert_eq!(title(BOUNDS[1]).as_deref(), Some("最高情報責任者"));
}

#[test]
fn a_role_is_there_only_while_its_rule_is_in_force() {
    let days = "from = 2027-04-01\nuntil = 2028-03-31\n";
    let profile = format!(
        "{SMALL}[[rule]]\nid = \"role.information_manager\"\nclauses = [\"nogata:6-1\"]\n{days}\n[[role]]\n\
         id = \"information_manager\"\ntitle = {{ ja = \"管理責任者\", en = \"Manager\" }}\nheads_of = \"section\"\n{days}"
    );
    let city = load(&profile);
    let bound = BOUNDS.map(|day| city.role(Role::InformationManager, day).is_some());
    assert_eq!(bound, [false, true, true, false]);
    assert_eq!(BOUNDS.map(|day| city.roles(day).count()), [2, 3, 3, 2]);
}

#[test]
fn values_hold_each_in_its_time() {
    let profile = SMALL.to_owned()
        + "session_idle_minutes = 30\n[[values]]\nuntil = 2027-03-31\nlockout_failures = 5\n\
           [[values]]\nfrom = 2028-04-01\nlockout_failures = 20\n";
    let city = load(&profile);
    assert_eq!(
        BOUNDS.map(|day| city.values(day).lockout_failures),
        [5, 10, 10, 20]
    );
    assert_eq!(
        BOUNDS.map(|day| city.values(day).session_idle_minutes),
        [30; 4]
    );
    assert_eq!(city.values(Date::MIN).lockout_failures, 5);
    assert_eq!(city.values(Date::MAX).lockout_failures, 20);
}

#[test]
fn values_have_defaults_but_the_age_of_passwords() {
    let city = load(SMALL);
    assert_eq!(*city.values(BOUNDS[0]), Values::default());
    assert_eq!(Values::default().password_max_age, None);
    let shiroishi = City::builtin("shiroishi").unwrap();
    assert_eq!(
        shiroishi.values(BOUNDS[0]).password_max_age,
        Some(Period::Years(1))
    );
}

#[test]
fn a_period_ends_on_the_same_day_or_the_last_of_the_month() {
    let cases = [
        (
            Period::Days(30),
            date!(2026 - 12 - 15),
            date!(2027 - 01 - 14),
        ),
        (
            Period::Months(1),
            date!(2027 - 01 - 31),
            date!(2027 - 02 - 28),
        ),
        (
            Period::Months(1),
            date!(2028 - 01 - 31),
            date!(2028 - 02 - 29),
        ),
        (
            Period::Months(2),
            date!(2026 - 12 - 31),
            date!(2027 - 02 - 28),
        ),
        (
            Period::Years(1),
            date!(2028 - 02 - 29),
            date!(2029 - 02 - 28),
        ),
        (
            Period::Years(1),
            date!(2026 - 04 - 01),
            date!(2027 - 04 - 01),
        ),
    ];
    for (period, start, end) in cases {
        assert_eq!(period.after(start), end, "{period} after {start}");
        assert_eq!(period.to_string().parse(), Ok(period));
    }
    assert_eq!(Period::Years(u16::MAX).after(Date::MAX), Date::MAX);
    assert_eq!(Period::Days(1).after(Date::MAX), Date::MAX);
    for wrong in [
        "",
        "1",
        "year",
        "1year",
        "-1 days",
        "1.5 years",
        "1  year",
        "1 week",
        "70000 days",
    ] {
        assert!(wrong.parse::<Period>().is_err(), "{wrong:?}");
    }
}
