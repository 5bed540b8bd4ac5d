//! The profiles that come with the program.

use std::collections::BTreeMap;

use time::macros::date;

use crate::text::Text;
use crate::{City, ClauseId, Kind, Lang, Register, Role, Rule, Standing};

/// Clauses in the register of duties from which the register was made.
const CLAUSES: usize = 165;
/// Clauses that no rule keeps yet. Whoever keeps one lowers the number; it never rises.
const PLANNED: usize = 69;

const TODAY: time::Date = date!(2026 - 11 - 21);

fn city(id: &str) -> City {
    City::builtin(id).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_profile_loads_and_binds_supervisor_and_administrator() {
    for id in City::BUILTIN {
        let city = city(id);
        assert_eq!(city.id(), id);
        assert_eq!(city.is_fictitious(), id == "model");
        for role in [Role::SystemSupervisor, Role::SystemAdministrator] {
            assert!(city.role(role, TODAY).is_some(), "{id}: {role}");
        }
    }
    let codes = ["nogata", "shiroishi", "muko"].map(|id| city(id).municipal_code().to_owned());
    assert_eq!(codes, ["402044", "042064", "262081"]);
}

#[test]
fn an_unknown_profile_is_refused_by_name() {
    assert_eq!(City::named("muko").unwrap().id(), "muko");
    let error = City::named("edo").expect_err("there is no such profile");
    assert_eq!(
        error.to_string(),
        "there is no built-in profile \"edo\": expected one of model, nogata, shiroishi, muko, \
         or the path of a .toml file"
    );
}

#[test]
fn the_register_is_whole() {
    let (register, faults) = Register::parse(include_str!("../../data/register.tsv"));
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(register.clauses().len(), CLAUSES);
    let of = |key: &str| register.of(key).clauses().len();
    assert_eq!((of("nogata"), of("shiroishi"), of("muko")), (43, 65, 57));
    for clause in register.clauses() {
        let excepted = *clause.standing() == Standing::Exception;
        assert_eq!(excepted, clause.kind() == Kind::Note, "{}", clause.id());
    }
    let planned = register
        .clauses()
        .iter()
        .filter(|clause| *clause.standing() == Standing::Planned);
    assert_eq!(planned.count(), PLANNED);
}

/// The rules of each clause in the register.
fn kept() -> BTreeMap<ClauseId, (Kind, Vec<Rule>)> {
    let register = Register::builtin();
    let clauses = register
        .clauses()
        .iter()
        .filter_map(|clause| match clause.standing() {
            Standing::Kept(rules) => Some((clause.id().clone(), (clause.kind(), rules.clone()))),
            Standing::Planned | Standing::Exception => None,
        });
    clauses.collect()
}

#[test]
fn a_rule_is_of_the_kind_of_its_clauses_and_only_house_rules_have_none() {
    let kept = kept();
    for (clause, (kind, rules)) in &kept {
        for rule in rules {
            assert_eq!(rule.kind(), *kind, "{clause} {rule}");
        }
    }
    let without: Vec<_> = Rule::ALL
        .iter()
        .filter(|rule| !kept.values().any(|(_, rules)| rules.contains(rule)))
        .collect();
    let house = [&Rule::AccessByRight, &Rule::ActAudited];
    assert_eq!(without, house);
    assert!(without.iter().all(|rule| rule.is_base()));
}

#[test]
fn a_profile_cites_every_clause_of_its_regulations_that_a_rule_keeps() {
    for id in City::BUILTIN {
        let city = city(id);
        for (clause, (_, rules)) in kept() {
            let own = city.regulation(clause.regulation()).is_some();
            assert_eq!(own, id == "model" || id == clause.regulation());
            let mut cited = city.rules_citing(&clause, TODAY);
            cited.sort();
            let mut expected = if own { rules } else { Vec::new() };
            expected.sort();
            assert_eq!(cited, expected, "{id}: {clause}");
        }
    }
}

#[test]
fn a_base_rule_without_an_article_is_a_house_rule_and_another_is_off() {
    for id in City::BUILTIN {
        let city = city(id);
        for &rule in Rule::ALL {
            let basis = city.in_force(rule, TODAY);
            match &basis {
                Some(basis) if basis.citation().clauses().is_empty() => assert!(rule.is_base()),
                Some(basis) => assert!(
                    basis
                        .citation()
                        .clauses()
                        .iter()
                        .all(|clause| { city.clauses().any(|one| one.id() == clause) })
                ),
                None => assert!(!rule.is_base(), "{id}: {rule}"),
            }
        }
    }
    assert!(city("muko").in_force(Rule::PasswordAge, TODAY).is_none());
    assert!(
        city("shiroishi")
            .in_force(Rule::PasswordAge, TODAY)
            .is_some()
    );
    assert!(
        Rule::ALL
            .iter()
            .all(|rule| city("model").in_force(*rule, TODAY).is_some())
    );
}

#[test]
fn a_citation_names_the_regulation_and_the_clauses() {
    let text = |id, rule| {
        let basis = city(id).in_force(rule, TODAY).unwrap();
        (
            basis.text(Lang::Ja),
            basis.text(Lang::En),
            basis.to_string(),
        )
    };
    assert_eq!(
        text("nogata", Rule::SuspensionBySupervisor),
        (
            "直方市グループウェアシステム運用管理規程第11条".to_owned(),
            "Nogata City Rules on the Operation of the Groupware System, article 11".to_owned(),
            "nogata:11".to_owned(),
        )
    );
    assert_eq!(
        text("muko", Rule::SuspensionBySupervisor),
        (
            "基本規則「IDの停止」".to_owned(),
            "House rule “Suspension of an ID”".to_owned(),
            "house".to_owned()
        )
    );
    let (ja, _, stored) = text("model", Rule::PasswordOwnersAlone);
    assert_eq!(stored, "nogata:2(4) muko:2(8) muko:33-2");
    assert_eq!(
        ja,
        "直方市グループウェアシステム運用管理規程第2条第4号並びに\
         向日市電子計算組織の個人情報の保護及び管理運営に関する規則第2条第8号及び第33条第2項"
    );
}

#[test]
fn a_stored_citation_is_put_into_words_again() {
    let model = city("model");
    for &rule in Rule::ALL {
        let basis = model.in_force(rule, TODAY).unwrap();
        let stored = basis.to_string().parse().unwrap();
        assert_eq!(*basis.citation(), stored);
        assert_eq!(model.cite(rule, &stored, Lang::Ja), basis.text(Lang::Ja));
    }
    assert!("nogata:".parse::<crate::Citation>().is_err());
    assert!("".parse::<crate::Citation>().is_err());
}

#[test]
fn the_forms_are_those_that_the_texts_name() {
    let shiroishi = city("shiroishi");
    let numbers: Vec<_> = shiroishi.forms().iter().map(crate::Form::number).collect();
    assert_eq!(numbers, [1, 2, 3, 5, 6, 8, 10, 11]);
    let report = |name| {
        let city = city(name);
        let form = city.form_under(Rule::BusinessSystemOperators, TODAY);
        form.map(crate::Form::number)
    };
    assert_eq!((report("shiroishi"), report("muko")), (Some(5), None));
    for form in shiroishi.forms() {
        let named = format!("{}(様式第{}号)", form.title(Lang::Ja), form.number());
        let text: &Text = shiroishi.regulation("shiroishi").unwrap().text();
        let article = text.article(form.clause().article()).unwrap();
        let sentences = article.paragraphs.iter().flat_map(|paragraph| {
            std::iter::once(&paragraph.text).chain(paragraph.items.iter().map(|item| &item.text))
        });
        assert!(
            sentences
                .into_iter()
                .any(|sentence| sentence.contains(&named)),
            "{named}"
        );
    }
    let clause = "shiroishi:9".parse().unwrap();
    assert_eq!(shiroishi.form(&clause).map(crate::Form::number), Some(3));
}

#[test]
fn ids_of_rules_and_roles_lead_back_to_them() {
    for &rule in Rule::ALL {
        assert_eq!(Rule::from_id(rule.id()), Some(rule));
        assert!(
            Lang::ALL
                .iter()
                .all(|lang| !rule.title(*lang).is_empty() && !rule.duty(*lang).is_empty())
        );
        assert_ne!(rule.title(Lang::Ja), rule.title(Lang::En));
    }
    for role in Role::ALL {
        assert_eq!(Role::from_id(role.id()), Some(role));
        assert_eq!(role.rule().role(), Some(role));
        assert_eq!(role.rule().kind(), Kind::Role);
    }
    let mut ids: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Rule::ALL.len());
    assert_eq!(Rule::PasswordAge.role(), None);
}
