// Networks alike, and all that one shows, to tell whether anything has changed.
import { Network, parseHex } from "./core.mjs";

/** Two networks, of either module, in the middle of the same warm, travelled run. */
export function twins(Class = Network) {
  return [1, 2].map(() => {
    const net = new Class(8, 8);
    for (const hex of ["0x1834246464643c18", "0x381818181c183818", "0x3864603018181618"])
      net.store(parseHex(hex));
    net.setState(parseHex("0x040c081c3c306078"));
    net.setSeed(99n);
    net.setBias(true);
    net.corrupt(12);
    net.setOrder("shuffled");
    net.setTemperature(0.1);
    net.run(150);
    net.travel(100);
    return net;
  });
}

/** What can be read off without an argument and without a call. */
const getters = Object.entries(Object.getOwnPropertyDescriptors(Network.prototype))
  .filter(([, { get }]) => get)
  .map(([name]) => name);

/** All that a network shows. */
export function shown(net) {
  return {
    ...Object.fromEntries(getters.map((name) => [name, net[name]])),
    memories: Array.from({ length: net.memoryCount }, (_, index) => net.memory(index)),
    moments: Array.from({ length: net.end - net.first }, (_, update) => net.moment(net.first + 1 + update)),
    state: net.state(),
    energy: net.energy(),
    couplings: net.couplings(),
    overlaps: net.overlaps(),
    outcome: net.outcome(),
  };
}
