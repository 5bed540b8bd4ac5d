//! An order that reorganises a whole town hall: each of its lists goes on from page to page, and is whole in the file.

use std::fmt::Write as _;
use std::sync::Arc;

use async_trait::async_trait;
use time::macros::date;
use yakusho_accounts::appointment::Appointment;
use yakusho_accounts::ledger::{self, Days, Founding};
use yakusho_accounts::order::{Held, HeldBy, Holdings, Turnover};
use yakusho_accounts::organisation::{Post, Unit};
use yakusho_accounts::staff::{Staff, Status};
use yakusho_kernel::{Cx, EmploymentClass, Fault};
use yakusho_regulation::UnitRank;

use crate::site::{Browser, Got, Office, between};

const NEW: &str = "/admin/orders/new";
const TITLE: [(&str, &str); 2] = [("title", "機構改革"), ("takes_effect_on", "2026-12-01")];
/// One more than is shown at once.
const SECTIONS: usize = 301;
/// How many items of a list are shown at once.
const SHOWN: usize = 300;
/// The lists of what is different, with what each of their items begins with on the page and in the file.
const LISTS: [(&str, &str, &str); 6] = [
    ("people", "scope=\"row\"", "職員,"),
    ("units", "scope=\"row\"", "組織,"),
    ("roles", "scope=\"row\"", "役割の交替,"),
    ("vacant_roles", "<li>", "担当者のいなくなる役割,"),
    ("vacant_posts", "<li>", "空席になる職,"),
    ("held", "scope=\"row\"", "引き継ぎが必要なもの,"),
];

/// Something that hangs on the post of each head.
struct Keys;

#[async_trait]
impl Holdings for Keys {
    async fn affected(&self, _: &Cx, turnover: &Turnover) -> Result<Vec<Held>, Fault> {
        let held = turnover.changed_posts.iter().map(|post| Held {
            what: "test.keys",
            by: HeldBy::Post(*post),
            count: 1,
            left_without_holder: true,
        });
        Ok(held.collect())
    }
}

/// Sections, each with a head.
async fn founded(office: &Office) {
    let system = office.world.system();
    let days = Days::from(date!(2026 - 04 - 01));
    let mut founding = Founding::default();
    for number in 0..SECTIONS {
        let (unit, post, person) = (system.new_id(), system.new_id(), system.new_id());
        let section = Unit {
            name: format!("第{number:03}課"),
            code: format!("8{number:03}"),
            rank: UnitRank::Section,
            parent: None,
            position: 0,
            tags: Vec::new(),
        };
        founding.units.push((unit, days, section));
        let head = Post {
            unit,
            title: "課長".to_owned(),
            head: true,
            rank: 5,
            position: 0,
        };
        founding.posts.push((post, days, head));
        let staff = Staff {
            number: format!("80{number:03}"),
            name: format!("課長 {number:03}"),
            kana: "カチョウ".to_owned(),
            class: EmploymentClass::Regular,
            status: Status::Active,
        };
        founding.staff.push((person, days, staff));
        let main = true;
        let held = Appointment { person, post, main };
        founding.appointments.push((days, held));
    }
    let _ = ledger::found(&system, founding).await.unwrap();
}

/// Each section is called otherwise, and its head leaves.
fn reform() -> String {
    let mut file = "kind,number,unit,name\n".to_owned();
    for number in 0..SECTIONS {
        writeln!(file, "組織改称,,8{number:03},新第{number:03}課").unwrap();
        writeln!(file, "退職,80{number:03},,").unwrap();
    }
    file
}

/// Sends the form with that file, as that button does.
async fn sent(browser: &mut Browser<'_>, button: &str, file: &str) -> Got {
    let fields = [&TITLE[..], &[(button, "1")]].concat();
    let file = Some(("機構改革.csv", file.as_bytes()));
    browser.upload(NEW, &fields, file).await
}

/// What stands on a page from the beginning of a list to that of the next.
fn listed<'p>(page: &'p Got, list: &str) -> &'p str {
    let (_, rest) = page.body.split_once(&format!(" id=\"{list}\"")).unwrap();
    let lists = LISTS.iter().map(|(list, ..)| *list);
    let next = lists
        .chain(["lines", "title"])
        .filter_map(|list| rest.find(&format!(" id=\"{list}\"")));
    &rest[..next.min().unwrap_or(rest.len())]
}

/// The rest of a list, by its link on the first page.
async fn the_rest(browser: &mut Browser<'_>, address: &str, page: &Got, list: &str) -> Got {
    let next = between(listed(page, list), &format!("?{list}="), "#").unwrap();
    let rest = browser.get(&format!("{address}?{list}={next}")).await;
    let (first, more) = (format!("{address}#{list}"), format!("?{list}="));
    assert!(listed(&rest, list).contains(&first), "no way back");
    assert!(!listed(&rest, list).contains(&more), "a third page");
    rest
}

#[tokio::test]
async fn each_list_of_what_is_different_goes_on_and_is_whole_in_the_file() {
    let keys: Arc<dyn Holdings> = Arc::new(Keys);
    let office = Office::with("nogata", [keys]).await;
    founded(&office).await;
    let mut browser = office.signed_in("administrator").await;
    let saved = sent(&mut browser, "save", &reform()).await;
    let address = saved.is(303).location.clone();
    let page = browser.get(&address).await;
    let file = browser.get(&format!("{address}/difference.csv")).await;
    file.is(200).says(&[
        "職員,課長 300,80300,第300課 課長、在職,退職,\r\n",
        "組織,新第300課,8300,第300課,新第300課,\r\n",
        "管理責任者 (新第300課),,課長 300,不在,\r\n",
        "空席になる職,新第300課 課長,,,,\r\n",
        "第300課 課長,,,担当者不在になる,test.keys(1件)\r\n",
    ]);
    for (list, item, kind) in LISTS {
        let lines = file.body.lines();
        let lines = lines.filter(|line| line.starts_with(kind)).count();
        assert!(lines >= SECTIONS, "{list} in the file: {lines}");
        assert_eq!(listed(&page, list).matches(item).count(), SHOWN, "{list}");
        let rest = the_rest(&mut browser, &address, &page, list).await;
        let rest = listed(&rest, list).matches(item).count();
        assert_eq!(rest, lines - SHOWN, "the rest of {list}");
    }

    // What is tried and not kept has no further page, and the same file.
    let tried = sent(&mut browser, "try", &reform()).await;
    tried
        .is(200)
        .says(&["301件のうち、はじめの300件", "確認の結果をCSVで保存する"]);
    for (list, item, _) in LISTS {
        assert_eq!(listed(&tried, list).matches(item).count(), SHOWN, "{list}");
    }
    let report = sent(&mut browser, "report", &reform()).await;
    assert_eq!(report.is(200).body, file.body);
}

#[tokio::test]
async fn faults_and_lines_that_change_nothing_go_on_too() {
    let office = Office::open("nogata").await;
    founded(&office).await;
    let mut browser = office.signed_in("administrator").await;
    let mut faulty = "kind,number,unit,post\n".to_owned();
    let mut idle = faulty.clone();
    for number in 0..SECTIONS {
        writeln!(faulty, "退職,90{number:03},,").unwrap();
        writeln!(idle, "任命,80{number:03},8{number:03},課長").unwrap();
    }
    for (list, file, kind) in [("faults", faulty, "誤り,"), ("idle", idle, "変更のない行,")]
    {
        let saved = sent(&mut browser, "save", &file).await;
        let address = saved.is(303).location.clone();
        let page = browser.get(&address).await;
        let last = ">302行目<";
        assert!(
            !listed(&page, list)
                .split("<h2>")
                .next()
                .unwrap()
                .contains(last)
        );
        let rest = the_rest(&mut browser, &address, &page, list).await;
        rest.says(&[last]);
        let tried = sent(&mut browser, "try", &file).await;
        tried
            .is(200)
            .says(&["301件のうち、はじめの300件"])
            .hides(&[last]);
        let report = sent(&mut browser, "report", &file).await;
        let lines = report.is(200).body.lines();
        assert_eq!(
            lines.filter(|line| line.starts_with(kind)).count(),
            SECTIONS
        );
        report.says(&["302行目"]);
    }
}
