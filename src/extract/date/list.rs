//! The lists of `assets/date-words.tsv`: what words beside a date tell of it. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/date-words.tsv":
    SAYING = "saying",
    COMPARING = "comparing",
    STREET = "street",
    SHORT_STREET = "short-street",
    SIDE = "side",
    COUNTED = "counted",
    PLAN = "plan",
    RATED = "rated",
    OPENING_HOURS = "opening-hours",
    DAY_IDIOM = "day-idiom",
    NAMED_DAY = "named-day",
    NEWSPAPER = "newspaper",
    TITLE = "title",
    CAMPAIGN = "campaign",
    TERROR = "terror",
    UNCAPITALIZED = "uncapitalized",
    MODAL = "modal",
    FUTURE = "future",
    PRESENT_BE = "present-be",
    PRONOUN = "pronoun",
    APART = "apart",
    ARRANGED = "arranged",
    ARRANGED_WEEKDAY = "arranged-weekday",
    ARRANGED_NOUN = "arranged-noun",
    ARRANGED_PLURAL = "arranged-plural",
    ARRANGED_PARTICIPLE = "arranged-participle",
    COMMITTING = "committing",
    DIRECTING = "directing",
}
