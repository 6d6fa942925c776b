//! The list of assessments: in which order, of which kind, on which scale. A corpus and what a lens leaves of it come in.

use super::motion::Motion;
use super::rows::Rows;
use crate::extract::AssessmentKind;
use crate::extract::assessment::Scale;
use crate::model::{AssessmentId, Corpus};
use crate::query::View;

/// The assessments pane.
#[derive(Debug, Clone, Default)]
pub struct Assessments {
    /// Where one is in the list.
    pub rows: Rows<AssessmentId>,
    /// What is listed, in its order.
    pub listed: Vec<AssessmentId>,
    /// In which order.
    pub order: Order,
    /// The only kind that is listed, where not all are.
    pub only: Option<AssessmentKind>,
    /// The scale that likelihoods are read on, as its place in [`Scale::all`].
    pub scale: usize,
}

/// The orders of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By document and place.
    #[default]
    Place,
    /// By kind.
    Kind,
    /// What is most likely first; what has no number comes last.
    Likelihood,
}

impl Order {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "by place",
            Self::Kind => "by kind",
            Self::Likelihood => "by likelihood",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Place => Self::Kind,
            Self::Kind => Self::Likelihood,
            Self::Likelihood => Self::Place,
        }
    }
}

impl Assessments {
    /// The scale that likelihoods are read on.
    pub fn scale(&self) -> Option<&'static Scale> {
        Scale::all().get(self.scale)
    }

    /// Goes on to the next scale.
    pub fn next_scale(&mut self) {
        self.scale = (self.scale + 1) % Scale::all().len().max(1);
    }

    /// Goes on to the next order.
    pub fn next_order(&mut self) {
        self.order = self.order.next();
    }

    /// Lists what a lens leaves; what was chosen stays selected where it is still there.
    pub fn list(&mut self, corpus: &Corpus, view: &View) {
        let kind = |id: &AssessmentId| corpus.assessment(*id).map(|(_, finding)| finding.kind);
        self.listed.clone_from(&view.assessments);
        if let Some(only) = self.only {
            self.listed.retain(|id| kind(id) == Some(only));
        }
        match self.order {
            Order::Place => {}
            Order::Kind => self.listed.sort_by_key(kind),
            Order::Likelihood => {
                let scale = self.scale();
                self.listed.sort_by_cached_key(|id| {
                    std::cmp::Reverse(scale.and_then(|scale| likeliest(corpus, *id, scale)))
                });
            }
        }
        self.rows.find_anchor(&self.listed);
    }

    /// Moves the selection.
    pub fn step(&mut self, motion: Motion, height: usize) {
        self.rows.step(motion, &self.listed, height);
    }

    /// The selected one.
    pub fn selected(&self) -> Option<AssessmentId> {
        self.listed.get(self.rows.selected).copied()
    }
}

/// Twice the middle of the highest band that an assessment has on a scale, in per cent.
fn likeliest(corpus: &Corpus, id: AssessmentId, scale: &'static Scale) -> Option<u16> {
    let (_, finding) = corpus.assessment(id)?;
    let bands = finding.likelihood.iter().filter_map(|e| scale.read(e).1);
    bands.map(|band| u16::from(band.low) + u16::from(band.high)).max()
}
