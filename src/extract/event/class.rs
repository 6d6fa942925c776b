//! Small words by what they do, as bits, for one word may do several things: the name of a list in the lexicon's
//! asset comes in, its bit goes out. Never looks at a word.

macro_rules! classes {
    ($($name:ident = $bit:literal),+ $(,)?) => {
        $(pub(super) const $name: u32 = 1 << $bit;)+
    };
}

classes! {
    BE = 0, HAVE = 1, DO = 2, WILL = 3, WOULD = 4, MAY = 5, NEGATION = 6, PREPOSITION = 7, DETERMINER = 8,
    PRONOUN = 9, CONJUNCTION = 10, SUBORDINATOR = 11, RELATIVE = 12, ADVERB = 13, HEDGE = 14, PLAN = 15,
    SUPPOSE = 16, DENY = 17, STATIVE = 18, CARRIER = 19, NOT_PAST = 20, YARDSTICK = 21,
    SETTLE = 22, COUNTER = 23, PLAIN_VERB = 24, ARMED = 25, CLAIM = 26, WIDER = 27, OWNER = 28, CANCEL = 29, POSTPONE = 30,
    HOLLOW = 31,
}

/// Any auxiliary verb.
pub(super) const AUXILIARY: u32 = BE | HAVE | DO | WILL | WOULD | MAY;

/// Words no title may end with.
pub(super) const FUNCTION: u32 = PREPOSITION
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

/// The class that a list of the asset stands for.
pub(super) fn named(name: &str) -> Option<u32> {
    Some(match name {
        "be" => BE,
        "have" => HAVE,
        "do" => DO,
        "will" => WILL,
        "would" => WOULD,
        "may" => MAY,
        "negation" => NEGATION,
        "preposition" => PREPOSITION,
        "determiner" => DETERMINER,
        "pronoun" => PRONOUN,
        "conjunction" => CONJUNCTION,
        "subordinator" => SUBORDINATOR,
        "relative" => RELATIVE,
        "adverb" => ADVERB,
        "hedge" => HEDGE,
        "plan" => PLAN,
        "suppose" => SUPPOSE,
        "deny" => DENY,
        "stative" => STATIVE,
        "carrier" => CARRIER,
        "not_past" => NOT_PAST,
        "yardstick" => YARDSTICK,
        "settle" => SETTLE,
        "counter" => COUNTER,
        "verb" => PLAIN_VERB,
        "armed" => ARMED,
        "claim" => CLAIM,
        "wider" => WIDER,
        "owner" => OWNER,
        "cancel" => CANCEL,
        "postpone" => POSTPONE,
        "hollow" => HOLLOW,
        _ => return None,
    })
}
