//! The pages of booking: plans, and booking from them. The clock stands at Friday, 20 November 2026, 9:00.

use time::macros::{date, datetime};
use yakusho_accounts::directory::Audience;
use yakusho_kernel::Timestamp;
use yakusho_scheduling::booking::{self, BookingForm};
use yakusho_scheduling::facility::{
    self, BlackoutForm, CategoryForm, FacilityForm, FacilityId, FacilityKind, Minutes, Opening,
};
use yakusho_webkit::testing::Told;

use crate::site::Site;

/// Wednesday, the 25th.
pub const DAY: &str = "/bookings?day=2026-11-25";

fn everyone() -> Audience {
    Audience {
        everyone: true,
        ..Audience::default()
    }
}

/// Open on weekdays from 9:00 to 17:00.
pub fn office() -> Opening {
    let hours = Minutes::new(9 * 60, 17 * 60);
    Opening {
        weekdays: [hours, hours, hours, hours, hours, None, None],
        closed_on_holidays: true,
    }
}

fn at(hour: u8, minute: u8) -> Timestamp {
    let time = time::Time::from_hms(hour, minute, 0).unwrap();
    Timestamp::at(date!(2026 - 11 - 25), time)
}

impl Site {
    /// A room for everyone of that name, with what the test changes of it.
    pub async fn room(&self, name: &str, change: impl FnOnce(&mut FacilityForm)) -> FacilityId {
        let cx = self.town.cx("administrator").await;
        let known = facility::categories(&cx).await.unwrap();
        let category = if let Some(category) = known.first() {
            category.id
        } else {
            let form = CategoryForm {
                name_ja: "会議室".to_owned(),
                ..CategoryForm::default()
            };
            *facility::add_category(&cx, form).await.unwrap()
        };
        let mut form = FacilityForm {
            code: name.to_owned(),
            category: Some(category),
            name_ja: name.to_owned(),
            units: 1,
            opening: office(),
            viewers: everyone(),
            bookers: everyone(),
            ..FacilityForm::default()
        };
        change(&mut form);
        *facility::add(&cx, form).await.unwrap()
    }

    /// Books from one hour of the 25th to another; says where the page of the booking is.
    pub async fn booked(&self, who: &str, facility: FacilityId, from: u8, until: u8) -> String {
        self.booked_as(who, facility, from, until, |_| {}).await
    }

    pub async fn booked_as(
        &self,
        who: &str,
        facility: FacilityId,
        from: u8,
        until: u8,
        change: impl FnOnce(&mut BookingForm),
    ) -> String {
        let cx = self.town.cx(who).await;
        let mut form = BookingForm {
            facility,
            starts_at: at(from, 0),
            ends_at: at(until, 0),
            quantity: 1,
            purpose: "課内会議".to_owned(),
            private: false,
            wait: false,
            all_the_same: false,
        };
        change(&mut form);
        let booked = booking::book(&cx, form).await.unwrap();
        format!("/bookings/{}", booked.id)
    }

    pub async fn form(&self, who: &str, facility: FacilityId, more: &[(&str, &str)]) -> Told {
        let facility = facility.to_string();
        let mut fields = vec![
            ("facility", &*facility),
            ("first", "2026-11-25"),
            ("start", "10:00"),
            ("last", ""),
            ("end", "11:00"),
            ("purpose", "予算の打合せ"),
            ("quantity", "1"),
            ("repeat", "once"),
        ];
        for (name, value) in more {
            match fields.iter_mut().find(|(known, _)| known == name) {
                Some(field) => field.1 = value,
                None => fields.push((name, value)),
            }
        }
        self.post(who, "/bookings/new", &fields).await
    }
}

/// The addresses on the page that hold this, with their ampersands.
fn links(told: &Told, part: &str) -> Vec<String> {
    let links = told.text.split("href=\"").skip(1);
    let links = links.map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"));
    links.filter(|link| link.contains(part)).collect()
}

#[tokio::test]
async fn a_room_is_booked_from_the_plan_by_choosing_its_beginning_and_its_end() {
    for site in Site::both("nogata").await {
        let room = site.room("第1会議室", |_| {}).await;
        let plan = site.get("clerk", DAY).await;
        plan.says(&["第1会議室", "第1会議室 10:00から予約する", "表の見方"]);
        let begin = links(&plan, "from=2026-11-25T10%3A00").remove(0);
        assert!(begin.ends_with("#chosen"), "{begin}");
        let chosen = site.get("clerk", begin.trim_end_matches("#chosen")).await;
        chosen.says(&[
            "10:00から予約します。終わりの時刻を選んでください。",
            "10:00〜12:00",
            "id=\"chosen\"",
        ]);
        let end = links(&chosen, "end=12%3A00").remove(0);
        let form = site.get("clerk", &end).await;
        form.says(&[
            &format!("value=\"{room}\" selected"),
            "value=\"2026-11-25\"",
            "value=\"10:00\"",
            "value=\"12:00\"",
        ]);
        let booked = site.form("clerk", room, &[("end", "12:00")]).await;
        let page = booked.leads().to_owned();
        site.get("clerk", &page).await.says(&[
            "第1会議室",
            "予算の打合せ",
            "10:00〜12:00",
            "佐藤 花子",
            "予約済み",
            "この予約の経過",
        ]);
        let plan = site.get("colleague", DAY).await;
        plan.says(&["10:00〜12:00", "予算の打合せ 佐藤 花子"]);
        assert_eq!(links(&plan, "from=2026-11-25T10%3A00").len(), 0);
        assert_eq!(links(&plan, "from=2026-11-25T12%3A00").len(), 1);
        site.get("clerk/en", DAY).await.says(&[
            "Facility booking",
            "10:00–12:00",
            "What the plan shows",
        ]);
    }
}

#[tokio::test]
async fn the_plan_shows_hours_blackouts_and_what_waits_for_approval_and_hides_what_is_private() {
    let site = Site::of("nogata").await;
    let post = site.town.head_post("citizens");
    let room = site
        .room("第1会議室", |form| form.approval = Some(post))
        .await;
    let _ = site
        .booked_as("clerk", room, 10, 11, |form| form.private = true)
        .await;
    let admin = site.town.cx("administrator").await;
    let blackout = BlackoutForm {
        starts_at: at(15, 0),
        ends_at: at(16, 0),
        reason: "床の清掃".to_owned(),
    };
    let _ = facility::add_blackout(&admin, room, blackout)
        .await
        .unwrap();
    let plan = site.get("stranger", DAY).await;
    plan.says(&[
        "利用不可: 床の清掃",
        "利用時間外",
        "10:00〜11:00</span> 予約あり (承認待ち)",
    ])
    .hides(&["課内会議", "佐藤 花子"]);
    site.get("clerk", DAY)
        .await
        .says(&["課内会議 佐藤 花子", "(承認待ち)", "(自分の予約)"]);
    // The 23rd is a public holiday, and nothing of the past is booked.
    for day in ["2026-11-23", "2026-11-19"] {
        let plan = site.get("clerk", &format!("/bookings?day={day}")).await;
        assert_eq!(links(&plan, "from="), Vec::<String>::new(), "{plan:?}");
    }
    let week = format!("/bookings/facilities/{room}?day=2026-11-25");
    let week = site.get("clerk", &week).await;
    week.says(&[
        "11/23(月)",
        "11/29(日)",
        "課内会議 佐藤 花子",
        "承認する人",
        "市民課",
        "この週の予約",
    ]);
    assert!(!links(&week, "from=2026-11-26T09%3A00").is_empty());
}

#[tokio::test]
async fn of_two_hundred_facilities_a_page_shows_twenty_by_category_and_place() {
    let site = Site::of("nogata").await;
    for n in 1..=200 {
        let floor = if n <= 30 { "本館1階" } else { "本館2階" };
        let _ = site
            .room(&format!("第{n:03}室"), |form| {
                form.place = floor.to_owned();
                form.position = n;
            })
            .await;
    }
    let first = site.get("clerk", DAY).await;
    first.says(&["第001室", "第020室"]).hides(&["第021室"]);
    let next = links(&first, "after=").remove(0);
    site.get("clerk", &next)
        .await
        .says(&["第021室", "第040室"])
        .hides(&["第020室", "第041室"]);
    let floor = site.get("clerk", &format!("{DAY}&place=本館2階")).await;
    floor.says(&["第031室"]).hides(&["第030室"]);
    let category = links(&first, "category=");
    assert_eq!(category, Vec::<String>::new());
    let unknown = format!("{DAY}&category=00000000-0000-7000-8000-000000000000");
    site.get("clerk", &unknown)
        .await
        .says(&["当てはまる施設がありません"]);
    site.get("clerk", &format!("{DAY}&after=x"))
        .await
        .is(422, &[]);
}

#[tokio::test]
async fn of_equipment_the_plan_says_how_many_are_left() {
    let site = Site::of("nogata").await;
    let projectors = site
        .room("プロジェクター", |form| {
            form.kind = FacilityKind::Equipment;
            form.units = 3;
        })
        .await;
    let booked = site.form("clerk", projectors, &[("quantity", "2")]).await;
    let _ = booked.leads();
    site.get("head", DAY)
        .await
        .says(&["残り<wbr>1", "残り<wbr>3", "全3個"]);
    let again = site.form("head", projectors, &[("quantity", "4")]).await;
    again.is(422, &["href=\"#f-quantity\"", "予算の打合せ"]);
    let two = site.form("head", projectors, &[("quantity", "2")]).await;
    two.is(409, &["佐藤 花子さんの予約「予算の打合せ」"]);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    let site = Site::of("nogata").await;
    let room = site
        .room("第1会議室", |form| {
            form.window_days = Some(10);
            form.longest_minutes = Some(120);
        })
        .await;
    for (more, field) in [
        (("purpose", ""), "#f-purpose"),
        (("end", "9:00"), "#f-end"),
        (("end", "13:00"), "#f-end"),
        (("first", "2026-12-24"), "#f-first"),
        (("facility", ""), "#f-facility"),
        (("start", "たぶん"), "#f-start"),
    ] {
        let again = site.form("clerk", room, &[("private", "on"), more]).await;
        let link = format!("href=\"{field}\"");
        again.is(422, &[&link, "name=\"private\""]);
        assert!(again.text.contains("value=\"11:00\"") || more.0 == "end");
    }
    let closed = site
        .form("clerk", room, &[("start", "8:00"), ("end", "9:30")])
        .await;
    closed
        .is(409, &["開いている時間ではありません", "value=\"8:00\""])
        .hides(&["キャンセル待ちに登録する"]);
}

#[tokio::test]
async fn what_is_taken_says_by_whom_and_offers_other_rooms_and_the_waiting_list() {
    for site in Site::both("nogata").await {
        let room = site.room("第1会議室", |_| {}).await;
        let other = site
            .room("第2会議室", |form| form.capacity = Some(20))
            .await;
        let busy = site.room("第3会議室", |_| {}).await;
        let held = site.booked("head", room, 10, 12).await;
        let _ = site.booked("head", busy, 10, 12).await;
        let taken = site.form("clerk", room, &[]).await;
        taken.is(
            409,
            &[
                "第1会議室は、その時間には予約できません",
                "10:00〜12:00 中野 恵さんの予約「課内会議」",
                &held,
                "第2会議室 (20人)",
                "キャンセル待ちに登録する",
                "value=\"予算の打合せ\"",
            ],
        );
        assert!(
            !taken
                .text
                .contains(&format!("name=\"instead\" value=\"{busy}\""))
        );
        let other = other.to_string();
        let instead = site.form("clerk", room, &[("instead", &other)]).await;
        site.get("clerk", instead.leads())
            .await
            .says(&["第2会議室", "予約済み"]);
        let waiting = site.form("clerk", room, &[("wait", "1")]).await;
        let page = waiting.leads().to_owned();
        site.get("clerk", &page)
            .await
            .says(&["キャンセル待ち", "この時間の1番目"]);
        let cancel = format!("{held}/cancel");
        let question = site.get("head", &cancel).await;
        question.says(&["第1会議室の予約を取り消しますか"]);
        let revision = question.hidden("revision");
        let done = site.post("head", &cancel, &[("revision", &revision)]).await;
        assert_eq!(done.leads(), "/bookings/mine");
        site.get("clerk", &page)
            .await
            .says(&["予約済み", "キャンセル待ちの繰り上げ"]);
        site.get("clerk", "/notifications")
            .await
            .says(&["キャンセル待ちだった第1会議室", "が予約できました。"]);
    }
}

#[tokio::test]
async fn a_booking_with_those_who_take_part_is_one_with_its_event() {
    let site = Site::of("nogata").await;
    let room = site.room("第1会議室", |_| {}).await;
    let colleague = site.town.person("colleague").to_string();
    let found = site
        .form(
            "clerk",
            room,
            &[
                ("participants_words", "加藤"),
                ("participants_words-find", "1"),
            ],
        )
        .await;
    found.says(&["「加藤」の検索結果", "value=\"予算の打合せ\""]);
    let booked = site
        .form("clerk", room, &[("participants", &colleague)])
        .await;
    let event = booked.leads().to_owned();
    assert!(event.starts_with("/schedule/"), "{event}");
    site.get("colleague", &event)
        .await
        .says(&["予算の打合せ", "加藤 健"]);
    let plan = site.get("clerk", DAY).await;
    let page = links(&plan, "/bookings/0").remove(0);
    site.get("clerk", &page)
        .await
        .says(&[&event, "予定を見る"])
        .hides(&["/edit", "/cancel"]);
    let personal = site
        .form(
            "clerk",
            room,
            &[
                ("with_event", "on"),
                ("start", "13:00"),
                ("end", "14:00"),
                ("purpose", "山田様 090-1234-5678"),
            ],
        )
        .await;
    personal.is(422, &["電話番号と思われる記載", "このまま登録する"]);
    let taken = site.form("head", room, &[("with_event", "on")]).await;
    taken
        .is(409, &["佐藤 花子さんの予約「予算の打合せ」"])
        .hides(&["キャンセル待ちに登録する"]);
}

#[tokio::test]
async fn a_series_names_the_dates_that_are_taken_and_books_the_rest_if_told() {
    for site in Site::both("nogata").await {
        let room = site.room("第1会議室", |_| {}).await;
        let cx = site.town.cx("head").await;
        let form = BookingForm {
            facility: room,
            starts_at: Timestamp::from(datetime!(2026-12-02 10:00 +9)),
            ends_at: Timestamp::from(datetime!(2026-12-02 11:00 +9)),
            quantity: 1,
            purpose: "監査".to_owned(),
            private: false,
            wait: false,
            all_the_same: false,
        };
        let _ = booking::book(&cx, form).await.unwrap();
        let weekly = [
            ("repeat", "weekly"),
            ("every", "1"),
            ("ends", "count"),
            ("times", "3"),
            ("on_closed", "keep"),
        ];
        let taken = site.form("clerk", room, &weekly).await;
        taken.is(
            409,
            &[
                "第1会議室は、次の1日に予約できません",
                "12月2日（水）",
                "中野 恵さんの予約「監査」",
                "取れない日を除いて、ほかの日を予約する",
                "value=\"weekly\" selected",
            ],
        );
        site.get("clerk", DAY).await.hides(&["予算の打合せ"]);
        let rest = [&weekly[..], &[("rest", "1")]].concat();
        let booked = site.form("clerk", room, &rest).await;
        let page = booked.leads().to_owned();
        let shown = site.get("clerk", &page).await;
        shown.says(&["繰り返しの予約の日(2件)", "この日以降を取り消し"]);
        let following = format!("{page}/cancel?part=following");
        let question = site.get("clerk", &following).await;
        question.says(&["これより後の日の予約を取り消します"]);
        let revision = question.hidden("revision");
        let done = site
            .post("clerk", &following, &[("revision", &revision)])
            .await;
        let _ = done.leads();
        site.get("clerk", "/bookings/mine")
            .await
            .hides(&["(予約済み)", "12/9"]);
        site.get("clerk", DAY).await.hides(&["予算の打合せ"]);
    }
}
