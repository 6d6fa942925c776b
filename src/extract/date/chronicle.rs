//! The run of a history: in come its expressions in order, out comes for each where it lies if the story is to run with the
//! fewest and shortest turns, and whether the story goes there or only looks aside. What comes later decides as much as
//! what came before: a date without its year lies where it fits between the dates around it. Never writes a value.

use super::expression::{Body, Expression, Opens, Part, Year};
use super::stamp::Stamp;
use super::ways::{Run, Turn};

/// A choice on the way, with the step before it.
struct Step {
    before: Option<usize>,
    expression: usize,
    turn: Turn,
}

/// How many ways are followed at a time.
const WAYS: usize = 6;

/// The turns of a story that opens in a year, an expression each; none where the run of the story says nothing of it.
pub(super) fn turns(expressions: &[Expression], opening: Stamp) -> Vec<Option<Turn>> {
    let mut steps: Vec<Step> = Vec::new();
    let mut runs = vec![Run::new(opening)];
    let mut next: Vec<Run> = Vec::new();
    let mut headed = false;
    for (at, expression) in expressions.iter().enumerate() {
        let heading = expression.opens == Opens::Heading;
        // A heading without a year ends what the one before it named, and one with two names none.
        if heading || expression.opens == Opens::Section && !headed {
            let under = named(expression).filter(|_| heading && !headed);
            for run in &mut runs {
                run.under = under;
            }
        }
        headed = heading;
        next.clear();
        for run in &runs {
            run.ways(expression, &mut next);
        }
        if !next.is_empty() {
            keep(&next, &mut runs, at, &mut steps);
        }
    }
    let mut turns = vec![None; expressions.len()];
    let mut at = runs.first().and_then(|run| run.before);
    while let Some(step) = at.and_then(|at| steps.get(at)) {
        if let Some(turn) = turns.get_mut(step.expression) {
            *turn = Some(step.turn);
        }
        at = step.before;
    }
    turns
}

/// Keeps the cheapest of the ways that an expression opens, one of those that lead to the same place; of two that cost the
/// same the one that opened first.
fn keep(next: &[Run], runs: &mut Vec<Run>, expression: usize, steps: &mut Vec<Step>) {
    // Runs are large: their places are sorted, not they.
    let mut order: Vec<(i32, usize)> = next.iter().map(|run| run.cost).zip(0..).collect();
    order.sort_unstable();
    let least = order.first().map_or(0, |(cost, _)| *cost);
    runs.clear();
    for way in order.iter().filter_map(|(_, at)| next.get(*at)) {
        let known = |run: &Run| run.line == way.line && run.glance == way.glance;
        if runs.len() == WAYS {
            break;
        }
        if !runs.iter().any(known) {
            steps.push(Step { before: way.before, expression, turn: way.choice });
            let before = Some(steps.len() - 1);
            runs.push(Run { cost: way.cost - least, before, ..*way });
        }
    }
}

/// The year that a heading names.
fn named(expression: &Expression) -> Option<i32> {
    match expression.body {
        Body::Point(Year::Given(year), Part::Whole, _) => Some(year),
        _ => None,
    }
}
