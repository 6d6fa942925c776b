//! ```text
//! percent by year, Kenya
//!           ▂▂▂▂▂
//!  ▅▅▅▅▅    █████
//!  █41.5    █21.4
//!  2014 2015 2016       a period of which nothing is told has no bar
//! ```
//!
//! A series as bars with their values; as narrow bars where it has many periods; as a line of points over two axes where
//! those have no room either, or values are below zero.

use super::spark::is_left;
use crate::app::{App, glyph, label};
use crate::model::{Indicator, IndicatorId};
use crate::query::figures::Series;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::text::Line;
use ratatui::widgets::{Axis, Bar, BarChart, BarGroup, Chart, Dataset, GraphType, Widget};

/// The least rows a chart can be read in.
pub(super) const ROWS: u16 = 4;
/// The least columns.
pub(super) const COLUMNS: u16 = 24;
/// The widest a bar is, in cells.
const WIDEST: usize = 11;
/// Parts that the tallest bar is made of.
const PARTS: f64 = 10_000.0;

/// A point: how many periods after the first it is, and its row.
type Point<'a> = (usize, IndicatorId, &'a Indicator);

/// Draws a series; the figure that is selected stands out. What the lens hides is left out like what is not told, and
/// said so.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, series: &Series, selected: IndicatorId) {
    let app = canvas.app;
    let steps = series.steps(&app.corpus);
    let periods = steps.last().map_or(0, |(step, _)| step + 1);
    let row = |id: IndicatorId| app.corpus.indicators.get(id.index());
    let points: Vec<Point<'_>> = steps
        .iter()
        .filter(|(_, id)| is_left(app, *id))
        .filter_map(|(step, id)| Some((*step, *id, row(*id)?)))
        .collect();
    let hidden = steps.len() - points.len();
    let Some((_, _, first)) = points.first().copied() else { return };
    if area.height < ROWS || area.width < COLUMNS {
        return;
    }
    let unit = app.corpus.string(first.unit);
    let unit = if unit.is_empty() { "number" } else { unit };
    let room = usize::from(area.width);
    let widest = points.iter().map(|(.., row)| glyph::width(&period(app, row))).max().unwrap_or(4);
    let mut title = format!("{unit} by {}", series.grain.name());
    let highest = points.iter().max_by(|a, b| a.2.value.total_cmp(&b.2.value));
    if let Some((.., row)) = highest.filter(|_| room / periods.max(1) <= widest) {
        title = format!("{title} · highest {} ({})", written(app, row), period(app, row));
    }
    if hidden > 0 {
        title = format!("{title} · {} hidden by the lens", label::count(hidden, "value"));
    }
    let style = canvas.styles.dim;
    canvas.pen(area, 0).fit(&title, room, style);
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let slots = if periods <= room { slots(&points, periods) } else { Vec::new() };
    let bars = !slots.is_empty() && points.iter().all(|(.., row)| row.value >= 0.0);
    match room / slots.len().max(1) {
        width if bars && width > widest => {
            let plan = Plan { slots: &slots, width: (width - 1).min(WIDEST), gap: 1 };
            bar_chart(canvas, body, &plan, selected);
        }
        width if bars && width > 0 => {
            let gap = usize::from(width > 1);
            let plan = Plan { slots: &slots, width: width - gap, gap };
            columns(canvas, body, &plan, selected);
        }
        _ => line_chart(canvas, body, &points),
    }
}

/// A bar for each value, and an empty one for each period of which nothing is told; two values of one period stand side
/// by side.
fn slots<'a>(points: &[Point<'a>], periods: usize) -> Vec<Option<Point<'a>>> {
    let mut slots = Vec::with_capacity(periods);
    let mut next = 0;
    for point in points {
        slots.extend((next..point.0).map(|_| None));
        slots.push(Some(*point));
        next = point.0 + 1;
    }
    slots.extend((next..periods).map(|_| None));
    slots
}

fn period(app: &App, row: &Indicator) -> String {
    label::edtf(app.corpus.string(row.edtf))
}

/// The number as it is written, with the mark of its qualifier.
pub(super) fn written(app: &App, row: &Indicator) -> String {
    let number = app.corpus.document(row.document).map_or("", |d| d.text.words(row.number));
    let mark = label::bound(app.corpus.string(row.qualifier));
    let safe: String = number.chars().filter(|c| !c.is_control()).collect();
    format!("{mark}{safe}")
}

/// How the bars of a chart stand.
struct Plan<'a> {
    slots: &'a [Option<Point<'a>>],
    /// Cells of a bar, and between two.
    width: usize,
    gap: usize,
}

/// Bars too narrow for words, over the first and the last period.
fn columns(canvas: &mut Canvas, area: Rect, plan: &Plan<'_>, selected: IndicatorId) {
    let (app, styles) = (canvas.app, canvas.styles);
    let bars = Rect { height: area.height - 1, ..area };
    bar_chart(canvas, bars, plan, selected);
    let axis = Rect { y: bars.bottom(), height: 1, ..area };
    let step = plan.width + plan.gap;
    let end = (plan.slots.len() * step).saturating_sub(plan.gap);
    let mut told = plan.slots.iter().flatten();
    let ends = [told.clone().next(), told.next_back()];
    let [first, last] = ends.map(|point| point.map_or_else(String::new, |p| period(app, p.2)));
    let mut pen = canvas.pen(axis, 0);
    pen.put(&first, styles.dim);
    pen.skip_to(end.saturating_sub(glyph::width(&last)).max(pen.column() + 1));
    pen.put(&last, styles.dim);
    let line = usize::from(bars.height).saturating_sub(1);
    for (at, _) in plan.slots.iter().enumerate().filter(|(_, slot)| slot.is_none()) {
        canvas.pen(bars, line).skip_to(at * step).put("·", styles.dim);
    }
}

fn bar_chart(canvas: &mut Canvas, area: Rect, plan: &Plan<'_>, selected: IndicatorId) {
    let (app, styles) = (canvas.app, canvas.styles);
    let Plan { slots, width, gap } = *plan;
    let mut points = slots.iter().flatten();
    let told = points.all(|(.., row)| glyph::width(&period(app, row)) <= width);
    let most = slots.iter().flatten().map(|(.., row)| row.value).fold(0.0, f64::max);
    let scale = if most > 0.0 { PARTS / most } else { 0.0 };
    let bars = slots.iter().map(|slot| {
        let Some((_, id, row)) = slot else {
            let none = Bar::new(0).text_value("");
            return if told { none.label(Line::styled("·", styles.dim)) } else { none };
        };
        let style = if *id == selected { styles.column_selected } else { styles.column };
        let bar = Bar::new((row.value * scale).round() as u64).style(style);
        if !told {
            return bar.text_value("");
        }
        let label = Line::styled(period(app, row), styles.text);
        bar.text_value(written(app, row)).value_style(styles.selected).label(label)
    });
    let bars: Vec<Bar<'_>> = bars.collect();
    let chart = BarChart::default()
        .data(BarGroup::default().bars(&bars))
        .bar_width(u16::try_from(width).unwrap_or(u16::MAX))
        .bar_gap(u16::try_from(gap).unwrap_or(1))
        .max(PARTS as u64);
    chart.render(area.intersection(canvas.buffer.area), canvas.buffer);
}

fn line_chart(canvas: &mut Canvas, area: Rect, points: &[Point<'_>]) {
    let (app, styles) = (canvas.app, canvas.styles);
    let at = |(step, _, row): &Point<'_>| (*step as f64, row.value);
    let all: Vec<(f64, f64)> = points.iter().map(at).collect();
    // Only neighbours in time are joined: a line over a gap would tell values that nobody told.
    let joined: Vec<Vec<(f64, f64)>> = points
        .chunk_by(|a, b| b.0 - a.0 <= 1)
        .map(|chunk| chunk.iter().map(at).collect())
        .collect();
    let (low, high) = all.iter().fold((0.0, 0.0), |(low, high): (f64, f64), (_, value)| {
        (low.min(*value), high.max(*value))
    });
    let last = all.last().map_or(1.0, |(step, _)| step.max(1.0));
    let line = |data| {
        Dataset::default()
            .data(data)
            .graph_type(GraphType::Line)
            .marker(Marker::Braille)
            .style(styles.column)
    };
    let mut sets: Vec<Dataset<'_>> = joined.iter().map(|data| line(data)).collect();
    let dots = Dataset::default().data(&all).graph_type(GraphType::Scatter).marker(Marker::Dot);
    sets.push(dots.style(styles.column_selected));
    let ends = [points.first(), points.last()].into_iter().flatten();
    let times: Vec<String> = ends.map(|(.., row)| period(app, row)).collect();
    let chart = Chart::new(sets)
        .x_axis(axis([0.0, last], times, styles.dim))
        .y_axis(axis([low, high], vec![label::number(low), label::number(high)], styles.dim))
        .legend_position(None);
    chart.render(area.intersection(canvas.buffer.area), canvas.buffer);
}

fn axis<'a>(bounds: [f64; 2], labels: Vec<String>, style: Style) -> Axis<'a> {
    Axis::default().bounds(bounds).labels(labels).style(style)
}
