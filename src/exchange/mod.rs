//! Reading and writing other people's formats.

mod csv;
mod markdown;
mod report;
mod signal;

pub use csv::{
    CsvColumn, CsvOptions, CsvRole, CsvRow, CsvState, CsvTable, CsvUnit, CsvWarning, DateOrder, DayOrder, read_csv,
    write_csv,
};
pub use report::write_markdown;
pub use signal::{FEWEST_PEOPLE, from_signal};
