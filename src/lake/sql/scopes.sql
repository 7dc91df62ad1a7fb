-- Every scope an indicator is summed and judged in: the province (level and agency are ''), its levels, its agencies.
-- Of the largest or smallest of several that one counts. What an agency had in the period before, or last year, is what all
-- had whom it carries on (families).
SELECT w.plan, w.period, w.code, w.variant, w.level, w.agency,
       SUM(w.places) AS places,
       SUM(w.expected) AS expected,
       SUM(w.reported) AS reported,
       SUM(w.no_basis) AS no_basis,
       SUM(w.figures) AS figures,
       CASE MAX(i.over_agencies)
         WHEN 'largest' THEN COALESCE(MAX(CASE WHEN w.figures > 0 THEN w.numerator END), CAST(0 AS DECIMAL(38,10)))
         WHEN 'smallest' THEN COALESCE(MIN(CASE WHEN w.figures > 0 THEN w.numerator END), CAST(0 AS DECIMAL(38,10)))
         ELSE SUM(w.numerator) END AS numerator,
       SUM(w.denominator) AS denominator,
       SUM(w.year_expected) AS year_expected,
       SUM(w.year_reported) AS year_reported,
       SUM(w.year_no_basis) AS year_no_basis,
       SUM(w.year_figures) AS year_figures,
       CASE MAX(i.over_agencies)
         WHEN 'largest' THEN COALESCE(MAX(CASE WHEN w.year_figures > 0 THEN w.year_numerator END), CAST(0 AS DECIMAL(38,10)))
         WHEN 'smallest' THEN COALESCE(MIN(CASE WHEN w.year_figures > 0 THEN w.year_numerator END), CAST(0 AS DECIMAL(38,10)))
         ELSE SUM(w.year_numerator) END AS year_numerator,
       SUM(w.year_denominator) AS year_denominator,
       SUM(w.before_places) AS before_places,
       SUM(w.before_expected) AS before_expected,
       SUM(w.before_reported) AS before_reported,
       SUM(w.before_figures) AS before_figures,
       CASE MAX(i.over_agencies)
         WHEN 'largest' THEN COALESCE(MAX(CASE WHEN w.before_figures > 0 THEN w.before_numerator END), CAST(0 AS DECIMAL(38,10)))
         WHEN 'smallest' THEN COALESCE(MIN(CASE WHEN w.before_figures > 0 THEN w.before_numerator END), CAST(0 AS DECIMAL(38,10)))
         ELSE SUM(w.before_numerator) END AS before_numerator,
       SUM(w.before_denominator) AS before_denominator,
       SUM(w.last_year_places) AS last_year_places,
       SUM(w.last_year_expected) AS last_year_expected,
       SUM(w.last_year_reported) AS last_year_reported,
       SUM(w.last_year_figures) AS last_year_figures,
       CASE MAX(i.over_agencies)
         WHEN 'largest' THEN COALESCE(MAX(CASE WHEN w.last_year_figures > 0 THEN w.last_year_numerator END), CAST(0 AS DECIMAL(38,10)))
         WHEN 'smallest' THEN COALESCE(MIN(CASE WHEN w.last_year_figures > 0 THEN w.last_year_numerator END), CAST(0 AS DECIMAL(38,10)))
         ELSE SUM(w.last_year_numerator) END AS last_year_numerator,
       SUM(w.last_year_denominator) AS last_year_denominator,
       SUM(w.last_year_to_date_places) AS last_year_to_date_places,
       SUM(w.last_year_to_date_expected) AS last_year_to_date_expected,
       SUM(w.last_year_to_date_reported) AS last_year_to_date_reported,
       SUM(w.last_year_to_date_figures) AS last_year_to_date_figures,
       CASE MAX(i.over_agencies)
         WHEN 'largest' THEN COALESCE(MAX(CASE WHEN w.last_year_to_date_figures > 0 THEN w.last_year_to_date_numerator END), CAST(0 AS DECIMAL(38,10)))
         WHEN 'smallest' THEN COALESCE(MIN(CASE WHEN w.last_year_to_date_figures > 0 THEN w.last_year_to_date_numerator END), CAST(0 AS DECIMAL(38,10)))
         ELSE SUM(w.last_year_to_date_numerator) END AS last_year_to_date_numerator,
       SUM(w.last_year_to_date_denominator) AS last_year_to_date_denominator
FROM (
  SELECT a.plan AS plan, a.period AS period, a.code AS code, a.variant AS variant,
         CASE WHEN d.scope = 'province' THEN '' ELSE a.level END AS level,
         CASE WHEN d.scope = 'agency' THEN a.agency ELSE '' END AS agency,
         a.places AS places,
         a.expected AS expected,
         a.reported AS reported,
         a.no_basis AS no_basis,
         a.figures AS figures,
         a.numerator AS numerator,
         a.denominator AS denominator,
         a.year_expected AS year_expected,
         a.year_reported AS year_reported,
         a.year_no_basis AS year_no_basis,
         a.year_figures AS year_figures,
         a.year_numerator AS year_numerator,
         a.year_denominator AS year_denominator,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.before_places END AS before_places,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.before_expected END AS before_expected,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.before_reported END AS before_reported,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.before_figures END AS before_figures,
         CASE WHEN d.scope = 'agency' THEN CAST(0 AS DECIMAL(38,10)) ELSE a.before_numerator END AS before_numerator,
         CASE WHEN d.scope = 'agency' THEN CAST(0 AS DECIMAL(38,10)) ELSE a.before_denominator END AS before_denominator,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_places END AS last_year_places,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_expected END AS last_year_expected,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_reported END AS last_year_reported,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_figures END AS last_year_figures,
         CASE WHEN d.scope = 'agency' THEN CAST(0 AS DECIMAL(38,10)) ELSE a.last_year_numerator END AS last_year_numerator,
         CASE WHEN d.scope = 'agency' THEN CAST(0 AS DECIMAL(38,10)) ELSE a.last_year_denominator END AS last_year_denominator,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_to_date_places END AS last_year_to_date_places,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_to_date_expected END AS last_year_to_date_expected,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_to_date_reported END AS last_year_to_date_reported,
         CASE WHEN d.scope = 'agency' THEN 0 ELSE a.last_year_to_date_figures END AS last_year_to_date_figures,
         CASE WHEN d.scope = 'agency' THEN CAST(0 AS DECIMAL(38,10)) ELSE a.last_year_to_date_numerator END AS last_year_to_date_numerator,
         CASE WHEN d.scope = 'agency' THEN CAST(0 AS DECIMAL(38,10)) ELSE a.last_year_to_date_denominator END AS last_year_to_date_denominator
  FROM agency_totals a
  CROSS JOIN (SELECT 'province' AS scope UNION ALL SELECT 'level' AS scope UNION ALL SELECT 'agency' AS scope) d
  UNION ALL
  SELECT b.plan AS plan, b.period AS period, b.code AS code, b.variant AS variant, g.level AS level, f.agency AS agency,
         0 AS places,
         0 AS expected,
         0 AS reported,
         0 AS no_basis,
         0 AS figures,
         CAST(0 AS DECIMAL(38,10)) AS numerator,
         CAST(0 AS DECIMAL(38,10)) AS denominator,
         0 AS year_expected,
         0 AS year_reported,
         0 AS year_no_basis,
         0 AS year_figures,
         CAST(0 AS DECIMAL(38,10)) AS year_numerator,
         CAST(0 AS DECIMAL(38,10)) AS year_denominator,
         b.before_places AS before_places,
         b.before_expected AS before_expected,
         b.before_reported AS before_reported,
         b.before_figures AS before_figures,
         b.before_numerator AS before_numerator,
         b.before_denominator AS before_denominator,
         b.last_year_places AS last_year_places,
         b.last_year_expected AS last_year_expected,
         b.last_year_reported AS last_year_reported,
         b.last_year_figures AS last_year_figures,
         b.last_year_numerator AS last_year_numerator,
         b.last_year_denominator AS last_year_denominator,
         b.last_year_to_date_places AS last_year_to_date_places,
         b.last_year_to_date_expected AS last_year_to_date_expected,
         b.last_year_to_date_reported AS last_year_to_date_reported,
         b.last_year_to_date_figures AS last_year_to_date_figures,
         b.last_year_to_date_numerator AS last_year_to_date_numerator,
         b.last_year_to_date_denominator AS last_year_to_date_denominator
  FROM agency_totals b
  JOIN families f ON f.plan = b.plan AND f.period = b.period AND f.member = b.agency
  JOIN agencies g ON g.plan = f.plan AND g.agency = f.agency
  WHERE b.before_places > 0 OR b.last_year_places > 0 OR b.last_year_to_date_places > 0
) w
JOIN indicators i ON i.plan = w.plan AND i.code = w.code AND i.variant = w.variant
GROUP BY w.plan, w.period, w.code, w.variant, w.level, w.agency
