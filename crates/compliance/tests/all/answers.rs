//! What is filled in: every kind of field, and what is wrong with it.

use serde_json::{Value, json};
use yakusho_compliance::procedure::{self, Answer};
use yakusho_kernel::{Fault, Reason};
use yakusho_regulation::{City, ProcedureKind};

use crate::{Hall, city, object};

/// The application to use data with a field of every kind that it lacks.
fn with_every_kind() -> City {
    let fields = [
        ("line", "text", "max = 3"),
        ("count", "number", "max = 10"),
        ("day", "date", ""),
        (
            "several",
            "choices",
            "choice = [{ id = \"a\", ja = \"甲\", en = \"A\" }, { id = \"b\", ja = \"乙\", en = \"B\" }]",
        ),
        (
            "said",
            "conditions",
            "choice = [{ id = \"a\", ja = \"甲\", en = \"A\" }, { id = \"b\", ja = \"乙\", en = \"B\" }]",
        ),
        ("person", "person", ""),
        ("post", "post", ""),
        ("section", "section", ""),
        ("sections", "sections", ""),
        ("system", "system", ""),
        ("connection", "connection", ""),
    ];
    let label = "label = { ja = \"欄\", en = \"Field\" }";
    let fields = fields.map(|(key, kind, more)| {
        format!("[[procedure.field]]\nkey = \"{key}\"\nkind = \"{kind}\"\n{label}\n{more}\n\n")
    });
    let decide = "[[procedure.step]]\nkind = \"decide\"";
    city(decide, &format!("{}{decide}", fields.concat()))
}

#[tokio::test]
async fn every_kind_of_field_is_kept_as_what_it_is() {
    for hall in Hall::both_under(&with_every_kind()).await {
        let data = hall.data().await;
        let cx = hall.cx("planning_head").await;
        let (person, unit) = (hall.town.person("clerk"), hall.town.unit("general"));
        let post = hall.town.head_post("general");
        let mut answers = crate::application(data);
        answers.extend(object(json!({
            "line": " 一\n二 ",
            "count": "10",
            "day": "令和8年12月1日",
            "several": ["b", "a", "b"],
            "said": { "b": " 行う。 ", "a": "" },
            "person": person.to_string(),
            "post": post.to_string(),
            "section": unit.to_string(),
            "sections": [unit.to_string(), unit.to_string()],
        })));
        let form = hall.form("planning", answers);
        let id = *procedure::draw_up(&cx, ProcedureKind::DataUse, form)
            .await
            .unwrap();
        let view = procedure::show(&cx, id).await.unwrap();
        let said = |key: &str| view.content.answers[key].clone();
        assert_eq!(said("line"), Answer::Text("一 二".to_owned()));
        assert_eq!(said("count"), Answer::Number(10));
        assert_eq!(
            said("day"),
            Answer::Date(time::macros::date!(2026 - 12 - 01))
        );
        assert_eq!(
            said("several"),
            Answer::Choices(vec!["a".to_owned(), "b".to_owned()])
        );
        let conditions = [("b".to_owned(), "行う。".to_owned())].into();
        assert_eq!(said("said"), Answer::Conditions(conditions));
        assert_eq!(said("person"), Answer::Person(person));
        assert_eq!(said("post"), Answer::Post(post));
        assert_eq!(said("section"), Answer::Sections(vec![unit]));
        assert_eq!(said("sections"), Answer::Sections(vec![unit]));
        assert_eq!(view.subject, "住民基本台帳");
    }
}

/// What is entered to which field, and where what is told.
fn wrong() -> Vec<(&'static str, Value, &'static str, Reason)> {
    let nobody = "00000000-0000-0000-0000-000000000000";
    vec![
        (
            "line",
            json!("一二三四"),
            "answers.line",
            Reason::TooLong { max: 3 },
        ),
        ("line", json!(["一"]), "answers.line", Reason::Malformed),
        (
            "count",
            json!("11"),
            "answers.count",
            Reason::OutOfRange { min: 0, max: 10 },
        ),
        (
            "count",
            json!(-1),
            "answers.count",
            Reason::OutOfRange { min: 0, max: 10 },
        ),
        ("count", json!("ten"), "answers.count", Reason::Malformed),
        ("day", json!("2026-02-30"), "answers.day", Reason::Malformed),
        (
            "period",
            json!({ "first": "2026-12-01" }),
            "answers.period.last",
            Reason::Required,
        ),
        (
            "period",
            json!({ "last": "2026-12-01" }),
            "answers.period.first",
            Reason::Required,
        ),
        (
            "period",
            json!({ "first": "2026-12-02", "last": "2026-12-01" }),
            "answers.period.last",
            Reason::EndBeforeStart,
        ),
        (
            "period",
            json!("2026-12-01"),
            "answers.period",
            Reason::Malformed,
        ),
        ("method", json!("steal"), "answers.method", Reason::Unknown),
        (
            "several",
            json!(["a", "c"]),
            "answers.several",
            Reason::Unknown,
        ),
        (
            "said",
            json!({ "c": "行う。" }),
            "answers.said.c",
            Reason::Unknown,
        ),
        (
            "said",
            json!({ "a": "長".repeat(1_001) }),
            "answers.said.a",
            Reason::TooLong { max: 1_000 },
        ),
        ("person", json!(nobody), "answers.person", Reason::Unknown),
        ("post", json!(nobody), "answers.post", Reason::Unknown),
        (
            "section",
            json!("総務課"),
            "answers.section",
            Reason::Unknown,
        ),
        (
            "sections",
            json!([nobody]),
            "answers.sections",
            Reason::Unknown,
        ),
        ("data", json!(nobody), "answers.data", Reason::Unknown),
        ("system", json!(nobody), "answers.system", Reason::Unknown),
        (
            "connection",
            json!(nobody),
            "answers.connection",
            Reason::Unknown,
        ),
        ("other", json!("何か"), "answers.other", Reason::Unknown),
    ]
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field() {
    for hall in Hall::both_under(&with_every_kind()).await {
        let data = hall.data().await;
        let cx = hall.cx("planning_head").await;
        for (key, value, field, reason) in wrong() {
            let mut answers = crate::application(data);
            answers.insert(key.to_owned(), value);
            let form = hall.form("planning", answers);
            let fault = procedure::draw_up(&cx, ProcedureKind::DataUse, form).await;
            let Err(Fault::Invalid(invalid)) = fault else {
                unreachable!("{field} was taken");
            };
            let [error] = &invalid.errors[..] else {
                unreachable!("{invalid:?}");
            };
            assert_eq!((&*error.field, &error.reason), (field, &reason));
        }
    }
}

#[tokio::test]
async fn a_draft_may_lack_what_is_required_and_what_is_submitted_not() {
    for hall in Hall::both("shiroishi").await {
        let cx = hall.cx("planning_head").await;
        let answers =
            object(json!({ "purpose": "給付", "method": Value::Null, "protection": " " }));
        let form = hall.form("planning", answers);
        let id = *procedure::draw_up(&cx, ProcedureKind::DataUse, form)
            .await
            .unwrap();
        let Err(Fault::Invalid(invalid)) = hall.submit(id).await else {
            unreachable!("it lacks almost everything");
        };
        let fields: Vec<_> = invalid.errors.iter().map(|error| &*error.field).collect();
        assert_eq!(
            fields,
            [
                "answers.data",
                "answers.period",
                "answers.method",
                "answers.protection"
            ]
        );
        assert!(
            invalid
                .errors
                .iter()
                .all(|error| error.reason == Reason::Required)
        );
    }
}
