//! Turns arguments into a corpus, a lens and the view it leaves.

use super::arguments::{Format, Place, Selection, Through};
use crate::cache::Cache;
use crate::edtf;
use crate::model::{Corpus, Day};
use crate::query::{CountryFilter, DateRange, Lens, Pattern, View};
use crate::source::{self, Raw};
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
            "nothing found{by}; searched {} documents, {} sentences, {} events, {} indicators, {} assessments",
            counts.documents_total,
            counts.sentences,
            counts.events_total,
            self.corpus.indicators.len(),
            self.corpus.assessments.len(),
        )
    }
}

/// Finds the files of a corpus: of the paths given, or the embedded ones. `dated` is the date of publication of the one
/// document that is given; see [`check_dated`]. Of each folder at most `most` files are looked for.
pub fn find(paths: &[PathBuf], dated: Option<&str>, most: usize) -> Vec<Raw> {
    let mut files = source::open_first(paths, most);
    if let Some(date) = dated {
        for raw in files.iter_mut().filter(|raw| raw.content.is_ok()) {
            raw.facts.published = Some(date.to_owned());
        }
    }
    files
}

/// Refuses a date of publication that is none, or that would have to be that of several documents.
///
/// # Errors
/// When `dated` is given and is no EDTF date, or when `paths` is not one file or `-`.
pub fn check_dated(paths: &[PathBuf], dated: Option<&str>) -> anyhow::Result<()> {
    let Some(date) = dated else { return Ok(()) };
    if !matches!(paths, [path] if !path.is_dir()) {
        bail!(
            "--dated gives the date of one document; for a folder, state dates in its {}",
            source::stated::MANIFEST
        );
    }
    edtf_date("--dated", date).map(|_| ())
}

fn edtf_date(flag: &str, date: &str) -> anyhow::Result<edtf::Bounds> {
    let bounds = edtf::bounds(date);
    bounds.with_context(|| format!("{flag} {date:?}: no EDTF date, such as 2025 or 2025-04"))
}

/// Opens the corpus that is to be searched.
///
/// # Errors
/// When a date of publication is given that is none, or that several documents would have.
pub(super) fn open(place: &Place) -> anyhow::Result<Corpus> {
    let (files, cache) = files(place)?;
    Ok(work::load(files, cache))
}

/// The same, but events that may be one happening are not held together: for answers that tell nothing of that.
///
/// # Errors
/// As with [`open`].
pub(super) fn open_rows(place: &Place) -> anyhow::Result<Corpus> {
    let (files, cache) = files(place)?;
    Ok(work::load_rows(files, cache))
}

fn files(place: &Place) -> anyhow::Result<(Vec<Raw>, Option<Cache>)> {
    let dated = place.dated.as_deref();
    check_dated(&place.paths, dated)?;
    let files = find(&place.paths, dated, usize::MAX);
    let cache = if place.no_cache { None } else { Cache::own() };
    Ok((files, cache))
}

/// Opens the corpus and applies the lens that the arguments describe.
pub(super) fn ask(selection: &Selection) -> anyhow::Result<Asked> {
    let lens = lens(&selection.through)?;
    let corpus = open(&selection.place)?;
    let view = View::new(&corpus, &lens);
    Ok(Asked { corpus, lens, view, format: selection.format })
}

/// The lens that arguments describe.
///
/// # Errors
/// When a country or a date is none.
pub(super) fn lens(through: &Through) -> anyhow::Result<Lens> {
    let text = Pattern::parse(through.query.as_deref().unwrap_or_default());
    let countries = CountryFilter::parse(&through.country.join(","));
    let countries = countries.map_err(|message| anyhow!("--country: {message}"))?;
    let countries = CountryFilter { all: through.all, strict: through.strict, ..countries };
    let dates = dates(through.since.as_deref(), through.until.as_deref())?;
    Ok(Lens { text, countries, dates })
}

fn dates(since: Option<&str>, until: Option<&str>) -> anyhow::Result<Option<DateRange>> {
    if since.is_none() && until.is_none() {
        return Ok(None);
    }
    let first = since.map(|s| edtf_date("--since", s)).transpose()?;
    let last = until.map(|u| edtf_date("--until", u)).transpose()?;
    let earliest = Day::earliest(first.and_then(|(start, _)| start));
    let latest = Day::latest(last.and_then(|(_, end)| end));
    if earliest > latest {
        bail!("--since {} is after --until {}", since.unwrap_or(".."), until.unwrap_or(".."));
    }
    let typed = format!("{}..{}", since.unwrap_or_default(), until.unwrap_or_default());
    Ok(Some(DateRange { typed, earliest, latest }))
}
