//! ```text
//! ━ 1 Documents 2 of 4 ━━━━━━━━━━━
//! ▸Intelligence Agencies, Securit…     what it is called
//!   Publisher · 2025-05-26 · 9/14 #tag who or which file, when, events shown of all, its tags
//! ─ Outline ──────────────────────
//! ▸ Executive Summary                  the section being read
//!     Background Information
//! ```

use crate::app::pane::Item;
use crate::app::{Pane, glyph, label};
use crate::extract::Front;
use crate::model::{DocId, Document};
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;
use ratatui::layout::Rect;

/// Draws documents and outline.
pub(in crate::ui) fn documents(canvas: &mut Canvas) {
    let area = canvas.areas.documents;
    if area.is_empty() {
        return;
    }
    let counts = canvas.app.view.counts;
    let title = if counts.documents_shown == counts.documents_total {
        format!("1 Documents {}", counts.documents_total)
    } else {
        format!("1 Documents {} of {}", counts.documents_shown, counts.documents_total)
    };
    canvas.title(area, Pane::Documents, &title, "");
    list(canvas);
    outline(canvas);
}

fn list(canvas: &mut Canvas) {
    let (app, area) = (canvas.app, canvas.areas.document_rows);
    if app.view.documents.is_empty() {
        let text = if app.loading { "loading…" } else { "nothing left" };
        let style = canvas.styles.dim;
        canvas.pen(area, 0).put(text, style);
        return;
    }
    let height = usize::from(area.height / 2).max(1);
    let rows = app.view.documents.iter().enumerate().skip(app.documents.offset).take(height);
    for (line, (index, id)) in rows.enumerate() {
        if let Some(document) = app.corpus.document(*id) {
            entry(canvas, line * 2, index, (*id, document));
        }
    }
}

fn entry(canvas: &mut Canvas, line: usize, index: usize, (id, document): (DocId, &Document)) {
    let (app, area, styles) = (canvas.app, canvas.areas.document_rows, canvas.styles);
    let selected = app.documents.selected == Item::Document(index);
    let focused = selected && app.focus == Pane::Documents;
    let open = app.reader.document == Some(id);
    let style = match (focused, open) {
        (true, _) => styles.selected,
        (false, true) => styles.selected_elsewhere,
        (false, false) => styles.text,
    };
    let mut pen = Pen::row(canvas.buffer, area, line);
    pen.put(if open { "▸" } else { " " }, style);
    let room = pen.left();
    let label = document.label();
    let plain = document.title().is_some() || document.is_table() || label.starts_with(['“', '"']);
    if plain {
        pen.fit(label, room, style);
    } else {
        pen.fit(&format!("“{label}"), room, style);
    }
    let counts = app.view.per_document.get(id.index()).copied().unwrap_or_default();
    let (shown, total) = (counts.events_shown, counts.events_total);
    let mut parts = Vec::new();
    parts.push(document.published.as_ref().map_or("undated", |d| &d.edtf).to_owned());
    if let Some(grade) = document.facts.grade {
        parts.push(format!("grade {}", grade.letter()));
    }
    let of = if shown == total { String::new() } else { format!("{shown}/") };
    parts.push(of + &label::count(total, "event"));
    if !app.lens.is_empty() {
        parts.push(label::count(counts.hits, "hit"));
    }
    let mut pen = Pen::row(canvas.buffer, area, line + 1);
    pen.put("  ", styles.dim);
    let text = parts.join(" · ");
    let source = match document.front {
        Front { publisher: Some(span), .. } => document.text.words(span),
        Front { title: None, .. } => document.name(),
        Front { .. } => "",
    };
    let room = pen.left().saturating_sub(glyph::width(&text) + 3);
    if !source.is_empty() && room >= glyph::width(source).min(8) {
        pen.fit(source, glyph::width(source).min(room), styles.dim).put(" · ", styles.dim);
    }
    let tags = document.tags();
    let tags = tags.iter().map(|tag| format!(" #{}", tag.replace(' ', "-")));
    let room = pen.left();
    pen.fit(&(text + &tags.collect::<String>()), room, styles.dim);
}

fn outline(canvas: &mut Canvas) {
    let (app, styles) = (canvas.app, canvas.styles);
    let rows = canvas.areas.outline_rows;
    let Some(document) = app.document().filter(|_| rows.height > 0) else { return };
    let current = app.reader.lit(document).and_then(|s| document.section_at(s.start));
    if rows.y > canvas.areas.document_rows.y {
        let above = Rect { y: rows.y - 1, height: 1, ..rows };
        canvas.pen(above, 0).put("─ Outline ", styles.dim).fill("─", styles.dim);
    }
    let shown = document.sections.iter().enumerate().skip(app.documents.outline_offset);
    for (line, (index, section)) in shown.take(rows.height.into()).enumerate() {
        let selected = app.documents.selected == Item::Section(index);
        let style = match (selected && app.focus == Pane::Documents, current == Some(index)) {
            (true, _) => styles.selected,
            (false, true) => styles.selected_elsewhere,
            (false, false) => styles.text,
        };
        let indent = usize::from(section.level.saturating_sub(1).min(4)) * 2;
        let mut pen = Pen::row(canvas.buffer, rows, line);
        pen.put(if current == Some(index) { "▸" } else { " " }, style);
        pen.fill_to(1 + indent, " ", style);
        let room = pen.left();
        pen.fit(document.text.words(section.heading), room, style);
    }
}
