-- the areas of the map: where their names stand, and their boundaries where they were imported
SELECT a.code, a.name, a.label_lon, a.label_lat, b.rings, b.attribution FROM desk.areas a LEFT JOIN desk.area_boundaries b ON b.area_id = a.id WHERE a.valid_to IS NULL ORDER BY a.code
