-- Totals of a period's last lock that are another number now. Sums that were locked were rounded once to a double, so
-- two are the same within a relative 1e-12.
SELECT k.plan AS plan, k.period AS period, k.lock_number AS lock_number, k.of AS of, k.code AS code, k.form_column AS form_column, k.numerator AS locked_numerator, k.denominator AS locked_denominator,
       k.value AS locked_value, n.numerator AS numerator, n.denominator AS denominator, n.value AS value
FROM locked k
JOIN (SELECT plan, period, MAX(lock_number) AS lock_number FROM locked GROUP BY plan, period) l
  ON l.plan = k.plan AND l.period = k.period AND l.lock_number = k.lock_number
LEFT JOIN (
  SELECT plan, period, of, code, form_column,
         CASE WHEN of = 'task' THEN CAST(reported AS DECIMAL(28,10)) ELSE numerator END AS numerator,
         CASE WHEN of = 'task' THEN CAST(expected AS DECIMAL(28,10)) ELSE denominator END AS denominator,
         value
  FROM consolidated_again
  WHERE level = '' AND form_row = '' AND (of <> 'form' OR form_column <> '')
) n ON n.plan = k.plan AND n.period = k.period AND n.of = k.of AND n.code = k.code AND n.form_column = k.form_column
WHERE ABS(CAST(COALESCE(k.numerator, 0) AS DOUBLE) - CAST(COALESCE(n.numerator, 0) AS DOUBLE)) > 1e-12 * ABS(CAST(COALESCE(k.numerator, 0) AS DOUBLE))
   OR ABS(CAST(COALESCE(k.denominator, 0) AS DOUBLE) - CAST(COALESCE(n.denominator, 0) AS DOUBLE)) > 1e-12 * ABS(CAST(COALESCE(k.denominator, 0) AS DOUBLE))
   OR ABS(CAST(COALESCE(k.value, 0) AS DOUBLE) - CAST(COALESCE(n.value, 0) AS DOUBLE)) > 1e-12 * ABS(CAST(COALESCE(k.value, 0) AS DOUBLE))
   OR CASE WHEN k.numerator IS NULL THEN 1 ELSE 0 END <> CASE WHEN n.numerator IS NULL THEN 1 ELSE 0 END
   OR CASE WHEN k.denominator IS NULL THEN 1 ELSE 0 END <> CASE WHEN n.denominator IS NULL THEN 1 ELSE 0 END
   OR CASE WHEN k.value IS NULL THEN 1 ELSE 0 END <> CASE WHEN n.value IS NULL THEN 1 ELSE 0 END
