// The essay's own script: the two bets. Its figures are the element's affair, and without either the text still reads.
import "./article.css";
import { keepOffline } from "./offline";

keepOffline();

/** What the essay asks of a figure. */
interface Figure extends HTMLElement {
  recall(): void;
}

/** What each bet does once it is placed. */
const reveals: Record<string, (figure: Figure) => void> = {
  "bet-lone": (figure) => figure.recall(),
  "bet-third": (figure) => {
    figure.setAttribute("memories", "digit:1 digit:2 digit:3");
    figure.setAttribute("cue", "digit:1");
    figure.recall();
  },
};

// What the figure says about the first bet's cue would give the answer away.
const secret = document.querySelector<HTMLElement>('[data-figure="bet-lone"]');
if (secret) {
  secret.dataset.secret = "";
  secret.addEventListener("hopfield-settle", () => delete secret.dataset.secret, { once: true });
}

for (const bet of document.querySelectorAll<HTMLElement>(".bet")) {
  for (const button of bet.querySelectorAll<HTMLButtonElement>(":scope > button")) {
    button.addEventListener("click", () => place(bet, button));
  }
}

/** A bet is placed once; then the figure shows the truth. */
function place(bet: HTMLElement, chosen: HTMLButtonElement): void {
  if (bet.dataset.placed) return;
  bet.dataset.placed = chosen.value;
  const right = chosen.value === bet.dataset.right;
  for (const button of bet.querySelectorAll<HTMLButtonElement>(":scope > button")) {
    button.setAttribute("aria-pressed", String(button === chosen));
    button.setAttribute("aria-disabled", "true");
  }
  const answer = bet.querySelector(".answer");
  if (answer) answer.textContent = right ? "You bet right: watch." : "Watch what it does.";
  bet.querySelector("details")?.setAttribute("open", "");
  const name = bet.dataset.figure ?? "";
  const figure = document.getElementById(name) as Figure | null;
  if (figure?.recall) reveals[name]?.(figure);
}
