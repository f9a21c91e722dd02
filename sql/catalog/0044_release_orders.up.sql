-- The pressings of an album and of a country in the order that lists have. The key of the first format served lists of
-- albums, which have album_facets.
ALTER TABLE releases
    DROP KEY album_id,
    DROP KEY country,
    DROP KEY format,
    ADD KEY album_year (album_id, year),
    ADD KEY country_year (country, year);
