//! The lists of `assets/name-parts.tsv`: parts of names, and small words in and beside them. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/name-parts.tsv":
    FAMILY_END = "family-end",
    FAMILY_BEGIN = "family-begin",
    ADJECTIVE_END = "adjective-end",
    ARABIC_ARTICLE = "arabic-article",
    SMALL = "small",
    INTRODUCING = "introducing",
    PLACING = "placing",
    DETERMINER = "determiner",
}
