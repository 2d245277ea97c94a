//! Opens a file or a folder in the program that the system has for it. Builds with feature `e2e` write down what was to be
//! opened instead, one path a line, in the file that `SKH_OPENED` names.

use std::path::Path;

use crate::error::CommandError;

/// Opens it and does not wait for the other program.
///
/// # Errors
/// If it is gone, or no program opens such a thing.
pub fn open(path: &Path) -> Result<(), CommandError> {
    if !path.exists() {
        let hint = "tệp đã bị chuyển đi hoặc xóa; xuất lại";
        return Err(CommandError::failed(format!("không còn “{}”", path.display()), hint));
    }
    hand_over(path).map_err(|error| {
        CommandError::failed(format!("không mở được “{}”: {error}", path.display()), "mở trong chương trình quản lý tệp của máy")
    })
}

#[cfg(not(feature = "e2e"))]
fn hand_over(path: &Path) -> std::io::Result<()> {
    open::that_detached(path)
}

#[cfg(feature = "e2e")]
fn hand_over(path: &Path) -> std::io::Result<()> {
    use std::io::Write as _;
    let Some(list) = std::env::var_os("SKH_OPENED") else { return Ok(()) };
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(list)?;
    writeln!(file, "{}", path.display())
}
