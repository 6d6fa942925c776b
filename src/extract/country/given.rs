//! The lists of `assets/given-names.tsv`: given names, and what shows the word beside it to be a person's name or none. Looks
//! at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/given-names.tsv":
    TITLE = "title",
    GIVEN = "given",
    BOTH = "both",
    SURNAME = "surname",
    HEAD = "head",
}
