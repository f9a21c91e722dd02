-- Cursors count positions. What was applied by its id is applied once more from the start: each event tells what has
-- come to be, so that nothing counts twice. The cursor named outbox is the last position given to an event of this service.
ALTER TABLE event_cursors CHANGE COLUMN event_id position BIGINT UNSIGNED NOT NULL DEFAULT 0;
UPDATE event_cursors SET position = 0;
INSERT INTO event_cursors (source, position) SELECT 'outbox', COALESCE(MAX(position), 0) FROM outbox;
