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

// The line of a notice that the address names: :target does not follow enhanced navigation, which changes the address
// without loading.
const markLine = () => {
  for (const line of document.querySelectorAll('.sheet .named')) line.classList.remove('named');
  const line = /^#L\d+$/.test(location.hash) && document.querySelector(`.sheet ${location.hash}`);
  if (line) line.classList.add('named');
};
document.addEventListener('click', event => {
  if (event.target.closest('a[href*="#L"]')) setTimeout(markLine);
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
