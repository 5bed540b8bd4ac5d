//! The fields of circulations and of their templates.

use maud::{Markup, html};
use time::Date;
use yakusho_kernel::UnitId;
use yakusho_messaging::circulation::{CirculationView, Follows, Kind, Sequence, TemplateContent};
use yakusho_messaging::text::{Body, Title};
use yakusho_webkit::ui::{Choice, Form};
use yakusho_webkit::{Answer, Fields, Reader, Visit};

use crate::circulation::texts::Text as All;
use yakusho_audience::registration;

use crate::author;
use yakusho_audience::{self as audience, Offer};

/// The field of those to whom it goes.
pub(in crate::circulation) const AUDIENCE: &str = "audience";

yakusho_webkit::texts! {
    /// What the fields say.
    enum Text {
        Kind: "種類" / "Kind";
        CirculationHelp: "読んだ人に「確認しました」を押してもらいます。返信は任意です。" / "Readers press “I have read this”. They may reply.";
        ReportHelp: "届いた人に返信(回答・報告)を書いてもらいます。返信が必須です。" / "Each must reply: an answer, a report.";
        Body: "本文" / "Text";
        BodyHelp: "空行で段落が分かれます。行の先頭に「- 」と書くと箇条書きになり、http:// や https:// で始まるアドレスはリンクになります。" / "An empty line begins a paragraph, a line that begins with “- ” is an item of a list, and addresses with http:// or https:// become links.";
        To: "宛先" / "To";
        ToHelp: "氏名や所属で検索して選ぶか、下の一覧を開いて選びます。課を選ぶと、その下の係の人にも届きます。" / "Search by name or section, or open the lists below. A section includes the units below it.";
        DueHelp: "空欄なら期限なしです。期限の前と後に、まだの人に自動で催促が届きます。" / "Empty: no due date. Those who have not confirmed are reminded before and after it.";
        Way: "回し方" / "How it goes";
        Order: "順序" / "Order";
        StepDays: "次の職位に進めるまでの開庁日数" / "Working days before the next rank gets it";
        StepDaysHelp: "順に回すときだけ使います。空欄なら、全員が確認するまで待ちます。" / "Only in an order of rank. Empty: it waits until all have confirmed.";
        OpenReplies: "返信を、届いた全員に表示する" / "Show replies to all whom it reached";
        OpenRepliesHelp: "チェックしないと、返信は発信者にだけ表示されます。" / "Otherwise only its sender sees them.";
    }
}

/// What the fields offer, and hold until something is typed.
pub(in crate::circulation) struct Shape<'s> {
    visit: &'s Visit,
    content: &'s TemplateContent,
    people: Offer,
    /// Whether anything may be left open, as in a template.
    open: bool,
    pub(in crate::circulation) sections: Vec<(UnitId, String)>,
}

impl<'s> Shape<'s> {
    /// The fields for that content, and what was typed instead.
    pub(in crate::circulation) async fn of(
        visit: &'s Visit,
        content: &'s TemplateContent,
        typed: Option<&Fields>,
    ) -> Answer<Self> {
        Ok(Self {
            visit,
            content,
            people: Offer::of(visit, AUDIENCE, typed, &content.audience).await?,
            open: false,
            sections: author::sections(visit).await?,
        })
    }

    /// The same for a template, in which all but its name may be left open.
    pub(in crate::circulation) fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// What is asked of those whom it reaches.
    pub(in crate::circulation) fn kind(&self, form: &Form) -> Markup {
        let lang = self.visit.lang;
        let choice = |kind: Kind, label: All, help: Text| {
            Choice::new(kind.code(), label.to(lang)).detail(help.to(lang))
        };
        html! {
            (form.radios("kind", Text::Kind.to(lang)).required().value(self.content.kind.code()).options([
                choice(Kind::Circulation, All::Circulation, Text::CirculationHelp),
                choice(Kind::Report, All::Report, Text::ReportHelp),
            ]))
        }
    }

    /// Title and body.
    pub(in crate::circulation) fn words(&self, form: &Form) -> Markup {
        let lang = self.visit.lang;
        let title = form
            .text("title", All::Subject.to(lang))
            .max_chars(Title::MAX)
            .value(&*self.content.title);
        let body = form
            .textarea("body", Text::Body.to(lang))
            .rows(10)
            .max_chars(Body::MAX)
            .help(Text::BodyHelp.to(lang))
            .value(&*self.content.body);
        html! {
            @if self.open { (title) (body) } @else { (title.required()) (body.required()) }
        }
    }

    /// To whom it goes.
    pub(in crate::circulation) fn people(&self, form: &Form) -> Markup {
        let lang = self.visit.lang;
        let (label, help) = (Text::To.to(lang), Text::ToHelp.to(lang));
        self.people
            .field(form, label, help, &self.content.audience, !self.open)
    }

    /// By when.
    pub(in crate::circulation) fn due(&self, form: &Form, due: Option<Date>) -> Markup {
        let lang = self.visit.lang;
        let today = self.visit.cx.today();
        html! {
            (form.date("due", All::DueDay.to(lang)).min(today.to_string()).help(Text::DueHelp.to(lang))
                .values(due.map(|due| due.to_string())))
        }
    }

    /// In what order, and what the duty follows.
    pub(in crate::circulation) fn way(&self, form: &Form) -> Markup {
        let lang = self.visit.lang;
        let order = |sequence: Sequence, label: All, help: All| {
            Choice::new(sequence.code(), label.to(lang)).detail(help.to(lang))
        };
        let follows = |follows: Follows, label: All, help: All| {
            Choice::new(follows.code(), label.to(lang)).detail(help.to(lang))
        };
        html! {
            fieldset.group {
                legend { (Text::Way.to(lang)) }
                (form.radios("sequence", Text::Order.to(lang)).required()
                    .value(self.content.sequence.code())
                    .options([
                        order(Sequence::AtOnce, All::AtOnce, All::AtOnceHelp),
                        order(Sequence::Upwards, All::Upwards, All::UpwardsHelp),
                        order(Sequence::Downwards, All::Downwards, All::DownwardsHelp),
                    ]))
                (self.step_days(form))
                (form.radios("follows", All::FollowsLabel.to(lang)).required()
                    .value(self.content.follows.code())
                    .options([
                        follows(Follows::Person, All::FollowsPerson, All::FollowsPersonHelp),
                        follows(Follows::Post, All::FollowsPost, All::FollowsPostHelp),
                    ]))
            }
        }
    }

    /// After how many working days the next rank gets it all the same.
    pub(in crate::circulation) fn step_days(&self, form: &Form) -> Markup {
        let lang = self.visit.lang;
        html! {
            (form.number("step_days", Text::StepDays.to(lang)).help(Text::StepDaysHelp.to(lang))
                .values(self.content.step_days.map(|days| days.to_string())))
        }
    }

    /// Who sees the replies.
    pub(in crate::circulation) fn replies(&self, form: &Form) -> Markup {
        let lang = self.visit.lang;
        html! {
            (form.checkbox("open_replies", Text::OpenReplies.to(lang)).checked(self.content.open_replies)
                .help(Text::OpenRepliesHelp.to(lang)))
        }
    }

    /// Which kind of information it is.
    pub(in crate::circulation) fn registration(&self, form: &Form) -> Markup {
        registration::field(self.visit, form, self.content.registration, !self.open)
    }
}

/// The content that was entered.
pub(in crate::circulation) fn read(
    visit: &Visit,
    read: &mut Reader<'_>,
    fields: &Fields,
) -> TemplateContent {
    TemplateContent {
        kind: read.with("kind", Kind::from_code).unwrap_or_default(),
        title: fields.text("title"),
        body: fields.text("body"),
        section: author::read(read),
        registration: registration::read(visit, read),
        audience: audience::read(read, AUDIENCE),
        sequence: read
            .with("sequence", Sequence::from_code)
            .unwrap_or_default(),
        step_days: read.one("step_days"),
        follows: read.with("follows", Follows::from_code).unwrap_or_default(),
        due_days: read.one("due_days"),
        open_replies: fields.has("open_replies"),
    }
}

/// What a circulation, or a template, begins with where nothing else is said: it is usually the section's.
pub(in crate::circulation) async fn blank(visit: &Visit) -> Answer<TemplateContent> {
    let sections = author::sections(visit).await?;
    Ok(TemplateContent {
        section: sections.first().map(|(unit, _)| *unit),
        ..TemplateContent::default()
    })
}

/// What a new circulation like this one begins with.
pub(in crate::circulation) fn content_of(view: &CirculationView) -> TemplateContent {
    let words = view.words.shown();
    let (title, body) = words.map_or((String::new(), String::new()), |words| {
        (words.title.clone(), words.body.clone())
    });
    TemplateContent {
        kind: view.kind,
        title,
        body,
        section: view.section,
        registration: view.registration,
        audience: view.audience.clone().unwrap_or_default(),
        sequence: view.sequence,
        step_days: view.step_days,
        follows: view.follows,
        due_days: None,
        open_replies: view.open_replies,
    }
}
