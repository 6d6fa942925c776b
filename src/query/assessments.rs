//! Which assessments a lens leaves. Ids go out in corpus order, with how many no date range can find. An assessment concerns
//! the days that its words name, and the day its document was published: that is when it was made.

use super::index::Matches;
use super::{DateRange, Index, Lens, View};
use crate::extract::AssessmentFinding;
use crate::model::{AssessmentId, Corpus, Day, Document};

impl View {
    /// Adds what text, countries and dates leave.
    pub(super) fn add_assessments(
        &mut self,
        corpus: &Corpus,
        lens: &Lens,
        text: Option<&Matches>,
        index: &Index,
    ) {
        let mut at = 0;
        for (number, document) in corpus.documents.iter().enumerate() {
            let mut shown = 0;
            for finding in &document.assessments {
                let left = text.is_none_or(|text| said(index, at, text))
                    && lens.countries.matches(finding.countries.iter().copied());
                if left && self.is_timely(lens.dates.as_ref(), document, finding) {
                    self.assessments.push(AssessmentId(at));
                    shown += 1;
                }
                at += 1;
            }
            if let Some(counts) = self.per_document.get_mut(number) {
                (counts.assessments_shown, counts.assessments_total) =
                    (shown, document.assessments.len());
            }
        }
        self.counts.assessments_shown = self.assessments.len();
        self.counts.assessments_total = corpus.assessments.len();
    }

    /// Whether a range of days holds an assessment; one that neither it nor its document dates is counted.
    fn is_timely(
        &mut self,
        range: Option<&DateRange>,
        document: &Document,
        finding: &AssessmentFinding,
    ) -> bool {
        let Some(range) = range else { return true };
        let first = document.dates.partition_point(|date| date.span.start < finding.span.start);
        let mut inside =
            document.dates.iter().skip(first).take_while(|d| d.span.start < finding.span.end);
        if inside.any(|date| range.holds(date)) {
            return true;
        }
        let Some(published) = &document.published else {
            self.counts.assessments_undated += 1;
            return false;
        };
        range.overlaps(Day::earliest(published.earliest), Day::latest(published.latest))
    }
}

/// Whether the text of a lens leaves one of the sentences that an assessment is made of.
fn said(index: &Index, assessment: u32, text: &Matches) -> bool {
    let sentences = index.assessments.get(assessment as usize).copied();
    sentences.is_some_and(|[first, last]| (first..last).any(|sentence| text.leaves(sentence)))
}
