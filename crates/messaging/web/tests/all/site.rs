//! The site of messaging over the small town hall of accounts.

use std::ops::Deref;
use std::sync::Arc;

use yakusho_accounts::directory::Audience;
use yakusho_accounts::testing::Town;
use yakusho_blobs::Blobs;
use yakusho_messaging::board::{self, Approval, CategoryForm, CategoryId};
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

    async fn over(world: World) -> Self {
        let town = Arc::new(Town::with_accounts(&world.env).await);
        let people = Arc::clone(&town);
        let keys = Keys::of(["board", "circulation"], move |key| {
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
            yakusho_messaging_web::offer(),
        ];
        let outside = Client::of(App::new(ground, offers).unwrap());
        Self {
            world,
            town,
            outside,
        }
    }

    /// A category that everybody reads and writes to.
    pub async fn category(&self, approval: Approval) -> CategoryId {
        let everyone = Audience {
            everyone: true,
            ..Audience::default()
        };
        let form = CategoryForm {
            name_ja: "お知らせ".to_owned(),
            name_en: "News".to_owned(),
            position: 1,
            readers: everyone.clone(),
            writers: everyone,
            comments: true,
            approval,
            closed: false,
        };
        let cx = self.town.cx("administrator").await;
        *board::add_category(&cx, form).await.unwrap()
    }
}
