DROP TABLE review_likes;
