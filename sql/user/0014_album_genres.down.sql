DROP TABLE album_genres;
