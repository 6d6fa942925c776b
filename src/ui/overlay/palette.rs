//! ```text
//! ┌ Look up ───────────────────────────────────────────────────────┐
//! │> recruits stopped 2016                                3 matching│
//! │  recruits* · stopped* · 2016                                    │   as understood
//! │1 related indicator 2016     KZ    …Kazakhstani recruits have …  │
//! ├──────────────────────────────────────────────────────────────── │
//! │ the passage                                                     │
//! └─────────────────────────────────────────────────────────────────┘
//! ```

use super::frame::{field, framed};
use crate::app::geometry::lookup;
use crate::app::overlay::{Palette, Pick};
use crate::app::page::Page;
use crate::app::{command, glyph, label};
use crate::model::{Corpus, DocId};
use crate::query::Citation;
use crate::query::lookup::{Answer, Row, Subject};
use crate::text::Span;
use crate::ui::canvas::Canvas;
use crate::ui::pane::Passage;
use crate::ui::pen::Pen;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::fmt::Write;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the lookup; where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas, palette: &Palette) -> Position {
    let areas = lookup(canvas.buffer.area.as_size());
    framed(canvas, "Look up", areas.frame);
    let whole = if canvas.app.lens.is_empty() { "" } else { ", whole corpus searched" };
    let note = format!("{}{whole}", note(palette));
    let cursor = field(canvas, areas.field, &palette.field, &note);
    understood(canvas, palette, areas.understood);
    let picks = palette.picks();
    if picks.is_empty() {
        hint(canvas, palette, areas.rows);
    }
    let height = usize::from(areas.rows.height);
    let head = if is_no(palette) { head_of_no(canvas, palette, areas.rows) } else { 0 };
    let shown = picks.iter().enumerate().skip(palette.offset).take(height.saturating_sub(head));
    for (line, (index, pick)) in shown.enumerate() {
        let selected = index == palette.selected;
        entry(canvas, palette, *pick, (areas.rows, line + head, index, selected));
    }
    preview(canvas, palette, areas.preview);
    cursor
}

/// How many sentences match, and what is shown of them.
fn note(palette: &Palette) -> String {
    let Some(answer) = palette.answer.as_ref().filter(|_| !palette.only_commands()) else {
        return String::new();
    };
    if answer.question.is_empty() {
        return String::new();
    }
    let waiting = if palette.waiting.is_some() { "… " } else { "" };
    let shown = answer.rows.iter().filter(|row| row.near.is_empty() && is_said(row)).count();
    let hidden = answer.matching.saturating_sub(shown);
    let more = if hidden > 0 { format!(", {hidden} not shown") } else { String::new() };
    match answer.matching {
        0 => format!("{waiting}no sentence matches"),
        1 => format!("{waiting}1 sentence matches"),
        count => format!("{waiting}{count} sentences match{more}"),
    }
}

/// Whether a row is a sentence, and not a country or a document by its name.
fn is_said(row: &Row) -> bool {
    !matches!(row.subject, Subject::Country(_))
}

/// How the question is understood; the part that is looked at is reversed.
fn understood(canvas: &mut Canvas, palette: &Palette, area: Rect) {
    let styles = canvas.styles;
    let mut pen = canvas.pen(area, 0);
    pen.put("  ", styles.dim);
    let Some(answer) = palette.answer.as_ref().filter(|a| !a.question.parts.is_empty()) else {
        return;
    };
    let mut first = true;
    if let Some(want) = answer.question.want {
        pen.put(want.name(), styles.key);
        first = false;
    }
    for (at, part) in answer.question.parts.iter().enumerate() {
        let said = part.understood(answer.tried.get(at));
        let looked_at = palette.part == Some(at);
        let (said, style) = match (said, looked_at) {
            (Some(said), false) => (said, styles.key),
            (Some(said), true) => (said, styles.selected),
            (None, true) => (format!("({} left out)", part.text), styles.selected),
            (None, false) if palette.changes.contains_key(&part.text) => {
                (format!("({} left out)", part.text), styles.dim)
            }
            (None, false) => continue,
        };
        if !first {
            pen.put(" · ", styles.dim);
        }
        first = false;
        pen.put(&said, style);
    }
    if let Some(part) = palette.part.and_then(|at| answer.tried.get(at)) {
        let words: Vec<&str> = part.words.iter().map(|(word, _)| word.as_str()).collect();
        let told = format!("  {}: {}", label::count(part.sentences, "sentence"), words.join(", "));
        let room = pen.left();
        pen.fit(&told, room, styles.dim);
    }
}

fn is_no(palette: &Palette) -> bool {
    let no = palette.answer.as_ref().is_some_and(|answer| answer.no.is_some());
    no && !palette.only_commands()
}

/// What is said above the nearest rows of a no: what was searched, and what was tried; how many rows that takes.
fn head_of_no(canvas: &mut Canvas, palette: &Palette, area: Rect) -> usize {
    let Some(answer) = &palette.answer else { return 0 };
    let styles = canvas.styles;
    let most = usize::from(area.height).saturating_sub(3);
    let said = format!("No answer: searched {}.", answer.searched());
    let tried = answer.told_tried().into_iter().map(|tried| (format!("tried {tried}"), styles.dim));
    let lines: Vec<(String, Style)> =
        std::iter::once((said, styles.key)).chain(tried).take(most).collect();
    for (line, (text, style)) in lines.iter().enumerate() {
        let mut pen = canvas.pen(area, line);
        pen.put("  ", *style);
        let room = pen.left();
        pen.fit(text, room, *style);
    }
    lines.len()
}

/// What an empty list says.
fn hint(canvas: &mut Canvas, palette: &Palette, area: Rect) {
    let styles = canvas.styles;
    if is_no(palette) {
        return;
    }
    let lines = [
        "Ask in plain words, in any order and form: recruits stopped 2016",
        "A country or a date is taken as one: tajikistan april 2025",
        "\"border agreement\" or 'word: as it is    !word: not with it    > commands",
        "Space: the last lookup again",
    ];
    let waiting = palette.waiting.is_some() && !palette.is_empty();
    let lines: &[&str] = if waiting { &["…"] } else { &lines };
    for (line, text) in lines.iter().enumerate() {
        let mut pen = canvas.pen(area, line);
        let room = pen.left().saturating_sub(2);
        pen.put("  ", styles.dim).fit(text, room, styles.dim);
    }
}

/// One row of the list.
fn entry(
    canvas: &mut Canvas,
    palette: &Palette,
    pick: Pick,
    (area, line, index, selected): (Rect, usize, usize, bool),
) {
    let (styles, corpus) = (canvas.styles, &canvas.app.corpus);
    let base = if selected { styles.selected } else { styles.text };
    let over = |style: Style| if selected { base } else { style };
    let hit = if selected { base.patch(styles.hit_selected) } else { base.patch(styles.hit) };
    let mut pen = canvas.pen(area, line);
    let digit = if index < 9 { (index + 1).to_string() } else { " ".into() };
    pen.put(&digit, over(styles.key)).put(" ", base);
    let answer = palette.answer.as_ref();
    match pick {
        Pick::Command(action) => {
            let Some(command) = command::of(action) else { return };
            pen.fit("command", 8, over(styles.dim)).fit(command.title, 22, base);
            pen.fit(command.keys.first().copied().unwrap_or_default(), 10, over(styles.key));
            let room = pen.left();
            pen.fit(command.doc, room, over(styles.dim));
        }
        Pick::Row(row) => {
            if let Some(part) = row.missing.first().and_then(|&at| answer?.question.parts.get(at)) {
                pen.put(&format!("without {}  ", part.text), over(styles.mode));
                return quoted(&mut pen, corpus, row, (base, hit));
            }
            said(&mut pen, corpus, row, (row.matched.name(), base, hit, over(styles.dim)));
        }
        Pick::Nearest(at) => {
            let no = answer.and_then(|answer| answer.no.as_ref());
            let Some(nearest) = no.and_then(|no| no.nearest.get(at)) else { return };
            let without = answer.map(|answer| answer.told_nearest(nearest)).unwrap_or_default();
            let room = pen.left() / 3;
            pen.fit(&without, glyph::width(&without).min(room), over(styles.mode)).put("  ", base);
            quoted(&mut pen, corpus, &nearest.row, (base, hit));
        }
        Pick::Gap(at) => {
            let no = answer.and_then(|answer| answer.no.as_ref());
            let Some(&(id, span)) = no.and_then(|no| no.gaps.get(at)) else { return };
            let Some(document) = corpus.document(id) else { return };
            pen.put("a gap is spoken of  ", over(styles.mode));
            let room = pen.left();
            pen.fit(document.text.words(span), room, base);
        }
    }
    pen.fill(" ", base);
}

/// How it matches, what it is, when, where, in which document; then the words.
fn said(
    pen: &mut Pen,
    corpus: &Corpus,
    row: &Row,
    (matched, base, hit, dim): (&str, Style, Style, Style),
) {
    let wide = pen.left() >= 90;
    pen.fit(matched, 8, dim);
    pen.fit(
        if wide { row.subject.name() } else { short(row.subject) },
        if wide { 10 } else { 5 },
        dim,
    );
    let date = row.date(corpus).map(label::edtf).unwrap_or_default();
    let end = pen.column() + 11;
    pen.put(&date, base).fill_to(end, " ", base);
    let countries = row.countries(corpus);
    let mut codes = String::new();
    for (country, _) in countries.iter().take(2) {
        let _ = write!(codes, " {}", country.code());
    }
    if let more @ 1.. = countries.len().saturating_sub(2) {
        let _ = write!(codes, "+{more}");
    }
    pen.fit(codes.trim_start(), 8, base).put(" ", base);
    let name = row.document(corpus).map(label::document).unwrap_or_default();
    pen.fit(name, if wide { 16 } else { 8 }, dim).put(if wide { "  " } else { " " }, base);
    quoted(pen, corpus, row, (base, hit));
}

fn short(subject: Subject) -> &'static str {
    match subject {
        Subject::Event(_) => "evnt",
        Subject::Indicator(_) => "fig",
        Subject::Sentence => "text",
        Subject::Heading => "head",
        Subject::Country(_) => "ctry",
        Subject::Document(_) => "doc",
        Subject::Entry(..) => "name",
    }
}

/// The words of a row from a little before what is lit, so that it is in sight.
fn quoted(pen: &mut Pen, corpus: &Corpus, row: &Row, (base, hit): (Style, Style)) {
    let quote = row.quote(corpus);
    let start = row.place.map_or(0, |(_, span)| span.start as usize);
    let lit: Vec<std::ops::Range<usize>> = row
        .lit
        .iter()
        .filter_map(|span| {
            let from = (span.start as usize).checked_sub(start)?;
            Some(from..from + span.len())
        })
        .collect();
    let room = pen.left();
    let first = lit.first().map_or(0, |range| range.start);
    let skipped = skip(quote, first, lit.last().map_or(0, |range| range.end), room);
    if skipped > 0 {
        pen.put("…", base);
    }
    let shown = quote.get(skipped..).unwrap_or_default();
    for (at, grapheme) in shown.grapheme_indices(true) {
        let cells = glyph::cells(grapheme);
        let last = skipped + at + grapheme.len() >= quote.len();
        if cells + usize::from(!last) > pen.left() {
            pen.put("…", base);
            break;
        }
        let style =
            if lit.iter().any(|range| range.contains(&(skipped + at))) { hit } else { base };
        pen.glyph(grapheme, style);
    }
}

/// How many bytes of a quote are left out before what is shown: none where all that is lit is in sight anyway.
fn skip(quote: &str, first: usize, last: usize, room: usize) -> usize {
    if quote.get(..last).map_or(0, glyph::width) < room {
        return 0;
    }
    let before = quote.get(..first).unwrap_or_default();
    let mut spaces = before.char_indices().rev().filter(|(_, c)| *c == ' ');
    spaces.nth(2).map_or(0, |(at, _)| at + 1)
}

/// The passage of the selected row, and where it stands.
fn preview(canvas: &mut Canvas, palette: &Palette, area: Rect) {
    let styles = canvas.styles;
    if let Some(told) = palette.pick().and_then(|pick| instead(canvas, palette, pick)) {
        let rows = Page::of(&told, Span::new(0, told.len()), area.width.into()).rows;
        for (line, row) in rows.iter().take(area.height.into()).enumerate() {
            canvas.pen(area, line).put(row.span.of(&told), styles.text);
        }
        return;
    }
    let (place, lit) = match palette.pick() {
        Some(Pick::Gap(at)) => (gap(palette.answer.as_deref(), at), Vec::new()),
        Some(pick) => match palette.row(pick) {
            Some(row) => (row.place, row.lit.clone()),
            None => return,
        },
        None => return,
    };
    let Some((id, sentence)) = place else { return };
    let app = canvas.app;
    let Some(document) = app.corpus.document(id) else { return };
    let citation = Citation::of(document, sentence);
    let head =
        format!("{} · {} · {}", label::document(document), citation.dated(), citation.place());
    let width = usize::from(area.width);
    canvas.pen(area, 0).fit(&head, width, styles.heading);
    let block = document.text.block_at(sentence.start);
    let block = block.and_then(|at| document.text.blocks.get(at)).map_or(sentence, |b| b.span);
    let passage = Passage { document: id, span: block, sentence: Some(sentence), lit: &lit };
    let rows = passage.rows(canvas, width);
    let height = usize::from(area.height).saturating_sub(1);
    let first = rows.iter().position(|row| row.span.end > sentence.start).unwrap_or(0);
    let last = rows.iter().rposition(|row| row.span.start < sentence.end).unwrap_or(first);
    // The whole sentence in sight, and as much before it as after.
    let spare = height.saturating_sub(last + 1 - first) / 2;
    let top = first.saturating_sub(spare).min(rows.len().saturating_sub(height));
    for (line, row) in rows.iter().skip(top).take(height).enumerate() {
        passage.draw(canvas, *row, area, line + 1);
    }
}

/// What is said of a row that is no passage: a country, a document, a command.
fn instead(canvas: &Canvas, palette: &Palette, pick: Pick) -> Option<String> {
    let app = canvas.app;
    let corpus = &app.corpus;
    if let Pick::Command(action) = pick {
        return command::of(action).map(|command| format!("{}: {}", command.title, command.doc));
    }
    let row = palette.row(pick)?;
    match row.subject {
        Subject::Country(country) => {
            let (events, figures) = row.counts.unwrap_or_default();
            Some(format!(
                "{}: {}, {}. Enter narrows everything to {}.",
                country.name(),
                label::count(events, "event"),
                label::count(figures, "figure"),
                country.code(),
            ))
        }
        Subject::Document(id) => {
            let document = corpus.document(id)?;
            let sentences = label::count(document.text.sentences.len(), "sentence");
            let published = document.published.as_ref().map_or("undated", |date| &date.edtf);
            let path = &document.path;
            Some(format!(
                "{} · {published} · {sentences} · {path}. Enter opens it.",
                label::document(document)
            ))
        }
        _ => None,
    }
}

fn gap(answer: Option<&Answer>, at: usize) -> Option<(DocId, Span)> {
    answer?.no.as_ref()?.gaps.get(at).copied()
}
