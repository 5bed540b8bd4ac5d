//! Choosing people, sections and posts.

use maud::{Markup, html};

use super::choice::{Choice, tick_list};
use super::field::{Control, Field, Frame};
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
/// and what was found, and the words to look for are sent with the form by a button of their own.
#[derive(Debug, Default)]
pub struct People {
    groups: Vec<PeopleGroup>,
    find: Option<(String, String)>,
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
        self.control.find = Some((name.into(), words.into()));
        self
    }
}

impl Control for People {
    const GROUP: bool = true;

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
                @if let Some((name, words)) = &self.find {
                    div.with-button {
                        input.input type="search" name=(name) value=(words)
                            aria-label=(Common::FindPeople.to(lang))
                            placeholder=(Common::FindPeople.to(lang));
                        button.button.secondary type="submit" name={ (name) "-find" } value="1" {
                            (Icon::Search) (Common::Search.to(lang))
                        }
                    }
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
                            summary {
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
