//! The first administrator, opened by whoever installs the system, or by a script.

use crate::hall::{Ended, Hall};

const MISTYPED: i32 = 2;

fn bootstrap(hall: &Hall, [number, name, kana, id]: [&str; 4]) -> Ended {
    hall.run([
        "bootstrap",
        "--number",
        number,
        "--name",
        name,
        "--kana",
        kana,
        "--id",
        id,
    ])
}

#[test]
fn again_it_issues_another_password_and_takes_no_other_words() {
    let hall = Hall::sqlite();
    hall.run(["migrate"]).done();
    let typed = ["1", "山田 太郎", "ヤマダ タロウ", "admin"];
    let first = bootstrap(&hall, typed).done();
    assert!(!first.contains("already"), "{first}");
    let again = bootstrap(&hall, typed).done();
    assert!(again.contains("the account was there already"), "{again}");
    assert!(again.contains("one-time password: "), "{again}");

    let other = bootstrap(&hall, ["2", "山田 太郎", "ヤマダ タロウ", "root"]);
    assert_eq!(other.code, MISTYPED, "{other:?}");
    assert!(other.said.is_empty(), "{other:?}");
    for expected in [
        "山田 太郎 (ヤマダ タロウ), number 1, with the ID admin",
        "nothing was done",
        "otherwise than that: --number, --id",
    ] {
        assert!(other.complained.contains(expected), "{other:?}");
    }
}

#[test]
fn what_is_wrong_with_the_first_words_is_told_by_option() {
    let hall = Hall::sqlite();
    hall.run(["migrate"]).done();
    let wrong = bootstrap(&hall, ["1", " ", "ヤマダ タロウ", "admin"]);
    assert_eq!(wrong.code, 1, "{wrong:?}");
    assert!(wrong.complained.contains("--name: required"), "{wrong:?}");
}
