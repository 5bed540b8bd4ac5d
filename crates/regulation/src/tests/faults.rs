//! Each kind of fault, with its exact place.

use super::{SMALL, changed, faults_of};
use crate::City;

#[track_caller]
pub(super) fn refused(profile: &str, expected: &[&str]) {
    let faults = faults_of(profile, &[]);
    let places: Vec<_> = faults
        .iter()
        .map(|fault| fault.strip_prefix("yamato.toml:").unwrap())
        .collect();
    assert_eq!(places, expected);
}

pub(super) fn added(more: &str) -> String {
    format!("{SMALL}\n{more}")
}

#[test]
fn broken_toml() {
    refused(
        &changed("id = \"yamato\"", "id = \"yamato"),
        &["2:13: invalid basic string, expected `\"`"],
    );
}

#[test]
fn an_unknown_key() {
    refused(
        &changed("head_of =", "heads_off ="),
        &[
            "16:1: the role system_supervisor is bound to no post: give one of head_of, head_of_section_with, heads_of, heads_of_sections_tagged, post",
            "19:1: unknown key \"heads_off\": expected one of id, title, from, until, head_of, head_of_section_with, heads_of, heads_of_sections_tagged, post",
        ],
    );
    refused(
        &added("[[rules]]\nid = \"x\"\n"),
        &[
            "29:3: unknown key \"rules\": expected one of city, regulation, rule, role, values, form, procedure",
        ],
    );
}

#[test]
fn a_missing_key() {
    refused(
        &changed("code = \"999997\"\n", ""),
        &["1:1: the key \"code\" is missing"],
    );
    refused(
        &changed("consolidated = 2021-07-01\n", ""),
        &["6:1: the key \"consolidated\" is missing"],
    );
    refused(
        &changed(", en = \"Supervisor\"", ""),
        &["18:9: the key \"en\" is missing"],
    );
    refused(
        &changed("clauses = [\"nogata:11\"]", ""),
        &["12:1: the key \"clauses\" is missing"],
    );
    refused(
        "",
        &[
            "1:1: the key \"city\" is missing",
            "1:1: the role system_administrator is bound to no post: every city binds it",
            "1:1: the role system_supervisor is bound to no post: every city binds it",
        ],
    );
}

#[test]
fn a_value_of_the_wrong_type() {
    refused(
        &changed("consolidated = 2021-07-01", "consolidated = \"2021-07-01\""),
        &["10:16: expected a day such as 2027-04-01"],
    );
    refused(
        &changed(
            "name = { ja = \"大和市\", en = \"Yamato City\" }",
            "name = \"大和市\"",
        ),
        &["4:8: expected { ja = \"…\", en = \"…\" }"],
    );
    refused(
        &changed("[\"nogata:11\"]", "\"nogata:11\""),
        &["14:11: expected a list, found: string"],
    );
    refused(
        &changed("[[values]]", "[values]"),
        &["26:1: expected tables [[values]]"],
    );
    refused(&changed("\"yamato\"", "\"\""), &["2:6: the text is empty"]);
    refused(
        &changed(
            "code = \"999997\"",
            "code = \"999997\"\nfictitious = \"yes\"",
        ),
        &["4:14: expected true or false, found: string"],
    );
}

#[test]
fn an_id_or_code_that_is_none() {
    refused(
        &changed("\"yamato\"", "\"Yamato\""),
        &["2:6: an id is lower-case letters, digits and _, a letter first"],
    );
    refused(
        &changed("999997", "999999"),
        &["3:8: \"999999\" is no municipal code: expected six digits, the last a check digit"],
    );
    refused(
        &changed("999997", "99999"),
        &["3:8: \"99999\" is no municipal code: expected six digits, the last a check digit"],
    );
}

#[test]
fn an_unknown_rule() {
    refused(
        &changed("suspension.by_supervisor", "suspension.by_mayor"),
        &["13:6: unknown rule \"suspension.by_mayor\""],
    );
}

#[test]
fn an_unknown_role() {
    refused(
        &added("[[role]]\nid = \"king\"\ntitle = { ja = \"王\", en = \"King\" }\npost = \"王\"\n"),
        &["30:6: unknown role \"king\""],
    );
}

#[test]
fn a_role_bound_to_no_post() {
    refused(
        &changed("head_of = \"総合政策部\"\n", ""),
        &[
            "16:1: the role system_supervisor is bound to no post: give one of head_of, head_of_section_with, heads_of, heads_of_sections_tagged, post",
        ],
    );
    let [before, administrator] = SMALL
        .split("[[role]]\nid = \"system_administrator\"")
        .collect::<Vec<_>>()[..]
    else {
        panic!("the small profile binds the administrator");
    };
    let after = administrator.split_once("\n\n").unwrap().1;
    refused(
        &format!("{before}{after}"),
        &["1:1: the role system_administrator is bound to no post: every city binds it"],
    );
}

#[test]
fn a_role_bound_twice_or_in_two_ways() {
    refused(
        &changed(
            "head_of = \"総合政策部\"",
            "head_of = \"総合政策部\"\npost = \"副市長\"",
        ),
        &[
            "16:1: the role system_supervisor is bound in two ways: give one of head_of, head_of_section_with, heads_of, heads_of_sections_tagged, post",
        ],
    );
    refused(
        &added(
            "[[role]]\nid = \"system_supervisor\"\ntitle = { ja = \"甲\", en = \"A\" }\npost = \"副市長\"\nfrom = 2027-04-01\n",
        ),
        &[
            "30:6: the role system_supervisor holds here from 2027-04-01 and elsewhere on every day: the days overlap",
        ],
    );
}

#[test]
fn a_role_bound_by_the_wrong_kind_of_post() {
    refused(
        &changed("head_of = \"総合政策部\"", "heads_of = \"section\""),
        &["19:12: the role system_supervisor is bound to one post of the city, not by heads_of"],
    );
    let manager = "[[rule]]\nid = \"role.information_manager\"\nclauses = [\"nogata:6-1\"]\n\n[[role]]\n\
                   id = \"information_manager\"\ntitle = { ja = \"管理責任者\", en = \"Manager\" }\n";
    refused(
        &added(&format!("{manager}post = \"副市長\"\n")),
        &["36:8: the role information_manager is bound to one post in each section, not by post"],
    );
    refused(
        &added(&format!("{manager}heads_of = \"sections\"\n")),
        &["36:12: unknown rank of units \"sections\""],
    );
    refused(
        &added(&format!("{manager}heads_of_sections_tagged = \"secret\"\n")),
        &["36:28: unknown tag of sections \"secret\""],
    );
}

#[test]
fn a_role_and_its_rule_at_different_times() {
    refused(
        &changed(
            "head_of = \"総合政策部\"",
            "head_of = \"総合政策部\"\nuntil = 2027-03-31",
        ),
        &[
            "17:6: the role system_supervisor is bound to no post from 2027-04-01: every city binds it",
        ],
    );
    refused(
        &added(
            "[[rule]]\nid = \"role.information_manager\"\nclauses = [\"nogata:6-1\"]\nfrom = 2027-04-01\n",
        ),
        &[
            "30:6: the role information_manager is bound to no post from 2027-04-01, while role.information_manager is in force",
        ],
    );
    refused(
        &added(
            "[[role]]\nid = \"computing_manager\"\ntitle = { ja = \"甲\", en = \"A\" }\nhead_of = \"情報課\"\n",
        ),
        &[
            "30:6: the role computing_manager is bound, while role.computing_manager is not in force",
        ],
    );
}

#[test]
fn a_clause_that_is_none_or_not_its_own() {
    refused(
        &changed("nogata:11", "nogata:eleven"),
        &[
            "14:12: \"nogata:eleven\" is no clause: expected regulation:article[.branch][-paragraph][(item)...], such as \"nogata:9(4)\"",
        ],
    );
    refused(
        &changed("nogata:11", "nogata:99"),
        &["14:12: nogata:99 is not in the register"],
    );
    refused(
        &changed("nogata:11", "muko:33-2"),
        &["14:12: muko:33-2 cites a regulation that the profile does not have"],
    );
    refused(
        &changed("nogata:11", "nogata:8"),
        &["14:12: the register does not say that suspension.by_supervisor keeps nogata:8"],
    );
    refused(
        &changed("nogata:11", "nogata:12"),
        &["14:12: the register does not say that suspension.by_supervisor keeps nogata:12"],
    );
    refused(
        &changed("[\"nogata:11\"]", "[]"),
        &["13:6: the rule suspension.by_supervisor cites no clause"],
    );
}

#[test]
fn dates_of_force_that_overlap_or_run_backwards() {
    refused(
        &changed(
            "clauses = [\"nogata:11\"]",
            "clauses = [\"nogata:11\"]\nuntil = 2027-04-01\n\n[[rule]]\nid = \"suspension.by_supervisor\"\n\
             clauses = [\"nogata:11\"]\nfrom = 2027-04-01",
        ),
        &[
            "18:6: the rule suspension.by_supervisor holds here from 2027-04-01 and elsewhere until 2027-04-01: the days overlap",
        ],
    );
    refused(
        &changed(
            "clauses = [\"nogata:11\"]",
            "clauses = [\"nogata:11\"]\nfrom = 2027-04-01\nuntil = 2027-03-31",
        ),
        &["16:9: it ends on 2027-03-31, before it begins on 2027-04-01"],
    );
    refused(
        &changed(
            "clauses = [\"nogata:11\"]",
            "clauses = [\"nogata:11\"]\nfrom = \"2027-04-01\"",
        ),
        &["15:8: expected a day such as 2027-04-01"],
    );
}

#[test]
fn a_form_without_its_clause_or_number() {
    let form = |number: &str, clause: &str| {
        added(&format!(
            "[[form]]\nnumber = {number}\ntitle = {{ ja = \"報告書\", en = \"Report\" }}\nclause = \"{clause}\"\n"
        ))
    };
    refused(
        &form("0", "nogata:7-2"),
        &["30:10: expected the form's number, from 1"],
    );
    refused(
        &form("1", "nogata:99"),
        &["32:10: nogata:99 is not in the register"],
    );
    let twice = form("1", "nogata:7-2")
        + "[[form]]\nnumber = 2\ntitle = { ja = \"甲\", en = \"A\" }\nclause = \"nogata:7-2\"\n";
    refused(&twice, &["33:1: nogata:7-2 prescribes two forms"]);
}

#[test]
fn a_regulation_twice_or_with_a_wrong_key() {
    let (_, regulation) = SMALL.split_once("[[regulation]]").unwrap();
    let (regulation, _) = regulation.split_once("\n\n").unwrap();
    refused(
        &added(&format!("[[regulation]]{regulation}\n")),
        &["29:1: the regulation \"nogata\" stands here twice"],
    );
    refused(
        &changed("key = \"nogata\"", "key = \"no gata\""),
        &[
            "7:7: a key is lower-case letters, digits and _, a letter first",
            "14:12: nogata:11 cites a regulation that the profile does not have",
        ],
    );
    refused(
        &changed("key = \"nogata\"", "key = \"nogata\"\ntext = \"mine.txt\""),
        &["8:8: the text of \"nogata\" is built in: choose another key for another regulation"],
    );
}

#[test]
fn all_faults_are_told_at_once() {
    let profile = SMALL
        .replace("999997", "123456")
        .replace("nogata:11", "nogata:99")
        .replace("head_of = \"総合政策部\"", "")
        .replace(
            "password_min_length = 12",
            "password_min_length = 4\nlockout_failures = 1",
        );
    refused(
        &profile,
        &[
            "3:8: \"123456\" is no municipal code: expected six digits, the last a check digit",
            "14:12: nogata:99 is not in the register",
            "16:1: the role system_supervisor is bound to no post: give one of head_of, head_of_section_with, heads_of, heads_of_sections_tagged, post",
            "27:23: password_min_length: 4 is out of range: expected 8 to 128",
            "28:20: lockout_failures: 1 is out of range: expected 3 to 100",
        ],
    );
}

#[test]
fn a_file_that_is_not_there() {
    let error = City::named("no/such/profile.toml").expect_err("there is no file");
    assert!(
        error.to_string().starts_with("no/such/profile.toml: "),
        "{error}"
    );
    assert!(error.faults().is_empty());
}
