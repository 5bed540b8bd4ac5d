//! Files of something: shown, and taken in by forms.

use maud::{Markup, Render, html};
use yakusho_attachments::{self as attachments, Attachment, AttachmentId, MOST_FILES};
use yakusho_kernel::{Invalid, Reason};
use yakusho_webkit::text::{Common, size};
use yakusho_webkit::ui::{self, Control, Form, Frame};
use yakusho_webkit::{Answer, Fields, Lang, Upload, Visit};

use crate::words;

/// The files that a form keeps, by their ids.
const KEPT: &str = "files";

/// The files that a form brings beside those that it keeps.
const NEW: &str = "new_files";

yakusho_webkit::texts! {
    enum Text {
        Kept: "添付中のファイル" / "Files attached so far";
        KeptHelp: "外したいファイルはチェックを消してください。" / "Untick a file to leave it out.";
        Add: "ファイルを追加" / "Add files";
        AddHelp { max: usize }: "全部で{max}個まで添付できます。" / "Up to {max} files in all.";
        MoreHelp { max: usize }: "同じ名前のファイルを追加すると、前のファイルと入れ替わります。全部で{max}個まで添付できます。" / "A file of the same name takes the place of the one before. Up to {max} files in all.";
    }
}

/// The files of something, each to be downloaded from the address that `href` gives.
pub fn shown(lang: Lang, files: &[Attachment], href: impl Fn(AttachmentId) -> String) -> Markup {
    let files: Vec<_> = files
        .iter()
        .map(|file| ui::Attachment {
            name: file.name.as_str().to_owned(),
            href: href(file.id),
            bytes: file.size,
            kind: words::kind(lang, &file.media_type).into_owned(),
            doubt: file
                .doubt()
                .map(|doubt| words::doubt(lang, doubt).into_owned()),
            sha256: file.hash.to_string(),
        })
        .collect();
    ui::attachments(lang, &files)
}

/// The names of files, where they cannot be downloaded yet.
pub fn listed(lang: Lang, files: &[Attachment]) -> Markup {
    html! {
        @if !files.is_empty() {
            section.attachments {
                h2 { (ui::Icon::Paperclip) (Common::Attachments.to(lang)) }
                ul { @for file in files { li { (label(file)) } } }
            }
        }
    }
}

fn label(file: &Attachment) -> String {
    format!("{} ({})", file.name.as_str(), size(file.size))
}

/// What a form with files has so far.
#[derive(Debug, Default)]
pub struct Files {
    /// Those that it offers to keep, and whether each is to be.
    offered: Vec<(Attachment, bool)>,
}

impl Files {
    /// A form that shows what hangs on something already.
    pub fn hanging(files: Vec<Attachment>) -> Self {
        let offered = files.into_iter().map(|file| (file, true)).collect();
        Self { offered }
    }

    /// Takes in what a form brought: its fields, and its files beside what hangs on the thing already. They are in the
    /// store then, so that a form that is shown again still has them.
    pub async fn receive(
        visit: &Visit,
        upload: Upload,
        hanging: Vec<Attachment>,
    ) -> Answer<(Fields, Self)> {
        let cx = &visit.cx;
        let limit = cx.city().values(cx.today()).upload_limit_bytes;
        let (fields, brought) = upload.receive(visit, limit).await?;
        let kept = Self::kept(&fields)?;
        let mut offered: Vec<_> = hanging
            .into_iter()
            .map(|file| (kept.contains(&file.id), file))
            .map(|(keep, file)| (file, keep))
            .collect();
        // What was brought before and hangs on nothing yet; what was unticked is let go.
        let loose = attachments::loose(cx, &kept).await?;
        offered.extend(loose.into_iter().map(|file| (file, true)));
        let before = offered.len();
        let beforehand = cx.beforehand();
        for file in brought {
            let file = attachments::receive(&beforehand, &file.name, file.stored).await?;
            let file = file.into_inner();
            // A file of a name that is there already is its next version.
            let mut there = offered.iter_mut().take(before);
            match there.find(|(old, keep)| *keep && old.name == file.name) {
                Some(place) => *place = (file, true),
                None => offered.push((file, true)),
            }
        }
        Ok((fields, Self { offered }))
    }

    fn kept(fields: &Fields) -> Result<Vec<AttachmentId>, Invalid> {
        let mut read = fields.reader();
        let kept: Vec<AttachmentId> = read.all(KEPT);
        if kept.len() > 2 * MOST_FILES {
            return Err(Invalid::field(KEPT, Reason::TooMany { max: MOST_FILES }));
        }
        Ok(kept)
    }

    /// The ids of those that are to hang on the thing, in order.
    pub fn ids(&self) -> Vec<AttachmentId> {
        self.chosen().map(|file| file.id).collect()
    }

    /// Those that are to hang on the thing, in order.
    pub fn chosen(&self) -> impl Iterator<Item = &Attachment> {
        let kept = self.offered.iter().filter(|(_, keep)| *keep);
        kept.map(|(file, _)| file)
    }

    /// The fields of the form: what it has, and what may be added.
    pub fn fields(&self, visit: &Visit, form: &Form) -> Markup {
        let (lang, cx) = (visit.lang, &visit.cx);
        let limit = size(cx.city().values(cx.today()).upload_limit_bytes);
        let max = MOST_FILES;
        if self.offered.is_empty() {
            // What is wrong with the files is said of this one field then.
            let field = form.files(KEPT, Common::Attachments.to(lang), limit);
            return field.help(Text::AddHelp { max }.to(lang)).render();
        }
        html! {
            (form.field(KEPT, Text::Kept.to(lang), Kept(&self.offered)).help(Text::KeptHelp.to(lang)))
            (form.files(NEW, Text::Add.to(lang), limit).help(Text::MoreHelp { max }.to(lang)))
        }
    }
}

/// The files that a form offers to keep. What is ticked is what it was told, and not what was typed: a file that was
/// just brought was not among the fields.
struct Kept<'f>(&'f [(Attachment, bool)]);

impl Control for Kept<'_> {
    const GROUP: bool = true;

    fn told(&self, _: Lang, _: &[&str]) -> Option<String> {
        None
    }

    fn control(&self, frame: &Frame<'_>, _: &Markup) -> Markup {
        html! {
            div.choices {
                @for (at, (file, keep)) in self.0.iter().enumerate() {
                    @let id = if at == 0 { frame.id.to_owned() } else { format!("{}-{at}", frame.id) };
                    div.choice {
                        input type="checkbox" id=(id) name=(frame.name) value=(file.id) checked[*keep];
                        label for=(id) { (label(file)) }
                    }
                }
            }
        }
    }
}
