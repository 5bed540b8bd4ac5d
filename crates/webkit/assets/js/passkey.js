// Has a passkey answer the question of a form, and sends the answer. Where the browser knows none of passkeys, the words
// that say so stay.
const ask = {
  make: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  use: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
  const [without, act, failed] = part.children;
  const answer = part.querySelector("input");
  answer.value = "";
  without.hidden = true;
  act.hidden = false;
  part.closest("form").addEventListener("submit", async (event) => {
    if (answer.value) return;
    event.preventDefault();
    failed.hidden = true;
    try {
      const given = await ask[part.dataset.passkey](JSON.parse(part.dataset.question));
      answer.value = JSON.stringify(given);
      event.target.requestSubmit();
    } catch {
      // Cancelled, too late, no passkey at hand: browsers do not say which.
      failed.hidden = false;
    }
  });
}
