ALTER TABLE charts
    DROP KEY top_of_decade,
    DROP KEY popular_of_decade,
    DROP KEY trending_of_decade,
    DROP COLUMN decade;
