//! ```text
//! ┌ Narrative of a term · lens: KZ ───────────────────────────────┐
//! │ > terrorism                     59 uses in 3 of 4 documents   │
//! │ counted: terrorism 57, terror 2        in 333 sentences       │
//! │ [Lines] Words with it  Documents  Year published …  by place  │
//! │ 001 ¶ 12    prevention of extremism and terrorism in 2018, as │   the term in one column
//! │ § Domestic Measures, ¶ 12, line 301                   ↓ 40    │
//! └───────────────────────────────────────────────────────────────┘
//! ```

use super::frame::{field, framed};
use crate::app::geometry::{NarrativeAreas, narrative};
use crate::app::overlay::{Part, ShareKey, Telling};
use crate::app::{glyph, label};
use crate::query::Citation;
use crate::query::narrative::{Line, Narrative, Share};
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the narrative; where the cursor stands.
pub(super) fn draw(canvas: &mut Canvas, telling: &Telling) -> Position {
    let headed = telling.part != Part::Lines;
    let areas = narrative(canvas.buffer.area.as_size(), headed);
    framed(canvas, &title(canvas, telling), areas.frame);
    let note = telling.narrative.as_deref().map(counted).unwrap_or_default();
    let cursor = field(canvas, areas.field, &telling.field, &note);
    forms(canvas, telling, &areas);
    parts(canvas, telling, &areas);
    match telling.part {
        Part::Lines => lines(canvas, telling, &areas),
        Part::Words => words(canvas, telling, &areas),
        _ => shares(canvas, telling, &areas),
    }
    foot(canvas, telling, &areas);
    cursor
}

fn title(canvas: &Canvas, telling: &Telling) -> String {
    let lens = &canvas.app.lens;
    let rest = crate::query::Lens { text: lens.text.tags(), ..lens.clone() };
    let mut title = "Narrative of a term".to_owned();
    if !rest.is_empty() {
        title = format!("{title} · lens: {rest}");
    }
    if let Some(beside) = telling.beside {
        title = format!("{title} · with “{}” (Esc: all)", beside.word(&canvas.app.index));
    }
    title
}

/// "59 uses in 3 of 4 documents".
fn counted(narrative: &Narrative) -> String {
    let (holding, silent) = (narrative.shares.documents.len(), narrative.shares.silent);
    let uses = label::count(narrative.uses.len(), "use");
    format!("{uses} in {holding} of {}", label::count(holding + silent, "document"))
}

/// Which forms were counted, and in how much.
fn forms(canvas: &mut Canvas, telling: &Telling, areas: &NarrativeAreas) {
    let styles = canvas.styles;
    let Some(told) = telling.narrative.as_deref() else {
        let said = if telling.waiting.is_some() {
            "counting…"
        } else {
            "type a word or a phrase; a | b is either, 'word only as it stands, word* what begins so"
        };
        let width = usize::from(areas.forms.width);
        canvas.pen(areas.forms, 0).fit(said, width, styles.dim);
        return;
    };
    let forms = told.forms.iter().map(|form| format!("{} {}", form.words, form.uses));
    let forms = forms.collect::<Vec<_>>().join(", ");
    let forms = if forms.is_empty() { "nothing met".to_owned() } else { forms };
    let all = told.shares.all;
    let searched =
        format!("{} · {:.2} in 1,000 words", label::count(told.searched, "sentence"), all.rate());
    let mut pen = canvas.pen(areas.forms, 0);
    let forms = format!("counted: {forms}");
    let room = pen.left().saturating_sub(glyph::width(&searched) + 2);
    if room >= glyph::width(&forms).min(24) {
        pen.fit(&forms, room, styles.text);
        pen.right(&searched, styles.dim);
    } else {
        let room = pen.left();
        pen.fit(&forms, room, styles.text);
    }
}

/// The parts, the one that is shown lit, and its order.
fn parts(canvas: &mut Canvas, telling: &Telling, areas: &NarrativeAreas) {
    let styles = canvas.styles;
    let order = match telling.part {
        Part::Lines => telling.order.name(),
        Part::Words => telling.window.name(),
        Part::Published | Part::Told => "by year",
        _ if telling.by_rate => "by rate",
        _ => "by count",
    };
    let mut pen = canvas.pen(areas.parts, 0);
    let wide = pen.left() >= 96;
    for part in Part::ALL {
        let lit = part == telling.part;
        if lit || wide {
            pen.put(part.name(), if lit { styles.selected } else { styles.dim });
            pen.put("  ", styles.text);
        } else {
            let short = part.name().split(' ').next().unwrap_or_default();
            pen.put(short, styles.dim).put(" ", styles.text);
        }
    }
    pen.right(order, styles.key);
}

/// The uses, the term in one column.
fn lines(canvas: &mut Canvas, telling: &Telling, areas: &NarrativeAreas) {
    let app = canvas.app;
    for at in 0..usize::from(areas.rows.height) {
        let index = telling.offset + at;
        let line = telling.line(index).and_then(|one| one.line(&app.corpus, &app.index));
        let Some(line) = line else { break };
        let selected = index == telling.selected;
        draw_line(canvas, &line, selected, (areas, at));
    }
}

fn draw_line(
    canvas: &mut Canvas,
    line: &Line,
    selected: bool,
    (areas, at): (&NarrativeAreas, usize),
) {
    let (app, styles) = (canvas.app, canvas.styles);
    let Some(document) = app.corpus.document(line.document) else { return };
    let base = if selected { styles.selected } else { styles.text };
    let place = format!("¶ {}", document.paragraph(line.keyword.start).0);
    let mut pen = canvas.pen(areas.rows, at);
    if areas.places > 0 {
        let room = areas.places.saturating_sub(glyph::width(&place) + 2);
        let dim = if selected { base } else { styles.dim };
        pen.fit(label::document(document), room, dim).put(" ", base).put(&place, dim);
        pen.fill_to(areas.places, " ", base);
    }
    let words = |span| document.text.words(span);
    let before = tail(words(line.before), areas.left);
    pen.fill_to((areas.places + areas.left).saturating_sub(glyph::width(before)), " ", base);
    pen.put(before, base);
    pen.put(words(line.keyword), base.patch(styles.hit));
    pen.put(words(line.after), base).fill(" ", base);
}

/// The end of words in at most so many cells.
fn tail(words: &str, cells: usize) -> &str {
    let mut over = glyph::width(words).saturating_sub(cells);
    let mut graphemes = words.graphemes(true);
    while over > 0 {
        let Some(grapheme) = graphemes.next() else { break };
        over = over.saturating_sub(glyph::cells(grapheme));
    }
    graphemes.as_str()
}

/// Words that go with the term: counted, expected, how far from chance.
fn words(canvas: &mut Canvas, telling: &Telling, areas: &NarrativeAreas) {
    let (app, styles) = (canvas.app, canvas.styles);
    let name = areas.name.min(28);
    let mut pen = canvas.pen(areas.head, 0);
    let head = format!("{:>9}{:>10}{:>10}{:>12}", "met (O)", "chance E", "G²", "everywhere");
    pen.fit("word", name, styles.dim).put(&head, styles.dim);
    let rows = telling.companions().iter().enumerate().skip(telling.offset);
    for (line, (at, word)) in rows.take(areas.rows.height.into()).enumerate() {
        let base = if at == telling.selected { styles.selected } else { styles.text };
        let mut pen = canvas.pen(areas.rows, line);
        pen.fit(word.word(&app.index), name, base);
        let said = format!(
            "{:>9}{:>10.1}{:>10.1}{:>12}",
            word.observed, word.expected, word.g2, word.everywhere
        );
        pen.put(&said, base);
    }
}

/// How often by document, year or country: uses, words searched, rate and a bar of it.
fn shares(canvas: &mut Canvas, telling: &Telling, areas: &NarrativeAreas) {
    let styles = canvas.styles;
    let rows = telling.rows();
    let most = rows.iter().map(|(_, share)| share.rate()).fold(0.0, f64::max);
    let mut pen = canvas.pen(areas.head, 0);
    let head = format!("{:>8}{:>12}{:>11}  ", "uses", "words", "per 1,000");
    pen.fit(telling.part.name(), areas.name, styles.dim).put(&head, styles.dim);
    let shown = rows.iter().enumerate().skip(telling.offset);
    for (line, (at, (key, share))) in shown.take(areas.rows.height.into()).enumerate() {
        let base = if at == telling.selected { styles.selected } else { styles.text };
        let name = named(canvas, *key);
        let mut pen = canvas.pen(areas.rows, line);
        pen.fit(&name, areas.name, base);
        pen.put(&format!("{:>8}{:>12}{:>11.2}  ", share.uses, share.words, share.rate()), base);
        bar(&mut pen, *share, most, styles.figure);
    }
}

fn named(canvas: &Canvas, key: ShareKey) -> String {
    let year = |year: Option<i32>, none: &str| year.map_or(none.to_owned(), |y| y.to_string());
    match key {
        ShareKey::Document(id) => {
            canvas.app.corpus.document(id).map_or(String::new(), |d| label::document(d).to_owned())
        }
        ShareKey::Published(at) => year(at, "undated"),
        ShareKey::Told(at) => year(at, "no date"),
        ShareKey::Country(None) => "no country".into(),
        ShareKey::Country(Some(country)) => format!("{} {}", country.code(), country.name()),
    }
}

fn bar(pen: &mut Pen, share: Share, most: f64, style: Style) {
    let room = pen.left();
    let cells = if most > 0.0 { (share.rate() / most * room as f64).round() as usize } else { 0 };
    pen.put(&"█".repeat(cells.min(room)), style);
}

/// Where the selected line stands and what is out of sight; of words and counts, how to read them.
fn foot(canvas: &mut Canvas, telling: &Telling, areas: &NarrativeAreas) {
    let (app, styles) = (canvas.app, canvas.styles);
    let height = usize::from(areas.rows.height);
    let count = telling.count();
    let below = count.saturating_sub(telling.offset + height);
    let mut more = Vec::new();
    if telling.offset > 0 {
        more.push(format!("↑ {}", telling.offset));
    }
    if below > 0 {
        more.push(format!("↓ {below}"));
    }
    let rows = if telling.part == Part::Lines { "line" } else { "row" };
    more.push(format!("of {}", label::count(count, rows)));
    let more = more.join("  ");
    let line = telling.line(telling.selected).filter(|_| telling.part == Part::Lines);
    let line = line.and_then(|one| one.line(&app.corpus, &app.index));
    let said = match (telling.part, line) {
        (Part::Lines, Some(line)) => {
            app.corpus.document(line.document).map_or(String::new(), |d| {
                let citation = Citation::of(d, line.sentence);
                format!("{}, {}: {}", label::document(d), citation.dated(), citation.place())
            })
        }
        (Part::Lines, None) => String::new(),
        (Part::Words, _) => {
            "derived: Dunning’s G²; 3.84 is met by chance once in 20 words, 10.83 once in 1,000; \
                             at least 3 together; Enter shows the lines"
                .into()
        }
        (Part::Published, _) => {
            "by the year each document was published; words: those of its documents".into()
        }
        (Part::Told, _) => {
            "by the years of the dates in the sentence; Enter narrows the lens to the year".into()
        }
        (Part::Countries, _) => {
            "by the countries that the sentence names; Enter narrows the lens to the country".into()
        }
        (Part::Documents, _) => silent(telling),
    };
    let mut pen = canvas.pen(areas.foot, 0);
    let room = pen.left().saturating_sub(glyph::width(&more) + 2);
    pen.fit(&said, room, styles.dim);
    pen.right(&more, styles.key);
}

fn silent(telling: &Telling) -> String {
    let silent = telling.narrative.as_ref().map_or(0, |narrative| narrative.shares.silent);
    match silent {
        0 => "every document searched uses it; Enter opens the document".into(),
        _ => {
            format!("{} without a use; Enter opens the document", label::count(silent, "document"))
        }
    }
}
