//! Tables: files under `tests/fixtures/table` with the rows and columns they must give, or the guard that leaves them.

use bluf::extract::{Table, Trace, table};
use bluf::text::{Span, Text};
use pretty_assertions::assert_str_eq;
use std::fmt::Write as _;
use std::path::Path;

/// The reading text of a file of any format.
fn text_of(path: &Path) -> Text {
    let raw = bluf::source::one(path);
    bluf::work::explain(&raw).unwrap().text
}

/// The tables of a text as a reader sees them, then why what might be one was left.
fn shown(text: &Text) -> String {
    let mut trace = Trace::on();
    let mut shown = String::new();
    for table in table::find(text, &mut trace) {
        show(text, &table, &mut shown);
    }
    for loss in trace.losses() {
        writeln!(shown, "left: {} by {}", text.words(loss.span), loss.to).unwrap();
    }
    shown
}

fn show(text: &Text, table: &Table, shown: &mut String) {
    let words = |span: Option<Span>| span.map_or("-", |span| text.words(span));
    writeln!(shown, "{}: {}", table.rule, words(table.caption)).unwrap();
    let line = |cells: Vec<&str>| format!("  | {} |\n", cells.join(" | "));
    if !table.heads.is_empty() {
        shown.push_str(&line(table.heads.iter().map(|h| text.words(*h)).collect()).to_uppercase());
    }
    for row in 0..table.rows() {
        let cells = (0..table.columns.len()).map(|c| words(table.cell(row, c)));
        shown.push_str(&line(cells.collect()));
    }
    writeln!(shown, "  from: {}", words(table.source)).unwrap();
}

#[test]
fn every_fixture_gives_its_tables_or_none() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/table");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "expected") {
            continue;
        }
        seen += 1;
        let shown = shown(&text_of(&path));
        let expected = path.with_extension("expected");
        if !expected.exists() {
            std::fs::write(&expected, &shown).unwrap();
        }
        let wanted = std::fs::read_to_string(&expected).unwrap();
        assert_str_eq!(wanted, shown, "{}", path.display());
    }
    assert!(seen > 10, "only {seen} fixtures");
}
