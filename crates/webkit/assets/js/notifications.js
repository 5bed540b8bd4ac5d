// Keeps the count of notifications up to date, while the page is in sight: browsers allow only a
// few open connections to a server.
const bell = document.querySelector("[data-events]");
const title = document.title;
const list = document.querySelector("[data-live]");
let unread = Number.parseInt(list?.dataset.live, 10);
let events;

// The list of notifications shows what has come since.
const renew = async () => {
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  list.replaceChildren(...page.querySelector("[data-live]").childNodes);
};

const show = (count) => {
  const place = bell.querySelector("[data-words]");
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.ariaHidden = "true";
  badge.textContent = count > 99 ? "99+" : count;
  const words = document.createElement("span");
  words.className = "visually-hidden";
  words.textContent = place.dataset.words.replace("{n}", count);
  place.replaceChildren(...(count > 0 ? [badge, words] : []));
  document.title = count > 0 ? `(${count}) ${title}` : title;
};

const listen = () => {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(bell.dataset.events);
  events.addEventListener("message", (event) => {
    const count = Number.parseInt(event.data, 10);
    if (!(count >= 0)) return;
    show(count);
    if (count > unread) renew();
    unread = count;
  });
};

if (bell) {
  document.addEventListener("visibilitychange", listen);
  listen();
}
