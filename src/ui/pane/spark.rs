//! ```text
//! ▃▄·▇█    one cell a period; · none is told; ○ the lens hides it
//! ```
//!
//! A series in a few cells.

use crate::app::App;
use crate::model::IndicatorId;
use crate::query::figures::Series;

const EIGHTHS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// A period of which nothing is told.
pub(super) const NONE: &str = "·";
/// A period whose value the lens hides.
pub(super) const HIDDEN: &str = "○";

/// Whether the lens leaves a figure.
pub(super) fn is_left(app: &App, id: IndicatorId) -> bool {
    app.view.indicators.binary_search(&id).is_ok()
}

/// A series in at most so many cells; several periods share one where there are more, and it shows the last of them.
pub(super) fn spark(app: &App, series: &Series, cells: usize) -> String {
    let steps = series.steps(&app.corpus);
    let periods = steps.last().map_or(0, |(step, _)| step + 1);
    let cells = cells.min(periods);
    if cells == 0 {
        return String::new();
    }
    let value = |id: IndicatorId| app.corpus.indicators.get(id.index()).map_or(0.0, |r| r.value);
    let values = steps.iter().map(|(_, id)| value(*id));
    let (low, high) = values
        .fold((0.0, f64::MIN), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    let mut drawn = vec![NONE; cells];
    for (step, id) in steps {
        let share = if high > low { (value(id) - low) / (high - low) } else { 1.0 };
        let level = ((share * 8.0).ceil() as usize).clamp(1, 8) - 1;
        let symbol = if is_left(app, id) { EIGHTHS.get(level) } else { Some(&HIDDEN) };
        if let (Some(cell), Some(symbol)) = (drawn.get_mut(step * cells / periods), symbol) {
            *cell = symbol;
        }
    }
    drawn.concat()
}
