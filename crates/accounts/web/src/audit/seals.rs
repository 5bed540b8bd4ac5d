//! How far the trail is sealed, and the signed heads to keep in a safe.

use maud::{Markup, html};
use poem::handler;
use poem::web::{Html, Path};
use uuid::Uuid;
use yakusho_audit::seal::{self, HeadRow};
use yakusho_audit_chain::SignedHead;
use yakusho_kernel::{DbError, Fault};
use yakusho_webkit::page::Page;
use yakusho_webkit::text::Common;
use yakusho_webkit::ui::{
    Alert, Button, Column, Empty, Icon, Table, buttons, definitions, link, moment, section,
    short_moment,
};
use yakusho_webkit::{Answer, PAGE_SIZE, Visit};

use super::texts::Text;
use super::{HEADS, PAGE};

/// Hexadecimal digits that the eye takes in at once.
const GROUP: usize = 4;

/// Groups on a line.
const GROUPS: usize = 4;

/// Up to where the trail is sealed and signed, and how much waits.
pub(super) async fn state(visit: &Visit) -> Result<Markup, DbError> {
    let (cx, lang) = (&visit.cx, visit.lang);
    let sealed = seal::head(cx).await?.seq;
    let pending = seal::pending(cx).await?;
    let signed = seal::last_signed(cx).await?;
    Ok(definitions([
        (
            Text::SealedUpTo.to(lang),
            html! {
                @if sealed == 0 { (Text::NothingSealed.to(lang)) }
                @else { (Text::UpToNumber { seq: sealed }.to(lang)) }
            },
        ),
        (
            Text::WaitingForSeal.to(lang),
            html! {
                (Text::Entries { n: pending.entries }.to(lang))
                @if let Some(since) = pending.since {
                    " " span.meta { (Text::OldestOf.to(lang)) " " (short_moment(lang, since.local())) }
                }
            },
        ),
        (
            Text::LastSigned.to(lang),
            html! {
                @match signed {
                    Some(at) => (moment(lang, at.local())),
                    None => (Text::NeverSigned.to(lang)),
                }
                " " (link(HEADS, Text::SignedHeads.to(lang)))
            },
        ),
    ]))
}

/// `GET /audit/heads`
#[handler]
pub(super) async fn list(visit: Visit) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let heads = seal::heads(&visit.cx, visit.after().as_ref(), PAGE_SIZE).await?;
    let heads = heads.into_inner();
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::SignedHeads.to(lang)).crumb(PAGE, Text::AuditTrail.to(lang));
    let columns = [
        Column::new(Text::SignedAt.to(lang)),
        Column::number(Text::LastNumber.to(lang)),
        Column::new(Text::SigningKey.to(lang)),
        Column::actions(Text::Details.to(lang)),
    ];
    let empty =
        Empty::new(Icon::Audit, Text::NeverSigned.to(lang)).advice(Text::HowToSign.to(lang));
    let table = Table::new(Text::SignedHeads.to(lang), columns)
        .rows(heads.items.iter().map(|head| {
            [
                moment(lang, head.at.local()).into(),
                head.seq.to_string().into(),
                html! { code { (head.key) } }.into(),
                html! {
                    (Button::link(format!("{HEADS}/{}", head.id), Text::ForTheSafe.to(lang)).small()
                        .icon(Icon::Print).about(Text::UpToNumber { seq: u64::try_from(head.seq).unwrap_or_default() }.to(lang)))
                }
                .into(),
            ]
        }))
        .empty(empty);
    Ok(Html(page.render(html! {
        p { (Text::HeadsIntro.to(lang)) }
        (table)
        (visit.pager(heads.next.as_ref()))
    })))
}

/// `GET /audit/heads/:id`: one to print.
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>) -> Answer<Html<Markup>> {
    let lang = visit.lang;
    let row = seal::signed_head(&visit.cx, id).await?.into_inner();
    let signed: SignedHead = row.text.parse().map_err(Fault::internal)?;
    let shell = visit.shell().await?;
    let page = Page::new(&shell, Text::SignedHead.to(lang))
        .crumb(PAGE, Text::AuditTrail.to(lang))
        .crumb(HEADS, Text::SignedHeads.to(lang))
        .meta(moment(lang, row.at.local()))
        .actions(html! { (Button::print(Common::Print.to(lang))) });
    Ok(Html(page.render(html! {
        (Alert::info(lang, Text::KeepAway.to(lang)))
        (facts(&visit, &row, &signed))
        (section(Text::WholeLine.to(lang), html! {
            p { (Text::WholeLineIntro.to(lang)) }
            p { code { (row.text) } }
            (buttons(Button::copy(&row.text, Text::CopyLine.to(lang), Text::LineCopied.to(lang))))
        }))
        (section(Text::HowToCheck.to(lang), html! {
            ol {
                li { (Text::CheckTakeOut.to(lang)) }
                li { (Text::CheckKey.to(lang)) " " code { "yakusho-batch audit key > audit.pub" } }
                li {
                    (Text::CheckRun.to(lang)) " "
                    code { "yakusho-batch audit verify audit.jsonl --key audit.pub --head head.txt" }
                }
                li { (Text::CheckCompare.to(lang)) }
            }
        }))
    })))
}

fn facts(visit: &Visit, row: &HeadRow, signed: &SignedHead) -> Markup {
    let lang = visit.lang;
    let head = &signed.head;
    definitions([
        (Text::Trail.to(lang), html! { code { (head.trail) } }),
        (Text::LastNumber.to(lang), html! { code { (head.seq) } }),
        (Text::SignedAt.to(lang), moment(lang, row.at.local())),
        (Text::AtInLine.to(lang), html! { code { (head.at) } }),
        (Text::SigningKey.to(lang), grouped(&row.key)),
        (Text::HashOfLast.to(lang), grouped(&head.hash.to_string())),
        (Text::Signature.to(lang), grouped(signature(&row.text))),
    ])
}

/// The signature is the last word of the line.
fn signature(line: &str) -> &str {
    line.rsplit(' ').next().unwrap_or_default()
}

/// Digits in groups and lines, so that two prints can be compared by eye.
fn grouped(digits: &str) -> Markup {
    let digits: Vec<char> = digits.chars().collect();
    let lines = digits.chunks(GROUP * GROUPS).map(|line| {
        let groups: Vec<String> = line
            .chunks(GROUP)
            .map(|group| group.iter().collect())
            .collect();
        groups.join(" ")
    });
    html! {
        @for line in lines { div { code { (line) } } }
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_four_and_lines_of_sixteen() {
        let html = grouped("0123456789abcdef01234567").into_string();
        assert_eq!(
            html,
            "<div><code>0123 4567 89ab cdef</code></div><div><code>0123 4567</code></div>"
        );
    }
}
