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
    let small = |cell: &Option<f64>| cell.is_none_or(|count| count.is_nan() || count < threshold);
    let mut hidden: Vec<Vec<bool>> = table.iter().map(|row| row.iter().map(small).collect()).collect();
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let rows = table.iter().enumerate().map(|(row, cells)| (0..cells.len()).map(|column| (row, column)).collect());
    let columns = (0..width).map(|column| {
        let has = |row: &usize| table.get(*row).is_some_and(|cells| column < cells.len());
        (0..table.len()).filter(has).map(|row| (row, column)).collect()
    });
    let lines: Vec<Vec<(usize, usize)>> = rows.chain(columns).collect();
    loop {
        let before = hidden.iter().flatten().filter(|hidden| **hidden).count();
        for line in &lines {
            let count = |(row, column): &(usize, usize)| table[*row][*column].unwrap_or(f64::INFINITY);
            if line.iter().filter(|(row, column)| hidden[*row][*column]).count() == 1 {
                let shown = line.iter().filter(|(row, column)| !hidden[*row][*column]);
                if let Some((row, column)) = shown.min_by(|a, b| count(a).total_cmp(&count(b))) {
                    hidden[*row][*column] = true;
                }
            }
        }
        if hidden.iter().flatten().filter(|hidden| **hidden).count() == before {
            return hidden;
        }
    }
}
