//! What is done with bookings on their pages. The clock stands at Friday, 20 November 2026, 9:00.

use time::macros::datetime;
use yakusho_kernel::Timestamp;
use yakusho_scheduling::facility::FacilityKind;

use crate::booking::DAY;
use crate::site::Site;

#[tokio::test]
async fn a_booking_is_moved_by_its_owner_and_nobody_else() {
    let site = Site::of("nogata").await;
    let room = site.room("第1会議室", |_| {}).await;
    let page = site.booked("clerk", room, 10, 11).await;
    let edit = format!("{page}/edit");
    site.get("stranger", &page)
        .await
        .says(&["課内会議"])
        .hides(&["/edit", "/cancel"]);
    for path in [&edit, &format!("{page}/cancel")] {
        site.get("stranger", path).await.is(404, &[]);
    }
    let form = site.get("clerk", &edit).await;
    form.says(&["value=\"課内会議\"", "value=\"10:00\""])
        .hides(&["name=\"repeat\"", "name=\"participants\""]);
    let (revision, facility) = (form.hidden("revision"), room.to_string());
    let mut fields = vec![
        ("revision", &*revision),
        ("facility", &facility),
        ("first", "2026-11-25"),
        ("start", "13:00"),
        ("end", "14:30"),
        ("purpose", "課内会議(変更)"),
    ];
    let moved = site.post("clerk", &edit, &fields).await;
    assert_eq!(moved.leads(), page);
    site.get("clerk", DAY)
        .await
        .says(&["13:00〜14:30", "課内会議(変更)"]);
    site.get("clerk", &page).await.says(&["予約の変更"]);
    let stale = site.post("clerk", &edit, &fields).await;
    stale.is(409, &["value=\"13:00\""]);
    let _ = site.booked("head", room, 9, 10).await;
    let form = site.get("clerk", &edit).await;
    let revision = form.hidden("revision");
    fields[0] = ("revision", &revision);
    fields[3] = ("start", "9:30");
    let taken = site.post("clerk", &edit, &fields).await;
    taken.is(409, &["中野 恵さんの予約"]);
    let refused = site.post("stranger", &edit, &fields).await;
    refused.is(404, &[]);
}

#[tokio::test]
async fn whoever_holds_the_post_approves_or_refuses_with_a_reason() {
    for site in Site::both("nogata").await {
        let post = site.town.head_post("citizens");
        let room = site.room("庁議室", |form| form.approval = Some(post)).await;
        let first = site.booked("clerk", room, 10, 11).await;
        let second = site.booked("clerk", room, 13, 14).await;
        site.get("clerk", &first).await.says(&[
            "承認されるまでは仮の予約です",
            "承認する人",
            "市民課",
            "中野 恵",
        ]);
        let list = site.get("head", "/bookings/waiting").await;
        list.says(&[&first, &second, "承認を待っている予約"]);
        site.get("stranger", "/bookings/waiting")
            .await
            .says(&["承認を待っている予約はありません"])
            .hides(&[&first]);
        site.get("head", "/")
            .await
            .says(&["承認待ちの施設予約", "庁議室", "承認待ちをすべて見る"]);
        site.get("head", "/notifications")
            .await
            .says(&["庁議室の予約の承認をお願いします"]);
        let question = site.get("head", &first).await;
        question.says(&["この予約を承認しますか", "承認する", "承認しない理由"]);
        let revision = question.hidden("revision");
        let decide = |page: &str| format!("{page}/decide");
        let approve = [("revision", &*revision)];
        let stranger = site.post("stranger", &decide(&first), &approve).await;
        stranger.is(403, &["定められた職にある人"]);
        let done = site.post("head", &decide(&first), &approve).await;
        assert_eq!(done.leads(), first);
        site.get("clerk", &first)
            .await
            .says(&["予約済み", "承認・不承認"]);
        let again = site.post("head", &decide(&first), &approve).await;
        again.is(409, &["承認するかどうかは、すでに決まっています。"]);
        let silent = [("revision", &*revision), ("decision", "refuse")];
        let asked = site.post("head", &decide(&second), &silent).await;
        asked.is(
            422,
            &["href=\"#f-reason\"", "<details class=\"disclosure\" open"],
        );
        let refuse = [
            ("revision", &*revision),
            ("decision", "refuse"),
            ("reason", "選挙の開票に使います"),
        ];
        let done = site.post("head", &decide(&second), &refuse).await;
        assert_eq!(done.leads(), second);
        site.get("clerk", &second)
            .await
            .says(&["不承認", "選挙の開票に使います"]);
    }
}

#[tokio::test]
async fn a_car_is_handed_out_and_taken_back_by_those_who_keep_it() {
    let site = Site::of("nogata").await;
    let car = site
        .room("公用車1号", |form| form.kind = FacilityKind::Car)
        .await;
    let page = site.booked("clerk", car, 10, 12).await;
    let lend = format!("{page}/lend");
    let revision = "1";
    let early = site
        .post("administrator", &lend, &[("revision", revision)])
        .await;
    early.is(409, &["今は貸し出せません"]);
    let ten = Timestamp::from(datetime!(2026-11-25 10:00 +9));
    site.world.clock.turn_to(ten);
    site.get("clerk", &page).await.hides(&["貸し出す"]);
    let shown = site.get("administrator", &page).await;
    shown.says(&["貸し出す"]);
    let stranger = site.post("clerk", &lend, &[("revision", revision)]).await;
    stranger.is(403, &["施設を管理する人だけができます。"]);
    let lent = site
        .post("administrator", &lend, &[("revision", revision)])
        .await;
    assert_eq!(lent.leads(), page);
    site.get("administrator", "/bookings/waiting").await.says(&[
        "貸し出し中のもの",
        "公用車1号",
        &page,
    ]);
    let shown = site.get("administrator", &page).await;
    shown.says(&["返却を受け付ける", "返却の期限は"]);
    let revision = shown.hidden("revision");
    let back = format!("{page}/return");
    let done = site
        .post("administrator", &back, &[("revision", &revision)])
        .await;
    assert_eq!(done.leads(), page);
    site.get("clerk", &page).await.says(&["返却済み"]);
}

#[tokio::test]
async fn those_who_keep_a_facility_call_bookings_off_with_a_reason() {
    let site = Site::of("nogata").await;
    let room = site.room("第1会議室", |_| {}).await;
    let page = site.booked("clerk", room, 10, 11).await;
    let cancel = format!("{page}/cancel");
    let question = site.get("administrator", &cancel).await;
    question.says(&[
        "name=\"reason\"",
        "予約した人に、理由と一緒に通知が届きます。",
    ]);
    let revision = question.hidden("revision");
    let silent = site
        .post("administrator", &cancel, &[("revision", &revision)])
        .await;
    silent.is(422, &["href=\"#f-reason\""]);
    let fields = [("revision", &*revision), ("reason", "雨漏りの修理")];
    let done = site.post("administrator", &cancel, &fields).await;
    let _ = done.leads();
    site.get("clerk", &page)
        .await
        .says(&["取り消し済み", "雨漏りの修理"]);
    site.get("clerk", "/notifications")
        .await
        .says(&["が取り消されました。雨漏りの修理"]);
}

#[tokio::test]
async fn ones_own_bookings_stand_in_a_list_and_todays_on_the_portal() {
    let site = Site::of("nogata").await;
    let room = site.room("第1会議室", |_| {}).await;
    site.get("clerk", "/bookings/mine")
        .await
        .says(&["これからの予約はありません", "空き状況を見る"]);
    let page = site.booked("clerk", room, 10, 11).await;
    site.get("clerk", "/bookings/mine")
        .await
        .says(&[&page, "第1会議室", "予約済み"]);
    site.get("clerk", "/").await.hides(&["今日の施設予約"]);
    let morning = Timestamp::from(datetime!(2026-11-25 9:00 +9));
    site.world.clock.turn_to(morning);
    site.get("clerk", "/")
        .await
        .says(&["今日の施設予約", "10:00〜11:00", &page]);
    site.get("colleague", "/").await.hides(&["今日の施設予約"]);
    let evening = Timestamp::from(datetime!(2026-11-25 18:00 +9));
    site.world.clock.turn_to(evening);
    site.get("clerk", "/bookings/mine").await.hides(&[&page]);
    site.get("clerk", "/bookings/mine?which=past")
        .await
        .says(&[&page]);
}

#[tokio::test]
async fn what_one_may_not_see_is_not_there() {
    let site = Site::of("nogata").await;
    let clerk = site.town.person("clerk");
    let only = |form: &mut yakusho_scheduling::facility::FacilityForm| {
        form.viewers.everyone = false;
        form.bookers.everyone = false;
        form.bookers.people = vec![clerk];
    };
    let room = site.room("秘密の部屋", only).await;
    let page = site.booked("clerk", room, 10, 11).await;
    let week = format!("/bookings/facilities/{room}");
    for path in [&page, &week] {
        site.get("clerk", path).await.says(&["秘密の部屋"]);
        site.get("stranger", path).await.is(404, &[]);
    }
    site.get("stranger", DAY).await.hides(&["秘密の部屋"]);
}
