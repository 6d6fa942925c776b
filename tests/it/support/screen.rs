//! Screens as text: the glyphs, and below them one letter for each look, with a legend.

use bluf::app::App;
use bluf::ui::{Styles, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};

fn buffer(app: &App, colour: bool) -> Buffer {
    let backend = TestBackend::new(app.size.width, app.size.height);
    let mut terminal = Terminal::new(backend).unwrap();
    terminal.draw(|frame| draw(app, &Styles::new(colour), frame)).unwrap();
    terminal.backend().buffer().clone()
}

/// The glyphs alone.
pub fn text(app: &App) -> String {
    glyphs(&buffer(app, true), |cell| cell.symbol().to_owned())
}

/// Glyphs, looks and legend.
pub fn picture(app: &App) -> String {
    let buffer = buffer(app, true);
    let mut legend: Vec<String> = vec![look(&Cell::default())];
    let mut letter = |cell: &Cell| {
        let look = look(cell);
        let at = legend.iter().position(|l| *l == look).unwrap_or_else(|| {
            legend.push(look);
            legend.len() - 1
        });
        let letters = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        letters.chars().nth(at).unwrap_or('?').to_string()
    };
    let looks = glyphs(&buffer, &mut letter);
    let text = glyphs(&buffer, |cell| cell.symbol().to_owned());
    let letters = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let legend: Vec<String> =
        letters.chars().zip(&legend).map(|(c, look)| format!("{c} {look}")).collect();
    format!("{text}\n{looks}\n{}\n", legend.join("\n"))
}

fn glyphs(buffer: &Buffer, mut glyph: impl FnMut(&Cell) -> String) -> String {
    let width = usize::from(buffer.area.width.max(1));
    let mut out = String::new();
    for row in buffer.content().chunks(width) {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            let shown = glyph(cell);
            if covered > 0 && shown == " " {
                covered -= 1;
                continue;
            }
            covered = unicode_width::UnicodeWidthStr::width(shown.as_str()).saturating_sub(1);
            line.push_str(&shown);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn look(cell: &Cell) -> String {
    format!("{:?} {:?}", cell.fg, cell.modifier)
}
