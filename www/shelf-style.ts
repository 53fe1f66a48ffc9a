// What the shelf of memories looks like: a list, or a strip where that has more room.
import { css } from "lit";

export const shelfStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
  }
  h2 {
    margin: 0 0 10px;
    font-size: 14px;
    font-weight: 650;
    color: var(--muted);
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-height: 0;
    /* room for focus rings inside the box that scrolls */
    margin: -4px;
    padding: 4px;
    overflow: auto;
    scrollbar-width: thin;
    list-style: none;
  }
  .last {
    position: sticky;
    bottom: 0;
    background: var(--paper);
    box-shadow: 0 0 0 5px var(--paper); /* nothing shines through beside it, where memories scroll under it */
  }
  .memory {
    position: relative;
    display: flex;
    border: 1px solid transparent;
    border-radius: var(--round);
  }
  .memory.here {
    border-color: var(--line);
    background: var(--card);
  }
  .load {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    gap: 10px;
    padding: 7px 0 7px 7px;
    border-color: transparent;
    background: none;
    text-align: left;
    line-height: 1.35;
  }
  .load:hover:not(:disabled) {
    border-color: transparent;
  }
  .load:hover .thumb {
    border-color: var(--hue);
  }
  .thumb {
    flex: none;
    padding: 2px 2px 2px 3px;
    border: 1px solid transparent;
    border-left: 4px solid var(--hue);
    border-radius: 6px;
  }
  canvas {
    display: block;
    width: 56px;
    height: 56px;
  }
  .text {
    min-width: 0;
    font-size: 13px;
    color: var(--muted);
  }
  .text b {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 15px;
    color: var(--ink);
  }
  .broken {
    color: var(--ink);
    font-weight: 600;
  }
  .short {
    display: none;
  }
  .more {
    align-self: center;
    width: 30px;
    padding: 0;
  }
  .store {
    width: 100%;
    min-height: 48px;
    border-style: dashed;
    border-color: var(--edge);
    background: none;
    color: var(--ink);
  }
  .empty {
    margin: 0;
    padding: 4px 0;
    color: var(--muted);
  }
  .menu {
    width: 300px;
  }
  .menu label {
    display: block;
    margin-bottom: 12px;
    font-size: 13px;
    color: var(--muted);
  }
  .menu input {
    display: block;
    width: 100%;
    margin-top: 4px;
    color: var(--ink);
    font-size: 15px;
  }
  .menu p {
    margin: 0 0 12px;
    font-size: 14px;
  }
  .acts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  @media (forced-colors: active) {
    .memory:not(.here),
    .load,
    .thumb,
    .more.quiet {
      border-color: Canvas;
    }
    .memory.here {
      border-color: Highlight;
    }
    .thumb {
      border-left-color: CanvasText;
    }
  }
  @container (min-width: 270px) {
    h2 {
      display: none;
    }
    ol {
      flex-direction: row;
      gap: 1px;
      min-height: 106px; /* with no memories too, so that the pad stays where it is */
      scrollbar-width: none;
    }
    .memory {
      flex: none;
    }
    .load {
      flex-direction: column;
      align-items: flex-start;
      gap: 1px;
      width: 62px;
      padding: 4px 0 4px 4px;
    }
    canvas {
      width: 46px;
      height: 46px;
    }
    .text {
      width: 86px;
      font-size: 11px;
    }
    /* With no button beside it, the next memory is close. */
    :host([fixed]) .text {
      width: 58px;
      line-height: 1.2;
    }
    .text b {
      max-width: 82px;
      font-size: 13px;
    }
    .text .long {
      display: none;
    }
    .text .short {
      display: inline;
    }
    .more {
      align-self: flex-start;
      margin: 8px 0 0 -10px;
    }
    .last {
      flex: 1 0 55px;
      right: 0;
      display: flex;
      max-width: 110px;
    }
    .last .long {
      display: none;
    }
    .store {
      flex-direction: column;
      gap: 0;
      padding: 0;
      font-size: 13px;
    }
    .empty {
      align-self: center;
      flex: 1 1 auto;
    }
  }
`;
