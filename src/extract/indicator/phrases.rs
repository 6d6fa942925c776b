//! Phrases beside a figure: the lists of `assets/indicator-phrases.tsv`. Looks at no text.

use std::sync::LazyLock;

/// The lists.
#[derive(Default)]
pub(super) struct Phrases {
    /// What stands behind a country's name that is told of the whole world.
    pub(super) world: Vec<&'static str>,
    /// What stands between what is counted and the country it lies in.
    pub(super) within: Vec<&'static str>,
    /// What may stand between brackets before a measure in another unit.
    pub(super) hedges: Vec<&'static str>,
    /// What a sentence begins with that tells of part of what the one before it counted.
    pub(super) of_these: Vec<&'static str>,
    /// What a sentence begins with that tells of the figure before it.
    pub(super) this: Vec<&'static str>,
    /// What a sentence begins with that gives the figure before it for another country.
    pub(super) figure: Vec<&'static str>,
    /// What opens words between commas that stand between a subject and its verb.
    pub(super) aside: Vec<&'static str>,
    /// What stands before a year in brackets that tells of when a source is from.
    pub(super) sources: Vec<&'static str>,
    /// Verbs by which something is told of people.
    pub(super) lives: Vec<&'static str>,
    /// Participles that say what somebody counted is doing.
    pub(super) doing: Vec<&'static str>,
    /// What became of people who are counted, in words that are no participles in "ed".
    pub(super) fates: Vec<&'static str>,
    /// What stands right before a share and says that it is one.
    pub(super) shares: Vec<&'static str>,
    /// What is counted and suffers nothing itself.
    pub(super) happenings: Vec<&'static str>,
    /// What stands before a number that counts part of what the one before it does, with its blanks.
    pub(super) parts: Vec<&'static str>,
    /// Arms that the bore of a gun tells the kind of.
    pub(super) arms: Vec<&'static str>,
    /// Where what is counted lies in no one country.
    pub(super) regions: Vec<&'static str>,
    /// Verbs that say what is done with money or things, in order of their bytes.
    pub(super) deeds: Vec<&'static str>,
    /// What was done with what is counted, in a word before it.
    pub(super) done: Vec<&'static str>,
    /// Words that are no name by themselves.
    pub(super) lone: Vec<&'static str>,
    /// Names that say nothing of what a figure measures.
    pub(super) empty: Vec<&'static str>,
    /// What a name begins with that is no part of it.
    pub(super) heads: Vec<&'static str>,
}

/// All of them.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut all = Phrases::default();
    let rows = include_str!("../../../assets/indicator-phrases.tsv").lines();
    for (name, words) in rows.filter_map(|row| row.split_once('\t')) {
        let list = match name {
            "world" => &mut all.world,
            "within" => &mut all.within,
            "hedge" => &mut all.hedges,
            "of-these" => &mut all.of_these,
            "this" => &mut all.this,
            "figure" => &mut all.figure,
            "aside" => &mut all.aside,
            "source" => &mut all.sources,
            "lives" => &mut all.lives,
            "doing" => &mut all.doing,
            "fates" => &mut all.fates,
            "shares" => &mut all.shares,
            "happenings" => &mut all.happenings,
            "parts" => &mut all.parts,
            "arms" => &mut all.arms,
            "regions" => &mut all.regions,
            "deeds" => &mut all.deeds,
            "done" => &mut all.done,
            "lone" => &mut all.lone,
            "empty" => &mut all.empty,
            "heads" => &mut all.heads,
            _ => continue,
        };
        list.extend(words.split('|'));
    }
    all
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty() {
        let p = &*PHRASES;
        let lists = [&p.world, &p.within, &p.hedges, &p.of_these, &p.this, &p.figure, &p.aside];
        assert!(
            lists
                .iter()
                .chain(&[&p.sources, &p.lives, &p.doing, &p.regions, &p.arms])
                .chain(&[
                    &p.deeds,
                    &p.done,
                    &p.lone,
                    &p.empty,
                    &p.heads,
                    &p.fates,
                    &p.parts,
                    &p.happenings
                ])
                .all(|list| list.len() > 5)
        );
    }

    #[test]
    fn the_deeds_stand_in_order() {
        assert!(PHRASES.deeds.is_sorted());
    }
}
