//! Turns arguments into a corpus, a lens and the view it leaves.

use super::arguments::{Format, Selection};
use crate::edtf;
use crate::model::{Corpus, Day};
use crate::query::{CountryFilter, DateRange, Lens, Pattern, View};
use crate::source;
use crate::work;
use anyhow::{Context, anyhow, bail};
use std::path::PathBuf;

/// A question and the corpus it is put to.
pub(super) struct Asked {
    pub(super) corpus: Corpus,
    pub(super) lens: Lens,
    pub(super) view: View,
    pub(super) format: Option<Format>,
}

impl Asked {
    /// What was searched, for an answer of "nothing".
    pub(super) fn searched(&self) -> String {
        let counts = &self.view.counts;
        let by = if self.lens.is_empty() { String::new() } else { format!(" for {}", self.lens) };
        format!(
            "nothing found{by}; searched {} documents, {} sentences, {} events, {} indicators",
            counts.documents_total,
            counts.sentences,
            counts.events_total,
            self.corpus.indicators.len(),
        )
    }
}

/// Opens a corpus: the paths given, or the embedded one. Its diagnostics say what could not be read.
pub fn open(paths: &[PathBuf]) -> Corpus {
    work::load(source::open(paths))
}

/// Opens the corpus and applies the lens that the arguments describe.
pub(super) fn ask(selection: &Selection) -> anyhow::Result<Asked> {
    let lens = lens(selection)?;
    let corpus = open(&selection.paths);
    let view = View::new(&corpus, &lens);
    Ok(Asked { corpus, lens, view, format: selection.format })
}

fn lens(selection: &Selection) -> anyhow::Result<Lens> {
    let text = Pattern::parse(selection.query.as_deref().unwrap_or_default());
    let countries = CountryFilter::parse(&selection.country.join(","));
    let countries = countries.map_err(|message| anyhow!("--country: {message}"))?;
    let countries = CountryFilter { all: selection.all, strict: selection.strict, ..countries };
    let dates = dates(selection.since.as_deref(), selection.until.as_deref())?;
    Ok(Lens { text, countries, dates })
}

fn dates(since: Option<&str>, until: Option<&str>) -> anyhow::Result<Option<DateRange>> {
    if since.is_none() && until.is_none() {
        return Ok(None);
    }
    let bounds = |flag: &str, edtf: &str| {
        let bounds = edtf::bounds(edtf);
        bounds.with_context(|| format!("{flag} {edtf:?}: no EDTF date, such as 2025 or 2025-04"))
    };
    let first = since.map(|s| bounds("--since", s)).transpose()?;
    let last = until.map(|u| bounds("--until", u)).transpose()?;
    let earliest = Day::earliest(first.and_then(|(start, _)| start));
    let latest = Day::latest(last.and_then(|(_, end)| end));
    if earliest > latest {
        bail!("--since {} is after --until {}", since.unwrap_or(".."), until.unwrap_or(".."));
    }
    let typed = format!("{}..{}", since.unwrap_or_default(), until.unwrap_or_default());
    Ok(Some(DateRange { typed, earliest, latest }))
}
