//! Reads the keyboard on a thread of its own and turns what crossterm reports into messages. The only place where
//! key releases are dropped and Shift is made part of the character.

use crate::app::{Code, Key, Message, Mouse};
use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};
use ratatui::layout::Size;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long the thread waits for a key before it looks whether it is to stop.
const PATIENCE: Duration = Duration::from_millis(100);

/// The input thread; dropping it stops and joins it, or leaves it where it does not stop in time: a closed terminal
/// holds crossterm's reader for ever.
pub(super) struct Input {
    stop: Arc<AtomicBool>,
    over: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Input {
    /// Starts to listen to the keyboard.
    pub(super) fn start(outbox: Sender<Message>) -> io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let (alive, over) = mpsc::channel();
        let stopped = Arc::clone(&stop);
        let thread = std::thread::Builder::new().name("input".into()).spawn(move || {
            while !stopped.load(Ordering::Relaxed) && listen(&outbox) {}
            drop(alive);
        })?;
        Ok(Self { stop, over, thread: Some(thread) })
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let gone = self.over.recv_timeout(PATIENCE * 5) == Err(RecvTimeoutError::Disconnected);
        if let Some(thread) = self.thread.take().filter(|_| gone) {
            // A panic of the thread has been noted by the hook.
            let _ = thread.join();
        }
    }
}

/// Waits for one event and sends it on; false when there is nobody to send to or nothing to read from.
fn listen(outbox: &Sender<Message>) -> bool {
    match event::poll(PATIENCE) {
        Ok(false) => true,
        Ok(true) => match event::read() {
            Ok(event) => message(event).is_none_or(|m| outbox.send(m).is_ok()),
            Err(_) => hang_up(outbox),
        },
        Err(_) => hang_up(outbox),
    }
}

/// The terminal is gone, or a signal came: there is nothing left but to quit.
pub(super) fn hang_up(outbox: &Sender<Message>) -> bool {
    let quit = Key { code: Code::Char('c'), ctrl: true, alt: false };
    let _ = outbox.send(Message::Key(quit));
    false
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) => key_of(key).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(width, height) => Some(Message::Resize(Size { width, height })),
        Event::Mouse(mouse) => mouse_of(mouse),
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn mouse_of(mouse: MouseEvent) -> Option<Message> {
    let what = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
        MouseEventKind::ScrollDown => Mouse::WheelDown,
        MouseEventKind::ScrollUp => Mouse::WheelUp,
        _ => return None,
    };
    Some(Message::Mouse(what, mouse.column, mouse.row))
}

fn key_of(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        KeyCode::Char(c) if shift => Code::Char(c.to_uppercase().next().unwrap_or(c)),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let has = |modifier| key.modifiers.contains(modifier);
    Some(Key { code, ctrl: has(KeyModifiers::CONTROL), alt: has(KeyModifiers::ALT) })
}
