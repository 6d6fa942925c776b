//! Turns arguments into a corpus, a lens and the view it leaves.

use super::arguments::{Format, Selection};
use crate::extract::country::Country;
use crate::extract::date;
use crate::model::{Corpus, Day};
use crate::query::{CountryFilter, DateRange, Lens, Pattern, View};
use crate::source;
use crate::work;
use anyhow::{Context, bail};
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
        let sentences: usize = self.corpus.documents.iter().map(|d| d.text.sentences.len()).sum();
        format!(
            "nothing found in {} documents, {sentences} sentences, {} events, {} indicators",
            self.corpus.documents.len(),
            self.corpus.events.len(),
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
    let mut countries = Vec::new();
    for name in &selection.country {
        countries.push(country(name)?);
    }
    countries.sort_unstable();
    countries.dedup();
    let countries = CountryFilter { all: selection.all, ..CountryFilter::any(countries) };
    let dates = dates(selection.since.as_deref(), selection.until.as_deref())?;
    Ok(Lens { text, countries, dates })
}

fn country(name: &str) -> anyhow::Result<Country> {
    let known = Country::parse(name.trim());
    known.with_context(|| format!("--country {name:?}: no country of ISO 3166-1"))
}

fn dates(since: Option<&str>, until: Option<&str>) -> anyhow::Result<Option<DateRange>> {
    if since.is_none() && until.is_none() {
        return Ok(None);
    }
    let bounds = |flag: &str, edtf: &str| {
        let bounds = date::edtf_bounds(edtf);
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
