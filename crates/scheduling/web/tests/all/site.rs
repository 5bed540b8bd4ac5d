//! The site of scheduling over the small town hall of accounts.

use std::ops::Deref;
use std::sync::Arc;

use yakusho_accounts::testing::Town;
use yakusho_blobs::Blobs;
use yakusho_testkit::World;
use yakusho_webkit::testing::{Client, Keys};
use yakusho_webkit::{App, Ground, Settings};

/// A running site and its world.
pub struct Site {
    /// Its world, with the clock.
    pub world: World,
    pub town: Arc<Town>,
    outside: Client,
}

impl Deref for Site {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.outside
    }
}

impl Site {
    /// The site under that city's profile.
    pub async fn of(city: &str) -> Self {
        Self::over(World::sqlite(city).await).await
    }

    /// One on each database.
    pub async fn both(city: &str) -> [Self; 2] {
        let [sqlite, postgres] = World::both(city).await;
        [Self::over(sqlite).await, Self::over(postgres).await]
    }

    async fn over(world: World) -> Self {
        let town = Arc::new(Town::with_accounts(&world.env).await);
        let people = Arc::clone(&town);
        let keys = Keys::of(["schedule", "facility_booking"], move |key| {
            let people = Arc::clone(&people);
            async move { people.introduced(&key).await }
        });
        let ground = Ground {
            env: Arc::clone(&world.env),
            blobs: Blobs::on_disk(world.folder().join("blobs")).await.unwrap(),
            settings: Settings::default(),
            authenticator: keys,
        };
        let offers = [
            yakusho_attachments_web::offer(),
            yakusho_scheduling_web::offer(),
        ];
        let outside = Client::of(App::new(ground, offers).unwrap());
        Self {
            world,
            town,
            outside,
        }
    }
}
