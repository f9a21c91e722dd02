ALTER TABLE songs
    DROP KEY artist_ordinal,
    DROP KEY artist_title,
    ADD KEY artist_id (artist_id);
