//! Whose rights hold in a folder, and why somebody may see what is in it.

use yakusho_accounts::directory::{self, Audience};
use yakusho_kernel::{
    Audit, Conflict, Cx, Fault, FieldError, Invalid, Key, PostId, Reading, Saved, Tx, UnitId,
};

use super::access::{Found, find, find_at};
use crate::cabinet::model::{FolderId, Grant, Reason, Rights, RightsForm, Shares};
use crate::cabinet::{policy, store};

/// The rights in a folder, for whoever manages it.
pub async fn rights(cx: &Cx, id: FolderId) -> Result<Rights, Fault> {
    let on = cx.reader();
    let Found { folder, level } = find(&on, cx, id).await?;
    let _ = policy::may_set_rights(cx, &folder, level)?;
    let of = store::find(&on, folder.rights).await?;
    Ok(Rights {
        own: folder.has_own_rights(),
        of: folder.rights,
        of_name: of.map(|of| of.name).unwrap_or_default(),
        form: RightsForm::of(&store::grants(&on, folder.rights).await?),
    })
}

/// Gives a folder rights of its own, or has those of the folder above hold in it again.
pub async fn set_rights(
    cx: &Cx,
    id: FolderId,
    revision: i32,
    form: Option<RightsForm>,
) -> Result<Saved<()>, Fault> {
    let tx = cx.begin().await?;
    let Found { mut folder, level } = find_at(&tx, cx, id, revision).await?;
    let permit = policy::may_set_rights(cx, &folder, level)?;
    store::lock(&tx, folder.cabinet).await?;
    let grants = match (form, folder.parent) {
        (Some(form), _) => settled(&tx, form).await?.grants(folder.section),
        (None, Some(_)) => Vec::new(),
        (None, None) => return Err(Conflict { code: "is_cabinet" }.into()),
    };
    let before = folder.rights;
    folder.rights = match folder.parent.filter(|_| grants.is_empty()) {
        Some(parent) => {
            let parent = store::find(&tx, parent).await?.ok_or(Fault::NotFound)?;
            parent.rights
        }
        None => id,
    };
    let below = store::below(&tx, &folder).await?;
    let below: Vec<FolderId> = below.iter().map(|folder| folder.id).collect();
    folder.changed_at = cx.now();
    store::set(&tx, &permit, id, &grants).await?;
    store::inherit(&tx, &permit, &below, before, folder.rights).await?;
    store::save(&tx, &permit, &folder).await?;
    let grants: Vec<(String, &str)> = grants
        .iter()
        .map(|(key, level)| (key.to_string(), level.code()))
        .collect();
    let version = tx.keep_version(&id, &(&folder.name, grants)).await?;
    let entry = Audit::of(permit, &id)
        .version(&version)
        .with("own_rights", folder.has_own_rights());
    Ok(tx.commit(entry, ()).await?)
}

/// Why the one who acts may see what is in a folder: every right that they have there, the highest first.
pub async fn explain(cx: &Cx, id: FolderId) -> Result<Vec<Reason>, Fault> {
    let on = cx.reader();
    let Found { folder, .. } = find(&on, cx, id).await?;
    let place = store::find(&on, folder.rights).await?;
    let place_name = place.map(|place| place.name).unwrap_or_default();
    let mut grants = store::reasons(&on, folder.rights, &policy::reach(cx)).await?;
    grants.sort_unstable_by_key(|(key, level)| (std::cmp::Reverse(*level), *key));
    let names = Names::of(&on, cx, &grants).await?;
    Ok(grants
        .into_iter()
        .map(|(key, level)| Reason {
            level,
            to: names.shares(key),
            place: folder.rights,
            place_name: place_name.clone(),
        })
        .collect())
}

/// What units and posts are called today.
struct Names {
    units: std::collections::HashMap<UnitId, String>,
    posts: std::collections::HashMap<PostId, directory::PostCard>,
}

impl Names {
    async fn of(on: &impl Reading, cx: &Cx, grants: &[Grant]) -> Result<Self, Fault> {
        let (mut units, mut posts) = (Vec::new(), Vec::new());
        for (key, _) in grants {
            match *key {
                Key::Unit(unit) | Key::Head(unit) => units.push(unit),
                Key::Post(post) => posts.push(post),
                Key::Everyone | Key::Person(_) => {}
            }
        }
        Ok(Self {
            units: directory::unit_names(on, cx.today(), &units).await?,
            posts: directory::post_cards(on, cx.today(), &posts).await?,
        })
    }

    fn shares(&self, key: Key) -> Shares {
        let unit = |unit: UnitId| self.units.get(&unit).cloned().unwrap_or_default();
        match key {
            Key::Everyone => Shares::Everyone,
            Key::Unit(id) => Shares::Unit(id, unit(id)),
            Key::Head(id) => Shares::Head(id, unit(id)),
            Key::Person(person) => Shares::Person(person),
            Key::Post(post) => {
                let card = self.posts.get(&post);
                let name = card.map(|card| format!("{} {}", card.unit_name, card.title));
                Shares::Post(post, name.unwrap_or_default())
            }
        }
    }
}

/// Rights as they were entered, with the people of groups in place of the groups. A fault names the part within its
/// field, e.g. `readers.units`.
pub(super) async fn settled(tx: &Tx, form: RightsForm) -> Result<RightsForm, Fault> {
    Ok(RightsForm {
        readers: audience(tx, "readers", form.readers).await?,
        writers: audience(tx, "writers", form.writers).await?,
    })
}

async fn audience(tx: &Tx, field: &'static str, entered: Audience) -> Result<Audience, Fault> {
    match directory::admit_settled(tx.cx(), tx, entered).await {
        Err(Fault::Invalid(invalid)) => {
            let errors = invalid.errors.into_iter().map(|error| FieldError {
                field: format!("{field}.{}", error.field),
                ..error
            });
            let errors = errors.collect();
            Err(Invalid { errors }.into())
        }
        other => other,
    }
}
