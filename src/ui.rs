//! Draws the state and feeds the loop; owns the terminal. Never changes state but through [`crate::app::update()`].

mod canvas;
mod draw;
mod input;
mod options;
mod overlay;
mod pane;
mod pen;
mod shell;
mod status;
mod terminal;
mod theme;

pub use draw::draw;
pub use options::Options;
pub use shell::{Perform, run as run_loop};
pub use theme::Styles;

use crate::app::rehearsal::Rehearsal;
use crate::app::{App, Message};
use crate::model::Day;
use crate::source::Raw;
use crate::work::{self, Order};
use anyhow::{Context, Result, bail};
use std::io::IsTerminal;
use std::sync::mpsc;

/// Today, in universal time: how old a figure is is told by it, and nothing else.
#[expect(clippy::disallowed_methods, reason = "no date of a document is ever counted from it")]
fn today() -> Day {
    /// Days from the first of January of year 1 to that of 1970.
    const EPOCH: i32 = 719_163;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Day(EPOCH + since.map_or(0, |since| (since.as_secs() / 86_400) as i32))
}

/// Opens the explorer on the terminal and stays until the user quits; its last state comes back. The first frame is up before a file has been looked
/// for; what `order` asks for is read on threads of its own.
///
/// # Errors
/// When standard output is no terminal, or when the terminal fails. Standard input may be a document: keys are read
/// from the terminal itself then.
pub fn run<F>(order: Order<F>, options: &Options) -> Result<App>
where
    F: FnMut(usize) -> Vec<Raw> + Send + 'static,
{
    if !std::io::stdout().is_terminal() {
        bail!(
            "the explorer needs a terminal; piped, use `bluf events`, `bluf documents` or another command (see `bluf --help`)"
        );
    }
    let guard = terminal::Guard::new(options.mouse).context("cannot set up the terminal")?;
    let mut terminal = guard.terminal().context("cannot set up the terminal")?;
    let (outbox, inbox) = mpsc::channel();
    let loading = outbox.clone();
    std::thread::Builder::new().name("load".into()).spawn(move || {
        let follow = || work::follow(order, |report| loading.send(Message::of(report)).is_ok());
        if std::panic::catch_unwind(std::panic::AssertUnwindSafe(follow)).is_err() {
            // The explorer may have been left by now.
            let _ = loading.send(Message::LoadFailed(terminal::last_panic()));
        }
    })?;
    let mut app = App::new(terminal.size()?, options.lens.clone());
    app.today = Some(today());
    app.rehearsal =
        options.rehearse.map(|(count, seed)| Rehearsal { count, seed, ..Rehearsal::default() });
    let styles = Styles::new(options.colour);
    let mut hands = terminal::Hands::new(outbox, options)?;
    let app = shell::run(&mut terminal, app, &styles, &inbox, &mut hands)?;
    Ok(app)
}
