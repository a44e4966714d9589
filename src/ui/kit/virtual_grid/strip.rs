//! Which of many rows are in view: whole pixels, and nothing of the page.

/// The tallest element, in pixels, that every browser lays out whole: Chromium stops at 33,554,428.
const TALLEST: i64 = 30_000_000;
/// Rows are taken out of view and into it so many at a time.
pub(super) const STEP: i64 = 8;

/// A strip of rows of one height behind a window. Where it is too tall for the page, the page's part is shorter and each of
/// its pixels stands for more than one of the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Strip {
    /// How many rows.
    pub(super) rows: i64,
    /// Height of a row; at least 1.
    pub(super) row: i64,
    /// Height of the window.
    pub(super) view: i64,
}

impl Strip {
    fn whole(self) -> i64 {
        self.rows.saturating_mul(self.row.max(1))
    }

    /// Height of the page's part.
    pub(super) fn height(self) -> i64 {
        self.whole().min(TALLEST)
    }

    /// The top of the window in the strip's own pixels, where the page is scrolled to `top`.
    fn at(self, top: i64) -> i64 {
        let (reach, own) = (self.height() - self.view, self.whole() - self.view);
        if reach <= 0 {
            return 0;
        }
        let top = top.clamp(0, reach);
        if own == reach { top } else { (i128::from(top) * i128::from(own) / i128::from(reach)) as i64 }
    }

    /// The rows that are to be there: the first, and the one after the last. Some more than the window shows.
    pub(super) fn window(self, top: i64) -> (i64, i64) {
        let row = self.row.max(1);
        let first = self.at(top) / row;
        let last = (self.at(top) + self.view) / row + 1;
        let from = (first / STEP - 1) * STEP;
        let to = (last / STEP + 2) * STEP;
        (from.clamp(0, self.rows), to.clamp(0, self.rows))
    }

    /// Where in the page's part a row stands, where the page is scrolled to `top`.
    pub(super) fn place(self, row: i64, top: i64) -> i64 {
        let reach = (self.height() - self.view).max(0);
        top.clamp(0, reach) + row * self.row.max(1) - self.at(top)
    }

    /// Where the page is to be scrolled to so that a row is whole in the window; where it is, if it is already.
    pub(super) fn scroll_to(self, row: i64, top: i64) -> i64 {
        let (height, at) = (self.row.max(1), self.at(top));
        let (begin, end) = (row * height, (row + 1) * height);
        let wanted = if begin < at {
            begin
        } else if end > at + self.view {
            end - self.view
        } else {
            return top;
        };
        let (reach, own) = (self.height() - self.view, self.whole() - self.view);
        if reach <= 0 || own <= 0 {
            return 0;
        }
        if own == reach {
            return wanted.clamp(0, reach);
        }
        // Rounded the way that keeps the row in view.
        let scaled = i128::from(wanted) * i128::from(reach);
        let own = i128::from(own);
        let rounded = if begin < at { scaled / own } else { (scaled + own - 1) / own };
        (rounded as i64).clamp(0, reach)
    }

    /// Rows that a page up or down goes.
    pub(super) fn page(self) -> i64 {
        (self.view / self.row.max(1) - 1).max(1)
    }
}

/// The columns that are to be there: the first, the one after the last, and where the first begins. One more than the
/// window shows on either side.
pub(super) fn columns_in_view(widths: &[i64], left: i64, view: i64) -> (usize, usize, i64) {
    let (mut at, mut from, mut to, mut begin) = (0, 0, widths.len(), 0);
    for (column, width) in widths.iter().enumerate() {
        if at + width <= left {
            (from, begin) = (column, at);
        }
        if at >= left + view {
            to = (column + 1).min(widths.len());
            break;
        }
        at += width;
    }
    (from, to, begin)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEW: Strip = Strip { rows: 1_000, row: 32, view: 640 };
    const MILLION: Strip = Strip { rows: 1_000_000, row: 32, view: 640 };
    const MANY: Strip = Strip { rows: 40_000_000, row: 40, view: 500 };

    #[test]
    fn a_short_strip_is_as_tall_as_its_rows_and_rows_stand_where_they_are() {
        assert_eq!(FEW.height(), 32_000);
        assert_eq!(FEW.place(10, 0), 320);
        assert_eq!(FEW.place(10, 5_000), 320);
        assert_eq!(FEW.window(0), (0, 32));
    }

    #[test]
    fn a_tall_strip_fits_the_page_and_its_last_row_ends_at_its_end() {
        for strip in [MILLION, MANY] {
            assert_eq!(strip.height(), TALLEST);
            let end = strip.height() - strip.view;
            assert_eq!(strip.window(end).1, strip.rows);
            assert_eq!(strip.place(strip.rows - 1, end), strip.height() - strip.row);
            assert_eq!(strip.place(0, 0), 0);
        }
    }

    #[test]
    fn whatever_the_window_shows_is_there() {
        for strip in [FEW, MILLION, MANY] {
            let reach = strip.height() - strip.view;
            for step in 0..=1_000 {
                let top = reach * step / 1_000;
                let (from, to) = strip.window(top);
                assert!(strip.place(from, top) <= top, "{strip:?} at {top}");
                assert!(to == strip.rows || strip.place(to, top) >= top + strip.view, "{strip:?} at {top}");
                assert!(to - from <= strip.view / strip.row + 4 * STEP, "not many more");
            }
        }
    }

    #[test]
    fn a_row_that_is_gone_to_is_whole_in_the_window() {
        for strip in [FEW, MILLION, MANY] {
            for row in [0, 1, 19, 20, 500, strip.rows / 3, strip.rows / 2 + 7, strip.rows - 2, strip.rows - 1] {
                for top in [0, 1, strip.height() / 2, strip.height() - strip.view] {
                    let top = strip.scroll_to(row, top);
                    let at = strip.at(top);
                    // A pixel of the page may be more than one of the strip.
                    let slack = strip.whole() / strip.height() + 1;
                    assert!(row * strip.row >= at - slack, "{strip:?} row {row} begins above");
                    assert!((row + 1) * strip.row <= at + strip.view + slack, "{strip:?} row {row} ends below");
                }
            }
        }
    }

    #[test]
    fn a_strip_that_fits_does_not_scroll() {
        let strip = Strip { rows: 3, row: 32, view: 640 };
        assert_eq!((strip.window(0), strip.scroll_to(2, 0), strip.place(2, 90)), ((0, 3), 0, 64));
        assert_eq!(Strip::default().window(0), (0, 0));
    }

    #[test]
    fn columns_out_of_view_are_left_away() {
        let widths = [100; 10];
        assert_eq!(columns_in_view(&widths, 0, 300), (0, 4, 0));
        assert_eq!(columns_in_view(&widths, 450, 300), (3, 9, 300));
        assert_eq!(columns_in_view(&widths, 700, 300), (6, 10, 600));
        assert_eq!(columns_in_view(&[], 0, 300), (0, 0, 0));
    }
}
