//! Letters in the order a page draws them in; accents that are drawn as signs of their own over a letter become one with
//! it. Never touches an accent that stands beside letters.

use super::glyph::Glyph;
use unicode_normalization::char::compose;

/// Signs that are accents where they stand over a letter, and the combining characters for them.
const ACCENTS: [(char, char); 12] = [
    ('`', '\u{300}'),
    ('´', '\u{301}'),
    ('^', '\u{302}'),
    ('ˆ', '\u{302}'),
    ('˜', '\u{303}'),
    ('~', '\u{303}'),
    ('˘', '\u{306}'),
    ('˙', '\u{307}'),
    ('¨', '\u{308}'),
    ('˚', '\u{30a}'),
    ('ˇ', '\u{30c}'),
    ('¸', '\u{327}'),
];

/// Puts accents and the letters below or above them together.
pub(super) fn unite(glyphs: &mut Vec<Glyph>) {
    let accents: Vec<(usize, char)> = glyphs
        .iter()
        .enumerate()
        .filter(|(_, g)| g.more.is_none())
        .filter_map(|(i, g)| combining(g.letter).map(|mark| (i, mark)))
        .collect();
    let mut gone = Vec::new();
    for (i, mark) in accents {
        let Some((accent, spaced)) = glyphs.get(i).map(|g| ((g.x + g.end(), g.y), g.spaced)) else {
            continue;
        };
        for beside in [Some(i + 1), i.checked_sub(1)].into_iter().flatten() {
            let Some(letter) = glyphs.get_mut(beside) else { continue };
            let over = ((letter.x + letter.end()) - accent.0).abs() < 0.6 * letter.width
                && (letter.y - accent.1).abs() < 0.6 * letter.size;
            let bare = match letter.letter {
                'ı' => 'i',
                'ȷ' => 'j',
                c => c,
            };
            if let Some(united) = compose(bare, mark).filter(|_| over) {
                letter.letter = united;
                letter.spaced |= spaced && beside > i;
                gone.push(i);
                break;
            }
        }
    }
    let mut at = 0;
    glyphs.retain(|_| {
        at += 1;
        gone.binary_search(&(at - 1)).is_err()
    });
}

fn combining(c: char) -> Option<char> {
    if ('\u{300}'..='\u{36f}').contains(&c) {
        return Some(c);
    }
    ACCENTS.iter().find(|(sign, _)| *sign == c).map(|(_, mark)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_over_a_letter_is_one_with_it_and_one_beside_it_is_not() {
        let glyph = |letter, x| Glyph {
            letter,
            more: None,
            x,
            y: 100.0,
            width: 5.0,
            size: 10.0,
            spaced: false,
        };
        let mut page = vec![
            glyph('n', 0.0),
            glyph('¨', 5.2),
            glyph('ı', 5.0),
            glyph('~', 10.0),
            glyph('a', 15.0),
        ];
        unite(&mut page);
        let read: String = page.iter().map(|g| g.letter).collect();
        assert_eq!(read, "nï~a");
    }
}
