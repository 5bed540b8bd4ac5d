//! Accounts as identity management provisions them.

use time::Date;
use time::macros::date;
use yakusho_accounts::account::{
    self, AccountId, AccountState, Field, Is, Provisioned, Sought, Wanted,
};
use yakusho_accounts::suspension::{self, Breach};
use yakusho_accounts::testing::Town;
use yakusho_accounts::{directory, password};
use yakusho_kernel::{Conflict, Cx, Fault, Timestamp, versions};
use yakusho_testkit::{World, acts_of, keeps};

fn wanted(login: &str) -> Wanted {
    Wanted {
        login: login.to_owned(),
        external_id: Some(format!("ext-{login}")),
        active: true,
        ends_on: None,
        reason: None,
    }
}

async fn number(cx: &Cx, town: &Town, key: &str) -> String {
    let person = town.person(key);
    let cards = directory::people(&cx.reader(), cx.today(), &[person]).await;
    cards.unwrap()[&person].number.clone()
}

async fn seen(cx: &Cx, id: AccountId) -> Provisioned {
    account::provisioned_as(cx, id).await.unwrap()
}

async fn amended(cx: &Cx, id: AccountId, wanted: &Wanted) -> Result<bool, Fault> {
    let revision = seen(cx, id).await.account.revision;
    let saved = account::amend(cx, id, wanted, revision).await?;
    Ok(saved.is_some())
}

/// The fields refused, each with the code of its reason and the clauses of its rule.
fn faults<T: std::fmt::Debug>(result: Result<T, Fault>) -> Vec<(String, &'static str, String)> {
    let Err(Fault::Invalid(invalid)) = result else {
        panic!("{result:?}");
    };
    let errors = invalid.errors.into_iter().map(|error| {
        let basis = error.basis.map(|basis| basis.to_string());
        (error.field, error.reason.code(), basis.unwrap_or_default())
    });
    errors.collect()
}

fn fault(field: &str, code: &'static str, basis: &str) -> (String, &'static str, String) {
    (field.to_owned(), code, basis.to_owned())
}

#[tokio::test]
async fn an_account_is_opened_changed_closed_and_let_go_of() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let clerk = number(&cx, &town, "clerk").await;
        let id = account::provision(&cx, &clerk, &wanted("h.sato")).await;
        let id = id.unwrap().into_inner();
        let first = seen(&cx, id).await;
        assert_eq!(first.account.person, town.person("clerk"));
        assert_eq!(first.account.external_id.as_deref(), Some("ext-h.sato"));
        assert!(first.active);

        assert!(!amended(&cx, id, &wanted("h.sato")).await.unwrap());
        assert_eq!(seen(&cx, id).await.account.revision, first.account.revision);

        // Several acts are one transaction, with an entry for each.
        let cx = town.cx("administrator").await;
        let other = Wanted {
            ends_on: Some(date!(2027 - 03 - 31)),
            ..wanted("sato")
        };
        assert!(amended(&cx, id, &other).await.unwrap());
        assert_eq!(
            acts_of(&cx).await,
            ["account.link", "account.set_login", "account.set_terms"]
        );
        let kept = versions(&cx.reader(), &id, 10).await.unwrap();
        assert_eq!(kept.len(), 2);
        assert_eq!(kept[0].content["login"], "sato");

        let _ = password::issue(&cx, id).await.unwrap();
        let closes = Wanted {
            active: false,
            reason: Some("退職".to_owned()),
            ..other.clone()
        };
        assert!(amended(&cx, id, &closes).await.unwrap());
        let closed = seen(&cx, id).await;
        assert!(!closed.active);
        assert_eq!(closed.account.closing.unwrap().reason, "退職");
        assert!(!amended(&cx, id, &closes).await.unwrap());

        assert!(amended(&cx, id, &other).await.unwrap());
        assert!(seen(&cx, id).await.active);

        let cx = town.cx("administrator").await;
        let revision = seen(&cx, id).await.account.revision;
        let _ = account::withdraw(&cx, id, "異動", revision).await.unwrap();
        assert_eq!(acts_of(&cx).await, ["account.close", "account.link"]);
        let gone = account::provisioned_as(&cx, id).await;
        assert!(matches!(gone, Err(Fault::NotFound)));
        assert!(matches!(
            account::amend(&cx, id, &other, revision + 1).await,
            Err(Fault::NotFound)
        ));
        // It stands where it was, closed, and what its owner made is theirs.
        let account = account::get(&cx, id).await.unwrap();
        assert_eq!(account.state, AccountState::Closed);

        let again = account::provision(&cx, &clerk, &wanted("hanako")).await;
        assert_eq!(again.unwrap().into_inner(), id);
        let again = seen(&cx, id).await;
        assert!(again.active);
        assert_eq!(again.account.login.as_str(), "hanako");
    }
}

#[tokio::test]
async fn nobody_but_the_administrator_provisions() {
    keeps!("nogata:5-2(4)");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let administrator = town.cx("administrator").await;
        let clerk = number(&administrator, &town, "clerk").await;
        for other in ["clerk", "head", "supervisor"] {
            let cx = town.cx(other).await;
            let Err(Fault::Denied(denied)) = account::provision(&cx, &clerk, &wanted("x")).await
            else {
                panic!("{other} opened an account");
            };
            assert_eq!(denied.basis.to_string(), "nogata:5-2(4)");
            let listed = account::provisioned(&cx, &Sought::All(vec![]), 0, 10).await;
            assert!(matches!(listed, Err(Fault::Denied(_))));
        }
        let cx = &administrator;
        let _ = account::provision(cx, &clerk, &wanted("x")).await.unwrap();
    }
}

#[tokio::test]
async fn anyone_but_regular_staff_needs_a_reason_and_an_end() {
    keeps!("nogata:7-1");
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let fixed_term = number(&cx, &town, "fixed_term").await;
        let bare = account::provision(&cx, &fixed_term, &wanted("mori")).await;
        assert_eq!(
            faults(bare),
            [
                fault("ends_on", "required", "nogata:7-1"),
                fault("reason", "required", "nogata:7-1")
            ]
        );
        let until = |last: Date| Wanted {
            ends_on: Some(last),
            reason: Some("窓口の応援".to_owned()),
            ..wanted("mori")
        };
        let first = until(date!(2027 - 03 - 31));
        let id = account::provision(&cx, &fixed_term, &first).await;
        let id = id.unwrap().into_inner();
        // The same again asks for no reason; another end does.
        let silent = Wanted {
            reason: None,
            ..first.clone()
        };
        assert!(!amended(&cx, id, &silent).await.unwrap());
        let longer = Wanted {
            reason: None,
            ..until(date!(2027 - 09 - 30))
        };
        assert_eq!(
            faults(amended(&cx, id, &longer).await),
            [fault("reason", "required", "nogata:7-1")]
        );
        assert!(
            amended(&cx, id, &until(date!(2027 - 09 - 30)))
                .await
                .unwrap()
        );
        let approval = seen(&cx, id).await.account.approval.unwrap();
        assert_eq!(approval.by, town.person("administrator"));
        assert_eq!(approval.reason, "窓口の応援");
    }
}

#[tokio::test]
async fn what_is_the_supervisors_stays_so() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let clerk = number(&cx, &town, "clerk").await;
        let id = account::provision(&cx, &clerk, &wanted("sato")).await;
        let id = id.unwrap().into_inner();
        let supervisor = town.cx("supervisor").await;
        let _ = suspension::suspend(&supervisor, id, Breach::Misuse, "不正利用")
            .await
            .unwrap();
        assert!(seen(&cx, id).await.active);
        assert!(!amended(&cx, id, &wanted("sato")).await.unwrap());
        let closes = Wanted {
            active: false,
            reason: Some("整理".to_owned()),
            ..wanted("sato")
        };
        assert!(amended(&cx, id, &closes).await.unwrap());
        assert!(amended(&cx, id, &wanted("sato")).await.unwrap());
        assert_eq!(seen(&cx, id).await.account.state, AccountState::Suspended);
    }
}

#[tokio::test]
async fn what_stands_against_it_is_told() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let own = town.owner("administrator").await.account;
        let clerk = number(&cx, &town, "clerk").await;
        let colleague = number(&cx, &town, "colleague").await;
        let unsaid = account::provision(&cx, " ", &wanted("x")).await;
        assert_eq!(faults(unsaid), [fault("number", "required", "")]);
        let nobody = account::provision(&cx, "no-such", &wanted("x")).await;
        assert_eq!(
            faults(nobody),
            [fault("number", "unknown_staff_number", "")]
        );
        let id = account::provision(&cx, &clerk, &wanted("sato")).await;
        let id = id.unwrap().into_inner();
        let second = account::provision(&cx, &clerk, &wanted("second")).await;
        assert_eq!(faults(second), [fault("person", "has_account", "")]);
        let taken = account::provision(&cx, &colleague, &wanted("ＳＡＴＯ")).await;
        assert_eq!(faults(taken), [fault("login", "taken", "")]);
        let long = Wanted {
            external_id: Some("x".repeat(256)),
            ..wanted("kato")
        };
        let long = account::provision(&cx, &colleague, &long).await;
        assert_eq!(faults(long), [fault("external_id", "too_long", "")]);

        let stale = account::amend(&cx, id, &wanted("other"), 99).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
        let mine = seen(&cx, own).await.account.revision;
        let refused = account::withdraw(&cx, own, "整理", mine).await;
        assert!(matches!(refused, Err(Fault::Denied(denied)) if denied.why == "own_account"));

        // Past its end it is not active, and an end to come makes it so again.
        let ends = Wanted {
            ends_on: Some(date!(2026 - 11 - 30)),
            ..wanted("sato")
        };
        assert!(amended(&cx, id, &ends).await.unwrap());
        world
            .clock
            .turn_to(Timestamp::start_of(date!(2026 - 12 - 01)));
        let cx = town.cx("administrator").await;
        assert!(!seen(&cx, id).await.active);
        assert_eq!(
            faults(amended(&cx, id, &ends).await),
            [fault("ends_on", "past", "")]
        );
        assert!(amended(&cx, id, &wanted("sato")).await.unwrap());
        assert!(seen(&cx, id).await.active);
    }
}

#[tokio::test]
async fn a_filter_finds_what_it_says_and_its_opposite_the_rest() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let mut made = Vec::new();
        for (key, login) in [
            ("clerk", "Sato_1"),
            ("colleague", "kato%"),
            ("head", "nakano"),
        ] {
            let number = number(&cx, &town, key).await;
            let wanted = Wanted {
                external_id: (key != "head").then(|| format!("E-{login}")),
                active: key != "colleague",
                reason: Some("整理".to_owned()),
                ..wanted(login)
            };
            let id = account::provision(&cx, &number, &wanted).await;
            made.push(id.unwrap().into_inner());
        }
        let [sato, kato, nakano] = made[..] else {
            panic!("{made:?}");
        };
        let clerk = number(&cx, &town, "clerk").await;
        let text =
            |field, is: fn(String) -> Is, text: &str| Sought::Text(field, is(text.to_owned()));
        let cases = [
            (Sought::All(vec![]), vec![sato, kato, nakano]),
            (Sought::Id(kato), vec![kato]),
            (Sought::Active(true), vec![sato, nakano]),
            (text(Field::Login, Is::Equal, "sATO_1"), vec![sato]),
            (text(Field::Login, Is::Containing, "o_"), vec![sato]),
            (text(Field::Login, Is::Ending, "%"), vec![kato]),
            (text(Field::Login, Is::Beginning, "Nak"), vec![nakano]),
            (text(Field::ExternalId, Is::Equal, "E-Sato_1"), vec![sato]),
            (
                text(Field::ExternalId, Is::Beginning, "E-"),
                vec![sato, kato],
            ),
            (
                Sought::Text(Field::ExternalId, Is::Present),
                vec![sato, kato],
            ),
            (text(Field::ExternalId, Is::Beginning, "e-"), vec![]),
            (text(Field::ExternalId, Is::Containing, "sato"), vec![]),
            (
                text(Field::ExternalId, Is::Containing, ""),
                vec![sato, kato],
            ),
            (text(Field::ExternalId, Is::Ending, "_1"), vec![sato]),
            (
                text(Field::Login, Is::Ending, "more than the Sato_1"),
                vec![],
            ),
            (text(Field::Number, Is::Equal, &clerk), vec![sato]),
            (text(Field::Name, Is::Beginning, "佐藤"), vec![sato]),
            (text(Field::Name, Is::Ending, "花子"), vec![sato]),
            (
                Sought::Any(vec![Sought::Id(sato), Sought::Active(false)]),
                vec![sato, kato],
            ),
            (Sought::Any(vec![]), vec![]),
        ];
        for (sought, expected) in cases {
            let found = |sought: Sought| {
                let cx = cx.clone();
                async move {
                    let (total, found) = account::provisioned(&cx, &sought, 0, 10).await.unwrap();
                    assert_eq!(total, found.len() as u64);
                    found.iter().map(|user| user.account.id).collect::<Vec<_>>()
                }
            };
            assert_eq!(found(sought.clone()).await, expected, "{sought:?}");
            let rest: Vec<_> = made
                .iter()
                .copied()
                .filter(|id| !expected.contains(id))
                .collect();
            let opposite = Sought::Not(Box::new(sought));
            assert_eq!(found(opposite.clone()).await, rest, "{opposite:?}");
        }
        let all = Sought::All(vec![]);
        let (total, page) = account::provisioned(&cx, &all, 1, 1).await.unwrap();
        assert_eq!((total, page[0].account.id), (3, kato));
    }
}

#[tokio::test]
async fn those_in_a_unit_are_told_by_their_accounts() {
    for world in World::both("nogata").await {
        let town = Town::model(&world.env).await;
        let cx = town.cx("administrator").await;
        let clerk = number(&cx, &town, "clerk").await;
        let id = account::provision(&cx, &clerk, &wanted("sato")).await;
        let id = id.unwrap().into_inner();
        let units = [town.unit("citizens"), town.unit("general")];
        let members = account::members(&cx, &units).await.unwrap();
        assert_eq!(members.len(), 1);
        assert_eq!((members[0].unit, members[0].account), (units[0], id));
        assert_eq!(members[0].name, "佐藤 花子");
        let _ = account::withdraw(&cx, id, "整理", 1).await.unwrap();
        assert!(account::members(&cx, &units).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_page_takes_as_many_statements_whatever_is_on_it() {
    for world in World::both("nogata").await {
        let town = Town::with_accounts(&world.env).await;
        let cx = town.cx("administrator").await;
        let all = Sought::All(vec![]);
        let units = [
            town.unit("citizens"),
            town.unit("general"),
            town.unit("systems"),
        ];
        let page = |size| account::provisioned(&cx, &all, 0, size);
        let members = |many: usize| account::members(&cx, &units[..many]);
        let (one, _) = world.statements_of(page(1)).await;
        let (many, found) = world.statements_of(page(200)).await;
        assert!(found.unwrap().1.len() > 10);
        assert_eq!((one, many), (3, 3));
        let (one, _) = world.statements_of(members(1)).await;
        let (many, found) = world.statements_of(members(3)).await;
        assert!(found.unwrap().len() > 4);
        assert_eq!((one, many), (2, 2));
    }
}
