// Where the parts of the lab stand: three columns, two, or one, and a phone on its side.
import { css } from "lit";

export const layout = css`
  :host {
    display: block;
    max-width: 1680px;
    margin: 0 auto;
    padding: 10px 28px 16px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 52px;
  }
  h1 {
    margin: 0;
    font-size: 22px;
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .tagline {
    margin: 2px auto 0 14px;
    color: var(--muted);
    font-size: 16px;
  }
  tour-offer {
    margin-right: 16px;
  }
  .item {
    justify-content: flex-start;
    gap: 12px;
    border-color: transparent;
    text-align: left;
  }
  a.item {
    display: flex;
    align-items: center;
    min-height: 40px;
    padding: 0 13px;
    border-radius: 10px;
    color: inherit;
    text-decoration: none;
  }
  a.item:hover {
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    .item {
      border-color: Canvas;
    }
  }
  main {
    display: grid;
    grid-template-columns: 224px minmax(340px, var(--pad)) minmax(360px, 1fr);
    grid-template-areas: "shelf pad side" "laws laws laws";
    gap: 14px 22px;
    /* the pad takes what the height of the window leaves beside everything under it */
    --pad: clamp(340px, 100vh - 396px, 680px);
  }
  hopfield-memory-shelf {
    grid-area: shelf;
    /* as high as what stands beside it; where there is more, it scrolls */
    height: 0;
    min-height: 100%;
  }
  .desk {
    grid-area: pad;
    display: flex;
    flex-direction: column;
    gap: 14px;
  }
  .side {
    grid-area: side;
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  hopfield-energy-curve {
    flex: none;
    height: calc(0.38 * var(--pad) + 66px);
  }
  /* What a lens has to say must not move the page: the panel has its height, and scrolls if need be. */
  lens-panel {
    flex: 1 0 320px;
    height: 0;
  }
  @media (min-width: 700px) {
    .side:has(lens-panel[large]) hopfield-energy-curve {
      display: none;
    }
  }
  .laws {
    grid-area: laws;
    display: grid;
    grid-template-columns: minmax(0, 1.65fr) minmax(min-content, 1fr) minmax(0, 1.25fr) minmax(0, 1.2fr) minmax(min-content, 0.8fr);
    gap: 10px 18px;
    padding: 10px 18px 12px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
  }
  hopfield-verdict-line {
    min-height: 66px; /* three lines, so that nothing moves when the words change */
  }
  .trouble {
    max-width: 560px;
    margin: 12vh auto;
    padding: 20px 24px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
  }
  .trouble h2 {
    margin: 0 0 8px;
    font-size: 18px;
  }
  .trouble p {
    margin: 0;
  }
  .wait {
    margin: 20vh auto;
    text-align: center;
    color: var(--muted);
  }
  /* where it is wide enough for that, the lenses keep their tabs in one row */
  @media (min-width: 1280px) {
    main {
      --pad: clamp(340px, min(100vh - 396px, 100vw - 876px), 680px);
    }
  }
  @media (max-width: 1079px) {
    main {
      grid-template-columns: minmax(300px, var(--pad)) minmax(280px, 1fr);
      grid-template-areas:
        "shelf shelf"
        "pad side"
        "laws laws";
      gap: 16px 24px;
      --pad: clamp(300px, 100vh - 460px, 480px);
    }
    hopfield-memory-shelf {
      height: auto;
      min-height: 0;
    }
    .laws {
      grid-template-columns: 1fr 1fr;
    }
  }
  /* One column: a phone, and a tablet held upright. */
  @media (max-width: 699px), (max-width: 1079px) and (orientation: portrait) {
    main {
      display: flex;
      flex-direction: column;
      gap: 8px;
      --pad: clamp(250px, 100vh - 529px - var(--offer, 0px), 100vw - 32px);
    }
    .desk {
      gap: 8px;
    }
    .side {
      gap: 10px;
    }
    hopfield-pattern-pad {
      align-self: center;
      width: min(100%, var(--pad));
    }
    hopfield-verdict-line {
      min-height: 60px;
    }
    hopfield-energy-curve {
      height: 168px;
    }
    lens-panel {
      flex: none;
      height: auto;
    }
  }
  @media (min-width: 700px) and (max-width: 1079px) and (orientation: portrait) {
    main {
      --pad: clamp(360px, 100vh - 620px, 680px);
      max-width: var(--pad);
      margin: 0 auto;
    }
    hopfield-verdict-line {
      min-height: 66px;
    }
    hopfield-energy-curve {
      height: calc(0.45 * var(--pad));
    }
  }
  @media (max-width: 1079px) {
    h1:has(~ tour-offer[open]) {
      margin-right: auto;
    }
    .tagline:has(~ tour-offer[open]) {
      display: none;
    }
  }
  @media (max-width: 699px) {
    header:has(tour-offer[open]) {
      flex-wrap: wrap;
    }
    tour-offer {
      order: 1;
      flex-basis: 100%;
      height: 36px;
      margin: -2px 0 2px;
      font-size: 14px;
    }
    header:has(tour-offer[open]) + main {
      --offer: 36px;
    }
    :host {
      padding: 2px 16px 16px;
    }
    .laws {
      grid-template-columns: minmax(0, 1fr);
      padding: 8px 12px 12px;
    }
    header {
      gap: 0;
      min-height: 44px;
      margin-bottom: 4px;
    }
    h1 {
      margin-right: auto;
      font-size: clamp(15px, 5.4vw - 2px, 22px);
      white-space: nowrap;
    }
    .tagline {
      display: none;
    }
  }
  /* A phone on its side: the pad fills the height, and what plays with it stands beside it. */
  @media (max-width: 1079px) and (max-height: 500px) and (orientation: landscape) {
    :host {
      padding: 2px 16px 16px;
    }
    header {
      flex-wrap: nowrap;
      min-height: 44px;
      margin-bottom: 4px;
    }
    tour-offer {
      order: 0;
      flex-basis: auto;
      margin: 0;
    }
    main {
      display: grid;
      grid-template-columns: var(--pad) minmax(240px, 1fr);
      grid-template-areas: none;
      gap: 8px 16px;
      --pad: clamp(200px, 100vh - 58px, 100vw - 340px);
    }
    .desk,
    .side {
      display: contents;
    }
    hopfield-pattern-pad {
      grid-row: 1 / span 4;
      grid-column: 1;
      align-self: start;
      width: 100%;
    }
    pad-tools,
    hopfield-run-controls,
    hopfield-verdict-line,
    hopfield-energy-curve {
      grid-column: 2;
    }
    hopfield-verdict-line {
      min-height: 60px;
    }
    hopfield-energy-curve {
      height: max(150px, 100vh - 236px);
    }
    hopfield-memory-shelf,
    lens-panel,
    .laws {
      grid-area: auto;
      grid-column: 1 / -1;
    }
    /* Parts in the order of the page would push the pad down. */
    hopfield-memory-shelf {
      order: 1;
    }
    lens-panel {
      order: 2;
      height: auto;
    }
    .laws {
      order: 3;
    }
  }
`;
