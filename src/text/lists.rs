//! Lists of words in a table of `assets/`: a row is the name of its list, a tab, and words parted by "|"; several rows make a
//! list, and rows that begin with "#" are remarks. A table comes in; the words of a list go out, or whether it has one.
//! Knows no table.

use super::hash::WordTable;
use std::ops::BitOr;
use std::sync::LazyLock;

/// The words of a list, as they stand in the table.
///
/// ```
/// use bluf::text::lists::list;
/// let table = "# Fruit.\nfruit\tapple|red pear\nroot\tbeet\nfruit\tplum";
/// assert_eq!(list(table, "fruit").collect::<Vec<_>>(), ["apple", "red pear", "plum"]);
/// ```
pub fn list(table: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    rows(table).filter(move |(list, _)| *list == name).flat_map(|(_, words)| words.split('|'))
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'))
}

/// The lists of a table that the program asks for, ready to be asked for any word: up to 64 of them.
#[derive(Debug, Default)]
pub struct Lists {
    /// Of each word, a bit for every list that has it.
    bits: WordTable<u64>,
    /// The words of each list, as they stand in the table.
    words: Vec<Vec<&'static str>>,
    /// The length of the longest word, in bytes: what is longer is not looked at.
    longest: usize,
}

impl Lists {
    /// Reads a table; the names are those of its lists, in the order of their bits.
    fn read(table: &'static str, names: &[&str]) -> Self {
        let mut lists = Self { words: vec![Vec::new(); names.len()], ..Self::default() };
        for (name, row) in rows(table) {
            let Some(at) = names.iter().position(|known| *known == name) else { continue };
            for word in row.split('|') {
                lists.bits.insert(word, lists.bits.find(word).unwrap_or(0) | 1 << at);
                lists.longest = lists.longest.max(word.len());
            }
            lists.words.get_mut(at).into_iter().for_each(|words| words.extend(row.split('|')));
        }
        lists
    }
}

/// One list of a table; [`word_lists`] makes them.
#[derive(Clone, Copy)]
pub struct List {
    lists: &'static LazyLock<Lists>,
    at: usize,
}

impl List {
    /// Whether it has a word, in any ASCII case.
    #[inline]
    pub fn has(self, word: &str) -> bool {
        self.alone().has(word)
    }

    /// Whether it has a word that begins with a small letter.
    pub fn says(self, word: &str) -> bool {
        word.starts_with(char::is_lowercase) && self.has(word)
    }

    /// Whether it has a word that begins with a capital.
    pub fn names(self, word: &str) -> bool {
        word.starts_with(char::is_uppercase) && self.has(word)
    }

    /// The union of this list alone.
    #[inline]
    fn alone(self) -> Union {
        Union { lists: self.lists, bits: 1 << self.at }
    }

    /// Its words, in the order of the table.
    pub fn all(self) -> &'static [&'static str] {
        self.lists.words.get(self.at).map_or(&[], Vec::as_slice)
    }

    /// The first of its words and phrases that a text begins with, as the table writes it.
    pub fn begins(self, text: &str) -> Option<&'static str> {
        self.all().iter().find(|words| text.starts_with(**words)).copied()
    }

    /// The first of its words and phrases that a text ends with, as the table writes it.
    pub fn ends(self, text: &str) -> Option<&'static str> {
        self.all().iter().find(|words| text.ends_with(**words)).copied()
    }
}

/// Several lists of one table, of which any may have a word: `(ARTICLES | PRONOUNS).has(word)`.
#[derive(Clone, Copy)]
pub struct Union {
    lists: &'static LazyLock<Lists>,
    bits: u64,
}

impl Union {
    /// Whether one of them has a word, in any ASCII case.
    #[inline]
    pub fn has(self, word: &str) -> bool {
        let lists = &**self.lists;
        word.len() <= lists.longest
            && lists.bits.find(word).is_some_and(|bits| bits & self.bits != 0)
    }
}

impl BitOr for List {
    type Output = Union;

    #[inline]
    fn bitor(self, other: Self) -> Union {
        self.alone() | other
    }
}

impl BitOr<List> for Union {
    type Output = Self;

    #[inline]
    fn bitor(self, other: List) -> Self {
        debug_assert!(std::ptr::eq(self.lists, other.lists), "lists of two tables");
        Self { bits: self.bits | 1 << other.at, ..self }
    }
}

/// Names the lists of a table: a constant [`List`] for each, beside its name in the table. A test says whether either side
/// has one that the other lacks.
macro_rules! word_lists {
    ($table:literal: $($(#[$doc:meta])* $list:ident = $name:literal,)+) => {
        const NAMES: &[&str] = &[$($name),+];

        static LISTS: std::sync::LazyLock<$crate::text::lists::Lists> =
            std::sync::LazyLock::new(|| $crate::text::lists::read(include_str!($table), NAMES));

        $($(#[$doc])* pub(super) const $list: $crate::text::lists::List =
            $crate::text::lists::named(&LISTS, NAMES, $name);)+

        #[cfg(test)]
        mod lists_of_the_table {
            #[test]
            fn both_sides_have_the_same_lists() {
                $crate::text::lists::check(include_str!($table), super::NAMES);
            }
        }
    };
}

pub(crate) use word_lists;

/// Names bits for lists whose words are looked up together: a constant for each, beside the name of the list in its table,
/// and a function that gives the bit of a name.
macro_rules! bits {
    ($bits:ty: $($(#[$doc:meta])* $name:ident = $list:literal;)+) => {
        /// The names of the lists, in the order of their bits.
        pub(super) const NAMES: &[&str] = &[$($list),+];

        $($(#[$doc])* pub(super) const $name: $bits = 1 << $crate::text::lists::place(NAMES, $list);)+

        /// The bit of a list, by its name in the table.
        pub(super) fn named(name: &str) -> Option<$bits> {
            NAMES.iter().position(|known| *known == name).map(|at| 1 << at)
        }
    };
}

pub(crate) use bits;

/// Reads a table for [`word_lists`].
pub(crate) fn read(table: &'static str, names: &[&str]) -> Lists {
    Lists::read(table, names)
}

/// The list of a name, for [`word_lists`].
pub(crate) const fn named(lists: &'static LazyLock<Lists>, names: &[&str], name: &str) -> List {
    assert!(names.len() <= 64, "a word has a bit for each list");
    List { lists, at: place(names, name) }
}

/// Where a name stands among others, behind them where it is none of them.
pub(crate) const fn place(names: &[&str], name: &str) -> usize {
    let mut at = 0;
    while at < names.len() && !same(names[at].as_bytes(), name.as_bytes()) {
        at += 1;
    }
    at
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// What is wrong where a table and the program do not have the same lists, or a row holds a word twice.
#[cfg(test)]
pub(crate) fn check(table: &'static str, names: &[&str]) {
    let held: std::collections::BTreeSet<&str> = rows(table).map(|(name, _)| name).collect();
    let asked: std::collections::BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(held, asked, "lists of the table, and lists the program asks for");
    assert!(names.len() <= 64 && asked.len() == names.len(), "{names:?}");
    for name in names {
        let mut words: Vec<&str> = list(table, name).collect();
        assert!(words.iter().all(|word| !word.is_empty()), "{name} holds an empty word");
        words.sort_unstable();
        let twice = words.windows(2).find(|pair| pair.first() == pair.last());
        assert_eq!(twice, None, "{name} holds a word twice");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["fruit", "root", "nut"];
    static LISTS: LazyLock<Lists> =
        LazyLock::new(|| read("fruit\tapple|plum\nroot\tbeet\nnut\tpecan", NAMES));

    #[test]
    fn a_union_has_the_words_of_its_lists_and_no_others() {
        let [fruit, root, nut] = [0, 1, 2].map(|at| List { lists: &LISTS, at });
        for (word, expected) in [("Plum", true), ("beet", true), ("pecan", false), ("oak", false)] {
            assert_eq!((fruit | root).has(word), expected, "{word}");
        }
        assert!((fruit | root | nut).has("pecan"));
    }
}
