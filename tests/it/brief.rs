//! Briefs: one page of quotes with numbered sources, in every form, of a small corpus and of the seeds.

use crate::support::loaded;
use bluf::extract::assessment::Scale;
use bluf::model::Corpus;
use bluf::query::brief::{Form, Request};
use bluf::query::{Brief, CountryFilter, Figures, Index, Lens};
use bluf::source::seeds;
use bluf::work;
use insta::assert_snapshot;

const FERRIES: &str = "Ferries of Kenya

Published on: 2024-06-01

Executive Summary

Kenya has more ferries than piers, and the new pier is late by a year and a half.

Background

In March 2024, Kenya opened the Likoni pier. The ferries carried 450 passengers of the port (2021: 120 passengers, \
2022: 150 passengers, 2023: 180 passengers).

Outlook

Traffic in Kenya is likely to grow by 2030. It is unclear whether Kenya will build a second pier.

Kenya should train more pilots.
";

const PIERS: &str = "Piers on the Lake <script>alert(1)</script>

In April 2024, Kenya opened the Likoni pier after a delay of several months and many disputes.
";

fn brief(corpus: &Corpus, countries: &str, whole: bool) -> Brief {
    let index = Index::new(corpus);
    let countries = CountryFilter::parse(countries).unwrap();
    let lens = Lens { countries, ..Lens::default() };
    let view = index.view(corpus, &lens);
    let figures = Figures::new(corpus);
    Brief::new(Request {
        corpus,
        index: &index,
        figures: &figures,
        lens: &lens,
        view: &view,
        scale: Scale::named("icd203").unwrap(),
        whole,
        today: None,
    })
}

#[test]
fn a_page_says_the_most_important_first_and_where_it_stands() {
    let corpus = loaded(&[("ferries.txt", FERRIES), ("piers.txt", PIERS)]);
    assert_snapshot!(brief(&corpus, "KE", false).write(&corpus, Form::Plain));
}

#[test]
fn every_line_is_a_documents_own_sentence() {
    let corpus = work::load(seeds::open(), None);
    for countries in ["KZ", "TJ,UZ", ""] {
        let brief = brief(&corpus, countries, true);
        assert!(brief.quotes() > 20, "{countries}");
        for source in &brief.sources {
            let citation = source.citation(&corpus).unwrap();
            let document = corpus.document(source.document).unwrap();
            assert_eq!(citation.quote, document.text.words(source.span));
            assert!(!citation.quote.is_empty() && !citation.bytes.is_empty());
        }
        let lines = brief.parts.iter().flat_map(|part| &part.lines);
        for line in lines {
            assert!((1..=brief.sources.len()).contains(&line.source), "{line:?}");
        }
        assert!(brief.parts.iter().all(|part| part.left == 0), "a whole brief leaves nothing out");
    }
}

#[test]
fn a_page_says_how_much_it_leaves_out() {
    let corpus = work::load(seeds::open(), None);
    let (page, whole) = (brief(&corpus, "KZ", false), brief(&corpus, "KZ", true));
    for (part, all) in page.parts.iter().zip(&whole.parts) {
        let pairs = if part.section.name() == "differences" { 2 } else { 1 };
        assert_eq!(
            part.lines.len() + part.left * pairs,
            all.lines.len(),
            "{}",
            part.section.name()
        );
    }
}

#[test]
fn nothing_of_a_document_is_markup_on_the_page() {
    let corpus = loaded(&[("ferries.txt", FERRIES), ("piers.txt", PIERS)]);
    let brief = brief(&corpus, "", true);
    let html = brief.write(&corpus, Form::Html);
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("&lt;script"), "{html}");
    assert!(!html.contains("http://") && !html.contains("https://"), "needs something else");
    for number in 1..=brief.sources.len() {
        assert!(html.contains(&format!("id=\"s{number}\"")), "no source {number}");
    }
    let markdown = brief.write(&corpus, Form::Markdown);
    assert!(!markdown.replace("\\<", "").contains("<script"), "{markdown}");
}

#[test]
fn a_brief_on_what_is_not_there_says_so() {
    let corpus = loaded(&[("ferries.txt", FERRIES)]);
    let brief = brief(&corpus, "JP", false);
    assert_eq!(brief.quotes(), 0);
    assert_snapshot!(brief.write(&corpus, Form::Plain));
}
