//! `bluf brief`: one page of what the corpus says of a country, every sentence quoted and cited.

use super::arguments::{Place, Sheet, Through};
use super::select;
use super::spans::{Bytes, Cited, hull, parts};
use crate::extract::assessment::Scale;
use crate::model::Corpus;
use crate::query::brief::{Form, Line, Part, Request};
use crate::query::{Brief, CountryFilter, Figures, Index, Lens};
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a brief is asked about.
pub(super) struct Asked {
    pub(super) corpus: Corpus,
    lens: Lens,
}

/// Opens the corpus and reads what the brief is about: countries, or a path that is taken for one more to open.
///
/// # Errors
/// When what it is about is neither, or an argument of the lens does not parse.
pub(super) fn asked(
    about: Option<&str>,
    place: &Place,
    through: &Through,
) -> anyhow::Result<Asked> {
    let mut lens = select::lens(through)?;
    let mut place = place.clone();
    if let Some(about) = about {
        match CountryFilter::parse(about) {
            Ok(countries) => {
                let all = countries.countries.into_iter().chain(lens.countries.countries.clone());
                let countries = CountryFilter::any(all).countries;
                lens.countries = CountryFilter { countries, ..lens.countries };
            }
            Err(_) if about == "-" || Path::new(about).exists() => {
                place.paths.insert(0, PathBuf::from(about));
            }
            Err(message) => anyhow::bail!("{message}, and no such file or folder"),
        }
    }
    Ok(Asked { corpus: select::open(&place)?, lens })
}

/// Prints the brief; the number of its quotes.
pub(super) fn print(
    asked: &Asked,
    (scale, whole, sheet): (&'static Scale, bool, Sheet),
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    let (corpus, lens) = (&asked.corpus, &asked.lens);
    // Without words to look for nobody asks what the sentences say.
    let index = if lens.text.is_empty() { Index::places(corpus) } else { Index::new(corpus) };
    let figures = Figures::new(corpus);
    let view = index.view(corpus, lens);
    let brief = Brief::new(Request {
        corpus,
        index: &index,
        figures: &figures,
        lens,
        view: &view,
        scale,
        whole,
        today: None,
    });
    match sheet {
        Sheet::Plain => out.write_all(brief.write(corpus, Form::Plain).as_bytes())?,
        Sheet::Md => out.write_all(brief.write(corpus, Form::Markdown).as_bytes())?,
        Sheet::Html => out.write_all(brief.write(corpus, Form::Html).as_bytes())?,
        Sheet::Json => {
            serde_json::to_writer_pretty(&mut *out, &page(&brief, corpus))?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    Ok(brief.quotes())
}

/// A brief as JSON.
#[derive(Debug, Serialize)]
struct Page<'a> {
    about: &'a str,
    facts: &'a [String],
    parts: Vec<PartCell<'a>>,
    sources: Vec<SourceCell<'a>>,
}

#[derive(Debug, Serialize)]
struct PartCell<'a> {
    part: &'static str,
    title: &'static str,
    lines: Vec<LineCell<'a>>,
    /// How many more there are that the page has no room for.
    left: usize,
    facts: &'a [String],
}

#[derive(Debug, Serialize)]
struct LineCell<'a> {
    label: &'a str,
    quote: &'a str,
    notes: &'a [String],
    /// The number of its source, from 1.
    source: usize,
}

/// A place that is quoted. Offsets are bytes of the file.
#[derive(Debug, Serialize)]
struct SourceCell<'a> {
    number: usize,
    doc: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    section: Option<&'a str>,
    line: Option<u32>,
    start: u32,
    end: u32,
    quote: &'a str,
    sha256: String,
    #[serde(flatten)]
    cited: Cited<'a>,
    spans: Vec<Bytes>,
}

fn page<'a>(brief: &'a Brief, corpus: &'a Corpus) -> Page<'a> {
    let sources = brief.sources.iter().enumerate().filter_map(|(at, source)| {
        let document = corpus.document(source.document)?;
        let citation = source.citation(corpus)?;
        let [start, end] = hull(document, source.span);
        Some(SourceCell {
            number: at + 1,
            doc: &document.path,
            title: citation.title,
            date: citation.published,
            section: citation.section,
            line: citation.line,
            start,
            end,
            quote: citation.quote,
            sha256: citation.sha256,
            cited: Cited::of(document, source.span.start),
            spans: parts(document, source.span),
        })
    });
    let line = |line: &'a Line| LineCell {
        label: &line.label,
        quote: brief.citation(corpus, line).map_or("", |c| c.quote),
        notes: &line.notes,
        source: line.source,
    };
    let part = |part: &'a Part| PartCell {
        part: part.section.name(),
        title: part.section.title(),
        lines: part.lines.iter().map(line).collect(),
        left: part.left,
        facts: &part.facts,
    };
    Page {
        about: &brief.title,
        facts: &brief.facts,
        parts: brief.parts.iter().map(part).collect(),
        sources: sources.collect(),
    }
}
