//! ```text
//! 3 ▂··█·▅····○··       one column for a year or more: events under the lens; · none; ○ all hidden by the lens
//! ◂3 earlier   2018    the years under their columns, and what is too far off to be drawn
//! ```

use crate::app::glyph;
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
    let columns = scale.columns(histogram);
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
    let selected = app.selected_event().and_then(|id| app.corpus.event(id));
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

/// Round years under their columns, and at either end what is too far off to be drawn.
fn axis(canvas: &mut Canvas, scale: &Scale, columns: usize) {
    let area = canvas.areas.histogram;
    let histogram = &canvas.app.events.histogram;
    let row = Rect { y: area.bottom() - 1, height: 1, ..area };
    let style = canvas.styles.dim;
    let (earlier, later) = (histogram.earlier, histogram.later);
    let mut notes = Vec::new();
    notes.extend((scale.years > 1).then(|| format!("{} years a column", scale.years)));
    notes.extend((later > 0).then(|| format!("{later} later▸")));
    let right = notes.join(" · ");
    let mut pen = canvas.pen(row, 0);
    if earlier > 0 {
        pen.put(&format!("◂{earlier} earlier "), style);
    }
    let end = usize::from(row.width).saturating_sub(glyph::width(&right) + 1);
    for index in 0..columns {
        let year = scale.first + (index * scale.years) as i32;
        let label = year.to_string();
        let at = index * scale.width;
        let round = year % scale.step == 0 || index == 0 && scale.is_free(&label);
        if round && at >= pen.column() && at + label.len() <= end {
            pen.skip_to(at).put(&label, style).put(" ", style);
        }
    }
    pen.right(&right, style);
}

/// How years fall into columns.
struct Scale {
    first: i32,
    /// Years in a column, a round number.
    years: usize,
    /// Cells of a column, the gap after it included.
    width: usize,
    /// Years from one label to the next, a round number.
    step: i32,
}

/// Numbers of years that are round.
const ROUND: [usize; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/// Cells from one label to the next, at least.
const APART: usize = 6;

impl Scale {
    fn new(histogram: &Histogram, cells: usize) -> Self {
        let count = histogram.years.len().max(1);
        let cells = cells.max(1);
        let fits =
            |years: &&usize| count.div_ceil(**years) < cells || **years == 1 && count <= cells;
        let years = ROUND.iter().find(fits).copied().unwrap_or(10_000);
        let width = if years > 1 { 1 } else { (cells / count).clamp(1, APART) };
        let apart = |step: &&usize| step.is_multiple_of(years) && **step / years * width >= APART;
        let step = ROUND.iter().find(apart).copied().unwrap_or(10_000) as i32;
        let first = histogram.first - histogram.first.rem_euclid(years as i32);
        Self { first, years, width, step }
    }

    fn column(&self, year: i32) -> Option<usize> {
        usize::try_from(year - self.first).ok().map(|i| i / self.years)
    }

    /// Events of each column: under the lens, and in all.
    fn columns(&self, histogram: &Histogram) -> Vec<(u32, u32)> {
        let mut columns: Vec<(u32, u32)> = Vec::new();
        for (year, &(shown, all)) in (histogram.first..).zip(&histogram.years) {
            let Some(index) = self.column(year) else { continue };
            columns.resize(columns.len().max(index + 1), (0, 0));
            if let Some(column) = columns.get_mut(index) {
                *column = (column.0 + shown, column.1 + all);
            }
        }
        columns
    }

    /// Whether a label at the very start ends before the first round year.
    fn is_free(&self, label: &str) -> bool {
        let years = (-self.first).rem_euclid(self.step) as usize;
        years / self.years * self.width > label.len()
    }
}
