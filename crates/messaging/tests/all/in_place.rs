//! In whose section's name somebody writes who acts in another's place.

use yakusho_kernel::{Fault, ProxyKind, UnitId};
use yakusho_messaging::board::{self, PostForm};
use yakusho_messaging::circulation::{self, CirculationForm, TemplateContent, TemplateForm};
use yakusho_messaging::sections;
use yakusho_messaging::versions::Change;

use crate::{Hall, circular, post};

fn refused<T>(tried: Result<T, Fault>) -> bool {
    matches!(tried, Err(Fault::Denied(denied)) if denied.why == "section")
}

#[tokio::test]
async fn whoever_acts_for_another_writes_for_the_others_section_and_not_for_their_own() {
    for hall in Hall::both("model").await {
        let category = hall.category(|_| {}).await;
        let (own, principals) = (hall.town.unit("planning"), hall.town.unit("citizens"));
        let proxy = hall
            .proxy("stranger", "clerk", ProxyKind::ActingForPost)
            .await;
        let offered = sections(proxy.actor().standing().unwrap());
        assert!(offered.contains(&principals) && !offered.contains(&own));

        let said = |section: UnitId| PostForm {
            section: Some(section),
            ..post(category)
        };
        let sent = |section: UnitId| CirculationForm {
            section: Some(section),
            ..circular()
        };
        let template = |section: UnitId| TemplateForm {
            name: "研修".to_owned(),
            section: Some(section),
            content: TemplateContent::default(),
        };
        assert!(refused(board::draft(&proxy, said(own)).await));
        assert!(refused(circulation::draft(&proxy, sent(own)).await));
        assert!(refused(
            circulation::add_template(&proxy, template(own)).await
        ));

        let id = *board::draft(&proxy, said(principals)).await.unwrap();
        let _ = board::publish(&proxy, id, 1).await.unwrap();
        let view = board::show(&proxy, id, 10).await.unwrap();
        let by = view.by.unwrap();
        assert_eq!(view.byline, "市民課");
        assert_eq!(by.author, hall.town.person("clerk"));
        assert_eq!(by.hand, hall.town.person("stranger"));
        assert_eq!(by.proxy, Some(ProxyKind::ActingForPost));
        let edited = board::edit(&proxy, id, view.revision, said(principals), Change::Minor);
        assert!(edited.await.is_ok() && view.may.edit);
        let _ = circulation::draft(&proxy, sent(principals)).await.unwrap();
        let _ = circulation::add_template(&proxy, template(principals))
            .await
            .unwrap();
        let templates = circulation::templates(&proxy, None, 10).await.unwrap();
        assert_eq!(templates.items.len(), 1);

        // For themselves they write for their own section, and what they wrote for the other's is not theirs.
        let alone = hall.cx("stranger").await;
        let _ = board::draft(&alone, said(own)).await.unwrap();
        assert!(refused(board::draft(&alone, said(principals)).await));
        assert!(!board::show(&alone, id, 10).await.unwrap().may.edit);
        let clerk = hall.cx("clerk").await;
        assert!(board::show(&clerk, id, 10).await.unwrap().may.edit);
    }
}
