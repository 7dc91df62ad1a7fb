-- The figures that count: of what was accepted the highest version of each, never older than the last whole form.
-- A month its quarter's report tells (derived) has version 0 there: an agency that sent a form for it has none.
SELECT f.plan AS plan, f.agency AS agency, f.of AS of, f.code AS code, f.form_row AS form_row, f.form_column AS form_column, f.base AS base, f.version AS version, f.entry AS entry, f.derived AS derived,
       f.numerator AS numerator, f.denominator AS denominator, f.value AS value, f.value_state AS value_state, f.percentage_only AS percentage_only, f.sheet AS sheet, f.cell AS cell, f.raw AS raw, f.submission AS submission
FROM figures f
JOIN (
  SELECT c.plan AS plan, c.agency AS agency, c.base AS base, c.of AS of, c.code AS code, c.form_row AS form_row, c.form_column AS form_column, MAX(c.version) AS version
  FROM figures c
  LEFT JOIN (
    SELECT plan, agency, base, MAX(version) AS version
    FROM submissions
    WHERE accepted <> 'none' AND entry <> 'adjustment' AND part = 0
    GROUP BY plan, agency, base
  ) w ON w.plan = c.plan AND w.agency = c.agency AND w.base = c.base
  WHERE c.accepted <> 'none' AND c.version >= COALESCE(w.version, 0)
  GROUP BY c.plan, c.agency, c.base, c.of, c.code, c.form_row, c.form_column
) l ON l.plan = f.plan AND l.agency = f.agency AND l.base = f.base AND l.of = f.of AND l.code = f.code
   AND l.form_row = f.form_row AND l.form_column = f.form_column AND l.version = f.version
WHERE f.accepted <> 'none'
