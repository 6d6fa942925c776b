//! ```text
//! ─ 2 Reader Background Information ──────── ¶ 12/80 · 43% ─
//!   In March 2025, the presidents of Kyrgyzstan and Tajikistan      dates, countries, figures marked
//! ▌ concluded a historic border agreement.                          the bar beside the lit sentence
//! ▸ 14 lines of page furniture (pull quote) folded
//! ```

use crate::app::page::{Page, Row, RowKind};
use crate::app::raw::glyphs;
use crate::app::{Pane, label};
use crate::format::Locator;
use crate::model::{DocId, Document};
use crate::text::{BlockKind, SourceSpan, Span};
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;
use crate::ui::theme::Styles;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the text.
pub(in crate::ui) fn reader(canvas: &mut Canvas) {
    let area = canvas.areas.reader;
    if area.is_empty() {
        return;
    }
    let app = canvas.app;
    let Some(document) = app.document() else {
        canvas.title(area, Pane::Reader, "2 Reader", "");
        let text = if app.loading { "loading…" } else { "no document" };
        let (style, area) = (canvas.styles.dim, canvas.areas.text);
        canvas.pen(area, 0).put(text, style);
        return;
    };
    let (title, note) = (title(canvas, document), position(canvas, document));
    canvas.title(area, Pane::Reader, &title, &note);
    if app.reader.raw {
        raw(canvas, document);
    } else {
        rows(canvas, document);
    }
}

fn title(canvas: &Canvas, document: &Document) -> String {
    let app = canvas.app;
    let section = app.reader.lit(document).and_then(|s| document.section_at(s.start));
    let section = section.and_then(|i| document.sections.get(i)).filter(|s| s.level > 0);
    let name = section.map_or(label::document(document), |s| document.text.words(s.heading));
    let raw = if app.reader.raw { format!("raw {} · ", document.path) } else { String::new() };
    let gone = app.reader.document.is_some_and(|id| app.view.document_position(id).is_none());
    format!("2 Reader {raw}{}{name}", if gone { "(hidden by the lens) " } else { "" })
}

fn position(canvas: &Canvas, document: &Document) -> String {
    let reader = &canvas.app.reader;
    let last = reader.last_top();
    let percent = (reader.top.min(last) * 100).checked_div(last);
    let percent = percent.map_or("all".into(), |p| format!("{p}%"));
    let at = reader.lit(document).map_or(0, |sentence| sentence.start);
    let (paragraph, total) = document.paragraph(at);
    let page = match document.locator(at) {
        Some(Locator::Page(page)) => {
            format!("p. {page}/{} · ", document.pages().unwrap_or_default())
        }
        Some(Locator::Part(_)) | None => String::new(),
    };
    format!("{page}¶ {paragraph}/{total} · {percent}")
}

fn rows(canvas: &mut Canvas, document: &Document) {
    let (reader, area) = (&canvas.app.reader, canvas.areas.text);
    let lit = reader.lit(document);
    let visible = reader.page.rows.iter().skip(reader.top).take(area.height.into());
    let shown: Vec<Row> = visible.copied().collect();
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return };
    let Some(id) = reader.document else { return };
    let marks = Marks::new(canvas, id, first.span.hull(last.span), lit);
    for (line, row) in shown.iter().enumerate() {
        if lit.is_some_and(|s| s.overlaps(row.span)) {
            bar(canvas, line);
        }
        let mut pen = Pen::row(canvas.buffer, area, line);
        pen.skip_to(row.indent.into());
        write(&mut pen, canvas.styles, document, *row, &marks);
    }
}

/// The bar beside a row of the lit sentence, in the gutter.
fn bar(canvas: &mut Canvas, line: usize) {
    let text = canvas.areas.text;
    if text.x > canvas.areas.reader.x {
        let back = 2.min(text.x - canvas.areas.reader.x);
        let gutter = Rect { x: text.x - back, width: 1, ..text };
        let style = canvas.styles.bar;
        canvas.pen(gutter, line).put("▌", style);
    }
}

fn write(pen: &mut Pen, styles: &Styles, document: &Document, row: Row, marks: &Marks) {
    let base = match row.kind {
        RowKind::Blank => return,
        RowKind::Fold(lines, furniture) => {
            let (lines, kind) = (label::count(lines as usize, "line"), label::furniture(furniture));
            let text = format!("▸ {lines} of page furniture ({kind}) folded");
            pen.put(&text, styles.dim);
            return;
        }
        RowKind::Words(BlockKind::Title | BlockKind::Heading(_)) => styles.heading,
        RowKind::Words(BlockKind::Furniture(_) | BlockKind::Metadata) => styles.dim,
        RowKind::Words(_) => styles.text,
    };
    for (i, grapheme) in document.text.words(row.span).grapheme_indices(true) {
        let style = marks.style(row.span.start + i as u32, base);
        if !pen.glyph(grapheme, style) {
            break;
        }
    }
}

/// A span of prose with its marks, and what is lit in it, as rows of a width: as many as there are come out.
pub(in crate::ui) struct Passage<'a> {
    /// The document.
    pub(in crate::ui) document: DocId,
    /// What is shown.
    pub(in crate::ui) span: Span,
    /// The sentence that is meant, where more than that is shown.
    pub(in crate::ui) sentence: Option<Span>,
    /// What made it match.
    pub(in crate::ui) lit: &'a [Span],
}

impl Passage<'_> {
    /// The rows it takes at a width in cells.
    pub(in crate::ui) fn rows(&self, canvas: &Canvas, width: usize) -> Vec<Row> {
        let document = canvas.app.corpus.document(self.document);
        document.map_or_else(Vec::new, |d| Page::of(&d.text.clean, self.span, width).rows)
    }

    /// Draws one of its rows.
    pub(in crate::ui) fn draw(&self, canvas: &mut Canvas, row: Row, area: Rect, line: usize) {
        let Some(document) = canvas.app.corpus.document(self.document) else { return };
        let mut marks = Marks::new(canvas, self.document, row.span, self.sentence);
        let hit = canvas.styles.hit;
        marks.marks.extend(self.lit.iter().map(|span| (*span, hit)));
        let styles = canvas.styles;
        write(&mut canvas.pen(area, line), styles, document, row, &marks);
    }
}

/// A sentence with its marks, wrapped into an area: the detail under the event list.
pub(super) fn marked(canvas: &mut Canvas, area: Rect, id: DocId, span: Span) {
    let Some(document) = canvas.app.corpus.document(id) else { return };
    let rows = Page::of(&document.text.clean, span, area.width.into()).rows;
    let marks = Marks::new(canvas, id, span, None);
    for (line, row) in rows.iter().take(area.height.into()).enumerate() {
        let mut pen = Pen::row(canvas.buffer, area, line);
        write(&mut pen, canvas.styles, document, *row, &marks);
        if line + 1 == usize::from(area.height) && line + 1 < rows.len() {
            let end = usize::from(area.width).saturating_sub(2);
            let mut pen = Pen::row(canvas.buffer, area, line);
            pen.skip_to(pen.left().min(end)).put(" …", canvas.styles.dim);
        }
    }
}

/// What is marked in the part of the text that is seen, later ones over earlier ones.
#[derive(Default)]
struct Marks {
    marks: Vec<(Span, Style)>,
}

impl Marks {
    fn new(canvas: &Canvas, id: DocId, seen: Span, lit: Option<Span>) -> Self {
        let Some(document) = canvas.app.corpus.document(id) else { return Self::default() };
        let styles = canvas.styles;
        let mut marks = Vec::new();
        let mut add = |span: Span, style: Style| {
            if span.overlaps(seen) {
                marks.push((span, style));
            }
        };
        if let Some(span) = lit {
            add(span, styles.lit);
        }
        window(&document.quantities, seen, |q| q.span).for_each(|q| add(q.number, styles.figure));
        window(&document.countries, seen, |c| c.span).for_each(|c| add(c.span, styles.country));
        window(&document.dates, seen, |d| d.span).for_each(|d| add(d.span, styles.date));
        let judged = window(&document.assessments, seen, |a| a.span);
        judged.flat_map(|a| a.likelihood.iter()).for_each(|e| add(e.span, styles.likelihood));
        window(&document.text.marks, seen, |m| *m).for_each(|m| add(*m, styles.dim));
        for sentence in window(&document.text.sentences, seen, |s| *s) {
            let hit = canvas.app.view.hit_at(id, sentence.start).is_some();
            if hit && sentence.overlaps(seen) {
                for light in document_lights(canvas, document, *sentence) {
                    add(light, styles.hit);
                }
            }
        }
        Self { marks }
    }

    fn style(&self, at: u32, base: Style) -> Style {
        let here = self.marks.iter().filter(|(span, _)| span.contains(at));
        here.fold(base, |style, (_, mark)| style.patch(*mark))
    }
}

/// What the lens lights in a sentence.
fn document_lights(canvas: &Canvas, document: &Document, sentence: Span) -> Vec<Span> {
    canvas.app.lens.lights(document, sentence).into_iter().map(|light| light.span).collect()
}

/// The items of a list rising by place that may touch a span; long ones beginning up to 4 KiB earlier are found too.
fn window<T>(items: &[T], seen: Span, span: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let first = items.partition_point(|i| span(i).start + 4096 < seen.start);
    let last = items.partition_point(|i| span(i).start < seen.end);
    items.get(first..last).unwrap_or_default().iter()
}

/// The file's own bytes with line numbers, those of the lit sentence lit.
fn raw(canvas: &mut Canvas, document: &Document) {
    let (reader, area, styles) = (&canvas.app.reader, canvas.areas.text, canvas.styles);
    let lit = reader.lit(document).map(|s| document.text.map.parts(s)).unwrap_or_default();
    let page = &reader.raw_page;
    for (line, row) in page.rows.iter().skip(reader.top).take(area.height.into()).enumerate() {
        let inside = |at: u32| lit.iter().any(|p| p.contains(at));
        if lit.iter().any(|p| p.overlaps(row.span)) {
            bar(canvas, line);
        }
        let mut pen = Pen::row(canvas.buffer, area, line);
        if row.line > 0 {
            let number = format!("{:>1$}", row.line, page.gutter - 1);
            pen.put(&number, styles.dim);
        }
        pen.skip_to(page.gutter);
        let SourceSpan { start, .. } = row.span;
        let bytes = reader.raw_bytes.get(row.span.range()).unwrap_or_default();
        for (i, glyph) in glyphs(bytes) {
            let style = if inside(start + i as u32) { styles.lit } else { styles.text };
            if !pen.glyph(glyph, style) {
                break;
            }
        }
    }
}
