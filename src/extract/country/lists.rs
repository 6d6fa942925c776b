//! Words that show what a name beside them is: from `assets/given-names.tsv` and `assets/place-words.tsv`, each list a
//! set. Never looks at a document.

use super::iso::lines;
use crate::text::hash::WordSet;
use std::sync::LazyLock;

/// The lists, by what their words do.
#[derive(Default)]
pub(super) struct Lists {
    /// Forms of address, and offices held by one person.
    pub(super) title: WordSet,
    /// Given names.
    pub(super) given: WordSet,
    /// Places that are given names as well.
    pub(super) both: WordSet,
    /// Peoples that are surnames as well.
    pub(super) surname: WordSet,
    /// What follows a place in a longer name, and no given name.
    pub(super) head: WordSet,
    /// Words that open a phrase and are no part of the name after them.
    pub(super) opener: WordSet,
    /// More of them, before towns.
    pub(super) before_town: WordSet,
    /// Prepositions that only a place follows.
    pub(super) within: WordSet,
    /// Prepositions that a place follows rather than a person.
    pub(super) placed: WordSet,
    /// What a place has, before "of".
    pub(super) of_place: WordSet,
    /// What follows the name of a town.
    pub(super) of_town: WordSet,
    /// The last words of newspapers' names.
    pub(super) paper: WordSet,
    /// The last words of names of streets, schools, buildings.
    pub(super) street: WordSet,
    /// What makes a street's name of the place before it.
    pub(super) road: WordSet,
    /// Words that make one name of a place with the place's name after them.
    pub(super) land: WordSet,
    /// What makes no name of the word for land or water after it: "Business Park".
    pub(super) kind: WordSet,
    /// Faiths, peoples without a country and bodies, which have residents and police as well.
    pub(super) folk: WordSet,
    /// What stands before the name of a ship.
    pub(super) ship: WordSet,
    /// Verbs before a language.
    pub(super) spoken: WordSet,
    /// Nouns after a language.
    pub(super) tongue: WordSet,
    /// Words before a language as a subject of lessons.
    pub(super) lesson: WordSet,
    /// Other subjects.
    pub(super) subject: WordSet,
    /// Small words after a language.
    pub(super) closes: WordSet,
    /// What is cooked, and where.
    pub(super) kitchen: WordSet,
    /// Peoples called Indians, none of them of India.
    pub(super) native: WordSet,
    /// Small words that go on with a sentence behind the name of a state.
    pub(super) goes_on: WordSet,
    /// Words between a group's name and the word that means its members.
    pub(super) counts: WordSet,
    /// What follows a town's name, with its blanks.
    pub(super) behind: Vec<&'static str>,
    /// What stands before one.
    pub(super) ahead: Vec<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for asset in [
        include_str!("../../../assets/given-names.tsv"),
        include_str!("../../../assets/place-words.tsv"),
    ] {
        for line in lines(asset) {
            let (kind, words) = line.split_once('\t').unwrap_or((line, ""));
            match kind {
                "behind" => lists.behind.extend(words.split('|')),
                "ahead" => lists.ahead.extend(words.split('|')),
                _ => lists.of(kind).into_iter().for_each(|list| list.extend(words.split('|'))),
            }
        }
    }
    lists
});

/// The lists, read once.
pub(super) fn lists() -> &'static Lists {
    &LISTS
}

impl Lists {
    fn of(&mut self, kind: &str) -> Option<&mut WordSet> {
        Some(match kind {
            "title" => &mut self.title,
            "given" => &mut self.given,
            "both" => &mut self.both,
            "surname" => &mut self.surname,
            "head" => &mut self.head,
            "opener" => &mut self.opener,
            "before-town" => &mut self.before_town,
            "in" => &mut self.within,
            "placed" => &mut self.placed,
            "of-place" => &mut self.of_place,
            "of-town" => &mut self.of_town,
            "paper" => &mut self.paper,
            "street" => &mut self.street,
            "road" => &mut self.road,
            "land" => &mut self.land,
            "kind" => &mut self.kind,
            "ship" => &mut self.ship,
            "folk" => &mut self.folk,
            "spoken" => &mut self.spoken,
            "tongue" => &mut self.tongue,
            "lesson" => &mut self.lesson,
            "subject" => &mut self.subject,
            "closes" => &mut self.closes,
            "kitchen" => &mut self.kitchen,
            "native" => &mut self.native,
            "goes-on" => &mut self.goes_on,
            "counts" => &mut self.counts,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_tables_is_known() {
        let mut lists = Lists::default();
        for asset in [
            include_str!("../../../assets/given-names.tsv"),
            include_str!("../../../assets/place-words.tsv"),
        ] {
            for line in lines(asset) {
                let (kind, words) = line.split_once('\t').unwrap();
                let known = ["behind", "ahead"].contains(&kind) || lists.of(kind).is_some();
                assert!(known, "{kind}");
                assert!(words.split('|').all(|word| !word.is_empty()), "{kind}");
            }
        }
    }
}
