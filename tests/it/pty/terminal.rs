//! A terminal for one program: keys go in, the screen it paints comes out. Waits for conditions, never for time.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// The longest a condition may take; a busy machine is slow, a hung program is a failure.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program running in a terminal.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<(Mutex<vt100::Parser>, Condvar)>,
}

impl Terminal {
    /// Starts a program.
    pub fn open(program: &str, environment: &[(&str, &str)], rows: u16, columns: u16) -> Self {
        Self::open_with(&[program], environment, (rows, columns))
    }

    /// Starts a program with arguments: the words of its command line.
    pub fn open_with(words: &[&str], environment: &[(&str, &str)], cells: (u16, u16)) -> Self {
        let (rows, columns) = cells;
        let pair = native_pty_system().openpty(size(rows, columns)).unwrap();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_remove("NO_COLOR");
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(rows, columns, 0);
        let screen = Arc::new((Mutex::new(parser), Condvar::new()));
        let mut painted = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = painted.read(&mut bytes)
                && count > 0
            {
                shared.0.lock().unwrap().process(&bytes[..count]);
                shared.1.notify_all();
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { master: pair.master, keys, child, screen }
    }

    /// Sends keys as a terminal would.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&self, rows: u16, columns: u16) {
        self.screen.0.lock().unwrap().screen_mut().set_size(rows, columns);
        self.master.resize(size(rows, columns)).unwrap();
    }

    /// Waits until the screen is as wanted.
    pub fn wait(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        let (parser, painted) = &*self.screen;
        let parser = parser.lock().unwrap();
        let (parser, result) =
            painted.wait_timeout_while(parser, PATIENCE, |p| !condition(p.screen())).unwrap();
        assert!(!result.timed_out(), "no {what}; the screen:\n{}", parser.screen().contents());
    }

    /// Whether the screen is as wanted before long.
    pub fn shows(&self, soon: Duration, condition: impl Fn(&vt100::Screen) -> bool) -> bool {
        let (parser, painted) = &*self.screen;
        let parser = parser.lock().unwrap();
        let waited = painted.wait_timeout_while(parser, soon, |p| !condition(p.screen()));
        !waited.unwrap().1.timed_out()
    }

    /// The program's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the program's end.
    pub fn exit_code(&mut self) -> u32 {
        self.child.wait().unwrap().exit_code()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
