/**
 * The database of a server-core: an H2 file below {@code DIR/db}, its schema, its backups, and how JPA reaches it.
 *
 * <p><b>What is acknowledged is on disk.</b> A write returns after {@code CHECKPOINT SYNC}: H2 has written the
 * transaction and the operating system has been told to flush the file, so that it outlives a killed process and a lost
 * power supply. Writers that come at the same time share one flush. Nothing is stored while a transaction is under way:
 * what H2 stores then may hold a half of it, see {@link org.dcos.server.store.database.GroupSync}. So H2's own storing
 * is off ({@code WRITE_DELAY=0}), and its housekeeping, which goes with it, is let in now and then
 * ({@link org.dcos.server.store.database.Housekeeping}); without any, the file grows by some 20 KB a commit for ever
 * (measured with 2.4.240: 350 MB after 30,000 small commits).
 *
 * <p><b>Interrupts stay outside.</b> An interrupt in the middle of file access closes the file under H2. All access
 * runs on threads of the database that nobody interrupts; who waits for them is not interruptible either.
 *
 * <p><b>The schema</b> comes from the SQL files in {@code migration}, never from JPA. A migration is never changed once
 * released: the next change is the next file, listed in {@link org.dcos.server.store.database.Migration}. DDL commits
 * by itself in H2, so a migration works on a copy of the database file that takes the file's place when it is complete:
 * a kill in the middle leaves the old one as it was. Before that the old one is zipped into {@code DIR/backup}; to go
 * back, stop the server-core and unpack the archive into {@code DIR/db}.
 */
package org.dcos.server.store.database;
