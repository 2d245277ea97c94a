//! The order in which an annex came back.

use std::collections::BTreeMap;

use super::rows::Row;
use super::{Change, ChangeKind, TakenBack};
use crate::plan::{Plan, Role, TaskId};

/// Puts the tasks of `edited` in the annex's order, which is that of `standing`; those that the annex lacks stay behind the
/// task they followed. Tells of as few tasks as possible that they moved.
pub(super) fn put(
    before: &Plan,
    edited: &mut Plan,
    standing: &[TaskId],
    rows: &[Row],
    known: &BTreeMap<usize, TaskId>,
    taken: &mut TakenBack,
) {
    let places: BTreeMap<TaskId, usize> = standing.iter().enumerate().map(|(at, id)| (*id, at + 1)).collect();
    let old: BTreeMap<TaskId, usize> = before.tasks.iter().enumerate().map(|(at, task)| (task.id, at)).collect();
    let mut last = BTreeMap::new();
    let mut keys: BTreeMap<TaskId, usize> = BTreeMap::new();
    for task in &edited.tasks {
        let above = last.entry((task.role.list(), task.group)).or_insert(0);
        *above = places.get(&task.id).copied().unwrap_or(*above);
        keys.insert(task.id, *above);
    }
    // a task that is missing keeps its place behind the one above it: sorting is stable, and its key is that one's
    edited.tasks.sort_by_key(|task| keys.get(&task.id).copied().unwrap_or(usize::MAX));
    edited.order_tasks();
    let place = |plan: &Plan| -> BTreeMap<TaskId, (Role, u32)> {
        plan.tasks.iter().map(|task| (task.id, (task.role.list(), task.group))).collect()
    };
    let (from, to) = (place(before), place(edited));
    let mut groups: BTreeMap<(Role, u32), Vec<TaskId>> = BTreeMap::new();
    for task in edited.tasks.iter().filter(|task| from.get(&task.id) == to.get(&task.id)) {
        groups.entry((task.role.list(), task.group)).or_default().push(task.id);
    }
    let numbers = |plan: &Plan| -> BTreeMap<TaskId, String> {
        let lists = plan
            .annex_lists()
            .into_iter()
            .flat_map(|(letter, list)| plan.annex_list(list).into_iter().map(move |group| (letter.clone(), group)));
        lists
            .flat_map(|(letter, group)| {
                let label = group.label.clone();
                group.tasks.into_iter().map(move |(no, task)| (task.id, format!("{letter}.{label}.{no}"))).collect::<Vec<_>>()
            })
            .collect()
    };
    let (was, is) = (numbers(before), numbers(edited));
    for ids in groups.into_values() {
        let olds: Vec<usize> = ids.iter().filter_map(|id| old.get(id).copied()).collect();
        let kept = longest_rise(&olds);
        for (_, id) in ids.iter().enumerate().filter(|(at, _)| kept.binary_search(at).is_err()) {
            let row = known.iter().find(|(_, known)| *known == id).and_then(|(at, _)| rows.get(*at));
            let name = before.tasks.iter().find(|task| task.id == *id).map(|task| task.name.clone());
            taken.changes.push(Change {
                kind: ChangeKind::Moved,
                place: row.map(|row| row.task.at.clone()).unwrap_or_default(),
                task: name.unwrap_or_default(),
                column: "thứ tự".into(),
                before: was.get(id).cloned().unwrap_or_default(),
                after: is.get(id).cloned().unwrap_or_default(),
            });
        }
    }
}

/// Places of a longest rising sequence: what stays where it was while the rest moves around it.
fn longest_rise(values: &[usize]) -> Vec<usize> {
    // ends[n]: place of the smallest value that ends a rise of n + 1
    let mut ends: Vec<usize> = Vec::new();
    let mut above: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        above.push(length.checked_sub(1).and_then(|before| ends.get(before)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut out: Vec<usize> = std::iter::successors(ends.last().copied(), |at| above.get(*at).copied().flatten()).collect();
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_little_as_possible_moves() {
        assert_eq!(longest_rise(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(longest_rise(&[3, 0, 1, 2]), [1, 2, 3]);
        assert_eq!(longest_rise(&[0, 2, 1, 3]).len(), 3);
        assert_eq!(longest_rise(&[]), [0; 0]);
    }
}
