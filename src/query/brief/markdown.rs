//! A brief as Markdown.

use super::page::Brief;
use super::plain::one_line;
use crate::model::Corpus;
use crate::query::citation::{Citation, escaped};
use std::fmt::Write;

pub(super) fn write(brief: &Brief, corpus: &Corpus) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# Brief: {}\n", escaped(&brief.title));
    for fact in &brief.facts {
        let _ = writeln!(out, "_{}_  ", escaped(fact));
    }
    for part in &brief.parts {
        let _ = writeln!(out, "\n## {}\n", part.section.title());
        for line in &part.lines {
            let quote = brief.citation(corpus, line).map_or("", |c| c.quote);
            let quote = escaped(&one_line(quote));
            let _ = writeln!(
                out,
                "- **{}** “{quote}” [[{n}]](#s{n})",
                escaped(&line.label),
                n = line.source
            );
            for note in &line.notes {
                let _ = writeln!(out, "  - {}", escaped(&one_line(note)));
            }
        }
        if part.left > 0 {
            let _ = writeln!(out, "- … {} more, not on this page", part.left);
        }
        if !part.facts.is_empty() && !part.lines.is_empty() {
            out.push('\n');
        }
        for fact in &part.facts {
            let _ = writeln!(out, "_{}_  ", escaped(fact));
        }
    }
    out.push_str("\n## Sources\n\n");
    for (_, sources) in brief.by_document() {
        let cited = sources.iter().filter_map(|(n, source)| Some((*n, source.citation(corpus)?)));
        let cited: Vec<(usize, Citation)> = cited.collect();
        let Some((_, first)) = cited.first() else { continue };
        let work = escaped(&one_line(&first.work()));
        let _ = writeln!(out, "- {work}, SHA-256 {}", first.sha256);
        for (n, citation) in &cited {
            let place = escaped(&one_line(&citation.place()));
            let _ = writeln!(out, "  - <a id=\"s{n}\"></a>[{n}] {place}");
        }
    }
    out
}
