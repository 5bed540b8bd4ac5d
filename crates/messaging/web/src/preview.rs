//! How something will look that is still being written.

use std::borrow::Cow;

use maud::{Markup, html};
use yakusho_messaging::text::{Body, Title};
use yakusho_webkit::ui::{article, link, section};
use yakusho_webkit::{Fields, Lang};

use crate::press::PRESSES;
use yakusho_attachments_web::{self as attachments, Files};

yakusho_webkit::texts! {
    enum Text {
        Advice: "このように表示されます。直すところがあれば、下の入力欄で直してください。" / "This is how it will look. Change it below where you need to.";
        GoOn: "このままでよければ、公開・送信のボタンへ" / "Go on to the buttons if it is as it should be";
    }
}

/// Below that heading, how title, body and files will look; none where nothing is written yet.
pub(crate) fn look(
    lang: Lang,
    heading: Cow<'static, str>,
    files: &Files,
    fields: &Fields,
) -> Option<Markup> {
    let title = Title::parse(&fields.text("title")).ok();
    let body = Body::parse(&fields.text("body")).ok();
    if title.is_none() && body.is_none() {
        return None;
    }
    let chosen: Vec<_> = files.chosen().cloned().collect();
    Some(section(
        heading,
        html! {
            p.meta { (Text::Advice.to(lang)) }
            div.preview {
                @if let Some(title) = &title { h3 { (title.as_str()) } }
                @if let Some(body) = &body { (article(body.as_str())) }
                (attachments::listed(lang, &chosen))
            }
            p { (link(format!("#{PRESSES}"), Text::GoOn.to(lang))) }
        },
    ))
}
