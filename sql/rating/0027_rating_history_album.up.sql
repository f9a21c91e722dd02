-- A merged album's history goes with it.
ALTER TABLE rating_history ADD KEY album_id (album_id);
