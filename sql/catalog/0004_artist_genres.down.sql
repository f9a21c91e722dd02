DROP TABLE artist_genres;
