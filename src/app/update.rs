//! The only place where state changes: dispatch, nothing else. No clock, no disk, no threads.

use super::command::{self, Context};
use super::keymap::{self, Meaning};
use super::overlay::{Board, Overlay};
use super::pane::{Item, Motion};
use super::{Action, App, Code, Effect, Ending, Key, Message, Mouse, Pane, geometry};
use crate::model::{Bytes, Corpus};
use crate::query::Index;
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

/// Takes in what happened and says what the shell is to do about it.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    app.touched |= matches!(message, Message::Key(_) | Message::Paste(_) | Message::Mouse(..));
    let pressed = matches!(message, Message::Key(_) | Message::Paste(_));
    let answered = matches!(message, Message::Answered(..));
    let mut effects = match message {
        Message::Key(key) => press(app, key),
        Message::Paste(text) => paste(app, &text),
        Message::Resize(size) => {
            app.size = size;
            Vec::new()
        }
        Message::Mouse(mouse, x, y) => point(app, mouse, Position { x, y }),
        Message::Progress(progress) => {
            app.progress = progress;
            app.loading = true;
            Vec::new()
        }
        Message::SoFar(corpus, index) => renew(app, corpus, index),
        Message::Loaded(corpus, index) => {
            app.loading = false;
            let effects = renew(app, corpus, index);
            app.draw_rehearsal();
            effects
        }
        Message::Fetched(path, bytes) => fetched(app, &path, bytes),
        Message::Kept(task, done) => {
            app.kept(&task, done);
            Vec::new()
        }
        Message::Met(corpus, roster) => {
            app.meet(&corpus, roster);
            Vec::new()
        }
        Message::Answered(ticket, corpus, answer) => app.answered(ticket, &corpus, answer),
        Message::Studied(ticket, corpus, told) => {
            app.studied(ticket, &corpus, told);
            Vec::new()
        }
        Message::LoadFailed(why) => {
            app.loading = false;
            app.notice = Some(why);
            Vec::new()
        }
    };
    settle(app);
    effects.extend(missing(app));
    if pressed || answered {
        app.rehearse(pressed);
    }
    effects.extend(app.due());
    effects
}

/// Asks for the bytes that are to be shown and are not at hand.
fn missing(app: &mut App) -> Option<Effect> {
    let document = app.document().filter(|_| app.reader.raw)?;
    let Bytes::Left(left) = &document.bytes else { return None };
    let (path, left) = (document.path.clone(), left.clone());
    app.reader.asks(&path).then_some(Effect::Fetch(path, left))
}

/// Shows the bytes that were asked for; without them the reading text comes back, and the reason is told.
fn fetched(app: &mut App, path: &str, bytes: Result<Arc<[u8]>, String>) -> Vec<Effect> {
    match bytes {
        Ok(bytes) => app.reader.hold(&app.corpus, path, bytes),
        Err(why) => {
            let folded = app.reader.folded;
            app.reader.forget();
            app.reader.switch(&app.corpus, false, folded);
            app.notice = Some(format!("{path}: {why}"));
        }
    }
    Vec::new()
}

fn renew(app: &mut App, corpus: Arc<Corpus>, index: Arc<Index>) -> Vec<Effect> {
    settle(app);
    app.renew(corpus, index);
    Vec::new()
}

/// Fits the panes to the screen as it now stands.
fn settle(app: &mut App) {
    let areas = geometry::areas(app.size, app);
    let size = |r: Rect| (usize::from(r.width), usize::from(r.height));
    if !areas.text.is_empty() {
        let (columns, rows) = size(areas.text);
        app.reader.resize(&app.corpus, columns, rows);
    }
    let height = size(areas.finding_rows).1;
    app.events.settle(height, app.view.events.len());
    app.lay();
    app.indicators.rows.settle(height, app.indicators.lines.len());
    app.assessments.rows.settle(height, app.assessments.listed.len());
    let current = app.document().and_then(|d| d.section_at(app.reader.lit(d)?.start));
    let heights = [size(areas.document_rows).1 / 2, size(areas.outline_rows).1];
    let lens = [app.view.documents.len(), app.document().map_or(0, |d| d.sections.len())];
    app.documents.settle(heights, lens, current);
    let popup = geometry::popup(app.size, 1, usize::MAX >> 1);
    app.settle_overlay(usize::from(popup.height.saturating_sub(4)));
}

/// Where the next key is looked up, first match wins.
pub fn contexts(app: &App) -> &'static [Context] {
    match &app.overlay {
        None => &[Context::Panes, Context::Anywhere],
        Some(Overlay::Countries(_)) => &[Context::Picker, Context::Overlay, Context::Anywhere],
        Some(Overlay::Palette(_)) => &[Context::Lookup, Context::Overlay, Context::Anywhere],
        Some(Overlay::Card(_)) => &[Context::Card, Context::Overlay, Context::Anywhere],
        Some(Overlay::Coverage(_)) => {
            &[Context::Coverage, Context::Grid, Context::Overlay, Context::Anywhere]
        }
        Some(Overlay::Compare(_)) => {
            &[Context::Compare, Context::Grid, Context::Overlay, Context::Anywhere]
        }
        Some(Overlay::Brief(_)) => {
            &[Context::Brief, Context::Grid, Context::Overlay, Context::Anywhere]
        }
        Some(Overlay::Board(board)) => board_contexts(board),
        Some(Overlay::Sheet(_)) => {
            &[Context::Sheet, Context::Grid, Context::Overlay, Context::Anywhere]
        }
        Some(Overlay::Narrative(_)) => &[Context::Narrative, Context::Overlay, Context::Anywhere],
        Some(_) => &[Context::Overlay, Context::Anywhere],
    }
}

/// The same on the board of warning signs: while a line is typed its keys are letters.
pub fn board_contexts(board: &Board) -> &'static [Context] {
    match (&board.prompt, board.scenario) {
        (Some(_), _) => &[Context::Overlay, Context::Anywhere],
        (None, Some(_)) => &[Context::Matrix, Context::Grid, Context::Overlay, Context::Anywhere],
        (None, None) => &[Context::Board, Context::Grid, Context::Overlay, Context::Anywhere],
    }
}

/// One key: an action, the start of a sequence, or a character for a field. A broken sequence loses no key.
fn press(app: &mut App, key: Key) -> Vec<Effect> {
    app.notice = None;
    let begun = !app.pending.is_empty();
    app.pending.push(key);
    match keymap::lookup(contexts(app), &app.pending) {
        Meaning::Action(action) => {
            app.pending.clear();
            return perform(app, action);
        }
        Meaning::Prefix => return Vec::new(),
        Meaning::Nothing => app.pending.clear(),
    }
    if begun {
        return if key.code == Code::Esc { Vec::new() } else { press(app, key) };
    }
    app.type_key(key)
}

fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    app.type_text(text);
    Vec::new()
}

/// Does what a command says, if it can be done now.
pub fn perform(app: &mut App, action: Action) -> Vec<Effect> {
    if let Some(command) = command::of(action)
        && !(command.enabled)(app)
    {
        app.notice = Some(command::refusal(command));
        return Vec::new();
    }
    if action != Action::Gloss {
        app.glossed = None;
    }
    let effects = act(app, action);
    app.sweeping = matches!(action, Action::NextHit | Action::PreviousHit);
    effects
}

fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Quit => return end(app, Ending::Quit),
        Action::Interrupt => return end(app, Ending::Interrupted),
        Action::GiveUp => app.give_up(),
        Action::Redraw => return vec![Effect::Redraw],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Down => go(app, Motion::Rows(1)),
        Action::Up => go(app, Motion::Rows(-1)),
        Action::HalfDown => go(app, Motion::Halves(1)),
        Action::HalfUp => go(app, Motion::Halves(-1)),
        Action::PageDown => go(app, Motion::Halves(2)),
        Action::PageUp => go(app, Motion::Halves(-2)),
        Action::First => go(app, Motion::First),
        Action::Last => go(app, Motion::Last),
        Action::Accept | Action::TakeCell | Action::TakeSide | Action::TakeQuote => {
            return app.accept();
        }
        _ if action.is_of_board() => return app.act_on_board(action),
        Action::Copy => return app.copy(false),
        Action::CopyMarkdown => return app.copy(true),
        Action::CopyBrief => return app.copy_brief(false),
        Action::CopyBriefMarkdown => return app.copy_brief(true),
        _ => arrange(app, action),
    }
    Vec::new()
}

fn arrange(app: &mut App, action: Action) {
    match action {
        Action::NextPane => app.focus_on(neighbour(app, 1)),
        Action::PreviousPane => app.focus_on(neighbour(app, 2)),
        Action::Documents => app.focus_on(Pane::Documents),
        Action::Reader => app.focus_on(Pane::Reader),
        Action::Events => app.show_findings(Pane::Events),
        Action::Sort => app.sort(),
        Action::LikelihoodScale => app.next_scale(),
        Action::OnlyKind => app.only_kind(),
        Action::Indicators => app.show_findings(Pane::Indicators),
        Action::Assessments => app.show_findings(Pane::Assessments),
        Action::Out => out(app),
        Action::In => into(app),
        Action::Zoom => app.zoomed = !app.zoomed,
        Action::Leave if app.reader.raw => app.toggle_raw(),
        Action::Leave if app.zoomed => app.zoomed = false,
        Action::Leave if app.focus != Pane::Reader && app.looks_around().is_some() => {
            app.look_back();
        }
        Action::Leave => app.focus_on(app.list),
        Action::Raw => app.toggle_raw(),
        Action::Fold => {
            let (raw, folded) = (app.reader.raw, !app.reader.folded);
            app.reader.switch(&app.corpus, raw, folded);
        }
        _ => jump(app, action),
    }
}

fn jump(app: &mut App, action: Action) {
    match action {
        Action::Open => app.open(),
        Action::Outline => outline(app),
        Action::NextSection => app.step_section(true),
        Action::PreviousSection => app.step_section(false),
        Action::NextParagraph => app.step_sentence(1, true),
        Action::PreviousParagraph => app.step_sentence(-1, true),
        Action::NextSentence => app.step_sentence(1, false),
        Action::PreviousSentence => app.step_sentence(-1, false),
        Action::Gloss => app.gloss(),
        Action::NextHit => app.sweep(true),
        Action::PreviousHit => app.sweep(false),
        Action::NextReport => app.next_report(),
        Action::Back => app.travel(false),
        Action::Forward => app.travel(true),
        Action::Clear => app.clear_lens(),
        Action::Around | Action::CardAround => app.look_around(),
        Action::Wider | Action::Narrower => app.widen(action == Action::Wider),
        _ => app.act_on_overlay(action),
    }
}

fn go(app: &mut App, motion: Motion) {
    let areas = geometry::areas(app.size, app);
    match app.focus {
        Pane::Documents => {
            let sections = app.document().map_or(0, |d| d.sections.len());
            let height = usize::from(areas.document_rows.height / 2);
            app.documents.step(motion, &app.view, sections, height);
        }
        Pane::Reader => {
            let rows = motion.rows(app.reader.size.1);
            app.reader.scroll(&app.corpus, rows);
            if matches!(motion, Motion::First | Motion::Last) {
                // The end is in sight; now the light goes to the very sentence there.
                app.reader.scroll(&app.corpus, rows);
            }
        }
        Pane::Events | Pane::Indicators | Pane::Assessments => {
            app.step_findings(motion, usize::from(areas.finding_rows.height));
        }
    }
}

fn end(app: &mut App, ending: Ending) -> Vec<Effect> {
    app.ending = Some(ending);
    vec![Effect::Quit]
}

fn neighbour(app: &App, steps: usize) -> Pane {
    let order = [Pane::Documents, Pane::Reader, app.findings];
    let at = order.iter().position(|p| *p == app.focus).unwrap_or(0);
    order.get((at + steps) % order.len()).copied().unwrap_or(app.focus)
}

fn out(app: &mut App) {
    match app.focus {
        Pane::Reader => app.focus_on(app.list),
        Pane::Events | Pane::Indicators | Pane::Assessments => app.focus_on(Pane::Documents),
        Pane::Documents => {}
    }
}

fn into(app: &mut App) {
    match app.focus {
        Pane::Reader => {}
        _ if app.openable() => app.open_selected(),
        _ => {}
    }
}

fn outline(app: &mut App) {
    let current = app.document().and_then(|d| d.section_at(app.reader.lit(d)?.start));
    app.documents.selected = match app.document().map(|d| d.sections.len()) {
        Some(0) | None => app.documents.selected,
        Some(_) => Item::Section(current.unwrap_or(0)),
    };
    app.focus_on(Pane::Documents);
}

fn point(app: &mut App, mouse: Mouse, at: Position) -> Vec<Effect> {
    if app.overlay.is_some() {
        return Vec::new();
    }
    let areas = geometry::areas(app.size, app);
    let panes = [
        (areas.documents, Pane::Documents),
        (areas.reader, Pane::Reader),
        (areas.findings, app.findings),
    ];
    let Some((_, pane)) = panes.iter().find(|(area, _)| area.contains(at)) else {
        return Vec::new();
    };
    app.focus_on(*pane);
    match mouse {
        Mouse::WheelDown => go(app, Motion::Rows(3)),
        Mouse::WheelUp => go(app, Motion::Rows(-3)),
        Mouse::Click => {
            if areas.finding_rows.contains(at) {
                app.select_finding(usize::from(at.y.saturating_sub(areas.finding_rows.y)));
            }
            let document =
                usize::from(at.y.saturating_sub(areas.document_rows.y)) / 2 + app.documents.offset;
            if areas.document_rows.contains(at) && document < app.view.documents.len() {
                app.documents.selected = Item::Document(document);
                app.documents.anchor = app.view.documents.get(document).copied();
            }
        }
    }
    Vec::new()
}
