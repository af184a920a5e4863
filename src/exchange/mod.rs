//! Reading and writing other people's formats.

mod csv;
mod markdown;

pub use csv::{
    CsvColumn, CsvOptions, CsvRole, CsvRow, CsvState, CsvTable, CsvUnit, CsvWarning, DateOrder, DayOrder, read_csv,
    write_csv,
};
