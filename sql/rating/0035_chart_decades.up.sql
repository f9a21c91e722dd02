-- A span of years is read by its decades, and by years at its ends only.
ALTER TABLE charts
    ADD COLUMN decade SMALLINT UNSIGNED AS (release_year DIV 10) PERSISTENT,
    ADD KEY top_of_decade (generation, genre_id, decade, low, album_id),
    ADD KEY popular_of_decade (generation, genre_id, decade, count, album_id),
    ADD KEY trending_of_decade (generation, genre_id, decade, trend, album_id);
