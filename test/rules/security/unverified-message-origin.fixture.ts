window.addEventListener('message', (event) => {
^^^^^^^^^^^^^^^^^^^^^^^ security/unverified-message-origin: This listener reads messages without a look at their origin
  document.title = event.data.title;
});

window.onmessage = (event) => {
^^^^^^^^^^^^^^^^ security/unverified-message-origin: This listener reads messages without a look at their origin
  localStorage.setItem('theme', event.data);
};

// Listeners that look at the origin or the sender, of a worker, and of something else.
window.addEventListener('message', (event) => {
  if (event.origin !== 'https://shop.example.com') return;
  document.title = event.data.title;
});
window.addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin) document.title = data.title;
});
const worker = new Worker('prices.js');
worker.addEventListener('message', (event) => console.log(event.data));
window.addEventListener('resize', () => document.title);
