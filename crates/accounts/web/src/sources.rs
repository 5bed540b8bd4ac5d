//! What the sources of the crates behind these pages declare, for tests that nothing in them is left without words.

use yakusho_regulation::Rule;

use crate::regulation::role_of;

/// The crates whose acts, things and refusals are named here.
const CRATES: [&str; 5] = [
    "accounts/src",
    "accounts/web/src",
    "audit/src",
    "kernel/src",
    "webkit/src",
];

/// What stands in the sources of those crates between two texts.
pub(crate) fn declared(before: &str, after: char) -> Vec<String> {
    yakusho_testkit::declared(&CRATES, before, after)
}

/// The codes of refusals in policies: every text there that is not the name of an act.
pub(crate) fn refusals() -> Vec<String> {
    let sources = yakusho_testkit::sources(&CRATES);
    let policies = sources
        .iter()
        .filter(|(file, _)| file.ends_with("policy.rs"));
    let texts = policies.flat_map(|(_, code)| code.split('"').skip(1).step_by(2));
    texts
        .filter(|text| !text.is_empty() && !text.contains('.'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_refusal_has_words() {
    // These come from the kernel and webkit, and their words from webkit.
    let base = ["role", "signed_out", "function_stopped", "system"];
    let words = [
        vec![
            crate::sign_in::words(),
            crate::me::words(),
            crate::mailing::words(),
            crate::people::words(),
            crate::scim::words(),
        ],
        crate::admin::words(),
    ]
    .concat();
    let refusals = refusals();

    assert!(refusals.len() > 40, "{} refusals", refusals.len());
    for code in refusals.iter().filter(|code| !base.contains(&&***code)) {
        for lang in [yakusho_webkit::Lang::Ja, yakusho_webkit::Lang::En] {
            let said = words.iter().any(|words| words.say(code, lang).is_some());
            assert!(said, "{code} has no words");
        }
    }
}

#[test]
fn an_article_names_the_role_that_its_policy_asks_for() {
    // Of the kinds of registration, one alone asks for a role.
    const ONE_KIND: &str = "KindOfRegistration";
    let calls = declared(".role(rule!(", '}');
    let asked: Vec<(&str, &str)> = calls
        .iter()
        .filter_map(|call| {
            let (rule, rest) = call.split_once("), Role::")?;
            let (role, _) = rest.split_once(')')?;
            Some((rule, role))
        })
        .filter(|(rule, _)| rule != &ONE_KIND)
        .collect();
    assert!(asked.len() > 10, "{asked:?}");
    for (name, role) in asked {
        let rule = Rule::ALL
            .iter()
            .find(|rule| format!("{rule:?}") == name)
            .unwrap();
        let told = role_of(*rule).map(|held| format!("{held:?}"));
        assert_eq!(told.as_deref(), Some(role), "{name}");
    }
}
