// Small conveniences of every page. Everything here also works, if less quickly, without this script.

const isTyping = target => target.closest('input, textarea, select, [contenteditable]') !== null;

document.addEventListener('keydown', event => {
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    const box = document.getElementById('search');
    if (box) {
      event.preventDefault();
      box.select();
      box.focus();
    }
  }
  if (event.key === 'Escape') {
    const open = event.target.closest('details.menu[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  }
});

// A menu closes when something else is chosen.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target) || event.target.closest('a')) menu.open = false;
  }
});

// Enhanced navigation changes the page without loading it: a screen reader is told where it is now.
let place = document.title;
Blazor.addEventListener('enhancedload', () => {
  if (document.title === place) return;
  place = document.title;
  const announcer = document.getElementById('announcer');
  if (announcer) announcer.textContent = place;
});

document.getElementById('reconnect-again').addEventListener('click', async () => {
  if (!await Blazor.reconnect()) location.reload();
});
document.getElementById('reconnect-reload').addEventListener('click', () => location.reload());

// 引用: the words that are selected in a notice, or else the line at hand, with where they are printed. The button floats, so that
// no line moves; it stands behind the line, so that the Tab key comes to it from there.
const citing = Object.assign(document.createElement('button'), { type: 'button', className: 'button cite no-print' });
let citation = '';
const lineAt = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('.sheet [id^="L"]');
const wordsOf = line => {
  const copy = line.cloneNode(true);
  for (const part of copy.querySelectorAll('.line-number, .task-cell, .cite')) part.remove();
  return copy.textContent;
};
const offerCitation = () => {
  const sheet = document.querySelector('.sheet[data-citation]');
  const selection = getSelection();
  let [first, last] = sheet && !selection.isCollapsed ? [selection.getRangeAt(0).startContainer, selection.getRangeAt(0).endContainer].map(lineAt) : [];
  const isSelected = Boolean(first && last);
  if (!isSelected) first = last = sheet?.querySelector('.named');
  if (!first) {
    citing.remove();
    return;
  }
  const [from, to] = [first, last].map(line => Number(line.id.slice(1)));
  const lines = from === to ? `第${from}行` : `第${from}—${to}行`;
  const words = (isSelected ? selection.toString() : wordsOf(first)).trim().replace(/\s*\n\s*/g, '').replace(/\s+/g, ' ');
  citation = `${sheet.dataset.citation}${first.dataset.place ?? ''}，${lines}：“${words}”`;
  citing.textContent = `复制引用（${lines}）`;
  if (last.matches('tr')) last.cells[last.cells.length - 1].append(citing);
  else if (last.matches('td, th')) last.append(citing);
  else if (last.nextSibling !== citing) last.after(citing);
};
// Where the portal is not reached by https, the browser has no clipboard to write to.
const copy = async text => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = Object.assign(document.createElement('textarea'), { value: text, className: 'for-screen-reader' });
  document.body.append(box);
  box.select();
  document.execCommand('copy');
  box.remove();
};
citing.addEventListener('pointerdown', event => event.preventDefault());
citing.addEventListener('click', async () => {
  await copy(citation);
  citing.textContent = '已复制引用';
  document.getElementById('announcer').textContent = `已复制引用：${citation}`;
});
document.addEventListener('selectionchange', offerCitation);

// The line of a notice that the address names: :target does not follow enhanced navigation, which changes the address
// without loading.
const markLine = () => {
  for (const line of document.querySelectorAll('.sheet .named')) line.classList.remove('named');
  const line = /^#L\d+$/.test(location.hash) && document.querySelector(`.sheet ${location.hash}`);
  if (line) line.classList.add('named');
  offerCitation();
};
document.addEventListener('click', event => {
  if (!event.target.closest('a[href*="#L"]')) return;
  setTimeout(() => {
    markLine();
    const line = document.querySelector('.sheet .named');
    // Who came by keyboard goes on from the line.
    if (!line || event.detail > 0) return;
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
  });
});
window.addEventListener('hashchange', markLine);
Blazor.addEventListener('enhancedload', markLine);
markLine();

// An address is to be read and sent: fields that were left empty do not stand in it.
document.addEventListener('formdata', event => {
  if (!event.target.hasAttribute('data-drop-empty')) return;
  for (const [name, value] of [...event.formData]) {
    if (value === '') event.formData.delete(name);
  }
});

// A second click while the first is on its way does not make a second bulletin or task. Nothing stays locked: an answer, or half
// a minute without one, frees the form.
let sent = null;
let patience = 0;
const free = () => { sent = null; };
document.addEventListener('submit', event => {
  if (event.target.method !== 'post') return;
  if (sent === event.target) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  sent = event.target;
  clearTimeout(patience);
  patience = setTimeout(free, 30_000);
}, { capture: true });
Blazor.addEventListener('enhancedload', free);
window.addEventListener('pageshow', free);

// The bell: the count of unread messages comes as server-sent events, so that no page needs a circuit for it. Only a page that
// is seen listens: a browser opens few connections to one host.
let unread = null;
const showUnread = count => {
  unread = count;
  const bell = document.querySelector('.bell');
  if (!bell) return;
  const shown = bell.querySelector('.bell-count');
  shown.hidden = count === 0;
  shown.textContent = count > 99 ? '99+' : `${count}`;
  bell.setAttribute('aria-label', count === 0 ? '消息，没有未读' : `消息，${count}条未读`);
};
let stream = null;
const listen = () => {
  const bell = document.querySelector('.bell');
  if (document.hidden || !bell) {
    stream?.close();
    stream = null;
  } else if (!stream) {
    stream = new EventSource(bell.dataset.stream);
    stream.addEventListener('unread', event => {
      const count = Number(event.data);
      if (unread !== null && count > unread) document.getElementById('announcer').textContent = `有${count - unread}条新消息`;
      showUnread(count);
    });
  }
};
document.addEventListener('visibilitychange', listen);
Blazor.addEventListener('enhancedload', listen);
window.addEventListener('pagehide', () => { stream?.close(); stream = null; });
window.addEventListener('pageshow', listen);
listen();

// Exports that are being written: their list is read again until each is there.
setInterval(async () => {
  if (document.hidden || !document.querySelector('#downloads[data-unfinished]')) return;
  const answer = await fetch('/downloads');
  const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('downloads');
  const shown = document.getElementById('downloads');
  // Not under somebody's hands: who has moved to a button presses it.
  if (!fresh || !shown || shown.contains(document.activeElement)) return;
  shown.replaceWith(fresh);
  if (!fresh.dataset.unfinished) document.getElementById('announcer').textContent = '导出已经完成';
}, 2000);
