/**
 * Prompts while a problem is being written: English words that most often carry a fix or blame into it. They only
 * ask; nothing is refused. (A problem that holds a solution is the commonest way to skip the causes: Bryk et al.,
 * "Learning to Improve", 2015, p. 24.)
 */
const fix =
  /\b(lack of|lacks?|needs?(?: to| a| an)?|no (?:program|software|training|curriculum)|not enough (?:training|staff|funding|money|technology)|implement\w*|roll(?:ing)? out|adopt\w*|introduc\w+|hire|buy|purchase|train(?:ing)?|should|must)\b/i;
const blame =
  /\b(teachers|parents|families|staff|students|pupils|kids|principals) (?:who )?(?:do(?:es)? ?n[o’']t|don’t|are not|aren['’]t|won['’]t|refuse|fail|never)\b/i;

/** The words of `statement` that ask for a second look, and which prompt they call for. */
export function promptFor(statement: string): { key: "problem-solution" | "problem-group"; words: string } | undefined {
  const found = fix.exec(statement);
  if (found) return { key: "problem-solution", words: found[0] };
  const blamed = blame.exec(statement);
  return blamed ? { key: "problem-group", words: blamed[0] } : undefined;
}
