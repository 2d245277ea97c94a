//! Changes inside one section: its text, its indicators, the comments on it.

use super::runs::taken_in;
use super::{Comment, EditError, Indicator, Plan, Section, SectionId, Status, TextRun};
use crate::text::{normalise, squeeze};

impl Plan {
    pub(super) fn set_text(&mut self, id: SectionId, paragraphs: &[Vec<TextRun>]) -> Result<(), EditError> {
        let unknown = |run: &TextRun| run.task.filter(|id| !self.tasks.iter().any(|task| task.id == *id));
        if let Some(task) = paragraphs.iter().flatten().find_map(unknown) {
            return Err(EditError::NoTask(task.0));
        }
        let section = self.section_mut(id).ok_or(EditError::NoSection(id.0))?;
        let (text, spans) = taken_in(paragraphs);
        if text == section.text && spans == section.spans {
            return Ok(());
        }
        let places = Places::between(&section.text, &text);
        section.paragraph_sources = (0..text.len()).map(|new| section.source_of(places.unchanged(new)?).cloned()).collect();
        for comment in &mut section.comments {
            comment.paragraph = comment.paragraph.and_then(|old| places.now(old));
        }
        section.text = text;
        section.spans = spans;
        section.text_source = None;
        section.status = if section.says_nothing() { Status::Empty } else { Status::Edited };
        Ok(())
    }

    pub(super) fn set_indicators(&mut self, id: SectionId, rows: Vec<Indicator>) -> Result<(), EditError> {
        let section = self.section_mut(id).ok_or(EditError::NoSection(id.0))?;
        let rows: Vec<Indicator> = rows.iter().map(clean_indicator).filter(|row| *row != Indicator::default()).collect();
        if rows != section.indicators {
            section.indicators = rows;
            section.status = if section.says_nothing() { Status::Empty } else { Status::Edited };
        }
        Ok(())
    }

    pub(super) fn set_comment(&mut self, id: SectionId, index: usize, comment: Comment) -> Result<(), EditError> {
        let section = self.section_mut(id).ok_or(EditError::NoSection(id.0))?;
        let lines: Vec<String> = normalise(&comment.text).split('\n').map(squeeze).collect();
        let paragraph = comment.paragraph.filter(|at| (*at as usize) < section.text.len());
        let text = lines.join("\n").trim_matches('\n').to_owned();
        let comment = Comment { author: squeeze(&comment.author), text, paragraph, ..comment };
        let count = section.comments.len();
        match section.comments.get_mut(index) {
            Some(old) => *old = comment,
            None if index == count => section.comments.push(comment),
            None => return Err(EditError::NoComment(index + 1)),
        }
        Ok(())
    }

    pub(super) fn remove_comment(&mut self, id: SectionId, index: usize) -> Result<(), EditError> {
        let comments = &mut self.section_mut(id).ok_or(EditError::NoSection(id.0))?.comments;
        if index >= comments.len() {
            return Err(EditError::NoComment(index + 1));
        }
        comments.remove(index);
        Ok(())
    }

    pub(super) fn set_heading(&mut self, id: SectionId, heading: &str) -> Result<(), EditError> {
        self.section_mut(id).ok_or(EditError::NoSection(id.0))?.heading = squeeze(heading);
        Ok(())
    }

    pub(super) fn set_status(&mut self, id: SectionId, status: Status) -> Result<(), EditError> {
        let section = self.section_mut(id).ok_or(EditError::NoSection(id.0))?;
        section.status = match (status, &section.text_source) {
            (Status::Done, _) => Status::Done,
            _ if section.says_nothing() => Status::Empty,
            (_, Some(_)) => Status::Prefilled,
            (_, None) => Status::Edited,
        };
        Ok(())
    }
}

impl Section {
    /// The paragraphs as runs, to be changed and given back.
    pub fn runs(&self) -> Vec<Vec<TextRun>> {
        self.text.iter().enumerate().map(|(at, text)| super::runs_of(text, at, &self.spans)).collect()
    }
}

fn clean_indicator(row: &Indicator) -> Indicator {
    Indicator {
        name: squeeze(&row.name),
        unit: squeeze(&row.unit),
        baseline: squeeze(&row.baseline),
        target: squeeze(&row.target),
    }
}

/// Where paragraphs went when a text was changed: those before and behind the change are the same, those inside it stand
/// in for each other in order.
struct Places {
    /// Paragraphs before the change.
    head: usize,
    old: usize,
    new: usize,
    /// For each new paragraph the old one of the same words.
    same: Vec<Option<usize>>,
}

impl Places {
    fn between(old: &[String], new: &[String]) -> Self {
        let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
        let (old_end, new_end) = (old.len() - tail, new.len() - tail);
        let mut from = head;
        let same = (0..new.len()).map(|at| match at {
            at if at < head => Some(at),
            at if at >= new_end => Some(at - new_end + old_end),
            at => {
                let found = old[from..old_end].iter().position(|text| *text == new[at])? + from;
                from = found + 1;
                Some(found)
            }
        });
        let same = same.collect();
        Self { head, old: old_end, new: new_end, same }
    }

    /// The old paragraph that still stands, unchanged, at a new place.
    fn unchanged(&self, new: usize) -> Option<usize> {
        self.same.get(new).copied().flatten()
    }

    /// The new place of an old paragraph, changed or not; `None` if nothing took its place.
    fn now(&self, old: u32) -> Option<u32> {
        let old = old as usize;
        let new = match self.same.iter().position(|same| *same == Some(old)) {
            Some(new) => new,
            None if self.head < self.new && old < self.old => old.min(self.new - 1),
            None => return None,
        };
        u32::try_from(new).ok()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::plan::sample::plan;
    use crate::plan::{Edit, Provenance, TaskId};

    const ID: SectionId = SectionId(3);

    fn typed(paragraphs: &[&str]) -> Edit {
        Edit::SectionText { id: ID, paragraphs: paragraphs.iter().map(|text| vec![TextRun::plain(*text)]).collect() }
    }

    fn comment(paragraph: u32, text: &str) -> Comment {
        Comment { author: " Lê Thu  Hà ".into(), paragraph: Some(paragraph), text: text.into(), ..Comment::default() }
    }

    #[test]
    fn paragraphs_that_stay_keep_their_source_and_their_comments() {
        let mut p = plan();
        let section = p.section_mut(ID).unwrap();
        section.text = ["Một", "Hai", "Ba"].map(str::to_owned).into();
        let source = Some(Provenance::new("ministry", "II"));
        for (at, text) in [(0, "đầu"), (1, "giữa\n\n"), (2, "cuối")] {
            p.apply(Edit::SectionComment { id: ID, index: at as usize, comment: comment(at, text) }).unwrap();
        }
        p.apply(typed(&["Mới", "Một", "Hai sửa", "Ba"])).unwrap();
        let section = p.section(ID).unwrap();
        assert_eq!(section.paragraph_sources, [None, source.clone(), None, source.clone()]);
        assert_eq!(section.comments.iter().map(|c| c.paragraph).collect::<Vec<_>>(), [Some(1), Some(1), Some(3)]);
        assert_eq!((section.comments[1].author.as_str(), section.comments[1].text.as_str()), ("Lê Thu Hà", "giữa"));
        p.apply(typed(&["Một", "Ba"])).unwrap();
        let section = p.section(ID).unwrap();
        assert_eq!(section.paragraph_sources, [source.clone(), source]);
        assert_eq!(section.comments[2].paragraph, Some(1));
        p.apply(Edit::RemoveSectionComment { id: ID, index: 1 }).unwrap();
        assert_eq!(p.section(ID).unwrap().comments.len(), 2);
    }

    #[test]
    fn indicators_are_text_enough() {
        let mut p = plan();
        p.apply(typed(&[])).unwrap();
        assert_eq!(p.section(ID).unwrap().status, Status::Empty);
        let row = Indicator { name: " Hồ sơ  trực tuyến".into(), target: "80".into(), ..Indicator::default() };
        p.apply(Edit::SectionIndicators { id: ID, rows: vec![row, Indicator { unit: " ".into(), ..Indicator::default() }] })
            .unwrap();
        let section = p.section(ID).unwrap();
        assert_eq!((section.indicators.len(), section.indicators[0].name.as_str()), (1, "Hồ sơ trực tuyến"));
        assert_eq!((section.status, section.is_blank()), (Status::Edited, false));
        p.apply(Edit::SectionIndicators { id: ID, rows: vec![] }).unwrap();
        assert_eq!(p.section(ID).unwrap().status, Status::Empty);
    }

    #[test]
    fn what_is_not_there_is_refused() {
        let mut p = plan();
        let before = p.clone();
        let reference = TextRun { task: Some(TaskId(99)), ..TextRun::plain("x") };
        for (edit, error) in [
            (Edit::SectionText { id: ID, paragraphs: vec![vec![reference]] }, EditError::NoTask(99)),
            (Edit::SectionIndicators { id: SectionId(99), rows: vec![] }, EditError::NoSection(99)),
            (Edit::SectionComment { id: ID, index: 1, comment: comment(0, "x") }, EditError::NoComment(2)),
            (Edit::RemoveSectionComment { id: ID, index: 0 }, EditError::NoComment(1)),
        ] {
            assert_eq!(p.apply(edit), Err(error));
            assert_eq!(p, before);
        }
    }
}
