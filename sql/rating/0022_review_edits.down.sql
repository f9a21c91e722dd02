DROP TABLE review_edits;
