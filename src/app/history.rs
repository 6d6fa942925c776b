//! Where the user has been: a list of places with a position in it, as a browser keeps it.

use super::moved::Moved;
use super::place::Place;

/// Places jumped from, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    places: Vec<Place>,
    at: usize,
}

impl History {
    /// Notes the place a jump leaves from; what lay ahead is forgotten.
    pub fn leave(&mut self, from: Place) {
        self.places.truncate(self.at);
        self.places.push(from);
        self.at = self.places.len();
    }

    /// The place before, `now` being kept to come forward to.
    pub fn back(&mut self, now: Place) -> Option<Place> {
        let before = self.at.checked_sub(1)?;
        self.keep(now);
        self.at = before;
        self.places.get(before).copied()
    }

    /// The place after, `now` being kept to go back to.
    pub fn forward(&mut self, now: Place) -> Option<Place> {
        let after = self.places.get(self.at + 1).copied()?;
        self.keep(now);
        self.at += 1;
        Some(after)
    }

    /// Whether there is a place before.
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// Whether there is a place after.
    pub fn can_go_forward(&self) -> bool {
        self.at + 1 < self.places.len()
    }

    /// Finds the places again in another corpus; those of documents that are gone are forgotten.
    pub fn renew(&mut self, to: &Moved) {
        let ahead = self.places.len() - self.at;
        let kept = |place: &Place| to.place(*place);
        let behind = self.places.iter().take(self.at).filter_map(kept).count();
        self.places = self.places.iter().filter_map(kept).collect();
        self.at = if ahead == 0 { self.places.len() } else { behind };
    }

    fn keep(&mut self, now: Place) {
        match self.places.get_mut(self.at) {
            Some(place) => *place = now,
            None => self.places.push(now),
        }
    }
}
