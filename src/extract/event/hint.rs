//! What words hint at beside a trigger, as bits, for one word may hint at several things: the name of a list in the
//! lexicon's asset comes in, its bit goes out. Never looks at a word.

macro_rules! hints {
    ($($name:ident = $bit:literal, $list:literal;)+) => {
        $(pub(super) const $name: u64 = 1 << $bit;)+

        /// The hint that a list of the asset stands for.
        pub(super) fn named(name: &str) -> Option<u64> {
            Some(match name {
                $($list => $name,)+
                _ => return None,
            })
        }
    };
}

hints! {
    WARLIKE = 0, "warlike";
    PROBED = 1, "probed";
    BARGAIN = 2, "bargain";
    COURSE = 3, "course";
    PACT = 4, "pact";
    BLIND = 5, "blind";
    CONTEST = 6, "contest";
    QUARREL = 7, "quarrel";
    END = 8, "end";
    TERM = 9, "term";
    CLOCKED = 10, "clocked";
    BUILT = 11, "built";
    ALARM = 12, "alarm";
    MOOD = 13, "mood";
    FEAST = 14, "feast";
    GONE = 15, "gone";
    PARTIAL = 16, "partial";
    FOLK = 17, "folk";
    UNNAMED = 18, "unnamed";
    POINTED = 19, "pointed";
    COUNTED = 20, "counted";
    AWAY = 21, "away";
    ALONE = 22, "alone";
    ASTRAY = 23, "astray";
    LEADING = 24, "leading";
    PHASE = 25, "phase";
    AHEAD = 26, "ahead";
    LOOSE = 27, "loose";
    VIEW = 28, "view";
    MAKING = 29, "making";
    PHRASAL = 30, "phrasal";
    EMPTY = 31, "empty";
    SUBJECTS = 32, "subjects";
    OPENING = 33, "opening";
    NUMERAL = 34, "numeral";
    LEVEL = 35, "level";
    GOAL = 36, "goal";
}
