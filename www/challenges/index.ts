// All challenges, from easy to hard.
import type { Challenge } from "./challenge";
import { beat, crowd, nothing, sleep } from "./memories";
import { bet, breakIt, heal, negative, plant, shake, swing, turn } from "./valleys";

export const challenges: readonly Challenge[] = [
  heal,
  bet,
  negative,
  crowd,
  breakIt,
  nothing,
  beat,
  plant,
  sleep,
  swing,
  shake,
  turn,
];
