//! The words of a call: verbs and options English, all help Vietnamese.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use skh_core::files::Sides;

const TOP: &str = "{about}\n\nCách dùng: skh LỆNH [TÙY CHỌN]\n\nCác lệnh:\n{subcommands}\n\nTùy chọn:\n{options}\n{after-help}";
const VERB: &str = "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";
const EXITS: &str =
    "\nMã thoát: 0 xong · 1 rà soát thấy lỗi · 2 gọi lệnh sai · 3 không đọc được tệp vào · 4 không ghi được tệp ra.";
const INPUTS: &str = "Tệp vào";
const OPTIONS: &str = "Tùy chọn";

/// A call.
#[derive(Debug, Parser)]
#[command(name = "skh", version, about = "Soạn kế hoạch năm của đơn vị từ công văn và kế hoạch của bộ")]
#[command(help_template = TOP, after_help = EXITS, disable_help_subcommand = true, disable_help_flag = true)]
#[command(disable_version_flag = true)]
pub struct Call {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
    /// In trợ giúp
    #[arg(short, long, action = ArgAction::Help, global = true, help_heading = OPTIONS)]
    help: Option<bool>,
    /// In phiên bản
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What there is to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Đọc một văn bản và cho biết chương trình hiểu gì
    #[command(help_template = VERB, override_usage = "skh read TỆP [--ocr] [--text | --json]")]
    Read(Read),
    /// Soạn dự thảo kế hoạch của một đơn vị
    #[command(
        help_template = VERB,
        override_usage = "skh new --unit TÊN --year NĂM [--framework TỆP] [--ministry-plan TỆP]… --out KẾ-HOẠCH.kehoach"
    )]
    New(New),
    /// Xem một kế hoạch
    #[command(help_template = VERB, override_usage = "skh show KẾ-HOẠCH.kehoach [--json]")]
    Show(Show),
    /// Rà soát một kế hoạch hoặc một văn bản
    #[command(help_template = VERB, override_usage = "skh check TỆP [--ocr] [--json]")]
    Check(Check),
    /// Xuất bản trình ký: DOCX, PDF và phụ lục XLSX
    #[command(help_template = VERB, override_usage = "skh export KẾ-HOẠCH.kehoach --out THƯ-MỤC [--docx] [--pdf] [--xlsx] [--archive] [--way CÁCH] [--set VĂN-BẢN]")]
    Export(Export),
    /// In kế hoạch và phụ lục
    #[command(
        help_template = VERB,
        override_usage = "skh print KẾ-HOẠCH.kehoach [--printer MÁY-IN] [--pages 1-3,5] [--copies SỐ] [--sides one|long|short]"
    )]
    Print(Print),
    /// Các máy in của máy này
    #[command(help_template = VERB, override_usage = "skh printers [--json]")]
    Printers(List),
    /// Danh mục nhiệm vụ: nhận lại phụ lục đã sửa trong Excel
    #[command(help_template = TOP_TASKS, disable_help_subcommand = true)]
    Tasks {
        /// What to do with them.
        #[command(subcommand)]
        verb: TasksVerb,
    },
    /// Tổng hợp nhiệm vụ từ kế hoạch của nhiều đơn vị
    #[command(help_template = VERB, override_usage = "skh rollup KẾ-HOẠCH.kehoach… --out TỆP.xlsx")]
    Rollup(Rollup),
    /// Các mẫu kế hoạch đã biết
    #[command(help_template = VERB, override_usage = "skh forms [--json]")]
    Forms(List),
    /// Các đơn vị đã biết
    #[command(help_template = VERB, override_usage = "skh units [--json]")]
    Units(List),
}

const TOP_TASKS: &str = "{about}\n\nCách dùng: skh tasks LỆNH\n\nCác lệnh:\n{subcommands}\n\nTùy chọn:\n{options}";

/// What there is to do with tasks.
#[derive(Debug, Subcommand)]
pub enum TasksVerb {
    /// Đưa phụ lục đã sửa trong Excel trở lại kế hoạch, cho biết điều gì đã đổi
    #[command(help_template = VERB, override_usage = "skh tasks import KẾ-HOẠCH.kehoach PHỤ-LỤC.xlsx [--json]")]
    Import(Import),
}

/// `read`
#[derive(Debug, Args)]
pub struct Read {
    /// Công văn, quyết định, kế hoạch hay phụ lục (.docx, .pdf, .xlsx, .txt)
    #[arg(value_name = "TỆP", help_heading = INPUTS)]
    pub file: PathBuf,
    /// Nhận dạng chữ (OCR) các trang quét bằng Tesseract
    #[arg(long, help_heading = OPTIONS)]
    pub ocr: bool,
    /// In kết quả dạng JSON
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
    /// In toàn bộ văn bản như chương trình hiểu, thụt lề theo đề mục
    #[arg(long, help_heading = OPTIONS, conflicts_with = "json")]
    pub text: bool,
}

/// `new`
#[derive(Debug, Args)]
pub struct New {
    /// Đơn vị: tên đầy đủ hoặc tên viết tắt (xem skh units)
    #[arg(long, value_name = "TÊN", required_unless_present = "sample", help_heading = OPTIONS)]
    pub unit: Option<String>,
    /// Năm kế hoạch
    #[arg(long, value_name = "NĂM", value_parser = year, required_unless_present = "sample", help_heading = OPTIONS)]
    pub year: Option<i32>,
    /// Công văn gửi kèm khung kế hoạch
    #[arg(long, value_name = "TỆP", help_heading = INPUTS)]
    pub framework: Option<PathBuf>,
    /// Kế hoạch của bộ hoặc phụ lục của nó; dùng được nhiều lần
    #[arg(long, value_name = "TỆP", help_heading = INPUTS)]
    pub ministry_plan: Vec<PathBuf>,
    /// Kế hoạch năm trước của đơn vị
    #[arg(long, value_name = "TỆP", help_heading = INPUTS)]
    pub previous: Option<PathBuf>,
    /// Mẫu kế hoạch (xem skh forms)
    #[arg(long, value_name = "MẪU", default_value = "khung-cds", hide_default_value = true, help_heading = OPTIONS)]
    pub form: String,
    /// Thông tin đơn vị: địa danh, ký hiệu, người ký, nơi nhận (.toml)
    #[arg(long, value_name = "TỆP", help_heading = INPUTS)]
    pub profile: Option<PathBuf>,
    /// Tệp kế hoạch sẽ lưu (.kehoach)
    #[arg(long, value_name = "KẾ-HOẠCH.kehoach", help_heading = OPTIONS)]
    pub out: PathBuf,
    /// Nhận dạng chữ (OCR) các trang quét bằng Tesseract
    #[arg(long, help_heading = OPTIONS)]
    pub ocr: bool,
    /// Cho phép ghi đè tệp kế hoạch đã có
    #[arg(long, help_heading = OPTIONS)]
    pub overwrite: bool,
    /// Dùng công văn, kế hoạch của bộ và đơn vị mẫu có sẵn trong chương trình
    #[arg(long, conflicts_with_all = ["framework", "ministry_plan", "previous", "profile"], help_heading = OPTIONS)]
    pub sample: bool,
}

/// `show`
#[derive(Debug, Args)]
pub struct Show {
    /// Tệp kế hoạch
    #[arg(value_name = "KẾ-HOẠCH.kehoach", help_heading = INPUTS)]
    pub plan: PathBuf,
    /// In kết quả dạng JSON
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// Tệp kế hoạch (.kehoach) hoặc văn bản (.docx, .pdf, .xlsx, .txt)
    #[arg(value_name = "TỆP", help_heading = INPUTS)]
    pub file: PathBuf,
    /// Nhận dạng chữ (OCR) các trang quét bằng Tesseract
    #[arg(long, help_heading = OPTIONS)]
    pub ocr: bool,
    /// In kết quả dạng JSON
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
}

/// `export`
#[derive(Debug, Args)]
pub struct Export {
    /// Tệp kế hoạch
    #[arg(value_name = "KẾ-HOẠCH.kehoach", help_heading = INPUTS)]
    pub plan: PathBuf,
    /// Thư mục chứa các tệp xuất ra; được tạo nếu chưa có
    #[arg(long, value_name = "THƯ-MỤC", help_heading = OPTIONS)]
    pub out: PathBuf,
    /// Xuất DOCX (không chọn loại nào thì xuất cả ba)
    #[arg(long, help_heading = OPTIONS)]
    pub docx: bool,
    /// Xuất PDF có ô ký số
    #[arg(long, help_heading = OPTIONS)]
    pub pdf: bool,
    /// Xuất phụ lục XLSX
    #[arg(long, help_heading = OPTIONS)]
    pub xlsx: bool,
    /// Xuất bản lưu trữ PDF/A-2b, không có ô ký số
    #[arg(long, alias = "pdfa", help_heading = OPTIONS)]
    pub archive: bool,
    /// Cách ban hành lần xuất này: own (văn bản riêng) hoặc decision (ban hành kèm theo quyết định)
    #[arg(long, value_name = "CÁCH", value_enum, hide_possible_values = true, help_heading = OPTIONS)]
    pub way: Option<WayWord>,
    /// Các văn bản cần xuất, cách nhau bằng dấu phẩy: plan, decision, submission (tờ trình), cover (bìa hồ sơ)
    #[arg(long, value_name = "VĂN-BẢN", value_enum, value_delimiter = ',', hide_possible_values = true, help_heading = OPTIONS)]
    pub set: Vec<PaperWord>,
    /// Mỗi phụ lục một tệp riêng để ký số; kế hoạch kèm theo quyết định cũng là tệp riêng
    #[arg(long, help_heading = OPTIONS)]
    pub annex_files: bool,
    /// Số văn bản, ví dụ 05
    #[arg(long, value_name = "SỐ", value_parser = number, help_heading = OPTIONS)]
    pub number: Option<u32>,
    /// Ngày ký, ví dụ 2026-01-05
    #[arg(long, value_name = "NGÀY", value_parser = day, help_heading = OPTIONS)]
    pub date: Option<NaiveDate>,
    /// Thời điểm ghi trong thuộc tính tệp, ví dụ 2026-01-05 hoặc 2026-01-05T08:30:00
    #[arg(long, value_name = "NGÀY", value_parser = moment, help_heading = OPTIONS)]
    pub at: Option<NaiveDateTime>,
}

/// `print`
#[derive(Debug, Args)]
pub struct Print {
    /// Tệp kế hoạch
    #[arg(value_name = "KẾ-HOẠCH.kehoach", help_heading = INPUTS)]
    pub plan: PathBuf,
    /// Máy in (xem skh printers); không nêu thì dùng máy in mặc định
    #[arg(long, value_name = "MÁY-IN", help_heading = OPTIONS)]
    pub printer: Option<String>,
    /// Các trang, tính từ trang đầu của tệp, ví dụ 1-3,5
    #[arg(long, value_name = "TRANG", help_heading = OPTIONS)]
    pub pages: Option<String>,
    /// Số bản
    #[arg(long, value_name = "SỐ", default_value = "1", hide_default_value = true, help_heading = OPTIONS)]
    pub copies: u32,
    /// In một mặt (one), hai mặt lật cạnh dài (long) hay cạnh ngắn (short)
    #[arg(long, value_name = "MẶT", default_value = "one", hide_default_value = true, hide_possible_values = true)]
    #[arg(value_parser = sides(), help_heading = OPTIONS)]
    pub sides: Sides,
}

/// How a plan goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WayWord {
    /// On its own.
    Own,
    /// By a decision.
    Decision,
}

/// A paper of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperWord {
    /// The plan with its annexes.
    Plan,
    /// The decision.
    Decision,
    /// The submission.
    Submission,
    /// The cover sheet.
    Cover,
}

/// `tasks import`
#[derive(Debug, Args)]
pub struct Import {
    /// Tệp kế hoạch
    #[arg(value_name = "KẾ-HOẠCH.kehoach", help_heading = INPUTS)]
    pub plan: PathBuf,
    /// Phụ lục đã sửa trong Excel
    #[arg(value_name = "PHỤ-LỤC.xlsx", help_heading = INPUTS)]
    pub annex: PathBuf,
    /// In kết quả dạng JSON
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
}

/// `rollup`
#[derive(Debug, Args)]
pub struct Rollup {
    /// Các tệp kế hoạch cùng năm
    #[arg(value_name = "KẾ-HOẠCH.kehoach", required = true, help_heading = INPUTS)]
    pub plans: Vec<PathBuf>,
    /// Bảng tổng hợp sẽ lưu (.xlsx)
    #[arg(long, value_name = "TỆP.xlsx", help_heading = OPTIONS)]
    pub out: PathBuf,
}

/// `forms`, `units`
#[derive(Debug, Args)]
pub struct List {
    /// In kết quả dạng JSON
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
}

/// The words for one side or both.
fn sides() -> impl TypedValueParser<Value = Sides> {
    PossibleValuesParser::new(["one", "long", "short"]).map(|word| match word.as_str() {
        "long" => Sides::LongEdge,
        "short" => Sides::ShortEdge,
        _ => Sides::One,
    })
}

/// A year that can be planned for.
fn year(text: &str) -> Result<i32, String> {
    text.parse().ok().filter(|year| (2000..=2100).contains(year)).ok_or_else(|| "năm là một số từ 2000 đến 2100".into())
}

/// A number in the register, from 1.
fn number(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| "số văn bản là một số từ 1, ví dụ 05".into())
}

/// A day.
fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "ngày viết như 2026-01-05".into())
}

/// A day, or a day and a time, of Vietnam. A day alone is its noon: midnight would be the day before in the files, which
/// keep UTC.
pub fn moment(text: &str) -> Result<NaiveDateTime, String> {
    let day = text.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(12, 0, 0));
    day.or_else(|| text.parse().ok()).ok_or_else(|| "ngày viết như 2026-01-05 hoặc 2026-01-05T08:30:00".into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_call_is_well_formed() {
        Call::command().debug_assert();
    }

    #[test]
    fn help_is_vietnamese_throughout() {
        fn all(command: &mut clap::Command, out: &mut String) {
            out.push_str(&command.render_help().to_string());
            command.get_subcommands_mut().for_each(|verb| all(verb, out));
        }
        let mut command = Call::command();
        command.build();
        let mut help = String::new();
        all(&mut command, &mut help);
        for english in ["Usage", "Options:", "Arguments", "Commands", "Print", "default", "help for"] {
            assert!(!help.contains(english), "{english}:\n{help}");
        }
    }

    #[test]
    fn days_and_times_are_read() {
        assert_eq!(moment("2026-01-05").unwrap().to_string(), "2026-01-05 12:00:00");
        assert_eq!(moment("2026-01-05T08:30:00").unwrap().to_string(), "2026-01-05 08:30:00");
        assert!(moment("5/1/2026").is_err() && moment("2026-02-30").is_err());
        assert!(year("2026").is_ok() && year("26").is_err() && year("x").is_err());
    }
}
