//! What analytic standards would object to in a document's judgements: each objection with its reason and the standard that
//! says so. A document comes in; objections go out by assessment. Corrects nothing.

use crate::extract::assessment::{Case, Class, Expression, Scale, Sense};
use crate::extract::{AssessmentFinding, AssessmentKind};
use crate::model::Document;
use crate::text::Span;

/// An objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lint {
    /// A forecast says nothing of how likely it is.
    NoLikelihood,
    /// A document uses words of both rows of the scale.
    MixedRows,
    /// One sentence gives a likelihood and a confidence.
    LikelihoodWithConfidence,
    /// None of several scenarios is said to be the most likely.
    NoMostLikely,
}

impl Lint {
    /// The word of exports: `no-likelihood`, `mixed-rows`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::NoLikelihood => "no-likelihood",
            Self::MixedRows => "mixed-rows",
            Self::LikelihoodWithConfidence => "likelihood-with-confidence",
            Self::NoMostLikely => "no-most-likely",
        }
    }

    /// What is objected to, in a sentence.
    pub fn reason(self) -> &'static str {
        match self {
            Self::NoLikelihood => "a forecast that does not say how likely it is",
            Self::MixedRows => "terms of both rows of ICD 203 in one document",
            Self::LikelihoodWithConfidence => "a likelihood and a confidence in one sentence",
            Self::NoMostLikely => "scenarios of which none is said to be the most likely",
        }
    }

    /// The standard that says so.
    pub fn standard(self) -> &'static str {
        match self {
            Self::NoLikelihood => "ICD 203, standard 2: express the likelihood of major judgements",
            Self::MixedRows => "ICD 203, D.6.e(2)(a): terms of different rows are not mixed",
            Self::LikelihoodWithConfidence => {
                "ICD 203, D.6.e(2)(a): confidence and likelihood are not combined in one sentence"
            }
            Self::NoMostLikely => "ICD 203, standard 4: alternatives with their likelihood",
        }
    }
}

/// The objections to a document's assessments, each with the place of the assessment among them, rising.
pub fn lints(document: &Document) -> Vec<(usize, Lint)> {
    let findings = &document.assessments;
    let mut all: Vec<(usize, Lint)> = Vec::new();
    let minor = minor_row(findings);
    for (at, finding) in findings.iter().enumerate() {
        if finding.kind == AssessmentKind::Forecast && !says_how_likely(finding) {
            all.push((at, Lint::NoLikelihood));
        }
        if minor.is_some_and(|minor| rows(finding).any(|row| row == minor)) {
            all.push((at, Lint::MixedRows));
        }
        if combines(document, finding) {
            all.push((at, Lint::LikelihoodWithConfidence));
        }
    }
    all.extend(without_most_likely(document).into_iter().map(|at| (at, Lint::NoMostLikely)));
    all.sort_unstable();
    all
}

/// The objections to one assessment, by its place among the document's.
pub fn lints_of(document: &Document, at: usize) -> Vec<Lint> {
    lints(document).into_iter().filter(|(of, _)| *of == at).map(|(_, lint)| lint).collect()
}

/// Whether an assessment says how likely it is, or at least that it is not sure.
pub(super) fn says_how_likely(finding: &AssessmentFinding) -> bool {
    let mut senses = finding.likelihood.iter().map(|e| e.sense);
    senses.any(|sense| matches!(sense, Sense::Term(_) | Sense::Hedge | Sense::Rank))
}

/// The rows of ICD 203 that an assessment takes terms from.
fn rows(finding: &AssessmentFinding) -> impl Iterator<Item = u8> + '_ {
    let scale = Scale::all().iter().find(|scale| scale.terms.iter().any(|term| term.row > 0));
    finding.likelihood.iter().filter_map(move |expression| match expression.sense {
        Sense::Term(words) => scale?.term(words).map(|term| term.row).filter(|row| *row > 0),
        _ => None,
    })
}

/// The row that is used less where a document uses both.
fn minor_row(findings: &[AssessmentFinding]) -> Option<u8> {
    let count = |row: u8| findings.iter().flat_map(rows).filter(|r| *r == row).count();
    let (first, second) = (count(1), count(2));
    (first > 0 && second > 0).then_some(if second <= first { 2 } else { 1 })
}

fn combines(document: &Document, finding: &AssessmentFinding) -> bool {
    let text = &document.text;
    let place = |e: &Expression| text.sentence_at(e.span.start);
    let of = |wanted: fn(Sense) -> bool| {
        let found = finding.likelihood.iter().filter(move |e| wanted(e.sense));
        found.filter_map(place).collect::<Vec<_>>()
    };
    let likely = of(|sense| matches!(sense, Sense::Term(_)));
    of(|sense| sense == Sense::Confidence).iter().any(|at| likely.contains(at))
}

/// The first scenario of each section that has several with a case and none that is the most likely.
fn without_most_likely(document: &Document) -> Vec<usize> {
    let mut sets: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    for (at, finding) in document.assessments.iter().enumerate() {
        if finding.case.is_some() {
            let section = document.section_at(finding.span.start);
            match sets.last_mut() {
                Some((of, set)) if *of == section => set.push(at),
                _ => sets.push((section, vec![at])),
            }
        }
    }
    let case = |at: &usize| document.assessments.get(*at).and_then(|f| f.case);
    let bare = sets.into_iter().filter(|(_, set)| {
        set.len() > 1 && !set.iter().any(|at| case(at) == Some(Case::MostLikely))
    });
    bare.filter_map(|(_, set)| set.first().copied()).collect()
}

/// The scenarios that stand in one section with the one at a place, itself among them, in the document's order.
pub fn scenarios(document: &Document, at: usize) -> Vec<usize> {
    let section =
        |at: usize| document.assessments.get(at).map(|f| document.section_at(f.span.start));
    let here = section(at);
    let all = document.assessments.iter().enumerate();
    let same = all.filter(|(_, f)| f.kind == AssessmentKind::Scenario);
    same.map(|(at, _)| at).filter(|at| section(*at) == here).collect()
}

/// What an expression is on a scale, in words: "“likely” ICD 203: 55–80 %", "“may” a hedge: no number".
pub fn told(scale: &'static Scale, words: &str, expression: &Expression) -> String {
    format!("“{words}” {}", meaning(scale, expression))
}

/// What an expression comes to on a scale: "ICD 203: 55–80 %", "a hedge: no number".
pub fn meaning(scale: &'static Scale, expression: &Expression) -> String {
    let (class, band) = scale.read(expression);
    let said = match (class, band) {
        (_, Some(band)) => {
            return format!("{}: {}–{} %", band.scale.title, band.low, band.high);
        }
        (Class::UnhedgedFuture, None) => "stated without likelihood",
        (Class::Hedge, None) => "a hedge: no number",
        (Class::Rank, None) => "a rank among others: no number",
        (Class::Confidence, None) => "confidence, not likelihood",
        (Class::Obligation, None) => "an obligation, no likelihood",
        (Class::Standard | Class::OtherScale, None) => "",
    };
    said.to_owned()
}

/// What a place of a document judges, where it does: "forecast · “unlikely” ICD 203: 20–45 %".
pub fn judged(document: &Document, place: Span, scale: &'static Scale) -> Option<String> {
    let after = document.assessments.partition_point(|finding| finding.span.end <= place.start);
    let finding = document.assessments.get(after).filter(|f| f.span.overlaps(place))?;
    let mut parts = vec![finding.kind.name().to_owned()];
    let words = |expression: &Expression| document.text.words(expression.span);
    parts.extend(finding.likelihood.iter().map(|e| told(scale, words(e), e)));
    Some(parts.join(" · "))
}
