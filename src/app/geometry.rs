//! The one place where rectangles are decided, for drawing, paging and clicking alike. Never draws.

use super::{App, Pane};
use ratatui::layout::{Rect, Size};

/// Where everything stands. Empty rectangles are not shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// Title row and body of the documents, the outline below them included.
    pub documents: Rect,
    /// Rows of the list of documents.
    pub document_rows: Rect,
    /// Rows of the outline, under a row of its own title.
    pub outline_rows: Rect,
    /// Title row and body of the reader.
    pub reader: Rect,
    /// The column of text in the reader, the gutter not included.
    pub text: Rect,
    /// Title row and body of the list of findings: events, indicators or assessments.
    pub findings: Rect,
    /// The histogram over time, above events.
    pub histogram: Rect,
    /// Rows of the list of findings.
    pub finding_rows: Rect,
    /// The selected finding in full, under a rule.
    pub detail: Rect,
    /// Vertical rules between columns.
    pub rules: [Rect; 2],
    /// The status line.
    pub status: Rect,
    /// The footer: hints, or the prompt.
    pub footer: Rect,
}

/// The widest column of text that is read with ease, in cells.
pub const MEASURE: u16 = 78;
/// Cells left of the text: the bar beside the current sentence, and a space.
pub const GUTTER: u16 = 2;

/// Lays the screen out.
pub fn areas(size: Size, app: &App) -> Areas {
    let mut areas = Areas::default();
    let screen = Rect::new(0, 0, size.width, size.height);
    let (body, bottom) = cut_bottom(screen, if size.height >= 5 { 2 } else { size.height / 2 });
    let (status, footer) = cut_top(bottom, 1);
    areas.status = status;
    areas.footer = footer;
    place_panes(&mut areas, body, app);
    split_documents(&mut areas, app);
    split_findings(&mut areas, app.findings);
    areas.text = text_column(below_title(areas.reader), app.reader.raw);
    areas
}

fn place_panes(areas: &mut Areas, body: Rect, app: &App) {
    if app.zoomed || body.width < 40 || body.height < 14 {
        match app.focus {
            Pane::Documents => areas.documents = body,
            Pane::Reader => areas.reader = body,
            Pane::Events | Pane::Indicators | Pane::Assessments => areas.findings = body,
        }
    } else if body.width >= 160 {
        let (left, rest) = cut_left(body, 38);
        let (rule, rest) = cut_left(rest, 1);
        let (middle, right) = cut_left(rest, (rest.width / 2).min(MEASURE + 8));
        let (second, right) = cut_left(right, 1);
        (areas.documents, areas.reader, areas.findings) = (left, middle, right);
        areas.rules = [rule, second];
    } else if body.width >= 110 && body.height >= 24 {
        let (left, rest) = cut_left(body, 36);
        let (rule, right) = cut_left(rest, 1);
        areas.documents = left;
        areas.rules[0] = rule;
        (areas.findings, areas.reader) = cut_top(right, right.height * 9 / 20);
    } else {
        let (top, bottom) = cut_top(body, body.height * 9 / 20);
        areas.reader = bottom;
        match app.list {
            Pane::Documents => areas.documents = top,
            _ => areas.findings = top,
        }
    }
}

/// The list takes what it needs up to half; the outline has the rest. Side by side where the pane is flat and wide.
fn split_documents(areas: &mut Areas, app: &App) {
    let body = below_title(areas.documents);
    let sections = app.document().map_or(0, |d| d.sections.len());
    if body.width >= 76 && body.height < 24 && sections > 0 {
        let (left, right) = cut_left(body, body.width / 2);
        areas.document_rows = left;
        areas.outline_rows = cut_left(right, 1).1;
        return;
    }
    let wanted = (app.view.documents.len() * 2).clamp(2, 200) as u16;
    if body.height < 6 || sections == 0 {
        areas.document_rows = body;
        return;
    }
    let (list, outline) = cut_top(body, wanted.min(body.height / 2));
    areas.document_rows = list;
    areas.outline_rows = cut_top(outline, 1).1;
}

fn split_findings(areas: &mut Areas, shown: Pane) {
    let mut body = below_title(areas.findings);
    if shown == Pane::Events && body.height >= 7 && body.width >= 24 {
        (areas.histogram, body) = cut_top(body, if body.height >= 16 { 3 } else { 2 });
    }
    if body.height >= 10 {
        (body, areas.detail) = cut_bottom(
            body,
            match (body.height, shown) {
                (30.., Pane::Indicators) => 15,
                (24.., Pane::Events) => 7,
                (24.., _) => 10,
                (13.., Pane::Events) => 5,
                (13.., _) => 7,
                _ => 4,
            },
        );
    }
    areas.finding_rows = body;
}

fn text_column(body: Rect, raw: bool) -> Rect {
    let inner = cut_left(body, GUTTER.min(body.width / 4)).1;
    let inner = Rect { width: inner.width.saturating_sub(u16::from(inner.width > 20)), ..inner };
    if raw || inner.width <= MEASURE {
        return inner;
    }
    let spare = (inner.width - MEASURE) / 2;
    Rect { x: inner.x + spare, width: MEASURE, ..inner }
}

/// A pane without its title row; the title goes where there is but one row.
pub fn below_title(pane: Rect) -> Rect {
    if pane.height > 1 { cut_top(pane, 1).1 } else { pane }
}

/// The first `rows` rows, and the rest.
pub fn cut_top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let rest = Rect { y: area.y + rows, height: area.height - rows, ..area };
    (Rect { height: rows, ..area }, rest)
}

/// All but the last `rows` rows, and those.
pub fn cut_bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    cut_top(area, area.height - rows.min(area.height))
}

/// The first `columns` columns, and the rest.
pub fn cut_left(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    let rest = Rect { x: area.x + columns, width: area.width - columns, ..area };
    (Rect { width: columns, ..area }, rest)
}

/// Where the parts of the lookup stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LookupAreas {
    /// All of it, its frame included.
    pub frame: Rect,
    /// What is typed.
    pub field: Rect,
    /// How it is understood.
    pub understood: Rect,
    /// The rows.
    pub rows: Rect,
    /// The passage of the selected row; beside the rows where there is room, else below.
    pub preview: Rect,
}

/// Lays the lookup out over the panes.
pub fn lookup(size: Size) -> LookupAreas {
    let (frame, inside) = over_panes(size, 1);
    let (field, rest) = cut_top(inside, 1);
    let (understood, body) = cut_top(rest, 1);
    let (rows, preview) = if body.width >= 158 {
        let (left, right) = cut_left(body, body.width * 3 / 5);
        (left, cut_left(right, 1).1)
    } else {
        let (top, bottom) = cut_top(body, body.height.saturating_sub(2) / 2);
        (top, cut_top(bottom, 1).1)
    };
    LookupAreas { frame, field, understood, rows, preview }
}

/// Where the parts of the table of coverage stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CoverageAreas {
    /// All of it, its frame included.
    pub frame: Rect,
    /// The names of the columns.
    pub head: Rect,
    /// All countries together.
    pub all: Rect,
    /// The countries.
    pub rows: Rect,
    /// What the selected cell is, and what the table lacks.
    pub foot: Rect,
    /// Cells of the countries' names.
    pub names: usize,
    /// Cells of the column of totals.
    pub totals: usize,
    /// Cells left for columns.
    pub cells: usize,
}

/// Lays the table of coverage out over the panes.
pub fn coverage(size: Size) -> CoverageAreas {
    let (frame, inside) = over_panes(size, 2);
    let (head, rest) = cut_top(inside, 1);
    let (all, rest) = cut_top(rest, 1);
    let (rows, foot) = cut_bottom(rest, if rest.height >= 8 { 3 } else { 1 });
    let names = if inside.width >= 100 { 24 } else { 17 }.min(usize::from(inside.width));
    let totals = 7.min(usize::from(inside.width) - names);
    let cells = usize::from(inside.width) - names - totals;
    CoverageAreas { frame, head, all, rows, foot, names, totals, cells }
}

/// Where the parts of the comparison stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CompareAreas {
    /// All of it, its frame included.
    pub frame: Rect,
    /// The names of the countries.
    pub head: Rect,
    /// The rows.
    pub rows: Rect,
    /// The selected event in full, under a rule.
    pub detail: Rect,
    /// Cells of the axis between the countries.
    pub axis: usize,
    /// Cells of each country's column.
    pub column: usize,
}

/// Lays the comparison out over the panes.
pub fn compare(size: Size) -> CompareAreas {
    let (frame, inside) = over_panes(size, 2);
    let (head, rest) = cut_top(inside, 1);
    let detail = match rest.height {
        30.. => 7,
        14.. => 5,
        9.. => 3,
        _ => 0,
    };
    let (rows, detail) = cut_bottom(rest, detail);
    let axis = match inside.width {
        156.. => 23,
        96.. => 17,
        _ => 15,
    };
    let axis = axis.min(usize::from(inside.width));
    let column = (usize::from(inside.width) - axis) / 2;
    CompareAreas { frame, head, rows, detail, axis, column }
}

/// Where the parts of the board of warning signs stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BoardAreas {
    /// All of it, its frame included.
    pub frame: Rect,
    /// The names of the columns.
    pub head: Rect,
    /// The rows.
    pub rows: Rect,
    /// The selected sign in full, under a rule.
    pub detail: Rect,
    /// What is typed or asked, or what is hidden.
    pub foot: Rect,
    /// How many scenarios fit beside the signs where these are rated.
    pub scenarios: usize,
}

/// Cells of a scenario's column where signs are rated.
pub const SCENARIO: usize = 16;

/// Lays the board of warning signs out over the panes.
pub fn board(size: Size) -> BoardAreas {
    let (frame, inside) = over_panes(size, 2);
    let (head, rest) = cut_top(inside, 1);
    let (rest, foot) = cut_bottom(rest, 1);
    let detail = match rest.height {
        30.. => 11,
        20.. => 8,
        13.. => 6,
        9.. => 4,
        _ => 0,
    };
    let (rows, detail) = cut_bottom(rest, detail);
    let scenarios = (usize::from(inside.width).saturating_sub(30) / SCENARIO).max(1);
    BoardAreas { frame, head, rows, detail, foot, scenarios }
}

/// Where the parts of the narrative stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NarrativeAreas {
    /// All of it, its frame included.
    pub frame: Rect,
    /// What is typed.
    pub field: Rect,
    /// Which forms were counted.
    pub forms: Rect,
    /// The names of the parts.
    pub parts: Rect,
    /// The names of columns, where the part has any.
    pub head: Rect,
    /// The rows.
    pub rows: Rect,
    /// Where the selected row stands.
    pub foot: Rect,
    /// Cells of the place of a line.
    pub places: usize,
    /// Cells before the term.
    pub left: usize,
    /// Cells of the name of a row.
    pub name: usize,
}

/// Lays the narrative out over the panes, with a line for the names of columns or without.
pub fn narrative(size: Size, headed: bool) -> NarrativeAreas {
    let (frame, inside) = over_panes(size, 1);
    let (field, rest) = cut_top(inside, 1);
    let (forms, rest) = cut_top(rest, 1);
    let (parts, rest) = cut_top(rest, 1);
    let (rows, foot) = cut_bottom(rest, u16::from(rest.height > 2));
    let (head, rows) = cut_top(rows, u16::from(headed));
    let width = usize::from(inside.width);
    let places = match width {
        140.. => 36,
        100.. => 26,
        70.. => 16,
        _ => 0,
    };
    let left = ((width - places) * 9 / 20).max(1);
    let name = match width {
        140.. => 60,
        100.. => 44,
        70.. => 28,
        _ => width / 3,
    };
    NarrativeAreas { frame, field, forms, parts, head, rows, foot, places, left, name }
}

/// Where the parts of a table stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SheetAreas {
    /// All of it, its frame included.
    pub frame: Rect,
    /// Its caption.
    pub caption: Rect,
    /// Its lines.
    pub rows: Rect,
    /// Where it is from.
    pub source: Rect,
    /// Where the selected cell stands.
    pub foot: Rect,
}

/// Lays a table out over the panes.
pub fn sheet(size: Size) -> SheetAreas {
    let (frame, inside) = over_panes(size, 2);
    let (caption, rest) = cut_top(inside, 1);
    let (rest, foot) = cut_bottom(rest, 1);
    let (rows, source) = cut_bottom(rest, u16::from(rest.height > 3));
    SheetAreas { frame, caption, rows, source, foot }
}

/// All of the screen but the footer, and what is inside its frame, so many columns from either edge.
pub fn over_panes(size: Size, columns: u16) -> (Rect, Rect) {
    let frame = Rect::new(0, 0, size.width, size.height.saturating_sub(1));
    let (columns, rows) = (columns.min(frame.width / 2), u16::from(frame.height > 2));
    let inside = Rect {
        x: columns,
        y: rows,
        width: frame.width.saturating_sub(2 * columns),
        height: frame.height.saturating_sub(2 * rows),
    };
    (frame, inside)
}

/// Where a list of so many rows over the panes stands, four rows of frame and field included.
pub fn popup(size: Size, columns: u16, rows: usize) -> Rect {
    let width = size.width.min(columns);
    let wanted = u16::try_from(rows.max(3) + 4).unwrap_or(u16::MAX);
    let height = size.height.saturating_sub(2).min(wanted).min(30);
    Rect {
        x: (size.width - width) / 2,
        y: (size.height.saturating_sub(2) - height) / 2,
        width,
        height,
    }
}
