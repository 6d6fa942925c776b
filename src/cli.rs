//! The same questions without a screen. PROVISIONAL: `bluf mentions PATH...` as JSON Lines.

use crate::extract::TimexKind;
use crate::model::Document;
use std::io::Write;

/// Prints every mention of the paths given.
///
/// # Errors
/// When standard output cannot be written.
pub fn mentions(paths: &[std::path::PathBuf]) -> std::io::Result<()> {
    let corpus = crate::work::load(crate::source::walk::open(paths));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for document in &corpus.documents {
        for d in &document.dates {
            let kind = match d.kind {
                TimexKind::Date => "DATE",
                TimexKind::Time => "TIME",
                TimexKind::Duration => "DURATION",
                TimexKind::Set => "SET",
            };
            line(
                &mut out,
                document,
                d.span,
                &[("kind", "date"), ("value", &d.value), ("type", kind), ("rule", d.rule)],
            )?;
        }
        for c in &document.countries {
            let via = format!("{:?}", c.via).to_lowercase();
            line(
                &mut out,
                document,
                c.span,
                &[
                    ("kind", "country"),
                    ("value", c.country.code()),
                    ("type", &via),
                    ("rule", c.rule),
                ],
            )?;
        }
        for q in &document.quantities {
            let unit = q.unit.clone().or_else(|| q.counted.map(|s| document.text.words(s).into()));
            let value = q.value.to_string();
            line(
                &mut out,
                document,
                q.span,
                &[
                    ("kind", "quantity"),
                    ("value", &value),
                    ("unit", &unit.unwrap_or_default()),
                    ("rule", q.rule),
                ],
            )?;
        }
    }
    out.flush()
}

fn line(
    out: &mut impl Write,
    document: &Document,
    span: crate::text::Span,
    columns: &[(&str, &str)],
) -> std::io::Result<()> {
    let at = document.text.source(span);
    let mut row = serde_json::json!({"doc": &*document.path, "start": at.start, "end": at.end,
        "text": document.text.words(span)});
    for (key, value) in columns {
        row[key] = (*value).into();
    }
    writeln!(out, "{row}")
}
