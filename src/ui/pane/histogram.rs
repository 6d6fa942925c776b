//! ```text
//! 3 ▂··█·▅····○··       one column for a year or more: events under the lens; · none; ○ all hidden by the lens
//!   2011     2018       the years under their columns
//! ```

use crate::app::pane::{Histogram, Period};
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Draws the strip over time.
pub(super) fn draw(canvas: &mut Canvas) {
    let area = canvas.areas.histogram;
    let histogram = &canvas.app.events.histogram;
    if area.height < 2 || histogram.years.is_empty() {
        return;
    }
    let scale = Scale::new(histogram, area.width.into());
    let columns: Vec<(u32, u32)> = histogram
        .years
        .chunks(scale.years)
        .map(|c| c.iter().fold((0, 0), |sum, n| (sum.0 + n.0, sum.1 + n.1)))
        .collect();
    let most = columns.iter().map(|c| c.0).max().unwrap_or(0).max(1) as usize;
    let bars = usize::from(area.height - 1);
    for (index, &(shown, all)) in columns.iter().enumerate() {
        let eighths = (shown as usize * bars * 8).div_ceil(most);
        for line in 0..bars {
            let below = (bars - 1 - line) * 8;
            let level = eighths.saturating_sub(below).min(8);
            let symbol = match (shown, all, below) {
                (0, 0, 0) => "·",
                (0, _, 0) => "○",
                _ => EIGHTHS.get(level).copied().unwrap_or(" "),
            };
            bar(canvas, &scale, (index, line), symbol);
        }
    }
    axis(canvas, &scale, columns.len());
}

fn bar(canvas: &mut Canvas, scale: &Scale, (index, line): (usize, usize), symbol: &str) {
    let styles = canvas.styles;
    let app = canvas.app;
    let selected = app.view.events.get(app.events.selected).and_then(|id| app.corpus.event(*id));
    let here = match selected.map(Period::of) {
        Some(Period::Year(year)) => scale.column(year) == Some(index),
        Some(Period::Until | Period::Undated) | None => false,
    };
    let style = match (symbol, here) {
        (" ", _) => styles.text,
        ("·" | "○", false) => styles.dim,
        (_, true) => styles.column_selected,
        (_, false) => styles.column,
    };
    let mut pen = canvas.pen(canvas.areas.histogram, line);
    pen.skip_to(index * scale.width);
    let end = index * scale.width + scale.width.saturating_sub(1).max(1);
    pen.fill_to(end, symbol, style);
}

/// Years under their columns, as many as leave a space between them.
fn axis(canvas: &mut Canvas, scale: &Scale, columns: usize) {
    let area = canvas.areas.histogram;
    let row = Rect { y: area.bottom() - 1, height: 1, ..area };
    let style = canvas.styles.dim;
    let mut pen = canvas.pen(row, 0);
    let mut free = 0;
    for index in 0..columns {
        let label = (scale.first + (index * scale.years) as i32).to_string();
        let at = index * scale.width;
        let round = scale.width >= 5 || index == 0 || at >= free + 4;
        if at >= free && round && at + label.len() <= row.width.into() {
            pen.skip_to(at).put(&label, style);
            free = at + label.len() + 1;
        }
    }
    if scale.years > 1 {
        pen.right(&format!("{} years a column", scale.years), style);
    }
}

/// How years fall into columns.
struct Scale {
    first: i32,
    /// Years in a column.
    years: usize,
    /// Cells of a column, the gap after it included.
    width: usize,
}

impl Scale {
    fn new(histogram: &Histogram, cells: usize) -> Self {
        let count = histogram.years.len().max(1);
        let cells = cells.max(1);
        let years = count.div_ceil(cells);
        let width = if years > 1 { 1 } else { (cells / count).clamp(1, 6) };
        Self { first: histogram.first, years, width }
    }

    fn column(&self, year: i32) -> Option<usize> {
        usize::try_from(year - self.first).ok().map(|i| i / self.years)
    }
}
