//! Files, searches and IDs from outside are read or refused, whatever is in them, on both databases.

use proptest::prelude::*;
use yakusho_accounts::account::{self, Login};
use yakusho_accounts::directory;
use yakusho_accounts::function::Permission;
use yakusho_accounts::order::{self, Column, OrderDraft};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Cursor, Fault};
use yakusho_sheet::Columns;
use yakusho_testkit::{World, any_text, samples};

/// A sheet of cells, most of them such as belong there.
fn any_sheet<C: Columns>() -> impl Strategy<Value = Vec<u8>> {
    let headings: Vec<&str> = C::ALL.iter().map(|column| column.heading()).collect();
    let cell = prop_oneof![
        4 => prop::sample::select(vec![
            "任命", "appoint", "退職", "00001", "1001", "企画課長", "部", "regular", "正規", "1", "2026-12-01", "R8.12.1",
            "令和8年2月30日", "",
        ])
        .prop_map(str::to_owned),
        1 => any_text(),
    ];
    let row = prop::collection::vec(cell, 0..headings.len() + 1);
    let heading = prop::sample::subsequence(headings.clone(), 0..=headings.len()).prop_shuffle();
    let sheet = (heading, prop::collection::vec(row, 0..6), any::<bool>());
    let sheet = sheet.prop_map(|(heading, rows, windows)| {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(Vec::new());
        writer.write_record(heading).unwrap();
        for row in rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        if windows {
            let text = String::from_utf8(bytes).unwrap();
            encoding_rs::SHIFT_JIS.encode(&text).0.into_owned()
        } else {
            bytes
        }
    });
    prop_oneof![1 => prop::collection::vec(any::<u8>(), 0..200), 6 => sheet]
}

/// That an answer is one, or a refusal that names what is wrong.
#[track_caller]
fn answered<T>(outcome: Result<T, Fault>, what: &dyn std::fmt::Debug) {
    match outcome {
        Ok(_) | Err(Fault::Invalid(_) | Fault::NotFound) => {}
        Err(fault) => panic!("{what:?}: {fault:?}"),
    }
}

proptest! {
    #[test]
    fn a_sheet_of_orders_is_read_or_refused_with_its_lines(bytes in any_sheet::<Column>()) {
        let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        let (rows, faults) = order::read_csv(&bytes);
        prop_assert!(!rows.is_empty() || !faults.is_empty());
        prop_assert!(faults.iter().all(|fault| fault.line as usize <= ends + 1), "{:?}", faults);
    }

    #[test]
    fn an_id_or_a_permission_is_read_or_refused(text in any_text()) {
        if let Ok(login) = Login::parse(&text) {
            prop_assert_eq!(Login::parse(login.as_str()).ok(), Some(login.clone()));
        }
        let _ = Permission::parse(&text);
    }
}

#[tokio::test]
async fn any_file_of_accounts_or_orders_is_tried_out() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        for file in samples(any_sheet::<account::ImportColumn>(), 60) {
            answered(account::try_import(&administrator, &file).await, &file);
        }
        for file in samples(any_sheet::<Column>(), 60) {
            let (rows, _) = order::read_csv(&file);
            let draft = OrderDraft {
                title: "異動".to_owned(),
                takes_effect_on: administrator.today(),
                rows,
            };
            answered(order::dry_run(&administrator, &draft, &[]).await, &draft);
        }
    }
}

#[tokio::test]
async fn any_search_is_answered() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let clerk = town.cx("clerk").await;
        for (text, after) in samples((any_text(), prop::option::of(any_text())), 100) {
            let after = after.as_deref().map(Cursor::from_outside);
            let found = directory::search(&clerk, &text, None, after.as_ref(), 50).await;
            answered(found, &(text, after));
        }
        // Keys of the right form, with anything in them.
        for (kana, name) in samples((any_text(), any_text()), 50) {
            let after = Cursor::after(&(&kana, uuid::Uuid::nil()));
            let found = directory::search(&clerk, &name, None, Some(&after), 50).await;
            answered(found, &(kana, name));
        }
    }
}
