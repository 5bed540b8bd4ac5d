//! Choosing people, sections and posts.

use maud::{Markup, html};

use super::Takes;
use super::choice::{Choice, labels, tick_list};
use super::field::{Control, Field, Frame};
use crate::Lang;
use crate::text::Common;
use crate::ui::Icon;

/// A section, or another group, with those in it.
#[derive(Debug, Clone)]
pub struct PeopleGroup {
    label: String,
    whole: Option<String>,
    members: Vec<Choice>,
    open: bool,
    counted: bool,
    asked_for: bool,
}

impl PeopleGroup {
    /// A group by name, and those in it.
    pub fn new<T: Into<Choice>>(
        label: impl Into<String>,
        members: impl IntoIterator<Item = T>,
    ) -> Self {
        let members = members.into_iter().map(Into::into).collect();
        Self {
            label: label.into(),
            whole: None,
            members,
            open: false,
            counted: true,
            asked_for: false,
        }
    }

    /// The value that stands for the group as a whole: offered first, before its members.
    #[must_use]
    pub fn whole(mut self, value: impl Into<String>) -> Self {
        self.whole = Some(value.into());
        self
    }

    /// Open at first sight.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// What a button of the field has just brought: open, and where the page begins.
    #[must_use]
    pub fn asked_for(mut self) -> Self {
        self.asked_for = true;
        self.open()
    }

    /// Not all in it are people, so that their number would say something else.
    #[must_use]
    pub fn uncounted(mut self) -> Self {
        self.counted = false;
        self
    }
}

/// People and sections, as checkboxes in groups that open; a group with something chosen in it
/// is open. The script adds a field that narrows the list while one types.
///
/// A large town hall does not list everyone: with [`Field::find`] the page lists what is chosen
/// and what was found, and the words to look for are sent with the form by a button of their own;
/// with [`Field::sections`] so is a section to look into. The script then changes the field in place.
#[derive(Debug, Default)]
pub struct People {
    groups: Vec<PeopleGroup>,
    find: Option<Find>,
}

/// The ways to look for people on the server.
#[derive(Debug)]
struct Find {
    name: String,
    words: String,
    sections: Vec<(String, String)>,
    section: String,
    all: bool,
}

impl Field<'_, People> {
    /// A group to choose from.
    #[must_use]
    pub fn group(mut self, group: PeopleGroup) -> Self {
        self.control.groups.push(group);
        self
    }

    /// Several groups to choose from.
    #[must_use]
    pub fn groups(mut self, groups: impl IntoIterator<Item = PeopleGroup>) -> Self {
        self.control.groups.extend(groups);
        self
    }

    /// A field that looks for people on the server: it is sent as `name`, holding `words`, with
    /// the whole form, by a button of the same name with the value `find` appended
    /// (`name-find`); the page then answers with the form as typed and what was found as a group.
    #[must_use]
    pub fn find(mut self, name: impl Into<String>, words: impl Into<String>) -> Self {
        self.control.find = Some(Find {
            name: name.into(),
            words: words.into(),
            sections: Vec::new(),
            section: String::new(),
            all: false,
        });
        self
    }

    /// Beside [`Field::find`], the sections to look into, by value and label, and the one that was: sent with
    /// `-section` appended to that name, by a button with `-show` appended.
    #[must_use]
    pub fn sections(
        mut self,
        sections: impl IntoIterator<Item = (String, String)>,
        section: impl Into<String>,
    ) -> Self {
        if let Some(find) = &mut self.control.find {
            find.sections.extend(sections);
            find.section = section.into();
        }
        self
    }
}

impl Field<'_, People> {
    /// Beside [`Field::sections`], a button with `-all` appended by which all of a section are chosen at once.
    #[must_use]
    pub fn all_at_once(mut self) -> Self {
        if let Some(find) = &mut self.control.find {
            find.all = true;
        }
        self
    }
}

impl Control for People {
    const GROUP: bool = true;

    fn takes(&self) -> Takes {
        Takes::Choice
    }

    fn told(&self, _lang: Lang, values: &[&str]) -> Option<String> {
        labels(self.groups.iter().flat_map(|group| &group.members), values)
    }

    fn control(&self, frame: &Frame<'_>, _label: &Markup) -> Markup {
        let lang = frame.lang;
        // Ids are numbered through all groups, since they share a name.
        let groups = self.groups.iter().scan(0, |next, group| {
            let choices = whole_and_members(group, frame);
            let from = *next;
            *next += choices.len();
            Some((group, choices, from))
        });
        html! {
            div.people data-people data-chosen=(Common::ChosenCount.to(lang)) {
                @if let Some(find) = &self.find {
                    (find.render(frame.lang))
                } @else {
                    div.people-filter hidden {
                        input.input type="search" autocomplete="off"
                            aria-label=(Common::FilterList.to(lang))
                            placeholder=(Common::FilterListHelp.to(lang));
                    }
                }
                p.chosen-count role="status" hidden {}
                div.people-groups {
                    @for (group, choices, from) in groups {
                        details open[group.open || choices.iter().any(|c| c.is_in(frame.values))] {
                            summary autofocus[group.asked_for] {
                                (Icon::ChevronRight)
                                span { (group.label) }
                                @if group.counted {
                                    span.count {
                                        (Common::PeopleCount { n: group.members.len() }.to(lang))
                                    }
                                }
                            }
                            div.choices { (tick_list("checkbox", &choices, frame, from)) }
                        }
                    }
                }
            }
        }
    }
}

impl Find {
    fn render(&self, lang: Lang) -> Markup {
        let name = &self.name;
        html! {
            div.with-button {
                input.input type="search" name=(name) value=(self.words)
                    aria-label=(Common::FindPeople.to(lang))
                    placeholder=(Common::FindPeople.to(lang));
                button.button.secondary type="submit" name={ (name) "-find" } value="1" {
                    (Icon::Search) (Common::Search.to(lang))
                }
            }
            @if !self.sections.is_empty() {
                div.with-button {
                    select.input name={ (name) "-section" }
                        aria-label=(Common::LookIntoSection.to(lang)) {
                        option value="" { (Common::LookIntoSection.to(lang)) }
                        @for (value, label) in &self.sections {
                            option value=(value) selected[*value == self.section] { (label) }
                        }
                    }
                    button.button.secondary type="submit" name={ (name) "-show" } value="1" {
                        (Common::ShowSection.to(lang))
                    }
                    @if self.all {
                        button.button.secondary type="submit" name={ (name) "-all" } value="1" {
                            (Common::ChooseAll.to(lang))
                        }
                    }
                }
            }
        }
    }
}

fn whole_and_members(group: &PeopleGroup, frame: &Frame<'_>) -> Vec<Choice> {
    let everyone = Common::ChooseWhole {
        group: group.label.clone(),
    }
    .to(frame.lang);
    let whole = group
        .whole
        .as_ref()
        .map(|value| Choice::new(value, everyone));
    whole
        .into_iter()
        .chain(group.members.iter().cloned())
        .collect()
}
