// The door of the surveys' worker: the only file of the worker that imports what the Rust sources are compiled to.
import init from "../pkg/hopfield_net_surveys.js";

export {
  type Attractor,
  AttractorMap,
  Basin,
  type BasinRate,
  Capacity,
  type CapacityPlan,
  type CapacityResult,
  Census,
  type Kind,
  Network,
  type Rate,
} from "../pkg/hopfield_net_surveys.js";

/** Loads the network; whoever asks again gets the same. */
export async function load(): Promise<void> {
  await init();
}
