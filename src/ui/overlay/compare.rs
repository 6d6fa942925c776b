//! ```text
//! ┌ Compare: 2 of both ───────────────────────────────────────────┐
//! │ KZ Kazakhstan, 34 events    ────────────   UZ Uzbekistan, 28  │
//! │                              2024-11-02    law  signed …      │   one side is silent
//! │ =meeting  the presidents …   2025-04-25    =meeting  the …    │   = concerns both
//! ├───────────────────────────────────────────────────────────────│
//! │ the selected event in full                                    │
//! └───────────────────────────────────────────────────────────────┘
//! ```

use super::frame::{field, frame, framed};
use crate::app::geometry::{CompareAreas, compare, cut_top};
use crate::app::label;
use crate::app::overlay::{Overlay, Pair, Picker};
use crate::extract::Mode;
use crate::extract::country::Country;
use crate::model::{Event, EventId};
use crate::query::{Beside, CountryFilter, Lens};
use crate::ui::canvas::Canvas;
use crate::ui::pane::Passage;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// The mark of an event that concerns both.
const BOTH: &str = "=";

/// Draws two countries side by side.
pub(super) fn draw(canvas: &mut Canvas, pair: &Pair) {
    let areas = compare(canvas.buffer.area.as_size());
    framed(canvas, &title(pair), areas.frame);
    head(canvas, pair, &areas);
    let styles = canvas.styles;
    if pair.comparison.rows.is_empty() {
        canvas.pen(areas.rows, 0).put("no event of either; c picks another country", styles.text);
    }
    for line in 0..usize::from(areas.rows.height) {
        let index = pair.offset + line;
        let Some(row) = pair.comparison.rows.get(index) else { break };
        entry(canvas, pair, (row, index), (&areas, line));
    }
    detail(canvas, pair, areas.detail);
}

/// What is compared, and under which lens.
fn title(pair: &Pair) -> String {
    let [left, right] = pair.comparison.countries;
    let mut title = format!("Compare {} and {}", left.name(), right.name());
    let rest = Lens { countries: CountryFilter::default(), ..pair.lens.clone() };
    if !rest.is_empty() {
        title = format!("{title} · lens: {rest}");
    }
    title
}

/// The names of the countries over their columns; that of the selected one reversed.
fn head(canvas: &mut Canvas, pair: &Pair, areas: &CompareAreas) {
    let styles = canvas.styles;
    let [left, right] = pair.comparison.countries;
    let [of_left, of_right] = pair.comparison.counts;
    let style = |side: usize| if side == pair.side { styles.title_focused } else { styles.key };
    let named = |country: Country, count: usize| {
        format!("{} {}, {}", country.code(), country.name(), label::count(count, "event"))
    };
    let both = format!("{BOTH} both: {}", pair.comparison.both);
    let mut pen = canvas.pen(areas.head, 0);
    pen.fit(&named(left, of_left), areas.column, style(0));
    pen.put(" ", styles.dim)
        .fit(&both, areas.axis.saturating_sub(2), styles.mode)
        .put(" ", styles.dim);
    pen.fit(&named(right, of_right), areas.column, style(1));
}

/// A row: the left event, the date, the right event.
fn entry(
    canvas: &mut Canvas,
    pair: &Pair,
    (row, index): (&Beside, usize),
    (areas, line): (&CompareAreas, usize),
) {
    let (app, styles) = (canvas.app, canvas.styles);
    let [left, right] = row.events;
    let selected = index == pair.row;
    side(
        canvas,
        (left, row.is_both(), selected && pair.side == 0),
        (areas.rows, line, 0),
        areas.column,
    );
    let shown = row.first || line == 0;
    let date = row.any().filter(|_| shown).and_then(|id| app.corpus.event(id));
    let date = date.map(|event| label::date(&app.corpus, event)).unwrap_or_default();
    let style = if selected { styles.key } else { styles.text };
    let from = areas.column + areas.axis;
    side(
        canvas,
        (right, row.is_both(), selected && pair.side == 1),
        (areas.rows, line, from),
        areas.column,
    );
    let mut pen = canvas.pen(areas.rows, line);
    pen.skip_to(areas.column + 1);
    let room = areas.axis.saturating_sub(2);
    let pad = room.saturating_sub(date.chars().count()) / 2;
    pen.put(&" ".repeat(pad), style).fit(&date, room - pad, style);
}

/// An event in its column: its mark, its type where there is room, its title.
fn side(
    canvas: &mut Canvas,
    (event, both, selected): (Option<EventId>, bool, bool),
    (area, line, from): (Rect, usize, usize),
    width: usize,
) {
    let (app, styles) = (canvas.app, canvas.styles);
    let base = if selected { styles.selected } else { styles.text };
    let over = |style: Style| if selected { base } else { style };
    let area = Rect { x: area.x + from as u16, width: width as u16, ..area };
    let Some((id, event)) = event.and_then(|id| Some((id, app.corpus.event(id)?))) else {
        let mut pen = canvas.pen(area, line);
        if selected {
            pen.fit(" ·", width, base);
        }
        return;
    };
    let again = !app.corpus.candidates_of(id).is_empty();
    let title = app.corpus.title(event);
    let mut pen = canvas.pen(area, line);
    pen.put(if both { BOTH } else { " " }, over(styles.mode));
    pen.put(label::mode_mark(event.mode), over(styles.mode));
    pen.put(if again { "≈" } else { " " }, over(styles.mode));
    if width >= 48 {
        pen.fit(event.kind.name(), 11, over(styles.dim)).put(" ", base);
    }
    let room = pen.left();
    pen.fit(&title, room, base);
}

/// The selected event's sentence, and where it stands.
fn detail(canvas: &mut Canvas, pair: &Pair, area: Rect) {
    let (app, styles) = (canvas.app, canvas.styles);
    if area.height < 2 {
        return;
    }
    canvas.pen(area, 0).fill("─", styles.dim);
    let last = Rect { y: area.bottom() - 1, height: 1, ..area };
    let width = usize::from(area.width);
    let Some(event) = pair.event().and_then(|id| app.corpus.event(id)) else {
        let said = format!("Nothing of {} on this row.", pair.country().name());
        canvas.pen(area, 1).fit(&said, width, styles.dim);
        return;
    };
    let body = Rect { y: area.y + 1, height: area.height - 2, ..area };
    let passage =
        Passage { document: event.document, span: event.sentence, sentence: None, lit: &[] };
    for (line, row) in passage.rows(canvas, width).into_iter().enumerate() {
        passage.draw(canvas, row, body, line);
    }
    let place = place(canvas, event);
    canvas.pen(last, 0).fit(&place, width, styles.dim);
}

/// Date, type, countries, manner and document of an event.
fn place(canvas: &Canvas, event: &Event) -> String {
    let corpus = &canvas.app.corpus;
    let mut place = vec![label::date(corpus, event), event.kind.name().to_owned()];
    place.push(label::concerned(corpus, event));
    if event.mode != Mode::Historical {
        place.push(event.mode.name().to_owned());
    }
    place.extend(corpus.document(event.document).map(|d| label::document(d).to_owned()));
    place.join(" · ")
}

/// Draws the countries that can be put beside, over the comparison; where the cursor stands.
pub(super) fn choice(canvas: &mut Canvas, picker: &Picker) -> Position {
    let (app, styles) = (canvas.app, canvas.styles);
    let beneath = app.beneath.last();
    let mut what = "Another country".to_owned();
    if let Some(Overlay::Compare(pair)) = beneath {
        draw(canvas, pair);
        what = format!("Instead of {}", pair.country().name());
    }
    let rows = picker.rows();
    let inner = frame(canvas, &what, (56, picker.countries.len()));
    let (head, list) = cut_top(inner, 1);
    let cursor = field(canvas, head, &picker.field, &format!("{} shown", rows.len()));
    let shown = rows.iter().enumerate().skip(picker.offset).take(list.height.into());
    for (line, (index, (country, events))) in shown.enumerate() {
        let style = if index == picker.selected { styles.selected } else { styles.text };
        let mut pen = canvas.pen(list, line);
        pen.put(country.code(), style).put("  ", style);
        let room = pen.left().saturating_sub(12);
        pen.fit(country.name(), room, style);
        pen.fit(&format!("{:>12}", label::count(*events, "event")), 12, style);
    }
    if rows.is_empty() {
        let said = format!("no country answers to {:?}", picker.field.text());
        canvas.pen(list, 0).put(&said, styles.text);
    }
    cursor
}
