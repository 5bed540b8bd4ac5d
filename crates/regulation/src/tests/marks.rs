//! Marks are written by processes, so each test starts its own binary again as the process that marks.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use time::macros::date;

use crate::marks::{FOLDER_VARIABLE, Outcome, Record, TEST_VARIABLE, child_env, read};
use crate::{City, Role, Rule, Verdict, keeps, rule};

const DAY: time::Date = date!(2026 - 11 - 21);

/// Runs `test` of this module in a process of its own, with `TEST_VARIABLE` and `more` as its environment.
fn run(test: &str, folder: Option<&Path>, more: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", &format!("tests::marks::{test}"), "--nocapture"]);
    for variable in [
        FOLDER_VARIABLE,
        TEST_VARIABLE,
        "NEXTEST_BINARY_ID",
        "NEXTEST_TEST_NAME",
    ] {
        command.env_remove(variable);
    }
    command.env(CHILD, "1");
    command.envs(folder.map(|folder| (FOLDER_VARIABLE, folder)));
    command.envs(more.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

/// Set in a process that a test of this module started.
const CHILD: &str = "YAKUSHO_MARKS_CHILD";

fn is_child() -> bool {
    env::var_os(CHILD).is_some()
}

/// Records without their lines, which change with every edit.
fn outcomes(folder: &Path) -> Vec<(Rule, Outcome, String, Option<String>)> {
    let mut outcomes: Vec<_> = read(folder)
        .unwrap()
        .into_iter()
        .filter_map(|record| match record {
            Record::Mark {
                rule,
                file,
                line,
                outcome,
                profile,
                on,
                test,
            } => {
                assert!(file.ends_with("src/tests/marks.rs") && line > 0);
                assert_eq!(on, "2026-11-21");
                Some((rule, outcome, profile, test))
            }
            Record::Claim { .. } => None,
        })
        .collect();
    outcomes.sort_by_key(|(rule, outcome, ..)| (*rule, *outcome as u8));
    outcomes
}

#[test]
fn judging_and_keeping_leave_marks_once() {
    if is_child() {
        let nogata = City::builtin("nogata").unwrap();
        for holds in [true, false, true] {
            let verdict = rule!(SuspensionBySupervisor).judge(&nogata, DAY, holds);
            let basis = nogata.in_force(Rule::SuspensionBySupervisor, DAY).unwrap();
            assert_eq!(
                verdict,
                if holds {
                    Verdict::Kept(basis)
                } else {
                    Verdict::Broken(basis)
                }
            );
        }
        assert!(rule!(DailyCheck).keep(&nogata, DAY).is_some());
        assert_eq!(
            rule!(PasswordAge).judge(&nogata, DAY, false),
            Verdict::NotInForce
        );
        assert_eq!(rule!(ComputingDuties).keep(&nogata, DAY), None);
        return;
    }
    let folder = TempDir::new().unwrap();
    run(
        "judging_and_keeping_leave_marks_once",
        Some(folder.path()),
        &[(TEST_VARIABLE, "the test")],
    );
    let mark = |rule, outcome| {
        (
            rule,
            outcome,
            "nogata".to_owned(),
            Some("the test".to_owned()),
        )
    };
    assert_eq!(
        outcomes(folder.path()),
        [
            mark(Rule::SuspensionBySupervisor, Outcome::Permitted),
            mark(Rule::SuspensionBySupervisor, Outcome::Refused),
            mark(Rule::DailyCheck, Outcome::Kept),
        ]
    );
    // One file of this one process, without repetition.
    let files: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(files.len(), 1);
    let lines = std::fs::read_to_string(files[0].path())
        .unwrap()
        .lines()
        .count();
    assert_eq!(lines, 3);
}

#[test]
fn a_claim_bears_the_name_of_its_test() {
    if is_child() {
        keeps!("nogata:11");
        keeps!("muko:33-2");
        return;
    }
    let tests = |environment: &[(&str, &str)]| {
        let folder = TempDir::new().unwrap();
        run(
            "a_claim_bears_the_name_of_its_test",
            Some(folder.path()),
            environment,
        );
        let mut claims: Vec<_> = read(folder.path())
            .unwrap()
            .into_iter()
            .map(|record| match record {
                Record::Claim { clause, test, .. } => (clause.to_string(), test),
                Record::Mark { .. } => panic!("nothing was judged"),
            })
            .collect();
        claims.sort();
        let clauses: Vec<_> = claims.iter().map(|(clause, _)| clause.as_str()).collect();
        assert_eq!(clauses, ["muko:33-2", "nogata:11"]);
        claims.remove(0).1
    };
    // The thread's name, then nextest's, then the parent's word.
    assert_eq!(
        tests(&[]).as_deref(),
        Some("tests::marks::a_claim_bears_the_name_of_its_test")
    );
    let nextest = [
        ("NEXTEST_BINARY_ID", "yakusho-tests::all"),
        ("NEXTEST_TEST_NAME", "a::b"),
    ];
    assert_eq!(tests(&nextest).as_deref(), Some("yakusho-tests::all a::b"));
    let parent = [nextest[0], nextest[1], (TEST_VARIABLE, "parent")];
    assert_eq!(tests(&parent).as_deref(), Some("parent"));
}

#[test]
#[should_panic(expected = "clause nogata:99 is not in the register")]
fn a_claim_of_an_unknown_clause_panics() {
    keeps!("nogata:99");
}

#[test]
fn children_get_the_folder_and_the_test() {
    if is_child() {
        for (name, value) in child_env() {
            eprintln!("{name}={value}");
        }
        return;
    }
    let child = |folder, environment: &[(&str, &str)]| {
        let output = run("children_get_the_folder_and_the_test", folder, environment);
        String::from_utf8(output.stderr).unwrap()
    };
    assert_eq!(child(None, &[(TEST_VARIABLE, "the test")]), "");
    let folder = TempDir::new().unwrap();
    let path = folder.path().canonicalize().unwrap();
    let expected = format!(
        "{FOLDER_VARIABLE}={}\n{TEST_VARIABLE}=the test\n",
        path.display()
    );
    assert_eq!(
        child(Some(folder.path()), &[(TEST_VARIABLE, "the test")]),
        expected
    );
}

#[test]
fn two_processes_of_one_folder_write_two_files_that_read_as_one() {
    let folder = TempDir::new().unwrap();
    for test in ["first", "second"] {
        run(
            "judging_and_keeping_leave_marks_once",
            Some(folder.path()),
            &[(TEST_VARIABLE, test)],
        );
    }
    assert_eq!(outcomes(folder.path()).len(), 6);
}

#[test]
fn a_line_that_is_no_record_is_told_with_its_place() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("1-0.jsonl"), "{}\n").unwrap();
    std::fs::write(folder.path().join("notes.txt"), "not read").unwrap();
    let fault = read(folder.path()).expect_err("{} is no record");
    assert!(fault.to_string().contains("1-0.jsonl:1: "), "{fault}");
}

#[test]
fn a_rule_is_switched_off_only_in_a_build_for_counterproofs() {
    if is_child() {
        let off = cfg!(feature = "counterproof");
        let nogata = City::builtin("nogata").unwrap();
        let verdict = rule!(SuspensionBySupervisor).judge(&nogata, DAY, false);
        assert_eq!(verdict == Verdict::NotInForce, off);
        assert!(rule!(SystemSupervisor).keep(&nogata, DAY).is_some());
        return;
    }
    let off = ("YAKUSHO_RULE_OFF", "suspension.by_supervisor");
    run(
        "a_rule_is_switched_off_only_in_a_build_for_counterproofs",
        None,
        &[off],
    );
}

#[test]
fn with_its_rule_a_role_is_switched_off() {
    if is_child() {
        let nogata = City::builtin("nogata").unwrap();
        let supervisor = nogata.role(Role::SystemSupervisor, DAY);
        assert_eq!(supervisor.is_none(), cfg!(feature = "counterproof"));
        assert!(nogata.role(Role::SystemAdministrator, DAY).is_some());
        return;
    }
    let off = ("YAKUSHO_RULE_OFF", "role.system_supervisor");
    run("with_its_rule_a_role_is_switched_off", None, &[off]);
}
