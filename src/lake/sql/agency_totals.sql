-- What each agency's base periods make of an indicator, by each way of adding over time: of the period itself, of the
-- year so far, of the period before, and (of what is compared with it) of the same period of last year and last year up to it. The base periods are those that count (spans); of a denominator that is one
-- figure of the year (last-said) each agency's last counts that says anything.
SELECT c.plan, c.period, c.code, c.variant, c.agency, c.level,
       SUM(c.own) AS places,
       SUM(c.own * c.is_asked) AS expected,
       SUM(c.own * c.is_reported) AS reported,
       SUM(c.own * c.is_basis_less) AS no_basis,
       SUM(c.own * c.is_figure) AS figures,
       SUM(CASE WHEN c.own = 1 THEN c.numerator ELSE CAST(0 AS DECIMAL(28,10)) END) AS numerator,
       SUM(CASE WHEN c.own = 1 THEN c.denominator ELSE CAST(0 AS DECIMAL(28,10)) END) AS denominator,
       SUM(c.year_so_far * c.is_asked) AS year_expected,
       SUM(c.year_so_far * c.is_reported) AS year_reported,
       SUM(c.year_so_far * c.is_basis_less) AS year_no_basis,
       SUM(c.year_so_far * c.is_figure) AS year_figures,
       SUM(CASE WHEN c.year_so_far = 1 THEN c.numerator ELSE CAST(0 AS DECIMAL(28,10)) END) AS year_numerator,
       SUM(CASE WHEN c.year_so_far = 1 THEN c.denominator ELSE CAST(0 AS DECIMAL(28,10)) END) AS year_denominator,
       SUM(c.before_it) AS before_places,
       SUM(c.before_it * c.is_asked) AS before_expected,
       SUM(c.before_it * c.is_reported) AS before_reported,
       SUM(c.before_it * c.is_figure) AS before_figures,
       SUM(CASE WHEN c.before_it = 1 THEN c.numerator ELSE CAST(0 AS DECIMAL(28,10)) END) AS before_numerator,
       SUM(CASE WHEN c.before_it = 1 THEN c.denominator ELSE CAST(0 AS DECIMAL(28,10)) END) AS before_denominator,
       SUM(c.last_year) AS last_year_places,
       SUM(c.last_year * c.is_asked) AS last_year_expected,
       SUM(c.last_year * c.is_reported) AS last_year_reported,
       SUM(c.last_year * c.is_figure) AS last_year_figures,
       SUM(CASE WHEN c.last_year = 1 THEN c.numerator ELSE CAST(0 AS DECIMAL(28,10)) END) AS last_year_numerator,
       SUM(CASE WHEN c.last_year = 1 THEN c.denominator ELSE CAST(0 AS DECIMAL(28,10)) END) AS last_year_denominator,
       SUM(c.last_year_to_date) AS last_year_to_date_places,
       SUM(c.last_year_to_date * c.is_asked) AS last_year_to_date_expected,
       SUM(c.last_year_to_date * c.is_reported) AS last_year_to_date_reported,
       SUM(c.last_year_to_date * c.is_figure) AS last_year_to_date_figures,
       SUM(CASE WHEN c.last_year_to_date = 1 THEN c.numerator ELSE CAST(0 AS DECIMAL(28,10)) END) AS last_year_to_date_numerator,
       SUM(CASE WHEN c.last_year_to_date = 1 THEN c.denominator ELSE CAST(0 AS DECIMAL(28,10)) END) AS last_year_to_date_denominator
FROM (
  SELECT k.plan, k.period, k.code, k.variant, k.agency, k.level,
         CASE WHEN k.context = 'own' AND k.reach = 'period' THEN 1 ELSE 0 END AS own,
         CASE WHEN k.context = 'own' AND k.reach = 'year' THEN 1 ELSE 0 END AS year_so_far,
         CASE WHEN k.context = 'before' THEN 1 ELSE 0 END AS before_it,
         CASE WHEN k.context = 'last-year' AND k.reach = 'period' THEN 1 ELSE 0 END AS last_year,
         CASE WHEN k.context = 'last-year' AND k.reach = 'year' THEN 1 ELSE 0 END AS last_year_to_date,
         CASE WHEN k.kind <> 'not-due' THEN k.bases ELSE 0 END AS is_asked,
         CASE WHEN k.kind IN ('figure', 'nothing') THEN k.bases ELSE 0 END AS is_reported,
         CASE WHEN k.kind = 'no-basis' THEN 1 ELSE 0 END AS is_basis_less,
         CASE WHEN k.kind IN ('figure', 'not-due') THEN 1 ELSE 0 END AS is_figure,
         CASE WHEN k.kind = 'figure' THEN k.numerator ELSE CAST(0 AS DECIMAL(28,10)) END AS numerator,
         CASE
           WHEN k.kind = 'figure' AND k.has_parts = 1 AND (k.denominator_rule <> 'last-said'
                OR k.ordinal = CASE WHEN k.said_at > 0 THEN k.said_at ELSE k.figure_at END) THEN k.denominator
           ELSE CAST(0 AS DECIMAL(28,10))
         END AS denominator
  FROM (
    SELECT l.plan, l.period, l.context, l.reach, l.code, l.variant, l.agency, l.level, l.ordinal, l.kind, l.numerator, l.denominator,
           l.has_parts, l.denominator_rule, l.bases,
           MAX(CASE WHEN l.kind = 'figure' AND l.denominator <> 0 THEN l.ordinal ELSE 0 END)
             OVER (PARTITION BY l.plan, l.period, l.context, l.reach, l.code, l.agency) AS said_at,
           MAX(CASE WHEN l.kind = 'figure' THEN l.ordinal ELSE 0 END)
             OVER (PARTITION BY l.plan, l.period, l.context, l.reach, l.code, l.agency) AS figure_at
    FROM coverage l
  ) k
) c
GROUP BY c.plan, c.period, c.code, c.variant, c.agency, c.level
