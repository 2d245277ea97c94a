//! The commands of the README.
//!
//! `cargo xtask app` sets a fresh machine up, builds, and opens the window on the built-in sample plan.
//! `cargo xtask test` does the same set-up and runs every test. Uses the standard library only, so that the first
//! command on a fresh clone starts within seconds.

mod app;
mod bench;
mod fuzz;
mod package;
mod run;
mod setup;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
Cách dùng:
  cargo xtask app          cài những gì còn thiếu, dựng chương trình, mở cửa sổ với kế hoạch mẫu
  cargo xtask test [TÊN]   cài những gì còn thiếu, chạy mọi phép thử; có TÊN thì chỉ chạy chặng đó
                           (định dạng, soát mã, giao diện, rust, đầu-cuối: fmt, clippy, ui, rust, e2e)
  cargo xtask bindings     sinh lại các kiểu TypeScript của giao diện từ mã Rust
  cargo xtask bench        đo việc đọc theo định dạng và số trang, tệp cố ý làm hỏng, so với pdftotext
  cargo xtask bench --window [PHẦN]  đo cửa sổ thật: khởi động so với cửa sổ trống, phím đến hình, trang in, cuộn, bộ nhớ
                           (start, text, pages, tasks, export)
  cargo xtask bench --peers  đo việc xuất một kế hoạch, so với typst, LibreOffice, docxtpl, XlsxWriter, openpyxl
  cargo xtask fuzz [ĐÍCH] [PHÚT] [--jobs N]  thử các bộ đọc bằng đầu vào ngẫu nhiên (docx, xlsx, pdf, txt, outline,
                           citation; mười phút mỗi đích nếu không nói), N đích cùng lúc
  cargo xtask package      đóng bộ cài đặt của hệ điều hành này: .deb trên Linux, tệp cài đặt tiếng Việt trên Windows
  cargo xtask bless        duyệt trang và tệp hiện có làm mẫu đối chiếu (tests/golden); xem lại trước khi commit
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["app"] => app::app(),
        ["test"] => test::test(None),
        ["test", stage] => test::test(Some(stage)),
        ["bindings"] => test::bindings(),
        ["bless"] => test::bless(),
        ["package"] => package::package(),
        ["bench"] => bench::bench(),
        ["bench", "--peers"] => bench::peers(),
        ["bench", "--window"] => bench::window(None),
        ["bench", "--window", part] => bench::window(Some(part)),
        ["fuzz", rest @ ..] => fuzz::Wanted::of(rest).and_then(|wanted| fuzz::fuzz(&wanted)),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\ncargo xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
