-- The typed cells of statistics forms that count: a row counts only where every typed column of it does.
SELECT s.plan AS plan, s.period AS period, s.code AS code, s.variant AS variant, e.agency AS agency, e.level AS level, s.base AS base, s.is_first AS is_first, s.is_last AS is_last, f.form_row AS form_row, f.form_column AS form_column, f.value AS value
FROM spans s
JOIN forms m ON m.plan = s.plan AND m.code = s.code AND m.variant = s.variant
JOIN expected e ON e.plan = s.plan AND e.of = s.of AND e.code = s.code AND e.variant = s.variant AND e.base = s.base
JOIN in_force f ON f.plan = s.plan AND f.of = 'form' AND f.code = s.code AND f.agency = e.agency AND f.base = s.base
JOIN form_columns c ON c.plan = s.plan AND c.code = s.code AND c.variant = s.variant AND c.form_column = f.form_column AND c.is_typed = 1
JOIN form_rows r ON r.plan = s.plan AND r.code = s.code AND r.variant = s.variant AND r.form_row = f.form_row
JOIN (
  SELECT k.plan AS plan, k.code AS code, v.variant AS variant, k.agency AS agency, k.base AS base, k.form_row AS form_row, CAST(COUNT(*) AS INTEGER) AS known
  FROM in_force k
  JOIN form_columns v ON v.plan = k.plan AND v.code = k.code AND v.form_column = k.form_column AND v.is_typed = 1
  WHERE k.of = 'form' AND k.value IS NOT NULL
  GROUP BY k.plan, k.code, v.variant, k.agency, k.base, k.form_row
) w ON w.plan = s.plan AND w.code = s.code AND w.variant = s.variant AND w.agency = e.agency AND w.base = s.base
   AND w.form_row = f.form_row AND w.known = m.typed_columns
WHERE s.of = 'form' AND f.value IS NOT NULL
