//! Small words by what they do, as bits, for one word may do several things: the name of a list in the lexicon's
//! asset comes in, its bit goes out. Never looks at a word.

use crate::text::lists::bits;

/// Classes of words, a bit each.
pub(super) type Class = u64;

bits! { Class:
    PRESENT = "present";
    THIRD = "third";
    BE = "be";
    HAVE = "have";
    DO = "do";
    WILL = "will";
    WOULD = "would";
    MAY = "may";
    NEGATION = "negation";
    PREPOSITION = "preposition";
    DETERMINER = "determiner";
    PRONOUN = "pronoun";
    CONJUNCTION = "conjunction";
    SUBORDINATOR = "subordinator";
    RELATIVE = "relative";
    ADVERB = "adverb";
    HEDGE = "hedge";
    PLAN = "plan";
    SUPPOSE = "suppose";
    DENY = "deny";
    STATIVE = "stative";
    CARRIER = "carrier";
    NOT_PAST = "not_past";
    SETTLE = "settle";
    COUNTER = "counter";
    PLAIN_VERB = "verb";
    ARMED = "armed";
    CLAIM = "claim";
    WIDER = "wider";
    OWNER = "owner";
    CANCEL = "cancel";
    POSTPONE = "postpone";
    HOLLOW = "hollow";
    INDEFINITE = "indefinite";
    COORDINATOR = "coordinator";
    CONDITION = "condition";
    QUESTION = "question";
    SINGULAR = "singular";
    PLURAL = "plural";
    SPEAKER = "speaker";
    PARTICLE = "particle";
    NONE = "none";
    ACRONYM = "acronym";
    GERUNDIAL = "gerundial";
    CONTRACTED = "contracted";
    NOMINATIVE = "nominative";
    OBLIGING = "obliging";
    PREFIX = "prefix";
    QUANTIFIER = "quantifier";
    MULTIPLE = "multiple";
    MASCULINE = "masculine";
    FEMININE = "feminine";
    KNOWING = "knowing";
}

/// Any auxiliary verb.
pub(super) const AUXILIARY: Class = BE | HAVE | DO | WILL | WOULD | MAY;

/// Words no title may end with.
pub(super) const FUNCTION: Class = PREPOSITION
    | DETERMINER
    | CONJUNCTION
    | SUBORDINATOR
    | RELATIVE
    | HAVE
    | DO
    | WILL
    | WOULD
    | MAY
    | BE
    | NEGATION
    | ADVERB;
