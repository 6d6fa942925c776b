//! ```text
//! ┌ Brief: Kazakhstan ────────────────────────────────────────────┐
//! │ 4 of 4 documents searched …                                   │
//! │ BOTTOM LINE                                                   │
//! │ ▸bottom line · AF KZ                                      [1] │   the selected quote
//! │  Kazakhstan’s strategic engagement with Afghanistan …         │   the document's own words
//! │  “likely” ICD 203: 55–80 %                                    │   what is to be known of it
//! │  002_80b5.txt, 2025-05-26, § 1. BLUF, ¶ 5, line 5             │   where it stands, of the selected one
//! └───────────────────────────────────────────────────────────────┘
//! ```

use super::frame::framed;
use crate::app::App;
use crate::app::geometry::over_panes;
use crate::app::overlay::Briefing;
use crate::app::page::Page;
use crate::query::brief::{Line, Part};
use crate::text::Span;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Styles;
use ratatui::style::Style;

/// The widest a page gets, in cells: what is read with ease.
const WIDEST: usize = 100;

/// Draws the brief, the selected quote in sight.
pub(super) fn draw(canvas: &mut Canvas, sheet: &Briefing) {
    let (frame, _) = over_panes(canvas.buffer.area.as_size(), 1);
    let whole = if sheet.whole { " · everything" } else { "" };
    let area = framed(canvas, &format!("Brief: {}{whole}", sheet.brief.title), frame);
    let width = usize::from(area.width).min(WIDEST);
    let (rows, at) = rows(canvas.app, canvas.styles, sheet, width);
    let height = usize::from(area.height);
    let first = at.saturating_sub(height / 3).min(rows.len().saturating_sub(height));
    for (line, (text, style)) in rows.iter().skip(first).take(height).enumerate() {
        canvas.pen(area, line).put(text, *style);
    }
}

/// The rows of the page, and where the selected quote begins.
fn rows(
    app: &App,
    styles: &Styles,
    sheet: &Briefing,
    width: usize,
) -> (Vec<(String, Style)>, usize) {
    let mut page = Rows { width, rows: Vec::new() };
    for fact in &sheet.brief.facts {
        page.put(fact, 0, styles.dim);
    }
    let (mut number, mut at) = (0, 0);
    for part in &sheet.brief.parts {
        page.rows.push((String::new(), styles.text));
        page.put(&heading(part), 0, styles.heading);
        for line in &part.lines {
            let selected = number == sheet.selected;
            if selected {
                at = page.rows.len();
            }
            quote(&mut page, app, styles, (sheet, line, selected));
            number += 1;
        }
        for fact in &part.facts {
            page.put(fact, 1, styles.dim);
        }
    }
    (page.rows, at)
}

/// The heading of a part, with how many of its quotes the page has no room for.
fn heading(part: &Part) -> String {
    let title = part.section.title().to_uppercase();
    match part.left {
        0 => title,
        left => {
            format!("{title}  ({} of {}, a shows all)", part.lines.len(), part.lines.len() + left)
        }
    }
}

fn quote(
    page: &mut Rows,
    app: &App,
    styles: &Styles,
    (sheet, line, selected): (&Briefing, &Line, bool),
) {
    let mark = if selected { "▸" } else { " " };
    let style = if selected { styles.selected } else { styles.key };
    page.put(&format!("{mark}{} [{}]", line.label, line.source), 0, style);
    let Some(citation) = sheet.brief.citation(&app.corpus, line) else { return };
    let words = citation.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    page.put(&format!("“{words}”"), 1, styles.text);
    for note in &line.notes {
        page.put(note, 3, styles.mode);
    }
    if selected {
        page.put(&citation.source(), 3, styles.dim);
    }
}

/// Rows of text as they are put together.
struct Rows {
    width: usize,
    rows: Vec<(String, Style)>,
}

impl Rows {
    /// Adds a text in as many rows as it takes, so many cells from the left.
    fn put(&mut self, text: &str, indent: usize, style: Style) {
        let room = self.width.saturating_sub(indent).max(1);
        for row in Page::of(text, Span::new(0, text.len()), room).rows {
            let lead = " ".repeat(indent + usize::from(row.indent));
            self.rows.push((format!("{lead}{}", row.span.of(text)), style));
        }
    }
}
