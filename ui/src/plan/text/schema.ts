/** What the editor's document is made of: paragraphs that may be items, bold, italic, citations, references to tasks. */

import { Extension, InputRule, Mark, Node, mergeAttributes } from "@tiptap/core";
import { Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Node as PmNode } from "@tiptap/pm/model";

import { labels, shifted, split, type Item, type Level } from "./items";

export const Doc = Node.create({ name: "doc", topNode: true, content: "paragraph+" });
export const Text = Node.create({ name: "text", group: "inline" });

/** A reference to a task; `words` is how the pages say it. */
export const TaskReference = Node.create({
  name: "task",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ id: { default: 0 }, words: { default: "" } }),
  parseHTML: () => [],
  renderHTML: ({ node }) => ["span", { class: "task", "data-task": node.attrs.id }, node.attrs.words],
  renderText: ({ node }) => node.attrs.words,
});

const look = (name: string, tag: string, keys: string) =>
  Mark.create({
    name,
    parseHTML: () => [],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
    addKeyboardShortcuts() {
      return { [keys]: () => this.editor.commands.toggleMark(name) };
    },
  });
export const Bold = look("bold", "strong", "Mod-b");
export const Italic = look("italic", "em", "Mod-i");
export const Citation = Mark.create({
  name: "citation",
  inclusive: false,
  parseHTML: () => [],
  renderHTML: () => ["span", { class: "citation" }, 0],
});

/** The level an item gets when running text becomes one. */
export interface ItemOptions {
  top: () => Level;
}

export const Paragraph = Node.create<ItemOptions>({
  name: "paragraph",
  content: "inline*",
  addOptions: () => ({ top: () => "letter" }),
  addAttributes: () => ({
    level: { default: "", rendered: false },
    start: { default: 1, rendered: false },
  }),
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
  addInputRules() {
    return [
      new InputRule({
        find: /^(?:\d{1,3}[.)]|\p{Ll}\)|[-–+]) $/u,
        handler: ({ state, range, match }) => {
          const { $from } = state.selection;
          const typed = split(match[0]);
          if ($from.parent.attrs.level !== "" || typed.level === "") return null;
          // "1. " begins a row, "3. " goes on or begins at 3
          const start = typed.no <= 1 ? 1 : typed.no;
          state.tr.delete(range.from, range.to).setNodeMarkup($from.before(), undefined, { level: typed.level, start });
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    const shift = (by: 1 | -1) => () => {
      setLevels(this.editor, (level) => shifted(level, by, this.options.top()));
      return true;
    };
    const atStart = () => {
      const { empty, $from } = this.editor.state.selection;
      return empty && $from.parentOffset === 0;
    };
    const leave = () => {
      setLevels(this.editor, () => "");
      return true;
    };
    const isItem = () => this.editor.state.selection.$from.parent.attrs.level !== "";
    const isEmptyItem = () => isItem() && this.editor.state.selection.$from.parent.content.size === 0;
    return {
      Tab: shift(1),
      "Shift-Tab": shift(-1),
      Enter: () => isEmptyItem() && leave(),
      "Shift-Enter": () => this.editor.commands.splitBlock(),
      Backspace: () => atStart() && isItem() && leave(),
    };
  },
});

interface Changed {
  state: import("@tiptap/pm/state").EditorState;
  view: import("@tiptap/pm/view").EditorView;
}

/** Changes the level of every paragraph of the selection; a new item goes on with the row above it. */
export function setLevels(editor: Changed, next: (level: Level) => Level): void {
  const { state, view } = editor;
  const { from, to } = state.selection;
  const tr = state.tr;
  state.doc.nodesBetween(from, to, (node, at, _, index) => {
    if (node.type.name !== "paragraph") return false;
    const level = next(node.attrs.level);
    if (level === node.attrs.level) return false;
    // the row it joins says where it began
    let start: number | null = 1;
    for (let before = index - 1; before >= 0; before -= 1) {
      const above = tr.doc.child(before);
      if (above.attrs.level === "") break;
      if (above.attrs.level === level) {
        start = above.attrs.start;
        break;
      }
    }
    tr.setNodeMarkup(at, undefined, { level, start });
    return false;
  });
  if (tr.docChanged) view.dispatch(tr);
}

/** What stands beside the text: labels, edge bars, findings. */
export interface Beside {
  /** For each paragraph with words, whether it is pre-filled. */
  prefilled: boolean[];
  /** Words that findings name. */
  doubts: string[];
}

export const besideKey = new PluginKey<{ set: DecorationSet; signs: string[]; beside: Beside }>("beside");

const NOTHING: Beside = { prefilled: [], doubts: [] };

function decorated(doc: PmNode, signs: string[], beside: Beside): DecorationSet {
  const out: Decoration[] = [];
  let said = 0;
  doc.forEach((node, at, index) => {
    const item = node.attrs as Item;
    const blank = node.content.size === 0;
    const edge = blank ? "" : beside.prefilled[said] ? "prefilled" : "edited";
    if (!blank) said += 1;
    const classes = [edge, item.level ? `item ${item.level}` : ""].filter(Boolean).join(" ");
    const attrs = signs[index] ? { class: classes, "data-label": signs[index] } : { class: classes };
    if (classes) out.push(Decoration.node(at, at + node.nodeSize, attrs));
    if (beside.doubts.length === 0) return;
    const text = node.textBetween(0, node.content.size, "", "\ufffc");
    for (const words of beside.doubts) {
      for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length))
        out.push(Decoration.inline(at + 1 + from, at + 1 + from + words.length, { class: "doubt" }));
    }
  });
  return DecorationSet.create(doc, out);
}

function signsOf(doc: PmNode): string[] {
  const all: Item[] = [];
  doc.forEach((node) => {
    all.push(node.attrs as Item);
  });
  return labels(all);
}

/** Whether a change left every paragraph what it was, so that what stands beside it only moves along. */
function sameShape(before: PmNode, after: PmNode): boolean {
  if (before.childCount !== after.childCount) return false;
  for (let at = 0; at < after.childCount; at += 1) {
    const [a, b] = [before.child(at), after.child(at)];
    if (a === b) continue;
    if (a.attrs !== b.attrs && (a.attrs.level !== b.attrs.level || a.attrs.start !== b.attrs.start)) return false;
    if ((a.content.size === 0) !== (b.content.size === 0)) return false;
  }
  return true;
}

export const BesideText = Extension.create({
  name: "beside",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: besideKey,
        state: {
          init: (_, { doc }) => ({ set: decorated(doc, signsOf(doc), NOTHING), signs: signsOf(doc), beside: NOTHING }),
          apply(tr, old, before, after) {
            const told = tr.getMeta(besideKey) as Beside | undefined;
            if (!told && !tr.docChanged) return old;
            if (!told && sameShape(before.doc, after.doc)) return { ...old, set: old.set.map(tr.mapping, tr.doc) };
            const beside = told ?? old.beside;
            const signs = signsOf(tr.doc);
            return { set: decorated(tr.doc, signs, beside), signs, beside };
          },
        },
        props: { decorations: (state) => besideKey.getState(state)?.set },
      }),
    ];
  },
});

/** Puts the caret near where it was, in a document that came from elsewhere. */
export function near(doc: PmNode, at: number): Selection {
  return Selection.near(doc.resolve(Math.min(at, doc.content.size)));
}
