INSERT INTO `search_index` (`search_index`, `rank`) VALUES ('automerge', 0);
