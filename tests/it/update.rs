//! Key scripts and the states they lead to: stories of one user each, and the law of the command table.

use crate::support::{actions, figures as support_figures, keys, loaded, script, started};
use bluf::app::command::{self, Context};
use bluf::app::overlay::{Dial, Overlay, Part, Telling};
use bluf::app::pane::{Item, Kind, Order, Sort};
use bluf::app::{App, Effect, Key, Message, Mouse, Pane, geometry, update};
use bluf::query::narrative;
use bluf::query::{Index, Lens};
use pretty_assertions::assert_eq;
use ratatui::layout::Size;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A script, and what must be true after it, on 120 by 40 cells.
type Story = (&'static str, fn(&App));

const STORIES: &[Story] = &[
    ("j j k <down> <up>", |app| assert_eq!(selected(app), "Fishermen of Kazakhstan moved away")),
    ("G", |app| assert_eq!(selected(app), MONDAY, "what is undated comes last")),
    ("G gg", |app| assert_eq!(selected(app), "Programmes to train border guards")),
    ("<ctrl-d>", |app| assert!(app.events.selected > 1)),
    ("<ctrl-d> <ctrl-u> <ctrl-f> <ctrl-b>", |app| assert_eq!(app.events.selected, 0)),
    ("<tab>", |app| assert_eq!(app.focus, Pane::Documents)),
    ("<shift-tab>", |app| assert_eq!(app.focus, Pane::Reader)),
    ("1", |app| assert_eq!((app.focus, app.list), (Pane::Documents, Pane::Documents))),
    ("4", |app| assert_eq!((app.focus, app.findings), (Pane::Indicators, Pane::Indicators))),
    ("5", |app| assert_eq!((app.focus, app.findings), (Pane::Assessments, Pane::Assessments))),
    ("4 s s", |app| assert_eq!(app.indicators.sort, Sort::Country)),
    ("5 i", |app| {
        let kind = |app: &App| app.corpus.assessment(app.assessments.selected()?).map(|a| a.1.kind);
        assert!(app.assessments.only.is_some());
        assert_eq!(app.assessments.only, kind(app));
    }),
    ("5 i i", |app| assert_eq!(app.assessments.listed, app.view.assessments)),
    ("5 %", |app| assert_eq!(app.assessments.scale().map(|s| s.title.as_str()), Some("PHIA"))),
    ("5 % % % %", |app| assert_eq!(app.assessments.scale, 0)),
    ("5 s", |app| assert_eq!(app.assessments.order, Order::Kind)),
    ("5 s s s", |app| assert_eq!(app.assessments.order, Order::Place)),
    ("5 l", |app| assert_eq!(app.focus, Pane::Reader)),
    ("5 <enter>", |app| assert!(matches!(app.overlay, Some(Overlay::Card(_))))),
    ("B", |app| assert!(matches!(app.overlay, Some(Overlay::Brief(_))))),
    ("B j j a", |app| match &app.overlay {
        Some(Overlay::Brief(sheet)) => assert!(sheet.whole && sheet.brief.quotes() > 5),
        _ => panic!("no brief"),
    }),
    ("B j <enter>", |app| assert!(matches!(app.overlay, Some(Overlay::Card(_))))),
    ("B j <enter> <esc>", |app| assert!(matches!(app.overlay, Some(Overlay::Brief(_))))),
    ("B y", |app| assert!(app.notice.as_deref().is_some_and(|n| n.contains("plain text")))),
    ("B Y", |app| assert!(app.notice.as_deref().is_some_and(|n| n.contains("Markdown")))),
    ("B <esc>", |app| assert!(app.overlay.is_none())),
    ("5 3", |app| assert_eq!((app.focus, app.findings), (Pane::Events, Pane::Events))),
    ("4 <tab> <tab> <tab>", |app| assert_eq!(app.focus, Pane::Indicators)),
    ("1 2 h", |app| assert_eq!(app.focus, Pane::Documents)),
    ("3 l", |app| assert_eq!(app.focus, Pane::Reader)),
    ("2 G", |app| assert_eq!(lit(app), "• Kazakhstan did not sign in 2024.")),
    ("2 G gg", |app| assert_eq!(lit(app), "Borders and Security in the Steppe")),
    ("3 =", |app| {
        assert_eq!(app.notice.as_deref(), Some("single report: no other tells of this happening"));
    }),
    ("z", |app| assert!(app.zoomed)),
    ("z <esc>", |app| assert!(!app.zoomed)),
    ("G k l", |app| {
        assert_eq!(lit(app), "It was agreed to meet again in 2026.");
        assert_eq!(app.focus, Pane::Reader);
    }),
    ("1 j <enter>", |app| assert_eq!(lit(app), "Water between Neighbours")),
    ("1 j j j j <enter>", |app| assert_eq!(lit(app), "Background")),
    ("o", |app| assert_eq!(app.documents.selected, Item::Section(0))),
    ("] o j <enter>", |app| assert_eq!(lit(app), "Outlook")),
    ("] ]", |app| assert_eq!(lit(app), "Outlook")),
    ("] ] ]", |app| assert_eq!(app.notice.as_deref(), Some("last section"))),
    ("] ] ) [", |app| assert_eq!(lit(app), "Outlook")),
    ("] ] [", |app| assert_eq!(lit(app), "Background")),
    ("} }", |app| assert_eq!(lit(app), "Background")),
    ("} } } ) {", |app| assert_eq!(lit(app), "Since 2018 the five states have met every year.")),
    (") (", |app| assert_eq!(lit(app), "Borders and Security in the Steppe")),
    ("G k l R", |app| {
        assert!(app.reader.raw);
        assert_eq!(lit(app), "It was agreed to meet again in 2026.");
    }),
    ("R R", |app| assert!(!app.reader.raw)),
    ("R <esc>", |app| assert!(!app.reader.raw)),
    ("f", |app| assert!(!app.reader.folded)),
    ("K", |app| {
        assert_eq!(app.notice.as_deref(), Some("no acronym or name in this sentence"));
    }),
    ("/ tajik <enter>", |app| {
        assert_eq!(app.view.counts.events_shown, 4, "two by word, two by country");
        assert!(app.overlay.is_none());
        assert_eq!(app.focus, Pane::Events);
    }),
    ("/ tajik <esc>", |app| {
        assert!(app.lens.is_empty());
        assert_eq!(lit(app), "Borders and Security in the Steppe");
    }),
    ("/ agreement <down> <ctrl-n> <up> <ctrl-p> <ctrl-n>", |app| {
        assert_eq!(app.events.selected, 1, "arrows move the list while one types");
    }),
    ("c kaz <enter>", |app| assert_eq!(codes(app), "KZ")),
    ("c <enter>", |app| assert!(app.lens.is_empty(), "Enter alone picks nothing")),
    ("c <down> <enter>", |app| assert_eq!(codes(app), "TJ")),
    ("c taj <tab> uzb <tab> <enter>", |app| assert_eq!(codes(app), "TJ or UZ")),
    ("c dushanbe <enter>", |app| assert_eq!(codes(app), "TJ")),
    ("2 <esc>", |app| assert_eq!(app.focus, Pane::Events)),
    ("c <tab> <tab> <ctrl-t> <enter>", |app| {
        assert_eq!(app.lens.countries.countries.len(), 2);
        assert!(app.lens.countries.all);
    }),
    ("c <tab> <tab> <ctrl-x> <enter>", |app| assert!(app.lens.is_empty())),
    ("c <tab> <esc>", |app| assert!(app.lens.is_empty())),
    ("c <pagedown> <pageup>", |app| assert!(matches!(app.overlay, Some(Overlay::Countries(_))))),
    ("d 2025 <enter>", |app| assert_eq!(app.view.counts.events_shown, 4)),
    ("d 2025 <enter> d <ctrl-u> <enter>", |app| assert!(app.lens.is_empty())),
    ("d soon", |app| {
        let Some(Overlay::Dates(prompt)) = &app.overlay else { panic!("the prompt is gone") };
        assert!(prompt.error.is_some());
    }),
    ("d soon <enter>", |app| assert!(app.overlay.is_some(), "what is no date is not kept")),
    ("d 2025 <enter> x", |app| assert!(app.lens.is_empty())),
    ("d 2025 <enter> x x", |app| assert!(app.lens.dates.is_some(), "x twice brings it back")),
    ("/ caspian <enter> n", |app| assert_eq!(lit(app), CASPIAN)),
    ("/ caspian <enter> n", |app| {
        let note = app.notice.as_deref();
        assert!(note.is_some_and(|n| n.contains("from the first")), "{note:?}");
    }),
    ("2 / tajikistan <enter> n n N", |app| {
        assert!(lit(app).starts_with("In March 2025"), "{}", lit(app));
    }),
    ("n", |app| assert!(app.notice.as_deref().is_some_and(|n| n.starts_with("no hits")))),
    ("G k l <ctrl-o>", |app| {
        assert_eq!(lit(app), "It was agreed to meet again in 2026.");
        assert_eq!(app.focus, Pane::Events);
    }),
    ("G k l <ctrl-o> <alt-o>", |app| {
        assert_eq!(lit(app), "It was agreed to meet again in 2026.");
        assert_eq!(app.focus, Pane::Reader);
    }),
    ("j", |app| assert_eq!(lit(app), "Fishermen of Kazakhstan moved away in the 1990s.")),
    ("j 1 <enter>", |app| assert_eq!(lit(app), "Borders and Security in the Steppe")),
    ("2 ) ) 3 j 1 <enter>", |app| assert_eq!(lit(app), "Background")),
    ("2 ) ) 3 G / caspian <esc> 1 <enter>", |app| assert_eq!(lit(app), "Background")),
    ("/ caspian", |app| assert_eq!(lit(app), CASPIAN)),
    ("G c taj <enter>", |app| assert!(lit(app).starts_with("On Monday"), "{}", lit(app))),
    ("d 2024 <enter> j j", |app| assert_eq!(lit(app), "• Kazakhstan did not sign in 2024.")),
    ("d 2024 <esc>", |app| assert_eq!(lit(app), "Borders and Security in the Steppe")),
    ("j k j", |app| assert!(!app.history.can_go_back(), "looking through a list is no jump")),
    ("2 / met <enter> n n n <ctrl-o> <ctrl-o>", |app| {
        assert_eq!(lit(app), "Borders and Security in the Steppe", "a run of n is one step back");
    }),
    ("<space>", |app| assert!(matches!(app.overlay, Some(Overlay::Palette(_))))),
    ("<ctrl-p> border <esc>", |app| {
        assert!(app.overlay.is_none());
        assert_eq!(lit(app), "Borders and Security in the Steppe", "nothing has moved");
    }),
    ("<space> agreed <space> 2026 <enter>", |app| {
        assert_eq!(card(app), "It was agreed to meet again in 2026.");
    }),
    ("<space> agreed1", |app| {
        assert_eq!(
            card(app),
            "It was agreed to meet again in 2026.",
            "a digit behind a word takes a row"
        );
    }),
    ("<space> agreed <alt-1>", |app| assert_eq!(card(app), "It was agreed to meet again in 2026.")),
    ("<space> agreed <enter> <enter>", |app| {
        assert!(app.overlay.is_none());
        assert_eq!(app.focus, Pane::Reader);
        assert_eq!(lit(app), "It was agreed to meet again in 2026.");
    }),
    ("<space> agreed <enter> <esc>", |app| {
        assert!(matches!(app.overlay, Some(Overlay::Palette(_))), "the list comes back");
    }),
    ("<space> agreed <esc> <space> <space>", |app| {
        let Some(Overlay::Palette(palette)) = &app.overlay else { panic!("no lookup") };
        assert_eq!(palette.field.text(), "agreed", "the last lookup, with its rows");
        assert!(palette.listing && !palette.picks().is_empty());
    }),
    ("<space> agreed <esc> <space> <space> 1", |app| {
        assert_eq!(
            card(app),
            "It was agreed to meet again in 2026.",
            "in the list a digit takes a row"
        );
    }),
    ("<space> 2024", |app| {
        let Some(Overlay::Palette(palette)) = &app.overlay else { panic!("a year is typed") };
        assert_eq!(palette.field.text(), "2024");
    }),
    ("<space> kazakhstan <enter>", |app| assert_eq!(codes(app), "KZ", "a country is a lens")),
    ("<space> zoom <enter>", |app| assert!(app.zoomed, "a command is run")),
    ("<space> >raw <enter>", |app| assert!(app.reader.raw)),
    ("<space> 2024 <tab> <ctrl-t>", |app| {
        let Some(Overlay::Palette(palette)) = &app.overlay else { panic!("no lookup") };
        let answer = palette.answer.as_ref().unwrap();
        assert_eq!(answer.question.parts[0].role, bluf::query::lookup::Role::Word);
    }),
    ("G k <enter>", |app| assert_eq!(card(app), "It was agreed to meet again in 2026.")),
    ("2 <enter>", |app| assert_eq!(card(app), "Borders and Security in the Steppe")),
    ("G k <enter> <tab>", |app| assert_eq!(app.dial, Dial::Full)),
    ("G k <enter> .", |app| {
        assert!(matches!(&app.overlay, Some(Overlay::Card(card)) if card.proof));
    }),
    ("G k <enter> R", |app| assert!(app.reader.raw && app.overlay.is_none())),
    ("G k k <enter> n", |app| assert_eq!(card(app), "It was agreed to meet again in 2026.")),
    ("G k <enter> N n", |app| assert_eq!(card(app), "It was agreed to meet again in 2026.")),
    ("G k <enter> j k", |app| assert!(app.overlay.is_some())),
    ("G k <enter> Y", |app| assert!(app.notice.as_deref().unwrap().contains("Markdown"))),
    ("G k <enter> y <esc>", |app| assert!(app.overlay.is_none())),
    ("<ctrl-g>", |app| assert!(app.notice.is_some(), "no rehearsal is on")),
    ("3 G k w", |app| {
        assert_eq!(app.looks_around().unwrap().told(), "± 30 days around 2026");
        assert_eq!(lit(app), "It was agreed to meet again in 2026.", "the event stays selected");
    }),
    ("3 G k w w", |app| {
        assert!(app.lens.is_empty() && app.around.is_none());
        assert_eq!(selected(app), "agreed to meet again");
    }),
    ("c uzb <enter> G k w <esc>", |app| assert_eq!(codes(app), "UZ", "the lens before is back")),
    ("3 G k w + + +", |app| {
        assert_eq!(app.looks_around().unwrap().days, 365);
        assert_eq!(app.notice.as_deref(), Some("no wider than a year"));
    }),
    ("3 G k w - -", |app| {
        assert_eq!(app.lens.dates.as_ref().unwrap().typed, "2025-12-31..2027-01-01");
    }),
    ("3 G k w c kaz <enter> +", |app| {
        assert_eq!(codes(app), "KZ", "what is asked of the days around stays while they change");
        assert_eq!(app.looks_around().unwrap().days, 90);
    }),
    ("c uzb <enter> G k w x x", |app| {
        assert_eq!(codes(app), "UZ", "x clears all, x brings it back");
    }),
    ("3 G k w d <ctrl-u> 2025 <enter>", |app| {
        assert!(app.looks_around().is_none(), "other dates are another lens");
    }),
    ("3 G w", |app| {
        let said = app.notice.as_deref().unwrap();
        assert!(said.contains("“Monday”") && app.lens.is_empty(), "{said}");
    }),
    ("3 G k <enter> w", |app| {
        assert!(app.overlay.is_none() && app.looks_around().is_some());
        assert_eq!(app.focus, Pane::Events);
    }),
    ("3 G k <enter> w <esc>", |app| {
        assert_eq!(card(app), "It was agreed to meet again in 2026.", "the card is back");
    }),
    ("+ -", |app| assert!(app.notice.as_deref().unwrap().contains("w on an event"))),
    ("C", |app| assert_eq!(survey(app).selected().0.unwrap().name(), "Kazakhstan")),
    ("C z <left> l h <enter>", |app| {
        assert!(app.overlay.is_none() && app.lens.dates.is_some());
        assert_eq!(app.focus, Pane::Events);
    }),
    ("C gg <enter>", |app| {
        assert!(app.lens.countries.is_empty() && app.lens.dates.is_some(), "a head is a year");
    }),
    ("C z <left> <left> <left> <left> <left> <left> <left> <left> <enter>", |app| {
        assert_eq!(codes(app), "KZ", "a head is a country");
        assert!(app.lens.dates.is_none());
    }),
    ("C <enter> C", |app| {
        assert!(survey(app).lens.is_empty(), "the table comes back as it was left");
        assert_eq!(codes(app), "KZ", "while the lens is still the cell's");
    }),
    ("/ met <enter> C <enter>", |app| {
        assert_eq!(app.lens.text.typed, "met", "the words of the lens stay");
    }),
    ("C <tab>", |app| assert_eq!(survey(app).measure, bluf::query::Measure::Figures)),
    ("C j G k <ctrl-u> <ctrl-d> <home> <esc>", |app| {
        assert!(app.overlay.is_none() && app.lens.is_empty(), "Escape changes nothing");
    }),
    ("V", |app| assert_eq!(compared(app), ["KZ", "TJ"])),
    ("c uzb <tab> kaz <tab> <enter> V", |app| {
        assert_eq!(compared(app), ["KZ", "UZ"], "those of the lens");
    }),
    ("V l c kaz <enter> <esc> V", |app| {
        assert_eq!(compared(app), ["TJ", "KZ"], "those chosen last");
        assert!(app.lens.is_empty());
    }),
    ("V c kaz <esc>", |app| assert_eq!(compared(app), ["KZ", "TJ"])),
    ("V h gg N n <enter> n <esc>", |app| assert_eq!(compared(app), ["KZ", "TJ"])),
    ("V l G j k <enter>", |app| assert!(app.overlay.is_some())),
    ("S", |app| assert!(matches!(app.overlay, Some(Overlay::Board(_))))),
    ("S <esc>", |app| assert!(app.overlay.is_none())),
    ("S n troops <enter>", |app| assert_eq!(sign(app).text, "troops")),
    ("S n <enter> a", |app| {
        assert!(app.watch.kept.register.signposts.is_empty());
        assert!(app.notice.as_deref().unwrap().contains("only what stands in a document"));
    }),
    ("S n troops <enter> e <ctrl-u> tanks <enter> p war <enter> t ten <enter>", |app| {
        assert_eq!((&*sign(app).text, &*sign(app).scenario), ("tanks", "war"));
        assert_eq!(sign(app).threshold, "ten");
    }),
    ("S n troops <enter> <space> <space> u", |app| {
        assert_eq!(sign(app).state, bluf::signposts::State::Emerging);
    }),
    ("S u", |app| assert!(app.notice.as_deref().unwrap().contains("nothing to take back"))),
    ("S n troops <enter> d y", |app| assert!(app.watch.kept.register.signposts.is_empty())),
    ("S n troops <enter> d y u", |app| assert_eq!(sign(app).text, "troops")),
    ("S n troops <enter> d <esc> y", |app| assert_eq!(sign(app).text, "troops")),
    ("S n troops <enter> p war <enter> r 1 0 2 <backspace> 3 4 5", |app| {
        assert_eq!(sign(app).rating("war"), Some(bluf::signposts::Rating::HighlyUnlikely));
    }),
    ("S n troops <enter> r", |app| assert!(app.notice.as_deref().unwrap().contains("no scenario"))),
    ("S n troops <enter> p war <enter> r <esc> s s", |app| {
        let Some(Overlay::Board(board)) = &app.overlay else { panic!("no board") };
        assert!(board.scenario.is_none(), "Escape leaves the ratings, not the board");
        assert_eq!(board.order, bluf::app::overlay::Order::Diagnosticity);
    }),
    ("3 G k S n troops <enter> o seen <enter>", |app| {
        let seen = sign(app).observations.first().unwrap();
        assert_eq!((&*seen.date, &*seen.note), ("2026", "seen"));
        assert_eq!(seen.cited.as_ref().unwrap().quote, "It was agreed to meet again in 2026.");
    }),
    ("3 G k S n troops <enter> o <enter> <enter>", |app| {
        assert_eq!(card(app), "It was agreed to meet again in 2026.");
    }),
    ("3 G k S n troops <enter> o <enter> <enter> <esc>", |app| {
        assert!(matches!(app.overlay, Some(Overlay::Board(_))), "the board comes back");
    }),
    ("1 S n troops <enter> o", |app| assert!(app.notice.as_deref().unwrap().contains("no event"))),
    ("S n troops <enter> <enter>", |app| {
        assert!(app.notice.as_deref().unwrap().contains("stands behind"));
    }),
    ("t fell", |app| assert_eq!(told(app).lines.len(), 1, "a term is counted as it is typed")),
    ("/ caspian <enter> t", |app| assert_eq!(told(app).field.text(), "caspian")),
    ("t met <tab>", |app| assert_eq!(told(app).part, Part::Words)),
    ("t met <shift-tab> <ctrl-s>", |app| {
        assert_eq!((told(app).part, told(app).by_rate), (Part::Countries, true));
    }),
    ("t met <ctrl-s>", |app| assert_eq!(told(app).order, narrative::Order::Right)),
    ("t 'fell <enter>", |app| assert_eq!(lit(app), CASPIAN)),
    ("t 'fell <enter> t", |app| assert_eq!(told(app).field.text(), "'fell", "it comes back")),
    ("t met <tab> <tab> <enter>", |app| {
        assert_eq!(app.document().unwrap().name(), "borders", "a row of counts opens its document");
    }),
    ("t met <shift-tab> <enter>", |app| {
        assert_eq!((codes(app).as_str(), told(app).part), ("TJ", Part::Lines));
    }),
    ("T", |app| {
        let no = "no table here that could be put together with certainty";
        assert_eq!(app.notice.as_deref(), Some(no));
    }),
    ("1 j <enter> T", |app| assert_eq!(sheet(app), (0, 0, 0))),
    ("1 j <enter> T n l", |app| assert_eq!(sheet(app), (1, 0, 1))),
    ("1 j <enter> T n n", |app| {
        assert_eq!(app.notice.as_deref(), Some("the last table of the document"));
    }),
    ("1 j <enter> T n N", |app| assert_eq!(sheet(app), (0, 0, 0))),
    ("1 j <enter> T n l <enter>", |app| {
        assert_eq!(lit(app), "Fishermen of Kazakhstan moved away in the 1990s.");
    }),
    ("? zoom <enter>", |app| assert!(app.zoomed, "help runs what was picked")),
    ("/ met <f1> <esc>", |app| assert!(matches!(app.overlay, Some(Overlay::Find(_))))),
    ("! <esc>", |app| assert!(app.overlay.is_none())),
    ("<esc> <esc> <esc>", |app| assert_eq!(app.focus, Pane::Events)),
    ("<ctrl-l>", |_| {}),
    ("<ctrl-z>", |_| {}),
    ("q", |_| {}),
    ("/ foo <ctrl-c>", |_| {}),
    ("g z", |app| assert!(app.zoomed, "a key that breaks a sequence is not lost")),
];

const MONDAY: &str = "the ministers of Tajikistan met again";
const CASPIAN: &str = "Between 2011 and 2012 the Caspian fell by 7 centimetres.";

fn selected(app: &App) -> String {
    let event = app.corpus.event(app.view.events[app.events.selected]).unwrap();
    app.corpus.title(event)
}

fn lit(app: &App) -> &str {
    let document = app.document().unwrap();
    document.text.words(app.reader.lit(document).unwrap())
}

/// The sentence of the card over the panes.
fn card(app: &App) -> &str {
    let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card: {:?}", app.notice) };
    app.corpus.document(card.document).unwrap().text.words(card.sentence)
}

/// The last of the analyst's own signs.
fn sign(app: &App) -> &bluf::signposts::Signpost {
    app.watch.kept.register.signposts.last().unwrap_or_else(|| panic!("no sign: {:?}", app.notice))
}

/// The table over the panes: which one, row and column.
fn sheet(app: &App) -> (usize, usize, usize) {
    let Some(Overlay::Sheet(sheet)) = &app.overlay else { panic!("no table") };
    (sheet.table, sheet.row, sheet.column)
}

/// The narrative over the panes.
fn told(app: &App) -> &Telling {
    let Some(Overlay::Narrative(telling)) = &app.overlay else { panic!("no narrative") };
    telling
}

fn survey(app: &App) -> &bluf::app::overlay::Survey {
    let Some(Overlay::Coverage(survey)) = &app.overlay else { panic!("no table") };
    survey
}

/// The countries side by side.
fn compared(app: &App) -> [&str; 2] {
    let Some(Overlay::Compare(pair)) = &app.overlay else { panic!("nothing is compared") };
    let [left, right] = &pair.comparison.countries;
    [left.code(), right.code()]
}

fn codes(app: &App) -> String {
    app.lens.countries.to_string()
}

#[test]
fn every_story_ends_as_told() {
    let mut failed: Vec<&str> = Vec::new();
    for (keys, check) in STORIES {
        let mut app = started(120, 40);
        script(&mut app, keys);
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&app)));
        failed.extend(told.is_err().then_some(keys));
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_command_is_pressed_in_a_story() {
    let mut pressed = BTreeSet::new();
    for (keys, _) in STORIES {
        pressed.extend(actions(&mut started(120, 40), keys).iter().map(|a| format!("{a:?}")));
    }
    let all: BTreeSet<String> =
        command::table().iter().map(|c| format!("{:?}", c.action)).collect();
    assert_eq!(pressed, all);
}

#[test]
fn reports_of_one_happening_are_gone_through() {
    let one = "In March 2025, Kenya and Uganda signed a border agreement in Nairobi.";
    let two = "The border agreement of March 2025 was signed by Kenya, Uganda and Tanzania.";
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let corpus = loaded(&[("one.txt", one), ("two.txt", two), ("three.txt", "Peru fell in 2019.")]);
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    script(&mut app, "3 G =");
    assert!(lit(&app).contains("in Nairobi"), "{}", lit(&app));
    let said = "possibly the same: countries differ";
    assert_eq!(app.notice.as_deref(), Some(said));
    script(&mut app, "=");
    assert!(lit(&app).contains("Tanzania"), "{}", lit(&app));
    script(&mut app, "/ nairobi <enter> =");
    assert_eq!(app.notice.as_deref(), Some("1 other report hidden by “nairobi”"));
    script(&mut app, "x <ctrl-o>");
    assert!(lit(&app).contains("in Nairobi"), "{}", lit(&app));
}

#[test]
fn quitting_redrawing_and_suspending_are_asked_of_the_shell() {
    for (keys, effect) in [
        ("q", Effect::Quit),
        ("<ctrl-c>", Effect::Quit),
        ("/ x <ctrl-c>", Effect::Quit),
        ("<ctrl-l>", Effect::Redraw),
        ("<ctrl-z>", Effect::Suspend),
    ] {
        assert_eq!(script(&mut started(80, 24), keys), [effect], "{keys}");
    }
    assert_eq!(script(&mut started(80, 24), "<esc> <esc>"), []);
}

#[test]
fn the_lens_keeps_the_selected_event_while_it_matches() {
    let mut app = started(120, 40);
    script(&mut app, "G k k");
    let before = selected(&app);
    script(&mut app, "d 2025 <enter>");
    assert_eq!(selected(&app), before);
    let order: Vec<u32> = app.view.events.iter().map(|e| e.0).collect();
    assert!(order.is_sorted(), "time is never reordered");
    script(&mut app, "d <ctrl-u> 1992 <enter>");
    script(&mut app, "x");
    assert_eq!(selected(&app), before, "and finds it again when it is back");
}

#[test]
fn the_reader_takes_up_a_document_where_it_was_left() {
    let mut app = started(80, 24);
    script(&mut app, "1 j <enter> <ctrl-d> <ctrl-d>");
    let (top, sentence) = (app.reader.top_offset(), app.reader.sentence);
    assert!(top > 0);
    script(&mut app, "1 gg <enter> 1 j <enter>");
    assert_eq!((app.reader.top_offset(), app.reader.sentence), (top, sentence));
}

#[test]
fn a_new_width_keeps_the_place() {
    let mut app = started(120, 40);
    script(&mut app, "/ caspian <enter> n");
    for width in [40, 200, 80, 61, 120] {
        update(&mut app, Message::Resize(Size { width, height: 24 }));
        assert_eq!(lit(&app), CASPIAN);
    }
}

#[test]
fn a_paste_is_typed_without_its_line_ends() {
    let mut app = started(80, 24);
    script(&mut app, "/");
    update(&mut app, Message::Paste("border\nagreement\n".into()));
    assert_eq!(app.lens.text.typed, "border agreement");
    update(&mut app, Message::Paste("\u{1b}[31m".into()));
    assert!(!app.lens.text.typed.contains('\u{1b}'));
}

#[test]
fn the_mouse_selects_and_scrolls_what_it_is_over() {
    let mut app = started(120, 40);
    let rows = geometry::areas(app.size, &app).finding_rows;
    update(&mut app, Message::Mouse(Mouse::Click, rows.x + 4, rows.y + 2));
    assert_eq!((app.focus, app.events.selected), (Pane::Events, 2));
    let rows = geometry::areas(app.size, &app).document_rows;
    update(&mut app, Message::Mouse(Mouse::Click, rows.x + 4, rows.y + 3));
    assert_eq!((app.focus, app.documents.selected), (Pane::Documents, Item::Document(1)));
    update(&mut app, Message::Mouse(Mouse::WheelUp, rows.x, rows.y));
    assert_eq!(app.documents.selected, Item::Document(0));
}

#[test]
fn keys_while_loading_do_no_harm() {
    let mut app = App::new(Size { width: 80, height: 24 }, Lens::default());
    for command in command::table() {
        for key in command.keys.iter().flat_map(|k| Key::sequence(k).unwrap()) {
            update(&mut app, Message::Key(key));
        }
    }
}

/// A corpus of some of the files of a larger one, as it is while the rest is still being read.
fn part(names: &[&str]) -> (Arc<bluf::model::Corpus>, Arc<Index>) {
    let text = |name: &str| {
        let year = 1990 + u32::from(name.as_bytes()[0] - b'a');
        format!(
            "Paper {name}\n\nOn 3 May {year}, Kenya and Uganda signed a treaty on water.\n\nOn 9 June {year}, Rwanda signed a treaty with Kenya.\n"
        )
    };
    let texts: Vec<(String, String)> =
        names.iter().map(|n| (format!("{n}.txt"), text(n))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    let corpus = loaded(&texts);
    let index = Index::new(&corpus);
    (corpus.into(), index.into())
}

#[test]
fn untouched_it_opens_at_the_beginning_whichever_file_was_read_first() {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    for names in [&["m"][..], &["c", "m"], &["a", "c", "m"]] {
        let (corpus, index) = part(names);
        update(&mut app, Message::SoFar(corpus, index));
        assert_eq!(app.document().unwrap().name(), names[0]);
        assert_eq!((app.events.selected, app.events.offset), (0, 0));
    }
}

#[test]
fn nothing_jumps_while_documents_come_and_go() {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let (corpus, index) = part(&["c", "m", "t"]);
    update(&mut app, Message::SoFar(corpus, index));
    script(&mut app, "3 j j l 3");
    let event = |app: &App| {
        let id = app.selected_event().unwrap();
        let event = app.corpus.event(id).unwrap();
        (app.corpus.title(event), app.corpus.string(event.edtf).to_owned())
    };
    let row = |app: &App| app.events.selected - app.events.offset;
    let (told, at, read) = (event(&app), row(&app), app.document().unwrap().name().to_owned());
    let sentence = lit(&app).to_owned();
    let all: Vec<String> = ('a'..='z').map(String::from).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let (corpus, index) = part(&all);
    update(&mut app, Message::Loaded(corpus, index));
    assert_eq!(event(&app), told, "the selected event");
    assert_eq!(row(&app), at, "its row of the screen");
    assert_eq!(app.document().unwrap().name(), read, "the document that is read");
    assert_eq!(lit(&app), sentence, "the lit sentence");
    script(&mut app, "<ctrl-o>");
    assert_eq!(app.document().unwrap().name(), read, "the place one came from");
    // The document that is read is removed, and the selected event with it.
    script(&mut app, "<alt-o>");
    let (corpus, index) = part(&["a", "b", "z"]);
    update(&mut app, Message::Loaded(corpus, index));
    assert!(app.notice.as_deref().is_some_and(|n| n.contains("is gone")), "{:?}", app.notice);
    assert!(app.document().is_some() && app.selected_event().is_some());
    script(&mut app, "j k ! <down> <enter>");
    assert_eq!(app.document().unwrap().name(), "b", "a source is opened from the list");
}

#[test]
fn tables_and_days_around_an_event_outlast_a_change_of_files() {
    let all = ["a", "b", "m", "t"];
    for (keys, check) in [
        ("3 G w", (|app| assert_eq!(app.looks_around().unwrap().date, "2009-06-09")) as fn(&App)),
        ("3 G w <esc>", |app| assert!(app.lens.is_empty() && app.around.is_none())),
        ("3 G <enter> w", |app| {
            let over = &app.around.as_ref().unwrap().over;
            assert!(over.is_empty(), "the card of a text read anew is let go");
        }),
        ("C j", |app| {
            assert_eq!(survey(app).selected().0.unwrap().code(), "RW", "the selected row");
            assert_eq!(survey(app).table.total.events, 8, "is counted anew");
        }),
        ("C", |app| assert_eq!(survey(app).selected().0.unwrap().code(), "KE")),
        ("V G", |app| {
            let Some(Overlay::Compare(pair)) = &app.overlay else { panic!("gone") };
            let event = app.corpus.event(pair.event().unwrap()).unwrap();
            assert_eq!(app.corpus.string(event.edtf), "2009-06-09", "the selected event");
            assert_eq!(pair.comparison.counts, [8, 4]);
        }),
        ("V c", |app| {
            let Some(Overlay::Choice(picker)) = &app.overlay else { panic!("gone") };
            assert_eq!(picker.countries[0].1, 8);
        }),
    ] {
        let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
        let (corpus, index) = part(&["m", "t"]);
        update(&mut app, Message::SoFar(corpus, index));
        script(&mut app, keys);
        let (corpus, index) = part(&all);
        update(&mut app, Message::Loaded(corpus, index));
        let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&app)));
        assert!(told.is_ok(), "{keys}");
    }
}

#[test]
fn figures_of_one_thing_stand_under_one_head() {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let corpus = loaded(&support_figures());
    let index = Arc::new(Index::new(&corpus));
    update(&mut app, Message::Loaded(Arc::new(corpus), index));
    script(&mut app, "4");
    let kinds = |app: &App| -> String {
        let letter = |kind| match kind {
            Kind::Alone => 'a',
            Kind::Head => 'h',
            Kind::Member => 'm',
        };
        app.indicators.lines.iter().map(|line| letter(line.kind)).collect()
    };
    assert_eq!(kinds(&app), "hmmmmmhmmmaa");
    let value = |app: &App| {
        let id = app.selected_indicator().expect("a figure");
        app.corpus.indicators[id.index()].value
    };
    assert_eq!(value(&app).to_bits(), 62f64.to_bits(), "the head is of the latest");
    script(&mut app, "j");
    assert_eq!(value(&app).to_bits(), 136f64.to_bits());
    assert!(lit(&app).contains("136"), "the reader follows: {}", lit(&app));
    script(&mut app, "<enter>");
    assert!(card(&app).contains("136"), "{}", card(&app));
    script(&mut app, "n <esc>");
    assert_eq!(value(&app).to_bits(), 151f64.to_bits(), "the list follows the cards");
    script(&mut app, "s");
    assert_eq!((app.indicators.sort, value(&app).to_bits()), (Sort::Name, 151f64.to_bits()));
    script(&mut app, "/ 2015 <enter>");
    assert_eq!(value(&app).to_bits(), 151f64.to_bits(), "the lens keeps what is selected");
    script(&mut app, "x l");
    assert_eq!(app.focus, Pane::Reader);
    assert!(lit(&app).contains("151"), "{}", lit(&app));
    script(&mut app, "4 / xylophone <enter>");
    assert_eq!(app.selected_indicator(), None);
}

#[test]
fn figures_are_gone_through_card_by_card() {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let told = "In 2021, Kenya had 440 border guards. In 2021, Kenya had 12 patrol boats.";
    let corpus = loaded(&[("one.txt", told)]);
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    script(&mut app, "C <enter>");
    assert!(card(&app).contains("440"), "{}", card(&app));
    script(&mut app, "n");
    assert!(card(&app).contains("12 patrol"), "{}", card(&app));
    script(&mut app, "<esc> C");
    assert_eq!(survey(&app).measure, bluf::query::Measure::Figures, "where no event is counted");
}

#[test]
fn a_cell_says_what_reaches_into_its_years() {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let told = "Since 2018 Kenya has met Uganda every year.\n\nOn 3 May 2021, Kenya signed a treaty on water.\n";
    let corpus = loaded(&[("one.txt", told)]);
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    script(&mut app, "C <enter>");
    let said = "1 event begins in 2021, 1 more reaches into it";
    assert_eq!(app.notice.as_deref(), Some(said));
    assert!(
        lit(&app).contains("3 May 2021"),
        "the first that is counted is selected: {}",
        lit(&app)
    );
    script(&mut app, "C h <enter>");
    assert_eq!(app.notice.as_deref(), Some("no event of Kenya begins in 2020"));
}

#[test]
fn the_command_table_is_sound() {
    let table = command::table();
    let names: BTreeSet<&str> = table.iter().map(|c| c.name).collect();
    let actions: BTreeSet<String> = table.iter().map(|c| format!("{:?}", c.action)).collect();
    assert_eq!((names.len(), actions.len()), (table.len(), table.len()), "names and actions once");
    for row in table {
        assert!(row.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", row.name);
        assert!(row.doc.ends_with('.') && !row.title.is_empty(), "{}", row.name);
        for key in row.keys {
            let parsed = Key::sequence(key).unwrap_or_else(|| panic!("{key} is no key"));
            let printed: Vec<String> = parsed.iter().map(Key::to_string).collect();
            assert_eq!(printed.join(" "), *key);
        }
    }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    let inside = |a: Context, b: Context| {
        a == b || a == Context::Anywhere || (a, b) == (Context::Picker, Context::Overlay)
    };
    let together = |a, b| inside(a, b) || inside(b, a);
    let bound: Vec<(Context, &str, Vec<Key>)> = command::table()
        .iter()
        .flat_map(|c| c.keys.iter().map(|k| (c.context, c.name, Key::sequence(k).unwrap())))
        .collect();
    for (i, (context, name, keys)) in bound.iter().enumerate() {
        for (other, twin, others) in bound.iter().skip(i + 1).filter(|b| together(*context, b.0)) {
            let clash = keys.starts_with(others) || others.starts_with(keys);
            assert!(!clash, "{name} in {context:?} and {twin} in {other:?} share {keys:?}");
        }
    }
}

#[test]
fn a_script_is_read_key_by_key() {
    assert_eq!(keys("/ab <enter> <").len(), 5);
}

/// An explorer of two texts, the second opened, on a screen of some columns.
fn glossing(columns: u16) -> App {
    let mut app = App::new(Size { width: columns, height: 40 }, Lens::default());
    let told = "The Dorlan Security Organisation (DSO) met. Its Secretary General Imangali Vostrovskoy left.";
    let asked = "Then DSO and TRZ met Mr. Vostrovskoy there. Nobody spoke.";
    let corpus = loaded(&[("a-long-name-of-a-file.txt", told), ("b.txt", asked)]);
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    script(&mut app, "1 j <enter>");
    app
}

#[test]
fn a_gloss_says_what_the_corpus_says_and_where() {
    let mut app = glossing(220);
    script(&mut app, "K");
    let said = "DSO = Dorlan Security Organisation (a-long-nam…, line 1) · TRZ: no document says what it stands \
                for · Vostrovskoy = Imangali Vostrovskoy, Secretary General (a-long-nam…, line 1)";
    assert_eq!(app.notice.as_deref(), Some(said));
    script(&mut app, ") K");
    assert_eq!(app.notice.as_deref(), Some("no acronym or name in this sentence"));
}

#[test]
fn a_gloss_that_does_not_fit_comes_with_the_same_key_again() {
    let mut app = glossing(100);
    let mut said = Vec::new();
    for _ in 0..4 {
        script(&mut app, "K");
        said.push(app.notice.clone().unwrap());
    }
    assert_eq!(
        said[0],
        "DSO = Dorlan Security Organisation (a-long-nam…, line 1) (1/3, K goes on)"
    );
    assert_eq!(said[1], "TRZ: no document says what it stands for (2/3, K goes on)");
    assert!(said[2].ends_with("(a-long-nam…, line 1) (3/3)"), "{}", said[2]);
    assert_eq!(said[3], said[0], "round again");
    script(&mut app, "K ) ( K");
    assert_eq!(
        app.notice.as_ref(),
        Some(&said[0]),
        "from the beginning, once something else was done"
    );
}
