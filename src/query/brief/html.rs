//! A brief as one page of HTML that needs nothing else and prints well. Everything of a document is escaped.

use super::page::{Brief, Line};
use super::plain::one_line;
use crate::model::Corpus;
use crate::query::Citation;
use std::fmt::Write;

/// Looks for screen and paper, without a font or picture from elsewhere.
const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 11pt/1.45 Georgia, 'Times New Roman', serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5em; margin-bottom: .2em; } h2 { font-size: 1.1em; margin: 1.2em 0 .3em; border-bottom: 1px solid; }
ul, ol { padding-left: 1.4em; margin: 0; } li { margin: .35em 0; break-inside: avoid; }
.label { font-weight: bold; } .note, .fact, .more, .sources { font-size: .85em; } .note { display: block; }
q { quotes: none; } a { color: inherit; } .place { margin-right: .8em; white-space: nowrap; } .sha { font: .8em monospace; overflow-wrap: anywhere; }
@page { margin: 18mm; } @media print { body { font-size: 9.5pt; margin: 0; max-width: none; } h2 { break-after: avoid; } }
";

pub(super) fn write(brief: &Brief, corpus: &Corpus) -> String {
    let title = escaped(&brief.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Brief: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>Brief: {title}</h1>\n"
    );
    for fact in &brief.facts {
        let _ = writeln!(out, "<p class=\"fact\">{}</p>", escaped(fact));
    }
    for part in &brief.parts {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", part.section.title());
        if !part.lines.is_empty() {
            out.push_str("<ul>\n");
            part.lines.iter().for_each(|line| quoted(&mut out, brief, corpus, line));
            out.push_str("</ul>\n");
        }
        if part.left > 0 {
            let _ = writeln!(out, "<p class=\"more\">… {} more, not on this page</p>", part.left);
        }
        for fact in &part.facts {
            let _ = writeln!(out, "<p class=\"fact\">{}</p>", escaped(fact));
        }
        out.push_str("</section>\n");
    }
    out.push_str("<section class=\"sources\">\n<h2>Sources</h2>\n");
    for (_, sources) in brief.by_document() {
        let cited = sources.iter().filter_map(|(n, source)| Some((*n, source.citation(corpus)?)));
        let cited: Vec<(usize, Citation)> = cited.collect();
        let Some((_, first)) = cited.first() else { continue };
        let _ = writeln!(out, "<p>{}<br>", escaped(&one_line(&first.work())));
        for (n, citation) in &cited {
            let place = escaped(&one_line(&citation.place()));
            let _ = writeln!(out, "<span class=\"place\" id=\"s{n}\"><b>{n}</b> {place}</span>");
        }
        let _ = writeln!(out, "<br><span class=\"sha\">SHA-256 {}</span></p>", first.sha256);
    }
    out.push_str("</section>\n</body>\n</html>\n");
    out
}

fn quoted(out: &mut String, brief: &Brief, corpus: &Corpus, line: &Line) {
    let quote = brief.citation(corpus, line).map_or("", |c| c.quote);
    let (label, quote) = (escaped(&line.label), escaped(&one_line(quote)));
    let n = line.source;
    let _ = write!(
        out,
        "<li><span class=\"label\">{label}</span> <q>“{quote}”</q> <sup><a href=\"#s{n}\">{n}</a></sup>"
    );
    for note in &line.notes {
        let _ = write!(out, "<span class=\"note\">{}</span>", escaped(&one_line(note)));
    }
    out.push_str("</li>\n");
}

/// A text as HTML, without what would be markup, and without marks that turn the direction of writing.
fn escaped(text: &str) -> String {
    let shown = text.chars().map(|c| match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    });
    html_escape::encode_safe(&shown.collect::<String>()).into_owned()
}
