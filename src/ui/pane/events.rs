//! ```text
//! ━ 3 Events 14 of 63 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
//! ··▂·······▁··▃▁·▅█▂                                       the histogram
//! 2024 ▸2024          KZ       law      …                   grouped by year; the selected event
//! 2025  2025-04-25    UZ       meeting  the first-ever …
//!       2025-05       KZ UZ   »≈law     …                   » planned, ? supposed, ¬ denied; ≈ told elsewhere too
//! ─────────────────────────────────────────────────────
//! On April 25, 2025, Uzbekistan convened …                  the selected event in full
//! ```

use super::empty;
use super::histogram;
use crate::app::pane::Period;
use crate::app::{App, Pane, glyph, label, reports};
use crate::extract::{Mode, imported};
use crate::model::Event;
use crate::ui::canvas::Canvas;
use crate::ui::pane::reader::marked;
use crate::ui::pen::Pen;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws histogram, list and detail.
pub(super) fn events(canvas: &mut Canvas) {
    histogram::draw(canvas);
    list(canvas);
    detail(canvas);
}

fn list(canvas: &mut Canvas) {
    let (app, rows) = (canvas.app, canvas.areas.finding_rows);
    if app.view.events.is_empty() {
        nothing(canvas);
        return;
    }
    for line in 0..usize::from(rows.height) {
        let index = app.events.offset + line;
        let event = app.view.events.get(index).and_then(|id| app.corpus.event(*id));
        if let Some(event) = event {
            entry(canvas, line, index, event);
        }
    }
}

/// The year of a group beside its first event, and beside the first row shown.
fn year(app: &App, line: usize, index: usize) -> String {
    match app.events.group_of(index) {
        Some((Period::Year(year), first)) if first || line == 0 => year.to_string(),
        Some((Period::Until | Period::Undated, true)) => "—".into(),
        _ => String::new(),
    }
}

/// Why the list is empty, and what to do about it.
fn nothing(canvas: &mut Canvas) {
    let app = canvas.app;
    let counts = app.view.counts;
    let documents = label::count(counts.documents_total, "document");
    let sentences = label::count(counts.sentences, "sentence");
    let text = if app.lens.is_empty() {
        "No dated events in these documents.".to_owned()
    } else if counts.hits == 0 {
        format!("No match for {} in {documents}, {sentences}.", app.lens)
    } else {
        let hits = label::count(counts.hits, "sentence");
        format!("No event for {}, but {hits} of {documents}: n shows them.", app.lens)
    };
    empty::say(canvas, &text);
}

fn entry(canvas: &mut Canvas, line: usize, index: usize, event: &Event) {
    let (app, rows, styles) = (canvas.app, canvas.areas.finding_rows, canvas.styles);
    let selected = index == app.events.selected;
    let reversed = selected && app.focus == Pane::Events;
    let base = if reversed { styles.selected } else { styles.text };
    let over = |style: Style| if reversed { base } else { style };
    let columns = Columns::of(rows.width);
    let lit = app.corpus.countries(event).iter().any(|c| app.lens.lights_country(c.0, c.1));
    let country = if lit { styles.hit } else { styles.country };
    let mut pen = Pen::row(canvas.buffer, rows, line);
    if columns.kind > 0 {
        pen.fit(&year(app, line, index), 5, styles.group);
    }
    let mark = if selected { "▸" } else { " " };
    pen.put(mark, if selected { over(styles.selected_elsewhere) } else { base });
    let end = pen.column() + columns.date;
    pen.put(&label::date(&app.corpus, event), base).fill_to(end, " ", base).put(" ", base);
    let codes = label::countries(&app.corpus, event, columns.codes);
    let end = pen.column() + columns.codes * 3;
    pen.put(&codes, over(country)).fill_to(end, " ", base);
    pen.put(label::mode_mark(event.mode), over(styles.mode));
    let told_again =
        app.view.events.get(index).is_some_and(|id| !app.corpus.candidates_of(*id).is_empty());
    pen.put(if told_again { "≈" } else { " " }, over(styles.mode));
    if columns.kind > 0 {
        pen.fit(event.kind.name(), columns.kind, over(styles.kind)).put(" ", base);
    }
    let title = app.corpus.title(event);
    let hit = if reversed { styles.hit_selected } else { styles.hit };
    lit_title(&mut pen, app, &title, (base, base.patch(hit)));
}

/// Cells of the columns before the title. A date that needs more pushes its row to the right: dates are never cut.
struct Columns {
    date: usize,
    /// Country codes.
    codes: usize,
    /// The type; none where there is no room for it, nor for the year.
    kind: usize,
}

impl Columns {
    fn of(width: u16) -> Self {
        match width {
            110.. => Self { date: 13, codes: 3, kind: 13 },
            60.. => Self { date: 10, codes: 2, kind: 11 },
            _ => Self { date: 10, codes: 2, kind: 0 },
        }
    }
}

/// A title with what made it match lit, cut with a mark where it is too long.
fn lit_title(pen: &mut Pen, app: &App, title: &str, (base, hit): (Style, Style)) {
    let lights = app.lens.text.highlights(title);
    let style = |at: usize| if lights.iter().any(|l| l.contains(&at)) { hit } else { base };
    let fits = glyph::width(title) <= pen.left();
    for (at, grapheme) in title.grapheme_indices(true) {
        if !fits && glyph::cells(grapheme) >= pen.left() {
            pen.put("…", base);
            break;
        }
        pen.glyph(grapheme, style(at));
    }
    pen.fill(" ", base);
}

/// The selected event's sentence, and where it stands.
fn detail(canvas: &mut Canvas) {
    let (app, area, styles) = (canvas.app, canvas.areas.detail, canvas.styles);
    let event = app.selected_event().and_then(|id| app.corpus.event(id));
    let Some(event) = event.filter(|_| area.height > 1) else { return };
    let Some(document) = app.corpus.document(event.document) else { return };
    canvas.pen(area, 0).fill("─", styles.dim);
    let section = document.section_at(event.sentence.start);
    let section = section.and_then(|i| document.sections.get(i)).filter(|s| s.level > 0);
    let written = document.text.words(event.date);
    let date = label::date(&app.corpus, event);
    let date = if event.anchored { date } else { format!("{date} (“{written}”)") };
    let mut place = vec![date, event.kind.name().to_owned()];
    place.extend(is_imported(app, event).then(|| "imported".to_owned()));
    place.extend(Some(label::concerned(&app.corpus, event)).filter(|c| !c.is_empty()));
    if event.mode != Mode::Historical {
        place.push(event.mode.name().to_owned());
    }
    let others = app.candidates();
    if let [only] = others {
        place.push(format!("≈ {}", reports::likeness(only)));
    } else if !others.is_empty() {
        place.push(format!("≈ {}", label::count(others.len(), "other report")));
    }
    place.push(short(label::document(document)));
    place.extend(document.locator(event.sentence.start).map(|at| short(&at.cited())));
    place.extend(section.map(|s| short(document.text.words(s.heading))));
    place.push(app.corpus.string(event.rule).to_owned());
    let last = Rect { y: area.bottom() - 1, height: 1, ..area };
    let room = usize::from(last.width);
    while place.len() > 2 && glyph::width(&place.join(" · ")) > room {
        place.pop();
    }
    canvas.pen(last, 0).fit(&place.join(" · "), room, styles.dim);
    let body = Rect { y: area.y + 1, height: area.height - 2, ..area };
    marked(canvas, body, event.document, event.sentence);
}

/// Whether a table of somebody's states the event; else it was found in a text.
fn is_imported(app: &App, event: &Event) -> bool {
    app.corpus.string(event.rule) == imported::RULE
}

/// The first words of a name, with a mark where there are more.
fn short(name: &str) -> String {
    let end = name.unicode_word_indices().nth(4).map(|(at, word)| at + word.len());
    match end.and_then(|end| name.get(..end)) {
        Some(start) if start.len() < name.len() => format!("{start}…"),
        Some(_) | None => name.to_owned(),
    }
}
