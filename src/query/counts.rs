//! How many items there are, how many a lens leaves and hides. Plain data, and a number with its noun.

/// How many items there are and how many are left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events left.
    pub events_shown: usize,
    /// Events in the corpus.
    pub events_total: usize,
    /// Events that the text and countries leave, but that no date range can find: they stand nowhere on the
    /// calendar. 0 where no date range is on.
    pub events_undated: usize,
    /// Documents left.
    pub documents_shown: usize,
    /// Documents in the corpus.
    pub documents_total: usize,
    /// Indicators left.
    pub indicators_shown: usize,
    /// Indicators in the corpus.
    pub indicators_total: usize,
    /// Assessments left.
    pub assessments_shown: usize,
    /// Assessments in the corpus.
    pub assessments_total: usize,
    /// Assessments that the text and countries leave, but that no date range can find: neither they nor their document
    /// are dated. 0 where no date range is on.
    pub assessments_undated: usize,
    /// Matching sentences.
    pub hits: usize,
    /// Sentences searched.
    pub sentences: usize,
}

impl Counts {
    /// Events the lens hides.
    pub fn events_hidden(&self) -> usize {
        self.events_total - self.events_shown
    }

    /// Documents the lens hides.
    pub fn documents_hidden(&self) -> usize {
        self.documents_total - self.documents_shown
    }

    /// Assessments the lens hides.
    pub fn assessments_hidden(&self) -> usize {
        self.assessments_total - self.assessments_shown
    }

    /// Indicators the lens hides.
    pub fn indicators_hidden(&self) -> usize {
        self.indicators_total - self.indicators_shown
    }
}

/// One document's counts under a lens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DocumentCounts {
    /// Its events left.
    pub events_shown: usize,
    /// Its events.
    pub events_total: usize,
    /// Its indicators left.
    pub indicators_shown: usize,
    /// Its indicators.
    pub indicators_total: usize,
    /// Its assessments left.
    pub assessments_shown: usize,
    /// Its assessments.
    pub assessments_total: usize,
    /// Its matching sentences.
    pub hits: usize,
}

/// "1 event", "2 events".
pub fn counted(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}
