//! What the lines of an order mean, and what is wrong with them.

use time::Date;
use time::macros::date;
use yakusho_accounts::directory;
use yakusho_accounts::order::{self, Column, FaultKind, OrderId, Row};
use yakusho_accounts::staff::{self, Status};
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Conflict, Cx, EmploymentClass, Fault, PersonId, Timestamp};
use yakusho_regulation::Role;
use yakusho_testkit::World;

use super::sheet::whole;
use super::{DAY, draft, schedule};

const HEADING: &str = "kind,number,name,kana,class,unit,post,parent,rank,head,position,tags,until";

/// A column and the code of a fault in it.
type Found = (Option<Column>, &'static str);

/// Lines, each with the faults that it has.
const FAULTS: [(&str, &[Found]); 35] = [
    (",1007", &[(Some(Column::Kind), "required")]),
    ("昇進,1007", &[(Some(Column::Kind), "unknown_value")]),
    (
        "任命,1007,,,,1020,主\u{7}",
        &[(Some(Column::Post), "unreadable")],
    ),
    (
        "任命,1007",
        &[
            (Some(Column::Unit), "required"),
            (Some(Column::Post), "required"),
        ],
    ),
    (
        "任命,9999,,,,1020,主事",
        &[(Some(Column::Number), "unknown_number")],
    ),
    (
        "任命,1007,,,,9999,主事",
        &[(Some(Column::Unit), "unknown_unit")],
    ),
    (
        "任命,1007,,,,1020,局長",
        &[(Some(Column::Post), "unknown_post")],
    ),
    (
        "昇進,10\0,,,,1020,主事",
        &[
            (Some(Column::Kind), "unknown_value"),
            (Some(Column::Number), "unreadable"),
        ],
    ),
    (
        "任命,9999,,,,99999,無い職",
        &[
            (Some(Column::Number), "unknown_number"),
            (Some(Column::Unit), "unknown_unit"),
            (Some(Column::Post), "unknown_post"),
        ],
    ),
    (
        "兼務,9999,,,,1020,無い職,,,,,,2026-02-30",
        &[
            (Some(Column::Number), "unknown_number"),
            (Some(Column::Post), "unknown_post"),
            (Some(Column::Until), "malformed"),
        ],
    ),
    (
        "兼務,1007,,,,1020,主事,,,,,,2026-02-30",
        &[
            (Some(Column::Post), "held_already"),
            (Some(Column::Until), "malformed"),
        ],
    ),
    (
        "昇進,1007,,,臨時,1020,主\u{7},,,,x,,2026-02-30",
        &[
            (Some(Column::Kind), "unknown_value"),
            (Some(Column::Class), "unknown_value"),
            (Some(Column::Post), "unreadable"),
            (Some(Column::Position), "malformed"),
            (Some(Column::Until), "malformed"),
        ],
    ),
    (
        "採用,x y z,山田,yamada,正規職員,,主事",
        &[
            (Some(Column::Number), "malformed"),
            (Some(Column::Kana), "malformed"),
            (Some(Column::Unit), "required"),
        ],
    ),
    (
        "組織統合,,,,,9998,,9999",
        &[
            (Some(Column::Unit), "unknown_unit"),
            (Some(Column::Parent), "unknown_unit"),
        ],
    ),
    (
        "兼務,1007,,,,1020,主事",
        &[(Some(Column::Post), "held_already")],
    ),
    (
        "任命,1007,,,,1020,市民課長",
        &[(Some(Column::Post), "two_holders")],
    ),
    (
        "解任,1007,,,,1010,主事",
        &[(Some(Column::Post), "not_held")],
    ),
    (
        "解任,1007,,,,1020,主事",
        &[(Some(Column::Post), "no_main_post")],
    ),
    ("復帰,1008", &[(Some(Column::Number), "not_away")]),
    (
        "休職,1008,,,,,,,,,,,2026-13-01",
        &[(Some(Column::Until), "malformed")],
    ),
    (
        "休職,1008,,,,,,,,,,,2026-11-30",
        &[(Some(Column::Until), "ends_before")],
    ),
    (
        "区分変更,1008,,,臨時",
        &[(Some(Column::Class), "unknown_value")],
    ),
    (
        "採用,1001",
        &[
            (Some(Column::Number), "number_taken"),
            (Some(Column::Name), "required"),
            (Some(Column::Kana), "required"),
            (Some(Column::Class), "required"),
        ],
    ),
    (
        "採用,1001,山田,ヤマダ,正規職員",
        &[(Some(Column::Number), "number_taken")],
    ),
    (
        "採用,2001,山田,山田,正規職員",
        &[(Some(Column::Kana), "malformed")],
    ),
    (
        "任命,1007,,,,1020,\u{202E}主事",
        &[(Some(Column::Post), "unreadable")],
    ),
    (
        "組織新設,,新課,,,1020,,,課",
        &[(Some(Column::Unit), "code_taken")],
    ),
    (
        "組織新設,,新課,,,1099,,,班",
        &[(Some(Column::Rank), "unknown_value")],
    ),
    (
        "組織新設,,新部,,,1099,,1020,部",
        &[(Some(Column::Parent), "parent_rank")],
    ),
    (
        "組織移管,,,,,20,,2020",
        &[
            (Some(Column::Parent), "parent_rank"),
            (Some(Column::Parent), "circle"),
        ],
    ),
    (
        "組織廃止,,,,,20",
        &[
            (Some(Column::Unit), "parent_missing"),
            (Some(Column::Post), "post_missing"),
        ],
    ),
    (
        "組織統合,,,,,20,,20",
        &[(Some(Column::Parent), "within_itself")],
    ),
    (
        "職新設,,,,,1020,課長補佐,,0",
        &[(Some(Column::Rank), "unknown_value")],
    ),
    (
        "職新設,,,,,1020,課長補佐,,5,1",
        &[(Some(Column::Head), "two_head_posts")],
    ),
    (
        "職新設,,,,,1020,課長補佐,,5,,x",
        &[(Some(Column::Position), "malformed")],
    ),
];

/// The rows of these lines; the first is line 2.
fn rows(lines: &str) -> Vec<Row> {
    whole(format!("{HEADING}\n{lines}").as_bytes())
}

/// Carries out an order on its day.
async fn carry_out(world: &World, admin: &Cx, day: Date, lines: &str) -> OrderId {
    let id = schedule(admin, day, rows(lines)).await.unwrap();
    world.clock.turn_to(Timestamp::start_of(day));
    let report = order::apply_due(&world.system()).await.unwrap();
    assert_eq!(report.applied, [id]);
    id
}

#[tokio::test]
async fn every_fault_has_its_line_and_column_and_nothing_changes() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    for (line, expected) in FAULTS {
        let lines = rows(line);
        let tried = order::dry_run(&admin, &draft(DAY, lines.clone()), &[])
            .await
            .unwrap();
        let mut found: Vec<_> = tried
            .faults
            .iter()
            .map(|fault| (fault.line, fault.column, fault.kind.code()))
            .collect();
        found.dedup();
        let expected: Vec<_> = expected
            .iter()
            .map(|(column, code)| (2, *column, *code))
            .collect();
        assert_eq!(found, expected, "{line}");
        let refused = schedule(&admin, DAY, lines).await;
        assert!(matches!(refused, Err(Fault::Invalid(_))), "{line}");
    }
    let unread: Vec<&str> = FAULTS[..7].iter().map(|(line, _)| *line).collect();
    let tried = order::dry_run(&admin, &draft(DAY, rows(&unread.join("\n"))), &[])
        .await
        .unwrap();
    let lines: Vec<u32> = tried.faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 5, 5, 6, 7, 7, 8, 8], "all at once");
    let nothing = order::dry_run(&admin, &draft(DAY, Vec::new()), &[]).await;
    assert_eq!(nothing.unwrap().faults[0].kind, FaultKind::NoLines);
    let cards = directory::people(&admin.reader(), DAY, &[town.person("clerk")])
        .await
        .unwrap();
    assert_eq!(cards[&town.person("clerk")].post_title, "主事");
}

/// A line, a column and the code of a fault in it.
type Placed = (u32, Column, &'static str);

/// Orders of several lines, each with the faults that it has.
const TOGETHER: [(&str, &[Placed]); 8] = [
    // Whoever leaves takes no post, and nobody takes two main ones.
    (
        "任命,1007,,,,2010,主事\n任命,1007,,,,1010,主事\n退職,1007",
        &[
            (2, Column::Number, "leaves_too"),
            (3, Column::Number, "leaves_too"),
            (3, Column::Number, "appointed_twice"),
        ],
    ),
    // What a line with a fault brings is not missed elsewhere.
    (
        "組織新設,,新課,,,1099,,,班\n職新設,,,,,1099,新課長,,5,x\n採用,2001,,ヤマダ,正規職員\n任命,2001,,,,1099,新課長\n退職,2001",
        &[
            (2, Column::Rank, "unknown_value"),
            (3, Column::Head, "unknown_value"),
            (4, Column::Name, "required"),
            (5, Column::Number, "leaves_too"),
        ],
    ),
    // That a head has two holders follows from the line that fails to move the first.
    (
        "任命,1006,,,,2010,無い職\n任命,1011,,,,1020,市民課長",
        &[(2, Column::Post, "unknown_post")],
    ),
    (
        "採用,2001,山田,ヤマダ,正規職員\n採用,2001,川田,カワダ,正規職員",
        &[(3, Column::Number, "number_taken")],
    ),
    // What does not fit together is told of the line that brings it about, not of others that name the same.
    (
        "職新設,,,,,1020,第二課長,,5,1\n任命,1007,,,,1020,第二課長",
        &[(2, Column::Head, "two_head_posts")],
    ),
    (
        "解任,1007,,,,1020,主事\n区分変更,1007,,,会計年度任用職員",
        &[(2, Column::Post, "no_main_post")],
    ),
    (
        "組織改称,,企画調整課,,,2010\n区分変更,1010,,,会計年度任用職員\n組織廃止,,,,,20",
        &[
            (4, Column::Unit, "parent_missing"),
            (4, Column::Unit, "parent_missing"),
            (4, Column::Post, "post_missing"),
        ],
    ),
    // Whoever leaves is relieved before, whichever line comes first.
    ("退職,1007\n解任,1007,,,,1020,主事", &[]),
];

#[tokio::test]
async fn faults_of_several_lines_are_found_at_once_and_what_follows_from_them_is_not_repeated() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    for (lines, expected) in TOGETHER {
        let tried = order::dry_run(&admin, &draft(DAY, rows(lines)), &[])
            .await
            .unwrap();
        let found: Vec<_> = tried
            .faults
            .iter()
            .map(|fault| (fault.line, fault.column.unwrap(), fault.kind.code()))
            .collect();
        assert_eq!(found, expected, "{lines}");
    }
}

#[tokio::test]
async fn a_line_that_changes_nothing_is_told_and_hinders_nothing() {
    let world = World::sqlite("nogata").await;
    let town = Town::model(&world.env).await;
    let admin = town.cx("administrator").await;
    let stays = "任命,1007,,,,1020,主事";
    let lines = rows(&format!("{stays}\n区分変更,1008,,,会計年度任用職員"));
    let tried = order::dry_run(&admin, &draft(DAY, lines), &[])
        .await
        .unwrap();
    assert_eq!(tried.faults, []);
    let idle = tried.idle.iter();
    let idle: Vec<_> = idle
        .map(|one| (one.line, one.column, one.kind.code()))
        .collect();
    assert_eq!(idle, [(2, Some(Column::Post), "held_already")]);
    // To hold it no longer than to a day is a change.
    let ends = rows(&format!("{stays},,,,,,2027-03-31"));
    let ends = order::dry_run(&admin, &draft(DAY, ends), &[])
        .await
        .unwrap();
    assert_eq!(ends.idle, []);
    carry_out(&world, &admin, DAY, stays).await;
    let clerk = town.person("clerk");
    let cards = directory::people(&admin.reader(), DAY, &[clerk])
        .await
        .unwrap();
    assert_eq!(cards[&clerk].post_title, "主事");
}

/// Whether somebody is there on a day, and holds a post.
async fn status(cx: &Cx, person: PersonId, day: Date) -> Option<(Status, bool)> {
    let cards = directory::people(&cx.reader(), day, &[person]).await;
    let card = cards.unwrap().remove(&person)?;
    Some((card.status, card.post.is_some()))
}

#[tokio::test]
async fn who_joins_stays_to_the_last_day() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let line = "採用,2001,山田 花子,ヤマダ ハナコ,会計年度任用職員,1020,会計年度任用職員,,,,,,令和9年3月31日";
        carry_out(&world, &admin, DAY, line).await;
        let page = directory::search(&admin, "ヤマダ", None, None, 5).await;
        assert_eq!(page.unwrap().items, [], "not there the day before");
        let admin = town.cx("administrator").await;
        let page = directory::search(&admin, "ヤマダ", None, None, 5).await;
        let joined = page.unwrap().items.remove(0);
        assert_eq!(joined.class, EmploymentClass::FixedTerm);
        for (day, expected) in [
            (date!(2026 - 11 - 30), None),
            (DAY, Some((Status::Active, true))),
            (date!(2027 - 03 - 31), Some((Status::Active, true))),
            (date!(2027 - 04 - 01), Some((Status::Left, false))),
        ] {
            assert_eq!(status(&admin, joined.id, day).await, expected, "{day}");
        }
    }
}

#[tokio::test]
async fn who_is_away_comes_back_and_who_left_can_join_again() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let lines = "退職,1008\n育児休業,1012,,,,,,,,,,,2026/12/31\n区分変更,1009,,,正規職員";
        let id = carry_out(&world, &admin, DAY, lines).await;
        let (left, away) = (town.person("colleague"), town.person("stranger"));
        for (person, day, expected) in [
            (left, date!(2026 - 11 - 30), (Status::Active, true)),
            (left, DAY, (Status::Left, false)),
            (away, date!(2026 - 11 - 30), (Status::Active, true)),
            (away, DAY, (Status::ChildcareLeave, true)),
            (away, date!(2026 - 12 - 31), (Status::ChildcareLeave, true)),
            (away, date!(2027 - 01 - 01), (Status::Active, true)),
        ] {
            assert_eq!(status(&admin, person, day).await, Some(expected), "{day}");
        }
        let class = town.standing("fixed_term").await.class;
        assert_eq!(class, EmploymentClass::Regular);

        let day = date!(2026 - 12 - 02);
        let line = "採用,1008,佐々木 健,ササキ ケン,regular";
        carry_out(&world, &admin, day, line).await;
        let recorded = staff::of_person(&admin.reader(), left).await.unwrap();
        let names: Vec<_> = recorded
            .iter()
            .map(|row| (row.staff.name.as_str(), row.staff.status))
            .collect();
        let expected = [
            ("加藤 健", Status::Active),
            ("加藤 健", Status::Left),
            ("佐々木 健", Status::Active),
        ];
        assert_eq!(names, expected);
        let (order, _) = order::get(&admin, id).await.unwrap();
        let refused = order::undo(&admin, id, order.revision, "誤り").await;
        assert!(
            matches!(
                refused,
                Err(Fault::Conflict(Conflict {
                    code: "order_built_upon"
                }))
            ),
            "the later order builds on it"
        );
    }
}

/// Units and posts in no particular order: an order sees to it that things are there before they are used.
const REORGANISATION: &str = "任命,1010,,,,30,市民部長
任命,1006,,,,3010,窓口課長
任命,1007,,,,3010,主事
組織廃止,,,,,20
職新設,,,,,3010,窓口課長,,5,1
職新設,,,,,3010,主事,,9
組織新設,,窓口課,,,3010,,30,課,,,個人情報
組織新設,,市民部,,,30,,,部,,9
職新設,,,,,30,市民部長,,3,○
組織移管,,,,,2020,,10
組織統合,,,,,2010,,1010
任命,1011,,,,1010,主事
組織改称,,総務企画課,,,1010";

/// The names of the units on a day, with a dot for each level.
async fn tree(cx: &Cx, day: Date) -> Vec<String> {
    let units = directory::units(&cx.reader(), day).await.unwrap();
    let named = units
        .into_iter()
        .map(|unit| format!("{}{}", "・".repeat(unit.depth), unit.name));
    named.collect()
}

#[tokio::test]
async fn units_and_posts_come_and_go_with_an_order_and_come_back_with_its_undoing() {
    for world in World::both("model").await {
        let town = Town::model(&world.env).await;
        let admin = town.cx("administrator").await;
        let before = tree(&admin, DAY).await;
        let id = carry_out(&world, &admin, DAY, REORGANISATION).await;
        let expected = [
            "特別職",
            "総務部",
            "・総務企画課",
            "・市民課",
            "・情報推進課",
            "・・情報管理係",
            "市民部",
            "・窓口課",
        ];
        assert_eq!(tree(&admin, DAY).await, expected);
        assert_eq!(tree(&admin, date!(2026 - 11 - 30)).await, before);
        let general = directory::members(&admin.reader(), DAY, &[town.unit("general")])
            .await
            .unwrap();
        let names: Vec<_> = general.iter().map(|card| card.name.as_str()).collect();
        assert_eq!(
            names,
            ["西村 誠", "井上 大輔", "原田 愛", "松本 優子"],
            "whoever was in the merged section came along"
        );
        let head = town.standing("head").await;
        let counter = head.main_unit().unwrap();
        assert!(head.holds_for(Role::InformationManager, counter));
        assert!(head.holds_for(Role::DataProtectionManager, counter));

        let admin = town.cx("administrator").await;
        let (order, _) = order::get(&admin, id).await.unwrap();
        let _ = order::undo(&admin, id, order.revision, "取消し")
            .await
            .unwrap();
        assert_eq!(tree(&admin, DAY).await, before);
        let head = town.standing("head").await;
        assert!(head.holds_for(Role::InformationManager, town.unit("citizens")));
        assert_eq!(head.roles.len(), 2);
    }
}

#[test]
fn bytes_that_are_no_characters_are_a_fault_of_their_cell() {
    let heading = "発令種別,職員番号,所属コード,職名\n任命,1012,1010,主事\n任命,1008,1010,";
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(heading);
    for (text, broken) in [
        (shift_jis.as_ref(), &[0x8E, 0xE5, 0xFF, 0x8E][..]),
        (heading.as_bytes(), &[0xE4, 0xB8, 0xBB, 0xE4, 0xBA][..]),
    ] {
        let file = [text, broken, b"\n"].concat();
        let faults = order::read_csv(&file).1;
        let found: Vec<_> = faults
            .iter()
            .map(|fault| (fault.line, fault.column, fault.kind.code()))
            .collect();
        assert_eq!(found, [(3, Some(Column::Post), "unreadable")]);
    }
}
