//! Facilities in the form of an event and on its page, and the search of common free time that leads there.

use yakusho_accounts::directory::Audience;
use yakusho_scheduling::facility::{
    self, CategoryForm, FacilityForm, FacilityId, FacilityKind, Minutes, Opening,
};

use crate::site::Site;

/// A room for everyone that is open from 9 to 17 o'clock, in a category of its own unless there is one.
fn room(name: &str) -> FacilityForm {
    let everyone = Audience {
        everyone: true,
        ..Audience::default()
    };
    FacilityForm {
        code: name.to_owned(),
        name_ja: name.to_owned(),
        units: 1,
        opening: Opening {
            weekdays: [Minutes::new(9 * 60, 17 * 60); 7],
            closed_on_holidays: false,
        },
        viewers: everyone.clone(),
        bookers: everyone,
        ..FacilityForm::default()
    }
}

impl Site {
    async fn facility(&self, mut form: FacilityForm) -> FacilityId {
        let cx = self.town.cx("administrator").await;
        let known = facility::categories(&cx).await.unwrap();
        form.category = known.first().map(|category| category.id);
        if form.category.is_none() {
            let rooms = CategoryForm {
                name_ja: "会議室".to_owned(),
                ..CategoryForm::default()
            };
            let added = facility::add_category(&cx, rooms).await;
            form.category = Some(added.unwrap().into_inner());
        }
        facility::add(&cx, form).await.unwrap().into_inner()
    }
}

/// The fields of a meeting on Tuesday, 24 November 2026, from 10 to 11, with more.
fn meeting<'f>(owner: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("owner", owner),
        ("title", "予算の打合せ"),
        ("first", "2026-11-24"),
        ("start", "10:00"),
        ("end", "11:00"),
        ("status", "confirmed"),
        ("repeat", "once"),
        ("every", "1"),
        ("ends", "never"),
        ("on_closed", "keep"),
    ];
    for (name, value) in more {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    fields
}

#[tokio::test]
async fn an_event_is_written_with_its_facilities_or_not_at_all() {
    let site = Site::of("nogata").await;
    let small = site.facility(room("小会議室")).await;
    let beamers = site
        .facility(FacilityForm {
            kind: FacilityKind::Equipment,
            units: 3,
            ..room("プロジェクター")
        })
        .await;
    let (small, beamers) = (
        format!("facilities.{small}"),
        format!("facilities.{beamers}"),
    );
    let clerk = format!("person:{}", site.town.person("clerk"));
    site.get("clerk", "/schedule/new")
        .await
        .says(&["小会議室", "プロジェクターの数(全部で3)"]);
    let fields = meeting(&clerk, &[(&small, "on"), (&beamers, "2")]);
    let page = site.post("clerk", "/schedule/new", &fields).await;
    let page = page.leads().to_owned();
    site.get("clerk", &page).await.says(&[
        "予約した施設",
        "小会議室",
        "プロジェクター 2個",
        "予約済み",
    ]);

    // Another wants the room at the same time: the room is named at its field, and what was typed stays.
    let colleague = format!("person:{}", site.town.person("colleague"));
    let fields = meeting(
        &colleague,
        &[("title", "面談"), (&small, "on"), (&beamers, "1")],
    );
    let taken = site.post("colleague", "/schedule/new", &fields).await;
    taken.is(
        409,
        &[
            "その時間は予約できません。",
            "佐藤 花子さんの予約「予算の打合せ」が入っています。",
            &format!("href=\"#f-{small}\""),
            "value=\"面談\"",
        ],
    );
    let week = "/schedule?day=2026-11-24";
    site.get("colleague", week).await.hides(&["面談"]);
    // What is free then is shown before anybody asks for it.
    let mut looking = fields.clone();
    looking.push(("facilities_free", "1"));
    let looked = site.post("colleague", "/schedule/new", &looking).await;
    looked.says(&["空いていません", "空いています", "value=\"面談\""]);

    // The event is moved, and its room with it.
    let edit = format!("{page}/edit");
    let form = site.get("clerk", &edit).await;
    let revision = form.hidden("revision");
    let more = [
        ("revision", &*revision),
        ("start", "13:00"),
        ("end", "14:00"),
        (&small, "on"),
    ];
    let moved = site.post("clerk", &edit, &meeting(&clerk, &more)).await;
    assert_eq!(moved.leads(), page);
    site.get("clerk", &page)
        .await
        .says(&["小会議室", "予約済み"])
        .hides(&["プロジェクター"]);
    let written = site.post("colleague", "/schedule/new", &fields).await;
    assert!(written.leads().starts_with("/schedule/"));
}

#[tokio::test]
async fn hours_outside_of_a_room_are_said_at_the_room() {
    let site = Site::of("nogata").await;
    let id = site.facility(room("小会議室")).await;
    let limited = site
        .facility(FacilityForm {
            longest_minutes: Some(30),
            ..room("応接室")
        })
        .await;
    let clerk = format!("person:{}", site.town.person("clerk"));
    let (room, limited) = (format!("facilities.{id}"), format!("facilities.{limited}"));
    let early = meeting(&clerk, &[("start", "8:00"), (&room, "on")]);
    let refused = site.post("clerk", "/schedule/new", &early).await;
    refused.is(409, &["利用できる時間の外です", "9:00〜17:00"]);
    let long = meeting(&clerk, &[(&limited, "on")]);
    let refused = site.post("clerk", "/schedule/new", &long).await;
    refused.is(422, &[&format!("href=\"#f-{limited}\"")]);
}

#[tokio::test]
async fn what_is_to_be_approved_is_shown_as_such() {
    let site = Site::of("nogata").await;
    let id = site
        .facility(FacilityForm {
            approval: Some(site.town.head_post("general")),
            ..room("市長応接室")
        })
        .await;
    let clerk = format!("person:{}", site.town.person("clerk"));
    let room = format!("facilities.{id}");
    site.get("clerk", "/schedule/new")
        .await
        .says(&["予約には承認が必要です"]);
    let fields = meeting(&clerk, &[(&room, "on")]);
    let page = site.post("clerk", "/schedule/new", &fields).await;
    site.get("clerk", page.leads())
        .await
        .says(&["市長応接室", "承認待ち"]);
}

#[tokio::test]
async fn a_series_books_the_dates_that_are_free_if_one_says_so() {
    let site = Site::of("nogata").await;
    let id = site.facility(room("小会議室")).await;
    let room = format!("facilities.{id}");
    let colleague = format!("person:{}", site.town.person("colleague"));
    let second = meeting(&colleague, &[("first", "2026-12-01"), (&room, "on")]);
    let _ = site.post("colleague", "/schedule/new", &second).await;
    let clerk = format!("person:{}", site.town.person("clerk"));
    let series = [
        (&*room, "on"),
        ("repeat", "weekly"),
        ("ends", "count"),
        ("times", "3"),
    ];
    let mut fields = meeting(&clerk, &series);
    let taken = site.post("clerk", "/schedule/new", &fields).await;
    taken.is(409, &["12月1日", "空いている日だけ予約して登録する"]);
    fields.push(("book_the_rest", "1"));
    let page = site.post("clerk", "/schedule/new", &fields).await;
    let page = page.leads().to_owned();
    site.get("clerk", &page).await.says(&["2日分を予約済み"]);
    let date = format!("{page}?date=2026-12-01T10:00:00");
    site.get("clerk", &date)
        .await
        .says(&["小会議室", "この日は予約できていません"]);
}

/// Whether the part of the form that begins with these words is open.
fn is_open(page: &str, words: &str) -> bool {
    let (before, _) = page.split_once(words).unwrap();
    let (_, tag) = before.rsplit_once("<details").unwrap();
    tag.split('>').next().unwrap().contains(" open")
}

#[tokio::test]
async fn parts_that_are_not_used_stay_closed_when_something_else_is_wrong() {
    let site = Site::of("nogata").await;
    let id = site.facility(room("小会議室")).await;
    let room = format!("facilities.{id}");
    let clerk = format!("person:{}", site.town.person("clerk"));
    let parts = [
        "会議室・備品・車を一緒に予約する",
        "繰り返しの予定にする",
        "候補の日時を追加して",
    ];
    let wrong = [("title", ""), ("candidate2", ""), ("weekdays", "")];
    let again = site
        .post("clerk", "/schedule/new", &meeting(&clerk, &wrong))
        .await;
    again.is(422, &[]);
    for part in parts {
        assert!(!is_open(&again.text, part), "{part}");
    }
    let wrong = [
        ("title", ""),
        ("candidate2", "2026-11-25"),
        ("repeat", "weekly"),
        (&room, "on"),
    ];
    let again = site
        .post("clerk", "/schedule/new", &meeting(&clerk, &wrong))
        .await;
    for part in parts {
        assert!(is_open(&again.text, part), "{part}");
    }
}

#[tokio::test]
async fn an_hour_that_all_have_leads_to_the_form_of_an_event() {
    let site = Site::of("nogata").await;
    let id = site.facility(room("小会議室")).await;
    let taken = site.facility(room("大会議室")).await;
    let (clerk, colleague) = (site.town.person("clerk"), site.town.person("colleague"));
    let (mine, theirs) = (clerk.to_string(), colleague.to_string());
    // The colleague has the morning, and with it the large room.
    let owner = format!("person:{colleague}");
    let room = format!("facilities.{taken}");
    let fields = meeting(
        &owner,
        &[("start", "9:00"), ("end", "12:00"), (&room, "on")],
    );
    let _ = site.post("colleague", "/schedule/new", &fields).await;

    site.get("clerk", "/schedule/free").await.says(&[
        "空き時間を探す",
        "小会議室",
        "会議室のどれか",
    ]);
    let asked = [
        ("people", &*mine),
        ("people", &*theirs),
        ("from", "2026-11-24"),
        ("until", "2026-11-24"),
        ("opens", "9:00"),
        ("closes", "14:00"),
        ("length", "60"),
        ("noon", "on"),
    ];
    let mut with_room = asked.to_vec();
    let value = format!("facility:{id}");
    with_room.push(("room", &value));
    let found = site.post("clerk", "/schedule/free", &with_room).await;
    let found = found.leads().to_owned();
    let page = site.get("clerk", &found).await;
    page.says(&[
        "2人全員が空いている時間です。",
        "13:00〜14:00",
        "小会議室で登録",
    ])
    .hides(&["9:00〜10:00", "12:00〜13:00", "大会議室で登録"]);
    let (_, link) = page.text.split_once("href=\"/schedule/new?").unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let form = site.get("clerk", &format!("/schedule/new?{link}")).await;
    form.says(&["value=\"13:00\"", "value=\"14:00\"", "value=\"2026-11-24\""]);
    let ticked = |name: &str, value: &str| {
        let mark = format!("name=\"{name}\" value=\"{value}\" checked");
        assert!(form.text.contains(&mark), "{mark}: {form:?}");
    };
    ticked("participants", &theirs);
    ticked(&format!("facilities.{id}"), "on");
    assert!(is_open(&form.text, "会議室・備品・車を一緒に予約する"));

    let mut wrong = asked.to_vec();
    wrong[3] = ("until", "2026-11-23");
    wrong[5] = ("closes", "");
    let refused = site.post("clerk", "/schedule/free", &wrong).await;
    refused.is(422, &["href=\"#f-until\"", "href=\"#f-closes\""]);
    let nobody = site.post("clerk", "/schedule/free", &asked[2..]).await;
    nobody.is(422, &["href=\"#f-people\""]);
    site.get("clerk/en", &found)
        .await
        .says(&["All 2 have time then."]);
}
