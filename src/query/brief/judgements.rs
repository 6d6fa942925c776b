//! Bottom line, judgements and scenarios of a brief: quotes of assessments with their words of likelihood and the scale.

use super::choose::{codes, fairly};
use super::page::{Draft, Line, Section};
use super::request::Request;
use crate::extract::assessment::{Case, Reach, Sense};
use crate::extract::{AssessmentFinding, AssessmentKind};
use crate::model::{AssessmentId, Corpus, DocId, Document};
use crate::query::lints;

/// The most bottom lines of a page.
const BOTTOM_LINES: usize = 3;
/// The most judgements of each kind on a page.
const EACH: usize = 2;
/// The most scenarios of a page.
const SCENARIOS: usize = 6;

/// Adds the bottom line: what documents say is theirs, else their first key judgements, which is said.
pub(super) fn bottom_line(request: &Request, draft: &mut Draft) {
    let own = of_kind(request, AssessmentKind::BottomLine);
    let (ids, stated) = if own.is_empty() {
        (of_kind(request, AssessmentKind::KeyJudgement), false)
    } else {
        (own, true)
    };
    let (ids, left) = pick(request, &ids, BOTTOM_LINES);
    let mut facts = Vec::new();
    if ids.is_empty() {
        facts.push("No document states a bottom line or a key judgement.".to_owned());
    } else if !stated {
        facts.push("No document states a bottom line; these are key judgements.".to_owned());
    }
    let lines = lines(request, draft, &ids);
    draft.part(Section::BottomLine, lines, left, facts);
}

/// Adds key judgements, judgements with a likelihood, forecasts, risks, recommendations, strengths and weaknesses.
pub(super) fn judgements(request: &Request, draft: &mut Draft) {
    const KINDS: [AssessmentKind; 7] = [
        AssessmentKind::KeyJudgement,
        AssessmentKind::Judgement,
        AssessmentKind::Forecast,
        AssessmentKind::Risk,
        AssessmentKind::Recommendation,
        AssessmentKind::Strength,
        AssessmentKind::Weakness,
    ];
    let (mut all, mut left) = (Vec::new(), 0);
    for kind in KINDS {
        let (ids, more) = pick(request, &of_kind(request, kind), EACH);
        left += more;
        all.extend(lines(request, draft, &ids));
    }
    let mut facts = Vec::new();
    if all.is_empty() {
        facts.push("No judgement.".to_owned());
    }
    facts.extend(silent(request));
    draft.part(Section::Judgements, all, left, facts);
}

/// How many forecasts say nothing of how likely they are.
fn silent(request: &Request) -> Option<String> {
    let forecasts = of_kind(request, AssessmentKind::Forecast);
    let bare = forecasts.iter().filter(|id| {
        request.corpus.assessment(**id).is_some_and(|(_, found)| !lints::says_how_likely(found))
    });
    let bare = bare.count();
    (bare > 0).then(|| {
        format!(
            "{bare} of {} forecasts do not say how likely they are (ICD 203, standard 2).",
            forecasts.len()
        )
    })
}

/// Adds the scenarios, those of one section together.
pub(super) fn scenarios(request: &Request, draft: &mut Draft) {
    let all = of_kind(request, AssessmentKind::Scenario);
    let (ids, left) = pick(request, &all, SCENARIOS);
    let facts = if ids.is_empty() { vec!["No scenario.".to_owned()] } else { Vec::new() };
    let lines = lines(request, draft, &ids);
    draft.part(Section::Scenarios, lines, left, facts);
}

/// What the lens leaves of a kind, in corpus order, those whose own words name the countries of the lens first.
fn of_kind(request: &Request, kind: AssessmentKind) -> Vec<AssessmentId> {
    let is =
        |id: &AssessmentId| request.corpus.assessment(*id).is_some_and(|(_, f)| f.kind == kind);
    request.view.assessments.iter().copied().filter(is).collect()
}

/// As many as a page has room for, of all documents in turn: what names its countries itself before what has them from its
/// heading or title.
fn pick(request: &Request, ids: &[AssessmentId], most: usize) -> (Vec<AssessmentId>, usize) {
    let most = request.most(most);
    let own = |id: &&AssessmentId| {
        request
            .corpus
            .assessment(**id)
            .is_some_and(|(_, f)| f.reach == Reach::Own || f.case.is_some())
    };
    let near: Vec<AssessmentId> = ids.iter().filter(own).copied().collect();
    let from = if request.lens.countries.is_empty() || near.len() < most { ids } else { &near };
    let document = |id: &AssessmentId| {
        request.corpus.assessments.get(id.index()).map_or(DocId(0), |row| row.document)
    };
    let (taken, _) = fairly(from, most, document);
    let left = ids.len() - taken.len();
    (taken, left)
}

fn lines(request: &Request, draft: &mut Draft, ids: &[AssessmentId]) -> Vec<Line> {
    ids.iter().filter_map(|id| line(request, draft, *id)).collect()
}

/// One assessment as a line.
pub(super) fn line(request: &Request, draft: &mut Draft, id: AssessmentId) -> Option<Line> {
    let corpus: &Corpus = request.corpus;
    let row = corpus.assessments.get(id.index())?;
    let (document, finding) = corpus.assessment(id)?;
    let mut label = vec![match finding.case {
        Some(Case::Best) => "best case".to_owned(),
        Some(Case::Worst) => "worst case".to_owned(),
        Some(Case::MostLikely) => "most likely case".to_owned(),
        Some(Case::Other) | None => finding.kind.name().replace('-', " "),
    }];
    label.extend(finding.horizon.map(|span| format!("“{}”", document.text.words(span))));
    if let Some(codes) = codes(&finding.countries) {
        let from = match finding.reach {
            Reach::Own | Reach::Nowhere => String::new(),
            reach => format!(" (from the {})", reach.name()),
        };
        label.push(format!("{codes}{from}"));
    }
    let notes = likelihoods(request, document, finding);
    Some(draft.line(label.join(" · "), (row.document, finding.span), notes))
}

/// What the words of likelihood of an assessment come to, words of one meaning together: "“will”, “will remain” stated without
/// likelihood". What is to be done needs no likelihood, and the case of a scenario stands before it.
fn likelihoods(request: &Request, document: &Document, finding: &AssessmentFinding) -> Vec<String> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for expression in &finding.likelihood {
        let rank = expression.sense == Sense::Rank && finding.case.is_some();
        if expression.sense == Sense::Obligation || rank {
            continue;
        }
        let words = format!("“{}”", document.text.words(expression.span));
        let meaning = lints::meaning(request.scale, expression);
        match told.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, all)) if all.contains(&words) => {}
            Some((_, all)) => all.push(words),
            None => told.push((meaning, vec![words])),
        }
    }
    told.into_iter().map(|(meaning, words)| format!("{} {meaning}", words.join(", "))).collect()
}
