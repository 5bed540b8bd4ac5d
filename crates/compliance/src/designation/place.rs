//! What is operated, and whose manager says by whom.

use yakusho_kernel::{Cx, Fault, Reading};

use super::model::{Place, Target, TargetKind};
use crate::asset::{self, Asset, AssetKind};
use crate::inventory::{self, System};

/// What is operated, if the reader may see it.
pub async fn place(cx: &Cx, target: Target) -> Result<Place, Fault> {
    let place = find(&cx.reader(), cx, target).await?;
    let sees = match target {
        Target::System(_) => true,
        Target::Asset(_) => asset::policy::scope(cx).sees(place.section),
    };
    if sees {
        Ok(place)
    } else {
        Err(Fault::NotFound)
    }
}

/// What is operated.
pub(super) async fn find(on: &impl Reading, cx: &Cx, target: Target) -> Result<Place, Fault> {
    match target {
        Target::System(id) => {
            let system = inventory::store::system(on, id).await?;
            of_system(on, cx, &system.ok_or(Fault::NotFound)?).await
        }
        Target::Asset(id) => {
            let asset = asset::store::find(on, id).await?;
            of_asset(&asset.ok_or(Fault::NotFound)?)
        }
    }
}

/// A system as something that is operated.
pub(super) async fn of_system(on: &impl Reading, cx: &Cx, system: &System) -> Result<Place, Fault> {
    Ok(Place {
        target: Target::System(system.id),
        kind: if system.class.is_business() {
            TargetKind::BusinessSystem
        } else {
            TargetKind::InformationSystem
        },
        section: inventory::responsible(on, system, cx.today()).await?,
        name: system.name.clone(),
    })
}

/// Equipment as something that is operated. A printer or a cable is not: that there are operators of it is not found.
pub(crate) fn of_asset(asset: &Asset) -> Result<Place, Fault> {
    let kind = match asset.kind {
        AssetKind::Terminal => TargetKind::Terminal,
        kind if kind.is_central() => TargetKind::Central,
        _ => return Err(Fault::NotFound),
    };
    Ok(Place {
        target: Target::Asset(asset.id),
        kind,
        section: asset.section,
        name: format!("{} {}", asset.number, asset.name),
    })
}
