ALTER TABLE rating_history DROP KEY album_id;
