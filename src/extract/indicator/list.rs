//! The lists of `assets/indicators.tsv`: what words around a figure tell of it. Looks at no text.

use crate::text::lists::word_lists;

word_lists! { "../../../assets/indicators.tsv":
    /// Nouns that name a measure when "of" follows.
    MEASURES = "measures",
    /// Verbs that part what is measured from its value.
    VERBS = "verbs",
    /// Verbs of telling.
    TELLING = "telling",
    /// Words that open a clause or a noun phrase and are no part of the subject that follows.
    OPENERS = "openers",
    /// Words that link phrases.
    LINKS = "links",
    /// Words between a counted noun and what was done with it.
    AUXILIARIES = "auxiliaries",
    /// Words that begin another clause, and are no more of what was done.
    TURNS = "turns",
    DAYS = "days",
    /// Words that lead to a figure or follow it and say nothing of what it measures.
    IDLE = "idle",
    /// Words right after a figure that do not name what it measures.
    NO_NOUN = "no-noun",
    /// Words of which a chain of figures is made.
    CHAIN = "chain",
    /// Words that make a small number point at known things.
    DETERMINERS = "determiners",
    /// Counted nouns that tell how a text is built and no figure of the world.
    STRUCTURAL = "structural",
    /// Words that make a small number one of talk and no figure.
    VAGUE = "vague",
    /// What shares are usually told of.
    PEOPLE = "people",
    /// Nouns of change, named with what changed.
    CHANGES = "changes",
    /// Nouns before "of" that name no measure by themselves.
    BARE = "bare",
    /// Units of time.
    TIMES = "times",
    /// Verbs that change their object by so much, or to so much.
    CHANGING = "changing",
    /// Words that hang on what follows them, and end no name.
    DANGLING = "dangling",
    /// Units of length on the ground.
    LENGTHS = "lengths",
    /// What stands behind a length that tells where something lies.
    WAYS = "ways",
    /// Numbers in words, behind which somebody is meant that something was done to.
    NUMBERS = "numbers",
    /// Nouns behind a figure's small word that name no measure.
    SETTLED = "settled",
    /// What leads a time in before a subject.
    TIMING = "timing",
    /// What a subject begins with that is named elsewhere.
    PRONOUNS = "pronouns",
    /// What no subject ends with.
    TORN = "torn",
    /// Units of single things, as the first word of the unit says.
    THINGS = "things",
    /// Words that say which way a figure changes, beside the figure.
    SHIFTS = "shifts",
    /// Verbs that part a measure from its value and are no finite ones.
    BECOMING = "becoming",
    /// Participles that say nothing of what is counted but that somebody counted it.
    LIGHT = "light",
    /// Verbs that have what happens to a measure for their object.
    SEEING = "seeing",
    /// Words behind a share that set it against something.
    COMPARING = "comparing",
    /// Articles, and what stands for one.
    ARTICLES = "articles",
    /// The forms of be that make a passive.
    BE = "be",
    /// Verbs behind which a deed is not done yet.
    MODALS = "modals",
    /// Verbs that give a measure told before its level.
    LEVELS = "levels",
    /// Nouns behind "this" or "that" that mean the measure told before.
    FIGURES = "figures",
    /// What says before "to" that something is to be.
    BOUND = "bound",
    /// Small words between a verb that is no finite one and its figure.
    BEFORE_FIGURE = "before-figure",
    /// Small words between a word of change and its figure.
    DEGREE = "degree",
    /// Verbs of which "up" or "down" is a part, and tells of no change.
    PHRASAL = "phrasal",
    /// What stands before "to" where a noun phrase follows.
    OWING = "owing",
    /// Words before a noun phrase that are no part of it.
    BEFORE_NOUN = "before-noun",
    /// What stands between a noun and the phrase that tells of it.
    NOUN_LINKS = "noun-links",
    /// What money goes to that says nothing of what for.
    LANDS = "lands",
    /// Words in "en" that are no participles.
    EN_WORDS = "en-words",
    /// What a phrase of what was done does not end with.
    TRAILING = "trailing",
    /// What parts the object of a deed from its figure.
    BOUNDS = "bounds",
    /// What stands inside no plain clause.
    INNER = "inner",
    /// What a rate is of.
    RATED = "rated",
    /// What ends the words of a measure behind its "of".
    MEASURE_ENDS = "measure-ends",
    /// What says how fast something changes, between its verb and the figure.
    PACES = "paces",
    /// What a stretch of time is called, before a subject.
    STRETCHES = "stretches",
    /// What shares are told of that says nothing of what the share is.
    WHOLES = "wholes",
    /// Irregular participles before a date that tell of the noun before them alone.
    PARTICIPLES = "participles",
    /// What makes a stretch of time one seen from now.
    SEEN = "seen",
    /// Groups of states, before what they have.
    BLOCS = "blocs",
    /// Plurals of states, as they are written.
    STATES = "states",
    /// What opens a phrase behind a noun, before what is told of it.
    BEHIND_NOUN = "behind-noun",
    /// Who speaks or is spoken of, before a verb drawn together with it.
    SPEAKERS = "speakers",
    /// What such a verb is drawn together to.
    CONTRACTED = "contracted",
    /// What a year of prices stands behind.
    PRICE_BASE = "price-base",
    /// Who is so old, before an age that does not say it is one.
    PERSONS = "persons",
}
