//! The lists of `assets/indicator-phrases.tsv`: phrases around a figure. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/indicator-phrases.tsv":
    /// What stands behind a country's name that is told of the whole world.
    WORLD = "world",
    /// What stands between what is counted and the country it lies in.
    WITHIN = "within",
    /// What may stand between brackets before a measure in another unit.
    HEDGE = "hedge",
    /// What a sentence begins with that tells of part of what the one before it counted.
    OF_THESE = "of-these",
    /// What a sentence begins with that tells of the figure before it.
    THIS = "this",
    /// What opens words between commas that stand between a subject and its verb.
    ASIDE = "aside",
    /// What stands before a year in brackets that tells of when a source is from.
    SOURCE = "source",
    /// Verbs in the plain form by which something is told of people, behind what a share or a number of them is of.
    LIVES = "lives",
    /// What somebody counted is doing.
    DOING = "doing",
    /// Where what is counted lies in no one country.
    REGIONS = "regions",
    /// What became of people who are counted, in words that are no participles in "ed", or are read as nouns.
    FATES = "fates",
    /// What stands right before a share and says of what its clause tells that it is one.
    SHARES = "shares",
    /// What is counted and suffers nothing itself.
    HAPPENINGS = "happenings",
    /// What stands before a number that counts part of what the one before it does.
    PARTS = "parts",
    /// Arms that the bore of a gun tells the kind of.
    ARMS = "arms",
    /// What adjectives end in.
    ADJECTIVE_ENDS = "adjective-ends",
    /// Irregular verbs in the past that have an object.
    PAST = "past",
    /// What says that the number before it is the bore of a gun.
    BORES = "bores",
    /// What a hyphen ties to a country of which things come.
    ORIGINS = "origins",
    /// What a sentence begins with that gives the figure before it for another country.
    FIGURE = "figure",
    /// Verbs that say what is done with money or things.
    DEEDS = "deeds",
    /// What was done with what is counted, before it.
    DONE = "done",
    /// Words that are no name by themselves.
    LONE = "lone",
    /// Names that say nothing of what a figure measures.
    EMPTY = "empty",
    /// What a name begins with that is no part of it.
    HEADS = "heads",
    /// What sets a figure against the one before it.
    COMPARED = "compared",
    /// What stands between a country and its figure in a list of countries.
    BEFORE_NEXT = "before-next",
    /// What stands between a noun and where, of whom or by whom it is told.
    NAME_LINKS = "name-links",
    /// What stands between a noun of change and what changed.
    COMPLEMENT = "complement",
    /// What stands between what rose or fell and the level it came to or from.
    RISE_TO = "rise-to",
    /// What says how much more or less there is, before what is counted.
    MORE_OR_LESS = "more-or-less",
    /// What stands between a figure and what it is told per.
    PER = "per",
    /// What was done with money, right behind it.
    SPENT = "spent",
    /// How often so much is paid.
    YEARLY = "yearly",
    /// What ends a clause.
    CLAUSE_ENDS = "clause-ends",
    /// What parts the clauses that a subject is looked for in.
    CLAUSE_PARTS = "clause-parts",
    /// What begins another clause behind a figure.
    OTHER_CLAUSE = "other-clause",
    /// What stands between the members of a row of places or dates.
    ROW = "row",
    /// What ties a date to the figure right before it.
    DATE_TIES = "date-ties",
    /// What leads a date in behind other words.
    DATE_LINKS = "date-links",
    /// What a date ends with that is told from the one before it.
    LOOKS_BACK = "looks-back",
    /// What stands before a time or a level that a figure is only set against.
    SET_AGAINST = "set-against",
    /// What stands between a figure and the country it is told for.
    PLACE_LINKS = "place-links",
    /// What stands before a place that is only compared with.
    LIKENED = "likened",
    /// What stands behind the country whose money is meant.
    COINS = "coins",
    /// Words of telling that stand in no name, and dashes.
    LEADS = "leads",
    /// What the object of a deed begins with.
    OBJECTS = "objects",
    /// Verbs behind which "to" leads in what their subject does.
    STRIVING = "striving",
    /// Participles behind which a word says what something is called or taken for.
    NAMING = "naming",
    /// Words right behind a deed that are no object of it.
    BEHIND_DEED = "behind-deed",
    /// What a measure tied to it is the length, height or age of, with its blank.
    DIMENSIONS = "dimensions",
    /// Words in "ly" that are no adverbs, or hang on nothing.
    LY_WORDS = "ly-words",
    /// Irregular participles that are no name of what a figure measures.
    TAKEN = "taken",
    /// What a phrase before a subject begins with, up to a comma.
    FRAMING = "framing",
}
