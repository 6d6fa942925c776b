//! What a name can mean: a country and how it leads there. A table's own notation comes in, senses go out.
//! Never chooses between them.

use super::iso::Country;
use crate::extract::Via;
use std::ops::Deref;

/// What a name can mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    /// The country it leads to.
    pub(super) country: Country,
    /// How.
    pub(super) via: Via,
    /// The word is often something else: it counts only where the document speaks of that country otherwise.
    pub(super) weak: bool,
    /// A city known all over the world: as likely as a capital.
    pub(super) major: bool,
    /// The region it names (`US-TX`), or the regions that have a town of that name (`US:TX,KY`); may be empty.
    pub(super) regions: &'static str,
    /// Codes of countries whose mention speaks for this sense.
    pub(super) neighbours: &'static str,
}

impl Sense {
    /// A sense that is certain.
    pub(super) fn of(country: Country, via: Via) -> Self {
        Self { country, via, weak: false, major: false, regions: "", neighbours: "" }
    }
}

/// The senses of a name, the likeliest first. Nearly every name has one: it is kept in place.
#[derive(Debug, Clone, Default)]
pub(super) enum Senses {
    #[default]
    None,
    One(Sense),
    Many(Vec<Sense>),
}

impl Senses {
    /// Adds what leads to countries that these do not lead to.
    pub(super) fn join(&mut self, more: &[Sense]) {
        let new = more.iter().filter(|s| self.iter().all(|known| known.country != s.country));
        let all: Vec<Sense> = self.iter().chain(new).copied().collect();
        *self = Self::from_iter(all);
    }
}

impl Deref for Senses {
    type Target = [Sense];

    fn deref(&self) -> &[Sense] {
        match self {
            Self::None => &[],
            Self::One(sense) => std::slice::from_ref(sense),
            Self::Many(senses) => senses,
        }
    }
}

impl FromIterator<Sense> for Senses {
    fn from_iter<I: IntoIterator<Item = Sense>>(senses: I) -> Self {
        let all: Vec<Sense> = senses.into_iter().collect();
        match all.as_slice() {
            [] => Self::None,
            [one] => Self::One(*one),
            _ => Self::Many(all),
        }
    }
}

/// A sense of the namesakes' table: `US/city:TX,KY`, `US-GA/region`, `GE/name~RU,AM`; "?" in front when weak,
/// "!" when known all over the world.
pub(super) fn namesake(written: &'static str) -> Option<Sense> {
    let (bare, weak) = written.strip_prefix('?').map_or((written, false), |bare| (bare, true));
    let (bare, major) = bare.strip_prefix('!').map_or((bare, false), |bare| (bare, true));
    let (bare, neighbours) = bare.split_once('~').unwrap_or((bare, ""));
    let (head, towns) = bare.split_once(':').map_or((bare, ""), |(head, _)| (head, bare));
    let (place, via) = head.split_once('/').unwrap_or((head, "city"));
    let via = match via {
        "name" => Via::Name,
        "demonym" => Via::Demonym,
        "capital" => Via::Capital,
        "region" => Via::Region,
        "city" => Via::City,
        _ => return None,
    };
    let country = Country::parse(place.get(..2)?)?;
    let regions = if via == Via::Region { place } else { towns };
    Some(Sense { country, via, weak, major, regions, neighbours })
}
