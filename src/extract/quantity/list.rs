//! The lists of `assets/quantity-words.tsv`: what words beside a number tell of it. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/quantity-words.tsv":
    /// Words that may stand between a hedge and its number.
    SOFTENERS = "softeners",
    /// Words that name something by a number.
    LABELS = "labels",
    /// Nouns that take a number before them as their name.
    NAMED = "named",
    /// Words at the end of a street.
    STREETS = "streets",
    /// Months, and how they are shortened.
    MONTHS = "months",
    /// Days that a date may be told by.
    WEEKDAYS = "weekdays",
    /// Verbs and particles of change.
    CHANGES = "changes",
    /// Plurals without an s, and words that count people though they are no nouns.
    PLURALS = "plurals",
    /// What ends a noun of people that is a plural without an s.
    PEOPLE_ENDS = "people-ends",
    /// What ends in s and is no plural.
    SINGULAR_ENDS = "singular-ends",
    /// Plurals that tell what kind the noun behind them is of.
    COMPOUNDS = "compounds",
    /// Words that end in s and are no plural nouns.
    SINGULARS = "singulars",
    /// Words that end the noun phrase after a number.
    STOPS = "stops",
    /// Irregular verbs in the past, which follow a number without a noun.
    DEEDS = "deeds",
    /// Words in "ly" that are nouns, and no adverbs that end a noun phrase.
    LY_NOUNS = "ly-nouns",
    /// Wholes that shares are taken of.
    WHOLES = "wholes",
    /// Words that stand before a noun phrase and are no part of it.
    DETERMINERS = "determiners",
    /// Words between which and a number of three figures nothing is counted.
    MODELS = "models",
    /// What follows a number that counts, and no model.
    TOLD = "told",
    /// Adjectives that nothing in their ending shows.
    ADJECTIVES = "adjectives",
    /// What adjectives end in.
    ADJECTIVE_ENDS = "adjective-ends",
    /// What may stand between the numbers of a list that share a unit or a noun.
    JOINS = "joins",
    /// What stands between a figure and the one it is compared with.
    COMPARED = "compared",
    /// What stands between the numbers of a ratio.
    RATIO = "ratio",
    /// What begins a range or a span of values before "from".
    RANGING = "ranging",
    /// Hedges between "to" and the later number of a change.
    HEDGED = "hedged",
    /// What a hyphen ties to a number and leaves it one.
    FREE = "free",
    /// What a hyphen ties to a number and makes part of a name.
    TYING = "tying",
    /// What tells that a number is a time of day, behind it.
    CLOCK = "clock",
    /// Verbs before "at" and a level.
    AT_LEVELS = "at-levels",
    /// Prepositions of place before a number.
    PLACING = "placing",
    /// What leads a year in.
    YEAR_LEADS = "year-leads",
    /// What makes "one" stand for a noun, before it.
    ONE_BEFORE = "one-before",
    /// What makes "one" no number, behind it.
    ONE_AFTER = "one-after",
    /// What "at one" stands before where it tells of a time.
    AT_ONE = "at-one",
    /// What stands before a number that is somebody's age.
    AGED = "aged",
    /// Which half is named, before "half".
    HALVES = "halves",
    /// What stands behind "half" and before what it is half of.
    HALF_OF = "half-of",
    /// Verbs that a share is the subject of.
    SHARE_VERBS = "share-verbs",
    /// Units of share behind a part in words.
    PERCENT = "percent",
    /// What follows a size.
    DIMENSIONS = "dimensions",
    /// What a price or a measure is told of by the piece.
    PIECES = "pieces",
    /// What makes a length of time before it a time of its own.
    FROM_NOW = "from-now",
    /// Earthquakes, before which a decimal is a magnitude.
    QUAKES = "quakes",
    /// Short words, a point behind them, before a place in what is cited or a work.
    CITED = "cited",
    /// Verbs behind which three figures are a number to call.
    DIALLING = "dialling",
}
