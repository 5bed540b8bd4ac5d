//! People, units, posts and roles, as pages and as JSON.

use poem::http::Method;
use yakusho_accounts::appointment::{self, NewAppointment};
use yakusho_testkit::keeps;

use crate::site::Office;

#[tokio::test]
async fn people_are_found_by_name_reading_and_number_in_any_kana_and_width() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    for words in [
        "佐藤",
        "さとう",
        "サトウ",
        "ｻﾄｳ",
        "さとう　はな",
        "１００７",
        "1007",
    ] {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", words)
            .finish();
        let page = clerk.get(&format!("/people?{query}")).await;
        page.is(200).says(&["佐藤 花子", "市民課"]);
        assert!(!page.body.contains("中野 恵"), "{words} finds everyone");
        let found = clerk
            .call(Method::GET, &format!("/people?{query}"), None)
            .await;
        assert_eq!(found.json()["items"][0]["number"], "1007");
    }
    let none = clerk.get("/people?q=%25").await;
    none.is(200).says(&["該当する職員はいません"]);
}

#[tokio::test]
async fn a_list_goes_on_where_the_page_before_ended() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    for list in ["people", "units"] {
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let page = clerk
                .call(Method::GET, &format!("/{list}?limit=3{after}"), None)
                .await;
            page.is(200);
            let page = page.json();
            seen.extend(page["items"].as_array().unwrap().clone());
            let Some(next) = page["next"].as_str() else {
                break;
            };
            after = format!("&after={next}");
        }
        let all = clerk
            .call(Method::GET, &format!("/{list}"), None)
            .await
            .json();
        assert_eq!(all["items"], serde_json::Value::from(seen));
    }
    clerk
        .call(Method::GET, "/units?after=nonsense", None)
        .await
        .is(422);
    for limit in ["0", "101", "x", "-1"] {
        clerk
            .call(Method::GET, &format!("/people?limit={limit}"), None)
            .await
            .is(400);
    }
}

#[tokio::test]
async fn who_held_a_post_is_told_as_it_was_known_on_that_day() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let post = office.town.head_post("planning");
    let page = format!("/organisation/posts/{post}");
    clerk.get(&page).await.is(200).says(&["松本 優子"]);

    // On the next day it is recorded that the head has been another since the day before.
    office.world.clock.turn(time::Duration::days(1));
    let mut clerk = {
        clerk.sign_in("clerk", crate::site::PASSWORD).await.is(303);
        clerk
    };
    let administrator = office.town.cx("administrator").await;
    let held = appointment::of_person(&administrator.reader(), office.town.person("planning_head"))
        .await
        .unwrap();
    let yesterday = administrator.today().previous_day().unwrap();
    appointment::end(&administrator, held[0].id, held[0].row, yesterday)
        .await
        .unwrap()
        .make()
        .await
        .unwrap()
        .into_inner();
    let new = NewAppointment {
        person: office.town.person("stranger"),
        post,
        main: true,
        first: yesterday,
        last: None,
    };
    appointment::appoint(&administrator, new)
        .await
        .unwrap()
        .make()
        .await
        .unwrap()
        .into_inner();

    clerk.get(&page).await.says(&["井上 大輔"]);
    let then = clerk.get(&format!("{page}?on={yesterday}")).await;
    then.is(200).says(&["井上 大輔"]);
    let known = clerk
        .get(&format!("{page}?on={yesterday}&known={yesterday}"))
        .await;
    known.is(200).says(&["松本 優子"]);
    assert!(!known.body.contains("井上 大輔"));
    let unit = format!("/organisation/units/{}", office.town.unit("planning"));
    let then = clerk.get(&format!("{unit}?on={yesterday}")).await;
    then.is(200).says(&["井上 大輔"]).hides(&["松本 優子"]);
    let known = format!("{unit}?on={yesterday}&known={yesterday}");
    let known = clerk.get(&known).await;
    known.is(200).says(&["松本 優子"]);
    let before = clerk
        .call(
            Method::GET,
            &format!("/posts/{post}/holders?on=2026-10-01"),
            None,
        )
        .await;
    assert_eq!(before.json()["items"][0]["name"], "松本 優子");
    let wrong = clerk.get(&format!("{page}?on=2026-02-30&known=x")).await;
    wrong
        .is(422)
        .says(&["2026-02-30", "調べる日", "記録の時点"]);
}

#[tokio::test]
async fn roles_name_their_article_and_who_holds_them_today() {
    keeps!("nogata:4");
    keeps!("nogata:5-1");
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let page = clerk.get("/organisation/roles").await;
    page.is(200).says(&[
        "システム総括責任者",
        "第4条",
        "岡本 浩",
        "システム管理者",
        "第5条第1項",
        "木村 隆",
    ]);
    let roles = clerk.call(Method::GET, "/roles", None).await.json();
    assert_eq!(roles["items"][0]["article"], "nogata:4");
    assert_eq!(roles["items"][0]["holders"][0]["person"]["name"], "岡本 浩");
}

#[tokio::test]
async fn a_unit_shows_its_head_its_people_and_its_vacancies() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let unit = office.town.unit("information");
    let page = clerk.get(&format!("/organisation/units/{unit}")).await;
    page.is(200)
        .says(&["情報推進課", "林 美咲", "所属長", "佐藤 花子"]);
    let json = clerk
        .call(Method::GET, &format!("/units/{unit}/members"), None)
        .await
        .json();
    assert_eq!(json["items"].as_array().unwrap().len(), 2);

    let administrator = office.town.cx("administrator").await;
    let held = appointment::of_person(&administrator.reader(), office.town.person("operator"))
        .await
        .unwrap();
    let today = administrator.today();
    appointment::end(&administrator, held[0].id, held[0].row, today)
        .await
        .unwrap()
        .make()
        .await
        .unwrap()
        .into_inner();
    let page = clerk.get(&format!("/organisation/units/{unit}")).await;
    page.is(200).says(&["欠員"]);
}

#[tokio::test]
async fn a_person_shows_posts_roles_and_career() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let page = clerk
        .get(&format!("/people/{}", office.town.person("clerk")))
        .await;
    page.is(200)
        .says(&["佐藤 花子", "本務", "兼務", "情報推進課 情報管理係", "職歴"]);
    let head = clerk
        .get(&format!("/people/{}", office.town.person("head")))
        .await;
    head.is(200).says(&["管理責任者(市民課)"]);
}
