//! Messaging on both databases, in a small town hall.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where what it rests on fails"
)]

mod attachment;
mod board_approval;
mod board_category;
mod board_comment;
mod board_nightly;
mod board_post;
mod board_reading;
mod board_removal;

mod circulation_comment;
mod circulation_handover;
mod circulation_nightly;
mod circulation_rank;
mod circulation_removal;
mod circulation_sending;
mod circulation_template;
mod daily_check;
mod in_place;
mod plans;
mod registration;
mod search;
mod summary;

use std::sync::Arc;

use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration::Kind;
use yakusho_accounts::testing::Town;
use yakusho_kernel::{Actor, Cx, Notices, OnBehalf, ProxyKind};
use yakusho_messaging::board::{self, BoardPostId, CategoryForm, CategoryId, PostForm, Published};
use yakusho_messaging::circulation::{self, CirculationForm, CirculationId, Sent};
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

    /// An act by one person in the place of another.
    pub(crate) async fn proxy(&self, key: &str, principal: &str, kind: ProxyKind) -> Cx {
        let of = OnBehalf {
            person: self.town.person(principal),
            kind,
        };
        let seats = self.town.standing(principal).await.seats;
        let standing = self.town.standing(key).await.acting_for(of, seats);
        self.world.cx(Actor::Person(Arc::new(standing)))
    }

    /// A category for everyone, with what the test changes of it.
    pub(crate) async fn category(&self, change: impl FnOnce(&mut CategoryForm)) -> CategoryId {
        let mut form = CategoryForm {
            name_ja: "お知らせ".to_owned(),
            readers: everyone(),
            writers: everyone(),
            comments: true,
            ..CategoryForm::default()
        };
        change(&mut form);
        let cx = self.cx("administrator").await;
        // Names are told apart.
        let known = board::all_categories(&cx).await.unwrap().len();
        form.name_ja.push_str(&"二".repeat(known));
        board::add_category(&cx, form).await.unwrap().into_inner()
    }

    /// A draft of that person.
    pub(crate) async fn draft(&self, key: &str, form: PostForm) -> BoardPostId {
        let cx = self.cx(key).await;
        board::draft(&cx, form).await.unwrap().into_inner()
    }

    /// A post of that person that others see.
    pub(crate) async fn post(&self, key: &str, form: PostForm) -> BoardPostId {
        let id = self.draft(key, form).await;
        let cx = self.cx(key).await;
        let outcome = *board::publish(&cx, id, 1).await.unwrap();
        assert_eq!(outcome, Published::Shown);
        id
    }

    /// A circulation that the person sent, with what the test changes of it.
    pub(crate) async fn sent(
        &self,
        key: &str,
        change: impl FnOnce(&mut CirculationForm),
    ) -> CirculationId {
        let mut form = circular();
        change(&mut form);
        let cx = self.cx(key).await;
        let id = circulation::draft(&cx, form).await.unwrap().into_inner();
        let outcome = *circulation::send(&cx, id, 1).await.unwrap();
        assert!(matches!(outcome, Sent::To { .. }));
        id
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

    /// How many notices of that kind a person has.
    pub(crate) async fn told_of(&self, key: &str, kind: &str) -> usize {
        let told = self.told(key).await;
        told.iter().filter(|known| *known == kind).count()
    }
}

/// Everyone.
pub(crate) fn everyone() -> Audience {
    Audience {
        everyone: true,
        ..Audience::default()
    }
}

/// A post for that category, of a kind that needs no approval.
pub(crate) fn post(category: CategoryId) -> PostForm {
    PostForm {
        category,
        title: "庁舎停電のお知らせ".to_owned(),
        body: "土曜日の午前中、庁舎が停電します。".to_owned(),
        section: None,
        registration: Some(Kind::Shared),
        starts_at: None,
        ends_at: None,
        pinned_until: None,
        comments: true,
        confirmation: None,
        files: Vec::new(),
    }
}

/// A circulation to nobody yet, of a kind that needs no approval.
pub(crate) fn circular() -> CirculationForm {
    CirculationForm {
        title: "研修の案内".to_owned(),
        body: "出席の可否を確認してください。".to_owned(),
        registration: Some(Kind::Pressing),
        ..CirculationForm::default()
    }
}
