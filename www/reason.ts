import { broken } from "./core";

/** What an error says, as part of a sentence. That the network is broken is not for a sentence to tell but for the page: such an error goes on. */
export function reason(error: unknown): string {
  if (broken(error)) throw error;
  return error instanceof Error ? error.message : String(error);
}
