//! Classes of words in names, one bit each; a word may be of several. Plain data.

pub(super) const HONORIFIC: u32 = 1;
pub(super) const OFFICE: u32 = 1 << 1;
/// An office that begins names of other things too.
pub(super) const WEAK: u32 = 1 << 2;
/// Written short, with a full stop.
pub(super) const STOPPED: u32 = 1 << 3;
pub(super) const ROLE: u32 = 1 << 4;
pub(super) const RANK: u32 = 1 << 5;
pub(super) const MODIFIER: u32 = 1 << 6;
pub(super) const HEAD: u32 = 1 << 7;
/// A head whose "of" names fields of work.
pub(super) const TOPIC: u32 = 1 << 8;
/// A head only before "of" or "for".
pub(super) const OF: u32 = 1 << 9;
pub(super) const LEGAL: u32 = 1 << 10;
pub(super) const THING: u32 = 1 << 11;
pub(super) const SITE: u32 = 1 << 12;
pub(super) const OPENER: u32 = 1 << 13;
pub(super) const PLAIN: u32 = 1 << 14;
pub(super) const GIVEN: u32 = 1 << 15;
pub(super) const RISKY: u32 = 1 << 16;
pub(super) const FAMILY: u32 = 1 << 17;
pub(super) const PARTICLE: u32 = 1 << 18;
/// The first word of a body known by name.
pub(super) const KNOWN: u32 = 1 << 19;
/// Lies in the name of a place; set by what the country room found.
pub(super) const PLACE: u32 = 1 << 20;
/// Lies in the name of a people or group; set in the same way.
pub(super) const PEOPLE: u32 = 1 << 21;

/// What no word of a person's name is.
pub(super) const NO_PERSON: u32 = HONORIFIC
    | OFFICE
    | WEAK
    | HEAD
    | MODIFIER
    | OF
    | LEGAL
    | THING
    | OPENER
    | PLAIN
    | RANK
    | PLACE
    | PEOPLE;
/// Any title before a name.
pub(super) const TITLE: u32 = HONORIFIC | OFFICE | WEAK;
