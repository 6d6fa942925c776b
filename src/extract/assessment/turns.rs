//! Words beside a word of judgement that make it another thing: the lists of `assets/assessment/turns.tsv`. Looks at no text.

use crate::text::lists::list;
use std::sync::LazyLock;

/// The lists.
pub(super) struct Turns {
    /// What a speaker goes on with who has nothing to sum up.
    pub(super) courtesies: Vec<&'static str>,
    /// Turns of speech that oblige nobody.
    pub(super) phrases: Vec<&'static str>,
    /// Words that turn what one fears away.
    pub(super) averts: Vec<&'static str>,
    /// Words before "need" where it is a noun.
    pub(super) needs: Vec<&'static str>,
    /// What stands before a word of likelihood and denies it.
    pub(super) negations: Vec<&'static str>,
    /// Units of time that "next" goes on to.
    pub(super) units: Vec<&'static str>,
}

/// All of them.
pub(super) static TURNS: LazyLock<Turns> = LazyLock::new(|| {
    let words = |name| list(include_str!("../../../assets/assessment/turns.tsv"), name).collect();
    Turns {
        courtesies: words("courtesy"),
        phrases: words("phrase"),
        averts: words("avert"),
        needs: words("need"),
        negations: words("negation"),
        units: words("unit"),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty() {
        let Turns { courtesies, phrases, averts, needs, negations, units } = &*TURNS;
        let lists = [courtesies, phrases, averts, needs, negations, units];
        assert!(lists.iter().all(|list| list.len() > 5));
    }
}
