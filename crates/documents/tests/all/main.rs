//! Cabinets and their documents on both databases, in a small town hall.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod disposal;
mod folder;
mod handover;
mod history;
mod import;
mod lock;
mod plans;
mod receipt;
mod registering;
mod review;
mod rights;
mod search;

use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration::Kind;
use yakusho_accounts::testing::Town;
use yakusho_attachments::{self as attachments, AttachmentId};
use yakusho_blobs::Blobs;
use yakusho_documents::cabinet::{self, CabinetForm, FolderId, RightsForm};
use yakusho_documents::document::{
    self, Category, DocumentForm, DocumentId, DocumentRow, Filter, Registered, Retention, View,
};
use yakusho_kernel::{Cx, Fault, Notices, UnitId};
use yakusho_testkit::World;

/// A town hall in a world of its own.
pub(crate) struct Hall {
    pub(crate) world: World,
    pub(crate) town: Town,
    pub(crate) blobs: Blobs,
}

impl Hall {
    /// One on each database, under that city's profile.
    pub(crate) async fn both(city: &str) -> Vec<Self> {
        let mut halls = Vec::new();
        for world in World::both(city).await {
            let town = Town::with_accounts(&world.env).await;
            let blobs = Blobs::on_disk(world.folder().join("blobs")).await.unwrap();
            halls.push(Self { world, town, blobs });
        }
        halls
    }

    /// An act by the person of that key, now.
    pub(crate) async fn cx(&self, key: &str) -> Cx {
        self.town.cx(key).await
    }

    /// A cabinet of the 市民課, which everyone reads and its people write to, with what the test changes of that.
    pub(crate) async fn cabinet(&self, change: impl FnOnce(&mut CabinetForm)) -> FolderId {
        let section = self.town.unit("citizens");
        let mut form = CabinetForm {
            section,
            name: "様式集".to_owned(),
            position: 0,
            rights: RightsForm {
                readers: everyone(),
                writers: of(section),
            },
        };
        change(&mut form);
        let cx = self.cx("administrator").await;
        cabinet::found(&cx, form).await.unwrap().into_inner()
    }

    /// A folder in another one, added by the person of that key.
    pub(crate) async fn folder(&self, key: &str, parent: FolderId, name: &str) -> FolderId {
        let cx = self.cx(key).await;
        cabinet::add(&cx, parent, name, 0)
            .await
            .unwrap()
            .into_inner()
    }

    /// A draft of the person of that key.
    pub(crate) async fn draft(&self, key: &str, form: DocumentForm) -> DocumentId {
        let cx = self.cx(key).await;
        document::draft(&cx, form).await.unwrap().into_inner()
    }

    /// A document that the person of that key registered.
    pub(crate) async fn registered(&self, key: &str, form: DocumentForm) -> DocumentId {
        let id = self.draft(key, form).await;
        let cx = self.cx(key).await;
        let outcome = *document::register(&cx, id, 1).await.unwrap();
        assert!(matches!(outcome, Registered::Numbered(_)), "{outcome:?}");
        id
    }

    /// What a list shows the person of that key.
    pub(crate) async fn list(&self, key: &str, view: View) -> Result<Vec<DocumentRow>, Fault> {
        let cx = self.cx(key).await;
        let page = document::list(&cx, view, &Filter::default(), None, 50).await?;
        Ok(page.items)
    }

    /// A file of that name that the person of that key uploaded.
    pub(crate) async fn upload(
        &self,
        key: &str,
        name: &str,
        content: &'static [u8],
    ) -> AttachmentId {
        let cx = self.cx(key).await;
        let file = attachments::upload(&cx, &self.blobs, name, content).await;
        file.unwrap().into_inner().id
    }

    /// The kinds of the notices that a person has, the oldest first.
    pub(crate) async fn told(&self, key: &str) -> Vec<String> {
        let on = self.world.env.db().reader();
        let notices = Notices(self.town.person(key));
        let page = notices.page(&on, None, 100).await.unwrap();
        let mut kinds: Vec<String> = page.items.into_iter().map(|notice| notice.kind).collect();
        kinds.reverse();
        kinds
    }
}

/// Everyone.
pub(crate) fn everyone() -> Audience {
    Audience {
        everyone: true,
        ..Audience::default()
    }
}

/// Those of a unit.
pub(crate) fn of(unit: UnitId) -> Audience {
    Audience {
        units: vec![unit],
        ..Audience::default()
    }
}

/// A form of the fiscal year 2026 in that folder, without a file.
pub(crate) fn form(folder: FolderId) -> DocumentForm {
    DocumentForm {
        folder,
        title: "休暇届".to_owned(),
        notes: "令和8年度から使う様式です。".to_owned(),
        category: Some(Category::Form),
        registration: Some(Kind::Constant),
        tags: vec!["人事".to_owned()],
        fiscal_year: 2026,
        valid_from: None,
        valid_until: None,
        review_on: None,
        retention: Retention::Years5,
        files: Vec::new(),
        all_the_same: false,
        reason: String::new(),
    }
}
