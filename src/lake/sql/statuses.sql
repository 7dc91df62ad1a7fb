-- Each indicator of the province (level '') and of each level: sums, n/N and status. Where each agency is judged by
-- itself: incomplete while one is missing, not met if any is not, met if all are that have something to answer for.
SELECT g.plan, g.period, g.code, g.key_level AS level, g.has_parts, g.over_agencies,
       g.places,
       g.expected,
       g.reported,
       g.figures,
       g.numerator,
       g.denominator,
       g.year_figures,
       g.year_numerator,
       g.year_denominator,
       g.before_figures,
       g.before_numerator,
       g.before_denominator,
       g.units_met, g.units_not_met, g.told_met, g.told_judged,
       CASE
         WHEN g.over_agencies <> 'each' AND g.own_scope <> 'each' THEN g.own_status
         WHEN g.units = 0 THEN 'not-assigned'
         WHEN g.judged_expected > 0 AND g.judged_reported = 0 THEN CASE WHEN g.judged_no_basis > 0 THEN 'no-basis' ELSE 'not-reported' END
         WHEN g.judged_reported < g.judged_expected THEN 'incomplete'
         WHEN g.units_not_met > 0 THEN 'not-met'
         WHEN g.waits < 9 THEN CASE g.waits WHEN 1 THEN 'not-reported' WHEN 2 THEN 'no-basis' WHEN 3 THEN 'incomplete'
                                    WHEN 6 THEN 'needs-confirmation' ELSE 'not-due' END
         WHEN g.units_met > 0 THEN 'met'
         ELSE CASE g.other WHEN 0 THEN 'not-assigned' WHEN 2 THEN 'no-basis' WHEN 3 THEN 'incomplete' WHEN 4 THEN 'not-applicable'
                   WHEN 5 THEN 'no-target' WHEN 6 THEN 'needs-confirmation' WHEN 7 THEN 'not-due' ELSE 'not-reported' END
       END AS status
FROM (
  SELECT j.plan, j.period, j.code, j.key_level, j.has_parts, j.over_agencies,
         MAX(CASE WHEN j.agency = '' THEN j.places END) AS places,
         MAX(CASE WHEN j.agency = '' THEN j.expected END) AS expected,
         MAX(CASE WHEN j.agency = '' THEN j.reported END) AS reported,
         MAX(CASE WHEN j.agency = '' THEN j.figures END) AS figures,
         MAX(CASE WHEN j.agency = '' THEN j.numerator END) AS numerator,
         MAX(CASE WHEN j.agency = '' THEN j.denominator END) AS denominator,
         MAX(CASE WHEN j.agency = '' THEN j.year_figures END) AS year_figures,
         MAX(CASE WHEN j.agency = '' THEN j.year_numerator END) AS year_numerator,
         MAX(CASE WHEN j.agency = '' THEN j.year_denominator END) AS year_denominator,
         MAX(CASE WHEN j.agency = '' THEN j.before_figures END) AS before_figures,
         MAX(CASE WHEN j.agency = '' THEN j.before_numerator END) AS before_numerator,
         MAX(CASE WHEN j.agency = '' THEN j.before_denominator END) AS before_denominator,
         SUM(CASE WHEN j.agency <> '' THEN j.judged_reported ELSE 0 END) AS judged_reported,
         SUM(CASE WHEN j.agency <> '' THEN j.judged_expected ELSE 0 END) AS judged_expected,
         SUM(CASE WHEN j.agency <> '' THEN j.judged_no_basis ELSE 0 END) AS judged_no_basis,
         MAX(CASE WHEN j.agency = '' THEN j.status ELSE '' END) AS own_status,
         MAX(CASE WHEN j.agency = '' THEN j.scope ELSE '' END) AS own_scope,
         SUM(CASE WHEN j.agency <> '' AND (j.over_agencies = 'each' OR j.scope = 'each' OR j.is_own = 1) AND j.status = 'met'
               THEN 1 ELSE 0 END) AS told_met,
         SUM(CASE WHEN j.agency <> '' AND (j.over_agencies = 'each' OR j.scope = 'each' OR j.is_own = 1)
               AND j.status IN ('met', 'not-met') THEN 1 ELSE 0 END) AS told_judged,
         MIN(CASE WHEN j.agency = '' THEN 9 ELSE
               CASE j.status WHEN 'not-reported' THEN 1 WHEN 'no-basis' THEN 2 WHEN 'incomplete' THEN 3
                    WHEN 'needs-confirmation' THEN 6 WHEN 'not-due' THEN 7 ELSE 9 END END) AS waits,
         SUM(CASE WHEN j.agency <> '' THEN 1 ELSE 0 END) AS units,
         SUM(CASE WHEN j.agency <> '' AND j.status = 'met' THEN 1 ELSE 0 END) AS units_met,
         SUM(CASE WHEN j.agency <> '' AND j.status = 'not-met' THEN 1 ELSE 0 END) AS units_not_met,
         MIN(CASE WHEN j.agency = '' THEN 9 ELSE
               CASE j.status WHEN 'not-assigned' THEN 0 WHEN 'no-basis' THEN 2 WHEN 'incomplete' THEN 3 WHEN 'not-applicable' THEN 4
                    WHEN 'no-target' THEN 5 WHEN 'needs-confirmation' THEN 6 WHEN 'not-due' THEN 7 ELSE 9 END END) AS other
  FROM (
    SELECT u.*, CASE WHEN d.up = 1 THEN '' ELSE u.level END AS key_level
    FROM judged u
    CROSS JOIN (SELECT 0 AS up UNION ALL SELECT 1 AS up) d
    WHERE d.up = 0 OR u.agency <> ''
  ) j
  GROUP BY j.plan, j.period, j.code, j.key_level, j.has_parts, j.over_agencies
) g
WHERE g.places > 0 OR g.key_level = ''
