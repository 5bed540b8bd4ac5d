//! The kinds of notices about questions. Each has `title`, what the thing was called that was asked about.

yakusho_kernel::notices! {
    /// A question (`name` asked it) reached the section that you answer for.
    ASKED = "inquiry.asked" in Forms;
    /// The manager has you answer a question.
    ASSIGNED = "inquiry.assigned" in Forms;
    /// Your question was answered.
    ANSWERED = "inquiry.replied" in Forms;
}
