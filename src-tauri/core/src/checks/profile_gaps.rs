//! What a letterhead and a signature block need and the unit's profile does not say.

use crate::plan::{Finding, Plan};

pub(super) fn check(plan: &Plan) -> Vec<Finding> {
    let profile = &plan.profile;
    let gaps = [
        (profile.signatory.name.trim().is_empty(), "chưa có họ tên người ký", "Ghi họ tên người ký kế hoạch."),
        (profile.signatory.authority.is_empty(), "chưa có chức vụ người ký", "Ghi chức vụ người ký, ví dụ: GIÁM ĐỐC."),
        (profile.place.trim().is_empty(), "chưa có địa danh", "Ghi địa danh, ví dụ: Hà Nội."),
        (profile.symbol.trim().is_empty(), "chưa có ký hiệu văn bản", "Ghi ký hiệu, ví dụ: KH-TTCNTT."),
        (profile.recipients.is_empty(), "chưa có nơi nhận", "Ghi các nơi nhận, dòng cuối là nơi lưu."),
        (
            profile.number.is_some() && profile.date.is_none(),
            "đã có số văn bản nhưng chưa có ngày ký",
            "Ghi ngày ký, hoặc bỏ số cho đến khi đăng ký văn bản.",
        ),
    ];
    let found = gaps.into_iter().filter(|(missing, ..)| *missing);
    found.map(|(_, message, hint)| Finding::warning("thông tin đơn vị", message, hint)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::plan::Profile;

    #[test]
    fn every_gap_is_told_once() {
        let empty = Plan { profile: Profile::default(), ..sample::plan() };
        assert_eq!(check(&empty).len(), 5);
        let mut numbered = sample::plan();
        numbered.profile.number = Some(5);
        let found = check(&numbered);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("ngày ký"));
    }
}
