//! The letters of a line as they stand from left to right in; the order they are read in out, where some are written from
//! right to left. The inverse, for one line, of what the Unicode Bidirectional Algorithm does to show it.

use unicode_normalization::UnicodeNormalization;

/// A letter of a line and what stands before it.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    /// Nothing, a space or a tab.
    pub(super) before: Option<char>,
    /// The letter as it is written.
    pub(super) shown: String,
    /// Whether it is written from right to left.
    pub(super) rtl: bool,
}

impl Sign {
    /// Adds it to a line.
    pub(super) fn write(&self, text: &mut String) {
        text.extend(self.before);
        text.push_str(&self.shown);
    }
}

/// A run of letters of one direction, or the blank between two.
#[derive(Debug, Clone)]
pub(super) struct Token {
    text: String,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    Neutral,
}

/// Parts the letters of a line, seen from left to right, into runs of one direction.
pub(super) fn tokens(signs: &[Sign]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    for sign in signs {
        if let Some(blank) = sign.before {
            found.push(Token { text: blank.into(), way: Way::Neutral });
        }
        let strong = sign.shown.chars().any(char::is_alphanumeric);
        let way = match (sign.rtl, strong) {
            (true, _) => Way::Right,
            (_, true) => Way::Left,
            _ => Way::Neutral,
        };
        match found
            .last_mut()
            .filter(|last| last.way == way && last.text != " " && last.text != "\t")
        {
            Some(last) if way == Way::Right => last.text.insert_str(0, &plain(&sign.shown)),
            Some(last) => last.text.push_str(&sign.shown),
            None => found.push(Token { text: plain(&sign.shown), way }),
        }
    }
    found
}

/// Arabic letters as they are typed, not in the shapes they take within a word.
fn plain(shown: &str) -> String {
    let shaped = |c: char| matches!(c, '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if shown.contains(shaped) { shown.nfkc().collect() } else { shown.to_owned() }
}

/// Writes the runs in the order they are read; `rtl` where the line as a whole goes from right to left.
pub(super) fn in_order(tokens: &[Token], rtl: bool) -> String {
    let against = if rtl { Way::Left } else { Way::Right };
    let mut runs: Vec<Vec<&Token>> = Vec::new();
    let mut open: Vec<&Token> = Vec::new();
    for token in tokens {
        if token.way == against {
            let last = runs.last_mut().filter(|r| r.first().is_some_and(|t| t.way == against));
            if let Some(run) = last {
                // What stands between two runs of the other direction is of theirs: "12.5", "New York".
                run.append(&mut open);
                run.push(token);
            } else {
                runs.extend(open.drain(..).map(|t| vec![t]));
                runs.push(vec![token]);
            }
        } else if token.way == Way::Neutral {
            open.push(token);
        } else {
            runs.extend(open.drain(..).map(|t| vec![t]));
            runs.push(vec![token]);
        }
    }
    runs.extend(open.drain(..).map(|t| vec![t]));
    if rtl {
        runs.reverse();
    } else {
        let mirrored = |run: &&mut Vec<&Token>| run.first().is_some_and(|t| t.way == Way::Right);
        runs.iter_mut().filter(mirrored).for_each(|run| run.reverse());
    }
    runs.iter().flatten().map(|token| token.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(seen: &str) -> String {
        let mut signs: Vec<Sign> = Vec::new();
        let mut before = None;
        for c in seen.chars() {
            if c == ' ' {
                before = Some(c);
            } else {
                let rtl = super::super::glyph::is_rtl(c);
                signs.push(Sign { before: before.take(), shown: c.into(), rtl });
            }
        }
        let rtl = signs.iter().filter(|s| s.rtl).count() * 2 > signs.len();
        in_order(&tokens(&signs), rtl)
    }

    #[test]
    fn lines_seen_from_left_to_right_are_written_as_they_are_read() {
        let seen = |logical: &str| logical.chars().rev().collect::<String>();
        assert_eq!(read(&seen("שלום עולם")), "שלום עולם");
        // The number is seen as it is read, the words around it are not.
        let line = format!("{} 12.5 {}", seen("אחוזים"), seen("עלייה של"));
        assert_eq!(read(&line), "עלייה של 12.5 אחוזים");
        let inside = format!("the word {} here and there", seen("שלום עולם"));
        assert_eq!(read(&inside), "the word שלום עולם here and there");
        assert_eq!(read("\u{fe8d}"), "\u{627}");
    }
}
