//! Classes of words in names, as bits, for a word may be of several: the name of a list in `assets/name-words.tsv` or
//! `assets/given-world.tsv` comes in, its bit goes out. Never looks at a word.

use crate::text::lists::bits;

bits! { u32:
    HONORIFIC = "honorific";
    OFFICE = "office";
    /// An office that begins names of other things too.
    WEAK = "weak";
    /// Written short, with a full stop.
    STOPPED = "stopped";
    ROLE = "role";
    RANK = "rank";
    MODIFIER = "modifier";
    HEAD = "head";
    /// A head whose "of" names fields of work.
    TOPIC = "topic";
    /// A head only before "of" or "for".
    OF = "of";
    /// Who sits in a body.
    SEATED = "seated";
    /// What tells one front of a war from another.
    FRONT = "front";
    LEGAL = "legal";
    THING = "thing";
    SITE = "site";
    OPENER = "opener";
    PLAIN = "plain";
    GIVEN = "given";
    RISKY = "risky";
    FAMILY = "family-first";
    PARTICLE = "particle";
    /// A particle before a father's name.
    FILIAL = "filial";
    /// A small word within the name of a body.
    WITHIN = "within";
}

/// The first word of a body known by name.
pub(super) const KNOWN: u32 = 1 << 29;
/// Lies in the name of a place; set by what the country room found.
pub(super) const PLACE: u32 = 1 << 30;
/// Lies in the name of a people or group; set in the same way.
pub(super) const PEOPLE: u32 = 1 << 31;

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn the_tables_and_the_room_have_the_same_lists() {
        let tables = [
            include_str!("../../../assets/name-words.tsv"),
            include_str!("../../../assets/given-world.tsv"),
        ];
        let rows = tables.iter().flat_map(|table| table.lines());
        let rows = rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
        let told: BTreeSet<&str> = rows.map(|(list, _)| list).collect();
        assert_eq!(told, super::NAMES.iter().copied().collect());
        assert!(super::NAMES.len() < 30, "the bits above are taken");
    }
}
