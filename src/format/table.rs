//! Tables of events, as ACLED, UCDP and GDELT give them and as bluf exports them: CSV and JSON Lines come in; a line of
//! text a row, with what the table says of its cells, goes out. Never makes an event; never drops a row.

mod code;
mod columns;
mod date;
mod row;

use super::converted::Converted;
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use super::plain;
use columns::Columns;
use csv::{ByteRecord, ReaderBuilder};
use row::{Cells, Rows};
use serde_json::Value;
use std::borrow::Cow;

/// How many lines tell which sign parts the cells.
const TOLD_BY: usize = 8;
/// How many rows pass between two looks at the clock.
const LOOK: usize = 1024;

/// Reads a table whose cells are parted by commas, semicolons, tabs or bars.
///
/// # Errors
/// That it is empty, no text, no table of events, or that its time was over before a row was read.
pub(super) fn csv(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let text = text(bytes)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut rows = Rows::new(Format::Csv);
    let mut table: Option<Columns> = None;
    for n in 0.. {
        let line = reader.position().line();
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                rows.warn(line, &error.to_string());
                continue;
            }
        }
        let cells: Vec<Cow<'_, str>> = record.iter().map(String::from_utf8_lossy).collect();
        if table.is_none() {
            let names: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
            table = columns::headless(&names);
            if table.is_none() {
                let columns = columns::named(names.iter().copied());
                lacking(Format::Csv, &columns, names.iter().copied())?;
                table = Some(columns);
                continue;
            }
        }
        let Some(columns) = &table else { continue };
        let given =
            columns.iter().filter_map(|(role, i)| cells.get(*i).map(|c| (*role, c.as_ref())));
        rows.push(line, &Cells::of(given));
        if n % LOOK == 0 && is_over(&mut rows, limits)? {
            break;
        }
    }
    rows.finish()
}

/// Reads objects, one a line, or all of one array: the file's, or that of a field `data` as services answer.
///
/// # Errors
/// As for [`csv()`].
pub(super) fn jsonl(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let text = text(bytes)?;
    let mut rows = Rows::new(Format::Jsonl);
    let mut table = false;
    for (n, read) in objects(&text).enumerate() {
        let number = n as u64 + 1;
        let object = match read {
            Ok(Value::Object(object)) => object,
            Ok(value) => {
                rows.lost(number, "no object", &plainly(&value));
                continue;
            }
            Err((_, line)) if line.trim().is_empty() => continue,
            Err((error, line)) => {
                rows.lost(number, &error, line);
                continue;
            }
        };
        let (names, values): (Vec<&str>, Vec<String>) =
            object.iter().map(|(name, value)| (name.as_str(), plainly(value))).unzip();
        let columns = columns::named(names.iter().copied());
        if !table {
            lacking(Format::Jsonl, &columns, names.iter().copied())?;
            table = true;
        }
        let given =
            columns.iter().filter_map(|(role, i)| values.get(*i).map(|v| (*role, v.as_str())));
        rows.push(number, &Cells::of(given));
        if n % LOOK == 0 && is_over(&mut rows, limits)? {
            break;
        }
    }
    if !table {
        let why = "no line of it is an object".to_owned();
        return Err(Failure::NoEvents { format: Format::Jsonl, why });
    }
    rows.finish()
}

/// The values of a file, or why a line is none, with the line.
fn objects(text: &str) -> Box<dyn Iterator<Item = Result<Value, (String, &str)>> + '_> {
    let whole = text.trim_start().starts_with(['[', '{']).then(|| serde_json::from_str(text));
    let items = match whole {
        Some(Ok(Value::Array(items))) => Some(items),
        Some(Ok(Value::Object(mut object))) => match object.remove("data") {
            Some(Value::Array(items)) => Some(items),
            _ => None,
        },
        _ => None,
    };
    match items {
        Some(items) => Box::new(items.into_iter().map(Ok)),
        None => Box::new(
            text.lines()
                .map(|line| serde_json::from_str(line).map_err(|error| (error.to_string(), line))),
        ),
    }
}

/// The characters of a file.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Failure> {
    if bytes.trim_ascii().is_empty() {
        return Err(Failure::Empty);
    }
    let (text, _, _) = plain::encoding(bytes)?.decode(bytes);
    Ok(text)
}

/// Whether there is no more time or room; an error where nothing was read before that.
fn is_over(rows: &mut Rows, limits: &Limits<'_>) -> Result<bool, Failure> {
    if (limits.expired)() {
        if rows.is_empty() {
            let (format, seconds) = (rows.format, limits.seconds);
            return Err(Failure::TookTooLong { format, seconds });
        }
        rows.stop(&format!("given up after {} seconds", limits.seconds));
        return Ok(true);
    }
    let full = rows.len() > limits.bytes;
    if full {
        rows.stop(&format!("they hold more than {} bytes", limits.bytes));
    }
    Ok(full)
}

fn lacking<'n>(
    format: Format,
    columns: &Columns,
    names: impl Iterator<Item = &'n str>,
) -> Result<(), Failure> {
    let names: Vec<String> = names.map(|n| n.chars().take(40).collect()).collect();
    columns::lacks(columns, &names).map_or(Ok(()), |why| Err(Failure::NoEvents { format, why }))
}

/// The sign that parts the cells: the one that stands most often in the first lines, quoted words left out.
fn delimiter(text: &str) -> u8 {
    let signs = [b',', b';', b'\t', b'|'];
    let mut counts = [0usize; 4];
    let mut quoted = false;
    for line in text.lines().take(TOLD_BY) {
        for byte in line.bytes().take(1 << 16) {
            quoted ^= byte == b'"';
            let sign = signs.iter().position(|s| *s == byte && !quoted);
            if let Some(count) = sign.and_then(|i| counts.get_mut(i)) {
                *count += 1;
            }
        }
        if counts.iter().any(|c| *c > 0) && !quoted {
            // The names of columns hold none of the other signs, prose below them may.
            break;
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let found = counts.iter().position(|c| *c == most && most > 0);
    found.and_then(|i| signs.get(i)).copied().unwrap_or(b',')
}

/// A value as a cell has it: the items of a list are parted by blanks, and of an object the code or name counts.
fn plainly(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().map(item).collect::<Vec<_>>().join(" "),
        Value::Object(_) => item(value),
        Value::Null | Value::Bool(_) => String::new(),
    }
}

fn item(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Object(object) => {
            let named = ["code", "name"].iter().find_map(|key| object.get(*key)?.as_str());
            named.unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
