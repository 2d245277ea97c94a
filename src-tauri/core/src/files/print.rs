//! The system's printers: which there are, and handing them a PDF.
//!
//! CUPS on Linux and macOS, through `lp` and `lpstat`: they know every queue the system has, and turn landscape pages on
//! portrait paper by themselves. Windows has no such command; there the file goes to the program that shows PDFs, whose own
//! dialog asks for printer, pages and copies. Arguments are passed one by one, never through a shell.

use std::io::{ErrorKind, Write};
use std::process::{Command, Output, Stdio};

use thiserror::Error;

/// A printer of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its queue's name.
    pub name: String,
    /// The one the system takes when none is named.
    pub is_default: bool,
}

/// One side of a sheet or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// One.
    #[default]
    One,
    /// Both, to be turned like a book.
    LongEdge,
    /// Both, to be turned like a pad.
    ShortEdge,
}

#[cfg(not(windows))]
impl Sides {
    /// As the Internet Printing Protocol names it (RFC 8011, 5.2.8).
    fn keyword(self) -> &'static str {
        match self {
            Self::One => "one-sided",
            Self::LongEdge => "two-sided-long-edge",
            Self::ShortEdge => "two-sided-short-edge",
        }
    }
}

/// Pages to print, counted through the whole file from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRanges(Vec<(u32, u32)>);

impl PageRanges {
    /// Reads "1-3,5": ranges and single pages of a file with `pages` pages.
    ///
    /// # Errors
    /// [`PrintError::Pages`] if it is no such list or names a page that is not there.
    pub fn read(text: &str, pages: u32) -> Result<Self, PrintError> {
        let range = |part: &str| {
            let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
            let number = |text: &str| text.trim().parse::<u32>().ok();
            let (first, last) = (number(first)?, number(last)?);
            (first >= 1 && first <= last && last <= pages).then_some((first, last))
        };
        let ranges: Option<Vec<(u32, u32)>> = text.split([',', ';']).map(range).collect();
        ranges.map(Self).ok_or_else(|| PrintError::Pages { text: text.to_owned(), pages })
    }

    /// As `lp` wants it.
    #[cfg(any(not(windows), test))]
    fn keyword(&self) -> String {
        let one = |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}-{last}") };
        self.0.iter().map(one).collect::<Vec<_>>().join(",")
    }
}

/// How to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Queue; none for the system's default.
    pub printer: Option<String>,
    /// Pages; none for all.
    pub pages: Option<PageRanges>,
    /// How many copies, from 1.
    pub copies: u32,
    /// One side or both.
    pub sides: Sides,
    /// As the queue shows it.
    pub title: String,
}

/// The most copies of one job: more is a slip of the finger.
pub const MOST_COPIES: u32 = 999;

/// Why nothing was printed.
#[derive(Debug, Error)]
pub enum PrintError {
    /// There is no printing service.
    #[error("máy này chưa cài dịch vụ in (không có lệnh {0})")]
    NoService(&'static str),
    /// There is no printer.
    #[error("máy này chưa có máy in nào")]
    NoPrinter,
    /// None is the default and none was named.
    #[error("chưa chọn máy in và máy này không đặt máy in mặc định")]
    NoDefault,
    /// No printer of that name.
    #[error("không có máy in “{name}”; có: {}", .known.join(", "))]
    Unknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// No list of pages, or pages that are not there.
    #[error("không in được các trang “{text}”: văn bản có {pages} trang")]
    Pages {
        /// What was asked for.
        text: String,
        /// How many there are.
        pages: u32,
    },
    /// None, or too many.
    #[error("không in được {0} bản")]
    Copies(u32),
    /// The queue does not take the job.
    #[error("máy in “{printer}” không nhận lệnh in: {reason}")]
    Refused {
        /// Which.
        printer: String,
        /// What the system says.
        reason: String,
    },
    /// The system's own dialog has to be asked.
    #[error("trên Windows, máy in, các trang, số bản và in hai mặt được chọn trong hộp thoại in")]
    AskDialog,
}

impl PrintError {
    /// What the planner can do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NoService(_) => "Nhờ quản trị máy cài CUPS, hoặc xuất PDF rồi in trên máy khác.",
            Self::NoPrinter => "Thêm máy in trong cài đặt của hệ thống, hoặc xuất PDF rồi in trên máy khác.",
            Self::NoDefault | Self::Unknown { .. } => "Chọn một máy in trong danh sách.",
            Self::Pages { .. } => "Viết các trang như 1-3,5, tính từ trang đầu của tệp.",
            Self::Copies(_) => "Chọn từ 1 đến 999 bản.",
            Self::Refused { .. } => "Kiểm tra máy in có bật, có giấy và đang nhận lệnh in rồi in lại.",
            Self::AskDialog => "Bỏ các tùy chọn này rồi in lại.",
        }
    }
}

/// The printers of this machine, in the order of their names.
///
/// # Errors
/// [`PrintError::NoService`] or [`PrintError::NoPrinter`].
#[cfg(not(windows))]
pub fn printers() -> Result<Vec<Printer>, PrintError> {
    let names = heard("lpstat", lpstat("-e"))?;
    let default = heard("lpstat", lpstat("-d"))?;
    // "system default destination: NAME"; an instance of a queue is shown as "NAME/INSTANCE"
    let default = String::from_utf8_lossy(&default.stdout).rsplit_once(": ").map(|(_, name)| name.trim().to_owned());
    let mut found: Vec<Printer> = String::from_utf8_lossy(&names.stdout)
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| Printer { name: name.to_owned(), is_default: default.as_deref() == Some(name) })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    if found.is_empty() { Err(PrintError::NoPrinter) } else { Ok(found) }
}

/// Prints a PDF; gives back the name of the printer that took it.
///
/// # Errors
/// [`PrintError`]; nothing is printed then.
#[cfg(not(windows))]
pub fn print(pdf: &[u8], job: &PrintJob) -> Result<String, PrintError> {
    if !(1..=MOST_COPIES).contains(&job.copies) {
        return Err(PrintError::Copies(job.copies));
    }
    let known = printers()?;
    let name = match &job.printer {
        Some(name) if known.iter().any(|printer| printer.name == *name) => name.clone(),
        Some(name) => {
            let known = known.into_iter().map(|printer| printer.name).collect();
            return Err(PrintError::Unknown { name: name.clone(), known });
        }
        None => known.into_iter().find(|printer| printer.is_default).ok_or(PrintError::NoDefault)?.name,
    };
    let mut command = Command::new("lp");
    command.args(["-d", &name, "-n", &job.copies.to_string(), "-t", &job.title]);
    command.args(["-o", "media=A4", "-o", &format!("sides={}", job.sides.keyword()), "-o", "document-format=application/pdf"]);
    if let Some(pages) = &job.pages {
        command.args(["-P", &pages.keyword()]);
    }
    let refused = |reason: String| PrintError::Refused { printer: name.clone(), reason };
    let mut child = command
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| missing("lp", &error))?;
    // A queue that refuses closes its end early; what it says then is the reason, not the broken pipe.
    let fed = child.stdin.take().map_or(Ok(()), |mut pipe| pipe.write_all(pdf));
    let output = child.wait_with_output().map_err(|error| refused(error.to_string()))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        let told = told.trim().strip_prefix("lp: ").unwrap_or(told.trim());
        return Err(refused(told.to_owned()));
    }
    fed.map_err(|error| refused(error.to_string()))?;
    Ok(name)
}

#[cfg(not(windows))]
fn lpstat(what: &str) -> Command {
    let mut command = Command::new("lpstat");
    // What it says is read here: always in English.
    command.arg(what).env("LC_ALL", "C");
    command
}

#[cfg(not(windows))]
fn heard(program: &'static str, mut command: Command) -> Result<Output, PrintError> {
    command.output().map_err(|error| missing(program, &error))
}

#[cfg(not(windows))]
fn missing(program: &'static str, error: &std::io::Error) -> PrintError {
    match error.kind() {
        ErrorKind::NotFound => PrintError::NoService(program),
        _ => PrintError::Refused { printer: program.to_owned(), reason: error.to_string() },
    }
}

/// Windows: its printers are chosen in the print dialog.
///
/// # Errors
/// Always [`PrintError::AskDialog`].
#[cfg(windows)]
pub fn printers() -> Result<Vec<Printer>, PrintError> {
    Err(PrintError::AskDialog)
}

/// Windows: hands the file to the program that shows PDFs, with the verb "print".
///
/// # Errors
/// [`PrintError::AskDialog`] if the job names what only the dialog can choose; [`PrintError::Refused`] if no program prints PDFs.
#[cfg(windows)]
pub fn print(pdf: &[u8], job: &PrintJob) -> Result<String, PrintError> {
    if job.printer.is_some() || job.pages.is_some() || job.copies != 1 || job.sides != Sides::One {
        return Err(PrintError::AskDialog);
    }
    let refused = |reason: String| PrintError::Refused { printer: "Windows".to_owned(), reason };
    let mut file = tempfile::Builder::new().prefix("ke-hoach-").suffix(".pdf").tempfile().map_err(|e| refused(e.to_string()))?;
    file.write_all(pdf).map_err(|e| refused(e.to_string()))?;
    // The viewer opens it after this program has gone on: it stays in the folder for passing files.
    let (_, path) = file.keep().map_err(|e| refused(e.to_string()))?;
    let script = "Start-Process -FilePath $env:SKH_PRINT_FILE -Verb Print";
    let output = Command::new("powershell.exe")
        .args(["-NoProfile", "-NonInteractive", "-Command", script])
        .env("SKH_PRINT_FILE", &path)
        .stdin(Stdio::null())
        .output();
    let output: Output = output.map_err(|error| match error.kind() {
        ErrorKind::NotFound => PrintError::NoService("powershell.exe"),
        _ => refused(error.to_string()),
    })?;
    if output.status.success() {
        return Ok("Windows".to_owned());
    }
    Err(refused("không có chương trình nào in được tệp PDF".to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn page_ranges_are_read_and_pages_that_are_not_there_refused() {
        assert_eq!(PageRanges::read("1-3, 5", 9).unwrap().keyword(), "1-3,5");
        assert_eq!(PageRanges::read("9", 9).unwrap().keyword(), "9");
        for wrong in ["", "0", "3-2", "1-10", "a", "1-", "1,,2", "-1"] {
            assert!(matches!(PageRanges::read(wrong, 9), Err(PrintError::Pages { pages: 9, .. })), "{wrong}");
        }
    }
}
