// Challenges about storing: what memories do to each other, and what mends it.
import { html } from "lit";
import { digits } from "../examples";
import { memoryName, named } from "../naming";
import { factsOf } from "../theory/rules";
import { count } from "../words";
import { type Challenge, cueOf, isIn, open, remembering, spoilt, unfinished, won } from "./challenge";

const DIGITS = ["zero", "three", "seven"];
const [THREE, SEVEN] = [1, 2];

export const crowd: Challenge = {
  id: "crowd",
  name: "Four is a crowd",
  goal: "Make the network forget the three, without pressing Forget: store one more picture, so that the three no longer holds.",
  hint: "Store something that is like the three, but not the same: an eight or a nine from the examples, or a three of your own.",
  // No four of the ten digits all hold; of the seven others, six break the three and the two does not.
  taught:
    "All memories share the same couplings. Each new one speaks into all the others, the louder the more alike they are; any two always hold, and with the third the trouble begins.",
  setups: [() => remembering(DIGITS)],
  judge(trial) {
    const { network } = trial.session;
    const off = spoilt(trial, { more: true });
    if (off) return off;
    if (network.memoryCount === DIGITS.length)
      return open("All three hold. Draw or choose a picture, and store it.");
    const name = memoryName(trial.session, THREE);
    if (network.isStable(THREE)) return open(html`Stored, and still ${name} holds.`);
    return won(html`Gone: ${count(network.restlessCells(THREE).length, "cell")} of ${name} would flip.`);
  },
};

export const nothing: Challenge = {
  id: "nothing",
  name: "Out of nothing",
  goal: "An empty pad is a picture too: it rolls into a blend of all three. Make it roll into the seven, without forgetting anything.",
  hint: "What was stored twice pulls twice as hard.",
  // Of 200 runs from the empty pad each: into the blend with the three alone, into the seven once it is stored again.
  taught:
    "Repeating a memory deepens its valley, and a deeper valley draws from further away, as with people. The others pay for it.",
  setups: [() => remembering(DIGITS)],
  judge(trial) {
    const { session } = trial;
    const off = spoilt(trial, { more: true });
    if (off) return off;
    if (cueOf(trial).includes(1)) return open("It must begin with an empty pad: clear it.");
    const early = unfinished(trial, "The pad is empty. Press Recall and see.");
    if (early) return early;
    return isIn(trial, SEVEN)
      ? won(html`Out of nothing came ${memoryName(session, SEVEN)}.`)
      : open(html`Out of nothing came ${named(session, session.network.outcome())}.`);
  },
};

const SIX = ["zero", "one", "two", "three", "four", "five"];

export const sleep: Challenge = {
  id: "sleep",
  name: "Sleep on it",
  goal: "Six digits are stored, and none of them holds. Change nothing in them: let the network sleep, until all six hold.",
  hint: "Open the lens Sleep and sleep to the dose that it calls best. Mind the ruin.",
  // At the best dose, 300 dreams, all six held in 40 of 40 nights.
  taught:
    "A dream is a random start that rolls into some valley, mostly a false one. Taking a little of it away fills false valleys in, and the true ones come up for air. Too much of it, and they are taken away too.",
  setups: [() => remembering(SIX)],
  judge(trial) {
    const { network, held } = trial.session;
    const off = spoilt(trial, { sleep: true });
    if (off) return off;
    const dreams = network.dreams + network.daydreams;
    if (dreams === 0) return open(`It is awake, and ${held} of 6 hold.`);
    const told = `After ${count(dreams, "dream")} ${held} of 6 hold.`;
    return held === SIX.length ? won(told) : open(told);
  },
};

export const beat: Challenge = {
  id: "beat",
  name: "Beat Hebb",
  goal: "All ten digits are stored, and under Hebb’s rule not one of them holds. Choose how it learns, so that all ten do.",
  hint: "Try the rules one after the other. Some mend what is not firm, some hear every memory in full, some have steeper valleys.",
  taught:
    "Hebb’s rule adds the memories up and lets those that are alike drown each other. Rules that look at what the memories share can hold all ten in the very same network.",
  setups: [() => remembering(digits.map(({ name }) => name))],
  judge(trial) {
    const { network, held } = trial.session;
    const off = spoilt(trial, { rule: true });
    if (off) return off;
    const told = `${factsOf(network.rule).name}: ${held} of ${network.memoryCount} hold.`;
    return held === digits.length ? won(told) : open(told);
  },
};
