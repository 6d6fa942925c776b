//! ```text
//! WHAT IS WATCHED              DIAG   Status quo    *Escalation      Collapse
//! troops near the border         10           U             HL             U     * its own scenario
//! ```

use crate::app::geometry::{BoardAreas, SCENARIO};
use crate::app::overlay::{Board, Sign};
use crate::signposts::{Diagnosticity, Rating, diagnosticity};
use crate::ui::canvas::Canvas;

/// Draws how likely each of the analyst's own signs is to appear in each scenario.
pub(super) fn draw(canvas: &mut Canvas, board: &Board, areas: &BoardAreas) {
    let (app, styles) = (canvas.app, canvas.styles);
    let register = &app.watch.kept.register;
    let width = usize::from(areas.rows.width);
    let shown = areas.scenarios.min(register.scenarios.len().saturating_sub(board.first));
    let text = width.saturating_sub(shown * SCENARIO + 7);
    let scenarios = || register.scenarios.iter().enumerate().skip(board.first).take(shown);
    let mut pen = canvas.pen(areas.head, 0);
    pen.fit("what is watched", text, styles.dim).fit(" diag  ", 7, styles.dim);
    for (at, scenario) in scenarios() {
        let style = if board.scenario == Some(at) { styles.key } else { styles.dim };
        pen.fit(scenario, SCENARIO - 1, style).put(" ", style);
    }
    let rows = board.rows.iter().enumerate().skip(board.offset).take(areas.rows.height.into());
    for (line, (index, row)) in rows.enumerate() {
        let Sign::Own(at) = row else { continue };
        let Some(sign) = register.signposts.get(*at) else { continue };
        let selected = index == board.selected;
        let style = if selected { styles.key } else { styles.text };
        let sum = points(diagnosticity(sign, &register.scenarios));
        let mut pen = canvas.pen(areas.rows, line);
        pen.fit(&sign.text, text, style).fit(&format!("{sum:>5}  "), 7, style);
        for (at, scenario) in scenarios() {
            let home = if *scenario == sign.scenario { "*" } else { " " };
            let rating = sign.rating(scenario).map_or("·", Rating::name);
            let here = selected && board.scenario == Some(at);
            let cell = format!("{home}{rating}");
            pen.fit(&cell, 4, if here { styles.selected } else { style });
            pen.fit("", SCENARIO - 4, style);
        }
    }
}

/// A diagnosticity in few cells; `+` where not all other scenarios are rated yet.
pub(super) fn points(diagnosticity: Diagnosticity) -> String {
    match diagnosticity {
        Diagnosticity::NotRated => "·".into(),
        Diagnosticity::NotOfItsOwn => "none".into(),
        Diagnosticity::Sum { sum, rated, of } if rated < of => format!("{sum}+"),
        Diagnosticity::Sum { sum, .. } => sum.to_string(),
    }
}
