-- what the rules propose for this case, and why
SELECT desk.propose(:case) AS proposals
