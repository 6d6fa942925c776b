//! Scrolling as arithmetic: what first row keeps a selection in sight. Knows no pane.

/// The first of `len` rows to show so that `selected` is in sight, with a row around it where there is room, and no
/// row is left empty that could be filled.
pub fn follow(selected: usize, offset: usize, height: usize, len: usize) -> usize {
    if height == 0 {
        return offset;
    }
    let margin = usize::from(height > 2);
    let highest = selected.saturating_sub(margin);
    let lowest = (selected + margin + 1).saturating_sub(height);
    offset.clamp(lowest.min(highest), highest).min(len.saturating_sub(height))
}

/// A move by `by` places within `len` items.
pub fn step(at: usize, by: isize, len: usize) -> usize {
    at.saturating_add_signed(by).min(len.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_in_sight() {
        assert_eq!(follow(0, 5, 10, 99), 0);
        assert_eq!(follow(20, 5, 10, 99), 12);
        assert_eq!(follow(7, 5, 10, 99), 5);
        assert_eq!(follow(3, 9, 0, 99), 9);
        assert_eq!(follow(9, 0, 1, 99), 9);
        assert_eq!(follow(98, 0, 10, 99), 89);
    }

    #[test]
    fn no_row_is_left_empty_that_could_be_filled() {
        assert_eq!(follow(5, 5, 10, 8), 0);
        assert_eq!(follow(7, 90, 10, 12), 2);
    }

    #[test]
    fn a_step_stops_at_both_ends() {
        assert_eq!(step(3, -9, 5), 0);
        assert_eq!(step(3, 9, 5), 4);
        assert_eq!(step(0, 1, 0), 0);
    }
}
