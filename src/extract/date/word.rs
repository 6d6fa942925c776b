//! The words dates are made of: in comes a word in any case, out comes its class and value from `assets/dates.tsv`.
//! Never looks at a word's neighbours.

use std::sync::LazyLock;

/// A unit of calendar or clock, smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season, as TIMEX3 writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Past, present or future as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

/// What a word is to the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A word the grammar does not know.
    Plain,
    /// An unknown word with the ending of a past tense.
    PastForm,
    /// A run of ASCII digits, with its length.
    Digits(u32, u8),
    /// Any other character; quotes and dashes in their ASCII form.
    Mark(u8),
    Month {
        number: u8,
        short: bool,
        weak: bool,
    },
    Weekday {
        number: u8,
        short: bool,
        plural: bool,
    },
    Unit {
        unit: Unit,
        plural: bool,
    },
    Cardinal(u32),
    Scale(u32),
    Ordinal(u8),
    Tens(u8),
    Season {
        season: Season,
        weak: bool,
        plural: bool,
    },
    /// A part of the day by its two TIMEX3 letters.
    Daypart(&'static str, bool),
    /// Days from the day of speaking.
    Day(i8, bool),
    Reference(Reference),
    /// The repeated length of time.
    Frequency(&'static str),
    FutureTense,
    /// A word that a number follows as a name: "Resolution 1988".
    Numbering,
    /// The first word of a holiday.
    Holiday,
    PastTense,
    Key(Key),
}

macro_rules! keys {
    ($($name:ident $text:literal),+ $(,)?) => {
        /// A word that the grammar names itself.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Key { $($name),+ }

        impl Key {
            fn named(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

keys! {
A "a", About "about", Ad "ad", Additional "additional", After "after", Afterwards "afterwards", Age "age", Ago "ago", Ahead "ahead", Almost "almost", Already "already", Am "am", An "an", And "and", Another "another", Any "any", Approximately "approximately", Around "around", As "as", At "at", Back "back", Bc "bc", Bce "bce", Before "before", Beginning "beginning", Between "between", Beyond "beyond", Both "both", Bst "bst", By "by", Calendar "calendar", Cdt "cdt", Ce "ce", Cet "cet", Circa "circa", Clock "clock", Close "close", Coming "coming", Comparable "comparable", Consecutive "consecutive", Corresponding "corresponding", Couple "couple", Cst "cst", Current "current", D "d", Distant "distant", During "during", Each "each", Earlier "earlier", Early "early", Edt "edt", End "end", Ended "ended", Ending "ending", Entire "entire", Est "est", Eve "eve", Every "every", Few "few", Fewer "fewer", Final "final", Financial "financial", Fiscal "fiscal", Following "following", For "for", Foreseeable "foreseeable", Former "former", From "from", Full "full", Future "future", Gmt "gmt", Half "half", Hence "hence", Her "her", His "his", Immediate "immediate", In "in", Ish "ish", It "it", Its "its", Just "just", Last "last", Late "late", Later "later", Latest "latest", Latter "latter", Least "least", Less "less", Long "long", Many "many", Mere "mere", Mid "mid", Middle "middle", Midnight "midnight", Moment "moment", More "more", Most "most", My "my", Nd "nd", Near "near", Nearby "nearby", Nearly "nearly", Next "next", Noon "noon", Not "not", O "o", Of "of", Old "old", On "on", Once "once", Only "only", Onwards "onwards", Opening "opening", Or "or", Other "other", Our "our", Outset "outset", Over "over", Own "own", Past "past", Pdt "pdt", Per "per", Period "period", Pm "pm", Point "point", Preceding "preceding", Present "present", Previous "previous", Prior "prior", Pst "pst", Q "q", Rd "rd", Recent "recent", Remainder "remainder", Rest "rest", Right "right", Roughly "roughly", S "s", Same "same", School "school", Several "several", Since "since", So "so", Some "some", Soon "soon", Sometime "sometime", St "st", Start "start", Straight "straight", T "t", Term "term", Th "th", Than "than", That "that", The "the", Their "their", Then "then", There "there", These "these", This "this", Those "those", Through "through", Throughout "throughout", Possible "possible", Till "till", Time "time", To "to", Trading "trading", Until "until", Further "further", Under "under", Up "up", Utc "utc", Very "very", Well "well", While "while", Whole "whole", Within "within", Working "working", Yet "yet"
}

/// Slots of the table; a power of two well above the number of words, so that few share one.
const SLOTS: usize = 4096;

/// All words by their packed lower-case letters, in open addressing.
pub(super) struct Lexicon {
    slots: Vec<(u128, Word)>,
    /// For each length, the first letters of the words that have it: most words of a text end here.
    shapes: [u32; 16],
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../../assets/dates.tsv")));

/// The lexicon, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The bit of a word's first letter.
fn initial(word: &[u8]) -> u32 {
    word.first().map_or(0, |letter| 1 << (letter & 31))
}

fn unknown(word: &[u8]) -> Word {
    if word.len() > 3 && word.ends_with(b"ed") { Word::PastForm } else { Word::Plain }
}

fn slot(key: u128) -> usize {
    let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(29);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52) as usize % SLOTS
}

impl Lexicon {
    /// The class of a word, in any case.
    pub(super) fn class(&self, word: &[u8]) -> Word {
        if self.shapes.get(word.len()).is_none_or(|shape| shape & initial(word) == 0) {
            return unknown(word);
        }
        let mut key = 0u128;
        for byte in word {
            key = key << 8 | u128::from(byte | 0x20);
        }
        self.get(key).unwrap_or_else(|| unknown(word))
    }

    fn read(table: &'static str) -> Self {
        let mut lexicon = Self { slots: vec![(0, Word::Plain); SLOTS], shapes: [0; 16] };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(word), Some(kind), Some(value)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            if let Some(class) = parse(kind, value) {
                lexicon.add(word, class);
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, class: Word) {
        let key = word.bytes().fold(0u128, |key, byte| key << 8 | u128::from(byte));
        if let Some(shape) = self.shapes.get_mut(word.len()) {
            *shape |= initial(word.as_bytes());
        }
        let mut at = slot(key);
        while let Some(place) = self.slots.get_mut(at) {
            if place.0 == 0 || place.0 == key {
                *place = (key, class);
                return;
            }
            at = (at + 1) % SLOTS;
        }
    }

    fn get(&self, key: u128) -> Option<Word> {
        let mut at = slot(key);
        loop {
            let (held, class) = self.slots.get(at)?;
            if *held == key {
                return Some(*class);
            }
            if *held == 0 {
                return None;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// One row of the table; `None` where it is none.
fn parse(kind: &str, value: &'static str) -> Option<Word> {
    let mut parts = value.split(' ');
    let first = parts.next()?;
    let mark = parts.next().unwrap_or_default();
    let (short, weak, plural) = (mark == "short", mark == "weak", mark == "plural");
    let number = first.parse::<u32>();
    Some(match kind {
        "month" => Word::Month { number: number.ok()? as u8, short, weak },
        "weekday" => Word::Weekday { number: number.ok()? as u8, short, plural },
        "unit" => Word::Unit { unit: unit(first)?, plural },
        "cardinal" => Word::Cardinal(number.ok()?),
        "scale" => Word::Scale(number.ok()?),
        "ordinal" => Word::Ordinal(number.ok()? as u8),
        "decade" => Word::Tens(number.ok()? as u8),
        "season" => Word::Season { season: season(first)?, weak, plural },
        "daypart" => Word::Daypart(first, plural),
        "day" => Word::Day(first.parse().ok()?, mark == "NI"),
        "reference" => Word::Reference(reference(first)?),
        "frequency" => Word::Frequency(first),
        "tense" if first == "future" => Word::FutureTense,
        "holiday" => Word::Holiday,
        "numbering" => Word::Numbering,
        "tense" => Word::PastTense,
        "key" => Word::Key(Key::named(first)?),
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "night" => Unit::Night,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn season(name: &str) -> Option<Season> {
    Some(match name {
        "SP" => Season::Spring,
        "SU" => Season::Summer,
        "FA" => Season::Autumn,
        "WI" => Season::Winter,
        _ => return None,
    })
}

fn reference(name: &str) -> Option<Reference> {
    Some(match name {
        "PAST" => Reference::Past,
        "PRESENT" => Reference::Present,
        "FUTURE" => Reference::Future,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_table_is_understood() {
        let table = include_str!("../../../assets/dates.tsv");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<_> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "{line}");
            let class = parse(columns[1], columns[2]);
            assert_eq!(class, LEXICON.get(key(columns[0])), "{line}");
            assert!(class.is_some(), "{line}");
            assert!(columns[0].len() <= 15, "{line}");
        }
    }

    #[test]
    fn a_word_is_found_in_any_case() {
        let class = |word| lexicon().class(word);
        assert_eq!(class(b"SEPTEMBER"), class(b"september"));
        assert_eq!(class(b"vanished"), Word::PastForm);
        assert_eq!(class(b"tree"), Word::Plain);
    }

    fn key(word: &str) -> u128 {
        word.bytes().fold(0, |key, byte| key << 8 | u128::from(byte))
    }
}
