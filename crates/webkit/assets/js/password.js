// Shows a password while the button is pressed in; hides it again before it is sent.
for (const button of document.querySelectorAll("[data-show-password]")) {
  const field = document.getElementById(button.getAttribute("aria-controls"));
  const show = (shown) => {
    field.type = shown ? "text" : "password";
    button.ariaPressed = String(shown);
  };
  button.hidden = false;
  button.addEventListener("click", () => show(field.type === "password"));
  field.form?.addEventListener("submit", () => show(false));
}
