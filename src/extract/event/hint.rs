//! What words hint at beside a trigger, as bits, for one word may hint at several things: the name of a list in the
//! lexicon's asset comes in, its bit goes out. Never looks at a word.

/// What words hint at, a bit each.
pub(super) type Hint = u128;

macro_rules! hints {
    ($($name:ident = $bit:literal, $list:literal;)+) => {
        $(pub(super) const $name: Hint = 1 << $bit;)+

        /// The hint that a list of the asset stands for.
        pub(super) fn named(name: &str) -> Option<Hint> {
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
    FIGURED = 37, "figured";
    OWED = 38, "owed";
    WEAPON = 39, "weapon";
    BLOC = 40, "bloc";
    FALL = 41, "fall";
    MEASURE = 42, "measure";
    ARTICLE = 43, "article";
    THING = 44, "thing";
    HELD = 45, "held";
    SIGNED = 46, "signed";
    ADOPTED = 47, "adopted";
    BLANK = 48, "blank";
    NIGH = 49, "nigh";
    ANSWER = 50, "answer";
    BEFELL = 51, "befell";
    MEMBER = 52, "member";
    UNCHANGED = 53, "unchanged";
    MOVES = 54, "moves";
    GRADE = 55, "grade";
    RECORD = 56, "record";
    HAPPENS = 57, "happens";
    SCALE = 58, "scale";
    ILL = 59, "ill";
    SHARED = 60, "shared";
    TOGETHER = 61, "together";
    CROWD = 62, "crowd";
    PEOPLE = 63, "people";
    INTENT = 64, "intent";
    BOUND = 65, "bound";
    STRETCH = 66, "stretch";
    CHANGE = 67, "change";
    LEAVING = 68, "leaving";
    ATTEMPT = 69, "attempt";
    CONNECTIVE = 70, "connective";
    OWING = 71, "owing";
    WANTING = 72, "wanting";
    DATING = 73, "dating";
    SEASON = 74, "season";
    SPAN = 75, "span";
    ZONE = 76, "zone";
    PERIOD = 77, "period";
    TERMED = 78, "termed";
    RECENT = 79, "recent";
    CONCLUDING = 80, "concluding";
    TIMED = 81, "timed";
    SHIELD = 82, "shield";
    SEIZE = 83, "seize";
    START = 84, "start";
    BODY = 85, "body";
    SEVERAL = 86, "several";
    HAIL = 87, "hail";
    SENDING = 88, "sending";
    RANKING = 89, "ranking";
    PLAIN = 90, "plain";
    NTH = 91, "nth";
    PARTY = 92, "party";
    ISSUED = 93, "issued";
    PAPER = 94, "paper";
    VOTE = 95, "vote";
    BLAMING = 96, "blaming";
    OF_SOMEBODY = 97, "of-somebody";
    BROADCAST = 98, "broadcast";
    OFFICE = 99, "office";
    PARTING = 100, "parting";
}
