// Narrows a list of people while one types, counts those chosen, and brings what was asked for in place.
const plain = (text) => text
  .normalize("NFKC")
  .toLowerCase()
  .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
  .replace(/\s+/g, "");

// Sends the form as its button would, without its files, and takes this field alone from the answer.
const bring = async (picker, button) => {
  const { form, name } = button;
  const fields = Array.from(new FormData(form, button)).filter(([, value]) => typeof value === "string");
  const body = form.enctype === "multipart/form-data" ? new FormData() : new URLSearchParams();
  for (const [field, value] of fields) body.append(field, value);
  const answer = await fetch(form.action, { method: "POST", body });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(`[name="${CSS.escape(name)}"]`)?.closest("[data-people]");
  if (!fresh) throw new Error(answer.statusText);
  picker.replaceWith(fresh);
  enliven(fresh);
  fresh.querySelector("[autofocus]")?.focus();
};

const enliven = (picker) => {
  const groups = Array.from(picker.querySelectorAll("details"), (details) => {
    const group = plain(details.querySelector("summary").textContent);
    const rows = Array.from(details.querySelectorAll(".choice"), (row) => ({
      row,
      text: group + plain(`${row.textContent} ${row.dataset.find ?? ""}`),
    }));
    return { details, rows, open: details.open };
  });

  const count = picker.querySelector(".chosen-count");
  const show = () => {
    const chosen = picker.querySelectorAll("input:checked").length;
    count.textContent = picker.dataset.chosen.replace("{n}", chosen);
  };
  count.hidden = false;
  picker.addEventListener("change", show);
  show();

  picker.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=submit]");
    if (!button || picker.inert) return;
    event.preventDefault();
    picker.inert = true;
    // Whatever is wrong, the page itself will say it.
    bring(picker, button).catch(() => button.form.requestSubmit(button));
  });

  // Enter looks for people by the button beside the words, and does not press the form's first button.
  picker.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=search]")) return;
    event.preventDefault();
    event.target.parentElement.querySelector("button[type=submit]")?.click();
  });

  const filter = picker.querySelector(".people-filter");
  if (!filter) return;
  filter.hidden = false;
  const field = filter.querySelector("input");
  field.addEventListener("input", () => {
    const words = plain(field.value);
    for (const { details, rows, open } of groups) {
      let found = false;
      for (const { row, text } of rows) {
        row.hidden = !text.includes(words);
        found ||= !row.hidden;
      }
      details.hidden = !found;
      details.open = words ? found : open;
    }
  });
};

document.querySelectorAll("[data-people]").forEach(enliven);
