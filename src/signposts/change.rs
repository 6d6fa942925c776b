//! One change to the analyst's file: its text and the change come in, the text with nothing else changed goes out.

use super::record::{Observation, Quoted, Rating, Signpost};
use toml_edit::{
    Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value,
};

/// What a new file begins with.
pub(super) const HEADER: &str = "\
# Warning signs, kept by bluf and by hand: comments, order and what bluf does not know are left as they are.
# state: not-seen, emerging, seen, reversed. ratings: how likely the sign is to appear in each scenario
# (HL highly likely, L likely, C could be either, U unlikely, HU highly unlikely); scenarios: those that are compared.

scenarios = []
";

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new entry at the end; it gets an id of its own.
    Add(Box<Signpost>),
    /// A field of an entry says something else; an empty text takes it away.
    Set(String, Field, String),
    /// How likely an entry is to appear in a scenario, or that this is not rated.
    Rate(String, String, Option<Rating>),
    /// Something was seen of an entry.
    Observe(String, Box<Observation>),
    /// An entry goes.
    Remove(String),
}

/// The fields of an entry that are one line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What is watched.
    Text,
    /// The scenario it points to.
    Scenario,
    /// From when on it counts as seen.
    Threshold,
    /// How far it has come.
    State,
}

impl Field {
    /// Its key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Scenario => "scenario",
            Self::Threshold => "threshold",
            Self::State => "state",
        }
    }
}

/// Makes a change; the id of the entry that it touched comes with the text.
///
/// # Errors
/// When the text is no TOML, or the entry is not in it.
pub(super) fn apply(text: &str, change: &Change) -> Result<(String, String), String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let said = error.message().lines().next().unwrap_or_default().to_owned();
        let before = error.span().and_then(|span| text.as_bytes().get(..span.start));
        let line = memchr::memchr_iter(b'\n', before.unwrap_or_default()).count() + 1;
        format!("line {line}: {said}")
    })?;
    let id = match change {
        Change::Add(signpost) => add(&mut document, signpost)?,
        Change::Remove(id) => {
            let at = position(entries(&mut document)?, id)?;
            remove(&mut document, at)?;
            id.clone()
        }
        Change::Set(id, field, to) => {
            set(entry(&mut document, id)?, field.key(), to);
            if *field == Field::Scenario {
                list(&mut document, to);
            }
            id.clone()
        }
        Change::Rate(id, scenario, rating) => {
            rate(entry(&mut document, id)?, scenario, *rating)?;
            id.clone()
        }
        Change::Observe(id, observation) => {
            observe(entry(&mut document, id)?, observation)?;
            id.clone()
        }
    };
    let written = document.to_string();
    // A file with line ends of two bytes keeps them.
    let two = text.contains("\r\n") && !written.contains("\r\n");
    Ok((if two { written.replace('\n', "\r\n") } else { written }, id))
}

fn entries(document: &mut DocumentMut) -> Result<&mut ArrayOfTables, String> {
    let item = document.entry("signpost").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut().ok_or_else(|| "its entries must stand as [[signpost]]".to_owned())
}

fn position(entries: &ArrayOfTables, id: &str) -> Result<usize, String> {
    let is = |table: &Table| table.get("id").and_then(Item::as_str) == Some(id);
    entries.iter().position(is).ok_or_else(|| format!("it has no signpost {id:?} any more"))
}

fn entry<'a>(document: &'a mut DocumentMut, id: &str) -> Result<&'a mut Table, String> {
    let entries = entries(document)?;
    let at = position(entries, id)?;
    entries.get_mut(at).ok_or_else(|| format!("it has no signpost {id:?} any more"))
}

/// Removes an entry with the comment right above it. What stands above that, parted by an empty line, stays.
fn remove(document: &mut DocumentMut, at: usize) -> Result<(), String> {
    let entries = entries(document)?;
    let above = entries.get(at).and_then(|table| table.decor().prefix()?.as_str());
    let above =
        above.and_then(|above| above.rsplit_once("\n\n")).map(|(above, _)| above.to_owned());
    entries.remove(at);
    let Some(above) = above.filter(|above| !above.trim().is_empty()) else { return Ok(()) };
    if let Some(next) = entries.get_mut(at) {
        let own = next.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default();
        let joined = format!("{above}\n{own}");
        next.decor_mut().set_prefix(joined);
    } else {
        let own = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(format!("{above}\n{own}"));
    }
    Ok(())
}

fn add(document: &mut DocumentMut, signpost: &Signpost) -> Result<String, String> {
    let entries = entries(document)?;
    let taken = |id: &str| entries.iter().any(|t| t.get("id").and_then(Item::as_str) == Some(id));
    // One more number than there are entries: one of them is free.
    let id = (1..=entries.len() + 1).map(|n| format!("s{n}")).find(|id| !taken(id));
    let id = id.unwrap_or_default();
    let mut table = Table::new();
    table.insert("id", value(&id));
    let fields = [
        ("text", &*signpost.text),
        ("scenario", &signpost.scenario),
        ("kind", &signpost.kind),
        ("state", signpost.state.name()),
        ("threshold", &signpost.threshold),
    ];
    for (key, text) in fields {
        set(&mut table, key, text);
    }
    if let Some(source) = &signpost.source {
        let mut quoted = InlineTable::new();
        quote(&mut quoted, source);
        table.insert("source", value(quoted));
    }
    table.decor_mut().set_prefix("\n");
    entries.push(table);
    Ok(id)
}

/// Adds a scenario to those the file lists, where it lists any.
fn list(document: &mut DocumentMut, scenario: &str) {
    let listed = document.get_mut("scenarios").and_then(Item::as_array_mut);
    let Some(listed) = listed.filter(|_| !scenario.is_empty()) else { return };
    if !listed.iter().any(|other| other.as_str() == Some(scenario)) {
        listed.push(scenario);
    }
}

/// Sets a text, or takes it away; the comment behind it stays.
fn set(table: &mut Table, key: &str, text: &str) {
    if text.is_empty() {
        table.remove(key);
        return;
    }
    let mut new = Value::from(text);
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(new),
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

fn rate(table: &mut Table, scenario: &str, rating: Option<Rating>) -> Result<(), String> {
    if !table.contains_key("ratings") {
        table.insert("ratings", value(InlineTable::new()));
    }
    let ratings = table.get_mut("ratings").and_then(Item::as_table_like_mut);
    let ratings = ratings.ok_or_else(|| "its ratings are no table".to_owned())?;
    match rating {
        Some(rating) => {
            let mut new = Value::from(rating.name());
            if let Some(old) = ratings.get(scenario).and_then(Item::as_value) {
                *new.decor_mut() = old.decor().clone();
            }
            ratings.insert(scenario, Item::Value(new));
        }
        None => {
            ratings.remove(scenario);
        }
    }
    if ratings.is_empty() {
        table.remove("ratings");
    }
    Ok(())
}

fn observe(table: &mut Table, observation: &Observation) -> Result<(), String> {
    let rows = table.entry("observation").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let rows = rows.as_array_of_tables_mut();
    let rows =
        rows.ok_or_else(|| "its observations must stand as [[signpost.observation]]".to_owned())?;
    let mut row = Table::new();
    set(&mut row, "date", &observation.date);
    if let Some(cited) = &observation.cited {
        quote(&mut row, cited);
    }
    set(&mut row, "note", &observation.note);
    row.decor_mut().set_prefix("\n");
    rows.push(row);
    Ok(())
}

fn quote(table: &mut dyn TableLike, quoted: &Quoted) {
    let bytes: Array = [quoted.start, quoted.end].map(i64::from).into_iter().collect();
    table.insert("doc", value(&quoted.doc));
    table.insert("sha256", value(&quoted.sha256));
    table.insert("bytes", value(bytes));
    table.insert("quote", value(&quoted.quote));
    if !quoted.words.is_empty() {
        table.insert("words", value(&quoted.words));
    }
}
