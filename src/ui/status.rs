//! The last two rows: what is shown and hidden and where one is; and what can be done now, or the prompt.

use super::canvas::Canvas;
use super::pen::Pen;
use crate::app::command::{self, Command, Context};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::update::board_contexts;
use crate::app::{Action, App, Pane, glyph, label};
use crate::query::{Lens, Listed, summary};
use ratatui::layout::Position;
use std::fmt::Write;

/// The status line.
pub(super) fn status(canvas: &mut Canvas) {
    let app = canvas.app;
    let style = canvas.styles.status;
    let right = right(app);
    let mut pen = Pen::new(canvas.buffer, canvas.areas.status);
    let room = pen.left();
    pen.put(" ", style);
    let left = left(app);
    let spare = room.saturating_sub(glyph::width(&right) + 3);
    let keep_right = spare >= glyph::width(&left).min(room / 2);
    pen.fit(&left, if keep_right { spare } else { room.saturating_sub(1) }, style);
    if keep_right {
        pen.right(&right, style);
    }
    pen.fill(" ", style);
}

/// Shown, total and hidden.
fn left(app: &App) -> String {
    if app.loading && app.corpus.documents.is_empty() {
        return reading(app);
    }
    if let Some(rehearsal) = &app.rehearsal
        && let Some(drill) = rehearsal.drill()
    {
        let (at, of) = (rehearsal.scores.len() + 1, rehearsal.drills.len());
        return format!("{at}/{of} {}?  (ctrl-g gives up)", drill.question);
    }
    let mut text = String::new();
    if app.loading {
        let _ = write!(text, "{} · ", reading(app));
    }
    if let Some(around) = app.looks_around() {
        let _ = write!(text, "{} (w or Esc: back)", around.told());
        let rest = Lens { dates: None, ..app.lens.clone() };
        if !rest.is_empty() {
            let _ = write!(text, ", {rest}");
        }
        let (shown, all) = (app.view.counts.events_shown, app.view.counts.events_total);
        let _ = write!(text, " · {shown} of {}", label::count(all, "event"));
        return text;
    }
    let listed = match app.findings {
        Pane::Indicators => Listed::Indicators,
        Pane::Assessments => Listed::Assessments,
        _ => Listed::Events,
    };
    text.push_str(&summary(&app.view, &app.lens, listed));
    if app.lens.is_empty() {
        let documents = label::count(app.view.counts.documents_total, "document");
        let _ = write!(text, " in {documents}, none hidden");
    }
    let problems = app.index.files.refused;
    if problems > 0 && !app.loading {
        let _ = write!(text, " · {} (!)", label::count(problems, "problem"));
    }
    text
}

/// How far reading has come.
fn reading(app: &App) -> String {
    let progress = &app.progress;
    if progress.found == 0 {
        return "loading…".into();
    }
    let mut text = format!("reading {}/{}", progress.read, label::count(progress.found, "file"));
    if progress.bytes > 0 {
        let _ = write!(text, " {}", label::bytes(progress.bytes));
    }
    if progress.failed > 0 {
        let _ = write!(text, ", {} failed", progress.failed);
    }
    if let Some(slow) = &progress.slow {
        let name = slow.rsplit('/').next().unwrap_or(slow);
        let _ = write!(text, ", at {name}");
    }
    text
}

/// Which hit, which key is half pressed.
fn right(app: &App) -> String {
    let mut text = String::new();
    for key in &app.pending {
        let _ = write!(text, "{key}… ");
    }
    if !app.lens.is_empty() && !app.view.hits.is_empty() {
        let total = app.view.hits.len();
        let _ = match app.current_hit() {
            Some(hit) => write!(text, "hit {}/{total} ", hit + 1),
            None => write!(text, "{} ", label::count(total, "hit")),
        };
    }
    text
}

/// The footer; where the cursor stands if something is typed there.
pub(super) fn footer(canvas: &mut Canvas) -> Option<Position> {
    match &canvas.app.overlay {
        Some(Overlay::Find(p)) => Some(prompt(canvas, "/", p, "Enter keeps · Esc restores")),
        Some(Overlay::Dates(p)) => {
            let note = p.error.clone().unwrap_or_else(|| dates(canvas.app));
            Some(prompt(canvas, "dates: ", p, &note))
        }
        Some(
            Overlay::Countries(_)
            | Overlay::Help(_)
            | Overlay::Sources(_)
            | Overlay::Palette(_)
            | Overlay::Card(_)
            | Overlay::Coverage(_)
            | Overlay::Compare(_)
            | Overlay::Narrative(_)
            | Overlay::Brief(_)
            | Overlay::Choice(_)
            | Overlay::Sheet(_)
            | Overlay::Board(_),
        )
        | None => {
            match &canvas.app.notice {
                Some(notice) => {
                    let style = canvas.styles.key;
                    let area = canvas.areas.footer;
                    let width = usize::from(area.width);
                    canvas.pen(area, 0).fit(&format!(" {notice}"), width, style);
                }
                None => hints(canvas),
            }
            None
        }
    }
}

fn dates(app: &App) -> String {
    let day = |d: crate::model::Day| d.date().map_or("…".into(), |d| d.to_string());
    match &app.lens.dates {
        Some(range) => format!("{} to {} · Enter keeps", day(range.earliest), day(range.latest)),
        None => "2025 · 2025-03 · 2018..2022 · since 2020 · until 2019".into(),
    }
}

fn prompt(canvas: &mut Canvas, sign: &str, prompt: &Prompt, note: &str) -> Position {
    let styles = canvas.styles;
    let area = canvas.areas.footer;
    let note_style = if prompt.error.is_some() { styles.error } else { styles.dim };
    let mut pen = Pen::new(canvas.buffer, area);
    pen.put(sign, styles.key);
    let start = pen.column();
    let (shown, cursor) = prompt.field.window(pen.left());
    pen.put(shown, styles.text).put("  ", styles.text);
    pen.fit(note, glyph::width(note).min(pen.left()), note_style);
    Position { x: area.x.saturating_add((start + cursor) as u16), y: area.y }
}

/// Hints by falling priority, as many as fit.
fn hints(canvas: &mut Canvas) {
    let app = canvas.app;
    let here: &[Context] = match &app.overlay {
        None => &[Context::Panes],
        Some(Overlay::Countries(_)) => &[Context::Picker, Context::Overlay],
        Some(Overlay::Palette(_)) => &[Context::Lookup, Context::Overlay],
        Some(Overlay::Card(_)) => &[Context::Card, Context::Overlay],
        Some(Overlay::Sheet(_)) => &[Context::Sheet, Context::Overlay],
        Some(Overlay::Narrative(_)) => &[Context::Narrative, Context::Overlay],
        Some(Overlay::Coverage(_)) => &[Context::Coverage, Context::Overlay],
        Some(Overlay::Compare(_)) => &[Context::Compare, Context::Overlay],
        Some(Overlay::Brief(_)) => &[Context::Brief, Context::Overlay],
        Some(Overlay::Board(board)) => board_contexts(board),
        Some(_) => &[Context::Overlay],
    };
    let mut rows: Vec<&Command> = command::table()
        .iter()
        .filter(|c| c.hint > 0 && here.contains(&c.context) && (c.enabled)(app))
        .collect();
    rows.sort_by_key(|c| std::cmp::Reverse(c.hint));
    // A key means what it means in the first of the contexts that knows it.
    let mut known: Vec<&str> = Vec::new();
    rows.retain(|c| {
        let key = c.keys.first().copied().unwrap_or_default();
        let first = !known.contains(&key);
        known.push(key);
        first
    });
    let styles = canvas.styles;
    let mut pen = Pen::new(canvas.buffer, canvas.areas.footer);
    for command in rows {
        let key = command.keys.first().copied().unwrap_or_default();
        let back = command.action == Action::Clear && app.lens.is_empty();
        let title = if back { "lens back".into() } else { command.title.to_lowercase() };
        if glyph::width(key) + glyph::width(&title) + 3 > pen.left() {
            continue;
        }
        pen.put(" ", styles.text)
            .put(key, styles.key)
            .put(" ", styles.text)
            .put(&title, styles.dim);
        pen.put(" ", styles.text);
    }
}
