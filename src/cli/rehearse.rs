//! `bluf rehearse`: questions drawn from the corpus. On a terminal a person answers them in the explorer; without one bluf
//! plays both parts, types each question until its answer is among the first nine rows, and takes it.

use super::arguments::Format;
use super::format::{self, Row};
use crate::app::rehearsal::Rehearsal;
use crate::app::{App, Code, Effect, Key, Message, update};
use crate::model::Corpus;
use crate::query::lookup::Changes;
use crate::query::{Citation, Index, Lens, Lookup, Roster};
use ratatui::layout::Size;
use serde::Serialize;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// One question and what came of it.
#[derive(Debug, Serialize)]
struct RehearseRow<'a> {
    question: &'a str,
    /// Whether the answer was on screen in the end.
    found: bool,
    /// Keys pressed until it was, the one that opens the lookup and the one that takes the row included.
    keys: usize,
    /// Seconds they took.
    seconds: f64,
    /// The row the answer stood on when the whole question was typed, from 1; nothing where a person answered.
    rank: Option<usize>,
    doc: &'a str,
    line: Option<u32>,
    quote: &'a str,
}

impl Row for RehearseRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["found", "keys", "seconds", "rank", "question", "doc", "line", "quote"];
    const SHOWN: usize = 5;

    fn cells(&self) -> Vec<String> {
        vec![
            if self.found { "yes" } else { "no" }.to_owned(),
            self.keys.to_string(),
            format!("{:.3}", self.seconds),
            self.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            self.question.to_owned(),
            self.doc.to_owned(),
            self.line.map(|line| line.to_string()).unwrap_or_default(),
            self.quote.to_owned(),
        ]
    }
}

/// What is rehearsed, and how it is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) count: usize,
    pub(super) seed: u64,
    pub(super) format: Option<Format>,
}

/// Plays both parts; how many questions were asked.
pub(super) fn print(
    corpus: &Arc<Corpus>,
    asked: Asked,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<usize> {
    let index = Arc::new(Index::new(corpus));
    let mut lookup = Lookup::new(Arc::clone(corpus), Arc::clone(&index));
    let roster = Arc::new(Roster::new(corpus));
    lookup.meet(Arc::clone(&roster));
    let mut rehearsal = Rehearsal { count: asked.count, seed: asked.seed, ..Rehearsal::default() };
    rehearsal.draw(corpus, &roster, Duration::ZERO);
    let mut rows = Vec::new();
    for at in 0..rehearsal.drills.len() {
        let Some(drill) = rehearsal.drills.get(at) else { continue };
        let one = Rehearsal { count: 1, drills: vec![drill.clone()], ..Rehearsal::default() };
        let mut player = Player::new((corpus, &index), &mut lookup, one);
        let rank = player.rank(&drill.question);
        player.play(&drill.question);
        rows.extend(
            row(corpus, &player.app, rank)
                .into_iter()
                .map(|row| RehearseRow { question: &drill.question, ..row }),
        );
    }
    let count = format::print(&rows, asked.format, out)?;
    sum_up(&rows, err)?;
    Ok(count)
}

/// Prints what came of a rehearsal in the explorer.
///
/// # Errors
/// When `out` cannot be written.
pub fn scores(app: &App, out: &mut dyn Write) -> anyhow::Result<()> {
    let Some(rehearsal) = &app.rehearsal else { return Ok(()) };
    let mut rows = Vec::new();
    for (drill, score) in rehearsal.drills.iter().zip(&rehearsal.scores) {
        let place = drill.answers.first();
        let document = place.and_then(|(id, _)| app.corpus.document(*id));
        let cited = document.zip(place).map(|(d, (_, span))| Citation::of(d, *span));
        rows.push(RehearseRow {
            question: &drill.question,
            found: score.found,
            keys: score.keys,
            seconds: score.time.as_secs_f64(),
            rank: None,
            doc: document.map_or("", |document| &document.path),
            line: cited.as_ref().and_then(|cited| cited.line),
            quote: cited.as_ref().map_or("", |cited| cited.quote),
        });
    }
    if !rows.is_empty() {
        format::print(&rows, Some(Format::Table), out)?;
        sum_up(&rows, out)?;
    }
    Ok(())
}

/// "8 of 10 found; first row 7, first three 8; median 9 keys".
fn sum_up(rows: &[RehearseRow<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    let found: Vec<&RehearseRow<'_>> = rows.iter().filter(|row| row.found).collect();
    let mut keys: Vec<usize> = found.iter().map(|row| row.keys).collect();
    keys.sort_unstable();
    let median = keys.get(keys.len() / 2).copied().unwrap_or_default();
    let among = |most: usize| rows.iter().filter(|r| r.rank.is_some_and(|n| n <= most)).count();
    let ranks = if rows.iter().any(|row| row.rank.is_some()) {
        format!("; whole question: first row {}, first three {}", among(1), among(3))
    } else {
        String::new()
    };
    writeln!(out, "bluf: {} of {} found{ranks}; median {median} keys", found.len(), rows.len())
}

fn row<'a>(corpus: &'a Corpus, app: &App, rank: Option<usize>) -> Option<RehearseRow<'a>> {
    let rehearsal = app.rehearsal.as_ref()?;
    let drill = rehearsal.drills.first()?;
    let score = rehearsal.scores.first();
    let (id, span) = *drill.answers.first()?;
    let document = corpus.document(id)?;
    let cited = Citation::of(document, span);
    Some(RehearseRow {
        question: "",
        found: score.is_some_and(|score| score.found),
        keys: score.map_or(rehearsal.keys, |score| score.keys),
        seconds: score.map_or(app.elapsed, |score| score.time).as_secs_f64(),
        rank,
        doc: &document.path,
        line: cited.line,
        quote: cited.quote,
    })
}

/// Somebody who types a question until its answer is in sight.
struct Player<'a> {
    app: App,
    lookup: &'a mut Lookup,
    start: Instant,
}

impl<'a> Player<'a> {
    fn new(
        (corpus, index): (&Arc<Corpus>, &Arc<Index>),
        lookup: &'a mut Lookup,
        rehearsal: Rehearsal,
    ) -> Self {
        let size = Size { width: 120, height: 40 };
        let mut app = App::new(size, Lens::default());
        update(&mut app, Message::Loaded(Arc::clone(corpus), Arc::clone(index)));
        app.roster = lookup.roster().cloned();
        app.rehearsal = Some(rehearsal);
        Self { app, lookup, start: now() }
    }

    /// The row on which the answer to the whole question stands, from 1.
    fn rank(&mut self, question: &str) -> Option<usize> {
        let answer = self.lookup.ask(question, &Changes::new(), 50);
        let answers = &self.app.rehearsal.as_ref()?.drills.first()?.answers;
        let right = |place: Option<_>| place.is_some_and(|place| answers.contains(&place));
        answer.rows.iter().position(|row| right(row.place)).map(|at| at + 1)
    }

    /// Types until the answer is among the first nine rows, then takes it.
    fn play(&mut self, question: &str) {
        self.press(Code::Char(' '), false);
        for c in question.chars() {
            self.press(Code::Char(c), false);
            if let Some(row) = self.sighted() {
                let digit = char::from_digit(row as u32 + 1, 10).unwrap_or('1');
                self.press(Code::Char(digit), true);
                return;
            }
        }
    }

    /// The row of the answer, where it is among the first nine.
    fn sighted(&self) -> Option<usize> {
        use crate::app::overlay::{Overlay, Pick};
        let Some(Overlay::Palette(palette)) = &self.app.overlay else { return None };
        let answers = &self.app.rehearsal.as_ref()?.drills.first()?.answers;
        palette.picks().iter().take(9).position(|pick| match pick {
            Pick::Row(row) => row.place.is_some_and(|place| answers.contains(&place)),
            _ => false,
        })
    }

    fn press(&mut self, code: Code, alt: bool) {
        self.app.elapsed = now().saturating_duration_since(self.start);
        let mut effects = update(&mut self.app, Message::Key(Key { code, ctrl: false, alt }));
        while let Some(effect) = effects.pop() {
            if let Effect::Ask(ask) = effect {
                let answer = self.lookup.ask(&ask.question, &ask.changes, ask.limit);
                self.app.elapsed = now().saturating_duration_since(self.start);
                let corpus = Arc::clone(self.lookup.corpus());
                let answered = Message::Answered(ask.ticket, corpus, Ok(Arc::new(answer)));
                effects.extend(update(&mut self.app, answered));
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a rehearsal is timed")]
fn now() -> Instant {
    Instant::now()
}
