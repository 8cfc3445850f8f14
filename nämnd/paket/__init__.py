"""Papers that leave: one by one, or all together as an utskick."""
