//! ```text
//! ━ 3 Events 14 of 63 ━ 4 Indicators 9 of 42 ━ 5 Assessments 31 ━━━━ 1/14 ━
//! ```
//!
//! The title row of the lists of findings, one of which is on the screen: each with what the lens leaves of it.

use super::{assessments, events, indicators};
use crate::app::pane::Sort;
use crate::app::{App, Pane, glyph};
use crate::ui::canvas::Canvas;

/// Draws the list of findings that is on the screen under the names of all.
pub(in crate::ui) fn findings(canvas: &mut Canvas) {
    if canvas.areas.findings.is_empty() {
        return;
    }
    title(canvas);
    match canvas.app.findings {
        Pane::Indicators => indicators::indicators(canvas),
        Pane::Assessments => assessments::assessments(canvas),
        _ => events::events(canvas),
    }
}

fn title(canvas: &mut Canvas) {
    let app = canvas.app;
    let counts = app.view.counts;
    let lists = [
        (Pane::Events, "3 Events", counts.events_shown, counts.events_total),
        (Pane::Indicators, "4 Indicators", counts.indicators_shown, counts.indicators_total),
        (Pane::Assessments, "5 Assessments", counts.assessments_shown, counts.assessments_total),
    ];
    let told = |name: &str, shown: usize, total: usize| {
        if shown == total {
            format!("{name} {total}")
        } else {
            format!("{name} {shown} of {total}")
        }
    };
    let note = position(app);
    let room = usize::from(canvas.areas.findings.width).saturating_sub(glyph::width(&note) + 6);
    let full: Vec<String> = lists.iter().map(|(_, name, n, of)| told(name, *n, *of)).collect();
    let names: Vec<String> = lists.iter().map(|(_, name, ..)| (*name).to_owned()).collect();
    let width = |titles: &[String]| titles.iter().map(|t| glyph::width(t) + 3).sum::<usize>();
    let here = lists.iter().position(|(pane, ..)| *pane == app.findings).unwrap_or(0);
    // Where they do not all fit, the others lose their counts first, then their words.
    let shorter = |others: &dyn Fn(usize) -> Option<String>| -> Vec<String> {
        let titles = full.iter().enumerate();
        titles
            .map(|(at, t)| if at == here { t.clone() } else { others(at).unwrap_or_default() })
            .collect()
    };
    let wordy = shorter(&|at| names.get(at).cloned());
    let digits = shorter(&|at| names.get(at)?.get(..1).map(str::to_owned));
    let titles = [full.clone(), wordy].into_iter().find(|t| width(t) <= room).unwrap_or(digits);
    let tabs: Vec<(Pane, String)> = lists.iter().map(|l| l.0).zip(titles).collect();
    canvas.tabs(canvas.areas.findings, &tabs, &note);
}

/// Which row is selected, of how many.
fn position(app: &App) -> String {
    let (at, of) = match app.findings {
        Pane::Indicators => (app.indicators.rows.selected, app.indicators.lines.len()),
        Pane::Assessments => (app.assessments.rows.selected, app.assessments.listed.len()),
        _ => (app.events.selected, app.view.events.len()),
    };
    let only = app.assessments.only.filter(|_| app.findings == Pane::Assessments);
    let only = only.map_or(String::new(), |kind| format!("{} only · ", kind.name()));
    let sort = app.indicators.sort;
    let sorted = app.findings == Pane::Indicators && sort != Sort::default();
    let order = if sorted { format!("by {} · ", sort.word()) } else { String::new() };
    if of > 0 { format!("{only}{order}{}/{of}", at + 1) } else { String::new() }
}
