//! ```text
//! ▸forecast      KZ UZ   20–45 %  The security situation … is unlikely to improve   the band, or what the words are
//!  forecast      RU      will   ! Russia will try to strengthen its position       ! what a standard objects to
//! ───────────────────────────────────────────────────────────────────────
//! The security situation along the border is unlikely to improve significantly.    the selected one in full
//! “unlikely” ICD 203: 20–45 % · “will” stated without likelihood
//! forecast · AF TJ · SpecialEurasia · § Forecast ¶ 31 · assessment.item
//! ```

use super::empty;
use super::reader::marked;
use crate::app::{App, Pane, glyph, label};
use crate::extract::AssessmentFinding;
use crate::extract::assessment::{Case, Class, Expression, Reach, Scale, Sense};
use crate::model::{AssessmentId, DocId, Document};
use crate::query::citation::Citation;
use crate::query::lints::{self, Lint, lints_of};
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws list and detail.
pub(super) fn assessments(canvas: &mut Canvas) {
    let app = canvas.app;
    let Some(scale) = app.assessments.scale() else { return };
    if app.assessments.listed.is_empty() {
        nothing(canvas);
        return;
    }
    let rows = canvas.areas.finding_rows;
    let shown = app.assessments.listed.iter().enumerate().skip(app.assessments.rows.offset);
    let shown = shown.take(rows.height.into());
    let mut lints: Vec<(DocId, Vec<(usize, Lint)>)> = Vec::new();
    for (line, (index, id)) in shown.enumerate() {
        let Some(row) = app.corpus.assessments.get(id.index()) else { continue };
        let Some(document) = app.corpus.document(row.document) else { continue };
        if lints.iter().all(|(of, _)| *of != row.document) {
            lints.push((row.document, lints::lints(document)));
        }
        let of = lints.iter().find(|(of, _)| *of == row.document);
        let at = row.finding as usize;
        let objected = of.is_some_and(|(_, all)| all.iter().any(|(finding, _)| *finding == at));
        entry(canvas, line, (index, *id, objected), scale);
    }
    detail(canvas, scale);
}

/// Why the list is empty, and what to do about it.
fn nothing(canvas: &mut Canvas) {
    let app = canvas.app;
    let counts = app.view.counts;
    let documents = label::count(counts.documents_total, "document");
    let sentences = label::count(counts.sentences, "sentence");
    let text = if app.lens.is_empty() {
        format!("No assessment in {documents}, {sentences}.")
    } else {
        let total = label::count(counts.assessments_total, "assessment");
        format!(
            "No assessment for {}: {total} hidden; {documents}, {sentences} searched.",
            app.lens
        )
    };
    empty::say(canvas, &text);
}

/// Cells of the columns before the words.
struct Columns {
    kind: usize,
    codes: usize,
}

fn entry(
    canvas: &mut Canvas,
    line: usize,
    (index, id, objected): (usize, AssessmentId, bool),
    scale: &'static Scale,
) {
    let (app, rows, styles) = (canvas.app, canvas.areas.finding_rows, canvas.styles);
    let Some((document, finding)) = app.corpus.assessment(id) else { return };
    let selected = index == app.assessments.rows.selected;
    let reversed = selected && app.focus == Pane::Assessments;
    let base = if reversed { styles.selected } else { styles.text };
    let over = |style: Style| if reversed { base } else { style };
    let columns = match rows.width {
        100.. => Columns { kind: 15, codes: 3 },
        60.. => Columns { kind: 15, codes: 2 },
        _ => Columns { kind: 5, codes: 1 },
    };
    let lit = finding.countries.iter().any(|(c, via)| app.lens.lights_country(*c, *via));
    let mut pen = Pen::row(canvas.buffer, rows, line);
    pen.put(if selected { "▸" } else { " " }, over(styles.selected_elsewhere));
    let kind = match finding.case {
        Some(Case::Best) => "best case",
        Some(Case::Worst) => "worst case",
        Some(Case::MostLikely) => "most likely",
        Some(Case::Other) | None => finding.kind.name(),
    };
    pen.fit(kind, columns.kind, over(styles.kind)).put(" ", base);
    let country = if lit { styles.hit } else { styles.country };
    let end = pen.column() + columns.codes * 3;
    pen.put(&label::codes(&finding.countries, columns.codes), over(country))
        .fill_to(end, " ", base);
    pen.fit(&short(document, finding, scale), 9, over(styles.mode));
    let mark = if objected { "!" } else { " " };
    pen.put(mark, over(styles.error)).put(" ", base);
    words(&mut pen, document, finding, (base, over(styles.likelihood)));
}

/// The words of likelihood; the case of a scenario stands before it and is none of them.
fn expressions(finding: &AssessmentFinding) -> impl Iterator<Item = &Expression> {
    let case = finding.case.is_some();
    finding.likelihood.iter().filter(move |e| !case || e.sense != Sense::Rank)
}

/// What the first word of likelihood comes to, a band before all else: "20–45 %", "may", "will".
fn short(document: &Document, finding: &AssessmentFinding, scale: &'static Scale) -> String {
    let read = expressions(finding).map(|e| (e, scale.read(e)));
    let first = read.min_by_key(|(_, (class, _))| Class::ALL.iter().position(|c| c == class));
    match first {
        None => String::new(),
        Some((_, (class, Some(band)))) => {
            let other = if class == Class::OtherScale { "*" } else { "" };
            format!("{}–{} %{other}", band.low, band.high)
        }
        Some((expression, _)) => document.text.words(expression.span).to_lowercase(),
    }
}

/// The words, those of likelihood lit, cut with a mark where there are more.
fn words(
    pen: &mut Pen,
    document: &Document,
    finding: &AssessmentFinding,
    (base, lit): (Style, Style),
) {
    let text = document.text.words(finding.span);
    let fits = glyph::width(text) <= pen.left();
    for (at, grapheme) in text.grapheme_indices(true) {
        if !fits && glyph::cells(grapheme) >= pen.left() {
            pen.put("…", base);
            break;
        }
        let place = finding.span.start + at as u32;
        let inside = finding.likelihood.iter().any(|e| e.span.contains(place));
        pen.glyph(
            if grapheme == "\n" { " " } else { grapheme },
            if inside { base.patch(lit) } else { base },
        );
    }
    pen.fill(" ", base);
}

/// The selected one in full: its words, what they say of likelihood, what a standard objects to, where it stands.
fn detail(canvas: &mut Canvas, scale: &'static Scale) {
    let (app, area, styles) = (canvas.app, canvas.areas.detail, canvas.styles);
    let Some(id) = app.assessments.selected().filter(|_| area.height > 1) else { return };
    let Some((document, finding)) = app.corpus.assessment(id) else { return };
    let Some(row) = app.corpus.assessments.get(id.index()) else { return };
    canvas.pen(area, 0).fill("─", styles.dim);
    let last = Rect { y: area.bottom() - 1, height: 1, ..area };
    let room = usize::from(last.width);
    canvas.pen(last, 0).fit(&place(app, document, finding), room, styles.dim);
    let mut body = Rect { y: area.y + 1, height: area.height - 2, ..area };
    let objections = lints_of(document, row.finding as usize);
    for lint in objections.iter().rev().take(usize::from(body.height / 3)) {
        body.height -= 1;
        let line = Rect { y: body.bottom(), height: 1, ..body };
        let told = format!("! {} ({})", lint.reason(), lint.standard());
        canvas.pen(line, 0).fit(&told, room, styles.error);
    }
    let told = expressions(finding).map(|e| lints::told(scale, document.text.words(e.span), e));
    let told: Vec<String> = told.collect();
    if !told.is_empty() && body.height > 1 {
        body.height -= 1;
        let line = Rect { y: body.bottom(), height: 1, ..body };
        canvas.pen(line, 0).fit(&told.join(" · "), room, styles.mode);
    }
    let set = lints::scenarios(document, row.finding as usize);
    if finding.case.is_some() && set.len() > 1 && room >= 60 {
        side_by_side(canvas, body, (row.document, document), (&set, row.finding as usize));
    } else {
        marked(canvas, body, row.document, finding.span);
    }
}

/// The scenarios of a section in columns, the selected one's title lit.
fn side_by_side(
    canvas: &mut Canvas,
    area: Rect,
    (id, document): (DocId, &Document),
    (set, here): (&[usize], usize),
) {
    let count = set.len().min(usize::from(area.width / 20).max(1)) as u16;
    let first =
        set.iter().position(|at| *at == here).unwrap_or(0).saturating_sub(usize::from(count) - 1);
    let width = area.width / count;
    for (column, at) in set.iter().skip(first).take(count.into()).enumerate() {
        let Some(finding) = document.assessments.get(*at) else { continue };
        let x = area.x + column as u16 * width;
        let place = Rect { x, width: width.saturating_sub(2), ..area };
        let name = finding.case.map_or("scenario", |case| case.name());
        let style = if *at == here { canvas.styles.selected_elsewhere } else { canvas.styles.dim };
        let room = usize::from(place.width);
        canvas.pen(place, 0).fit(&name.replace('-', " "), room, style);
        let below = Rect { y: place.y + 1, height: place.height.saturating_sub(1), ..place };
        marked(canvas, below, id, finding.span);
    }
}

/// Kind, horizon, countries and where they are named, document, place, rule.
fn place(app: &App, document: &Document, finding: &AssessmentFinding) -> String {
    let mut parts = vec![finding.kind.name().to_owned()];
    parts.extend(finding.horizon.map(|span| format!("“{}”", document.text.words(span))));
    let codes = label::codes(&finding.countries, usize::MAX);
    match finding.reach {
        Reach::Own => parts.push(codes),
        Reach::Nowhere => parts.push("no country named".to_owned()),
        reach => parts.push(format!("{codes} (from the {})", reach.name())),
    }
    let citation = Citation::of(document, finding.span);
    parts.push(label::document(document).split_whitespace().take(4).collect::<Vec<_>>().join(" "));
    parts.push(citation.place());
    parts.extend(app.assessments.scale().map(|scale| format!("{} (%)", scale.title)));
    parts.push(finding.rule.to_owned());
    parts.join(" · ")
}
