//! Reading circulations.

use yakusho_accounts::directory;
use yakusho_attachments::{AttachmentId, Bearer};
use yakusho_kernel::{Audited, Cursor, Cx, Fault, Page, PersonId};
use yakusho_regulation::{Lang, Role};
use yakusho_sheet::moment;

use super::access::{Found, find, reader};
use crate::circulation::model::{
    CirculationId, CirculationRow, CirculationState, CirculationView, Mine, Own, RecipientRow,
    RecipientState, SectionProgress, Tray,
};
use crate::circulation::{policy, store};
use crate::{Words, comment, proxy};

/// How many comments a circulation's page begins with.
const COMMENTS: usize = 50;

/// How many recipients it begins with: all are a page of their own, so that the comments stay in reach on a phone.
const RECIPIENTS: usize = 10;

/// A page of a tray.
pub async fn list(
    cx: &Cx,
    tray: Tray,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<CirculationRow>, Fault> {
    let after = after.map(Cursor::key).transpose()?;
    let (Some(standing), Some(reader)) = (cx.actor().standing(), reader(cx)) else {
        return Err(Fault::NotFound);
    };
    let whose = store::Whose { standing, reader };
    let rows = store::page(&cx.reader(), &whose, tray, after, size + 1).await?;
    Ok(Page::of(rows, size, |row| {
        let received = row.mine.and_then(|mine| mine.received_at);
        let at = received.filter(|_| tray.is_inbox());
        (at.unwrap_or(row.changed_at), row.id)
    }))
}

/// A circulation on its own page.
pub async fn show(cx: &Cx, id: CirculationId) -> Result<CirculationView, Fault> {
    let on = cx.reader();
    let Found {
        circulation,
        own,
        ties,
    } = find(&on, cx, id).await?;
    let watched = match reader(cx) {
        Some(reader) => store::is_watched(&on, reader, id).await?,
        None => false,
    };
    let sees_replies = ties.answers().holds() || circulation.content.open_replies;
    let thread = policy::thread(&circulation, ties);
    let comments = comment::page(&on, cx, &thread, None, COMMENTS).await?;
    let material = circulation.material_version;
    let list = store::recipients(&on, id, None, material, None, RECIPIENTS).await?;
    let may = policy::rights(&circulation, ties, own.as_ref());
    let shown_by = ties.sees_author(&circulation);
    let content = circulation.content;
    Ok(CirculationView {
        id,
        kind: content.kind,
        byline: circulation.byline,
        section: content.section,
        by: shown_by.then_some(circulation.by),
        state: circulation.state,
        registration: content.registration,
        audience: ties.answers().holds().then(|| content.audience.clone()),
        sequence: content.sequence,
        step_days: content.step_days,
        steps: (circulation.steps, circulation.step),
        follows: content.follows,
        due: content.due,
        open_replies: content.open_replies,
        sent_at: circulation.sent_at,
        ended_at: circulation.ended_at,
        changed_at: circulation.changed_at,
        total: circulation.total,
        confirmed: circulation.confirmed,
        version: circulation.version,
        first_version: circulation.first_version,
        revision: circulation.revision,
        mine: own.as_ref().map(|own| own.seen(material)),
        reply: own.and_then(|own| own.reply),
        watched,
        recipients: list.map(|row| row.without_reply_unless(sees_replies)),
        comments,
        may,
        words: match (circulation.state, circulation.removal) {
            (CirculationState::Removed, Some(removal)) => Words::Removed(removal),
            (CirculationState::Withdrawn, _) => Words::Withdrawn(circulation.changed_at),
            _ => Words::Shown(content.into()),
        },
    })
}

/// A page of those to whom a circulation goes, in the order of the organisation; of all, or of those in one state.
pub async fn recipients(
    cx: &Cx,
    id: CirculationId,
    only: Option<RecipientState>,
    after: Option<&Cursor>,
    size: usize,
) -> Result<Page<RecipientRow>, Fault> {
    let on = cx.reader();
    let Found {
        circulation, ties, ..
    } = find(&on, cx, id).await?;
    let sees_replies = ties.answers().holds() || circulation.content.open_replies;
    let material = circulation.material_version;
    let page = store::recipients(&on, id, only, material, after, size).await?;
    Ok(page.map(|row| row.without_reply_unless(sees_replies)))
}

/// How far each unit has come.
pub async fn progress(cx: &Cx, id: CirculationId) -> Result<Vec<SectionProgress>, Fault> {
    let on = cx.reader();
    let _ = find(&on, cx, id).await?;
    Ok(store::by_section(&on, id).await?)
}

/// The state of a circulation as a file for spreadsheets; taking it is put on record.
pub async fn state_csv(cx: &Cx, id: CirculationId, lang: Lang) -> Result<Audited<Vec<u8>>, Fault> {
    let on = cx.reader();
    let Found {
        circulation, ties, ..
    } = find(&on, cx, id).await?;
    let permit = policy::may_export(cx, &circulation, ties)?;
    let rows = store::all(&on, id, circulation.material_version).await?;
    let headings = match lang {
        Lang::Ja => [
            "職員番号",
            "所属",
            "職名",
            "氏名",
            "状態",
            "受信日時",
            "既読日時",
            "確認日時",
            "代理者",
            "代理の種別",
            "返信",
        ],
        Lang::En => [
            "Staff number",
            "Unit",
            "Post",
            "Name",
            "State",
            "Received",
            "Read",
            "Confirmed",
            "Proxy",
            "Kind of proxy",
            "Reply",
        ],
    };
    let people: Vec<PersonId> = rows.iter().map(|row| row.person).collect();
    let cards = directory::people(&on, cx.today(), &people).await?;
    let lines = rows.into_iter().map(|row| {
        let card = cards.get(&row.person);
        let (proxy, kind) = match row.by_proxy {
            Some((_, name, kind)) => (name, Some(kind)),
            None => (String::new(), None),
        };
        [
            card.map(|card| card.number.clone()).unwrap_or_default(),
            row.unit_name,
            row.post_title,
            row.name,
            state(row.state, row.outdated, lang).to_owned(),
            row.received_at.map(moment).unwrap_or_default(),
            row.read_at.map(moment).unwrap_or_default(),
            row.confirmed_at.map(moment).unwrap_or_default(),
            proxy,
            proxy::words(kind, lang),
            row.reply.unwrap_or_default(),
        ]
    });
    let file = yakusho_sheet::file(headings, lines);
    Ok(cx.disclose(permit, Some(&id), file).await?)
}

/// A state in words.
const fn state(state: RecipientState, outdated: bool, lang: Lang) -> &'static str {
    let [ja, en] = match state {
        RecipientState::Pending if outdated => [
            "未確認(変更前の内容は確認済み)",
            "not confirmed (but an earlier version)",
        ],
        RecipientState::Waiting => ["順番待ち", "waiting for their turn"],
        RecipientState::Pending => ["未確認", "not confirmed"],
        RecipientState::Confirmed => ["確認済み", "confirmed"],
        RecipientState::Passed => ["引継ぎ済み", "passed on"],
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

impl Bearer for CirculationId {
    /// A file that hangs on the circulation now is everyone's whom it reached, an earlier one those people's who answer
    /// for it, and one of a circulation that was taken down the supervisor's.
    async fn lets(&self, cx: &Cx, file: AttachmentId) -> Result<bool, Fault> {
        let on = cx.reader();
        let found = store::find(&on, *self, None).await?;
        if found.is_some_and(|(circulation, _)| circulation.state.is_gone()) {
            return Ok(cx.actor().holds(Role::SystemSupervisor));
        }
        let Found {
            circulation, ties, ..
        } = find(&on, cx, *self).await?;
        let mut current = circulation.content.files.iter();
        let current = current.any(|known| known.id == file);
        Ok(current || ties.answers().holds())
    }
}

impl RecipientRow {
    fn without_reply_unless(self, shown: bool) -> Self {
        Self {
            reply: self.reply.filter(|_| shown),
            ..self
        }
    }
}

impl Own {
    /// As it is shown to the recipient.
    fn seen(&self, material: i32) -> Mine {
        Mine {
            state: self.state,
            received_at: self.received_at,
            read_at: self.read_at,
            confirmed_at: self.confirmed_at,
            proxy: self.proxy,
            changed: self.version.is_some_and(|seen| seen < material),
            outdated: self.confirmed_at.is_some()
                && self.version.is_some_and(|seen| seen < material),
            revision: self.revision,
        }
    }
}
