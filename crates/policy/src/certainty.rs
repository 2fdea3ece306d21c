//! Three answers instead of two, so that what is not understood is never taken for a yes.

/// Whether something about a request holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It does not.
    No,
    /// It cannot be said: a value does not have its type's form, or AWS does not define it.
    Unclear,
    /// It does.
    Yes,
}

use Certainty::{No, Unclear, Yes};

impl From<bool> for Certainty {
    fn from(holds: bool) -> Self {
        if holds { Yes } else { No }
    }
}

impl Certainty {
    pub(crate) fn not(self) -> Self {
        match self {
            No => Yes,
            Unclear => Unclear,
            Yes => No,
        }
    }

    /// Whether all hold. Stops at the first that does not.
    pub(crate) fn all(answers: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Yes;
        for answer in answers {
            all = all.min(answer);
            if all == No {
                break;
            }
        }
        all
    }

    /// Whether one holds. Stops at the first that does.
    pub(crate) fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        let mut any = No;
        for answer in answers {
            any = any.max(answer);
            if any == Yes {
                break;
            }
        }
        any
    }
}
