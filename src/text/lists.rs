//! Lists of words in a table of `assets/`: a row is the name of its list, a tab, and words parted by "|"; several rows make a
//! list, and rows that begin with "#" are remarks. A table comes in; the words of a list go out. Knows no table.

/// The words of a list, as they stand in the table.
///
/// ```
/// use bluf::text::lists::list;
/// let table = "# Fruit.\nfruit\tapple|red pear\nroot\tbeet\nfruit\tplum";
/// assert_eq!(list(table, "fruit").collect::<Vec<_>>(), ["apple", "red pear", "plum"]);
/// ```
pub fn list(table: &'static str, name: &str) -> impl Iterator<Item = &'static str> {
    let rows = table.lines().filter(|row| !row.starts_with('#'));
    let rows = rows.filter_map(|row| row.split_once('\t'));
    rows.filter(move |(list, _)| *list == name).flat_map(|(_, words)| words.split('|'))
}
