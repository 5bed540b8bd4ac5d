//! The kinds of notices about reports. Each has `title`, what the thing was called that was reported.

yakusho_kernel::notices! {
    /// A violation was reported: it is yours to handle.
    REPORTED = "violation.reported" in Forms;
    /// What you reported was handled: `outcome`, by its code.
    HANDLED = "violation.handled" in Forms;
}
