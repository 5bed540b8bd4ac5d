//! What is set for terminals.

use yakusho_compliance::asset::AssetKind;
use yakusho_compliance::designation::Target;
use yakusho_compliance::ids::AssetId;
use yakusho_compliance::terminal::{self, Allowed, PermitForm, PermitId};
use yakusho_kernel::{Conflict, Fault};
use yakusho_testkit::keeps;

use crate::{Hall, TODAY};

impl Hall {
    pub(crate) async fn allowed(
        &self,
        by: &str,
        terminal: AssetId,
        allowed: Allowed,
    ) -> Result<PermitId, Fault> {
        let cx = self.cx(by).await;
        let form = PermitForm {
            allowed,
            first: cx.today(),
            last: None,
        };
        Ok(*terminal::allow(&cx, terminal, form).await?)
    }
}

#[tokio::test]
async fn a_permission_is_given_once_and_withdrawn() {
    for hall in Hall::both("muko").await {
        let id = hall
            .registered(hall.equipment(AssetKind::Terminal, "T-1"))
            .await;
        let business = |words: &str| Allowed::Business(words.to_owned());
        let by = "affairs_director";
        let first = hall
            .allowed(by, id, business("住民票の交付"))
            .await
            .unwrap();
        let again = hall.allowed(by, id, business(" 住民票の\n交付")).await;
        assert!(matches!(again, Err(Fault::Invalid(_))));
        assert!(matches!(
            hall.allowed(by, id, business(" ")).await,
            Err(Fault::Invalid(_))
        ));
        let cx = hall.cx(by).await;
        let _ = terminal::withdraw(&cx, id, first).await.unwrap();
        assert_eq!(terminal::permits(&cx, id).await.unwrap(), []);
        let gone = terminal::withdraw(&cx, id, first).await;
        assert!(matches!(gone, Err(Fault::NotFound)));
        // What is over keeps the days on which it held.
        let form = PermitForm {
            allowed: business("印鑑の登録"),
            first: cx.today(),
            last: Some(cx.today()),
        };
        let lapsed = *terminal::allow(&cx, id, form).await.unwrap();
        hall.world.clock.turn(time::Duration::days(30));
        let cx = hall.cx(by).await;
        let over = terminal::withdraw(&cx, id, lapsed).await;
        assert!(matches!(
            over,
            Err(Fault::Conflict(Conflict { code: "over" }))
        ));
        let stranger = hall.cx("stranger").await;
        assert!(matches!(
            terminal::permits(&stranger, id).await,
            Err(Fault::NotFound)
        ));
    }
}

#[tokio::test]
async fn the_rules_for_terminals_are_kept_in_versions_and_made_known() {
    for hall in Hall::both("muko").await {
        keeps!("muko:32-2");
        let id = hall
            .registered(hall.equipment(AssetKind::Terminal, "T-1"))
            .await;
        hall.designated("head", Target::Asset(id), hall.who("clerk"))
            .await
            .unwrap();
        let head = hall.cx("head").await;
        let own = terminal::publish(&head, "席を離れるときは画面を閉じる。", TODAY).await;
        assert!(matches!(own, Err(Fault::Denied(_))));
        let manager = hall.cx("affairs_director").await;
        for body in ["席を離れるときは画面を閉じる。", "私物の媒体を差さない。"]
        {
            let _ = terminal::publish(&manager, body, TODAY).await.unwrap();
        }
        let versions = terminal::versions(&hall.cx("clerk").await, None, 1)
            .await
            .unwrap();
        assert_eq!(
            (versions.items[0].version, versions.next.is_some()),
            (2, true)
        );
        assert_eq!(
            hall.told("clerk").await,
            ["terminal.rules", "terminal.rules"]
        );
    }
}
