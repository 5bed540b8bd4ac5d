//! Templates.

use yakusho_kernel::{Conflict, Fault};
use yakusho_messaging::circulation::{self, Kind, TemplateContent, TemplateForm, TemplateOwner};

use crate::Hall;

fn form(name: &str) -> TemplateForm {
    TemplateForm {
        section: None,
        name: name.to_owned(),
        content: TemplateContent {
            kind: Kind::Report,
            title: "週報".to_owned(),
            due_days: Some(3),
            ..TemplateContent::default()
        },
    }
}

#[tokio::test]
async fn ones_own_template_is_ones_own_and_a_sections_is_its_members() {
    for hall in Hall::both("model").await {
        let citizens = hall.town.unit("citizens");
        let clerk = hall.cx("clerk").await;
        let own = *circulation::add_template(&clerk, form("週報"))
            .await
            .unwrap();
        hall.world.clock.turn(time::Duration::seconds(1));
        let clerk = hall.cx("clerk").await;
        let shared = TemplateForm {
            section: Some(citizens),
            ..form("課内週報")
        };
        let shared = *circulation::add_template(&clerk, shared).await.unwrap();
        let names = |page: yakusho_kernel::Page<circulation::Template>| {
            page.items
                .into_iter()
                .map(|template| template.name.into_inner())
                .collect::<Vec<_>>()
        };
        let mine = circulation::templates(&clerk, None, 10).await.unwrap();
        assert_eq!(names(mine), ["課内週報", "週報"]);
        let colleague = hall.cx("colleague").await;
        let theirs = circulation::templates(&colleague, None, 10).await.unwrap();
        assert_eq!(names(theirs), ["課内週報"]);
        let stranger = hall.cx("stranger").await;
        for id in [own, shared] {
            let hidden = circulation::template(&stranger, id).await;
            assert!(matches!(hidden, Err(Fault::NotFound)));
        }
        let foreign = TemplateForm {
            section: Some(citizens),
            ..form("よその")
        };
        let refused = circulation::add_template(&stranger, foreign).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));

        let _ = circulation::change_template(&colleague, shared, 1, form("月報"))
            .await
            .unwrap();
        let changed = circulation::template(&clerk, shared).await.unwrap();
        assert_eq!(changed.name.as_str(), "月報");
        assert_eq!(
            changed.owner,
            TemplateOwner::Section(citizens),
            "whose it is stays"
        );
        let stale = circulation::change_template(&clerk, shared, 1, form("年報")).await;
        assert!(matches!(stale, Err(Fault::Conflict(Conflict::CHANGED))));
        let foreign = circulation::close_template(&colleague, own, 1).await;
        assert!(matches!(foreign, Err(Fault::NotFound)));
        let _ = circulation::close_template(&clerk, own, 1).await.unwrap();
        assert!(circulation::template(&clerk, own).await.is_err());
    }
}
