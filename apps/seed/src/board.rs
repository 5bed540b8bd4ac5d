//! The board of the seeded town hall: categories, and posts of the last weeks with some of their readers.

use time::{Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration::Kind;
use yakusho_kernel::{Fault, PersonId, Timestamp, UnitId};
use yakusho_messaging::board::{self, CategoryForm, CategoryId, Confirmation, PostForm};

use crate::city::Rank;
use crate::content::{BoardPost, CATEGORIES, POSTS};
use crate::organisation::Town;
use crate::past::Past;

/// The rank from which members, rather than heads, write.
const CLERK: i16 = 8;

/// Fills the board; gives its categories.
pub(crate) async fn fill(
    past: &Past,
    town: &Town,
    administrator: PersonId,
) -> Result<Vec<CategoryId>, Fault> {
    let categories = categories(past, administrator).await?;
    for post in POSTS.iter().rev() {
        let Some(section) = town.unit_named(post.section, Rank::Section) else {
            continue;
        };
        let Some(author) = town.member_of(section, CLERK) else {
            continue;
        };
        publish(past, post, categories[post.category], section, author).await?;
    }
    Ok(categories)
}

async fn categories(past: &Past, administrator: PersonId) -> Result<Vec<CategoryId>, Fault> {
    let cx = past
        .act(
            administrator,
            past.day(60),
            Time::MIDNIGHT + Duration::hours(9),
        )
        .await?;
    let mut ids = Vec::new();
    for (position, (ja, en)) in (1..).zip(CATEGORIES) {
        let form = CategoryForm {
            name_ja: (*ja).to_owned(),
            name_en: (*en).to_owned(),
            position,
            readers: Audience {
                everyone: true,
                ..Audience::default()
            },
            writers: Audience {
                everyone: true,
                ..Audience::default()
            },
            comments: true,
            ..CategoryForm::default()
        };
        ids.push(board::add_category(&cx, form).await?.into_inner());
    }
    Ok(ids)
}

async fn publish(
    past: &Past,
    post: &BoardPost,
    category: CategoryId,
    section: UnitId,
    author: PersonId,
) -> Result<(), Fault> {
    let day = past.day(post.days_ago);
    let minutes = 8 * 60 + 40 + i64::try_from(post.title.len()).unwrap_or(0) * 7 % 500;
    let cx = past
        .act(author, day, Time::MIDNIGHT + Duration::minutes(minutes))
        .await?;
    let kind = if post.pinned {
        Kind::Pressing
    } else {
        Kind::Shared
    };
    let form = PostForm {
        category,
        title: post.title.to_owned(),
        body: post.body.to_owned(),
        section: Some(section),
        registration: past.registration(kind, day),
        starts_at: None,
        ends_at: None,
        pinned_until: post
            .pinned
            .then(|| Timestamp::start_of(past.day(0) + Duration::WEEK)),
        comments: true,
        confirmation: post.confirm.then(|| Confirmation {
            due: Some(past.day(0) + Duration::days(5)),
        }),
        files: Vec::new(),
    };
    let id = board::draft(&cx, form).await?.into_inner();
    let _ = board::publish(&cx, id, 1).await?;
    Ok(())
}
