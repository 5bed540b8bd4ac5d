//! Who has acknowledged a version and who has not, as a file.

use futures_util::{Stream, stream};
use poem::web::Path;
use poem::{Response, handler};
use yakusho_accounts::directory;
use yakusho_accounts::usage::{self, UsageRulesId};
use yakusho_kernel::{Cursor, Cx, Fault, PersonId, Timestamp};
use yakusho_webkit::csv::KIND;
use yakusho_webkit::{Answer, Lang, Visit};

use super::texts::Text;

/// How many people are read at once.
const CHUNK: usize = 500;

/// `GET /admin/usage-rules/:id/acknowledgements.csv`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<UsageRulesId>) -> Answer<Response> {
    let rules = usage::get(&visit.cx, id).await?;
    let name = format!("usage-rules-{}.csv", rules.number);
    Ok(visit.stream(&name, KIND, rows(visit.cx.clone(), visit.lang, id)))
}

/// Where the next piece begins.
enum Begin {
    Heading,
    Done(Option<Cursor>),
    NotYet(Option<Cursor>),
    Nowhere,
}

fn rows(cx: Cx, lang: Lang, id: UsageRulesId) -> impl Stream<Item = Result<Vec<u8>, Fault>> {
    stream::try_unfold((cx, Begin::Heading), move |(cx, begin)| async move {
        let piece = piece(&cx, lang, id, begin).await?;
        Ok(piece.map(|(piece, next)| (piece, (cx, next))))
    })
}

async fn piece(
    cx: &Cx,
    lang: Lang,
    id: UsageRulesId,
    begin: Begin,
) -> Result<Option<(Vec<u8>, Begin)>, Fault> {
    match begin {
        Begin::Heading => {
            let heading = [
                Text::StaffNumber,
                Text::Person,
                Text::Unit,
                Text::Post,
                Text::At,
            ];
            let heading = heading.map(|text| text.to(lang));
            Ok(Some((
                yakusho_sheet::begin(heading.iter().map(AsRef::as_ref)),
                Begin::Done(None),
            )))
        }
        Begin::Done(after) => {
            let found = usage::acknowledgements(cx, id, after.as_ref(), CHUNK).await?;
            let people: Vec<PersonId> = found.items.iter().map(|one| one.person).collect();
            let cards = directory::people(&cx.reader(), cx.today(), &people).await?;
            let rows = found.items.iter().filter_map(|one| {
                let card = cards.get(&one.person)?;
                Some(row(lang, card, Some(one.at)))
            });
            let next = found
                .next
                .map_or(Begin::NotYet(None), |next| Begin::Done(Some(next)));
            Ok(Some((yakusho_sheet::rows(rows), next)))
        }
        Begin::NotYet(after) => {
            let found = usage::outstanding(cx, id, after.as_ref(), CHUNK).await;
            let found = found?;
            let rows = found.items.iter().map(|card| row(lang, card, None));
            let next = found
                .next
                .map_or(Begin::Nowhere, |next| Begin::NotYet(Some(next)));
            Ok(Some((yakusho_sheet::rows(rows), next)))
        }
        Begin::Nowhere => Ok(None),
    }
}

fn row(lang: Lang, card: &directory::PersonCard, at: Option<Timestamp>) -> [String; 5] {
    let at = at.map_or_else(|| Text::NotYet.to(lang).into_owned(), yakusho_sheet::moment);
    [
        card.number.clone(),
        card.name.clone(),
        card.unit_name.clone(),
        card.post_title.clone(),
        at,
    ]
}
