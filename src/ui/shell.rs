//! The loop: waits for messages, lets the state change, draws once. The only place that waits.

use super::{Styles, draw};
use crate::app::{App, Effect, Message, update};
use crate::model::{Corpus, Left};
use crate::query::Index;
use crate::signposts::{Kept, Task};
use crate::work::{Ask, Asked, Study};
use anyhow::{Result, anyhow};
use ratatui::Terminal;
use ratatui::backend::Backend;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// The longest the loop takes messages in before it draws: a busy sender must not starve the screen.
const BATCH: Duration = Duration::from_millis(8);

/// Carries out what only the owner of a real terminal can.
pub trait Perform {
    /// Stops the process until the user brings it back; the screen is then drawn anew.
    ///
    /// # Errors
    /// When the terminal fails.
    fn suspend(&mut self) -> Result<()>;

    /// Reads again the bytes of a document that were left in its file.
    ///
    /// # Errors
    /// Why they cannot be had, in words for the user.
    fn fetch(&mut self, left: &Left) -> Result<Arc<[u8]>, String>;

    /// Has a question answered; the answer comes as a message.
    fn ask(&mut self, asked: Asked);

    /// Reads the analyst's file, or makes a change in it.
    ///
    /// # Errors
    /// Why that could not be done, in words for the user; the file is then what it was.
    fn keep(&mut self, task: &Task) -> Result<Kept, String>;

    /// Has a term told of; what is told comes as a message.
    fn study(&mut self, study: Study, corpus: Arc<Corpus>, index: Arc<Index>);

    /// Puts a text into the terminal's clipboard.
    ///
    /// # Errors
    /// When the terminal fails.
    fn copy(&mut self, text: &str) -> Result<()>;
}

/// Runs until the user quits or nobody can send any more, and gives the last state back.
///
/// # Errors
/// When the terminal fails.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    mut app: App,
    styles: &Styles,
    inbox: &Receiver<Message>,
    hands: &mut dyn Perform,
) -> Result<App>
where
    B::Error: Send + Sync + 'static,
{
    let start = now();
    paint(terminal, &app, styles)?;
    while let Ok(message) = inbox.recv() {
        app.elapsed = now().saturating_duration_since(start);
        let mut effects = update(&mut app, message);
        let until = now() + BATCH;
        while !effects.contains(&Effect::Quit)
            && now() < until
            && let Ok(message) = inbox.try_recv()
        {
            effects.extend(update(&mut app, message));
        }
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(app),
                Effect::Redraw => repaint(terminal)?,
                Effect::Fetch(path, left) => {
                    let bytes = hands.fetch(&left);
                    // What is fetched is shown; it asks for nothing more.
                    let _ = update(&mut app, Message::Fetched(path, bytes));
                }
                Effect::Keep(task) => {
                    let done = hands.keep(&task).map(Box::new);
                    // What became of it is shown; that asks for nothing more.
                    let _ = update(&mut app, Message::Kept(task, done));
                }
                Effect::Ask(ask) => hands.ask(asked(&app, ask)),
                Effect::Study(study) => {
                    hands.study(study, Arc::clone(&app.corpus), Arc::clone(&app.index));
                }
                Effect::Copy(text) => hands.copy(&text)?,
                Effect::Suspend => {
                    hands.suspend()?;
                    repaint(terminal)?;
                }
            }
        }
        paint(terminal, &app, styles)?;
    }
    Ok(app)
}

/// A question about the corpus that is shown.
fn asked(app: &App, ask: Ask) -> Asked {
    let (corpus, index) = (Arc::clone(&app.corpus), Arc::clone(&app.index));
    Asked { ask, corpus, index, whole: !app.loading }
}

fn paint<B: Backend>(terminal: &mut Terminal<B>, app: &App, styles: &Styles) -> Result<()>
where
    B::Error: Send + Sync + 'static,
{
    terminal.draw(|frame| draw(app, styles, frame))?;
    Ok(())
}

/// Forgets what the terminal shows, so that the next drawing sends every cell. `Terminal::clear` would ask the
/// terminal where its cursor is and might wait two seconds for an answer.
fn repaint<B: Backend>(terminal: &mut Terminal<B>) -> Result<()>
where
    B::Error: Send + Sync + 'static,
{
    let size = terminal.size().map_err(|e| anyhow!(e))?;
    terminal.resize(ratatui::layout::Rect::from((ratatui::layout::Position::ORIGIN, size)))?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the shell is where time is looked at")]
fn now() -> Instant {
    Instant::now()
}
