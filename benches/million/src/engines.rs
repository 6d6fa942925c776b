//! What answers a key: bluf's own index and its peers, each as its users run it.

use crate::{corpus, memory};
use bluf::app::{App, Message, update};
use bluf::model::Corpus;
use bluf::query::lookup::Changes;
use bluf::query::{Index, Lens, Lookup, Pattern};
use bluf::ui::{self, Styles};
use cpu_time::ProcessTime;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

/// Something that answers keys.
pub trait Engine {
    /// What it is called.
    fn name(&self) -> &'static str;
    /// Looks for what is typed now: milliseconds of CPU, and how much was found.
    fn key(&mut self, typed: &str) -> (f64, usize);
}

/// Milliseconds of CPU that something takes, over all threads.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = ProcessTime::now();
    let made = work();
    (start.elapsed().as_secs_f64() * 1e3, made)
}

/// The view of a lens, as the explorer makes it for each key.
pub struct Bluf {
    corpus: Arc<Corpus>,
    index: Arc<Index>,
}

impl Bluf {
    /// Reads the lines and says what they take.
    pub fn new(lines: &[String]) -> Self {
        let text: usize = lines.iter().map(|line| line.len() + 1).sum();
        let before = memory::held();
        let corpus = corpus::corpus(lines);
        // The bytes of a document are its text here: the explorer leaves them in their files.
        let model = memory::held() - before - 2 * text;
        let start = Instant::now();
        let index = Index::new(&corpus);
        let seconds = start.elapsed().as_secs_f64();
        let made = memory::held() - before - 2 * text - model;
        let each = |bytes: usize| bytes as f64 / lines.len() as f64;
        println!(
            "bytes an event besides the text: index {:.1}, documents and rows {:.1}; index made in {seconds:.2} s",
            each(made),
            each(model)
        );
        Self { corpus: Arc::new(corpus), index: Arc::new(index) }
    }
}

impl Bluf {
    /// Ranks the ten best for a query and says what that takes.
    pub fn rank(&self, typed: &str) {
        let pattern = Pattern::parse(typed);
        let (time, best) = timed(|| self.index.best(&self.corpus, &pattern, 10));
        println!("the {} best for {typed:?}: {time:.1} ms", best.len());
    }

    /// Draws frames of the explorer and says what one takes.
    pub fn draw(&self, width: u16, height: u16) {
        let lens = Lens { text: Pattern::parse("minister for"), ..Lens::default() };
        let mut app = App::new(Size::new(width, height), lens);
        update(&mut app, Message::Loaded(Arc::clone(&self.corpus), Arc::clone(&self.index)));
        let styles = Styles::new(true);
        let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
        let frames = 200;
        let (time, ()) = timed(|| {
            for _ in 0..frames {
                let Ok(_) = terminal.draw(|frame| ui::draw(&app, &styles, frame));
            }
        });
        println!("a frame of {width}x{height}: {:.3} ms", time / f64::from(frames));
    }
}

impl Engine for Bluf {
    fn name(&self) -> &'static str {
        "bluf"
    }

    fn key(&mut self, typed: &str) -> (f64, usize) {
        let (time, view) = timed(|| {
            let lens = Lens { text: Pattern::parse(typed), ..Lens::default() };
            self.index.view(&self.corpus, &lens)
        });
        (time, black_box(view).events.len())
    }
}

/// The answers of the palette and of `bluf find`, as the explorer asks for each key.
pub struct Asked {
    lookup: Lookup,
}

/// Rows of an answer.
const ROWS: usize = 50;

impl Asked {
    /// Makes ready for questions about a corpus and says what that takes.
    pub fn new(bluf: &Bluf) -> Self {
        let before = memory::held();
        let (corpus, index) = (Arc::clone(&bluf.corpus), Arc::clone(&bluf.index));
        let events = corpus.events.len();
        let (time, lookup) = timed(|| Lookup::new(corpus, index));
        println!(
            "lookup made in {:.2} s of CPU; {:.1} bytes an event more",
            time / 1e3,
            (memory::held() - before) as f64 / events as f64
        );
        Self { lookup }
    }
}

impl Engine for Asked {
    fn name(&self) -> &'static str {
        "lookup"
    }

    fn key(&mut self, typed: &str) -> (f64, usize) {
        let (time, answer) = timed(|| self.lookup.ask(typed, &Changes::new(), ROWS));
        (time, black_box(answer).matching)
    }
}

/// nucleo as an application uses it: items streamed in, the pattern told when letters are only added.
pub struct Nucleo {
    nucleo: nucleo::Nucleo<u32>,
    typed: String,
}

impl Nucleo {
    /// Streams the lines in.
    pub fn new(lines: &[String]) -> Self {
        let config = nucleo::Config::DEFAULT;
        let mut nucleo = nucleo::Nucleo::new(config, Arc::new(|| ()), None, 1);
        let injector = nucleo.injector();
        for (at, line) in lines.iter().enumerate() {
            injector.push(at as u32, |_, columns| columns[0] = line.as_str().into());
        }
        while nucleo.tick(1000).running {}
        Self { nucleo, typed: String::new() }
    }
}

impl Engine for Nucleo {
    fn name(&self) -> &'static str {
        "nucleo"
    }

    fn key(&mut self, typed: &str) -> (f64, usize) {
        use nucleo::pattern::{CaseMatching, Normalization};
        let append = !self.typed.is_empty() && typed.starts_with(&self.typed);
        let (time, ()) = timed(|| {
            self.nucleo.pattern.reparse(
                0,
                typed,
                CaseMatching::Ignore,
                Normalization::Smart,
                append,
            );
            while self.nucleo.tick(1000).running {}
        });
        typed.clone_into(&mut self.typed);
        (time, self.nucleo.snapshot().matched_item_count() as usize)
    }
}

/// frizbee over a list.
pub struct Frizbee<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Frizbee<'a> {
    /// Takes the lines as they are.
    pub fn new(lines: &'a [String]) -> Self {
        Self { lines: lines.iter().map(String::as_str).collect() }
    }
}

impl Engine for Frizbee<'_> {
    fn name(&self) -> &'static str {
        "frizbee"
    }

    fn key(&mut self, typed: &str) -> (f64, usize) {
        let config =
            frizbee::Config { casing: frizbee::CaseMatching::Ignore, ..Default::default() };
        let (time, found) =
            timed(|| frizbee::Matcher::from_query(typed, &config).match_list(&self.lines));
        (time, black_box(found).len())
    }
}
