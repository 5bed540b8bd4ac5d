//! Outsourcing contracts, from being drawn up to being concluded.

use time::macros::date;
use yakusho_compliance::outsourcing::{self, Contract, ContractForm, ContractId};
use yakusho_kernel::{Fault, Invalid, Saved, versions};
use yakusho_testkit::keeps;

use crate::{Hall, TODAY};

fn form(articles: &str, text: &str) -> ContractForm {
    ContractForm {
        title: "窓口予約システムの保守".to_owned(),
        contractor: "株式会社みらいシステム".to_owned(),
        work: "障害の対応と月次の点検".to_owned(),
        days: (TODAY, date!(2027 - 03 - 31)),
        articles: articles.to_owned(),
        text: text.to_owned(),
        files: Vec::new(),
    }
}

impl Hall {
    async fn contract(&self, form: ContractForm) -> ContractId {
        let cx = self.cx("head").await;
        let section = self.town.unit("citizens");
        *outsourcing::add(&cx, section, form).await.unwrap()
    }

    async fn signed(&self, id: ContractId) -> Result<(), Fault> {
        let cx = self.cx("head").await;
        let revision = self.as_it_is(id).await.revision;
        let saved = outsourcing::conclude(&cx, id, revision, TODAY).await;
        saved.map(Saved::into_inner)
    }

    async fn as_it_is(&self, id: ContractId) -> Contract {
        let cx = self.cx("head").await;
        outsourcing::show(&cx, id).await.unwrap().contract
    }
}

#[tokio::test]
async fn it_is_not_concluded_without_clauses_on_personal_information() {
    for hall in Hall::both("shiroishi").await {
        keeps!("shiroishi:22");
        for (articles, text, missing) in [
            ("", "", &["articles", "text"][..]),
            ("第12条", " \n", &["text"]),
            ("", "乙は、個人情報を漏らしてはならない。", &["articles"]),
        ] {
            let id = hall.contract(form(articles, text)).await;
            let Err(Fault::Invalid(Invalid { errors })) = hall.signed(id).await else {
                unreachable!("it lacks its clauses");
            };
            let fields: Vec<&str> = errors.iter().map(|error| &*error.field).collect();
            assert_eq!(fields, missing);
            let basis = errors[0].basis.as_ref().unwrap();
            assert_eq!(basis.to_string(), "shiroishi:22");
        }
        let text = "乙は、個人情報を漏らしてはならない。";
        let id = hall.contract(form("第12条", text)).await;
        hall.signed(id).await.unwrap();
        let contract = hall.as_it_is(id).await;
        assert_eq!(contract.concluded.unwrap().0, TODAY);
        let digest = yakusho_blobs::BlobHash::of(text.as_bytes());
        assert_eq!(contract.digest, digest.to_string());
        // What was concluded does not change.
        let cx = hall.cx("head").await;
        let changed = outsourcing::change(&cx, id, contract.revision, form("", "")).await;
        assert!(matches!(changed, Err(Fault::Conflict(_))));
        let again = hall.signed(id).await;
        assert!(matches!(again, Err(Fault::Conflict(_))));
    }
}

#[tokio::test]
async fn it_is_the_section_s_and_every_version_stays() {
    for hall in Hall::both("shiroishi").await {
        let id = hall.contract(form("", "")).await;
        for (key, sees, keeps) in [
            ("head", true, true),
            ("clerk", true, false),
            ("deputy_mayor", true, false),
            ("stranger", false, false),
        ] {
            let cx = hall.cx(key).await;
            let shown = outsourcing::show(&cx, id).await;
            assert_eq!(shown.is_ok(), sees, "{key}");
            assert_eq!(shown.is_ok_and(|view| view.may.keep), keeps, "{key}");
            let listed = outsourcing::list(&cx, None, 10).await.unwrap();
            assert_eq!(listed.items.len(), usize::from(sees), "{key}");
        }
        let clerk = hall.cx("clerk").await;
        let section = hall.town.unit("citizens");
        let added = outsourcing::add(&clerk, section, form("", "")).await;
        assert!(matches!(added, Err(Fault::Denied(_))));
        let changed = outsourcing::change(&clerk, id, 1, form("第1条", "")).await;
        assert!(matches!(changed, Err(Fault::Denied(_))));
        let stranger = hall.cx("stranger").await;
        let changed = outsourcing::change(&stranger, id, 1, form("第1条", "")).await;
        assert!(matches!(changed, Err(Fault::NotFound)));

        let head = hall.cx("head").await;
        let changed = outsourcing::change(&head, id, 1, form("第1条", "")).await;
        changed.unwrap().into_inner();
        let late = outsourcing::change(&head, id, 1, form("第2条", "")).await;
        assert!(matches!(late, Err(Fault::Conflict(_))));
        let kept = versions(&head.reader(), &id, 10).await.unwrap();
        assert_eq!(kept.len(), 2);
    }
}

#[tokio::test]
async fn they_are_listed_by_their_end() {
    for hall in Hall::both("shiroishi").await {
        let mut ids = Vec::new();
        for last in [
            date!(2027 - 01 - 31),
            date!(2027 - 03 - 31),
            date!(2027 - 03 - 31),
        ] {
            let days = (TODAY, last);
            ids.push(
                hall.contract(ContractForm {
                    days,
                    ..form("", "")
                })
                .await,
            );
        }
        let cx = hall.cx("head").await;
        let first = outsourcing::list(&cx, None, 2).await.unwrap();
        let rest = outsourcing::list(&cx, first.next.as_ref(), 2)
            .await
            .unwrap();
        let listed = first.items.iter().chain(&rest.items).map(|one| one.id);
        assert_eq!(listed.collect::<Vec<_>>(), [ids[2], ids[1], ids[0]]);
        assert!(rest.next.is_none());
    }
}
