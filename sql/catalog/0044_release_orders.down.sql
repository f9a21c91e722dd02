ALTER TABLE releases
    DROP KEY album_year,
    DROP KEY country_year,
    ADD KEY album_id (album_id),
    ADD KEY country (country, album_id),
    ADD KEY format (format, album_id);
