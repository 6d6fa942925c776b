//! The list of commands, narrowed by what is typed.

use super::command::{self, Command};
use super::overlay::Help;

impl Help {
    /// The commands every typed word is found in: in a key, the name, the title, the sentence or the heading.
    pub fn rows(&self) -> Vec<&'static Command> {
        let typed = self.field.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let exact = self.field.text().trim();
        let all = command::table().iter();
        let mut rows: Vec<&Command> = all.filter(|c| matches(c, exact, &words)).collect();
        rows.sort_by_key(|c| (!c.keys.contains(&exact), c.group));
        rows
    }
}

fn matches(command: &Command, exact: &str, words: &[&str]) -> bool {
    if command.keys.contains(&exact) {
        return true;
    }
    let group = command.group.title();
    let texts = [command.name, command.title, command.doc, group];
    let text = texts.join(" ").to_lowercase() + " " + &command.keys.join(" ");
    words.iter().all(|w| text.contains(w))
}
