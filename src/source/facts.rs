//! What somebody states of a document outside its text, in `bluf.toml` or on the command line. Plain data; where the
//! text says otherwise, what is stated here counts.

/// What is stated of one document; what is not stated is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its title.
    pub title: Option<String>,
    /// Its authors.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its date of publication, a valid EDTF value.
    pub published: Option<String>,
    /// Where it can be found.
    pub url: Option<String>,
    /// How reliable its source is, by the Admiralty code.
    pub grade: Option<Grade>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whatever else the analyst wants to remember.
    pub notes: Option<String>,
}

/// The reliability of a source by the Admiralty code (NATO AJP-2.1): A completely reliable, B usually, C fairly,
/// D not usually reliable, E unreliable, F reliability cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(char);

impl Grade {
    /// The grade of a letter, `A` to `F` in either case.
    pub fn parse(letter: &str) -> Option<Self> {
        let mut letters = letter.trim().chars();
        let grade =
            letters.next().map(|c| c.to_ascii_uppercase()).filter(|c| ('A'..='F').contains(c));
        grade.filter(|_| letters.next().is_none()).map(Self)
    }

    /// Its letter.
    pub fn letter(self) -> char {
        self.0
    }

    /// What the letter means.
    pub fn meaning(self) -> &'static str {
        match self.0 {
            'A' => "completely reliable",
            'B' => "usually reliable",
            'C' => "fairly reliable",
            'D' => "not usually reliable",
            'E' => "unreliable",
            _ => "reliability cannot be judged",
        }
    }
}
