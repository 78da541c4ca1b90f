/** Let axe look at a page, but not again at what it saw in the same shape at the same place.
 *
 * A shape is an element with its attributes, whether it has words, and its children's shapes;
 * names, addresses and numbers don't count. Its place is the tags and classes around it, which
 * give it its colours. Rules about the whole page always look at the whole page.
 * Gives {violations, shapes}: `shapes` are those that are new.
 */
([tags, known]) => {
  const NAMES = new Set(["alt", "aria-label", "title", "placeholder", "value", "id", "d"]);
  const REFERS = /^aria-(labelledby|describedby|controls|owns|errormessage|activedescendant)$/;

  function hash(words) {
    let one = 0x811c9dc5;
    let two = 5381;
    for (let at = 0; at < words.length; at++) {
      one = Math.imul(one ^ words.charCodeAt(at), 0x01000193);
      two = (Math.imul(two, 33) + words.charCodeAt(at)) | 0;
    }
    return (one >>> 0).toString(36) + (two >>> 0).toString(36);
  }

  function told(name, value) {
    if (name === "class") return value;
    if (name === "style") return value.replace(/[\d.]+(?=px|%|r?em)/g, "");
    if (REFERS.test(name)) {
      const found = value.split(/\s+/).map((id) => document.getElementById(id));
      return found.map((element) => (element?.textContent.trim() ? "words" : !!element)).join();
    }
    if (!value.trim()) return "";
    return !NAMES.has(name) && /^([a-z_-]{1,20}|-?\d)$/i.test(value) ? value : "…";
  }

  const shapes = new Map();
  function shapeOf(element) {
    const parts = [...element.attributes].map(({ name, value }) => `${name}=${told(name, value)}`);
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const inside = [...element.children].map(shapeOf);
    shapes.set(element, hash([element.tagName, ...parts.sort(), hasWords, ...inside].join("|")));
    return shapes.get(element);
  }

  const seen = new Set(known);
  const fresh = [];
  const again = new Set();
  function sift(element, place, isSeen) {
    const key = hash(`${place}>${shapes.get(element)}`);
    const isAgain = isSeen || seen.has(key);
    if (isAgain) again.add(element);
    else fresh.push(key);
    seen.add(key);
    const within = hash(`${place}>${element.tagName}.${element.getAttribute("class")}`);
    for (const child of element.children) sift(child, within, isAgain);
  }

  /** Have axe's rules take up only what is new; `context` can't: it compares all with all. */
  function leaveOutSeen() {
    const rule = Object.getPrototypeOf(axe._audit.rules[0]);
    rule.gatherAll ??= rule.gather;
    rule.gather = function (context, options) {
      const found = this.gatherAll(context, options);
      return this.pageLevel ? found : found.filter(({ actualNode }) => !again.has(actualNode));
    };
  }

  shapeOf(document.documentElement);
  sift(document.documentElement, "", false);
  leaveOutSeen();
  const options = { runOnly: tags, resultTypes: ["violations"], selectors: false, preload: false };
  return axe
    .run(document, options)
    .then(({ violations }) => ({ violations, shapes: fresh }));
};
