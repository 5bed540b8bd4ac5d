//! Icons: 24-pixel strokes from the project's own sprite, `assets/icons.svg`.

use maud::{Markup, Render, html};

use crate::assets;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)+) => {
        /// An icon. It takes the colour and the size of the text beside it, and is hidden from
        /// screen readers: the words beside it, or the `aria-label` around it, say what it means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon {
            $($(#[$doc])* $name,)+
        }

        impl Icon {
            /// Every icon.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The id of its symbol in the sprite.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }
        }
    };
}

icons! {
    /// The portal.
    Home = "home",
    /// The bulletin board.
    Board = "board",
    /// Circulations.
    Circulation = "circulation",
    /// Notifications.
    Bell = "bell",
    /// Mail.
    Mail = "mail",
    /// Dates and schedules.
    Calendar = "calendar",
    /// Rooms, and what else is booked.
    Door = "door",
    /// Several people.
    People = "people",
    /// The organisation as a tree.
    Organisation = "organisation",
    /// One person.
    User = "user",
    /// Administration.
    Settings = "settings",
    /// Security and supervision.
    Shield = "shield",
    /// The regulation.
    Book = "book",
    /// Search.
    Search = "search",
    /// The menu on narrow windows.
    Menu = "menu",
    /// Close.
    Close = "close",
    /// Onward, or closed.
    ChevronRight = "chevron-right",
    /// Backward.
    ChevronLeft = "chevron-left",
    /// Open.
    ChevronDown = "chevron-down",
    /// Add.
    Plus = "plus",
    /// Edit.
    Edit = "edit",
    /// Delete.
    Trash = "trash",
    /// Download.
    Download = "download",
    /// Upload.
    Upload = "upload",
    /// An attachment.
    Paperclip = "paperclip",
    /// Print.
    Print = "print",
    /// A tick.
    Check = "check",
    /// A ticked circle: it worked.
    Success = "success",
    /// Information.
    Info = "info",
    /// Warning.
    Warning = "warning",
    /// Error.
    Error = "error",
    /// A due date or time.
    Clock = "clock",
    /// Versions.
    History = "history",
    /// Pinned.
    Pin = "pin",
    /// Filter.
    Filter = "filter",
    /// Can be sorted.
    Sort = "sort",
    /// Sorted, smallest first.
    SortUp = "sort-up",
    /// Sorted, largest first.
    SortDown = "sort-down",
    /// Copy.
    Copy = "copy",
    /// Seen, or show.
    Eye = "eye",
    /// Sign out.
    SignOut = "sign-out",
    /// Language.
    Globe = "globe",
    /// Locked or private.
    Lock = "lock",
    /// Password or token.
    Key = "key",
    /// A document.
    Document = "document",
    /// A folder.
    Folder = "folder",
    /// Reply.
    Reply = "reply",
    /// A comment.
    Comment = "comment",
    /// On the watch list.
    Watch = "watch",
    /// The audit trail.
    Audit = "audit",
}

impl Render for Icon {
    fn render(&self) -> Markup {
        let sprite = assets::url("icons.svg");
        html! {
            svg.icon aria-hidden="true" focusable="false" {
                use href=(format!("{sprite}#{}", self.id())) {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_icon_is_drawn() {
        let sprite = assets::find("icons.svg").expect("the sprite is embedded");
        let sprite = std::str::from_utf8(&sprite.bytes).expect("the sprite is text");
        for icon in Icon::ALL {
            let symbol = format!("<symbol id=\"{}\"", icon.id());
            assert_eq!(sprite.matches(&symbol).count(), 1, "{icon:?}");
        }
        assert_eq!(sprite.matches("<symbol ").count(), Icon::ALL.len());
    }
}
