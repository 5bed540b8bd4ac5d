//! Live edits of the organisation, as pages and as JSON.

use poem::http::Method;
use serde_json::{Value, json};
use time::macros::date;
use yakusho_accounts::appointment;
use yakusho_testkit::keeps;

use crate::site::{Browser, Got, Office, between};

const UNITS: &str = "/admin/organisation/units";
const POSTS: &str = "/admin/organisation/posts";
const PEOPLE: &str = "/admin/organisation/people";

/// The record from which a form was filled in.
fn row(page: &Got) -> String {
    page.is(200);
    let row = between(&page.body, "name=\"row\" value=\"", "\"");
    row.unwrap().to_owned()
}

/// Asks for a form, and sends it with these fields.
async fn send(browser: &mut Browser<'_>, address: &str, fields: &[(&str, &str)]) -> Got {
    let row = row(&browser.get(address).await);
    let mut fields = fields.to_vec();
    fields.push(("row", &row));
    browser.post(address, &fields).await
}

#[tokio::test]
async fn a_unit_is_founded_renamed_moved_reordered_and_closed() {
    let office = Office::open("nogata").await;
    let mut admin = office.signed_in("administrator").await;
    let affairs = office.town.unit("affairs").to_string();
    let new = [
        ("name", "契約課"),
        ("code", "1030"),
        ("rank", "section"),
        ("parent", &*affairs),
        ("position", "5"),
        ("from", "令和8年12月1日"),
    ];
    let made = admin.post(&format!("{UNITS}/new"), &new).await;
    made.is(303);
    let unit = made.location.split('?').next().unwrap().to_owned();
    admin
        .get(&made.location)
        .await
        .is(200)
        .says(&["契約課", "1030", "総務部"]);
    let later = admin.get("/admin/organisation?on=2026-12-01").await;
    later.is(200).says(&["契約課"]);
    let today = admin.get("/admin/organisation").await;
    today.is(200).says(&["市民課", "中野 恵", "個人情報を"]);
    assert!(!today.body.contains("契約課"), "not before its first day");

    let taken = admin.post(&format!("{UNITS}/new"), &new).await;
    taken
        .is(422)
        .says(&["所属コードが、ほかの所属と重なっています", "契約課"]);
    let nonsense = [
        ("name", ""),
        ("rank", "x"),
        ("position", "x"),
        ("from", "x"),
    ];
    let wrong = admin.post(&format!("{UNITS}/new"), &nonsense).await;
    wrong.is(422).says(&["種別", "表示順", "変更する日"]);

    let policy = office.town.unit("policy").to_string();
    let moved = [
        ("name", "契約検査課"),
        ("code", "1030"),
        ("rank", "section"),
        ("parent", &*policy),
        ("position", "9"),
        ("tags", "personal_information"),
        ("from", "2027-04-01"),
    ];
    let stale = row(&admin.get(&format!("{unit}/edit")).await);
    send(&mut admin, &format!("{unit}/edit"), &moved)
        .await
        .is(303);
    let after = admin.get(&format!("{unit}?on=2027-04-01")).await;
    after
        .is(200)
        .says(&["契約検査課", "総合政策部", "個人情報を"]);
    let before = admin.get(&format!("{unit}?on=2027-03-31")).await;
    before.is(200).says(&["契約課", "記録の経過", "置き換え"]);
    let mut again = moved.to_vec();
    again.push(("row", &stale));
    let conflict = admin.post(&format!("{unit}/edit"), &again).await;
    conflict.is(409).says(&["契約検査課"]);

    let closed = [("from", "2028-04-01")];
    send(&mut admin, &format!("{unit}/close"), &closed)
        .await
        .is(303);
    let gone = admin.get("/admin/organisation?on=2028-04-01").await;
    assert!(!gone.body.contains("契約検査課"));
    let there = admin.get("/admin/organisation?on=2028-03-31").await;
    there.says(&["契約検査課"]);

    let citizens = office.town.unit("citizens");
    let held = send(
        &mut admin,
        &format!("{UNITS}/{citizens}/close"),
        &[("from", "2026-12-01")],
    )
    .await;
    held.is(422).says(&["職員が就いている職がなくなります"]);
}

#[tokio::test]
async fn a_post_is_founded_changed_and_closed() {
    let office = Office::open("nogata").await;
    let mut admin = office.signed_in("administrator").await;
    let unit = office.town.unit("citizens");
    let new = [
        ("title", "主査"),
        ("rank", "7"),
        ("position", "3"),
        ("from", "2026-11-20"),
    ];
    let address = format!("{UNITS}/{unit}/posts/new");
    admin.post(&address, &new).await.is(303);
    let page = admin.get(&format!("{UNITS}/{unit}")).await;
    page.is(200).says(&["主査", "市民課長", "中野 恵", "欠員"]);
    let again = admin.post(&address, &new).await;
    again.is(422).says(&["同じ所属に、同じ名前の職があります"]);
    let second_head = [
        ("title", "室長"),
        ("rank", "5"),
        ("position", "1"),
        ("head", "on"),
        ("from", "2026-11-20"),
    ];
    let two = admin.post(&address, &second_head).await;
    two.is(422).says(&["長の職が2つになります", "室長"]);
    let mut wrong = new;
    wrong[1].1 = "100";
    admin
        .post(&address, &wrong)
        .await
        .is(422)
        .says(&["1", "99"]);

    let place = page.body.find(">主査<").unwrap();
    let (_, id) = page.body[..place].rsplit_once("posts/").unwrap();
    let post = format!("{POSTS}/{}", &id[..36]);
    let changed = [
        ("title", "上席主査"),
        ("rank", "6"),
        ("position", "2"),
        ("from", "2026-12-01"),
    ];
    send(&mut admin, &format!("{post}/edit"), &changed)
        .await
        .is(303);
    let after = admin.get(&format!("{post}?on=2026-12-01")).await;
    after.is(200).says(&["上席主査", "市民課"]);
    let closed = [("from", "2027-01-01")];
    send(&mut admin, &format!("{post}/close"), &closed)
        .await
        .is(303);
    let head = office.town.head_post("citizens");
    let held = send(&mut admin, &format!("{POSTS}/{head}/close"), &closed).await;
    held.is(422).says(&["職員が就いている職がなくなります"]);
}

#[tokio::test]
async fn people_are_taken_on_changed_away_back_and_gone() {
    keeps!("nogata:2(5)");
    let office = Office::open("nogata").await;
    let mut admin = office.signed_in("administrator").await;
    let new = [
        ("number", "2001"),
        ("name", "山田 太郎"),
        ("kana", "やまだ たろう"),
        ("class", "fixed_term"),
        ("first", "2026-12-01"),
        ("last", "2027-03-31"),
    ];
    let made = admin.post(&format!("{PEOPLE}/new"), &new).await;
    made.is(303);
    let person = made.location.clone();
    admin
        .get(&person)
        .await
        .is(200)
        .says(&["山田 太郎", "会計年度任用職員", "2001"]);
    let found = admin.get(&format!("{PEOPLE}?q=2001")).await;
    found.is(200).says(&["山田 太郎"]);
    let again = admin.post(&format!("{PEOPLE}/new"), &new).await;
    again
        .is(422)
        .says(&["職員番号が、ほかの職員と重なっています", "やまだ たろう"]);
    let mut backwards = new;
    backwards[0].1 = "2002";
    backwards[2].1 = "山田";
    admin
        .post(&format!("{PEOPLE}/new"), &backwards)
        .await
        .is(422)
        .says(&["ふりがな"]);

    let changed = [
        ("number", "2001"),
        ("name", "川上 太郎"),
        ("kana", "かわかみ たろう"),
        ("class", "regular"),
        ("from", "2027-01-01"),
    ];
    send(&mut admin, &format!("{person}/edit"), &changed)
        .await
        .is(303);
    let page = admin.get(&person).await;
    page.says(&["川上 太郎", "山田 太郎", "記録の経過"]);

    let clerk = format!("{PEOPLE}/{}", office.town.person("clerk"));
    let status = format!("{clerk}/status");
    let leave = [("status", "leave"), ("from", "2026-11-20")];
    send(&mut admin, &status, &leave).await.is(303);
    admin.get(&clerk).await.says(&["休職中"]);
    let back = [("status", "active"), ("from", "2026-11-20")];
    send(&mut admin, &status, &back).await.is(303);
    let backwards = [
        ("status", "seconded"),
        ("from", "2026-12-01"),
        ("last", "2026-11-30"),
    ];
    let wrong = send(&mut admin, &status, &backwards).await;
    wrong.is(422).says(&["終わりの日"]);
    let left = [("status", "left"), ("from", "2026-11-20")];
    send(&mut admin, &status, &left).await.is(303);
    let gone = admin.get(&clerk).await;
    gone.says(&["退職", "市民課"]);
    let people = admin.get("/people?q=1007").await;
    assert!(!people.body.contains("佐藤 花子"), "left, and still found");
}

#[tokio::test]
async fn what_leaves_a_role_without_a_holder_is_shown_first() {
    let office = Office::open("nogata").await;
    let mut admin = office.signed_in("administrator").await;
    let head = office.town.person("head");
    let reader = office.town.cx("administrator").await;
    let held = appointment::of_person(&reader.reader(), head)
        .await
        .unwrap();
    let end = format!("{PEOPLE}/{head}/appointments/{}/end", held[0].id);
    let from = [("from", "2026-11-20")];
    let asked = send(&mut admin, &end, &from).await;
    asked.is(200).says(&[
        "担当者のいなくなる役割",
        "管理責任者 (市民課)",
        "空席になる職",
        "市民課 市民課長",
        "name=\"agreed\"",
    ]);
    let still = appointment::of_person(&reader.reader(), head)
        .await
        .unwrap();
    assert_eq!(still, held, "it was done without asking");
    let agreed = [("from", "2026-11-20"), ("agreed", "on")];
    send(&mut admin, &end, &agreed).await.is(303);
    let roles = admin.get("/organisation/roles").await;
    roles.is(200).says(&["欠員"]);

    // Trying is never doing.
    let clerk = office.town.person("colleague");
    let held = appointment::of_person(&reader.reader(), clerk)
        .await
        .unwrap();
    let end = format!("{PEOPLE}/{clerk}/appointments/{}/end", held[0].id);
    let tried = [("from", "2026-11-20"), ("try", "1")];
    let tried = send(&mut admin, &end, &tried).await;
    tried.is(200).says(&["変わる点", "加藤 健"]);
    assert!(!tried.body.contains("name=\"agreed\""));
    send(&mut admin, &end, &from).await.is(303);
}

#[tokio::test]
async fn appointments_are_made_made_main_corrected_and_ended() {
    let office = Office::open("nogata").await;
    let mut admin = office.signed_in("administrator").await;
    let clerk = office.town.person("clerk");
    let page = format!("{PEOPLE}/{clerk}");
    let reader = office.town.cx("administrator").await;
    let held = async || {
        let rows = appointment::of_person(&reader.reader(), clerk).await;
        rows.unwrap()
    };
    let concurrent = held().await.remove(1).id;
    let main = format!("{page}/appointments/{concurrent}/main");
    send(&mut admin, &main, &[("from", "2026-12-01")])
        .await
        .is(303);
    let on_first = |rows: Vec<appointment::AppointmentRow>| {
        let day = date!(2026 - 12 - 01);
        let mut rows = rows.into_iter().filter(move |row| row.days.contains(day));
        rows.find(|row| row.appointment.main).unwrap().id
    };
    assert_eq!(on_first(held().await), concurrent);

    let post = office.town.head_post("citizens").to_string();
    let appoint = [("post", &*post), ("main", "false"), ("first", "2026-12-01")];
    let address = format!("{page}/appoint");
    admin
        .get(&address)
        .await
        .is(200)
        .says(&["市民課長", "本務"]);
    let twice = admin.post(&address, &appoint).await;
    twice.is(422).says(&["長の職に就く人が2人になります"]);
    let nothing = admin.post(&address, &[("first", "")]).await;
    nothing.is(422).says(&["職", "始まりの日"]);
    let deputy = office.town.head_post("information").to_string();
    let operator = office.town.person("operator");
    let other = appointment::of_person(&reader.reader(), operator)
        .await
        .unwrap();
    let end = format!("{PEOPLE}/{operator}/appointments/{}/end", other[0].id);
    let agreed = [("from", "2026-12-01"), ("agreed", "on")];
    send(&mut admin, &end, &agreed).await.is(303);
    let appoint = [
        ("post", &*deputy),
        ("main", "false"),
        ("first", "2026-12-01"),
        ("last", "2027-03-31"),
    ];
    admin.post(&address, &appoint).await.is(303);
    admin.get(&page).await.says(&["係長", "兼務"]);

    let deputy_post = office.town.head_post("information");
    let of_deputy = async || {
        let mut rows = held().await.into_iter();
        rows.find(|row| row.appointment.post == deputy_post)
            .unwrap()
    };
    let last = of_deputy().await;
    let correct = format!("{page}/appointments/{}/correct", last.id);
    let right = [
        ("post", &*deputy),
        ("main", "false"),
        ("first", "2026-12-15"),
    ];
    send(&mut admin, &correct, &right).await.is(303);
    let last = of_deputy().await;
    assert_eq!(last.days.first(), date!(2026 - 12 - 15));
    assert_eq!(last.days.last(), None);
    let elsewhere = format!(
        "{PEOPLE}/{}/appointments/{}/end",
        office.town.person("head"),
        last.id
    );
    admin.get(&elsewhere).await.is(404);
}

#[tokio::test]
async fn nobody_but_the_administrator_edits() {
    let office = Office::open("nogata").await;
    let (unit, person) = (office.town.unit("citizens"), office.town.person("clerk"));
    for key in ["clerk", "head", "supervisor"] {
        let mut browser = office.signed_in(key).await;
        let unit_edit = format!("{UNITS}/{unit}/edit");
        let status = format!("{PEOPLE}/{person}/status");
        for page in ["/admin/organisation", PEOPLE, &unit_edit, &status] {
            let refused = browser.get(page).await;
            refused.is(403).says(&["第5条第2項第3号"]);
        }
        let fields = [("status", "left"), ("from", "2026-11-20")];
        browser.post(&status, &fields).await.is(403);
        let body = json!({"row": unit.to_string(), "from": "2026-12-01"});
        let closing = format!("/units/{unit}/closing");
        let refused = browser.call(Method::POST, &closing, Some(body)).await;
        refused.is(403);
        assert_eq!(refused.json()["article"], "nogata:5-2(3)");
    }
}

/// The record of a thing that still stands, the last.
async fn standing(admin: &mut Browser<'_>, path: &str) -> Value {
    let records = admin.call(Method::GET, path, None).await;
    records.is(200);
    let mut items = records.json()["items"].as_array().unwrap().clone();
    items.retain(|item| item["superseded_at"].is_null());
    items.sort_by_key(|item| item["first"].as_str().unwrap().to_owned());
    items.pop().unwrap()
}

#[tokio::test]
async fn programs_edit_likewise() {
    let office = Office::open("nogata").await;
    let mut admin = office.signed_in("administrator").await;
    let affairs = office.town.unit("affairs").to_string();
    let unit = json!({
        "code": "1030", "name": "契約課", "rank": "section", "parent": affairs, "position": 5,
    });
    let new = json!({"from": "2026-11-20", "unit": unit});
    let made = admin.call(Method::POST, "/units", Some(new.clone())).await;
    made.is(201);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let taken = admin.call(Method::POST, "/units", Some(new)).await;
    taken.is(422);
    assert_eq!(taken.json()["errors"][0]["field"], "code", "{}", taken.body);
    let record = standing(&mut admin, &format!("/units/{id}/records")).await;
    let mut renamed = unit.clone();
    renamed["name"] = "契約検査課".into();
    let edit = json!({"row": record["row"], "from": "2026-12-01", "unit": renamed});
    let path = format!("/units/{id}");
    admin
        .call(Method::PUT, &path, Some(edit.clone()))
        .await
        .is(204);
    admin.call(Method::PUT, &path, Some(edit)).await.is(409);

    let post = json!({"unit": id, "title": "契約課長", "head": true, "rank": 5, "position": 0});
    let new = json!({"from": "2026-11-20", "post": post});
    let made = admin.call(Method::POST, "/posts", Some(new)).await;
    made.is(201);
    let post_id = made.json()["id"].as_str().unwrap().to_owned();
    let record = standing(&mut admin, &format!("/posts/{post_id}/records")).await;
    let mut other = post.clone();
    other["title"] = "課長".into();
    let edit = json!({"row": record["row"], "from": "2026-11-20", "post": other});
    let path = format!("/posts/{post_id}");
    admin.call(Method::PUT, &path, Some(edit)).await.is(204);

    let staff =
        json!({"number": "2001", "name": "山田 太郎", "kana": "ヤマダ タロウ", "class": "regular"});
    let new = json!({"staff": staff, "first": "2026-11-20"});
    let made = admin.call(Method::POST, "/people", Some(new)).await;
    made.is(201);
    let person = made.json()["id"].as_str().unwrap().to_owned();
    let mut nobody = staff.clone();
    nobody["class"] = "king".into();
    let new = json!({"staff": nobody, "first": "2026-11-20"});
    admin.call(Method::POST, "/people", Some(new)).await.is(422);
    let record = standing(&mut admin, &format!("/people/{person}/records")).await;
    let mut named = staff;
    named["name"] = "山田 次郎".into();
    let edit = json!({"row": record["row"], "from": "2026-11-20", "staff": named});
    let path = format!("/people/{person}");
    admin.call(Method::PUT, &path, Some(edit)).await.is(204);

    let new = json!({"person": person, "post": post_id, "main": true, "first": "2026-11-20"});
    let made = admin.call(Method::POST, "/appointments", Some(new)).await;
    made.is(201);
    let appointment = made.json()["id"].as_str().unwrap().to_owned();
    let held = standing(&mut admin, &format!("/people/{person}/appointments")).await;
    assert_eq!(held["content"]["id"], *appointment);
    let right = json!({"person": person, "post": post_id, "main": true, "first": "2026-12-01"});
    let correction = json!({"row": held["row"], "right": right});
    let path = format!("/appointments/{appointment}");
    let refused = admin
        .call(Method::PUT, &path, Some(correction.clone()))
        .await;
    refused.is(422);
    assert_eq!(
        refused.json()["errors"][0]["field"],
        "agreed",
        "{}",
        refused.body
    );
    let mut correction = correction;
    correction["right"]["agreed"] = true.into();
    admin
        .call(Method::PUT, &path, Some(correction))
        .await
        .is(204);
    let held = standing(&mut admin, &format!("/people/{person}/appointments")).await;
    let main = json!({"row": held["row"], "from": "2026-12-01"});
    let path = format!("/appointments/{appointment}/main");
    admin.call(Method::POST, &path, Some(main)).await.is(204);
    let end = json!({"row": held["row"], "from": "2027-01-01", "agreed": true});
    let path = format!("/appointments/{appointment}/end");
    admin.call(Method::POST, &path, Some(end)).await.is(204);

    let record = standing(&mut admin, &format!("/people/{person}/records")).await;
    let left = json!({"row": record["row"], "status": "left", "first": "2027-02-01"});
    let path = format!("/people/{person}/status");
    admin.call(Method::POST, &path, Some(left)).await.is(204);
    let record = standing(&mut admin, &format!("/posts/{post_id}/records")).await;
    let ending = json!({"row": record["row"], "from": "2027-02-01", "agreed": true});
    let path = format!("/posts/{post_id}/closing");
    admin.call(Method::POST, &path, Some(ending)).await.is(204);
    let record = standing(&mut admin, &format!("/units/{id}/records")).await;
    let ending = json!({"row": record["row"], "from": "2027-02-01"});
    let path = format!("/units/{id}/closing");
    admin.call(Method::POST, &path, Some(ending)).await.is(204);
}

#[tokio::test]
async fn every_page_is_whole_in_both_languages() {
    let office = Office::open("muko").await;
    let mut admin = office.signed_in("administrator").await;
    let (unit, post) = (
        office.town.unit("citizens"),
        office.town.head_post("citizens"),
    );
    let person = office.town.person("clerk");
    let reader = office.town.cx("administrator").await;
    let held = appointment::of_person(&reader.reader(), person)
        .await
        .unwrap();
    let held = format!("{PEOPLE}/{person}/appointments/{}", held[1].id);
    let pages = [
        "/admin/organisation".to_owned(),
        "/admin/organisation?on=2026-04-01".to_owned(),
        format!("{UNITS}/new?parent={unit}"),
        format!("{UNITS}/{unit}"),
        format!("{UNITS}/{unit}?on=1999-01-01"),
        format!("{UNITS}/{unit}/edit"),
        format!("{UNITS}/{unit}/close"),
        format!("{UNITS}/{unit}/posts/new"),
        format!("{POSTS}/{post}"),
        format!("{POSTS}/{post}/edit"),
        format!("{POSTS}/{post}/close"),
        PEOPLE.to_owned(),
        format!("{PEOPLE}?q=nobody"),
        format!("{PEOPLE}/new"),
        format!("{PEOPLE}/{person}"),
        format!("{PEOPLE}/{person}/edit"),
        format!("{PEOPLE}/{person}/status"),
        format!("{PEOPLE}/{person}/appoint"),
        format!("{held}/main"),
        format!("{held}/correct"),
        format!("{held}/end"),
    ];
    for lang in ["ja", "en"] {
        let choice = [("lang", lang), ("back", "/")];
        admin.post("/language", &choice).await.is(303);
        for address in &pages {
            let page = admin.get(address).await;
            page.is(200).says(&[&format!("<html lang=\"{lang}\">")]);
            assert_eq!(page.body.matches("<h1>").count(), 1, "{address}");
        }
    }
    let nobody = "0192f0c1-2b3c-7def-8123-456789abcdef";
    for kind in ["units", "posts", "people"] {
        for id in [nobody, "nonsense"] {
            let page = format!("/admin/organisation/{kind}/{id}");
            admin.get(&page).await.is(404);
            admin.get(&format!("{page}/edit")).await.is(404);
        }
    }
}
