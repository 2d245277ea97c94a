//! The outline while it is set right: every node keeps the number it had when it was read.

use crate::reading::meaning::OutlineNode;
use crate::text::squeeze;

/// A node with its number; the node's own children stay empty until the end.
struct Numbered {
    number: u32,
    node: OutlineNode,
    below: Vec<Numbered>,
}

/// An outline being set right.
pub(super) struct Tree(Vec<Numbered>);

impl Tree {
    /// Numbers the nodes from 0, parents before their children.
    pub fn of(outline: Vec<OutlineNode>) -> Self {
        fn number(nodes: Vec<OutlineNode>, next: &mut u32) -> Vec<Numbered> {
            let mut out = Vec::with_capacity(nodes.len());
            for mut node in nodes {
                let number_of_this = *next;
                *next += 1;
                let children = std::mem::take(&mut node.children);
                out.push(Numbered { number: number_of_this, node, below: number(children, next) });
            }
            out
        }
        Self(number(outline, &mut 0))
    }

    pub fn rename(&mut self, number: u32, heading: &str) {
        let heading = squeeze(heading);
        if let Some(found) = find(&mut self.0, number).filter(|_| !heading.is_empty()) {
            // an item without a heading has its sentence as its text
            if found.node.heading.is_none() && !found.node.text.is_empty() {
                found.node.text.remove(0);
            }
            found.node.heading = Some(heading);
        }
    }

    pub fn mandatory(&mut self, number: u32, mandatory: bool) {
        if let Some(found) = find(&mut self.0, number) {
            found.node.mandatory = Some(mandatory);
        }
    }

    pub fn drop(&mut self, number: u32) {
        take(&mut self.0, number);
    }

    /// Lower: the last below the one before it. Higher: behind its parent, what followed it below it, so that the
    /// paper's order stays.
    pub fn shift(&mut self, number: u32, deeper: bool) {
        if deeper {
            lower(&mut self.0, number)
        } else {
            raise(&mut self.0, number)
        };
    }

    pub fn each_text(&mut self, change: impl Fn(&str) -> Option<String>) {
        fn walk(nodes: &mut [Numbered], change: &impl Fn(&str) -> Option<String>) {
            for one in nodes {
                for text in one.node.text.iter_mut().chain(one.node.heading.as_mut()) {
                    if let Some(changed) = change(text) {
                        *text = changed;
                    }
                }
                walk(&mut one.below, change);
            }
        }
        walk(&mut self.0, &change);
    }

    /// The outline, and the numbers of its nodes, parents before their children.
    pub fn finish(self) -> (Vec<OutlineNode>, Vec<u32>) {
        fn plain(nodes: Vec<Numbered>, numbers: &mut Vec<u32>) -> Vec<OutlineNode> {
            let mut out = Vec::with_capacity(nodes.len());
            for Numbered { number, mut node, below } in nodes {
                numbers.push(number);
                node.children = plain(below, numbers);
                out.push(node);
            }
            out
        }
        let mut numbers = Vec::new();
        (plain(self.0, &mut numbers), numbers)
    }
}

fn find(nodes: &mut [Numbered], number: u32) -> Option<&mut Numbered> {
    nodes.iter_mut().find_map(|one| if one.number == number { Some(one) } else { find(&mut one.below, number) })
}

fn take(nodes: &mut Vec<Numbered>, number: u32) -> Option<Numbered> {
    match nodes.iter().position(|one| one.number == number) {
        Some(at) => Some(nodes.remove(at)),
        None => nodes.iter_mut().find_map(|one| take(&mut one.below, number)),
    }
}

fn lower(nodes: &mut Vec<Numbered>, number: u32) -> bool {
    if let Some(at) = nodes.iter().position(|one| one.number == number) {
        if at > 0 {
            let moved = nodes.remove(at);
            nodes[at - 1].below.push(moved);
        }
        return true;
    }
    nodes.iter_mut().any(|one| lower(&mut one.below, number))
}

fn raise(nodes: &mut Vec<Numbered>, number: u32) -> bool {
    for parent in 0..nodes.len() {
        let below = &mut nodes[parent].below;
        if let Some(at) = below.iter().position(|one| one.number == number) {
            let followed = below.split_off(at + 1);
            let mut moved = below.remove(at);
            moved.below.extend(followed);
            nodes.insert(parent + 1, moved);
            return true;
        }
        if raise(below, number) {
            return true;
        }
    }
    false
}
