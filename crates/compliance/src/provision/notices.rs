//! The kinds of notices about provisions. Each has `data` and `recipient`, as they are called; some have `due`.

yakusho_kernel::notices! {
    /// An agreement waits for your word on its eighth condition.
    WORD_WANTED = "provision.word_wanted" in Owed;
    /// An agreement of your section can be concluded: the general manager has given the word.
    WORD_GIVEN = "provision.word_given" in Forms;
    /// An agreement has ended, and what was released is to be returned or disposed of by `due`.
    RETURN_DUE = "provision.return_due" in Owed;
    /// What was released is to be returned or disposed of by `due`, which is near.
    RETURN_NEAR = "provision.return_near" in Owed;
    /// What was released was to be returned or disposed of by `due`.
    RETURN_LATE = "provision.return_late" in Owed;
    /// An accident with provided data was reported.
    ACCIDENT = "provision.accident" in Forms;
    /// What was released has been returned or disposed of, with evidence.
    RETURNED = "provision.returned" in Forms;
}
