//! What the analyst's file holds, as plain values with the words that stand for them. Reads and writes nothing.

/// Everything that could be read of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    /// The scenarios: those the file lists, then those that entries are rated in; where it has no list, those its entries
    /// point to.
    pub scenarios: Vec<String>,
    /// The entries, in the order of the file.
    pub signposts: Vec<Signpost>,
    /// What could not be read.
    pub flaws: Vec<Flaw>,
    /// Whether it is no TOML: then nothing is written to it.
    pub broken: bool,
}

/// A mistake in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Its line, from 1.
    pub line: usize,
    /// The entry it stands in, by its id, else by its number from 1.
    pub entry: Option<String>,
    /// What is wrong.
    pub said: String,
}

/// A warning sign of the analyst's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signpost {
    /// What names it in the file: `s1`.
    pub id: String,
    /// What is watched.
    pub text: String,
    /// The scenario it points to: its home; empty where none is set.
    pub scenario: String,
    /// Political, military, economic …; empty where none is set.
    pub kind: String,
    /// How far it has come.
    pub state: State,
    /// From when on it counts as seen; empty where none is set.
    pub threshold: String,
    /// How likely it is to appear in each scenario, in the order of the file.
    pub ratings: Vec<(String, Rating)>,
    /// What was seen, in the order of the file.
    pub observations: Vec<Observation>,
    /// The sentence it was adopted from.
    pub source: Option<Quoted>,
}

/// How far a warning sign has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nothing of it has been observed.
    #[default]
    NotSeen,
    /// Some of it has.
    Emerging,
    /// It has.
    Seen,
    /// It had, and is no more.
    Reversed,
}

/// How likely a warning sign is to appear in a scenario, as the Indicators Validator asks (Heuer and Pherson, *Structured
/// Analytic Techniques for Intelligence Analysis*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Highly likely.
    HighlyLikely,
    /// Likely.
    Likely,
    /// Could be either.
    CouldBe,
    /// Unlikely.
    Unlikely,
    /// Highly unlikely.
    HighlyUnlikely,
}

/// Words of a document, and where they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quoted {
    /// The path of the document.
    pub doc: String,
    /// The SHA-256 of its file, in hexadecimal digits.
    pub sha256: String,
    /// First byte, of the file or of the text that was taken out of it.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// The part of them that is meant; empty where all of them are.
    pub words: String,
}

/// Something that was seen of a warning sign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Observation {
    /// When it happened, as EDTF; empty where nobody says.
    pub date: String,
    /// What says so.
    pub cited: Option<Quoted>,
    /// The analyst's remark; empty where there is none.
    pub note: String,
}

impl State {
    /// All of them, in the order they are gone through.
    pub const ALL: [Self; 4] = [Self::NotSeen, Self::Emerging, Self::Seen, Self::Reversed];

    /// The word of the file, of exports and of screens: `not-seen`, `emerging`, `seen`, `reversed`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotSeen => "not-seen",
            Self::Emerging => "emerging",
            Self::Seen => "seen",
            Self::Reversed => "reversed",
        }
    }

    /// The state of a word; nothing where it is none.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == word)
    }

    /// The one after it, round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::NotSeen => Self::Emerging,
            Self::Emerging => Self::Seen,
            Self::Seen => Self::Reversed,
            Self::Reversed => Self::NotSeen,
        }
    }
}

impl Rating {
    /// All of them, the likeliest first: the keys 1 to 5.
    pub const ALL: [Self; 5] =
        [Self::HighlyLikely, Self::Likely, Self::CouldBe, Self::Unlikely, Self::HighlyUnlikely];

    /// The letters of the file and of the matrix: `HL`, `L`, `C`, `U`, `HU`.
    pub fn name(self) -> &'static str {
        match self {
            Self::HighlyLikely => "HL",
            Self::Likely => "L",
            Self::CouldBe => "C",
            Self::Unlikely => "U",
            Self::HighlyUnlikely => "HU",
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::HighlyLikely => "highly likely",
            Self::Likely => "likely",
            Self::CouldBe => "could be either",
            Self::Unlikely => "unlikely",
            Self::HighlyUnlikely => "highly unlikely",
        }
    }

    /// The rating of letters or words; nothing where it is none.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| {
            rating.name().eq_ignore_ascii_case(word) || rating.words().eq_ignore_ascii_case(word)
        })
    }
}

impl Signpost {
    /// How likely it is to appear in a scenario, where that has been rated.
    pub fn rating(&self, scenario: &str) -> Option<Rating> {
        self.ratings.iter().find(|(name, _)| name == scenario).map(|(_, rating)| *rating)
    }
}

impl Register {
    /// An entry by its id.
    pub fn get(&self, id: &str) -> Option<&Signpost> {
        self.signposts.iter().find(|signpost| signpost.id == id)
    }
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(entry) = &self.entry {
            write!(f, ", signpost {entry}")?;
        }
        write!(f, ": {}", self.said)
    }
}
