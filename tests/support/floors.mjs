// The floors of the page, from the top down, as ARCHITECTURE.md draws them. A file may use those of its own floor and of all below,
// but no part another: a part that holds parts of its own is named with them.

const words = (text) => text.trim().split(/\s+/);

export const floors = [
  {
    name: "pages",
    files: words(`
      article element element-acts element-layout element-news element-notices element-rescue element-setup element-style frame
      guide lab lab-layout commands offline readiness service-worker sight survey-worker theme tour-stops wake
    `),
  },
  {
    name: "parts",
    files: words(`
      act-buttons challenges-panel compare-panel duet-side embed-section energy-curve energy-meaning example-picker figure-tools
      file-drop glossary-dialog glossary-term image-dialog key-help lens-panel memory-picture memory-shelf overlap-lens pad-tools
      page-menu page-notice pattern-pad rescue rule-picker run-controls run-settings sessions-dialog share-button share-dialog size-picker
      sleep-census sleep-panel survey-basins survey-capacity survey-census survey-map survey-panel tour tour-offer verdict-line
      weight-lens why-lens
    `),
  },
  {
    name: "challenges",
    files: words(
      "challenges/challenge challenges/index challenges/memories challenges/valleys progress referee",
    ),
  },
  {
    name: "kit",
    files: words(`
      canvas capacity-theory chart choices clipboard corrupt-style define download icons image-import into-view map-plane map-words
      naming part popover pulses share-bar shelf-style stroke style survey-export survey-style survey-view term typing walk
    `),
  },
  {
    name: "keeping",
    files: words("element-attributes exports first-picture keeper link reopening save-file storage tag view"),
  },
  {
    name: "running",
    files: words("annealer changes clock duet player starts survey-changes survey-findings surveyor surveys"),
  },
  { name: "session", files: words("acting session") },
  { name: "standing", files: words("standing") },
  { name: "made of", files: words("history labels painting picture-code pictures setup") },
  {
    name: "theory",
    files: words(`
      glossary theory/capacities theory/energies theory/formulas theory/heat theory/order-words theory/orders theory/room
      theory/rules
    `),
  },
  { name: "core", files: words("core reason survey-core") },
  { name: "ground", files: words("colours examples notice quote seed words") },
];

/** Parts that hold others, which nobody else knows but pages. */
export const holders = {
  "file-drop": words("image-dialog"),
  "lens-panel": words(`
    challenges-panel compare-panel duet-side energy-meaning overlap-lens sleep-panel survey-panel weight-lens why-lens
  `),
  "share-button": words("embed-section share-dialog"),
  "sleep-panel": words("sleep-census"),
  "survey-panel": words("survey-basins survey-capacity survey-census survey-map"),
};
