//! The same questions without a screen: one file a subcommand, and the formats they print.
//! Has no logic of its own: a lens goes down, rows come up.

pub mod arguments;
mod assessments;
mod brief;
mod cache;
mod coverage;
mod documents;
mod events;
mod examples;
mod explain;
mod find;
mod format;
mod indicators;
mod keys;
mod mentions;
mod narrative;
pub mod rehearse;
mod safe;
mod select;
mod series;
mod signposts;
mod sources;
mod spans;
mod tables;
mod text;
mod verify;

pub use arguments::{Arguments, Command};
pub use safe::Safe;
pub use select::{check_dated, find};

use crate::model::{Corpus, File, FileState};
use crate::query::counts::counted;
use arguments::Selection;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What a command came to; the process's exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// At least one row was printed.
    Found,
    /// Everything was read and nothing matched.
    Nothing,
    /// Something could not be read; what could be was searched and printed.
    Errors,
}

/// Runs a subcommand: rows to `out`, messages to `err`.
///
/// # Errors
/// When an argument does not parse or `out` cannot be written. A file that cannot be read is no error here: it is
/// named on `err`, and the outcome is [`Outcome::Errors`].
pub fn run(command: &Command, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Outcome> {
    match command {
        Command::Keys { format } => {
            keys::print(*format, out)?;
            Ok(Outcome::Found)
        }
        Command::Cache { clear } => {
            cache::run(*clear, out)?;
            Ok(Outcome::Found)
        }
        Command::Explain { file, at, dated, format } => {
            check_dated(std::slice::from_ref(file), dated.as_deref())?;
            let asked = (dated.as_deref(), *format);
            let rows = explain::print(file, *at, asked, out)?;
            Ok(if rows == 0 { Outcome::Nothing } else { Outcome::Found })
        }
        Command::Find { question, place, limit, format } => {
            let corpus = Arc::new(select::open_rows(place)?);
            let rows = find::print(&corpus, question, (*limit, *format), out, err)?;
            finish(&corpus, rows, err)
        }
        Command::Rehearse { place, count, seed, format } => {
            let corpus = Arc::new(select::open(place)?);
            let asked = rehearse::Asked { count: *count, seed: *seed, format: *format };
            let rows = rehearse::print(&corpus, asked, out, err)?;
            finish(&corpus, rows, err)
        }
        Command::Verify { place, rows, format } => {
            verified(place, (rows.as_deref(), *format), out, err)
        }
        _ => lists(command, out, err),
    }
}

/// Runs a subcommand that lists what a lens leaves.
fn lists(command: &Command, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<Outcome> {
    match command {
        Command::Documents(selection) => {
            list(selection, err, |asked, _| documents::print(asked, out))
        }
        Command::Sources(selection) => list(selection, err, |asked, _| sources::print(asked, out)),
        Command::Text(selection) => list(selection, err, |asked, _| text::print(asked, out)),
        Command::Events(selection) => list(selection, err, |asked, _| events::print(asked, out)),
        Command::Indicators { series, derived, selection } => {
            list(selection, err, |asked, _| match (series, derived) {
                (true, _) => series::print(asked, out),
                (_, true) => series::derived(asked, out),
                _ => indicators::print(asked, out),
            })
        }
        Command::Assessments { kind, scale, selection } => {
            let kinds = assessments::kinds(kind)?;
            let scale = assessments::scale(scale)?;
            list(selection, err, |asked, _| assessments::print(asked, &kinds, scale, out))
        }
        Command::Brief { about, place, through, scale, whole, format } => {
            let scale = assessments::scale(scale)?;
            let asked = brief::asked(about.as_deref(), place, through)?;
            let rows = brief::print(&asked, (scale, *whole, *format), out)?;
            finish(&asked.corpus, rows, err)
        }
        Command::Signposts { selection, own } => list(selection, err, |asked, err| {
            signposts::print(asked, own.file.as_deref(), out, err)
        }),
        Command::Coverage(selection) => {
            list(selection, err, |asked, err| coverage::print(asked, out, err))
        }
        Command::Narrative { term, by, sort, near, selection } => {
            let wanted = narrative::Wanted { by: *by, sort: *sort, near: *near };
            list(selection, err, |asked, err| narrative::print(asked, term, &wanted, out, err))
        }
        Command::Tables(selection) => list(selection, err, |asked, _| tables::print(asked, out)),
        Command::Mentions { kind, selection } => {
            list(selection, err, |asked, _| mentions::print(asked, kind, out))
        }
        _ => Ok(Outcome::Nothing),
    }
}

/// Checks a corpus, or rows that were exported before.
fn verified(
    place: &arguments::Place,
    asked: (Option<&Path>, Option<arguments::Format>),
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let corpus = select::open(place)?;
    let verified = verify::print(&corpus, place, asked, out, err)?;
    let outcome = finish(&corpus, verified.rows, err)?;
    Ok(if verified.wrong > 0 { Outcome::Errors } else { outcome })
}

/// Prints the rows that a lens leaves; where there are none, says what was searched.
fn list(
    selection: &Selection,
    err: &mut dyn Write,
    print: impl FnOnce(&select::Asked, &mut dyn Write) -> anyhow::Result<usize>,
) -> anyhow::Result<Outcome> {
    let asked = select::ask(selection)?;
    let rows = print(&asked, err)?;
    if rows == 0 {
        writeln!(err, "bluf: {}", asked.searched())?;
    }
    finish(&asked.corpus, rows, err)
}

/// Says on `err` what could not be read and what was skipped.
fn finish(corpus: &Corpus, rows: usize, err: &mut dyn Write) -> anyhow::Result<Outcome> {
    let mut skipped = 0;
    for file in &corpus.files {
        match &file.state {
            FileState::Refused { error: true, .. } => report(file, err)?,
            FileState::Refused { error: false, .. } => skipped += 1,
            _ => {}
        }
    }
    if skipped > 0 {
        let files = counted(skipped, "file");
        writeln!(err, "bluf: {files} left out, no document: `bluf sources` says why")?;
    }
    Ok(match (corpus.files.iter().any(File::is_error), rows) {
        (true, _) => Outcome::Errors,
        (false, 0) => Outcome::Nothing,
        (false, _) => Outcome::Found,
    })
}

/// Prints why a file could not be read, as a line that names it.
fn report(file: &File, err: &mut dyn Write) -> std::io::Result<()> {
    let FileState::Refused { message, .. } = &file.state else { return Ok(()) };
    writeln!(err, "bluf: {}: {}", format::one_line(&file.path), format::one_line(message))
}
