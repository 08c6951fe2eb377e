-- the days that stop or start the working-day clock
SELECT day, kind FROM desk.holidays WHERE day BETWEEN (core.now()::date - 31) AND (core.now()::date + 400)
