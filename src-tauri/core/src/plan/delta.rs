//! What differs between two states of a plan: the changed parts only, to be put in and taken out again.
//!
//! Lists are cut to the stretch that differs; of the outline only the branch that does. What is left of a plan without its
//! lists is small and kept whole.

use serde::Serialize;

use super::{
    AnnexColumn, Finding, LegalBasis, Plan, PriorityTask, ResultRow, Section, SectionId, Source, Task, TaskGroup, TaskId,
};

/// Where in the plan something changed: where the window goes after undoing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Spot {
    /// A section; it may be gone in the state shown.
    Section {
        /// Which.
        id: SectionId,
    },
    /// A căn cứ.
    LegalBasis {
        /// Spot among the bases, from 0.
        index: usize,
    },
    /// A task; it may be gone in the state shown.
    Task {
        /// Which.
        id: TaskId,
    },
    /// What covers the letter's priority tasks.
    Coverage,
    /// How the plan goes out: subject, profile, way of issue, annex columns, last year's results.
    Issuing,
}

/// A stretch of a list: what stood there before, and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Splice<T> {
    at: usize,
    before: Vec<T>,
    after: Vec<T>,
}

impl<T: Clone + PartialEq> Splice<T> {
    fn of(before: &[T], after: &[T]) -> Option<Self> {
        let (at, before_end, after_end) = differing(before, after)?;
        Some(Self { at, before: before[at..before_end].to_vec(), after: after[at..after_end].to_vec() })
    }

    fn put(&self, list: &mut Vec<T>, back: bool) {
        let (now, then) = if back { (&self.after, &self.before) } else { (&self.before, &self.after) };
        let end = (self.at + now.len()).min(list.len());
        list.splice(self.at.min(end)..end, then.iter().cloned());
    }
}

/// Where two lists begin to differ, and where the stretch that differs ends in each; `None` if they are equal.
pub fn differing<T: PartialEq>(before: &[T], after: &[T]) -> Option<(usize, usize, usize)> {
    let at = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    if at == before.len() && at == after.len() {
        return None;
    }
    let same_end = before[at..].iter().rev().zip(after[at..].iter().rev()).take_while(|(a, b)| a == b).count();
    Some((at, before.len() - same_end, after.len() - same_end))
}

/// A stretch of the sections below one section; `path` leads there by places from the top.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Branch {
    path: Vec<usize>,
    splice: Splice<Section>,
}

impl Branch {
    fn of(before: &[Section], after: &[Section]) -> Option<Self> {
        let mut path = Vec::new();
        let (mut before, mut after) = (before, after);
        loop {
            let splice = Splice::of(before, after)?;
            let (one, other) = match (splice.before.as_slice(), splice.after.as_slice()) {
                ([one], [other]) if without_children(one) == without_children(other) => (splice.at, splice.at),
                _ => return Some(Self { path, splice }),
            };
            // Only what stands below differs.
            path.push(one);
            (before, after) = (&before[one].children, &after[other].children);
        }
    }

    fn put(&self, sections: &mut Vec<Section>, back: bool) {
        let mut list = sections;
        for at in &self.path {
            let Some(section) = list.get_mut(*at) else { return };
            list = &mut section.children;
        }
        self.splice.put(list, back);
    }
}

fn without_children(section: &Section) -> Section {
    Section { children: Vec::new(), ..section.clone() }
}

/// What differs between two states of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Delta {
    /// The plan without its lists, before and after.
    rest: Option<Box<(Plan, Plan)>>,
    sections: Option<Branch>,
    tasks: Option<Splice<Task>>,
    legal_bases: Option<Splice<LegalBasis>>,
    groups: Option<Splice<TaskGroup>>,
    columns: Option<Splice<AnnexColumn>>,
    results: Option<Splice<ResultRow>>,
    sources: Option<Splice<Source>>,
    coverage: Option<Splice<PriorityTask>>,
    findings: Option<Splice<Finding>>,
}

impl Delta {
    /// What leads from `before` to `after`; `None` if they are equal.
    pub fn of(before: &Plan, after: &Plan) -> Option<Self> {
        let (one, other) = (rest(before), rest(after));
        let delta = Self {
            rest: (one != other).then(|| Box::new((one, other))),
            sections: Branch::of(&before.sections, &after.sections),
            tasks: Splice::of(&before.tasks, &after.tasks),
            legal_bases: Splice::of(&before.legal_bases, &after.legal_bases),
            groups: Splice::of(&before.groups, &after.groups),
            columns: Splice::of(&before.columns, &after.columns),
            results: Splice::of(&before.results, &after.results),
            sources: Splice::of(&before.sources, &after.sources),
            coverage: Splice::of(&before.coverage, &after.coverage),
            findings: Splice::of(&before.findings, &after.findings),
        };
        (!delta.is_empty()).then_some(delta)
    }

    fn is_empty(&self) -> bool {
        let lists = self.tasks.is_none() && self.legal_bases.is_none() && self.groups.is_none() && self.columns.is_none();
        let others = self.results.is_none() && self.sources.is_none() && self.coverage.is_none() && self.findings.is_none();
        self.rest.is_none() && self.sections.is_none() && lists && others
    }

    /// Brings a plan in the state before to that after; with `back` the other way. The plan must be in that state.
    pub fn put(&self, plan: &mut Plan, back: bool) {
        if let Some(both) = &self.rest {
            let lists = std::mem::replace(plan, if back { both.0.clone() } else { both.1.clone() });
            plan.sections = lists.sections;
            plan.tasks = lists.tasks;
            plan.legal_bases = lists.legal_bases;
            plan.groups = lists.groups;
            plan.columns = lists.columns;
            plan.results = lists.results;
            plan.sources = lists.sources;
            plan.coverage = lists.coverage;
            plan.findings = lists.findings;
        }
        if let Some(part) = &self.sections {
            part.put(&mut plan.sections, back);
        }
        put(self.tasks.as_ref(), &mut plan.tasks, back);
        put(self.legal_bases.as_ref(), &mut plan.legal_bases, back);
        put(self.groups.as_ref(), &mut plan.groups, back);
        put(self.columns.as_ref(), &mut plan.columns, back);
        put(self.results.as_ref(), &mut plan.results, back);
        put(self.sources.as_ref(), &mut plan.sources, back);
        put(self.coverage.as_ref(), &mut plan.coverage, back);
        put(self.findings.as_ref(), &mut plan.findings, back);
    }

    /// About how many bytes it takes.
    pub fn size(&self) -> usize {
        serde_json::to_vec(self).map_or(0, |bytes| bytes.len())
    }

    /// Whether further typing at the same place belongs to it: one thing was changed, none added, moved or taken out.
    pub fn is_typing(&self) -> bool {
        let one_section = self.sections.as_ref().is_none_or(|part| match (&*part.splice.before, &*part.splice.after) {
            ([one], [other]) => one.id == other.id && (&one.text, &one.heading) != (&other.text, &other.heading),
            _ => false,
        });
        let one_task = self.tasks.as_ref().is_none_or(|part| match (&*part.before, &*part.after) {
            ([one], [other]) => one.id == other.id,
            _ => false,
        });
        let one_basis = self.legal_bases.as_ref().is_none_or(|part| (part.before.len(), part.after.len()) == (1, 1));
        let others = self.groups.is_none() && self.columns.is_none() && self.sources.is_none();
        one_section && one_task && one_basis && others
    }

    /// What was done, for “Hoàn tác: …”, and where.
    pub fn told(&self, before: &Plan, after: &Plan) -> (String, Spot) {
        if let Some(part) = &self.sections {
            return sections_told(&part.splice, before, after);
        }
        if let Some(part) = &self.tasks {
            return tasks_told(part, before, after);
        }
        if let Some(part) = &self.legal_bases {
            return bases_told(part);
        }
        if self.findings.is_some() {
            return ("giữ nguyên một chỗ cần rà soát".into(), kept_spot(after));
        }
        if self.coverage.is_some() {
            return ("sửa phần đối chiếu".into(), Spot::Coverage);
        }
        let what = if self.results.is_some() {
            "sửa kết quả năm trước"
        } else if self.columns.is_some() {
            "sửa cột của phụ lục"
        } else if self.groups.is_some() {
            return ("sửa nhóm nhiệm vụ".into(), Spot::Task { id: after.tasks.first().map_or(TaskId(0), |task| task.id) });
        } else if before.subject != after.subject {
            "sửa trích yếu"
        } else if before.profile != after.profile {
            "sửa thông tin đơn vị"
        } else if before.issuing != after.issuing {
            "sửa cách ban hành"
        } else {
            "sửa kế hoạch"
        };
        (what.into(), Spot::Issuing)
    }
}

fn put<T: Clone + PartialEq>(part: Option<&Splice<T>>, list: &mut Vec<T>, back: bool) {
    if let Some(part) = part {
        part.put(list, back);
    }
}

/// The section that the finding kept last is about, else the pages.
fn kept_spot(plan: &Plan) -> Spot {
    let place = plan.findings.last().map_or("", |finding| finding.place.trim_start_matches("đề mục "));
    let section = plan.walk().into_iter().find(|(path, _)| path == place);
    section.map_or(Spot::Issuing, |(_, section)| Spot::Section { id: section.id })
}

/// The plan without its lists. A new field of [`Plan`] must be told here where it belongs.
fn rest(plan: &Plan) -> Plan {
    let Plan {
        form,
        year,
        subject,
        unit,
        profile,
        issuing,
        sources: _,
        sections: _,
        legal_bases: _,
        groups: _,
        tasks: _,
        columns: _,
        results: _,
        coverage: _,
        findings: _,
    } = plan;
    Plan {
        form: form.clone(),
        year: *year,
        subject: subject.clone(),
        unit: unit.clone(),
        profile: profile.clone(),
        issuing: issuing.clone(),
        sources: Vec::new(),
        sections: Vec::new(),
        legal_bases: Vec::new(),
        groups: Vec::new(),
        tasks: Vec::new(),
        columns: Vec::new(),
        results: Vec::new(),
        coverage: Vec::new(),
        findings: Vec::new(),
    }
}

/// A section by its number as one says it, "III.4", or by its heading: “Mở đầu”.
pub(super) fn section_name(plan: &Plan, id: SectionId) -> Option<String> {
    let (path, section) = plan.walk().into_iter().find(|(_, section)| section.id == id)?;
    let numbers: Vec<&str> =
        path.split('/').filter(|label| !label.is_empty() && *label != "-" && !label.starts_with("Phần")).collect();
    let named = if section.heading.is_empty() { section.label.clone() } else { format!("“{}”", cut(&section.heading)) };
    Some(if numbers.is_empty() { named } else { numbers.join(".") })
}

/// A task by its number as printed, "V.4".
pub(super) fn task_name(plan: &Plan, id: TaskId) -> Option<String> {
    let task = plan.tasks.iter().find(|task| task.id == id)?;
    let groups = plan.annex_list(task.role.list());
    let group = groups.iter().find(|group| group.group.id == task.group)?;
    let (no, _) = group.tasks.iter().find(|(_, task)| task.id == id)?;
    Some(format!("{}.{no}", group.label))
}

/// At most forty letters of a name.
fn cut(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    if short.len() < text.len() { format!("{}…", short.trim_end()) } else { short }
}

fn sections_told(splice: &Splice<Section>, before: &Plan, after: &Plan) -> (String, Spot) {
    let name = |section: &Section| {
        let name = section_name(after, section.id).or_else(|| section_name(before, section.id));
        name.unwrap_or_else(|| section.label.clone())
    };
    let what = match (&*splice.before, &*splice.after) {
        ([one], [other]) if one.id == other.id => {
            let same_text = one.text == other.text;
            if same_text && one.heading != other.heading {
                format!("đổi tên mục {}", name(other))
            } else if same_text && one.status != other.status {
                format!("đánh dấu mục {}", name(other))
            } else {
                format!("sửa mục {}", name(other))
            }
        }
        ([], [one]) => format!("thêm mục {}", name(one)),
        ([one], []) => format!("xóa mục {}", name(one)),
        ([], many) => format!("thêm {} mục", many.len()),
        (many, []) => format!("xóa {} mục", many.len()),
        (some, others) if same_ids(some.iter().map(|s| s.id.0), others.iter().map(|s| s.id.0)) => moved(
            some.iter().map(|s| s.id),
            others.iter().map(|s| s.id),
            || format!("sửa {} mục", changed(some, others)),
            || "chuyển mục".to_owned(),
        ),
        (some, others) => format!("sửa {} mục", some.len().max(others.len())),
    };
    let first = splice.after.iter().find(|one| !splice.before.contains(one)).or(splice.before.first());
    (what, Spot::Section { id: first.map_or(SectionId(0), |section| section.id) })
}

fn tasks_told(splice: &Splice<Task>, before: &Plan, after: &Plan) -> (String, Spot) {
    let name = |task: &Task| {
        let name = task_name(after, task.id).or_else(|| task_name(before, task.id));
        name.unwrap_or_else(|| cut(&task.name))
    };
    let gone: Vec<&Task> = splice.before.iter().filter(|one| splice.after.iter().all(|other| other.id != one.id)).collect();
    let new: Vec<&Task> = splice.after.iter().filter(|one| splice.before.iter().all(|other| other.id != one.id)).collect();
    let changed: Vec<&Task> =
        splice.after.iter().filter(|one| splice.before.iter().any(|other| other.id == one.id && other != *one)).collect();
    let what = match (&*gone, &*new, &*changed) {
        ([], [], [one]) => format!("sửa nhiệm vụ {}", name(one)),
        ([], [], []) => "chuyển chỗ nhiệm vụ".to_owned(),
        ([], [], many) => format!("sửa {} nhiệm vụ", many.len()),
        ([], [one], _) => format!("thêm nhiệm vụ {}", name(one)),
        ([], many, _) => format!("thêm {} nhiệm vụ", many.len()),
        ([one], [], _) => format!("xóa nhiệm vụ {}", name(one)),
        (many, [], _) => format!("xóa {} nhiệm vụ", many.len()),
        _ => "sửa danh mục nhiệm vụ".to_owned(),
    };
    let first = changed.first().or(new.first()).or(gone.first()).copied().or(splice.after.first());
    (what, Spot::Task { id: first.map_or(TaskId(0), |task| task.id) })
}

fn bases_told(splice: &Splice<LegalBasis>) -> (String, Spot) {
    let what = match (splice.before.len(), splice.after.len()) {
        (1, 1) => format!("sửa căn cứ {}", splice.at + 1),
        (0, 1) => format!("thêm căn cứ {}", splice.at + 1),
        (1, 0) => format!("xóa căn cứ {}", splice.at + 1),
        (before, after) if before == after => "xếp lại căn cứ".to_owned(),
        (before, after) if before < after => format!("thêm {} căn cứ", after - before),
        (before, after) => format!("bớt {} căn cứ", before - after),
    };
    (what, Spot::LegalBasis { index: splice.at })
}

fn same_ids(some: impl Iterator<Item = u32>, others: impl Iterator<Item = u32>) -> bool {
    let (mut some, mut others): (Vec<u32>, Vec<u32>) = (some.collect(), others.collect());
    some.sort_unstable();
    others.sort_unstable();
    some == others
}

fn changed(some: &[Section], others: &[Section]) -> usize {
    others.iter().filter(|one| !some.contains(one)).count()
}

fn moved<I: PartialEq>(
    some: impl Iterator<Item = I>,
    others: impl Iterator<Item = I>,
    in_place: impl FnOnce() -> String,
    elsewhere: impl FnOnce() -> String,
) -> String {
    if some.eq(others) { in_place() } else { elsewhere() }
}
