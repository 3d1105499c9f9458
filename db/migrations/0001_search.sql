CREATE TABLE search_entries (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL,
	row TEXT NOT NULL,
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	UNIQUE (kind, row)
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index USING fts5(title, body, content='search_entries', content_rowid='id', prefix='1 2 3', tokenize="unicode61 remove_diacritics 2");
--> statement-breakpoint
CREATE TRIGGER search_added AFTER INSERT ON search_entries BEGIN
	INSERT INTO search_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_removed AFTER DELETE ON search_entries BEGIN
	INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_changed AFTER UPDATE ON search_entries BEGIN
	INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
	INSERT INTO search_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
