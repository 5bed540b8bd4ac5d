//! Every page, in both languages, as somebody without any role sees it.

use yakusho_accounts::delegation::{self, NewDelegation, Principal};
use yakusho_kernel::ProxyKind;

use crate::site::{Browser, Office, PASSWORD, between};

/// The pages of this package that somebody without any role can ask for.
async fn addresses(office: &Office, clerk: &mut Browser<'_>) -> Vec<String> {
    let (person, unit) = (office.town.person("clerk"), office.town.unit("citizens"));
    let post = office.town.head_post("citizens");
    let group = [("name", "窓口"), ("members", &*format!("person:{person}"))];
    let group = clerk.post("/account/groups/new", &group).await.location;
    let token = [
        ("name", "集計"),
        ("scopes", "read"),
        ("ends_on", "2026-12-01"),
        ("password", PASSWORD),
    ];
    let made = clerk.post("/account/tokens", &token).await;
    let revoke = between(&made.body, "/account/tokens/", "\"").unwrap();
    [
        "/account",
        "/account/security",
        "/account/history",
        "/account/password",
        "/account/second-factor/begin",
        "/account/second-factor/off",
        "/account/second-factor/recovery",
        "/account/tokens",
        "/account/delegations",
        "/account/delegations/new",
        "/account/groups",
        "/account/groups/new",
        "/account/usage-rules",
        "/people",
        "/people?q=%E3%82%B5%E3%83%88",
        "/people?q=nobody",
        "/organisation",
        "/organisation/roles",
        "/notifications",
        "/",
        &group,
        &format!("{group}/edit"),
        &format!("{group}/delete"),
        &format!("/account/tokens/{revoke}"),
        &format!("/people/{person}"),
        &format!("/people?unit={unit}"),
        &format!("/organisation/units/{unit}"),
        &format!("/organisation/posts/{post}"),
        &format!("/organisation/posts/{post}?on=2026-03-31&known=R8.11.1"),
    ]
    .map(str::to_owned)
    .to_vec()
}

#[tokio::test]
async fn every_page_is_whole_in_both_languages() {
    for city in ["nogata", "shiroishi", "muko", "model"] {
        let office = Office::open(city).await;
        let mut clerk = office.signed_in("clerk").await;
        let head = office.town.cx("head").await;
        let new = NewDelegation {
            kind: ProxyKind::ActingForPost,
            principal: Principal::Person(office.town.person("head")),
            delegate: office.town.person("clerk"),
            duties: Vec::new(),
            first: head.today(),
            last: None,
        };
        delegation::set_up(&head, new).await.unwrap().into_inner();
        let addresses = addresses(&office, &mut clerk).await;
        for lang in ["ja", "en"] {
            clerk
                .post("/language", &[("lang", lang), ("back", "/")])
                .await
                .is(303);
            for address in &addresses {
                let page = clerk.get(address).await;
                page.is(200)
                    .says(&[&format!("<html lang=\"{lang}\">"), "<main"]);
                assert_eq!(page.body.matches("<h1>").count(), 1, "{address}");
                for inline in ["style=\"", "<script>", "onclick="] {
                    assert!(!page.body.contains(inline), "{address} has {inline}");
                }
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let office = Office::open("nogata").await;
    let mut clerk = office.signed_in("clerk").await;
    let nobody = "0192f0c1-2b3c-7def-8123-456789abcdef";
    for page in [
        "people",
        "organisation/units",
        "organisation/posts",
        "account/groups",
    ] {
        for id in [nobody, "nonsense", "%00", "1"] {
            clerk.get(&format!("/{page}/{id}")).await.is(404);
        }
    }
    clerk
        .get(&format!("/account/tokens/{nobody}/revoke"))
        .await
        .is(404);
    for act in ["tokens", "sessions", "groups", "delegations"] {
        let verb = match act {
            "sessions" => "end",
            "groups" => "delete",
            _ => "revoke",
        };
        let fields = [("row", nobody), ("revision", "1")];
        clerk
            .post(&format!("/account/{act}/{nobody}/{verb}"), &fields)
            .await
            .is(404);
    }
    for list in [
        "/people",
        "/account/history",
        "/account/tokens",
        "/account/groups",
    ] {
        clerk.get(&format!("{list}?after=nonsense")).await.is(422);
    }
}
