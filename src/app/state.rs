//! The state of the explorer as plain data, and what can be read off it. Never changes by itself.

use super::Key;
use super::around::Around;
use super::history::History;
use super::message::Ending;
use super::overlay::{Dial, Overlay, Palette, Survey, Telling};
use super::pane::{Assessments, Documents, Events, Indicators, Pane, Reader};
use super::place::Glossed;
use super::rehearsal::Rehearsal;
use super::watch::Watch;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, Document};
use crate::query::{Index, Lens, Roster, View};
use crate::work::Progress;
use ratatui::layout::Size;
use std::sync::Arc;
use std::time::Duration;

/// The whole state of the explorer. The screen is a function of this alone.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four facts of which none follows from another")]
pub struct App {
    /// The corpus, or what has been read of it.
    pub corpus: Arc<Corpus>,
    /// What answers each keystroke about it.
    pub index: Arc<Index>,
    /// Everybody named in it, once somebody has asked.
    pub roster: Option<Arc<Roster>>,
    /// Whether files are still being read.
    pub loading: bool,
    /// How far reading has come.
    pub progress: Progress,
    /// What the user wants to see.
    pub lens: Lens,
    /// The lens that was cleared last, to bring it back.
    pub cleared: Lens,
    /// What the lens leaves.
    pub view: View,
    /// The documents and the outline.
    pub documents: Documents,
    /// The text.
    pub reader: Reader,
    /// The events.
    pub events: Events,
    /// The figures.
    pub indicators: Indicators,
    /// The assessments.
    pub assessments: Assessments,
    /// The pane that keys go to.
    pub focus: Pane,
    /// The list that was focused last; small screens show only this one.
    pub list: Pane,
    /// The list of findings that was focused last: the one on the screen.
    pub findings: Pane,
    /// Whether the focused pane has the whole screen.
    pub zoomed: bool,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// What lies under it and comes back when it is closed, the lowest first.
    pub beneath: Vec<Overlay>,
    /// The lookup that was left last, to come back to.
    pub left: Option<Palette>,
    /// The days that are looked at around an event, with what comes back after them.
    pub around: Option<Around>,
    /// The table of coverage that was left last, with the lens that it set.
    pub surveyed: Option<(Lens, Box<Survey>)>,
    /// The analyst's warning signs.
    pub watch: Watch,
    /// The narrative that was left last.
    pub told: Option<Box<Telling>>,
    /// The countries that were chosen last to be compared.
    pub compared: Option<[Country; 2]>,
    /// Questions asked so far.
    pub tickets: u64,
    /// How much an answer card says.
    pub dial: Dial,
    /// Today, where the shell said so: how old a figure is. Nothing else is ever counted from it.
    pub today: Option<Day>,
    /// Questions to be answered for practice.
    pub rehearsal: Option<Rehearsal>,
    /// The shell's time since the start, as it was before the last message.
    pub elapsed: Duration,
    /// Keys of a sequence that is not complete.
    pub pending: Vec<Key>,
    /// Where the user has been.
    pub history: History,
    /// Whether the last action ran through hits, so that a run is one step back.
    pub sweeping: bool,
    /// Whether the user has done anything yet; until then what is shown is the beginning.
    pub touched: bool,
    /// How the user left, when he has.
    pub ending: Option<Ending>,
    /// Something to tell once.
    pub notice: Option<String>,
    /// The gloss that was given last, while nothing else has been done.
    pub glossed: Option<Glossed>,
    /// The size of the screen, in cells.
    pub size: Size,
}

impl App {
    /// The state before the corpus has been read.
    pub fn new(size: Size, lens: Lens) -> Self {
        let mut app = Self { loading: true, lens, size, ..Self::default() };
        app.reader.folded = true;
        app
    }

    /// The document in the reader.
    pub fn document(&self) -> Option<&Document> {
        self.reader.document.and_then(|id| self.corpus.document(id))
    }

    /// Whether something is selected that can be opened.
    pub fn openable(&self) -> bool {
        match self.focus {
            Pane::Documents => !self.view.documents.is_empty(),
            Pane::Events | Pane::Indicators | Pane::Assessments => {
                self.selected_finding().is_some()
            }
            Pane::Reader => self.document().and_then(|d| self.reader.lit(d)).is_some(),
        }
    }

    /// Gives a pane the focus.
    pub fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Reader {
            self.list = pane;
        }
        if pane.is_findings() {
            self.findings = pane;
        }
    }
}
