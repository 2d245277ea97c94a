//! Tables of tasks while they are set right: every task keeps the number it had when it was read.

use crate::reading::meaning::{ReadTask, TaskTable};
use crate::reading::wrap;
use crate::text::{normalise, squeeze};

/// Tables being set right; their own lists of tasks stay empty until the end.
pub(super) struct Rows {
    tables: Vec<TaskTable>,
    /// Table, number, task.
    tasks: Vec<(usize, u32, ReadTask)>,
}

impl Rows {
    /// Numbers the tasks from 0, table after table.
    pub fn of(mut tables: Vec<TaskTable>) -> Self {
        let mut tasks = Vec::new();
        for (at, table) in tables.iter_mut().enumerate() {
            for task in std::mem::take(&mut table.tasks) {
                tasks.push((at, u32::try_from(tasks.len()).unwrap_or(u32::MAX), task));
            }
        }
        Self { tables, tasks }
    }

    fn position(&self, number: u32) -> Option<usize> {
        self.tasks.iter().position(|(_, known, _)| *known == number)
    }

    /// Drops a task; gives its place.
    pub fn drop(&mut self, number: u32) -> Option<String> {
        let at = self.position(number)?;
        Some(self.tasks.remove(at).2.at)
    }

    /// Joins a task with the one above it in its table; gives its place. The first of a table has none above it.
    pub fn merge(&mut self, number: u32) -> Option<String> {
        let at = self.position(number)?;
        let above = at.checked_sub(1).filter(|above| self.tasks[*above].0 == self.tasks[at].0)?;
        let (.., rest) = self.tasks.remove(at);
        let task = &mut self.tasks[above].2;
        for (field, text) in rest.cells {
            match task.cells.iter_mut().find(|(known, _)| *known == field) {
                Some((_, held)) if held.is_empty() => *held = text,
                Some((_, held)) if !text.is_empty() => {
                    let listed = wrap::is_item(&text) && wrap::is_item(held);
                    *held = if listed { format!("{held}\n{text}") } else { wrap::joined(held, &text) };
                }
                Some(_) => {}
                None => task.cells.push((field, text)),
            }
        }
        Some(rest.at)
    }

    /// Writes a cell; a table that has no such column gets it.
    pub fn cell(&mut self, number: u32, field: &str, text: &str) {
        let Some(at) = self.position(number) else { return };
        let text = normalise(text).trim().to_owned();
        let (table, _, task) = &mut self.tasks[at];
        if field == "no" {
            task.no = Some(squeeze(&text)).filter(|no| !no.is_empty());
            return;
        }
        match task.cells.iter_mut().find(|(known, _)| known == field) {
            Some((_, held)) => *held = text,
            None => {
                task.cells.push((field.to_owned(), text));
                let table = &mut self.tables[*table];
                if !table.fields.iter().any(|known| known == field) {
                    table.fields.push(field.to_owned());
                    table.columns.push(field.to_owned());
                }
            }
        }
    }

    pub fn each_cell(&mut self, change: impl Fn(&str) -> Option<String>) {
        self.each(|_| true, change);
    }

    /// The cells that say who does it.
    pub fn each_duty(&mut self, change: impl Fn(&str) -> Option<String>) {
        self.each(|field| matches!(field, "lead" | "coordinating"), change);
    }

    fn each(&mut self, of: impl Fn(&str) -> bool, change: impl Fn(&str) -> Option<String>) {
        let cells = self.tasks.iter_mut().flat_map(|(.., task)| &mut task.cells);
        for (_, text) in cells.filter(|(field, _)| of(field)) {
            if let Some(changed) = change(text) {
                *text = changed;
            }
        }
    }

    /// The tables, and the numbers of their tasks.
    pub fn finish(mut self) -> (Vec<TaskTable>, Vec<u32>) {
        let mut numbers = Vec::with_capacity(self.tasks.len());
        for (table, number, task) in self.tasks {
            numbers.push(number);
            self.tables[table].tasks.push(task);
        }
        (self.tables, numbers)
    }
}
