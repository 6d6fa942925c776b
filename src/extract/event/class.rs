//! Small words by what they do, as bits, for one word may do several things: the name of a list in the lexicon's
//! asset comes in, its bit goes out. Never looks at a word.

/// Classes of words, a bit each.
pub(super) type Class = u64;

/// Names the bits of the lexicon's lists: a constant for each, beside the name of the list.
macro_rules! bits {
    ($bits:ty: $($name:ident = $bit:literal, $list:literal;)+) => {
        $(pub(super) const $name: $bits = 1 << $bit;)+

        /// The bit that a list of the asset stands for.
        pub(super) fn named(name: &str) -> Option<$bits> {
            Some(match name {
                $($list => $name,)+
                _ => return None,
            })
        }
    };
}

pub(super) use bits;

bits! { Class:
    BE = 0, "be";
    HAVE = 1, "have";
    DO = 2, "do";
    WILL = 3, "will";
    WOULD = 4, "would";
    MAY = 5, "may";
    NEGATION = 6, "negation";
    PREPOSITION = 7, "preposition";
    DETERMINER = 8, "determiner";
    PRONOUN = 9, "pronoun";
    CONJUNCTION = 10, "conjunction";
    SUBORDINATOR = 11, "subordinator";
    RELATIVE = 12, "relative";
    ADVERB = 13, "adverb";
    HEDGE = 14, "hedge";
    PLAN = 15, "plan";
    SUPPOSE = 16, "suppose";
    DENY = 17, "deny";
    STATIVE = 18, "stative";
    CARRIER = 19, "carrier";
    NOT_PAST = 20, "not_past";
    SETTLE = 22, "settle";
    COUNTER = 23, "counter";
    PLAIN_VERB = 24, "verb";
    ARMED = 25, "armed";
    CLAIM = 26, "claim";
    WIDER = 27, "wider";
    OWNER = 28, "owner";
    CANCEL = 29, "cancel";
    POSTPONE = 30, "postpone";
    HOLLOW = 31, "hollow";
    INDEFINITE = 21, "indefinite";
    COORDINATOR = 32, "coordinator";
    CONDITION = 33, "condition";
    QUESTION = 34, "question";
    SINGULAR = 35, "singular";
    PLURAL = 36, "plural";
    SPEAKER = 37, "speaker";
    PARTICLE = 38, "particle";
    NONE = 39, "none";
    ACRONYM = 40, "acronym";
    GERUNDIAL = 41, "gerundial";
    CONTRACTED = 42, "contracted";
    NOMINATIVE = 43, "nominative";
    OBLIGING = 44, "obliging";
    PREFIX = 45, "prefix";
    QUANTIFIER = 46, "quantifier";
    MULTIPLE = 47, "multiple";
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
