//! Changes a planner makes: one value a change, applied whole or not at all.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::task::FIELDS;
use super::{
    AnnexColumn, Citation, Comment, CoveredBy, Direction, Finding, Indicator, Issuing, KEPT_AS_IS, LegalBasis, Place, Plan,
    Profile, ResultRow, Role, SectionId, SettingError, Signatory, Status, Task, TaskGroup, TaskId, TextRun, Unit, order_bases,
};
use crate::text::squeeze;

/// A change to a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Edit {
    /// Replaces a section's paragraphs; its status becomes `Edited`, or `Empty` if nothing is left. The text it has
    /// already changes nothing; paragraphs that stay keep their source.
    SectionText {
        /// Which section.
        id: SectionId,
        /// Its new paragraphs as runs; a line feed begins another one, empty ones are dropped.
        paragraphs: Vec<Vec<TextRun>>,
    },
    /// Replaces a section's indicators; a row that says nothing is dropped.
    SectionIndicators {
        /// Which section.
        id: SectionId,
        /// All rows in order.
        rows: Vec<Indicator>,
    },
    /// Replaces the comment at `index`, or adds one where `index` is the number of comments.
    SectionComment {
        /// Which section.
        id: SectionId,
        /// Place among its comments, from 0.
        index: usize,
        /// The comment to stand there.
        comment: Comment,
    },
    /// Takes a comment out.
    RemoveSectionComment {
        /// Which section.
        id: SectionId,
        /// Place among its comments, from 0.
        index: usize,
    },
    /// Adds a section of the unit's own; those behind it are numbered anew.
    InsertSection {
        /// The section beside or above it.
        at: SectionId,
        /// Beside or below that one.
        place: Place,
        /// Its heading.
        heading: String,
    },
    /// Takes a section out with all below it; refused where one of them is mandatory.
    RemoveSection {
        /// Which section.
        id: SectionId,
    },
    /// Moves a section among those of its level; at its end it stays.
    MoveSection {
        /// Which section.
        id: SectionId,
        /// Which way.
        direction: Direction,
    },
    /// Renames a section.
    SectionHeading {
        /// Which section.
        id: SectionId,
        /// Its new heading.
        heading: String,
    },
    /// Marks a section done; any other status takes the mark back, and the section is again what its text makes it:
    /// empty, pre-filled or edited.
    SectionStatus {
        /// Which section.
        id: SectionId,
        /// Its new status.
        status: Status,
    },
    /// Replaces the basis at `index`, or adds one where `index` is the number of bases. A citation that differs from
    /// the one it replaces is the planner's: its source is dropped.
    LegalBasis {
        /// Place among the bases, from 0.
        index: usize,
        /// The basis to stand there.
        basis: LegalBasis,
    },
    /// Adds bases behind the others; one that is there already takes over what it leaves out instead.
    AddLegalBases {
        /// The bases to add.
        bases: Vec<LegalBasis>,
    },
    /// Moves a basis to another place.
    MoveLegalBasis {
        /// Where it stands, from 0.
        from: usize,
        /// Where it is to stand.
        to: usize,
    },
    /// Orders the bases by rank and date and joins those of the same document.
    OrderLegalBases,
    /// Takes a basis out.
    RemoveLegalBasis {
        /// Place among the bases, from 0.
        index: usize,
    },
    /// Keeps as it is what a finding tells; it is then told as settled. Said again it changes nothing.
    KeepAsIs {
        /// The finding's place.
        place: String,
        /// The finding's message.
        message: String,
    },
    /// Several changes as one: all of them or, if one cannot be made, none.
    Several {
        /// In this order.
        edits: Vec<Edit>,
    },
    /// Replaces the task of the same id, or adds it where there is none; it stands in the list of its role, in its
    /// group, after the tasks that are there already. A time that is changed is written in the house form if it is
    /// understood.
    Task {
        /// The task.
        task: Box<Task>,
    },
    /// Takes a task out, and out of the coverage.
    RemoveTask {
        /// Which task.
        id: TaskId,
    },
    /// Moves tasks, in the order given, to one place; those of another list change to it.
    MoveTasks {
        /// Which tasks.
        ids: Vec<TaskId>,
        /// The group they go to.
        group: u32,
        /// The list they go to: own tasks and those the unit leads share one, and stay what they are.
        list: Role,
        /// The task of that list and group that they are to stand before; `None`: at the end.
        before: Option<TaskId>,
    },
    /// Renames the group of the same id, or adds it behind the others where there is none.
    TaskGroup {
        /// The group.
        group: TaskGroup,
    },
    /// Moves a group of tasks with all it holds.
    MoveTaskGroup {
        /// Which group.
        id: u32,
        /// The group it is to stand before; `None`: at the end.
        before: Option<u32>,
    },
    /// Takes out a group that has no task.
    RemoveTaskGroup {
        /// Which group.
        id: u32,
    },
    /// Replaces what covers a priority task, and what the planner does not want to cover it; each named once.
    Coverage {
        /// Its number in the letter.
        task: u32,
        /// Sections and tasks that cover it.
        covered_by: Vec<CoveredBy>,
        /// Sections and tasks that were proposed and refused; one that covers it is none.
        refused: Vec<CoveredBy>,
    },
    /// Replaces the profile.
    Profile {
        /// The new profile.
        profile: Box<Profile>,
    },
    /// Replaces the unit's names as letterhead and decision print them; text that was drafted stays as it is.
    Unit {
        /// Its new names.
        unit: Unit,
    },
    /// Settles a size, margin or distance of the pages, or gives it its default back.
    PageSetting {
        /// Its key in [`super::SETTINGS`].
        key: String,
        /// The new value; `None` for the default.
        value: Option<f64>,
    },
    /// Replaces how the plan goes out.
    Issuing {
        /// Its new way, decision, submission and pages.
        issuing: Box<Issuing>,
    },
    /// Replaces the results of last year; a row that says nothing is dropped.
    Results {
        /// All rows in order.
        rows: Vec<ResultRow>,
    },
    /// Replaces the columns of the task annex.
    Columns {
        /// All columns in order: number and name of the task among them, none twice.
        columns: Vec<AnnexColumn>,
    },
    /// Replaces trích yếu.
    Subject {
        /// The new subject.
        subject: String,
    },
}

/// Why a change could not be made; the plan is as it was.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum EditError {
    /// No such section.
    #[error("không có đề mục số {0} trong kế hoạch")]
    NoSection(u32),
    /// No comment at that place.
    #[error("mục này không có ý kiến thứ {0}")]
    NoComment(usize),
    /// The section, or one below it, is mandatory.
    #[error("mục “{0}” là mục bắt buộc, không bỏ được")]
    Mandatory(String),
    /// Nothing can stand below an item with a dash.
    #[error("dưới gạch đầu dòng không còn cấp mục nào")]
    TooDeep,
    /// No basis at that place.
    #[error("không có căn cứ thứ {0} trong kế hoạch")]
    NoLegalBasis(usize),
    /// No such task.
    #[error("không có nhiệm vụ số {0} trong kế hoạch")]
    NoTask(u32),
    /// The task names a group that the plan does not have.
    #[error("không có nhóm nhiệm vụ số {0} trong kế hoạch")]
    NoGroup(u32),
    /// The letter has no priority task of this number.
    #[error("công văn không có nhiệm vụ trọng tâm số {0}")]
    NoPriority(u32),
    /// A group that has tasks is not taken out with them unasked.
    #[error("nhóm “{0}” còn nhiệm vụ, chưa xóa được")]
    GroupInUse(String),
    /// A group of tasks needs a title: it is printed.
    #[error("nhóm nhiệm vụ phải có tên")]
    NamelessGroup,
    /// The columns lack one that every annex has, name one twice, or one that tasks do not have.
    #[error("cột “{0}” của phụ lục bị thiếu, bị trùng hoặc không có")]
    BadColumn(String),
    /// A plan needs a unit with a name.
    #[error("đơn vị chưa có tên")]
    NamelessUnit,
    /// The decree does not allow it, or there is no such setting.
    #[error(transparent)]
    Page(#[from] SettingError),
}

impl Plan {
    /// Makes one change, whole or not at all; text enters normalised.
    ///
    /// # Errors
    /// [`EditError`] if the change names something the plan does not have; the plan is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        self.make(edit)?;
        self.renew_references();
        Ok(())
    }

    fn make(&mut self, edit: Edit) -> Result<(), EditError> {
        match edit {
            Edit::SectionText { id, paragraphs } => self.set_text(id, &paragraphs),
            Edit::SectionIndicators { id, rows } => self.set_indicators(id, rows),
            Edit::SectionComment { id, index, comment } => self.set_comment(id, index, comment),
            Edit::RemoveSectionComment { id, index } => self.remove_comment(id, index),
            Edit::InsertSection { at, place, heading } => self.insert_section(at, place, &heading),
            Edit::RemoveSection { id } => self.remove_section(id),
            Edit::MoveSection { id, direction } => self.move_section(id, direction),
            Edit::SectionHeading { id, heading } => self.set_heading(id, &heading),
            Edit::SectionStatus { id, status } => self.set_status(id, status),
            Edit::LegalBasis { index, basis } => self.set_basis(index, basis),
            Edit::KeepAsIs { place, message } => {
                self.findings.retain(|finding| finding.place != place || finding.message != message);
                self.findings.push(Finding::info(place, message, KEPT_AS_IS));
                Ok(())
            }
            Edit::AddLegalBases { bases } => {
                self.add_bases(bases);
                Ok(())
            }
            Edit::MoveLegalBasis { from, to } => self.move_basis(from, to),
            Edit::OrderLegalBases => {
                let bases = std::mem::take(&mut self.legal_bases);
                self.add_bases(bases);
                order_bases(&mut self.legal_bases);
                Ok(())
            }
            Edit::RemoveLegalBasis { index } => self.remove_basis(index),
            Edit::Several { edits } => self.apply_all(edits),
            Edit::Task { task } => self.set_task(*task),
            Edit::RemoveTask { id } => self.remove_task(id),
            Edit::MoveTasks { ids, group, list, before } => self.move_tasks(&ids, group, list, before),
            Edit::TaskGroup { group } => self.set_group(&group),
            Edit::MoveTaskGroup { id, before } => self.move_group(id, before),
            Edit::RemoveTaskGroup { id } => self.remove_group(id),
            Edit::Coverage { task, covered_by, refused } => self.set_coverage(task, &covered_by, &refused),
            Edit::Profile { profile } => {
                self.profile = clean_profile(*profile);
                Ok(())
            }
            Edit::Unit { unit } => self.set_unit(&unit),
            Edit::PageSetting { key, value } => match value {
                Some(value) => Ok(self.issuing.page.set(&key, value)?),
                None => Ok(self.issuing.page.reset(&key)?),
            },
            Edit::Issuing { issuing } => {
                self.issuing = issuing.cleaned();
                Ok(())
            }
            Edit::Results { rows } => {
                self.results = rows.into_iter().map(clean_result).filter(|row| *row != ResultRow::default()).collect();
                Ok(())
            }
            Edit::Columns { columns } => self.set_columns(columns),
            Edit::Subject { subject } => {
                self.subject = squeeze(&subject);
                Ok(())
            }
        }
    }

    fn apply_all(&mut self, edits: Vec<Edit>) -> Result<(), EditError> {
        let before = self.clone();
        let made = edits.into_iter().try_for_each(|edit| self.apply(edit));
        if made.is_err() {
            *self = before;
        }
        made
    }

    fn set_basis(&mut self, index: usize, basis: LegalBasis) -> Result<(), EditError> {
        let mut basis = LegalBasis { citation: clean_citation(basis.citation), source: basis.source };
        let count = self.legal_bases.len();
        match self.legal_bases.get_mut(index) {
            Some(old) => {
                if old.citation != basis.citation {
                    basis.source = None;
                }
                *old = basis;
            }
            None if index == count => self.legal_bases.push(basis),
            None => return Err(EditError::NoLegalBasis(index + 1)),
        }
        Ok(())
    }

    fn add_bases(&mut self, bases: Vec<LegalBasis>) {
        for basis in bases {
            let citation = clean_citation(basis.citation);
            let known = self.legal_bases.iter_mut().find(|known| known.citation.is_same_as(&citation));
            match known {
                Some(known) => known.citation.fill(citation),
                None => self.legal_bases.push(LegalBasis { citation, source: basis.source }),
            }
        }
    }

    fn move_basis(&mut self, from: usize, to: usize) -> Result<(), EditError> {
        if let Some(missing) = [from, to].into_iter().find(|at| *at >= self.legal_bases.len()) {
            return Err(EditError::NoLegalBasis(missing + 1));
        }
        let basis = self.legal_bases.remove(from);
        self.legal_bases.insert(to, basis);
        Ok(())
    }

    fn remove_basis(&mut self, index: usize) -> Result<(), EditError> {
        if index >= self.legal_bases.len() {
            return Err(EditError::NoLegalBasis(index + 1));
        }
        self.legal_bases.remove(index);
        Ok(())
    }

    fn set_unit(&mut self, unit: &Unit) -> Result<(), EditError> {
        let name = squeeze(&unit.name);
        if name.is_empty() {
            return Err(EditError::NamelessUnit);
        }
        let (abbreviation, superior) = (squeeze(&unit.abbreviation), squeeze(&unit.superior));
        self.unit = Unit { name, abbreviation, superior, head_title: squeeze(&unit.head_title) };
        Ok(())
    }

    fn set_columns(&mut self, columns: Vec<AnnexColumn>) -> Result<(), EditError> {
        let fields: Vec<&str> = columns.iter().map(|column| column.field.as_str()).collect();
        let missing = ["no", "name"].into_iter().find(|field| !fields.contains(field));
        let wrong = (0..).zip(&fields).find(|(at, field)| !FIELDS.contains(field) || fields[..*at].contains(field));
        match missing.or(wrong.map(|(_, field)| *field)) {
            Some(field) => Err(EditError::BadColumn(field.to_owned())),
            None => {
                let clean = |column: &AnnexColumn| AnnexColumn { field: column.field.clone(), title: squeeze(&column.title) };
                self.columns = columns.iter().map(clean).collect();
                Ok(())
            }
        }
    }
}

pub(super) fn paragraphs(text: &[String]) -> Vec<String> {
    text.iter().flat_map(|paragraph| paragraph.split('\n')).map(squeeze).filter(|line| !line.is_empty()).collect()
}

pub(super) fn clean_cell(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(squeeze).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn clean_citation(citation: Citation) -> Citation {
    let clean = |text: Option<String>| text.map(|t| squeeze(&t)).filter(|t| !t.is_empty());
    Citation {
        kind: clean(citation.kind),
        number: clean(citation.number),
        date: citation.date,
        issuer: clean(citation.issuer),
        subject: clean(citation.subject),
    }
}

fn clean_result(row: ResultRow) -> ResultRow {
    ResultRow {
        name: clean_cell(&row.name),
        target: clean_cell(&row.target),
        outcome: clean_cell(&row.outcome),
        note: clean_cell(&row.note),
    }
}

pub(super) fn clean_signatory(signatory: &Signatory) -> Signatory {
    Signatory {
        authority: paragraphs(&signatory.authority),
        home_post: squeeze(&signatory.home_post),
        name: squeeze(&signatory.name),
    }
}

fn clean_profile(profile: Profile) -> Profile {
    Profile {
        place: squeeze(&profile.place),
        symbol: squeeze(&profile.symbol),
        signatory: clean_signatory(&profile.signatory),
        recipients: paragraphs(&profile.recipients),
        ..profile
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;

    #[test]
    fn a_section_is_edited_then_emptied_and_its_source_goes() {
        let mut p = plan();
        p.apply(Edit::SectionText {
            id: SectionId(3),
            paragraphs: vec![vec![TextRun::plain(" Một  \n\nhai")], vec![TextRun::plain(" ")]],
        })
        .unwrap();
        let section = p.section(SectionId(3)).unwrap();
        assert_eq!(section.text, ["Một", "hai"]);
        assert_eq!((section.status, &section.text_source), (Status::Edited, &None));
        p.apply(Edit::SectionText { id: SectionId(3), paragraphs: vec![] }).unwrap();
        assert_eq!(p.section(SectionId(3)).unwrap().status, Status::Empty);
    }

    #[test]
    fn the_same_text_is_no_edit() {
        let mut p = plan();
        let before = p.clone();
        let paragraphs = p.section(SectionId(3)).unwrap().runs();
        p.apply(Edit::SectionText { id: SectionId(3), paragraphs }).unwrap();
        assert_eq!(p, before);
    }

    #[test]
    fn taking_the_mark_back_restores_what_the_text_says() {
        let mut p = plan();
        for (id, after) in [(SectionId(3), Status::Prefilled), (SectionId(2), Status::Empty)] {
            p.apply(Edit::SectionStatus { id, status: Status::Done }).unwrap();
            assert_eq!(p.section(id).unwrap().status, Status::Done);
            p.apply(Edit::SectionStatus { id, status: Status::Edited }).unwrap();
            assert_eq!(p.section(id).unwrap().status, after);
        }
    }

    #[test]
    fn a_changed_citation_is_the_planners_own() {
        let mut p = plan();
        let mut basis = p.legal_bases[0].clone();
        p.apply(Edit::LegalBasis { index: 0, basis: basis.clone() }).unwrap();
        assert!(p.legal_bases[0].source.is_some());
        basis.citation.number = Some(" 1/QĐ-BKHCN ".into());
        p.apply(Edit::LegalBasis { index: 0, basis: basis.clone() }).unwrap();
        assert_eq!((p.legal_bases[0].citation.number.as_deref(), &p.legal_bases[0].source), (Some("1/QĐ-BKHCN"), &None));
        p.apply(Edit::LegalBasis { index: 1, basis }).unwrap();
        assert_eq!(p.legal_bases.len(), 2);
        p.apply(Edit::RemoveLegalBasis { index: 0 }).unwrap();
        assert_eq!(p.legal_bases.len(), 1);
    }

    #[test]
    fn bases_are_added_once_moved_and_ordered() {
        let mut p = plan();
        let basis = |kind: &str, number: &str, subject: &str| LegalBasis {
            citation: Citation {
                kind: Some(kind.into()),
                number: Some(number.into()),
                subject: Some(subject.into()),
                ..Citation::default()
            },
            source: None,
        };
        let added = vec![basis("Quyết định", "749/qđ-ttg", " phê  duyệt"), basis("Nghị định", "47/2020/NĐ-CP", "x")];
        p.apply(Edit::AddLegalBases { bases: added }).unwrap();
        assert_eq!(p.legal_bases.len(), 2);
        assert_eq!(p.legal_bases[0].citation.subject.as_deref(), Some("phê duyệt"), "what was missing is taken over");
        assert!(p.legal_bases[0].source.is_some());
        p.apply(Edit::OrderLegalBases).unwrap();
        assert_eq!(p.legal_bases[0].citation.number.as_deref(), Some("47/2020/NĐ-CP"));
        p.apply(Edit::MoveLegalBasis { from: 0, to: 1 }).unwrap();
        assert_eq!(p.legal_bases[1].citation.number.as_deref(), Some("47/2020/NĐ-CP"));
        p.legal_bases.push(basis("Quyết định", "749/QĐ-TTg", "khác"));
        p.apply(Edit::OrderLegalBases).unwrap();
        assert_eq!(p.legal_bases.len(), 2, "one document stands once");
        assert_eq!(p.apply(Edit::MoveLegalBasis { from: 0, to: 2 }), Err(EditError::NoLegalBasis(3)));
    }

    #[test]
    fn how_a_plan_goes_out_its_results_and_columns_are_edited() {
        let mut p = plan();
        let submission =
            crate::plan::Submission { drafter: "  Phòng  Kế hoạch ".into(), ..crate::plan::Submission::default() };
        p.apply(Edit::Issuing { issuing: Box::new(Issuing { submission, ..Issuing::default() }) }).unwrap();
        assert_eq!(p.issuing.submission.drafter, "Phòng Kế hoạch");
        let row = ResultRow { name: " Mục  tiêu".into(), ..ResultRow::default() };
        p.apply(Edit::Results { rows: vec![row, ResultRow { note: " ".into(), ..ResultRow::default() }] }).unwrap();
        assert_eq!(p.results.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Mục tiêu"]);
        let columns = |fields: &[&str]| fields.iter().map(|f| AnnexColumn { field: (*f).into(), title: "T".into() }).collect();
        p.apply(Edit::Columns { columns: columns(&["no", "name", "assigned_member"]) }).unwrap();
        for (fields, wrong) in [(&["no", "lead"][..], "name"), (&["no", "name", "no"], "no"), (&["no", "name", "x"], "x")] {
            assert_eq!(p.apply(Edit::Columns { columns: columns(fields) }), Err(EditError::BadColumn(wrong.into())));
            assert_eq!(p.columns.len(), 3);
        }
    }

    #[test]
    fn the_units_names_and_page_settings_are_edited_within_the_decree() {
        let mut p = plan();
        let unit = Unit { name: " Cục  Thông tin ".into(), abbreviation: "CTT".into(), ..p.unit.clone() };
        p.apply(Edit::Unit { unit }).unwrap();
        assert_eq!(p.unit.name, "Cục Thông tin");
        let nameless = Edit::Unit { unit: Unit { name: " ".into(), ..p.unit.clone() } };
        assert_eq!(p.apply(nameless), Err(EditError::NamelessUnit));
        let setting = |key: &str, value| Edit::PageSetting { key: key.into(), value };
        p.apply(setting("margin_left", Some(32.0))).unwrap();
        let refused = p.apply(setting("margin_left", Some(10.0))).unwrap_err().to_string();
        assert_eq!(refused, "P2: lề trái 30–35 mm, không nhận 10 mm");
        assert_eq!(p.issuing.page.get("margin_left"), 32.0);
        p.apply(setting("margin_left", None)).unwrap();
        assert_eq!(p.issuing.page.settled().count(), 0);
        assert!(matches!(p.apply(setting("colour", None)), Err(EditError::Page(_))));
    }

    #[test]
    fn a_change_that_names_nothing_leaves_the_plan_alone() {
        let mut p = plan();
        let before = p.clone();
        let mut task = p.tasks[0].clone();
        task.group = 77;
        let basis = p.legal_bases[0].clone();
        for (edit, error) in [
            (Edit::SectionText { id: SectionId(99), paragraphs: vec![] }, EditError::NoSection(99)),
            (Edit::SectionStatus { id: SectionId(99), status: Status::Done }, EditError::NoSection(99)),
            (Edit::SectionHeading { id: SectionId(99), heading: "x".into() }, EditError::NoSection(99)),
            (Edit::LegalBasis { index: 5, basis }, EditError::NoLegalBasis(6)),
            (Edit::RemoveLegalBasis { index: 1 }, EditError::NoLegalBasis(2)),
            (Edit::Task { task: Box::new(task) }, EditError::NoGroup(77)),
            (Edit::RemoveTask { id: TaskId(99) }, EditError::NoTask(99)),
        ] {
            assert_eq!(p.apply(edit), Err(error));
            assert_eq!(p, before);
        }
    }
}
