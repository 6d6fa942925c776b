//! What the board of warning signs does: open, adopt, word, rate, observe, take back. Changes go to the shell as effects.

use super::board::{Board, Sign, Worded, Wording};
use super::{Card, Overlay};
use crate::app::field::Field;
use crate::app::scroll::follow;
use crate::app::{Action, App, Effect, Pane, geometry};
use crate::query::lookup::Subject;
use crate::query::signposts::{Standing, quoted};
use crate::signposts::{Change, Field as Key, Observation, Rating, Signpost, Task};
use crate::text::Span;

impl App {
    /// Commands that open and drive the board.
    pub(in crate::app) fn act_on_board(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Signposts => return self.open_board(),
            Action::SignUndo => return self.take_back(),
            Action::SignSort => {
                let register = &self.watch.kept.register;
                if let Some(Overlay::Board(board)) = &mut self.overlay {
                    board.reorder(register);
                }
            }
            Action::SignOpen => self.open_sign(),
            Action::SignNew => self.word(Worded::New, ""),
            Action::SignAdopt => return self.adopt(),
            _ => return self.act_on_own(action),
        }
        Vec::new()
    }

    /// Commands on an entry of the analyst's file.
    fn act_on_own(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Board(board)) = &self.overlay else { return Vec::new() };
        let Some(own) = board.own(&self.watch.kept.register).cloned() else {
            let said = match board.sign() {
                Some(_) => "this one stands in a document; a adopts it first",
                None => "no warning sign yet; n adds one",
            };
            self.notice = Some(said.into());
            return Vec::new();
        };
        match action {
            Action::SignText => self.word(Worded::Field(Key::Text), &own.text),
            Action::SignScenario => self.word(Worded::Field(Key::Scenario), &own.scenario),
            Action::SignThreshold => self.word(Worded::Field(Key::Threshold), &own.threshold),
            Action::SignState => {
                let state = own.state.next().name().to_owned();
                return Self::keep_change(Change::Set(own.id, Key::State, state));
            }
            Action::SignObserve => self.observe(),
            Action::SignRate => self.open_ratings(),
            Action::SignDelete => self.on_board(|board| board.deleting = true),
            Action::SignConfirm => {
                if let Some(Overlay::Board(board)) = &mut self.overlay
                    && std::mem::take(&mut board.deleting)
                {
                    return Self::keep_change(Change::Remove(own.id));
                }
            }
            _ => return self.rate(&own, action),
        }
        Vec::new()
    }

    fn on_board(&mut self, change: impl FnOnce(&mut Board)) {
        if let Some(Overlay::Board(board)) = &mut self.overlay {
            change(board);
        }
    }

    /// Opens the board and asks for the file: a hand may have edited it.
    fn open_board(&mut self) -> Vec<Effect> {
        self.beneath.clear();
        self.overlay = Some(Overlay::Board(Box::default()));
        self.arrange_board(None);
        vec![Effect::Keep(Task::Read)]
    }

    /// Begins to type a line.
    fn word(&mut self, of: Worded, text: &str) {
        self.on_board(|board| board.prompt = Some(Wording { of, field: Field::new(text) }));
    }

    /// Takes the line that was typed.
    pub(super) fn take_wording(&mut self, mut board: Box<Board>) -> Vec<Effect> {
        let wording = board.prompt.take();
        if wording.is_none() {
            board.scenario = None;
        }
        let own = board.own(&self.watch.kept.register).cloned();
        self.overlay = Some(Overlay::Board(board));
        let Some(Wording { of, field }) = wording else { return Vec::new() };
        let text = field.text().trim().to_owned();
        let change = match (of, own) {
            (Worded::New | Worded::Field(Key::Text), _) if text.is_empty() => return Vec::new(),
            (Worded::New, _) => Change::Add(Box::new(Signpost { text, ..Signpost::default() })),
            (Worded::Field(key), Some(own)) => Change::Set(own.id, key, text),
            (Worded::Note, Some(own)) => {
                let Some(mut seen) = self.observation() else { return Vec::new() };
                seen.note = text;
                Change::Observe(own.id, Box::new(seen))
            }
            (_, None) => return Vec::new(),
        };
        Self::keep_change(change)
    }

    /// Takes a sign of a document into the analyst's file.
    fn adopt(&mut self) -> Vec<Effect> {
        let Some(Overlay::Board(board)) = &self.overlay else { return Vec::new() };
        let found = match board.sign() {
            Some(Sign::Found(found)) => found.of(&self.corpus),
            _ => None,
        };
        let Some((document, sign)) = found else {
            self.notice = Some("this one is among your own already".into());
            return Vec::new();
        };
        let words = |span: Span| document.text.words(span).to_owned();
        let text = words(sign.span);
        let own = Signpost {
            scenario: sign.points_to.map(words).unwrap_or_default(),
            kind: sign.kind.map(|kind| kind.name().to_owned()).unwrap_or_default(),
            source: Some(quoted(document, sign.sentence, &text)),
            text,
            ..Signpost::default()
        };
        Self::keep_change(Change::Add(Box::new(own)))
    }

    /// Begins to attach what is selected in the corpus.
    fn observe(&mut self) {
        if self.observation().is_some() {
            self.word(Worded::Note, "");
        } else {
            let said = "no event or sentence is selected: Esc, select one, S, o";
            self.notice = Some(said.into());
        }
    }

    /// What is selected in the corpus, or the sentence that is lit, as an observation; dated where it has a date.
    pub fn observation(&self) -> Option<Observation> {
        let (id, span) = if self.focus.is_findings() {
            let hit = self.selected_finding()?;
            (hit.document, hit.sentence)
        } else if self.focus == Pane::Reader {
            (self.reader.document?, self.reader.lit(self.document()?)?)
        } else {
            return None;
        };
        let subject = match self.focus {
            Pane::Events => self.selected_event().map(Subject::Event),
            Pane::Indicators => self.selected_indicator().map(Subject::Indicator),
            _ => Some(self.index.item_at(&self.corpus, id, span.start)),
        };
        let date = match subject {
            Some(Subject::Event(id)) => self.corpus.event(id).map(|event| event.edtf),
            Some(Subject::Indicator(id)) => {
                self.corpus.indicators.get(id.index()).map(|row| row.edtf)
            }
            _ => None,
        };
        let date = date.map(|date| self.corpus.string(date)).filter(|date| !date.contains("XXXX"));
        let cited = Some(quoted(self.corpus.document(id)?, span, ""));
        Some(Observation { date: date.unwrap_or_default().to_owned(), cited, note: String::new() })
    }

    fn open_ratings(&mut self) {
        if self.watch.kept.register.scenarios.is_empty() {
            let said = "no scenario yet: p says which one a sign points to";
            self.notice = Some(said.into());
            return;
        }
        self.on_board(|board| board.scenario = Some(0));
    }

    /// Rates the selected sign in the selected scenario, and goes on to the next scenario.
    fn rate(&mut self, own: &Signpost, action: Action) -> Vec<Effect> {
        let rating = match action {
            Action::RateHighlyLikely => Some(Rating::HighlyLikely),
            Action::RateLikely => Some(Rating::Likely),
            Action::RateCouldBe => Some(Rating::CouldBe),
            Action::RateUnlikely => Some(Rating::Unlikely),
            Action::RateHighlyUnlikely => Some(Rating::HighlyUnlikely),
            Action::RateNothing => None,
            _ => return Vec::new(),
        };
        let Some(Overlay::Board(board)) = &mut self.overlay else { return Vec::new() };
        let scenarios = &self.watch.kept.register.scenarios;
        let Some(scenario) = board.scenario.and_then(|at| scenarios.get(at)).cloned() else {
            return Vec::new();
        };
        board.step_scenario(isize::from(rating.is_some()), scenarios.len());
        Self::keep_change(Change::Rate(own.id.clone(), scenario, rating))
    }

    /// Shows the card of the sentence that the selected sign stands in, or was adopted from, or was last seen by.
    fn open_sign(&mut self) {
        let Some(Overlay::Board(board)) = &self.overlay else { return };
        let place = match board.sign() {
            Some(Sign::Found(found)) => found
                .of(&self.corpus)
                .map(|(_, sign)| (found.document, sign.sentence, vec![sign.span])),
            Some(Sign::Own(at)) => {
                let own = self.watch.kept.register.signposts.get(at);
                let quotes = own.into_iter().flat_map(|own| {
                    let seen = own.observations.iter().rev().filter_map(|seen| seen.cited.as_ref());
                    own.source.iter().chain(seen)
                });
                let mut here =
                    quotes.filter_map(|quote| match board.library.find(&self.corpus, quote) {
                        Standing::Here(id, span) => Some((id, span, Vec::new())),
                        Standing::Changed(_) | Standing::Absent => None,
                    });
                here.next()
            }
            None => None,
        };
        let Some((id, span, lit)) = place else {
            self.notice = Some("no sentence of this corpus stands behind it".into());
            return;
        };
        let subject = match self.index.item_at(&self.corpus, id, span.start) {
            // A card of an event would be about something else than the sign.
            Subject::Event(_) | Subject::Indicator(_) => Subject::Sentence,
            other => other,
        };
        let card = Card::new(&self.corpus, subject, (id, span), &lit);
        self.beneath.extend(self.overlay.take());
        self.overlay = Some(Overlay::Card(card));
    }

    /// Leaves what was begun on the board: a line, a question, the ratings; whether anything was.
    pub(super) fn back_on_board(&mut self) -> bool {
        let Some(Overlay::Board(board)) = &mut self.overlay else { return false };
        let begun = board.prompt.is_some() || board.deleting || board.scenario.is_some();
        if board.prompt.take().is_none() && !std::mem::take(&mut board.deleting) {
            board.scenario = None;
        }
        begun
    }

    /// Keeps what is selected in sight.
    pub(super) fn settle_board(&mut self) {
        let areas = geometry::board(self.size);
        let scenarios = self.watch.kept.register.scenarios.len();
        if let Some(Overlay::Board(board)) = &mut self.overlay {
            let height = usize::from(areas.rows.height);
            let rows = board.rows.len();
            board.offset = follow(board.selected, board.offset, height, rows);
            if let Some(at) = board.scenario {
                board.first = follow(at, board.first, areas.scenarios, scenarios);
            }
        }
    }
}
