//! What is under way in the seeded town hall: things half written, a template, and the daily checks of the last days.

use std::collections::BTreeSet;

use time::{Duration, Time};
use yakusho_accounts::directory::Audience;
use yakusho_accounts::registration;
use yakusho_kernel::{Fault, UnitId};
use yakusho_messaging::board::{self, CategoryId, PostForm};
use yakusho_messaging::circulation::{
    self, CirculationForm, Follows, Kind, Sequence, TemplateContent, TemplateForm,
};
use yakusho_messaging::daily_check;

use crate::city::Rank;
use crate::organisation::Town;
use crate::past::Past;

/// The rank from which members write.
const CLERK: i16 = 8;

/// The section whose members write.
const SECTION: &str = "市民|住民|総務";

/// How many days the daily checks go back; in a large town hall there are none yet, since each reminds everybody.
const CHECKED_DAYS: i64 = 7;
const CHECKED_STAFF: usize = 2_000;

/// Leaves it all as somebody at work would.
pub(crate) async fn fill(past: &Past, town: &Town, categories: &[CategoryId]) -> Result<(), Fault> {
    let section = town.unit_named(SECTION, Rank::Section);
    if let (Some(section), Some(category)) = (section, categories.first())
        && let Some(author) = town.member_of(section, CLERK)
    {
        let day = past.day(1);
        let cx = past
            .act(author, day, Time::MIDNIGHT + Duration::hours(16))
            .await?;
        let _ = board::draft(&cx, post(*category, section)).await?;
        let _ = circulation::draft(&cx, rota(section)).await?;
        let shared = past.registration(registration::Kind::Shared, day);
        let _ = circulation::add_template(&cx, report(section, shared)).await?;
    }
    if town.people.len() <= CHECKED_STAFF {
        for days_ago in (1..=CHECKED_DAYS).rev() {
            let morning = Time::MIDNIGHT + Duration::hours(6);
            let night = past.night("daily_check", past.day(days_ago), morning);
            daily_check::run(&night, &BTreeSet::new()).await?;
        }
    }
    Ok(())
}

/// A post of which neither the kind of information nor an end is chosen yet.
fn post(category: CategoryId, section: UnitId) -> PostForm {
    PostForm {
        category,
        title: "年末年始の窓口の業務について(案)".to_owned(),
        body: "年末は12月28日(月)まで、年始は1月4日(月)からです。\n\n- 戸籍の届出は守衛室で受け付けます"
            .to_owned(),
        section: Some(section),
        registration: None,
        starts_at: None,
        ends_at: None,
        pinned_until: None,
        comments: true,
        confirmation: None,
        files: Vec::new(),
    }
}

/// A circulation of which nobody has said yet to whom it goes and by when it is to be confirmed.
fn rota(section: UnitId) -> CirculationForm {
    CirculationForm {
        kind: Kind::Circulation,
        title: "窓口の当番表(作成中)".to_owned(),
        body: "1月の当番を入れてから回します。".to_owned(),
        section: Some(section),
        registration: None,
        audience: Audience::default(),
        sequence: Sequence::AtOnce,
        step_days: None,
        follows: Follows::Post,
        due: None,
        open_replies: false,
        files: Vec::new(),
    }
}

/// A report that is asked for every month.
fn report(section: UnitId, registration: Option<registration::Kind>) -> TemplateForm {
    TemplateForm {
        section: Some(section),
        name: "毎月の窓口件数の報告".to_owned(),
        content: TemplateContent {
            kind: Kind::Report,
            title: "窓口件数の報告のお願い".to_owned(),
            body: "先月の窓口の件数を、返信欄に記入してください。".to_owned(),
            section: Some(section),
            registration,
            audience: Audience {
                units: vec![section],
                ..Audience::default()
            },
            follows: Follows::Post,
            due_days: Some(5),
            open_replies: true,
            ..TemplateContent::default()
        },
    }
}
