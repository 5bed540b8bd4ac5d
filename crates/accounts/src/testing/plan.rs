//! The units, posts and people of the town.

use time::macros::date;
use yakusho_kernel::{Cx, EmploymentClass, PostId};
use yakusho_regulation::{SectionTag, UnitRank};

use super::Town;
use crate::appointment::Appointment;
use crate::ledger::{Days, Founding};
use crate::organisation::{Post, Unit};
use crate::staff::{Staff, Status};

/// Key, unit above it, code, name, rank.
const UNITS: [(&str, Option<&str>, &str, &str, UnitRank); 8] = [
    ("executives", None, "00", "特別職", UnitRank::Department),
    ("affairs", None, "10", "総務部", UnitRank::Department),
    (
        "general",
        Some("affairs"),
        "1010",
        "総務課",
        UnitRank::Section,
    ),
    (
        "citizens",
        Some("affairs"),
        "1020",
        "市民課",
        UnitRank::Section,
    ),
    ("policy", None, "20", "総合政策部", UnitRank::Department),
    (
        "planning",
        Some("policy"),
        "2010",
        "企画課",
        UnitRank::Section,
    ),
    (
        "systems",
        Some("policy"),
        "2020",
        "情報推進課",
        UnitRank::Section,
    ),
    (
        "information",
        Some("systems"),
        "202010",
        "情報管理係",
        UnitRank::Unit,
    ),
];

/// Unit, title, whether it is the head, rank.
const POSTS: [(&str, &str, bool, i16); 14] = [
    ("executives", "市長", true, 1),
    ("executives", "副市長", false, 2),
    ("affairs", "総務部長", true, 3),
    ("general", "総務課長", true, 5),
    ("general", "主事", false, 9),
    ("citizens", "市民課長", true, 5),
    ("citizens", "主事", false, 9),
    ("citizens", "会計年度任用職員", false, 10),
    ("policy", "総合政策部長", true, 3),
    ("planning", "企画課長", true, 5),
    ("planning", "主事", false, 9),
    ("systems", "課長", true, 5),
    ("information", "係長", true, 7),
    ("information", "主事", false, 9),
];

/// Key, name, reading, class, unit and title of the main post.
const PEOPLE: [(&str, &str, &str, EmploymentClass, &str, &str); 14] = [
    (
        "mayor",
        "大森 一郎",
        "オオモリ イチロウ",
        EmploymentClass::Mayor,
        "executives",
        "市長",
    ),
    (
        "deputy_mayor",
        "小川 次郎",
        "オガワ ジロウ",
        EmploymentClass::DeputyMayor,
        "executives",
        "副市長",
    ),
    (
        "affairs_director",
        "藤田 和子",
        "フジタ カズコ",
        EmploymentClass::Regular,
        "affairs",
        "総務部長",
    ),
    (
        "general_head",
        "西村 誠",
        "ニシムラ マコト",
        EmploymentClass::Regular,
        "general",
        "総務課長",
    ),
    (
        "general_clerk",
        "原田 愛",
        "ハラダ アイ",
        EmploymentClass::Regular,
        "general",
        "主事",
    ),
    (
        "head",
        "中野 恵",
        "ナカノ メグミ",
        EmploymentClass::Regular,
        "citizens",
        "市民課長",
    ),
    (
        "clerk",
        "佐藤 花子",
        "サトウ ハナコ",
        EmploymentClass::Regular,
        "citizens",
        "主事",
    ),
    (
        "colleague",
        "加藤 健",
        "カトウ ケン",
        EmploymentClass::Regular,
        "citizens",
        "主事",
    ),
    (
        "fixed_term",
        "森 さくら",
        "モリ サクラ",
        EmploymentClass::FixedTerm,
        "citizens",
        "会計年度任用職員",
    ),
    (
        "policy_director",
        "岡本 浩",
        "オカモト ヒロシ",
        EmploymentClass::Regular,
        "policy",
        "総合政策部長",
    ),
    (
        "planning_head",
        "松本 優子",
        "マツモト ユウコ",
        EmploymentClass::Regular,
        "planning",
        "企画課長",
    ),
    (
        "stranger",
        "井上 大輔",
        "イノウエ ダイスケ",
        EmploymentClass::Regular,
        "planning",
        "主事",
    ),
    (
        "systems_head",
        "木村 隆",
        "キムラ タカシ",
        EmploymentClass::Regular,
        "systems",
        "課長",
    ),
    (
        "operator",
        "林 美咲",
        "ハヤシ ミサキ",
        EmploymentClass::Regular,
        "information",
        "係長",
    ),
];

/// Draws the town up, and remembers its keys.
pub(super) fn draw(town: &mut Town, cx: &Cx) -> Founding {
    let days = Days::from(date!(2026 - 04 - 01));
    let long = Days::from(date!(2010 - 04 - 01));
    let mut founding = Founding::default();
    for (place, (key, parent, code, name, rank)) in (0..).zip(UNITS) {
        let id = cx.new_id();
        town.units.insert(key, id);
        // The rules of Shiroishi name this section otherwise.
        let name = match (key, cx.city().id()) {
            ("systems", "shiroishi") => "デジタル推進課",
            _ => name,
        };
        let unit = Unit {
            code: code.to_owned(),
            name: name.to_owned(),
            rank,
            parent: parent.map(|parent| town.unit(parent)),
            position: place,
            tags: match key {
                "citizens" => vec![SectionTag::PersonalInformation],
                _ => Vec::new(),
            },
        };
        founding.units.push((id, long, unit));
    }
    let mut posts = Vec::new();
    for (place, (unit, title, head, rank)) in (0..).zip(POSTS) {
        let id: PostId = cx.new_id();
        posts.push(((unit, title), id));
        if head {
            town.posts.insert(unit, id);
        }
        let post = Post {
            unit: town.unit(unit),
            title: title.to_owned(),
            head,
            rank,
            position: place,
        };
        founding.posts.push((id, long, post));
    }
    let post_of = |unit: &str, title: &str| {
        let found = posts.iter().find(|(place, _)| *place == (unit, title));
        found.expect("a post of the town").1
    };
    for (number, (key, name, kana, class, unit, title)) in (1001..).zip(PEOPLE) {
        let person = cx.new_id();
        town.people.insert(key, person);
        let staff = Staff {
            number: number.to_string(),
            name: name.to_owned(),
            kana: kana.to_owned(),
            class,
            status: Status::Active,
        };
        founding.staff.push((person, long, staff));
        let appointment = Appointment {
            person,
            post: post_of(unit, title),
            main: true,
        };
        founding.appointments.push((days, appointment));
    }
    let concurrent = Appointment {
        person: town.person("clerk"),
        post: post_of("information", "主事"),
        main: false,
    };
    founding.appointments.push((days, concurrent));
    founding
}
