// The ledger by keyboard, ticks that survive turning the page, columns drawn wider. On other pages nothing of this matches.
const ledger = () => document.querySelector('[data-ledger]');
const ledgerRows = () => [...document.querySelectorAll('[data-ledger] [data-row]')];
const typesAt = target => target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog') !== null;

// j and k go from anywhere; the arrows only once a row has the focus, for elsewhere they scroll.
const goToRow = step => {
  const rows = ledgerRows();
  const here = rows.findIndex(row => row.contains(document.activeElement));
  const row = rows[here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step))];
  const link = row?.querySelector('td.main a');
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
};

document.addEventListener('keydown', event => {
  if (!ledger() || event.ctrlKey || event.metaKey || event.altKey || typesAt(event.target)) return;
  const row = event.target.closest('[data-row]');
  if (event.key === 'j' || (row && event.key === 'ArrowDown')) goToRow(1);
  else if (event.key === 'k' || (row && event.key === 'ArrowUp')) goToRow(-1);
  else if (event.key === 'x' && row) row.querySelector('input[name=ids]')?.click();
  else if (event.key === '?') document.getElementById('ledger-keys')?.showModal();
  // On the link itself Enter is the link's own.
  else if (event.key === 'Enter' && row && event.target.type === 'checkbox') row.querySelector('td.main a').click();
  else return;
  event.preventDefault();
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-show-keys]')) document.getElementById('ledger-keys')?.showModal();
  if (event.target.closest('[data-clear-selection]')) {
    keepTicked([]);
    showTicked();
  }
});

// What is ticked, on whichever page, by the numbers of the tasks; for this window and this person.
const mostTicked = 500;
const tickedKey = () => `ledger-ticked-${ledger()?.dataset.person ?? ''}`;
const ticked = () => JSON.parse(sessionStorage.getItem(tickedKey()) ?? '[]');
const keepTicked = ids => sessionStorage.setItem(tickedKey(), JSON.stringify(ids));
const tickBoxes = () => [...document.querySelectorAll('[data-ledger] input[name=ids]')];

const showTicked = () => {
  if (!ledger()) return;
  const ids = new Set(ticked());
  const boxes = tickBoxes();
  for (const box of boxes) box.checked = ids.has(box.value);
  const here = boxes.filter(box => box.checked).length;
  const all = document.querySelector('[data-select-all]');
  if (all) {
    all.checked = here > 0 && here === boxes.length;
    all.indeterminate = here > 0 && here < boxes.length;
  }
  const words = document.querySelector('[data-selected-words]');
  if (words) words.textContent = ids.size === 0 ? '勾选任务以后：' : `已选${ids.size}项${ids.size > here ? `（本页${here}项）` : ''}：`;
  const clear = document.querySelector('[data-clear-selection]');
  if (clear) clear.hidden = ids.size === 0;
};

document.addEventListener('change', event => {
  const box = event.target;
  if (!ledger() || box.form?.id !== 'many' || box.type !== 'checkbox') return;
  const changed = box.hasAttribute('data-select-all') ? tickBoxes() : [box];
  const ids = new Set(ticked());
  for (const one of changed) {
    if (!box.checked) ids.delete(one.value);
    else if (ids.size < mostTicked) ids.add(one.value);
  }
  keepTicked([...ids]);
  showTicked();
  if (ids.size === mostTicked) {
    document.querySelector('[data-selected-words]').textContent = `已选${mostTicked}项，不能再多；更多的请筛选以后对全部办理：`;
  }
});

// An address has room for a list, not for a field for each.
document.addEventListener('formdata', event => {
  if (event.target.id !== 'many' || !ledger()) return;
  event.formData.delete('ids');
  if (ticked().length > 0) event.formData.set('ids', ticked().join(','));
});

// The width of a column, by drawing its edge or by the arrows upon it. It is kept in pixels of usual type.
const columnOf = grip => document.querySelector(`[data-ledger] col[data-column="${grip.dataset.grip ?? ''}"]`);
const typeSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
const leastWidth = 48;
const mostWidth = 800;

const widthOf = grip => grip.closest('th').offsetWidth / typeSize();

const widen = (grip, width) => {
  const kept = Math.round(Math.min(mostWidth, Math.max(leastWidth, width)));
  const table = ledger();
  const change = kept - Number(grip.getAttribute('aria-valuenow'));
  columnOf(grip).style.width = `${kept / 16}rem`;
  table.style.setProperty('--least', `${parseFloat(table.style.getPropertyValue('--least')) + change / 16}rem`);
  grip.setAttribute('aria-valuenow', kept);
  paneMayScroll();
};

const keepWidth = grip => {
  const form = document.getElementById('widths');
  if (!ledger().dataset.widths || !form) return;
  const sent = new FormData(form);
  sent.set('column', grip.dataset.grip ?? '');
  sent.set('width', grip.getAttribute('aria-valuenow'));
  fetch(form.action, { method: 'POST', body: sent });
};

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest('[data-ledger] .grip');
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
  const from = event.clientX;
  const width = widthOf(grip);
  // The task's own column takes what is left: drawn, it begins with what it has.
  widen(grip, width);
  const move = moved => widen(grip, width + (moved.clientX - from) / typeSize());
  grip.addEventListener('pointermove', move);
  grip.addEventListener('lostpointercapture', () => {
    grip.removeEventListener('pointermove', move);
    keepWidth(grip);
  }, { once: true });
});

let widthTimer = 0;
document.addEventListener('keydown', event => {
  const grip = event.target.closest('[data-ledger] .grip');
  if (!grip || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
  event.preventDefault();
  widen(grip, widthOf(grip) + (event.key === 'ArrowRight' ? 16 : -16));
  clearTimeout(widthTimer);
  widthTimer = setTimeout(() => keepWidth(grip), 400);
});

// A table that is wider than its place scrolls within it, and then its head sticks to the top of that place.
const paneMayScroll = () => {
  const pane = document.querySelector('.ledger-pane');
  if (!pane) return;
  const isWide = ledger().offsetWidth > pane.clientWidth + 1;
  pane.classList.toggle('wide', isWide);
  if (isWide) pane.tabIndex = 0;
  else pane.removeAttribute('tabindex');
};

const prepareLedger = () => {
  if (document.querySelector('[data-selection-done]')) {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('ledger-ticked-')) sessionStorage.removeItem(key);
  }
  if (!ledger()) return;
  for (const hidden of document.querySelectorAll('[data-show-keys], [data-ledger] .grip')) hidden.hidden = false;
  showTicked();
  paneMayScroll();
};
window.addEventListener('resize', paneMayScroll);
window.addEventListener('pageshow', prepareLedger);
Blazor.addEventListener('enhancedload', prepareLedger);
prepareLedger();
