-- Administrators list accounts, the newest first.
ALTER TABLE users ADD KEY created_at (created_at);
