//! The words dates are made of: in comes a word in any case, out comes its class and value from `assets/dates.tsv`.
//! Never looks at a word's neighbours.

use crate::text::hash::{Packed, WordTable};
use std::sync::LazyLock;

/// Makes an enum of words and values that the tables name: each with the name it has there, and `named` that finds it.
/// What is written out again is `written` by its name.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident: $($name:ident $text:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum $type { $($name),+ }

        impl $type {
            fn named(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$name),)+ _ => None }
            }
        }
    };
    ($(#[$doc:meta])* $type:ident written: $($name:ident $text:literal),+ $(,)?) => {
        named! { $(#[$doc])* $type: $($name $text),+ }

        impl $type {
            /// As TIMEX3 writes it.
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }
    };
}

named! {
/// A unit of calendar or clock, smallest first.
Unit:
Second "second", Minute "minute", Hour "hour", Day "day", Night "night", Weekend "weekend", Week "week", Fortnight "fortnight", Month "month", Quarter "quarter", Year "year", Decade "decade", Century "century", Millennium "millennium"
}

named! {
/// A season.
Season written: Spring "SP", Summer "SU", Autumn "FA", Winter "WI"
}

named! {
/// Past, present or future as such.
Reference: Past "PAST", Present "PRESENT", Future "FUTURE"
}

named! {
/// A part of the day. Kept small, as lengths are: a [`Word`] is eight bytes, and every token of a text has one.
Daypart written: Morning "MO", Afternoon "AF", Evening "EV", Night "NI", Daytime "DT"
}

named! {
/// A length of time after which something comes again.
Length written: Daily "XXXX-XX-XX", Nightly "P1D", Weekly "P1W", Monthly "P1M", Yearly "XXXX", Annual "P1Y", Fortnightly "P2W", Bimonthly "P2M", Biennial "P2Y", Quarterly "P3M", HalfYearly "P6M", Hourly "PT1H"
}

/// What a word is to the grammar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Word {
    /// A word the grammar does not know.
    #[default]
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
    /// A length in one word: "yearlong", "monthslong".
    Lasting {
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
    /// A part of the day.
    Daypart(Daypart, bool),
    /// Dawn and dusk: parts of the day beside a date only.
    Twilight(Daypart),
    /// The name of a time zone, and whether it is universal time.
    Zone(bool),
    /// Days from the day of speaking.
    Day(i8, bool),
    Reference(Reference),
    /// The repeated length of time.
    Frequency(Length),
    FutureTense,
    /// A word that a number follows as a name: "Resolution 1988".
    Numbering,
    /// The first word of a holiday.
    Holiday,
    PastTense,
    Key(Key),
}

named! {
/// A word that the grammar names itself.
Key:
A "a", About "about", Ad "ad", Additional "additional", After "after", Afterwards "afterwards", Age "age", Ago "ago", Ahead "ahead", Almost "almost", Already "already", Am "am", An "an", And "and", Another "another", Any "any", Approximately "approximately", Around "around", As "as", At "at", Back "back", Bc "bc", Bce "bce", Before "before", Beginning "beginning", Between "between", Beyond "beyond", Both "both", Brief "brief", By "by", Calendar "calendar", Ce "ce", Circa "circa", Clock "clock", Close "close", Coming "coming", Comparable "comparable", Consecutive "consecutive", Corresponding "corresponding", Couple "couple", Current "current", D "d", Distant "distant", During "during", Each "each", Earlier "earlier", Early "early", End "end", Ended "ended", Ending "ending", Entire "entire", Eve "eve", Every "every", Few "few", Fewer "fewer", Final "final", Financial "financial", Fiscal "fiscal", Following "following", For "for", Foreseeable "foreseeable", Former "former", From "from", Full "full", Future "future", H "h", Half "half", Hence "hence", Her "her", His "his", Immediate "immediate", In "in", Ish "ish", It "it", Its "its", Just "just", Last "last", Late "late", Later "later", Latest "latest", Latter "latter", Least "least", Less "less", Long "long", Many "many", Mere "mere", Mid "mid", Middle "middle", Midnight "midnight", Moment "moment", More "more", Most "most", My "my", Nd "nd", Near "near", Nearby "nearby", Nearly "nearly", Next "next", Noon "noon", Not "not", O "o", Of "of", Old "old", On "on", Once "once", Only "only", Onwards "onwards", Opening "opening", Or "or", Other "other", Our "our", Outset "outset", Part "part", Over "over", Own "own", Past "past", Per "per", Period "period", Pm "pm", Point "point", Preceding "preceding", Present "present", Previous "previous", Prior "prior", Q "q", Rd "rd", Recent "recent", Remainder "remainder", Rest "rest", Right "right", Roughly "roughly", S "s", Same "same", School "school", Several "several", Short "short", Since "since", Single "single", So "so", Some "some", Soon "soon", Sometime "sometime", St "st", Start "start", Straight "straight", T "t", Term "term", Th "th", Than "than", That "that", The "the", Their "their", Then "then", There "there", These "these", This "this", Those "those", Through "through", Throughout "throughout", Possible "possible", Till "till", Time "time", To "to", Trading "trading", Turn "turn", Until "until", Further "further", Under "under", Up "up", Very "very", Well "well", While "while", Whole "whole", Within "within", Working "working", Yet "yet"
}

impl Key {
    /// Whether no expression begins with it.
    #[inline]
    pub(super) fn is_never_first(self) -> bool {
        matches!(
            self,
            Self::Of
                | Self::In
                | Self::To
                | Self::And
                | Self::For
                | Self::From
                | Self::On
                | Self::By
                | Self::Or
                | Self::Its
                | Self::His
                | Self::Her
                | Self::Their
                | Self::Our
                | Self::My
                | Self::Not
                | Self::It
                | Self::Since
                | Self::Until
                | Self::Before
                | Self::After
        )
    }
}

impl Word {
    /// Whether a token of this class is worth a look: an expression may begin with it, or it is a full stop, which parts
    /// stretches.
    #[inline]
    pub(super) fn wakes(self) -> bool {
        match self {
            Self::Plain | Self::PastForm | Self::PastTense | Self::FutureTense => false,
            Self::Mark(mark) => matches!(mark, b'\'' | b'.'),
            Self::Key(key) => !key.is_never_first(),
            _ => true,
        }
    }
}

/// Articles and possessives, which determine the noun behind them.
pub(super) const DETERMINERS: [Key; 9] =
    [Key::The, Key::A, Key::An, Key::Its, Key::His, Key::Her, Key::Their, Key::Our, Key::My];

/// What the beginning, middle and end of a span of time are called.
pub(super) const STAGES: [Key; 9] = [
    Key::Beginning,
    Key::Start,
    Key::Outset,
    Key::Turn,
    Key::Middle,
    Key::Rest,
    Key::Remainder,
    Key::End,
    Key::Close,
];

/// Whether a word is a preposition of time.
pub(super) fn leads(before: Word) -> bool {
    matches!(
        before,
        Word::Key(
            Key::In
                | Key::During
                | Key::By
                | Key::Since
                | Key::From
                | Key::Between
                | Key::To
                | Key::Until
                | Key::Till
                | Key::Through
                | Key::Throughout
                | Key::Before
                | Key::After
                | Key::Around
                | Key::About
        )
    )
}

/// Whether a word picks a month or season: "last", "early".
pub(super) fn picks(before: Word) -> bool {
    matches!(
        before,
        Word::Key(
            Key::This
                | Key::Last
                | Key::Next
                | Key::That
                | Key::Early
                | Key::Late
                | Key::Mid
                | Key::Previous
                | Key::Following
                | Key::Past
                | Key::Coming
                | Key::Each
                | Key::Every
        )
    )
}

/// Whether a word leads to a year or season.
pub(super) fn timely(before: Word) -> bool {
    let part = matches!(before, Word::Key(Key::Early | Key::Late | Key::Mid | Key::Of));
    part || leads(before) || matches!(before, Word::Key(Key::Circa | Key::Fiscal))
}

/// All words of the table.
pub(super) struct Lexicon(WordTable<Word>);

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("../../../assets/dates.tsv")));

/// The lexicon, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// The class of a word that the table has, in any case.
    #[inline]
    pub(super) fn class(&self, word: Packed) -> Option<Word> {
        self.0.get(word)
    }

    fn read(table: &'static str) -> Self {
        let mut lexicon = WordTable::default();
        for word in first_words_of_holidays() {
            lexicon.insert(word, Word::Holiday);
        }
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(word), Some(kind), Some(value)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            if let Some(class) = parse(kind, value) {
                lexicon.insert(word, class);
            }
        }
        Self(lexicon)
    }
}

/// The first words of holidays; where the lexicon has them in another class, that one counts.
fn first_words_of_holidays() -> impl Iterator<Item = &'static str> {
    let rows = include_str!("../../../assets/dates-holidays.tsv").lines();
    let words = rows.filter(|row| !row.starts_with('#'));
    words
        .filter_map(|row| row.split(|c: char| !c.is_ascii_lowercase()).next())
        .filter(|word| !word.is_empty())
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
        "unit" => Word::Unit { unit: Unit::named(first)?, plural },
        "lasting" => Word::Lasting { unit: Unit::named(first)?, plural },
        "cardinal" => Word::Cardinal(number.ok()?),
        "scale" => Word::Scale(number.ok()?),
        "ordinal" => Word::Ordinal(number.ok()? as u8),
        "decade" => Word::Tens(number.ok()? as u8),
        "season" => Word::Season { season: Season::named(first)?, weak, plural },
        "daypart" => Word::Daypart(Daypart::named(first)?, plural),
        "twilight" => Word::Twilight(Daypart::named(first)?),
        "zone" => Word::Zone(first == "Z"),
        "day" => Word::Day(first.parse().ok()?, mark == "NI"),
        "reference" => Word::Reference(Reference::named(first)?),
        "frequency" => Word::Frequency(Length::named(first)?),
        "tense" if first == "future" => Word::FutureTense,
        "holiday" => Word::Holiday,
        "numbering" => Word::Numbering,
        "tense" => Word::PastTense,
        "key" => Word::Key(Key::named(first)?),
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
            assert_eq!(class, LEXICON.0.find(columns[0]), "{line}");
            assert!(class.is_some(), "{line}");
            assert!(columns[0].len() <= 15, "{line}");
        }
    }

    #[test]
    fn a_word_is_found_in_any_case() {
        let class = |word: &str| LEXICON.0.find(word);
        assert_eq!(class("SEPTEMBER"), class("september"));
        assert_eq!(class("tree"), None);
    }
}
