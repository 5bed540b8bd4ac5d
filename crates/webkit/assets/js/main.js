// What makes pages quicker. Each part looks for its own marks in the page and does without them;
// words come from the page, so that none are here.
import "./buttons.js";
import "./counter.js";
import "./era.js";
import "./files.js";
import "./half.js";
import "./menu.js";
import "./notifications.js";
import "./passkey.js";
import "./password.js";
import "./people.js";
import "./search.js";
import "./unsaved.js";
