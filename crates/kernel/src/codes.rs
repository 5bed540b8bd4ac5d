//! Enums that databases and the API know by codes.

/// Gives enums without data their codes: `ALL`, `code` and `from_code`.
#[macro_export]
macro_rules! codes {
    ($($name:ident { $($variant:ident = $code:literal),+ $(,)? })+) => {$(
        impl $name {
            /// Every one, in order of display.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The code in the database and the API.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one of that code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.code() == code)
            }
        }
    )+};
}
