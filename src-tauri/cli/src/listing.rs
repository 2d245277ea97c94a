//! How findings and lists look as text.

use skh_core::plan::{Finding, Severity};

/// One finding over two lines, most severe first.
pub fn findings(findings: &[Finding]) -> String {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let one = |finding: &&Finding| {
        format!("[{}] {}: {}\n    {}\n", severity(finding.severity), finding.place, finding.message, finding.hint)
    };
    sorted.iter().map(one).collect()
}

/// "2 phải sửa, 5 cần rà soát, 1 để biết".
pub fn count(findings: &[Finding]) -> String {
    let of = |wanted| findings.iter().filter(|finding| finding.severity == wanted).count();
    let all = [Severity::Error, Severity::Warning, Severity::Info].map(|s| format!("{} {}", of(s), severity(s)));
    all.join(", ")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "phải sửa",
        Severity::Warning => "cần rà soát",
        Severity::Info => "để biết",
    }
}

/// "nhãn: giá trị" if there is a value.
pub fn field(out: &mut String, label: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(&format!("{label}: {value}\n"));
    }
}
