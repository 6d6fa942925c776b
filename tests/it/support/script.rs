//! Key scripts: `j j <tab> /foo <enter>`. A word in brackets is one key; any other word is typed.

use super::corpus;
use bluf::app::keymap::{Meaning, lookup};
use bluf::app::update::contexts;
use bluf::app::{Action, App, Effect, Key, Message, update};
use bluf::query::{Index, Lens, Lookup};
use bluf::signposts::{Kept, Store, Task};
use ratatui::layout::Size;
use std::cell::RefCell;
use std::sync::Arc;
use tempfile::TempDir;

thread_local! {
    /// The folder of the analyst's file of this thread's test.
    static FOLDER: RefCell<Option<TempDir>> = const { RefCell::new(None) };
}

/// Puts another file of the analyst's in the place of the one this thread's test has; none where nothing is given.
pub fn analyst(text: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    if let Some(text) = text {
        std::fs::write(folder.path().join(FILE), text).unwrap();
    }
    FOLDER.set(Some(folder));
}

/// What the file of this thread's test says.
pub fn analysts_file() -> String {
    FOLDER.with_borrow(|folder| {
        std::fs::read_to_string(folder.as_ref().unwrap().path().join(FILE)).unwrap()
    })
}

const FILE: &str = "signposts.toml";

/// Does a task with that file; the name of its folder is another in each run and is left out.
fn keep(task: &Task) -> Result<Kept, String> {
    FOLDER.with_borrow_mut(|folder| {
        let folder = folder.get_or_insert_with(|| tempfile::tempdir().unwrap()).path();
        let named = format!("{}/", folder.display());
        let done = Store::at(folder.join(FILE)).perform(task);
        let done = done.map(|kept| Kept { path: kept.path.replace(&named, ""), ..kept });
        done.map_err(|why| why.replace(&named, ""))
    })
}

/// An explorer of the small corpus at a size, loaded; the analyst has no file yet.
pub fn started(width: u16, height: u16) -> App {
    analyst(None);
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
        if let Effect::Study(study) = &effect {
            let (corpus, index) = (Arc::clone(&app.corpus), Arc::clone(&app.index));
            let told = Ok(Arc::new(index.narrative(&corpus, &study.lens, &study.term)));
            effects.extend(update(app, Message::Studied(study.ticket, corpus, told)));
        }
        if let Effect::Ask(ask) = effect {
            let (corpus, index) = (Arc::clone(&app.corpus), Arc::clone(&app.index));
            let answer =
                Lookup::new(Arc::clone(&corpus), index).ask(&ask.question, &ask.changes, ask.limit);
            let answered = Message::Answered(ask.ticket, corpus, Ok(Arc::new(answer)));
            effects.extend(update(app, answered));
        } else if let Effect::Keep(task) = effect {
            let done = keep(&task).map(Box::new);
            effects.extend(update(app, Message::Kept(task, done)));
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
