/**
 * Derives the files of public/data from the two public data sets. Run by hand when a data set changes; its output is
 * committed.
 *
 *   node www/scripts/derive-data.mjs <england weekly attendance .csv> <colorado chronic absenteeism .csv>
 */
import { readFileSync, writeFileSync } from "node:fs";

const [england, colorado] = process.argv.slice(2);
if (!england || !colorado) throw new Error("Give the path of the England file and of the Colorado file.");

/** Rows of a CSV file as objects. Neither file has a quoted field, and the script stops if one appears. */
function rows(path) {
  const text = readFileSync(path, "utf8");
  if (text.includes('"')) throw new Error(`${path} has quoted fields, which this script does not read.`);
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
}

const write = (name, table) =>
  writeFileSync(new URL(`../public/data/${name}`, import.meta.url), table.map((row) => row.join(",")).join("\n") + "\n");

/** The Monday of an ISO week: week 1 holds 4 January. */
function monday(year, week) {
  const january4 = Date.UTC(year, 0, 4);
  const sinceMonday = (new Date(january4).getUTCDay() + 6) % 7;
  return new Date(january4 + ((week - 1) * 7 - sinceMonday) * 86_400_000).toISOString().slice(0, 10);
}

const primary = rows(england).filter(
  (row) => row.school_type === "Primary" && row.overall_absence_perc !== "" && Number(row.dfe_time_period) >= 2022,
);

const northEast = primary
  .filter((row) => row.region === "North East")
  .map((row) => [
    monday(Number(row.dfe_time_period), Number(row.dfe_week)),
    row.overall_absence_perc,
    Math.round(Number(row.enrolments)),
  ])
  .sort(([a], [b]) => (a < b ? -1 : 1));
write("north-east-primary-absence.csv", [["week_commencing", "absence_percent", "enrolments"], ...northEast]);

// The weeks that all four autumns have, region by region: 43 or 44 is half-term, and 2025 ends with 45.
const weeks = ["37", "38", "39", "40", "41", "42", "45"];
const years = ["2022", "2023", "2024", "2025"];
const places = [...new Set(primary.map((row) => (row.level === "National" ? "England" : row.region)))].sort();
const compared = places.flatMap((place) => {
  const means = years.map((year) => {
    const values = primary
      .filter((row) => (row.level === "National" ? "England" : row.region) === place)
      .filter((row) => row.dfe_time_period === year && weeks.includes(row.dfe_week))
      .map((row) => Number(row.overall_absence_perc));
    return values.length === weeks.length ? (values.reduce((a, b) => a + b) / values.length).toFixed(2) : "";
  });
  return [[place, ...means]];
});
write("primary-absence-same-weeks.csv", [["place", ...years.map((year) => `autumn_${year}`)], ...compared]);

// Colorado as a whole: the sum of the districts, dated at the end of the school year. Three very small districts have
// no number in one year each ("NA") and are left out of that year.
const sums = new Map();
for (const row of rows(colorado)) {
  if (row.absentee_students === "NA" || row.total_students === "NA") continue;
  const year = row.school_year.slice(5);
  const sum = sums.get(year) ?? [0, 0];
  sum[0] += Number(row.absentee_students);
  sum[1] += Number(row.total_students);
  sums.set(year, sum);
}
write("colorado-chronic-absence.csv", [
  ["school_year_ending", "chronically_absent", "students"],
  ...[...sums].sort().map(([year, sum]) => [`${year}-06-30`, ...sum]),
]);
