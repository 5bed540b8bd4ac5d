//! In whose name somebody writes: a section's, or one's own.

use maud::{Markup, Render};
use yakusho_accounts::directory;
use yakusho_kernel::UnitId;
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Reader, SignedIn, Visit};

/// The field.
const FIELD: &str = "section";

/// Its value for one's own name.
const OWN: &str = "own";

yakusho_webkit::texts! {
    enum Text {
        Label: "誰の名前で出すか" / "In whose name";
        Help: "所属の名前で出しても、実際に書いた人は記録に残ります。" / "Who really wrote it is kept on record in either case.";
        Principal { name: String, kind: String }: "{name}({kind})" / "{name} ({kind})";
        Own { name: String }: "{name}(自分の名前)" / "{name} (my own)";
    }
}

/// The units in whose name one may write, by name, that of the main post first.
pub(crate) async fn sections(visit: &Visit) -> Answer<Vec<(UnitId, String)>> {
    let cx = &visit.cx;
    let standing = cx.actor().standing();
    let units = standing.map_or_else(Vec::new, yakusho_messaging::sections);
    let mut names = directory::unit_names(&cx.reader(), cx.today(), &units).await?;
    let named = units.into_iter();
    Ok(named
        .filter_map(|unit| Some((unit, names.remove(&unit)?)))
        .collect())
}

/// The field: the sections to choose from, and one's own name.
pub(crate) fn field(
    visit: &Visit,
    form: &Form,
    sections: &[(UnitId, String)],
    chosen: Option<UnitId>,
) -> Markup {
    let lang = visit.lang;
    let own = match visit.signed_in() {
        Some(SignedIn {
            acting_for: Some((name, kind)),
            ..
        }) => Text::Principal {
            name: name.clone(),
            kind: kind(lang).into_owned(),
        },
        me => Text::Own {
            name: me.map_or("", |me| &*me.display_name).to_owned(),
        },
    };
    let own = Choice::new(OWN, own.to(lang));
    let choices = sections
        .iter()
        .map(|(unit, name)| Choice::new(unit.to_string(), &**name))
        .chain([own]);
    let value = chosen.map_or_else(|| OWN.to_owned(), |unit| unit.to_string());
    form.radios(FIELD, Text::Label.to(lang))
        .required()
        .options(choices)
        .value(value)
        .help(Text::Help.to(lang))
        .render()
}

/// The section that was chosen; none for one's own name.
pub(crate) fn read(read: &mut Reader<'_>) -> Option<UnitId> {
    let chosen = read.with(FIELD, |text| match text {
        OWN => Some(None),
        unit => unit.parse().ok().map(Some),
    });
    chosen.flatten()
}
