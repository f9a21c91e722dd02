DELETE FROM event_cursors WHERE source = 'outbox';
UPDATE event_cursors SET position = 0;
ALTER TABLE event_cursors CHANGE COLUMN position event_id BIGINT UNSIGNED NOT NULL DEFAULT 0;
