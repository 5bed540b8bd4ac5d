//! Who may enter where.

use poem::http::StatusCode;
use poem::test::TestResponse;
use yakusho_audit::Filter;
use yakusho_kernel::{Actor, Scope};
use yakusho_regulation::Role;
use yakusho_testkit::World;
use yakusho_webkit::SignedIn;

use crate::site::{Browser, CLERK, CSRF, Town, by_token, clerk, holding, json, text, who_must};

async fn get(town: &Town, path: &str, me: Option<SignedIn>) -> TestResponse {
    let request = town.client.get(path);
    match me {
        Some(me) => {
            town.session("it", me);
            request.signed_in("it").send().await
        }
        None => request.send().await,
    }
}

/// How many refusals of entry the audit trail holds.
async fn refusals(world: &World) -> usize {
    recorded(world, "web.enter").await
}

/// How many refusals of that act the audit trail holds.
async fn recorded(world: &World, act: &str) -> usize {
    let auditor = world.cx(Actor::Person(holding(Role::SystemAdministrator).standing));
    let filter = Filter {
        act: Some(act.to_owned()),
        outcome: Some("refused".to_owned()),
        ..Filter::default()
    };
    let page = yakusho_audit::search(&auditor, &filter, None, 100)
        .await
        .unwrap();
    page.into_inner().items.len()
}

#[tokio::test]
async fn each_access_lets_its_own_in_and_no_others() {
    let town = Town::new().await;
    let supervisor = || holding(Role::SystemSupervisor);
    let administrator = || holding(Role::SystemAdministrator);
    let answers = |path: &'static str, who: [Option<SignedIn>; 4]| {
        let town = &town;
        async move {
            let mut statuses = Vec::new();
            for me in who {
                statuses.push(get(town, path, me).await.0.status().as_u16());
            }
            statuses
        }
    };
    let who = || {
        [
            None,
            Some(clerk()),
            Some(supervisor()),
            Some(administrator()),
        ]
    };
    assert_eq!(answers("/plain", who()).await, [200, 200, 200, 200]);
    assert_eq!(answers("/open", who()).await, [200, 200, 200, 200]);
    assert_eq!(answers("/book", who()).await, [303, 200, 200, 200]);
    assert_eq!(answers("/office", who()).await, [303, 403, 200, 403]);
    assert_eq!(answers("/offices", who()).await, [303, 403, 200, 200]);
    assert_eq!(answers("/api/v1/guests", who()).await, [401, 200, 200, 200]);
    assert_eq!(answers("/api/v1/office", who()).await, [401, 403, 403, 200]);
}

#[tokio::test]
async fn nobody_is_shown_the_way_in_and_from_there_back() {
    let town = Town::new().await;
    let page = get(&town, "/book?after=a&b=%2F", None).await;
    page.assert_status(StatusCode::SEE_OTHER);
    page.assert_header("location", "/sign-in?next=%2Fbook%3Fafter%3Da%26b%3D%252F");
    // What was sent is not sent again.
    let sent = town
        .client
        .post("/book")
        .form_body(&[("name", "x")])
        .send()
        .await;
    sent.assert_status(StatusCode::SEE_OTHER);
    sent.assert_header("location", "/sign-in");
    // Whoever has signed in goes on, but never to another site.
    for (next, gone) in [
        ("%2Fbook%3Fafter%3Da", "/book?after=a"),
        ("https%3A%2F%2Fevil.example", "/"),
        ("%2F%2Fevil.example", "/"),
        ("%2F%5Cevil.example", "/"),
        ("%2F%09%2Fevil.example", "/"),
    ] {
        let address = format!("/sign-in?next={next}");
        let page = town
            .client
            .post(address)
            .form_body(&[("secret", "x")])
            .send()
            .await;
        page.assert_header("location", gone);
    }
}

#[tokio::test]
async fn an_unknown_secret_or_token_is_nobody() {
    let town = Town::new().await;
    let page = town.client.get("/open").signed_in("guessed").send().await;
    page.assert_text("nobody|/|None").await;
    let answer = town
        .client
        .get("/api/v1/guests")
        .header("authorization", "Bearer guessed")
        .signed_in(CLERK)
        .send()
        .await;
    answer.assert_status(StatusCode::UNAUTHORIZED);
    answer.assert_header("www-authenticate", "Bearer");
    assert_eq!(json(answer).await["code"], "signed_out");
}

#[tokio::test]
async fn a_refused_entry_is_on_record_and_a_missing_sign_in_is_not() {
    let town = Town::new().await;
    let _ = get(&town, "/office", None).await;
    assert_eq!(refusals(&town.world).await, 0);
    let page = get(&town, "/office", Some(clerk())).await;
    page.assert_status(StatusCode::FORBIDDEN);
    assert_eq!(refusals(&town.world).await, 1);
    assert!(text(page).await.contains("定められた役割の職員だけ"));
}

#[tokio::test]
async fn who_must_do_something_first_gets_no_further() {
    let town = Town::new().await;
    let page = get(&town, "/book", Some(who_must(&town))).await;
    page.assert_status(StatusCode::SEE_OTHER);
    page.assert_header("location", "/account/password?next=%2Fbook");
    let page = get(&town, "/account/password", Some(who_must(&town))).await;
    page.assert_status_is_ok();
    let answer = get(&town, "/api/v1/guests", Some(who_must(&town))).await;
    answer.assert_status(StatusCode::FORBIDDEN);
    assert_eq!(json(answer).await["code"], "must_change_password");
}

#[tokio::test]
async fn a_rule_that_keeps_somebody_from_everything_else_is_named_and_on_record() {
    let town = Town::new().await;
    let me = who_must(&town);
    let answer = json(get(&town, "/api/v1/guests", Some(me.clone())).await).await;
    assert_eq!(answer["code"], "must_change_password");
    assert_eq!(answer["rule"], "suspension.by_supervisor");
    assert_eq!(answer["article"], "nogata:11");
    assert_eq!(recorded(&town.world, "book.suspend").await, 1);
    // A page sends on to where it is done, without a word.
    get(&town, "/book", Some(me))
        .await
        .assert_status(StatusCode::SEE_OTHER);
    assert_eq!(recorded(&town.world, "book.suspend").await, 1);
}

#[tokio::test]
async fn a_function_that_is_off_does_not_exist() {
    let town = Town::new().await;
    let off = || SignedIn {
        functions: Vec::new(),
        ..clerk()
    };
    let hidden = get(&town, "/book", Some(off())).await;
    hidden.assert_status(StatusCode::NOT_FOUND);
    let missing = get(&town, "/no-such-page", Some(off())).await;
    missing.assert_status(StatusCode::NOT_FOUND);
    let without_ids = |page: String| {
        let mut words = Vec::new();
        for word in page.split(['<', '>', '"', '.']) {
            if word.parse::<uuid::Uuid>().is_err() && !word.starts_with('/') {
                words.push(word.to_owned());
            }
        }
        words
    };
    assert_eq!(
        without_ids(text(hidden).await),
        without_ids(text(missing).await)
    );
    let hidden = get(&town, "/api/v1/guests", Some(off())).await;
    hidden.assert_status(StatusCode::NOT_FOUND);
    get(&town, "/book", Some(clerk()))
        .await
        .assert_status_is_ok();
}

#[tokio::test]
async fn a_function_that_was_stopped_is_refused_under_its_article_and_what_was_typed_stays() {
    let town = Town::new().await;
    let stopped = || SignedIn {
        functions: Vec::new(),
        stopped: vec!["book"],
        ..clerk()
    };
    let page = get(&town, "/book", Some(stopped())).await;
    page.assert_status(StatusCode::FORBIDDEN);
    let words = text(page).await;
    for said in [
        "「来訪者名簿」は、システム管理者が停止しています。",
        "第5条第2項第3号",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert_eq!(refusals(&town.world).await, 1);
    let answer = get(&town, "/api/v1/guests", Some(stopped())).await;
    answer.assert_status(StatusCode::FORBIDDEN);
    let answer = json(answer).await;
    assert_eq!(answer["code"], "function_stopped");
    assert_eq!(answer["article"], "nogata:5-2(3)");
    // The session "it" is that of whom the function was stopped for while they wrote.
    let form = [("csrf", CSRF), ("name", "佐藤 花子と書いた")];
    let sent = town.client.post("/book").signed_in("it").form_body(&form);
    let page = sent.send().await;
    page.assert_status(StatusCode::FORBIDDEN);
    let words = text(page).await;
    for said in [
        "システム管理者が停止",
        "佐藤 花子と書いた",
        "もう一度送信する",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[tokio::test]
async fn a_token_opens_the_api_alone_and_as_far_as_its_scopes() {
    let town = Town::new().await;
    let administrator = || holding(Role::SystemAdministrator);
    town.token("read", by_token(administrator(), &[Scope::Read]));
    town.token("write", by_token(administrator(), &[Scope::Write]));
    town.token("admin", by_token(administrator(), &[Scope::Admin]));
    let ask = |token: &'static str, method: &'static str, path: &'static str| {
        let client = &town.client;
        async move {
            let request = client.request(method.parse().unwrap(), path);
            let request = request.header("authorization", format!("Bearer {token}"));
            let body = request
                .content_type("application/json")
                .body(r#"{"name":"x"}"#);
            body.send().await.0.status().as_u16()
        }
    };
    let mut statuses = Vec::new();
    for token in ["read", "write", "admin"] {
        statuses.push([
            ask(token, "GET", "/api/v1/guests").await,
            ask(token, "POST", "/api/v1/guests").await,
            ask(token, "GET", "/api/v1/office").await,
        ]);
    }
    assert_eq!(
        statuses,
        [[200, 403, 403], [403, 200, 403], [403, 403, 200]]
    );
    assert_eq!(ask("read", "GET", "/book").await, 303);
}

#[tokio::test]
async fn without_the_accounts_the_site_says_so() {
    let town = Town::new().await;
    *town.accounts.broken.lock().unwrap() = true;
    let page = town.client.get("/book").signed_in(CLERK).send().await;
    page.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    page.assert_header("retry-after", "10");
    assert!(text(page).await.contains("ただいま利用できません"));
    // What is for anyone does not ask who it is.
    town.client
        .get("/plain")
        .signed_in(CLERK)
        .send()
        .await
        .assert_status_is_ok();
}

#[tokio::test]
async fn a_new_secret_replaces_the_old_one_in_the_browser() {
    let town = Town::new().await;
    let me = SignedIn {
        new_secret: Some("fresh".to_owned()),
        ..clerk()
    };
    let page = get(&town, "/book", Some(me.clone())).await;
    assert_eq!(
        crate::site::cookies(&page),
        ["session=fresh; Path=/; HttpOnly; SameSite=Lax"]
    );
    town.session("it", me);
    // What else an answer has the browser keep or forget does not stand in its way.
    let page = town
        .client
        .get("/book")
        .header("cookie", "session=it; saying=x");
    let kept = crate::site::cookies(&page.send().await);
    assert!(
        kept.contains(&"session=fresh; Path=/; HttpOnly; SameSite=Lax".to_owned()),
        "{kept:?}"
    );
    let form = town.client.post("/sign-out").signed_in("it");
    let page = form.form_body(&[("csrf", "csrf-of-clerk")]).send().await;
    let ended = ["session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"];
    assert_eq!(crate::site::cookies(&page), ended);
}
