//! Leaving places and coming back to them.

use super::App;
use super::place::Place;

impl App {
    /// Where the user is.
    pub fn place(&self) -> Place {
        Place {
            focus: self.focus,
            document: self.reader.document,
            top: self.reader.top_offset(),
            sentence: self.reader.sentence,
            glancing: self.reader.glancing,
            event: self.events.anchor,
        }
    }

    /// Puts the user where he was.
    pub fn restore(&mut self, place: Place) {
        self.reader.put_back(&self.corpus, place);
        self.events.anchor = place.event;
        self.events.find_anchor(&self.view);
        self.focus_on(place.focus);
    }

    /// Notes where a jump leaves from.
    pub fn leave_place(&mut self) {
        self.history.leave(self.place());
    }

    /// Goes back or forward in the places jumped from.
    pub fn travel(&mut self, forward: bool) {
        let now = self.place();
        let place = if forward { self.history.forward(now) } else { self.history.back(now) };
        if let Some(place) = place {
            self.restore(place);
        }
    }
}
