//! What the lookup and the answer card do: open, ask, take a row, go on to the text, copy.

use super::palette::{COMMAND, Pick};
use super::{Card, Overlay, Palette};
use crate::app::command::{self, Command, Context};
use crate::app::update::perform;
use crate::app::{Action, App, Effect, Pane};
use crate::extract::country::Country;
use crate::model::Corpus;
use crate::query::lookup::{Answer, Match, Row, Subject};
use crate::query::{Citation, CountryFilter, Hit, Lens, Roster, Words};
use crate::work::Ask;
use std::sync::Arc;

/// How many commands are offered beside answers.
const COMMANDS: usize = 4;
/// How many rows are asked for.
const ROWS: usize = 50;

impl App {
    /// Opens the lookup.
    pub(super) fn open_lookup(&mut self) {
        self.beneath.clear();
        self.overlay = Some(Overlay::Palette(Palette::default()));
    }

    /// Brings back the lookup that was left last, with its rows.
    pub(super) fn resume_lookup(&mut self) {
        match self.left.clone() {
            Some(mut palette) => {
                palette.listing = true;
                self.overlay = Some(Overlay::Palette(palette));
            }
            None => self.notice = Some("no lookup to come back to yet".into()),
        }
    }

    /// The question that is to be asked now, if there is one.
    pub fn due(&mut self) -> Option<Effect> {
        let Some(Overlay::Palette(palette)) = &mut self.overlay else { return self.study_due() };
        let (typed, changes) = palette.due()?;
        self.tickets += 1;
        palette.waiting = Some(self.tickets);
        let question = if palette.only_commands() { String::new() } else { typed.clone() };
        let ask = Ask { ticket: self.tickets, question, changes, limit: ROWS };
        let commands = commands(self, &typed);
        if let Some(Overlay::Palette(palette)) = &mut self.overlay {
            palette.commands = commands;
        }
        Some(Effect::Ask(ask))
    }

    /// Takes who is named in the corpus, where it is the one that is shown.
    pub fn meet(&mut self, corpus: &Arc<Corpus>, roster: Arc<Roster>) {
        if Arc::ptr_eq(corpus, &self.corpus) {
            self.roster = Some(roster);
        }
    }

    /// Takes an answer, where it is the one that is waited for.
    pub fn answered(
        &mut self,
        ticket: u64,
        corpus: &Arc<Corpus>,
        answer: Result<Arc<Answer>, String>,
    ) -> Vec<Effect> {
        let Some(Overlay::Palette(palette)) = &mut self.overlay else { return Vec::new() };
        // An answer comes again once it is known who is named.
        if self.tickets != ticket || !Arc::ptr_eq(corpus, &self.corpus) {
            return Vec::new();
        }
        palette.waiting = None;
        match answer {
            Ok(answer) => palette.answer = Some(answer),
            Err(why) => self.notice = Some(why),
        }
        palette.part = palette.part.filter(|_| !palette.changes.is_empty());
        if std::mem::take(&mut palette.hasty) { self.accept() } else { Vec::new() }
    }

    /// What was typed has changed.
    pub(super) fn typed_question(&mut self) {
        if let Some(Overlay::Palette(palette)) = &mut self.overlay {
            (palette.selected, palette.offset, palette.listing) = (0, 0, false);
            // Enter was meant for what was typed then.
            (palette.part, palette.hasty) = (None, false);
        }
    }

    /// Takes the selected row: a card, a document, a country for the lens, a command.
    pub(super) fn take(&mut self, mut palette: Palette) -> Vec<Effect> {
        if palette.waiting.is_some() && !palette.only_commands() && !palette.listing {
            // What is shown answers what was typed before.
            palette.hasty = true;
            self.overlay = Some(Overlay::Palette(palette));
            return Vec::new();
        }
        let pick = palette.pick();
        match pick {
            Some(Pick::Command(action)) => {
                self.keep(palette);
                return perform(self, action);
            }
            Some(pick) => {
                let row = palette.row(pick).cloned();
                let card = match (row, pick) {
                    (Some(row), _) => self.take_row(&row),
                    (None, Pick::Gap(at)) => gap(&self.corpus, &palette, at),
                    (None, _) => None,
                };
                match card {
                    Some(card) => {
                        self.keep(palette.clone());
                        self.beneath.push(Overlay::Palette(palette));
                        self.overlay = Some(Overlay::Card(card));
                    }
                    None => self.keep(palette),
                }
            }
            None => self.overlay = Some(Overlay::Palette(palette)),
        }
        Vec::new()
    }

    /// Goes where a row leads; the card of one that has a card.
    fn take_row(&mut self, row: &Row) -> Option<Card> {
        match (row.subject, row.place) {
            (Subject::Country(country), _) => {
                self.narrow_to(country);
                None
            }
            (Subject::Document(id), _) => {
                self.read_document(id);
                None
            }
            (_, Some(place)) => Some(Card::new(&self.corpus, row.subject, place, &row.lit)),
            (_, None) => None,
        }
    }

    fn narrow_to(&mut self, country: Country) {
        let countries = CountryFilter::any([country]);
        self.look_through(Lens { countries, ..self.lens.clone() });
        self.focus_on(Pane::Events);
    }

    /// Keeps a lookup to come back to.
    pub(super) fn keep(&mut self, palette: Palette) {
        if !palette.is_empty() {
            self.left = Some(palette);
        }
    }

    /// The card of what is selected, or of the sentence that is read.
    pub fn open_card(&mut self) {
        let card = match self.focus {
            Pane::Events => {
                self.selected_event().and_then(|id| Card::of(&self.corpus, Subject::Event(id)))
            }
            Pane::Indicators => self
                .selected_indicator()
                .and_then(|id| Card::of(&self.corpus, Subject::Indicator(id))),
            Pane::Assessments => self.selected_assessment().and_then(|id| {
                let row = self.corpus.assessments.get(id.index())?;
                let place = (row.document, self.corpus.assessment(id)?.1.span);
                Some(Card::new(&self.corpus, Subject::Sentence, place, &[]))
            }),
            Pane::Reader => self.card_of_lit(),
            Pane::Documents => None,
        };
        if let Some(card) = card {
            self.beneath.clear();
            self.overlay = Some(Overlay::Card(card));
        }
    }

    fn card_of_lit(&self) -> Option<Card> {
        let (id, document) = (self.reader.document?, self.document()?);
        let sentence = self.reader.lit(document)?;
        let subject = self.index.item_at(&self.corpus, id, sentence.start);
        Some(Card::new(&self.corpus, subject, (id, sentence), &[]))
    }

    /// Goes on from the card to its sentence in the text.
    pub(super) fn read_on(&mut self, card: &Card, raw: bool) {
        self.beneath.clear();
        self.leave_place();
        if let Subject::Event(id) = card.subject {
            self.events.anchor = Some(id);
            self.events.find_anchor(&self.view);
        }
        self.show_hit(Hit { document: card.document, sentence: card.sentence });
        self.focus_on(Pane::Reader);
        if self.reader.raw != raw {
            self.toggle_raw();
        }
    }

    /// The next or previous card of the list that the card was taken from.
    pub(super) fn next_card(&mut self, by: isize) {
        if self.next_mention(by) || self.next_beside(by) {
            return;
        }
        if let Some(Overlay::Palette(palette)) = self.beneath.last_mut() {
            let count = palette.picks().len();
            palette.selected = crate::app::scroll::step(palette.selected, by, count);
            let row = palette.pick().and_then(|pick| palette.row(pick)).cloned();
            let place = row.and_then(|row| Some((row.subject, row.place?, row.lit)));
            if let Some((subject, place, lit)) = place {
                self.overlay = Some(Overlay::Card(Card::new(&self.corpus, subject, place, &lit)));
            }
            return;
        }
        let subject = match &self.overlay {
            Some(Overlay::Card(card)) => card.subject,
            _ => return,
        };
        let next = match subject {
            Subject::Event(id) => {
                let at = self.view.position(id).map(|at| at.saturating_add_signed(by));
                at.and_then(|at| self.view.events.get(at)).map(|&id| Subject::Event(id))
            }
            Subject::Indicator(id) => {
                let next = if self.findings == Pane::Indicators {
                    self.indicators.beside(id, by).inspect(|next| self.indicators.select(*next))
                } else {
                    let at = self.view.indicators.binary_search(&id).ok();
                    let at = at.map(|at| at.saturating_add_signed(by));
                    at.and_then(|at| self.view.indicators.get(at)).copied()
                };
                next.map(Subject::Indicator)
            }
            _ => {
                self.notice = Some("no list to go on in".into());
                return;
            }
        };
        let Some(card) = next.and_then(|subject| Card::of(&self.corpus, subject)) else { return };
        if let Some(Subject::Event(id)) = next {
            self.events.anchor = Some(id);
            self.events.find_anchor(&self.view);
        }
        self.overlay = Some(Overlay::Card(card));
    }

    /// On the card of a person or a body: goes on to another of its mentions. Whether it is such a card.
    fn next_mention(&mut self, by: isize) -> bool {
        let (Some(Overlay::Card(card)), Some(roster)) = (&mut self.overlay, &self.roster) else {
            return false;
        };
        let Subject::Entry(at, _) = card.subject else { return false };
        let Some(entry) = roster.entries().get(at as usize) else { return false };
        let mentions = roster.mentions(entry);
        let here = mentions
            .iter()
            .position(|words| words.document == card.document && card.sentence.covers(words.span));
        let sentence = |words: &Words| {
            let text = &self.corpus.document(words.document)?.text;
            text.sentence_at(words.span.start).and_then(|at| text.sentences.get(at)).copied()
        };
        // Several mentions in one sentence are one step.
        let mut next = here.unwrap_or(0);
        let found = loop {
            let Some(step) = next.checked_add_signed(by).filter(|n| *n < mentions.len()) else {
                break None;
            };
            next = step;
            let Some(words) = mentions.get(next) else { break None };
            let span = sentence(words).unwrap_or(words.span);
            if (words.document, span) != (card.document, card.sentence) {
                break Some((words, span));
            }
        };
        match found {
            Some((words, span)) => {
                (card.document, card.sentence) = (words.document, span);
                card.lit = vec![words.span];
                self.notice = Some(format!("mention {} of {}", next + 1, mentions.len()));
            }
            None => self.notice = Some("no other mention that way".into()),
        }
        true
    }

    /// Copies the card as a citation, or as Markdown.
    pub fn copy(&mut self, markdown: bool) -> Vec<Effect> {
        let Some(Overlay::Card(card)) = &self.overlay else { return Vec::new() };
        let Some(document) = self.corpus.document(card.document) else { return Vec::new() };
        let citation = Citation::of(document, card.sentence);
        let text = if markdown { citation.markdown() } else { citation.plain() };
        let what = if markdown { "as Markdown" } else { "as a citation" };
        self.notice = Some(format!("sent to the terminal's clipboard {what} (OSC 52)"));
        vec![Effect::Copy(text)]
    }

    /// The card of another report of the same, by its number on the card.
    pub(super) fn other_card(&mut self, number: usize) {
        let Some(Overlay::Card(card)) = &self.overlay else { return };
        let other = card.others.get(number);
        let other = other.and_then(|other| Card::of(&self.corpus, other.subject));
        if let (Some(other), Some(here)) = (other, self.overlay.take()) {
            self.beneath.push(here);
            self.overlay = Some(Overlay::Card(other));
        }
    }
}

fn gap(corpus: &Corpus, palette: &Palette, at: usize) -> Option<Card> {
    let no = palette.answer.as_ref()?.no.as_ref()?;
    no.gaps.get(at).map(|&place| Card::new(corpus, Subject::Sentence, place, &[]))
}

/// The commands that what is typed can mean now, the best first.
fn commands(app: &App, typed: &str) -> Vec<(Match, Action)> {
    let only = typed.starts_with(COMMAND);
    let typed = typed.trim_start_matches(COMMAND).trim().to_lowercase();
    let here = |command: &&Command| command.context == Context::Panes && (command.enabled)(app);
    let found = command::table().iter().filter(here);
    let meant = |command: &Command| Some((meant(command, &typed, only)?, command.action));
    let mut found: Vec<(Match, Action)> = found.filter_map(meant).collect();
    found.sort_by_key(|(matched, _)| std::cmp::Reverse(*matched));
    found.truncate(if only { usize::MAX } else { COMMANDS });
    found
}

/// How what is typed means a command; all are meant by nothing where only commands are asked for.
fn meant(command: &Command, typed: &str, only: bool) -> Option<Match> {
    if typed.is_empty() {
        return only.then_some(Match::Start);
    }
    let title = command.title.to_lowercase();
    if title == typed || command.name == typed {
        return Some(Match::Exact);
    }
    let long = typed.chars().count() > 2;
    if title.starts_with(typed) && (long || only) {
        return Some(Match::Prefix);
    }
    let words = || title.split([' ', '-']).chain(command.name.split('-'));
    let starts = typed.split(' ').all(|typed| words().any(|word| word.starts_with(typed)));
    (starts && (long || only)).then_some(Match::Start)
}
