// Warns before the server ends a session in which nothing was asked for, and leaves the page when it has ended.
// Typing and pointing count: they renew the session, at most once a minute. Several tabs know of each other.

const warning = () => document.getElementById('idle-warning');
const sharedName = 'policytracker-active';
const sinceActive = () => (Date.now() - (Number(localStorage.getItem(sharedName)) || 0)) / 1000;
const noteActive = () => localStorage.setItem(sharedName, Date.now());

const leave = () => {
  const here = location.pathname + location.search;
  location.assign(`/sign-in?idle=true&return=${encodeURIComponent(here)}`);
};

let renewing = false;
const renew = async () => {
  if (renewing) return;
  renewing = true;
  try {
    const answer = await fetch('/account/keep-alive', { cache: 'no-store', redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return leave();
    if (answer.ok) {
      noteActive();
      warning().hidden = true;
    }
  } catch {
    // The server cannot be reached: asked again with the next key.
  } finally {
    renewing = false;
  }
};

const onInput = () => {
  const box = warning();
  if (box && (!box.hidden || sinceActive() > 60)) renew();
};
document.addEventListener('keydown', onInput);
document.addEventListener('pointerdown', onInput);

setInterval(() => {
  const box = warning();
  if (!box) return;
  const left = Math.ceil(Number(box.dataset.idle) - sinceActive());
  if (left <= 0) return leave();
  box.hidden = left > Number(box.dataset.warning);
  box.querySelector('.left').textContent = left;
}, 1000);

// The page itself was a request.
noteActive();
Blazor.addEventListener('enhancedload', noteActive);
