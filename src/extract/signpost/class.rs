//! Words of warning signs by what they do, as bits: the name of a class in `assets/signposts.tsv` comes in, its bit goes
//! out. Never looks at a word.

use crate::text::lists::bits;

bits! { u32:
    SIGN = "sign";
    STRONG = "strong";
    WARN = "warn";
    MEASURE = "measure";
    VERB = "verb";
    IF_VERB = "if-verb";
    MODAL = "modal";
    MUST = "must";
    DETECT = "detect";
    VITAL = "vital";
    WATCHED = "watched";
    WATCHING = "watching";
    MERIT = "merit";
    CLOSE = "close";
    SHIFT = "shift";
    DUTY = "duty";
    PRONOUN = "pronoun";
    REPORT = "report";
    FINITE = "finite";
    INTRO = "intro";
    PREPOSITION = "preposition";
    ARTICLE = "article";
    FACTORS = "factors";
    LEADS = "leads";
    GOAL = "goal";
    HEAD = "head";
    WEAK = "weak";
    LINK = "link";
    RELATIVE = "relative";
    EXAMPLE = "example";
    TURN = "turn";
    TOKEN = "token";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn the_table_and_the_room_have_the_same_classes() {
        let rows = include_str!("../../../assets/signposts.tsv").lines();
        let rows = rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
        let told: BTreeSet<&str> = rows.map(|(class, _)| class).collect();
        let known = super::NAMES.iter().copied().chain(["gate", "cue", "kind"]).collect();
        assert_eq!(told, known);
    }
}
