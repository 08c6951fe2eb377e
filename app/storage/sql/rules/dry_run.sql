-- tries a rule on past traffic
SELECT desk.dry_run_rule(:rule, :from, :to) AS answer
