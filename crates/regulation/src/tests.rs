//! The built-in data hangs together.

use time::macros::date;

use crate::{City, Lang, Role, Rule};

#[test]
fn every_profile_loads() {
    let today = date!(2026 - 11 - 21);
    for id in City::BUILTIN {
        let city = City::builtin(id).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(city.id(), id);
        assert!(city.role(Role::SystemSupervisor, today).is_some());
        assert!(city.role(Role::SystemAdministrator, today).is_some());
    }
}

#[test]
fn a_citation_names_the_regulation_and_the_clauses() {
    let today = date!(2026 - 11 - 21);
    let nogata = City::builtin("nogata").unwrap();
    let basis = nogata
        .in_force(Rule::SuspensionBySupervisor, today)
        .unwrap();
    assert_eq!(
        basis.text(Lang::Ja),
        "直方市グループウェアシステム運用管理規程第11条"
    );
    assert_eq!(basis.to_string(), "nogata:11");
    let muko = City::builtin("muko").unwrap();
    let basis = muko.in_force(Rule::SuspensionBySupervisor, today).unwrap();
    assert_eq!(basis.text(Lang::Ja), "基本規則「IDの停止」");
    assert_eq!(basis.to_string(), "house");
}
