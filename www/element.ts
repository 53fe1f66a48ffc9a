// <hopfield-net>: a figure with a network of its own, for a page of others.
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { commandOf, hearCommands } from "./commands";
import { broken, Unavailable } from "./core";
import { define } from "./define";
import { type ActName, type Awake, acts, commanded } from "./element-acts";
import { type Control, type Name, names, readAttributes, unknownAmong } from "./element-attributes";
import { layout } from "./element-layout";
import { FigureNews } from "./element-news";
import { Notices } from "./element-notices";
import { Rescue } from "./element-rescue";
import { setupOf } from "./element-setup";
import { elementStyle } from "./element-style";
import type { HopfieldNet as Promised, SettleDetail } from "./hopfield-net";
import { Player } from "./player";
import { Readiness } from "./readiness";
import { reason } from "./reason";
import { NO_UNDO, Session } from "./session";
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
    awake: { state: true },
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

  declare protected awake: Awake | undefined;
  declare protected trouble: string | undefined;
  /** What the browser said when the network broke. */
  declare protected broke: string | undefined;
  /** The neuron pointed at, in whichever part. */
  declare protected pointed: number | undefined;

  #values = readAttributes(
    () => null,
    () => {},
  );
  readonly #notices = new Notices();
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
    this.addEventListener("command", (event) => this.#command(event));
  }

  // --- Life ---

  override connectedCallback(): void {
    super.connectedCallback();
    hearCommands();
    this.#sight.begin();
    this.requestUpdate();
    if (this.awake) return;
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
      if (!this.isConnected || this.awake) return;
      const { kept } = this.#rescue;
      const session = this.#open(kept ?? this.#setup());
      const player = new Player(session);
      player.speed = this.#values.speed;
      this.#rescue.begin(session, player);
      this.trouble = undefined;
      this.broke = undefined;
      this.awake = { session, player, news: new FigureNews(this, session, player) };
      if (kept) this.#apply(this.awake, this.#missed);
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
      return new Session(setup, root, NO_UNDO);
    } catch (error) {
      this.#refuse(reason(error));
      return new Session(byHebb(setup), root, NO_UNDO);
    }
  }

  /** The network is broken. */
  #stop(why: string): void {
    const { awake } = this;
    const focused = this.shadowRoot?.activeElement;
    awake?.player.abandon();
    awake?.news.end();
    this.#rescue.pause();
    awake?.session.abandon();
    this.awake = undefined;
    this.broke = why;
    if (focused)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#again")?.focus());
  }

  #end(): void {
    const { awake } = this;
    this.#rescue.end();
    this.broke = undefined;
    if (!awake && !this.trouble) return; // whoever waits for it still waits
    this.#asked = false;
    this.trouble = undefined;
    awake?.player.pause();
    awake?.news.end();
    this.awake = undefined;
    this.#ready = new Readiness();
    // The parts may still have something to render; they let go of it with this element's next update.
    setTimeout(() => awake?.session.close());
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
    if (this.awake) {
      this.#apply(this.awake, changes);
      return;
    }
    this.#missed.push(...changes);
    // Other attributes say how it is to begin.
    if (changes.some((name) => START.includes(name))) this.#rescue.kept = undefined;
  }

  #read(): void {
    this.#notices.clear("texts");
    for (const name of unknownAmong(this.getAttributeNames()))
      this.#notices.tell("texts", name, `there is no such attribute; there are ${names.join(", ")}.`);
    this.#values = readAttributes(
      (name) => (this[name] == null ? null : String(this[name])),
      (...wrong) => this.#notices.expected("texts", ...wrong),
    );
  }

  #setup(): Setup {
    this.#notices.clear("setup", "rule");
    return setupOf(this.#values, (...wrong) => this.#notices.expected("setup", ...wrong));
  }

  /** The attributes have changed under a network that runs. */
  #apply({ session, player, news }: Awake, changes: Name[]): void {
    const { rule, bias, order, temperature, speed } = this.#values;
    if (changes.includes("speed")) player.setSpeed(speed);
    if (changes.some((name) => START.includes(name))) {
      player.pause();
      const setup = this.#setup();
      if (!session.become(setup, "other attributes")) {
        this.#refuse(session.notice);
        session.become(byHebb(setup), "other attributes");
      }
      news.forget();
      return;
    }
    if (changes.includes("rule")) {
      this.#notices.clear("rule");
      if (!session.setRule(rule.name, rule.parameter)) this.#refuse(session.notice);
    }
    if (changes.includes("bias") && !session.setBias(bias)) this.#refuse(session.notice);
    if (changes.includes("order")) session.setOrder(order);
    if (changes.includes("temperature")) session.setTemperature(temperature);
  }

  /** The network does not take the rule. */
  #refuse(words: string): void {
    this.#notices.tell("rule", "rule", words);
  }

  // --- Coming into view ---

  #look(seen: "all" | "some" | "none"): void {
    const { player } = this.awake ?? {};
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

  /** Does it now, or as soon as the network is there; nothing where it cannot run. What attributes have changed comes first. */
  #act(name: ActName, amount?: unknown): void {
    const complain = (expected: string, came: string): void =>
      this.#notices.expected("command", name, expected, came);
    const now = (): void => {
      if (this.isUpdatePending) this.performUpdate();
      this.#notices.clear("command");
      if (this.awake) acts[name](this.awake, { amount, noise: this.#noise, complain });
      this.requestUpdate();
    };
    if (this.awake) now();
    else this.ready.then(now, () => {});
  }

  #command(event: Event): void {
    const { command, value } = commandOf(event);
    const name = commanded(command);
    if (name) this.#act(name, value);
  }

  recall(): void {
    this.#act("recall");
  }

  pause(): void {
    this.#act("pause");
  }

  step(): void {
    this.#act("step");
  }

  reset(): void {
    this.#act("reset");
  }

  corrupt(cells?: number): void {
    this.#act("corrupt", cells);
  }

  store(): void {
    this.#act("store");
  }

  sleep(dreams?: number): void {
    this.#act("sleep", dreams);
  }

  get #noise(): number {
    return this.#values.noise || NOISE;
  }

  get playing(): boolean {
    return this.awake?.player.playing ?? false;
  }

  get time(): number | undefined {
    return this.awake?.session.network.time;
  }

  get energy(): number | undefined {
    return this.awake?.session.energy;
  }

  get picture(): Int8Array | undefined {
    return this.awake?.session.network.state();
  }

  get outcome(): SettleDetail | undefined {
    return this.awake?.news.outcome;
  }

  setup(): Setup | undefined {
    return this.awake?.session.setup();
  }

  // --- What it looks like ---

  protected override render(): TemplateResult {
    const label = this.getAttribute("aria-label") ?? "A Hopfield network";
    return html`<div class="figure" part="figure" role="group" aria-label=${label} @point=${this.#point}>
      <span class="probe" @transitionrun=${() => this.awake?.session.recolour()}></span>
      ${this.#notices.render()}${this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    if (this.broke !== undefined) return this.#rescue.render(this.broke, this.#sight.seen !== "none");
    if (this.trouble)
      return html`<p class="trouble" part="notice" role="alert">${this.trouble}</p><slot></slot>`;
    if (!this.awake) return html`<p class="wait">Waking the network…</p>`;
    const { session, player } = this.awake;
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
