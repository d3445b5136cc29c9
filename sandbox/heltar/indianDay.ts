const AHEAD_OF_UTC_MS = 5.5 * 60 * 60 * 1000;

/** The day on which something was in India, such as 2026-03-01: Heltar counts its reports in Indian days. @param at in milliseconds */
export const indianDay = (at: number): string => new Date(at + AHEAD_OF_UTC_MS).toISOString().slice(0, 10);
