//! ```text
//! ─────────────────────────────────────────────────────
//! 440 · Kazakhstani recruits turned back                  number by year
//! no period stated · KZ (by name)                         ▆▆▆▆▆ █████
//! ✓ adds up: 136 + 151 + 91 + 62                          █136█ █151█ █91██ █62██
//! During the last four years, 440 recruits …              2014  2015  2016  2017
//! Border Review · § Recruits, ¶ 6, line 15
//! ```
//!
//! The selected figure in full: as written and as a number, what it adds up to, what is newer or said otherwise, what is
//! computed of it, its sentence and where that stands.

use super::chart::{self, written};
use super::reader::marked;
use crate::app::{App, label};
use crate::model::{Document, Indicator, IndicatorId};
use crate::query::Citation;
use crate::query::figures::{Derived, Figures, Formula, Total, change};
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

/// The least columns that words and chart share side by side.
const SHARED: u16 = 68;

/// Draws the selected figure.
pub(super) fn detail(canvas: &mut Canvas) {
    let (app, area, styles) = (canvas.app, canvas.areas.detail, canvas.styles);
    let Some(id) = app.selected_indicator().filter(|_| area.height > 2) else { return };
    let Some(row) = app.corpus.indicators.get(id.index()) else { return };
    let Some(document) = app.corpus.document(row.document) else { return };
    canvas.pen(area, 0).fill("─", styles.dim);
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let figures = app.indicators.figures.as_deref();
    let own = figures.and_then(|figures| figures.series(&app.corpus, id));
    let series = own.or_else(|| app.longest_series(id));
    let side = body.width >= SHARED && body.height >= chart::ROWS;
    let words = match series {
        Some(series) if side => {
            let half = body.width * 9 / 20;
            let right = Rect { x: body.x + body.width - half, width: half, ..body };
            chart::draw(canvas, right, series, id);
            Rect { width: body.width - half - 2, ..body }
        }
        Some(series) if body.height >= 2 * chart::ROWS + 3 => {
            let top = Rect { height: body.height - chart::ROWS - 2, ..body };
            let bottom = Rect { y: top.bottom(), height: body.height - top.height, ..body };
            chart::draw(canvas, bottom, series, id);
            top
        }
        _ => body,
    };
    told(canvas, words, (id, row, document));
}

/// The facts, the sentence, and where it stands.
fn told(
    canvas: &mut Canvas,
    area: Rect,
    (id, row, document): (IndicatorId, &Indicator, &Document),
) {
    let (app, styles) = (canvas.app, canvas.styles);
    let sentence = document.text.sentence_at(row.number.start);
    let sentence = sentence.and_then(|at| document.text.sentences.get(at)).copied();
    let sentence = sentence.unwrap_or(row.clause);
    let room = usize::from(area.width);
    let facts = facts(app, id, row, document);
    // The sentence keeps two rows, the place one.
    let most = usize::from(area.height.saturating_sub(3)).clamp(1, facts.len().max(1));
    for (line, fact) in facts.iter().take(most).enumerate() {
        let style = if line == 0 { styles.heading } else { styles.mode };
        canvas.pen(area, line).fit(fact, room, if line == 1 { styles.text } else { style });
    }
    let top = area.y + most as u16;
    let bottom = area.bottom().saturating_sub(1);
    let body = Rect { y: top, height: bottom.saturating_sub(top), ..area };
    marked(canvas, body, row.document, sentence);
    if bottom > top {
        let place = Citation::of(document, sentence).place();
        let place = format!("{} · {place}", label::document(document));
        let last = Rect { y: bottom, height: 1, ..area };
        canvas.pen(last, 0).fit(&place, room, styles.dim);
    }
}

/// What is said of a figure, the most important first.
fn facts(app: &App, id: IndicatorId, row: &Indicator, document: &Document) -> Vec<String> {
    let mut facts = vec![value(app, row, document)];
    let marks = app.indicators.figures.as_deref().map(|figures| beside(app, figures, id));
    let setting = setting(app, row);
    let marks = marks.unwrap_or_default();
    facts.push(setting);
    facts.extend(marks);
    facts
}

/// "over 2.7 million = 2,700,000 · students".
fn value(app: &App, row: &Indicator, document: &Document) -> String {
    let said = written(app, row);
    let number = label::number(row.value);
    let unit = app.corpus.string(row.unit);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let plain = digits(document.text.words(row.number)) == digits(&number);
    let mut value = if plain { said } else { format!("{said} = {number}") };
    if !unit.is_empty() {
        value = format!("{value} [{unit}]");
    }
    format!("{value} · {}", app.corpus.string(row.name))
}

/// "2016 · KZ (by name) · 9.9 years old today".
fn setting(app: &App, row: &Indicator) -> String {
    let period = app.corpus.string(row.edtf);
    let mut parts = vec![match period {
        "" => "no period stated".to_owned(),
        period => label::edtf(period),
    }];
    parts.extend(
        row.country.map(|(country, via)| format!("{} (by {})", country.code(), via.name())),
    );
    parts.extend(app.age(row).map(label::age));
    parts.join(" · ")
}

/// What other figures say of one.
fn beside(app: &App, figures: &Figures, id: IndicatorId) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(figures.total(id).map(|total| sum(app, total)));
    for other in figures.conflicts(id) {
        let Some(row) = app.corpus.indicators.get(other.index()) else { continue };
        let document = app.corpus.document(row.document).map_or("", label::document);
        said.push(format!("! otherwise: {} in {document}", written(app, row)));
    }
    if let Some(total) = figures.part_of(id) {
        said.push(format!("part of {}", point(app, total.total)));
    }
    if let Some(newest) = figures.superseded_by(id) {
        said.push(format!("↑ newer: {}", point(app, newest)));
    }
    let series = figures.series(&app.corpus, id);
    let changes = series.map(|series| change(&app.corpus, series)).unwrap_or_default();
    if let Some(derived) = changes.first() {
        said.push(changed(app, derived, changes.get(1)));
    }
    let own = figures.derived(id).iter().filter(|derived| derived.operands.contains(&id));
    said.extend(own.map(|derived| computed(app, derived)));
    said
}

/// "62 (2017)".
fn point(app: &App, id: IndicatorId) -> String {
    let Some(row) = app.corpus.indicators.get(id.index()) else { return String::new() };
    let period = app.corpus.string(row.edtf);
    let period =
        if period.is_empty() { String::new() } else { format!(" ({})", label::edtf(period)) };
    format!("{}{period}", written(app, row))
}

/// "✓ adds up: 136 + 151 + 91 + 62", or by what it is off.
fn sum(app: &App, total: &Total) -> String {
    let row = |id: &IndicatorId| app.corpus.indicators.get(id.index());
    let parts: Vec<String> = total.parts.iter().filter_map(row).map(|r| written(app, r)).collect();
    let parts = parts.join(" + ");
    if total.agrees {
        return format!("✓ adds up: {parts}");
    }
    let stated = row(&total.total).map_or_else(String::new, |row| written(app, row));
    format!("≠ stated {stated}, parts add up to {}: {parts}", label::number(total.sum))
}

/// "∆ computed −74 (−54.4%) from 2014 to 2017".
fn changed(app: &App, derived: &Derived, growth: Option<&Derived>) -> String {
    let growth = growth.map_or_else(String::new, |d| {
        format!(" ({}{}%)", label::bound(d.qualifier), label::computed(d.value))
    });
    let period = |id: IndicatorId| {
        let row = app.corpus.indicators.get(id.index());
        row.map_or_else(String::new, |row| label::edtf(app.corpus.string(row.edtf)))
    };
    let [from, to] = derived.operands.map(period);
    let bound = label::bound(derived.qualifier);
    format!("∆ computed {bound}{}{growth} from {from} to {to}", label::computed(derived.value))
}

/// "∆ computed share 78.9% of 15 and 19".
fn computed(app: &App, derived: &Derived) -> String {
    let said = |id: IndicatorId| {
        let row = app.corpus.indicators.get(id.index());
        row.map_or_else(String::new, |row| written(app, row))
    };
    let [one, other] = derived.operands.map(said);
    let (name, unit) = match derived.formula {
        Formula::Share => ("share", "%"),
        Formula::Ratio => ("ratio", ""),
        Formula::Net => ("net", ""),
        Formula::Change | Formula::Growth => ("change", ""),
    };
    let bound = label::bound(derived.qualifier);
    format!(
        "∆ computed {name} {bound}{}{unit} of {one} and {other}",
        label::computed(derived.value)
    )
}
