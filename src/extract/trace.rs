//! What the rules weighed and did not keep: readings that another rule or a guard beat. Kept only where somebody asks
//! ("explain"); never changes what is found.

use super::Rule;
use crate::text::Span;

/// A reading that lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// The words it read.
    pub span: Span,
    /// The rule that read them so.
    pub rule: Rule,
    /// The rule that won the words, or the guard that refused the reading (`date.not-a-modal`).
    pub to: Rule,
}

/// Where the rooms report what lost; costs one comparison where nobody listens.
#[derive(Debug, Default)]
pub struct Trace {
    listens: bool,
    losses: Vec<Loss>,
}

impl Trace {
    /// A trace that keeps nothing.
    pub fn off() -> Self {
        Self::default()
    }

    /// A trace that keeps every loss.
    pub fn on() -> Self {
        Self { listens: true, losses: Vec::new() }
    }

    /// Whether losses are kept: what is dear to find out is found out only then.
    pub fn listens(&self) -> bool {
        self.listens
    }

    /// Reports that `rule` read the words at `span` and lost them to `to`.
    pub fn lose(&mut self, span: Span, rule: Rule, to: Rule) {
        if self.listens {
            self.losses.push(Loss { span, rule, to });
        }
    }

    /// All losses, rising by place, each once.
    pub fn losses(mut self) -> Vec<Loss> {
        self.losses.sort_unstable();
        self.losses.dedup();
        self.losses
    }
}
