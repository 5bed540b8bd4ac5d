//! Real files with some bytes changed, left out or doubled: whatever becomes of them, whoever asked for their text goes
//! on.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::{made, tight};

/// What is done to a file, at a place between 0 and 1.
#[derive(Clone, Debug)]
enum Change {
    Put(f64, u8),
    Drop(f64, usize),
    Repeat(f64, usize),
    End(f64),
}

fn change() -> impl Strategy<Value = Change> {
    let place = 0.0..1.0_f64;
    prop_oneof![
        8 => (place.clone(), any::<u8>()).prop_map(|(at, byte)| Change::Put(at, byte)),
        2 => (place.clone(), 1..200_usize).prop_map(|(at, many)| Change::Drop(at, many)),
        2 => (place.clone(), 1..200_usize).prop_map(|(at, many)| Change::Repeat(at, many)),
        1 => place.prop_map(Change::End),
    ]
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place in a file of some kilobytes"
)]
fn changed(mut file: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let (Change::Put(at, _) | Change::Drop(at, _) | Change::Repeat(at, _) | Change::End(at)) =
            change;
        let at = (file.len() as f64 * at) as usize;
        match change {
            Change::Put(_, byte) => {
                if let Some(place) = file.get_mut(at) {
                    *place = *byte;
                }
            }
            Change::Drop(_, many) => drop(file.drain(at..file.len().min(at + many))),
            Change::Repeat(_, many) => {
                let again = file[at..file.len().min(at + many)].to_vec();
                file.splice(at..at, again);
            }
            Change::End(_) => file.truncate(at),
        }
    }
    file
}

/// Nothing that was done to a file of that name keeps anybody from reading on.
fn survives(name: &str) {
    let whole = made(name);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut runner = TestRunner::new(Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    });
    let changes = prop::collection::vec(change(), 1..20);
    let held = runner.run(&changes, |changes| {
        let file = changed(whole.clone(), &changes);
        let found = runtime.block_on(tight().text(&*file)).unwrap();
        if let Ok(text) = found {
            prop_assert!(!text.is_empty() && text.len() <= 300_000);
            prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        }
        Ok(())
    });
    held.unwrap();
}

macro_rules! survive {
    ($($test:ident: $name:literal;)*) => { $(
        #[test]
        fn $test() {
            survives($name);
        }
    )* };
}

survive! {
    word: "doc.docx";
    writer: "doc.odt";
    pdf: "doc.pdf";
    excel: "sheet.xlsx";
    old_excel: "sheet.xls";
    calc: "sheet.ods";
    powerpoint: "slides.pptx";
    impress: "slides.odp";
    locked: "locked.docx";
}
