-- An indicator's rows, as consolidated has them: sums of parts, n/N, status; a quotient is for who reads it. Where only
-- levels have targets the province is what they are together.
SELECT t.plan, t.period, t.code, t.level,
       CASE WHEN t.over_agencies <> 'each' AND t.has_parts = 1 AND t.figures > 0 THEN CAST(t.numerator AS DECIMAL(28,10)) END AS numerator,
       CASE WHEN t.over_agencies <> 'each' AND t.has_parts = 1 AND t.figures > 0 THEN CAST(t.denominator AS DECIMAL(28,10)) END AS denominator,
       CASE WHEN t.over_agencies <> 'each' AND t.has_parts = 0 AND t.figures > 0 THEN CAST(t.numerator AS DECIMAL(28,10)) END AS value,
       CAST(COALESCE(t.expected, 0) AS INTEGER) AS expected,
       CAST(COALESCE(t.reported, 0) AS INTEGER) AS reported,
       CASE
         WHEN t.level <> '' OR t.general > 0 OR t.by_level = 0 THEN t.status
         WHEN t.levels = 0 THEN 'not-assigned'
         WHEN t.levels_not_met > 0 THEN 'not-met'
         WHEN t.levels_met = t.levels THEN 'met'
         ELSE CASE t.levels_other WHEN 0 THEN 'not-assigned' WHEN 1 THEN 'not-reported' WHEN 2 THEN 'no-basis' WHEN 3 THEN 'incomplete'
                   WHEN 4 THEN 'not-applicable' WHEN 5 THEN 'no-target' WHEN 6 THEN 'needs-confirmation' ELSE 'not-due' END
       END AS status,
       CASE WHEN t.level = '' AND t.are_units_told = 1 THEN CAST(COALESCE(t.told_met, 0) AS INTEGER) END AS units_met,
       CASE WHEN t.level = '' AND t.are_units_told = 1 THEN CAST(COALESCE(t.told_judged, 0) AS INTEGER) END AS units_judged,
       CASE WHEN t.level = '' THEN CAST(COALESCE(t.units_not_met, 0) AS INTEGER) END AS units_not_met,
       CASE WHEN t.level = '' AND t.over_agencies <> 'each' AND t.has_parts = 1 AND t.year_figures > 0 THEN CAST(t.year_numerator AS DECIMAL(28,10)) END AS cumulative_numerator,
       CASE WHEN t.level = '' AND t.over_agencies <> 'each' AND t.has_parts = 1 AND t.year_figures > 0 THEN CAST(t.year_denominator AS DECIMAL(28,10)) END AS cumulative_denominator,
       CASE WHEN t.level = '' AND t.over_agencies <> 'each' AND t.has_parts = 0 AND t.year_figures > 0 THEN CAST(t.year_numerator AS DECIMAL(28,10)) END AS cumulative_value,
       CASE WHEN t.level = '' AND t.over_agencies <> 'each' AND t.has_parts = 1 AND t.before_figures > 0 THEN CAST(t.before_numerator AS DECIMAL(28,10)) END AS previous_numerator,
       CASE WHEN t.level = '' AND t.over_agencies <> 'each' AND t.has_parts = 1 AND t.before_figures > 0 THEN CAST(t.before_denominator AS DECIMAL(28,10)) END AS previous_denominator,
       CASE WHEN t.level = '' AND t.over_agencies <> 'each' AND t.has_parts = 0 AND t.before_figures > 0 THEN CAST(t.before_numerator AS DECIMAL(28,10)) END AS previous_value
FROM (
  SELECT a.plan AS plan, a.period AS period, a.code AS code, COALESCE(s.level, '') AS level, i.has_parts AS has_parts, i.over_agencies AS over_agencies,
         s.expected AS expected,
         s.reported AS reported,
         s.figures AS figures,
         s.numerator AS numerator,
         s.denominator AS denominator,
         s.year_figures AS year_figures,
         s.year_numerator AS year_numerator,
         s.year_denominator AS year_denominator,
         s.before_figures AS before_figures,
         s.before_numerator AS before_numerator,
         s.before_denominator AS before_denominator,
         s.told_met AS told_met, s.told_judged AS told_judged, s.units_not_met AS units_not_met,
         -- Each by itself, a target on each, or a table that has one for each and none for all.
         CASE WHEN i.over_agencies = 'each' OR COALESCE(g.of_each, 0) > 0
              OR (COALESCE(g.of_agency, 0) > 0 AND g.general = 0 AND g.by_level = 0) THEN 1 ELSE 0 END AS are_units_told, COALESCE(s.status, 'not-assigned') AS status,
         COALESCE(g.general, 0) AS general, COALESCE(g.by_level, 0) AS by_level,
         SUM(CASE WHEN s.level <> '' THEN 1 ELSE 0 END) OVER (PARTITION BY a.plan, a.period, a.code) AS levels,
         SUM(CASE WHEN s.level <> '' AND s.status = 'met' THEN 1 ELSE 0 END) OVER (PARTITION BY a.plan, a.period, a.code) AS levels_met,
         SUM(CASE WHEN s.level <> '' AND s.status = 'not-met' THEN 1 ELSE 0 END) OVER (PARTITION BY a.plan, a.period, a.code)
           AS levels_not_met,
         MIN(CASE WHEN s.level <> '' THEN
               CASE s.status WHEN 'not-assigned' THEN 0 WHEN 'not-reported' THEN 1 WHEN 'no-basis' THEN 2 WHEN 'incomplete' THEN 3
                    WHEN 'not-applicable' THEN 4 WHEN 'no-target' THEN 5 WHEN 'needs-confirmation' THEN 6 WHEN 'not-due' THEN 7 ELSE 9 END
             ELSE 9 END) OVER (PARTITION BY a.plan, a.period, a.code) AS levels_other
  FROM asked a
  JOIN indicators i ON i.plan = a.plan AND i.code = a.code AND i.variant = a.variant
  LEFT JOIN statuses s ON s.plan = a.plan AND s.period = a.period AND s.code = a.code
  LEFT JOIN (
    SELECT n.plan AS plan, n.period AS period, n.code AS code,
           SUM(CASE WHEN t.agency = '' AND t.level = '' THEN 1 ELSE 0 END) AS general,
           SUM(CASE WHEN t.agency = '' AND t.level <> '' THEN 1 ELSE 0 END) AS by_level,
           SUM(CASE WHEN t.agency <> '' THEN 1 ELSE 0 END) AS of_agency,
           SUM(CASE WHEN t.scope = 'each' THEN 1 ELSE 0 END) AS of_each
    FROM asked n
    JOIN targets t ON t.plan = n.plan AND t.code = n.code
                  AND t.standing_from <= n.day AND n.day <= t.standing_until
    WHERE n.of = 'indicator' AND n.context = 'own'
    GROUP BY n.plan, n.period, n.code
  ) g ON g.plan = a.plan AND g.period = a.period AND g.code = a.code
  WHERE a.of = 'indicator' AND a.context = 'own'
) t
