/** A story and the words in it that are evidence: cut into pieces to be drawn, and kept in place while it is edited. */
import type { JobEvidence } from "../../types.js";

/** A piece of the story; `evidence` says what it speaks for. */
export interface Piece {
  text: string;
  evidence: JobEvidence[];
}

/**
 * The story from its first to its last character, in pieces. Where evidence overlaps, each piece names all that
 * covers it.
 */
export function pieces(story: string, evidence: readonly JobEvidence[]): Piece[] {
  const cuts = new Set([0, story.length]);
  for (const { span } of evidence) for (const at of span) if (at > 0 && at < story.length) cuts.add(at);
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(1).map((end, i) => {
    const start = ends[i] ?? 0;
    const covering = evidence.filter(({ span }) => span[0] <= start && span[1] >= end);
    return { text: story.slice(start, end), evidence: covering };
  });
}

/**
 * The evidence of `before`, moved to where its words stand in `after`. What the edit touched is left out: the next
 * reading will say.
 */
export function follow(before: string, after: string, evidence: readonly JobEvidence[]): JobEvidence[] {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const moved = after.length - before.length;
  return evidence.flatMap((found) => {
    const [start, end] = found.span;
    if (end <= head) return [found];
    if (start >= before.length - tail) return [{ ...found, span: [start + moved, end + moved] as [number, number] }];
    return [];
  });
}
