//! The lists of `assets/date-words.tsv`: what words beside a date tell of it. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/date-words.tsv":
    /// Verbs of saying.
    SAYING = "saying",
    /// What a street is called by.
    STREET = "street",
    /// Those of them that follow a numbered street.
    SHORT_STREET = "short-street",
    /// The side of a town before a street's name.
    SIDE = "side",
    /// What a number right before it counts.
    COUNTED = "counted",
    /// What a year makes the name of.
    PLAN = "plan",
}
