//! Takes the terminal and gives it back, whatever happens: on return, on a panic, on suspending.

use super::input::Input;
use super::options::Options;
use super::shell::Perform;
use crate::app::Message;
use crate::model::{Corpus, Left};
use crate::query::Index;
use crate::signposts::{Kept, Store, Task};
use crate::source;
use crate::work::{Asked, Desk, Study};
use anyhow::Result;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};
#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::io::{self, Stdout, stdout};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::ThreadId;

/// What a thread other than the main one said when it panicked.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Takes the terminal, and makes sure that a panic gives it back.
    pub(super) fn new(mouse: bool) -> io::Result<Self> {
        hook(std::thread::current().id());
        enter(mouse).inspect_err(|_| reset())?;
        Ok(Self(()))
    }

    /// The terminal to draw on.
    #[expect(clippy::unused_self, reason = "there is no drawing without the guard")]
    pub(super) fn terminal(&self) -> io::Result<Terminal<CrosstermBackend<Stdout>>> {
        Terminal::new(CrosstermBackend::new(stdout()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        reset();
    }
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
    }
    Ok(())
}

/// Undoes everything [`enter`] does. There is nobody left to tell of a failure.
fn reset() {
    let _ = execute!(
        stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

/// On the main thread a panic gives the terminal back and is then reported as usual. On any other thread it is only
/// noted: the screen is still in use, and its text would be printed into it.
fn hook(main: ThreadId) {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == main {
            reset();
            previous(info);
        } else {
            *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = info.to_string();
        }
    }));
}

/// What the last panic of another thread said.
pub(super) fn last_panic() -> String {
    LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner).replace('\n', " ")
}

/// The owner of the input thread; stops it before the terminal is given away.
pub(super) struct Hands {
    outbox: Sender<Message>,
    mouse: bool,
    fault: bool,
    input: Option<Input>,
    desk: Desk,
    store: Option<Store>,
}

impl Hands {
    /// Starts to listen.
    pub(super) fn new(outbox: Sender<Message>, options: &Options) -> Result<Self> {
        watch_signals(outbox.clone())?;
        let input = Some(Input::start(outbox.clone())?);
        let answers = outbox.clone();
        let desk = Desk::open(move |told| answers.send(Message::told(told)).is_ok())?;
        let store = options.signposts.clone();
        Ok(Self { outbox, mouse: options.mouse, fault: options.fault, input, desk, store })
    }
}

impl Perform for Hands {
    fn suspend(&mut self) -> Result<()> {
        assert!(!self.fault, "failing on purpose");
        drop(self.input.take());
        reset();
        stop();
        enter(self.mouse)?;
        self.input = Some(Input::start(self.outbox.clone())?);
        Ok(())
    }

    fn fetch(&mut self, left: &Left) -> Result<Arc<[u8]>, String> {
        source::again(&left.path, left.sha256).map_err(|refusal| refusal.to_string())
    }

    fn ask(&mut self, asked: Asked) {
        self.desk.ask(asked);
    }

    fn keep(&mut self, task: &Task) -> Result<Kept, String> {
        match &self.store {
            Some(store) => store.perform(task),
            None => {
                Err("there is no home folder to keep signposts in: give --signposts FILE".into())
            }
        }
    }

    fn study(&mut self, study: Study, corpus: Arc<Corpus>, index: Arc<Index>) {
        self.desk.study(study, corpus, index);
    }

    fn copy(&mut self, text: &str) -> Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))?;
        Ok(())
    }
}

/// Lets a signal that asks the program to end quit it, so that the terminal is given back first. It waits on a thread of
/// its own: when a terminal is closed under crossterm, its reader reads nothing for ever and looks at no flag.
fn watch_signals(outbox: Sender<Message>) -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            if signals.forever().next().is_some() {
                super::input::hang_up(&outbox);
            }
        })?;
    }
    Ok(())
}

/// Stops this process group as the terminal's own Ctrl-Z would; returns when it is continued. Without a shell's
/// `kill` nothing happens.
fn stop() {
    let id = std::process::id().to_string();
    let _ = std::process::Command::new("kill").args(["-s", "TSTP", &id]).status();
}
