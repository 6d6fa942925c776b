//! ```text
//! ┌ Signposts: 2 of your own, 5 in the documents, 3 hidden by the lens · as in the file ───┐
//! │ STATE     DIAG  WHAT IS WATCHED            POINTS TO        LAST SEEN         SOURCE   │
//! │ emerging    13  troops near the border     an offensive     2025-04-25 rep…   brief…   │
//! │ in text      ·  travel patterns            shifts in …                        002_80…  │   not adopted yet
//! ├────────────────────────────────────────────────────────────────────────────────────────│
//! │ the selected sign in full, its source and what was seen of it                          │
//! └────────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use super::frame::{field, framed};
use super::ratings::{self, points};
use crate::app::geometry::{BoardAreas, board as lay_out};
use crate::app::overlay::{Board, Sign, Worded};
use crate::app::{glyph, label};
use crate::model::DocId;
use crate::query::signposts::{FoundSign, Standing, codes};
use crate::signposts::{Diagnosticity, Field, Quoted, Signpost, State, diagnosticity};
use crate::ui::canvas::Canvas;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// The cells of each column, by what the row has room for: state, diagnosticity, scenario, threshold, last seen, source.
struct Columns([usize; 6]);

impl Columns {
    fn of(width: usize) -> Self {
        Self(match width {
            150.. => [9, 5, 30, 18, 26, 18],
            110.. => [9, 5, 24, 0, 24, 12],
            76.. => [9, 5, 20, 0, 12, 0],
            _ => [9, 0, 0, 0, 0, 0],
        })
    }

    /// What is left for the sign itself.
    fn text(&self, width: usize) -> usize {
        let taken: usize = self.0.iter().filter(|cells| **cells > 0).map(|cells| cells + 1).sum();
        width.saturating_sub(taken)
    }
}

/// Draws the board; where the cursor stands if something is typed there.
pub(super) fn draw(canvas: &mut Canvas, board: &Board) -> Option<Position> {
    let areas = lay_out(canvas.buffer.area.as_size());
    let width = usize::from(areas.frame.width).saturating_sub(4);
    let title: String = cut(&title(canvas, board), width);
    framed(canvas, &title, areas.frame);
    if board.scenario.is_some() {
        ratings::draw(canvas, board, &areas);
    } else {
        rows(canvas, board, &areas);
    }
    detail(canvas, board, areas.detail);
    foot(canvas, board, areas.foot)
}

fn cut(text: &str, cells: usize) -> String {
    let mut taken = 0;
    text.chars()
        .take_while(|c| {
            taken += glyph::width(c.encode_utf8(&mut [0; 4]));
            taken <= cells
        })
        .collect()
}

/// How many there are, what is hidden, and in which order.
fn title(canvas: &Canvas, board: &Board) -> String {
    let register = &canvas.app.watch.kept.register;
    let found = board.rows.iter().filter(|row| matches!(row, Sign::Found(_))).count();
    let mut parts = vec![
        format!("Signposts: {} of your own", register.signposts.len()),
        format!("{found} in the documents"),
    ];
    parts.extend((board.hidden > 0).then(|| format!("{} hidden by the lens", board.hidden)));
    format!("{} · {}", parts.join(", "), board.order.name())
}

fn rows(canvas: &mut Canvas, board: &Board, areas: &BoardAreas) {
    let styles = canvas.styles;
    let width = usize::from(areas.rows.width);
    let columns = Columns::of(width);
    let heads =
        ["state", "diag", "points to", "threshold", "last seen", "source"].map(str::to_owned);
    line(canvas, (areas.head, 0), &columns, ("what is watched", &heads), [styles.dim; 2]);
    if board.rows.is_empty() {
        let said = if board.hidden > 0 {
            "the lens hides all of them; x clears it"
        } else {
            "no document says what is to be watched; n adds a sign of your own"
        };
        canvas.pen(areas.rows, 0).put(said, styles.text);
    }
    let shown = board.rows.iter().enumerate().skip(board.offset).take(areas.rows.height.into());
    for (at, (index, sign)) in shown.enumerate() {
        let (text, cells, style) = match sign {
            Sign::Own(own) => {
                let register = &canvas.app.watch.kept.register;
                let Some(sign) = register.signposts.get(*own) else { continue };
                (sign.text.clone(), own_cells(canvas, board, sign), styles.key)
            }
            Sign::Found(found) => {
                let Some((text, cells)) = found_cells(canvas, *found) else { continue };
                (text, cells, styles.text)
            }
        };
        let of_state = match sign {
            Sign::Own(_) => state_style(canvas, &cells),
            Sign::Found(_) => styles.dim,
        };
        let look = if index == board.selected { [styles.selected; 2] } else { [style, of_state] };
        line(canvas, (areas.rows, at), &columns, (&text, &cells), look);
    }
}

/// What has been seen stands out.
fn state_style(canvas: &Canvas, cells: &[String; 6]) -> Style {
    let state = cells.first().and_then(|word| State::parse(&word.replace(' ', "-")));
    match state {
        Some(State::Seen) => canvas.styles.hit,
        Some(State::Emerging) => canvas.styles.mode,
        _ => canvas.styles.text,
    }
}

fn line(
    canvas: &mut Canvas,
    (area, at): (Rect, usize),
    columns: &Columns,
    (text, cells): (&str, &[String; 6]),
    [style, of_state]: [Style; 2],
) {
    let width = usize::from(area.width);
    let room = columns.text(width);
    let mut pen = canvas.pen(area, at);
    for (index, (cell, &cells)) in cells.iter().zip(&columns.0).enumerate() {
        if cells > 0 {
            match index {
                0 => pen.fit(cell, cells, of_state).put(" ", style),
                1 => pen.fit(&format!("{cell:>cells$}"), cells, style).put(" ", style),
                _ => pen.put(" ", style).fit(cell, cells, style),
            };
        }
        if index == 1 {
            pen.fit(text, room, style);
        }
    }
}

/// The cells of one of the analyst's own.
fn own_cells(canvas: &Canvas, board: &Board, sign: &Signpost) -> [String; 6] {
    let register = &canvas.app.watch.kept.register;
    let seen = sign.observations.last().map(|seen| {
        let doc = seen.cited.as_ref().map(|cited| name(&cited.doc));
        let date =
            if seen.date.is_empty() { "undated".to_owned() } else { label::edtf(&seen.date) };
        [Some(date), doc].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let source = sign.source.as_ref().map(|source| {
        let mark = standing(canvas, board, source).1;
        format!("{mark}{}", name(&source.doc))
    });
    [
        sign.state.name().replace('-', " "),
        points(diagnosticity(sign, &register.scenarios)),
        sign.scenario.clone(),
        sign.threshold.clone(),
        seen.unwrap_or_default(),
        source.unwrap_or_else(|| "own".into()),
    ]
}

/// What a sign of a document points to comes in the document's own words.
fn found_cells(canvas: &Canvas, found: FoundSign) -> Option<(String, [String; 6])> {
    let (document, sign) = found.of(&canvas.app.corpus)?;
    let words = |span| document.text.words(span).to_owned();
    let points_to = sign.points_to.map(words).unwrap_or_default();
    let cells = [
        "in text".to_owned(),
        "·".into(),
        points_to,
        String::new(),
        String::new(),
        document.name().to_owned(),
    ];
    Some((words(sign.span), cells))
}

/// The file of a path.
fn name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

/// Where a quote stands, and the mark of one that does not stand here.
fn standing(canvas: &Canvas, board: &Board, quote: &Quoted) -> (Option<DocId>, &'static str) {
    match board.library.find(&canvas.app.corpus, quote) {
        Standing::Here(id, _) => (Some(id), ""),
        Standing::Changed(_) => (None, "≠"),
        Standing::Absent => (None, "∅"),
    }
}

/// The selected sign in full.
fn detail(canvas: &mut Canvas, board: &Board, area: Rect) {
    let styles = canvas.styles;
    if area.height < 3 {
        return;
    }
    canvas.pen(area, 0).fill("─", styles.dim);
    let lines = match board.sign() {
        Some(Sign::Own(at)) => {
            let sign = canvas.app.watch.kept.register.signposts.get(at);
            sign.map(|sign| own_lines(canvas, board, sign)).unwrap_or_default()
        }
        Some(Sign::Found(found)) => found_lines(canvas, found).unwrap_or_default(),
        None => Vec::new(),
    };
    let width = usize::from(area.width);
    let mut at = 1;
    for (text, wraps, style) in lines {
        let most = if wraps { 2 } else { 1 };
        for (row, part) in wrapped(&text, width, most).iter().enumerate() {
            canvas.pen(area, at + row).fit(part, width, style);
        }
        at += wrapped(&text, width, most).len();
    }
}

/// A text in at most so many rows of so many cells; the last is cut by the pen.
fn wrapped(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    for word in text.split_whitespace() {
        let count = rows.len();
        let Some(last) = rows.last_mut() else { break };
        let long = glyph::width(last) + 1 + glyph::width(word) > width;
        if long && !last.is_empty() && count < most {
            rows.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    rows
}

type Line = (String, bool, Style);

fn own_lines(canvas: &Canvas, board: &Board, sign: &Signpost) -> Vec<Line> {
    let styles = canvas.styles;
    let register = &canvas.app.watch.kept.register;
    let mut lines = vec![(format!("{}  {}", sign.id, sign.text), true, styles.key)];
    let sum = match diagnosticity(sign, &register.scenarios) {
        Diagnosticity::NotRated => "not rated".to_owned(),
        Diagnosticity::NotOfItsOwn => "less than likely in its own scenario: no sign of it".into(),
        Diagnosticity::Sum { sum: 0, .. } => "0, tells no scenario from another: set aside".into(),
        Diagnosticity::Sum { sum, rated, of } => {
            format!("{sum} over {rated} of {of} other scenarios")
        }
    };
    let set = |what: &str, text: &str| {
        format!("{what} {}", if text.is_empty() { "not set" } else { text })
    };
    let mut told = vec![set("points to:", &sign.scenario)];
    if !sign.scenario.is_empty() && !register.scenarios.contains(&sign.scenario) {
        told.push("among no scenarios, p puts it there".into());
    }
    told.push(set("threshold:", &sign.threshold));
    told.extend((!sign.kind.is_empty()).then(|| sign.kind.clone()));
    told.push(format!("diagnosticity: {sum}"));
    lines.push((told.join(" · "), true, styles.text));
    if let Some(source) = &sign.source {
        lines.push((format!("from {}", quote(canvas, board, source)), true, styles.dim));
    }
    let count = sign.observations.len();
    for (at, seen) in sign.observations.iter().enumerate().rev() {
        let date =
            if seen.date.is_empty() { "undated".to_owned() } else { label::edtf(&seen.date) };
        let cited =
            seen.cited.as_ref().map(|cited| quote(canvas, board, cited)).unwrap_or_default();
        let note = if seen.note.is_empty() { String::new() } else { format!("{} · ", seen.note) };
        lines.push((format!("seen {}/{count}  {date}  {note}{cited}", at + 1), false, styles.text));
    }
    lines
}

/// A quote with its document, and whether it stands in this corpus.
fn quote(canvas: &Canvas, board: &Board, quote: &Quoted) -> String {
    let here = match board.library.find(&canvas.app.corpus, quote) {
        Standing::Here(..) => "",
        Standing::Changed(_) => " (the document has changed since)",
        Standing::Absent => " (not in this corpus)",
    };
    format!("{}{here}, bytes {}–{}: “{}”", name(&quote.doc), quote.start, quote.end, quote.quote)
}

fn found_lines(canvas: &Canvas, found: FoundSign) -> Option<Vec<Line>> {
    let styles = canvas.styles;
    let (document, sign) = found.of(&canvas.app.corpus)?;
    let words = |span| document.text.words(span);
    let mut told = Vec::new();
    told.extend(sign.points_to.map(|span| format!("points to: {}", words(span))));
    told.extend(sign.kind.map(|kind| kind.name().to_owned()));
    if let Some(by) = sign.told {
        told.push(format!("{} (by the {})", codes(sign).join(" "), by.name()));
    }
    told.extend(sign.under.map(|span| format!("under “{}”", words(span))));
    let place = crate::query::Citation::of(document, sign.sentence);
    let source = format!("{}, {}, {}", place.title, place.dated(), place.place());
    Some(vec![
        (words(sign.span).to_owned(), true, styles.key),
        (told.join(" · "), true, styles.text),
        (format!("“{}”", words(sign.sentence)), true, styles.text),
        (source, false, styles.dim),
    ])
}

/// What is typed or asked; else what is wrong with the file, or where it is.
fn foot(canvas: &mut Canvas, board: &Board, area: Rect) -> Option<Position> {
    let (app, styles) = (canvas.app, canvas.styles);
    let register = &app.watch.kept.register;
    let width = usize::from(area.width);
    if let Some(wording) = &board.prompt {
        let note = match wording.of {
            Worded::New => "a new sign: what is watched".to_owned(),
            Worded::Field(Field::Text) => "what is watched".into(),
            Worded::Field(Field::Scenario) => "the scenario it points to".into(),
            Worded::Field(Field::Threshold) => "seen from when on".into(),
            Worded::Field(Field::State) => "state".into(),
            Worded::Note => app.observation().and_then(|seen| seen.cited).map_or_else(
                || "a note".to_owned(),
                |cited| format!("a note on “{}”", cut(&cited.quote, width / 2)),
            ),
        };
        return Some(field(canvas, area, &wording.field, &note));
    }
    let own = board.own(register).filter(|_| board.deleting);
    let (said, style) = if let Some(sign) = own {
        let seen = label::count(sign.observations.len(), "observation");
        (format!("Delete {} with {seen}? y deletes, Esc keeps", sign.id), styles.error)
    } else if let Some(why) = &app.watch.failed {
        (why.clone(), styles.error)
    } else if let Some(flaw) = register.flaws.first() {
        let more = label::count(register.flaws.len(), "mistake");
        (format!("{more} in {}: {flaw}", app.watch.kept.path), styles.error)
    } else {
        let zero = |sign: &&Signpost| diagnosticity(sign, &register.scenarios).sum() == Some(0);
        let aside = register.signposts.iter().filter(zero).count();
        let mut said = vec![format!("kept in {}", app.watch.kept.path)];
        said.extend((aside > 0).then(|| format!("{aside} set aside: diagnosticity 0")));
        said.extend((board.adopted > 0).then(|| format!("{} adopted", board.adopted)));
        (said.join(" · "), styles.dim)
    };
    canvas.pen(area, 0).fit(&said, width, style);
    None
}
