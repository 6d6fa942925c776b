//! The cells of a row in; its line of text out, with the places of its cells. Words are the row's own, parted by bars.

use super::super::blocks::Blocks;
use super::super::converted::{Converted, Place, Row};
use super::super::failure::Failure;
use super::super::kind::Format;
use super::code::{from_fips, from_iso};
use super::columns::Role;
use super::date::{Exact, edtf};
use crate::text::BlockKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many rows are warned of by their line.
const WARNED: usize = 20;
/// The order in which a row's cells are written.
const WRITTEN: [Role; 15] = [
    Role::Title,
    Role::Notes,
    Role::Date,
    Role::End,
    Role::Place,
    Role::Region,
    Role::Country,
    Role::Alpha2,
    Role::Alpha3,
    Role::Fips,
    Role::Actor1,
    Role::Actor2,
    Role::Kind,
    Role::Subkind,
    Role::Mode,
];

/// The cells of a row by what they hold; empty ones are none.
pub(super) struct Cells(BTreeMap<Role, String>);

impl Cells {
    /// The cells that are not empty, tidied: blanks and controls of any kind and length are one space.
    pub(super) fn of<'c>(given: impl Iterator<Item = (Role, &'c str)>) -> Self {
        let tidy = |words: &str| {
            let parts = words.split(|c: char| c.is_whitespace() || c.is_control() || c == '|');
            parts.filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
        };
        Self(
            given.map(|(role, words)| (role, tidy(words))).filter(|(_, w)| !w.is_empty()).collect(),
        )
    }

    fn get(&self, role: Role) -> &str {
        self.0.get(&role).map_or("", String::as_str)
    }

    fn exact(&self) -> Exact {
        match (self.get(Role::Precision), self.get(Role::TimePrecision)) {
            ("2" | "3", _) => Exact::Days,
            ("4", _) | (_, "3") => Exact::Month,
            ("5", _) => Exact::Year,
            (_, "2") => Exact::About,
            _ => Exact::Day,
        }
    }

    fn code(&self, role: Role, words: &str) -> Option<String> {
        let code = match role {
            Role::Fips => from_fips(words),
            Role::Alpha2 | Role::Alpha3 => from_iso(words),
            // One cell names the country, another has its code.
            Role::Country => from_iso(self.get(Role::Alpha2))
                .or_else(|| from_iso(self.get(Role::Alpha3)))
                .or_else(|| from_fips(self.get(Role::Fips))),
            _ => None,
        };
        code.map(str::to_owned)
    }
}

/// Rows while they are written.
pub(super) struct Rows {
    /// What the table is.
    pub(super) format: Format,
    blocks: Blocks,
    done: Vec<Row>,
    warnings: Vec<String>,
    bad: usize,
    stopped: Option<String>,
}

impl Rows {
    /// No rows yet.
    pub(super) fn new(format: Format) -> Self {
        let (blocks, done, warnings) = (Blocks::default(), Vec::new(), Vec::new());
        Self { format, blocks, done, warnings, bad: 0, stopped: None }
    }

    /// Whether nothing has been written.
    pub(super) fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// Bytes of text written so far.
    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Notes that reading broke off.
    pub(super) fn stop(&mut self, why: &str) {
        self.stopped = Some(format!("{} rows read: {why}", self.done.len()));
    }

    /// Notes what is wrong with the row of a line.
    pub(super) fn warn(&mut self, line: u64, why: &str) {
        self.bad += 1;
        if self.bad <= WARNED {
            self.warnings.push(format!("line {line}: {why}"));
        }
    }

    /// Writes a line that is no row as it stands.
    pub(super) fn lost(&mut self, line: u64, why: &str, words: &str) {
        self.warn(line, why);
        self.blocks.push(BlockKind::Cell, words);
    }

    /// Writes a row.
    pub(super) fn push(&mut self, line: u64, cells: &Cells) {
        let mut words = String::new();
        let mut places: BTreeMap<Role, Range<u32>> = BTreeMap::new();
        for role in WRITTEN {
            let cell = cells.get(role);
            // An end that is the day of the beginning says nothing more.
            if cell.is_empty() || role == Role::End && cell == cells.get(Role::Date) {
                continue;
            }
            if !words.is_empty() {
                words.push_str(" | ");
            }
            let start = words.len() as u32;
            words.push_str(cell);
            places.insert(role, start..words.len() as u32);
        }
        let before = self.blocks.len();
        self.blocks.push(BlockKind::Cell, &words);
        if self.blocks.len() == before {
            return;
        }
        let start = self.blocks.last().unwrap_or_default();
        let within = |range: &Range<u32>| range.start + start..range.end + start;
        let at = |role: Role| places.get(&role).map(within);
        let date = edtf(cells.get(Role::Date), cells.get(Role::End), cells.exact());
        if date.is_none() {
            let given = cells.get(Role::Date);
            let why =
                if given.is_empty() { "no date".to_owned() } else { format!("no date: {given}") };
            self.warn(line, &why);
        }
        let title = [Role::Title, Role::Notes, Role::Actor1, Role::Kind].into_iter().find_map(at);
        let given = |role| Some(cells.get(role)).filter(|w| !w.is_empty()).map(str::to_owned);
        self.done.push(Row {
            line: start..start + words.len() as u32,
            date: at(Role::Date),
            title,
            countries: countries(cells, &places, start),
            edtf: date,
            kind: given(Role::Kind),
            mode: given(Role::Mode),
            fatalities: number(cells.get(Role::Fatalities)),
        });
    }

    /// The finished table.
    ///
    /// # Errors
    /// That there is no row.
    pub(super) fn finish(mut self) -> Result<Converted, Failure> {
        if self.blocks.is_empty() {
            return Err(Failure::Empty);
        }
        if self.bad > WARNED {
            self.warnings.push(format!("and {} more such lines", self.bad - WARNED));
        }
        self.warnings.extend(self.stopped);
        let (script, _) = self.blocks.finish();
        let mut converted = Converted::new(self.format, script);
        converted.warnings = self.warnings;
        converted.rows = self.done;
        Ok(converted)
    }
}

/// The countries of a row: by name where there is one, else by their codes.
fn countries(cells: &Cells, places: &BTreeMap<Role, Range<u32>>, start: u32) -> Vec<Place> {
    let roles = [Role::Country, Role::Alpha2, Role::Alpha3, Role::Fips];
    let Some(role) = roles.into_iter().find(|role| places.contains_key(role)) else {
        return Vec::new();
    };
    let from = places.get(&role).map_or(0, |range| range.start) + start;
    let cell = cells.get(role);
    let place = |offset: usize, words: &str| {
        let at = from + offset as u32;
        Place { at: at..at + words.len() as u32, code: cells.code(role, words) }
    };
    if role == Role::Country {
        return vec![place(0, cell)];
    }
    let mut offset = 0;
    let mut found = Vec::new();
    for code in cell.split(' ') {
        found.push(place(offset, code));
        offset += code.len() + 1;
    }
    found
}

/// "12", "12.0", "1,200".
fn number(words: &str) -> Option<u64> {
    let whole = words.split('.').next()?.replace(',', "");
    whole.parse().ok()
}
