//! Small numbers are hidden before anyone sees them: in charts, in tables and in exports, by this one function.

/// Cells under this many people are hidden, where nothing else is said.
pub const SMALL: f64 = 10.0;

/// Which cells of a table of counts to hide: those under `threshold`, and with them enough others that no row and no
/// column hides exactly one, which its total would give away. The smallest are chosen, in a row before a column.
///
/// A cell that is missing was hidden by its source and counts as hidden. Where nothing is left to hide beside one, it stays
/// alone: its row has no other cell.
///
/// ```
/// use headwater::chart::{SMALL, hide_small};
///
/// let table = [vec![Some(40.0), Some(3.0), Some(25.0)], vec![Some(31.0), Some(52.0), Some(60.0)]];
/// let hidden = hide_small(&table, SMALL);
/// // 3 is small; 25 would give it away in its row, and each of them is alone in its column.
/// assert_eq!(hidden, [[false, true, true], [false, true, true]]);
/// ```
pub fn hide_small(table: &[Vec<Option<f64>>], threshold: f64) -> Vec<Vec<bool>> {
    // What is hidden is infinite from here on, so that the smallest of the rest is found.
    let shown = |cell: &Option<f64>| cell.filter(|count| *count >= threshold).unwrap_or(f64::INFINITY);
    let mut cells: Vec<Vec<f64>> = table.iter().map(|row| row.iter().map(shown).collect()).collect();
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let mut changed = true;
    while changed {
        changed = false;
        // Rows first, then columns.
        for line in 0..table.len() + width {
            let row = Some(line).filter(|line| *line < table.len());
            let (mut hidden, mut smallest) = (0, (f64::INFINITY, 0, 0));
            for at in 0..if row.is_some() { width } else { table.len() } {
                let (row, column) = row.map_or_else(|| (at, line - table.len()), |row| (row, at));
                let Some(&count) = cells[row].get(column) else { continue };
                hidden += usize::from(count.is_infinite());
                if count < smallest.0 {
                    smallest = (count, row, column);
                }
            }
            if hidden == 1 && smallest.0.is_finite() {
                cells[smallest.1][smallest.2] = f64::INFINITY;
                changed = true;
            }
        }
    }
    cells.into_iter().map(|row| row.into_iter().map(f64::is_infinite).collect()).collect()
}
