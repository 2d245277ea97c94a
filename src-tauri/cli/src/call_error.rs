//! clap's complaints about a call, in Vietnamese.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::answer::{Answer, Exit, Failure};

/// Prints help where it was asked for, else says what is wrong with the call.
pub fn tell(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => super::print(&Answer::done(error.render().to_string())),
        _ => {
            super::note(&failure(error).told());
            Exit::WrongCall.into()
        }
    }
}

fn failure(error: &clap::Error) -> Failure {
    let text = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("không có tùy chọn {argument}"),
        ErrorKind::InvalidSubcommand => format!("không có lệnh {}", text(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "chưa nói làm gì".into(),
        ErrorKind::MissingRequiredArgument => format!("còn thiếu {argument}"),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("giá trị {value} của {argument} sai: {reason}")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} cần một giá trị"),
        ErrorKind::InvalidValue => format!("giá trị {value} của {argument} không dùng được"),
        ErrorKind::ArgumentConflict => format!("không dùng {argument} cùng với {}", text(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("số giá trị của {argument} không đúng")
        }
        ErrorKind::InvalidUtf8 => "lệnh có chữ không đọc được".into(),
        _ => "lệnh gọi sai".into(),
    };
    Failure::call(message, hint(error))
}

fn hint(error: &clap::Error) -> String {
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|k| error.get(k));
    match suggested {
        Some(value) => format!("Có phải {}? Xem thêm: skh --help.", shown(value)),
        None => "Xem cách dùng: skh --help, hoặc skh LỆNH --help.".into(),
    }
}

/// Each word in quotes.
fn shown(value: &ContextValue) -> String {
    let quoted = |text: &str| format!("“{text}”");
    match value {
        ContextValue::String(text) => quoted(text),
        ContextValue::Strings(texts) => texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
