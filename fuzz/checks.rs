//! What must hold of any input, one function a fuzz target: bytes come in, and nothing goes out; what does not hold
//! panics. The fuzz targets and the short run of `cargo test` both include this file. Never opens a file.

use bluf::extract::{DateValue, Findings, Trace, extract};
use bluf::format::{self, About, Converted, Failure, Limits, Locator, Script};
use bluf::model::Corpus;
use bluf::query::{CountryFilter, DateRange, Index, Lens, Pattern};
use bluf::source::Raw;
use bluf::source::manifest::Manifest;
use bluf::text::{self, SourceSpan, Span, Text};
use encoding_rs::Encoding;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A target: its name, and what it does with an input.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 15] = [
    ("decode", decode),
    ("reflow", reflow),
    ("extract", extraction),
    ("query", query),
    ("html", html),
    ("markdown", markdown),
    ("rtf", rtf),
    ("odt", odt),
    ("docx", docx),
    ("epub", epub),
    ("mail", mail),
    ("table", table),
    ("pdf", pdf),
    ("archive", archive),
    ("manifest", manifest),
];

/// Runs one by its name; false where there is none.
pub fn run(name: &str, bytes: &[u8]) -> bool {
    let target = TARGETS.iter().find(|(target, _)| *target == name);
    target.inspect(|(_, run)| run(bytes)).is_some()
}

/// Encodings that are no UTF-8.
const LABELS: [&str; 12] = [
    "utf-16le",
    "utf-16be",
    "windows-1252",
    "windows-1251",
    "shift_jis",
    "euc-jp",
    "iso-2022-jp",
    "gbk",
    "gb18030",
    "big5",
    "euc-kr",
    "koi8-r",
];

/// Text as it stands, and in an encoding that the first byte chooses.
fn decode(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    match Encoding::for_label(LABELS[usize::from(*first) % LABELS.len()].as_bytes()) {
        Some(encoding) if first % 2 == 0 => sound(&text::read_encoded(rest, encoding), rest),
        _ => sound(&text::read(rest), rest),
    }
}

/// Lines as print has them.
fn reflow(bytes: &[u8]) {
    sound(&text::read(bytes), bytes);
}

/// Text and all that is found in it.
fn extraction(bytes: &[u8]) {
    let text = text::read(bytes);
    found(&text, &extract(&text, None, &mut Trace::off()));
    let published = DateValue::parse("2019-05-03");
    let mut trace = Trace::on();
    found(&text, &extract(&text, published.as_ref(), &mut trace));
    for loss in trace.losses() {
        inside(&text, loss.span, "a loss");
    }
}

/// A query of three lines: text, days, countries; asked of a small corpus.
fn query(bytes: &[u8]) {
    static ASKED: LazyLock<(Corpus, Index)> = LazyLock::new(|| {
        let one = "A Treaty on Water\n\nPublished on: 2019-05-04\n\nOn 3 May 2019, Kenya and Uganda signed a treaty in Nairobi. \
                   It cost $5 million.\n\nIn 2020 some 15,000 people left Türkiye’s İzmir, Kenya said.\n";
        let two = "Совет Безопасности собрался. \u{130}\u{131}ß ﬁ 外交部 e\u{301}\u{301} 2021. Kazakhstan joined the WHO on 25 April 2021.\n";
        let raw = |name: &str, text: &str| Raw::bytes(name, text.as_bytes().into());
        let corpus = bluf::work::load(vec![raw("one.txt", one), raw("two.txt", two)], None);
        let index = Index::new(&corpus);
        (corpus, index)
    });
    let (corpus, index) = &*ASKED;
    let typed = String::from_utf8_lossy(bytes);
    let mut lines = typed.splitn(3, '\n');
    let mut next = || lines.next().unwrap_or_default();
    let (text, dates, countries) =
        (Pattern::parse(next()), DateRange::parse(next()), CountryFilter::parse(next()));
    if let Ok(range) = &dates {
        assert!(range.earliest <= range.latest, "a range that ends before it starts");
    }
    for said in [dates.as_ref().err(), countries.as_ref().err()].into_iter().flatten() {
        shown(said);
    }
    let lens = Lens { text, countries: countries.unwrap_or_default(), dates: dates.ok() };
    let view = index.view(corpus, &lens);
    assert!(view.events.iter().all(|&id| corpus.event(id).is_some()) && view.events.is_sorted());
    assert!(
        view.counts.events_shown <= view.counts.events_total
            && view.hits.len() <= view.counts.sentences
    );
    for document in &corpus.documents {
        let words = &document.text.clean;
        let lit = lens.text.highlights(words);
        assert!(
            lit.iter().all(|range| !range.is_empty() && words.get(range.clone()).is_some()),
            "lit outside the text"
        );
        assert!(lit.is_sorted_by(|a, b| a.end <= b.start), "lit twice");
        assert_eq!(lens.text.matches(words), lens.text.score(words).is_some());
    }
    assert_eq!(lens.text.matches(&typed), lens.text.kind(&typed).is_some());
    let _ = lens.to_string();
}

/// A web page.
fn html(bytes: &[u8]) {
    room("a.html", bytes);
}

/// Markdown.
fn markdown(bytes: &[u8]) {
    room("a.md", bytes);
}

/// Rich Text, with its head where it has none.
fn rtf(bytes: &[u8]) {
    if bytes.starts_with(br"{\rtf") {
        room("a.rtf", bytes);
    } else {
        room("a.rtf", &[br"{\rtf1\ansi ", bytes].concat());
    }
}

/// OpenDocument: a whole file, or one part of it that the first byte chooses.
fn odt(bytes: &[u8]) {
    packed(
        "a.odt",
        bytes,
        &["content.xml", "styles.xml", "meta.xml"],
        &[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content><office:body><office:text><text:h>One</text:h><text:p text:style-name='P1'>two</text:p>\
          </office:text></office:body></office:document-content>",
            ),
        ],
    );
}

/// Word: a whole file, or one part of it that the first byte chooses.
fn docx(bytes: &[u8]) {
    const PARTS: [&str; 6] = [
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
    ];
    packed(
        "a.docx",
        bytes,
        &PARTS,
        &[
            (
                "[Content_Types].xml",
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#,
            ),
            (
                "_rels/.rels",
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#,
            ),
            (
                "word/_rels/document.xml.rels",
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>"#,
            ),
            (
                "word/document.xml",
                r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:body></w:document>"#,
            ),
        ],
    );
}

/// A book: a whole file, or one part of it that the first byte chooses.
fn epub(bytes: &[u8]) {
    const PARTS: [&str; 4] = ["b.xhtml", "content.opf", "nav.xhtml", "META-INF/container.xml"];
    packed(
        "a.epub",
        bytes,
        &PARTS,
        &[
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                r#"<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#,
            ),
            (
                "content.opf",
                r#"<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier><dc:title>A book</dc:title><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="b"/></spine></package>"#,
            ),
            (
                "nav.xhtml",
                r#"<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="b.xhtml">The beginning</a></li></ol></nav></body></html>"#,
            ),
            (
                "b.xhtml",
                "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>The end</h1><p>It ended.</p></body></html>",
            ),
        ],
    );
}

/// A mail message.
fn mail(bytes: &[u8]) {
    room("a.eml", bytes);
}

/// A table; the first byte chooses its ending.
fn table(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    room(["a.csv", "a.jsonl"][usize::from(first % 2)], rest);
}

/// PDF: a whole file, or the drawing instructions of a page.
fn pdf(bytes: &[u8]) {
    if bytes.starts_with(b"%PDF-") {
        return room("a.pdf", bytes);
    }
    let mut file = Vec::from(
        &b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n\
           3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox \
           [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X1 5 0 R >> >> >>\nendobj\n"[..],
    );
    file.extend(
        format!("5 0 obj\n<< /Type /XObject /Subtype /Form /Length {} >>\nstream\n", bytes.len())
            .bytes(),
    );
    file.extend(bytes);
    file.extend(b"\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n");
    room("a.pdf", &file);
}

/// gzip and zip.
fn archive(bytes: &[u8]) {
    room("a.zip", bytes);
}

/// A folder's own notes on its documents.
fn manifest(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let manifest = Manifest::parse(&text);
    for mistake in &manifest.mistakes {
        assert!(mistake.starts_with("line ") && !mistake.contains('\n'), "{mistake:?}");
    }
    let lines = text.lines().count().max(1) + 1;
    assert!(manifest.lines.values().all(|line| (1..=lines).contains(line)), "a line past the end");
    for facts in manifest.documents.values() {
        assert!(
            facts.published.as_deref().is_none_or(|date| DateValue::parse(date).is_some()),
            "no date"
        );
    }
}

/// A zip archive with one of its parts given by the input; an input that is an archive is taken whole.
fn packed(name: &str, bytes: &[u8], parts: &[&str], rest: &[(&str, &str)]) {
    if bytes.starts_with(b"PK") {
        return room(name, bytes);
    }
    let Some((first, bytes)) = bytes.split_first() else { return };
    let part = parts[usize::from(*first) % parts.len()];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let others =
        rest.iter().filter(|(name, _)| *name != part).map(|(name, text)| (*name, text.as_bytes()));
    for (name, text) in others.chain([(part, bytes)]) {
        if zip.start_file(name, stored).and_then(|()| Ok(zip.write_all(text)?)).is_err() {
            return;
        }
    }
    if let Ok(packed) = zip.finish() {
        room(name, packed.get_ref());
    }
}

/// The most bytes that a room may give.
const MOST: usize = 1 << 20;
/// How long a room may take: it asks the clock all along, but a library may be in the middle of something.
const PATIENCE: Duration = Duration::from_secs(2);

/// One file through its format's room, and what comes out of it through the reading of text.
fn room(name: &str, bytes: &[u8]) {
    let begun = now();
    let expired = || begun.elapsed() > PATIENCE;
    let limits = Limits { bytes: MOST, pages: 200, members: 200, seconds: 2, expired: &expired };
    let converted = match format::convert(name, bytes, &limits) {
        Ok(converted) => converted,
        Err(failure) => {
            shown(&failure.to_string());
            if let Failure::Broken { at: Some(at), .. } = failure {
                assert!(at <= bytes.len() as u64, "broken past its end");
            }
            return;
        }
    };
    said(&converted);
    let unpacked: usize =
        converted.members.iter().filter_map(|m| m.bytes.as_ref().ok()).map(Vec::len).sum();
    assert!(unpacked <= MOST, "unpacks to {unpacked} bytes");
    let (text, file) = match &converted.script {
        Script::None => return,
        Script::Own => {
            let encoding =
                converted.encoding.as_deref().and_then(|name| Encoding::for_label(name.as_bytes()));
            let text = encoding
                .map_or_else(|| text::read(bytes), |encoding| text::read_encoded(bytes, encoding));
            (text, bytes)
        }
        Script::Lines(lines) => (text::read(lines.as_bytes()), lines.as_bytes()),
        Script::Blocks { text, kinds } => {
            assert!(kinds.is_sorted_by(|a, b| a.0 < b.0), "blocks do not rise");
            let begins = |at: u32| at == 0 || text.as_bytes().get(at as usize - 1) == Some(&b'\n');
            assert!(kinds.iter().all(|(at, _)| begins(*at)), "a block begins inside a line");
            (text::read_blocks(text, kinds), text.as_bytes())
        }
    };
    let taken = if converted.script == Script::Own { 0 } else { file.len() };
    assert!(taken <= 2 * MOST + bytes.len(), "{taken} bytes of text");
    assert!(converted.marks.is_sorted_by_key(|mark| mark.at), "marks do not rise");
    assert!(
        converted.marks.iter().all(|mark| mark.at as usize <= file.len()),
        "a mark past the end"
    );
    for row in &converted.rows {
        let ranges = [Some(&row.line), row.date.as_ref(), row.title.as_ref()].into_iter().flatten();
        for range in ranges.chain(row.countries.iter().map(|place| &place.at)) {
            let range = range.start as usize..range.end as usize;
            assert!(
                file.get(range).is_some_and(|words| std::str::from_utf8(words).is_ok()),
                "a cell outside the text"
            );
        }
    }
    sound(&text, file);
}

/// What is said of a file may be shown, and its dates are dates.
fn said(converted: &Converted) {
    let About { title, authors, publisher, published, url, language, tags } = &converted.about;
    let fields = [title, publisher, published, url, language].into_iter().flatten();
    let parts = converted.marks.iter().filter_map(|mark| match &mark.locator {
        Locator::Part(name) => Some(name),
        Locator::Page(_) => None,
    });
    fields
        .chain(authors)
        .chain(tags)
        .chain(parts)
        .chain(&converted.warnings)
        .for_each(|words| shown(words));
    for why in converted.members.iter().filter_map(|member| member.bytes.as_ref().err()) {
        shown(why);
    }
    let is_date = |date: &String| DateValue::parse(date).is_some();
    assert!(published.as_ref().is_none_or(is_date), "published on no date: {published:?}");
    assert!(
        converted.rows.iter().filter_map(|row| row.edtf.as_ref()).all(is_date),
        "a row of no date"
    );
}

/// A message is one short line that a terminal may have.
fn shown(words: &str) {
    let unsafe_ =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!words.contains(unsafe_), "not to be shown: {words:?}");
}

/// A span of the reading text.
fn inside(text: &Text, span: Span, what: &str) {
    assert!(
        span.start <= span.end && text.clean.get(span.range()).is_some(),
        "{what} outside the text: {span:?}"
    );
}

/// Everything that is promised of a reading text and of the way back to its file.
fn sound(text: &Text, file: &[u8]) {
    let control = text.clean.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "a control character in the text");
    for spans in [&text.sentences, &text.marks] {
        for &span in spans {
            inside(text, span, "a sentence or mark");
        }
        assert!(spans.is_sorted_by(|a, b| a.end <= b.start), "sentences or marks do not rise");
    }
    text.blocks.iter().for_each(|block| inside(text, block.span, "a block"));
    assert!(text.blocks.is_sorted_by(|a, b| a.span.end <= b.span.start), "blocks do not rise");
    for sentence in &text.sentences {
        let block = text.block_at(sentence.start).and_then(|block| text.blocks.get(block));
        assert!(
            block.is_some_and(|block| block.span.covers(*sentence)),
            "a sentence in no block: {sentence:?}"
        );
    }
    let mut end = 0;
    for piece in text.map.pieces() {
        assert_eq!(piece.clean.start, end, "a gap in the map");
        end = piece.clean.end;
        inside(text, piece.clean, "a piece");
        let bytes = in_file(piece.source, file);
        assert!(
            !piece.verbatim || bytes == text.words(piece.clean).as_bytes(),
            "not verbatim: {piece:?}"
        );
    }
    assert_eq!(end as usize, text.clean.len(), "text without a place");
    for sentence in text.sentences.iter().chain(&text.marks) {
        for part in text.map.parts(*sentence) {
            in_file(part, file);
        }
        in_file(text.source(*sentence), file);
    }
    for at in (0..=file.len()).step_by(file.len() / 64 + 1) {
        assert!(text.map.clean_at(at as u32) as usize <= text.clean.len(), "a place past the text");
    }
}

fn in_file(span: SourceSpan, file: &[u8]) -> &[u8] {
    let bytes = (span.start <= span.end).then(|| file.get(span.range())).flatten();
    bytes.unwrap_or_else(|| panic!("outside the file of {} bytes: {span:?}", file.len()))
}

/// Everything that is promised of findings.
fn found(text: &Text, findings: &Findings) {
    let Findings { front, dates, countries, quantities, indicators, events, .. } = findings;
    let Findings { assessments, tables, .. } = findings;
    let front =
        [front.title, front.published.as_ref().map(|p| p.0), front.publisher, front.promoted];
    let authors = findings.front.authors.iter().chain(&findings.front.tags).copied();
    front.into_iter().flatten().chain(authors).for_each(|span| inside(text, span, "the front"));
    rising(text, "dates", dates.iter().map(|d| d.span));
    rising(text, "countries", countries.iter().map(|c| c.span));
    rising(text, "quantities", quantities.iter().map(|q| q.span));
    for date in dates.iter().filter_map(|d| d.date.as_ref()) {
        assert!(
            date.earliest.zip(date.latest).is_none_or(|(first, last)| first <= last),
            "ends before it starts: {date:?}"
        );
        assert!(!date.anchored || DateValue::parse(&date.edtf).is_some(), "no EDTF: {date:?}");
    }
    for quantity in quantities {
        let ends = quantity.ends.into_iter().flat_map(|(a, b)| [a, b]);
        [quantity.number]
            .into_iter()
            .chain(quantity.counted)
            .chain(ends)
            .for_each(|span| inside(text, span, "a number"));
        assert!(!quantity.value.is_nan(), "no number: {quantity:?}");
    }
    for indicator in indicators {
        assert!(
            indicator.quantity < quantities.len()
                && indicator.period.is_none_or(|p| p < dates.len())
        );
        let spans =
            [indicator.number, indicator.clause].into_iter().chain(indicator.name.iter().copied());
        spans.for_each(|span| inside(text, span, "an indicator"));
    }
    for table in tables {
        assert!(table.columns.len() >= 2 && table.rows() >= 1, "no table: {table:?}");
        assert!(table.heads.is_empty() || table.heads.len() == table.columns.len());
        let cells = table.columns.iter().flatten().chain(&table.heads).copied();
        let around = table.caption.into_iter().chain(table.source);
        cells.chain(around).for_each(|span| inside(text, span, "a cell"));
    }
    for event in events {
        assert!(event.sentence < text.sentences.len() && event.date < dates.len());
        assert!(event.countries.is_sorted_by(|a, b| a.0 < b.0), "countries do not rise");
        assert!(!event.title.is_empty(), "an event without a title");
        event.title.iter().for_each(|&span| inside(text, span, "a title"));
    }
    rising(text, "assessments", assessments.iter().map(|a| a.span));
    for assessment in assessments {
        let expressions = assessment.likelihood.iter().map(|expression| expression.span);
        rising(text, "expressions of likelihood", expressions.clone());
        expressions
            .chain(assessment.horizon)
            .for_each(|span| assert!(assessment.span.covers(span), "outside its assessment"));
        assert!(assessment.countries.is_sorted_by(|a, b| a.0 < b.0), "countries do not rise");
    }
}

fn rising(text: &Text, what: &str, spans: impl Iterator<Item = Span>) {
    let spans: Vec<Span> = spans.collect();
    assert!(spans.is_sorted_by_key(|span| span.start), "{what} do not rise");
    for span in spans {
        assert!(!span.is_empty(), "{what}: nothing at {span:?}");
        inside(text, span, what);
    }
}

#[expect(clippy::disallowed_methods, reason = "a file is given up by the clock")]
fn now() -> Instant {
    Instant::now()
}
