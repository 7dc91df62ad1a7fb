-- All of it again, in the columns of the table consolidated: the two are held against each other (EXCEPT, both ways).
SELECT plan, period, 'hand-in' AS of, '' AS code, '' AS form_row, '' AS form_column, '' AS level,
       CAST(accepted AS DECIMAL(28,10)) AS numerator, CAST(NULL AS DECIMAL(28,10)) AS denominator, CAST(NULL AS DECIMAL(28,10)) AS value,
       expected, received AS reported, '' AS status,
       CAST(NULL AS INTEGER) AS units_met, CAST(NULL AS INTEGER) AS units_judged, CAST(NULL AS INTEGER) AS units_not_met,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_numerator, CAST(NULL AS DECIMAL(28,10)) AS cumulative_denominator,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_value, CAST(NULL AS DECIMAL(28,10)) AS previous_numerator,
       CAST(NULL AS DECIMAL(28,10)) AS previous_denominator, CAST(NULL AS DECIMAL(28,10)) AS previous_value
FROM handed_in
UNION ALL
SELECT plan, period, 'indicator' AS of, code, '' AS form_row, '' AS form_column, level, numerator, denominator, value, expected, reported,
       status, units_met, units_judged, units_not_met, cumulative_numerator, cumulative_denominator, cumulative_value,
       previous_numerator, previous_denominator, previous_value
FROM indicators_consolidated
UNION ALL
SELECT plan, period, 'task' AS of, code, '' AS form_row, '' AS form_column, '' AS level,
       CAST(NULL AS DECIMAL(28,10)) AS numerator, CAST(NULL AS DECIMAL(28,10)) AS denominator, CAST(NULL AS DECIMAL(28,10)) AS value,
       CAST(assigned AS INTEGER) AS expected, CAST(done AS INTEGER) AS reported, status,
       CAST(NULL AS INTEGER) AS units_met, CAST(NULL AS INTEGER) AS units_judged, CAST(NULL AS INTEGER) AS units_not_met,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_numerator, CAST(NULL AS DECIMAL(28,10)) AS cumulative_denominator,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_value, CAST(NULL AS DECIMAL(28,10)) AS previous_numerator,
       CAST(NULL AS DECIMAL(28,10)) AS previous_denominator, CAST(NULL AS DECIMAL(28,10)) AS previous_value
FROM tasks_consolidated
UNION ALL
SELECT plan, period, 'form' AS of, code, '' AS form_row, '' AS form_column, '' AS level,
       CAST(NULL AS DECIMAL(28,10)) AS numerator, CAST(NULL AS DECIMAL(28,10)) AS denominator, CAST(NULL AS DECIMAL(28,10)) AS value,
       expected, reported, '' AS status,
       CAST(NULL AS INTEGER) AS units_met, CAST(NULL AS INTEGER) AS units_judged, CAST(NULL AS INTEGER) AS units_not_met,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_numerator, CAST(NULL AS DECIMAL(28,10)) AS cumulative_denominator,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_value, CAST(NULL AS DECIMAL(28,10)) AS previous_numerator,
       CAST(NULL AS DECIMAL(28,10)) AS previous_denominator, CAST(NULL AS DECIMAL(28,10)) AS previous_value
FROM form_coverage
UNION ALL
SELECT plan, period, 'form' AS of, code, form_row, form_column, level,
       CAST(NULL AS DECIMAL(28,10)) AS numerator, CAST(NULL AS DECIMAL(28,10)) AS denominator, value,
       0 AS expected, 0 AS reported, '' AS status,
       CAST(NULL AS INTEGER) AS units_met, CAST(NULL AS INTEGER) AS units_judged, CAST(NULL AS INTEGER) AS units_not_met,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_numerator, CAST(NULL AS DECIMAL(28,10)) AS cumulative_denominator,
       CAST(NULL AS DECIMAL(28,10)) AS cumulative_value, CAST(NULL AS DECIMAL(28,10)) AS previous_numerator,
       CAST(NULL AS DECIMAL(28,10)) AS previous_denominator, CAST(NULL AS DECIMAL(28,10)) AS previous_value
FROM forms_consolidated
