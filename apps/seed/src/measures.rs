//! How the systems of the seeded town hall are protected, where its regulation asks for that: measures taken, reviewed and
//! ended, and security methods.

use yakusho_accounts::role;
use yakusho_compliance::ids::SystemId;
use yakusho_compliance::inventory;
use yakusho_compliance::protection::{
    self, EndForm, MeasureForm, MeasureId, MeasureKind, MethodsForm, ReviewForm,
};
use yakusho_kernel::{Cx, Fault, PersonId, UnitId};
use yakusho_regulation::Role;

use crate::forms::nine;
use crate::past::Past;

/// How many days ago the measures were entered.
const ENTERED: i64 = 40;

/// Enters the measures and methods of the first system by name.
pub(crate) async fn fill(past: &Past, administrator: PersonId) -> Result<(), Fault> {
    let cx = past.act(administrator, past.day(ENTERED), nine()).await?;
    let systems = inventory::systems(&cx, 1).await?;
    let (true, Some(system)) = (protection::asked(&cx), systems.first()) else {
        return Ok(());
    };
    if let Some(general) = holder(&cx, Role::GeneralManager, None).await? {
        let act = async |ago| past.act(general, past.day(ago), nine()).await;
        set(
            &act(ENTERED).await?,
            system.id,
            "端末とサーバの間の通信を暗号化する。",
        )
        .await?;
        let now = "端末とサーバの間の通信及び保存するデータを暗号化する。\n管理者の操作には二要素の認証を用いる。";
        set(&act(10).await?, system.id, now).await?;
    }
    if let Some(manager) = holder(&cx, Role::InformationSystemManager, None).await? {
        let cx = past.act(manager, past.day(ENTERED), nine()).await?;
        let guarded = "サーバ室を施錠し、入退室を記録する。主装置を免震の台に置く。";
        add(&cx, system.id, MeasureKind::Disaster, guarded).await?;
    }
    let section = Some(system.section);
    let Some(head) = holder(&cx, Role::InformationManager, section).await? else {
        return Ok(());
    };
    let act = async |ago| past.act(head, past.day(ago), nine()).await;
    let cx = act(ENTERED).await?;
    let copied = "夜間に控えを取り、別の建物に保管する。";
    let kept = add(&cx, system.id, MeasureKind::Data, copied).await?;
    let taped = "月末に磁気テープへ写し、耐火金庫に保管する。";
    let over = add(&cx, system.id, MeasureKind::Data, taped).await?;
    let cx = act(5).await?;
    let reviewed = ReviewForm {
        text: "夜間に控えを取り、別の建物に保管する。毎月一回、控えから戻せることを確かめる。"
            .to_owned(),
        finding: "控えから戻せることを確かめていなかったため、毎月確かめることとした。".to_owned(),
    };
    let _ = protection::review(&cx, kept, 1, reviewed).await?;
    let ended = EndForm {
        on: cx.today(),
        reason: "夜間の控えに替えたため。".to_owned(),
    };
    let _ = protection::end(&cx, over, 1, ended).await?;
    Ok(())
}

async fn holder(cx: &Cx, role: Role, unit: Option<UnitId>) -> Result<Option<PersonId>, Fault> {
    let holders = role::holders(&cx.reader(), role, cx.today()).await?;
    let mut of = holders.iter().filter(|holder| holder.unit == unit);
    Ok(of.find_map(|holder| holder.person))
}

async fn add(cx: &Cx, system: SystemId, kind: MeasureKind, text: &str) -> Result<MeasureId, Fault> {
    let form = MeasureForm {
        kind,
        text: text.to_owned(),
        since: cx.today(),
    };
    Ok(*protection::add(cx, system, form).await?)
}

async fn set(cx: &Cx, system: SystemId, text: &str) -> Result<(), Fault> {
    let form = MethodsForm {
        text: text.to_owned(),
        from: cx.today(),
    };
    let revision = inventory::system(cx, system).await?.revision;
    let _ = protection::set_methods(cx, system, revision, form).await?;
    Ok(())
}
