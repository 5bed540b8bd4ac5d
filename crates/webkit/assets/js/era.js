// Writes the era and the day of the week beside a date as it is chosen, as the server does.
const lang = document.documentElement.lang;
const format = new Intl.DateTimeFormat(`${lang}-u-ca-japanese`, {
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: lang === "ja" ? "short" : "long",
  timeZone: "UTC",
});

const words = (day) => {
  if (lang === "ja") return format.format(day);
  const part = Object.fromEntries(format.formatToParts(day).map(({ type, value }) => [type, value]));
  return `${part.weekday}, ${part.era} ${part.year}`;
};

for (const field of document.querySelectorAll("[data-era]")) {
  const note = field.parentElement.querySelector("output");
  field.addEventListener("input", () => {
    const day = new Date(`${field.value.slice(0, 10)}T00:00:00Z`);
    note.textContent = Number.isNaN(day.getTime()) ? "" : words(day);
  });
}
