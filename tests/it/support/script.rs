//! Key scripts: `j j <tab> /foo <enter>`. A word in brackets is one key; any other word is typed.

use super::corpus;
use bluf::app::keymap::{Meaning, lookup};
use bluf::app::update::contexts;
use bluf::app::{Action, App, Effect, Key, Message, update};
use bluf::query::{Index, Lens};
use ratatui::layout::Size;
use std::sync::Arc;

/// An explorer of the small corpus at a size, loaded.
pub fn started(width: u16, height: u16) -> App {
    let mut app = App::new(Size { width, height }, Lens::default());
    let corpus = corpus();
    let index = Index::new(&corpus);
    update(&mut app, Message::Loaded(Arc::new(corpus), Arc::new(index)));
    app
}

/// The keys of a script.
pub fn keys(script: &str) -> Vec<Key> {
    script
        .split_whitespace()
        .flat_map(|word| {
            if word.len() > 2 && word.starts_with('<') && word.ends_with('>') {
                vec![Key::parse(word).unwrap_or_else(|| panic!("{word} is no key"))]
            } else {
                word.chars().map(|c| Key::parse(&c.to_string()).unwrap()).collect()
            }
        })
        .collect()
}

/// Presses a script; the effects of the whole of it.
pub fn script(app: &mut App, script: &str) -> Vec<Effect> {
    keys(script).into_iter().flat_map(|key| update(app, Message::Key(key))).collect()
}

/// The actions a script asks for.
pub fn actions(app: &mut App, script: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    for key in keys(script) {
        let pressed: Vec<Key> = app.pending.iter().copied().chain([key]).collect();
        if let Meaning::Action(action) = lookup(contexts(app), &pressed) {
            actions.push(action);
        }
        update(app, Message::Key(key));
    }
    actions
}
