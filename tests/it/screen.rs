//! What the screen shows, as text and looks, for the states that matter at the sizes that matter.

use crate::support::{corpus, figures, keys, loaded, picture, script, started, text};
use bluf::app::{App, Message, update};
use bluf::model::Day;
use bluf::query::{Index, Lens};
use bluf::ui::{Styles, draw};
use insta::assert_snapshot;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::sync::Arc;

fn after(width: u16, height: u16, keys: &str) -> App {
    let mut app = started(width, height);
    script(&mut app, keys);
    app
}

#[test]
fn eighty_columns_show_events_over_the_text() {
    assert_snapshot!(picture(&after(80, 24, "/ tajik <enter> n")));
}

#[test]
fn a_wide_screen_shows_three_panes() {
    assert_snapshot!(text(&after(120, 40, "G k k l")));
}

#[test]
fn a_huge_screen_shows_them_side_by_side() {
    assert_snapshot!(text(&after(200, 60, "c taj <enter>")));
}

#[test]
fn a_small_screen_shows_the_focused_pane() {
    assert_snapshot!(text(&after(40, 12, "")));
}

#[test]
fn documents_stand_beside_their_outline_on_a_flat_screen() {
    assert_snapshot!(text(&after(80, 24, "1")));
}

#[test]
fn nothing_found_says_what_was_searched() {
    assert_snapshot!(text(&after(80, 24, "/ xylophone")));
}

#[test]
fn the_lookup_shows_rows_over_a_passage() {
    assert_snapshot!(picture(&after(80, 24, "<space> border")));
    assert_snapshot!(text(&after(120, 40, "<space> border <down>")));
    assert_snapshot!(text(&after(200, 60, "<space> tajikistan")));
}

#[test]
fn a_no_shows_what_was_searched_and_what_is_nearest() {
    assert_snapshot!(text(&after(80, 24, "<space> border <space> uranium")));
}

#[test]
fn a_card_says_as_much_as_the_dial_is_set_to() {
    assert_snapshot!(text(&after(80, 24, "G k <enter> <tab> <tab>")));
    assert_snapshot!(picture(&after(80, 24, "G k <enter>")));
    assert_snapshot!(text(&after(120, 40, "G k <enter> <tab> .")));
}

#[test]
fn a_date_that_cannot_be_read_says_why() {
    assert_snapshot!(text(&after(80, 24, "d 2025..<space>soon")));
}

#[test]
fn the_country_picker_counts_events() {
    assert_snapshot!(picture(&after(80, 24, "c <tab> <ctrl-t>")));
}

/// The explorer of documents of figures, on a day.
fn counted(width: u16, height: u16, keys: &str) -> App {
    let mut app = App::new(Size { width, height }, Lens::default());
    app.today = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).map(|day| Day::latest(Some(day)));
    let corpus = loaded(&figures());
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    script(&mut app, keys);
    app
}

#[test]
fn figures_stand_with_their_series() {
    assert_snapshot!(picture(&counted(80, 24, "4 j")));
    assert_snapshot!(text(&counted(80, 24, "4 z G k k")));
    assert_snapshot!(text(&counted(120, 40, "4 j j j")));
    assert_snapshot!(text(&counted(200, 60, "4 s s s")));
    assert_snapshot!(text(&counted(50, 16, "4 z G k")));
}

#[test]
fn an_opening_quotation_mark_and_a_unit_stand_once() {
    let words = "“Kenya saw a sevenfold increase in arrivals in 2023,” the minister said, and nobody knew why it was so.\n";
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let corpus = loaded(&[("a.txt", words)]);
    let index = Arc::new(Index::new(&corpus));
    update(&mut app, Message::Loaded(corpus.into(), index));
    script(&mut app, "4");
    let screen = text(&app);
    assert!(screen.contains(" “Kenya saw") && !screen.contains("““"), "{screen}");
    assert!(screen.contains("sevenfold") && !screen.contains("sevenfold times"), "{screen}");
}

#[test]
fn no_figure_says_how_many_are_hidden() {
    assert_snapshot!(text(&counted(80, 24, "4 / xylophone")));
    assert_snapshot!(text(&after(80, 24, "4")));
}

#[test]
fn the_days_around_an_event_say_so() {
    assert_snapshot!(text(&after(80, 24, "c taj <enter> 3 G k w")));
    assert_snapshot!(text(&after(120, 40, "3 G k w + c kaz <enter>")));
}

#[test]
fn coverage_shows_what_is_known_and_what_is_not() {
    assert_snapshot!(picture(&after(80, 24, "C")));
    assert_snapshot!(text(&after(120, 40, "/ met <enter> c taj <enter> C z")));
}

#[test]
fn assessments_stand_with_what_they_say_of_likelihood() {
    assert_snapshot!(picture(&after(80, 24, "5 j")));
    assert_snapshot!(text(&after(120, 40, "5 % i")));
    assert_snapshot!(text(&after(200, 60, "5 / bremen")));
}

#[test]
fn a_brief_is_one_page_of_quotes() {
    assert_snapshot!(picture(&after(80, 24, "B j")));
    assert_snapshot!(text(&after(120, 40, "/ border <enter> B")));
    assert_snapshot!(text(&after(200, 60, "B j j")));
}

#[test]
fn two_countries_stand_side_by_side() {
    assert_snapshot!(picture(&after(80, 24, "V j")));
    assert_snapshot!(text(&after(120, 40, "V c")));
}

#[test]
fn a_narrative_shows_each_use_and_what_goes_with_it() {
    assert_snapshot!(picture(&after(80, 24, "t states | met")));
    assert_snapshot!(text(&after(120, 40, "t river <ctrl-s>")));
    assert_snapshot!(text(&after(200, 60, "t river <tab>")));
    assert_snapshot!(text(&after(80, 24, "t met <shift-tab>")));
    assert_snapshot!(text(&after(40, 12, "t")));
}

/// The embedded documents; the keys go to the second of them, which has tables that print has torn.
fn torn(width: u16, height: u16, script_of_keys: &str) -> App {
    let mut app = App::new(Size { width, height }, Lens::default());
    let corpus = bluf::work::load(bluf::source::seeds::open(), None);
    let index = Arc::new(Index::new(&corpus));
    update(&mut app, Message::Loaded(Arc::new(corpus), index));
    script(&mut app, script_of_keys);
    app
}

#[test]
fn a_torn_table_stands_in_columns() {
    assert_snapshot!(picture(&torn(80, 24, "1 j <enter> T j l")));
    assert_snapshot!(text(&torn(120, 40, "1 j <enter> T n G")));
    assert_snapshot!(text(&torn(40, 12, "1 j <enter> T")));
}

#[test]
fn tags_stand_beside_the_document_and_in_the_lens() {
    assert_snapshot!(text(&torn(120, 40, "/ #cyber <enter> 1")));
}

#[test]
fn the_help_is_narrowed_by_typing() {
    assert_snapshot!(text(&after(80, 24, "? section")));
}

#[test]
fn the_raw_text_stands_at_the_same_place() {
    assert_snapshot!(picture(&after(80, 24, "G k l z R")));
}

#[test]
fn furniture_unfolds() {
    assert_snapshot!(text(&after(80, 24, "2 z f")));
}

#[test]
fn hostile_text_is_made_safe() {
    assert_snapshot!(text(&after(40, 14, "1 G <enter> z")));
    assert_snapshot!(text(&after(40, 14, "1 j j <enter> z R")));
}

#[test]
fn what_could_not_be_read_is_listed() {
    assert_snapshot!(text(&after(80, 24, "!")));
}

#[test]
fn loading_is_said() {
    assert_snapshot!(text(&App::new(Size { width: 80, height: 24 }, Lens::default())));
}

/// An explorer of files as they lie in tests/fixtures/format, the first `read` of them read.
#[cfg(all(feature = "pdf", feature = "html"))]
fn opened(width: u16, height: u16, read: usize, keys: &str) -> App {
    use bluf::query::Index;
    use bluf::source::Raw;
    use bluf::work::{self, Progress};
    let files: [(&str, &[u8]); 4] = [
        ("treaty.html", include_bytes!("../fixtures/format/article.html")),
        ("review.pdf", include_bytes!("../fixtures/format/two-columns.pdf")),
        ("torn.pdf", b"%PDF-1.4 and no more"),
        ("rows.csv", b"event_date,event_type,country,iso,notes\n2019-05-03,Battles,Kenya,404,Two posts were attacked\n"),
    ];
    let mut app = App::new(Size { width, height }, Lens::default());
    let raw = files.iter().take(read).map(|(name, bytes)| Raw::bytes(*name, (*bytes).into()));
    let corpus = work::load(raw.collect(), None);
    let index = Arc::new(Index::new(&corpus));
    if read < files.len() {
        let bytes = files.iter().take(read).map(|(_, bytes)| bytes.len() as u64).sum();
        let slow = Some("reports/torn.pdf".into());
        let progress = Progress { read, found: files.len(), bytes, failed: 0, slow };
        update(&mut app, Message::Progress(progress));
        update(&mut app, Message::SoFar(corpus.into(), index));
    } else {
        update(&mut app, Message::Loaded(corpus.into(), index));
    }
    script(&mut app, keys);
    app
}

#[cfg(all(feature = "pdf", feature = "html"))]
#[test]
fn documents_can_be_read_while_others_are_still_being_read() {
    assert_snapshot!(text(&opened(80, 24, 2, "")));
}

#[cfg(all(feature = "pdf", feature = "html"))]
#[test]
fn a_pdf_of_two_columns_reads_as_one_text_with_its_pages() {
    assert_snapshot!(text(&opened(120, 40, 4, "/ lorry <enter> l")));
}

#[cfg(all(feature = "pdf", feature = "html"))]
#[test]
fn a_saved_page_reads_as_its_article() {
    assert_snapshot!(text(&opened(120, 40, 4, "1 <enter>")));
}

#[cfg(all(feature = "pdf", feature = "html"))]
#[test]
fn sources_say_what_became_of_every_file() {
    assert_snapshot!(text(&opened(120, 40, 4, "! <down>")));
}

/// Without colour nothing may be lost: looks that differ with colour differ without.
#[test]
fn no_meaning_hangs_on_colour_alone() {
    let plain = Styles::new(false);
    let meanings = [plain.date, plain.country, plain.figure, plain.hit, plain.text];
    for (i, a) in meanings.iter().enumerate() {
        for b in meanings.iter().skip(i + 1) {
            assert_ne!(a, b);
        }
    }
    for style in meanings {
        assert_eq!((style.fg, style.bg), (None, None));
    }
}

/// Everything one may press, for scripts made at random.
fn any_key() -> impl Strategy<Value = String> {
    let mut all: Vec<String> = bluf::app::command::table()
        .iter()
        .flat_map(|c| c.keys.iter().flat_map(|k| k.split(' ')))
        .map(|k| if k.len() > 1 { format!("<{k}>") } else { k.to_owned() })
        .collect();
    all.extend(["a", "tajik", "2025", "<backspace>", "<ctrl-w>"].map(str::to_owned));
    proptest::sample::select(all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_script_and_no_size_makes_drawing_panic(
        pressed in proptest::collection::vec(any_key(), 0..30),
        sizes in proptest::collection::vec((0u16..200, 0u16..200), 1..6),
    ) {
        let mut app = started(80, 24);
        for (i, key) in pressed.iter().flat_map(|k| keys(k)).enumerate() {
            let (width, height) = sizes[i % sizes.len()];
            update(&mut app, Message::Resize(Size { width, height }));
            update(&mut app, Message::Key(key));
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| draw(&app, &Styles::new(true), frame)).unwrap();
        }
    }
}

#[test]
fn every_small_size_draws() {
    for keys in ["", "2", "1", "c", "?", "/ a", "d x", "R", "C", "V", "V c", "3 w", "S", "S n x"] {
        let mut app = after(80, 24, keys);
        for width in [0, 1, 2, 3, 5, 8, 13, 21, 34] {
            for height in [0, 1, 2, 3, 4, 5, 6, 7, 9, 14] {
                update(&mut app, Message::Resize(Size { width, height }));
                let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
                terminal.draw(|frame| draw(&app, &Styles::new(false), frame)).unwrap();
            }
        }
    }
}

#[test]
fn an_empty_corpus_draws() {
    let mut app = App::new(Size { width: 120, height: 40 }, Lens::default());
    let empty = bluf::model::Corpus::default();
    let index = Index::new(&empty);
    update(&mut app, Message::Loaded(Arc::new(empty), Arc::new(index)));
    assert!(text(&app).contains("no document"));
    assert_eq!(corpus().documents.len(), 3);
}
