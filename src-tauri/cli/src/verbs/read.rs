//! `skh read`: what the program understands of a paper.

use skh_core::reading::{DocumentKind, OutlineNode, Reading};

use crate::answer::{Answer, Failure};
use crate::args::Read;
use crate::inputs::read_paper;
use crate::listing::{self, field};
use crate::verbs::read_text::text;

/// Reads the paper; JSON by the contract, the whole of it for people, or a summary.
pub fn run(args: &Read) -> Result<Answer, Failure> {
    let (_, reading) = read_paper(&args.file, args.ocr)?;
    if args.json {
        return Answer::json(&reading);
    }
    Ok(Answer::done(if args.text { text(&reading) } else { summary(&reading) }))
}

fn summary(reading: &Reading) -> String {
    let mut out = String::new();
    let kind = match reading.kind {
        DocumentKind::OfficialLetter => "Công văn",
        DocumentKind::Decision => "Quyết định",
        DocumentKind::Plan => "Kế hoạch",
    };
    field(&mut out, "Loại", kind);
    field(&mut out, "Cơ quan", &reading.issuer.join(" / "));
    field(&mut out, "Số, ký hiệu", reading.number.as_deref().unwrap_or_default());
    field(&mut out, "Ngày", &reading.date.map(|date| date.format("%d/%m/%Y").to_string()).unwrap_or_default());
    field(&mut out, "Trích yếu", reading.title.subject.as_deref().unwrap_or_default());
    if let Some(attachment) = &reading.attachment {
        let parts: Vec<&str> = [&attachment.kind, &attachment.subject].into_iter().flatten().map(String::as_str).collect();
        field(&mut out, "Kèm theo", &parts.join(": "));
    }
    field(&mut out, "Hạn gửi", &reading.deadline.map(|date| date.format("%d/%m/%Y").to_string()).unwrap_or_default());
    field(&mut out, "Căn cứ", &reading.legal_bases.len().to_string());
    field(&mut out, "Nhiệm vụ trọng tâm", &reading.priority_tasks.len().to_string());
    for table in &reading.task_tables {
        let size = format!("{} nhiệm vụ, {} nhóm", table.tasks.len(), table.groups.len());
        field(&mut out, "Bảng nhiệm vụ", &format!("{} ({size})", table.title.as_deref().unwrap_or("không có tên")));
    }
    if !reading.outline.is_empty() {
        out.push_str("\nĐề mục:\n");
        outline(&reading.outline, 1, &mut out);
    }
    if !reading.findings.is_empty() {
        out.push_str("\nLưu ý khi đọc:\n");
        out.push_str(&listing::findings(&reading.findings));
    }
    out
}

/// Nodes with a title; what has none is text.
fn outline(nodes: &[OutlineNode], depth: usize, out: &mut String) {
    for node in nodes {
        if let Some(heading) = &node.heading {
            out.push_str(&format!("{}{}  {heading}\n", "  ".repeat(depth), node.label));
            outline(&node.children, depth + 1, out);
        }
    }
}
