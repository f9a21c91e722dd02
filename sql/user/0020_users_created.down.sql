ALTER TABLE users DROP KEY created_at;
