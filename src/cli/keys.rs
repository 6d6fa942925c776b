//! `bluf keys`: the explorer's keys, from its one command table.

use super::arguments::Format;
use super::format::{self, Row};
use crate::app::command::{self, Command};
use serde::Serialize;
use std::io::Write;

/// One thing a user can do.
#[derive(Debug, Serialize)]
struct KeyRow {
    keys: &'static [&'static str],
    title: &'static str,
    doc: &'static str,
    group: &'static str,
    name: &'static str,
}

impl Row for KeyRow {
    const COLUMNS: &'static [&'static str] = &["keys", "title", "name", "group", "doc"];
    const SHOWN: usize = 5;

    fn cells(&self) -> Vec<String> {
        let cells = [self.title, self.name, self.group, self.doc].map(str::to_owned);
        std::iter::once(self.keys.join(", ")).chain(cells).collect()
    }
}

/// Prints the keys.
pub(super) fn print(format: Option<Format>, out: &mut dyn Write) -> anyhow::Result<()> {
    let row = |c: &Command| KeyRow {
        keys: c.keys,
        title: c.title,
        doc: c.doc,
        group: c.group.title(),
        name: c.name,
    };
    let rows: Vec<KeyRow> = command::table().iter().map(row).collect();
    format::print(&rows, format, out).map(|_| ())
}
