// The import desk: keys press the buttons that carry them, the words of a task and the task light each other up, the place at
// hand is brought into sight, and selected words fill in the lines of a new task. On other pages nothing of this matches.
const desk = () => document.querySelector('[data-desk]');
const isTypingAt = target => target.closest('input, textarea, select, [contenteditable]') !== null;

window.policyDesk = {
  caret: id => document.getElementById(id)?.selectionStart ?? 0,
};

document.addEventListener('keydown', event => {
  const page = desk();
  if (!page || event.altKey || event.metaKey) return;
  const form = event.target.closest('[data-editor]');
  if (form && event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    // A field tells of its change when it is left.
    event.target.blur();
    form.querySelector('[data-save]')?.click();
    return;
  }
  if (form && event.key === 'Escape') {
    form.querySelector('[data-cancel]')?.click();
    return;
  }
  if (event.ctrlKey || isTypingAt(event.target)) return;
  // Enter on a button or link is that button's own.
  if (event.key === 'Enter' && event.target.closest('button, a, summary')) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const button = [...page.querySelectorAll('[data-key]')].find(each => each.dataset.key === key && !each.disabled);
  if (button) {
    event.preventDefault();
    button.click();
    if (key === 'm') page.querySelector('[data-passage-first]')?.focus();
  }
});

const light = (first, last, task) => {
  for (const lit of document.querySelectorAll('.desk .lit')) lit.classList.remove('lit');
  for (let n = first; n <= last; n++) document.querySelector(`.desk-printed [data-line="${n}"]`)?.classList.add('lit');
  task?.classList.add('lit');
};
const lightFrom = target => {
  const task = target.closest?.('.desk-task');
  if (task) return light(Number(task.dataset.first), Number(task.dataset.last), task);
  const line = target.closest?.('.desk-printed [data-line]');
  if (!line) return;
  const n = Number(line.dataset.line);
  const found = [...document.querySelectorAll('.desk-task')].find(each => Number(each.dataset.first) <= n && n <= Number(each.dataset.last));
  if (found) light(Number(found.dataset.first), Number(found.dataset.last), found);
};
document.addEventListener('mouseover', event => { if (desk()) lightFrom(event.target); });
document.addEventListener('focusin', event => { if (desk()) lightFrom(event.target); });
// A click in the printed text brings its task into sight, a click on a task its words.
document.addEventListener('click', event => {
  if (!desk() || !document.getSelection().isCollapsed) return;
  const line = event.target.closest('.desk-printed [data-line]');
  if (line) within(document.querySelector('.desk-read'), document.querySelector('.desk-task.lit'));
  const task = event.target.closest('.desk-task');
  if (task) within(document.querySelector('.desk-printed'), document.querySelector(`.desk-printed [data-line="${task.dataset.first}"]`));
});

// Scrolls a pane and nothing else.
const within = (pane, part) => {
  if (!pane || !part || pane.scrollHeight <= pane.clientHeight) return;
  const [top, room] = [part.getBoundingClientRect().top - pane.getBoundingClientRect().top, pane.clientHeight];
  if (top < 0 || top > room - Math.min(part.offsetHeight, room / 2)) pane.scrollTop += top - room / 3;
};
let at = '';
const follow = () => {
  const page = desk();
  if (!page) return;
  const panel = page.querySelector('.confirm-panel:not([data-seen])');
  if (panel) {
    panel.dataset.seen = '';
    window.scrollTo(0, 0);
  }
  const { line, currentTask } = page.dataset;
  const now = `${line} ${currentTask} ${page.querySelector('.desk-task.editing')?.dataset.task}`;
  const words = line && page.querySelector(`.desk-printed [data-line="${line}"]`);
  // The page is drawn anew when the circuit stands, and with it goes the mark.
  if (now === at && (!words || words.classList.contains('at-hand'))) return;
  at = now;
  const task = page.querySelector('.desk-task.editing') ?? (currentTask && page.querySelector(`.desk-task[data-task="${currentTask}"]`));
  for (const marked of page.querySelectorAll('.desk-printed .at-hand')) marked.classList.remove('at-hand');
  if (words) words.classList.add('at-hand');
  if (task) light(Number(task.dataset.first), Number(task.dataset.last), task);
  within(page.querySelector('.desk-printed'), words);
  within(page.querySelector('.desk-read'), task);
};
new MutationObserver(follow).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-line', 'data-current-task'] });
follow();

document.addEventListener('selectionchange', () => {
  const selection = document.getSelection();
  if (!desk() || selection.isCollapsed) return;
  const lineOf = node => (node.nodeType === 1 ? node : node.parentElement)?.closest('.desk-printed [data-line]')?.dataset.line;
  const lines = [lineOf(selection.anchorNode), lineOf(selection.focusNode)].map(Number);
  if (lines.some(Number.isNaN)) return;
  const fill = (name, value) => {
    const box = document.querySelector(`[data-passage-${name}]`);
    if (!box || box.value === `${value}`) return;
    box.value = value;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  };
  fill('first', Math.min(...lines));
  fill('last', Math.max(...lines));
});
