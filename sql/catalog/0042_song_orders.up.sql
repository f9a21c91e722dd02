-- An artist's songs in the orders that lists have, each named artist_ and the sort's column.
ALTER TABLE songs
    DROP KEY artist_id,
    ADD KEY artist_ordinal (artist_id, ordinal),
    ADD KEY artist_title (artist_id, title, id);
