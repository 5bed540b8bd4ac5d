//! Accounts from a file and into one.

use time::macros::date;
use yakusho_accounts::account::{self, AccountState, Exported, Filter};
use yakusho_accounts::testing::{Owner, Town};
use yakusho_kernel::{EmploymentClass, Fault, Reason, versions};
use yakusho_regulation::Lang;
use yakusho_sheet::Columns as _;
use yakusho_testkit::World;

const FAULTY: &str = "\
職員番号,ID,終期,理由
1007,clerk,,
1008,CLERK,,
9999,ghost,,
,nobody,,
1009,fixed,,
1006,a b,令和8年13月1日,
1007,second,,

1004,general,2027-11-21,
";

#[tokio::test]
async fn every_fault_has_its_line_and_column_and_nothing_is_opened() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let plan = account::try_import(&cx, FAULTY.as_bytes()).await.unwrap();
        let found: Vec<_> = plan
            .faults
            .iter()
            .map(|fault| {
                let basis = fault.basis.as_ref().map(ToString::to_string);
                let column = fault.column.map_or("", |column| column.code());
                (
                    fault.line,
                    column,
                    fault.reason.code(),
                    basis.unwrap_or_default(),
                )
            })
            .collect();
        let none = String::new;
        assert_eq!(
            found,
            [
                (3, "login", "taken", none()),
                (4, "number", "unknown_staff_number", none()),
                (5, "number", "required", none()),
                (6, "ends_on", "required", "nogata:7-1".to_owned()),
                (6, "reason", "required", "nogata:7-1".to_owned()),
                (7, "login", "not_an_id", none()),
                (7, "ends_on", "malformed", none()),
                (8, "number", "has_account", none()),
            ]
        );
        let windows = FAULTY.replace('\n', "\r\n");
        let again = account::try_import(&cx, windows.as_bytes()).await.unwrap();
        assert_eq!(again, plan, "with the line ends of Windows");
        let Err(Fault::Invalid(refused)) = account::import(&cx, FAULTY.as_bytes()).await else {
            panic!("it has faults");
        };
        let fields: Vec<&str> = refused.errors.iter().map(|error| &*error.field).collect();
        assert_eq!(fields.len(), plan.faults.len());
        assert_eq!(fields[..2], ["lines.3.login", "lines.4.number"]);
        let list = account::list(&cx, &Filter::default(), None, 10)
            .await
            .unwrap();
        assert!(list.items.is_empty());
    }
}

#[tokio::test]
async fn a_sound_file_is_taken_whole_in_either_encoding() {
    let file =
        "職員番号,ID,終期,理由\r\n1007,clerk,,\r\n1009,fixed,令和9年3月31日,窓口業務のため\r\n";
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(file);
    let with_mark = format!("\u{FEFF}{file}");
    for bytes in [file.as_bytes(), &shift_jis, with_mark.as_bytes()] {
        for world in World::both("nogata").await {
            let town = Town::model(&world.env).await;
            let cx = town.cx("administrator").await;
            let plan = account::try_import(&cx, bytes).await.unwrap();
            assert_eq!((plan.accounts, plan.faults), (2, vec![]));
            let opened = account::import(&cx, bytes).await.unwrap().into_inner();
            let fixed = account::get(&cx, opened[1]).await.unwrap();
            assert_eq!(fixed.person, town.person("fixed_term"));
            assert_eq!(fixed.ends_on, Some(date!(2027 - 03 - 31)));
            assert_eq!(fixed.approval.unwrap().reason, "窓口業務のため");
            assert_eq!(
                versions(&cx.reader(), &opened[0], 10).await.unwrap().len(),
                1
            );
            let again = account::try_import(&cx, bytes).await.unwrap();
            assert_eq!((again.accounts, again.there, again.faults), (0, 2, vec![]));
        }
    }
}

#[tokio::test]
async fn what_is_there_otherwise_is_no_line_to_pass_over() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let cx = town.cx("administrator").await;
    let file = "number,login,ends_on,reason\n1009,mori,2027-03-31,窓口\n";
    account::import(&cx, file.as_bytes())
        .await
        .unwrap()
        .into_inner();
    for changed in [
        "1007,mori,2027-03-31,窓口",
        "1009,mori,2027-03-30,窓口",
        "1009,mori,2027-03-31,受付",
    ] {
        let file = format!("number,login,ends_on,reason\n{changed}\n");
        let plan = account::try_import(&cx, file.as_bytes()).await.unwrap();
        assert_eq!(
            (plan.there, plan.faults[0].reason.code()),
            (0, "taken"),
            "{changed}"
        );
    }
    let words = "Staff number,ID,Last day,Reason,State\n1009,MORI,令和9年3月31日,窓口,whatever\n1007,clerk,,,\n";
    let plan = account::try_import(&cx, words.as_bytes()).await.unwrap();
    assert_eq!((plan.accounts, plan.there, plan.faults), (1, 1, vec![]));
}

#[tokio::test]
async fn a_file_of_another_kind_is_refused_as_a_whole() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let cx = town.cx("administrator").await;
    for (file, line, code) in [
        (&b""[..], 0, "required"),
        ("職員番号,ID\n".as_bytes(), 0, "required"),
        ("職員番号\n1\n".as_bytes(), 1, "column_missing"),
        (
            "職員番号,ID\n1007,\"a\n1008,b\n".as_bytes(),
            2,
            "quote_open",
        ),
        ("職員番号,ID,給料\n1,2,3\n".as_bytes(), 1, "column_unknown"),
        ("職員番号,ID\n1007,a,b\n".as_bytes(), 2, "cells_surplus"),
        (b"number,login\n1007,\xff\xfe\x81\n", 2, "unreadable"),
    ] {
        let plan = account::try_import(&cx, file).await.unwrap();
        let first = &plan.faults[0];
        assert_eq!((first.line, first.reason.code()), (line, code), "{file:?}");
    }
    let clerk = town.cx("clerk").await;
    let refused = account::try_import(&clerk, b"number,login\n").await;
    assert!(matches!(refused, Err(Fault::Denied(_))));
    let template = account::try_import(&cx, &account::import_template(Lang::Ja))
        .await
        .unwrap();
    assert_eq!(
        template.faults[0].reason,
        Reason::Required,
        "only the lines are missing"
    );
}

#[tokio::test]
async fn an_export_has_everything_but_secrets() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let Owner { login, .. } = town.owner("clerk").await;
        town.account("fixed_term").await;
        let cx = town.cx("administrator").await;
        let accounts = account::export(&cx).await.unwrap().into_inner();
        let [clerk, fixed_term] = &accounts[..] else {
            panic!("two accounts: {accounts:?}");
        };
        let own = Exported {
            login: login.to_owned(),
            number: "1007".to_owned(),
            name: "佐藤 花子".to_owned(),
            class: Some(EmploymentClass::Regular),
            state: AccountState::Open,
            shared: false,
            opened_on: Some(date!(2026 - 11 - 20)),
            ends_on: None,
            reason: String::new(),
            last_sign_in: Some(date!(2026 - 11 - 20)),
            closed_on: None,
            close_reason: String::new(),
            external_id: String::new(),
        };
        assert_eq!(*clerk, own);
        assert_eq!(fixed_term.class, Some(EmploymentClass::FixedTerm));
        assert_eq!(fixed_term.ends_on, Some(date!(2026 - 12 - 20)));
        assert!(matches!(
            account::export(&town.cx("head").await).await,
            Err(Fault::Denied(_))
        ));
    }
}

#[tokio::test]
async fn a_guarded_cell_is_read() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let file = "職員番号,ID,終期,理由\n1009,mori,2027-03-31,'=HYPERLINK(1)\n";
        let ids = account::import(&cx, file.as_bytes()).await.unwrap();
        let account = account::get(&cx, ids[0]).await.unwrap();
        assert_eq!(account.approval.unwrap().reason, "=HYPERLINK(1)");
    }
}
