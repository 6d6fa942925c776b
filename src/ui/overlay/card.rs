//! ```text
//! ┌ Figure ───────────────────────────────────────── 30 seconds ┐
//! │ 91 · Kazakhstani recruits · 2016 · KZ · 10 years old today   │   the bottom line
//! │                                                              │
//! │ During the last four years, 440 Kazakhstani recruits have …  │   the sentence, verbatim
//! │                                                              │
//! │ The article, undated · § Background, ¶ 3, line 46            │   who says so
//! │ single source                                                │   who else does
//! └──────────────────────────────────────────────────────────────┘
//! ```

use super::frame::framed;
use crate::app::overlay::{Card, Dial, Other};
use crate::app::page::{Page, Row};
use crate::app::{glyph, label};
use crate::extract::Mode;
use crate::model::{Corpus, Difference, Document, Event, Indicator, IndicatorId, Likeness};
use crate::query::Citation;
use crate::query::lints::judged;
use crate::query::lookup::Subject;
use crate::text::Span;
use crate::ui::canvas::Canvas;
use crate::ui::pane::Passage;
use chrono::Datelike;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The widest a card gets, in cells.
const WIDEST: u16 = 100;
/// Cells of the longest bar of a series.
const BAR: usize = 30;

/// A row of a card.
enum Line {
    /// Words of bluf's own, or of a field.
    Said(String, Style),
    /// A row of a document's text.
    Text(usize, Row),
    /// Nothing.
    Gap,
}

/// Draws a card.
pub(super) fn draw(canvas: &mut Canvas, card: &Card) {
    let app = canvas.app;
    let Some(document) = app.corpus.document(card.document) else { return };
    let size = canvas.buffer.area;
    let width = size.width.min(WIDEST);
    let inside = usize::from(width.saturating_sub(4));
    let passages = passages(canvas, card, document);
    let lines = lines(canvas, card, document, (&passages, inside));
    let most = size.height.saturating_sub(2);
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(most);
    let area = Rect { x: (size.width - width) / 2, y: (most - height) / 2, width, height };
    let title = format!("{} · {}", name(card.subject), app.dial.name());
    let inner = framed(canvas, &title, area);
    let rows = usize::from(inner.height);
    let top = card.offset.min(lines.len().saturating_sub(rows));
    for (at, line) in lines.iter().skip(top).take(rows).enumerate() {
        match line {
            Line::Said(text, style) => {
                canvas.pen(inner, at).put(text, *style);
            }
            Line::Text(passage, row) => {
                if let Some(passage) = passages.get(*passage) {
                    passage.draw(canvas, *row, inner, at);
                }
            }
            Line::Gap => {}
        }
    }
    if top + rows < lines.len() {
        let last = Rect { y: inner.bottom(), height: 1, ..inner };
        let left = label::count(lines.len() - top - rows, "more row");
        let styles = canvas.styles;
        canvas.pen(last, 0).right(&format!(" ↓ {left} "), styles.dim);
    }
}

fn name(subject: Subject) -> &'static str {
    match subject {
        Subject::Event(_) => "Event",
        Subject::Indicator(_) => "Figure",
        Subject::Heading => "Heading",
        Subject::Sentence => "Sentence",
        Subject::Country(_) => "Country",
        Subject::Document(_) => "Document",
        Subject::Entry(..) => "Name",
    }
}

/// The texts a card shows: its own, then those of the other reports.
fn passages<'a>(canvas: &Canvas<'a>, card: &'a Card, document: &Document) -> Vec<Passage<'a>> {
    let app = canvas.app;
    let block = document.text.block_at(card.sentence.start);
    let block = block.and_then(|at| document.text.blocks.get(at)).map(|block| block.span);
    let full = block.filter(|_| app.dial == Dial::Full);
    let mut passages = vec![Passage {
        document: card.document,
        span: full.unwrap_or(card.sentence),
        sentence: full.map(|_| card.sentence),
        lit: &card.lit,
    }];
    for other in &card.others {
        if let Some((document, span)) = other.subject.sentence(&app.corpus) {
            passages.push(Passage { document, span, sentence: None, lit: &[] });
        }
    }
    passages
}

/// The rows of a card at a width in cells.
fn lines(
    canvas: &Canvas,
    card: &Card,
    document: &Document,
    (passages, width): (&[Passage], usize),
) -> Vec<Line> {
    let (app, styles) = (canvas.app, canvas.styles);
    let mut sheet = Sheet { lines: Vec::new(), width };
    let citation = Citation::of(document, card.sentence);
    if app.dial != Dial::Ten {
        let bottom = bottom_line(canvas, card, document);
        if !bottom.is_empty() {
            sheet.say(&bottom, styles.heading);
            sheet.gap();
        }
    }
    if let Some(own) = passages.first() {
        sheet.lines.extend(own.rows(canvas, width).into_iter().map(|row| Line::Text(0, row)));
    }
    sheet.gap();
    let source = format!("{} · {} · {}", citation.title, citation.dated(), citation.place());
    sheet.say(&source, styles.dim);
    let scale = app.assessments.scale().filter(|_| app.dial != Dial::Ten);
    if let Some(judged) = scale.and_then(|scale| judged(document, card.sentence, scale)) {
        sheet.say(&judged, styles.mode);
    }
    if app.dial == Dial::Full
        && let Subject::Indicator(id) = card.subject
    {
        plot(&mut sheet, &app.corpus, (id, &card.series), styles.column);
    }
    others(&mut sheet, canvas, card, passages);
    if card.proof {
        prove(&mut sheet, canvas, card, &citation);
    }
    sheet.lines
}

/// Rows in the making.
struct Sheet {
    lines: Vec<Line>,
    width: usize,
}

impl Sheet {
    fn say(&mut self, text: &str, style: Style) {
        for row in Page::of(text, Span::new(0, text.len()), self.width).rows {
            self.lines.push(Line::Said(row.span.of(text).to_owned(), style));
        }
    }

    fn gap(&mut self) {
        self.lines.push(Line::Gap);
    }
}

/// What, when and where, in one line; nothing of a sentence that is neither event nor figure.
fn bottom_line(canvas: &Canvas, card: &Card, document: &Document) -> String {
    let corpus = &canvas.app.corpus;
    match card.subject {
        Subject::Event(id) => corpus.event(id).map(|e| event_line(corpus, e)).unwrap_or_default(),
        Subject::Indicator(id) => {
            let row = corpus.indicators.get(id.index());
            row.map(|row| figure_line(canvas, row, document)).unwrap_or_default()
        }
        Subject::Entry(at, _) => entry_line(canvas, at),
        _ => String::new(),
    }
}

/// The fullest form of a name, the offices, how often it is named, its other forms.
fn entry_line(canvas: &Canvas, at: u32) -> String {
    let (corpus, roster) = (&canvas.app.corpus, &canvas.app.roster);
    let entry = roster.as_ref().and_then(|roster| roster.entries().get(at as usize));
    let Some(entry) = entry else { return String::new() };
    let mut parts = vec![entry.name.of(corpus).to_owned()];
    parts.extend(entry.offices.iter().take(3).map(|office| office.words.of(corpus).to_owned()));
    let named = label::count(entry.count(), "mention");
    parts.push(format!("{named} in {}", label::count(entry.documents as usize, "document")));
    let name = entry.name.of(corpus);
    let forms = entry.variants.iter().map(|variant| variant.words.of(corpus));
    let forms: Vec<&str> = forms.filter(|form| *form != name).take(4).collect();
    if !forms.is_empty() {
        parts.push(format!("also {}", forms.join(", ")));
    }
    parts.join(" · ")
}

fn event_line(corpus: &Corpus, event: &Event) -> String {
    let mut parts = vec![label::date(corpus, event), corpus.title(event)];
    parts.extend(Some(label::concerned(corpus, event)).filter(|c| !c.is_empty()));
    parts.push(event.kind.name().to_owned());
    if event.mode != Mode::Historical {
        parts.push(event.mode.name().to_owned());
    }
    parts.join(" · ")
}

fn figure_line(canvas: &Canvas, row: &Indicator, document: &Document) -> String {
    let corpus = &canvas.app.corpus;
    let qualifier = match corpus.string(row.qualifier) {
        ">" => "over ",
        "<" => "under ",
        ">=" => "at least ",
        "<=" => "at most ",
        "~" => "about ",
        _ => "",
    };
    let unit = corpus.string(row.unit);
    let unit = if unit.is_empty() { String::new() } else { format!(" [{unit}]") };
    let number = document.text.words(row.number);
    let mut parts = vec![format!("{qualifier}{number}{unit}"), corpus.string(row.name).to_owned()];
    let period = Some(corpus.string(row.edtf)).filter(|period| !period.is_empty());
    parts.push(period.map_or_else(|| "no period stated".to_owned(), label::edtf));
    if let Some((country, via)) = row.country {
        parts.push(format!("{} (by {})", country.code(), via.name()));
    }
    parts.extend(age(canvas, row, document));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// How old a figure is: against its document's date, and against today.
fn age(canvas: &Canvas, row: &Indicator, document: &Document) -> Option<String> {
    let end = row.latest.date().filter(|_| row.is_dated())?.year();
    let years = |year: i32| match year - end {
        0 => "of the same year".to_owned(),
        years @ 1.. => format!("{} old", label::count(years as usize, "year")),
        years => format!("{} ahead", label::count(years.unsigned_abs() as usize, "year")),
    };
    let published = document.published.as_ref().and_then(|date| date.latest);
    let published = match published {
        Some(day) => format!("{} when published", years(day.year())),
        None => "document undated".to_owned(),
    };
    let today = canvas.app.today.and_then(crate::model::Day::date);
    let today = today.map(|day| format!("{} today", years(day.year())));
    Some([today, Some(published)].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The figure's series as bars, the figure itself marked.
fn plot(
    sheet: &mut Sheet,
    corpus: &Corpus,
    (id, all): (IndicatorId, &[IndicatorId]),
    style: Style,
) {
    let rows: Vec<(IndicatorId, &Indicator)> =
        all.iter().filter_map(|id| Some((*id, corpus.indicators.get(id.index())?))).collect();
    let most = rows.iter().map(|(_, row)| row.value.abs()).fold(0.0, f64::max);
    if most <= 0.0 {
        return;
    }
    sheet.gap();
    for (at, row) in rows {
        let period = label::edtf(corpus.string(row.edtf));
        let cells = ((row.value.abs() / most) * BAR as f64).round() as usize;
        let bar = "█".repeat(cells.max(1));
        let here = if at == id { "▸" } else { " " };
        let number = corpus.document(row.document).map_or("", |d| d.text.words(row.number));
        let gap = " ".repeat(10usize.saturating_sub(glyph::width(&period)));
        sheet.lines.push(Line::Said(format!("{here}{period}{gap} {bar} {number}"), style));
    }
}

/// Who else says so, with each difference named; or that nobody does.
fn others(sheet: &mut Sheet, canvas: &Canvas, card: &Card, passages: &[Passage]) {
    let (app, styles) = (canvas.app, canvas.styles);
    let corpus = &app.corpus;
    let others = &card.others;
    match card.subject {
        Subject::Event(_) | Subject::Indicator(_) => {}
        Subject::Entry(..) => {
            sheet.say("n and N: the other mentions", styles.dim);
            return;
        }
        _ => {
            sheet.say("no dated event or figure: not compared with other documents", styles.dim);
            return;
        }
    }
    if others.is_empty() {
        sheet.say("single source", styles.mode);
        return;
    }
    for (number, other) in others.iter().enumerate() {
        let Some((id, sentence)) = other.subject.sentence(corpus) else { continue };
        let Some(document) = corpus.document(id) else { continue };
        let likeness = likeness(corpus, card.subject, other);
        let place = Citation::of(document, sentence).place();
        let named = format!(
            "≈{} {likeness}: {} · {} · {place}",
            number + 1,
            label::document(document),
            document.published.as_ref().map_or("undated", |date| &date.edtf),
        );
        sheet.say(&named, styles.mode);
        if app.dial == Dial::Full
            && let Some(passage) = passages.get(number + 1)
        {
            let rows = passage.rows(canvas, sheet.width).into_iter();
            sheet.lines.extend(rows.map(|row| Line::Text(number + 1, row)));
        }
    }
}

/// How sure it is that two are one, and what the two say differently, both values given.
fn likeness(corpus: &Corpus, here: Subject, other: &Other) -> String {
    let names = other.differs.names();
    let differs: Vec<String> = match (here, other.subject) {
        (Subject::Event(here), Subject::Event(other)) => {
            let pair = corpus.event(here).zip(corpus.event(other));
            names.map(|name| event_differs(corpus, name, pair)).collect()
        }
        (Subject::Indicator(here), Subject::Indicator(other)) => {
            let get = |id: IndicatorId| corpus.indicators.get(id.index());
            let pair = get(here).zip(get(other));
            names.map(|name| figure_differs(corpus, name, pair)).collect()
        }
        _ => return String::new(),
    };
    let sure = match other.likeness {
        Likeness::Same => "the same",
        Likeness::Possibly => "possibly the same",
    };
    if differs.is_empty() { sure.to_owned() } else { format!("{sure}, {}", differs.join(", ")) }
}

fn event_differs(corpus: &Corpus, name: &str, pair: Option<(&Event, &Event)>) -> String {
    let Some((here, other)) = pair else { return name.to_owned() };
    let both = |said: &dyn Fn(&Event) -> String| format!("{name} {} / {}", said(here), said(other));
    match name {
        n if n == Difference::Date.name() => both(&|event| label::date(corpus, event)),
        n if n == Difference::Countries.name() => both(&|event| label::countries(corpus, event, 9)),
        n if n == Difference::Kind.name() => both(&|event| event.kind.name().to_owned()),
        n if n == Difference::Mode.name() => both(&|event| event.mode.name().to_owned()),
        _ => format!("{name} differ"),
    }
}

fn figure_differs(corpus: &Corpus, name: &str, pair: Option<(&Indicator, &Indicator)>) -> String {
    let Some((here, other)) = pair else { return name.to_owned() };
    let both =
        |said: &dyn Fn(&Indicator) -> String| format!("{name} {} / {}", said(here), said(other));
    match name {
        n if n == Difference::Date.name() => both(&|row| label::edtf(corpus.string(row.edtf))),
        n if n == Difference::Values.name() => both(&|row| {
            let document = corpus.document(row.document);
            document.map_or_else(String::new, |d| d.text.words(row.number).to_owned())
        }),
        n if n == Difference::Countries.name() => both(&|row| {
            row.country.map_or_else(|| "none".to_owned(), |(country, _)| country.code().to_owned())
        }),
        _ => format!("{name} differ"),
    }
}

/// What leads to the very bytes.
fn prove(sheet: &mut Sheet, canvas: &Canvas, card: &Card, citation: &Citation) {
    let (corpus, styles) = (&canvas.app.corpus, canvas.styles);
    let rule = match card.subject {
        Subject::Event(id) => corpus.event(id).map(|event| corpus.string(event.rule)),
        Subject::Indicator(id) => {
            corpus.indicators.get(id.index()).map(|row| corpus.string(row.rule))
        }
        _ => None,
    };
    sheet.gap();
    sheet.say(&format!("file    {}", citation.path), styles.text);
    sheet.say(&format!("{:8}{}", "", citation.told_bytes()), styles.text);
    sheet.say(&format!("sha256  {}", citation.sha256), styles.text);
    sheet.say(&format!("rule    {}", rule.unwrap_or("none: the sentence itself")), styles.text);
    sheet.say("`bluf verify` reads the file again and checks all of it", styles.dim);
}
