//! The schedule and the booking of facilities on both databases, in a small town hall.

use yakusho_accounts::testing::Town;
use yakusho_kernel::Cx;
use yakusho_regulation::Rule;
use yakusho_testkit::World;

/// A town hall in a world of its own.
pub(crate) struct Hall {
    pub(crate) world: World,
    pub(crate) town: Town,
}

impl Hall {
    /// One on each database, under that city's profile.
    pub(crate) async fn both(city: &str) -> Vec<Self> {
        let mut halls = Vec::new();
        for world in World::both(city).await {
            let town = Town::with_accounts(&world.env).await;
            halls.push(Self { world, town });
        }
        halls
    }

    /// An act by the person of that key, now.
    pub(crate) async fn cx(&self, key: &str) -> Cx {
        self.town.cx(key).await
    }
}

#[tokio::test]
async fn every_city_has_the_schedule_and_the_booking() {
    for city in ["nogata", "shiroishi"] {
        for hall in Hall::both(city).await {
            let cx = hall.cx("clerk").await;
            for rule in [Rule::Schedule, Rule::FacilityBooking] {
                let basis = hall.world.env.city().in_force(rule, cx.today());
                assert!(basis.is_some(), "{rule} in {city}");
            }
        }
    }
}
