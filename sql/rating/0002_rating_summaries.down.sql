DROP TABLE rating_summaries;
