//! Keys and commands while something lies over the panes.

use super::{Before, Card, Help, Overlay, Picker, Prompt, Sources};
use crate::app::field::Field;
use crate::app::pane::Motion;
use crate::app::place::Place;
use crate::app::scroll::{follow, step};
use crate::app::update::perform;
use crate::app::{Action, App, Code, Effect, Key, Pane, geometry};
use crate::query::{DateRange, Pattern};

impl App {
    /// Commands that open, drive and close what lies over the panes.
    pub fn act_on_overlay(&mut self, action: Action) {
        match action {
            Action::Find => self.open_prompt(true),
            Action::Dates => self.open_prompt(false),
            Action::Countries => self.open_picker(),
            Action::Lookup => self.open_lookup(),
            Action::Help | Action::HelpAnywhere => self.open_help(),
            Action::Sources => {
                self.overlay = Some(Overlay::Sources(Sources::of(&self.corpus, &self.index)));
            }
            Action::Cancel => self.cancel(),
            Action::NextPart | Action::ChangePart => self.change_part(action),
            Action::Dial => self.dial = self.dial.next(),
            Action::Prove => self.on_card(|card| card.proof = !card.proof),
            Action::NextCard => self.next_card(1),
            Action::PreviousCard => self.next_card(-1),
            Action::CardRaw => {
                if let Some(Overlay::Card(card)) = self.overlay.take() {
                    self.read_on(&card, true);
                }
            }
            Action::NextItem | Action::CardDown => self.step_overlay(1),
            Action::PreviousItem | Action::CardUp => self.step_overlay(-1),
            Action::NextPage => self.step_overlay(10),
            Action::PreviousPage => self.step_overlay(-10),
            Action::ToggleCountry => self.toggle_country(),
            Action::ToggleAll => {
                let mut lens = self.lens.clone();
                lens.countries.all = !lens.countries.all;
                self.look_through(lens);
            }
            Action::ClearCountries => {
                let mut lens = self.lens.clone();
                lens.countries.countries.clear();
                self.look_through(lens);
            }
            Action::Table | Action::NextTable | Action::PreviousTable => self.act_on_sheet(action),
            Action::Narrative
            | Action::NextPartOfTelling
            | Action::PreviousPartOfTelling
            | Action::Reorder => self.act_on_telling(action),
            _ => self.act_on_shape(action),
        }
    }

    fn on_card(&mut self, change: impl FnOnce(&mut Card)) {
        if let Some(Overlay::Card(card)) = &mut self.overlay {
            change(card);
        }
    }

    fn change_part(&mut self, action: Action) {
        if let Some(Overlay::Palette(palette)) = &mut self.overlay {
            match action {
                Action::ChangePart => palette.change_part(),
                _ => palette.next_part(),
            }
        }
    }

    /// A key that is no command: takes a row of the lookup, another report on a card, or types into the field, if there
    /// is one.
    pub fn type_key(&mut self, key: Key) -> Vec<Effect> {
        match &self.overlay {
            Some(Overlay::Palette(palette)) => {
                if palette.is_empty() && key.typed() == Some(' ') {
                    self.resume_lookup();
                    return Vec::new();
                }
                let known = |word: &str| self.index.knows(word);
                let alt = match key.code {
                    Code::Char(c) if key.alt => c.to_digit(10).map(|n| n as usize),
                    _ => None,
                };
                let row = alt.and_then(|n| n.checked_sub(1));
                let row = row.or_else(|| palette.takes(key.typed()?, known));
                if let Some(row) = row {
                    return self.take_number(row);
                }
            }
            Some(Overlay::Card(_)) => {
                let number = key.typed().and_then(|c| c.to_digit(10)).unwrap_or(0);
                if let Some(number) = (number as usize).checked_sub(1) {
                    self.other_card(number);
                }
                return Vec::new();
            }
            _ => {}
        }
        let field = self.overlay.as_mut().and_then(Overlay::field);
        if field.is_some_and(|f| f.press(key)) {
            self.typed();
        }
        Vec::new()
    }

    /// Takes a row of the lookup by its place.
    fn take_number(&mut self, row: usize) -> Vec<Effect> {
        let Some(Overlay::Palette(mut palette)) = self.overlay.take() else { return Vec::new() };
        if row < palette.picks().len() {
            palette.selected = row;
            return self.take(palette);
        }
        self.overlay = Some(Overlay::Palette(palette));
        Vec::new()
    }

    /// Pasted text: goes into the field, if there is one.
    pub fn type_text(&mut self, text: &str) {
        if let Some(field) = self.overlay.as_mut().and_then(Overlay::field) {
            field.paste(text);
            self.typed();
        }
    }

    /// Keeps what was typed or picked and closes; in the help, runs the selected command.
    pub fn accept(&mut self) -> Vec<Effect> {
        match self.overlay.take() {
            Some(Overlay::Help(help)) => {
                let row = help.rows().get(help.selected).map(|c| c.action);
                return row.map_or_else(Vec::new, |action| perform(self, action));
            }
            Some(Overlay::Countries(picker)) => {
                if let Some(country) = picker.country().filter(|_| picker.meant) {
                    let mut lens = self.lens.clone();
                    if !lens.countries.contains(country) {
                        lens.countries.toggle(country);
                    }
                    self.look_through(lens);
                }
            }
            Some(Overlay::Dates(prompt)) if prompt.error.is_some() => {
                self.overlay = Some(Overlay::Dates(prompt));
            }
            Some(Overlay::Find(prompt)) if !self.focus.is_findings() => {
                self.keep_hit(prompt.before.place);
            }
            Some(Overlay::Sources(sources)) => match sources.document(&self.corpus) {
                Some(id) => self.read_document(id),
                // What is no document cannot be opened; the list says why.
                None => self.overlay = Some(Overlay::Sources(sources)),
            },
            Some(Overlay::Palette(palette)) => return self.take(palette),
            Some(Overlay::Card(card)) => self.read_on(&card, false),
            Some(Overlay::Coverage(survey)) => self.take_cell(survey),
            Some(Overlay::Compare(pair)) => self.take_side(pair),
            Some(Overlay::Brief(sheet)) => self.take_quote(sheet),
            Some(Overlay::Choice(picker)) => self.take_choice(&picker),
            Some(Overlay::Board(board)) => return self.take_wording(board),
            Some(Overlay::Narrative(telling)) => self.take_telling(telling),
            Some(Overlay::Sheet(sheet)) => self.take_sheet(sheet),
            Some(Overlay::Find(_) | Overlay::Dates(_)) | None => {}
        }
        Vec::new()
    }

    /// Keeps the selection of a list over the panes in sight; `height` in rows.
    pub fn settle_overlay(&mut self, height: usize) {
        match &mut self.overlay {
            Some(Overlay::Help(help)) => {
                help.selected = step(help.selected, 0, help.rows().len());
                help.offset = follow(help.selected, help.offset, height, help.rows().len());
            }
            Some(Overlay::Countries(picker) | Overlay::Choice(picker)) => {
                picker.step(0);
                let len = picker.rows().len();
                picker.offset = follow(picker.selected, picker.offset, height, len);
            }
            Some(Overlay::Sources(sources)) => {
                let len = sources.shown.len();
                sources.offset = follow(sources.selected, sources.offset, height, len);
            }
            Some(Overlay::Palette(palette)) => {
                let (len, height) =
                    (palette.picks().len(), geometry::lookup(self.size).rows.height);
                palette.selected = step(palette.selected, 0, len);
                palette.offset = follow(palette.selected, palette.offset, height.into(), len);
            }
            Some(Overlay::Coverage(_) | Overlay::Compare(_)) => self.settle_shape(),
            Some(Overlay::Card(_) | Overlay::Find(_) | Overlay::Dates(_) | Overlay::Brief(_))
            | None => {}
            Some(Overlay::Board(_)) => self.settle_board(),
            Some(Overlay::Narrative(_)) => self.settle_telling(),
            Some(Overlay::Sheet(_)) => self.settle_sheet(),
        }
    }

    /// Makes the hit that was looked at while typing the place to read on from.
    fn keep_hit(&mut self, from: Place) {
        let here = self.place();
        if (here.document, here.sentence) == (from.document, from.sentence) {
            self.reader.glancing = from.glancing;
        } else {
            self.history.leave(from);
            self.reader.glancing = false;
        }
    }

    pub(super) fn before(&self) -> Before {
        Before { lens: self.lens.clone(), place: self.place() }
    }

    fn open_prompt(&mut self, find: bool) {
        let dates = self.lens.dates.as_ref().map_or("", |d| &d.typed);
        let text = if find { self.lens.text.typed.as_str() } else { dates };
        let prompt = Prompt { field: Field::new(text), before: self.before(), error: None };
        self.overlay = Some(if find { Overlay::Find(prompt) } else { Overlay::Dates(prompt) });
    }

    fn open_picker(&mut self) {
        let countries = self.index.country_counts(&self.corpus, &self.lens);
        self.overlay = Some(Overlay::Countries(Picker {
            field: Field::default(),
            selected: 0,
            offset: 0,
            countries,
            meant: false,
            before: self.before(),
        }));
    }

    /// The help over whatever lay over the panes; a prompt's words are kept.
    fn open_help(&mut self) {
        let under = match self.overlay.take() {
            Some(Overlay::Help(help)) => help.under,
            other => other.map(Box::new),
        };
        self.overlay = Some(Overlay::Help(Help { under, ..Help::default() }));
    }

    fn cancel(&mut self) {
        if self.back_on_board() {
            return;
        }
        let before = match self.overlay.take() {
            Some(Overlay::Find(prompt) | Overlay::Dates(prompt)) => prompt.before,
            Some(Overlay::Countries(picker)) => picker.before,
            Some(Overlay::Help(help)) => {
                self.overlay = help.under.map(|under| *under);
                return;
            }
            Some(Overlay::Palette(palette)) => {
                self.keep(palette);
                return;
            }
            Some(Overlay::Narrative(telling)) => {
                self.leave_telling(telling);
                return;
            }
            Some(Overlay::Card(_) | Overlay::Choice(_)) => {
                self.overlay = self.beneath.pop();
                return;
            }
            Some(
                Overlay::Sources(_)
                | Overlay::Coverage(_)
                | Overlay::Compare(_)
                | Overlay::Sheet(_)
                | Overlay::Brief(_)
                | Overlay::Board(_),
            )
            | None => return,
        };
        self.look_through(before.lens);
        self.restore(before.place);
    }

    fn step_overlay(&mut self, by: isize) {
        match &mut self.overlay {
            Some(Overlay::Help(help)) => help.selected = step(help.selected, by, help.rows().len()),
            Some(Overlay::Countries(picker) | Overlay::Choice(picker)) => {
                picker.step(by);
                picker.meant = true;
            }
            Some(Overlay::Sources(sources)) => {
                sources.selected = step(sources.selected, by, sources.shown.len());
            }
            Some(Overlay::Palette(palette)) => {
                palette.selected = step(palette.selected, by, palette.picks().len());
                palette.listing = true;
            }
            Some(Overlay::Card(card)) => card.offset = card.offset.saturating_add_signed(by),
            Some(
                Overlay::Coverage(_)
                | Overlay::Compare(_)
                | Overlay::Brief(_)
                | Overlay::Sheet(_)
                | Overlay::Board(_),
            ) => self.step_shape(by, 0),
            Some(Overlay::Narrative(telling)) => telling.step(by),
            Some(Overlay::Find(_) | Overlay::Dates(_)) => self.step_list(by),
            None => {}
        }
    }

    /// Moves in the list beside a prompt: the documents where they are shown, else the events.
    fn step_list(&mut self, by: isize) {
        let height = usize::from(geometry::areas(self.size, self).finding_rows.height);
        let motion = Motion::Rows(by);
        if self.list == Pane::Documents {
            self.documents.step(motion, &self.view, 0, height);
        } else {
            self.step_findings(motion, height);
        }
    }

    fn toggle_country(&mut self) {
        let Some(Overlay::Countries(picker)) = &mut self.overlay else { return };
        let Some(country) = picker.country() else { return };
        picker.meant = false;
        if picker.field.text().is_empty() {
            picker.step(1);
        } else {
            (picker.field, picker.selected) = (Field::default(), 0);
        }
        let mut lens = self.lens.clone();
        lens.countries.toggle(country);
        self.look_through(lens);
    }

    /// What was typed has changed: the lens follows on every key.
    fn typed(&mut self) {
        let mut lens = self.lens.clone();
        match &mut self.overlay {
            Some(Overlay::Find(prompt)) => {
                let from = prompt.before.place;
                lens.text = Pattern::parse(prompt.field.text());
                self.look_through(lens);
                self.preview_hit(from);
            }
            Some(Overlay::Dates(prompt)) => {
                let typed = prompt.field.text().trim();
                match DateRange::parse(typed) {
                    _ if typed.is_empty() => (lens.dates, prompt.error) = (None, None),
                    Ok(range) => (lens.dates, prompt.error) = (Some(range), None),
                    Err(why) => prompt.error = Some(why),
                }
                self.look_through(lens);
            }
            Some(Overlay::Palette(_)) => self.typed_question(),
            Some(Overlay::Help(help)) => help.selected = 0,
            Some(Overlay::Countries(picker) | Overlay::Choice(picker)) => {
                picker.selected = 0;
                picker.meant = !picker.field.text().trim().is_empty();
            }
            Some(Overlay::Sources(sources)) => {
                (sources.selected, sources.offset) = (0, 0);
                sources.narrow(&self.corpus, &self.index);
            }
            Some(_) | None => {}
        }
    }
}
