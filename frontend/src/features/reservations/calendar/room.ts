// In pixels: what stands beside the hours, beside what is reserved in a day, and how wide something has to be so that words are read in it.
const AXIS = 50;
const STRIP = 28;
const READABLE = 54;

export type Room = {
  /** How many stand beside each other at a time, so that each can be read; of others it is told how many they are. */
  most: number;
  /** Whether that is told beside them, where one can draw, too; else over them. */
  strip: boolean;
};

/** How much room there is in each of some days, shown side by side. */
export function roomIn(width: number, days: number): Room {
  const day = (width - AXIS) / days;
  const strip = day >= STRIP + READABLE;
  return { most: Math.max(1, Math.floor((day - (strip ? STRIP : 0)) / READABLE)), strip };
}
