//! Key scripts: `j j <tab> /foo <enter>`. A word in brackets is one key; any other word is typed.

use super::corpus;
use bluf::app::keymap::{Meaning, lookup};
use bluf::app::update::contexts;
use bluf::app::{Action, App, Effect, Key, Message, update};
use bluf::query::{Index, Lens, Lookup};
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

/// Presses a script; the effects of the whole of it. Questions are answered at once.
pub fn script(app: &mut App, script: &str) -> Vec<Effect> {
    keys(script).into_iter().flat_map(|key| press(app, key)).collect()
}

/// Presses a key; what is asked is answered at once.
pub fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let mut effects = update(app, Message::Key(key));
    let mut at = 0;
    while let Some(effect) = effects.get(at).cloned() {
        if let Effect::Ask(ask) = effect {
            let (corpus, index) = (Arc::clone(&app.corpus), Arc::clone(&app.index));
            let answer =
                Lookup::new(Arc::clone(&corpus), index).ask(&ask.question, &ask.changes, ask.limit);
            let answered = Message::Answered(ask.ticket, corpus, Ok(Arc::new(answer)));
            effects.extend(update(app, answered));
        }
        at += 1;
    }
    effects
}

/// The actions a script asks for.
pub fn actions(app: &mut App, script: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    for key in keys(script) {
        let pressed: Vec<Key> = app.pending.iter().copied().chain([key]).collect();
        if let Meaning::Action(action) = lookup(contexts(app), &pressed) {
            actions.push(action);
        }
        press(app, key);
    }
    actions
}
