//! Procedures in a profile: as they are read, and what is wrong with them.

use time::macros::date;

use super::{faults_of, load};
use crate::procedure::{
    Agreement, Drafter, FieldKind, Party, Procedure, ProcedureKind, SectionsOf, StepKind,
};
use crate::{City, Lang, Role};

const PROFILE: &str = include_str!("../../profiles/muko.toml");
const TODAY: time::Date = date!(2026 - 11 - 21);

/// The profile of Muko with the use of data as its one procedure, which is the last that stands in it.
fn muko() -> String {
    let (before, _) = PROFILE.split_once("\n# The regulation asks for").unwrap();
    let rule = "[[rule]]\nid = \"development.requested\"\nclauses = [\"muko:15-1\"]\n";
    assert!(
        before.contains(rule),
        "{rule:?} should stand in the profile"
    );
    before.replacen(rule, "", 1)
}

/// It with one passage changed.
fn changed(from: &str, to: &str) -> String {
    let muko = muko();
    assert!(muko.contains(from), "{from:?} should stand in the profile");
    muko.replacen(from, to, 1)
}

/// The line of the profile at which this passage stands first.
fn line_of(profile: &str, passage: &str) -> usize {
    let before = profile.find(passage).expect("the passage");
    profile[..before].matches('\n').count() + 1
}

/// That the profile is refused for this alone, at the line of that passage.
#[track_caller]
fn refused(profile: &str, at: &str, message: &str) {
    let faults = faults_of(profile, &[]);
    let [fault] = &faults[..] else {
        panic!("one fault was expected: {faults:#?}");
    };
    let place = format!("yamato.toml:{}:", line_of(profile, at));
    assert!(fault.starts_with(&place), "{fault}: expected at {place}");
    assert!(fault.ends_with(message), "{fault}: expected {message}");
}

#[test]
fn a_procedure_is_read_with_its_fields_and_steps() {
    let city = City::builtin("model").unwrap();
    let use_of_data = city.procedure(ProcedureKind::DataUse, TODAY).unwrap();
    assert_eq!(use_of_data.title(Lang::Ja), "データ利用承認申請書");
    assert_eq!(use_of_data.form, Some(6));
    assert_eq!(use_of_data.deadline, Some(10));
    let drafter = Drafter::Role(Role::InformationManager);
    assert_eq!(use_of_data.drawn_up_by, drafter);
    assert_eq!(use_of_data.field("data").unwrap().kind, FieldKind::DataSet);
    assert_eq!(
        use_of_data.field("purpose").unwrap().kind,
        FieldKind::LongText(1000)
    );
    let [step] = &use_of_data.steps[..] else {
        panic!("one step was expected");
    };
    assert_eq!(step.kind, StepKind::Decide);
    let owner = SectionsOf::Field("data".to_owned());
    assert_eq!(step.by, [Party::RoleOf(Role::InformationManager, owner)]);
}

#[test]
fn a_city_has_the_procedures_that_its_rules_ask_for() {
    for (city, kinds) in [
        ("model", ProcedureKind::ALL),
        (
            "shiroishi",
            &[
                ProcedureKind::SystemDecision,
                ProcedureKind::SystemChange,
                ProcedureKind::SystemConnection,
                ProcedureKind::DataUse,
                ProcedureKind::Provision,
                ProcedureKind::WorkDivision,
                ProcedureKind::CostDivision,
            ],
        ),
        (
            "muko",
            &[ProcedureKind::DataUse, ProcedureKind::Development],
        ),
        ("nogata", &[]),
    ] {
        let city = City::builtin(city).unwrap();
        let has: Vec<_> = city.procedures(TODAY).map(|one| one.kind).collect();
        assert_eq!(has, kinds, "{}", city.id());
    }
    for kind in ProcedureKind::ALL {
        assert_eq!(ProcedureKind::from_id(kind.id()), Some(*kind));
    }
}

#[test]
fn a_stored_definition_is_read_again() {
    for procedure in City::builtin("model").unwrap().procedures(TODAY) {
        let stored = serde_json::to_string(procedure).unwrap();
        assert_eq!(
            serde_json::from_str::<Procedure>(&stored).unwrap(),
            *procedure
        );
    }
}

#[test]
fn so_many_must_agree() {
    for (parties, all, majority, one) in [(1, 1, 1, 1), (2, 2, 2, 1), (3, 3, 2, 1), (4, 4, 3, 1)] {
        assert_eq!(Agreement::All.of(parties), all);
        assert_eq!(Agreement::Majority.of(parties), majority);
        assert_eq!(Agreement::One.of(parties), one);
    }
}

#[test]
fn every_kind_of_step_and_party_is_read() {
    let more = "
[[procedure.step]]
kind = \"consult\"
title = { ja = \"協議\", en = \"Consultation\" }
agreement = \"majority\"
by = [{ head_of = \"財政課\" }, { section_of = \"applicant\" }, { role = \"computing_manager\" }]

[[procedure.step]]
kind = \"inform\"
title = { ja = \"通知\", en = \"Notice\" }
by = [{ role = \"data_protection_manager\", section_of = \"applicant\" }]
";
    let city = load(&format!("{}{more}", muko()));
    let procedure = city.procedure(ProcedureKind::DataUse, TODAY).unwrap();
    let [_, consult, inform] = &procedure.steps[..] else {
        panic!("three steps were expected");
    };
    assert_eq!(consult.kind, StepKind::Consult(Agreement::Majority));
    assert_eq!(
        consult.by,
        [
            Party::HeadOf("財政課".to_owned()),
            Party::HeadOfSection(SectionsOf::Applicant),
            Party::Role(Role::ComputingManager),
        ]
    );
    assert_eq!(inform.kind, StepKind::Inform);
}

#[test]
fn an_amended_procedure_turns_with_its_day() {
    let muko = muko();
    let (head, procedure) = muko.split_once("[[procedure]]\n").unwrap();
    let ended = format!("[[procedure]]\nuntil = 2027-03-31\n{procedure}");
    let begun = procedure.replacen("deadline = 10", "deadline = 5\nfrom = 2027-04-01", 1);
    let city = load(&format!("{head}{ended}\n[[procedure]]\n{begun}"));
    let deadline = |day| {
        city.procedure(ProcedureKind::DataUse, day)
            .unwrap()
            .deadline
    };
    assert_eq!(deadline(date!(2027 - 03 - 31)), Some(10));
    assert_eq!(deadline(date!(2027 - 04 - 01)), Some(5));
}

#[test]
fn it_is_given_on_exactly_the_days_of_its_rule() {
    let muko = muko();
    let (without, _) = muko
        .split_once("# The regulation prescribes no form")
        .unwrap();
    refused(
        without,
        "\"data_use.approved\"",
        "the procedure data_use is missing, while data_use.approved is in force",
    );
    refused(
        &changed("id = \"data_use\"", "id = \"data_use\"\nuntil = 2027-03-31"),
        "\"data_use.approved\"",
        "the procedure data_use is missing from 2027-04-01, while data_use.approved is in force",
    );
    let rule = "[[rule]]\nid = \"data_use.approved\"\nclauses = [\"muko:15-2\"]\n";
    refused(
        &changed(rule, ""),
        "\"data_use\"",
        "the procedure data_use is given, while data_use.approved is not in force",
    );
}

const DECIDES: &str = "kind = \"decide\"";
const BY: &str = "by = [{ role = \"data_protection_manager\", section_of = \"data\" }]";
const DRAFTER: &str = "drawn_up_by = { head_of = \"section\" }";
const TITLE: &str =
    "title = { ja = \"データ利用承認申請書\", en = \"Application for approval to use data\" }\n";

/// What is changed into what, at which passage the fault is told then, and what it says in the end.
const FAULTS: &[(&str, &str, &str, &str)] = &[
    (
        "id = \"data_use\"",
        "id = \"data\"",
        "id = \"data\"",
        "unknown procedure \"data\": expected one of system_decision, system_change, system_connection, data_use, provision, development, work_division, cost_division",
    ),
    (
        TITLE,
        "form = 6\n",
        "form = 6",
        "the procedure data_use is on form 6, which no [[form]] gives",
    ),
    (TITLE, "", "[[procedure]]", "the key \"title\" is missing"),
    (
        "register = \"data_use\"",
        "register = \"Data\"",
        "register = \"Data\"",
        "\"Data\" is no name: lower-case letters, digits and _, a letter first",
    ),
    (
        "deadline = 10",
        "deadline = 367",
        "deadline = 367",
        "expected a number from 1 to 366",
    ),
    (
        DRAFTER,
        "drawn_up_by = { role = \"computing_manager\" }",
        "drawn_up_by",
        "a form is drawn up for a section, and computing_manager is one for the city",
    ),
    (
        DRAFTER,
        "drawn_up_by = { head_of = \"部\" }",
        "drawn_up_by",
        "expected \"section\", found \"部\"",
    ),
    (
        "key = \"method\"",
        "key = \"purpose\"",
        "[[procedure.field]]\nkey = \"purpose\"\nkind = \"choice\"",
        "the field \"purpose\" stands here twice",
    ),
    (
        "kind = \"period\"",
        "kind = \"periods\"",
        "kind = \"periods\"",
        "connection, files",
    ),
    (
        "max = 1000",
        "max = 20001",
        "max = 20001",
        "expected a number from 1 to 20000",
    ),
    (
        "kind = \"files\"",
        "kind = \"files\"\nmax = 3",
        "max = 3",
        "a field of kind files has no max",
    ),
    (
        "id = \"link\"",
        "id = \"view\"",
        "id = \"view\", ja = \"システム間",
        "the choice \"view\" stands here twice",
    ),
    (
        DECIDES,
        "kind = \"inform\"",
        "[[procedure]]",
        "no [[procedure.step]] of the procedure decides",
    ),
    (
        DECIDES,
        "kind = \"decree\"",
        "kind = \"decree\"",
        "unknown kind of step \"decree\": expected consult, decide or inform",
    ),
    (
        DECIDES,
        "kind = \"consult\"",
        "kind = \"consult\"",
        "a step that consults says what agreement it needs",
    ),
    (
        DECIDES,
        "kind = \"decide\"\nagreement = \"all\"",
        "agreement",
        "a step of kind decide needs no agreement",
    ),
    (
        DECIDES,
        "kind = \"consult\"\nagreement = \"some\"",
        "agreement",
        "expected \"all\", \"majority\" or \"one\"",
    ),
    (
        BY,
        "by = []",
        "[[procedure.step]]",
        "the step is done by nobody",
    ),
    (
        BY,
        "by = [{ role = \"computing_manager\" }, { head_of = \"財政課\" }]",
        "[[procedure.step]]",
        "a step that decides is one party's",
    ),
    (
        BY,
        "by = [{ role = \"clerk\" }]",
        "by = [{ role",
        "unknown role \"clerk\"",
    ),
    (
        BY,
        "by = [{ role = \"data_protection_manager\" }]",
        "by = [{ role",
        "data_protection_manager is one for each section: say section_of what",
    ),
    (
        BY,
        "by = [{ role = \"computing_manager\", section_of = \"data\" }]",
        "by = [{ role",
        "computing_manager is one for the city, and for no section",
    ),
    (
        BY,
        "by = [{ section_of = \"owner\" }]",
        "by = [{ section",
        "there is no field \"owner\": expected one, or \"applicant\"",
    ),
    (
        BY,
        "by = [{ section_of = \"purpose\" }]",
        "by = [{ section",
        "the field \"purpose\" names nothing that a section answers for",
    ),
];

#[test]
fn what_is_wrong_with_it_is_told_at_its_place() {
    for &(from, to, at, message) in FAULTS {
        let profile = changed(from, to);
        // Where a definition cannot be read, what is missing in it may be told as well.
        let faults = faults_of(&profile, &[]);
        let place = format!("yamato.toml:{}:", line_of(&profile, at));
        let told = |fault: &String| fault.starts_with(&place) && fault.ends_with(message);
        assert!(faults.iter().any(told), "{place} {message}: {faults:#?}");
    }
}

#[test]
fn the_fields_that_the_program_looks_for_are_needed() {
    refused(
        &changed("key = \"purpose\"", "key = \"why\""),
        "[[procedure]]",
        "the procedure data_use needs a required field \"purpose\" of kind text or long_text",
    );
}

/// What is changed of the request to develop processing, and what is told of it.
const OF_STEPS: &[(&str, &str, &str)] = &[
    (
        "key = \"opinion\"",
        "key = \"view\"",
        "the procedure development needs a field \"opinion\" of a step of kind long_text",
    ),
    (
        "id = \"committee\"",
        "id = \"referred\"",
        "the field \"referral\" of development needs a choice \"committee\"",
    ),
    (
        "key = \"reason\"\nkind = \"long_text\"\nmax = 1000",
        "key = \"reason\"\nkind = \"files\"",
        "files hang on the form, and not on a step",
    ),
    (
        "kind = \"decide\"\ntitle = { ja = \"総括管理者の審査及び付議\"",
        "kind = \"inform\"\ntitle = { ja = \"総括管理者の審査及び付議\"",
        "only a step that decides has fields",
    ),
];

#[test]
fn what_is_filled_in_with_a_decision_stands_at_its_step() {
    let city = City::builtin("muko").unwrap();
    let development = city.procedure(ProcedureKind::Development, TODAY).unwrap();
    let keys = development.steps.iter().map(|step| {
        let keys = step.fields.iter().map(|field| &*field.key);
        keys.collect::<Vec<_>>()
    });
    let expected = [
        &["findings", "opinion", "referral", "reason"][..],
        &["outcome"],
    ];
    assert_eq!(keys.collect::<Vec<_>>(), expected);
    for &(from, to, message) in OF_STEPS {
        assert!(
            PROFILE.contains(from),
            "{from:?} should stand in the profile"
        );
        let faults = faults_of(&PROFILE.replacen(from, to, 1), &[]);
        let told = |fault: &String| fault.ends_with(message);
        assert!(faults.iter().any(told), "{message}: {faults:#?}");
    }
}

#[test]
fn the_section_of_a_field_that_may_be_left_out_is_nobody_s() {
    let field = "kind = \"section\"\nlabel = { ja = \"課\", en = \"Section\" }";
    let profile = changed(
        "[[procedure.field]]",
        &format!("[[procedure.field]]\nkey = \"other\"\n{field}\n\n[[procedure.field]]"),
    );
    let profile = profile.replacen("section_of = \"data\"", "section_of = \"other\"", 1);
    refused(
        &profile,
        "by = [",
        "the field \"other\" may be left out, and the step would be nobody's",
    );
}

#[test]
fn the_guide_shows_one_and_lists_every_kind() {
    let guide = include_str!("../../../../docs/profiles.md");
    let (_, shown) = guide
        .split_once("```toml\n[[procedure]]")
        .expect("an example");
    let (shown, _) = shown.split_once("```").unwrap();
    let muko = muko();
    let (before, _) = muko
        .split_once("# The regulation prescribes no form")
        .unwrap();
    let city = load(&format!("{before}[[procedure]]{shown}"));
    let procedure = city.procedure(ProcedureKind::DataUse, TODAY).unwrap();
    assert_eq!(procedure.title(Lang::En), "Application to use data");
    for kind in ProcedureKind::ALL {
        let row = format!("\n| `{kind}` | `{}` |", kind.rule());
        assert!(guide.contains(&row), "{row}");
    }
    for kind in FieldKind::IDS {
        assert!(guide.contains(&format!("`{kind}`")), "{kind}");
    }
}
