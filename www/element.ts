// <hopfield-net>: a figure with a network of its own, for a page of others.
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { commandOf, hearCommands } from "./commands";
import { broken, Unavailable } from "./core";
import { define } from "./define";
import { type Control, type Name, names, readAttributes, unknownAmong } from "./element-attributes";
import { layout } from "./element-layout";
import { FigureNews } from "./element-news";
import { type Complaint, complaint, noticesOf } from "./element-notices";
import { Rescue } from "./element-rescue";
import { setupOf } from "./element-setup";
import { elementStyle } from "./element-style";
import type { HopfieldNet as Promised, SettleDetail } from "./hopfield-net";
import { Player } from "./player";
import { Readiness } from "./readiness";
import { reason } from "./reason";
import { Session } from "./session";
import type { Setup } from "./setup";
import { Sight, whenNear } from "./sight";
import { wake } from "./wake";

/** Attributes that say how the run begins: a change of one begins another. The others change the run that there is. */
const START: readonly Name[] = ["rows", "columns", "memories", "cue", "noise", "seed"];

/** Cells that are corrupted where the attribute `noise` does not say how many. */
const NOISE = 12;

/** By the rule that takes everything. */
const byHebb = ({ parameter: _, ...setup }: Setup): Setup => ({ ...setup, rule: "hebb" });

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class HopfieldNet extends LitElement implements Promised {
  static override properties = {
    ...Object.fromEntries(names.map((name) => [name, { reflect: true }])),
    session: { state: true },
    trouble: { state: true },
    broke: { state: true },
    pointed: { state: true },
  };
  static override styles = elementStyle;

  declare rows: string | null;
  declare columns: string | null;
  declare memories: string | null;
  declare cue: string | null;
  declare noise: string | null;
  declare rule: string | null;
  declare bias: string | null;
  declare order: string | null;
  declare temperature: string | null;
  declare seed: string | null;
  declare speed: string | null;
  declare show: string | null;
  declare controls: string | null;
  declare play: string | null;
  declare theme: string | null;

  declare protected session: Session | undefined;
  declare protected trouble: string | undefined;
  /** What the browser said when the network broke. */
  declare protected broke: string | undefined;
  /** The neuron pointed at, in whichever part. */
  declare protected pointed: number | undefined;

  #values = readAttributes(
    () => null,
    () => {},
  );
  /** What is wrong with the attributes, and with what they describe. */
  #complaints: Complaint[] = [];
  #refusals: Complaint[] = [];
  #player: Player | undefined;
  #news: FigureNews | undefined;
  #began = false;
  /** Attributes that changed while there was no network. */
  #missed: Name[] = [];
  #ready = new Readiness();
  /** Whether somebody has asked for the network, who will not wait until it comes near. */
  #asked = false;
  #approach: IntersectionObserver | undefined;
  readonly #sight = new Sight(this, (seen) => this.#look(seen));
  readonly #rescue = new Rescue({ stop: (why) => this.#stop(why), start: () => void this.#begin() });

  constructor() {
    super();
    this.addEventListener("command", (event) => this.#command(commandOf(event)));
  }

  // --- Life ---

  override connectedCallback(): void {
    super.connectedCallback();
    hearCommands();
    this.#sight.begin();
    this.requestUpdate();
    if (this.session) return;
    // A page of many figures would be slow if all came to life at once.
    if (this.#asked) void this.#begin();
    else this.#approach = whenNear(this, () => this.#ask());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.end();
    this.#approach?.disconnect();
    // Whoever moves an element takes it out and puts it in again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#approach?.disconnect();
    if (this.isConnected) void this.#begin();
  }

  async #begin(): Promise<void> {
    try {
      await wake();
      await this.updateComplete;
      if (!this.isConnected || this.session) return;
      const { kept } = this.#rescue;
      const session = this.#open(kept ?? this.#setup());
      const player = new Player(session);
      player.speed = this.#values.speed;
      this.#player = player;
      this.#news = new FigureNews(this, session, player);
      this.#rescue.begin(session, player);
      this.trouble = undefined;
      this.broke = undefined;
      this.session = session;
      if (kept) this.#apply(session, this.#missed);
      this.#missed = [];
      await this.updateComplete;
      this.#ready.resolve();
      this.#look(this.#sight.seen);
    } catch (error) {
      if (broken(error)) return this.#rescue.fail((error as Error).message);
      if (!(error instanceof Unavailable)) throw error;
      this.trouble = error.message;
      this.#ready.reject(error);
    }
  }

  /** A session of a setup; where the network refuses, by Hebb's rule, which takes everything. */
  #open(setup: Setup): Session {
    const root = this.renderRoot.querySelector<HTMLElement>(".figure") ?? document.body;
    try {
      return new Session(setup, root);
    } catch (error) {
      this.#refuse(reason(error));
      return new Session(byHebb(setup), root);
    }
  }

  /** The network is broken. */
  #stop(why: string): void {
    const { session } = this;
    const focused = this.shadowRoot?.activeElement;
    this.#player?.abandon();
    this.#news?.end();
    this.#rescue.pause();
    session?.abandon();
    this.#player = undefined;
    this.session = undefined;
    this.broke = why;
    if (focused)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#again")?.focus());
  }

  #end(): void {
    const { session } = this;
    this.#rescue.end();
    this.broke = undefined;
    if (!session && !this.trouble) return; // whoever waits for it still waits
    this.#asked = false;
    this.trouble = undefined;
    this.#player?.pause();
    this.#news?.end();
    this.#player = undefined;
    this.session = undefined;
    this.#ready = new Readiness();
    // The parts may still have something to render; they let go of it with this element's next update.
    setTimeout(() => session?.close());
  }

  get ready(): Promise<void> {
    this.#ask();
    return this.#ready.promise;
  }

  // --- Attributes ---

  protected override willUpdate(changed: PropertyValues): void {
    const changes = names.filter((name) => changed.has(name));
    if (changes.length > 0 || !this.hasUpdated) this.#read();
    if (changes.length === 0) return;
    if (this.session) {
      this.#apply(this.session, changes);
      return;
    }
    this.#missed.push(...changes);
    // Other attributes say how it is to begin.
    if (changes.some((name) => START.includes(name))) this.#rescue.kept = undefined;
  }

  #read(): void {
    const unknown = unknownAmong(this.getAttributeNames());
    this.#complaints = unknown.map((name) => ({
      name,
      words: `there is no such attribute; there are ${names.join(", ")}.`,
    }));
    this.#values = readAttributes(
      (name) => (this[name] == null ? null : String(this[name])),
      (name, expected, came) => this.#complaints.push(complaint(name, expected, came)),
    );
  }

  #setup(): Setup {
    this.#refusals = [];
    return setupOf(
      this.#values,
      (name) => (expected, came) => this.#refusals.push(complaint(name, expected, came)),
    );
  }

  /** The attributes have changed under a network that runs. */
  #apply(session: Session, changes: Name[]): void {
    const { rule, bias, order, temperature, speed } = this.#values;
    const player = this.#player;
    if (changes.includes("speed")) player?.setSpeed(speed);
    if (changes.some((name) => START.includes(name))) {
      player?.pause();
      const setup = this.#setup();
      if (!session.become(setup, "other attributes")) {
        this.#refuse(session.notice);
        session.become(byHebb(setup), "other attributes");
      }
      this.#news?.forget();
      return;
    }
    if (changes.includes("rule")) {
      this.#refusals = this.#refusals.filter(({ name }) => name !== "rule");
      if (!session.setRule(rule.name, rule.parameter)) this.#refuse(session.notice);
    }
    if (changes.includes("bias")) session.setBias(bias);
    if (changes.includes("order")) session.setOrder(order);
    if (changes.includes("temperature")) session.setTemperature(temperature);
  }

  /** The network does not take the rule. */
  #refuse(words: string): void {
    this.#refusals.push({ name: "rule", words });
  }

  // --- Coming into view ---

  #look(seen: "all" | "some" | "none"): void {
    const player = this.#player;
    if (!player) return;
    if (seen === "none") {
      this.#sight.paused = player.playing;
      player.pause();
    } else if (seen === "all" && this.#sight.paused) {
      this.#sight.paused = false;
      player.play();
    } else if (seen === "all" && this.#values.play === "visible" && !this.#began && !calm.matches) {
      this.#began = true;
      this.recall();
    }
  }

  // --- What scripts and buttons of the page may ask ---

  #command({ command, amount }: { command: string; amount?: number }): void {
    const acts: Record<string, () => void> = {
      "--recall": () => this.recall(),
      "--pause": () => this.pause(),
      "--step": () => this.step(),
      "--reset": () => this.reset(),
      "--corrupt": () => this.corrupt(amount),
      "--store": () => this.store(),
      "--sleep": () => this.sleep(amount),
    };
    acts[command]?.();
  }

  /** Does it now, or as soon as the network is there; nothing where it cannot run. What attributes have changed comes first. */
  #act(act: (session: Session, player: Player) => void): void {
    const now = (): void => {
      if (this.isUpdatePending) this.performUpdate();
      if (this.session && this.#player) act(this.session, this.#player);
    };
    if (this.session) now();
    else this.ready.then(now, () => {});
  }

  /** By hand: whatever runs stops first. */
  #byHand(act: (session: Session) => void): void {
    this.#act((session, player) => {
      player.pause();
      act(session);
    });
  }

  recall(): void {
    this.#act((session, player) => {
      if (player.playing) return;
      if (session.network.time > 0 && (session.atRest || session.swings)) session.reset();
      player.play();
    });
  }

  pause(): void {
    this.#byHand(() => {});
  }

  step(): void {
    this.#byHand((session) => session.step());
  }

  reset(): void {
    this.#byHand((session) => session.reset());
  }

  corrupt(cells?: number): void {
    this.#act((session) => session.corrupt(Math.min(session.network.cells, cells ?? this.#noise)));
  }

  store(): void {
    this.#act((session) => session.store());
  }

  sleep(dreams?: number): void {
    this.#byHand((session) => {
      const { hasCouplings, memoryCount, bestDose, dreams: dreamt } = session.network;
      const wanted = dreams ?? bestDose - dreamt;
      if (!hasCouplings || memoryCount === 0) return session.say("There is nothing to dream of.");
      if (wanted <= 0) return session.say(`It has slept enough: the best dose is ${bestDose} dreams.`);
      try {
        session.dream(wanted);
      } catch (error) {
        session.say(`It cannot sleep so long: ${reason(error)}.`);
      }
    });
  }

  get #noise(): number {
    return this.#values.noise || NOISE;
  }

  get playing(): boolean {
    return this.#player?.playing ?? false;
  }

  get time(): number | undefined {
    return this.session?.network.time;
  }

  get energy(): number | undefined {
    return this.session?.energy;
  }

  get picture(): Int8Array | undefined {
    return this.session?.network.state();
  }

  get outcome(): SettleDetail | undefined {
    return this.#news?.outcome;
  }

  setup(): Setup | undefined {
    return this.session?.setup();
  }

  // --- What it looks like ---

  protected override render(): TemplateResult {
    const label = this.getAttribute("aria-label") ?? "A Hopfield network";
    return html`<div class="figure" part="figure" role="group" aria-label=${label} @point=${this.#point}>
      <span class="probe" @transitionrun=${() => this.session?.recolour()}></span>
      ${noticesOf([...this.#complaints, ...this.#refusals])}${this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    const { session } = this;
    const player = this.#player;
    if (this.broke !== undefined) return this.#rescue.render(this.broke, this.#sight.seen !== "none");
    if (this.trouble)
      return html`<p class="trouble" part="notice" role="alert">${this.trouble}</p><slot></slot>`;
    if (!session || !player) return html`<p class="wait">Waking the network…</p>`;
    const { show, controls, play } = this.#values;
    // The grid may have become too small for the neuron pointed at.
    const pointed = (this.pointed ?? 0) < session.network.cells ? this.pointed : undefined;
    // Where nothing may start by itself, there is a button that starts it.
    const only = play === "visible" && calm.matches ? new Set<Control>(["recall", ...controls]) : controls;
    return layout({ session, player, show, controls: only, noise: this.#noise, pointed });
  }

  #point(event: CustomEvent<number | undefined>): void {
    event.stopPropagation(); // nobody outside knows what it means
    this.pointed = event.detail ?? undefined; // an event without a detail says null
  }
}

define("hopfield-net", HopfieldNet);
