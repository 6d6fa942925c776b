//! A brief as plain text of at most 78 columns.

use super::page::Brief;
use crate::model::Corpus;
use crate::query::Citation;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Columns of a line.
const WIDTH: usize = 78;

pub(super) fn write(brief: &Brief, corpus: &Corpus) -> String {
    let mut out = String::new();
    put(&mut out, &format!("BRIEF: {}", brief.title), 0);
    for fact in &brief.facts {
        put(&mut out, fact, 0);
    }
    for part in &brief.parts {
        let _ = writeln!(out, "\n{}", part.section.title().to_uppercase());
        for line in &part.lines {
            let quote = brief.citation(corpus, line).map_or("", |c| c.quote);
            put(&mut out, &format!("- {}: “{}” [{}]", line.label, one_line(quote), line.source), 2);
            for note in &line.notes {
                put(&mut out, &format!("  {note}"), 4);
            }
        }
        if part.left > 0 {
            let _ = writeln!(out, "  … {} more, not on this page (--whole)", part.left);
        }
        for fact in &part.facts {
            put(&mut out, &format!("({fact})"), 1);
        }
    }
    let _ = writeln!(out, "\nSOURCES");
    for (_, sources) in brief.by_document() {
        let cited: Vec<(usize, Citation)> =
            sources.iter().filter_map(|(n, source)| Some((*n, source.citation(corpus)?))).collect();
        let Some((_, first)) = cited.first() else { continue };
        put(&mut out, &first.work(), 2);
        let places: Vec<String> =
            cited.iter().map(|(n, citation)| format!("[{n}] {}", citation.place())).collect();
        put(&mut out, &format!("  {}", places.join("; ")), 4);
        put(&mut out, &format!("  SHA-256 {}", first.sha256), 4);
    }
    out
}

/// A quote on one line: an item of several lines is one.
pub(super) fn one_line(text: &str) -> String {
    let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
    shown.chars().filter(|c| !c.is_control()).collect()
}

/// Writes a text in lines, the second and later ones indented.
fn put(out: &mut String, text: &str, indent: usize) {
    let lead = text.len() - text.trim_start().len();
    let mut line = " ".repeat(lead);
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && line.width() + 1 + word.width() > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line = " ".repeat(indent);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !c.is_control()));
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
