//! Pledges of the seeded town hall, where its regulation asks for them: texts, those who gave theirs, and those who did not.

use yakusho_accounts::role;
use yakusho_compliance::pledge::{self, NewText, Occasion, PledgeKind};
use yakusho_kernel::{Fault, PersonId};
use yakusho_regulation::Role;

use crate::forms::nine;
use crate::organisation::Town;
use crate::past::Past;

/// How many people give theirs; the others still owe it.
const GIVEN: usize = 12;

/// Has the general manager set what is pledged, and some pledge it.
pub(crate) async fn fill(past: &Past, town: &Town, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(10), nine()).await?;
    let holders = role::holders(&cx.reader(), Role::ComputingGeneralManager, cx.today()).await?;
    let Some(manager) = holders.iter().find_map(|holder| holder.person) else {
        return Ok(());
    };
    for kind in PledgeKind::ALL {
        let cx = past.act(manager, past.day(9), nine()).await?;
        if cx.city().in_force(kind.rule(), cx.today()).is_none() {
            continue;
        }
        let new = NewText {
            kind,
            effective_on: cx.today(),
            body: body(kind).to_owned(),
        };
        let text = *pledge::publish(&cx, new).await?;
        let mut people = town.holders(|post| town.plan.posts[post].head);
        people.truncate(GIVEN);
        for person in people {
            let cx = past.act(person, past.day(8), nine()).await?;
            let _ = pledge::give(&cx, text, Occasion::Start).await?;
        }
    }
    Ok(())
}

const fn body(kind: PledgeKind) -> &'static str {
    match kind {
        PledgeKind::Secrecy => {
            "1 電子計算組織により処理する個人情報に関して職務上知り得た秘密を漏らしません。\n\
             2 職を退いた後も、同様とします。"
        }
        PledgeKind::Observance => {
            "1 個人情報の保護に関する法律及び情報セキュリティポリシーを遵守します。\n\
             2 付与されたアカウントを他人に使わせず、パスワードを漏らしません。"
        }
    }
}
