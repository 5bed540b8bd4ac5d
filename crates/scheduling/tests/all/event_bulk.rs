//! Calendars that are brought over from elsewhere.

use yakusho_kernel::Fault;
use yakusho_scheduling::event::{self, EventForm, Owner, RecurrenceForm};
use yakusho_scheduling::recurrence::OnClosed;

use crate::{Hall, hours, starts};

#[tokio::test]
async fn the_system_alone_brings_calendars_over_whole_and_with_their_versions() {
    for hall in Hall::both("nogata").await {
        let clerk = hall.owner("clerk");
        let once = EventForm::new(clerk, "来客", hours("2026-11-26 13:00", 1));
        let series = EventForm {
            recurrence: Some(RecurrenceForm {
                rule: "FREQ=DAILY;COUNT=2".to_owned(),
                on_closed: OnClosed::Keep,
            }),
            ..EventForm::new(clerk, "窓口当番", hours("2026-11-24 09:00", 2))
        };
        let forms = [once.clone(), series];
        let refused = event::bring_over(&hall.cx("clerk").await, &forms).await;
        assert!(matches!(refused, Err(Fault::Denied(_))));
        let system = hall.world.system();
        let of_unit = EventForm {
            owner: Owner::Unit(hall.town.unit("citizens")),
            ..once.clone()
        };
        let refused = event::bring_over(&system, &[once.clone(), of_unit]).await;
        assert!(matches!(refused, Err(Fault::Invalid(_))));
        assert_eq!(*event::bring_over(&system, &forms).await.unwrap(), 2);
        let items = hall.items("colleague", "clerk").await;
        assert_eq!(
            starts(&items),
            ["11-24 09:00", "11-25 09:00", "11-26 13:00"]
        );
        let seen = items[2].seen.as_ref().unwrap().event;
        let kept = event::history(&hall.cx("clerk").await, seen, None, 10).await;
        assert_eq!(kept.unwrap().items.len(), 1);
        assert!(hall.told("clerk").await.is_empty());
        assert_eq!(hall.found("colleague", "来客").await, [seen]);
    }
}
